/* AmpImportedOutlines: what was imported, as everything that draws finds it: EPCI
 * without an outline of their own have that of their communes together, if all of
 * these have one.
 *
 * One thread at a time: outlines of EPCI are joined when they are asked for. */
#pragma once

#include "amp-gazetteer.h"
#include "amp-outline-set.h"

G_BEGIN_DECLS

typedef struct _AmpImportedOutlines AmpImportedOutlines;

/**
 * amp_imported_outlines_load:
 * @folder: (type filename): where they are kept
 * @gazetteer: which commune is in which EPCI; a reference is taken
 * @error: see amp_outline_set_load()
 *
 * Returns: (transfer full) (nullable): the outlines; %NULL without an error when
 *   none were imported
 */
AmpImportedOutlines *amp_imported_outlines_load (const char *folder, AmpGazetteer *gazetteer, GError **error);

void amp_imported_outlines_free (AmpImportedOutlines *self);

/**
 * amp_imported_outlines_get_set:
 * @level: %AMP_PLACE_LEVEL_EPCI or %AMP_PLACE_LEVEL_COMMUNE
 *
 * Returns: (transfer none) (nullable): what was imported at @level
 */
const AmpOutlineSet *amp_imported_outlines_get_set (const AmpImportedOutlines *self, AmpPlaceLevel level);

/**
 * amp_imported_outlines_find:
 * @level: %AMP_PLACE_LEVEL_EPCI or %AMP_PLACE_LEVEL_COMMUNE
 * @code: of an area of today
 *
 * Returns: (transfer none) (nullable): its outline, as long as @self lives
 */
const AmpOutline *amp_imported_outlines_find (AmpImportedOutlines *self, AmpPlaceLevel level, const char *code);

/**
 * AmpGroupPiece:
 * @group: an EPCI without an outline of its own
 * @outline: of one of its communes
 */
typedef struct
{
  const AmpArea    *group;
  const AmpOutline *outline;
} AmpGroupPiece;

/**
 * amp_imported_outlines_list_pieces:
 * @groups: (nullable): imported outlines of EPCI
 * @communes: imported outlines of communes
 *
 * Returns: (transfer full) (element-type AmpGroupPiece): the communes of each EPCI
 *   that has no outline of its own and of which every commune has one, by the codes
 *   of the communes
 */
GArray *amp_imported_outlines_list_pieces (const AmpOutlineSet *groups, const AmpOutlineSet *communes, AmpGazetteer *gazetteer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpImportedOutlines, amp_imported_outlines_free)

G_END_DECLS
