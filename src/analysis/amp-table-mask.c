/* Masks the small counts of a table, and what would give them away; rounds. */
#include "amp-table-private.h"

static gboolean
is_small (gint64 count, gint64 min_cell)
{
  return count > 0 && count < min_cell;
}

static gboolean
needs_masking (const AmpTableRow *row, gint64 min_cell)
{
  return is_small (row->persons, min_cell) || is_small (row->records, min_cell);
}

/* Rows that are masked keep their counts until the end: they are needed to know
 * how much is hidden. */
static void
mark_small_rows (AmpTable *self, gint64 min_cell)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AmpTableRow *row = g_ptr_array_index (self->rows, i);

      row->is_masked = row->is_masked || needs_masking (row, min_cell);
      row->is_sensitive_masked = row->is_sensitive_masked || row->is_masked ||
                                 is_small (row->sensitive_persons, min_cell) ||
                                 is_small (row->persons - row->sensitive_persons, min_cell);
    }
}

static AmpTableRow *
find_smallest_shown (AmpTable *self)
{
  AmpTableRow *smallest = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      AmpTableRow *row = g_ptr_array_index (self->rows, i);

      if (row->is_masked || row->records + row->persons == 0)
        continue;
      if (smallest == NULL || row->persons < smallest->persons ||
          (row->persons == smallest->persons && row->records < smallest->records))
        smallest = row;
    }
  return smallest;
}

/* Whether the total, less what is shown, tells a hidden row. */
static gboolean
is_given_away (AmpTable *self, gint64 min_cell)
{
  gint64 persons = 0, records = 0;
  guint  n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const AmpTableRow *row = g_ptr_array_index (self->rows, i);

      if (!row->is_masked)
        continue;
      n++;
      persons += row->persons;
      records += row->records;
    }
  return n == 1 || (n > 1 && (is_small (persons, min_cell) || is_small (records, min_cell)));
}

static void
mask_more_rows (AmpTable *self, gint64 min_cell)
{
  while (is_given_away (self, min_cell))
    {
      AmpTableRow *row = find_smallest_shown (self);

      if (row == NULL)
        return;
      row->is_masked = TRUE;
      row->is_sensitive_masked = TRUE;
    }
}

void
amp_table_mask_rows (AmpTable *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < amp_table_get_n_rows (self); i++)
    {
      AmpTableRow *row = amp_table_get_row (self, i);

      row->persons = row->records = row->sensitive_persons = 0;
      row->is_masked = row->is_sensitive_masked = TRUE;
    }
}

void
amp_table_mask_total (AmpTable *self)
{
  g_return_if_fail (self != NULL);

  self->is_total_masked = TRUE;
  self->total_persons = 0;
  self->total_records = 0;
}

static void
erase_masked_counts (AmpTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AmpTableRow *row = g_ptr_array_index (self->rows, i);

      if (row->is_masked)
        row->records = row->persons = 0;
      if (row->is_sensitive_masked)
        row->sensitive_persons = 0;
    }
}

void
amp_table_mask (AmpTable *self, gint64 min_cell)
{
  g_return_if_fail (self != NULL);

  if (min_cell <= 0)
    return;
  mark_small_rows (self, min_cell);
  if (amp_key_is_exclusive (self->key))
    mask_more_rows (self, min_cell);
  if (is_small (self->total_persons, min_cell) || is_small (self->total_records, min_cell))
    amp_table_mask_total (self);
  erase_masked_counts (self);
}

gint64
amp_table_round_count (gint64 count, gint64 base)
{
  g_return_val_if_fail (count >= 0 && base >= 0, count);

  return base > 1 ? (count + base / 2) / base * base : count;
}

void
amp_table_round (AmpTable *self, gint64 base)
{
  g_return_if_fail (self != NULL && base > 1);

  self->total_persons = amp_table_round_count (self->total_persons, base);
  self->total_records = amp_table_round_count (self->total_records, base);
  for (guint i = 0; i < self->rows->len; i++)
    {
      AmpTableRow *row = g_ptr_array_index (self->rows, i);

      row->persons = amp_table_round_count (row->persons, base);
      row->records = amp_table_round_count (row->records, base);
      row->sensitive_persons = amp_table_round_count (row->sensitive_persons, base);
    }
}
