/* What a case can be counted by, and filtered by: one row each. Must not know
 * how anything is counted. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpKey:
 *
 * A way to divide records and persons into rows. The first five are places.
 */
typedef enum
{
  AMP_KEY_COUNTRY,
  AMP_KEY_REGION,
  AMP_KEY_DEPARTEMENT,
  AMP_KEY_EPCI,
  AMP_KEY_COMMUNE,
  AMP_KEY_CATEGORY,
  AMP_KEY_SENSITIVITY,
  AMP_KEY_TYPE,
  AMP_KEY_FIELD,
  AMP_KEY_AGE,
  AMP_KEY_SEX,
  AMP_KEY_SOURCE,
  AMP_KEY_PLACE_QUALITY,
  AMP_KEY_COMBINATION,
  AMP_KEY_SEVERITY,
  AMP_N_KEYS
} AmpKey;

/**
 * AMP_N_PLACE_KEYS:
 *
 * How many keys are places: those below %AMP_KEY_CATEGORY.
 */
#define AMP_N_PLACE_KEYS 5

/**
 * amp_key_get_code:
 * @key: a key
 *
 * Returns: its code on the command line, as "place-quality".
 */
const char *amp_key_get_code (AmpKey key);

/**
 * amp_key_get_label:
 * @key: a key
 *
 * Returns: its name for people, in the language of the locale.
 */
const char *amp_key_get_label (AmpKey key);

/**
 * amp_key_from_code:
 * @code: (nullable): a code
 * @key: (out) (optional): where to put the key
 *
 * Returns: whether @code is known; @key is untouched if not.
 */
gboolean amp_key_from_code (const char *code, AmpKey *key);

/**
 * amp_key_is_filter:
 * @key: a key
 *
 * Returns: whether a selection can name @key: all but type, field and
 *   severity.
 */
gboolean amp_key_is_filter (AmpKey key);

/**
 * amp_key_is_place:
 * @key: a key
 *
 * Returns: whether @key is a level of places.
 */
gboolean amp_key_is_place (AmpKey key);

/**
 * amp_key_is_exclusive:
 * @key: a key
 *
 * Returns: whether each person counts in one row at most, so that rows can be
 *   added up.
 */
gboolean amp_key_is_exclusive (AmpKey key);

G_END_DECLS
