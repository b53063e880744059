/* AmpTableView: the table behind a chart or the map.
 *
 * Invariant: the rows are those of the table, in its order; sorting happens in a
 * model above them. The selection is what the filter names of
 * the table, or a single row that is looked at. */
#include "amp-table-view.h"

#include <glib/gi18n-lib.h>

#include "amp-late-tooltip.h"
#include "amp-table-rows.h"

struct _AmpTableView
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget         *scroller;
  GtkColumnView     *column_view;
  GtkMultiSelection *selection;
  GtkSortListModel  *sorted;

  /* Owned */
  AmpTableRows *rows;

  AmpTableColumn looked_at;
  gboolean       has_places;
  gboolean       is_narrow;
  gboolean       is_loading;
};

enum
{
  ROW_ACTIVATED,
  ROW_SELECTED,
  ROWS_SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpTableView, amp_table_view, GTK_TYPE_WIDGET)

static void
show_name (GtkListItem *list_item)
{
  AmpTableItem *item = gtk_list_item_get_item (list_item);
  GtkWidget    *cell = gtk_list_item_get_child (list_item);
  GtkWidget    *label = gtk_widget_get_first_child (cell);

  gtk_label_set_label (GTK_LABEL (label), amp_table_item_get_row (item)->label);
  amp_late_tooltip_set (label, amp_table_item_get_row (item)->label);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (label), amp_table_item_is_selected (item));
}

static void
show_figure (GtkListItem *list_item)
{
  AmpTableItem    *item = gtk_list_item_get_item (list_item);
  AmpTableColumn   column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list_item), "column"));
  g_autofree char *text = amp_table_column_format (column, amp_table_item_get_row (item), amp_table_item_get_table (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
}

static void
setup_name (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filtered on"), -1);
  gtk_box_append (GTK_BOX (cell), label);
  gtk_box_append (GTK_BOX (cell), icon);
  gtk_list_item_set_child (list_item, cell);
}

static void
setup_figure (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  g_object_set_data (G_OBJECT (list_item), "column", column);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_name (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  show_name (list_item);
  g_signal_connect_swapped (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (show_name), list_item);
}

static void
bind_figure (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  show_figure (list_item);
  g_signal_connect_swapped (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (show_figure), list_item);
}

static void
unbind_cell (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (list_item), list_item);
}

static int
compare_names (gconstpointer first, gconstpointer second, gpointer data)
{
  return g_utf8_collate (amp_table_item_get_row ((AmpTableItem *) first)->label,
                         amp_table_item_get_row ((AmpTableItem *) second)->label);
}

static int
compare_figures (gconstpointer first, gconstpointer second, gpointer data)
{
  AmpTableColumn column = GPOINTER_TO_UINT (data);
  double         left = amp_table_column_get_number (column, amp_table_item_get_row ((AmpTableItem *) first));
  double         right = amp_table_column_get_number (column, amp_table_item_get_row ((AmpTableItem *) second));

  return (left > right) - (left < right);
}

static void
add_name_column (AmpTableView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_names, NULL, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_name), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_name), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell), NULL);
  column = gtk_column_view_column_new (_ ("Name"), factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (self->column_view, column);
}

static void
add_figure_column (AmpTableView *self, AmpTableColumn figure)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_figures, GUINT_TO_POINTER (figure), NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_figure), GUINT_TO_POINTER (figure));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_figure), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell), NULL);
  column = gtk_column_view_column_new (amp_table_column_get_title (figure), factory);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (self->column_view, column);
}

static gboolean
has_places (AmpTable *table)
{
  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    if (amp_table_get_row (table, i)->population > 0)
      return TRUE;
  return FALSE;
}

/* The first column is the name. */
static void
show_columns (AmpTableView *self)
{
  GListModel *model = gtk_column_view_get_columns (self->column_view);

  for (AmpTableColumn i = 0; i < AMP_N_TABLE_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, i + 1);

      gtk_column_view_column_set_visible (column, amp_table_column_is_shown (i, self->has_places, self->is_narrow, self->looked_at));
    }
}

static gboolean
has_same_rows (AmpTableView *self, AmpTable *table)
{
  AmpTable *old = amp_table_rows_get_table (self->rows);
  guint     n_rows = amp_table_get_n_rows (table);

  if (old == NULL || amp_table_get_n_rows (old) != n_rows)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    if (!g_str_equal (amp_table_get_row (old, i)->code, amp_table_get_row (table, i)->code))
      return FALSE;
  return TRUE;
}

static void
on_activate (AmpTableView *self, guint position)
{
  g_autoptr (AmpTableItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item)
    g_signal_emit (self, signals[ROW_ACTIVATED], 0, amp_table_item_get_row (item)->code);
}

static gboolean
is_sorted (AmpTableView *self)
{
  return gtk_sorter_get_order (gtk_column_view_get_sorter (self->column_view)) != GTK_SORTER_ORDER_NONE;
}

/* Unless something sorts them, rows are where the table has them, and no item need be
 * made to know one. */
static guint
get_index (AmpTableView *self, guint position)
{
  g_autoptr (AmpTableItem) item = NULL;

  if (!is_sorted (self))
    return position;
  item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  return amp_table_item_get_index (item);
}

static const AmpTableRow *
get_row (AmpTableView *self, guint position)
{
  return amp_table_get_row (amp_table_rows_get_table (self->rows), get_index (self, position));
}

static char **
list_codes (AmpTableView *self, GtkBitset *selected)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    g_strv_builder_add (codes, get_row (self, gtk_bitset_get_nth (selected, i))->code);
  return g_strv_builder_end (codes);
}

/* A single row is looked at, unless several are filtered on: then it is what is
 * left of them. */
static void
on_selected (AmpTableView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n_selected = gtk_bitset_get_size (selected);
  guint n_filtered;

  if (self->is_loading)
    return;
  n_filtered = amp_table_rows_count_selected (self->rows);
  if (n_selected == 1)
    g_signal_emit (self, signals[ROW_SELECTED], 0, get_row (self, gtk_bitset_get_minimum (selected))->code);
  if (n_selected > 1 || (n_selected == 1 && n_filtered > 1) || (n_selected == 0 && n_filtered > 0))
    {
      g_auto (GStrv) codes = list_codes (self, selected);

      g_signal_emit (self, signals[ROWS_SELECTED], 0, codes);
    }
}

/* What the filter names; where it names none, a row that was looked at stays so. */
static void
select_filtered (AmpTableView *self, gboolean has_same_rows)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GtkBitset) filtered = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));

  if (amp_table_rows_count_selected (self->rows) > 0)
    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
      if (amp_table_rows_is_selected (self->rows, get_index (self, i)))
        gtk_bitset_add (filtered, i);
  if (!gtk_bitset_is_empty (filtered) || !has_same_rows || gtk_bitset_get_size (selected) > 1)
    gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), filtered, all);
}

static void
amp_table_view_dispose (GObject *object)
{
  AmpTableView *self = AMP_TABLE_VIEW (object);

  g_clear_object (&self->rows);
  gtk_widget_dispose_template (GTK_WIDGET (self), AMP_TYPE_TABLE_VIEW);
  G_OBJECT_CLASS (amp_table_view_parent_class)->dispose (object);
}

static void
amp_table_view_class_init (AmpTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_table_view_dispose;
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", AMP_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ROWS_SELECTED] = g_signal_new ("rows-selected", AMP_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[ROW_SELECTED] = g_signal_new ("row-selected", AMP_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpTableView, scroller);
  gtk_widget_class_bind_template_child (widget_class, AmpTableView, column_view);
  gtk_widget_class_bind_template_child (widget_class, AmpTableView, selection);
  gtk_widget_class_bind_template_child (widget_class, AmpTableView, sorted);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
amp_table_view_init (AmpTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = amp_table_rows_new ();
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->rows));
  add_name_column (self);
  for (AmpTableColumn column = 0; column < AMP_N_TABLE_COLUMNS; column++)
    add_figure_column (self, column);
  gtk_sort_list_model_set_sorter (self->sorted, gtk_column_view_get_sorter (self->column_view));
}

GtkWidget *
amp_table_view_new (void)
{
  return g_object_new (AMP_TYPE_TABLE_VIEW, NULL);
}

void
amp_table_view_set_table (AmpTableView *self, AmpTable *table, AmpFilter *filter)
{
  g_return_if_fail (AMP_IS_TABLE_VIEW (self));

  gboolean is_same = table && has_same_rows (self, table);

  self->is_loading = TRUE;
  amp_table_rows_set_table (self->rows, table, filter);
  if (table)
    {
      gtk_sorter_changed (gtk_column_view_get_sorter (self->column_view), GTK_SORTER_CHANGE_DIFFERENT);
      self->has_places = has_places (table);
      show_columns (self);
      select_filtered (self, is_same);
    }
  self->is_loading = FALSE;
}

static guint
find_position (AmpTableView *self, const char *code)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; code && i < n_items; i++)
    if (g_str_equal (get_row (self, i)->code, code))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* The list inside the view: the action is the only way there before GTK 4.12. */
static void
scroll_to (AmpTableView *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->column_view)); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_activate_action (child, "list.scroll-to-item", "u", position))
      return;
}

void
amp_table_view_show_row (AmpTableView *self, const char *code)
{
  g_return_if_fail (AMP_IS_TABLE_VIEW (self));

  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint position = find_position (self, code);

  if (position == GTK_INVALID_LIST_POSITION || gtk_bitset_contains (selected, position))
    return;
  self->is_loading = TRUE;
  if (gtk_bitset_get_size (selected) <= 1)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  self->is_loading = FALSE;
  scroll_to (self, position);
}

void
amp_table_view_sort (AmpTableView *self, AmpTableColumn column)
{
  g_return_if_fail (AMP_IS_TABLE_VIEW (self) && column < AMP_N_TABLE_COLUMNS);

  g_autoptr (GtkColumnViewColumn) chosen = g_list_model_get_item (gtk_column_view_get_columns (self->column_view), column + 1);

  self->looked_at = column;
  show_columns (self);
  gtk_column_view_sort_by_column (self->column_view, column == AMP_TABLE_COLUMN_PERSONS ? NULL : chosen, GTK_SORT_DESCENDING);
}

void
amp_table_view_set_narrow (AmpTableView *self, gboolean is_narrow)
{
  g_return_if_fail (AMP_IS_TABLE_VIEW (self));

  self->is_narrow = is_narrow;
  show_columns (self);
}
