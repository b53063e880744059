/* The cells of a case as they lie in its file: by kind, which is all of a profile
 * but the place, and for each kind the places and counts as bytes. So a case opens
 * without unpacking any of them, a question looks at those kinds alone that pass,
 * and a cell takes three bytes or four. Internal to the store; must not know
 * SQLite. */
#pragma once

#include "amp-cell.h"
#include "amp-record-block.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AMP_MAX_COUNT:
 *
 * The most records or persons of a case: counts travel through JSON and charts as
 * doubles.
 */
#define AMP_MAX_COUNT (G_GINT64_CONSTANT (1) << 53)

/**
 * AMP_CELLS_AT_ONCE:
 *
 * How many cells are unpacked at a time: few enough to stay near the processor.
 */
#define AMP_CELLS_AT_ONCE 256

/**
 * AmpPackedColumn:
 * @AMP_PACKED_PLACES: varints, each the step from the place before in the kind, or
 *   from 0.
 * @AMP_PACKED_RECORDS: varints.
 * @AMP_PACKED_PERSONS: varints.
 * @AMP_N_PACKED_COLUMNS: how many there are.
 *
 * What differs between the cells of a kind.
 */
typedef enum
{
  AMP_PACKED_PLACES,
  AMP_PACKED_RECORDS,
  AMP_PACKED_PERSONS,
  AMP_N_PACKED_COLUMNS
} AmpPackedColumn;

/**
 * AmpCellKind:
 * @sources: as in #AmpCell
 * @set: number of the set of categories
 * @categories: that set
 * @profile: the three that follow, as amp_profile_pack() packs them
 * @quality: as in #AmpCell
 * @age_band: as in #AmpCell
 * @sex: as in #AmpCell
 * @n_cells: how many cells there are of the kind
 * @first_cell: number of the first of them
 * @begins: where they begin in the columns
 * @records: their sum
 * @persons: their sum
 *
 * All cells that share everything but the place, in the order of the places.
 */
typedef struct
{
  guint64        sources;
  guint32        set;
  AmpCategorySet categories;
  guint8         profile;
  guint8         quality;
  guint8         age_band;
  guint8         sex;
  guint32        n_cells;
  guint32        first_cell;
  gsize          begins[AMP_N_PACKED_COLUMNS];
  gint64         records;
  gint64         persons;
} AmpCellKind;

/**
 * AmpPackedCells:
 * @kinds: (element-type AmpCellKind): in the order of their cells
 * @columns: the bytes of all kinds, one after the other
 * @n_cells: cells of all kinds
 */
typedef struct
{
  GArray     *kinds;
  GByteArray *columns[AMP_N_PACKED_COLUMNS];
  guint32     n_cells;
} AmpPackedCells;

AmpPackedCells *amp_packed_cells_new (void);

void amp_packed_cells_free (AmpPackedCells *cells);

/**
 * amp_packed_cells_add:
 * @cells: packed cells, to whose columns the bytes of @kind were added
 * @kind: a new kind: its profile, its set and how many cells it has
 * @ends: (inout): where the bytes of the kind before end in the columns; moved behind
 *   those of @kind
 * @n_places: how many places there are
 *
 * Takes a kind in, and believes nothing of what its bytes say.
 *
 * Returns: whether they were just its cells: varints, of places that exist and
 *   counts whose sums are no more than %AMP_MAX_COUNT.
 */
gboolean amp_packed_cells_add (AmpPackedCells *cells, AmpCellKind kind, gsize *ends, guint32 n_places);

static inline const AmpCellKind *
amp_packed_cells_get_kind (const AmpPackedCells *cells, guint index)
{
  return &g_array_index (cells->kinds, AmpCellKind, index);
}

/**
 * AmpCellRun:
 * @n_cells: cells that were unpacked
 * @first_cell: number of the first of them
 * @places: their places
 * @records: their counts
 * @persons: likewise
 *
 * A part of the cells of a kind. What follows in it is its own.
 */
typedef struct
{
  guint   n_cells;
  guint32 first_cell;
  guint32 places[AMP_CELLS_AT_ONCE];
  gint64  records[AMP_CELLS_AT_ONCE];
  gint64  persons[AMP_CELLS_AT_ONCE];

  const AmpPackedCells *cells;
  const guint8         *next[AMP_N_PACKED_COLUMNS];
  guint32               last_place;
  guint32               n_left;
} AmpCellRun;

/**
 * amp_cell_run_begin:
 * @run: (out caller-allocates): a run, before the first cell of @kind
 * @cells: packed cells, which outlive @run
 * @kind: one of theirs
 */
void amp_cell_run_begin (AmpCellRun *run, const AmpPackedCells *cells, const AmpCellKind *kind);

/**
 * amp_cell_run_next:
 * @run: a run that was begun
 *
 * Unpacks the next cells of the kind.
 *
 * Returns: whether there were any
 */
gboolean amp_cell_run_next (AmpCellRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPackedCells, amp_packed_cells_free)

G_END_DECLS
