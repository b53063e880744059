/* The rules by which two records are one person: pure functions of what both say.
 *
 * Owns which evidence is enough. Knows nothing of the other records, of how those
 * that share a key are found, or of what joins in a chain. */
#pragma once

#include "amp-person-sketch.h"

G_BEGIN_DECLS

/**
 * AmpPersonRule:
 * @AMP_PERSON_RULE_NIR_BIRTH_DATE: same NIR and birth date; where the NIR is not
 *   of one born then (a parent's), not with clearly different first names: twins;
 *   where it is, one of the two names is enough
 * @AMP_PERSON_RULE_NIR_FIRST_NAME: same NIR and first name, birth dates a typing
 *   error apart or unknown (a NIR alone may be a parent's)
 * @AMP_PERSON_RULE_EMAIL_NAME: same e-mail address and full name
 * @AMP_PERSON_RULE_PHONE_NAME: same telephone number and full name
 * @AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE: same full name, birth date and commune
 * @AMP_PERSON_RULE_SPELLING: same birth date and commune, the name misspelt,
 *   shortened, or another at birth
 * @AMP_PERSON_RULE_CONTACT_BIRTH_DATE: same e-mail address or telephone number,
 *   birth date and first name; another last name
 * @AMP_PERSON_RULE_EMAIL: same e-mail address, and no name to compare
 * @AMP_PERSON_RULE_NAME_BIRTH_DATE: same full name and birth date, and no commune
 *   known of either
 * @AMP_PERSON_RULE_LOOSE: what might be one person; joins in the lowest bound only
 * @AMP_PERSON_RULE_NONE: two persons
 *
 * Names are compared as sketches: accents, case, hyphens and order do not count,
 * and a typing error or an initial is no other name where the key is personal.
 * The numbers are part of the case format.
 */
typedef enum
{
  AMP_PERSON_RULE_NIR_BIRTH_DATE,
  AMP_PERSON_RULE_NIR_FIRST_NAME,
  AMP_PERSON_RULE_EMAIL_NAME,
  AMP_PERSON_RULE_PHONE_NAME,
  AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE,
  AMP_PERSON_RULE_SPELLING,
  AMP_PERSON_RULE_CONTACT_BIRTH_DATE,
  AMP_PERSON_RULE_EMAIL,
  AMP_PERSON_RULE_NAME_BIRTH_DATE,
  AMP_PERSON_RULE_LOOSE,
  AMP_PERSON_RULE_NONE
} AmpPersonRule;

/* The rules that join in the figure itself: those before this one. */
#define AMP_N_JOINING_RULES AMP_PERSON_RULE_LOOSE

/* What may be shared by the records that are compared. */
typedef enum
{
  AMP_SHARED_NIR,
  AMP_SHARED_EMAIL,
  AMP_SHARED_PHONE,
  AMP_SHARED_BIRTH_DATE_AND_COMMUNE,
  AMP_SHARED_NAME,
  AMP_SHARED_COMMUNE /* and the first letters of both names; neither has a birth date */
} AmpSharedKey;

/* Flags of a NIR, beside 30 bits of a keyed hash; 0 is none. */
#define AMP_PERSON_NIR_VALID 1u /* its key is right */
#define AMP_PERSON_NIR_OWN 2u   /* of somebody born in the record's month and year */
#define AMP_PERSON_NIR_FLAGS 3u

/**
 * AmpPersonTraits:
 * @name: sketch
 * @birth: sketch, or 0
 * @commune: number of the commune from 1, or 0
 *
 * What is kept of each record until persons are numbered.
 */
typedef struct
{
  AmpNameSketch  name;
  AmpBirthSketch birth;
  guint16        commune;
} AmpPersonTraits;

/**
 * AmpPersonSide:
 * @traits: of a record
 * @nir: hash and flags of its NIR, or 0
 */
typedef struct
{
  const AmpPersonTraits *traits;
  guint32                nir;
} AmpPersonSide;

/**
 * amp_person_rule_find:
 * @shared: what both have in common
 * @one: a record
 * @other: another record
 * @n_sharing: how many different ones share it: what proves something among few
 *   proves nothing among many
 *
 * Returns: the rule by which they are one person
 */
AmpPersonRule amp_person_rule_find (AmpSharedKey shared, AmpPersonSide one, AmpPersonSide other, guint n_sharing);

/**
 * amp_person_rule_is_forbidden:
 * @rule: by which a chain would join two persons
 * @one: the record that says most about one of them
 * @other: the same of the other one
 *
 * Two different valid NIR with different birth dates, two NIR of their own,
 * clearly different birth dates, or clearly different first names: a chain of
 * records never makes one person of those.
 */
gboolean amp_person_rule_is_forbidden (AmpPersonRule rule, AmpPersonSide one, AmpPersonSide other);

/**
 * amp_person_rule_get_weight:
 *
 * Returns: how much a record says about who it is; more is more
 */
guint amp_person_rule_get_weight (AmpPersonSide side);

G_END_DECLS
