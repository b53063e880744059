/* One walk over the cells for one question. Invariant: a cell is tested once
 * and added to each of its rows; no string is touched before the rows are made.
 * Fields and types are counted in amp-field-statistics.c. */
#include "amp-statistics.h"

#include "amp-cell-filter.h"
#include "amp-cell-rows.h"
#include "amp-field-statistics.h"

typedef struct
{
  gint64 records;
  gint64 persons;
  gint64 sensitive_persons;
} Tally;

typedef struct
{
  AmpCellRows rows;
  Tally      *tallies; /* one for each row */
  Tally       total;
} Count;

static inline void
add_cell (Tally *tally, const AmpCell *cell, gboolean is_sensitive)
{
  tally->records += cell->records;
  tally->persons += cell->persons;
  tally->sensitive_persons += is_sensitive ? cell->persons : 0;
}

static void
add_to_rows (Count *count, const AmpCell *cell, guint32 set, gboolean is_sensitive)
{
  guint row = amp_cell_rows_get_one (&count->rows, cell, set);

  if (row != AMP_NO_ROW)
    add_cell (&count->tallies[row], cell, is_sensitive);
  for (guint64 rows = amp_cell_rows_get_several (&count->rows, cell, set); rows != 0; rows &= rows - 1)
    add_cell (&count->tallies[__builtin_ctzll (rows)], cell, is_sensitive);
}

static void
count_cells (Count *count, const AmpCellFilter *filter)
{
  const AmpCell *cells = (const AmpCell *) count->rows.file->cells->data;
  const guint32 *sets = (const guint32 *) count->rows.file->cell_sets->data;
  AmpCategorySet sensitive = amp_combination_get_sensitive ();

  for (guint i = 0; i < count->rows.file->cells->len; i++)
    {
      gboolean is_sensitive = (cells[i].categories & sensitive) != 0;

      if (!amp_cell_filter_passes (filter, &cells[i]))
        continue;
      add_cell (&count->total, &cells[i], is_sensitive);
      add_to_rows (count, &cells[i], sets[i], is_sensitive);
    }
}

static void
append_rows (Count *count, GArray *rows)
{
  for (guint i = 0; i < count->rows.n_rows; i++)
    {
      const Tally *tally = &count->tallies[i];
      AmpCount     row = { NULL, tally->records, tally->persons, tally->sensitive_persons };

      if (tally->records == 0 && tally->persons == 0)
        continue;
      row.code = amp_cell_rows_dup_code (&count->rows, i);
      g_array_append_val (rows, row);
    }
}

static void
clear_count (gpointer data)
{
  AmpCount *count = data;

  g_free (count->code);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const AmpCount *left = a;
  const AmpCount *right = b;

  if (left->persons != right->persons)
    return left->persons > right->persons ? -1 : 1;
  if (left->records != right->records)
    return left->records > right->records ? -1 : 1;
  return strcmp (left->code, right->code);
}

GArray *
amp_statistics_count (AmpCaseFile *file, AmpKey key, const AmpSelection *selection, AmpCount *total, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpCellFilter) filter = NULL;
  g_autoptr (GArray) rows = NULL;
  Count count = { 0 };

  g_return_val_if_fail (file != NULL && key < AMP_N_KEYS && key != AMP_KEY_SEVERITY, NULL);

  filter = amp_cell_filter_new (file, selection);
  rows = g_array_new (FALSE, FALSE, sizeof (AmpCount));
  g_array_set_clear_func (rows, clear_count);
  amp_cell_rows_init (&count.rows, file, key);
  count.tallies = g_new0 (Tally, MAX (count.rows.n_rows, 1));
  count_cells (&count, filter);
  append_rows (&count, rows);
  g_free (count.tallies);
  amp_cell_rows_clear (&count.rows);
  if (total != NULL)
    *total = (AmpCount){ NULL, count.total.records, count.total.persons, count.total.sensitive_persons };
  if ((key == AMP_KEY_FIELD || key == AMP_KEY_TYPE) &&
      !amp_field_statistics_count (file, key, selection, rows, cancellable, error))
    return NULL;
  g_array_sort (rows, compare_counts);
  return g_steal_pointer (&rows);
}
