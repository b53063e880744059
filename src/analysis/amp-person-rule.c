/* Owns which evidence is enough. */
#include "amp-person-rule.h"

/* Up to so many, a telephone number is somebody's, and a first name or two
 * misspelt names prove something among those of a commune who were born on one
 * day. */
#define FEW 16

typedef struct
{
  AmpPersonSide   one;
  AmpPersonSide   other;
  AmpNameLikeness name;
  AmpLikeness     birth;
} Pair;

static gboolean
is_named (const AmpPersonSide *side)
{
  return side->traits->name.last != 0 || side->traits->name.first != 0;
}

static gboolean
is_like (AmpLikeness likeness)
{
  return likeness >= AMP_LIKENESS_SHORT;
}

/* One of the names may be misspelt, not both. */
static gboolean
has_like_name (const AmpNameLikeness *name)
{
  if (!is_like (name->first) || !is_like (name->last))
    return FALSE;
  return name->last != AMP_LIKENESS_NEAR || name->first == AMP_LIKENESS_SAME;
}

/* A dump without first names, rather than a record that lacks one: that may be a
 * twin's. */
static gboolean
has_no_first_name (const Pair *pair)
{
  return pair->one.traits->name.first == 0 && pair->other.traits->name.first == 0;
}

static gboolean
is_same_commune (const Pair *pair)
{
  return pair->one.traits->commune == pair->other.traits->commune;
}

static gboolean
lacks_commune (const Pair *pair)
{
  return pair->one.traits->commune == 0 || pair->other.traits->commune == 0;
}

/* Neither name is the same: two numbers may have one hash by chance. */
static gboolean
is_another (const AmpNameLikeness *name)
{
  return name->first == AMP_LIKENESS_OTHER && name->last == AMP_LIKENESS_OTHER;
}

static AmpPersonRule
find_by_nir (const Pair *pair)
{
  gboolean is_own = (pair->one.nir & pair->other.nir & AMP_PERSON_NIR_OWN) != 0;
  gboolean is_one_birth = pair->birth == AMP_LIKENESS_SAME;

  if (is_one_birth && (pair->name.first != AMP_LIKENESS_OTHER || (is_own && !is_another (&pair->name))))
    return AMP_PERSON_RULE_NIR_BIRTH_DATE;
  if (is_like (pair->name.first) && pair->birth != AMP_LIKENESS_OTHER)
    return AMP_PERSON_RULE_NIR_FIRST_NAME;
  if (pair->birth == AMP_LIKENESS_OTHER || pair->birth == AMP_LIKENESS_NEAR)
    return pair->name.first == AMP_LIKENESS_OTHER || pair->name.last == AMP_LIKENESS_OTHER ? AMP_PERSON_RULE_NONE : AMP_PERSON_RULE_LOOSE;
  return AMP_PERSON_RULE_LOOSE;
}

/* An address without a name is whose it is elsewhere; a telephone is a household's. */
static AmpPersonRule
find_by_contact_alone (const Pair *pair, gboolean is_email)
{
  if (pair->birth == AMP_LIKENESS_OTHER)
    return AMP_PERSON_RULE_NONE;
  if (is_email && pair->birth != AMP_LIKENESS_NEAR)
    return AMP_PERSON_RULE_EMAIL;
  return AMP_PERSON_RULE_LOOSE;
}

/* A number that so many have is a switchboard's, or made up: it proves nothing
 * beside what the names say. */
static AmpPersonRule
find_by_public_contact (const Pair *pair, AmpPersonRule with_name)
{
  if (!has_like_name (&pair->name) || pair->birth == AMP_LIKENESS_OTHER)
    return AMP_PERSON_RULE_NONE;
  return pair->birth == AMP_LIKENESS_SAME ? with_name : AMP_PERSON_RULE_LOOSE;
}

static AmpPersonRule
find_by_contact (const Pair *pair, gboolean is_email, guint n_sharing)
{
  AmpPersonRule with_name = is_email ? AMP_PERSON_RULE_EMAIL_NAME : AMP_PERSON_RULE_PHONE_NAME;
  gboolean      is_one_birth = pair->birth == AMP_LIKENESS_SAME;

  if (!is_named (&pair->one) || !is_named (&pair->other))
    return find_by_contact_alone (pair, is_email);
  if (pair->name.first == AMP_LIKENESS_OTHER)
    return AMP_PERSON_RULE_NONE;
  if (n_sharing > FEW)
    return find_by_public_contact (pair, with_name);
  if (is_one_birth && is_like (pair->name.last) && (is_like (pair->name.first) || has_no_first_name (pair)))
    return with_name;
  if (is_one_birth && is_like (pair->name.first))
    return AMP_PERSON_RULE_CONTACT_BIRTH_DATE;
  if (is_like (pair->name.first) && is_like (pair->name.last))
    return pair->birth != AMP_LIKENESS_OTHER ? with_name : AMP_PERSON_RULE_LOOSE;
  return pair->birth != AMP_LIKENESS_OTHER ? AMP_PERSON_RULE_LOOSE : AMP_PERSON_RULE_NONE;
}

/* Married women bear another name: with few about, the first name may be enough. */
static gboolean
may_have_married (const Pair *pair, guint n_sharing)
{
  gboolean is_male = pair->one.traits->name.sex == AMP_SEX_MALE || pair->other.traits->name.sex == AMP_SEX_MALE;

  return n_sharing <= FEW && !is_male && pair->name.first == AMP_LIKENESS_SAME;
}

static AmpPersonRule
find_by_birth_date_and_commune (const Pair *pair, guint n_sharing)
{
  if (pair->name.first == AMP_LIKENESS_OTHER)
    return AMP_PERSON_RULE_NONE;
  if (pair->name.first == AMP_LIKENESS_SAME && pair->name.last == AMP_LIKENESS_SAME)
    return AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE;
  if (has_like_name (&pair->name) || (is_like (pair->name.first) && is_like (pair->name.last) && n_sharing <= FEW))
    return AMP_PERSON_RULE_SPELLING;
  if (pair->name.last == AMP_LIKENESS_DOUBTFUL && is_like (pair->name.first))
    return AMP_PERSON_RULE_LOOSE;
  if ((is_like (pair->name.last) && pair->name.first == AMP_LIKENESS_UNKNOWN) || may_have_married (pair, n_sharing))
    return AMP_PERSON_RULE_LOOSE;
  return AMP_PERSON_RULE_NONE;
}

/* Somebody may have moved, or a birth date may be wrong: not in the figure. */
static AmpPersonRule
find_by_name (const Pair *pair)
{
  if (pair->name.first != AMP_LIKENESS_SAME || pair->name.last != AMP_LIKENESS_SAME || pair->birth == AMP_LIKENESS_OTHER)
    return AMP_PERSON_RULE_NONE;
  if (pair->birth == AMP_LIKENESS_SAME && is_same_commune (pair))
    return pair->one.traits->commune == 0 ? AMP_PERSON_RULE_NAME_BIRTH_DATE : AMP_PERSON_RULE_SPELLING;
  if (pair->birth == AMP_LIKENESS_SAME)
    return AMP_PERSON_RULE_LOOSE;
  return is_same_commune (pair) || lacks_commune (pair) ? AMP_PERSON_RULE_LOOSE : AMP_PERSON_RULE_NONE;
}

AmpPersonRule
amp_person_rule_find (AmpSharedKey shared, AmpPersonSide one, AmpPersonSide other, guint n_sharing)
{
  Pair pair = {
    .one = one,
    .other = other,
    .name = amp_name_sketch_compare (&one.traits->name, &other.traits->name),
    .birth = amp_birth_sketch_compare (one.traits->birth, other.traits->birth),
  };

  switch (shared)
    {
    case AMP_SHARED_NIR:
      return find_by_nir (&pair);
    case AMP_SHARED_EMAIL:
      return find_by_contact (&pair, TRUE, n_sharing);
    case AMP_SHARED_PHONE:
      return find_by_contact (&pair, FALSE, n_sharing);
    case AMP_SHARED_BIRTH_DATE_AND_COMMUNE:
      return find_by_birth_date_and_commune (&pair, n_sharing);
    case AMP_SHARED_NAME:
      return find_by_name (&pair);
    case AMP_SHARED_COMMUNE:
      return pair.name.last >= AMP_LIKENESS_DOUBTFUL && is_like (pair.name.first) ? AMP_PERSON_RULE_LOOSE : AMP_PERSON_RULE_NONE;
    default:
      g_return_val_if_reached (AMP_PERSON_RULE_NONE);
    }
}

static gboolean
has_two_valid_nir (AmpPersonSide one, AmpPersonSide other)
{
  return (one.nir & other.nir & AMP_PERSON_NIR_VALID) != 0 && (one.nir | AMP_PERSON_NIR_FLAGS) != (other.nir | AMP_PERSON_NIR_FLAGS);
}

gboolean
amp_person_rule_is_forbidden (AmpPersonRule rule, AmpPersonSide one, AmpPersonSide other)
{
  AmpLikeness birth = amp_birth_sketch_compare (one.traits->birth, other.traits->birth);

  if (birth == AMP_LIKENESS_OTHER)
    return TRUE;
  if (has_two_valid_nir (one, other) && (birth == AMP_LIKENESS_NEAR || (one.nir & other.nir & AMP_PERSON_NIR_OWN) != 0))
    return TRUE;
  return rule != AMP_PERSON_RULE_NIR_BIRTH_DATE &&
         amp_name_sketch_compare (&one.traits->name, &other.traits->name).first == AMP_LIKENESS_OTHER;
}

guint
amp_person_rule_get_weight (AmpPersonSide side)
{
  gboolean has_birth = side.traits->birth != 0;
  guint    weight = has_birth && (side.nir & AMP_PERSON_NIR_VALID) != 0 ? 8 : 0;

  weight += has_birth ? 4 : 0;
  weight += side.traits->name.first != 0 && !side.traits->name.is_initial ? 2 : 0;
  return weight + (side.nir != 0);
}
