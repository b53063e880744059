/* Owns how the records of a crowd become rows: their order, the cells, and the
 * rows that are spoilt on purpose. Its invariant: what is counted is what was
 * written, so a cell that a spoilt row lacks is not counted. */
#pragma once

#include "sample-truth.h"
#include "sample-writer.h"

typedef struct _SampleScribe SampleScribe;

typedef struct
{
  const SamplePreset    *preset;
  const SampleDialect   *dialect;
  const SampleTerritory *territory;
  guint64                seed;
  gint64                 n_records;
  /* Of a million: malformed rows, misspelt cities of those in France, and other
   * spellings of the name on the further records of a person. */
  guint malformed_share;
  guint typo_share;
  guint variant_share;
} SampleOrder;

/**
 * sample_scribe_new:
 * @order: what to write; must outlive the scribe
 * @writer: where to; likewise
 * @truth: where to count; likewise
 *
 * Returns: (transfer full): the scribe
 */
SampleScribe *sample_scribe_new (const SampleOrder *order, SampleWriter *writer, SampleTruth *truth);

void sample_scribe_free (SampleScribe *scribe);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SampleScribe, sample_scribe_free)

/* Writes the whole dump: preamble, header, rows. */
void sample_scribe_write (SampleScribe *scribe);
