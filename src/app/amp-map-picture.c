/* AmpMapPicture: the map as it is seen, to be saved or printed: see the header. */
#include "amp-map-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "amp-chart-surface.h"
#include "amp-circle-scene.h"
#include "amp-mark.h"
#include "amp-map-key.h"
#include "amp-map-overseas.h"
#include "amp-name-scene.h"
#include "amp-outline-credit.h"
#include "amp-report.h"
#include "amp-text.h"

/* Pixels of a file, as high as what is seen asks for; paper has its own size. */
#define WIDTH 1120
#define LEAST_MAP_HEIGHT 400
#define GREATEST_MAP_HEIGHT 1200
#define PNG_SCALE 2

#define GAP 12
#define LEGEND_WIDTH 190
#define RADIUS 8
#define HATCH_SPACING 5
#define INSET_WIDTH 84
#define INSET_HEIGHT 62
#define INSET_GAP 6
#define INSET_MARGIN 0.1
#define DIMMED_SHARE 0.7

struct _AmpMapPicture
{
  AmpMapFigures *figures;
  AmpMapKey     *key;
  AmpAreaAtlas  *atlas;
  AmpMapBounds   bounds;
  gboolean       has_insets;
  char          *title;
  char          *caption;
  char          *sources;
  guint          n_masked;
};

/* Somewhere to draw, and how. */
typedef struct
{
  cairo_t             *cr;
  const AmpChartStyle *style;
  AmpMapFrame          frame;
} Canvas;

void
amp_map_picture_free (AmpMapPicture *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->key, amp_map_key_free);
  g_clear_pointer (&self->figures, amp_map_figures_unref);
  g_clear_pointer (&self->atlas, amp_area_atlas_unref);
  g_free (self->title);
  g_free (self->caption);
  g_free (self->sources);
  g_free (self);
}

/* The filter without the places that are outlined rather than left out. */
static AmpReport *
make_report (AmpCase *opened, const AmpMapSight *sight, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpSelection) others = amp_selection_copy (sight->selection);

  amp_selection_remove (others, sight->key, NULL);
  return amp_report_new (opened, others, sight->min_cell, 0, cancellable, error);
}

/* What the title, which speaks of persons, does not say. */
static char *
dup_caption (const AmpReport *report, const AmpMapKey *key, AmpMapMeasure measure)
{
  const char *title = measure != AMP_MAP_MEASURE_PERSONS ? amp_map_key_get_legend (key)->title : NULL;

  if (title == NULL || report->filter == NULL)
    return g_strdup (title != NULL ? title : report->filter);
  return g_strdup_printf ("%s · %s", title, report->filter);
}

/* Those that ship, alone or besides those that were imported and draw an area. */
static char *
dup_sources (AmpMapPicture *self, const AmpReport *report)
{
  AmpKey           key = amp_table_get_key (amp_map_figures_get_table (self->figures));
  gboolean         is_imported = (key == AMP_KEY_EPCI || key == AMP_KEY_COMMUNE) && amp_map_figures_has_outlines (self->figures);
  g_autofree char *attribution = amp_outline_credit_dup_attribution (is_imported ? amp_area_atlas_get_set (self->atlas, AMP_PLACE_LEVEL_EPCI) : NULL,
                                                                     is_imported ? amp_area_atlas_get_set (self->atlas, AMP_PLACE_LEVEL_COMMUNE) : NULL,
                                                                     report->is_french);

  return g_strdup_printf ("%s %s", attribution, report->masking);
}

AmpMapPicture *
amp_map_picture_new (AmpCase *opened, const AmpMapSight *sight, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (AMP_IS_CASE (opened) && sight != NULL, NULL);

  g_autoptr (AmpReport) report = make_report (opened, sight, cancellable, error);
  const AmpReportTable *counted;
  AmpMapPicture        *self;

  if (report == NULL)
    return NULL;
  counted = amp_report_find_table (report, sight->key);
  self = g_new0 (AmpMapPicture, 1);
  self->atlas = amp_area_atlas_ref (sight->atlas);
  self->figures = amp_map_figures_new (counted->table, &sight->look, sight->selection, sight->atlas);
  self->key = amp_map_key_new (self->figures);
  self->bounds = sight->bounds;
  self->has_insets = sight->has_insets;
  self->title = g_strdup (counted->title);
  self->caption = dup_caption (report, self->key, sight->look.measure);
  self->sources = dup_sources (self, report);
  self->n_masked = counted->n_masked;
  return self;
}

guint
amp_map_picture_get_n_masked (const AmpMapPicture *self)
{
  return self->n_masked;
}

static gboolean
is_in_sight (const AmpMapBounds *bounds, const AmpMapFrame *frame)
{
  double left, top, right, bottom;

  if (amp_map_bounds_is_empty (bounds))
    return FALSE;
  amp_projection_to_pixels (&frame->projection, bounds->west, bounds->north, &left, &top);
  amp_projection_to_pixels (&frame->projection, bounds->east, bounds->south, &right, &bottom);
  return right >= 0 && left <= frame->width && bottom >= 0 && top <= frame->height;
}

static void
draw_ground (AmpMapPicture *self, const Canvas *canvas)
{
  const AmpAreaSheet *ground = amp_area_atlas_get_ground (self->atlas);
  cairo_rectangle_t   rectangle = amp_map_frame_get_rectangle (&canvas->frame);
  const AmpTheme     *theme = canvas->style->theme;

  for (guint i = 0; i < ground->outlines->len; i++)
    {
      const AmpOutline *outline = g_ptr_array_index (ground->outlines, i);
      AmpMapBounds      bounds = { outline->west, outline->south, outline->east, outline->north };
      g_autoptr (AmpOutlineRings) rings = amp_outline_rings_new ();
      AmpMapShape shape;

      if (!is_in_sight (&bounds, &canvas->frame))
        continue;
      amp_outline_rings_add (rings, outline);
      shape = amp_outline_rings_get_shape (rings);
      amp_map_shape_fill (canvas->cr, &shape, &canvas->frame.projection, &rectangle, i < amp_area_atlas_get_n_countries (self->atlas) ? theme->land : theme->no_data);
      amp_map_shape_stroke (canvas->cr, &shape, &canvas->frame.projection, &rectangle, theme->border, 0.8);
    }
}

static void
draw_area (AmpMapPicture *self, const Canvas *canvas, guint index, const AmpMapShape *shape)
{
  const AmpMapArea *area = amp_map_figures_get_area (self->figures, index);
  cairo_rectangle_t rectangle = amp_map_frame_get_rectangle (&canvas->frame);
  const AmpTheme   *theme = canvas->style->theme;
  AmpColor          color = amp_map_figures_get_color (self->figures, index, theme);

  if (area->is_dimmed)
    color = amp_color_mix (color, theme->land, DIMMED_SHARE);
  amp_map_shape_fill (canvas->cr, shape, &canvas->frame.projection, &rectangle, color);
  if (area->class_index < 0)
    amp_map_shape_hatch (canvas->cr, shape, &canvas->frame.projection, &rectangle, theme->masked, HATCH_SPACING);
  amp_map_shape_stroke (canvas->cr, shape, &canvas->frame.projection, &rectangle, theme->border, 0.6);
}

/* Outlines of what is selected come last, or a neighbour would cover half of them. */
static void
draw_areas (AmpMapPicture *self, const Canvas *canvas, gboolean is_selection)
{
  const AmpAreaSheet *sheet = amp_area_atlas_get_sheet (self->atlas, amp_table_get_key (amp_map_figures_get_table (self->figures)));
  cairo_rectangle_t   rectangle = amp_map_frame_get_rectangle (&canvas->frame);

  for (guint i = 0; i < amp_map_figures_get_n_areas (self->figures); i++)
    {
      const AmpMapArea *area = amp_map_figures_get_area (self->figures, i);
      AmpMapBounds      bounds = amp_area_sheet_get_bounds (sheet, area->row->code);
      g_autoptr (AmpOutlineRings) rings = NULL;
      g_autoptr (AmpOutline) whole = NULL;
      AmpMapShape shape;

      if (!area->has_outline || (is_selection && !area->is_selected) || !is_in_sight (&bounds, &canvas->frame))
        continue;
      whole = amp_area_sheet_dup_whole (sheet, area->row->code);
      rings = amp_outline_rings_new ();
      amp_outline_rings_add (rings, whole);
      shape = amp_outline_rings_get_shape (rings);
      if (is_selection)
        amp_map_shape_stroke (canvas->cr, &shape, &canvas->frame.projection, &rectangle, canvas->style->theme->selection, 2);
      else
        draw_area (self, canvas, i, &shape);
    }
}

static void
draw_circles (AmpMapPicture *self, const Canvas *canvas, AmpCircleScene *scene)
{
  cairo_rectangle_t   rectangle = amp_map_frame_get_rectangle (&canvas->frame);
  guint               n_circles;
  const AmpMapCircle *circles = amp_circle_scene_list (scene, &n_circles);

  amp_map_circles_draw (canvas->cr, circles, n_circles, canvas->style, amp_map_figures_get_scale (self->figures), amp_map_figures_get_classes (self->figures), &canvas->frame.projection, &rectangle);
}

/* Everything but the names, from 0, 0. */
static void
draw_layers (AmpMapPicture *self, const Canvas *canvas, AmpCircleScene *circles)
{
  cairo_rectangle_t rectangle = amp_map_frame_get_rectangle (&canvas->frame);

  amp_mark_add_box (canvas->cr, &rectangle, RADIUS);
  cairo_clip (canvas->cr);
  amp_mark_set_color (canvas->cr, canvas->style->theme->sea, 1);
  cairo_paint (canvas->cr);
  draw_ground (self, canvas);
  draw_areas (self, canvas, FALSE);
  draw_areas (self, canvas, TRUE);
  draw_circles (self, canvas, circles);
}

/* A small map on a card of its own, with its name. */
static void
draw_inset (AmpMapPicture *self, cairo_t *cr, const AmpChartStyle *style, AmpCircleScene *circles, guint index, double x, double y)
{
  double            line = amp_text_get_line_height (style, AMP_TEXT_CAPTION);
  cairo_rectangle_t card = { x - INSET_GAP / 2.0, y - INSET_GAP / 2.0, INSET_WIDTH + INSET_GAP, INSET_HEIGHT + INSET_GAP + line };
  cairo_rectangle_t inner = { INSET_WIDTH * INSET_MARGIN, INSET_HEIGHT * INSET_MARGIN, INSET_WIDTH * (1 - 2 * INSET_MARGIN), INSET_HEIGHT * (1 - 2 * INSET_MARGIN) };
  AmpMapBounds      bounds = amp_map_overseas_get_bounds (self->atlas, index);
  Canvas            canvas = { cr, style, { amp_projection_fit (&bounds, &inner), INSET_WIDTH, INSET_HEIGHT } };

  amp_mark_add_box (cr, &card, RADIUS);
  amp_mark_set_color (cr, style->theme->background, 0.94);
  cairo_fill (cr);
  amp_text_draw (cr, style, AMP_TEXT_CAPTION, style->theme->muted, amp_map_overseas_get_name (index), AMP_TEXT_MIDDLE, x + INSET_WIDTH / 2.0, y + INSET_HEIGHT + line / 2, INSET_WIDTH);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  draw_layers (self, &canvas, circles);
  cairo_restore (cr);
}

/* In the lower right corner, as on the screen, if that leaves the map in sight. */
static void
draw_insets (AmpMapPicture *self, cairo_t *cr, const AmpChartStyle *style, AmpCircleScene *circles, const cairo_rectangle_t *box)
{
  double step = INSET_WIDTH + 2 * INSET_GAP;
  double x = box->x + box->width - AMP_MAP_N_OVERSEAS * step;
  double y = box->y + box->height - INSET_HEIGHT - 2 * INSET_GAP - amp_text_get_line_height (style, AMP_TEXT_CAPTION);

  for (guint i = 0; x >= box->x + box->width / 4 && y >= box->y + box->height / 2 && i < AMP_MAP_N_OVERSEAS; i++)
    draw_inset (self, cr, style, circles, i, x + i * step, y);
}

static void
draw_map (AmpMapPicture *self, cairo_t *cr, const AmpChartStyle *style, const cairo_rectangle_t *box)
{
  cairo_rectangle_t rectangle = { 0, 0, box->width, box->height };
  Canvas            canvas = { cr, style, { amp_projection_fit (&self->bounds, &rectangle), box->width, box->height } };
  g_autoptr (AmpCircleScene) circles = amp_circle_scene_new (self->figures);
  g_autoptr (AmpNameScene) names = amp_name_scene_new (self->atlas, self->figures, circles);

  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  draw_layers (self, &canvas, circles);
  amp_name_scene_draw (names, cr, &canvas.frame, style);
  cairo_restore (cr);
  if (self->has_insets)
    draw_insets (self, cr, style, circles, box);
}

static double
draw_heading (AmpMapPicture *self, cairo_t *cr, const AmpChartStyle *style, double width)
{
  double bottom = amp_text_draw_paragraph (cr, style, AMP_TEXT_TITLE, style->theme->foreground, self->title, 0, 0, width, 3) + 2;

  if (self->caption != NULL)
    bottom += amp_text_draw_paragraph (cr, style, AMP_TEXT_CAPTION, style->theme->muted, self->caption, 0, bottom, width, 4);
  return ceil (bottom + GAP);
}

/* Returns where the room above it ends. */
static double
draw_sources (AmpMapPicture *self, cairo_t *cr, const AmpChartStyle *style, double width, double height)
{
  double needed = amp_text_draw_paragraph (NULL, style, AMP_TEXT_CAPTION, style->theme->muted, self->sources, 0, 0, width, 6);

  amp_text_draw_paragraph (cr, style, AMP_TEXT_CAPTION, style->theme->muted, self->sources, 0, height - needed, width, 6);
  return height - needed - GAP;
}

void
amp_map_picture_draw (AmpMapPicture *self, cairo_t *cr, double width, double height)
{
  g_return_if_fail (self != NULL && cr != NULL);

  AmpChartStyle     style = { amp_map_figures_get_theme (self->figures, amp_theme_get (AMP_THEME_LIGHT)), NULL, 1 };
  double            top = draw_heading (self, cr, &style, width);
  double            bottom = draw_sources (self, cr, &style, width, height);
  cairo_rectangle_t box = { 0, top, MAX (width - LEGEND_WIDTH - GAP, 1), MAX (bottom - top, 1) };

  draw_map (self, cr, &style, &box);
  amp_legend_draw (cr, amp_map_key_get_legend (self->key), &style, width - LEGEND_WIDTH, top, LEGEND_WIDTH);
}

/* As high as the window showed it, at this width. */
static double
measure (AmpMapPicture *self, double width)
{
  AmpChartStyle     style = { amp_theme_get (AMP_THEME_LIGHT), NULL, 1 };
  double            map_width = MAX (width - LEGEND_WIDTH - GAP, 1);
  cairo_rectangle_t tall = { 0, 0, map_width, 1e6 };
  AmpProjection     fit = amp_projection_fit (&self->bounds, &tall);
  double            left, top, right, bottom;
  double            needed = amp_legend_measure (amp_map_key_get_legend (self->key), &style, LEGEND_WIDTH);
  double            around = draw_heading (self, NULL, &style, width) + width - draw_sources (self, NULL, &style, width, width);

  amp_projection_to_pixels (&fit, self->bounds.west, self->bounds.north, &left, &top);
  amp_projection_to_pixels (&fit, self->bounds.east, self->bounds.south, &right, &bottom);
  return ceil (around + MAX (CLAMP (bottom - top, LEAST_MAP_HEIGHT, GREATEST_MAP_HEIGHT), needed));
}

static void
draw_page (cairo_t *cr, double width, double height, gpointer data)
{
  cairo_translate (cr, 2 * GAP, 2 * GAP);
  amp_map_picture_draw (data, cr, width - 4 * GAP, height - 4 * GAP);
}

gboolean
amp_map_picture_write (AmpMapPicture *self, const char *path, GError **error)
{
  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  g_autofree char *lower = g_ascii_strdown (path, -1);
  AmpChartPage     page = { .width = WIDTH, .height = measure (self, WIDTH - 4 * GAP) + 4 * GAP, .background = &amp_theme_get (AMP_THEME_LIGHT)->background, .title = self->title, .description = self->caption };

  if (g_str_has_suffix (lower, ".svg"))
    return amp_chart_write_svg (path, &page, draw_page, self, error);
  if (g_str_has_suffix (lower, ".png"))
    return amp_chart_write_png (path, &page, PNG_SCALE, draw_page, self, error);
  if (g_str_has_suffix (lower, ".pdf"))
    return amp_chart_write_pdf (path, &page, draw_page, self, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, _ ("The name of a picture must end in .png, .svg or .pdf"));
  return FALSE;
}
