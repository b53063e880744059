/* Which persons a filter selects, and which have sensitive data, as one bit a
 * person: from the cell of each person where the case tells it, from the
 * records otherwise. Internal to the store; must not know what is counted. */
#pragma once

#include "amp-cell-filter.h"

G_BEGIN_DECLS

/**
 * AmpPersonProfiles:
 *
 * Bits of persons. Person 0 is nobody.
 */
typedef struct _AmpPersonProfiles AmpPersonProfiles;

/**
 * amp_person_profiles_new:
 * @file: a case
 * @filter: what selects, borrowed
 * @cancellable: (nullable): what stops it
 *
 * Reads the cells of the persons.
 *
 * Returns: (transfer full) (nullable): the bits; %NULL with @error set, as
 *   when the case claims more persons than it has bytes.
 */
AmpPersonProfiles *amp_person_profiles_new (AmpCaseFile *file, const AmpCellFilter *filter, GCancellable *cancellable, GError **error);

/**
 * amp_person_profiles_free:
 * @profiles: (transfer full) (nullable): the bits
 *
 * Frees @profiles.
 */
void amp_person_profiles_free (AmpPersonProfiles *profiles);

/**
 * amp_person_profiles_add_record:
 * @profiles: the bits
 * @record: a record of the case
 *
 * Takes note of a record, before amp_person_profiles_is_selected().
 *
 * Returns: whether its person is one of the case.
 */
gboolean amp_person_profiles_add_record (AmpPersonProfiles *profiles, const AmpRecord *record);

/**
 * amp_person_profiles_is_selected:
 * @profiles: the bits
 * @person: a person of the case
 * @is_record: whether the record at hand is selected
 *
 * Returns: whether the person is; that of the record if the case does not tell.
 */
gboolean amp_person_profiles_is_selected (const AmpPersonProfiles *profiles, guint32 person, gboolean is_record);

/**
 * amp_person_profiles_get_sensitive:
 * @profiles: the bits, all records having been added
 *
 * Returns: (transfer none): the bits of the persons with sensitive data.
 */
const guint64 *amp_person_profiles_get_sensitive (const AmpPersonProfiles *profiles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPersonProfiles, amp_person_profiles_free)

G_END_DECLS
