/* What a card of figures is broken down by: a key by its code, or a level of places
 * that the analyst chooses.
 *
 * Knows the order in which lists offer the levels, and no widget. */
#pragma once

#include "amp-case.h"

G_BEGIN_DECLS

#define AMP_N_CARD_LEVELS 4

/**
 * amp_card_key_is_by_place:
 * @code: (nullable): code of a key, or "place" for the level that is chosen
 */
gboolean amp_card_key_is_by_place (const char *code);

/**
 * amp_card_key_of_level:
 * @level: 0 region, 1 département, 2 EPCI, 3 commune; what is beyond is a commune
 */
AmpKey amp_card_key_of_level (guint level);

/**
 * amp_card_key_get:
 * @code: (nullable): as in amp_card_key_is_by_place()
 * @level: as in amp_card_key_of_level(); for "place"
 */
AmpKey amp_card_key_get (const char *code, guint level);

G_END_DECLS
