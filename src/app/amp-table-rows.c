/* AmpTableRows: see the header.
 *
 * Invariant: an item that somebody holds is in @items at its row, and there is at most
 * one a row, so that who asks twice gets the same. */
#include "amp-table-rows.h"

struct _AmpTableRows
{
  GObject parent_instance;

  /* Owned */
  AmpTable      *table;    /* nullable */
  AmpTableItem **items;    /* one a row: a weak pointer, mostly NULL */
  GHashTable    *selected; /* a set: the rows that the filter names */

  guint n_items;
};

static void implement_list_model (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AmpTableRows, amp_table_rows, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list_model))

static GType
amp_table_rows_get_item_type (GListModel *model)
{
  return AMP_TYPE_TABLE_ITEM;
}

static guint
amp_table_rows_get_n_items (GListModel *model)
{
  return AMP_TABLE_ROWS (model)->n_items;
}

static gpointer
amp_table_rows_get_item (GListModel *model, guint position)
{
  AmpTableRows *self = AMP_TABLE_ROWS (model);
  AmpTableItem *item;

  if (position >= self->n_items)
    return NULL;
  if (self->items[position] != NULL)
    return g_object_ref (self->items[position]);
  item = amp_table_item_new (self->table, position, amp_table_rows_is_selected (self, position));
  g_set_weak_pointer (&self->items[position], item);
  return item;
}

static void
implement_list_model (GListModelInterface *interface)
{
  interface->get_item_type = amp_table_rows_get_item_type;
  interface->get_n_items = amp_table_rows_get_n_items;
  interface->get_item = amp_table_rows_get_item;
}

/* Those beyond the last row stay with who holds them, as they were. */
static void
resize (AmpTableRows *self, guint n_items)
{
  AmpTableItem **items = g_new0 (AmpTableItem *, n_items);

  for (guint i = 0; i < self->n_items; i++)
    {
      if (i < n_items)
        g_set_weak_pointer (&items[i], self->items[i]);
      g_clear_weak_pointer (&self->items[i]);
    }
  g_free (self->items);
  self->items = items;
  self->n_items = n_items;
}

static void
amp_table_rows_finalize (GObject *object)
{
  AmpTableRows *self = AMP_TABLE_ROWS (object);

  resize (self, 0);
  g_clear_pointer (&self->items, g_free);
  g_clear_pointer (&self->table, amp_table_unref);
  g_clear_pointer (&self->selected, g_hash_table_unref);
  G_OBJECT_CLASS (amp_table_rows_parent_class)->finalize (object);
}

static void
amp_table_rows_class_init (AmpTableRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amp_table_rows_finalize;
}

static void
amp_table_rows_init (AmpTableRows *self)
{
  self->selected = g_hash_table_new (NULL, NULL);
}

AmpTableRows *
amp_table_rows_new (void)
{
  return g_object_new (AMP_TYPE_TABLE_ROWS, NULL);
}

static void
select_rows (AmpTableRows *self, AmpFilter *filter)
{
  guint n_rows = self->table != NULL ? amp_table_get_n_rows (self->table) : 0;

  g_hash_table_remove_all (self->selected);
  if (filter == NULL || amp_selection_is_empty (amp_filter_get_selection (filter)))
    return;
  for (guint i = 0; i < n_rows; i++)
    if (amp_filter_contains (filter, amp_table_get_key (self->table), amp_table_get_row (self->table, i)->code))
      g_hash_table_add (self->selected, GUINT_TO_POINTER (i));
}

void
amp_table_rows_set_table (AmpTableRows *self, AmpTable *table, AmpFilter *filter)
{
  g_return_if_fail (AMP_IS_TABLE_ROWS (self));

  guint     n_old = self->n_items;
  guint     n_new = table != NULL ? amp_table_get_n_rows (table) : 0;
  guint     n_kept = MIN (n_old, n_new);
  AmpTable *old = self->table;

  self->table = table != NULL ? amp_table_ref (table) : NULL;
  g_clear_pointer (&old, amp_table_unref);
  select_rows (self, filter);
  if (n_new != n_old)
    resize (self, n_new);
  for (guint i = 0; i < n_kept; i++)
    if (self->items[i] != NULL)
      amp_table_item_set (self->items[i], table, i, amp_table_rows_is_selected (self, i));
  if (n_new != n_old)
    g_list_model_items_changed (G_LIST_MODEL (self), n_kept, n_old - n_kept, n_new - n_kept);
}

AmpTable *
amp_table_rows_get_table (AmpTableRows *self)
{
  g_return_val_if_fail (AMP_IS_TABLE_ROWS (self), NULL);
  return self->table;
}

gboolean
amp_table_rows_is_selected (AmpTableRows *self, guint index)
{
  g_return_val_if_fail (AMP_IS_TABLE_ROWS (self), FALSE);
  return g_hash_table_contains (self->selected, GUINT_TO_POINTER (index));
}

guint
amp_table_rows_count_selected (AmpTableRows *self)
{
  g_return_val_if_fail (AMP_IS_TABLE_ROWS (self), 0);
  return g_hash_table_size (self->selected);
}
