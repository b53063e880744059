/* The records and persons of every field under a filter: what a job is given, does
 * and answers.
 *
 * Where the case does not remember persons, they are counted from its records, which
 * takes a while. Knows no widget. */
#pragma once

#include "amp-case.h"
#include "amp-job.h"

G_BEGIN_DECLS

/**
 * AmpFieldCount:
 * @fields: rows by field
 * @sources: rows by source, of the same filter
 */
typedef struct
{
  AmpTable *fields;
  AmpTable *sources;
} AmpFieldCount;

/**
 * amp_field_count_input_new:
 * @path: of the case, which the job opens by itself: an opened case serves one thread
 * @selection: whom to count; copied
 *
 * Returns: (transfer full): for amp_field_count_run()
 */
gpointer amp_field_count_input_new (const char *path, const AmpSelection *selection);

/* The parts of an AmpJobKind: the work, whose result is an AmpFieldCount, and what frees
 * both. */
gpointer amp_field_count_run (AmpJob *job, gpointer input, GCancellable *cancellable, GError **error);
void     amp_field_count_input_free (gpointer input);
void     amp_field_count_free (gpointer count);

G_END_DECLS
