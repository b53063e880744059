/* One byte a register; keyed hashes of a multiplication or two.
 *
 * Invariant: registers are those of the values taken, however the threads took turns. */
#include "amp-value-sketch.h"

#include <math.h>
#include <sodium.h>

#include "amp-value.h"

/* One time in three the error is larger: 1.04 / sqrt (512). */
#define INDEX_BITS 9
#define STANDARD_ERROR 0.046
#define N_REGISTERS (1u << INDEX_BITS)

/* The bits of a hash that are left count the rank. */
#define MAX_RANK (64 - INDEX_BITS + 1)

/* A hash that may be rarer than all before it in its register. */
typedef struct
{
  guint32 place; /* among the registers */
  guint8  rank;
} Find;

/* In one record of so many, on average, columns that are not varied are looked at, too. */
#define STEP 16

struct _AmpValueSketch
{
  guint64  key[2];
  guint    n_fields;
  guint    n_words;
  guint64 *varied; /* bitmap */
  guint8  *registers;
};

struct _AmpValueFinds
{
  const AmpValueSketch *sketch;
  GArray               *finds; /* Find */
  guint32               lot;   /* which record is looked at whole */
};

AmpValueSketch *
amp_value_sketch_new (guint n_fields, const guint8 *varied)
{
  AmpValueSketch *self = g_new0 (AmpValueSketch, 1);

  g_return_val_if_fail (varied != NULL || n_fields == 0, NULL);

  self->n_fields = MIN (n_fields, AMP_VALUE_SKETCH_MAX_FIELDS);
  self->n_words = (self->n_fields + 63) / 64;
  self->varied = g_new0 (guint64, self->n_words);
  for (guint i = 0; i < self->n_fields; i++)
    self->varied[i / 64] |= (guint64) (varied[i / 8] >> i % 8 & 1) << i % 64;
  self->registers = g_malloc0 (MAX (self->n_fields, 1) * N_REGISTERS);
  return self;
}

void
amp_value_sketch_free (AmpValueSketch *self)
{
  g_return_if_fail (self != NULL);

  explicit_bzero (self->key, sizeof self->key);
  explicit_bzero (self->registers, self->n_fields * N_REGISTERS);
  g_free (self->registers);
  g_free (self->varied);
  g_free (self);
}

void
amp_value_sketch_set_key (AmpValueSketch *self, const guint8 *bytes, gsize length)
{
  g_return_if_fail (self != NULL && (bytes != NULL || length == 0));

  crypto_generichash ((unsigned char *) self->key, sizeof self->key, bytes, length, NULL, 0);
}

AmpValueFinds *
amp_value_finds_new (const AmpValueSketch *sketch)
{
  AmpValueFinds *self = g_new0 (AmpValueFinds, 1);

  g_return_val_if_fail (sketch != NULL, NULL);

  self->sketch = sketch;
  self->finds = g_array_new (FALSE, FALSE, sizeof (Find));
  return self;
}

void
amp_value_finds_free (AmpValueFinds *self)
{
  g_return_if_fail (self != NULL);

  amp_value_finds_reset (self);
  g_array_unref (self->finds);
  g_free (self);
}

void
amp_value_finds_reset (AmpValueFinds *self)
{
  g_return_if_fail (self != NULL);

  if (self->finds->len > 0)
    explicit_bzero (self->finds->data, self->finds->len * sizeof (Find));
  g_array_set_size (self->finds, 0);
  self->lot = 0;
}

static inline guint64
load_eight (const char *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return word;
}

static inline guint64
load_four (const char *bytes)
{
  guint32 word;

  memcpy (&word, bytes, sizeof word);
  return word;
}

/* Both halves of a product depend on all bits of the factors. */
static inline guint64
fold (guint64 one, guint64 other)
{
  __extension__ unsigned __int128 product = (unsigned __int128) one * other;

  return (guint64) product ^ (guint64) (product >> 64);
}

static inline guint64
hash_value (const guint64 *key, const char *bytes, gsize length)
{
  guint64 seed = key[0] ^ length;
  guint64 first, last;

  for (; length > 16; bytes += 16, length -= 16)
    seed = fold (load_eight (bytes) ^ seed, load_eight (bytes + 8) ^ key[1]);
  if (length >= 8)
    {
      first = load_eight (bytes);
      last = load_eight (bytes + length - 8);
    }
  else if (length >= 4)
    {
      first = load_four (bytes);
      last = load_four (bytes + length - 4);
    }
  else
    {
      first = (guint64) (guint8) bytes[0] << 16 | (guint64) (guint8) bytes[length / 2] << 8 | (guint8) bytes[length - 1];
      last = 0;
    }
  return fold (fold (first ^ seed, last ^ key[1]), 0x9e3779b97f4a7c15u ^ key[0]);
}

static void
note_find (AmpValueFinds *self, guint32 place, guint8 rank)
{
  Find find = { place, rank };

  g_array_append_val (self->finds, find);
}

/* What another thread has added meanwhile may be missed: a find too many does no harm. */
static inline void
look_at (AmpValueFinds *self, guint field, const AmpValue *value)
{
  const AmpValueSketch *sketch = self->sketch;
  const char           *bytes = value->bytes;
  gsize                 length = value->length;
  guint64               hash;
  guint32               place;
  guint8                rank;

  amp_value_trim (&bytes, &length);
  if (length == 0)
    return;
  hash = hash_value (sketch->key, bytes, length);
  place = field * N_REGISTERS + (hash & (N_REGISTERS - 1));
  rank = (guint8) (__builtin_clzll (hash | N_REGISTERS / 2) + 1);
  if (G_UNLIKELY (__atomic_load_n (&sketch->registers[place], __ATOMIC_RELAXED) < rank))
    note_find (self, place, rank);
}

/* Which of up to 64 columns are filled. */
static inline guint64
load_bits (const guint8 *bitmap, guint n_fields)
{
  guint64 bits = 0;

  memcpy (&bits, bitmap, MIN ((n_fields + 7) / 8, sizeof bits));
  return GUINT64_FROM_LE (bits);
}

/* One in STEP, drawn by lot: dumps have their own rhythms. The factor is of Numerical
 * Recipes' quick generator. */
static inline gboolean
draw_lot (AmpValueFinds *self)
{
  self->lot = self->lot * 1664525u + 1013904223u;
  return self->lot < G_MAXUINT32 / STEP;
}

void
amp_value_finds_add_row (AmpValueFinds *self, const AmpRow *row, const guint8 *bitmap)
{
  const AmpValueSketch *sketch = self->sketch;
  guint64               all = draw_lot (self) ? ~(guint64) 0 : 0;

  for (guint i = 0; i < sketch->n_words; i++)
    for (guint64 bits = load_bits (bitmap + i * 8, sketch->n_fields - i * 64) & (sketch->varied[i] | all); bits != 0; bits &= bits - 1)
      {
        guint field = i * 64 + (guint) __builtin_ctzll (bits);

        look_at (self, field, &row->values[field]);
      }
}

void
amp_value_sketch_take (AmpValueSketch *self, const AmpValueFinds *finds)
{
  g_return_if_fail (self != NULL && finds != NULL && finds->sketch == self);

  for (guint i = 0; i < finds->finds->len; i++)
    {
      const Find *find = &g_array_index (finds->finds, Find, i);

      if (self->registers[find->place] < find->rank)
        __atomic_store_n (&self->registers[find->place], find->rank, __ATOMIC_RELAXED);
    }
}

gboolean
amp_value_sketch_is_sampled (const AmpValueSketch *self, guint field)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return field < self->n_fields && (self->varied[field / 64] >> field % 64 & 1) == 0;
}

/* The two series of Ertl's estimator ("New cardinality estimation algorithms for
 * HyperLogLog sketches", 2017), which needs no table of corrections: what registers
 * that are still zero tell, and those that are full. */
static double
sum_of_zeros (double share)
{
  double sum = share, factor = 1, before;

  if (share == 1)
    return INFINITY;
  do
    {
      share *= share;
      before = sum;
      sum += share * factor;
      factor += factor;
    }
  while (sum != before);
  return sum;
}

static double
sum_of_full (double share)
{
  double sum = 1 - share, factor = 1, before;

  if (share == 0 || share == 1)
    return 0;
  do
    {
      share = sqrt (share);
      before = sum;
      factor /= 2;
      sum -= (1 - share) * (1 - share) * factor;
    }
  while (sum != before);
  return sum / 3;
}

static double
estimate (const guint8 *registers)
{
  guint  counts[MAX_RANK + 1] = { 0 };
  double sum;

  for (guint i = 0; i < N_REGISTERS; i++)
    counts[registers[i]]++;
  sum = N_REGISTERS * sum_of_full (1 - (double) counts[MAX_RANK] / N_REGISTERS);
  for (guint rank = MAX_RANK - 1; rank >= 1; rank--)
    sum = (sum + counts[rank]) / 2;
  sum += N_REGISTERS * sum_of_zeros ((double) counts[0] / N_REGISTERS);
  return N_REGISTERS / (2 * G_LN2) * N_REGISTERS / sum;
}

/* Two digits: more would claim more than an estimate knows. */
static gint64
round_to_two_digits (gint64 number)
{
  gint64 unit = 1;

  while (number / unit >= 100)
    unit *= 10;
  return (number + unit / 2) / unit * unit;
}

/* How many of @n values, all equally common, are seen in @records. */
static double
expect_seen (double n, double records)
{
  return n * -expm1 (-records / n);
}

/* Of a column that was looked at in one record of STEP: how many values the whole has
 * at least, if so many were seen. Were some more common than others, there would be more;
 * what was seen is taken for as little as two standard errors allow. */
static double
extrapolate (double seen, double filled)
{
  double low = 1, high = filled;

  seen *= 1 - 2 * STANDARD_ERROR;
  if (expect_seen (filled, filled / STEP) <= seen)
    return filled;
  while (high - low > 0.5)
    {
      double middle = (low + high) / 2;

      if (expect_seen (middle, filled / STEP) < seen)
        low = middle;
      else
        high = middle;
    }
  return expect_seen (low, filled);
}

gint64
amp_value_sketch_estimate (const AmpValueSketch *self, guint field, gint64 filled)
{
  double number;

  g_return_val_if_fail (self != NULL, -1);

  if (field >= self->n_fields)
    return -1;
  if (filled == 0)
    return 0;
  number = estimate (self->registers + field * N_REGISTERS);
  if (amp_value_sketch_is_sampled (self, field))
    number = MAX (number, extrapolate (number, (double) filled));
  return CLAMP (round_to_two_digits ((gint64) round (number)), 1, filled);
}
