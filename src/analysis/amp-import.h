/* The import: from the sources of an inspection to a case file.
 *
 * The one entry to the pipeline. Synchronous and cancellable; the threads are
 * the pipeline's own. Until it returns success, nothing is at the target path
 * but what was there before; after a failure or a cancellation no trace of the
 * import is left. */
#pragma once

#include <gio/gio.h>

#include "amp-date.h"
#include "amp-inspection.h"
#include "amp-mandate.h"

G_BEGIN_DECLS

/**
 * AmpImportProgress:
 * @bytes: bytes read so far, over all sources
 * @bytes_total: bytes of all sources, or -1 when one of them is a pipe
 * @records: records counted so far
 * @seconds: since the import began
 * @seconds_left: an estimate, or negative while there is none
 */
typedef struct
{
  gint64 bytes;
  gint64 bytes_total;
  gint64 records;
  double seconds;
  double seconds_left;
} AmpImportProgress;

/**
 * AmpImportProgressFunc:
 *
 * Called from the importing thread, at most about ten times a second.
 */
typedef void (*AmpImportProgressFunc) (const AmpImportProgress *progress, gpointer data);

/**
 * AmpImportOptions:
 * @case_path: (type filename): the case file to write
 * @mandate: (nullable): who analyses, for whom, on what legal basis
 * @as_of: the day at which ages are computed; all zero for today
 * @overwrite: whether an existing case at @case_path may be replaced
 * @place_basis: (nullable): code of the basis that places the records of every
 *   source for which none was chosen (amp_source_set_place_basis()); %NULL for
 *   each source's default
 */
typedef struct
{
  const char       *case_path;
  const AmpMandate *mandate;
  AmpDate           as_of;
  gboolean          overwrite;
  const char       *place_basis;
} AmpImportOptions;

/**
 * AmpImportResult:
 * @records: data rows, malformed ones included
 * @persons: persons, by the rules of the person resolver
 * @persons_lowest: persons if every rule joined
 * @persons_highest: persons if only exact keys joined
 * @malformed: records whose row was malformed
 * @unplaced: records without any place
 * @seconds: wall-clock time
 * @peak_bytes: the greatest resident size of the process
 */
typedef struct
{
  gint64 records;
  gint64 persons;
  gint64 persons_lowest;
  gint64 persons_highest;
  gint64 malformed;
  gint64 unplaced;
  double seconds;
  gint64 peak_bytes;
} AmpImportResult;

/**
 * amp_import_run:
 * @inspection: the reviewed sources
 * @options: where to and under which mandate
 * @progress: (nullable) (scope call): told how far it is
 * @data: for @progress
 * @result: (out): the totals
 * @cancellable: (nullable): to stop; leaves no trace
 * @error: why it failed: an error of the dump layer for a source, of the store
 *   layer for the case, %AMP_ANALYSIS_ERROR_PLACE_BASIS, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the case was written
 */
gboolean amp_import_run (AmpInspection          *inspection,
                         const AmpImportOptions *options,
                         AmpImportProgressFunc   progress,
                         gpointer                data,
                         AmpImportResult        *result,
                         GCancellable           *cancellable,
                         GError                **error);

G_END_DECLS
