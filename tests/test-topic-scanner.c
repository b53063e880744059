#include "amp-topic-scanner.h"

#define BIT(name) AMP_CATEGORY_BIT (AMP_CATEGORY_##name)

static AmpCategorySet
scan (const char *text)
{
  g_autoptr (AmpTopicScanner) scanner = amp_topic_scanner_new ();

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
    }
}

static void
test_topics_are_found (void)
{
  static const Example examples[] = {
    { "Patiente enceinte", BIT (HEALTH) },
    { "S\303\211ROPOSITIF, suivi trimestriel", BIT (HEALTH) },
    { "diab\303\251tique depuis 2010", BIT (HEALTH) },
    { "charge virale \303\240 refaire", BIT (HEALTH) },
    { "T\303\251moin de J\303\251hovah", BIT (RELIGION) },
    { "D\303\251l\303\251gu\303\251 syndical", BIT (UNION) },
    { "D\303\251tenu, extraction de la maison d\342\200\231arr\303\252t", BIT (OFFENCE) },
    { "orientation sexuelle : homosexuel", BIT (SEX_LIFE) },
    { "militant politique", BIT (POLITICS) },
    { "caryotype \303\240 pr\303\251voir", BIT (GENETIC) },
    { "mucoviscidose", BIT (GENETIC) | BIT (HEALTH) },
    { "pregnant, trade union member", BIT (HEALTH) | BIT (UNION) },
    { "sous Previscan;musulman", BIT (HEALTH) | BIT (RELIGION) },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_ordinary_comments_expose_nothing (void)
{
  static const Example examples[] = {
    { "", 0 },
    { "Rappeler le matin", 0 },
    { "Facture n\302\260 12345 r\303\251gl\303\251e le 12/03/2019 par ch\303\250que", 0 },
    { "Assurance Maladie de Rennes, dossier en cours de traitement", 0 },
    { "Pi\303\250ce d'identit\303\251 \303\240 pr\303\251senter ; avis positif", 0 },
    { "Avocat au barreau, apporter l'ordonnance", 0 },
    { "rue de la Prison, adresse mail invalide", 0 },
    { "he did aid me", 0 },
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
    { "vih2", 0 },
    { "VIH", BIT (HEALTH) },
    { "anti-VIH", BIT (HEALTH) },
    { "l'h\303\251patite", BIT (HEALTH) },
    { "(vih)", BIT (HEALTH) },
    { "vih", BIT (HEALTH) },
    { "xx vih", BIT (HEALTH) },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_spellings_do_not_matter (void)
{
  static const Example examples[] = {
    { "hepatite", BIT (HEALTH) },
    { "H\303\211PATITES", BIT (HEALTH) },
    { "he\314\201patite", BIT (HEALTH) },
    { "temoins  de\njehovah", BIT (RELIGION) },
    { "t\303\251moin-de-j\303\251hovah", BIT (RELIGION) },
    { "\305\223d\303\250me de Quincke", BIT (HEALTH) },
    { "oed\303\250me de quincke", BIT (HEALTH) },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_terms_may_overlap (void)
{
  static const Example examples[] = {
    { "maison maison d'arr\303\252t", BIT (OFFENCE) },
    { "charge charge virale", BIT (HEALTH) },
    { "d\303\251l\303\251gu\303\251 d\303\251l\303\251gu\303\251 syndical", BIT (UNION) },
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
    { "Pas de diab\303\250te connu", BIT (HEALTH) }, { "s\303\251rologie VIH n\303\251gative", BIT (HEALTH) }, { "not pregnant", BIT (HEALTH) }
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
    { "fille : 02.99.12.34.56, apr\303\250s 18h", BIT (CONTACT) },
    { "02 99 12 34 56 2 enfants", BIT (CONTACT) },
    { "+33 6 12 34 56 78", BIT (CONTACT) },
    { "mail anne@example.org.", BIT (CONTACT) },
    { "<anne.le-goff@example.org>", BIT (CONTACT) },
    { "IBAN FR1420041010050500013M02606", BIT (FINANCIAL) },
    { "FR14 2004 1010 0505 0001 3M02 606 merci", BIT (FINANCIAL) },
    { "12/03/2019 10/04/2019", 0 },
    { "dossier 20190312 carton 12 34 56", 0 },
    { "@ @@ a@ @b a@b", 0 },
    { "+ +3 ++33", 0 },
    { "FR76", 0 },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_hostile_texts_are_survived (void)
{
  g_autoptr (AmpTopicScanner) scanner = amp_topic_scanner_new ();
  static const char        bytes[] = "\0\377vih\300\200\xf0\x9f vih@+@\0FR76\0";
  static const char *const patterns[] = { "@", "0", "+1", "1 ", "FR76 ", "a", "vih ", "d\303\251l\303\251gu\303\251 ", "\314\201", "\377" };

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/topic-scanner/topics-are-found", test_topics_are_found);
  g_test_add_func ("/fields/topic-scanner/ordinary-comments-expose-nothing", test_ordinary_comments_expose_nothing);
  g_test_add_func ("/fields/topic-scanner/words-match-whole", test_words_match_whole);
  g_test_add_func ("/fields/topic-scanner/spellings-do-not-matter", test_spellings_do_not_matter);
  g_test_add_func ("/fields/topic-scanner/terms-may-overlap", test_terms_may_overlap);
  g_test_add_func ("/fields/topic-scanner/denied-topics-count", test_denied_topics_count);
  g_test_add_func ("/fields/topic-scanner/identifiers-are-found", test_identifiers_are_found);
  g_test_add_func ("/fields/topic-scanner/hostile-texts-are-survived", test_hostile_texts_are_survived);
  return g_test_run ();
}
