/* Makes whole lines of bytes that come in pieces, for shapes of dump that are read line
 * by line. Where the pieces are cut changes no line. */
#pragma once

#include "amp-line-scan.h"

G_BEGIN_DECLS

/**
 * AmpLineFunc:
 * @line: (transfer none): a whole line, cut after %AMP_ROW_MAX_LINE_BYTES + 1 bytes.
 * @number: its number, from 1.
 * @data: what was given with the function.
 */
typedef void (*AmpLineFunc) (const AmpLine *line, gint64 number, gpointer data);

typedef struct _AmpLineJoiner AmpLineJoiner;

/**
 * amp_line_joiner_new:
 * @is_return_alone: whether a CR at the end of a piece is a line end for certain: the
 *   source ends all its lines so.
 *
 * Returns: (transfer full): a joiner at the start of a line.
 */
AmpLineJoiner *amp_line_joiner_new (gboolean is_return_alone);

/**
 * amp_line_joiner_free:
 * @joiner: (nullable) (transfer full): a joiner.
 */
void amp_line_joiner_free (AmpLineJoiner *joiner);

/**
 * amp_line_joiner_feed:
 * @joiner: a joiner.
 * @bytes: (array length=length): the next bytes, cut anywhere.
 * @length: their number, above 0.
 * @func: called for each line that ended.
 * @data: given to @func.
 */
void amp_line_joiner_feed (AmpLineJoiner *joiner, const guint8 *bytes, gsize length, AmpLineFunc func, gpointer data);

/**
 * amp_line_joiner_finish:
 * @joiner: a joiner.
 * @func: called for a last line without an end.
 * @data: given to @func.
 */
void amp_line_joiner_finish (AmpLineJoiner *joiner, AmpLineFunc func, gpointer data);

/**
 * amp_line_joiner_is_at_line_start:
 * @joiner: a joiner.
 *
 * Returns: whether the next byte starts a line for certain. After a CR it may be its LF.
 */
gboolean amp_line_joiner_is_at_line_start (AmpLineJoiner *joiner);

/**
 * amp_line_joiner_get_lines:
 * @joiner: a joiner.
 *
 * Returns: the lines that ended.
 */
gint64 amp_line_joiner_get_lines (AmpLineJoiner *joiner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpLineJoiner, amp_line_joiner_free)

G_END_DECLS
