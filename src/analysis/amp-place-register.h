/* Places of a case: from the resolver's indices to the case's numbers.
 *
 * Owns the memory of which place has which number, and how fine each is. The
 * codes go to the case as they are met first. */
#pragma once

#include "amp-case-writer.h"
#include "amp-gazetteer.h"

G_BEGIN_DECLS

typedef struct _AmpPlaceRegister AmpPlaceRegister;

/**
 * amp_place_register_new:
 * @gazetteer: that the places were resolved with
 * @writer: (transfer none): the case; must outlive the register
 */
AmpPlaceRegister *amp_place_register_new (AmpGazetteer *gazetteer, AmpCaseWriter *writer);

void amp_place_register_free (AmpPlaceRegister *self);

/**
 * amp_place_register_find:
 * @place: a resolved place
 * @number: (out): its number in the case, %AMP_PLACE_UNPLACED for none
 * @error: an error of the store
 *
 * Returns: whether the case has the place now
 */
gboolean amp_place_register_find (AmpPlaceRegister *self, const AmpPlace *place, guint32 *number, GError **error);

/**
 * amp_place_register_get_levels:
 *
 * Returns: (transfer none) (array): for each number, how fine the place is:
 *   0 none, 1 country, 2 region, 3 département, 4 EPCI, 5 commune; valid until
 *   the next place is added
 */
const guint8 *amp_place_register_get_levels (AmpPlaceRegister *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPlaceRegister, amp_place_register_free)

G_END_DECLS
