/* AmpTableItem: one row of an #AmpTable as a list model wants it.
 *
 * Holds the table and the row's index; may be pointed at the same row of a
 * newer table, so that the list keeps its scroll position and its focus. */
#include "amp-table-item.h"

struct _AmpTableItem
{
  GObject parent_instance;

  /* Owned */
  AmpTable *table;

  guint    index;
  gboolean is_selected;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpTableItem, amp_table_item, G_TYPE_OBJECT)

static void
amp_table_item_finalize (GObject *object)
{
  g_clear_pointer (&AMP_TABLE_ITEM (object)->table, amp_table_unref);
  G_OBJECT_CLASS (amp_table_item_parent_class)->finalize (object);
}

static void
amp_table_item_class_init (AmpTableItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amp_table_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", AMP_TYPE_TABLE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
amp_table_item_init (AmpTableItem *self)
{
}

AmpTableItem *
amp_table_item_new (AmpTable *table, guint index, gboolean is_selected)
{
  AmpTableItem *self = g_object_new (AMP_TYPE_TABLE_ITEM, NULL);

  amp_table_item_set (self, table, index, is_selected);
  return self;
}

void
amp_table_item_set (AmpTableItem *self, AmpTable *table, guint index, gboolean is_selected)
{
  g_return_if_fail (AMP_IS_TABLE_ITEM (self));
  g_return_if_fail (index < amp_table_get_n_rows (table));

  AmpTable *old = self->table;

  self->table = amp_table_ref (table);
  self->index = index;
  self->is_selected = is_selected;
  g_clear_pointer (&old, amp_table_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

const AmpTableRow *
amp_table_item_get_row (AmpTableItem *self)
{
  g_return_val_if_fail (AMP_IS_TABLE_ITEM (self), NULL);
  return amp_table_get_row (self->table, self->index);
}

guint
amp_table_item_get_index (AmpTableItem *self)
{
  g_return_val_if_fail (AMP_IS_TABLE_ITEM (self), 0);
  return self->index;
}

AmpTable *
amp_table_item_get_table (AmpTableItem *self)
{
  g_return_val_if_fail (AMP_IS_TABLE_ITEM (self), NULL);
  return self->table;
}

gboolean
amp_table_item_is_selected (AmpTableItem *self)
{
  g_return_val_if_fail (AMP_IS_TABLE_ITEM (self), FALSE);
  return self->is_selected;
}
