/* Opening: from the files that a person gave to what the window shows: an
 * opened case, or the inspection of a dump.
 *
 * Blocks while it reads, so it runs in a job. It knows no widget. */
#pragma once

#include "amp-case.h"
#include "amp-inspection.h"

G_BEGIN_DECLS

/**
 * AmpOpening:
 * @opened: (nullable): the case, if the file was one
 * @inspection: (nullable): what was found in the dump, if it was one
 * @proposed_path: (nullable) (type filename): where the case of the dump could
 *   be written: beside it, or else in the documents folder; no such file
 *   exists yet
 */
typedef struct
{
  AmpCase       *opened;
  AmpInspection *inspection;
  char          *proposed_path;
} AmpOpening;

void amp_opening_free (AmpOpening *opening);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpOpening, amp_opening_free)

/**
 * amp_opening_is_case_name:
 * @path: (type filename): a path
 *
 * Returns: whether the name alone says that it is a case
 */
gboolean amp_opening_is_case_name (const char *path);

/**
 * amp_opening_run:
 * @paths: (array zero-terminated=1) (type filename): one case, or the sources
 *   of one dump
 * @cancellable: (nullable): to stop early
 * @error: why, naming the file
 *
 * Returns: (transfer full) (nullable): one or the other
 */
AmpOpening *amp_opening_run (const char *const *paths, GCancellable *cancellable, GError **error);

G_END_DECLS
