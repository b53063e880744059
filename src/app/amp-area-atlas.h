/* AmpAreaAtlas: what outlines there are for each level of places, ready to be
 * painted.
 *
 * Joins the outlines that ship with those that were imported. EPCI without an
 * outline of their own are drawn as their communes, if all of these have one.
 * Built in a worker, immutable afterwards. Must not know figures. */
#pragma once

#include "amp-area-mosaic.h"
#include "amp-gazetteer.h"
#include "amp-outline-rings.h"
#include "amp-outline-set.h"
#include "amp-outline-union.h"
#include "amp-table.h"

G_BEGIN_DECLS

typedef struct _AmpAreaAtlas AmpAreaAtlas;

/**
 * AmpAreaSheet:
 * @mosaic: its pieces: outlines that follow each other
 * @codes: (element-type utf8): which area each piece is, or is part of
 * @outlines: (element-type AmpOutline): of each piece, borrowed
 * @pieces: (element-type utf8 GArray): code → numbers of its pieces (guint)
 *
 * The outlines of one level.
 */
typedef struct
{
  AmpAreaMosaic *mosaic;
  GPtrArray     *codes;
  GPtrArray     *outlines;
  GHashTable    *pieces;
} AmpAreaSheet;

/**
 * amp_area_atlas_new:
 * @outlines: those that ship; a reference is taken
 * @groups: (nullable): imported outlines of EPCI; a reference is taken
 * @communes: (nullable): imported outlines of communes; a reference is taken
 * @gazetteer: which commune is in which EPCI; a reference is taken
 *
 * Takes a few milliseconds; with 35,000 communes some tenths of a second.
 *
 * Returns: (transfer full): the atlas
 */
AmpAreaAtlas *amp_area_atlas_new (AmpOutlines *outlines, AmpOutlineSet *groups, AmpOutlineSet *communes, AmpGazetteer *gazetteer);

AmpAreaAtlas *amp_area_atlas_ref (AmpAreaAtlas *self);

void amp_area_atlas_unref (AmpAreaAtlas *self);

/**
 * amp_area_atlas_get_ground:
 *
 * Returns: (transfer none): the other countries, and then the départements: what
 *   is seen where a level has no outline
 */
const AmpAreaSheet *amp_area_atlas_get_ground (const AmpAreaAtlas *self);

/**
 * amp_area_atlas_get_n_countries:
 *
 * Returns: how many pieces of the ground are other countries
 */
guint amp_area_atlas_get_n_countries (const AmpAreaAtlas *self);

/**
 * amp_area_atlas_get_set:
 * @level: %AMP_PLACE_LEVEL_EPCI or %AMP_PLACE_LEVEL_COMMUNE
 *
 * Returns: (transfer none) (nullable): what was imported at @level
 */
const AmpOutlineSet *amp_area_atlas_get_set (const AmpAreaAtlas *self, AmpPlaceLevel level);

/**
 * amp_area_atlas_get_sheet:
 * @key: region, département, EPCI or commune
 *
 * Returns: (transfer none): its outlines; without pieces where there are none
 */
const AmpAreaSheet *amp_area_atlas_get_sheet (const AmpAreaAtlas *self, AmpKey key);

/**
 * amp_area_sheet_has:
 *
 * Returns: whether the area @code has an outline
 */
gboolean amp_area_sheet_has (const AmpAreaSheet *sheet, const char *code);

/**
 * amp_area_sheet_find:
 *
 * Returns: (transfer none) (nullable): the code of the area around that point
 */
const char *amp_area_sheet_find (const AmpAreaSheet *sheet, double longitude, double latitude);

/**
 * amp_area_sheet_get_bounds:
 *
 * Returns: the bounds of the outline of the area @code; empty when it has none
 */
AmpMapBounds amp_area_sheet_get_bounds (const AmpAreaSheet *sheet, const char *code);

/**
 * amp_area_sheet_dup_rings:
 *
 * Returns: (transfer full): the rings of the area @code, none if it has no outline;
 *   good as long as the atlas lives
 */
AmpOutlineRings *amp_area_sheet_dup_rings (const AmpAreaSheet *sheet, const char *code);

/**
 * amp_area_sheet_dup_whole:
 * @code: of an area that has an outline; lives as long as what is returned
 *
 * Returns: (transfer full): the outline of the area, its pieces joined, for
 *   amp_outline_union_free()
 */
AmpOutline *amp_area_sheet_dup_whole (const AmpAreaSheet *sheet, const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpAreaAtlas, amp_area_atlas_unref)

G_END_DECLS
