/* The guesses about a dump on bytes that were cut, flipped, doubled or made up: any
 * answer will do, as long as it is one, and the same whenever it is asked. Under the
 * sanitizers this is what finds reads beyond the end. */
#include "amp-dialect.h"
#include "amp-sample-rows.h"

#include <string.h>

#define N_ROUNDS 3000

/* Invented rows in each shape. */
/* clang-format off */
static const char *const shapes[] = {
  "Export du fichier\n\nNOM;PRENOM;CP;VILLE\n\"LE GOFF\";Yann;29200;BREST\nMARTIN;Lise;35000;RENNES\nROUX;Odile;56000;VANNES\nPETIT;Erwan;56100;LORIENT\n\n(4 lignes)\n",
  "'id','nom','note'\n'1','L''Ha\xff','a, b'\n'2','O''Brien','c\\'d'\n'3','Roux','e'\n'4','Petit','f'\n'5','Blanc','g'\n",
  "{\"id\": 1, \"nom\": \"Roux\", \"note\": \"a\\u00e9\"}\n{\"id\": 2, \"nom\": null}\n{\"id\": 3, \"tel\": [1, {\"a\": 2}]}\n{\"id\": 4}\n",
  "CREATE TABLE `t` (\n  `id` int,\n  `nom` varchar(9)\n);\nINSERT INTO `t` (`id`, `nom`) VALUES\n(1, 'L\\'Ha'),\n(2, NULL),\n(3, 'x''y');\n",
  "COPY public.t (id, nom, cp) FROM stdin;\n1\tRoux\t35000\n2\t\\N\t29200\n3\tLe \\t Goff\t56000\n\\.\n",
  "NOM       PRENOM    CP    MEDECIN\nLE GOFF   Yann      29200 DR ROUX\nMARTIN    Lise      35000 DR PETIT\nROUX      Odile     56000 DR ROUX\nPETIT     Erwan     56100 DR BLANC\n"
  "BLANC     Rose      29000 DR ROUX\nNOIR      Jean      35200 DR PETIT\nGRIS      Paul      22000 DR ROUX\nVERT      Anne      44000 DR BLANC\nROSE      Lou       75001 DR PETIT\nBRUN      Max       69001 DR ROUX\nLE BRAS   Zoe       13001 DR PETIT\n",
  "a\001b\001c\r1\0012\0013\r4\0015\0016\r7\0018\0019\r",
  "\xff\xfe" "a\0;\0b\0\n\0" "1\0;\0\xe9\0\n\0" "2\0;\0" "3\0\n\0",
  "pr\x82nom|ville\nAndr\x82|Saint-\x90tienne\nZo\xe9|N\x8cmes\nL\303\251a|B\x8eziers\n",
};
/* clang-format on */

static gsize
get_length (guint shape)
{
  /* The one in UTF-16 holds NUL bytes. */
  return shape == 7 ? 24 : strlen (shapes[shape]);
}

static void
damage (GRand *random, GByteArray *bytes)
{
  static const char favourites[] = "\"';,\t|:\n\r\\\0\001(){}[]`\xff\xc3\xe9";
  guint             n = (guint) g_rand_int_range (random, 0, 12);

  for (guint i = 0; i < n && bytes->len > 0; i++)
    {
      guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          bytes->data[at] = (guint8) g_rand_int_range (random, 0, 256);
          break;
        case 1:
          bytes->data[at] = (guint8) favourites[g_rand_int_range (random, 0, sizeof favourites - 1)];
          break;
        case 2:
          g_byte_array_remove_range (bytes, at, (guint) g_rand_int_range (random, 1, (gint32) MIN (bytes->len - at, 20) + 1));
          break;
        default:
          g_byte_array_set_size (bytes, at);
          break;
        }
    }
}

static void
check (const guint8 *bytes, gsize length, gboolean is_whole)
{
  AmpDialect dialect, again;
  g_autoptr (GPtrArray) rows = amp_sample_rows_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) same = NULL;

  if (!amp_dialect_detect (bytes, length, is_whole, &dialect, &error))
    {
      g_assert_nonnull (error);
      g_assert_false (amp_dialect_detect (bytes, length, is_whole, &again, &same));
      return;
    }
  g_assert_cmpuint (dialect.n_fields, >, 0);
  g_assert_true (amp_dialect_detect (bytes, length, is_whole, &again, &same));
  g_assert_cmpmem (&dialect, sizeof dialect, &again, sizeof again);
  /* The other shapes need the names of their fields, or to be transcoded first. */
  if (amp_encoding_is_utf_16 (dialect.encoding) || (dialect.format != AMP_DUMP_FORMAT_DELIMITED && dialect.format != AMP_DUMP_FORMAT_FIXED))
    return;
  amp_sample_rows_add (rows, &dialect, NULL, AMP_SAMPLE_ANY, TRUE, bytes, length, 100);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      g_assert_cmpuint (g_strv_length (row), ==, dialect.n_fields);
      for (guint k = 0; k < dialect.n_fields; k++)
        g_assert_true (g_utf8_validate (row[k], -1, NULL));
    }
}

static void
test_damaged_dumps_have_a_dialect_or_an_error (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint shape = round % G_N_ELEMENTS (shapes);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autofree guint8 *copy = NULL;

      g_byte_array_append (bytes, (const guint8 *) shapes[shape], (guint) get_length (shape));
      damage (random, bytes);
      /* A copy of its own size, so that reading past it is seen. */
      copy = g_memdup2 (bytes->data, MAX (bytes->len, 1));
      check (copy, bytes->len, round % 2 == 0);
    }
}

static void
test_random_bytes_have_a_dialect_or_an_error (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gsize              length = (gsize) g_rand_int_range (random, 1, 600);
      g_autofree guint8 *bytes = g_malloc (length);

      for (gsize i = 0; i < length; i++)
        bytes[i] = (guint8) (round % 3 == 0 ? g_rand_int_range (random, 0, 256) : "ab1 ;,\n\"'\t\\\r"[g_rand_int_range (random, 0, 12)]);
      check (bytes, length, round % 2 == 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/guess-damage/damaged-dumps-have-a-dialect-or-an-error", test_damaged_dumps_have_a_dialect_or_an_error);
  g_test_add_func ("/dump/guess-damage/random-bytes-have-a-dialect-or-an-error", test_random_bytes_have_a_dialect_or_an_error);
  return g_test_run ();
}
