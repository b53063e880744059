/* One walk over the cells. */
#include "amp-cell-trace.h"

#include "amp-cell-walk.h"

static void
add_to_sources (AmpCellTrace *self, const AmpCellWalk *count)
{
  for (guint64 bits = count->kind->sources; bits != 0; bits &= bits - 1)
    {
      guint source = (guint) __builtin_ctzll (bits);

      if (source >= self->n_sources)
        return;
      self->sources[source].cells++;
      self->sources[source].records += count->records;
      self->sources[source].persons += count->persons;
    }
}

static void
add_cell (AmpCellTrace *self, const AmpCellWalk *count, AmpCategorySet sensitive)
{
  self->cells++;
  self->records += count->records;
  self->persons += count->persons;
  self->sensitive_persons += (count->kind->categories & sensitive) != 0 ? count->persons : 0;
  add_to_sources (self, count);
}

AmpCellTrace *
amp_cell_trace_new (AmpCaseFile *file, const AmpSelection *filter, const AmpSelection *row)
{
  AmpCellTrace *self = g_new0 (AmpCellTrace, 1);
  g_autoptr (AmpCellFilter) filter_test = NULL;
  g_autoptr (AmpCellFilter) row_test = NULL;
  AmpCategorySet sensitive = amp_combination_get_sensitive ();
  AmpCellWalk    walk;

  g_return_val_if_fail (file != NULL, self);

  filter_test = amp_cell_filter_new (file, filter);
  row_test = amp_cell_filter_new (file, row);
  self->all_cells = file->cells->n_cells;
  self->n_sources = file->sources->len;
  self->sources = g_new0 (AmpSourceTrace, MAX (self->n_sources, 1));
  amp_cell_walk_begin (&walk, file, filter_test, TRUE);
  while (amp_cell_walk_next (&walk))
    if (amp_cell_filter_passes_kind (row_test, walk.kind) && amp_cell_filter_passes_place (row_test, walk.place))
      add_cell (self, &walk, sensitive);
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
