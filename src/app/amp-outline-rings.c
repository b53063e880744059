/* AmpOutlineRings: an outline as the drawing code wants it.
 *
 * Places and chart do not know each other; this is where the outlines of the
 * one become the shapes of the other. */
#include "amp-outline-rings.h"

AmpOutlineRings *
amp_outline_rings_new (void)
{
  AmpOutlineRings *self = g_new0 (AmpOutlineRings, 1);

  self->rings = g_array_new (FALSE, FALSE, sizeof (AmpMapRing));
  amp_map_bounds_clear (&self->bounds);
  return self;
}

void
amp_outline_rings_free (AmpOutlineRings *self)
{
  g_array_unref (self->rings);
  g_free (self);
}

void
amp_outline_rings_add (AmpOutlineRings *self, const AmpOutline *outline)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (outline != NULL);

  for (guint i = 0; i < outline->n_rings; i++)
    {
      AmpMapRing ring = { outline->rings[i].points, outline->rings[i].n_points };

      g_array_append_val (self->rings, ring);
    }
  amp_map_bounds_add (&self->bounds, outline->west, outline->south);
  amp_map_bounds_add (&self->bounds, outline->east, outline->north);
}

AmpMapShape
amp_outline_rings_get_shape (const AmpOutlineRings *self)
{
  return (AmpMapShape){ .rings = (const AmpMapRing *) self->rings->data, .n_rings = self->rings->len };
}
