/* Columns of bytes to cells. Invariant: unpacking anything gives FALSE
 * or cells whose references exist. */
#include "amp-old-cells.h"

#include "amp-varint.h"

static gboolean
unpack_column (AmpBytes column, guint n_cells, guint64 limit, guint64 *numbers)
{
  const guint8 *place = column.bytes;
  const guint8 *end = place + column.length;

  for (guint i = 0; i < n_cells; i++)
    if (!amp_varint_read (&place, end, &numbers[i]) || numbers[i] > limit)
      return FALSE;
  return place == end;
}

static gboolean
unpack_references (const AmpBytes *columns, guint n_cells, const AmpBlockLimits *limits, AmpCell *cells, guint32 *category_sets)
{
  guint64 numbers[AMP_RECORDS_PER_BLOCK];

  if (limits->n_places == 0 || limits->n_category_sets == 0 ||
      !unpack_column (columns[AMP_OLD_CELL_PLACES], n_cells, limits->n_places - 1, numbers))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    cells[i].place = (guint32) numbers[i];
  if (!unpack_column (columns[AMP_OLD_CELL_CATEGORY_SETS], n_cells, limits->n_category_sets - 1, numbers))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      category_sets[i] = (guint32) numbers[i];
      cells[i].categories = limits->category_sets[numbers[i]];
    }
  return TRUE;
}

static gboolean
unpack_counts (const AmpBytes *columns, guint n_cells, AmpCell *cells)
{
  guint64 numbers[AMP_RECORDS_PER_BLOCK];

  if (!unpack_column (columns[AMP_OLD_CELL_RECORDS], n_cells, G_MAXINT64, numbers))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    cells[i].records = (gint64) numbers[i];
  if (!unpack_column (columns[AMP_OLD_CELL_PERSONS], n_cells, G_MAXINT64, numbers))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    cells[i].persons = (gint64) numbers[i];
  return TRUE;
}

static gboolean
unpack_profiles (const AmpBytes *columns, guint n_cells, AmpCell *cells)
{
  guint64 numbers[AMP_RECORDS_PER_BLOCK];

  if (columns[AMP_OLD_CELL_PROFILES].length != n_cells ||
      !unpack_column (columns[AMP_OLD_CELL_SOURCES], n_cells, G_MAXUINT64, numbers))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      cells[i].sources = numbers[i];
      if (!amp_profile_unpack (columns[AMP_OLD_CELL_PROFILES].bytes[i], &cells[i].quality, &cells[i].age_band, &cells[i].sex))
        return FALSE;
    }
  return TRUE;
}

gboolean
amp_old_cells_unpack (const AmpBytes *columns, guint n_cells, const AmpBlockLimits *limits, AmpCell *cells, guint32 *category_sets)
{
  return n_cells <= AMP_RECORDS_PER_BLOCK &&
         unpack_references (columns, n_cells, limits, cells, category_sets) &&
         unpack_profiles (columns, n_cells, cells) &&
         unpack_counts (columns, n_cells, cells);
}
