/* AmpNameScene: the names of areas and circles: see the header. */
#include "amp-name-scene.h"

#include "amp-text.h"

#define MAX_CIRCLE_NAMES 40
#define MAX_AREA_NAMES 150

/* The areas in sight with the most persons are named though the name be wider: a
 * map of communes without its towns tells nobody where it is. */
#define MAX_PROMINENT 8

/* A name wider than its area would be read as its neighbour's. */
#define NAME_SHARE 0.9

/* Room that no name has ever fitted into, pixels: saves measuring thousands. */
#define LEAST_ROOM 24

struct _AmpNameScene
{
  gatomicrefcount references;
  AmpAreaAtlas   *atlas;
  AmpMapFigures  *figures;
  AmpCircleScene *circles; /* nullable */
};

AmpNameScene *
amp_name_scene_new (AmpAreaAtlas *atlas, AmpMapFigures *figures, AmpCircleScene *circles)
{
  g_return_val_if_fail (atlas != NULL && figures != NULL, NULL);

  AmpNameScene *self = g_new0 (AmpNameScene, 1);

  g_atomic_ref_count_init (&self->references);
  self->atlas = amp_area_atlas_ref (atlas);
  self->figures = amp_map_figures_ref (figures);
  self->circles = circles != NULL ? amp_circle_scene_ref (circles) : NULL;
  return self;
}

AmpNameScene *
amp_name_scene_ref (AmpNameScene *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
amp_name_scene_unref (AmpNameScene *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->circles, amp_circle_scene_unref);
  amp_map_figures_unref (self->figures);
  amp_area_atlas_unref (self->atlas);
  g_free (self);
}

/* Of the two text colours the one that stands out from the fill. */
static AmpColor
get_name_color (AmpColor fill, const AmpTheme *theme)
{
  return amp_color_contrast (theme->foreground, fill) >= amp_color_contrast (theme->background, fill) ? theme->foreground : theme->background;
}

static AmpColor
get_fill (AmpNameScene *self, guint index, const AmpTheme *theme)
{
  AmpColor color = amp_map_figures_get_color (self->figures, index, theme);

  return amp_map_figures_get_area (self->figures, index)->is_dimmed ? amp_color_mix (theme->land, color, 0.3) : color;
}

static double
get_room (AmpNameScene *self, const char *code, const AmpProjection *projection)
{
  AmpKey       key = amp_table_get_key (amp_map_figures_get_table (self->figures));
  AmpMapBounds bounds = amp_area_sheet_get_bounds (amp_area_atlas_get_sheet (self->atlas, key), code);

  return (bounds.east - bounds.west) / 360 * projection->scale * NAME_SHARE;
}

static gboolean
is_free (const GArray *boxes, const cairo_rectangle_t *box)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const cairo_rectangle_t *other = &g_array_index (boxes, cairo_rectangle_t, i);

      if (box->x < other->x + other->width && other->x < box->x + box->width && box->y < other->y + other->height && other->y < box->y + box->height)
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  cairo_rectangle_t box;
  gboolean          is_within; /* its area */
} Name;

/* The middle of an area may be out of sight, or its name not fit into it. */
static gboolean
place_name (AmpNameScene *self, const AmpTableRow *row, const AmpMapFrame *frame, const AmpChartStyle *style, gboolean is_prominent, Name *name)
{
  cairo_rectangle_t *box = &name->box;
  double             room, x, y;

  amp_projection_to_pixels (&frame->projection, row->longitude, row->latitude, &x, &y);
  if (x < 0 || y < 0 || x > frame->width || y > frame->height)
    return FALSE;
  room = get_room (self, row->code, &frame->projection);
  if (room < LEAST_ROOM && !is_prominent)
    return FALSE;
  box->width = amp_text_get_width (style, AMP_TEXT_CAPTION, row->label);
  box->height = amp_text_get_line_height (style, AMP_TEXT_CAPTION);
  box->x = x - box->width / 2;
  box->y = y - box->height / 2;
  name->is_within = box->width <= room;
  return name->is_within || is_prominent;
}

/* On the colour of its area, or on whatever lies around it. */
static void
draw_name (AmpNameScene *self, cairo_t *cr, const AmpChartStyle *style, guint index, const Name *name)
{
  const AmpTheme *theme = style->theme;
  AmpColor        fill = name->is_within ? get_fill (self, index, theme) : theme->land;
  AmpColor        color = name->is_within ? get_name_color (fill, theme) : theme->foreground;
  AmpTextRole     role = name->is_within ? AMP_TEXT_CAPTION : AMP_TEXT_CAPTION_STRONG;

  amp_text_draw_haloed (cr, style, role, color, fill, amp_map_figures_get_area (self->figures, index)->row->label, AMP_TEXT_MIDDLE, name->box.x + name->box.width / 2, name->box.y + name->box.height / 2);
}

static void
draw_area_names (AmpNameScene *self, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style, GArray *boxes)
{
  guint n_names = 0;
  guint n_prominent = 0;

  for (guint i = 0; i < amp_map_figures_get_n_areas (self->figures) && n_names < MAX_AREA_NAMES; i++)
    {
      const AmpMapArea *area = amp_map_figures_get_area (self->figures, i);
      gboolean          is_prominent = n_prominent < MAX_PROMINENT && !area->is_dimmed;
      Name              name;

      if (!area->has_outline || area->row->is_masked || !area->row->is_located || !place_name (self, area->row, frame, style, is_prominent, &name) || !is_free (boxes, &name.box))
        continue;
      g_array_append_val (boxes, name.box);
      draw_name (self, cr, style, i, &name);
      n_prominent++;
      n_names++;
    }
}

void
amp_name_scene_draw (AmpNameScene *self, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style)
{
  g_return_if_fail (self != NULL && cr != NULL && frame != NULL && style != NULL);

  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  cairo_rectangle_t rectangle = amp_map_frame_get_rectangle (frame);

  draw_area_names (self, cr, frame, style, boxes);
  if (self->circles != NULL)
    {
      guint               n_circles;
      const AmpMapCircle *circles = amp_circle_scene_list (self->circles, &n_circles);

      amp_map_circles_place_labels (cr, circles, n_circles, style, amp_map_figures_get_scale (self->figures), &frame->projection, &rectangle, MAX_CIRCLE_NAMES, boxes);
    }
}

static void
paint_names (gpointer content, gconstpointer draft, cairo_surface_t *surface, const AmpMapFrame *tile, const AmpChartStyle *style)
{
  cairo_t *cr = cairo_create (surface);

  amp_name_scene_draw (content, cr, tile, style);
  cairo_destroy (cr);
}

static gpointer
ref_scene (gpointer content)
{
  return amp_name_scene_ref (content);
}

static void
unref_scene (gpointer content)
{
  amp_name_scene_unref (content);
}

const AmpMapContentKind amp_name_scene_kind = {
  .ref = ref_scene,
  .unref = unref_scene,
  .paint = paint_names,
};
