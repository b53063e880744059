/* Owns the invented people of a dump, or of one part of it. Its invariant: two
 * people never share name + birth date + commune, NIR + birth date, NIR + first
 * name, e-mail + name, or phone + name; each person's records hang together by
 * one of these. Must not know the columns. */
#pragma once

#include "sample-key-set.h"
#include "sample-person.h"

typedef struct _SampleCrowd SampleCrowd;

struct _SampleCrowd
{
  const SampleTerritory *territory;
  guint64                seed;
  gint32                 as_of;    /* the day at which ages are told */
  GArray                *persons;  /* of SamplePerson */
  guint64                n_before; /* people of earlier parts */
  SampleKeySet          *keys;     /* what nobody may share; NULL when numbers see to it */
  gint64                 wanted;   /* records still to be given to somebody */
};

/**
 * SampleHouseholdFunc:
 * @crowd: where to add people with sample_crowd_add()
 * @random: the stream of this household
 *
 * Draws one household.
 */
typedef void (*SampleHouseholdFunc) (SampleCrowd *crowd, SampleRandom *random);

/**
 * sample_crowd_init:
 * @crowd: what to set up
 * @territory: where people live; must outlive @crowd
 * @seed: of everything
 * @as_of: the day at which ages are told
 * @checks_keys: whether a person who shares what nobody may share is refused;
 *   it takes some 150 bytes a person
 */
void sample_crowd_init (SampleCrowd *crowd, const SampleTerritory *territory, guint64 seed, gint32 as_of, gboolean checks_keys);

void sample_crowd_clear (SampleCrowd *crowd);

/**
 * sample_crowd_fill:
 * @crowd: the crowd; those who were in it are forgotten
 * @n_records: how many records they have together
 * @draw_household: who they are
 */
void sample_crowd_fill (SampleCrowd *crowd, gint64 n_records, SampleHouseholdFunc draw_household);

/**
 * sample_crowd_add:
 * @crowd: the crowd
 * @person: who; a holder of %SAMPLE_PLACE_NONE stands for the person
 *
 * Nobody is added to a crowd that has all its records.
 *
 * Returns: FALSE when something would be shared
 */
gboolean sample_crowd_add (SampleCrowd *crowd, const SamplePerson *person);

/* Returns: (transfer none): the person number @index */
static inline SamplePerson *
sample_crowd_get (const SampleCrowd *crowd, guint32 index)
{
  return &g_array_index (crowd->persons, SamplePerson, index);
}

/* The households of the presets. */
void sample_draw_patients (SampleCrowd *crowd, SampleRandom *random);
void sample_draw_customer (SampleCrowd *crowd, SampleRandom *random);
void sample_draw_resident (SampleCrowd *crowd, SampleRandom *random);
