/* Severity of places and groups, and what the analyst sets: against the counts
 * of the same case asked in other ways, and by hand. */
#include "amp-severity-spread.h"

#include "amp-analysis-error.h"
#include "amp-case-severity.h"
#include "amp-severity-adjustment.h"
#include "export-case.h"

#include <glib/gstdio.h>

typedef struct
{
  char    *folder;
  char    *path;
  AmpCase *opened;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "case.ampleur", NULL);
  export_case_write (fixture->path, EXPORT_CASE_USUAL, 1);
  fixture->opened = amp_case_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->opened);
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static GPtrArray *
spread (Fixture *fixture, AmpKey key, const AmpSelection *selection)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *groups = amp_case_spread_severity (fixture->opened, key, selection, NULL, &error);

  g_assert_no_error (error);
  return groups;
}

static void
adjust (Fixture *fixture, AmpSeverityPart part, double value)
{
  const AmpSeverityAdjustment adjustment = { part, value, (char *) "Camille", (char *) "2026-11-28T09:30:00Z", (char *) "No name stands in it" };
  g_autoptr (GError) error = NULL;

  g_assert_true (amp_case_set_adjustment (fixture->opened, &adjustment, &error));
  g_assert_no_error (error);
}

static AmpSeverity *
assess (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AmpSeverity *severity = amp_case_assess_severity (fixture->opened, NULL, NULL, &error);

  g_assert_no_error (error);
  return severity;
}

static gint64
count_band (AmpTable *table, guint band)
{
  return amp_table_find_row (table, amp_severity_band_get_code (band))->persons;
}

/* Nobody is lost: groups of an exclusive key add up to the whole case, band by
 * band. */
static void
test_groups_add_up (Fixture *fixture, gconstpointer data)
{
  static const AmpKey keys[] = { AMP_KEY_REGION, AMP_KEY_DEPARTEMENT, AMP_KEY_EPCI, AMP_KEY_COMMUNE, AMP_KEY_AGE, AMP_KEY_SEX, AMP_KEY_COMBINATION };
  g_autoptr (AmpTable) bands = amp_case_tabulate_severity (fixture->opened, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GPtrArray) groups = spread (fixture, keys[i], NULL);
      gint64 sums[AMP_N_SEVERITY_BANDS] = { 0 };

      for (guint j = 0; j < groups->len; j++)
        {
          const AmpSeveritySpread *group = g_ptr_array_index (groups, j);
          gint64                   persons = 0;

          for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
            {
              sums[band] += group->bands[band];
              persons += group->bands[band];
            }
          g_assert_cmpint (persons, ==, group->persons);
        }
      for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
        g_assert_cmpint (sums[band], ==, count_band (bands, band));
    }
}

/* A group is what a filter on it says. */
static void
test_group_equals_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) groups = spread (fixture, AMP_KEY_DEPARTEMENT, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const AmpSeveritySpread *group = g_ptr_array_index (groups, i);
      g_autoptr (AmpSelection) selection = amp_selection_new ();
      g_autoptr (AmpTable) bands = NULL;
      g_autoptr (AmpSeverity) severity = NULL;

      g_assert_true (amp_selection_add (selection, AMP_KEY_DEPARTEMENT, group->code, NULL));
      bands = amp_case_tabulate_severity (fixture->opened, selection, NULL, NULL);
      severity = amp_case_assess_severity (fixture->opened, selection, NULL, NULL);
      for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
        g_assert_cmpint (group->bands[band], ==, count_band (bands, band));
      g_assert_cmpfloat (group->score, ==, severity->score);
      g_assert_cmpint (group->band, ==, severity->band);
    }
}

/* One combination, one score: everybody is in the same band. */
static void
test_combination_has_one_band (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) groups = spread (fixture, AMP_KEY_COMBINATION, NULL);

  g_assert_cmpuint (groups->len, ==, 4);
  for (guint i = 0; i < groups->len; i++)
    {
      const AmpSeveritySpread *group = g_ptr_array_index (groups, i);

      g_assert_cmpint (group->bands[group->band], ==, group->persons);
      g_assert_cmpint (group->median, ==, group->band);
    }
}

/* The case has names: identification is possible, 0.5. Health: 4 × 0.5 + 1 = 3.
 * Known recipients and no harm meant: 4 × 0.5 + 0.25 = 2.25. */
static void
test_adjusted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSeverity) before = assess (fixture);
  g_autoptr (AmpSeverity) after = NULL;
  g_autoptr (AmpSeverity) reset = NULL;
  g_autoptr (GPtrArray) adjustments = NULL;
  const AmpSeverityAdjustment *first;

  adjust (fixture, AMP_SEVERITY_PART_CONFIDENTIALITY, 0.25);
  adjust (fixture, AMP_SEVERITY_PART_MALICE, 0);
  after = assess (fixture);
  adjustments = amp_case_list_adjustments (fixture->opened, NULL);
  first = g_ptr_array_index (adjustments, 0);
  g_assert_cmpfloat (before->score, ==, 3);
  g_assert_cmpfloat (after->score, ==, 2.25);
  g_assert_cmpfloat (after->computed_score, ==, 3);
  g_assert_true (after->is_adjusted);
  g_assert_cmpuint (adjustments->len, ==, 2);
  g_assert_cmpint (first->part, ==, AMP_SEVERITY_PART_CONFIDENTIALITY);
  g_assert_cmpstr (first->analyst, ==, "Camille");
  g_assert_cmpstr (first->time, ==, "2026-11-28T09:30:00Z");
  g_assert_cmpstr (first->reason, ==, "No name stands in it");
  g_assert_true (amp_case_reset_adjustment (fixture->opened, AMP_SEVERITY_PART_CONFIDENTIALITY, NULL));
  g_assert_true (amp_case_reset_adjustment (fixture->opened, AMP_SEVERITY_PART_MALICE, NULL));
  reset = assess (fixture);
  g_assert_cmpfloat (reset->score, ==, 3);
  g_assert_false (reset->is_adjusted);
}

static void
test_adjustments_move_people (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpTable) before = amp_case_tabulate_severity (fixture->opened, NULL, NULL, NULL);
  g_autoptr (AmpTable) after = NULL;

  adjust (fixture, AMP_SEVERITY_PART_EI, 1);
  after = amp_case_tabulate_severity (fixture->opened, NULL, NULL, NULL);
  g_assert_cmpint (count_band (before, AMP_SEVERITY_VERY_HIGH), ==, 0);
  /* 4 × 1 + 1 = 5 and 3 × 1 + 1 = 4: everybody. */
  g_assert_cmpint (count_band (after, AMP_SEVERITY_VERY_HIGH), ==, amp_table_get_total_persons (after));
}

static void
assert_refused (Fixture *fixture, AmpSeverityPart part, double value, const char *analyst, const char *reason)
{
  const AmpSeverityAdjustment adjustment = { part, value, (char *) analyst, NULL, (char *) reason };
  g_autoptr (GError) error = NULL;

  g_assert_false (amp_case_set_adjustment (fixture->opened, &adjustment, &error));
  g_assert_error (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_ANNOTATION);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture, AMP_SEVERITY_PART_EI, 0.8, "Camille", "Because");
  assert_refused (fixture, AMP_SEVERITY_PART_EI, 0.75, "", "Because");
  assert_refused (fixture, AMP_SEVERITY_PART_EI, 0.75, "Camille", " \n");
  assert_refused (fixture, AMP_SEVERITY_PART_EI, 0.75, "Camille", "\xFF");
}

/* A case may come from anybody. */
static void
test_hostile_annotations (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "[]",
    "{}",
    "\"ei\"",
    "{\"value\": \"1\"}",
    "{\"value\": 7, \"analyst\": \"a\", \"reason\": \"b\"}",
    "{\"value\": 1, \"analyst\": [], \"reason\": {}}",
    "{\"value\": 1, \"analyst\": \"a\", \"reason\": \"b\", \"time\": \"yesterday\"}",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (amp_case_set_annotation (fixture->opened, "severity/ei", texts[i], NULL));
      g_assert_null (amp_case_assess_severity (fixture->opened, NULL, NULL, &error));
      g_assert_error (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_ANNOTATION);
      g_assert_nonnull (strstr (error->message, "ei"));
    }
}

#define ADD(path, test) g_test_add ("/analysis/severity-spread/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("groups-add-up-to-the-case", test_groups_add_up);
  ADD ("a-group-is-what-a-filter-says", test_group_equals_filter);
  ADD ("a-combination-has-one-band", test_combination_has_one_band);
  ADD ("the-analyst-sets-parts-and-takes-them-back", test_adjusted);
  ADD ("adjustments-move-people", test_adjustments_move_people);
  ADD ("values-without-who-and-why-are-refused", test_refused);
  ADD ("hostile-annotations-are-errors", test_hostile_annotations);
  return g_test_run ();
}
