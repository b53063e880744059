/* Owns the kinds of dumps that can be made. */
#pragma once

#include "sample-column.h"
#include "sample-dialect.h"

typedef struct
{
  const char         *name;
  const char         *description;
  gint64              n_records;
  gint64              part; /* records held in memory at once; 0: all */
  SampleDate          as_of;
  SampleDialect       dialect;
  const SampleColumn *columns;
  guint               n_columns;
  guint               n_doctors;
  gboolean            checks_keys; /* of the crowd: memory for each person */
  SampleHouseholdFunc draw_household;
} SamplePreset;

extern const SamplePreset sample_laboratory;
extern const SamplePreset sample_narrow;
extern const SamplePreset sample_national;

/**
 * sample_preset_find:
 * @name: "laboratory", "narrow" or "national"
 *
 * Returns: (transfer none) (nullable): the preset
 */
const SamplePreset *sample_preset_find (const char *name);
