/* One file of the dump as the case remembers it: its name, size, hash and
 * dialect, and what became of its lines. A plain value; the dialect is kept as
 * codes, so that the store need not know how a dump is read. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AMP_MAX_SOURCES:
 *
 * A case holds at most this many sources: one bit each in #AmpCell.sources.
 */
#define AMP_MAX_SOURCES 64

/**
 * AMP_MAX_FIELDS:
 *
 * A source has at most this many fields.
 */
#define AMP_MAX_FIELDS 65535

/**
 * AmpSourceFacts:
 * @name: the base name of the file, never its folder.
 * @bytes: its size in bytes.
 * @sha256: (nullable): SHA-256 of its bytes, in hexadecimal.
 * @format: (nullable): code of the format, as "delimited".
 * @encoding: (nullable): code of the encoding, as "windows-1252".
 * @delimiter: (nullable): the delimiter, as text.
 * @quote: (nullable): the quote character as text, "" for none.
 * @line_end: (nullable): code of the line end, as "crlf".
 * @has_header: whether its first row names the fields.
 * @preamble_lines: physical lines before the header.
 * @n_fields: fields of a row, at most %AMP_MAX_FIELDS.
 * @lines: physical lines.
 * @records: rows imported, malformed ones included.
 * @malformed: records that are malformed.
 * @unplaced: records without a place.
 * @skipped: rows that are no record: header and its repeats, preamble,
 *   footer, rows without a filled value.
 *
 * A source. All strings are UTF-8 and belong to the source. Sources are
 * numbered from 0; people see that number plus one.
 */
typedef struct
{
  char    *name;
  gint64   bytes;
  char    *sha256;
  char    *format;
  char    *encoding;
  char    *delimiter;
  char    *quote;
  char    *line_end;
  gboolean has_header;
  guint    preamble_lines;
  guint    n_fields;
  gint64   lines;
  gint64   records;
  gint64   malformed;
  gint64   unplaced;
  gint64   skipped;
} AmpSourceFacts;

/**
 * amp_source_facts_clear:
 * @source: a source that owns its strings
 *
 * Frees the strings of @source and zeroes it.
 */
void amp_source_facts_clear (AmpSourceFacts *source);

/**
 * amp_source_facts_free:
 * @source: (transfer full) (nullable): a source from the heap
 *
 * Frees @source and its strings.
 */
void amp_source_facts_free (AmpSourceFacts *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpSourceFacts, amp_source_facts_free)

G_END_DECLS
