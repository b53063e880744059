/* Every figure of a report can be explained, and the cells that it is said to
 * rest on give it again. */
#include "amp-explanation.h"

#include "amp-export-error.h"
#include "amp-figure-id.h"
#include "export-case.h"

#include <glib/gstdio.h>

/* The case all tests read. */
static char *case_path;

static AmpCase *
open_case (void)
{
  g_autoptr (GError) error = NULL;
  AmpCase *opened = amp_case_open (case_path, NULL, &error);

  g_assert_no_error (error);
  return opened;
}

/* What the trace, counted apart, says of the column. */
static void
assert_traced (const AmpExplanation *found, AmpFigureColumn column)
{
  const AmpCellTrace *trace = found->trace;
  gint64              records = 0;

  if (column == AMP_FIGURE_RECORDS)
    g_assert_cmpfloat (found->value, ==, (double) trace->records);
  if (column == AMP_FIGURE_PERSONS)
    g_assert_cmpfloat (found->value, ==, (double) trace->persons);
  if (column == AMP_FIGURE_SENSITIVE_PERSONS)
    g_assert_cmpfloat (found->value, ==, (double) trace->sensitive_persons);
  if (column == AMP_FIGURE_SENSITIVE_SHARE && found->has_value)
    g_assert_cmpfloat_with_epsilon (found->value, (double) trace->sensitive_persons / (double) trace->persons, 1e-12);
  for (guint i = 0; i < trace->n_sources; i++)
    records += trace->sources[i].records;
  g_assert_cmpint (records, ==, trace->records);
}

static void
walk (const char *filter)
{
  g_autoptr (AmpCase) opened = open_case ();
  g_autoptr (AmpSelection) selection = amp_selection_new_from_string (filter, NULL);
  g_autoptr (AmpReport) exact = amp_report_new (opened, selection, 0, 0, NULL, NULL);
  g_autoptr (AmpReport) told = amp_report_new (opened, selection, 11, 0, NULL, NULL);
  g_autoptr (GError) failure = NULL;
  g_auto (GStrv) figures = amp_explanation_list_figures (opened, selection, NULL, &failure);
  guint n_traced = 0, n_masked = 0;

  g_assert_no_error (failure);
  g_assert_cmpuint (g_strv_length (figures), >, 200);
  for (guint i = 0; figures[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AmpExplanation) found = amp_explanation_find (opened, exact, told, figures[i], selection, &error);
      g_autofree char *code = NULL;
      AmpFigureColumn  column;
      AmpKey           key;

      g_assert_no_error (error);
      g_assert_cmpstr (found->figure, ==, figures[i]);
      g_assert_true (found->title[0] != '\0' && found->formula[0] != '\0' && found->masking[0] != '\0');
      n_masked += found->is_masked;
      if (strstr (figures[i], "/severity-") != NULL)
        g_assert_cmpint (found->trace != NULL ? found->trace->persons : 0, ==, (gint64) found->value);
      if (found->trace == NULL || !amp_figure_id_parse (figures[i], &key, &code, &column))
        continue;
      assert_traced (found, column);
      n_traced++;
    }
  g_assert_cmpuint (n_traced, >, 100);
  g_assert_cmpuint (n_masked, >, 100);
}

static void
test_every_figure (void)
{
  walk ("");
}

static void
test_every_filtered_figure (void)
{
  walk ("category=health");
  walk ("sex!=M");
}

static void
assert_single (AmpCase *opened, const char *figure, const char *row, gint64 value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpExplanation) found = amp_explanation_new (opened, figure, NULL, 11, NULL, &error);
  g_autofree char *terms = NULL;

  g_assert_no_error (error);
  terms = g_strjoinv (" ", found->row);
  g_assert_cmpstr (terms, ==, row);
  g_assert_cmpfloat (found->value, ==, (double) value);
  g_assert_cmpint (found->trace->persons, ==, value);
}

static void
test_single_figures (void)
{
  g_autoptr (AmpCase) opened = open_case ();
  AmpSummary summary;

  g_assert_true (amp_case_summarize (opened, NULL, &summary, NULL, NULL));
  assert_single (opened, "persons", "", summary.persons);
  assert_single (opened, "minors", "age=0-14 age=15-17", summary.minors);
  assert_single (opened, "minors_known", "age=0-14 age=15-17 age=18-24 age=25-34 age=35-44 age=45-54 age=55-64 age=65-74 age=75+", summary.minors_known);
  assert_single (opened, "sensitive_persons", "sensitivity=sensitive", summary.sensitive_persons);
  assert_single (opened, "unplaced_persons", "country=", summary.unplaced_persons);
}

static void
test_no_figure (void)
{
  static const char *const wrong[] = { "", "person", "departement/99/persons", "departement/35/height", "type/nir/persons", "combination/identity/persons", "severity/none/persons" };
  g_autoptr (AmpCase) opened = open_case ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (amp_explanation_new (opened, wrong[i], NULL, 11, NULL, &error));
      g_assert_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_FIGURE);
      g_assert_nonnull (strstr (error->message, wrong[i]));
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  int              status;

  g_test_init (&argc, &argv, NULL);
  case_path = g_build_filename (folder, "case.ampleur", NULL);
  export_case_write (case_path, EXPORT_CASE_USUAL, 3);
  g_test_add_func ("/export/explanation/every-figure", test_every_figure);
  g_test_add_func ("/export/explanation/every-figure-under-a-filter", test_every_filtered_figure);
  g_test_add_func ("/export/explanation/single-figures", test_single_figures);
  g_test_add_func ("/export/explanation/no-such-figure", test_no_figure);
  status = g_test_run ();
  g_unlink (case_path);
  g_rmdir (folder);
  g_free (case_path);
  return status;
}
