/* Profiles: each distinct combination of place, categories, age band, sex,
 * quality and sources gets a number and two counts. They become the cells of
 * the case.
 *
 * Owns the cells while they grow, in 24 bytes each. A record has a profile, and so has a person:
 * the merged profile of its records. */
#pragma once

#include "amp-cell.h"

G_BEGIN_DECLS

typedef struct _AmpProfileRegister AmpProfileRegister;

AmpProfileRegister *amp_profile_register_new (void);

void amp_profile_register_free (AmpProfileRegister *self);

/**
 * amp_profile_register_find:
 * @profile: only its profile counts, not its @records and @persons
 *
 * Returns: the number of the profile, from 0; a new one when it was unknown
 */
guint32 amp_profile_register_find (AmpProfileRegister *self, const AmpCell *profile);

/**
 * amp_profile_register_hash:
 * @profile: only its profile counts
 *
 * Returns: what the three functions below know it by
 */
guint64 amp_profile_register_hash (const AmpCell *profile);

/**
 * amp_profile_register_prefetch_slot:
 * amp_profile_register_prefetch_cell:
 * @hash: of a profile that will be looked up soon
 *
 * There are more profiles than a cache holds. Called one after the other, each
 * for some profiles before the next, they make looking up faster, and change
 * nothing.
 */
void amp_profile_register_prefetch_slot (const AmpProfileRegister *self, guint64 hash);
void amp_profile_register_prefetch_cell (const AmpProfileRegister *self, guint64 hash);

/**
 * amp_profile_register_find_hashed:
 * @hash: of @profile
 *
 * Returns: what amp_profile_register_find() does
 */
guint32 amp_profile_register_find_hashed (AmpProfileRegister *self, const AmpCell *profile, guint64 hash);

/**
 * amp_profile_register_shed:
 *
 * Gives back the memory that finding needs. It is taken again, and filled, when
 * something is found or merged next; nothing may be prefetched before.
 */
void amp_profile_register_shed (AmpProfileRegister *self);

/**
 * amp_profile_register_merge:
 * @earlier: profile of a person so far
 * @later: profile of a further record of that person
 * @levels: (array): for each place number, how fine it is: greater is finer
 *
 * The person is where its best-placed record is (the finest level, then the
 * surest quality, then the earliest); age and sex are the first known ones;
 * categories and sources add up.
 *
 * Returns: the number of the merged profile
 */
guint32 amp_profile_register_merge (AmpProfileRegister *self, guint32 earlier, guint32 later, const guint8 *levels);

void amp_profile_register_count_record (AmpProfileRegister *self, guint32 profile);

void amp_profile_register_count_person (AmpProfileRegister *self, guint32 profile);

/**
 * amp_profile_register_get_n:
 *
 * Returns: how many profiles there are
 */
guint32 amp_profile_register_get_n (const AmpProfileRegister *self);

/**
 * amp_profile_register_get_cell:
 * @profile: its number
 *
 * Returns: the profile with its counts
 */
AmpCell amp_profile_register_get_cell (const AmpProfileRegister *self, guint32 profile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpProfileRegister, amp_profile_register_free)

G_END_DECLS
