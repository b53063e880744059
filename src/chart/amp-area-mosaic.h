/* AmpAreaMosaic: many areas as one picture of numbers.
 *
 * Which area lies under which pixel, without colours: a map of 35,000 areas is
 * painted so in a few milliseconds a tile, coloured anew without being painted
 * anew (amp-area-coloring.h), and asked what lies under the pointer. Outlines are
 * kept at several degrees of fineness; points that two neighbours share stay
 * shared in each, so that no gap opens between them.
 *
 * Built in one thread, immutable afterwards: any number of threads may paint it
 * at once. Must not know what an area is. */
#pragma once

#include "amp-map-shape.h"

G_BEGIN_DECLS

/* The number of pixels without an area, and the first that no area may have. */
#define AMP_AREA_NONE G_MAXUINT16

typedef struct _AmpAreaMosaic AmpAreaMosaic;

/**
 * amp_area_mosaic_new:
 *
 * Returns: (transfer full): a mosaic without areas.
 */
AmpAreaMosaic *amp_area_mosaic_new (void);

AmpAreaMosaic *amp_area_mosaic_ref (AmpAreaMosaic *self);

void amp_area_mosaic_unref (AmpAreaMosaic *self);

/**
 * amp_area_mosaic_add:
 * @shape: its rings; copied
 *
 * Adds an area, over those added before. Its number is how many there were.
 *
 * Returns: %FALSE when there are too many already
 */
gboolean amp_area_mosaic_add (AmpAreaMosaic *self, const AmpMapShape *shape);

guint amp_area_mosaic_get_n_areas (const AmpAreaMosaic *self);

/**
 * AmpAreaRaster:
 * @numbers: (array): row by row
 * @width: pixels
 * @height: pixels
 * @projection: where the world lies, in pixels from the upper left corner
 */
typedef struct
{
  guint16      *numbers;
  guint         width;
  guint         height;
  AmpProjection projection;
} AmpAreaRaster;

/**
 * amp_area_mosaic_paint:
 * @raster: pixels that no area covers keep their numbers
 * @offset: added to each number
 *
 * A pixel belongs to the last area around its middle.
 */
void amp_area_mosaic_paint (const AmpAreaMosaic *self, const AmpAreaRaster *raster, guint offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpAreaMosaic, amp_area_mosaic_unref)

G_END_DECLS
