/* The inside of an opened case, for the files of the store that read it:
 * loader, record reader, statistics, verification. Nobody changes it once
 * amp_case_file_open() has returned. */
#pragma once

#include "amp-case-file.h"
#include "amp-packed-cells.h"
#include "amp-record-block.h"
#include "amp-sql.h"

G_BEGIN_DECLS

/* The codes of one level of places, and which of them each place has. Code 0
 * is "". */
typedef struct
{
  char      *text;     /* which the codes borrow from; NULL where they own themselves */
  GPtrArray *codes;    /* of char *, each once */
  GArray    *of_place; /* guint32: index in codes, one for each place */
} AmpPlaceLevelIndex;

struct _AmpCaseFile
{
  char              *path;
  AmpSql            *sql;
  GHashTable        *facts; /* name → text */
  AmpMandate        *mandate;
  GPtrArray         *sources; /* of AmpSourceFacts */
  GPtrArray         *fields;  /* of AmpFieldFacts */
  AmpTypeTotal       types[AMP_N_FIELD_TYPES];
  GArray            *places; /* of AmpPlaceCodes, which borrow from the levels */
  AmpPlaceLevelIndex levels[AMP_N_PLACE_KEYS];
  GArray            *category_sets; /* of AmpCategorySet */
  AmpPackedCells    *cells;
  guint32           *cell_numbers; /* by number in the file; NULL where they are the same */
  gint64             records;
  gint64             persons;
};

/**
 * amp_case_loader_run:
 * @file: a case whose tables were checked and whose members are empty
 *
 * Reads all but records and malformed rows, and checks every number.
 *
 * Returns: whether the case can be used.
 */
gboolean amp_case_loader_run (AmpCaseFile *file, GError **error);

/**
 * amp_case_file_set_damaged:
 * @file: a case
 * @error: where to put the error
 *
 * Sets %AMP_STORE_ERROR_DAMAGED, naming the file.
 */
void amp_case_file_set_damaged (AmpCaseFile *file, GError **error);

/**
 * amp_case_file_is_plausible:
 * @file: a case
 *
 * Each person has a record, and each record takes a byte at least: a case that
 * claims more persons than it has bytes must not be given memory for them.
 *
 * Returns: whether a bit for each person may be kept.
 */
gboolean amp_case_file_is_plausible (AmpCaseFile *file);

/**
 * amp_case_file_get_cell_number:
 * @file: a case
 * @cell: number of a cell in the file, below the number of cells
 *
 * Returns: its number in memory, where cells are put together by kind.
 */
static inline guint64
amp_case_file_get_cell_number (const AmpCaseFile *file, guint64 cell)
{
  return file->cell_numbers != NULL ? file->cell_numbers[cell] : cell;
}

/**
 * amp_case_file_get_field_bytes:
 * @file: a case
 * @source: a source
 *
 * Returns: bytes of the bitmap of filled fields in its records.
 */
gsize amp_case_file_get_field_bytes (AmpCaseFile *file, guint source);

G_END_DECLS
