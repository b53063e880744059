/* Owns the random numbers of the generator. Integer arithmetic only, so that
 * one seed gives the same dump on every machine. Knows nothing of dumps.
 *
 * The generator is splitmix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", 2014). */
#pragma once

#include <glib.h>

typedef struct
{
  guint64 state;
} SampleRandom;

static inline guint64
sample_random_mix (guint64 value)
{
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return value ^ (value >> 31);
}

/**
 * sample_random_seed:
 * @seed: any number
 * @stream: which of the streams of @seed
 *
 * Returns: the seed of an independent stream; the same two numbers give the
 *   same one
 */
static inline guint64
sample_random_seed (guint64 seed, guint64 stream)
{
  return sample_random_mix (sample_random_mix (seed + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) ^
                            (stream * G_GUINT64_CONSTANT (0xd1342543de82ef95) + 1));
}

static inline guint64
sample_random_next (SampleRandom *random)
{
  random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return sample_random_mix (random->state);
}

/* A number from 0 to @limit - 1; @limit fits in 32 bits. */
static inline guint32
sample_random_below (SampleRandom *random, guint32 limit)
{
  return (guint32) (((sample_random_next (random) >> 32) * limit) >> 32);
}

/* A number from @first to @last, both included. */
static inline gint32
sample_random_between (SampleRandom *random, gint32 first, gint32 last)
{
  return first + (gint32) sample_random_below (random, (guint32) (last - first + 1));
}

/* TRUE in @share cases of a thousand. */
static inline gboolean
sample_random_share (SampleRandom *random, guint32 share)
{
  return sample_random_below (random, 1000) < share;
}
