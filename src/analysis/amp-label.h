/* Labels: the names that people read for the codes of a breakdown, in the
 * language of the locale. */
#pragma once

#include "amp-gazetteer.h"
#include "amp-key.h"

G_BEGIN_DECLS

/**
 * amp_label_dup:
 * @gazetteer: for names of places
 * @key: what the code is one of
 * @code: the code; "" for those without a place at that level
 *
 * Sources and fields have no label but their name, which the case knows.
 *
 * Returns: (transfer full): "Rennes", "Health", "Under 15"…; the code itself
 *   when it is unknown
 */
char *amp_label_dup (AmpGazetteer *gazetteer, AmpKey key, const char *code);

/**
 * amp_label_find_area:
 * @key: a level of places
 * @code: its code
 *
 * Returns: (transfer none) (nullable): the area, or %NULL when there is none
 */
const AmpArea *amp_label_find_area (AmpGazetteer *gazetteer, AmpKey key, const char *code);

G_END_DECLS
