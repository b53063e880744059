/* From kind to kind, and where places matter from cell to cell. Invariant: whether a
 * kind passes is asked once for all of its cells. */
#include "amp-cell-walk.h"

void
amp_cell_walk_begin (AmpCellWalk *walk, AmpCaseFile *file, const AmpCellFilter *filter, gboolean is_by_place)
{
  walk->cells = file->cells;
  walk->filter = filter;
  walk->is_by_place = is_by_place;
  walk->kind = NULL;
  walk->next_kind = 0;
  walk->next_cell = 0;
  walk->run.n_cells = 0;
  walk->run.n_left = 0;
}

gboolean
amp_cell_walk_next_kind (AmpCellWalk *walk)
{
  while (walk->next_kind < walk->cells->kinds->len)
    {
      walk->kind = amp_packed_cells_get_kind (walk->cells, walk->next_kind++);
      if (!amp_cell_filter_passes_kind (walk->filter, walk->kind))
        continue;
      amp_cell_run_begin (&walk->run, walk->cells, walk->kind);
      walk->next_cell = 0;
      return TRUE;
    }
  return FALSE;
}

/* The next cell of the kind whose place passes. */
static gboolean
take_cell (AmpCellWalk *walk)
{
  AmpCellRun *run = &walk->run;

  for (;; walk->next_cell++)
    {
      if (walk->next_cell == run->n_cells)
        {
          if (!amp_cell_run_next (run))
            return FALSE;
          walk->next_cell = 0;
        }
      if (amp_cell_filter_passes_place (walk->filter, run->places[walk->next_cell]))
        break;
    }
  walk->place = run->places[walk->next_cell];
  walk->cell = run->first_cell + walk->next_cell;
  walk->records = run->records[walk->next_cell];
  walk->persons = run->persons[walk->next_cell];
  walk->next_cell++;
  return TRUE;
}

/* What of the kind is where the filter asks for. */
static void
take_kind (AmpCellWalk *walk)
{
  AmpCellRun *run = &walk->run;

  walk->place = AMP_PLACE_UNPLACED;
  walk->cell = walk->kind->first_cell;
  walk->records = walk->kind->records;
  walk->persons = walk->kind->persons;
  if (walk->filter->places == NULL)
    return;
  walk->records = 0;
  walk->persons = 0;
  while (amp_cell_run_next (run))
    for (guint i = 0; i < run->n_cells; i++)
      {
        gint64 mask = -(gint64) walk->filter->places[run->places[i]];

        walk->records += run->records[i] & mask;
        walk->persons += run->persons[i] & mask;
      }
}

gboolean
amp_cell_walk_next (AmpCellWalk *walk)
{
  if (walk->is_by_place && walk->kind != NULL && take_cell (walk))
    return TRUE;
  while (amp_cell_walk_next_kind (walk))
    {
      if (!walk->is_by_place)
        {
          take_kind (walk);
          return TRUE;
        }
      if (take_cell (walk))
        return TRUE;
    }
  return FALSE;
}
