#include "amp-header-dictionary.h"
#include "amp-header.h"

/* A header and the type that it announces first, "" for none. */
typedef struct
{
  const char *header;
  const char *code;
} Example;

/* clang-format off */
static const Example examples[] = {
  { "NOM", "last_name" }, { "NOM_PATIENT", "last_name" }, { "NOMPATIENT", "last_name" }, { "PRENOM1", "first_name" },
  { "Pr\303\251nom", "first_name" }, { "NOM_JF", "maiden_name" }, { "nomNaissance", "maiden_name" },
  { "SEXE", "sex" }, { "CIV", "title" }, { "DATNAIS", "birth_date" }, { "DDN", "birth_date" },
  { "Date de naissance", "birth_date" }, { "birthDate", "birth_date" }, { "LIEU_NAISS", "birth_place" },
  { "NUMSS", "nir" }, { "NOSS", "nir" }, { "N\302\260 S\303\251cu", "nir" }, { "NUM_SECU_ASSURE", "nir" },
  { "CLESS", "nir_key" }, { "CLE_NIR", "nir_key" }, { "ADR1", "address" }, { "ADR2", "address2" },
  { "ADRESSE_3", "address2" }, { "CP", "postal_code" }, { "CPPAT", "postal_code" }, { "zip_code", "postal_code" },
  { "VILLE", "city" }, { "LOC", "city" }, { "CP VILLE", "cp_city" }, { "CODINSEE", "insee_code" },
  { "TEL", "phone" }, { "TELPORT", "phone" }, { "GSM", "phone" }, { "TEL_MEDTRAIT", "phone" }, { "ADR_MEDECIN", "address" },
  { "MAIL", "email" }, { "ADRESSE_EMAIL", "email" }, { "MEDTRAIT", "doctor_name" }, { "NOM_MED_TRAIT", "doctor_name" },
  { "RPPS_PRESC", "rpps" }, { "MUT", "insurer" }, { "NUMADH", "insurer_number" }, { "GRPSANG", "blood_group" },
  { "ABO", "blood_group" }, { "RH", "blood_group" }, { "SERO1", "serology" }, { "SEROVIH", "serology" }, { "HIV", "serology" },
  { "VHB", "serology" }, { "TOXO_IGG", "serology" }, { "RUBIGG", "serology" }, { "SYPH", "serology" },
  { "DATE_SEROVIH", "serology" }, { "GROSSESSE", "pregnancy" }, { "DDR", "pregnancy" }, { "TRT", "medication" },
  { "ORDO", "medication" }, { "PATHO", "pathology" }, { "ALD", "pathology" }, { "CIM10", "icd10" }, { "COMM", "comment" },
  { "OBS", "comment" }, { "RENSCLIN", "comment" }, { "PROF", "job" }, { "SITFAM", "marital" }, { "EMPLOYEUR", "company" },
  { "SIRET", "siret" }, { "IBAN", "iban" }, { "MT", "amount" }, { "DATPRELEV", "act_date" }, { "DATE_DOS", "act_date" },
  { "DATCREA", "timestamp" }, { "DATMAJ", "timestamp" }, { "LOGIN", "username" }, { "PWD", "password" }, { "IP", "ip" },
  { "Pr\303\203\302\251nom", "first_name" }, { "Civilit\303\203\302\251", "title" }, { "T?l?phone portable", "phone" }, { "Civilit?", "title" },
  { "Enceinte?", "pregnancy" }, { "D\357\277\275c\357\277\275d\357\277\275", "flag" }, { "Date of the birth", "birth_date" }, { "Commune de naissance", "birth_place" },
  { "CHAMP12", "" }, { "NUM_ORDO", "internal_id" }, { "", "" }, { "___", "" }, { "XYZZY", "" }, { "\377\376", "" },
};
/* clang-format on */

static void
assert_words (const char *header, const char *expected)
{
  g_auto (GStrv) words = amp_header_split (header);
  g_autofree char *joined = g_strjoinv ("|", words);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_headers_split_into_words (void)
{
  assert_words ("Date_naissance", "DATE|NAISSANCE");
  assert_words ("dateNaissance", "DATE|NAISSANCE");
  assert_words ("DATNAIS", "DATNAIS");
  assert_words ("ADR2", "ADR|2");
  assert_words ("N\302\260 S\303\251cu", "N|SECU");
  assert_words (" a--b  c.d ", "A|B|C|D");
  assert_words ("", "");
  assert_words ("a b c d e f g h i j k l m n o p", "A|B|C|D|E|F|G|H|I|J|K|L");
}

static void
test_headers_announce_types (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GArray) matches = amp_header_dictionary_match (amp_header_dictionary_get_default (), examples[i].header);
      const char      *code = matches->len > 0 ? amp_field_type_get_code (g_array_index (matches, AmpHeaderMatch, 0).type) : "";
      g_autofree char *escaped = g_strescape (examples[i].header, NULL);

      g_test_message ("%s", escaped);
      g_assert_cmpstr (code, ==, examples[i].code);
    }
}

static void
test_matches_are_sorted_and_bounded (void)
{
  g_autoptr (GArray) matches = amp_header_dictionary_match (amp_header_dictionary_get_default (), "NOM VILLE DATE MEDECIN");

  g_assert_cmpuint (matches->len, >=, 4);
  for (guint i = 0; i < matches->len; i++)
    {
      const AmpHeaderMatch *match = &g_array_index (matches, AmpHeaderMatch, i);

      g_assert_cmpfloat (match->weight, >, 0);
      g_assert_cmpfloat (match->weight, <, 1);
      g_assert_true (i == 0 || g_array_index (matches, AmpHeaderMatch, i - 1).weight >= match->weight);
    }
}

static void
test_strange_words_cost (void)
{
  g_autoptr (GArray) alone = amp_header_dictionary_match (amp_header_dictionary_get_default (), "NOM");
  g_autoptr (GArray) beside = amp_header_dictionary_match (amp_header_dictionary_get_default (), "NOM BATEAU");

  g_assert_cmpfloat (g_array_index (beside, AmpHeaderMatch, 0).weight, <, g_array_index (alone, AmpHeaderMatch, 0).weight);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/header/split-into-words", test_headers_split_into_words);
  g_test_add_func ("/fields/header-dictionary/headers-announce-types", test_headers_announce_types);
  g_test_add_func ("/fields/header-dictionary/matches-are-sorted-and-bounded", test_matches_are_sorted_and_bounded);
  g_test_add_func ("/fields/header-dictionary/strange-words-cost", test_strange_words_cost);
  return g_test_run ();
}
