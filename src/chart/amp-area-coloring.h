/* AmpAreaColoring: from a picture of numbers (amp-area-mosaic.h) to one of
 * colours, by look-up.
 *
 * Areas of one group look like one: no border is drawn between them. Numbers are
 * finer than the pixels where @finesse is 2: each pixel then mixes four of them,
 * which smooths borders and edges. Immutable once filled: any number of threads
 * may paint with it. */
#pragma once

#include "amp-palette.h"

G_BEGIN_DECLS

/* Numbers around a picture that only tell what its edges border on. */
#define AMP_AREA_APRON 4

/**
 * AmpAreaLook:
 * @color: of the area
 * @group: areas with the same one are not parted
 * @is_ground: mere land: its borders are faint
 * @is_hatched: lines across it tell that nothing is known, or told, about it
 * @is_selected: outlined
 */
typedef struct
{
  AmpColor color;
  guint16  group;
  gboolean is_ground;
  gboolean is_hatched;
  gboolean is_selected;
} AmpAreaLook;

typedef struct _AmpAreaColoring AmpAreaColoring;

/**
 * amp_area_coloring_new:
 * @theme: sea, borders, hatching and selection
 * @n_areas: numbers from 0; all look like land until told otherwise
 * @border_share: how much of its colour a border has, 0 to 1: less where areas
 *   are small
 *
 * Returns: (transfer full): a colouring.
 */
AmpAreaColoring *amp_area_coloring_new (const AmpTheme *theme, guint n_areas, double border_share);

void amp_area_coloring_free (AmpAreaColoring *self);

void amp_area_coloring_set (AmpAreaColoring *self, guint number, const AmpAreaLook *look);

/**
 * AmpAreaPicture:
 * @numbers: (array): @finesse times as many each way, and the apron on each side
 * @finesse: 1 or 2
 * @pixels: (out caller-allocates): opaque, as CAIRO_FORMAT_RGB24 has them
 * @width: pixels
 * @height: pixels
 * @stride: of @pixels, in pixels
 * @x: where the picture lies in the world, pixels: hatching runs on from one
 *   picture to the next
 * @y: likewise
 */
typedef struct
{
  const guint16 *numbers;
  guint          finesse;
  guint32       *pixels;
  guint          width;
  guint          height;
  guint          stride;
  gint64         x;
  gint64         y;
} AmpAreaPicture;

void amp_area_coloring_paint (const AmpAreaColoring *self, const AmpAreaPicture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpAreaColoring, amp_area_coloring_free)

G_END_DECLS
