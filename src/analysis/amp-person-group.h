/* A group: the records that share a key, and which pairs of them are compared.
 *
 * Owns copies of what is compared, side by side in memory, and the limits that
 * keep time linear when half a dump shares a telephone number. Knows nothing of
 * rules. */
#pragma once

#include "amp-person-rule.h"

G_BEGIN_DECLS

/**
 * AmpPersonMember:
 * @traits: of the record
 * @nir: of the record, or 0
 * @record: its number
 */
typedef struct
{
  AmpPersonTraits traits;
  guint32         nir;
  guint32         record;
} AmpPersonMember;

/**
 * AmpPersonPairFunc:
 * @n_distinct: how many different ones are in the group
 */
typedef void (*AmpPersonPairFunc) (gpointer data, const AmpPersonMember *one, const AmpPersonMember *other, guint n_distinct);

typedef struct _AmpPersonGroup AmpPersonGroup;

AmpPersonGroup *amp_person_group_new (void);

/**
 * amp_person_group_free:
 *
 * Wipes the copies before giving them back.
 */
void amp_person_group_free (AmpPersonGroup *self);

/**
 * amp_person_group_begin:
 *
 * Empties the group; its memory is used again.
 */
void amp_person_group_begin (AmpPersonGroup *self);

/**
 * amp_person_group_add:
 * @member: the next one, in the order of the records; copied
 */
void amp_person_group_add (AmpPersonGroup *self, const AmpPersonMember *member);

/**
 * amp_person_group_compare:
 * @func: (scope call): takes pairs of different records
 * @data: for @func
 *
 * A member that is identical to an earlier one is paired with that one alone.
 * In a small group all others are paired with each other; in a large one, those
 * that have their first or their last name in common, with a limited number of
 * those before them. Which pairs are made does not hang on the key of the
 * sketches.
 */
void amp_person_group_compare (AmpPersonGroup *self, AmpPersonPairFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPersonGroup, amp_person_group_free)

G_END_DECLS
