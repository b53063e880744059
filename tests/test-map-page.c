/* The map page: outlines that are imported, areas that are selected by a line, the
 * level that follows the zoom, classes and colours, the table beside the map. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "amp-map-insets.h"
#include "amp-map-lasso.h"
#include "amp-map-outlines.h"
#include "amp-map-page.h"
#include "amp-map-picture.h"
#include "amp-map-view.h"
#include "amp-map-walk.h"
#include "amp-outline-window.h"
#include "amp-table-columns.h"
#include "page-fixture.h"

/* Half of Brittany as Rennes: no circle is so large. */
#define WIDE_RENNES "{\"type\":\"FeatureCollection\",\"features\":["                                                                                                                                  \
                    "{\"type\":\"Feature\",\"properties\":{\"code\":\"35238\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[-3.4,47.4],[-1.2,47.4],[-1.2,48.8],[-3.4,48.8],[-3.4,47.4]]]}}," \
                    "{\"type\":\"Feature\",\"properties\":{\"code\":\"99999\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,1],[1,1],[1,2],[0,1]]]}}]}"

static AmpMapView *
get_view (PageFixture *fixture)
{
  return AMP_MAP_VIEW (find_nth (fixture->page, AMP_TYPE_MAP_VIEW, 0));
}

static void
show_map (PageFixture *fixture)
{
  page_fixture_show (fixture, g_object_new (AMP_TYPE_MAP_PAGE, "level", 3, NULL));
}

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_set_up (fixture, data);
  show_map (fixture);
}

static gboolean
is_settled (gpointer view)
{
  return amp_map_view_is_settled (view);
}

static void
test_settles (PageFixture *fixture, gconstpointer data)
{
  g_assert_true (wait_until (is_settled, get_view (fixture)));
  amp_map_view_pan (get_view (fixture), 900, 0);
  g_assert_true (wait_until (is_settled, get_view (fixture)));
  amp_map_view_zoom (get_view (fixture), 2);
  g_assert_true (wait_until (is_settled, get_view (fixture)));
}

typedef struct
{
  guint    n_merged;
  guint    n_unknown;
  gboolean is_done;
  char    *failure;
} Told;

static void
on_imported (AmpMapOutlines *outlines, const AmpOutlineReport *report, Told *told)
{
  GtkWindow *window = GTK_WINDOW (amp_outline_window_new (NULL, report));

  told->n_unknown = report->unknown->len;
  told->is_done = TRUE;
  gtk_window_present (window);
  gtk_window_destroy (window);
}

static void
on_failed (AmpMapOutlines *outlines, const char *message, Told *told)
{
  told->failure = g_strdup (message);
  told->is_done = TRUE;
}

static gboolean
is_told (gpointer told)
{
  return ((Told *) told)->is_done;
}

static void
import_text (AmpMapOutlines *outlines, PageFixture *fixture, const char *text, Told *told)
{
  g_autofree char *path = g_build_filename (fixture->folder, "areas.geojson", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  *told = (Told){ 0 };
  amp_map_outlines_import (outlines, file);
  g_assert_true (wait_until (is_told, told));
  g_unlink (path);
}

/* With an outline of Rennes it is there; as a circle it is not. */
static const char *
find_in_the_west (PageFixture *fixture)
{
  double x, y;

  g_assert_true (wait_until (is_settled, get_view (fixture)));
  amp_map_view_show_place (get_view (fixture), 48.1, -2.3, 7);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  amp_map_view_locate (get_view (fixture), "35238", &x, &y);
  return amp_map_view_find (get_view (fixture), x - 40, y - 20);
}

static gboolean
finds_rennes (gpointer data)
{
  return g_strcmp0 (find_in_the_west (data), "35238") == 0;
}

static gboolean
finds_nothing (gpointer data)
{
  return find_in_the_west (data) == NULL;
}

/* By a page that was open before, and that imported nothing itself. */
static void
test_imported_outlines_are_shown (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (AmpMapOutlines) outlines = amp_map_outlines_new ();
  g_autoptr (GError) error = NULL;
  Told told;

  g_assert_null (find_in_the_west (fixture));
  g_signal_connect (outlines, "imported", G_CALLBACK (on_imported), &told);
  g_signal_connect (outlines, "failed", G_CALLBACK (on_failed), &told);
  g_assert_true (amp_map_outlines_start (outlines, amp_case_get_gazetteer (fixture->opened), &error));
  import_text (outlines, fixture, WIDE_RENNES, &told);
  g_assert_null (told.failure);
  g_assert_cmpuint (told.n_unknown, ==, 1);
  g_assert_true (amp_map_outlines_has_imported (outlines));
  g_assert_true (amp_area_sheet_has (amp_area_atlas_get_sheet (amp_map_outlines_get_atlas (outlines), AMP_KEY_COMMUNE), "35238"));
  g_assert_true (wait_until (finds_rennes, fixture));

  import_text (outlines, fixture, "{\"type\":\"FeatureCollection\",\"features\":[", &told);
  g_assert_nonnull (strstr (told.failure, "areas.geojson: "));
  g_free (told.failure);
  amp_map_outlines_remove (outlines);
  while (amp_area_sheet_has (amp_area_atlas_get_sheet (amp_map_outlines_get_atlas (outlines), AMP_KEY_COMMUNE), "35238"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (amp_map_outlines_has_imported (outlines));
  g_assert_true (wait_until (finds_nothing, fixture));
}

static void
test_lasso_holds_what_is_inside (void)
{
  AmpMapLasso *lasso = AMP_MAP_LASSO (g_object_ref_sink (amp_map_lasso_new ()));

  g_assert_false (amp_map_lasso_contains (lasso, 0, 0));
  amp_map_lasso_begin (lasso, AMP_LASSO_RECTANGLE, 100, 100);
  amp_map_lasso_extend (lasso, 20, 200);
  amp_map_lasso_extend (lasso, 40, 160);
  g_assert_true (amp_map_lasso_contains (lasso, 50, 120));
  g_assert_false (amp_map_lasso_contains (lasso, 30, 120));
  g_assert_false (amp_map_lasso_contains (lasso, 50, 170));
  /* The letter C: its middle is outside. */
  amp_map_lasso_begin (lasso, AMP_LASSO_FREEHAND, 100, 0);
  amp_map_lasso_extend (lasso, 0, 0);
  amp_map_lasso_extend (lasso, 0, 100);
  amp_map_lasso_extend (lasso, 100, 100);
  amp_map_lasso_extend (lasso, 100, 80);
  amp_map_lasso_extend (lasso, 20, 80);
  amp_map_lasso_extend (lasso, 20, 20);
  amp_map_lasso_extend (lasso, 100, 20);
  g_assert_true (amp_map_lasso_contains (lasso, 10, 50));
  g_assert_true (amp_map_lasso_contains (lasso, 90, 90));
  g_assert_false (amp_map_lasso_contains (lasso, 60, 50));
  amp_map_lasso_clear (lasso);
  g_assert_false (amp_map_lasso_contains (lasso, 10, 50));
  g_assert_finalize_object (lasso);
}

/* One change for all of them, and one to undo. */
static void
test_selected_areas_filter (PageFixture *fixture, gconstpointer data)
{
  const char *const codes[] = { "35238", "56260", NULL };

  amp_filter_toggle (fixture->filter, AMP_KEY_COMMUNE, "75056");
  g_signal_emit_by_name (get_view (fixture), "areas-selected", codes);
  g_assert_true (amp_filter_contains (fixture->filter, AMP_KEY_COMMUNE, "35238"));
  g_assert_true (amp_filter_contains (fixture->filter, AMP_KEY_COMMUNE, "56260"));
  g_assert_false (amp_filter_contains (fixture->filter, AMP_KEY_COMMUNE, "75056"));
  amp_filter_undo (fixture->filter);
  g_assert_false (amp_filter_contains (fixture->filter, AMP_KEY_COMMUNE, "35238"));
  g_assert_true (amp_filter_contains (fixture->filter, AMP_KEY_COMMUNE, "75056"));
}

static void
test_one_mode_at_a_time (PageFixture *fixture, gconstpointer data)
{
  gboolean is_rectangle, is_freehand;

  g_object_set (get_view (fixture), "rectangle", TRUE, NULL);
  g_object_set (get_view (fixture), "freehand", TRUE, NULL);
  g_object_get (get_view (fixture), "rectangle", &is_rectangle, "freehand", &is_freehand, NULL);
  g_assert_false (is_rectangle);
  g_assert_true (is_freehand);
  g_object_set (get_view (fixture), "rectangle", FALSE, "freehand", FALSE, NULL);
  g_object_get (get_view (fixture), "rectangle", &is_rectangle, "freehand", &is_freehand, NULL);
  g_assert_false (is_rectangle || is_freehand);
}

static gboolean
shows_regions (gpointer page)
{
  guint level;

  g_object_get (page, "level", &level, NULL);
  return level == 0;
}

static void
test_level_follows_zoom (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.ampleur.Ampleur");

  g_assert_true (wait_until (is_settled, get_view (fixture)));
  gtk_widget_activate_action (fixture->page, "map.map-follows-zoom", NULL);
  g_assert_true (g_settings_get_boolean (settings, "map-follows-zoom"));
  amp_map_view_show_place (get_view (fixture), 47, 2, 4);
  g_assert_true (wait_until (shows_regions, fixture->page));
  g_settings_reset (settings, "map-follows-zoom");
}

static void
test_menu_chooses_the_look (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.ampleur.Ampleur");
  g_autofree char *palette = NULL;
  g_autofree char *classing = NULL;

  g_assert_true (gtk_widget_activate_action (fixture->page, "map.map-palette", "s", "amber"));
  g_assert_true (gtk_widget_activate_action (fixture->page, "map.map-classing", "s", "equal"));
  palette = g_settings_get_string (settings, "map-palette");
  classing = g_settings_get_string (settings, "map-classing");
  g_assert_cmpstr (palette, ==, "amber");
  g_assert_cmpstr (classing, ==, "equal");
  g_assert_true (wait_until (is_settled, get_view (fixture)));
  g_settings_reset (settings, "map-palette");
  g_settings_reset (settings, "map-classing");
}

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_picture_is_saved (PageFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *start;
  } kinds[] = { { "map.svg", "<?xml" }, { "map.png", "\x89PNG" }, { "map.pdf", "%PDF" } };

  g_assert_true (wait_until (is_settled, get_view (fixture)));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, kinds[i].name, NULL);
      g_autofree char *bytes = NULL;

      amp_map_page_save_picture (AMP_MAP_PAGE (fixture->page), path);
      g_assert_true (wait_until (is_written, path));
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, kinds[i].start));
      g_unlink (path);
    }
}

static AmpMapPicture *
make_picture (PageFixture *fixture, gint64 min_cell)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpOutlines) outlines = amp_outlines_new (&error);
  g_autoptr (AmpAreaAtlas) atlas = amp_area_atlas_new (outlines, NULL, NULL, amp_case_get_gazetteer (fixture->opened));
  AmpMapSight    sight = { .key = AMP_KEY_COMMUNE, .atlas = atlas, .bounds = { -5, 46, 3, 50 }, .min_cell = min_cell };
  AmpMapPicture *picture = amp_map_picture_new (fixture->opened, &sight, NULL, &error);

  g_assert_no_error (error);
  return picture;
}

static void
test_picture_masks (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (AmpMapPicture) plain = make_picture (fixture, 0);
  g_autoptr (AmpMapPicture) masked = make_picture (fixture, 1000);
  g_autofree char *path = g_build_filename (fixture->folder, "masked.svg", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (amp_map_picture_get_n_masked (plain), ==, 0);
  g_assert_cmpuint (amp_map_picture_get_n_masked (masked), >, 0);
  g_assert_true (amp_map_picture_write (masked, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Persons"));
  g_unlink (path);
  g_assert_false (amp_map_picture_write (masked, "/nowhere/map.txt", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
}

static gsize
write_svg (PageFixture *fixture, AmpMapSight *sight)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpMapPicture) picture = amp_map_picture_new (fixture->opened, sight, NULL, &error);
  g_autofree char *path = g_build_filename (fixture->folder, "seen.svg", NULL);
  g_autofree char *text = NULL;
  gsize            size;

  g_assert_no_error (error);
  g_assert_true (amp_map_picture_write (picture, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_unlink (path);
  return size;
}

/* The overseas départements stand beside the map where the window shows them. */
static void
test_picture_has_insets (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpOutlines) outlines = amp_outlines_new (&error);
  g_autoptr (AmpAreaAtlas) atlas = amp_area_atlas_new (outlines, NULL, NULL, amp_case_get_gazetteer (fixture->opened));
  AmpMapSight sight = { .key = AMP_KEY_DEPARTEMENT, .atlas = atlas, .bounds = { -5, 46, 3, 50 }, .min_cell = 11 };
  gsize       without = write_svg (fixture, &sight);

  sight.has_insets = TRUE;
  g_assert_cmpuint (write_svg (fixture, &sight), >, without + 10000);
}

static void
on_chosen (GtkWidget *insets, const AmpMapBounds *bounds, AmpMapBounds *chosen)
{
  *chosen = *bounds;
}

/* Each small map is a button of its own, which goes to its territory. */
static void
test_insets_go_overseas (PageFixture *fixture, gconstpointer data)
{
  GtkWidget   *insets = find_nth (fixture->page, AMP_TYPE_MAP_INSETS, 0);
  GtkWidget   *first = find_nth (insets, GTK_TYPE_BUTTON, 0);
  AmpMapBounds chosen, seen;

  g_assert_true (wait_until (is_settled, get_view (fixture)));
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "Guadeloupe");
  g_signal_connect (insets, "chosen", G_CALLBACK (on_chosen), &chosen);
  g_signal_emit_by_name (first, "clicked");
  seen = amp_map_view_get_bounds (get_view (fixture));
  g_assert_cmpfloat (seen.west, <=, chosen.west);
  g_assert_cmpfloat (seen.east, >=, chosen.east);
  g_assert_cmpfloat (seen.east, <, -40);
  g_object_set (fixture->page, "narrow", TRUE, NULL);
  g_assert_false (gtk_widget_get_visible (insets));
}

/* The row of the area that somebody points at, without moving the map. */
static void
test_table_follows_the_map (PageFixture *fixture, gconstpointer data)
{
  GtkColumnView     *columns = GTK_COLUMN_VIEW (find_nth (fixture->page, GTK_TYPE_COLUMN_VIEW, 0));
  GtkSelectionModel *rows = gtk_column_view_get_model (columns);

  g_signal_emit_by_name (get_view (fixture), "area-pointed", "56260");
  g_assert_false (gtk_selection_model_is_selected (rows, 0));
  g_signal_emit_by_name (get_view (fixture), "area-pointed", "35238");
  g_assert_true (gtk_selection_model_is_selected (rows, 0));
}

static GtkSelectionModel *
get_rows (PageFixture *fixture)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (find_nth (fixture->page, GTK_TYPE_COLUMN_VIEW, 0)));
}

/* A single row is looked at; several are the filter, until none is left of them. */
static void
test_selected_rows_filter (PageFixture *fixture, gconstpointer data)
{
  GtkSelectionModel *rows = get_rows (fixture);

  gtk_selection_model_select_item (rows, 0, TRUE);
  page_fixture_assert_filter (fixture, "");
  gtk_selection_model_select_item (rows, 2, FALSE);
  page_fixture_assert_filter (fixture, "commune=35238&commune=56260");
  gtk_selection_model_unselect_item (rows, 0);
  page_fixture_assert_filter (fixture, "commune=56260");
  amp_filter_undo (fixture->filter);
  g_assert_true (gtk_selection_model_is_selected (rows, 0) && gtk_selection_model_is_selected (rows, 2));
  gtk_selection_model_unselect_all (rows);
  page_fixture_assert_filter (fixture, "");
}

/* What is chosen on the map or elsewhere is selected in the table, whatever its order. */
static void
test_filtered_rows_are_selected (PageFixture *fixture, gconstpointer data)
{
  const char *const  codes[] = { "29019", "75056", NULL };
  GtkSelectionModel *rows = get_rows (fixture);
  g_autoptr (GtkBitset) selected = NULL;

  g_signal_emit_by_name (get_view (fixture), "areas-selected", codes);
  g_assert_true (gtk_selection_model_is_selected (rows, 1) && gtk_selection_model_is_selected (rows, 3));
  g_signal_emit_by_name (get_view (fixture), "area-pointed", "35238");
  selected = gtk_selection_model_get_selection (rows);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 2);
  g_object_set (fixture->page, "measure", 2, NULL);
  g_clear_pointer (&selected, gtk_bitset_unref);
  selected = gtk_selection_model_get_selection (rows);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 2);
  /* By the share of sensitive data now: Rennes, where all are patients, comes first. */
  g_assert_false (gtk_bitset_contains (selected, 0));
  amp_filter_clear (fixture->filter);
  g_clear_pointer (&selected, gtk_bitset_unref);
  selected = gtk_selection_model_get_selection (rows);
  g_assert_true (gtk_bitset_is_empty (selected));
}

/* Where there is little room the persons stay, and what is looked at. */
static void
test_narrow_table_shows_two_figures (PageFixture *fixture, gconstpointer data)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (find_nth (fixture->page, GTK_TYPE_COLUMN_VIEW, 0)));
  guint       n_shown = 0;

  g_object_set (fixture->page, "narrow", TRUE, "measure", 2, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (!gtk_column_view_column_get_visible (column))
        continue;
      n_shown++;
      g_assert_true (i == 0 || i == 1 + AMP_TABLE_COLUMN_PERSONS || i == 1 + AMP_TABLE_COLUMN_SENSITIVE);
    }
  g_assert_cmpuint (n_shown, ==, 3);
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  return NULL;
}

static gboolean
press (PageFixture *fixture, guint key, GdkModifierType modifiers)
{
  GtkWidget *map = find_nth (GTK_WIDGET (get_view (fixture)), SHUMATE_TYPE_MAP, 0);
  gboolean   is_used = FALSE;

  g_signal_emit_by_name (find_controller (map, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key, 0, modifiers, &is_used);
  return is_used;
}

static void
on_pointed (AmpMapView *view, const char *code, char **at)
{
  g_free (*at);
  *at = g_strdup (code);
}

/* From the most persons to the least, to neighbours, into the filter and out. */
static void
test_keyboard_walks (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *at = NULL;

  g_assert_true (wait_until (is_settled, get_view (fixture)));
  g_signal_connect (get_view (fixture), "area-pointed", G_CALLBACK (on_pointed), &at);
  g_assert_true (press (fixture, GDK_KEY_Page_Down, 0));
  g_assert_cmpstr (at, ==, "35238");
  press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_cmpstr (at, ==, "29019");
  press (fixture, GDK_KEY_Page_Up, 0);
  press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpstr (at, ==, "75056");
  press (fixture, GDK_KEY_Left, 0);
  g_assert_cmpstr (at, ==, "35238");
  press (fixture, GDK_KEY_Left, 0);
  g_assert_cmpstr (at, ==, "56260");
  press (fixture, GDK_KEY_space, 0);
  g_assert_true (amp_filter_contains (fixture->filter, AMP_KEY_COMMUNE, "56260"));
  press (fixture, GDK_KEY_Return, 0);
  g_assert_false (amp_filter_contains (fixture->filter, AMP_KEY_COMMUNE, "56260"));
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
}

/* While no area is held, and with Shift, arrows move the map. */
static void
test_keyboard_moves_the_map (PageFixture *fixture, gconstpointer data)
{
  AmpMapBounds first, second;

  g_assert_true (wait_until (is_settled, get_view (fixture)));
  first = amp_map_view_get_bounds (get_view (fixture));
  press (fixture, GDK_KEY_Right, 0);
  second = amp_map_view_get_bounds (get_view (fixture));
  g_assert_cmpfloat (second.west, >, first.west);
  press (fixture, GDK_KEY_Page_Down, 0);
  first = amp_map_view_get_bounds (get_view (fixture));
  press (fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  second = amp_map_view_get_bounds (get_view (fixture));
  g_assert_cmpfloat (second.north, >, first.north);
  press (fixture, GDK_KEY_plus, 0);
  first = amp_map_view_get_bounds (get_view (fixture));
  g_assert_cmpfloat (first.north, <, second.north);
  press (fixture, GDK_KEY_End, 0);
  second = amp_map_view_get_bounds (get_view (fixture));
  g_assert_cmpfloat (second.west, <, -5.1);
  g_assert_cmpfloat (second.east, >, 9.5);
  g_assert_cmpfloat (second.south, <, 41.4);
}

/* In each direction the nearest, and nothing where nothing lies. */
static void
test_walk_finds_neighbours (void)
{
  static const struct
  {
    const char *code;
    double      longitude, latitude;
  } places[] = { { "1", 0, 45 }, { "2", 1, 45.1 }, { "3", 3, 45 }, { "4", 0, 47 }, { "5", 2, 43 } };
  g_autoptr (AmpTable) table = amp_table_new (AMP_KEY_COMMUNE, 50, 50);
  g_autoptr (AmpMapFigures) figures = NULL;
  AmpMapLook look = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      AmpTableRow *row = amp_table_add_row (table, places[i].code, places[i].code);

      row->persons = 10 - i;
      row->longitude = places[i].longitude;
      row->latitude = places[i].latitude;
      row->is_located = TRUE;
    }
  figures = amp_map_figures_new (table, &look, NULL, NULL);
  g_assert_cmpint (amp_map_walk_find (figures, 0, 1, 0), ==, 1);
  g_assert_cmpint (amp_map_walk_find (figures, 1, 1, 0), ==, 2);
  g_assert_cmpint (amp_map_walk_find (figures, 2, 1, 0), ==, -1);
  g_assert_cmpint (amp_map_walk_find (figures, 0, 0, -1), ==, 3);
  g_assert_cmpint (amp_map_walk_find (figures, 0, 0, 1), ==, 4);
  g_assert_cmpint (amp_map_walk_find (figures, 0, -1, 0), ==, -1);
}

int
main (int argc, char **argv)
{
  page_fixture_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, PageFixture, NULL, set_up, test, page_fixture_tear_down)
  ADD ("/app/map-page/settles", test_settles);
  ADD ("/app/map-page/imported-outlines-are-shown", test_imported_outlines_are_shown);
  ADD ("/app/map-page/selected-areas-filter", test_selected_areas_filter);
  ADD ("/app/map-page/one-mode-at-a-time", test_one_mode_at_a_time);
  ADD ("/app/map-page/level-follows-zoom", test_level_follows_zoom);
  ADD ("/app/map-page/menu-chooses-the-look", test_menu_chooses_the_look);
  ADD ("/app/map-page/picture-is-saved", test_picture_is_saved);
  ADD ("/app/map-page/picture-masks", test_picture_masks);
  ADD ("/app/map-page/picture-has-insets", test_picture_has_insets);
  ADD ("/app/map-page/insets-go-overseas", test_insets_go_overseas);
  ADD ("/app/map-page/table-follows-the-map", test_table_follows_the_map);
  ADD ("/app/map-page/selected-rows-filter", test_selected_rows_filter);
  ADD ("/app/map-page/filtered-rows-are-selected", test_filtered_rows_are_selected);
  ADD ("/app/map-page/narrow-table-shows-two-figures", test_narrow_table_shows_two_figures);
  ADD ("/app/map-page/keyboard-walks", test_keyboard_walks);
  ADD ("/app/map-page/keyboard-moves-the-map", test_keyboard_moves_the_map);
  g_test_add_func ("/app/map-walk/finds-neighbours", test_walk_finds_neighbours);
  g_test_add_func ("/app/map-lasso/holds-what-is-inside", test_lasso_holds_what_is_inside);
  return g_test_run ();
}
