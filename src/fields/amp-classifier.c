/* Owns the weighing of header against values. */
#include "amp-classifier.h"

#include "amp-column-content.h"
#include "amp-column-names.h"
#include "amp-column-neighbours.h"
#include "amp-column.h"
#include "amp-header-dictionary.h"
#include "amp-recognizer.h"
#include "amp-shape.h"

#include <glib/gi18n-lib.h>

/* Below this, "unknown" is the better answer. */
#define CONFIDENCE_MINIMUM 0.4

static const AmpHeaderMatch *
find_own_match (const AmpColumn *column, AmpFieldType type)
{
  for (guint i = 0; i < column->matches->len; i++)
    {
      const AmpHeaderMatch *match = &g_array_index (column->matches, AmpHeaderMatch, i);

      if (match->type == type)
        return match;
    }
  return NULL;
}

/* "Address" and "name" also head whole addresses and names, where the values are such. */
static const AmpHeaderMatch *
find_match (const AmpColumn *column, AmpFieldType type)
{
  const AmpHeaderMatch *match = find_own_match (column, type);

  if (match != NULL)
    return match;
  if (type == AMP_FIELD_TYPE_FULL_ADDRESS && amp_column_profile_get_share (column->profile, column->profile->accepted[type]) >= 0.5)
    return find_own_match (column, AMP_FIELD_TYPE_ADDRESS);
  if (type == AMP_FIELD_TYPE_FULL_NAME && amp_column_names_are_full (column->profile))
    return find_own_match (column, AMP_FIELD_TYPE_LAST_NAME);
  return NULL;
}

/* Header and values are two witnesses: where they agree, the doubt that is
 * left is the product of theirs. */
static double
combine (const AmpColumn *column, AmpFieldType type, double content)
{
  const AmpHeaderMatch *match = find_match (column, type);
  double                weight;

  if (match == NULL)
    return content;
  weight = match->weight * amp_column_content_get_fit (column->profile, type);
  return 1 - (1 - weight) * (1 - content);
}

static void
explain_full_name (AmpColumn *column)
{
  double first = amp_column_profile_get_known_share (column->profile, AMP_FIELD_TYPE_FIRST_NAME);
  double last = amp_column_profile_get_known_share (column->profile, AMP_FIELD_TYPE_LAST_NAME);

  if (MAX (first, last) > 0)
    amp_column_add_evidence (column, AMP_EVIDENCE_NAMES, (guint) (MAX (first, last) * 100), column->profile->values->len, NULL);
}

static void
explain (AmpColumn *column, AmpFieldType type)
{
  const AmpColumnProfile *profile = column->profile;
  const AmpHeaderMatch   *match = find_match (column, type);
  double                  known = amp_column_profile_get_known_share (profile, type);
  const char             *code = amp_field_type_get_code (type);

  if (match != NULL)
    amp_column_add_evidence (column, AMP_EVIDENCE_HEADER, 0, 0, match->words);
  if (amp_recognizer_exists (type))
    amp_column_add_evidence (column, AMP_EVIDENCE_VALID, (guint) (amp_column_profile_get_share (profile, profile->accepted[type]) * 100), profile->values->len, code);
  if (known > 0)
    amp_column_add_evidence (column, AMP_EVIDENCE_KNOWN, (guint) (known * 100), profile->values->len, code);
  if (type == AMP_FIELD_TYPE_FULL_NAME)
    explain_full_name (column);
  if (type == AMP_FIELD_TYPE_COMMENT)
    amp_column_add_evidence (column, AMP_EVIDENCE_WORDS, (guint) ((double) profile->words * 10 / profile->values->len + 0.5), 0, NULL);
  if (type == AMP_FIELD_TYPE_INTERNAL_ID && profile->n_distinct == profile->values->len)
    amp_column_add_evidence (column, AMP_EVIDENCE_UNIQUE, profile->values->len, 0, NULL);
}

static void
explain_dates (AmpColumn *column)
{
  const AmpColumnDates *dates = &column->profile->dates;

  if (column->type == AMP_FIELD_TYPE_BIRTH_DATE && dates->is_births)
    amp_column_add_evidence (column, AMP_EVIDENCE_BIRTHS, 0, 0, NULL);
  else if (column->type == AMP_FIELD_TYPE_ACT_DATE && !dates->is_births)
    amp_column_add_evidence (column, AMP_EVIDENCE_NO_BIRTHS, 0, 0, NULL);
}

static void
guess_alone (AmpColumn *column)
{
  double       scores[AMP_N_FIELD_TYPES];
  AmpFieldType best = AMP_FIELD_TYPE_UNKNOWN;

  amp_column_content_score (column->profile, scores);
  for (guint type = 0; type < AMP_N_FIELD_TYPES; type++)
    {
      scores[type] = combine (column, type, scores[type]);
      if (scores[type] > scores[best])
        best = type;
    }

  column->date_order = column->profile->dates.order;
  if (scores[best] < CONFIDENCE_MINIMUM)
    return;
  amp_column_set_type (column, best, scores[best]);
  explain (column, best);
  explain_dates (column);
}

static void
guess_empty (AmpColumn *column)
{
  amp_column_set_type (column, AMP_FIELD_TYPE_EMPTY, column->profile->n_rows > 0 ? 0.95 : 0.5);
  amp_column_add_evidence (column, AMP_EVIDENCE_NO_VALUE, column->profile->n_rows, 0, NULL);
  if (column->matches->len > 0)
    amp_column_add_evidence (column, AMP_EVIDENCE_HEADER, 0, 0, g_array_index (column->matches, AmpHeaderMatch, 0).words);
}

static double
get_valid_share (const AmpColumn *column)
{
  if (!amp_recognizer_exists (column->type) || column->profile->values->len == 0)
    return -1;
  return amp_column_profile_get_share (column->profile, column->profile->accepted[column->type]);
}

/* No reason for a type, but what an analyst looks at next. */
static void
tell_distinct (AmpColumn *column)
{
  const AmpColumnProfile *profile = column->profile;

  if (profile->values->len > 0)
    amp_column_add_evidence (column, AMP_EVIDENCE_DISTINCT, profile->n_distinct, profile->values->len, NULL);
}

static AmpFieldGuess *
finish (AmpColumn *column)
{
  AmpFieldGuess          *guess = g_new0 (AmpFieldGuess, 1);
  const AmpColumnProfile *profile = column->profile;
  gboolean                is_known = column->matches->len > 0;

  if (column->type == AMP_FIELD_TYPE_UNKNOWN)
    amp_column_add_evidence (column, AMP_EVIDENCE_NOTHING, 0, 0, NULL);
  tell_distinct (column);
  guess->header = g_strdup (column->header);
  guess->type = column->type;
  guess->header_type = is_known ? g_array_index (column->matches, AmpHeaderMatch, 0).type : AMP_FIELD_TYPE_UNKNOWN;
  guess->confidence = column->confidence;
  guess->filled = profile->n_rows > 0 ? (double) profile->n_filled / profile->n_rows : 0;
  guess->variety = profile->values->len > 0 ? (double) profile->n_distinct / profile->values->len : 0;
  guess->valid = get_valid_share (column);
  guess->shape = amp_shape_of (profile->values);
  guess->date_order = column->date_order;
  guess->short_years = profile->dates.short_years;
  g_ptr_array_add (column->evidence, NULL);
  guess->evidence = (char **) g_ptr_array_free (g_steal_pointer (&column->evidence), FALSE);
  return guess;
}

GPtrArray *
amp_classifier_run (const char *const *headers, guint n_fields, GPtrArray *rows)
{
  GPtrArray            *guesses = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_field_guess_free);
  g_autofree AmpColumn *columns = g_new0 (AmpColumn, n_fields);

  g_return_val_if_fail (headers != NULL || n_fields == 0, guesses);
  g_return_val_if_fail (rows != NULL, guesses);

  for (guint i = 0; i < n_fields; i++)
    {
      amp_column_init (&columns[i], headers[i], rows, i);
      if (columns[i].profile->n_filled > 0)
        guess_alone (&columns[i]);
      else
        guess_empty (&columns[i]);
    }
  amp_column_neighbours_compare (columns, n_fields, rows);
  for (guint i = 0; i < n_fields; i++)
    {
      g_ptr_array_add (guesses, finish (&columns[i]));
      amp_column_clear (&columns[i]);
    }
  return guesses;
}

void
amp_field_guess_free (AmpFieldGuess *guess)
{
  if (guess == NULL)
    return;
  g_free (guess->header);
  g_free (guess->shape);
  g_strfreev (guess->evidence);
  g_free (guess);
}
