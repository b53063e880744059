/* Naming the encoding of French samples, and decoding whatever the bytes. */
#include "amp-encoding.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *iconv_name;
  AmpEncoding encoding;
} Sample;

/* Invented lines, of the kind that dumps hold. */
static const char *const lower = "nom;pr\303\251nom;ville\nDurand;Zo\303\251;Orl\303\251ans\nPetit;Fran\303\247ois;N\303\256mes\nLef\303\250vre;H\303\251l\303\250ne;Alen\303\247on\n";
static const char *const upper = "NOM;PRENOM;VILLE\nLEF\303\210VRE;ANDR\303\211;B\303\211ZIERS\nB\303\211RARD;FRAN\303\207OIS;ALEN\303\207ON\n";
static const char *const mixed = "id;note\n1;\303\200 revoir apr\303\250s l\342\200\231\303\251t\303\251\n2;38\302\260 de fi\303\250vre\n3;c\305\223ur fragile\n4;\303\211lodie; r\303\251gl\303\251 12 \342\202\254\n";
static const char *const signs = "id;montant;note\n1;12 \342\202\254;s\305\223ur de No\303\253l\n2;35 \342\202\254;pay\303\251\n";
static const char *const one = "ville\nRennes\nVannes\nSaint-Brieuc\nOrl\303\251ans\n";
static const char *const degree = "note\n38 \302\260C\nRAS\n";

static void
check_detected (const char *text, const char *iconv_name, AmpEncoding expected)
{
  g_autoptr (GError) error = NULL;
  gsize            length = 0;
  g_autofree char *bytes = g_convert (text, -1, iconv_name, "UTF-8", NULL, &length, &error);
  AmpEncoding      found;

  g_assert_no_error (error);
  found = amp_encoding_detect ((const guint8 *) bytes, length);
  g_assert_cmpstr (amp_encoding_get_code (found), ==, amp_encoding_get_code (expected));
}

static void
test_french_is_told_apart (void)
{
  const Sample samples[] = {
    { lower, "UTF-8", AMP_ENCODING_UTF_8 },
    { lower, "WINDOWS-1252", AMP_ENCODING_WINDOWS_1252 },
    { lower, "CP850", AMP_ENCODING_CP850 },
    { lower, "MACINTOSH", AMP_ENCODING_MAC_ROMAN },
    { lower, "UTF-16LE", AMP_ENCODING_UTF_16_LE },
    { lower, "UTF-16BE", AMP_ENCODING_UTF_16_BE },
    { upper, "UTF-8", AMP_ENCODING_UTF_8 },
    { upper, "WINDOWS-1252", AMP_ENCODING_WINDOWS_1252 },
    { upper, "CP850", AMP_ENCODING_CP850 },
    { upper, "MACINTOSH", AMP_ENCODING_MAC_ROMAN },
    { mixed, "UTF-8", AMP_ENCODING_UTF_8 },
    { mixed, "WINDOWS-1252", AMP_ENCODING_WINDOWS_1252 },
    { mixed, "MACINTOSH", AMP_ENCODING_MAC_ROMAN },
    { signs, "WINDOWS-1252", AMP_ENCODING_WINDOWS_1252 },
    { signs, "ISO-8859-15", AMP_ENCODING_ISO_8859_15 },
    { signs, "MACINTOSH", AMP_ENCODING_MAC_ROMAN },
    { one, "WINDOWS-1252", AMP_ENCODING_WINDOWS_1252 },
    { one, "CP850", AMP_ENCODING_CP850 },
    { one, "MACINTOSH", AMP_ENCODING_MAC_ROMAN },
    { degree, "WINDOWS-1252", AMP_ENCODING_WINDOWS_1252 },
    { degree, "UTF-8", AMP_ENCODING_UTF_8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    check_detected (samples[i].text, samples[i].iconv_name, samples[i].encoding);
}

static void
test_marks_decide (void)
{
  g_assert_cmpint (amp_encoding_detect ((const guint8 *) "\xef\xbb\xbf"
                                                         "a;b",
                                        6),
                   ==, AMP_ENCODING_UTF_8_BOM);
  g_assert_cmpint (amp_encoding_detect ((const guint8 *) "\xff\xfe"
                                                         "a",
                                        3),
                   ==, AMP_ENCODING_UTF_16_LE);
  g_assert_cmpint (amp_encoding_detect ((const guint8 *) "\xfe\xff"
                                                         "a",
                                        3),
                   ==, AMP_ENCODING_UTF_16_BE);
  g_assert_cmpint (amp_encoding_detect ((const guint8 *) "plain", 5), ==, AMP_ENCODING_UTF_8);
  g_assert_cmpint (amp_encoding_detect (NULL, 0), ==, AMP_ENCODING_UTF_8);
  g_assert_cmpuint (amp_encoding_get_mark_length (AMP_ENCODING_UTF_8_BOM, (const guint8 *) "\xef\xbb\xbf", 3), ==, 3);
  g_assert_cmpuint (amp_encoding_get_mark_length (AMP_ENCODING_UTF_16_LE, (const guint8 *) "a", 1), ==, 0);
}

/* A sample ends anywhere, and a broken value or two is no other encoding. */
static void
test_damage_changes_no_name (void)
{
  g_autoptr (GString) bytes = g_string_new (NULL);

  for (guint i = 0; i < 20; i++)
    g_string_append (bytes, lower);
  g_assert_cmpint (amp_encoding_detect ((const guint8 *) bytes->str, strlen (lower) - 6), ==, AMP_ENCODING_UTF_8);
  g_string_append (bytes, "Andr\xe9;a\0b\n\303");
  g_assert_cmpint (amp_encoding_detect ((const guint8 *) bytes->str, bytes->len), ==, AMP_ENCODING_UTF_8);
}

static void
check_decoded (AmpEncoding encoding, const char *bytes, gsize length, const char *expected)
{
  g_autoptr (GString) utf8 = g_string_new (">");

  amp_encoding_decode (encoding, bytes, length, utf8);
  g_assert_cmpint (utf8->str[0], ==, '>');
  g_assert_cmpstr (utf8->str + 1, ==, expected);
}

static void
test_values_are_decoded_one_by_one (void)
{
  check_decoded (AMP_ENCODING_WINDOWS_1252, "", 0, "");
  check_decoded (AMP_ENCODING_WINDOWS_1252, "plain ascii, long enough", 24, "plain ascii, long enough");
  check_decoded (AMP_ENCODING_WINDOWS_1252, "Zo\xe9 \x80\x9c", 6, "Zoé €œ");
  check_decoded (AMP_ENCODING_WINDOWS_1252, "Zo\303\251", 4, "Zoé");
  check_decoded (AMP_ENCODING_ISO_8859_15, "\xa4\xbd\xbc", 3, "€œŒ");
  check_decoded (AMP_ENCODING_ISO_8859_15, "l\x92\xe9t\xe9", 5, "l’été");
  check_decoded (AMP_ENCODING_CP850, "Zo\x82 \x87\xf8", 6, "Zoé ç°");
  check_decoded (AMP_ENCODING_MAC_ROMAN, "Zo\x8e \x8d\xcf", 6, "Zoé çœ");
  check_decoded (AMP_ENCODING_UTF_8, "Zo\303\251", 4, "Zoé");
  check_decoded (AMP_ENCODING_UTF_8, "Zo\xe9", 3, "Zoé");
  check_decoded (AMP_ENCODING_UTF_16_LE, "Zo\303\251", 4, "Zoé");
}

/* Files that two programs wrote to: what breaks words in the source's encoding is read
 * in the one that makes words of it, what merely is foreign is not. */
static void
test_values_of_another_encoding_are_told (void)
{
  check_decoded (AMP_ENCODING_WINDOWS_1252, "Andr\x82 Lef\x8avre", 13, "André Lefèvre");
  check_decoded (AMP_ENCODING_WINDOWS_1252, "Andr\x8e Lef\x8fvre", 13, "André Lefèvre");
  check_decoded (AMP_ENCODING_UTF_8, "SAINT-\x90TIENNE", 13, "SAINT-ÉTIENNE");
  check_decoded (AMP_ENCODING_CP850, "Andr\xe9 Lef\xe8vre", 13, "André Lefèvre");
  check_decoded (AMP_ENCODING_MAC_ROMAN, "Andr\xe9 Lef\xe8vre", 13, "André Lefèvre");
  check_decoded (AMP_ENCODING_WINDOWS_1252, "Toma\x9a", 5, "Tomaš");
  check_decoded (AMP_ENCODING_WINDOWS_1252, "S\xe3o", 3, "São");
}

static void
test_meaningless_bytes_are_replaced (void)
{
  check_decoded (AMP_ENCODING_WINDOWS_1252, "a\x81\x8d", 3, "a\357\277\275\357\277\275");
  check_decoded (AMP_ENCODING_WINDOWS_1252, "a\0b", 3, "a\357\277\275b");
  check_decoded (AMP_ENCODING_UTF_8, "Zo\303\251\0Zo\xe9", 8, "Zoé\357\277\275Zoé");
  check_decoded (AMP_ENCODING_UTF_8, "\0", 1, "\357\277\275");
}

static void
test_utf_16_is_transcoded (void)
{
  static const guint8 bytes[] = { 'a', 0, 0xe9, 0, 0x3d, 0xd8, 0x00, 0xde, 0x3d, 0xd8, 'b', 0, 0x00, 0xde, 0, 0, 'c' };
  g_autoptr (GString) utf8 = g_string_new (NULL);

  amp_encoding_transcode_utf_16 (AMP_ENCODING_UTF_16_LE, bytes, sizeof bytes, utf8);
  g_assert_cmpuint (utf8->len, ==, 1 + 2 + 4 + 3 + 1 + 3 + 1 + 3);
  g_assert_cmpmem (utf8->str, utf8->len, "a\303\251\360\237\230\200\357\277\275b\357\277\275\0\357\277\275", utf8->len);
}

static void
test_any_bytes_give_valid_utf_8 (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 20000; i++)
    {
      char             bytes[48];
      gsize            length = (gsize) g_rand_int_range (random, 0, sizeof bytes + 1);
      g_autofree char *copy = NULL;
      g_autoptr (GString) utf8 = g_string_new (NULL);
      g_autoptr (GString) wide = g_string_new (NULL);

      for (gsize k = 0; k < length; k++)
        bytes[k] = (char) g_rand_int_range (random, i % 2 ? 0x60 : 0, 0x100);
      copy = g_memdup2 (bytes, MAX (length, 1));
      amp_encoding_decode ((AmpEncoding) (i % AMP_N_ENCODINGS), copy, length, utf8);
      g_assert_true (g_utf8_validate_len (utf8->str, utf8->len, NULL));
      g_assert_cmpuint (utf8->len, <=, 3 * length);
      amp_encoding_transcode_utf_16 (i % 2 ? AMP_ENCODING_UTF_16_LE : AMP_ENCODING_UTF_16_BE, (guint8 *) copy, length, wide);
      amp_encoding_detect ((guint8 *) copy, length);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/encoding/french-is-told-apart", test_french_is_told_apart);
  g_test_add_func ("/dump/encoding/marks-decide", test_marks_decide);
  g_test_add_func ("/dump/encoding/damage-changes-no-name", test_damage_changes_no_name);
  g_test_add_func ("/dump/encoding/values-are-decoded-one-by-one", test_values_are_decoded_one_by_one);
  g_test_add_func ("/dump/encoding/values-of-another-encoding-are-told", test_values_of_another_encoding_are_told);
  g_test_add_func ("/dump/encoding/meaningless-bytes-are-replaced", test_meaningless_bytes_are_replaced);
  g_test_add_func ("/dump/encoding/utf-16-is-transcoded", test_utf_16_is_transcoded);
  g_test_add_func ("/dump/encoding/any-bytes-give-valid-utf-8", test_any_bytes_give_valid_utf_8);
  return g_test_run ();
}
