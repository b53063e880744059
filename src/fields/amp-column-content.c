/* Owns the judgements about values: the thresholds below. They are set so that
 * a column of anything else rarely passes, and checked by the classifier's
 * tests; a wrong answer that sounds sure is worse than "unknown". */
#include "amp-column-content.h"

#include "amp-column-names.h"
#include "amp-measure.h"
#include "amp-recognizer.h"

/* A sample this small proves half as much as a large one. */
#define HALF_PROOF 2.0
#define ACCEPTED_MINIMUM 0.6
/* One and the same word everywhere may be anything. */
#define ONE_VALUE_DOUBT 0.7
/* What is left of a header that all values deny: a clear one is still named,
 * with little confidence, as its values may be badly typed identifiers. */
#define DENIED_FIT 0.45

/* What a column must be like for a word rule to count. */
enum
{
  LETTERS = 1 << 0,  /* letters only, nearly all values */
  ONE_WORD = 1 << 1, /* of about one word */
  WORDS = 1 << 2,    /* of two words or more */
  FEW = 1 << 3,      /* few different values */
  MANY = 1 << 4,     /* many different values */
  NUMBERED = 1 << 5, /* often with a number in front */
  LONGER = 1 << 6,   /* of more than one character */
};

typedef struct
{
  AmpFieldType type;
  double       threshold; /* share of values that have a word of the type */
  double       certainty; /* what that makes of a large sample */
  guint        needs;
} WordRule;

/* clang-format off */
static const WordRule word_rules[] = {
  { AMP_FIELD_TYPE_FIRST_NAME,  0.30, 0.80, LETTERS | ONE_WORD | MANY },
  { AMP_FIELD_TYPE_LAST_NAME,   0.15, 0.60, LETTERS | ONE_WORD | MANY },
  { AMP_FIELD_TYPE_DOCTOR_NAME, 0.60, 0.85, LETTERS | WORDS },
  { AMP_FIELD_TYPE_CITY,        0.30, 0.82, LETTERS | LONGER },
  { AMP_FIELD_TYPE_TITLE,       0.90, 0.85, LETTERS | FEW | LONGER | ONE_WORD },
  { AMP_FIELD_TYPE_MARITAL,     0.70, 0.85, LETTERS | FEW | LONGER },
  { AMP_FIELD_TYPE_COUNTRY,     0.85, 0.80, LETTERS | LONGER },
  { AMP_FIELD_TYPE_NATIONALITY, 0.70, 0.80, LETTERS | LONGER },
  { AMP_FIELD_TYPE_INSURER,     0.40, 0.80, LONGER },
  { AMP_FIELD_TYPE_EXAM,        0.30, 0.65, LONGER },
  { AMP_FIELD_TYPE_MEDICATION,  0.30, 0.80, LONGER },
  { AMP_FIELD_TYPE_PATHOLOGY,   0.30, 0.80, LONGER },
  { AMP_FIELD_TYPE_SEROLOGY,    0.80, 0.60, FEW | LONGER },
  { AMP_FIELD_TYPE_ADDRESS,     0.50, 0.88, NUMBERED | MANY },
  { AMP_FIELD_TYPE_COMPANY,     0.40, 0.60, LONGER | MANY },
  { AMP_FIELD_TYPE_JOB,         0.40, 0.75, LONGER },
  { AMP_FIELD_TYPE_STATUS,      0.80, 0.55, FEW | LONGER },
  { AMP_FIELD_TYPE_FLAG,        0.97, 0.45, FEW },
  { AMP_FIELD_TYPE_RELIGION,    0.70, 0.85, LETTERS | LONGER },
  { AMP_FIELD_TYPE_POLITICS,    0.70, 0.80, LETTERS | LONGER },
  { AMP_FIELD_TYPE_UNION,       0.70, 0.85, LETTERS | LONGER },
  { AMP_FIELD_TYPE_ETHNICITY,   0.80, 0.75, LETTERS | LONGER },
  { AMP_FIELD_TYPE_SEX_LIFE,    0.80, 0.85, LETTERS | LONGER },
  { AMP_FIELD_TYPE_OFFENCE,     0.70, 0.70, LETTERS | LONGER },
  { AMP_FIELD_TYPE_GENETIC,     0.60, 0.80, LONGER },
  { AMP_FIELD_TYPE_ADDRESS2,    0.60, 0.75, LONGER },
};

/* Types whose values look like those of another: only a header tells them
 * apart, so that they share what the values say, less a little. */
static const AmpFieldType variants[][2] = {
  { AMP_FIELD_TYPE_ADDRESS2,     AMP_FIELD_TYPE_ADDRESS },
  { AMP_FIELD_TYPE_MAIDEN_NAME,  AMP_FIELD_TYPE_LAST_NAME },
  { AMP_FIELD_TYPE_BIRTH_PLACE,  AMP_FIELD_TYPE_CITY },
};
#define VARIANT_SHARE 0.9

/* Types whose header is believed even where their recogniser is not: it knows
 * the usual spellings only. */
static const AmpFieldType loose_types[] = {
  AMP_FIELD_TYPE_BLOOD_GROUP, AMP_FIELD_TYPE_ICD10, AMP_FIELD_TYPE_AMOUNT, AMP_FIELD_TYPE_WEIGHT, AMP_FIELD_TYPE_HEIGHT,
  AMP_FIELD_TYPE_HASH, AMP_FIELD_TYPE_LOCATION, AMP_FIELD_TYPE_FINESS, AMP_FIELD_TYPE_TAX_ID, AMP_FIELD_TYPE_PASSPORT,
  AMP_FIELD_TYPE_CNI, AMP_FIELD_TYPE_DRIVING_LICENCE, AMP_FIELD_TYPE_PLATE,
};

/* Types whose values are words: a column of numbers is something else. */
static const AmpFieldType word_types[] = {
  AMP_FIELD_TYPE_LAST_NAME, AMP_FIELD_TYPE_FIRST_NAME, AMP_FIELD_TYPE_FULL_NAME, AMP_FIELD_TYPE_MAIDEN_NAME,
  AMP_FIELD_TYPE_DOCTOR_NAME, AMP_FIELD_TYPE_CITY, AMP_FIELD_TYPE_CP_CITY, AMP_FIELD_TYPE_ADDRESS,
  AMP_FIELD_TYPE_FULL_ADDRESS, AMP_FIELD_TYPE_INSURER, AMP_FIELD_TYPE_COMPANY, AMP_FIELD_TYPE_COMMENT,
  AMP_FIELD_TYPE_MEDICATION, AMP_FIELD_TYPE_RELIGION, AMP_FIELD_TYPE_POLITICS, AMP_FIELD_TYPE_UNION,
  AMP_FIELD_TYPE_ETHNICITY, AMP_FIELD_TYPE_PATHOLOGY, AMP_FIELD_TYPE_EMAIL,
};
/* clang-format on */

static gboolean
is_among (AmpFieldType type, const AmpFieldType *types, guint n_types)
{
  for (guint i = 0; i < n_types; i++)
    if (types[i] == type)
      return TRUE;
  return FALSE;
}

static double
get_words_per_value (const AmpColumnProfile *profile)
{
  return (double) profile->words / profile->values->len;
}

static double
get_characters_per_value (const AmpColumnProfile *profile)
{
  return (double) profile->characters / profile->values->len;
}

static double
get_proof (const AmpColumnProfile *profile)
{
  return profile->values->len / (profile->values->len + HALF_PROOF);
}

static double
get_accepted (const AmpColumnProfile *profile, AmpFieldType type)
{
  return amp_column_profile_get_share (profile, profile->accepted[type]);
}

static gboolean
has_needs (const AmpColumnProfile *profile, guint needs)
{
  double words = get_words_per_value (profile);
  guint  n = profile->values->len;

  return (!(needs & LETTERS) || amp_column_profile_get_share (profile, profile->n_letters) >= 0.9) &&
         (!(needs & ONE_WORD) || words < 1.6) &&
         (!(needs & WORDS) || (words >= 1.8 && words < 4)) &&
         (!(needs & FEW) || profile->n_distinct <= MIN (20, n / 2 + 2)) &&
         (!(needs & MANY) || profile->n_distinct >= MIN (5, n / 2 + 1)) &&
         (!(needs & NUMBERED) || amp_column_profile_get_share (profile, profile->n_numbered) >= 0.3) &&
         (!(needs & LONGER) || amp_column_profile_get_share (profile, profile->n_single) < 0.7);
}

static void
score_words (const AmpColumnProfile *profile, double *scores)
{
  for (guint i = 0; i < G_N_ELEMENTS (word_rules); i++)
    {
      const WordRule *rule = &word_rules[i];
      double          known = amp_column_profile_get_known_share (profile, rule->type);

      if (rule->threshold > 0 && known >= rule->threshold && has_needs (profile, rule->needs))
        scores[rule->type] = rule->certainty * (0.8 + 0.2 * known) * get_proof (profile) * (profile->n_distinct > 1 ? 1 : ONE_VALUE_DOUBT);
    }
}

static void
score_names (const AmpColumnProfile *profile, double *scores)
{
  if (amp_column_names_are_full (profile))
    scores[AMP_FIELD_TYPE_FULL_NAME] = 0.75 * get_proof (profile);
}

static void
score_recognized (const AmpColumnProfile *profile, double *scores)
{
  for (guint type = 0; type < AMP_N_FIELD_TYPES; type++)
    {
      double accepted = get_accepted (profile, type);

      if (accepted >= ACCEPTED_MINIMUM)
        scores[type] = amp_recognizer_get_certainty (type) * accepted * accepted * get_proof (profile);
    }
}

/* French postal codes mostly end with a 0, INSEE codes do by chance. */
static double
get_round_share (const AmpColumnProfile *profile)
{
  guint n = 0;

  for (guint i = 0; i < profile->values->len; i++)
    n += g_str_has_suffix (g_ptr_array_index (profile->values, i), "0") ? 1 : 0;
  return amp_column_profile_get_share (profile, n);
}

/* A rhesus alone, POS or NEG, is any test's result. */
static double
get_lettered_group_share (const AmpColumnProfile *profile)
{
  guint n = 0;

  for (guint i = 0; i < profile->values->len; i++)
    {
      const char *value = g_ptr_array_index (profile->values, i);

      n += strchr ("ABOabo0", value[strspn (value, " ")]) != NULL ? 1 : 0;
    }
  return amp_column_profile_get_share (profile, n);
}

/* Diagnoses are of several chapters; a price code like B120 is of one letter. */
static gboolean
has_many_initials (const AmpColumnProfile *profile)
{
  guint32 seen = 0;

  for (guint i = 0; i < profile->values->len; i++)
    {
      const char *value = g_ptr_array_index (profile->values, i);

      if (g_ascii_isalpha (value[0]))
        seen |= 1u << (g_ascii_toupper (value[0]) - 'A');
    }
  return __builtin_popcount (seen) >= 4;
}

/* Where a rule also accepts what other types hold, more must speak for it. */
static void
doubt_ambiguous (const AmpColumnProfile *profile, double *scores)
{
  double round = get_round_share (profile);

  if (amp_column_profile_get_share (profile, profile->n_digits) > 0.5 || profile->n_distinct < 2 || profile->n_distinct > 6 ||
      amp_column_profile_get_known_share (profile, AMP_FIELD_TYPE_TITLE) > 0.5)
    scores[AMP_FIELD_TYPE_SEX] *= 0.2;
  if (profile->n_distinct < 3 || profile->n_distinct > 30 || get_accepted (profile, AMP_FIELD_TYPE_BLOOD_GROUP) < 0.9 || get_lettered_group_share (profile) < 0.9)
    scores[AMP_FIELD_TYPE_BLOOD_GROUP] *= 0.3;
  if (profile->n_dotted < profile->values->len / 3 && (get_accepted (profile, AMP_FIELD_TYPE_ICD10) < 0.97 || !has_many_initials (profile)))
    scores[AMP_FIELD_TYPE_ICD10] *= 0.4;
  if (round < 0.5)
    scores[AMP_FIELD_TYPE_POSTAL_CODE] *= 0.5;
  /* Places come back in a large sample, numbers of records do not. */
  if (round > 0.3 || (profile->values->len >= 100 && profile->n_distinct == profile->values->len))
    scores[AMP_FIELD_TYPE_INSEE_CODE] *= 0.3;
  /* Thirteen digits without a key are an article's number as well. */
  if (get_characters_per_value (profile) < 14.5)
    scores[AMP_FIELD_TYPE_NIR] *= 0.7;
  if (profile->n_distinct < MIN (8, profile->values->len / 2 + 1))
    scores[AMP_FIELD_TYPE_BIC] *= 0.7;
  if (profile->values->len < 10)
    scores[AMP_FIELD_TYPE_SIREN] *= 0.5;
}

static void
score_dates (const AmpColumnProfile *profile, double *scores)
{
  double date = scores[AMP_FIELD_TYPE_BIRTH_DATE];

  scores[AMP_FIELD_TYPE_TIMESTAMP] = date * (profile->dates.n_timed * 2 > profile->dates.n_dates ? 1.05 : 0.6);
  scores[AMP_FIELD_TYPE_ACT_DATE] = date * (profile->dates.is_births ? 0.6 : 1);
  scores[AMP_FIELD_TYPE_BIRTH_DATE] = date * (profile->dates.is_births ? 1.25 : 0.5);
}

static void
score_comment (const AmpColumnProfile *profile, double *scores)
{
  double words = get_words_per_value (profile);
  double lines = amp_column_profile_get_share (profile, profile->n_lines);
  double address = amp_column_profile_get_known_share (profile, AMP_FIELD_TYPE_ADDRESS);

  if (address >= 0.5 || get_characters_per_value (profile) < 12)
    return;
  if (words >= 5 || (words >= 3 && (lines > 0.05 || profile->longest > 120)))
    scores[AMP_FIELD_TYPE_COMMENT] = 0.8 * get_proof (profile);
}

/* Numbers of the same make: the same letters in front, then digits. */
static gboolean
are_numbered_alike (const AmpColumnProfile *profile)
{
  const char *first = g_ptr_array_index (profile->values, 0);
  gsize       n_letters = strcspn (first, "0123456789");

  if (n_letters == 0 || n_letters > 8 || strlen (first + n_letters) < 3)
    return FALSE;
  for (guint i = 0; i < profile->values->len; i++)
    {
      const char *value = g_ptr_array_index (profile->values, i);

      if (strncmp (value, first, n_letters) != 0 || value[n_letters + strspn (value + n_letters, "0123456789-/")] != '\0')
        return FALSE;
    }
  return TRUE;
}

/* Numbers of records stand in nearly all. Twelve digits may be those of an identity card or a licence. */
static void
score_internal_id (const AmpColumnProfile *profile, double *scores)
{
  guint    n = profile->values->len;
  gboolean are_digits = amp_column_profile_get_share (profile, profile->n_digits) >= 0.98 && get_characters_per_value (profile) <= 12;

  if (n < 50 || profile->n_distinct < n || profile->n_filled * 2 < profile->n_rows || get_accepted (profile, AMP_FIELD_TYPE_CNI) > 0.9)
    return;
  if (are_digits || are_numbered_alike (profile))
    scores[AMP_FIELD_TYPE_INTERNAL_ID] = 0.5;
}

/* Prices are written with two decimals or with their currency. */
static void
score_amount (const AmpColumnProfile *profile, double *scores)
{
  guint n_cents = 0, n_currencies = 0;

  for (guint i = 0; i < profile->values->len; i++)
    {
      const char *value = g_ptr_array_index (profile->values, i);
      gsize       length = strlen (value);
      gboolean    is_amount = amp_amount_is_valid (value, length);

      n_currencies += is_amount && !g_ascii_isdigit (value[length - 1]) ? 1 : 0;
      n_cents += is_amount && length > 3 && (value[length - 3] == '.' || value[length - 3] == ',') ? 1 : 0;
    }
  if (amp_column_profile_get_share (profile, n_currencies) >= 0.9)
    scores[AMP_FIELD_TYPE_AMOUNT] = 0.9 * get_proof (profile);
  else if (amp_column_profile_get_share (profile, n_cents) >= 0.95 && profile->n_distinct >= 5)
    scores[AMP_FIELD_TYPE_AMOUNT] = 0.55 * get_proof (profile);
}

static void
score_variants (double *scores)
{
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    scores[variants[i][0]] = MAX (scores[variants[i][0]], VARIANT_SHARE * scores[variants[i][1]]);
}

void
amp_column_content_score (const AmpColumnProfile *profile, double scores[AMP_N_FIELD_TYPES])
{
  for (guint type = 0; type < AMP_N_FIELD_TYPES; type++)
    scores[type] = 0;
  score_recognized (profile, scores);
  doubt_ambiguous (profile, scores);
  score_dates (profile, scores);
  score_words (profile, scores);
  score_names (profile, scores);
  score_comment (profile, scores);
  score_internal_id (profile, scores);
  score_amount (profile, scores);
  score_variants (scores);
  scores[AMP_FIELD_TYPE_ADDRESS] *= 1 - get_accepted (profile, AMP_FIELD_TYPE_FULL_ADDRESS);
}

/* Words are of letters, and longer than the initials of a clerk. */
static double
get_word_fit (const AmpColumnProfile *profile)
{
  if (amp_column_profile_get_share (profile, profile->n_lettered) < 0.3)
    return 0.35;
  return get_characters_per_value (profile) < 4 ? 0.45 : 1;
}

/* A number or flag is told by how many different values there are. */
static double
get_distinct_fit (const AmpColumnProfile *profile, AmpFieldType type)
{
  if (type == AMP_FIELD_TYPE_INTERNAL_ID && amp_column_profile_get_share (profile, profile->n_letters) >= 0.9 && get_words_per_value (profile) >= 1.5)
    return 0.3;
  if (type == AMP_FIELD_TYPE_INTERNAL_ID)
    return profile->n_distinct <= 3 && profile->values->len >= 20 ? 0.3 : 1;
  return profile->n_distinct > 8 ? 0.4 : 1;
}

/* Types whose values are few words, nearly all of them known. */
static gboolean
is_closed (AmpFieldType type)
{
  return type == AMP_FIELD_TYPE_TITLE;
}

double
amp_column_content_get_fit (const AmpColumnProfile *profile, AmpFieldType type)
{
  double accepted = get_accepted (profile, type);

  if (type == AMP_FIELD_TYPE_ACT_DATE && profile->dates.is_births)
    return 0.7 * accepted;
  if (type == AMP_FIELD_TYPE_INTERNAL_ID || type == AMP_FIELD_TYPE_FLAG)
    return get_distinct_fit (profile, type);
  if (is_among (type, loose_types, G_N_ELEMENTS (loose_types)))
    return 0.65 + 0.35 * accepted;
  if (amp_recognizer_exists (type) && type != AMP_FIELD_TYPE_SEX)
    return MIN (1, DENIED_FIT + 0.6 * accepted);
  if (type == AMP_FIELD_TYPE_SEX)
    return MIN (1, 0.5 + 0.6 * accepted);
  if (type == AMP_FIELD_TYPE_PASSWORD)
    return 1 - 0.6 * get_accepted (profile, AMP_FIELD_TYPE_HASH);
  if (is_closed (type))
    return amp_column_profile_get_known_share (profile, type) < 0.3 ? 0.3 : 1;
  if (type == AMP_FIELD_TYPE_ADDRESS || type == AMP_FIELD_TYPE_ADDRESS2)
    return get_word_fit (profile) * (1 - 0.6 * get_accepted (profile, AMP_FIELD_TYPE_FULL_ADDRESS));
  if (type == AMP_FIELD_TYPE_LAST_NAME)
    return get_word_fit (profile) * (amp_column_names_are_full (profile) ? 0.5 : 1);
  return is_among (type, word_types, G_N_ELEMENTS (word_types)) ? get_word_fit (profile) : 1;
}
