/* Reasons for types: a line is the same in every language, and reads as a
 * sentence again; whatever is no line stays what it is. */
#include "amp-evidence.h"

static void
assert_sentence (const char *line, const char *expected)
{
  g_autofree char *sentence = amp_evidence_dup_sentence (line);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_every_reason_reads (void)
{
  for (guint i = 0; i < AMP_N_EVIDENCE; i++)
    {
      g_autofree char *line = amp_evidence_dup_line (i, 98, 200, "nir");
      g_autofree char *sentence = amp_evidence_dup_sentence (line);

      g_assert_true (g_str_is_ascii (line));
      g_assert_null (strchr (sentence, '|'));
      g_assert_cmpuint (strlen (sentence), >, 8);
      for (guint other = 0; other < i; other++)
        {
          g_autofree char *other_line = amp_evidence_dup_line (other, 98, 200, "nir");

          g_assert_cmpstr (line, !=, other_line);
        }
    }
}

static void
test_sentences (void)
{
  assert_sentence ("valid|98|200|postal_code", "98 % of 200 values pass the check of “Postal code”");
  assert_sentence ("header|0|0|nom | patient", "header word nom | patient");
  assert_sentence ("words|37|0|", "3.7 words a value on average");
  assert_sentence ("distinct|1|20|", "1 different value among 20 of the sample");
  assert_sentence ("valid|98|200|a later type", "98 % of 200 values pass the check of “a later type”");
}

static void
test_anything_else_stays (void)
{
  static const char *const lines[] = { "", "|||", "header word nom", "98 % des valeurs", "valid|98|200", "valid|-1|2|nir", "valid|99999999999|2|nir", "later|1|2|", "header|x|0|nom" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_sentence (lines[i], lines[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/evidence/every-reason-reads", test_every_reason_reads);
  g_test_add_func ("/fields/evidence/sentences", test_sentences);
  g_test_add_func ("/fields/evidence/anything-else-stays", test_anything_else_stays);
  return g_test_run ();
}
