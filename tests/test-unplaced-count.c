/* Why records have no place, as far as a case can tell. */
#include "amp-unplaced-count.h"

#include <glib/gstdio.h>

#include "amp-import.h"

/* Invented people. The first two have a place. */
static const char dump[] = "NOM;PRENOM;DATE_NAISSANCE;CODE_POSTAL;VILLE;CP_MED\r\n"
                           "MARTEAU;Lise;12/03/1981;35000;RENNES;35000\r\n"
                           "LEGOFF;Yann;02/11/1974;29200;BREST;29200\r\n"
                           "BERNIER;Odile;23/07/1990;;;56000\r\n"
                           "TANGUY;Erwan;30/01/1966;;;56100\r\n"
                           "KERVELLA;Anne;14/05/1958;99999;;35000\r\n"
                           "PRIGENT;Loic;09/09/1949;;ZZYZZX;35000\r\n"
                           "MORVAN;Jeanne;17/12/1988;99998;QQXQQ;35000\r\n"
                           "RIOU;Paul;28/02/2001;35000;RENNES;\r\n";

static AmpCase *
import_text (const char *folder, const char *text)
{
  g_autofree char       *path = g_build_filename (folder, "unplaced.csv", NULL);
  g_autofree char       *case_path = g_build_filename (folder, "unplaced.ampleur", NULL);
  const char            *paths[] = { path, NULL };
  const AmpImportOptions options = { .case_path = case_path };
  AmpImportResult        result;
  g_autoptr (AmpInspection) inspection = NULL;
  g_autoptr (GError) error = NULL;
  AmpCase *opened;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  inspection = amp_inspection_new_for_paths (paths, NULL, &error);
  g_assert_no_error (error);
  amp_import_run (inspection, &options, NULL, NULL, &result, NULL, &error);
  g_assert_no_error (error);
  opened = amp_case_open (case_path, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_unlink (case_path);
  g_rmdir (folder);
  return opened;
}

static void
count (const char *text, gint64 *records)
{
  g_autofree char *folder = g_dir_make_tmp ("ampleur-unplaced-XXXXXX", NULL);
  g_autoptr (AmpCase) opened = import_text (folder, text);
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;

  amp_unplaced_count_run (opened, records, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < AMP_N_UNPLACED_REASONS; i++)
    sum += records[i];
  g_assert_cmpint (sum, ==, amp_case_get_facts (opened)->unplaced);
}

static void
test_reasons (void)
{
  gint64 records[AMP_N_UNPLACED_REASONS];

  count (dump, records);
  g_assert_cmpint (records[AMP_UNPLACED_NO_COLUMN], ==, 0);
  /* The doctor's code does not say where the patient is. */
  g_assert_cmpint (records[AMP_UNPLACED_EMPTY], ==, 2);
  g_assert_cmpint (records[AMP_UNPLACED_CODE_ALONE], ==, 1);
  g_assert_cmpint (records[AMP_UNPLACED_NAME_ALONE], ==, 1);
  g_assert_cmpint (records[AMP_UNPLACED_BOTH], ==, 1);
}

static void
test_no_column (void)
{
  gint64 records[AMP_N_UNPLACED_REASONS];

  count ("NOM;PRENOM;DATE_NAISSANCE\nMARTEAU;Lise;12/03/1981\nLEGOFF;Yann;02/11/1974\n", records);
  g_assert_cmpint (records[AMP_UNPLACED_NO_COLUMN], ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/unplaced-count/tells-reasons", test_reasons);
  g_test_add_func ("/analysis/unplaced-count/tells-that-no-column-tells-a-place", test_no_column);
  return g_test_run ();
}
