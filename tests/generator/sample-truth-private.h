/* Owns what the two halves of the truth share: the counting and its JSON. */
#pragma once

#include "sample-tally.h"

/* One of the filters that the "where" of the truth holds, as CLI.md writes them. */
typedef struct
{
  const char *key;
  const char *code;
} SampleFilter;

#define SAMPLE_N_FILTERS 9

extern const SampleFilter sample_filters[SAMPLE_N_FILTERS];

struct _SampleTruth
{
  const SamplePreset    *preset;
  const SampleTerritory *territory;
  guint8                 column_types[SAMPLE_MAX_COLUMNS];
  SampleTally            all;
  SampleTally            filtered[SAMPLE_N_FILTERS];
  guint                  category_filters[SAMPLE_N_CATEGORIES]; /* bits: which filters it passes */
  guint                  age_filters[SAMPLE_N_AGES];
  guint                  sex_filters[SAMPLE_N_SEXES];
  guint                 *commune_filters; /* by the territory's index */
  GString               *malformed_rows;  /* as JSON */
  gint64                 n_malformed;
  gint64                 n_typos;
  gint64                 n_variants;
  gint64                 n_nirs;
  gint64                 n_wrong_keys;
};

/* Returns: (transfer none): the code of the place of @level, a key of CLI.md,
 * that @commune lies in; "" when there is none */
const char *sample_commune_get_code (const SampleCommune *commune, const char *level);
