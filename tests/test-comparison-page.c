/* The comparison page: two groups of one case, a group of another case, and two
 * sources of one, in a window of their own, and that nothing outlives it. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "amp-comparison-page.h"
#include "amp-figure-text.h"
#include "amp-group-chooser.h"
#include "amp-import.h"
#include "amp-mirror-view.h"
#include "amp-named-comparisons.h"
#include "amp-named-filters.h"
#include "amp-overlap-card.h"
#include "amp-saved-comparisons.h"
#include "made-case.h"
#include "page-fixture.h"

static AmpComparisonPage *
show_comparison (PageFixture *fixture)
{
  page_fixture_show (fixture, amp_comparison_page_new ());
  return AMP_COMPARISON_PAGE (fixture->page);
}

static void
assert_groups (PageFixture *fixture, const char *first, const char *second)
{
  const char *const expected[] = { first, second };

  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *text = amp_selection_to_string (amp_filter_get_selection (amp_comparison_page_get_group (AMP_COMPARISON_PAGE (fixture->page), side)));

      g_assert_cmpstr (text, ==, expected[side]);
    }
}

static const char *
describe_row (PageFixture *fixture, guint view, guint row)
{
  AmpMirrorView *found = AMP_MIRROR_VIEW (find_nth (fixture->page, AMP_TYPE_MIRROR_VIEW, view));

  return amp_mirror_get_row (amp_mirror_view_get_mirror (found), row)->description;
}

static void
test_begins_with_a_choice (PageFixture *fixture, gconstpointer data)
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
test_swaps (PageFixture *fixture, gconstpointer data)
{
  show_comparison (fixture);
  click (find_labelled (fixture->page, "The Two Most Affected _Communes"));
  assert_groups (fixture, "commune=35238", "commune=29019");
  click (find_labelled (fixture->page, "S_wap"));
  assert_groups (fixture, "commune=29019", "commune=35238");
}

static GtkWidget *
find_bar (PageFixture *fixture, guint view, guint index)
{
  return find_nth (find_nth (fixture->page, AMP_TYPE_MIRROR_VIEW, view), GTK_TYPE_BUTTON, index);
}

/* Each bar is its group and its value: whoever presses it sees these people on the
 * other pages. */
static void
test_bars_filter (PageFixture *fixture, gconstpointer data)
{
  show_comparison (fixture);
  click (find_labelled (fixture->page, "_Minors and Adults"));
  click (find_bar (fixture, 0, 0));
  page_fixture_assert_filter (fixture, "category&=identity&age=0-14&age=15-17");
  amp_filter_undo (fixture->filter);
  page_fixture_assert_filter (fixture, "");
  /* Of ages, a person has one. */
  click (find_bar (fixture, 2, 0));
  page_fixture_assert_filter (fixture, "age=0-14");
  assert_groups (fixture, "age=0-14&age=15-17", "age=18-24&age=25-34&age=35-44&age=45-54&age=55-64&age=65-74&age=75+");
}

static void
test_arrows_walk_the_bars (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  show_comparison (fixture);
  click (find_labelled (fixture->page, "_Minors and Adults"));
  view = find_nth (fixture->page, AMP_TYPE_MIRROR_VIEW, 0);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_RIGHT));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_DOWN));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_bar (fixture, 0, 3));
  gtk_test_accessible_assert_property (find_bar (fixture, 0, 3), GTK_ACCESSIBLE_PROPERTY_LABEL, "B – Official identifiers: A 100.0\u00a0% (1500), B 0.0\u00a0% (0), -100.0 points");
  g_assert_false (gtk_widget_child_focus (view, GTK_DIR_RIGHT));
  g_assert_false (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
}

static GtkWidget *
open_saved (PageFixture *fixture)
{
  click (find_tooltip (fixture->page, "Saved Comparisons"));
  return find_nth (fixture->page, AMP_TYPE_SAVED_COMPARISONS, 0);
}

static void
close_saved (PageFixture *fixture)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (find_tooltip (fixture->page, "Saved Comparisons")));
  spin (300);
}

/* Saved under a name, left, taken up again, deleted, and brought back. */
static void
test_is_saved (PageFixture *fixture, gconstpointer data)
{
  AmpSelection *groups[2];
  GtkWidget    *saved;
  g_auto (GStrv) gone = NULL;

  show_comparison (fixture);
  click (find_labelled (fixture->page, "The Two Most Affected _Communes"));
  saved = open_saved (fixture);
  g_assert_true (says (saved, "No comparison is saved"));
  g_assert_false (gtk_widget_is_sensitive (find_labelled (saved, "_Save")));
  gtk_editable_set_text (GTK_EDITABLE (find_nth (saved, GTK_TYPE_ENTRY, 0)), " Two <towns> ");
  click (find_labelled (saved, "_Save"));
  g_assert_nonnull (find_row (saved, "Two <towns>"));
  g_assert_true (amp_named_comparisons_load (fixture->opened, "Two <towns>", groups, NULL));
  amp_selection_free (groups[0]);
  amp_selection_free (groups[1]);

  amp_filter_clear (amp_comparison_page_get_group (AMP_COMPARISON_PAGE (fixture->page), 0));
  click (find_row (saved, "Two <towns>"));
  assert_groups (fixture, "commune=35238", "commune=29019");

  saved = open_saved (fixture);
  click (find_tooltip (saved, "Delete “Two <towns>”"));
  gone = amp_named_comparisons_list (fixture->opened, NULL);
  g_assert_cmpuint (g_strv_length (gone), ==, 0);
  close_saved (fixture);
  click (find_labelled (fixture->window, "Undo"));
  g_assert_true (amp_named_comparisons_remove (fixture->opened, "Two <towns>", NULL));
  g_assert_false (amp_named_comparisons_remove (fixture->opened, "Two <towns>", NULL));
}

/* What another program wrote is named as such and harms nothing. */
static void
test_broken_comparisons_are_told (PageFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "7", "{\"a\": {\"where\": []}}", "{\"a\": {\"where\": []}, \"b\": {\"where\": [\"commune=99999\"]}}", "{\"a\": 1, \"b\": 2}", "not json" };
  GtkWidget               *saved;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *name = g_strdup_printf ("comparison/Broken %u", i);
      g_autoptr (GError) error = NULL;
      AmpSelection *groups[2];

      g_assert_true (amp_case_set_annotation (fixture->opened, name, texts[i], NULL));
      g_assert_false (amp_named_comparisons_load (fixture->opened, name + strlen ("comparison/"), groups, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  show_comparison (fixture);
  saved = open_saved (fixture);
  click (find_row (saved, "Broken 2"));
  assert_groups (fixture, "", "");
  g_assert_true (says (saved, "cannot be understood"));
  close_saved (fixture);
}

static void
test_fits_a_narrow_window (PageFixture *fixture, gconstpointer data)
{
  show_comparison (fixture);
  for (int scale = 1; scale <= 2; scale++)
    {
      int minimum;

      set_text_scale (scale);
      gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("scale %d: %d", scale, minimum);
      g_assert_cmpint (minimum, <=, 360);
    }
  set_text_scale (1);
}

/* The pages' filter and the saved ones are at hand, and only copied. */
static void
test_takes_filters (PageFixture *fixture, gconstpointer data)
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
tells_of_other_case (gpointer page)
{
  return says (page, "nobody can be matched");
}

static void
test_another_case (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.ampleur", NULL);

  made_case_write (path, FALSE);
  show_comparison (fixture);
  amp_comparison_page_open_other (AMP_COMPARISON_PAGE (fixture->page), path);
  g_assert_true (wait_until (tells_of_other_case, fixture->page));
  g_assert_true (says (fixture->page, "“other.ampleur”"));
  g_assert_false (gtk_widget_is_sensitive (find_labelled (fixture->page, "S_wap")));
  g_assert_cmpstr (describe_row (fixture, 0, 0), ==, "Identity: A 100.0\u00a0% (12000), B 100.0\u00a0% (12000), no difference");
  /* Nobody of the other case can be looked at in this one. */
  g_assert_true (gtk_widget_is_sensitive (find_bar (fixture, 0, 0)));
  g_assert_false (gtk_widget_is_sensitive (find_bar (fixture, 0, 1)));
  click (find_labelled (fixture->page, "_Leave It"));
  g_assert_true (says (fixture->page, "Compare Two Groups"));
  g_unlink (path);
}

/* What is no case is told, and the page stays as it was. */
static gboolean
tells_of_failure (gpointer window)
{
  return says (window, "nowhere.ampleur");
}

static void
test_another_case_fails (PageFixture *fixture, gconstpointer data)
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
import_two (PageFixture *fixture, const char *case_path)
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
tells_overlap (gpointer page)
{
  return says (page, "Of 2 of them the second exposes more categories");
}

static void
activate_row (PageFixture *fixture, const char *title)
{
  adw_action_row_activate (ADW_ACTION_ROW (find_row (fixture->page, title)));
  settle ();
}

static void
test_two_sources (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "two.ampleur", NULL);
  g_autoptr (AmpCase) opened = NULL;

  import_two (fixture, path);
  opened = amp_case_open (path, NULL, NULL);
  show_comparison (fixture);
  g_object_set (fixture->page, "case", opened, NULL);
  g_assert_true (wait_until (tells_overlap, fixture->page));
  activate_row (fixture, "Persons in Both");
  page_fixture_assert_filter (fixture, "source&=1&source&=2");
  activate_row (fixture, "New Persons, Only in the Second");
  page_fixture_assert_filter (fixture, "source&=2&source!=1");
  activate_row (fixture, "Persons Only in the First");
  page_fixture_assert_filter (fixture, "source&=1&source!=2");
  click (find_labelled (fixture->page, "The First Two _Sources"));
  assert_groups (fixture, "source=1", "source=2");
  g_assert_true (wait_until (tells_overlap, fixture->page));
  g_object_set (fixture->page, "case", fixture->opened, NULL);
  settle ();
  g_assert_finalize_object (g_steal_pointer (&opened));
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  page_fixture_init (&argc, &argv);
  PAGE_TEST ("/app/comparison-page/begins-with-a-choice", test_begins_with_a_choice);
  PAGE_TEST ("/app/comparison-page/swaps", test_swaps);
  PAGE_TEST ("/app/comparison-page/fits-a-narrow-window", test_fits_a_narrow_window);
  PAGE_TEST ("/app/comparison-page/is-saved", test_is_saved);
  PAGE_TEST ("/app/comparison-page/broken-ones-are-told", test_broken_comparisons_are_told);
  PAGE_TEST ("/app/comparison-page/bars-filter", test_bars_filter);
  PAGE_TEST ("/app/comparison-page/arrows-walk-the-bars", test_arrows_walk_the_bars);
  PAGE_TEST ("/app/comparison-page/takes-filters", test_takes_filters);
  PAGE_TEST ("/app/comparison-page/takes-another-case", test_another_case);
  PAGE_TEST ("/app/comparison-page/tells-why-another-case-fails", test_another_case_fails);
  PAGE_TEST ("/app/overlap-card/tells-who-is-new", test_two_sources);
  return g_test_run ();
}
