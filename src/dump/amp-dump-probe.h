/* What can be said of a source before it is imported: its dialect, its headers, how
 * many records it may hold, and sample rows for the classifier. The samples are
 * personal data: they are wiped with the probe and never leave the process. */
#pragma once

#include "amp-dialect.h"
#include "amp-dump-file.h"

G_BEGIN_DECLS

/* Sample rows at most. */
#define AMP_DUMP_PROBE_MAX_ROWS 3000

/**
 * AmpDumpProbe:
 * @dialect: how the rows are written.
 * @headers: (array length=dialect.n_fields) (array zero-terminated=1): the fields' names
 *   in UTF-8, trimmed, as they are in the file (escape them before showing them); ""
 *   where a field has none.
 * @records_estimate: the data rows: exact when the whole file is in the sample, from
 *   the rows' average size otherwise (and from how well the head is packed), -1 for a
 *   pipe longer than the sample.
 * @rows: (element-type GStrv): sound data rows from the head, the middle and the tail
 *   of the file: n_fields values each, in UTF-8, terminated by %NULL.
 */
typedef struct
{
  AmpDialect dialect;
  char     **headers;
  gint64     records_estimate;
  GPtrArray *rows;
} AmpDumpProbe;

/**
 * amp_dump_probe_run:
 * @file: a file nothing was read from yet; it is only peeked at.
 * @cancellable: (nullable): to stop.
 * @error: return location for an error.
 *
 * Looks at the head of the file and, where it can seek, at its middle and tail.
 *
 * Returns: (transfer full): what was found, or %NULL with an #AmpDumpError whose
 *   message names the file, or %G_IO_ERROR_CANCELLED.
 */
AmpDumpProbe *amp_dump_probe_run (AmpDumpFile *file, GCancellable *cancellable, GError **error);

/**
 * amp_dump_probe_free:
 * @probe: (nullable) (transfer full): a probe, whose samples are overwritten.
 */
void amp_dump_probe_free (AmpDumpProbe *probe);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpDumpProbe, amp_dump_probe_free)

G_END_DECLS
