/* Filters as an analyst sets, undoes and saves them, and the heat map, in a window
 * of their own, and that nothing outlives it. */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "amp-filter-bar.h"
#include "amp-filter-chip.h"
#include "amp-filter-section.h"
#include "amp-filter-value-row.h"
#include "amp-heat-card.h"
#include "amp-heat-view.h"
#include "amp-named-filters.h"
#include "amp-place-search.h"
#include "amp-saved-filters.h"
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

static guint
count (GtkWidget *widget, GType type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  return found->len;
}

/* A mapped widget by the text of its tool tip, which is its accessible name. */
static GtkWidget *
find_button (GtkWidget *widget, const char *tooltip)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, GTK_TYPE_WIDGET, found);
  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (g_ptr_array_index (found, i)), tooltip) == 0)
      return g_ptr_array_index (found, i);
  return NULL;
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

static void
assert_selection (Fixture *fixture, const char *expected)
{
  g_autofree char *text = amp_selection_to_string (amp_filter_get_selection (fixture->filter));

  g_assert_cmpstr (text, ==, expected);
}

static AmpFilterSection *
unfold (Fixture *fixture, const char *key)
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
find_row (GtkWidget *widget, const char *title)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, ADW_TYPE_PREFERENCES_ROW, found);
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (found, i)), title))
      return g_ptr_array_index (found, i);
  return NULL;
}

static GtkWidget *
find_check (GtkWidget *widget, const char *title)
{
  return find_nth (find_row (widget, title), GTK_TYPE_CHECK_BUTTON, 0);
}

static void
test_panel_sets_every_mode (Fixture *fixture, gconstpointer data)
{
  AmpFilterSection *section;

  show_page (fixture, amp_filter_bar_new ());
  click (find_button (fixture->page, "Choose Filters"));
  section = unfold (fixture, "category");
  click (find_check (GTK_WIDGET (section), "Health"));
  click (find_check (GTK_WIDGET (section), "Identity"));
  assert_selection (fixture, "category=health&category=identity");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (section)), ==, "Health or Identity");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (GTK_WIDGET (section), "Match")), 1);
  assert_selection (fixture, "category&=health&category&=identity");
  click (find_button (GTK_WIDGET (section), "Without Contact details"));
  assert_selection (fixture, "category&=health&category&=identity&category!=contact");
  /* One and the other cannot both be. */
  click (find_button (GTK_WIDGET (section), "Without Health"));
  assert_selection (fixture, "category&=identity&category!=contact&category!=health");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_check (GTK_WIDGET (section), "Health"))));
  click (find_check (GTK_WIDGET (section), "Identity"));
  click (find_button (GTK_WIDGET (section), "Without Health"));
  assert_selection (fixture, "category!=contact");
}

/* What is chosen elsewhere is seen in the panel, and the counts follow. */
static void
test_panel_follows (Fixture *fixture, gconstpointer data)
{
  AmpFilterSection *section;
  GtkWidget        *row;

  show_page (fixture, amp_filter_bar_new ());
  click (find_button (fixture->page, "Choose Filters"));
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
test_panel_finds_places (Fixture *fixture, gconstpointer data)
{
  AmpFilterSection *section;
  AmpPlaceSearch   *search;

  show_page (fixture, amp_filter_bar_new ());
  click (find_button (fixture->page, "Choose Filters"));
  section = unfold (fixture, "place");
  search = AMP_PLACE_SEARCH (find_nth (GTK_WIDGET (section), AMP_TYPE_PLACE_SEARCH, 0));
  amp_place_search_set_text (search, "Ille-et-Vilaine");
  amp_place_search_choose (search, 0);
  settle ();
  assert_selection (fixture, "departement=35");
  click (find_button (GTK_WIDGET (section), "Except Ille-et-Vilaine"));
  assert_selection (fixture, "departement!=35");
  g_assert_cmpuint (count (fixture->page, AMP_TYPE_FILTER_CHIP), ==, 1);
  g_assert_nonnull (find_button (fixture->page, "Remove filter Département: except Ille-et-Vilaine"));
  /* The place stays at hand after it is let go. */
  click (find_button (GTK_WIDGET (section), "Except Ille-et-Vilaine"));
  assert_selection (fixture, "");
  g_assert_nonnull (find_row (GTK_WIDGET (section), "Ille-et-Vilaine"));
}

static void
press_keys (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
  settle ();
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  GtkWidget *undo;
  GtkWidget *redo;

  show_page (fixture, amp_filter_bar_new ());
  undo = find_button (fixture->page, "Undo Filter Change");
  redo = find_button (fixture->page, "Redo Filter Change");
  g_assert_false (gtk_widget_is_sensitive (undo));
  g_assert_false (gtk_widget_is_sensitive (redo));
  amp_filter_toggle (fixture->filter, AMP_KEY_SEX, "F");
  settle ();
  g_assert_true (gtk_widget_is_sensitive (undo));
  click (undo);
  assert_selection (fixture, "");
  g_assert_false (gtk_widget_is_sensitive (undo));
  click (redo);
  assert_selection (fixture, "sex=F");
  press_keys (fixture, "filter.undo");
  assert_selection (fixture, "");
  press_keys (fixture, "filter.redo");
  assert_selection (fixture, "sex=F");
}

static void
test_clearing_can_be_undone (Fixture *fixture, gconstpointer data)
{
  amp_filter_toggle (fixture->filter, AMP_KEY_SEX, "F");
  amp_filter_toggle (fixture->filter, AMP_KEY_COMMUNE, "35238");
  show_page (fixture, amp_filter_bar_new ());
  click (find_labelled (fixture->page, "_Clear All"));
  assert_selection (fixture, "");
  g_assert_null (find_labelled (fixture->page, "_Clear All"));
  click (find_labelled (fixture->window, "Undo"));
  assert_selection (fixture, "commune=35238&sex=F");
}

static void
save_as (Fixture *fixture, const char *name)
{
  click (find_labelled (fixture->page, "_Save the Present Filter…"));
  gtk_editable_set_text (GTK_EDITABLE (find_nth (fixture->page, GTK_TYPE_ENTRY, 0)), name);
  click (find_labelled (fixture->page, "_Save"));
}

static void
test_filters_are_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSelection) saved = NULL;
  g_autofree char *text = NULL;

  show_page (fixture, amp_saved_filters_new ());
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
  assert_selection (fixture, "category!=health");
}

static void
test_saved_filters_are_renamed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSelection) selection = amp_selection_new_from_string ("sex=F", NULL);
  g_auto (GStrv) names = NULL;
  GtkWidget *entry;

  g_assert_true (amp_named_filters_save (fixture->opened, "Women", selection, NULL));
  g_assert_true (amp_named_filters_save (fixture->opened, "Others", selection, NULL));
  show_page (fixture, amp_saved_filters_new ());
  click (find_button (fixture->page, "Rename “Women”"));
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
test_deleting_can_be_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AmpSelection) selection = amp_selection_new_from_string ("sex=F", NULL);
  g_auto (GStrv) gone = NULL;
  g_auto (GStrv) back = NULL;

  g_assert_true (amp_named_filters_save (fixture->opened, "Women & <b>men", selection, NULL));
  show_page (fixture, amp_saved_filters_new ());
  click (find_button (fixture->page, "Delete “Women & <b>men”"));
  gone = amp_named_filters_list (fixture->opened, NULL);
  g_assert_cmpuint (g_strv_length (gone), ==, 0);
  click (find_labelled (fixture->window, "Undo"));
  back = amp_named_filters_list (fixture->opened, NULL);
  g_assert_cmpstr (back[0], ==, "Women & <b>men");
  g_assert_nonnull (find_row (fixture->page, "Women & <b>men"));
}

/* What another program wrote is named as such and harms nothing. */
static void
test_broken_filters_are_told (Fixture *fixture, gconstpointer data)
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
  show_page (fixture, amp_saved_filters_new ());
  click (find_row (fixture->page, "Broken 1"));
  assert_selection (fixture, "");
}

static void
press_key (Fixture *fixture, GtkWidget *view, GtkDirectionType direction)
{
  g_assert_true (gtk_widget_child_focus (view, direction));
  settle ();
}

static void
test_heat_cells_filter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell;

  show_page (fixture, amp_heat_card_new ());
  cell = find_button (fixture->page, "Ille-et-Vilaine, Health: 6000 persons (100.0\u00a0%)");
  click (cell);
  assert_selection (fixture, "departement=35&category=health");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (cell)));
  /* Another cell takes the place of the first; what else is filtered stays. */
  amp_filter_toggle (fixture->filter, AMP_KEY_SEX, "M");
  settle ();
  click (find_button (fixture->page, "Finistère, Contact details: 4000 persons (100.0\u00a0%)"));
  assert_selection (fixture, "departement=29&category=contact&sex=M");
  click (find_button (fixture->page, "Finistère, Contact details: 4000 persons (100.0\u00a0%)"));
  assert_selection (fixture, "sex=M");
  amp_filter_undo (fixture->filter);
  assert_selection (fixture, "departement=29&category=contact&sex=M");
}

/* Arrow keys walk the cells in two dimensions. */
static void
test_heat_keyboard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;
  GtkRoot   *root;

  show_page (fixture, amp_heat_card_new ());
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

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  /* GTK asks for American English where there is any: "12,000". */
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
  ADD ("/app/filter-panel/sets-every-mode", test_panel_sets_every_mode);
  ADD ("/app/filter-panel/follows-the-filter", test_panel_follows);
  ADD ("/app/filter-panel/finds-places", test_panel_finds_places);
  ADD ("/app/filter-bar/goes-back-and-forward", test_undo);
  ADD ("/app/filter-bar/clearing-can-be-undone", test_clearing_can_be_undone);
  ADD ("/app/heat-card/cells-filter", test_heat_cells_filter);
  ADD ("/app/heat-card/arrows-walk-the-cells", test_heat_keyboard);
  ADD ("/app/saved-filters/saves-and-applies", test_filters_are_saved);
  ADD ("/app/saved-filters/renames", test_saved_filters_are_renamed);
  ADD ("/app/saved-filters/deleting-can-be-undone", test_deleting_can_be_undone);
  ADD ("/app/saved-filters/broken-ones-are-told", test_broken_filters_are_told);
  return g_test_run ();
}
