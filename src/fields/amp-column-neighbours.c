/* Owns the rules between columns. Only what most rows confirm changes a
 * guess. */
#include "amp-column-neighbours.h"

#include "amp-nir.h"
#include "amp-person-facts.h"

#include <glib/gi18n-lib.h>

#define ROWS_MINIMUM 5
#define AGREEING_MINIMUM 0.6

/* Looks at the value of @column in a row that has a NIR. */
typedef gboolean (*Agrees) (const AmpNir *nir, const char *value, const AmpColumn *column);

static gboolean
is_birth_of (const AmpNir *nir, const char *value, const AmpColumn *column)
{
  AmpDate date;
  guint   year = (guint) (nir->digits[1] - '0') * 10 + (guint) (nir->digits[2] - '0');
  guint   month = (guint) (nir->digits[3] - '0') * 10 + (guint) (nir->digits[4] - '0');

  return amp_date_parse (value, strlen (value), column->date_order, &date) && date.year % 100 == year && date.month == month;
}

static gboolean
is_key_of (const AmpNir *nir, const char *value, const AmpColumn *column)
{
  return g_ascii_strtoull (value, NULL, 10) == amp_nir_get_key (nir->digits);
}

static gboolean
is_sex_of (const AmpNir *nir, const char *value, const AmpColumn *column)
{
  return amp_sex_parse (value, strlen (value)) == nir->sex;
}

/* The share of rows where @agrees holds, among those where both columns are
 * filled; *n: how many those are. */
static double
get_agreeing_share (const AmpColumn *columns, guint nir_column, guint other, const GPtrArray *rows, Agrees agrees, guint *n)
{
  const GArray *sample = columns[other].profile->rows;
  guint         n_agreeing = 0;

  *n = 0;
  for (guint i = 0; i < sample->len; i++)
    {
      char **row = g_ptr_array_index (rows, g_array_index (sample, guint, i));
      AmpNir nir;

      if (row[nir_column] == NULL || !amp_nir_parse (row[nir_column], strlen (row[nir_column]), &nir))
        continue;
      *n += 1;
      n_agreeing += agrees (&nir, row[other], &columns[other]) ? 1 : 0;
    }
  return *n >= ROWS_MINIMUM ? (double) n_agreeing / *n : 0;
}

static gboolean
is_date_column (const AmpColumn *column)
{
  return amp_column_profile_get_share (column->profile, column->profile->accepted[AMP_FIELD_TYPE_BIRTH_DATE]) >= AGREEING_MINIMUM;
}

static void
confirm_birth_date (AmpColumn *columns, guint nir_column, guint other, const GPtrArray *rows)
{
  guint  n;
  double share;

  if (!is_date_column (&columns[other]) || columns[other].type == AMP_FIELD_TYPE_PREGNANCY)
    return;
  share = get_agreeing_share (columns, nir_column, other, rows, is_birth_of, &n);
  if (share < AGREEING_MINIMUM)
    return;
  amp_column_set_type (&columns[other], AMP_FIELD_TYPE_BIRTH_DATE, MAX (0.97, columns[other].confidence));
  amp_column_add_evidence (&columns[other], AMP_EVIDENCE_BIRTH_OF_NIR, (guint) (share * 100), n, NULL);
  amp_column_set_type (&columns[nir_column], AMP_FIELD_TYPE_NIR, MAX (0.97, columns[nir_column].confidence));
  amp_column_add_evidence (&columns[nir_column], AMP_EVIDENCE_NIR_OF_BIRTH, (guint) (share * 100), n, NULL);
}

static void
confirm_key (AmpColumn *columns, guint nir_column, guint other, const GPtrArray *rows)
{
  guint  n;
  double share;

  if (amp_column_profile_get_share (columns[other].profile, columns[other].profile->accepted[AMP_FIELD_TYPE_NIR_KEY]) < 0.9)
    return;
  share = get_agreeing_share (columns, nir_column, other, rows, is_key_of, &n);
  if (share < AGREEING_MINIMUM)
    return;
  amp_column_set_type (&columns[other], AMP_FIELD_TYPE_NIR_KEY, 0.99);
  amp_column_add_evidence (&columns[other], AMP_EVIDENCE_KEY_OF_NIR, (guint) (share * 100), n, NULL);
}

static gboolean
may_be_sex (const AmpColumn *column)
{
  const AmpColumnProfile *profile = column->profile;

  return profile->n_distinct >= 2 && profile->n_distinct <= 4 &&
         amp_column_profile_get_share (profile, profile->accepted[AMP_FIELD_TYPE_SEX]) >= 0.9 &&
         amp_column_profile_get_known_share (profile, AMP_FIELD_TYPE_TITLE) < 0.5;
}

/* Its first digit: what 1 and 2, or any other words, say of the same people. */
static void
confirm_sex (AmpColumn *columns, guint nir_column, guint other, const GPtrArray *rows)
{
  guint  n;
  double share;

  if (columns[other].type == AMP_FIELD_TYPE_SEX || columns[other].matches->len > 0 || !may_be_sex (&columns[other]))
    return;
  share = get_agreeing_share (columns, nir_column, other, rows, is_sex_of, &n);
  if (share < 0.9 || n < 20)
    return;
  amp_column_set_type (&columns[other], AMP_FIELD_TYPE_SEX, 0.95);
  amp_column_add_evidence (&columns[other], AMP_EVIDENCE_SEX_OF_NIR, (guint) (share * 100), n, NULL);
}

/* Any column that may hold a NIR: what depends on it then proves it. */
static gboolean
may_be_nir (const AmpColumn *column)
{
  return column->type == AMP_FIELD_TYPE_NIR ||
         amp_column_profile_get_share (column->profile, column->profile->accepted[AMP_FIELD_TYPE_NIR]) >= AGREEING_MINIMUM;
}

static void
strengthen (AmpColumn *column, AmpFieldType type, double confidence, AmpEvidence evidence)
{
  if (column->type == type ? column->confidence >= confidence : column->confidence >= 0.7)
    return;
  amp_column_set_type (column, type, confidence);
  amp_column_add_evidence (column, evidence, 0, 0, NULL);
}

static gboolean
is_lettered (const AmpColumn *column)
{
  return column->profile->values->len > 0 &&
         amp_column_profile_get_share (column->profile, column->profile->n_letters) >= 0.9 &&
         amp_column_profile_get_share (column->profile, column->profile->n_single) < 0.5;
}

/* Headers that say something are left alone: position is weak evidence. */
static gboolean
is_open (const AmpColumn *column)
{
  return column->matches->len == 0 && is_lettered (column);
}

static void
compare_pair (AmpColumn *first, AmpColumn *second)
{
  if (first->type == AMP_FIELD_TYPE_POSTAL_CODE && first->confidence >= 0.5 && is_open (second) &&
      amp_column_profile_get_known_share (second->profile, AMP_FIELD_TYPE_CITY) >= 0.1)
    strengthen (second, AMP_FIELD_TYPE_CITY, 0.88, AMP_EVIDENCE_BESIDE_POSTAL_CODE);
  else if (first->type == AMP_FIELD_TYPE_FIRST_NAME && first->confidence >= 0.5 && is_open (second) &&
           second->type != AMP_FIELD_TYPE_FIRST_NAME && second->profile->words < 2 * second->profile->values->len)
    strengthen (second, AMP_FIELD_TYPE_LAST_NAME, 0.72, AMP_EVIDENCE_BESIDE_FIRST_NAME);
}

/* Two columns that both look like first names: the one with more words of last
 * names is that. */
static void
tell_names_apart (AmpColumn *first, AmpColumn *second)
{
  double last_in_first, last_in_second;

  if (first->type != AMP_FIELD_TYPE_FIRST_NAME || second->type != AMP_FIELD_TYPE_FIRST_NAME || !is_open (first) || !is_open (second))
    return;
  last_in_first = amp_column_profile_get_known_share (first->profile, AMP_FIELD_TYPE_LAST_NAME);
  last_in_second = amp_column_profile_get_known_share (second->profile, AMP_FIELD_TYPE_LAST_NAME);
  if (last_in_first == last_in_second)
    return;
  first = last_in_first > last_in_second ? first : second;
  amp_column_set_type (first, AMP_FIELD_TYPE_LAST_NAME, 0.6);
  amp_column_add_evidence (first, AMP_EVIDENCE_BESIDE_FIRST_NAME, 0, 0, NULL);
}

static gboolean
has_type (const AmpColumn *columns, guint n_columns, guint position, guint distance, AmpFieldType type)
{
  guint first = position > distance ? position - distance : 0;

  for (guint i = first; i <= MIN (position + distance, n_columns - 1); i++)
    if (i != position && columns[i].type == type && columns[i].confidence >= 0.5)
      return TRUE;
  return FALSE;
}

/* A city beside a birth date, and another one beside a postal code. */
static void
tell_cities_apart (AmpColumn *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      AmpColumn *column = &columns[i];

      if (!is_open (column) || amp_column_profile_get_known_share (column->profile, AMP_FIELD_TYPE_CITY) < 0.25 ||
          has_type (columns, n_columns, i, 1, AMP_FIELD_TYPE_POSTAL_CODE) || !has_type (columns, n_columns, i, 2, AMP_FIELD_TYPE_BIRTH_DATE) ||
          !has_type (columns, n_columns, n_columns, n_columns, AMP_FIELD_TYPE_POSTAL_CODE))
        continue;
      amp_column_set_type (column, AMP_FIELD_TYPE_BIRTH_PLACE, 0.7);
      amp_column_add_evidence (column, AMP_EVIDENCE_BESIDE_BIRTH_DATE, 0, 0, NULL);
    }
}

static gboolean
is_measure (const AmpColumn *column, AmpFieldType type, double lowest, double highest)
{
  double sum = 0;
  guint  n = column->profile->values->len;

  if (column->matches->len > 0 || column->confidence >= 0.7 || n < 20 || column->profile->n_distinct < 10 ||
      amp_column_profile_get_share (column->profile, column->profile->accepted[type]) < 0.97)
    return FALSE;
  for (guint i = 0; i < n; i++)
    sum += g_ascii_strtod (g_ptr_array_index (column->profile->values, i), NULL);
  return sum / n >= lowest && sum / n <= highest;
}

/* Kilograms and centimetres beside each other are those of people. */
static void
pair_measures (AmpColumn *first, AmpColumn *second)
{
  AmpColumn *weight = is_measure (first, AMP_FIELD_TYPE_WEIGHT, 30, 100) ? first : second;
  AmpColumn *height = weight == first ? second : first;

  if (!is_measure (weight, AMP_FIELD_TYPE_WEIGHT, 30, 100) || !is_measure (height, AMP_FIELD_TYPE_HEIGHT, 110, 190))
    return;
  amp_column_set_type (weight, AMP_FIELD_TYPE_WEIGHT, 0.65);
  amp_column_add_evidence (weight, AMP_EVIDENCE_WEIGHT, 0, 0, NULL);
  amp_column_set_type (height, AMP_FIELD_TYPE_HEIGHT, 0.65);
  amp_column_add_evidence (height, AMP_EVIDENCE_HEIGHT, 0, 0, NULL);
}

void
amp_column_neighbours_compare (AmpColumn *columns, guint n_columns, const GPtrArray *rows)
{
  for (guint i = 0; i < n_columns; i++)
    {
      guint nearest = i > 3 ? i - 3 : 0;

      if (!may_be_nir (&columns[i]))
        continue;
      for (guint j = 0; j < n_columns; j++)
        if (j != i)
          {
            confirm_birth_date (columns, i, j, rows);
            confirm_sex (columns, i, j, rows);
          }
      for (guint j = nearest; j < MIN (i + 4, n_columns); j++)
        if (j != i)
          confirm_key (columns, i, j, rows);
    }
  for (guint i = 0; i + 1 < n_columns; i++)
    {
      tell_names_apart (&columns[i], &columns[i + 1]);
      compare_pair (&columns[i], &columns[i + 1]);
      compare_pair (&columns[i + 1], &columns[i]);
      pair_measures (&columns[i], &columns[i + 1]);
    }
  tell_cities_apart (columns, n_columns);
}
