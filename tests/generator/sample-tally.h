/* Owns one set of counts: of everything, or of what a filter lets through.
 * Must not know JSON. */
#pragma once

#include "sample-truth.h"

typedef struct
{
  gint64 counts[SAMPLE_N_COUNTS];
} SampleFigure;

typedef struct
{
  SampleFigure  total;
  SampleFigure  unplaced;
  SampleFigure  sexes[SAMPLE_N_SEXES];
  SampleFigure  ages[SAMPLE_N_AGES];
  SampleFigure  categories[SAMPLE_N_CATEGORIES];
  SampleFigure  sensitivities[SAMPLE_N_SENSITIVITIES];
  SampleFigure  types[64];
  SampleFigure  fields[SAMPLE_MAX_COLUMNS];
  SampleFigure *communes; /* by the territory's index */
  SampleFigure *abroad;   /* by the index of the city abroad */
} SampleTally;

/**
 * sample_tally_init:
 * @tally: what to set up
 * @n_communes: how many communes there are
 */
void sample_tally_init (SampleTally *tally, guint n_communes);

void sample_tally_clear (SampleTally *tally);

/**
 * sample_tally_add:
 * @tally: where to count
 * @count: a record or a person
 * @profile: what is told
 * @column_types: (array): the number of the type of each column
 */
void sample_tally_add (SampleTally *tally, SampleCount count, const SampleProfile *profile, const guint8 *column_types);
