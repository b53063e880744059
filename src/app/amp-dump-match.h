/* The dump that a case was made from, found again: the same bytes, by their hash,
 * inspected and given the types that the case has.
 *
 * Blocks while it reads, so it runs in a job. It knows no widget, and remembers
 * no path: where a dump lies is nobody's business once it is imported. */
#pragma once

#include "amp-case-revision.h"
#include "amp-inspection.h"

G_BEGIN_DECLS

/**
 * amp_dump_match_guess:
 * @opened: a case
 * @known: (nullable) (array zero-terminated=1): paths that it was imported from, if
 *   that was just now
 *
 * Looks at names and sizes only.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): @known, or the
 *   files beside the case that are called like its sources and as large; %NULL
 *   where one of them is missing
 */
char **amp_dump_match_guess (AmpCase *opened, const char *const *known);

/**
 * amp_dump_match_run:
 * @case_path: (type filename): the case
 * @paths: (array zero-terminated=1): the files that may be its dump, in any order
 * @change: a type that it shall have besides
 * @error: %G_IO_ERROR_INVALID_DATA when a file is not what the case was made from,
 *   naming it; an error of reading
 *
 * Returns: (transfer full) (nullable): the inspection, every field of the type that
 *   the case has
 */
AmpInspection *amp_dump_match_run (const char          *case_path,
                                   const char *const   *paths,
                                   const AmpTypeChange *change,
                                   GCancellable        *cancellable,
                                   GError             **error);

G_END_DECLS
