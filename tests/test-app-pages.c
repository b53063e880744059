/* The pages of the journey: each is built, driven and finalised. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "amp-field-details.h"
#include "amp-field-text.h"
#include "amp-field-type-popover.h"
#include "amp-import-page.h"
#include "amp-mandate-page.h"
#include "amp-open-page.h"
#include "amp-opening.h"
#include "amp-place-basis-row.h"
#include "amp-recent-cases.h"
#include "amp-review-page.h"
#include "amp-source-card.h"
#include "shown-widgets.h"

/* Invented people. */
static const char dump[] = "NOM;PRENOM;DATE_NAISSANCE;CODE_POSTAL;VILLE;EMAIL;DIVERS\r\n"
                           "MARTEAU;Lise;12/03/1981;35000;RENNES;lise.marteau@exemple.fr;x7\r\n"
                           "LEGOFF;Yann;02/11/1974;29200;BREST;yann.legoff@exemple.fr;q2\r\n"
                           "BERNIER;Odile;23/07/1990;56000;VANNES;odile.bernier@exemple.fr;b9\r\n"
                           "TANGUY;Erwan;30/01/1966;56100;LORIENT;erwan.tanguy@exemple.fr;z1\r\n";

static char *folder;

static char *
write_dump (const char *name)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, dump, -1, NULL));
  return path;
}

/* Shows a page in a window of its own. */
static GtkWidget *
show (GtkWidget *page)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  spin (100);
  return window;
}

/* Opens a button's popover, away from the pointer in the middle of the screen:
 * what the pointer enters or leaves is no part of the test. */
static GtkWidget *
show_button (GtkWidget *button)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 300, 200);
  gtk_window_set_child (GTK_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));
  spin (100);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  spin (100);
  return window;
}

/* A page must not be kept alive by anything of its own. */
static void
finish (GtkWidget *window, gpointer page)
{
  g_object_ref (page);
  gtk_window_destroy (GTK_WINDOW (window));
  spin (20);
  g_assert_finalize_object (page);
}

static AmpInspection *
inspect (const char *name)
{
  g_autofree char *path = write_dump (name);
  const char      *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpOpening) opening = amp_opening_run (paths, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (opening->opened);
  return g_steal_pointer (&opening->inspection);
}

static AmpField *
find_field (AmpInspection *inspection, const char *header)
{
  GListModel *fields = amp_source_get_fields (amp_inspection_get_source (inspection, 0));

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (AmpField) field = g_list_model_get_item (fields, i);
      if (g_str_equal (amp_field_get_header (field), header))
        return field;
    }
  g_assert_not_reached ();
}

static void
test_opening_names_file (void)
{
  g_autofree char *path = g_build_filename (folder, "nowhere.csv", NULL);
  const char      *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (amp_opening_run (paths, NULL, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "nowhere.csv"));
}

static void
test_opening_proposes_free_name (void)
{
  g_autofree char *path = write_dump ("twice.csv");
  g_autofree char *taken = g_build_filename (folder, "twice.ampleur", NULL);
  g_autofree char *expected = g_build_filename (folder, "twice 2.ampleur", NULL);
  const char      *paths[] = { path, NULL };
  g_autoptr (AmpOpening) opening = NULL;

  g_assert_true (g_file_set_contents (taken, "x", 1, NULL));
  opening = amp_opening_run (paths, NULL, NULL);
  g_assert_nonnull (opening);
  g_assert_cmpstr (opening->proposed_path, ==, expected);
}

static void
test_opening_refuses_false_case (void)
{
  g_autofree char *path = write_dump ("false.ampleur");
  const char      *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (amp_opening_run (paths, NULL, &error));
  g_assert_nonnull (strstr (error->message, "false.ampleur"));
}

static gboolean
lists_recent (gpointer page)
{
  return find_label (page, "recent.ampleur") != NULL;
}

static gboolean
lists_nothing (gpointer page)
{
  return !lists_recent (page);
}

static void
test_open_page_lists_cases (void)
{
  g_autofree char *path = write_dump ("recent.ampleur");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *page = amp_open_page_new ();
  GtkWidget *window = show (page);

  g_assert_null (find_label (page, "recent.ampleur"));
  amp_recent_cases_add (file);
  g_assert_true (wait_until (lists_recent, page));
  g_signal_emit_by_name (find_tooltip (page, "Remove from the List"), "clicked");
  g_assert_true (wait_until (lists_nothing, page));
  g_assert_true (g_file_query_exists (file, NULL));
  finish (window, page);
}

static void
test_recent_never_holds_dump (void)
{
  g_autofree char *path = write_dump ("secret.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char  *uri = g_file_get_uri (file);
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  /* What a file chooser does, before and after it answers. */
  gtk_recent_manager_add_item (manager, uri);
  spin (300);
  g_assert_true (gtk_recent_manager_has_item (manager, uri));
  amp_recent_cases_forbid (file);
  spin (300);
  g_assert_false (gtk_recent_manager_has_item (manager, uri));
  gtk_recent_manager_add_item (manager, uri);
  spin (500);
  g_assert_false (gtk_recent_manager_has_item (manager, uri));
}

static GtkEditable *
find_entry (GtkWidget *page, const char *title)
{
  GtkWidget *row = find_label (page, title);

  while (row != NULL && !ADW_IS_ENTRY_ROW (row))
    row = gtk_widget_get_parent (row);
  g_assert_nonnull (row);
  return GTK_EDITABLE (row);
}

static void
type_into (GtkWidget *page, const char *title, const char *text)
{
  gtk_editable_set_text (find_entry (page, title), text);
}

static void
test_mandate_is_required (void)
{
  AmpMandatePage *page = g_object_new (AMP_TYPE_MANDATE_PAGE, NULL);
  GtkWidget      *window = show (GTK_WIDGET (page));
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/x.ampleur");
  g_autoptr (AmpMandate) mandate = NULL;

  amp_mandate_page_start (page, file);
  spin (50);
  g_assert_false (amp_mandate_page_is_complete (page));
  type_into (GTK_WIDGET (page), "Analyst", "Camille Exemple");
  type_into (GTK_WIDGET (page), "On behalf of", "Laboratoire d’exemple");
  g_assert_false (amp_mandate_page_is_complete (page));
  type_into (GTK_WIDGET (page), "Legal basis", "   ");
  g_assert_false (amp_mandate_page_is_complete (page));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "mandate.use-legal-basis", "s", "GDPR, art. 28"));
  g_assert_true (amp_mandate_page_is_complete (page));
  mandate = amp_mandate_page_dup_mandate (page);
  g_assert_cmpstr (mandate->legal_basis, ==, "GDPR, art. 28");

  /* The next case: who analyses is proposed, why is not. */
  amp_mandate_page_start (page, file);
  g_assert_false (amp_mandate_page_is_complete (page));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (GTK_WIDGET (page), "Analyst")), ==, "Camille Exemple");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (GTK_WIDGET (page), "Legal basis")), ==, "");
  type_into (GTK_WIDGET (page), "Legal basis", "GDPR, art. 58");
  g_assert_true (amp_mandate_page_is_complete (page));
  finish (window, page);
}

static void
test_review_shows_no_value (void)
{
  g_autoptr (AmpInspection) inspection = inspect ("review.csv");
  AmpReviewPage *page = g_object_new (AMP_TYPE_REVIEW_PAGE, "inspection", inspection, NULL);
  GtkWidget     *window = show (GTK_WIDGET (page));

  g_assert_nonnull (find_label (GTK_WIDGET (page), "Semicolon"));
  g_assert_nonnull (find_label (GTK_WIDGET (page), "CR LF"));
  g_assert_nonnull (find_label (GTK_WIDGET (page), "PRENOM"));
  g_assert_null (find_label (GTK_WIDGET (page), "MARTEAU"));
  g_assert_null (find_label (GTK_WIDGET (page), "35000"));
  finish (window, page);
}

static void
test_review_follows_correction (void)
{
  g_autoptr (AmpInspection) inspection = inspect ("correct.csv");
  AmpField      *field = find_field (inspection, "DIVERS");
  AmpReviewPage *page = g_object_new (AMP_TYPE_REVIEW_PAGE, "inspection", inspection, NULL);
  GtkWidget     *window = show (GTK_WIDGET (page));
  const char    *label = amp_field_type_get_label (AMP_FIELD_TYPE_BLOOD_GROUP);

  g_assert_null (find_label (GTK_WIDGET (page), label));
  amp_field_set_field_type (field, AMP_FIELD_TYPE_BLOOD_GROUP);
  spin (50);
  g_assert_nonnull (find_label (GTK_WIDGET (page), label));
  g_assert_nonnull (find_label (GTK_WIDGET (page), "Corrected"));
  amp_field_set_ignored (field, TRUE);
  spin (50);
  g_assert_nonnull (find_label (GTK_WIDGET (page), "–"));
  finish (window, page);
}

static void
test_review_searches (void)
{
  g_autoptr (AmpInspection) inspection = inspect ("search.csv");
  AmpReviewPage *page = g_object_new (AMP_TYPE_REVIEW_PAGE, "inspection", inspection, NULL);
  GtkWidget     *window = show (GTK_WIDGET (page));
  GtkWidget     *entry = find_nth (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), "prenom");
  spin (400);
  g_assert_nonnull (find_label (GTK_WIDGET (page), "PRENOM"));
  g_assert_null (find_label (GTK_WIDGET (page), "VILLE"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such field");
  spin (600);
  g_assert_nonnull (find_label (GTK_WIDGET (page), "No Field Found"));
  finish (window, page);
}

static void
test_review_shows_each_source (void)
{
  g_autofree char *first = write_dump ("first.csv");
  g_autofree char *second = g_build_filename (folder, "second.csv", NULL);
  const char      *paths[] = { first, second, NULL };
  g_autoptr (AmpOpening) opening = NULL;
  AmpReviewPage *page = g_object_new (AMP_TYPE_REVIEW_PAGE, NULL);
  GtkWidget     *window = show (GTK_WIDGET (page));

  g_assert_true (g_file_set_contents (second, "PLAQUE,MARQUE\nAB-123-CD,Zed\nEF-456-GH,Ypsi\n", -1, NULL));
  opening = amp_opening_run (paths, NULL, NULL);
  g_assert_nonnull (opening);
  amp_review_page_set_inspection (page, opening->inspection);
  spin (100);
  g_assert_nonnull (find_label (GTK_WIDGET (page), "first.csv"));
  g_assert_nonnull (find_label (GTK_WIDGET (page), "PRENOM"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_nth (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, 0)), 1);
  spin (100);
  g_assert_nonnull (find_label (GTK_WIDGET (page), "PLAQUE"));
  g_assert_nonnull (find_label (GTK_WIDGET (page), "Comma"));
  g_assert_null (find_label (GTK_WIDGET (page), "PRENOM"));
  finish (window, page);
}

static GtkDropDown *
find_basis (GtkWidget *page)
{
  GtkWidget *row = find_nth (page, AMP_TYPE_PLACE_BASIS_ROW, 0);

  return row != NULL ? GTK_DROP_DOWN (find_nth (row, GTK_TYPE_DROP_DOWN, 0)) : NULL;
}

static const char *
get_basis_name (GtkDropDown *drop_down)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (drop_down));
}

/* The patient's address and the doctor's: the analyst chooses, and a type that is
 * corrected takes part at once. */
static void
test_review_chooses_place_basis (void)
{
  static const char text[] = "NOM;CP;VILLE;MEDECIN;CP_MED;VILLE_MED;DIVERS\n"
                             "MARTEAU;35000;RENNES;DR PETIT;29200;BREST;x7\n"
                             "LEGOFF;56000;VANNES;DR PETIT;29200;BREST;q2\n"
                             "BERNIER;56100;LORIENT;DR ROUX;29000;QUIMPER;b9\n";
  g_autofree char  *path = g_build_filename (folder, "bases.csv", NULL);
  const char       *paths[] = { path, NULL };
  g_autoptr (AmpOpening) opening = NULL;
  AmpReviewPage *page = g_object_new (AMP_TYPE_REVIEW_PAGE, NULL);
  GtkWidget     *window = show (GTK_WIDGET (page));
  AmpSource     *source;
  GtkDropDown   *drop_down;
  int            minimum;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  opening = amp_opening_run (paths, NULL, NULL);
  g_assert_nonnull (opening);
  source = amp_inspection_get_source (opening->inspection, 0);
  amp_review_page_set_inspection (page, opening->inspection);
  spin (100);
  drop_down = find_basis (GTK_WIDGET (page));
  g_assert_nonnull (drop_down);
  g_assert_cmpstr (get_basis_name (drop_down), ==, "The person’s own address: CP, VILLE");
  g_assert_null (amp_source_get_place_basis (source));

  gtk_drop_down_set_selected (drop_down, 1);
  g_assert_cmpstr (get_basis_name (drop_down), ==, "The doctor’s address: CP_MED, VILLE_MED");
  g_assert_cmpstr (amp_source_get_place_basis (source), ==, "doctor");

  g_object_set (page, "narrow", TRUE, NULL);
  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  /* Without the doctor's columns there is nothing to choose. */
  amp_field_set_field_type (find_field (opening->inspection, "CP_MED"), AMP_FIELD_TYPE_UNKNOWN);
  g_assert_cmpstr (get_basis_name (drop_down), ==, "The doctor’s address: VILLE_MED");
  amp_field_set_field_type (find_field (opening->inspection, "VILLE_MED"), AMP_FIELD_TYPE_UNKNOWN);
  spin (50);
  g_assert_null (find_basis (GTK_WIDGET (page)));
  g_assert_null (amp_source_get_place_basis (source));
  finish (window, page);
}

static void
test_review_fits_narrow (void)
{
  g_autoptr (AmpInspection) inspection = inspect ("narrow.csv");
  AmpReviewPage *page = g_object_new (AMP_TYPE_REVIEW_PAGE, "inspection", inspection, "narrow", TRUE, NULL);
  GtkWidget     *window = show (GTK_WIDGET (page));
  int            minimum;

  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_null (find_label (GTK_WIDGET (page), "Category"));
  g_object_set (page, "narrow", FALSE, NULL);
  spin (50);
  g_assert_nonnull (find_label (GTK_WIDGET (page), "Category"));
  finish (window, page);
}

static void
test_type_popover_chooses (void)
{
  g_autoptr (AmpInspection) inspection = inspect ("popover.csv");
  AmpField  *field = find_field (inspection, "DIVERS");
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = amp_field_type_popover_new (field);
  GtkWidget *window = NULL;
  GtkWidget *entry = find_nth (popover, GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  window = show_button (button);
  entry = find_nth (popover, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "serology");
  spin (400);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (amp_field_get_field_type (field), ==, AMP_FIELD_TYPE_SEROLOGY);
  spin (100);
  g_object_ref (popover);
  finish (window, button);
  g_assert_finalize_object (popover);
}

static void
test_details_ignore (void)
{
  g_autoptr (AmpInspection) inspection = inspect ("details.csv");
  AmpField  *field = find_field (inspection, "VILLE");
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *details = amp_field_details_new (field);
  GtkWidget *window = NULL;

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), details);
  window = show_button (button);
  g_assert_nonnull (find_label (details, "VILLE"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_nth (details, GTK_TYPE_CHECK_BUTTON, 0)), TRUE);
  g_assert_true (amp_field_is_ignored (field));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  spin (100);
  g_object_ref (details);
  finish (window, button);
  g_assert_finalize_object (details);
}

typedef struct
{
  guint64 records;
  int     n_finished, n_failed, n_cancelled;
} ImportEnd;

static void
on_finished (AmpImportPage *page, guint64 records, double seconds, ImportEnd *end)
{
  end->records = records;
  end->n_finished++;
}

static void
on_failed (AmpImportPage *page, const GError *error, ImportEnd *end)
{
  g_assert_nonnull (error);
  end->n_failed++;
}

static void
on_cancelled (AmpImportPage *page, ImportEnd *end)
{
  end->n_cancelled++;
}

static AmpImportPage *
make_import_page (ImportEnd *end)
{
  AmpImportPage *page = g_object_new (AMP_TYPE_IMPORT_PAGE, NULL);

  g_signal_connect (page, "finished", G_CALLBACK (on_finished), end);
  g_signal_connect (page, "failed", G_CALLBACK (on_failed), end);
  g_signal_connect (page, "cancelled", G_CALLBACK (on_cancelled), end);
  return page;
}

static void
wait_for_import (AmpImportPage *page)
{
  while (amp_import_page_is_running (page))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_import_finishes (void)
{
  ImportEnd end = { 0 };
  g_autoptr (AmpInspection) inspection = inspect ("import.csv");
  g_autoptr (AmpMandate) mandate = amp_mandate_new ("a", "b", "c", NULL);
  g_autofree char *path = g_build_filename (folder, "import.ampleur", NULL);
  AmpImportPage   *page = make_import_page (&end);
  GtkWidget       *window = show (GTK_WIDGET (page));

  amp_import_page_start (page, inspection, &(AmpImportOptions){ .case_path = path, .mandate = mandate });
  wait_for_import (page);
  g_assert_cmpint (end.n_finished, ==, 1);
  g_assert_cmpint (end.n_failed + end.n_cancelled, ==, 0);
  g_assert_cmpuint (end.records, ==, 4);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  finish (window, page);
}

static void
test_import_fails_with_reason (void)
{
  ImportEnd end = { 0 };
  g_autoptr (AmpInspection) inspection = inspect ("fail.csv");
  g_autoptr (AmpMandate) mandate = amp_mandate_new ("a", "b", "c", NULL);
  g_autofree char *path = g_build_filename (folder, "no", "such", "folder.ampleur", NULL);
  AmpImportPage   *page = make_import_page (&end);
  GtkWidget       *window = show (GTK_WIDGET (page));

  amp_import_page_start (page, inspection, &(AmpImportOptions){ .case_path = path, .mandate = mandate });
  wait_for_import (page);
  g_assert_cmpint (end.n_failed, ==, 1);
  finish (window, page);
}

static void
test_import_cancel_leaves_no_trace (void)
{
  ImportEnd end = { 0 };
  g_autoptr (AmpInspection) inspection = inspect ("cancel.csv");
  g_autoptr (AmpMandate) mandate = amp_mandate_new ("a", "b", "c", NULL);
  g_autofree char *inner = g_build_filename (folder, "cancel", NULL);
  g_autofree char *path = g_build_filename (inner, "cancel.ampleur", NULL);
  AmpImportPage   *page = make_import_page (&end);
  GtkWidget       *window = show (GTK_WIDGET (page));

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  amp_import_page_start (page, inspection, &(AmpImportOptions){ .case_path = path, .mandate = mandate });
  amp_import_page_cancel (page);
  wait_for_import (page);
  g_assert_cmpint (end.n_cancelled, ==, 1);
  /* Removing a folder succeeds only when it is empty. */
  g_assert_cmpint (g_rmdir (inner), ==, 0);
  finish (window, page);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static GdkPixbuf *
load_icon (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat ("/org/ampleur/Ampleur/icons/", name, NULL);
  GdkPixbuf       *icon = gdk_pixbuf_new_from_resource_at_scale (path, 128, 128, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_n_channels (icon), ==, 4);
  return icon;
}

/* The welcome's icon was drawn beforehand: it is what the SVG looks like still. */
static void
test_drawn_icon (void)
{
  g_autoptr (GdkPixbuf) drawn = load_icon ("128x128/apps/org.ampleur.Ampleur.png");
  g_autoptr (GdkPixbuf) original = load_icon ("scalable/apps/org.ampleur.Ampleur.svg");
  guint         length;
  const guint8 *left = gdk_pixbuf_get_pixels_with_length (drawn, &length);
  const guint8 *right = gdk_pixbuf_get_pixels (original);
  guint         n_different = 0;

  g_assert_cmpint (gdk_pixbuf_get_rowstride (drawn), ==, gdk_pixbuf_get_rowstride (original));
  for (guint i = 0; i < length; i++)
    n_different += ABS (left[i] - right[i]) > 32;
  g_assert_cmpuint (n_different, <, length / 100);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv);
  adw_init ();
  folder = g_dir_make_tmp ("ampleur-pages-XXXXXX", NULL);

  g_test_add_func ("/app/opening/names-the-file-that-is-missing", test_opening_names_file);
  g_test_add_func ("/app/opening/proposes-a-name-that-is-free", test_opening_proposes_free_name);
  g_test_add_func ("/app/opening/refuses-what-is-no-case", test_opening_refuses_false_case);
  g_test_add_func ("/app/open-page/lists-recent-cases", test_open_page_lists_cases);
  g_test_add_func ("/app/open-page/icon-is-that-of-the-application", test_drawn_icon);
  g_test_add_func ("/app/recent-cases/never-hold-a-dump", test_recent_never_holds_dump);
  g_test_add_func ("/app/mandate-page/is-required", test_mandate_is_required);
  g_test_add_func ("/app/review-page/shows-headers-and-no-value", test_review_shows_no_value);
  g_test_add_func ("/app/review-page/follows-a-correction", test_review_follows_correction);
  g_test_add_func ("/app/review-page/searches", test_review_searches);
  g_test_add_func ("/app/review-page/shows-each-source-of-a-dump", test_review_shows_each_source);
  g_test_add_func ("/app/review-page/chooses-whose-address-places-records", test_review_chooses_place_basis);
  g_test_add_func ("/app/review-page/fits-a-narrow-window", test_review_fits_narrow);
  g_test_add_func ("/app/field-type-popover/chooses-what-is-searched", test_type_popover_chooses);
  g_test_add_func ("/app/field-details/ignore-the-field", test_details_ignore);
  g_test_add_func ("/app/import-page/finishes", test_import_finishes);
  g_test_add_func ("/app/import-page/fails-with-a-reason", test_import_fails_with_reason);
  g_test_add_func ("/app/import-page/cancel-leaves-no-trace", test_import_cancel_leaves_no_trace);
  status = g_test_run ();
  remove_folder ();
  return status;
}
