/* Two breakdowns crossed: see the header. */
#include "amp-cross-table.h"

#include "amp-case-private.h"
#include "amp-cross-statistics.h"

void
amp_cross_table_free (AmpCrossTable *table)
{
  if (table == NULL)
    return;
  g_clear_pointer (&table->rows, amp_table_unref);
  g_clear_pointer (&table->columns, amp_table_unref);
  g_free (table->records);
  g_free (table->persons);
  g_free (table);
}

gboolean
amp_cross_table_is_key (AmpKey key)
{
  return amp_cross_statistics_is_key (key);
}

/* From codes to positions. The counts name each code once. */
static GHashTable *
index_codes (AmpTable *table)
{
  GHashTable *positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    g_hash_table_insert (positions, amp_table_get_row (table, i)->code, GUINT_TO_POINTER (i));
  return positions;
}

static void
arrange (AmpCrossTable *table, const AmpCrossCounts *counts)
{
  g_autoptr (GHashTable) rows = index_codes (table->rows);
  g_autoptr (GHashTable) columns = index_codes (table->columns);
  guint n_columns = amp_table_get_n_rows (table->columns);

  for (guint i = 0; i < counts->n_rows; i++)
    for (guint j = 0; j < counts->n_columns; j++)
      {
        guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, counts->row_codes[i]));
        guint column = GPOINTER_TO_UINT (g_hash_table_lookup (columns, counts->column_codes[j]));

        table->records[(gsize) row * n_columns + column] = counts->records[i * counts->n_columns + j];
        table->persons[(gsize) row * n_columns + column] = counts->persons[i * counts->n_columns + j];
      }
}

AmpCrossTable *
amp_case_cross (AmpCase *opened, AmpKey row_key, AmpKey column_key, const AmpSelection *selection, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpCrossTable) table = NULL;
  g_autoptr (AmpCrossCounts) counts = NULL;
  gsize n_counts;

  g_return_val_if_fail (AMP_IS_CASE (opened), NULL);
  g_return_val_if_fail (amp_cross_table_is_key (row_key) && amp_cross_table_is_key (column_key), NULL);

  counts = amp_cross_statistics_count (amp_case_get_file (opened), row_key, column_key, selection, error);
  if (counts == NULL)
    return NULL;
  table = g_new0 (AmpCrossTable, 1);
  table->rows = amp_case_tabulate (opened, row_key, selection, cancellable, error);
  if (table->rows != NULL)
    table->columns = amp_case_tabulate (opened, column_key, selection, cancellable, error);
  if (table->columns == NULL)
    return NULL;
  n_counts = (gsize) amp_table_get_n_rows (table->rows) * amp_table_get_n_rows (table->columns);
  table->records = g_new0 (gint64, n_counts + 1);
  table->persons = g_new0 (gint64, n_counts + 1);
  arrange (table, counts);
  return g_steal_pointer (&table);
}

gint64
amp_cross_table_get_persons (const AmpCrossTable *table, guint row, guint column)
{
  g_return_val_if_fail (table != NULL && column < amp_table_get_n_rows (table->columns), 0);

  return table->persons[(gsize) row * amp_table_get_n_rows (table->columns) + column];
}

gint64
amp_cross_table_get_records (const AmpCrossTable *table, guint row, guint column)
{
  g_return_val_if_fail (table != NULL && column < amp_table_get_n_rows (table->columns), 0);

  return table->records[(gsize) row * amp_table_get_n_rows (table->columns) + column];
}
