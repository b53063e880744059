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
 * AmpSampleFacts:
 * @n_records: data rows seen, kept or not.
 * @headers: (nullable): the header's values, n_fields of them; owned by whoever asked.
 *
 * What else a sample told.
 */
typedef struct
{
  gint64 n_records;
  char **headers;
} AmpSampleFacts;

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
 * @headers: (nullable): the headers; %NULL when @bytes starts where the source starts.
 * @kind: which rows to keep.
 * @bytes: (array length=length): a sample without a mark, in UTF-8 where that is UTF-16.
 * @length: its size in bytes.
 * @max_rows: how many rows to keep; further ones are only counted.
 * @facts: (out) (optional): what else was seen.
 */
void amp_sample_rows_add (GPtrArray *rows, const AmpDialect *dialect, const char *const *headers, AmpSampleKind kind, const guint8 *bytes, gsize length, guint max_rows, AmpSampleFacts *facts);

/**
 * amp_sample_rows_count_header:
 * @dialect: a dialect with a header.
 * @bytes: (array length=length): the start of the source.
 * @length: its size in bytes.
 *
 * Returns: the values of the header, at least 1.
 */
guint amp_sample_rows_count_header (const AmpDialect *dialect, const guint8 *bytes, gsize length);

G_END_DECLS
