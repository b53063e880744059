/* From a row to the facts of a record: codes, bits and pseudonyms.
 *
 * This is where values of the dump end: what comes out holds none. A coder owns
 * scratch memory and a place resolver, so each thread has its own; the plan, the
 * key and the gazetteer are shared and never change. */
#pragma once

#include "amp-person-facts.h"
#include "amp-person-resolver.h"
#include "amp-place-resolver.h"
#include "amp-pseudonym.h"
#include "amp-record-plan.h"
#include "amp-row-parser.h"
#include "amp-topic-scanner.h"

G_BEGIN_DECLS

/**
 * AmpRecordFacts:
 * @line: physical line where the row starts, relative to its parser
 * @fault: what is wrong with the row, if anything
 * @place: where
 * @categories: which data it exposes
 * @age_band: at the reference day
 * @sex: as stated
 * @evidence: who
 */
typedef struct
{
  gint64            line;
  AmpRowFault       fault;
  AmpPlace          place;
  AmpCategorySet    categories;
  AmpAgeBand        age_band;
  AmpSex            sex;
  AmpPersonEvidence evidence;
} AmpRecordFacts;

typedef struct _AmpRecordCoder AmpRecordCoder;

/**
 * amp_record_coder_new:
 * @plan: (transfer none): must outlive the coder
 * @gazetteer: for the coder's place resolver
 * @topics: (transfer none): must outlive the coder
 * @key: (transfer none): must outlive the coder
 * @as_of: the day at which ages are computed
 */
AmpRecordCoder *amp_record_coder_new (const AmpRecordPlan   *plan,
                                      AmpGazetteer          *gazetteer,
                                      const AmpTopicScanner *topics,
                                      const AmpPseudonymKey *key,
                                      AmpDate                as_of);

/**
 * amp_record_coder_free:
 *
 * Wipes the scratch memory before giving it back.
 */
void amp_record_coder_free (AmpRecordCoder *self);

/**
 * amp_record_coder_code:
 * @row: a data row
 * @facts: (out): what it says
 * @bitmap: (out) (array): one bit a column, set where it is filled; of the
 *   plan's @bitmap_size bytes
 * @filled: (inout) (array): for each column, how often it was filled; counted on
 *
 * Returns: whether the row is a record: at least one of its values is filled
 */
gboolean amp_record_coder_code (AmpRecordCoder *self,
                                const AmpRow   *row,
                                AmpRecordFacts *facts,
                                guint8         *bitmap,
                                guint32        *filled);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpRecordCoder, amp_record_coder_free)

G_END_DECLS
