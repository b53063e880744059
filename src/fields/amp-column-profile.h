/* What the values of one column have in common, counted once over a sample.
 * Holds borrowed values: valid as long as the rows are. Private to this layer. */
#pragma once

#include "amp-column-dates.h"
#include "amp-field-type.h"
#include "amp-vocabulary.h"

#include <glib.h>

G_BEGIN_DECLS

/* Values looked at in detail, spread evenly over the filled ones. */
#define AMP_COLUMN_SAMPLE 250

/**
 * AmpColumnProfile:
 * @n_rows: rows of the sample
 * @n_filled: filled cells among them
 * @values: (element-type utf8): at most %AMP_COLUMN_SAMPLE filled values
 * @rows: the row of each of them
 * @n_distinct: how many of them differ
 * @n_letters: how many have letters and name punctuation only
 * @n_lettered: how many have letters
 * @n_digits: how many have digits only
 * @n_numbered: how many start with a digit and have letters too
 * @n_single: how many are one character
 * @n_dotted: how many have one dot or comma
 * @n_lines: how many have a line break
 * @words: words in all; what begins with a digit or a sign is none
 * @characters: bytes in all
 * @longest: bytes of the longest
 * @accepted: for each type with a recogniser, how many it accepts
 * @dates: what those that are dates say
 * @known: for each bit of the vocabulary, how many have such a word
 */
typedef struct
{
  guint          n_rows;
  guint          n_filled;
  GPtrArray     *values;
  GArray        *rows;
  guint          n_distinct;
  guint          n_letters;
  guint          n_lettered;
  guint          n_digits;
  guint          n_numbered;
  guint          n_single;
  guint          n_dotted;
  guint          n_lines;
  guint64        words;
  guint64        characters;
  gsize          longest;
  guint          accepted[AMP_N_FIELD_TYPES];
  AmpColumnDates dates;
  guint          known[AMP_VOCABULARY_MAXIMUM_TYPES];
} AmpColumnProfile;

/**
 * amp_column_profile_new:
 * @rows: (element-type GStrv): rows of UTF-8 values
 * @column: which value of each row
 *
 * Returns: (transfer full): the profile.
 */
AmpColumnProfile *amp_column_profile_new (const GPtrArray *rows, guint column);

/**
 * amp_column_profile_free:
 * @profile: (transfer full): a profile
 */
void amp_column_profile_free (AmpColumnProfile *profile);

/**
 * amp_column_profile_get_share:
 * @profile: a profile
 * @count: one of its counts over @values
 *
 * Returns: @count as a share of the values looked at; 0 when there are none.
 */
double amp_column_profile_get_share (const AmpColumnProfile *profile, guint count);

/**
 * amp_column_profile_get_known_share:
 * @profile: a profile
 * @type: a type
 *
 * Returns: the share of values with a word of @type's vocabulary.
 */
double amp_column_profile_get_known_share (const AmpColumnProfile *profile, AmpFieldType type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpColumnProfile, amp_column_profile_free)

G_END_DECLS
