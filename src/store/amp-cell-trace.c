/* One walk over the cells. */
#include "amp-cell-trace.h"

#include "amp-cell-filter.h"

static void
add_to_sources (AmpCellTrace *self, const AmpCell *cell)
{
  for (guint64 bits = cell->sources; bits != 0; bits &= bits - 1)
    {
      guint source = (guint) __builtin_ctzll (bits);

      if (source >= self->n_sources)
        return;
      self->sources[source].cells++;
      self->sources[source].records += cell->records;
      self->sources[source].persons += cell->persons;
    }
}

static void
add_cell (AmpCellTrace *self, const AmpCell *cell, AmpCategorySet sensitive)
{
  self->cells++;
  self->records += cell->records;
  self->persons += cell->persons;
  self->sensitive_persons += (cell->categories & sensitive) != 0 ? cell->persons : 0;
  add_to_sources (self, cell);
}

AmpCellTrace *
amp_cell_trace_new (AmpCaseFile *file, const AmpSelection *filter, const AmpSelection *row)
{
  AmpCellTrace *self = g_new0 (AmpCellTrace, 1);
  g_autoptr (AmpCellFilter) filter_test = NULL;
  g_autoptr (AmpCellFilter) row_test = NULL;
  AmpCategorySet sensitive = amp_combination_get_sensitive ();
  const AmpCell *cells;
  gsize          n_cells;

  g_return_val_if_fail (file != NULL, self);

  filter_test = amp_cell_filter_new (file, filter);
  row_test = amp_cell_filter_new (file, row);
  cells = amp_case_file_get_cells (file, &n_cells);
  self->all_cells = (gint64) n_cells;
  self->n_sources = file->sources->len;
  self->sources = g_new0 (AmpSourceTrace, MAX (self->n_sources, 1));
  for (gsize i = 0; i < n_cells; i++)
    if (amp_cell_filter_passes (filter_test, &cells[i]) && amp_cell_filter_passes (row_test, &cells[i]))
      add_cell (self, &cells[i], sensitive);
  return self;
}

void
amp_cell_trace_free (AmpCellTrace *self)
{
  if (self == NULL)
    return;
  g_free (self->sources);
  g_free (self);
}
