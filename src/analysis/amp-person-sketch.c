/* Owns what is kept of a name and of a birth date, and how likeness is told. */
#include "amp-person-sketch.h"

#include <sodium.h>

#define LETTER_BITS 20
#define LETTER_MASK ((1u << LETTER_BITS) - 1)
#define HASH_BITS 8
#define HASH_SHIFT LETTER_BITS
#define HEAD_SHIFT (LETTER_BITS + HASH_BITS)
#define N_HEADS 16u

/* Names of so few letters are two when one letter is wrong: "Léo" and "Léa". Names
 * of so many may have two typing errors. */
#define SHORT_NAME 3u
#define LONG_NAME 8u

/* Lengths are kept modulo this. */
#define LENGTHS 8u

#define FIRST_YEAR 1900u
#define SPREAD 0x9E3779B1u /* 2^32 over the golden ratio */

/* Twenty groups of letters. Those that share one are rare in French names and
 * taken for each other. */
static const guint8 groups[26] = {
  /*A*/ 0, /*B*/ 14, /*C*/ 1, /*D*/ 2, /*E*/ 3, /*F*/ 14, /*G*/ 15, /*H*/ 16, /*I*/ 4,
  /*J*/ 15, /*K*/ 17, /*L*/ 5, /*M*/ 6, /*N*/ 7, /*O*/ 8, /*P*/ 9, /*Q*/ 17, /*R*/ 10,
  /*S*/ 11, /*T*/ 12, /*U*/ 13, /*V*/ 18, /*W*/ 18, /*X*/ 19, /*Y*/ 16, /*Z*/ 19
};

static void
shuffle (guint8 *values, guint n)
{
  for (guint i = n; i > 1; i--)
    {
      guint  other = randombytes_uniform (i);
      guint8 value = values[i - 1];

      values[i - 1] = values[other];
      values[other] = value;
    }
}

static void
fill_and_shuffle (guint8 *values, guint n)
{
  for (guint i = 0; i < n; i++)
    values[i] = (guint8) i;
  shuffle (values, n);
}

/* Days up to 12 share the months' codes, 1 to 15, so that a day that changed
 * places with its month is seen. */
static void
init_days (guint8 days[32])
{
  guint8 small[15], rest[20];

  for (guint i = 0; i < 15; i++)
    small[i] = (guint8) (i + 1);
  shuffle (small, 15);
  for (guint i = 0; i < 16; i++)
    rest[i] = (guint8) (i + 16);
  for (guint i = 0; i < 4; i++)
    rest[16 + i] = i == 0 ? 0 : small[11 + i];
  shuffle (rest, 20);
  days[0] = 0;
  memcpy (days + 1, small, 12);
  memcpy (days + 13, rest, 19);
  sodium_memzero (small, sizeof small);
  sodium_memzero (rest, sizeof rest);
}

void
amp_sketch_key_init (AmpSketchKey *key)
{
  guint8 bits[LETTER_BITS], heads[N_HEADS];

  g_return_if_fail (key != NULL);

  fill_and_shuffle (bits, LETTER_BITS);
  fill_and_shuffle (heads, N_HEADS);
  fill_and_shuffle (key->hashes, G_N_ELEMENTS (key->hashes));
  for (guint i = 0; i < 26; i++)
    {
      key->letters[i] = 1u << bits[groups[i]];
      key->heads[i] = heads[groups[i] % N_HEADS];
    }
  fill_and_shuffle (key->years, G_N_ELEMENTS (key->years));
  init_days (key->days);
  sodium_memzero (bits, sizeof bits);
  sodium_memzero (heads, sizeof heads);
}

/* Never 0 for a name: it has letters. The hash is a fixed one under a secret
 * permutation: two names share it or do not, whatever the key. */
static guint32
sketch_letters (const AmpSketchKey *key, const char *letters, guint length)
{
  guint32 set = 0, hash = length;

  if (length == 0)
    return 0;
  for (guint i = 0; i < length; i++)
    {
      guint letter = (guint) (letters[i] - 'A');

      set |= key->letters[letter];
      hash = (hash + letter + 1) * SPREAD;
    }
  return (guint32) key->heads[letters[0] - 'A'] << HEAD_SHIFT | (guint32) key->hashes[hash >> (32 - HASH_BITS)] << HASH_SHIFT | set;
}

static guint8
hash_of (guint32 sketch)
{
  return (guint8) (sketch >> HASH_SHIFT);
}

AmpNameSketch
amp_name_sketch_make (const AmpSketchKey *key, const AmpName *name, AmpSex sex)
{
  guint32 last = sketch_letters (key, name->last.letters, name->last.length);
  guint32 first = sketch_letters (key, name->first.letters, name->first.length);
  guint32 head = first;

  if (name->first.head_length < name->first.length)
    head = sketch_letters (key, name->first.letters, name->first.head_length);
  return (AmpNameSketch){
    .last = last,
    .first = first,
    .birth = sketch_letters (key, name->birth.letters, name->birth.length),
    .last_length = name->last.length % LENGTHS,
    .first_head = hash_of (head),
    .first_length = name->first.length % LENGTHS,
    .is_first_known = name->is_first_known,
    .is_compound = name->first.head_length < name->first.length,
    .is_initial = name->first.length == 1,
    .sex = sex & 3u,
    .is_unsure = name->is_unsure,
  };
}

AmpBirthSketch
amp_birth_sketch_make (const AmpSketchKey *key, AmpDate birth)
{
  if (birth.year == 0)
    return 0;
  g_return_val_if_fail (birth.month >= 1 && birth.month <= 12 && birth.day >= 1 && birth.day <= 31, 0);
  return (AmpBirthSketch) (key->years[(birth.year - FIRST_YEAR) % 128] << 9 | key->days[birth.month] << 5 | key->days[birth.day]);
}

static gboolean
has_same_head (guint32 one, guint32 other)
{
  return one >> HEAD_SHIFT == other >> HEAD_SHIFT;
}

static guint
count_letters (guint32 sketch)
{
  return (guint) __builtin_popcount (sketch & LETTER_MASK);
}

/* Returns by how many letters @one is longer than @other, from -4 to 3. */
static int
subtract_lengths (guint one, guint other)
{
  int longer = (int) ((one - other) % LENGTHS);

  return longer < (int) LENGTHS / 2 ? longer : longer - (int) LENGTHS;
}

/* One letter too many, too few, wrong or in its neighbour's place, as far as the
 * letters that there are and their number tell. */
static gboolean
is_one_slip (guint only_one, guint only_other, int longer)
{
  if (only_one + only_other == 0)
    return longer >= -1 && longer <= 1;
  if (only_one + only_other == 1)
    return longer == 0 || longer == (int) only_one - (int) only_other;
  return only_one == 1 && only_other == 1 && longer == 0;
}

static gboolean
is_two_slips (guint only_one, guint only_other, int longer)
{
  return only_one <= 2 && only_other <= 2 && only_one + only_other > 2 && longer >= -2 && longer <= 2;
}

static gboolean
is_near (guint32 one, guint length, guint32 other, guint other_length)
{
  guint least = MIN (count_letters (one), count_letters (other));
  guint only_one = count_letters (one & ~other);
  guint only_other = count_letters (other & ~one);
  int   longer = subtract_lengths (length, other_length);

  if (!has_same_head (one, other) || (least <= SHORT_NAME && only_one + only_other > 1))
    return FALSE;
  return is_one_slip (only_one, only_other, longer) ||
         (least >= LONG_NAME && is_two_slips (only_one, only_other, longer));
}

static AmpLikeness
compare_last (const AmpNameSketch *one, const AmpNameSketch *other)
{
  if (one->last == 0 || other->last == 0)
    return AMP_LIKENESS_UNKNOWN;
  if (one->last == other->last)
    return AMP_LIKENESS_SAME;
  if ((one->birth != 0 && (one->birth == other->last || one->birth == other->birth)) ||
      (other->birth != 0 && other->birth == one->last))
    return AMP_LIKENESS_SHORT;
  if (!is_near (one->last, one->last_length, other->last, other->last_length))
    return AMP_LIKENESS_OTHER;
  return one->is_last_known && other->is_last_known ? AMP_LIKENESS_DOUBTFUL : AMP_LIKENESS_NEAR;
}

static gboolean
is_one_sex (const AmpNameSketch *one, const AmpNameSketch *other)
{
  return one->sex == other->sex || one->sex == AMP_SEX_UNKNOWN || other->sex == AMP_SEX_UNKNOWN;
}

/* "Jean" of "Jean-Pierre". */
static gboolean
is_part (const AmpNameSketch *one, const AmpNameSketch *other)
{
  return one->is_compound != other->is_compound && one->first_head == other->first_head && has_same_head (one->first, other->first);
}

static AmpLikeness
compare_first (const AmpNameSketch *one, const AmpNameSketch *other)
{
  if (one->first == 0 || other->first == 0)
    return AMP_LIKENESS_UNKNOWN;
  if (one->is_initial || other->is_initial)
    return has_same_head (one->first, other->first) ? AMP_LIKENESS_SHORT : AMP_LIKENESS_OTHER;
  if (one->first == other->first)
    return AMP_LIKENESS_SAME;
  if (!is_one_sex (one, other))
    return AMP_LIKENESS_OTHER;
  if (is_part (one, other))
    return AMP_LIKENESS_SHORT;
  if (!(one->is_first_known && other->is_first_known) &&
      is_near (one->first, one->first_length, other->first, other->first_length))
    return AMP_LIKENESS_NEAR;
  return AMP_LIKENESS_OTHER;
}

/* The last name of one beside the first name of the other: half of a crosswise
 * comparison. */
static AmpLikeness
compare_across (const AmpNameSketch *last, const AmpNameSketch *first)
{
  if (first->is_initial)
    return has_same_head (last->last, first->first) ? AMP_LIKENESS_SHORT : AMP_LIKENESS_OTHER;
  if (last->last == first->first)
    return AMP_LIKENESS_SAME;
  if (is_near (last->last, last->last_length, first->first, first->first_length))
    return AMP_LIKENESS_NEAR;
  /* "Jean" of "Jean-Pierre", and the other way round. */
  if (last->birth != 0 && last->birth == first->first)
    return AMP_LIKENESS_SHORT;
  if (first->is_compound && hash_of (last->last) == first->first_head && has_same_head (last->last, first->first))
    return AMP_LIKENESS_SHORT;
  return AMP_LIKENESS_OTHER;
}

/* What is the first name of one is the last name of the other; an initial is
 * enough beside a name that is alike. */
static gboolean
compare_crosswise (const AmpNameSketch *one, const AmpNameSketch *other, AmpNameLikeness *likeness)
{
  AmpLikeness first, last;

  if (one->last == 0 || other->last == 0 || one->first == 0 || other->first == 0)
    return FALSE;
  last = compare_across (one, other);
  first = compare_across (other, one);
  if (MIN (first, last) < AMP_LIKENESS_SHORT || MAX (first, last) < AMP_LIKENESS_NEAR)
    return FALSE;
  *likeness = (AmpNameLikeness){ .last = MAX (first, last), .first = MIN (first, last) };
  return TRUE;
}

AmpNameLikeness
amp_name_sketch_compare (const AmpNameSketch *one, const AmpNameSketch *other)
{
  AmpNameLikeness likeness = { .last = compare_last (one, other), .first = compare_first (one, other) };

  if (likeness.last < AMP_LIKENESS_NEAR && likeness.first < AMP_LIKENESS_NEAR)
    compare_crosswise (one, other, &likeness);
  if (likeness.first == AMP_LIKENESS_OTHER && (one->is_unsure || other->is_unsure))
    likeness.first = AMP_LIKENESS_UNKNOWN;
  return likeness;
}

guint32
amp_name_sketch_get_whole (const AmpNameSketch *sketch)
{
  guint32 last = sketch->last * SPREAD, first = sketch->first * SPREAD;

  if (last == 0 || first == 0)
    return 0;
  return MAX ((last ^ (last >> 15)) + (first ^ (first >> 15)), 1);
}

guint8
amp_name_sketch_get_heads (const AmpNameSketch *sketch)
{
  guint last = sketch->last >> HEAD_SHIFT, first = sketch->first >> HEAD_SHIFT;

  return (guint8) (MAX (last, first) << 4 | MIN (last, first));
}

AmpLikeness
amp_birth_sketch_compare (AmpBirthSketch one, AmpBirthSketch other)
{
  guint different = one ^ other;
  guint n_different = ((different & 0xfe00u) != 0) + ((different & 0x1e0u) != 0) + ((different & 0x1fu) != 0);

  if (one == 0 || other == 0)
    return AMP_LIKENESS_UNKNOWN;
  if (n_different == 0)
    return AMP_LIKENESS_SAME;
  if (n_different == 1)
    return AMP_LIKENESS_NEAR;
  /* Day and month have changed places. */
  if ((different & 0xfe00u) == 0 && (one >> 5 & 0xfu) == (other & 0x1fu) && (other >> 5 & 0xfu) == (one & 0x1fu))
    return AMP_LIKENESS_NEAR;
  return AMP_LIKENESS_OTHER;
}
