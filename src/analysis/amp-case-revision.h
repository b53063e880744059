/* The revision of a case: other types for some of its fields, without the dump.
 *
 * A case keeps of each record which fields are filled and which categories it
 * exposes. Where a change of types concerns categories alone, that is enough:
 * the new set is that of the filled fields under their new types, and what free
 * text gave. Where the types say who or where a record is about, or what free
 * text gave cannot be told apart, the dump is needed, and the error says so.
 * Figures are those of an import of the dump with these types. */
#pragma once

#include "amp-case.h"

G_BEGIN_DECLS

/**
 * AmpTypeChange:
 * @source: number of the source, from 0
 * @position: position of the field, from 1
 * @type: what it holds; %AMP_FIELD_TYPE_UNKNOWN for a field that shall not count
 *
 * A field and its new type.
 */
typedef struct
{
  guint        source;
  guint        position;
  AmpFieldType type;
} AmpTypeChange;

/**
 * amp_case_revision_run:
 * @from: an opened case; it stays open and keeps answering as before
 * @changes: (array length=n_changes) (nullable): the changes; none writes @from as
 *   it is, which takes back a revision that was made of it
 * @n_changes: how many
 * @cancellable: (nullable): to stop; leaves no trace
 * @error: %AMP_ANALYSIS_ERROR_NEEDS_DUMP with the reason in words for people,
 *   %AMP_ANALYSIS_ERROR_TYPE_CHANGE for a field that the case does not have or a
 *   type that it cannot have, or an error of the store
 *
 * Writes the revised case at the path of @from, whole or not at all. What the
 * analyst added to the case that stands there is carried over; persons, places
 * and malformed rows stay what they are.
 *
 * Returns: whether the revised case is on the disk
 */
gboolean amp_case_revision_run (AmpCase             *from,
                                const AmpTypeChange *changes,
                                guint                n_changes,
                                GCancellable        *cancellable,
                                GError             **error);

G_END_DECLS
