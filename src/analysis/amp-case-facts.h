/* What an opened case says about itself, beside its counts.
 *
 * A value that borrows from the case file: it lives as long as the case. */
#pragma once

#include "amp-field-facts.h"
#include "amp-mandate.h"
#include "amp-person-resolver.h"
#include "amp-source-facts.h"

G_BEGIN_DECLS

/**
 * AmpCaseFacts:
 * @mandate: who analyses, for whom, on what legal basis; members may be %NULL
 * @as_of: the day at which ages are computed, "YYYY-MM-DD"
 * @program: version of Ampleur that wrote the case
 * @place_basis: (nullable): whose places the geography is made of, as
 *   "person"; codes with commas between where sources differ
 * @records: records of all sources
 * @persons: persons, the figure
 * @persons_lowest: persons if every rule joined
 * @persons_highest: persons if only exact keys joined
 * @malformed: records whose row was malformed
 * @unplaced: records without any place
 * @joined: how many records each rule joined to a person already known
 * @sources: (element-type AmpSourceFacts): in the order of the import
 * @fields: (element-type AmpFieldFacts): by source and position
 */
typedef struct
{
  const AmpMandate *mandate;
  const char       *as_of;
  const char       *program;
  const char       *place_basis;
  gint64            records;
  gint64            persons;
  gint64            persons_lowest;
  gint64            persons_highest;
  gint64            malformed;
  gint64            unplaced;
  gint64            joined[AMP_N_JOINING_RULES];
  GPtrArray        *sources;
  GPtrArray        *fields;
} AmpCaseFacts;

/**
 * amp_case_facts_find_field:
 * @code: (nullable): as tables by field write it: a position, after the number of the
 *   source, from 1, and a dot where there are several
 *
 * Returns: (transfer none) (nullable): the field
 */
const AmpFieldFacts *amp_case_facts_find_field (const AmpCaseFacts *facts, const char *code);

G_END_DECLS
