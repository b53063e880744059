/* Owns what is true of a made dump: how many records and people there are, by
 * everything that Ampleur counts by. Counts what was really written; must not
 * know how it was drawn. */
#pragma once

#include "sample-preset.h"

/* What one record, or all records of a person, tell. */
typedef struct
{
  guint64   fields[SAMPLE_MAX_COLUMNS / 64]; /* filled columns */
  guint32   categories;
  guint32   commune; /* SAMPLE_PLACE_NONE: none */
  guint32   abroad;  /* likewise */
  SampleSex sex;
  SampleAge age;
} SampleProfile;

typedef enum
{
  SAMPLE_COUNT_RECORDS,
  SAMPLE_COUNT_PERSONS,
  SAMPLE_N_COUNTS,
} SampleCount;

typedef struct _SampleTruth SampleTruth;

/**
 * sample_truth_new:
 * @preset: the kind of dump; must outlive the truth
 * @territory: where people live; likewise
 *
 * Returns: (transfer full): a truth of nobody
 */
SampleTruth *sample_truth_new (const SamplePreset *preset, const SampleTerritory *territory);

void sample_truth_free (SampleTruth *truth);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SampleTruth, sample_truth_free)

/**
 * sample_profile_fill:
 * @profile: what to change
 * @column: the position, from 0, of a column that is filled
 * @category: of its type
 */
static inline void
sample_profile_fill (SampleProfile *profile, guint column, SampleCategory category)
{
  profile->fields[column / 64] |= G_GUINT64_CONSTANT (1) << (column % 64);
  if (category != SAMPLE_CATEGORY_NONE)
    profile->categories |= SAMPLE_CATEGORY_BIT (category);
}

/* Adds what a record tells to what is known of its person. */
void sample_profile_join (SampleProfile *person, const SampleProfile *record);

/* Counts one record, or one person. */
void sample_truth_add (SampleTruth *truth, SampleCount count, const SampleProfile *profile);

/**
 * sample_truth_add_malformed:
 * @truth: the truth
 * @line: the physical line of the dump where the row starts, from 1
 * @reason: "too-short", "too-long", "broken-quote" or "nul-byte"
 */
void sample_truth_add_malformed (SampleTruth *truth, gint64 line, const char *reason);

/* Counts one social-security number that was written. */
void sample_truth_add_nir (SampleTruth *truth, gboolean has_wrong_key);

/* Counts one record whose city has a typo, whose name is spelt otherwise. */
void sample_truth_add_slips (SampleTruth *truth, gboolean has_typo, gboolean has_variant);

/**
 * sample_truth_write:
 * @truth: the truth
 * @path: where to; an existing file is replaced
 * @seed: what the dump was drawn from
 * @dialect: how it was written
 * @error: why the file cannot be written
 *
 * Returns: whether the JSON was written
 */
gboolean sample_truth_write (const SampleTruth *truth, const char *path, guint64 seed, const SampleDialect *dialect, GError **error);
