/* From the profiles of records to those of persons, and to the cells of a case.
 *
 * What an import and a revision of a case have in common: both end here, so that
 * both count alike. Knows neither dump nor types. */
#pragma once

#include "amp-case-writer.h"
#include "amp-profile-register.h"

G_BEGIN_DECLS

typedef struct _AmpPersonCells AmpPersonCells;

/**
 * amp_person_cells_new:
 * @profiles: (transfer none): of the records; those of persons are added
 * @levels: (transfer none): for each place number, how fine it is
 *   (amp-profile-register.h)
 * @n_persons: how many persons there are
 *
 * Returns: (transfer full): persons without a record
 */
AmpPersonCells *amp_person_cells_new (AmpProfileRegister *profiles, const guint8 *levels, guint32 n_persons);

void amp_person_cells_free (AmpPersonCells *self);

/**
 * amp_person_cells_merge:
 * @record_profiles: (array length=n_records): the profiles of the next records
 * @record_persons: (array length=n_records): their persons, numbered from 1 in the
 *   order in which they appear
 * @n_records: how many
 *
 * Gives each person the merged profile of its records.
 */
void amp_person_cells_merge (AmpPersonCells *self, const guint32 *record_profiles, const guint32 *record_persons, gsize n_records);

/**
 * amp_person_cells_write:
 * @writer: (transfer none): where to
 *
 * Counts the persons and writes the cells, and which of them counts each person; once,
 * when all records were merged.
 *
 * Returns: whether that went well
 */
gboolean amp_person_cells_write (AmpPersonCells *self, AmpCaseWriter *writer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPersonCells, amp_person_cells_free)

G_END_DECLS
