/* Tells whether the lines of a text have values in fixed columns, and where they start. */
#pragma once

#include "amp-dialect.h"

G_BEGIN_DECLS

/**
 * amp_fixed_guess_run:
 * @bytes: (array length=length): the start of a text.
 * @length: its size in bytes.
 * @is_whole: whether the last line is whole though it has no end.
 * @dialect: (inout): its encoding tells characters; its columns and number of fields are
 *   set if there are any.
 *
 * Looks for positions that are blank in every line but the first, which may be a header,
 * and lines of nothing but dashes. Only ten lines or more with three fields or more
 * convince.
 *
 * Returns: whether the values are in columns.
 */
gboolean amp_fixed_guess_run (const guint8 *bytes, gsize length, gboolean is_whole, AmpDialect *dialect);

/**
 * amp_fixed_guess_is_rule:
 * @bytes: (array length=length): a line.
 * @length: its size in bytes.
 *
 * Returns: whether it is a rule drawn under a header: dashes, equals signs and blanks.
 */
gboolean amp_fixed_guess_is_rule (const guint8 *bytes, gsize length);

/**
 * amp_fixed_guess_find:
 * @dialect: tells characters: a byte each, or UTF-8.
 * @bytes: (array length=length): a line.
 * @length: its size in bytes.
 * @offset: where the walk stands, in bytes.
 * @column: (inout): where it stands, in characters.
 * @wanted: the column to go to.
 *
 * Returns: where that column is in the line, in bytes; its size if it is shorter.
 */
gsize amp_fixed_guess_find (const AmpDialect *dialect, const guint8 *bytes, gsize length, gsize offset, guint *column, guint wanted);

G_END_DECLS
