/* The pages that tell what the figures of a case rest on, in a window of their
 * own, on a case that was imported from an invented dump. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "amp-case-field.h"
#include "amp-fields-page.h"
#include "amp-import.h"
#include "amp-inspection.h"
#include "amp-malformed-count.h"
#include "amp-quality-page.h"
#include "page-fixture.h"

/* The invented dump: so many people in Rennes, with an e-mail address, and in
 * Brest, without; then a row that is too short, one that is too long, and
 * somebody without a place. */
#define N_RENNES 30
#define N_BREST 20
#define N_RECORDS (N_RENNES + N_BREST + 3)

/* Birth dates that differ from row to row: nobody is joined with anybody. */
static void
add_person (GString *text, guint number, const char *place, gboolean has_email)
{
  char a = (char) ('A' + number % 26);
  char b = (char) ('A' + number / 26);

  g_string_append_printf (text, "LE%c%cEC;Mar%c%ce;%02u/%02u/1980;", a, b, g_ascii_tolower (b), g_ascii_tolower (a), 1 + number % 28, 3 + number / 28);
  if (has_email)
    g_string_append_printf (text, "mar%c%c@example.org", g_ascii_tolower (a), g_ascii_tolower (b));
  g_string_append_printf (text, ";%s;;\n", place);
}

static void
write_dump (const char *path)
{
  g_autoptr (GString) text = g_string_new ("NOM;PRENOM;DATE_NAISSANCE;EMAIL;CODE_POSTAL;VILLE;DIAGNOSTIC;VIDE\n");

  for (guint i = 0; i < N_RENNES; i++)
    add_person (text, i, "35000;RENNES", TRUE);
  for (guint i = 0; i < N_BREST; i++)
    add_person (text, N_RENNES + i, "29200;BREST", FALSE);
  g_string_append (text, "KERSHORT;Anna;01/02/1990\n");
  g_string_append (text, "KERLONG;Yann;02/02/1990;;35000;RENNES;;;;;more;and;more\n");
  g_string_append (text, "KERNOWHERE;Nolwenn;03/02/1990;;;;;\n");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

static void
import_dump (const char *case_path)
{
  g_autofree char       *dump = g_strconcat (case_path, ".csv", NULL);
  const char *const      paths[] = { dump, NULL };
  const AmpImportOptions options = { .case_path = case_path, .as_of = { 2026, 11, 24 } };
  AmpImportResult        result;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpInspection) inspection = NULL;

  write_dump (dump);
  inspection = amp_inspection_new_for_paths (paths, NULL, &error);
  g_assert_no_error (error);
  amp_import_run (inspection, &options, NULL, NULL, &result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result.records, ==, N_RECORDS);
  g_unlink (dump);
}

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_open (fixture, import_dump);
}

static GListModel *
get_rows (PageFixture *fixture)
{
  GtkWidget *view = find_nth (fixture->page, GTK_TYPE_COLUMN_VIEW, 0);

  g_assert_nonnull (view);
  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

static AmpCaseField *
get_field (PageFixture *fixture, const char *header)
{
  GListModel *rows = get_rows (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AmpCaseField) field = g_list_model_get_item (rows, i);

      if (g_str_equal (amp_field_get_header (amp_case_field_get_field (field)), header))
        return field;
    }
  return NULL;
}

static void
assert_figures (PageFixture *fixture, const char *header, gint64 records, gint64 of_records, gint64 persons)
{
  const AmpCaseFieldFigures *figures = amp_case_field_get_figures (get_field (fixture, header));

  g_assert_nonnull (figures);
  g_assert_cmpint (figures->records, ==, records);
  g_assert_cmpint (figures->of_records, ==, of_records);
  g_assert_cmpint (figures->persons, ==, persons);
}

static gboolean
is_counted (gpointer page)
{
  GtkWidget  *view = find_nth (page, GTK_TYPE_COLUMN_VIEW, 0);
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
  g_autoptr (AmpCaseField) field = g_list_model_get_item (rows, 0);

  return amp_case_field_get_figures (field) != NULL && amp_case_field_get_figures (field)->persons >= 0;
}

static void
test_fields_tell_the_whole_dump (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, amp_fields_page_new ());
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 8);
  g_assert_true (wait_until (is_counted, fixture->page));
  assert_figures (fixture, "NOM", N_RECORDS, N_RECORDS, N_RECORDS);
  assert_figures (fixture, "EMAIL", N_RENNES, N_RECORDS, N_RENNES);
  g_assert_true (amp_case_field_is_empty (get_field (fixture, "VIDE")));
  g_assert_cmpint (amp_field_get_field_type (amp_case_field_get_field (get_field (fixture, "EMAIL"))), ==, AMP_FIELD_TYPE_EMAIL);
}

static void
test_fields_follow_the_filter (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, amp_fields_page_new ());
  amp_filter_toggle (fixture->filter, AMP_KEY_COMMUNE, "29019");
  g_assert_false (is_counted (fixture->page));
  g_assert_true (wait_until (is_counted, fixture->page));
  assert_figures (fixture, "NOM", N_BREST, N_BREST, N_BREST);
  assert_figures (fixture, "EMAIL", 0, N_BREST, 0);
  amp_filter_clear (fixture->filter);
  g_assert_true (wait_until (is_counted, fixture->page));
  assert_figures (fixture, "EMAIL", N_RENNES, N_RECORDS, N_RENNES);
}

/* A newer filter must win, whatever the older job still finds. */
static void
test_fields_show_the_last_filter (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, amp_fields_page_new ());
  amp_filter_toggle (fixture->filter, AMP_KEY_COMMUNE, "29019");
  amp_filter_toggle (fixture->filter, AMP_KEY_COMMUNE, "35238");
  amp_filter_toggle (fixture->filter, AMP_KEY_COMMUNE, "29019");
  g_assert_true (wait_until (is_counted, fixture->page));
  assert_figures (fixture, "EMAIL", N_RENNES, N_RENNES + 1, N_RENNES);
}

static void
test_fields_are_searched (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  page_fixture_show (fixture, amp_fields_page_new ());
  entry = find_nth (fixture->page, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "email");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such field");
  g_assert_null (find_nth (fixture->page, GTK_TYPE_COLUMN_VIEW, 0));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 8);
}

static void
test_empty_fields_are_hidden (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, amp_fields_page_new ());
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_nth (fixture->page, GTK_TYPE_TOGGLE_BUTTON, 0)), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 6);
  g_assert_null (get_field (fixture, "VIDE"));
  g_assert_nonnull (get_field (fixture, "EMAIL"));
}

/* A narrow window keeps header, details, type and persons. */
static void
test_fields_fit_a_narrow_window (PageFixture *fixture, gconstpointer data)
{
  GListModel *columns;
  guint       n_visible = 0;

  page_fixture_show (fixture, amp_fields_page_new ());
  g_object_set (fixture->page, "narrow", TRUE, NULL);
  columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (find_nth (fixture->page, GTK_TYPE_COLUMN_VIEW, 0)));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      n_visible += gtk_column_view_column_get_visible (column);
    }
  g_assert_cmpuint (n_visible, ==, 4);
}

/* The figure at the end of the row with that title, anywhere in the page; "" for a
 * row without a figure. */
static const char *
get_fact (GtkWidget *widget, const char *title)
{
  const char *fact = NULL;

  if (ADW_IS_ACTION_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    {
      for (GtkWidget *child = gtk_widget_get_last_child (gtk_widget_get_first_child (widget)); child != NULL; child = gtk_widget_get_first_child (child))
        if (GTK_IS_LABEL (child))
          return gtk_label_get_label (GTK_LABEL (child));
      return "";
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && fact == NULL; child = gtk_widget_get_next_sibling (child))
    fact = get_fact (child, title);
  return fact;
}

static gboolean
has_malformed (gpointer page)
{
  return get_fact (page, "Fewer values than the header has fields") != NULL;
}

static gboolean
has_unplaced (gpointer page)
{
  return get_fact (page, "The columns of the place are empty") != NULL;
}

static void
test_quality_tells_what_is_known (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, amp_quality_page_new ());
  g_assert_cmpstr (get_fact (fixture->page, "Records"), ==, "53");
  g_assert_cmpstr (get_fact (fixture->page, "Malformed"), ==, "2");
  g_assert_cmpstr (get_fact (fixture->page, "Without a place"), ==, "2");
  g_assert_cmpstr (get_fact (fixture->page, "Persons"), ==, "53");
  g_assert_cmpstr (get_fact (fixture->page, "Same full name, birth date and commune"), ==, "0");
  g_assert_cmpuint (strlen (get_fact (fixture->page, "SHA-256")), ==, 64);
  g_assert_true (wait_until (has_malformed, fixture->page));
  g_assert_cmpstr (get_fact (fixture->page, "Fewer values than the header has fields"), ==, "1");
  g_assert_cmpstr (get_fact (fixture->page, "More values than the header has fields"), ==, "1");
  g_assert_nonnull (get_fact (fixture->page, "Line 52"));
  g_assert_nonnull (get_fact (fixture->page, "Line 53"));
  g_assert_true (wait_until (has_unplaced, fixture->page));
  g_assert_cmpstr (get_fact (fixture->page, "The columns of the place are empty"), ==, "2");
}

/* Another case must not show the rows of the one before. */
static void
test_quality_forgets_the_case (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, amp_quality_page_new ());
  g_assert_true (wait_until (has_malformed, fixture->page));
  g_object_set (fixture->page, "case", NULL, NULL);
  g_assert_null (get_fact (fixture->page, "Records"));
  g_assert_false (has_malformed (fixture->page));
}

static void
test_every_reason_is_explained (PageFixture *fixture, gconstpointer data)
{
  const char *const codes[] = { "too-short", "too-long", "broken-quote", "nul-byte", "too-large", "broken-syntax" };

  page_fixture_show (fixture, amp_quality_page_new ());
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpstr (amp_malformed_reason_get_label (codes[i]), !=, codes[i]);
}

#define ADD(path, test) g_test_add (path, PageFixture, NULL, set_up, test, page_fixture_tear_down)

int
main (int argc, char **argv)
{
  page_fixture_init (&argc, &argv);

  ADD ("/app/fields-page/tells-the-whole-dump", test_fields_tell_the_whole_dump);
  ADD ("/app/fields-page/follows-the-filter", test_fields_follow_the_filter);
  ADD ("/app/fields-page/shows-the-last-filter", test_fields_show_the_last_filter);
  ADD ("/app/fields-page/is-searched", test_fields_are_searched);
  ADD ("/app/fields-page/hides-empty-fields", test_empty_fields_are_hidden);
  ADD ("/app/fields-page/fits-a-narrow-window", test_fields_fit_a_narrow_window);
  ADD ("/app/quality-page/tells-what-is-known", test_quality_tells_what_is_known);
  ADD ("/app/quality-page/forgets-the-case", test_quality_forgets_the_case);
  ADD ("/app/quality-page/explains-every-reason", test_every_reason_is_explained);
  return g_test_run ();
}
