/* Keyed sketches: the name and the birth date of a record, made so small that
 * they cannot be read, and so that a spelling and its misspelling stay alike.
 *
 * A sketch is no hash: it keeps, under a secret permutation, which letters a
 * name has, so that a letter too many, too few, wrong or in its neighbour's
 * place shows as one. It is compared only between records that share something
 * exact (a NIR, an address, a number, a birth date and a commune), and is
 * forgotten when the persons are numbered. The key decides how a sketch looks, not
 * which ones are alike: every import of a dump finds the same persons. Immutable
 * keys, no state: any number of threads. */
#pragma once

#include "amp-date.h"
#include "amp-name.h"
#include "amp-person-facts.h"

G_BEGIN_DECLS

/**
 * AmpSketchKey:
 * @letters: (array length=26): the bit of each letter; letters of one sound
 *   that are rare share theirs
 * @heads: (array length=26): four bits for a name's first letter; some share them
 * @hashes: (array length=256): eight bits for each value of a hash of letters
 * @years: (array length=128): seven bits for each year
 * @days: (array length=32): five bits for each day; those of the days up to 12
 *   are the months', and take four bits
 *
 * The secret part. Belongs to %AmpPseudonymKey.
 */
typedef struct
{
  guint32 letters[26];
  guint8  heads[26];
  guint8  hashes[256];
  guint8  years[128];
  guint8  days[32];
} AmpSketchKey;

/**
 * AmpNameSketch:
 * @last: of the last name: 4 bits of its first letter, 8 of a hash of all
 *   letters, 20 that say which letters there are; 0 when it is unknown
 * @first: the same of the first name
 * @birth: the same of another last name, that at birth, or 0
 * @last_length: letters of the last name, modulo 8
 * @is_last_known: whether many bear the last name
 * @first_length: letters of the first name, modulo 8
 * @is_first_known: whether many bear the first name
 * @is_compound: whether the first name has further words
 * @is_initial: whether it is only a letter
 * @sex: given with the name
 * @is_unsure: whether its words may belong to the other part
 * @first_head: hash of the first word of the first name
 *
 * Sixteen bytes, since there is one for each record.
 */
typedef struct
{
  guint32 last;
  guint32 first;
  guint32 birth;
  guint16 last_length : 3;
  guint16 is_last_known : 1;
  guint16 first_length : 3;
  guint16 is_first_known : 1;
  guint16 is_compound : 1;
  guint16 is_initial : 1;
  guint16 sex : 2;
  guint16 is_unsure : 1;
  guint16 first_head;
} AmpNameSketch;
G_STATIC_ASSERT (sizeof (AmpNameSketch) == 16);

/* A birth date as parts that can be compared but not read: 7 bits of the year, 4
 * of the month, 5 of the day; 0 when it is unknown. */
typedef guint16 AmpBirthSketch;

/**
 * AmpLikeness:
 * @AMP_LIKENESS_UNKNOWN: one of the two is unknown
 * @AMP_LIKENESS_OTHER: clearly different
 * @AMP_LIKENESS_DOUBTFUL: last names a typing error apart, yet both are borne by
 *   many
 * @AMP_LIKENESS_SHORT: one is an initial, or a part, of the other
 * @AMP_LIKENESS_NEAR: a typing error apart
 * @AMP_LIKENESS_SAME: the same, however it is spelt
 */
typedef enum
{
  AMP_LIKENESS_UNKNOWN,
  AMP_LIKENESS_OTHER,
  AMP_LIKENESS_DOUBTFUL,
  AMP_LIKENESS_SHORT,
  AMP_LIKENESS_NEAR,
  AMP_LIKENESS_SAME
} AmpLikeness;

/**
 * AmpNameLikeness:
 * @last: of the last names; a name at birth stands for the one in use as a
 *   %AMP_LIKENESS_SHORT
 * @first: of the first names
 */
typedef struct
{
  AmpLikeness last;
  AmpLikeness first;
} AmpNameLikeness;

/**
 * amp_sketch_key_init:
 * @key: (out): a new random key
 */
void amp_sketch_key_init (AmpSketchKey *key);

AmpNameSketch  amp_name_sketch_make (const AmpSketchKey *key, const AmpName *name, AmpSex sex);
AmpBirthSketch amp_birth_sketch_make (const AmpSketchKey *key, AmpDate birth_date);

/**
 * amp_name_sketch_compare:
 *
 * Compares crosswise too, since first and last name may have changed places.
 * First names that differ by a letter are two names when both are borne by many,
 * or by people of both sexes. First names of which one is unsure are unknown
 * rather than other.
 */
AmpNameLikeness amp_name_sketch_compare (const AmpNameSketch *one, const AmpNameSketch *other);

/**
 * amp_name_sketch_get_whole:
 *
 * Returns: 32 bits that two names have in common when their last and first names
 *   are spelt alike, in either order; 0 unless both are known
 */
guint32 amp_name_sketch_get_whole (const AmpNameSketch *sketch);

/**
 * amp_name_sketch_get_heads:
 *
 * Returns: 8 bits that two names have in common when the first letters of their
 *   last and first names are the same, in either order
 */
guint8 amp_name_sketch_get_heads (const AmpNameSketch *sketch);

/**
 * amp_birth_sketch_compare:
 *
 * Returns: %AMP_LIKENESS_NEAR when one of year, month and day differs, or when
 *   day and month have changed places
 */
AmpLikeness amp_birth_sketch_compare (AmpBirthSketch one, AmpBirthSketch other);

G_END_DECLS
