/* Owns the tables of sexes, of the words for them, and of age bands; the first
 * and the last have one row for each value of their enumeration. */
#include "amp-person-facts.h"

#include "amp-value.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code;
  const char *label;
} Sex;

typedef struct
{
  const char *code;
  const char *label;
  guint       last_age;
} AgeBand;

typedef struct
{
  const char *word;
  AmpSex      sex;
} SexWord;

/* clang-format off */
static const Sex sexes[] = {
  [AMP_SEX_UNKNOWN] = { "unknown", N_("Unknown") },
  [AMP_SEX_FEMALE]  = { "F",       N_("Female") },
  [AMP_SEX_MALE]    = { "M",       N_("Male") },
};

static const AgeBand age_bands[] = {
  [AMP_AGE_BAND_0_14]    = { "0-14",    N_("0 to 14 years"),     14 },
  [AMP_AGE_BAND_15_17]   = { "15-17",   N_("15 to 17 years"),    17 },
  [AMP_AGE_BAND_18_24]   = { "18-24",   N_("18 to 24 years"),    24 },
  [AMP_AGE_BAND_25_34]   = { "25-34",   N_("25 to 34 years"),    34 },
  [AMP_AGE_BAND_35_44]   = { "35-44",   N_("35 to 44 years"),    44 },
  [AMP_AGE_BAND_45_54]   = { "45-54",   N_("45 to 54 years"),    54 },
  [AMP_AGE_BAND_55_64]   = { "55-64",   N_("55 to 64 years"),    64 },
  [AMP_AGE_BAND_65_74]   = { "65-74",   N_("65 to 74 years"),    74 },
  [AMP_AGE_BAND_75]      = { "75+",     N_("75 years and over"), AMP_AGE_MAXIMUM },
  [AMP_AGE_BAND_UNKNOWN] = { "unknown", N_("Unknown age"),       G_MAXUINT },
};

/* Upper-case, without the final dot. 1 and 2: ISO/IEC 5218 and the first digit
 * of the NIR agree. */
static const SexWord sex_words[] = {
  { "F",            AMP_SEX_FEMALE }, { "M",         AMP_SEX_MALE },
  { "W",            AMP_SEX_FEMALE }, { "H",         AMP_SEX_MALE },
  { "2",            AMP_SEX_FEMALE }, { "1",         AMP_SEX_MALE },
  { "02",           AMP_SEX_FEMALE }, { "01",        AMP_SEX_MALE },
  { "FEM",          AMP_SEX_FEMALE }, { "MASC",      AMP_SEX_MALE },
  { "FEMININ",      AMP_SEX_FEMALE }, { "MASCULIN",  AMP_SEX_MALE },
  { "F\303\211MININ", AMP_SEX_FEMALE }, { "F\303\251MININ", AMP_SEX_FEMALE },
  { "FEMME",        AMP_SEX_FEMALE }, { "HOMME",     AMP_SEX_MALE },
  { "FEMALE",       AMP_SEX_FEMALE }, { "MALE",      AMP_SEX_MALE },
  { "WOMAN",        AMP_SEX_FEMALE }, { "MAN",       AMP_SEX_MALE },
  { "FILLE",        AMP_SEX_FEMALE }, { "GARCON",    AMP_SEX_MALE },
  { "MME",          AMP_SEX_FEMALE }, { "MR",        AMP_SEX_MALE },
  { "MADAME",       AMP_SEX_FEMALE }, { "MONSIEUR",  AMP_SEX_MALE },
  { "MLLE",         AMP_SEX_FEMALE }, { "MISTER",    AMP_SEX_MALE },
  { "MADEMOISELLE", AMP_SEX_FEMALE }, { "HERR",      AMP_SEX_MALE },
  { "MELLE",        AMP_SEX_FEMALE }, { "SIR",       AMP_SEX_MALE },
  { "MRS",          AMP_SEX_FEMALE }, { "MS",        AMP_SEX_FEMALE },
  { "MISS",         AMP_SEX_FEMALE }, { "FRAU",      AMP_SEX_FEMALE },
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (sexes) == AMP_N_SEXES);
G_STATIC_ASSERT (G_N_ELEMENTS (age_bands) == AMP_N_AGE_BANDS);

const char *
amp_sex_get_code (AmpSex sex)
{
  g_return_val_if_fail (sex < AMP_N_SEXES, NULL);

  return sexes[sex].code;
}

const char *
amp_sex_get_label (AmpSex sex)
{
  g_return_val_if_fail (sex < AMP_N_SEXES, NULL);

  return _ (sexes[sex].label);
}

gboolean
amp_sex_from_code (const char *code, AmpSex *sex)
{
  for (guint i = 0; i < AMP_N_SEXES; i++)
    {
      if (g_strcmp0 (sexes[i].code, code) != 0)
        continue;
      if (sex != NULL)
        *sex = (AmpSex) i;
      return TRUE;
    }
  return FALSE;
}

AmpSex
amp_sex_parse (const char *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, AMP_SEX_UNKNOWN);

  amp_value_trim (&bytes, &length);
  if (length > 1 && bytes[length - 1] == '.')
    length--;
  /* A NUL inside would end the comparison below too early. */
  if (length == 0 || length > 12 || memchr (bytes, '\0', length) != NULL)
    return AMP_SEX_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (sex_words); i++)
    if (g_ascii_strncasecmp (sex_words[i].word, bytes, length) == 0 && sex_words[i].word[length] == '\0')
      return sex_words[i].sex;
  return AMP_SEX_UNKNOWN;
}

const char *
amp_age_band_get_code (AmpAgeBand band)
{
  g_return_val_if_fail (band < AMP_N_AGE_BANDS, NULL);

  return age_bands[band].code;
}

const char *
amp_age_band_get_label (AmpAgeBand band)
{
  g_return_val_if_fail (band < AMP_N_AGE_BANDS, NULL);

  return _ (age_bands[band].label);
}

gboolean
amp_age_band_from_code (const char *code, AmpAgeBand *band)
{
  for (guint i = 0; i < AMP_N_AGE_BANDS; i++)
    {
      if (g_strcmp0 (age_bands[i].code, code) != 0)
        continue;
      if (band != NULL)
        *band = (AmpAgeBand) i;
      return TRUE;
    }
  return FALSE;
}

gboolean
amp_age_band_is_minor (AmpAgeBand band)
{
  return band == AMP_AGE_BAND_0_14 || band == AMP_AGE_BAND_15_17;
}

AmpAgeBand
amp_age_band_at (AmpDate birth, AmpDate as_of)
{
  guint age;
  guint band = 0;

  if (!amp_date_is_valid (birth) || !amp_date_is_valid (as_of) || amp_date_compare (birth, as_of) > 0)
    return AMP_AGE_BAND_UNKNOWN;

  age = as_of.year - birth.year;
  if (as_of.month < birth.month || (as_of.month == birth.month && as_of.day < birth.day))
    age--;
  while (age > age_bands[band].last_age)
    band++;
  return (AmpAgeBand) band;
}
