/* Owns the counting over a column's sample. */
#include "amp-column-profile.h"

#include "amp-medical-code.h"
#include "amp-recognizer.h"
#include "amp-value.h"

/* No recogniser but that of free text has a use for more. */
#define LONGEST_RECOGNIZED 256

typedef struct
{
  guint n_letters, n_digits, n_points, n_others, n_words, n_lines;
} Characters;

static Characters
count_characters (const char *bytes, gsize length)
{
  Characters counts = { 0 };
  gboolean   in_word = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      gboolean is_space = g_ascii_isspace (bytes[i]);
      gboolean is_letter = g_ascii_isalpha (bytes[i]) || (guint8) bytes[i] >= 0x80;

      if (is_letter)
        counts.n_letters++;
      else if (g_ascii_isdigit (bytes[i]))
        counts.n_digits++;
      else if (bytes[i] == '.' || bytes[i] == ',')
        counts.n_points++;
      else if (!is_space && strchr ("-'()", bytes[i]) == NULL)
        counts.n_others++;
      counts.n_words += is_letter && !in_word ? 1 : 0;
      counts.n_lines += bytes[i] == '\n' || bytes[i] == '\r' ? 1 : 0;
      in_word = !is_space;
    }
  return counts;
}

static void
count_value (AmpColumnProfile *profile, const char *bytes, gsize length)
{
  Characters counts = count_characters (bytes, MIN (length, 4096));

  profile->n_letters += counts.n_letters > 0 && counts.n_digits == 0 && counts.n_others == 0 ? 1 : 0;
  profile->n_lettered += counts.n_letters > 0 ? 1 : 0;
  profile->n_digits += counts.n_digits == length ? 1 : 0;
  profile->n_numbered += counts.n_letters > 1 && g_ascii_isdigit (bytes[0]) ? 1 : 0;
  profile->n_single += length == 1 ? 1 : 0;
  profile->n_dotted += counts.n_points == 1 ? 1 : 0;
  profile->n_lines += counts.n_lines > 0 ? 1 : 0;
  profile->words += counts.n_words;
  profile->characters += length;
  profile->longest = MAX (profile->longest, length);
}

static gboolean
is_date_type (AmpFieldType type)
{
  return type == AMP_FIELD_TYPE_BIRTH_DATE || type == AMP_FIELD_TYPE_ACT_DATE || type == AMP_FIELD_TYPE_TIMESTAMP;
}

static void
recognize_value (AmpColumnProfile *profile, const char *bytes, gsize length)
{
  const AmpVocabulary *vocabulary = amp_vocabulary_get_default ();
  guint32              known;

  if (length > LONGEST_RECOGNIZED)
    return;
  for (guint type = 0; type < AMP_N_FIELD_TYPES; type++)
    if (amp_recognizer_exists (type) && !is_date_type (type))
      profile->accepted[type] += amp_recognizer_accepts (type, bytes, length) ? 1 : 0;
  known = amp_vocabulary_look_up (vocabulary, bytes, length);
  if (amp_atc_is_valid (bytes, length))
    known |= amp_vocabulary_get_set (vocabulary, AMP_FIELD_TYPE_MEDICATION);
  for (guint bit = 0; known != 0; bit++, known >>= 1)
    profile->known[bit] += known & 1;
}

static void
count_sample (AmpColumnProfile *profile)
{
  g_autoptr (GHashTable) distinct = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < profile->values->len; i++)
    {
      const char *bytes = g_ptr_array_index (profile->values, i);
      gsize       length = strlen (bytes);

      g_hash_table_add (distinct, (gpointer) bytes);
      amp_value_trim (&bytes, &length);
      count_value (profile, bytes, length);
      recognize_value (profile, bytes, length);
    }
  profile->n_distinct = g_hash_table_size (distinct);
}

/* One rule, three types: what a date is of is told by other means. */
static void
count_dates (AmpColumnProfile *profile)
{
  amp_column_dates_read (profile->values, &profile->dates);
  profile->accepted[AMP_FIELD_TYPE_BIRTH_DATE] = profile->dates.n_dates;
  profile->accepted[AMP_FIELD_TYPE_ACT_DATE] = profile->dates.n_dates;
  profile->accepted[AMP_FIELD_TYPE_TIMESTAMP] = profile->dates.n_dates;
}

AmpColumnProfile *
amp_column_profile_new (const GPtrArray *rows, guint column)
{
  AmpColumnProfile *profile = g_new0 (AmpColumnProfile, 1);
  g_autoptr (GArray) filled = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;

  profile->n_rows = rows->len;
  profile->values = g_ptr_array_new ();
  profile->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < rows->len; i++)
    {
      const char *value = ((char **) g_ptr_array_index (rows, i))[column];

      if (value != NULL && *value != '\0' && amp_value_is_filled (value, strlen (value)))
        g_array_append_val (filled, i);
    }
  profile->n_filled = filled->len;

  n = MIN (filled->len, AMP_COLUMN_SAMPLE);
  for (guint i = 0; i < n; i++)
    {
      guint row = g_array_index (filled, guint, (guint64) i * filled->len / n);

      g_array_append_val (profile->rows, row);
      g_ptr_array_add (profile->values, ((char **) g_ptr_array_index (rows, row))[column]);
    }
  count_sample (profile);
  count_dates (profile);
  return profile;
}

void
amp_column_profile_free (AmpColumnProfile *profile)
{
  g_ptr_array_unref (profile->values);
  g_array_unref (profile->rows);
  g_free (profile);
}

double
amp_column_profile_get_share (const AmpColumnProfile *profile, guint count)
{
  return profile->values->len > 0 ? (double) count / profile->values->len : 0;
}

double
amp_column_profile_get_known_share (const AmpColumnProfile *profile, AmpFieldType type)
{
  const AmpVocabulary *vocabulary = amp_vocabulary_get_default ();

  for (guint bit = 0; bit < amp_vocabulary_get_n_types (vocabulary); bit++)
    if (amp_vocabulary_get_type (vocabulary, bit) == type)
      return amp_column_profile_get_share (profile, profile->known[bit]);
  return 0;
}
