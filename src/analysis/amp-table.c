/* AmpTable: labelled figures. */
#include "amp-table-private.h"

G_DEFINE_BOXED_TYPE (AmpTable, amp_table, amp_table_ref, amp_table_unref)

static void
row_free (AmpTableRow *row)
{
  g_free (row->code);
  g_free (row->label);
  g_free (row);
}

AmpTable *
amp_table_new (AmpKey key, gint64 total_records, gint64 total_persons)
{
  AmpTable *self = g_atomic_rc_box_new0 (AmpTable);

  self->key = key;
  self->total_records = total_records;
  self->total_persons = total_persons;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return self;
}

AmpTable *
amp_table_ref (AmpTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear (AmpTable *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

void
amp_table_unref (AmpTable *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

AmpTable *
amp_table_copy (AmpTable *self)
{
  AmpTable *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = amp_table_new (self->key, self->total_records, self->total_persons);
  copy->is_total_masked = self->is_total_masked;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const AmpTableRow *from = g_ptr_array_index (self->rows, i);
      AmpTableRow       *row = amp_table_add_row (copy, from->code, from->label);
      AmpTableRow        owned = *row;

      *row = *from;
      row->code = owned.code;
      row->label = owned.label;
    }
  return copy;
}

AmpKey
amp_table_get_key (AmpTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->key;
}

gint64
amp_table_get_total_records (AmpTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->total_records;
}

gint64
amp_table_get_total_persons (AmpTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->total_persons;
}

gboolean
amp_table_is_total_masked (AmpTable *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_total_masked;
}

guint
amp_table_get_n_rows (AmpTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->rows->len;
}

AmpTableRow *
amp_table_get_row (AmpTable *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->rows->len, NULL);
  return g_ptr_array_index (self->rows, index);
}

AmpTableRow *
amp_table_add_row (AmpTable *self, const char *code, const char *label)
{
  AmpTableRow *row = g_new0 (AmpTableRow, 1);

  g_return_val_if_fail (self != NULL, NULL);

  row->code = g_strdup (code);
  row->label = g_strdup (label);
  g_ptr_array_add (self->rows, row);
  return row;
}

AmpTableRow *
amp_table_find_row (AmpTable *self, const char *code)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      AmpTableRow *row = g_ptr_array_index (self->rows, i);

      if (g_strcmp0 (row->code, code) == 0)
        return row;
    }
  return NULL;
}

double
amp_table_row_get_share (const AmpTableRow *row, AmpTable *table)
{
  g_return_val_if_fail (row != NULL && table != NULL, 0);
  return table->total_persons > 0 ? (double) row->persons / (double) table->total_persons : 0;
}

double
amp_table_row_get_per_1000 (const AmpTableRow *row)
{
  g_return_val_if_fail (row != NULL, -1);
  return row->population > 0 ? 1000.0 * (double) row->persons / (double) row->population : -1;
}

double
amp_table_row_get_sensitive_share (const AmpTableRow *row)
{
  g_return_val_if_fail (row != NULL, -1);
  if (row->persons <= 0 || row->is_sensitive_masked)
    return -1;
  return (double) row->sensitive_persons / (double) row->persons;
}
