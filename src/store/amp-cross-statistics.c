/* One walk over the cells for a table of two keys: see the header. The walk
 * counts in rows that may be empty; those are left out at the end. */
#include "amp-cross-statistics.h"

#include "amp-cell-rows.h"
#include "amp-cell-walk.h"

#include <glib/gi18n-lib.h>

/* Sixteen bytes each. All communes by all categories are a tenth of it. */
#define MAX_COUNTS (8 * 1024 * 1024)

typedef struct
{
  AmpCellRows rows;
  AmpCellRows columns;
  gint64     *records; /* rows.n_rows × columns.n_rows */
  gint64     *persons;
} Walk;

gboolean
amp_cross_statistics_is_key (AmpKey key)
{
  return amp_key_is_filter (key);
}

static void
add_cell (Walk *walk, const AmpCellWalk *cell, guint row, guint column)
{
  gsize place = (gsize) row * walk->columns.n_rows + column;

  walk->records[place] += cell->records;
  walk->persons[place] += cell->persons;
}

static void
add_to_row (Walk *walk, const AmpCellWalk *cell, guint row)
{
  guint column = amp_cell_rows_get_one (&walk->columns, cell->kind, cell->place);

  if (column != AMP_NO_ROW)
    add_cell (walk, cell, row, column);
  for (guint64 columns = amp_cell_rows_get_several (&walk->columns, cell->kind); columns != 0; columns &= columns - 1)
    add_cell (walk, cell, row, (guint) __builtin_ctzll (columns));
}

static void
walk_cells (Walk *walk, AmpCaseFile *file, const AmpCellFilter *filter)
{
  gboolean    is_by_place = amp_key_is_place (walk->rows.key) || amp_key_is_place (walk->columns.key);
  AmpCellWalk cell;

  amp_cell_walk_begin (&cell, file, filter, is_by_place);
  while (amp_cell_walk_next (&cell))
    {
      guint row = amp_cell_rows_get_one (&walk->rows, cell.kind, cell.place);

      if (row != AMP_NO_ROW)
        add_to_row (walk, &cell, row);
      for (guint64 rows = amp_cell_rows_get_several (&walk->rows, cell.kind); rows != 0; rows &= rows - 1)
        add_to_row (walk, &cell, (guint) __builtin_ctzll (rows));
    }
}

static gboolean
counts_something (const Walk *walk, guint row, guint column)
{
  gsize place = (gsize) row * walk->columns.n_rows + column;

  return walk->records[place] != 0 || walk->persons[place] != 0;
}

static GArray *
find_used_rows (const Walk *walk)
{
  GArray *used = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < walk->rows.n_rows; row++)
    for (guint column = 0; column < walk->columns.n_rows; column++)
      if (counts_something (walk, row, column))
        {
          g_array_append_val (used, row);
          break;
        }
  return used;
}

static GArray *
find_used_columns (const Walk *walk)
{
  GArray *used = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint column = 0; column < walk->columns.n_rows; column++)
    for (guint row = 0; row < walk->rows.n_rows; row++)
      if (counts_something (walk, row, column))
        {
          g_array_append_val (used, column);
          break;
        }
  return used;
}

static char **
dup_codes (const AmpCellRows *rows, GArray *used)
{
  char **codes = g_new0 (char *, used->len + 1);

  for (guint i = 0; i < used->len; i++)
    codes[i] = amp_cell_rows_dup_code (rows, g_array_index (used, guint, i));
  return codes;
}

static AmpCrossCounts *
create_counts (const Walk *walk)
{
  g_autoptr (GArray) rows = find_used_rows (walk);
  g_autoptr (GArray) columns = find_used_columns (walk);
  AmpCrossCounts *counts = g_new0 (AmpCrossCounts, 1);

  counts->n_rows = rows->len;
  counts->n_columns = columns->len;
  counts->row_codes = dup_codes (&walk->rows, rows);
  counts->column_codes = dup_codes (&walk->columns, columns);
  counts->records = g_new (gint64, (gsize) rows->len * columns->len + 1);
  counts->persons = g_new (gint64, (gsize) rows->len * columns->len + 1);
  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < columns->len; j++)
      {
        gsize from = (gsize) g_array_index (rows, guint, i) * walk->columns.n_rows + g_array_index (columns, guint, j);

        counts->records[i * columns->len + j] = walk->records[from];
        counts->persons[i * columns->len + j] = walk->persons[from];
      }
  return counts;
}

static void
clear_walk (Walk *walk)
{
  g_free (walk->records);
  g_free (walk->persons);
  amp_cell_rows_clear (&walk->rows);
  amp_cell_rows_clear (&walk->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, clear_walk)

AmpCrossCounts *
amp_cross_statistics_count (AmpCaseFile *file, AmpKey rows, AmpKey columns, const AmpSelection *selection, GError **error)
{
  g_autoptr (AmpCellFilter) filter = NULL;
  g_auto (Walk) walk = { 0 };
  gsize n_counts;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (amp_cross_statistics_is_key (rows) && amp_cross_statistics_is_key (columns), NULL);

  amp_cell_rows_init (&walk.rows, file, rows);
  amp_cell_rows_init (&walk.columns, file, columns);
  n_counts = (gsize) walk.rows.n_rows * walk.columns.n_rows;
  if (n_counts > MAX_COUNTS)
    {
      g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_LIMIT, _ ("a table of “%s” by “%s” would be too large"), amp_key_get_code (rows), amp_key_get_code (columns));
      return NULL;
    }
  walk.records = g_new0 (gint64, n_counts + 1);
  walk.persons = g_new0 (gint64, n_counts + 1);
  filter = amp_cell_filter_new (file, selection);
  walk_cells (&walk, file, filter);
  return create_counts (&walk);
}

void
amp_cross_counts_free (AmpCrossCounts *counts)
{
  if (counts == NULL)
    return;
  g_strfreev (counts->row_codes);
  g_strfreev (counts->column_codes);
  g_free (counts->records);
  g_free (counts->persons);
  g_free (counts);
}
