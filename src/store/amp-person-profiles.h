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
 * AmpProfiledRecordFunc:
 * @record: a record, whose person the bits know
 * @data: what was given to amp_person_profiles_walk()
 */
typedef void (*AmpProfiledRecordFunc) (const AmpRecord *record, gpointer data);

/**
 * amp_person_profiles_walk:
 * @profiles: the bits
 * @file: the case they are of
 * @take: called with each record in turn, the bits having taken note of it
 * @data: for @take
 * @cancellable: (nullable): what stops it
 *
 * Walks over all records of the case.
 *
 * Returns: whether all were seen; %FALSE with @error set, as where a record is
 *   of a person the case does not have.
 */
gboolean amp_person_profiles_walk (AmpPersonProfiles *profiles, AmpCaseFile *file, AmpProfiledRecordFunc take, gpointer data, GCancellable *cancellable, GError **error);

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
 * @profiles: the bits, after a walk
 *
 * Returns: (transfer none): the bits of the persons with sensitive data.
 */
const guint64 *amp_person_profiles_get_sensitive (const AmpPersonProfiles *profiles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPersonProfiles, amp_person_profiles_free)

G_END_DECLS
