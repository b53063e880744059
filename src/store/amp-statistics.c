/* One walk over the cells for one question. Invariant: a kind of cells is tested
 * once; no string is touched before the rows are made.
 * Fields and types are counted in amp-field-statistics.c. */
#include "amp-statistics.h"

#include "amp-cell-rows.h"
#include "amp-cell-walk.h"
#include "amp-field-statistics.h"

/* Counts of one row. */
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
add_tally (Tally *tally, const Tally *added)
{
  tally->records += added->records;
  tally->persons += added->persons;
  tally->sensitive_persons += added->sensitive_persons;
}

static void
add_to_rows (Count *count, const AmpCellWalk *walk, AmpCategorySet sensitive)
{
  Tally added = { walk->records, walk->persons, (walk->kind->categories & sensitive) != 0 ? walk->persons : 0 };
  guint row = amp_cell_rows_get_one (&count->rows, walk->kind, walk->place);

  add_tally (&count->total, &added);
  if (row != AMP_NO_ROW)
    add_tally (&count->tallies[row], &added);
  for (guint64 rows = amp_cell_rows_get_several (&count->rows, walk->kind); rows != 0; rows &= rows - 1)
    add_tally (&count->tallies[__builtin_ctzll (rows)], &added);
}

static void
count_kinds (Count *count, const AmpCellFilter *filter)
{
  AmpCategorySet sensitive = amp_combination_get_sensitive ();
  AmpCellWalk    walk;

  amp_cell_walk_begin (&walk, count->rows.file, filter, FALSE);
  while (amp_cell_walk_next (&walk))
    add_to_rows (count, &walk, sensitive);
}

/* Of a kind all cells are sensitive or none is. */
static inline void
add_run (Tally *tallies, const AmpCellRun *run, gint64 sensitive)
{
  for (guint i = 0; i < run->n_cells; i++)
    {
      Tally *tally = &tallies[run->places[i]];

      tally->records += run->records[i];
      tally->persons += run->persons[i];
      tally->sensitive_persons += run->persons[i] & sensitive;
    }
}

/* Cells are counted by place first, wherever they are, and what the filter wants of
 * the places goes to the rows: so no cell is asked for its row. */
static void
count_places (Count *count, const AmpCellFilter *filter)
{
  AmpCaseFile      *file = count->rows.file;
  AmpCategorySet    sensitive = amp_combination_get_sensitive ();
  g_autofree Tally *places = g_new0 (Tally, file->places->len);
  AmpCellWalk       walk;

  amp_cell_walk_begin (&walk, file, filter, TRUE);
  while (amp_cell_walk_next_kind (&walk))
    while (amp_cell_run_next (&walk.run))
      add_run (places, &walk.run, (walk.kind->categories & sensitive) != 0 ? -1 : 0);
  for (guint32 i = 0; i < file->places->len; i++)
    if (amp_cell_filter_passes_place (filter, i))
      {
        add_tally (&count->total, &places[i]);
        add_tally (&count->tallies[count->rows.row_of_place[i]], &places[i]);
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
  if (amp_key_is_place (key))
    count_places (&count, filter);
  else
    count_kinds (&count, filter);
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
