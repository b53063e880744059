/* Persons: which records are the same person.
 *
 * Owns the union–find over records and the table from pseudonym to record. It
 * sees keyed hashes only, never a name or a number, and it does not know how
 * they were made. Records must be added in the order of the dump: the result is
 * then the same whatever the number of threads that read it.
 *
 * Three answers are kept side by side: the figure, and the two bounds between
 * which it must lie. A wrong merge hides a victim and a missed one inflates the
 * figure; the distance between the bounds says how much that matters. */
#pragma once

#include "amp-date.h"
#include "amp-pseudonym.h"

G_BEGIN_DECLS

/**
 * AmpPersonRule:
 * @AMP_PERSON_RULE_NIR_BIRTH_DATE: same NIR and birth date
 * @AMP_PERSON_RULE_NIR_FIRST_NAME: same NIR and first name (a NIR alone may be
 *   a parent's)
 * @AMP_PERSON_RULE_EMAIL_NAME: same e-mail address and full name
 * @AMP_PERSON_RULE_PHONE_NAME: same telephone number and full name
 * @AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE: same full name, birth date and commune
 * @AMP_PERSON_RULE_NAME_BIRTH_DATE: same full name and birth date; joins in the
 *   lowest bound only
 * @AMP_PERSON_RULE_NIR: same NIR; joins in the lowest bound only
 */
typedef enum
{
  AMP_PERSON_RULE_NIR_BIRTH_DATE,
  AMP_PERSON_RULE_NIR_FIRST_NAME,
  AMP_PERSON_RULE_EMAIL_NAME,
  AMP_PERSON_RULE_PHONE_NAME,
  AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE,
  AMP_PERSON_RULE_NAME_BIRTH_DATE,
  AMP_PERSON_RULE_NIR,
  AMP_N_PERSON_RULES
} AmpPersonRule;

/* The rules that join in the figure itself: those before this one. */
#define AMP_N_JOINING_RULES AMP_PERSON_RULE_NAME_BIRTH_DATE

/* The most keys that one record can have: a rule may have several, for several
 * telephone numbers or addresses. */
#define AMP_PERSON_MAX_KEYS 12

/**
 * AmpPersonKey:
 * @rule: by which it joins
 * @pseudonym: what must be the same
 */
typedef struct
{
  AmpPersonRule rule;
  AmpPseudonym  pseudonym;
} AmpPersonKey;

/**
 * AmpPersonEvidence:
 * @valid_nir: pseudonym of the NIR when its key is right, else 0
 * @birth_date: 0 when unknown
 * @n_keys: how many keys there are
 * @keys: (array length=n_keys): in the order of the rules; comes last, since whoever
 *   keeps many of these keeps only the keys that there are
 *
 * What one record says about who it is.
 */
typedef struct
{
  guint64      valid_nir;
  AmpDate      birth_date;
  guint        n_keys;
  AmpPersonKey keys[AMP_PERSON_MAX_KEYS];
} AmpPersonEvidence;

typedef struct _AmpPersonResolver AmpPersonResolver;

/**
 * amp_person_resolver_new:
 * @n_expected: how many keys of all records are expected; 0 when that is
 *   unknown
 *
 * Returns: (transfer full): a resolver without records
 */
AmpPersonResolver *amp_person_resolver_new (gsize n_expected);

void amp_person_resolver_free (AmpPersonResolver *self);

/**
 * amp_person_resolver_prefetch:
 * @evidence: of a record that will be added soon
 *
 * Makes adding it faster; changes nothing.
 */
void amp_person_resolver_prefetch (AmpPersonResolver *self, const AmpPersonEvidence *evidence);

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
 * Numbers the persons 1, 2, 3… in the order in which they first appear, and
 * forgets every pseudonym.
 *
 * Returns: the number of persons
 */
guint32 amp_person_resolver_finish (AmpPersonResolver *self);

/**
 * amp_person_resolver_get_person:
 * @record: 0-based, in the order of adding
 *
 * Returns: the record's person number, from 1; only after finishing
 */
guint32 amp_person_resolver_get_person (AmpPersonResolver *self, guint32 record);

/**
 * amp_person_resolver_get_persons:
 *
 * Returns: (transfer none): the person number of each record; only after finishing
 */
const guint32 *amp_person_resolver_get_persons (AmpPersonResolver *self);

/**
 * amp_person_resolver_get_bounds:
 * @lowest: (out): persons if every rule joined, the two loose ones included
 * @highest: (out): persons if only exact keys joined: NIR and birth date or,
 *   without a NIR, name, birth date and commune
 *
 * Only after finishing.
 */
void amp_person_resolver_get_bounds (AmpPersonResolver *self, guint32 *lowest, guint32 *highest);

/**
 * amp_person_resolver_get_joined:
 * @rule: one of the joining rules
 *
 * Returns: how many times this rule, as the first one that could, joined a
 *   record to a person already known
 */
gint64 amp_person_resolver_get_joined (AmpPersonResolver *self, AmpPersonRule rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPersonResolver, amp_person_resolver_free)

G_END_DECLS
