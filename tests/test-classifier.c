#include "amp-classifier.h"
#include "amp-nir.h"

/* Writes the value of one row of a column; "" for none. @row counts from 0. */
typedef void (*WriteValue) (guint row, char *value, gsize size);

typedef struct
{
  const char  *header;
  WriteValue   write;
  AmpFieldType type;
} Field;

#define N_ROWS 200
#define TEXT_SIZE 128

/* All people are invented: names of the language, numbers by arithmetic. */
static const char *const first_names[] = { "JEAN", "MARIE", "GWENOLA", "YANN", "NATHALIE", "SOIZIC", "PIERRE" };
static const char *const last_names[] = { "LE GOFF", "MARTIN", "KERVOAZ", "TROADEC", "DURAND", "QUEMENER", "PENNEC", "ROUX", "MADEC", "SALAUN", "BOURHIS" };
static const char *const cities[] = { "RENNES", "VANNES", "PLUMELEC", "GUICHEN", "BREST" };
static const char *const postal_codes[] = { "35000", "56000", "56420", "35580", "29200" };

#define PICK(words, row) words[(row) % G_N_ELEMENTS (words)]

static AmpDate
get_birth (guint row)
{
  return (AmpDate){ (guint16) (1930 + row * 7 % 85), (guint8) (1 + row * 5 % 12), (guint8) (1 + row * 11 % 28) };
}

static void
write_number (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "%u", 100000 + row * 3);
}

static void
write_first_name (guint row, char *value, gsize size)
{
  g_strlcpy (value, PICK (first_names, row), size);
}

static void
write_last_name (guint row, char *value, gsize size)
{
  g_strlcpy (value, PICK (last_names, row), size);
}

static void
write_full_name (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "%s %s", PICK (last_names, row), PICK (first_names, row));
}

static void
write_doctor (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "DR %s", PICK (last_names, row + 3));
}

static void
write_sex (guint row, char *value, gsize size)
{
  g_strlcpy (value, row % 3 == 0 ? "M" : "F", size);
}

static void
write_birth_date (guint row, char *value, gsize size)
{
  AmpDate birth = get_birth (row);

  g_snprintf (value, size, "%02u/%02u/%04u", birth.day, birth.month, birth.year);
}

static void
write_american_birth_date (guint row, char *value, gsize size)
{
  AmpDate birth = get_birth (row);

  g_snprintf (value, size, "%02u/%02u/%04u", birth.month, birth.day, birth.year);
}

static void
write_nir (guint row, char *value, gsize size)
{
  AmpDate birth = get_birth (row);

  g_snprintf (value, size, "%u%02u%02u35%03u%03u", 1 + row % 2, birth.year % 100u, birth.month, 1 + row % 350, 1 + row % 900);
}

static void
write_key (guint row, char *value, gsize size)
{
  char nir[14];

  write_nir (row, nir, sizeof nir);
  g_snprintf (value, size, "%02u", amp_nir_get_key (nir));
}

static void
write_whole_nir (guint row, char *value, gsize size)
{
  char nir[14];

  write_nir (row, nir, sizeof nir);
  g_snprintf (value, size, "%s%02u", nir, row % 20 == 0 ? 98 : amp_nir_get_key (nir));
}

static void
write_address (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "%u rue des Lilas", 1 + row);
}

static void
write_postal_code (guint row, char *value, gsize size)
{
  g_strlcpy (value, PICK (postal_codes, row), size);
}

static void
write_city (guint row, char *value, gsize size)
{
  g_strlcpy (value, PICK (cities, row), size);
}

static void
write_postal_city (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "%s %s", PICK (postal_codes, row), PICK (cities, row));
}

static void
write_insee_code (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "35%03u", 1 + row * 7 % 350);
}

static void
write_phone (guint row, char *value, gsize size)
{
  if (row % 3 > 0)
    g_snprintf (value, size, "02 99 %02u %02u %02u", row % 100, row * 7 % 100, row * 3 % 100);
}

static void
write_email (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "%s.%u@example.org", PICK (first_names, row), row);
}

static void
write_blood_group (guint row, char *value, gsize size)
{
  static const char *const groups[] = { "A+", "O+", "AB-", "B+", "O-" };

  g_strlcpy (value, PICK (groups, row), size);
}

static void
write_result (guint row, char *value, gsize size)
{
  static const char *const results[] = { "0", "1", "N", "P", "" };

  g_strlcpy (value, PICK (results, row), size);
}

static void
write_flag (guint row, char *value, gsize size)
{
  g_strlcpy (value, row % 4 == 0 ? "N" : "O", size);
}

static void
write_act_date (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "%02u/%02u/%04u", 1 + row % 28, 1 + row % 12, 2015 + row % 6);
}

static void
write_time (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "%04u-%02u-%02u %02u:%02u:00", 2015 + row % 6, 1 + row % 12, 1 + row % 28, row % 24, 1 + row % 59);
}

static void
write_comment (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "patiente vue ce jour %u,\nrevoir dans %u mois si besoin", row, row % 7);
}

static void
write_medication (guint row, char *value, gsize size)
{
  static const char *const medications[] = { "PREVISCAN", "DOLIPRANE 1000", "LEVOTHYROX 75", "ramipril" };

  g_strlcpy (value, PICK (medications, row), size);
}

static void
write_code (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "%c%c%u", 'A' + row % 26, 'Q' - row % 7, row % 90);
}

static void
write_whole_address (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "%u rue des Lilas, %s %s", 1 + row, PICK (postal_codes, row), PICK (cities, row));
}

static void
write_number_sex (guint row, char *value, gsize size)
{
  g_strlcpy (value, row % 2 == 0 ? "1" : "2", size);
}

static void
write_weight (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "%u", 45 + row * 7 % 60);
}

static void
write_height (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "%u", 150 + row * 3 % 48);
}

static void
write_price (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "%u,%02u", 3 + row * 7, row * 13 % 100);
}

static void
write_hash (guint row, char *value, gsize size)
{
  g_snprintf (value, size, "%08x%08x%08xabcdef%02x", row * 2654435761u, row * 40503u, ~row, row % 256);
}

static void
write_diagnosis (guint row, char *value, gsize size)
{
  static const char *const codes[] = { "I10", "E119", "C509", "F322", "J449", "N185", "K359" };

  g_strlcpy (value, PICK (codes, row), size);
}

/* Looks like codes of diagnoses, and is the price of analyses. */
static void
write_tariff (guint row, char *value, gsize size)
{
  static const char *const tariffs[] = { "B20", "B50", "B15", "B30", "B25", "B00", "B05" };

  g_strlcpy (value, PICK (tariffs, row), size);
}

static void
write_nothing (guint row, char *value, gsize size)
{
  g_strlcpy (value, row % 2 == 0 ? " " : "NULL", size);
}

/* clang-format off */
static const Field laboratory[] = {
  { "NUMDOS",    write_number,      AMP_FIELD_TYPE_INTERNAL_ID },
  { "NOM",       write_last_name,   AMP_FIELD_TYPE_LAST_NAME },
  { "PRENOM",    write_first_name,  AMP_FIELD_TYPE_FIRST_NAME },
  { "NOMJF",     write_last_name,   AMP_FIELD_TYPE_MAIDEN_NAME },
  { "SEXE",      write_sex,         AMP_FIELD_TYPE_SEX },
  { "DATNAIS",   write_birth_date,  AMP_FIELD_TYPE_BIRTH_DATE },
  { "NUMSS",     write_nir,         AMP_FIELD_TYPE_NIR },
  { "CLESS",     write_key,         AMP_FIELD_TYPE_NIR_KEY },
  { "ADR1",      write_address,     AMP_FIELD_TYPE_ADDRESS },
  { "ADR2",      write_address,     AMP_FIELD_TYPE_ADDRESS2 },
  { "CP",        write_postal_code, AMP_FIELD_TYPE_POSTAL_CODE },
  { "VILLE",     write_city,        AMP_FIELD_TYPE_CITY },
  { "CODINSEE",  write_insee_code,  AMP_FIELD_TYPE_INSEE_CODE },
  { "TELPORT",   write_phone,       AMP_FIELD_TYPE_PHONE },
  { "MAIL",      write_email,       AMP_FIELD_TYPE_EMAIL },
  { "MEDTRAIT",  write_doctor,      AMP_FIELD_TYPE_DOCTOR_NAME },
  { "GRPSANG",   write_blood_group, AMP_FIELD_TYPE_BLOOD_GROUP },
  { "SERO1",     write_result,      AMP_FIELD_TYPE_SEROLOGY },
  { "VIH",       write_result,      AMP_FIELD_TYPE_SEROLOGY },
  { "GROSSESSE", write_flag,        AMP_FIELD_TYPE_PREGNANCY },
  { "DDR",       write_act_date,    AMP_FIELD_TYPE_PREGNANCY },
  { "TRT",       write_medication,  AMP_FIELD_TYPE_MEDICATION },
  { "COMM",      write_comment,     AMP_FIELD_TYPE_COMMENT },
  { "DATPRELEV", write_act_date,    AMP_FIELD_TYPE_ACT_DATE },
  { "DATMAJ",    write_time,        AMP_FIELD_TYPE_TIMESTAMP },
  { "ACTIF",     write_flag,        AMP_FIELD_TYPE_FLAG },
  { "FAX",       write_nothing,     AMP_FIELD_TYPE_EMPTY },
  { "XYZZY",     write_code,        AMP_FIELD_TYPE_UNKNOWN },
};

static const Field headless[] = {
  { "", write_number,      AMP_FIELD_TYPE_INTERNAL_ID },
  { "", write_last_name,   AMP_FIELD_TYPE_LAST_NAME },
  { "", write_first_name,  AMP_FIELD_TYPE_FIRST_NAME },
  { "", write_sex,         AMP_FIELD_TYPE_SEX },
  { "", write_birth_date,  AMP_FIELD_TYPE_BIRTH_DATE },
  { "", write_nir,         AMP_FIELD_TYPE_NIR },
  { "", write_key,         AMP_FIELD_TYPE_NIR_KEY },
  { "", write_address,     AMP_FIELD_TYPE_ADDRESS },
  { "", write_postal_code, AMP_FIELD_TYPE_POSTAL_CODE },
  { "", write_city,        AMP_FIELD_TYPE_CITY },
  { "", write_postal_city, AMP_FIELD_TYPE_CP_CITY },
  { "", write_insee_code,  AMP_FIELD_TYPE_INSEE_CODE },
  { "", write_phone,       AMP_FIELD_TYPE_PHONE },
  { "", write_email,       AMP_FIELD_TYPE_EMAIL },
  { "", write_full_name,   AMP_FIELD_TYPE_FULL_NAME },
  { "", write_doctor,      AMP_FIELD_TYPE_DOCTOR_NAME },
  { "", write_blood_group, AMP_FIELD_TYPE_BLOOD_GROUP },
  { "", write_act_date,    AMP_FIELD_TYPE_ACT_DATE },
  { "", write_time,        AMP_FIELD_TYPE_TIMESTAMP },
  { "", write_comment,     AMP_FIELD_TYPE_COMMENT },
  { "", write_medication,  AMP_FIELD_TYPE_MEDICATION },
  { "", write_result,      AMP_FIELD_TYPE_UNKNOWN },
  { "", write_tariff,      AMP_FIELD_TYPE_UNKNOWN },
  { "", write_nothing,     AMP_FIELD_TYPE_EMPTY },
  { "", write_code,        AMP_FIELD_TYPE_UNKNOWN },
};

/* Types that values or neighbours tell where the header says another, or nothing. */
static const Field corrected[] = {
  { "Adresse",     write_whole_address, AMP_FIELD_TYPE_FULL_ADDRESS },
  { "Nom",         write_full_name,     AMP_FIELD_TYPE_FULL_NAME },
  { "MDP",         write_hash,          AMP_FIELD_TYPE_HASH },
  { "Pr?nom",      write_first_name,    AMP_FIELD_TYPE_FIRST_NAME },
  { "DIAG",        write_diagnosis,     AMP_FIELD_TYPE_ICD10 },
  { "POIDS_COLIS", write_weight,        AMP_FIELD_TYPE_UNKNOWN },
  { "",            write_nir,           AMP_FIELD_TYPE_NIR },
  { "",            write_number_sex,    AMP_FIELD_TYPE_SEX },
  { "",            write_weight,        AMP_FIELD_TYPE_WEIGHT },
  { "",            write_height,        AMP_FIELD_TYPE_HEIGHT },
  { "",            write_price,         AMP_FIELD_TYPE_AMOUNT },
};
/* clang-format on */

static GPtrArray *
make_rows (const Field *fields, guint n_fields, guint n_rows)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint row = 0; row < n_rows; row++)
    {
      char **values = g_new0 (char *, n_fields + 1);

      for (guint i = 0; i < n_fields; i++)
        {
          char value[TEXT_SIZE] = "";

          fields[i].write (row, value, sizeof value);
          values[i] = g_strdup (value);
        }
      g_ptr_array_add (rows, values);
    }
  return rows;
}

static GPtrArray *
classify (const Field *fields, guint n_fields, guint n_rows)
{
  g_autoptr (GPtrArray) rows = make_rows (fields, n_fields, n_rows);
  g_autofree const char **headers = g_new0 (const char *, n_fields + 1);

  for (guint i = 0; i < n_fields; i++)
    headers[i] = fields[i].header;
  return amp_classifier_run (headers, n_fields, rows);
}

static void
assert_types (const Field *fields, guint n_fields)
{
  g_autoptr (GPtrArray) guesses = classify (fields, n_fields, N_ROWS);

  g_assert_cmpuint (guesses->len, ==, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      const AmpFieldGuess *guess = g_ptr_array_index (guesses, i);

      g_test_message ("%s: %s %.2f", fields[i].header, amp_field_type_get_code (guess->type), guess->confidence);
      g_assert_cmpstr (guess->header, ==, fields[i].header);
      g_assert_cmpstr (amp_field_type_get_code (guess->type), ==, amp_field_type_get_code (fields[i].type));
      g_assert_cmpfloat (guess->confidence, >=, 0);
      g_assert_cmpfloat (guess->confidence, <, 1);
      g_assert_cmpuint (g_strv_length (guess->evidence), >, 0);
      /* How many values differ is told of every column that has some. */
      if (guess->filled > 0)
        g_assert_true (g_str_has_prefix (guess->evidence[g_strv_length (guess->evidence) - 1], "distinct|"));
    }
}

static const AmpFieldGuess *
find_guess (const GPtrArray *guesses, AmpFieldType type)
{
  for (guint i = 0; i < guesses->len; i++)
    if (((const AmpFieldGuess *) g_ptr_array_index (guesses, i))->type == type)
      return g_ptr_array_index (guesses, i);
  g_assert_not_reached ();
}

static void
test_fields_of_a_laboratory_are_named (void)
{
  assert_types (laboratory, G_N_ELEMENTS (laboratory));
}

static void
test_fields_without_headers_are_named (void)
{
  assert_types (headless, G_N_ELEMENTS (headless));
}

static void
test_values_and_neighbours_correct_headers (void)
{
  assert_types (corrected, G_N_ELEMENTS (corrected));
}

static void
test_shares_are_those_of_the_sample (void)
{
  static const Field fields[] = {
    { "TEL", write_phone, AMP_FIELD_TYPE_PHONE }, { "NIR", write_whole_nir, AMP_FIELD_TYPE_NIR }, { "NOM", write_last_name, AMP_FIELD_TYPE_LAST_NAME }
  };
  g_autoptr (GPtrArray) guesses = classify (fields, G_N_ELEMENTS (fields), 240);

  g_assert_cmpfloat_with_epsilon (find_guess (guesses, AMP_FIELD_TYPE_PHONE)->filled, 2.0 / 3, 1e-9);
  g_assert_cmpfloat (find_guess (guesses, AMP_FIELD_TYPE_PHONE)->valid, ==, 1);
  g_assert_cmpfloat_with_epsilon (find_guess (guesses, AMP_FIELD_TYPE_NIR)->valid, 0.95, 1e-9);
  g_assert_cmpfloat (find_guess (guesses, AMP_FIELD_TYPE_LAST_NAME)->valid, <, 0);
  g_assert_cmpstr (find_guess (guesses, AMP_FIELD_TYPE_PHONE)->shape, ==, "99 99 99 99 99");
}

static void
test_order_of_dates_is_found (void)
{
  static const Field fields[] = { { "DOB", write_american_birth_date, AMP_FIELD_TYPE_BIRTH_DATE } };
  g_autoptr (GPtrArray) guesses = classify (fields, G_N_ELEMENTS (fields), N_ROWS);

  g_assert_cmpuint (find_guess (guesses, AMP_FIELD_TYPE_BIRTH_DATE)->date_order, ==, AMP_DATE_ORDER_MDY);
}

static void
test_values_can_deny_a_header (void)
{
  static const Field fields[] = { { "NOM", write_email, AMP_FIELD_TYPE_EMAIL }, { "MAIL", write_code, AMP_FIELD_TYPE_EMAIL } };
  g_autoptr (GPtrArray) guesses = classify (fields, G_N_ELEMENTS (fields), N_ROWS);

  g_assert_cmpuint (((AmpFieldGuess *) g_ptr_array_index (guesses, 0))->type, ==, AMP_FIELD_TYPE_EMAIL);
  g_assert_cmpfloat (((AmpFieldGuess *) g_ptr_array_index (guesses, 1))->confidence, <, 0.5);
}

static void
test_little_data_gives_little_confidence (void)
{
  static const Field fields[] = { { "", write_phone, AMP_FIELD_TYPE_PHONE } };
  g_autoptr (GPtrArray) few = classify (fields, G_N_ELEMENTS (fields), 2);
  g_autoptr (GPtrArray) many = classify (fields, G_N_ELEMENTS (fields), N_ROWS);

  g_assert_cmpfloat (((AmpFieldGuess *) g_ptr_array_index (few, 0))->confidence, <, 0.5);
  g_assert_cmpfloat (((AmpFieldGuess *) g_ptr_array_index (many, 0))->confidence, >, 0.8);
}

static void
test_empty_field_keeps_what_its_header_says (void)
{
  static const Field fields[] = { { "VIH", write_nothing, AMP_FIELD_TYPE_EMPTY } };
  g_autoptr (GPtrArray) guesses = classify (fields, G_N_ELEMENTS (fields), N_ROWS);
  const AmpFieldGuess *guess = g_ptr_array_index (guesses, 0);

  g_assert_cmpuint (guess->type, ==, AMP_FIELD_TYPE_EMPTY);
  g_assert_cmpuint (guess->header_type, ==, AMP_FIELD_TYPE_SEROLOGY);
  g_assert_cmpfloat (guess->filled, ==, 0);
}

static void
test_nothing_shown_is_a_value (void)
{
  g_autoptr (GPtrArray) guesses = classify (laboratory, G_N_ELEMENTS (laboratory), N_ROWS);
  g_autoptr (GPtrArray) rows = make_rows (laboratory, G_N_ELEMENTS (laboratory), N_ROWS);

  for (guint i = 0; i < guesses->len; i++)
    {
      const AmpFieldGuess *guess = g_ptr_array_index (guesses, i);
      g_autofree char     *evidence = g_strjoinv ("\n", guess->evidence);

      for (guint row = 0; row < rows->len; row++)
        {
          const char *value = ((char **) g_ptr_array_index (rows, row))[i];

          g_assert_true (strlen (value) < 5 || strstr (evidence, value) == NULL);
          g_assert_true (strlen (value) < 5 || strstr (guess->shape, value) == NULL);
        }
    }
}

static void
test_hostile_tables_are_survived (void)
{
  static const char *const headers[] = { "\377\376\300", "a\033[2Jb" };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *large = g_strnfill (1 << 20, 'a');
  char            *hostile[] = { large, (char *) "\360\237\377\300 \001", NULL };
  g_autoptr (GPtrArray) none = amp_classifier_run (headers, 2, rows);
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) no_fields = amp_classifier_run (headers, 0, rows);

  for (guint i = 0; i < 20; i++)
    g_ptr_array_add (rows, hostile);
  some = amp_classifier_run (headers, 2, rows);
  g_assert_cmpuint (((AmpFieldGuess *) g_ptr_array_index (none, 0))->type, ==, AMP_FIELD_TYPE_EMPTY);
  g_assert_cmpuint (((AmpFieldGuess *) g_ptr_array_index (some, 1))->type, ==, AMP_FIELD_TYPE_UNKNOWN);
  g_assert_cmpuint (no_fields->len, ==, 0);
}

static char *
make_text (GRand *random)
{
  static const gunichar favourites[] = { ' ', ',', '-', '\'', '.', '@', '/', '?', 0xc3, 0xa9, 0xfffd, 0xe9, 0x2019, 0x1f600, 'A', 'a', '0', '5', '9' };
  GString              *text = g_string_new (NULL);
  guint                 n = (guint) g_rand_int_range (random, 0, 40);

  for (guint i = 0; i < n; i++)
    g_string_append_unichar (text, g_rand_boolean (random) ? favourites[g_rand_int_range (random, 0, G_N_ELEMENTS (favourites))] : (gunichar) g_rand_int_range (random, 1, 0xd800));
  return g_string_free (text, FALSE);
}

static void
test_random_tables_have_types (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      g_autoptr (GPtrArray) guesses = NULL;
      g_auto (GStrv) headers = g_new0 (char *, 6);

      for (guint i = 0; i < 5; i++)
        headers[i] = make_text (random);
      for (guint row = 0; row < 30; row++)
        {
          char **values = g_new0 (char *, 6);

          for (guint i = 0; i < 5; i++)
            values[i] = make_text (random);
          g_ptr_array_add (rows, values);
        }
      guesses = amp_classifier_run ((const char *const *) headers, 5, rows);
      for (guint i = 0; i < guesses->len; i++)
        {
          const AmpFieldGuess *guess = g_ptr_array_index (guesses, i);

          g_assert_cmpuint (guess->type, <, AMP_N_FIELD_TYPES);
          g_assert_cmpfloat (guess->confidence, <, 0.9);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/classifier/fields-of-a-laboratory-are-named", test_fields_of_a_laboratory_are_named);
  g_test_add_func ("/fields/classifier/fields-without-headers-are-named", test_fields_without_headers_are_named);
  g_test_add_func ("/fields/classifier/values-and-neighbours-correct-headers", test_values_and_neighbours_correct_headers);
  g_test_add_func ("/fields/classifier/shares-are-those-of-the-sample", test_shares_are_those_of_the_sample);
  g_test_add_func ("/fields/classifier/order-of-dates-is-found", test_order_of_dates_is_found);
  g_test_add_func ("/fields/classifier/values-can-deny-a-header", test_values_can_deny_a_header);
  g_test_add_func ("/fields/classifier/little-data-gives-little-confidence", test_little_data_gives_little_confidence);
  g_test_add_func ("/fields/classifier/empty-field-keeps-what-its-header-says", test_empty_field_keeps_what_its_header_says);
  g_test_add_func ("/fields/classifier/nothing-shown-is-a-value", test_nothing_shown_is_a_value);
  g_test_add_func ("/fields/classifier/random-tables-have-types", test_random_tables_have_types);
  g_test_add_func ("/fields/classifier/hostile-tables-are-survived", test_hostile_tables_are_survived);
  return g_test_run ();
}
