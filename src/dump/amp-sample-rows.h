/* Rows of a sample as decoded strings: for guessing, for headers, for classifying. They
 * are personal data; whoever holds them frees them as soon as they have served. */
#pragma once

#include "amp-dialect.h"

G_BEGIN_DECLS

/**
 * AmpSampleKind:
 * @AMP_SAMPLE_ANY: every row that is not empty, padded or cut to the fields.
 * @AMP_SAMPLE_SOUND: data rows without a fault.
 *
 * Which rows of a sample to keep.
 */
typedef enum
{
  AMP_SAMPLE_ANY,
  AMP_SAMPLE_SOUND,
} AmpSampleKind;

/**
 * amp_sample_rows_new:
 *
 * Returns: (transfer full) (element-type GStrv): an empty array that overwrites its
 *   strings when it frees them.
 */
GPtrArray *amp_sample_rows_new (void);

/**
 * amp_sample_rows_add:
 * @rows: (element-type GStrv): where the rows go.
 * @dialect: how the rows are written.
 * @headers: (nullable) (array length=dialect.n_fields): the headers, if they are known.
 * @kind: which rows to keep.
 * @is_start: whether @bytes starts where the source starts.
 * @bytes: (array length=length): a sample without a mark, in UTF-8 where that is UTF-16.
 * @length: its size in bytes.
 * @max_rows: how many rows @rows may have; further ones are only counted.
 *
 * Returns: the data rows in the sample, kept or not.
 */
gint64 amp_sample_rows_add (GPtrArray *rows, const AmpDialect *dialect, const char *const *headers, AmpSampleKind kind, gboolean is_start, const guint8 *bytes, gsize length, guint max_rows);

/**
 * amp_sample_rows_read_header:
 * @dialect: a dialect with a header.
 * @bytes: (array length=length): the start of the source, as above.
 * @length: its size in bytes.
 *
 * Returns: (transfer full) (array zero-terminated=1): the values of the header, however
 *   many they are; none if the sample ends before it.
 */
char **amp_sample_rows_read_header (const AmpDialect *dialect, const guint8 *bytes, gsize length);

G_END_DECLS
