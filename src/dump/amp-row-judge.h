/* Says what a row is and what is wrong with it, from its values alone. */
#pragma once

#include "amp-row-parser.h"

G_BEGIN_DECLS

typedef struct _AmpRowJudge AmpRowJudge;

/**
 * amp_row_judge_new:
 * @dialect: (transfer none): how the rows are written.
 * @headers: (nullable) (array length=dialect.n_fields): the fields' names.
 *
 * Returns: (transfer full): a judge.
 */
AmpRowJudge *amp_row_judge_new (const AmpDialect *dialect, const char *const *headers);

/**
 * amp_row_judge_free:
 * @judge: (nullable) (transfer full): a judge.
 */
void amp_row_judge_free (AmpRowJudge *judge);

/**
 * amp_row_judge_count:
 * @judge: a judge.
 * @n_values: number of values of a row.
 * @values: (array length=n_values): its values.
 *
 * Compares the values with the fields. One more that is empty is as good, and so is
 * one less when the last field has no name: a delimiter at the end of some lines.
 *
 * Returns: %AMP_ROW_FAULT_NONE, %AMP_ROW_FAULT_TOO_SHORT or %AMP_ROW_FAULT_TOO_LONG.
 */
AmpRowFault amp_row_judge_count (AmpRowJudge *judge, guint n_values, const AmpValue *values);

/**
 * amp_row_judge_is_empty:
 * @n_values: number of values of a row.
 * @values: (array length=n_values): its values.
 *
 * Returns: whether no value contains anything but blanks.
 */
gboolean amp_row_judge_is_empty (guint n_values, const AmpValue *values);

/**
 * amp_row_judge_is_header:
 * @judge: a judge.
 * @n_values: number of values of a row.
 * @values: (array length=n_values): its values.
 *
 * Returns: whether the values, decoded, are the headers.
 */
gboolean amp_row_judge_is_header (AmpRowJudge *judge, guint n_values, const AmpValue *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpRowJudge, amp_row_judge_free)

G_END_DECLS
