/* The comparison page: two groups of one case, a group of another case, and two
 * sources of one, in a window of their own, and that nothing outlives it. */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "amp-comparison-page.h"
#include "amp-figure-text.h"
#include "amp-group-chooser.h"
#include "amp-import.h"
#include "amp-mirror-view.h"
#include "amp-named-filters.h"
#include "amp-overlap-card.h"
#include "made-case.h"

/* A deadline rather than a delay: a page is ready when it is. */
#define DEADLINE (20 * G_USEC_PER_SEC)

typedef struct
{
  char      *folder;
  char      *path;
  AmpCase   *opened;
  AmpFilter *filter;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static gboolean
wait_until (gboolean (*is_so) (GtkWidget *widget), GtkWidget *widget)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE;

  while (!is_so (widget) && g_get_monotonic_time () < deadline)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  return is_so (widget);
}

static void
settle (void)
{
  for (guint i = 0; i < 50; i++)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static gboolean
is_laid_out (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 1;
}

/* Under toasts, as in the real window. */
static void
show_page (Fixture *fixture, GtkWidget *page)
{
  GtkWidget *toasts = adw_toast_overlay_new ();

  fixture->page = page;
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 760);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), toasts);
  g_object_set (page, "case", fixture->opened, "filter", fixture->filter, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (wait_until (is_laid_out, page));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "made.ampleur", NULL);
  made_case_write (fixture->path, FALSE);
  fixture->opened = amp_case_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  fixture->filter = amp_filter_new ();
}

/* Closes the window and proves that the page, the case and the filter go. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->page);
  g_assert_finalize_object (fixture->filter);
  g_assert_finalize_object (fixture->opened);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* The mapped descendants of a type, in the order of the tree. */
static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GtkWidget *
find_nth (GtkWidget *widget, GType type, guint n)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  return n < found->len ? g_ptr_array_index (found, n) : NULL;
}

/* A mapped button by its label. */
static GtkWidget *
find_labelled (GtkWidget *widget, const char *label)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, GTK_TYPE_BUTTON, found);
  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (found, i)), label) == 0)
      return g_ptr_array_index (found, i);
  return NULL;
}

static void
note_click (GtkWidget *button, gboolean *is_clicked)
{
  *is_clicked = TRUE;
}

/* A button shows that it is pressed for a moment before it acts. */
static void
press (GtkWidget *button)
{
  gint64   deadline = g_get_monotonic_time () + DEADLINE;
  gboolean is_clicked = FALSE;
  gulong   id = g_signal_connect_after (button, "clicked", G_CALLBACK (note_click), &is_clicked);

  g_object_ref (button);
  g_assert_true (gtk_widget_activate (button));
  while (!is_clicked && g_get_monotonic_time () < deadline)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_true (is_clicked);
  g_signal_handler_disconnect (button, id);
  g_object_unref (button);
}

static void
click (GtkWidget *widget)
{
  g_assert_nonnull (widget);
  if (GTK_IS_MENU_BUTTON (widget))
    gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
  else if (GTK_IS_BUTTON (widget))
    press (widget);
  else
    g_assert_true (gtk_widget_activate (widget));
  settle ();
}

static AmpComparisonPage *
show_comparison (Fixture *fixture)
{
  show_page (fixture, amp_comparison_page_new ());
  return AMP_COMPARISON_PAGE (fixture->page);
}

static void
assert_groups (Fixture *fixture, const char *first, const char *second)
{
  const char *const expected[] = { first, second };

  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *text = amp_selection_to_string (amp_filter_get_selection (amp_comparison_page_get_group (AMP_COMPARISON_PAGE (fixture->page), side)));

      g_assert_cmpstr (text, ==, expected[side]);
    }
}

/* What a label of the page says. */
static gboolean
says (GtkWidget *page, const char *part)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (page, GTK_TYPE_LABEL, found);
  for (guint i = 0; i < found->len; i++)
    if (strstr (gtk_label_get_text (g_ptr_array_index (found, i)), part) != NULL)
      return TRUE;
  return FALSE;
}

static const char *
describe_row (Fixture *fixture, guint view, guint row)
{
  AmpMirrorView *found = AMP_MIRROR_VIEW (find_nth (fixture->page, AMP_TYPE_MIRROR_VIEW, view));

  return amp_mirror_get_row (amp_mirror_view_get_mirror (found), row)->description;
}

static void
test_begins_with_a_choice (Fixture *fixture, gconstpointer data)
{
  show_comparison (fixture);
  g_assert_true (says (fixture->page, "Compare Two Groups"));
  /* One source: there is nothing to compare it with. */
  g_assert_null (find_labelled (fixture->page, "The First Two _Sources"));
  g_assert_null (find_nth (fixture->page, AMP_TYPE_OVERLAP_CARD, 0));
  click (find_labelled (fixture->page, "_Minors and Adults"));
  assert_groups (fixture, "age=0-14&age=15-17", "age=18-24&age=25-34&age=35-44&age=45-54&age=55-64&age=65-74&age=75+");
  g_assert_false (says (fixture->page, "Compare Two Groups"));
  g_assert_true (says (fixture->page, "1500"));
  g_assert_true (says (fixture->page, "10300"));
  /* Everybody has identity data; the rest is told with both shares. */
  g_assert_cmpstr (describe_row (fixture, 0, 0), ==, "Identity: A 100.0\u00a0% (1500), B 100.0\u00a0% (10300), no difference");
  g_assert_cmpstr (describe_row (fixture, 0, 1), ==, "Official identifiers: A 100.0\u00a0% (1500), B 0.0\u00a0% (0), -100.0 points");
}

static void
test_swaps (Fixture *fixture, gconstpointer data)
{
  show_comparison (fixture);
  click (find_labelled (fixture->page, "The Two Most Affected _Communes"));
  assert_groups (fixture, "commune=35238", "commune=29019");
  click (find_labelled (fixture->page, "S_wap"));
  assert_groups (fixture, "commune=29019", "commune=35238");
}

/* The pages' filter and the saved ones are at hand, and only copied. */
static void
test_takes_filters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSelection) selection = amp_selection_new_from_string ("sex=F", NULL);
  GtkWidget *chooser;

  g_assert_true (amp_named_filters_save (fixture->opened, "Women", selection, NULL));
  amp_filter_toggle (fixture->filter, AMP_KEY_COMMUNE, "35238");
  show_comparison (fixture);
  chooser = find_nth (fixture->page, AMP_TYPE_GROUP_CHOOSER, 0);
  click (find_nth (chooser, GTK_TYPE_MENU_BUTTON, 0));
  click (find_labelled (chooser, "Present _Filter"));
  chooser = find_nth (fixture->page, AMP_TYPE_GROUP_CHOOSER, 1);
  click (find_nth (chooser, GTK_TYPE_MENU_BUTTON, 0));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_nth (chooser, GTK_TYPE_DROP_DOWN, 0)), 1);
  settle ();
  assert_groups (fixture, "commune=35238", "sex=F");
  /* What the pages show is not what the groups are: it is said. */
  g_assert_true (says (fixture->page, "do not narrow these groups"));
  amp_filter_clear (fixture->filter);
  g_assert_false (says (fixture->page, "do not narrow these groups"));
  assert_groups (fixture, "commune=35238", "sex=F");
}

static gboolean
tells_of_other_case (GtkWidget *page)
{
  return says (page, "nobody can be matched");
}

static void
test_another_case (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.ampleur", NULL);

  made_case_write (path, FALSE);
  show_comparison (fixture);
  amp_comparison_page_open_other (AMP_COMPARISON_PAGE (fixture->page), path);
  g_assert_true (wait_until (tells_of_other_case, fixture->page));
  g_assert_true (says (fixture->page, "“other.ampleur”"));
  g_assert_false (gtk_widget_is_sensitive (find_labelled (fixture->page, "S_wap")));
  g_assert_cmpstr (describe_row (fixture, 0, 0), ==, "Identity: A 100.0\u00a0% (12000), B 100.0\u00a0% (12000), no difference");
  click (find_labelled (fixture->page, "_Leave It"));
  g_assert_true (says (fixture->page, "Compare Two Groups"));
  g_unlink (path);
}

/* What is no case is told, and the page stays as it was. */
static gboolean
tells_of_failure (GtkWidget *window)
{
  return says (window, "nowhere.ampleur");
}

static void
test_another_case_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere.ampleur", NULL);

  show_comparison (fixture);
  amp_comparison_page_open_other (AMP_COMPARISON_PAGE (fixture->page), path);
  g_assert_true (wait_until (tells_of_failure, fixture->window));
  g_assert_true (says (fixture->page, "Compare Two Groups"));
}

/* Invented people: the second dump has those of the first with a diagnosis, and
 * one more. */
static const char first_dump[] = "NOM;PRENOM;DATE_NAISSANCE;EMAIL;CODE_POSTAL;VILLE;DIAGNOSTIC\n"
                                 "LEGALL;Maud;01/03/1980;maud@example.org;35000;RENNES;\n"
                                 "KERNEC;Yann;02/03/1981;yann@example.org;29200;BREST;\n"
                                 "TANGUY;Anna;03/03/1982;anna@example.org;56000;VANNES;\n";
static const char second_dump[] = "NOM;PRENOM;DATE_NAISSANCE;EMAIL;CODE_POSTAL;VILLE;DIAGNOSTIC\n"
                                  "LEGALL;Maud;01/03/1980;maud@example.org;35000;RENNES;diabète de type 2\n"
                                  "KERNEC;Yann;02/03/1981;yann@example.org;29200;BREST;asthme\n"
                                  "BODERE;Loïc;04/03/1983;loic@example.org;22000;SAINT-BRIEUC;asthme\n";

static void
import_two (Fixture *fixture, const char *case_path)
{
  g_autofree char       *first = g_build_filename (fixture->folder, "first.csv", NULL);
  g_autofree char       *second = g_build_filename (fixture->folder, "second.csv", NULL);
  const char *const      paths[] = { first, second, NULL };
  const AmpImportOptions options = { .case_path = case_path, .as_of = { 2026, 11, 24 } };
  AmpImportResult        result;
  g_autoptr (AmpInspection) inspection = NULL;

  g_assert_true (g_file_set_contents (first, first_dump, -1, NULL));
  g_assert_true (g_file_set_contents (second, second_dump, -1, NULL));
  inspection = amp_inspection_new_for_paths (paths, NULL, NULL);
  g_assert_true (amp_import_run (inspection, &options, NULL, NULL, &result, NULL, NULL));
  g_assert_cmpint (result.persons, ==, 4);
  g_unlink (first);
  g_unlink (second);
}

static gboolean
tells_overlap (GtkWidget *page)
{
  return says (page, "Of 2 of them the second exposes more categories");
}

static void
assert_filter (Fixture *fixture, const char *expected)
{
  g_autofree char *text = amp_selection_to_string (amp_filter_get_selection (fixture->filter));

  g_assert_cmpstr (text, ==, expected);
}

static void
activate_row (Fixture *fixture, const char *title)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (fixture->page, ADW_TYPE_ACTION_ROW, found);
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (found, i)), title))
      {
        adw_action_row_activate (g_ptr_array_index (found, i));
        settle ();
        return;
      }
  g_assert_not_reached ();
}

static void
test_two_sources (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "two.ampleur", NULL);
  g_autoptr (AmpCase) opened = NULL;

  import_two (fixture, path);
  opened = amp_case_open (path, NULL, NULL);
  show_comparison (fixture);
  g_object_set (fixture->page, "case", opened, NULL);
  g_assert_true (wait_until (tells_overlap, fixture->page));
  activate_row (fixture, "Persons in Both");
  assert_filter (fixture, "source&=1&source&=2");
  activate_row (fixture, "New Persons, Only in the Second");
  assert_filter (fixture, "source&=2&source!=1");
  activate_row (fixture, "Persons Only in the First");
  assert_filter (fixture, "source&=1&source!=2");
  click (find_labelled (fixture->page, "The First Two _Sources"));
  assert_groups (fixture, "source=1", "source=2");
  g_assert_true (wait_until (tells_overlap, fixture->page));
  g_object_set (fixture->page, "case", fixture->opened, NULL);
  settle ();
  g_assert_finalize_object (g_steal_pointer (&opened));
  g_unlink (path);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  /* GTK asks for American English where there is any: "12,000". */
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
  ADD ("/app/comparison-page/begins-with-a-choice", test_begins_with_a_choice);
  ADD ("/app/comparison-page/swaps", test_swaps);
  ADD ("/app/comparison-page/takes-filters", test_takes_filters);
  ADD ("/app/comparison-page/takes-another-case", test_another_case);
  ADD ("/app/comparison-page/tells-why-another-case-fails", test_another_case_fails);
  ADD ("/app/overlap-card/tells-who-is-new", test_two_sources);
  return g_test_run ();
}
