/* Owns the cells about care: pregnancy and doctors. */
#include "sample-column.h"

#include "sample-number.h"
#include "sample-words.h"

SampleDoctor *
sample_doctors_draw (const SampleTerritory *territory, guint64 seed, guint n_doctors)
{
  SampleDoctor *doctors = g_new0 (SampleDoctor, n_doctors);

  for (guint i = 0; i < n_doctors; i++)
    {
      SampleRandom  random = { sample_random_seed (seed, G_GUINT64_CONSTANT (0xd0c) << 40 | i) };
      SampleSex     sex = sample_random_share (&random, 500) ? SAMPLE_SEX_FEMALE : SAMPLE_SEX_MALE;
      guint         first_name = sample_first_name_draw (&random, sex, 1970);
      SampleText    text = { .length = 0 };
      SampleDoctor *doctor = &doctors[i];
      char          last_name[SAMPLE_NAME_SIZE], digits[16];

      sample_last_name_write (sample_last_name_draw (&random), last_name);
      g_snprintf (doctor->name, sizeof doctor->name, "DR %s %s", last_name, sample_first_name_get (sex, first_name));
      /* 1099 and 99 after the département: never given out. */
      g_snprintf (digits, sizeof digits, "1099%06u", i);
      sample_number_put_luhn (&text, digits);
      g_strlcpy (doctor->rpps, text.bytes, MIN (sizeof doctor->rpps, text.length + 1));
      sample_text_clear (&text);
      g_snprintf (digits, sizeof digits, "3599%04u", i % 10000);
      sample_number_put_luhn (&text, digits);
      g_strlcpy (doctor->finess, text.bytes, MIN (sizeof doctor->finess, text.length + 1));
      doctor->speciality = sample_specialities.words[i % 3 > 0 ? 0 : i / 3 % sample_specialities.n_words];
      doctor->commune = sample_territory_draw (territory, &random, (SampleArea) (i % SAMPLE_AREA_REST_OF_FRANCE));
    }
  return doctors;
}

void
sample_cell_pregnancy (SampleRow *row, const void *argument)
{
  SampleAge age = sample_age_at (row->person->birth, row->crowd->as_of);

  if (row->person->sex == SAMPLE_SEX_FEMALE && age >= SAMPLE_AGE_18_24 && age <= SAMPLE_AGE_35_44)
    sample_cell_pattern (row, argument);
}

/* The treating doctor is the person's, the one who prescribed is the record's. */
static const SampleDoctor *
get_doctor (const SampleRow *row, const void *argument)
{
  guint64 whose = GPOINTER_TO_UINT (argument) == 0 ? row->person->seed : (guint64) row->number;

  return &row->doctors[sample_random_mix (whose) % row->n_doctors];
}

void
sample_cell_doctor_name (SampleRow *row, const void *argument)
{
  sample_text_put (&row->text, get_doctor (row, argument)->name);
}

void
sample_cell_doctor_rpps (SampleRow *row, const void *argument)
{
  sample_text_put (&row->text, get_doctor (row, argument)->rpps);
}

void
sample_cell_doctor_finess (SampleRow *row, const void *argument)
{
  sample_text_put (&row->text, get_doctor (row, argument)->finess);
}

void
sample_cell_doctor_speciality (SampleRow *row, const void *argument)
{
  sample_text_put (&row->text, get_doctor (row, argument)->speciality);
}

void
sample_cell_doctor_postal_code (SampleRow *row, const void *argument)
{
  guint32 commune = get_doctor (row, argument)->commune;

  sample_text_put_number (&row->text, sample_territory_get_commune (row->crowd->territory, commune)->postal_codes[0], 5);
}

void
sample_cell_doctor_city (SampleRow *row, const void *argument)
{
  guint32 commune = get_doctor (row, argument)->commune;

  sample_text_put (&row->text, sample_territory_get_commune (row->crowd->territory, commune)->city);
}
