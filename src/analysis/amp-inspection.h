/* AmpInspection: what was found in a dump, source by source, before any import.
 *
 * Owns the list of sources. The review page edits its fields, the command line
 * prints it, the import reads it. */
#pragma once

#include <gio/gio.h>

#include "amp-source.h"

G_BEGIN_DECLS

#define AMP_TYPE_INSPECTION (amp_inspection_get_type ())
G_DECLARE_FINAL_TYPE (AmpInspection, amp_inspection, AMP, INSPECTION, GObject)

/**
 * amp_inspection_new_for_paths:
 * @paths: (array zero-terminated=1) (type filename): the sources of one dump
 * @cancellable: (nullable): to stop early
 * @error: where to say which source cannot be read, and why
 *
 * Blocks while it reads samples; the application calls it from a job.
 *
 * Returns: (transfer full) (nullable): the inspection of every source
 */
AmpInspection *amp_inspection_new_for_paths (const char *const *paths,
                                             GCancellable      *cancellable,
                                             GError           **error);

/**
 * amp_inspection_get_sources:
 *
 * Returns: (transfer none): a list model of #AmpSource
 */
GListModel *amp_inspection_get_sources (AmpInspection *self);

guint amp_inspection_get_n_sources (AmpInspection *self);

AmpSource *amp_inspection_get_source (AmpInspection *self, guint index);

/**
 * amp_inspection_get_passed_over:
 *
 * An archive may hold files that are no tables beside those that are: each file of
 * an archive that is a table is a source, and the others are named here.
 *
 * Returns: (transfer none) (array zero-terminated=1): for each of them, its name and
 *   the reason, in words for people
 */
const char *const *amp_inspection_get_passed_over (AmpInspection *self);

G_END_DECLS
