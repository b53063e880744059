/* AmpMapPicture: the map as it is seen, to be saved or printed: see the header. */
#include "amp-map-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "amp-chart-surface.h"
#include "amp-circle-scene.h"
#include "amp-mark.h"
#include "amp-map-key.h"
#include "amp-name-scene.h"
#include "amp-report.h"
#include "amp-text.h"

/* Pixels of a file; paper has its own size. */
#define WIDTH 1120
#define HEIGHT 800
#define PNG_SCALE 2

#define GAP 12
#define LEGEND_WIDTH 190
#define RADIUS 8
#define HATCH_SPACING 5
#define DIMMED_SHARE 0.7

struct _AmpMapPicture
{
  AmpMapFigures *figures;
  AmpMapKey     *key;
  AmpAreaAtlas  *atlas;
  AmpMapBounds   bounds;
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

static char *
dup_caption (const AmpReport *report, const AmpMapKey *key)
{
  const char *measure = amp_map_key_get_legend (key)->title;

  if (measure == NULL)
    measure = amp_map_key_get_legend (key)->circle_title;
  if (report->filter == NULL)
    return g_strdup (measure);
  return g_strdup_printf ("%s · %s", measure != NULL ? measure : "", report->filter);
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
  self->title = g_strdup (counted->title);
  self->caption = dup_caption (report, self->key);
  self->sources = g_strdup_printf ("%s %s", _ ("Outlines: Natural Earth, or imported. Places: Etalab (Licence Ouverte), GeoNames (CC BY 4.0)."), report->masking);
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
      AmpMapShape shape;

      if (!area->has_outline || (is_selection && !area->is_selected) || !is_in_sight (&bounds, &canvas->frame))
        continue;
      rings = amp_area_sheet_dup_rings (sheet, area->row->code);
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

static void
draw_map (AmpMapPicture *self, cairo_t *cr, const AmpChartStyle *style, const cairo_rectangle_t *box)
{
  cairo_rectangle_t rectangle = { 0, 0, box->width, box->height };
  Canvas            canvas = { cr, style, { amp_projection_fit (&self->bounds, &rectangle), box->width, box->height } };
  g_autoptr (AmpCircleScene) circles = amp_circle_scene_new (self->figures);
  g_autoptr (AmpNameScene) names = amp_name_scene_new (self->atlas, self->figures, circles);

  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  amp_mark_add_box (cr, &rectangle, RADIUS);
  cairo_clip (cr);
  amp_mark_set_color (cr, style->theme->sea, 1);
  cairo_paint (cr);
  draw_ground (self, &canvas);
  draw_areas (self, &canvas, FALSE);
  draw_areas (self, &canvas, TRUE);
  draw_circles (self, &canvas, circles);
  amp_name_scene_draw (names, cr, &canvas.frame, style);
  cairo_restore (cr);
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
  AmpChartPage     page = { .width = WIDTH, .height = HEIGHT, .background = &amp_theme_get (AMP_THEME_LIGHT)->background, .title = self->title, .description = self->caption };

  if (g_str_has_suffix (lower, ".svg"))
    return amp_chart_write_svg (path, &page, draw_page, self, error);
  if (g_str_has_suffix (lower, ".png"))
    return amp_chart_write_png (path, &page, PNG_SCALE, draw_page, self, error);
  if (g_str_has_suffix (lower, ".pdf"))
    return amp_chart_write_pdf (path, &page, draw_page, self, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, _ ("The name of a picture must end in .png, .svg or .pdf"));
  return FALSE;
}
