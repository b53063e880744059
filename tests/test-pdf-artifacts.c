/* What paints outside of marks is marked; what is marked, and what the scanner
 * might take for an operator, stays as it is. */
#include "amp-pdf-artifacts.h"

static void
assert_marked (const char *content, const char *expected)
{
  g_autoptr (GByteArray) marked = amp_pdf_mark_artifacts (content, strlen (content));

  g_byte_array_append (marked, (const guint8 *) "", 1);
  g_assert_cmpstr ((const char *) marked->data, ==, expected);
}

static void
test_gaps (void)
{
  assert_marked ("", "");
  assert_marked ("q 1 0 0 1 0 0 cm Q", "q 1 0 0 1 0 0 cm Q");
  assert_marked ("0 0 9 9 re f", "\n/Artifact BMC\n0 0 9 9 re f\nEMC\n");
  assert_marked ("q\n/P << /MCID 0 >> BDC\n(x)Tj\nEMC\nQ", "q\n/P << /MCID 0 >> BDC\n(x)Tj\nEMC\nQ");
  assert_marked ("q S\n/P << /MCID 0 >> BDC\n/Span BMC\nf EMC\nf\nEMC\nBT (1)Tj ET",
                 "\n/Artifact BMC\nq S\n\nEMC\n/P << /MCID 0 >> BDC\n/Span BMC\nf EMC\nf\nEMC\n/Artifact BMC\n\nBT (1)Tj ET\nEMC\n");
  assert_marked ("BT (1)Tj\n/Span << /ActualText <feff00a0> >> BDC\n( )Tj\nEMC\nET\n/P <</MCID 0>> BDC\nEMC",
                 "\n/Artifact BMC\nBT (1)Tj\n/Span << /ActualText <feff00a0> >> BDC\n( )Tj\nEMC\nET\n\nEMC\n/P <</MCID 0>> BDC\nEMC");
}

static void
test_what_is_no_operator (void)
{
  static const char *const quiet[] = { "(S f \\) EMC) q", "(a (f) BDC) q", "<< /f /S >> gs", "% f S\nq", "<66> q", "/f gs", "[(f) 3] q", "fS ff" };

  for (guint i = 0; i < G_N_ELEMENTS (quiet); i++)
    assert_marked (quiet[i], quiet[i]);
  assert_marked ("BI /W 1 ID f S BT EMC x\nEI Q", "\n/Artifact BMC\nBI /W 1 ID f S BT EMC x\nEI Q\nEMC\n");
}

/* Nothing is marked that would tear a text object apart. */
static void
test_what_is_broken (void)
{
  static const char *const broken[] = { "BT (x)Tj", "(x)Tj ET", "/P << /MCID 0 >> BDC\nf", "EMC EMC q", "(f", "<66", "%", "ID", "/" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    assert_marked (broken[i], broken[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/pdf-artifacts/gaps", test_gaps);
  g_test_add_func ("/export/pdf-artifacts/what-is-no-operator", test_what_is_no_operator);
  g_test_add_func ("/export/pdf-artifacts/what-is-broken", test_what_is_broken);
  return g_test_run ();
}
