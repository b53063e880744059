/* From the profiles of records to those of persons, and to the cells of a case.
 *
 * What an import and a revision of a case have in common: both end here, so that
 * both count alike. Knows neither dump nor types. */
#pragma once

#include "amp-case-writer.h"
#include "amp-profile-register.h"

G_BEGIN_DECLS

/**
 * amp_person_cells_merge:
 * @profiles: (transfer none): of the records
 * @record_profiles: (array length=n_records): the profile of each record
 * @record_persons: (array length=n_records): the person of each record, from 1,
 *   numbered in the order in which they appear
 * @n_records: how many
 * @levels: for each place number, how fine it is (amp-profile-register.h)
 * @n_persons: how many persons there are
 *
 * Gives each person the merged profile of its records, and counts it.
 *
 * Returns: (transfer full) (array length=n_persons): the profile of each person,
 *   from person 1 on
 */
guint32 *amp_person_cells_merge (AmpProfileRegister *profiles,
                                 const guint32      *record_profiles,
                                 const guint32      *record_persons,
                                 gsize               n_records,
                                 const guint8       *levels,
                                 guint32             n_persons);

/**
 * amp_person_cells_write:
 * @profiles: (transfer none): the profiles, all counted
 * @person_profiles: (array length=n_persons) (inout): what
 *   amp_person_cells_merge() returned; left as numbers of cells
 * @writer: (transfer none): where to
 *
 * Writes the cells, and which of them counts each person.
 *
 * Returns: whether that went well
 */
gboolean amp_person_cells_write (AmpProfileRegister *profiles,
                                 guint32            *person_profiles,
                                 guint32             n_persons,
                                 AmpCaseWriter      *writer,
                                 GError            **error);

G_END_DECLS
