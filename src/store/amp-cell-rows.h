/* In which rows of a breakdown a cell counts. Internal to the store; must not
 * know what is added up there. */
#pragma once

#include "amp-case-file-private.h"
#include "amp-key.h"
#include "amp-packed-cells.h"

G_BEGIN_DECLS

/**
 * AMP_NO_ROW:
 *
 * A cell that counts in several rows, or none.
 */
#define AMP_NO_ROW G_MAXUINT

/**
 * AmpCellRows:
 * @n_rows: rows that there may be
 *
 * The rows of one key of one case.
 */
typedef struct
{
  AmpCaseFile   *file;
  AmpKey         key;
  guint          n_rows;
  const guint32 *row_of_place; /* for places */
  guint64       *rows_of_set;  /* for categories and sensitivities: a bit each */
} AmpCellRows;

/**
 * amp_cell_rows_init:
 * @rows: (out caller-allocates): to be cleared
 * @file: a case, which outlives @rows
 * @key: what the rows are; by type and field a cell counts nowhere
 */
void amp_cell_rows_init (AmpCellRows *rows, AmpCaseFile *file, AmpKey key);

void amp_cell_rows_clear (AmpCellRows *rows);

/**
 * amp_cell_rows_dup_code:
 * @row: below the number of rows
 *
 * Returns: (transfer full): the code of that row
 */
char *amp_cell_rows_dup_code (const AmpCellRows *rows, guint row);

/**
 * amp_cell_rows_get_one:
 * @kind: the kind of a cell of the case
 * @place: the number of its place
 *
 * Returns: the one row of a key that is exclusive, or %AMP_NO_ROW
 */
static inline guint
amp_cell_rows_get_one (const AmpCellRows *rows, const AmpCellKind *kind, guint32 place)
{
  switch ((int) rows->key)
    {
    case AMP_KEY_AGE:
      return kind->age_band;
    case AMP_KEY_SEX:
      return kind->sex;
    case AMP_KEY_PLACE_QUALITY:
      return kind->quality;
    case AMP_KEY_COMBINATION:
      return kind->set;
    default:
      return rows->row_of_place != NULL ? rows->row_of_place[place] : AMP_NO_ROW;
    }
}

/**
 * amp_cell_rows_get_several:
 * @kind: the kind of a cell of the case
 *
 * Returns: a bit for each row of a key that is not exclusive; 0 for others
 */
static inline guint64
amp_cell_rows_get_several (const AmpCellRows *rows, const AmpCellKind *kind)
{
  if (rows->rows_of_set != NULL)
    return rows->rows_of_set[kind->set];
  return rows->key == AMP_KEY_SOURCE ? kind->sources : 0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmpCellRows, amp_cell_rows_clear)

G_END_DECLS
