/* Owns the columns of the two presets that are large and plain: the customers
 * of a shop, and a register of a whole country. */
#include "sample-preset.h"

#include "sample-words.h"

#define PART 65536
#define RANGE(first, last) \
  &(const SampleRange) { first, last }
#define HOME GUINT_TO_POINTER (SAMPLE_PHONE_HOME)
#define MOBILE GUINT_TO_POINTER (SAMPLE_PHONE_MOBILE)

/* clang-format off */
static const SampleColumn narrow_columns[] = {
  { "id",                "internal_id", 1000, SAMPLE_COLUMN_PLAIN,  sample_cell_record_number, NULL },
  { "nom",               "last_name",   1000, SAMPLE_COLUMN_PLAIN,  sample_cell_spoken_last_name, NULL },
  { "prenom",            "first_name",  1000, SAMPLE_COLUMN_PLAIN,  sample_cell_spoken_first_name, NULL },
  { "email",             "email",       1000, SAMPLE_COLUMN_PLAIN,  sample_cell_email, NULL },
  { "telephone",         "phone",       1000, SAMPLE_COLUMN_STABLE, sample_cell_phone, MOBILE },
  { "adresse",           "address",     1000, SAMPLE_COLUMN_STABLE, sample_cell_address, NULL },
  { "code_postal",       "postal_code", 1000, SAMPLE_COLUMN_PLAIN,  sample_cell_postal_code, NULL },
  { "ville",             "city",        1000, SAMPLE_COLUMN_STABLE, sample_cell_spoken_city, NULL },
  { "date_naissance",    "birth_date",  1000, SAMPLE_COLUMN_PLAIN,  sample_cell_iso_birth_date, NULL },
  { "sexe",              "sex",         1000, SAMPLE_COLUMN_PLAIN,  sample_cell_sex, NULL },
  { "iban",              "iban",         350, SAMPLE_COLUMN_STABLE, sample_cell_iban, NULL },
  { "derniere_commande", "act_date",     900, SAMPLE_COLUMN_PLAIN,  sample_cell_iso_date, RANGE (0, 30) },
};

static const SampleColumn national_columns[] = {
  { "identifiant",         "internal_id",    1000, SAMPLE_COLUMN_PLAIN,  sample_cell_record_number, NULL },
  { "nir",                 "nir",            1000, SAMPLE_COLUMN_PLAIN,  sample_cell_nir_number, NULL },
  { "cle_nir",             "nir_key",        1000, SAMPLE_COLUMN_PLAIN,  sample_cell_nir_key, NULL },
  { "civilite",            "title",           950, SAMPLE_COLUMN_STABLE, sample_cell_title, NULL },
  { "nom_naissance",       "maiden_name",    1000, SAMPLE_COLUMN_PLAIN,  sample_cell_maiden_name, NULL },
  { "nom_usage",           "last_name",      1000, SAMPLE_COLUMN_PLAIN,  sample_cell_last_name, NULL },
  { "prenom",              "first_name",     1000, SAMPLE_COLUMN_PLAIN,  sample_cell_first_name, NULL },
  { "sexe",                "sex",            1000, SAMPLE_COLUMN_PLAIN,  sample_cell_sex, NULL },
  { "date_naissance",      "birth_date",     1000, SAMPLE_COLUMN_PLAIN,  sample_cell_iso_birth_date, NULL },
  { "lieu_naissance",      "birth_place",     850, SAMPLE_COLUMN_STABLE, sample_cell_birth_place, NULL },
  { "nationalite",         "nationality",     600, SAMPLE_COLUMN_STABLE, sample_cell_word, &sample_nationalities },
  { "adresse",             "address",        1000, SAMPLE_COLUMN_STABLE, sample_cell_address, NULL },
  { "complement_adresse",  "address2",        160, SAMPLE_COLUMN_STABLE, sample_cell_further_line, NULL },
  { "code_postal",         "postal_code",    1000, SAMPLE_COLUMN_PLAIN,  sample_cell_postal_code, NULL },
  { "ville",               "city",           1000, SAMPLE_COLUMN_STABLE, sample_cell_city, NULL },
  { "code_insee",          "insee_code",      700, SAMPLE_COLUMN_PLAIN,  sample_cell_insee_code, NULL },
  { "pays",                "country",        1000, SAMPLE_COLUMN_STABLE, sample_cell_country, NULL },
  { "telephone",           "phone",          1000, SAMPLE_COLUMN_STABLE, sample_cell_phone, HOME },
  { "mobile",              "phone",          1000, SAMPLE_COLUMN_STABLE, sample_cell_phone, MOBILE },
  { "courriel",            "email",           900, SAMPLE_COLUMN_PLAIN,  sample_cell_email, NULL },
  { "situation_familiale", "marital",         500, SAMPLE_COLUMN_STABLE, sample_cell_word, &sample_marital },
  { "profession",          "job",             300, SAMPLE_COLUMN_STABLE, sample_cell_word, &sample_jobs },
  { "caisse",              "insurer",         900, SAMPLE_COLUMN_STABLE, sample_cell_word, &sample_insurers },
  { "mutuelle",            "insurer",         700, SAMPLE_COLUMN_STABLE, sample_cell_word, &sample_mutuals },
  { "num_adherent",        "insurer_number",  700, SAMPLE_COLUMN_STABLE, sample_cell_pattern, "##########" },
  { "date_inscription",    "act_date",        950, SAMPLE_COLUMN_PLAIN,  sample_cell_iso_date, RANGE (-1500, 0) },
  { "date_maj",            "act_date",        800, SAMPLE_COLUMN_PLAIN,  sample_cell_iso_date, RANGE (0, 100) },
  { "statut",              "status",         1000, SAMPLE_COLUMN_PLAIN,  sample_cell_word, &sample_statuses },
  { "iban",                "iban",            120, SAMPLE_COLUMN_STABLE, sample_cell_iban, NULL },
  { "mot_de_passe",        "hash",            200, SAMPLE_COLUMN_STABLE, sample_cell_pattern, "%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%" },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (narrow_columns) == 12);
G_STATIC_ASSERT (G_N_ELEMENTS (national_columns) == 30);

const SamplePreset sample_narrow = {
  .name = "narrow",
  .description = "the customers of a shop, all over France",
  .n_records = 5000000,
  .part = PART,
  .as_of = { 2024, 10, 1 },
  .dialect = {
      .encoding = SAMPLE_ENCODING_UTF_8,
      .line_end = SAMPLE_LINE_END_LF,
      .delimiter = ',',
      .quote = '"',
      .has_header = TRUE,
  },
  .columns = narrow_columns,
  .n_columns = G_N_ELEMENTS (narrow_columns),
  .draw_household = sample_draw_customer,
};

const SamplePreset sample_national = {
  .name = "national",
  .description = "a register of nearly everybody in France",
  .n_records = 68000000,
  .part = PART,
  .as_of = { 2024, 10, 1 },
  .dialect = {
      .encoding = SAMPLE_ENCODING_UTF_8,
      .line_end = SAMPLE_LINE_END_LF,
      .delimiter = ';',
      .quote = '"',
      .has_header = TRUE,
  },
  .columns = national_columns,
  .n_columns = G_N_ELEMENTS (national_columns),
  .draw_household = sample_draw_resident,
};
