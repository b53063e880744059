/* One walk over the cells for one question. Invariant: a cell is tested once
 * and added to each of its rows; no string is touched before the rows are made.
 * Fields and types are counted in amp-field-statistics.c. */
#include "amp-statistics.h"

#include "amp-cell-filter.h"
#include "amp-cell-rows.h"
#include "amp-cell-table.h"
#include "amp-field-statistics.h"

typedef struct
{
  AmpCellRows   rows;
  AmpCellTally *tallies; /* one for each row */
  AmpCellTally  total;
} Count;

static inline void
add_tally (AmpCellTally *tally, const AmpCellTally *added)
{
  tally->records += added->records;
  tally->persons += added->persons;
  tally->sensitive_persons += added->sensitive_persons;
}

static void
add_to_rows (Count *count, const AmpCell *cell, guint32 set, const AmpCellTally *added)
{
  guint row = amp_cell_rows_get_one (&count->rows, cell, set);

  add_tally (&count->total, added);
  if (row != AMP_NO_ROW)
    add_tally (&count->tallies[row], added);
  for (guint64 rows = amp_cell_rows_get_several (&count->rows, cell, set); rows != 0; rows &= rows - 1)
    add_tally (&count->tallies[__builtin_ctzll (rows)], added);
}

static void
count_cells (Count *count, const AmpCellFilter *filter)
{
  const AmpCell *cells = (const AmpCell *) count->rows.file->cells->data;
  const guint32 *sets = (const guint32 *) count->rows.file->cell_sets->data;
  AmpCategorySet sensitive = amp_combination_get_sensitive ();

  for (guint i = 0; i < count->rows.file->cells->len; i++)
    {
      AmpCellTally counts = { cells[i].records, cells[i].persons, (cells[i].categories & sensitive) != 0 ? cells[i].persons : 0 };

      if (amp_cell_filter_passes (filter, &cells[i]))
        add_to_rows (count, &cells[i], sets[i], &counts);
    }
}

/* The part of a cell that tells its rows. */
static AmpCellPart
get_part (AmpKey key)
{
  switch ((int) key)
    {
    case AMP_KEY_AGE:
    case AMP_KEY_SEX:
    case AMP_KEY_PLACE_QUALITY:
      return AMP_CELL_PART_PROFILE;
    default:
      return amp_key_is_place (key) ? AMP_CELL_PART_PLACE : AMP_CELL_PART_SET;
    }
}

/* Cells with the same part count in the same rows: their sums are spread over the
 * rows, not they. */
static void
count_parts (Count *count, const AmpCellFilter *filter)
{
  AmpCellPart              part = get_part (count->rows.key);
  guint                    n;
  g_autofree AmpCellTally *tallies = amp_cell_table_count (count->rows.file, filter, part, &n);

  for (guint i = 0; i < n; i++)
    {
      AmpCell cell = { .place = part == AMP_CELL_PART_PLACE ? i : 0 };

      if (tallies[i].records == 0 && tallies[i].persons == 0)
        continue;
      if (part == AMP_CELL_PART_PROFILE)
        amp_profile_unpack ((guint8) i, &cell.quality, &cell.age_band, &cell.sex);
      add_to_rows (count, &cell, part == AMP_CELL_PART_SET ? i : 0, &tallies[i]);
    }
}

static void
append_rows (Count *count, GArray *rows)
{
  for (guint i = 0; i < count->rows.n_rows; i++)
    {
      const AmpCellTally *tally = &count->tallies[i];
      AmpCount            row = { NULL, tally->records, tally->persons, tally->sensitive_persons };

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
  count.tallies = g_new0 (AmpCellTally, MAX (count.rows.n_rows, 1));
  if (file->small_cells == NULL || key == AMP_KEY_SOURCE || amp_cell_filter_tests_sources (filter))
    count_cells (&count, filter);
  else
    count_parts (&count, filter);
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
