/* Kinds as four columns, their cells as three, which are copied as they lie.
 * Invariant: reading anything gives FALSE or cells whose references exist. */
#include "amp-cell-block.h"

#include "amp-varint.h"

/* The columns of cells, in the order in which they are kept in memory. */
static const AmpCellColumn column_of[AMP_N_PACKED_COLUMNS] = { AMP_CELL_PLACES, AMP_CELL_RECORDS, AMP_CELL_PERSONS };

static void
begin (AmpCellBlock *block)
{
  block->first_kind += block->n_kinds;
  block->n_kinds = 0;
  block->n_cells = 0;
  for (guint i = 0; i < AMP_CELL_PLACES; i++)
    if (block->packed[i] == NULL)
      block->packed[i] = g_byte_array_new ();
    else
      g_byte_array_set_size (block->packed[i], 0);
}

static void
add_kind (AmpCellBlock *block, const AmpCellKind *kind)
{
  amp_varint_append (block->packed[AMP_CELL_SOURCES], kind->sources);
  amp_varint_append (block->packed[AMP_CELL_CATEGORY_SETS], kind->set);
  g_byte_array_append (block->packed[AMP_CELL_PROFILES], &kind->profile, 1);
  amp_varint_append (block->packed[AMP_CELL_LENGTHS], kind->n_cells);
  block->n_kinds++;
  block->n_cells += kind->n_cells;
}

static gsize
find_end (const AmpPackedCells *cells, guint kind, AmpPackedColumn column)
{
  return kind < cells->kinds->len ? amp_packed_cells_get_kind (cells, kind)->begins[column] : cells->columns[column]->len;
}

static void
set_columns (AmpCellBlock *block, const AmpPackedCells *cells)
{
  const AmpCellKind *first = amp_packed_cells_get_kind (cells, block->first_kind);

  for (guint i = 0; i < AMP_CELL_PLACES; i++)
    block->columns[i] = (AmpBytes){ block->packed[i]->data, block->packed[i]->len };
  for (guint i = 0; i < AMP_N_PACKED_COLUMNS; i++)
    {
      gsize end = find_end (cells, block->first_kind + block->n_kinds, i);

      block->columns[column_of[i]] = (AmpBytes){ cells->columns[i]->data + first->begins[i], end - first->begins[i] };
    }
}

gboolean
amp_cell_block_next (AmpCellBlock *block, const AmpPackedCells *cells)
{
  begin (block);
  while (block->n_cells < AMP_CELLS_PER_BLOCK && block->first_kind + block->n_kinds < cells->kinds->len)
    add_kind (block, amp_packed_cells_get_kind (cells, block->first_kind + block->n_kinds));
  if (block->n_kinds > 0)
    set_columns (block, cells);
  return block->n_kinds > 0;
}

void
amp_cell_block_clear (AmpCellBlock *block)
{
  for (guint i = 0; i < AMP_CELL_PLACES; i++)
    g_clear_pointer (&block->packed[i], g_byte_array_unref);
}

typedef struct
{
  const guint8 *next[AMP_CELL_PLACES];
  const guint8 *end[AMP_CELL_PLACES];
} KindReader;

static gboolean
read_varint (KindReader *reader, AmpCellColumn column, guint64 limit, guint64 *number)
{
  return amp_varint_read (&reader->next[column], reader->end[column], number) && *number <= limit;
}

static gboolean
read_kind (KindReader *reader, const AmpBlockLimits *limits, AmpCellKind *kind)
{
  guint64 sources;
  guint64 set;
  guint64 n_cells;

  if (reader->next[AMP_CELL_PROFILES] == reader->end[AMP_CELL_PROFILES] || limits->n_category_sets == 0 ||
      !read_varint (reader, AMP_CELL_SOURCES, G_MAXUINT64, &sources) ||
      !read_varint (reader, AMP_CELL_CATEGORY_SETS, limits->n_category_sets - 1, &set) ||
      !read_varint (reader, AMP_CELL_LENGTHS, G_MAXUINT32, &n_cells))
    return FALSE;
  *kind = (AmpCellKind){
    .sources = sources,
    .set = (guint32) set,
    .categories = limits->category_sets[set],
    .profile = *reader->next[AMP_CELL_PROFILES]++,
    .n_cells = (guint32) n_cells,
  };
  return TRUE;
}

static gboolean
read_kinds (KindReader *reader, gint64 n_kinds, const AmpBlockLimits *limits, AmpPackedCells *cells, gsize *ends)
{
  for (gint64 i = 0; i < n_kinds; i++)
    {
      AmpCellKind kind;

      if (!read_kind (reader, limits, &kind) || !amp_packed_cells_add (cells, kind, ends, limits->n_places))
        return FALSE;
    }
  for (guint i = 0; i < AMP_CELL_PLACES; i++)
    if (reader->next[i] != reader->end[i])
      return FALSE;
  return TRUE;
}

gboolean
amp_cell_block_read (const AmpBytes *columns, gint64 n_kinds, gint64 n_cells, const AmpBlockLimits *limits, AmpPackedCells *cells)
{
  gint64     n_before = cells->n_cells;
  KindReader reader;
  gsize      ends[AMP_N_PACKED_COLUMNS];

  for (guint i = 0; i < AMP_CELL_PLACES; i++)
    {
      reader.next[i] = columns[i].bytes;
      reader.end[i] = columns[i].bytes + columns[i].length;
    }
  for (guint i = 0; i < AMP_N_PACKED_COLUMNS; i++)
    {
      ends[i] = cells->columns[i]->len;
      g_byte_array_append (cells->columns[i], columns[column_of[i]].bytes, (guint) columns[column_of[i]].length);
    }
  if (n_kinds < 1 || !read_kinds (&reader, n_kinds, limits, cells, ends) || cells->n_cells - n_before != n_cells)
    return FALSE;
  for (guint i = 0; i < AMP_N_PACKED_COLUMNS; i++)
    if (ends[i] != cells->columns[i]->len)
      return FALSE;
  return TRUE;
}
