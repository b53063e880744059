/* Owns the bytes of the dump: delimiters, quotes, line ends, encoding, and the
 * count of physical lines. Its invariant: a cell is never cut by a write.
 * Must not know what the cells mean. */
#pragma once

#include "sample-dialect.h"

typedef struct _SampleWriter SampleWriter;

/**
 * sample_writer_new:
 * @path: where to write, or "-" for standard output; an existing file is
 *   replaced
 * @dialect: the shape to write; copied
 * @error: why the file cannot be created
 *
 * Returns: (transfer full) (nullable): the writer
 */
SampleWriter *sample_writer_new (const char *path, const SampleDialect *dialect, GError **error);

/**
 * sample_writer_cell:
 * @writer: where to
 * @bytes: UTF-8; "\n" stands for the line end of the dump
 * @length: of @bytes
 * @is_quoted: whether to quote it without need
 *
 * Writes the next cell of the row.
 */
void sample_writer_cell (SampleWriter *writer, const char *bytes, gsize length, gboolean is_quoted);

/**
 * sample_writer_broken_cell:
 * @writer: where to
 * @bytes: ASCII without any sign that needs a quote
 * @length: of @bytes
 *
 * Writes the next cell with a quote that opens and never closes.
 */
void sample_writer_broken_cell (SampleWriter *writer, const char *bytes, gsize length);

/**
 * sample_writer_raw_line:
 * @writer: where to
 * @text: one line without its end, written as it is
 */
void sample_writer_raw_line (SampleWriter *writer, const char *text);

/* Ends the row. */
void sample_writer_end_row (SampleWriter *writer);

/* Returns: the physical line, from 1, at which the next row starts. A line ends
 * at CRLF, CR or LF, inside quotes too. */
gint64 sample_writer_get_line (const SampleWriter *writer);

/* Returns: how many cells were quoted so far */
gint64 sample_writer_get_quoted (const SampleWriter *writer);

/**
 * sample_writer_close:
 * @writer: (transfer full): the writer
 * @error: why the dump could not be written, now or earlier
 *
 * Returns: whether every byte was written
 */
gboolean sample_writer_close (SampleWriter *writer, GError **error);
