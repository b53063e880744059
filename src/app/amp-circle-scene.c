/* AmpCircleScene: proportional circles: see the header.
 *
 * Invariant: circles come in the order of the figures, the largest first, and
 * `places` has one entry for each. */
#include "amp-circle-scene.h"

#include <math.h>

#define TILE_SIZE 256

/* Where a circle is, in world coordinates, and which area it is: so that a tile
 * finds its own among 35,000 without projecting any. */
typedef struct
{
  double x;
  double y;
  double radius;
  guint  index;
} Place;

struct _AmpCircleScene
{
  gatomicrefcount references;
  AmpMapFigures  *figures;
  GArray         *circles; /* of AmpMapCircle */
  GArray         *places;  /* of Place */
};

static void
add_circle (AmpCircleScene *self, guint index)
{
  const AmpMapArea *area = amp_map_figures_get_area (self->figures, index);
  AmpMapCircle      circle = {
         .id = area->row->code,
         .label = area->row->label,
         .longitude = area->row->longitude,
         .latitude = area->row->latitude,
         .value = area->row->persons,
         .color_value = area->value,
         .has_color_value = area->value >= 0 && amp_map_figures_get_measure (self->figures) != AMP_MAP_MEASURE_PERSONS,
         .is_approximate = area->row->is_approximate,
         .is_masked = area->row->is_masked,
         .is_selected = area->is_selected,
         .is_dimmed = area->is_dimmed,
  };
  Place place = { .index = index, .radius = amp_circle_scale_get_radius (amp_map_figures_get_scale (self->figures), circle.value) };

  amp_projection_forward (circle.longitude, circle.latitude, &place.x, &place.y);
  g_array_append_val (self->circles, circle);
  g_array_append_val (self->places, place);
}

AmpCircleScene *
amp_circle_scene_new (AmpMapFigures *figures)
{
  g_return_val_if_fail (figures != NULL, NULL);

  AmpCircleScene *self = g_new0 (AmpCircleScene, 1);

  g_atomic_ref_count_init (&self->references);
  self->figures = amp_map_figures_ref (figures);
  self->circles = g_array_new (FALSE, TRUE, sizeof (AmpMapCircle));
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint i = 0; i < amp_map_figures_get_n_areas (figures); i++)
    {
      const AmpMapArea *area = amp_map_figures_get_area (figures, i);

      if (area->row->is_located && !area->has_outline)
        add_circle (self, i);
    }
  return self;
}

AmpCircleScene *
amp_circle_scene_ref (AmpCircleScene *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
amp_circle_scene_unref (AmpCircleScene *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->places);
  g_array_unref (self->circles);
  amp_map_figures_unref (self->figures);
  g_free (self);
}

int
amp_circle_scene_find (AmpCircleScene *self, const AmpProjection *projection, double x, double y, double tolerance)
{
  g_return_val_if_fail (self != NULL && projection != NULL, -1);

  for (guint i = self->places->len; i-- > 0;)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (hypot (x - projection->x - place->x * projection->scale, y - projection->y - place->y * projection->scale) <= MAX (place->radius, tolerance))
        return (int) place->index;
    }
  return -1;
}

const AmpMapCircle *
amp_circle_scene_list (AmpCircleScene *self, guint *n_circles)
{
  *n_circles = self->circles->len;
  return (const AmpMapCircle *) (gconstpointer) self->circles->data;
}

static gboolean
touches (const Place *place, const AmpMapFrame *frame)
{
  double x = place->x * frame->projection.scale + frame->projection.x;
  double y = place->y * frame->projection.scale + frame->projection.y;
  /* A line around the circle is seen where the circle is not. */
  double reach = place->radius + 3;

  return x + reach >= 0 && y + reach >= 0 && x - reach <= frame->width && y - reach <= frame->height;
}

static void
paint_circles (gpointer content, gconstpointer draft, cairo_surface_t *surface, const AmpMapFrame *tile, const AmpChartStyle *style)
{
  AmpCircleScene   *self = content;
  cairo_rectangle_t rectangle = { -3, -3, tile->width + 6, tile->height + 6 };
  cairo_t          *cr = cairo_create (surface);
  AmpChartStyle     look = *style;
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (AmpMapCircle));

  look.theme = amp_map_figures_get_theme (self->figures, style->theme);
  for (guint i = 0; i < self->places->len; i++)
    if (touches (&g_array_index (self->places, Place, i), tile))
      g_array_append_val (touched, g_array_index (self->circles, AmpMapCircle, i));
  amp_map_circles_draw (cr,
                        (const AmpMapCircle *) (gpointer) touched->data,
                        touched->len,
                        &look,
                        amp_map_figures_get_scale (self->figures),
                        amp_map_figures_get_classes (self->figures),
                        &tile->projection,
                        &rectangle);
  cairo_destroy (cr);
}

static gpointer
ref_scene (gpointer content)
{
  return amp_circle_scene_ref (content);
}

static void
unref_scene (gpointer content)
{
  amp_circle_scene_unref (content);
}

const AmpMapContentKind amp_circle_scene_kind = {
  .ref = ref_scene,
  .unref = unref_scene,
  .paint = paint_circles,
  .tile_size = TILE_SIZE,
};
