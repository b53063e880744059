/* The severity method, on the figures of its worked example and at the edges
 * of its tables. */
#include "amp-severity.h"

#define BIT(category) AMP_CATEGORY_BIT (AMP_CATEGORY_##category)

static AmpSeverityContext
make_laboratory (void)
{
  AmpSeverityContext context = AMP_SEVERITY_CONTEXT_LEAKED;

  context.is_health_controller = TRUE;
  return context;
}

static gboolean
has_reason (const AmpSeverity *severity, const char *part)
{
  for (guint i = 0; severity->reasons[i] != NULL; i++)
    if (strstr (severity->reasons[i], part) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_rows_with_results (void)
{
  AmpSeverityContext context = make_laboratory ();
  g_autoptr (AmpSeverity) severity = amp_severity_assess (BIT (IDENTITY) | BIT (CONTACT) | BIT (OFFICIAL_ID) | BIT (HEALTH), 491840, &context);

  g_assert_cmpuint (severity->dpc, ==, 4);
  g_assert_cmpfloat (severity->ei, ==, 1);
  g_assert_cmpfloat (severity->cb, ==, 1);
  g_assert_cmpfloat (severity->score, ==, 5);
  g_assert_cmpstr (amp_severity_band_get_code (severity->band), ==, "very-high");
  g_assert_true (severity->is_many_people);
  g_assert_true (has_reason (severity, "Sensitive data"));
  g_assert_true (has_reason (severity, "unknown number"));
}

static void
test_rows_without_results (void)
{
  AmpSeverityContext context = make_laboratory ();
  g_autoptr (AmpSeverity) severity = amp_severity_assess (BIT (IDENTITY) | BIT (CONTACT), 100, &context);

  g_assert_cmpuint (severity->dpc, ==, 3);
  g_assert_cmpfloat (severity->score, ==, 4);
  g_assert_cmpint (severity->band, ==, AMP_SEVERITY_VERY_HIGH);
  g_assert_false (severity->is_many_people);
  g_assert_true (has_reason (severity, "health service"));
}

static void
test_each_reason_once (void)
{
  AmpSeverityContext context = make_laboratory ();
  g_autoptr (AmpSeverity) severity = amp_severity_assess (BIT (IDENTITY) | BIT (OFFICIAL_ID) | BIT (HEALTH), 1000, &context);

  for (guint i = 0; severity->reasons[i] != NULL; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (severity->reasons[i], !=, severity->reasons[j]);
}

static void
test_context_raises_simple_data (void)
{
  AmpSeverityContext context = { .identifiers = ~0u };
  g_autoptr (AmpSeverity) plain = amp_severity_assess (BIT (IDENTITY) | BIT (CONTACT), 1, &context);
  g_autoptr (AmpSeverity) profiled = NULL;
  g_autoptr (AmpSeverity) endangered = NULL;

  context.allows_profiling = TRUE;
  profiled = amp_severity_assess (BIT (IDENTITY) | BIT (CONTACT), 1, &context);
  context.are_people_at_risk = TRUE;
  endangered = amp_severity_assess (BIT (IDENTITY) | BIT (CONTACT), 1, &context);
  g_assert_cmpfloat (plain->score, ==, 1);
  g_assert_cmpint (plain->band, ==, AMP_SEVERITY_LOW);
  g_assert_cmpfloat (profiled->score, ==, 2);
  g_assert_cmpfloat (endangered->score, ==, 4);
}

static void
test_adjustments (void)
{
  AmpSeverityContext context = { .identifiers = ~0u };
  g_autoptr (AmpSeverity) lowered = NULL;
  g_autoptr (AmpSeverity) clamped = NULL;

  context.adjustments[AMP_SENSITIVITY_SENSITIVE] = -2;
  lowered = amp_severity_assess (BIT (HEALTH) | BIT (OFFICIAL_ID), 1, &context);
  context.adjustments[AMP_SENSITIVITY_FINANCIAL] = 3;
  clamped = amp_severity_assess (BIT (HEALTH) | BIT (OFFICIAL_ID), 1, &context);
  g_assert_cmpuint (lowered->dpc, ==, 3);
  g_assert_true (has_reason (lowered, "analyst"));
  g_assert_cmpuint (clamped->dpc, ==, 4);
}

static void
test_nothing_known (void)
{
  AmpSeverityContext context = make_laboratory ();
  g_autoptr (AmpSeverity) severity = amp_severity_assess (0, 10, &context);

  g_assert_cmpuint (severity->dpc, ==, 0);
  g_assert_cmpfloat (severity->score, ==, 0);
  g_assert_cmpint (severity->band, ==, AMP_SEVERITY_LOW);
}

static void
test_bands (void)
{
  g_assert_cmpint (amp_severity_get_band (0.25), ==, AMP_SEVERITY_LOW);
  g_assert_cmpint (amp_severity_get_band (1.99), ==, AMP_SEVERITY_LOW);
  g_assert_cmpint (amp_severity_get_band (2), ==, AMP_SEVERITY_MEDIUM);
  g_assert_cmpint (amp_severity_get_band (3), ==, AMP_SEVERITY_HIGH);
  g_assert_cmpint (amp_severity_get_band (4), ==, AMP_SEVERITY_VERY_HIGH);
  g_assert_cmpint (amp_severity_get_band (6), ==, AMP_SEVERITY_VERY_HIGH);
  for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    {
      g_assert_nonnull (amp_severity_band_get_label (band));
      g_assert_nonnull (amp_severity_band_get_cnil_label (band));
    }
}

static void
test_ease (void)
{
  const char *reason;

  g_assert_cmpfloat (amp_identifiers_get_ease (AMP_IDENTIFIER_NUMBER | AMP_IDENTIFIER_NAME, NULL), ==, 1);
  g_assert_cmpfloat (amp_identifiers_get_ease (AMP_IDENTIFIER_NUMBER, NULL), ==, 0.75);
  g_assert_cmpfloat (amp_identifiers_get_ease (AMP_IDENTIFIER_NAME | AMP_IDENTIFIER_BIRTH_DATE | AMP_IDENTIFIER_EMAIL, NULL), ==, 1);
  g_assert_cmpfloat (amp_identifiers_get_ease (AMP_IDENTIFIER_NAME, NULL), ==, 0.5);
  g_assert_cmpfloat (amp_identifiers_get_ease (AMP_IDENTIFIER_ALIAS, &reason), ==, 0.25);
  g_assert_nonnull (reason);
  g_assert_cmpfloat (amp_identifiers_get_ease (0, NULL), ==, 0.25);
}

static void
test_identifiers (void)
{
  guint available = amp_identifiers_from_type (AMP_FIELD_TYPE_LAST_NAME) | amp_identifiers_from_type (AMP_FIELD_TYPE_NIR);

  g_assert_cmpuint (amp_identifiers_from_type (AMP_FIELD_TYPE_BLOOD_GROUP), ==, 0);
  g_assert_cmpuint (amp_identifiers_from_categories (BIT (IDENTITY) | BIT (CONTACT), available), ==, AMP_IDENTIFIER_NAME);
  g_assert_cmpuint (amp_identifiers_from_categories (BIT (OFFICIAL_ID), available), ==, AMP_IDENTIFIER_NUMBER);
  g_assert_cmpuint (amp_identifiers_from_categories (BIT (HEALTH), available), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/severity/severity/rows-with-results-score-5", test_rows_with_results);
  g_test_add_func ("/severity/severity/rows-without-results-score-4", test_rows_without_results);
  g_test_add_func ("/severity/severity/each-reason-is-told-once", test_each_reason_once);
  g_test_add_func ("/severity/severity/context-raises-simple-data", test_context_raises_simple_data);
  g_test_add_func ("/severity/severity/the-analyst-adjusts-within-1-to-4", test_adjustments);
  g_test_add_func ("/severity/severity/nothing-known-scores-nothing", test_nothing_known);
  g_test_add_func ("/severity/severity/bands-begin-at-2-3-and-4", test_bands);
  g_test_add_func ("/severity/identifiers/ease-follows-the-table", test_ease);
  g_test_add_func ("/severity/identifiers/categories-hold-what-the-dump-has", test_identifiers);
  return g_test_run ();
}
