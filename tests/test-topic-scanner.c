#include "amp-topic-scanner.h"

#define BIT(name) AMP_CATEGORY_BIT (AMP_CATEGORY_##name)
#define N_THREADS 4

static AmpTopicScanner *scanner;

static AmpCategorySet
scan (const char *text)
{
  return amp_topic_scanner_scan (scanner, text, strlen (text));
}

typedef struct
{
  const char    *text;
  AmpCategorySet categories;
} Example;

static void
assert_examples (const Example *examples, guint n_examples)
{
  for (guint i = 0; i < n_examples; i++)
    {
      g_autofree char *escaped = g_strescape (examples[i].text, NULL);

      g_test_message ("%s", escaped);
      g_assert_cmphex (scan (examples[i].text), ==, examples[i].categories);
      g_assert_cmphex (examples[i].categories & ~amp_topic_scanner_get_categories (scanner), ==, 0);
    }
}

static void
test_health_is_found (void)
{
  static const Example examples[] = {
    { "Patiente enceinte", BIT (HEALTH) },
    { "ENCEINTE (7 mois)", BIT (HEALTH) },
    { "SÉROPOSITIF, suivi trimestriel", BIT (HEALTH) },
    { "diabétique depuis 2010", BIT (HEALTH) },
    { "charge virale à refaire", BIT (HEALTH) },
    { "sous Previscan, INR instable", BIT (HEALTH) },
    { "prendre RDV après la 3e séance de chimio", BIT (HEALTH) },
    { "transplantée rénale en 2012", BIT (HEALTH) },
    { "dialyse lundi mercredi vendredi", BIT (HEALTH) },
    { "cure de désintoxication au printemps", BIT (HEALTH) },
    { "arrêt de travail prolongé, RQTH demandée", BIT (HEALTH) },
    { "en dépression depuis le décès de sa femme", BIT (HEALTH) },
    { "fausses couches à répétition", BIT (HEALTH) },
    { "ALD 30 en cours", BIT (HEALTH) },
    { "employee on sick leave until Monday", BIT (HEALTH) },
    { "customer is deaf, please write", BIT (HEALTH) },
    { "asked for a refund: her mother had a stroke", BIT (HEALTH) },
    { "6 months pregnant", BIT (HEALTH) },
    { "takes warfarin and insulin", BIT (HEALTH) },
    { "hiv-positive", BIT (HEALTH) },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_other_categories_are_found (void)
{
  static const Example examples[] = {
    { "mucoviscidose", BIT (GENETIC) | BIT (HEALTH) },
    { "caryotype à prévoir", BIT (GENETIC) },
    { "carries the BRCA1 mutation", BIT (GENETIC) },
    { "Témoin de Jéhovah", BIT (RELIGION) },
    { "refuse toute transfusion", BIT (HEALTH) | BIT (RELIGION) },
    { "ne vient pas pendant le ramadan", BIT (RELIGION) },
    { "repas casher", BIT (RELIGION) },
    { "practising Catholic", BIT (RELIGION) },
    { "orientation sexuelle : homosexuel", BIT (SEX_LIFE) },
    { "rapports non protégés", BIT (SEX_LIFE) },
    { "lives with her same-sex partner", BIT (SEX_LIFE) },
    { "militante politique", BIT (POLITICS) },
    { "adhérent du parti socialiste", BIT (POLITICS) },
    { "works for the Labour Party", BIT (POLITICS) },
    { "Déléguée syndicale", BIT (UNION) },
    { "carte CGT", BIT (UNION) },
    { "joined a trade union", BIT (UNION) },
    { "patient d'origine maghrébine", BIT (ETHNICITY) },
    { "ethnic background: Hispanic", BIT (ETHNICITY) },
    { "Détenu, extraction de la maison d’arrêt", BIT (OFFENCE) },
    { "prélevé en garde à vue", BIT (OFFENCE) },
    { "injonctions de soins", BIT (OFFENCE) },
    { "was convicted of theft", BIT (OFFENCE) },
    { "empreintes digitales relevées à l'entrée", BIT (BIOMETRIC) },
    { "iris scan stored", BIT (BIOMETRIC) },
    { "pregnant, trade union delegate", BIT (HEALTH) | BIT (UNION) },
    { "Xarelto;musulmane", BIT (HEALTH) | BIT (RELIGION) },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_ordinary_comments_expose_nothing (void)
{
  static const Example examples[] = {
    { "", 0 },
    { "Rappeler le matin", 0 },
    { "Facture n° 12345 réglée le 12/03/2019 par chèque", 0 },
    { "Assurance Maladie de Rennes, dossier en cours de traitement", 0 },
    { "Commande en attente, traitement en cours", 0 },
    { "Pièce d'identité à présenter ; avis positif", 0 },
    { "Avocat au barreau, apporter l'ordonnance", 0 },
    { "téléphone orange, coque avocat", 0 },
    { "rue de la Prison, adresse mail invalide", 0 },
    { "greffe du tribunal de commerce, extrait Kbis", 0 },
    { "pile lithium à remplacer", 0 },
    { "diagnostic immobilier joint", 0 },
    { "mutation à Lyon acceptée, syndicat de copropriété prévenu", 0 },
    { "la porte à l'extrême droite du couloir", 0 },
    { "gilet jaune taille L, vélo Gitane", 0 },
    { "livraison retardée à cause du covid", 0 },
    { "zona industriale 4, das Paket ist da", 0 },
    { "produit en fin de vie, résultat négatif de l'exercice", 0 },
    { "porte condamnée pour travaux, condamnation centralisée", 0 },
    { "Mme Gay a rappelé", 0 },
    { "he has aid from the council", 0 },
    { "account disabled, feature is disabled", 0 },
    { "venetian blinds, 4-stroke engine", 0 },
    { "credit union member, employee on probation", 0 },
    { "third door on the far right, Huntington Beach", 0 },
    { "symptom: the printer does not start", 0 },
    { "livré à Sèvres, ca. 1950", 0 },
    { "3 insertions, 1 deletion", 0 },
    { "error when the button is depressed", 0 },
    { "check the key's fingerprint", 0 },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_exceptions_hide_what_is_inside_them (void)
{
  static const Example examples[] = {
    { "Enceinte bluetooth reçue cassée", 0 },
    { "laisser le colis dans l'enceinte de la résidence", 0 },
    { "l'enceinte bluetooth d'une cliente enceinte", BIT (HEALTH) },
    { "enceinte, l'enceinte", BIT (HEALTH) },
    { "l'enceinte enceinte", BIT (HEALTH) },
    { "capital détenu par la holding", 0 },
    { "détenu, parti avec l'escorte", BIT (OFFENCE) },
    { "chambre non fumeur", 0 },
    { "non-fumeur", BIT (HEALTH) },
    { "place de parking handicapé", 0 },
    { "parking : enfant handicapé", BIT (HEALTH) },
    { "non-alcoholic beer", 0 },
    { "ligue contre le cancer", 0 },
    { "ligue contre le cancer, son cancer du sein", BIT (HEALTH) },
    { "disjoncteur bipolaire 16 A", 0 },
    { "fingerprint reader out of order", 0 },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_words_match_whole (void)
{
  static const Example examples[] = {
    { "vihart", 0 },
    { "sidab", 0 },
    { "xvih", 0 },
    { "vih2019", 0 },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaavih", 0 },
    { "VIH", BIT (HEALTH) },
    { "vih1", BIT (HEALTH) },
    { "anti-VIH", BIT (HEALTH) },
    { "l'hépatite", BIT (HEALTH) },
    { "(vih)", BIT (HEALTH) },
    { "xx vih", BIT (HEALTH) },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_spellings_do_not_matter (void)
{
  static const Example examples[] = {
    { "hepatite", BIT (HEALTH) },
    { "HÉPATITES", BIT (HEALTH) },
    { "he\314\201patite", BIT (HEALTH) },
    { "h\303\251pa\302\255tite", BIT (HEALTH) }, /* a soft hyphen */
    { "temoins  de\njehovah", BIT (RELIGION) },
    { "témoin-de-jéhovah", BIT (RELIGION) },
    { "sclérose en\r\nplaques", BIT (HEALTH) },
    { "maison d\342\200\231arr\303\252t", BIT (OFFENCE) },
    { "garde\302\240\303\240\302\240vue", BIT (OFFENCE) }, /* no-break spaces */
    { "œdème de Quincke", BIT (HEALTH) },
    { "oedème de quincke", BIT (HEALTH) },
    { "incarcéré, incarcérée", BIT (OFFENCE) },
    { "incarcérées", BIT (OFFENCE) },
    { "détenues", BIT (OFFENCE) },
    { "enceinte de 3 mois, 14 SA", BIT (HEALTH) },
    { "condamné à 18 mois", BIT (OFFENCE) },
    { "condamné à quelques mots", 0 },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_terms_may_overlap (void)
{
  static const Example examples[] = {
    { "maison maison d'arrêt", BIT (OFFENCE) },
    { "charge charge virale", BIT (HEALTH) },
    { "délégué délégué syndical", BIT (UNION) },
    { "a a a a a a a a charge virale", BIT (HEALTH) },
    { "cancer cancer cancer cancer cancer cancer cancer cancer", BIT (HEALTH) },
    { "charge", 0 },
    { "virale", 0 },
    { "charge de la virale", 0 },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_denied_topics_count (void)
{
  static const Example examples[] = {
    { "Pas de diabète connu", BIT (HEALTH) },
    { "sérologie VIH négative", BIT (HEALTH) },
    { "aucune allergie", BIT (HEALTH) },
    { "n'est pas syndiqué", BIT (UNION) },
    { "not pregnant", BIT (HEALTH) },
    { "no criminal record", BIT (OFFENCE) },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_identifiers_are_found (void)
{
  static const Example examples[] = {
    { "NIR 255081416802538", BIT (OFFICIAL_ID) },
    { "secu 2 55 08 14 168 025 38.", BIT (OFFICIAL_ID) },
    { "secu 2550814168025", BIT (OFFICIAL_ID) },
    { "1 85 03 2a 004 012 52 ou", 0 },
    { "255081416802539", 0 },
    { "tel 0299123456", BIT (CONTACT) },
    { "fille : 02.99.12.34.56, après 18h", BIT (CONTACT) },
    { "02 99 12 34 56 2 enfants", BIT (CONTACT) },
    { "+33 6 12 34 56 78", BIT (CONTACT) },
    { "+33 (0)6 12 34 56 78", BIT (CONTACT) },
    { "+33(0)612345678", BIT (CONTACT) },
    { "0033 6 12 34 56 78", BIT (CONTACT) },
    { "0033612345678", BIT (CONTACT) },
    { "0044612345678", 0 },
    { "mail anne@example.org.", BIT (CONTACT) },
    { "<anne.le-goff@example.org>", BIT (CONTACT) },
    { "IBAN FR1420041010050500013M02606", BIT (FINANCIAL) },
    { "IBAN:fr1420041010050500013m02606.", BIT (FINANCIAL) },
    { "FR14 2004 1010 0505 0001 3M02 606 merci", BIT (FINANCIAL) },
    { "FR15 2004 1010 0505 0001 3M02 606", 0 },
    { "12/03/2019 10/04/2019", 0 },
    { "dossier 20190312 carton 12 34 56", 0 },
    { "@ @@ a@ @b a@b", 0 },
    { "+ +3 ++33", 0 },
    { "FR76", 0 },
    { "(0)", 0 },
    { "+(0)(0)(0)(0)(0)(0)(0)(0)(0)(0)(0)", 0 },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_hostile_texts_are_survived (void)
{
  static const char        bytes[] = "\0\377vih\300\200\xf0\x9f vih@+@\0FR76\0";
  static const char *const patterns[] = { "@", "0", "+1", "1 ", "FR76 ", "0033 ", "+33 (0)", "(0)", "a", "vih ", "non fumeur ", "d\303\251l\303\251gu\303\251 ", "\314\201", "\377" };

  for (gsize length = 0; length < sizeof bytes; length++)
    g_assert_cmphex (amp_topic_scanner_scan (scanner, bytes, length) & ~BIT (HEALTH), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 1 << 18)
        g_string_append (text, patterns[i]);
      g_assert_cmphex (amp_topic_scanner_scan (scanner, text->str, text->len) & ~BIT (HEALTH), ==, 0);
    }
}

/* Any bytes, cut anywhere, in memory of exactly their size. */
static void
test_any_bytes_are_survived (void)
{
  static const char *const pieces[] = { "enceinte ", "dans l'", "d\303", "\251tenu", "@", "+33", "(0)", "FR76", " 6", "1", "\314\201", "s", "E", "\n", "vih" };

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *exact = NULL;

      for (int n = g_test_rand_int_range (0, 24); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      for (int n = g_test_rand_int_range (0, 3); n > 0 && text->len > 0; n--)
        text->str[g_test_rand_int_range (0, (int) text->len)] = (char) g_test_rand_int_range (0, 256);
      exact = g_memdup2 (text->str, text->len);
      g_assert_cmphex (amp_topic_scanner_scan (scanner, exact, text->len), <, 1u << AMP_N_CATEGORIES);
    }
}

static void
assert_line (const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  g_autofree char *upper = NULL;
  AmpCategory      category = AMP_N_CATEGORIES;

  g_test_message ("%s", line);
  g_assert_cmpuint (g_strv_length (fields), ==, 4);
  upper = g_utf8_strup (fields[0], -1);
  g_assert_cmphex (scan (fields[0]), ==, scan (upper));
  if (g_str_equal (fields[1], "-"))
    {
      g_assert_cmphex (scan (fields[0]), ==, 0);
      return;
    }
  g_assert_true (amp_category_from_code (fields[1], &category));
  g_assert_cmphex (scan (fields[0]) & AMP_CATEGORY_BIT (category), !=, 0);
  g_assert_cmpuint (strlen (fields[3]), >, 2);
}

static void
test_lists_are_sound (gconstpointer name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "fields", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      g_assert_true (g_hash_table_add (seen, lines[i]));
      assert_line (lines[i]);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 500);
}

static gpointer
scan_many_times (gpointer data)
{
  static const Example examples[] = {
    { "l'enceinte ; cancer, témoin de Jéhovah", BIT (HEALTH) | BIT (RELIGION) },
    { "+33 (0)6 12 34 56 78, détenue", BIT (CONTACT) | BIT (OFFENCE) },
    { "rien à signaler", 0 },
  };

  for (guint i = 0; i < 20000; i++)
    {
      const Example *example = &examples[i % G_N_ELEMENTS (examples)];

      if (scan (example->text) != example->categories)
        return GUINT_TO_POINTER (FALSE);
    }
  return GUINT_TO_POINTER (TRUE);
}

static void
test_threads_may_share_a_scanner (void)
{
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("scan", scan_many_times, NULL);
  for (guint i = 0; i < N_THREADS; i++)
    g_assert_true (GPOINTER_TO_UINT (g_thread_join (threads[i])));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  scanner = amp_topic_scanner_new ();
  g_test_add_func ("/fields/topic-scanner/health-is-found", test_health_is_found);
  g_test_add_func ("/fields/topic-scanner/other-categories-are-found", test_other_categories_are_found);
  g_test_add_func ("/fields/topic-scanner/ordinary-comments-expose-nothing", test_ordinary_comments_expose_nothing);
  g_test_add_func ("/fields/topic-scanner/exceptions-hide-what-is-inside-them", test_exceptions_hide_what_is_inside_them);
  g_test_add_func ("/fields/topic-scanner/words-match-whole", test_words_match_whole);
  g_test_add_func ("/fields/topic-scanner/spellings-do-not-matter", test_spellings_do_not_matter);
  g_test_add_func ("/fields/topic-scanner/terms-may-overlap", test_terms_may_overlap);
  g_test_add_func ("/fields/topic-scanner/denied-topics-count", test_denied_topics_count);
  g_test_add_func ("/fields/topic-scanner/identifiers-are-found", test_identifiers_are_found);
  g_test_add_func ("/fields/topic-scanner/hostile-texts-are-survived", test_hostile_texts_are_survived);
  g_test_add_func ("/fields/topic-scanner/any-bytes-are-survived", test_any_bytes_are_survived);
  g_test_add_func ("/fields/topic-scanner/threads-may-share-a-scanner", test_threads_may_share_a_scanner);
  g_test_add_data_func ("/fields/topic-scanner/french-list-is-sound", "topics-fr.tsv", test_lists_are_sound);
  g_test_add_data_func ("/fields/topic-scanner/english-list-is-sound", "topics-en.tsv", test_lists_are_sound);
  result = g_test_run ();
  amp_topic_scanner_free (scanner);
  return result;
}
