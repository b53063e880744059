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
set_part (AmpSeverityContext *context, AmpSeverityPart part, double value)
{
  context->adjusted |= 1u << part;
  context->values[part] = value;
}

/* Health as "had a blood test": 1 instead of 4; the official identity number
 * then leads with 3. Both beside what was computed. */
static void
test_adjusted_class (void)
{
  AmpSeverityContext context = { .identifiers = ~0u };
  g_autoptr (AmpSeverity) severity = NULL;

  set_part (&context, AMP_SEVERITY_PART_SENSITIVE, 1);
  severity = amp_severity_assess (BIT (HEALTH) | BIT (OFFICIAL_ID) | BIT (IDENTITY), 1, &context);
  g_assert_cmpuint (severity->dpc, ==, 3);
  g_assert_cmpfloat (severity->score, ==, 3);
  g_assert_cmpfloat (severity->computed_score, ==, 4);
  g_assert_cmpint (severity->band, ==, AMP_SEVERITY_HIGH);
  g_assert_cmpint (severity->computed_band, ==, AMP_SEVERITY_VERY_HIGH);
  g_assert_cmpfloat (severity->parts[AMP_SEVERITY_PART_SENSITIVE], ==, 1);
  g_assert_cmpfloat (severity->computed_parts[AMP_SEVERITY_PART_SENSITIVE], ==, 4);
  g_assert_cmpfloat (severity->parts[AMP_SEVERITY_PART_BEHAVIOURAL], <, 0);
  g_assert_true (severity->is_adjusted);
  g_assert_true (has_reason (severity, "analyst sets"));
}

/* 4 × 0.75 + 0.25 + 0 = 3.25: one person is known to have the file, nobody
 * meant harm, and names are missing. */
static void
test_adjusted_parts (void)
{
  AmpSeverityContext context = make_laboratory ();
  g_autoptr (AmpSeverity) severity = NULL;

  set_part (&context, AMP_SEVERITY_PART_EI, 0.75);
  set_part (&context, AMP_SEVERITY_PART_CONFIDENTIALITY, 0.25);
  set_part (&context, AMP_SEVERITY_PART_MALICE, 0);
  set_part (&context, AMP_SEVERITY_PART_UNINTELLIGIBLE, 1);
  severity = amp_severity_assess (BIT (HEALTH) | BIT (OFFICIAL_ID) | BIT (IDENTITY), 1, &context);
  g_assert_cmpfloat (severity->score, ==, 3.25);
  g_assert_cmpfloat (severity->cb, ==, 0.25);
  g_assert_cmpfloat (severity->computed_score, ==, 5);
  g_assert_true (severity->is_unintelligible);
}

/* The analyst agrees with what was computed: nothing is adjusted. */
static void
test_same_value_adjusts_nothing (void)
{
  AmpSeverityContext context = make_laboratory ();
  g_autoptr (AmpSeverity) severity = NULL;

  set_part (&context, AMP_SEVERITY_PART_DPC, 4);
  set_part (&context, AMP_SEVERITY_PART_FINANCIAL, 1);
  severity = amp_severity_assess (BIT (HEALTH) | BIT (IDENTITY), 1, &context);
  g_assert_false (severity->is_adjusted);
  g_assert_cmpfloat (severity->score, ==, severity->computed_score);
}

static void
test_parts (void)
{
  AmpSeverityPart part = AMP_N_SEVERITY_PARTS;

  for (guint i = 0; i < AMP_N_SEVERITY_PARTS; i++)
    {
      g_assert_true (amp_severity_part_from_code (amp_severity_part_get_code (i), &part));
      g_assert_cmpint (part, ==, i);
      g_assert_nonnull (amp_severity_part_get_label (i));
      for (guint value = 0; value < amp_severity_part_get_n_values (i); value++)
        {
          g_assert_true (amp_severity_part_accepts (i, amp_severity_part_get_value (i, value)));
          g_assert_nonnull (amp_severity_part_get_value_label (i, value));
        }
      g_assert_false (amp_severity_part_accepts (i, 0.3));
      g_assert_false (amp_severity_part_accepts (i, 5));
    }
  g_assert_false (amp_severity_part_from_code ("se", &part));
  g_assert_false (amp_severity_part_from_code (NULL, &part));
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
  g_test_add_func ("/severity/severity/the-analyst-sets-the-score-of-a-class", test_adjusted_class);
  g_test_add_func ("/severity/severity/the-analyst-sets-other-parts", test_adjusted_parts);
  g_test_add_func ("/severity/severity/the-computed-value-adjusts-nothing", test_same_value_adjusts_nothing);
  g_test_add_func ("/severity/part/values-are-those-of-the-method", test_parts);
  g_test_add_func ("/severity/severity/nothing-known-scores-nothing", test_nothing_known);
  g_test_add_func ("/severity/severity/bands-begin-at-2-3-and-4", test_bands);
  g_test_add_func ("/severity/identifiers/ease-follows-the-table", test_ease);
  g_test_add_func ("/severity/identifiers/categories-hold-what-the-dump-has", test_identifiers);
  return g_test_run ();
}
