/* Owns the cells about a person: names, places, numbers. A person without a sex
 * or a birth date has no cell from which they could be told. */
#include "sample-column.h"

#include "sample-number.h"
#include "sample-words.h"

static void
put_last_name (SampleRow *row, guint32 index)
{
  char name[SAMPLE_NAME_SIZE];

  sample_last_name_write (index, name);
  sample_text_put (&row->text, name);
}

static const SamplePerson *
get_holder (const SampleRow *row)
{
  return sample_crowd_get (row->crowd, row->person->holder);
}

void
sample_cell_record_number (SampleRow *row, const void *argument)
{
  sample_text_put_number (&row->text, (guint64) row->number, 9);
}

static void
put_first_name (SampleRow *row)
{
  sample_text_put (&row->text, sample_person_get_first_name (row->person));
}

void
sample_cell_last_name (SampleRow *row, const void *argument)
{
  if (row->variant == SAMPLE_VARIANT_SWAPPED)
    put_first_name (row);
  else
    put_last_name (row, row->variant == SAMPLE_VARIANT_MAIDEN ? row->person->maiden_name : row->person->last_name);
  if (row->variant == SAMPLE_VARIANT_JOINED)
    sample_slip_join (&row->text);
  else if (row->variant == SAMPLE_VARIANT_TYPO)
    sample_slip_letters (&row->text, &row->slips);
}

void
sample_cell_maiden_name (SampleRow *row, const void *argument)
{
  put_last_name (row, row->person->maiden_name);
}

void
sample_cell_first_name (SampleRow *row, const void *argument)
{
  if (row->variant == SAMPLE_VARIANT_SWAPPED)
    put_last_name (row, row->person->last_name);
  else
    put_first_name (row);
  if (row->variant == SAMPLE_VARIANT_JOINED)
    sample_slip_join (&row->text);
  else if (row->variant == SAMPLE_VARIANT_SHORT)
    sample_slip_shorten (&row->text);
}

void
sample_cell_holder_last_name (SampleRow *row, const void *argument)
{
  put_last_name (row, get_holder (row)->last_name);
}

void
sample_cell_holder_first_name (SampleRow *row, const void *argument)
{
  sample_text_put (&row->text, sample_person_get_first_name (get_holder (row)));
}

void
sample_cell_title (SampleRow *row, const void *argument)
{
  const SamplePerson *person = row->person;

  if (person->sex == SAMPLE_SEX_UNKNOWN)
    return;
  if (person->holder != SAMPLE_PLACE_NONE && get_holder (row) != person)
    sample_text_put (&row->text, "ENF");
  else if (person->sex == SAMPLE_SEX_MALE)
    sample_text_put (&row->text, "M");
  else
    sample_text_put (&row->text, sample_random_share (row->random, 150) ? "MLLE" : "MME");
}

void
sample_cell_sex (SampleRow *row, const void *argument)
{
  if (row->person->sex != SAMPLE_SEX_UNKNOWN)
    sample_text_put (&row->text, sample_sex_codes[row->person->sex]);
}

void
sample_cell_birth_date (SampleRow *row, const void *argument)
{
  if (row->person->birth != SAMPLE_DAY_UNKNOWN)
    sample_text_put_date (&row->text, row->person->birth);
}

void
sample_cell_iso_birth_date (SampleRow *row, const void *argument)
{
  if (row->person->birth != SAMPLE_DAY_UNKNOWN)
    sample_text_put_iso_date (&row->text, row->person->birth);
}

void
sample_cell_birth_place (SampleRow *row, const void *argument)
{
  guint32 commune = row->person->commune;

  if (commune == SAMPLE_PLACE_NONE || sample_random_share (row->random, 500))
    commune = sample_territory_draw_anywhere (row->crowd->territory, row->random);
  sample_text_put (&row->text, sample_territory_get_commune (row->crowd->territory, commune)->city);
}

void
sample_cell_nir_number (SampleRow *row, const void *argument)
{
  if (row->has_nir)
    sample_text_put (&row->text, row->person->nir);
}

/* A wrong key is the right one and thirteen more, or less. */
void
sample_cell_nir_key (SampleRow *row, const void *argument)
{
  if (!row->has_nir)
    return;
  guint key = sample_number_nir_key (row->person->nir);
  if (row->person->has_wrong_key)
    key = key > 50 ? key - 13 : key + 13;
  sample_text_put_number (&row->text, key, 2);
}

void
sample_cell_nir (SampleRow *row, const void *argument)
{
  sample_cell_nir_number (row, argument);
  sample_cell_nir_key (row, argument);
}

void
sample_cell_address (SampleRow *row, const void *argument)
{
  if (!row->has_address)
    return;
  sample_text_put_number (&row->text, 1 + sample_random_below (row->random, 120), 1);
  if (sample_random_share (row->random, 60))
    sample_text_put (&row->text, " BIS");
  sample_text_put_char (&row->text, ' ');
  sample_cell_word (row, &sample_streets);
}

void
sample_cell_further_line (SampleRow *row, const void *argument)
{
  if (row->has_address)
    sample_cell_word (row, &sample_further_lines);
}

static const SampleCommune *
get_commune (const SampleRow *row)
{
  return sample_territory_get_commune (row->crowd->territory, row->person->commune);
}

void
sample_cell_postal_code (SampleRow *row, const void *argument)
{
  if (!row->has_address)
    return;
  if (row->person->abroad != SAMPLE_PLACE_NONE)
    sample_text_put (&row->text, sample_abroad_get (row->person->abroad)->postal_code);
  else
    sample_text_put_number (&row->text, get_commune (row)->postal_codes[row->person->postal_code], 5);
}

/* "SAINT-MALO" → "SAINT MALO", "ST-MALO", "ST MALO"; "SAINTE" → "STE". */
static void
put_spelling (SampleText *text, const char *city, gboolean has_hyphens, gboolean is_short)
{
  while (*city != '\0')
    {
      gsize length = strcspn (city, " -'");

      if (is_short && length == 5 && strncmp (city, "SAINT", 5) == 0)
        sample_text_put (text, "ST");
      else if (is_short && length == 6 && strncmp (city, "SAINTE", 6) == 0)
        sample_text_put (text, "STE");
      else
        sample_text_put_bytes (text, city, length);
      city += length;
      if (*city != '\0')
        sample_text_put_char (text, has_hyphens ? *city : ' '), city++;
    }
}

/* Paris, Lyon and Marseille: the last two digits of the postal code. */
static void
put_district (SampleRow *row, const SampleCommune *commune, guint8 postal_code)
{
  if (!commune->has_districts || sample_random_share (row->random, 250))
    return;
  sample_text_put_char (&row->text, ' ');
  sample_text_put_number (&row->text, commune->postal_codes[postal_code] % 100, 2);
}

void
sample_cell_city (SampleRow *row, const void *argument)
{
  if (!row->has_address)
    return;
  if (row->person->abroad != SAMPLE_PLACE_NONE)
    {
      sample_text_put (&row->text, sample_abroad_get (row->person->abroad)->city);
      return;
    }
  gboolean has_hyphens = sample_random_share (row->random, 400);
  put_spelling (&row->text, get_commune (row)->city, has_hyphens, sample_random_share (row->random, 350));
  if (row->has_typo)
    sample_slip_letters (&row->text, &row->slips);
  put_district (row, get_commune (row), row->person->postal_code);
}

void
sample_cell_insee_code (SampleRow *row, const void *argument)
{
  if (row->has_address && row->person->commune != SAMPLE_PLACE_NONE)
    sample_text_put (&row->text, get_commune (row)->code);
}

/* Foreigners always have theirs: their cities are nothing without it. */
void
sample_cell_country (SampleRow *row, const void *argument)
{
  if (!row->has_address)
    return;
  if (row->person->abroad != SAMPLE_PLACE_NONE)
    sample_text_put (&row->text, sample_abroad_get (row->person->abroad)->name);
  else if (sample_random_share (row->random, 300))
    sample_text_put (&row->text, "FRANCE");
}

void
sample_cell_phone (SampleRow *row, const void *argument)
{
  SamplePhone phone = (SamplePhone) GPOINTER_TO_UINT (argument);
  gboolean    has_dots = sample_random_share (row->random, 300);

  if (row->person->phones[phone] > 0)
    sample_person_put_phone (row->person, phone, has_dots ? '.' : '\0', &row->text);
}

void
sample_cell_email (SampleRow *row, const void *argument)
{
  if (get_holder (row)->email > 0)
    sample_person_put_email (get_holder (row), &row->text);
}

void
sample_cell_iban (SampleRow *row, const void *argument)
{
  sample_number_put_iban (&row->text, sample_random_next (row->random) % G_GUINT64_CONSTANT (100000000000));
}

void
sample_cell_username (SampleRow *row, const void *argument)
{
  char name[SAMPLE_NAME_SIZE];

  sample_last_name_write (row->person->last_name, name);
  sample_text_put_lower (&row->text, name);
  sample_text_put_number (&row->text, sample_random_below (row->random, 100000), 5);
}

static void
speak (SampleText *text)
{
  for (gsize i = 1; i < text->length; i++)
    if (g_ascii_isupper (text->bytes[i - 1]) || g_ascii_islower (text->bytes[i - 1]))
      text->bytes[i] = g_ascii_tolower (text->bytes[i]);
}

void
sample_cell_spoken_last_name (SampleRow *row, const void *argument)
{
  sample_cell_last_name (row, argument);
  speak (&row->text);
}

void
sample_cell_spoken_first_name (SampleRow *row, const void *argument)
{
  sample_cell_first_name (row, argument);
  speak (&row->text);
}

void
sample_cell_spoken_city (SampleRow *row, const void *argument)
{
  sample_cell_city (row, argument);
  speak (&row->text);
}
