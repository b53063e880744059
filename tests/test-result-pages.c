/* The pages of an opened case, in a window of their own: bars, chips, tables and
 * map, by pointer and by keyboard, and that nothing outlives them. */
#include <adwaita.h>

#include "amp-breakdown-card.h"
#include "amp-chart-view.h"
#include "amp-combination-card.h"
#include "amp-combination-upset.h"
#include "amp-filter-bar.h"
#include "amp-filter-chip.h"
#include "amp-figure-tile.h"
#include "amp-map-page.h"
#include "amp-map-view.h"
#include "amp-overview-page.h"
#include "amp-place-search.h"
#include "amp-table-view.h"
#include "made-case.h"
#include "page-fixture.h"

static GtkWidget *
find_card (GtkWidget *page, const char *key)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (page, AMP_TYPE_BREAKDOWN_CARD, found);
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *code = NULL;

      g_object_get (g_ptr_array_index (found, i), "key", &code, NULL);
      if (g_str_equal (code, key))
        return g_ptr_array_index (found, i);
    }
  g_assert_not_reached ();
}

static void
assert_first_tile (GtkWidget *page, const char *expected)
{
  g_autofree char *figure = NULL;

  g_object_get (find_nth (page, AMP_TYPE_FIGURE_TILE, 0), "figure", &figure, NULL);
  g_assert_cmpstr (figure, ==, expected);
}

static void
count_change (AmpFilter *filter, guint *changes)
{
  (*changes)++;
}

/* Presses a bar, which changes the filter once. */
static void
press (PageFixture *fixture, GtkWidget *button)
{
  guint  changes = 0;
  gulong id = g_signal_connect (fixture->filter, "changed", G_CALLBACK (count_change), &changes);

  click (button);
  g_assert_cmpuint (changes, ==, 1);
  g_signal_handler_disconnect (fixture->filter, id);
}

static void
test_overview_counts (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, amp_overview_page_new ());
  assert_first_tile (fixture->page, "12000");
  g_assert_nonnull (find_tooltip_prefix (find_card (fixture->page, "place"), "Ille-et-Vilaine: 6000 persons"));
  g_assert_nonnull (find_tooltip_prefix (find_card (fixture->page, "sensitivity"), "Sensitive: 6000 persons"));
}

static void
test_bar_click_filters (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *bar;

  page_fixture_show (fixture, amp_overview_page_new ());
  bar = find_tooltip_prefix (fixture->page, "Finistère");
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_widget_get_tooltip_text (bar));
  press (fixture, bar);
  g_assert_true (amp_filter_contains (fixture->filter, AMP_KEY_DEPARTEMENT, "29"));
  assert_first_tile (fixture->page, "4000");
  g_assert_null (find_tooltip_prefix (find_card (fixture->page, "sensitivity"), "Sensitive"));
  /* The chart that was clicked goes on showing the others, to add them. */
  g_assert_nonnull (find_tooltip_prefix (fixture->page, "Ille-et-Vilaine: 6000"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_tooltip_prefix (fixture->page, "Finistère"))));
  press (fixture, find_tooltip_prefix (fixture->page, "Finistère"));
  g_assert_true (amp_selection_is_empty (amp_filter_get_selection (fixture->filter)));
  assert_first_tile (fixture->page, "12000");
}

static void
test_bar_keyboard_filters (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *chart;

  page_fixture_show (fixture, amp_overview_page_new ());
  chart = find_nth (find_card (fixture->page, "place"), AMP_TYPE_CHART_VIEW, 0);
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_DOWN));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_tooltip_prefix (chart, "Finistère"));
  press (fixture, gtk_root_get_focus (GTK_ROOT (fixture->window)));
  g_assert_true (amp_filter_contains (fixture->filter, AMP_KEY_DEPARTEMENT, "29"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_tooltip_prefix (chart, "Finistère"));
  g_assert_false (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
}

static gboolean
has_combinations (gpointer page)
{
  return find_nth (page, AMP_TYPE_COMBINATION_CARD, 0) != NULL;
}

/* Every card is reached, and the chart in it is one stop. */
static void
test_tab_walks_the_cards (PageFixture *fixture, gconstpointer data)
{
  guint n_bars = 0;

  page_fixture_show (fixture, amp_overview_page_new ());
  g_assert_true (wait_until (has_combinations, fixture->page));
  for (guint i = 0; i < 12; i++)
    {
      GtkWidget *focused;

      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
      focused = gtk_root_get_focus (GTK_ROOT (fixture->window));
      g_assert_nonnull (focused);
      n_bars += gtk_widget_has_css_class (focused, "chart-bar");
    }
  g_assert_cmpuint (n_bars, ==, 6);
}

static void
test_level_switch_changes_rows (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *card;

  page_fixture_show (fixture, amp_overview_page_new ());
  card = find_card (fixture->page, "place");
  g_object_set (card, "level", 3, NULL);
  g_assert_nonnull (find_tooltip_prefix (card, "Vannes: 1500 persons"));
  g_object_set (card, "level", 0, NULL);
  g_assert_null (find_tooltip_prefix (card, "Vannes"));
  g_assert_nonnull (find_tooltip_prefix (card, "Bretagne: 11500 persons"));
}

static gboolean
has_rows (gpointer view)
{
  GtkColumnView *columns = GTK_COLUMN_VIEW (find_nth (view, GTK_TYPE_COLUMN_VIEW, 0));

  return columns && g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (columns))) > 0;
}

static gboolean
has_table (gpointer card)
{
  return find_nth (card, AMP_TYPE_TABLE_VIEW, 0) != NULL;
}

static void
test_combination_filters (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *bar;

  page_fixture_show (fixture, amp_combination_card_new ());
  bar = find_tooltip_prefix (fixture->page, "Identity + Health: 6000 persons (50.0");
  g_assert_nonnull (bar);
  press (fixture, bar);
  g_assert_true (amp_filter_contains (fixture->filter, AMP_KEY_COMBINATION, "identity+health"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_tooltip_prefix (fixture->page, "Identity + Health"))));
  g_assert_nonnull (find_tooltip_prefix (fixture->page, "Identity + Contact details"));
}

/* The gravest category is the first column, and rows come as asked for. */
static void
test_combinations_are_ordered (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpTable) table = amp_case_tabulate (fixture->opened, AMP_KEY_COMBINATION, NULL, NULL, &error);
  g_autoptr (AmpUpset) first = NULL;
  g_autoptr (AmpUpset) all = NULL;

  g_assert_no_error (error);
  page_fixture_show (fixture, amp_combination_card_new ());
  first = amp_combination_upset_new (table, NULL, AMP_COMBINATION_BY_PERSONS, 2);
  g_assert_cmpuint (amp_series_get_n_rows (amp_upset_get_series (first)), ==, 2);
  g_assert_cmpstr (amp_series_get_row (amp_upset_get_series (first), 0)->id, ==, "identity+health");
  g_assert_cmpuint (amp_upset_get_n_sets (first), ==, 3);
  g_assert_cmpstr (amp_upset_get_set_label (first, 0), ==, "Health");
  g_assert_true (amp_upset_has_member (first, 0, 0));
  g_assert_false (amp_upset_has_member (first, 1, 0));
  all = amp_combination_upset_new (table, NULL, AMP_COMBINATION_BY_CATEGORIES, G_MAXUINT);
  g_assert_cmpuint (amp_series_get_n_rows (amp_upset_get_series (all)), ==, 4);
  g_assert_cmpstr (amp_series_get_row (amp_upset_get_series (all), 3)->id, ==, "identity");
  g_clear_pointer (&all, amp_upset_unref);
  all = amp_combination_upset_new (table, NULL, AMP_COMBINATION_BY_SENSITIVITY, G_MAXUINT);
  g_assert_cmpstr (amp_series_get_row (amp_upset_get_series (all), 0)->id, ==, "identity+health");
  g_assert_cmpstr (amp_series_get_row (amp_upset_get_series (all), 1)->id, ==, "identity+official_id");
  g_assert_cmpstr (amp_series_get_row (amp_upset_get_series (all), 2)->id, ==, "identity+contact");
}

static void
test_table_row_filters (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *card, *view;

  page_fixture_show (fixture, amp_overview_page_new ());
  card = find_card (fixture->page, "sex");
  g_object_set (card, "show-table", TRUE, NULL);
  g_assert_true (wait_until (has_table, card));
  view = find_nth (card, AMP_TYPE_TABLE_VIEW, 0);
  g_assert_true (has_rows (view));
  g_signal_emit_by_name (find_nth (view, GTK_TYPE_COLUMN_VIEW, 0), "activate", 0);
  g_assert_true (amp_filter_contains (fixture->filter, AMP_KEY_SEX, "F"));
  assert_first_tile (fixture->page, "7500");
}

static void
test_nobody_is_told (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, amp_overview_page_new ());
  amp_filter_toggle (fixture->filter, AMP_KEY_SEX, "M");
  amp_filter_toggle (fixture->filter, AMP_KEY_CATEGORY, "health");
  g_assert_true (wait_until (is_laid_out, gtk_widget_get_parent (find_nth (fixture->page, ADW_TYPE_STATUS_PAGE, 0))));
  press (fixture, find_nth (find_nth (fixture->page, ADW_TYPE_STATUS_PAGE, 0), GTK_TYPE_BUTTON, 0));
  g_assert_true (amp_selection_is_empty (amp_filter_get_selection (fixture->filter)));
}

static void
set_up_empty (PageFixture *fixture, gconstpointer data)
{
  page_fixture_open (fixture, made_case_write_empty);
}

static gboolean
says_no_records (gpointer page)
{
  GtkWidget *title = find_label (page, "No Records");

  return title != NULL && gtk_widget_get_mapped (title);
}

/* No filter brings back what was never there: none is offered to be cleared. */
static void
test_empty_case_is_told (PageFixture *fixture, gconstpointer new_page)
{
  page_fixture_show (fixture, ((GtkWidget * (*) (void) ) new_page) ());
  g_assert_true (wait_until (says_no_records, fixture->page));
}

static gboolean
has_chips (gpointer bar)
{
  return count (bar, AMP_TYPE_FILTER_CHIP) > 0;
}

static void
test_chips_remove (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *chip;

  amp_filter_toggle (fixture->filter, AMP_KEY_COMMUNE, "35238");
  amp_filter_toggle (fixture->filter, AMP_KEY_SEX, "F");
  page_fixture_show (fixture, amp_filter_bar_new ());
  g_assert_true (wait_until (has_chips, fixture->page));
  g_assert_cmpuint (count (fixture->page, AMP_TYPE_FILTER_CHIP), ==, 2);
  chip = find_nth (find_nth (fixture->page, AMP_TYPE_FILTER_CHIP, 0), GTK_TYPE_BUTTON, 0);
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (chip), "Rennes"));
  press (fixture, chip);
  g_assert_false (amp_filter_contains (fixture->filter, AMP_KEY_COMMUNE, "35238"));
  g_assert_true (amp_filter_contains (fixture->filter, AMP_KEY_SEX, "F"));
  g_assert_cmpuint (count (fixture->page, AMP_TYPE_FILTER_CHIP), ==, 1);
}

static AmpMapView *
show_map (PageFixture *fixture, guint level)
{
  GtkWidget *page = amp_map_page_new ();

  g_object_set (page, "level", level, NULL);
  page_fixture_show (fixture, page);
  return AMP_MAP_VIEW (find_nth (page, AMP_TYPE_MAP_VIEW, 0));
}

static void
assert_found (AmpMapView *view, const char *code, const char *expected)
{
  double x = 0;
  double y = 0;

  g_assert_true (amp_map_view_locate (view, code, &x, &y));
  g_assert_cmpstr (amp_map_view_find (view, x, y), ==, expected);
}

static void
test_map_finds_areas (PageFixture *fixture, gconstpointer data)
{
  AmpMapView *view = show_map (fixture, 1);

  assert_found (view, "35", "35");
  assert_found (view, "29", "29");
  g_object_set (fixture->page, "level", 0, NULL);
  assert_found (view, "53", "53");
}

static void
test_map_finds_circles (PageFixture *fixture, gconstpointer data)
{
  AmpMapView *view = show_map (fixture, 3);
  double      x = 0;
  double      y = 0;

  assert_found (view, "35238", "35238");
  assert_found (view, "56260", "56260");
  /* West of Brest there is the sea. */
  g_assert_true (amp_map_view_locate (view, "29019", &x, &y));
  g_assert_null (amp_map_view_find (view, x - 60, y));
}

static void
test_map_click_filters (PageFixture *fixture, gconstpointer data)
{
  AmpMapView *view = show_map (fixture, 3);

  g_signal_emit_by_name (view, "area-activated", "29019");
  g_assert_true (amp_filter_contains (fixture->filter, AMP_KEY_COMMUNE, "29019"));
  /* The others stay, dimmed: another can be added. */
  assert_found (view, "35238", "35238");
}

static void
test_map_shows_the_affected_area (PageFixture *fixture, gconstpointer data)
{
  AmpMapView *view = show_map (fixture, 3);
  double      x = 0;
  double      y = 0;

  amp_map_view_show_affected (view);
  g_assert_true (amp_map_view_locate (view, "35238", &x, &y));
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (x, <, gtk_widget_get_width (GTK_WIDGET (view)));
  g_assert_cmpfloat (y, >, 0);
  g_assert_cmpfloat (y, <, gtk_widget_get_height (GTK_WIDGET (view)));
  /* Paris holds a few of the persons only, and is far away. */
  g_assert_true (amp_map_view_locate (view, "75056", &x, &y));
  g_assert_cmpfloat (x, >, gtk_widget_get_width (GTK_WIDGET (view)));
}

static void
test_map_search_goes_there (PageFixture *fixture, gconstpointer data)
{
  AmpMapView     *view = show_map (fixture, 3);
  AmpPlaceSearch *search = AMP_PLACE_SEARCH (find_nth (fixture->page, AMP_TYPE_PLACE_SEARCH, 0));
  double          x = 0;
  double          y = 0;

  amp_place_search_set_text (search, "vannes");
  g_assert_cmpuint (amp_place_search_get_n_results (search), >, 0);
  amp_place_search_choose (search, 0);
  g_assert_cmpuint (amp_place_search_get_n_results (search), ==, 0);
  g_assert_true (amp_map_view_locate (view, "56260", &x, &y));
  g_assert_cmpfloat_with_epsilon (x, gtk_widget_get_width (GTK_WIDGET (view)) / 2.0, 60);
  g_assert_cmpfloat_with_epsilon (y, gtk_widget_get_height (GTK_WIDGET (view)) / 2.0, 60);
  amp_place_search_set_text (search, "no such place at all");
  g_assert_cmpuint (amp_place_search_get_n_results (search), ==, 0);
}

int
main (int argc, char **argv)
{
  page_fixture_init (&argc, &argv);

  PAGE_TEST ("/app/overview-page/counts", test_overview_counts);
  PAGE_TEST ("/app/overview-page/a-click-on-a-bar-filters", test_bar_click_filters);
  PAGE_TEST ("/app/overview-page/the-keyboard-filters", test_bar_keyboard_filters);
  PAGE_TEST ("/app/overview-page/tab-walks-the-cards", test_tab_walks_the_cards);
  PAGE_TEST ("/app/overview-page/nobody-is-told", test_nobody_is_told);
  g_test_add ("/app/overview-page/an-empty-case-is-told", PageFixture, amp_overview_page_new, set_up_empty, test_empty_case_is_told, page_fixture_tear_down);
  g_test_add ("/app/map-page/an-empty-case-is-told", PageFixture, amp_map_page_new, set_up_empty, test_empty_case_is_told, page_fixture_tear_down);
  PAGE_TEST ("/app/breakdown-card/the-level-changes-the-rows", test_level_switch_changes_rows);
  PAGE_TEST ("/app/breakdown-card/a-row-of-the-table-filters", test_table_row_filters);
  PAGE_TEST ("/app/combination-card/a-bar-filters", test_combination_filters);
  PAGE_TEST ("/app/combination-card/rows-are-ordered", test_combinations_are_ordered);
  PAGE_TEST ("/app/filter-bar/chips-remove-their-term", test_chips_remove);
  PAGE_TEST ("/app/map-page/finds-areas-by-outline", test_map_finds_areas);
  PAGE_TEST ("/app/map-page/finds-circles", test_map_finds_circles);
  PAGE_TEST ("/app/map-page/a-click-filters", test_map_click_filters);
  PAGE_TEST ("/app/map-page/shows-the-affected-area", test_map_shows_the_affected_area);
  PAGE_TEST ("/app/map-page/search-goes-there", test_map_search_goes_there);
  return g_test_run ();
}
