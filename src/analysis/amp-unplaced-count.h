/* Why records have no place: which of the columns that could tell one are filled.
 *
 * Knows what a case keeps of a record, and no value: whether a postal code is
 * wrong or not French nobody can say any more. */
#pragma once

#include "amp-case.h"

G_BEGIN_DECLS

/**
 * AmpUnplacedReason:
 * @AMP_UNPLACED_NO_COLUMN: their source has no column that tells a place
 * @AMP_UNPLACED_EMPTY: such columns are all empty
 * @AMP_UNPLACED_CODE_ALONE: a code is filled, and no name beside it
 * @AMP_UNPLACED_NAME_ALONE: a name is filled, and no code beside it
 * @AMP_UNPLACED_BOTH: code and name are filled, and fit no place
 * @AMP_UNPLACED_COUNTRY: nothing but a country is filled
 */
typedef enum
{
  AMP_UNPLACED_NO_COLUMN,
  AMP_UNPLACED_EMPTY,
  AMP_UNPLACED_CODE_ALONE,
  AMP_UNPLACED_NAME_ALONE,
  AMP_UNPLACED_BOTH,
  AMP_UNPLACED_COUNTRY,
  AMP_N_UNPLACED_REASONS
} AmpUnplacedReason;

/**
 * amp_unplaced_reason_get_code:
 *
 * Returns: its stable code: "no-column"
 */
const char *amp_unplaced_reason_get_code (AmpUnplacedReason reason);

/**
 * amp_unplaced_reason_get_label:
 *
 * Returns: what it means, in the language of the locale
 */
const char *amp_unplaced_reason_get_label (AmpUnplacedReason reason);

/**
 * amp_unplaced_count_run:
 * @records: (out) (array fixed-size=6): how many records have each reason
 *
 * Reads every record. Looks at the columns of whose places the case was made.
 *
 * Returns: whether all were read
 */
gboolean amp_unplaced_count_run (AmpCase *opened, gint64 *records, GCancellable *cancellable, GError **error);

G_END_DECLS
