/* Persons: which records are the same person.
 *
 * Owns what is kept of each record until all are known: sketches of name and
 * birth date, the commune, and keyed hashes of NIR, e-mail addresses and
 * telephone numbers; never a name or a number. Then the records that share one of
 * these are compared by the rules, and joined, the surest rule first.
 *
 * Records must be added in the order of the dump. Which persons come out depends
 * neither on the number of threads that read it nor on the secret key: joins of
 * one rule are made in the order of the records.
 *
 * Three answers are given: the figure, and the two bounds between which it must
 * lie. A wrong merge hides a victim and a missed one inflates the figure; the
 * distance between the bounds says how much that matters. */
#pragma once

#include "amp-person-rule.h"

G_BEGIN_DECLS

/* The most telephone numbers, and the most e-mail addresses, of a record. */
#define AMP_PERSON_MAX_CONTACTS 3

/**
 * AmpPersonEvidence:
 * @traits: sketches of name and birth date, and the commune
 * @nir: hash and flags of the NIR, or 0
 * @emails: hashes of e-mail addresses; 0 for none
 * @phones: hashes of telephone numbers; 0 for none
 *
 * What one record says about who it is.
 */
typedef struct
{
  AmpPersonTraits traits;
  guint32         nir;
  guint32         emails[AMP_PERSON_MAX_CONTACTS];
  guint32         phones[AMP_PERSON_MAX_CONTACTS];
} AmpPersonEvidence;

typedef struct _AmpPersonResolver AmpPersonResolver;

/**
 * amp_person_resolver_new:
 * @n_threads: that compare records in the end; 0 for one a processor
 *
 * Returns: (transfer full): a resolver without records
 */
AmpPersonResolver *amp_person_resolver_new (guint n_threads);

void amp_person_resolver_free (AmpPersonResolver *self);

/**
 * amp_person_resolver_announce:
 * @evidence: of a record that will be added soon
 *
 * Makes adding it faster; changes nothing.
 */
void amp_person_resolver_announce (const AmpPersonResolver *self, const AmpPersonEvidence *evidence);

/**
 * amp_person_resolver_add:
 * @evidence: of the next record
 *
 * Returns: whether there was room: a case holds up to 2^28 records
 */
gboolean amp_person_resolver_add (AmpPersonResolver *self, const AmpPersonEvidence *evidence);

/**
 * amp_person_resolver_finish:
 *
 * Joins, numbers the persons 1, 2, 3… in the order in which they first appear,
 * and forgets all evidence.
 *
 * Returns: the number of persons
 */
guint32 amp_person_resolver_finish (AmpPersonResolver *self);

/**
 * amp_person_resolver_get_persons:
 *
 * Returns: (transfer none): for each record, in the order of adding, the person's
 *   number, from 1; only after finishing
 */
const guint32 *amp_person_resolver_get_persons (AmpPersonResolver *self);

/**
 * amp_person_resolver_get_bounds:
 * @lowest: (out): persons if every rule joined, the loose one included
 * @highest: (out): persons if only exact keys joined: NIR and birth date, or
 *   name, birth date and commune
 *
 * Only after finishing.
 */
void amp_person_resolver_get_bounds (AmpPersonResolver *self, guint32 *lowest, guint32 *highest);

/**
 * amp_person_resolver_get_joined:
 * @rule: one of the joining rules
 *
 * Returns: how many times this rule made one person of two, after the surer ones
 *   had joined theirs; over all rules, records less persons
 */
gint64 amp_person_resolver_get_joined (AmpPersonResolver *self, AmpPersonRule rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPersonResolver, amp_person_resolver_free)

G_END_DECLS
