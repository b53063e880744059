/* Rows that may be the footer: what an export writes behind the table ("400 rows",
 * "End of file"). They are known to be no rows of the table once none follows them, so
 * they are held until then. Knows values, not bytes of a file. */
#pragma once

#include "amp-row-parser.h"

G_BEGIN_DECLS

typedef struct _AmpRowTail AmpRowTail;

/**
 * amp_row_tail_new:
 * @n_fields: fields of the table.
 *
 * Returns: (transfer full): a tail that holds nothing.
 */
AmpRowTail *amp_row_tail_new (guint n_fields);

/**
 * amp_row_tail_free:
 * @tail: (nullable) (transfer full): a tail.
 */
void amp_row_tail_free (AmpRowTail *tail);

/**
 * amp_row_tail_is_empty:
 * @tail: a tail.
 *
 * Returns: whether no row is held.
 */
gboolean amp_row_tail_is_empty (const AmpRowTail *tail);

/**
 * amp_row_tail_hold:
 * @tail: a tail.
 * @row: the next row.
 * @is_complete: whether a line end tells that the row is not merely the start of one
 *   that was cut off.
 *
 * Holds a copy of a row that could be part of a footer: far too short, with one or two
 * filled values that read like a remark; and of blank lines that follow one. At most 32 rows of 1 KiB are held.
 *
 * Returns: whether the row is held; if not, it belongs to the table, and so do those
 *   that are held: amp_row_tail_release() gives them.
 */
gboolean amp_row_tail_hold (AmpRowTail *tail, const AmpRow *row, gboolean is_complete);

/**
 * amp_row_tail_release:
 * @tail: a tail.
 * @is_end: whether the file ends here, so that the rows are a footer.
 * @func: (scope call): called for each row that is held, in their order.
 * @data: for @func.
 *
 * Gives all rows that are held, as they came; at the end, as %AMP_ROW_FOOTER.
 */
void amp_row_tail_release (AmpRowTail *tail, gboolean is_end, AmpRowFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpRowTail, amp_row_tail_free)

G_END_DECLS
