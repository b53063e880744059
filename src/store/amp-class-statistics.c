/* One walk over the cells; each set of categories is classified once before. */
#include "amp-class-statistics.h"

#include "amp-cell-rows.h"
#include "amp-cell-walk.h"

static void
add_cell (AmpClassCount *count, const AmpCellWalk *cell, guint class)
{
  count->categories |= cell->kind->categories;
  count->records += cell->records;
  count->persons += cell->persons;
  count->class_persons[class] += cell->persons;
}

static guint8 *
classify_sets (AmpCaseFile *file, AmpClassFunc classify, gpointer data)
{
  guint8 *classes = g_new (guint8, file->category_sets->len + 1);

  for (guint i = 0; i < file->category_sets->len; i++)
    classes[i] = (guint8) MIN (classify (g_array_index (file->category_sets, AmpCategorySet, i), data), AMP_CLASS_COUNT_SIZE - 1);
  return classes;
}

static void
walk_cells (AmpCaseFile *file, const AmpCellFilter *filter, const AmpCellRows *rows, const guint8 *classes, AmpClassCount *counts)
{
  AmpCellWalk walk;

  amp_cell_walk_begin (&walk, file, filter, amp_key_is_place (rows->key));
  while (amp_cell_walk_next (&walk))
    {
      guint class = classes[walk.kind->set];
      guint row = amp_cell_rows_get_one (rows, walk.kind, walk.place);

      if (walk.records == 0 && walk.persons == 0)
        continue;
      if (row != AMP_NO_ROW)
        add_cell (&counts[row], &walk, class);
      for (guint64 several = amp_cell_rows_get_several (rows, walk.kind); several != 0; several &= several - 1)
        add_cell (&counts[__builtin_ctzll (several)], &walk, class);
    }
}

static void
clear_count (gpointer data)
{
  AmpClassCount *count = data;

  g_free (count->code);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const AmpClassCount *left = a;
  const AmpClassCount *right = b;

  if (left->persons != right->persons)
    return left->persons > right->persons ? -1 : 1;
  if (left->records != right->records)
    return left->records > right->records ? -1 : 1;
  return strcmp (left->code, right->code);
}

GArray *
amp_class_statistics_count (AmpCaseFile *file, AmpKey key, const AmpSelection *selection, AmpClassFunc classify, gpointer data)
{
  g_autoptr (AmpCellFilter) filter = NULL;
  g_autofree guint8        *classes = NULL;
  g_autofree AmpClassCount *counts = NULL;
  g_auto (AmpCellRows) rows = { 0 };
  GArray *found;

  g_return_val_if_fail (file != NULL && classify != NULL, NULL);

  amp_cell_rows_init (&rows, file, key);
  filter = amp_cell_filter_new (file, selection);
  classes = classify_sets (file, classify, data);
  counts = g_new0 (AmpClassCount, rows.n_rows + 1);
  walk_cells (file, filter, &rows, classes, counts);
  found = g_array_new (FALSE, FALSE, sizeof (AmpClassCount));
  g_array_set_clear_func (found, clear_count);
  for (guint i = 0; i < rows.n_rows; i++)
    if (counts[i].records != 0 || counts[i].persons != 0)
      {
        counts[i].code = amp_cell_rows_dup_code (&rows, i);
        g_array_append_val (found, counts[i]);
      }
  g_array_sort (found, compare_counts);
  return found;
}
