/* The report page on a case of invented counts: the analyst adjusts the severity,
 * answers the notification, and looks at the pages before they are printed. */
#include "amp-report-page.h"

#include "amp-adjust-dialog.h"
#include "amp-case-severity.h"
#include "amp-export-error.h"
#include "amp-notification-row.h"
#include "amp-notification.h"
#include "amp-preview-window.h"
#include "amp-report-work.h"
#include "amp-severity-bar.h"
#include "page-fixture.h"

#include <adwaita.h>
#include <glib/gstdio.h>

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_set_up (fixture, data);
  page_fixture_show_sized (fixture, g_object_new (AMP_TYPE_REPORT_PAGE, NULL), 360, 640);
}

static void
run_pending (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *property, const char *value)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *text = NULL;

      g_object_get (g_ptr_array_index (found, i), property, &text, NULL);
      if (g_strcmp0 (text, value) == 0)
        return g_ptr_array_index (found, i);
    }
  return NULL;
}

static AmpNotificationRow *
find_notification_row (GtkWidget *page, const char *code)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect (page, AMP_TYPE_NOTIFICATION_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (amp_notification_row_get_field (g_ptr_array_index (rows, i))->code, code))
      return g_ptr_array_index (rows, i);
  g_assert_not_reached ();
}

static gboolean
has_dialog (gpointer data)
{
  return find_toplevel (AMP_TYPE_ADJUST_DIALOG) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_toplevel (AMP_TYPE_ADJUST_DIALOG) == NULL;
}

static void
press (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static double
assess (PageFixture *fixture)
{
  g_autoptr (AmpSeverity) severity = amp_case_assess_severity (fixture->opened, NULL, NULL, NULL);

  return severity->score;
}

static void
test_severity_is_shown (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSeverity) severity = amp_case_assess_severity (fixture->opened, NULL, NULL, NULL);
  g_autoptr (GPtrArray) bars = g_ptr_array_new ();
  g_autofree char *score = g_strdup_printf ("%.2f", severity->score);
  g_autofree char *note = g_strdup_printf ("SE = %u × %.2f + %.2f\nOn the CNIL’s scale: %s", severity->dpc, severity->ei, severity->cb, amp_severity_band_get_cnil_label (severity->band));

  run_pending ();
  g_assert_nonnull (find (fixture->page, GTK_TYPE_LABEL, "label", score));
  g_assert_nonnull (find (fixture->page, ADW_TYPE_ACTION_ROW, "subtitle", note));
  g_assert_nonnull (find (fixture->page, ADW_TYPE_ACTION_ROW, "title", amp_severity_part_get_label (AMP_SEVERITY_PART_EI)));
  collect (fixture->page, AMP_TYPE_SEVERITY_BAR, bars);
  /* One of the whole, and one for each place. */
  g_assert_cmpuint (bars->len, >, 1);
}

/* A phone held upright shows all of it. */
static void
test_is_narrow (PageFixture *fixture, gconstpointer data)
{
  int minimum;

  run_pending ();
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
test_analyst_adjusts (PageFixture *fixture, gconstpointer data)
{
  double           before = assess (fixture);
  GtkWindow       *dialog;
  AmpSeverityPart  part = AMP_SEVERITY_PART_MALICE;
  g_autofree char *name = g_strdup_printf ("Adjust: %s", amp_severity_part_get_label (part));

  run_pending ();
  press (find (fixture->page, GTK_TYPE_BUTTON, "tooltip-text", name));
  g_assert_true (wait_until (has_dialog, NULL));
  dialog = find_toplevel (AMP_TYPE_ADJUST_DIALOG);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "title", "Value")), 0);
  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "title", "Who sets it")), "Camille");
  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "title", "Why")), "An accident");
  press (find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", "_Adjust"));
  g_assert_true (wait_until (has_no_dialog, NULL));
  g_assert_cmpfloat (assess (fixture), ==, before - 0.5);
  g_assert_nonnull (find (fixture->page, ADW_TYPE_ACTION_ROW, "title", "Computed, without adjustments"));
  press (find (fixture->page, GTK_TYPE_BUTTON, "tooltip-text", name));
  g_assert_true (wait_until (has_dialog, NULL));
  press (find (GTK_WIDGET (find_toplevel (AMP_TYPE_ADJUST_DIALOG)), GTK_TYPE_BUTTON, "label", "_Use the Computed Value"));
  g_assert_true (wait_until (has_no_dialog, NULL));
  g_assert_cmpfloat (assess (fixture), ==, before);
}

static gboolean
is_answered (gpointer data)
{
  PageFixture *fixture = data;
  g_autoptr (AmpNotification) notification = amp_notification_load (fixture->opened, NULL);

  return notification != NULL && g_strcmp0 (amp_notification_get (notification, "dpo"), "Somebody") == 0 &&
         g_strcmp0 (amp_notification_get (notification, "phase"), "initial") == 0 &&
         g_strcmp0 (amp_notification_get (notification, "cause"), "A file\nabroad") == 0 &&
         amp_notification_get (notification, "awareness") != NULL;
}

static gboolean
is_filled (gpointer data)
{
  PageFixture        *fixture = data;
  AmpNotificationRow *row = find_notification_row (fixture->page, "people_number");
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  collect (GTK_WIDGET (row), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_prefix (gtk_label_get_label (g_ptr_array_index (labels, i)), "From the case: "))
      return TRUE;
  return FALSE;
}

static void
type (PageFixture *fixture, const char *code, const char *answer)
{
  AmpNotificationRow *row = find_notification_row (fixture->page, code);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (amp_notification_row_get_field (row)->kind == AMP_NOTIFICATION_TEXT)
    {
      collect (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW, found);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (g_ptr_array_index (found, 0)), answer, -1);
      return;
    }
  collect (GTK_WIDGET (row), GTK_TYPE_ENTRY, found);
  gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (found, 0)), answer);
}

static void
test_notification_is_typed (PageFixture *fixture, gconstpointer data)
{
  AmpNotificationRow *phase;
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  run_pending ();
  g_assert_true (wait_until (is_filled, fixture));
  phase = find_notification_row (fixture->page, "phase");
  collect (GTK_WIDGET (phase), GTK_TYPE_DROP_DOWN, choices);
  gtk_drop_down_set_selected (g_ptr_array_index (choices, 0), 1);
  type (fixture, "dpo", "Somebody");
  type (fixture, "cause", "A file\nabroad");
  type (fixture, "awareness", "2026-11-27 1");
  collect (GTK_WIDGET (find_notification_row (fixture->page, "awareness")), GTK_TYPE_ENTRY, entries);
  g_assert_true (gtk_widget_has_css_class (g_ptr_array_index (entries, 0), "error"));
  type (fixture, "awareness", "2026-11-27 10:00");
  g_assert_false (gtk_widget_has_css_class (g_ptr_array_index (entries, 0), "error"));
  g_assert_true (wait_until (is_answered, fixture));
}

static gboolean
has_pages (gpointer data)
{
  GtkWindow *window = find_toplevel (AMP_TYPE_PREVIEW_WINDOW);

  return window != NULL && amp_preview_window_get_n_pages (AMP_PREVIEW_WINDOW (window)) > 0;
}

static void
test_pages (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  AmpPreviewWindow *window;

  run_pending ();
  press (find (fixture->page, GTK_TYPE_BUTTON, "label", "Pre_view"));
  g_assert_true (wait_until (has_pages, NULL));
  window = AMP_PREVIEW_WINDOW (find_toplevel (AMP_TYPE_PREVIEW_WINDOW));
  g_assert_cmpuint (amp_preview_window_get_n_pages (window), >, 3);
  g_assert_true (amp_preview_window_export_pdf (window, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
}

static void
test_notification_pages (PageFixture *fixture, gconstpointer data)
{
  run_pending ();
  press (find (fixture->page, GTK_TYPE_BUTTON, "label", "Previe_w"));
  g_assert_true (wait_until (has_pages, NULL));
  gtk_window_destroy (find_toplevel (AMP_TYPE_PREVIEW_WINDOW));
}

static gpointer
make_report (PageFixture *fixture, GError **error)
{
  gpointer input = amp_report_work_input_new (fixture->opened, fixture->filter, AMP_REPORT_WORK_REPORT);
  gpointer made = amp_report_work_run (NULL, input, NULL, error);

  amp_report_work_input_free (input);
  return made;
}

/* What is printed has the threshold and the language of the preferences. */
static void
test_preferences (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.ampleur.Ampleur");
  g_autoptr (AmpReportWork) usual = make_report (fixture, NULL);
  g_autoptr (AmpReportWork) strict = NULL;
  g_autoptr (AmpReportWork) french = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (usual->report->min_cell, ==, 11);
  g_settings_set_int (settings, "small-cell-threshold", 25);
  strict = make_report (fixture, NULL);
  g_assert_cmpint (strict->report->min_cell, ==, 25);
  g_settings_reset (settings, "small-cell-threshold");
  g_settings_set_string (settings, "report-language", "fr");
  french = make_report (fixture, &error);
  g_settings_reset (settings, "report-language");
  /* French, or the word that its texts are not installed: never English. */
  if (french == NULL)
    g_assert_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_LANGUAGE);
  else
    g_assert_true (french->report->is_french);
}

#define ADD(path, test) g_test_add ("/app/report-page/" path, PageFixture, NULL, set_up, test, page_fixture_tear_down)

int
main (int argc, char **argv)
{
  page_fixture_init (&argc, &argv);
  ADD ("severity-is-shown", test_severity_is_shown);
  ADD ("fits-360-pixels", test_is_narrow);
  ADD ("the-analyst-adjusts-and-takes-it-back", test_analyst_adjusts);
  ADD ("the-notification-is-saved-as-typed", test_notification_is_typed);
  ADD ("pages-are-shown-and-printed", test_pages);
  ADD ("notification-has-pages", test_notification_pages);
  ADD ("preferences-are-kept-to", test_preferences);
  return g_test_run ();
}
