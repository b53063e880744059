/* Filters as an analyst sets, undoes and saves them, and the heat map, in a window
 * of their own, and that nothing outlives it. */
#include <adwaita.h>

#include "amp-filter-bar.h"
#include "amp-filter-chip.h"
#include "amp-filter-section.h"
#include "amp-filter-value-row.h"
#include "amp-heat-card.h"
#include "amp-heat-view.h"
#include "amp-named-filters.h"
#include "amp-place-search.h"
#include "amp-saved-filters.h"
#include "page-fixture.h"

static AmpFilterSection *
unfold (PageFixture *fixture, const char *key)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (fixture->page, AMP_TYPE_FILTER_SECTION, found);
  for (guint i = 0; i < found->len; i++)
    {
      AmpFilterSection *section = g_ptr_array_index (found, i);
      g_autofree char  *code = NULL;

      g_object_get (section, "key", &code, NULL);
      if (!g_str_equal (code, key))
        continue;
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (section), TRUE);
      settle ();
      return section;
    }
  g_assert_not_reached ();
}

static GtkWidget *
find_check (GtkWidget *widget, const char *title)
{
  return find_nth (find_row (widget, title), GTK_TYPE_CHECK_BUTTON, 0);
}

static void
test_panel_sets_every_mode (PageFixture *fixture, gconstpointer data)
{
  AmpFilterSection *section;

  page_fixture_show (fixture, amp_filter_bar_new ());
  click (find_tooltip (fixture->page, "Choose Filters"));
  section = unfold (fixture, "category");
  click (find_check (GTK_WIDGET (section), "Health"));
  click (find_check (GTK_WIDGET (section), "Identity"));
  page_fixture_assert_filter (fixture, "category=health&category=identity");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (section)), ==, "Health or Identity");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (GTK_WIDGET (section), "Match")), 1);
  page_fixture_assert_filter (fixture, "category&=health&category&=identity");
  click (find_tooltip (GTK_WIDGET (section), "Without Contact details"));
  page_fixture_assert_filter (fixture, "category&=health&category&=identity&category!=contact");
  /* One and the other cannot both be. */
  click (find_tooltip (GTK_WIDGET (section), "Without Health"));
  page_fixture_assert_filter (fixture, "category&=identity&category!=contact&category!=health");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_check (GTK_WIDGET (section), "Health"))));
  click (find_check (GTK_WIDGET (section), "Identity"));
  click (find_tooltip (GTK_WIDGET (section), "Without Health"));
  page_fixture_assert_filter (fixture, "category!=contact");
}

/* What is chosen elsewhere is seen in the panel, and the counts follow. */
static void
test_panel_follows (PageFixture *fixture, gconstpointer data)
{
  AmpFilterSection *section;
  GtkWidget        *row;

  page_fixture_show (fixture, amp_filter_bar_new ());
  click (find_tooltip (fixture->page, "Choose Filters"));
  section = unfold (fixture, "sex");
  amp_filter_toggle (fixture->filter, AMP_KEY_SEX, "F");
  amp_filter_toggle (fixture->filter, AMP_KEY_COMMUNE, "56260");
  settle ();
  row = find_row (GTK_WIDGET (section), "Female");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_nth (row, GTK_TYPE_CHECK_BUTTON, 0))));
  g_assert_cmpint (amp_filter_value_row_get_key (AMP_FILTER_VALUE_ROW (row)), ==, AMP_KEY_SEX);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (section)), ==, "Female");
  /* One source alone is nothing to choose. */
  g_assert_null (find_row (fixture->page, "Source"));
}

static void
test_panel_finds_places (PageFixture *fixture, gconstpointer data)
{
  AmpFilterSection *section;
  AmpPlaceSearch   *search;

  page_fixture_show (fixture, amp_filter_bar_new ());
  click (find_tooltip (fixture->page, "Choose Filters"));
  section = unfold (fixture, "place");
  search = AMP_PLACE_SEARCH (find_nth (GTK_WIDGET (section), AMP_TYPE_PLACE_SEARCH, 0));
  amp_place_search_set_text (search, "Ille-et-Vilaine");
  amp_place_search_choose (search, 0);
  settle ();
  page_fixture_assert_filter (fixture, "departement=35");
  click (find_tooltip (GTK_WIDGET (section), "Except Ille-et-Vilaine"));
  page_fixture_assert_filter (fixture, "departement!=35");
  g_assert_cmpuint (count (fixture->page, AMP_TYPE_FILTER_CHIP), ==, 1);
  g_assert_nonnull (find_tooltip (fixture->page, "Remove filter Département: except Ille-et-Vilaine"));
  /* The place stays at hand after it is let go. */
  click (find_tooltip (GTK_WIDGET (section), "Except Ille-et-Vilaine"));
  page_fixture_assert_filter (fixture, "");
  g_assert_nonnull (find_row (GTK_WIDGET (section), "Ille-et-Vilaine"));
}

static void
press_keys (PageFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
  settle ();
}

static void
test_undo (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *undo;
  GtkWidget *redo;

  page_fixture_show (fixture, amp_filter_bar_new ());
  undo = find_tooltip (fixture->page, "Undo Filter Change");
  redo = find_tooltip (fixture->page, "Redo Filter Change");
  g_assert_false (gtk_widget_is_sensitive (undo));
  g_assert_false (gtk_widget_is_sensitive (redo));
  amp_filter_toggle (fixture->filter, AMP_KEY_SEX, "F");
  settle ();
  g_assert_true (gtk_widget_is_sensitive (undo));
  click (undo);
  page_fixture_assert_filter (fixture, "");
  g_assert_false (gtk_widget_is_sensitive (undo));
  click (redo);
  page_fixture_assert_filter (fixture, "sex=F");
  press_keys (fixture, "filter.undo");
  page_fixture_assert_filter (fixture, "");
  press_keys (fixture, "filter.redo");
  page_fixture_assert_filter (fixture, "sex=F");
}

static void
test_clearing_can_be_undone (PageFixture *fixture, gconstpointer data)
{
  amp_filter_toggle (fixture->filter, AMP_KEY_SEX, "F");
  amp_filter_toggle (fixture->filter, AMP_KEY_COMMUNE, "35238");
  page_fixture_show (fixture, amp_filter_bar_new ());
  click (find_labelled (fixture->page, "_Clear All"));
  page_fixture_assert_filter (fixture, "");
  g_assert_null (find_labelled (fixture->page, "_Clear All"));
  click (find_labelled (fixture->window, "Undo"));
  page_fixture_assert_filter (fixture, "commune=35238&sex=F");
}

static void
save_as (PageFixture *fixture, const char *name)
{
  click (find_labelled (fixture->page, "_Save the Present Filter…"));
  gtk_editable_set_text (GTK_EDITABLE (find_nth (fixture->page, GTK_TYPE_ENTRY, 0)), name);
  click (find_labelled (fixture->page, "_Save"));
}

static void
test_filters_are_saved (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSelection) saved = NULL;
  g_autofree char *text = NULL;

  page_fixture_show (fixture, amp_saved_filters_new ());
  g_assert_false (gtk_widget_is_sensitive (find_labelled (fixture->page, "_Save the Present Filter…")));
  amp_filter_set_term (fixture->filter, AMP_KEY_CATEGORY, AMP_TERM_NONE, "health");
  settle ();
  save_as (fixture, " Not medical ");
  saved = amp_named_filters_load (fixture->opened, "Not medical", NULL);
  text = amp_selection_to_string (saved);
  g_assert_cmpstr (text, ==, "category!=health");
  amp_filter_clear (fixture->filter);
  settle ();
  click (find_row (fixture->page, "Not medical"));
  page_fixture_assert_filter (fixture, "category!=health");
}

static void
test_saved_filters_are_renamed (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSelection) selection = amp_selection_new_from_string ("sex=F", NULL);
  g_auto (GStrv) names = NULL;
  GtkWidget *entry;

  g_assert_true (amp_named_filters_save (fixture->opened, "Women", selection, NULL));
  g_assert_true (amp_named_filters_save (fixture->opened, "Others", selection, NULL));
  page_fixture_show (fixture, amp_saved_filters_new ());
  click (find_tooltip (fixture->page, "Rename “Women”"));
  entry = find_nth (fixture->page, GTK_TYPE_ENTRY, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Women");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Others");
  g_assert_false (gtk_widget_is_sensitive (find_labelled (fixture->page, "_Rename")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Female");
  click (find_labelled (fixture->page, "_Rename"));
  names = amp_named_filters_list (fixture->opened, NULL);
  g_assert_cmpstr (names[0], ==, "Female");
  g_assert_cmpstr (names[1], ==, "Others");
  g_assert_cmpuint (g_strv_length (names), ==, 2);
}

static void
test_deleting_can_be_undone (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSelection) selection = amp_selection_new_from_string ("sex=F", NULL);
  g_auto (GStrv) gone = NULL;
  g_auto (GStrv) back = NULL;

  g_assert_true (amp_named_filters_save (fixture->opened, "Women & <b>men", selection, NULL));
  page_fixture_show (fixture, amp_saved_filters_new ());
  click (find_tooltip (fixture->page, "Delete “Women & <b>men”"));
  gone = amp_named_filters_list (fixture->opened, NULL);
  g_assert_cmpuint (g_strv_length (gone), ==, 0);
  click (find_labelled (fixture->window, "Undo"));
  back = amp_named_filters_list (fixture->opened, NULL);
  g_assert_cmpstr (back[0], ==, "Women & <b>men");
  g_assert_nonnull (find_row (fixture->page, "Women & <b>men"));
}

/* What another program wrote is named as such and harms nothing. */
static void
test_broken_filters_are_told (PageFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "7", "{\"where\": [\"planet=3\"]}", "{\"where\": [\"commune=99999\"]}", "{\"where\": 3}", "not json" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *name = g_strdup_printf ("filter/Broken %u", i);
      g_autoptr (GError) error = NULL;

      g_assert_true (amp_case_set_annotation (fixture->opened, name, texts[i], NULL));
      g_assert_null (amp_named_filters_load (fixture->opened, name + 7, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  page_fixture_show (fixture, amp_saved_filters_new ());
  click (find_row (fixture->page, "Broken 1"));
  page_fixture_assert_filter (fixture, "");
}

static void
press_key (PageFixture *fixture, GtkWidget *view, GtkDirectionType direction)
{
  g_assert_true (gtk_widget_child_focus (view, direction));
  settle ();
}

static void
test_heat_cells_filter (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *cell;

  page_fixture_show (fixture, amp_heat_card_new ());
  cell = find_tooltip (fixture->page, "Ille-et-Vilaine, Health: 6000 persons (100.0\u00a0%)");
  click (cell);
  page_fixture_assert_filter (fixture, "departement=35&category=health");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (cell)));
  /* Another cell takes the place of the first; what else is filtered stays. */
  amp_filter_toggle (fixture->filter, AMP_KEY_SEX, "M");
  settle ();
  click (find_tooltip (fixture->page, "Finistère, Contact details: 4000 persons (100.0\u00a0%)"));
  page_fixture_assert_filter (fixture, "departement=29&category=contact&sex=M");
  click (find_tooltip (fixture->page, "Finistère, Contact details: 4000 persons (100.0\u00a0%)"));
  page_fixture_assert_filter (fixture, "sex=M");
  amp_filter_undo (fixture->filter);
  page_fixture_assert_filter (fixture, "departement=29&category=contact&sex=M");
}

/* Arrow keys walk the cells in two dimensions. */
static void
test_heat_keyboard (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *view;
  GtkRoot   *root;

  page_fixture_show (fixture, amp_heat_card_new ());
  view = find_nth (fixture->page, AMP_TYPE_HEAT_VIEW, 0);
  root = gtk_widget_get_root (view);
  press_key (fixture, view, GTK_DIR_TAB_FORWARD);
  /* The gravest category of the largest place. */
  g_assert_cmpstr (gtk_widget_get_tooltip_text (gtk_root_get_focus (root)), ==, "Ille-et-Vilaine, Health: 6000 persons (100.0\u00a0%)");
  press_key (fixture, view, GTK_DIR_DOWN);
  press_key (fixture, view, GTK_DIR_RIGHT);
  press_key (fixture, view, GTK_DIR_RIGHT);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (gtk_root_get_focus (root)), ==, "Finistère, Identity: 4000 persons (100.0\u00a0%)");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_root_get_focus (root)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Finistère, Identity: 4000 persons (100.0\u00a0%)");
  g_assert_false (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
}

int
main (int argc, char **argv)
{
  page_fixture_init (&argc, &argv);
  PAGE_TEST ("/app/filter-panel/sets-every-mode", test_panel_sets_every_mode);
  PAGE_TEST ("/app/filter-panel/follows-the-filter", test_panel_follows);
  PAGE_TEST ("/app/filter-panel/finds-places", test_panel_finds_places);
  PAGE_TEST ("/app/filter-bar/goes-back-and-forward", test_undo);
  PAGE_TEST ("/app/filter-bar/clearing-can-be-undone", test_clearing_can_be_undone);
  PAGE_TEST ("/app/heat-card/cells-filter", test_heat_cells_filter);
  PAGE_TEST ("/app/heat-card/arrows-walk-the-cells", test_heat_keyboard);
  PAGE_TEST ("/app/saved-filters/saves-and-applies", test_filters_are_saved);
  PAGE_TEST ("/app/saved-filters/renames", test_saved_filters_are_renamed);
  PAGE_TEST ("/app/saved-filters/deleting-can-be-undone", test_deleting_can_be_undone);
  PAGE_TEST ("/app/saved-filters/broken-ones-are-told", test_broken_filters_are_told);
  return g_test_run ();
}
