/* Which persons two sources of a case share, and what the second exposes of them
 * that the first did not: two dumps of one leak, imported into one case. Must
 * not know labels or the suppression of small counts. */
#pragma once

#include "amp-case-file.h"
#include "amp-selection.h"

G_BEGIN_DECLS

/**
 * AmpSourceOverlap:
 * @records: records of each source
 * @only_first: persons whom the first source holds and the second does not
 * @only_second: persons whom the second holds and the first does not
 * @both: persons whom both hold
 * @richer: those of @both of whom the second exposes a category that the first
 *   did not
 * @first: by category: persons of whom the first source exposes it
 * @second: by category: persons of whom the second source exposes it
 * @newly: by category: persons of whom the second exposes it and the first did
 *   not; those of @only_second among them
 * @newly_known: by category: those of @newly whom the first source holds, too
 *
 * A person may be in further sources as well.
 */
typedef struct
{
  gint64 records[2];
  gint64 only_first;
  gint64 only_second;
  gint64 both;
  gint64 richer;
  gint64 first[AMP_N_CATEGORIES];
  gint64 second[AMP_N_CATEGORIES];
  gint64 newly[AMP_N_CATEGORIES];
  gint64 newly_known[AMP_N_CATEGORIES];
} AmpSourceOverlap;

/**
 * amp_source_overlap_count:
 * @file: a case
 * @first: number of a source, from 0
 * @second: number of another
 * @selection: (nullable): whom to count, by their own profile; %NULL for
 *   everybody
 * @overlap: (out caller-allocates): where to put the counts
 * @cancellable: (nullable): what stops it
 *
 * Reads the records: what each source exposes of a person is not in the cells,
 * which hold what all sources together do. From one thread at a time; some
 * 50 ms for half a million records.
 *
 * Returns: whether it was counted; %FALSE with @error set
 */
gboolean amp_source_overlap_count (AmpCaseFile *file, guint first, guint second, const AmpSelection *selection, AmpSourceOverlap *overlap, GCancellable *cancellable, GError **error);

G_END_DECLS
