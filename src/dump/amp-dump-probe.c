/* Owns the choice of what to look at in a file: all of a small one; of a larger one its
 * head for the dialect, its middle and tail for more rows, and sixteen windows all over
 * it for the encoding, since the first accent may come late. */
#include "amp-dump-probe.h"
#include "amp-dump-error.h"
#include "amp-json-guess.h"
#include "amp-sample-rows.h"
#include "amp-sql-guess.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD_BYTES (1024 * 1024)
#define PART_BYTES (256 * 1024)
#define WINDOW_BYTES (64 * 1024)
#define N_WINDOWS 16

/* What the samples added up to, for the estimate. */
typedef struct
{
  AmpDumpFile  *file;
  AmpDumpProbe *probe;
  GCancellable *cancellable;
  guint64       bytes;
  gint64        records;
} Run;

void
amp_dump_probe_free (AmpDumpProbe *probe)
{
  if (!probe)
    return;
  g_strfreev (probe->headers);
  g_ptr_array_unref (probe->rows);
  g_free (probe);
}

static GByteArray *
peek (Run *run, guint64 offset, gsize size, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) size);
  gssize count;

  g_byte_array_set_size (bytes, (guint) size);
  count = amp_dump_file_peek (run->file, offset, bytes->data, size, run->cancellable, error);
  if (count < 0)
    return NULL;
  g_byte_array_set_size (bytes, (guint) count);
  return g_steal_pointer (&bytes);
}

static gboolean
is_line_end (guint8 byte)
{
  return byte == '\n' || byte == '\r';
}

/* The whole lines of a piece that was cut out of a file. */
static void
trim_to_lines (gboolean is_start, gboolean is_end, const guint8 **bytes, gsize *length)
{
  const guint8 *start = *bytes, *end = *bytes + *length;

  while (!is_start && start < end && !is_line_end (*start))
    start++;
  while (!is_end && end > start && !is_line_end (end[-1]))
    end--;
  *bytes = start;
  *length = (gsize) (end - start);
}

/* Gives the text of a piece: the bytes themselves, or UTF-16 transcoded into @text. */
static const guint8 *
get_text (AmpEncoding encoding, const guint8 *bytes, gsize length, GString *text, gsize *text_length)
{
  gsize mark = amp_encoding_get_mark_length (encoding, bytes, length);

  *text_length = length - mark;
  if (!amp_encoding_is_utf_16 (encoding))
    return bytes + mark;
  amp_encoding_transcode_utf_16 (encoding, bytes + mark, length - mark, text);
  *text_length = text->len;
  return (const guint8 *) text->str;
}

/* The headers, "" where there are none, and as many as there are fields. */
static char **
read_headers (const AmpDialect *dialect, const guint8 *text, gsize length)
{
  char **headers = g_new0 (char *, dialect->n_fields + 1);
  g_auto (GStrv) found = dialect->has_header ? amp_sample_rows_read_header (dialect, text, length) : g_new0 (char *, 1);
  guint n_found = g_strv_length (found);

  for (guint i = 0; i < dialect->n_fields; i++)
    headers[i] = g_strdup (i < n_found ? found[i] : "");
  return headers;
}

static void
take_rows (Run *run, const GByteArray *piece, gboolean is_start, gboolean is_end, guint max_rows)
{
  AmpDumpProbe *probe = run->probe;
  g_autoptr (GString) transcoded = g_string_new (NULL);
  gsize         length, whole_length;
  gint64        records;
  const guint8 *text = get_text (probe->dialect.encoding, piece->data, piece->len, transcoded, &length);

  whole_length = MAX (length, 1);
  trim_to_lines (is_start, is_end, &text, &length);
  if (is_start && !probe->headers)
    probe->headers = read_headers (&probe->dialect, text, length);
  records = amp_sample_rows_add (probe->rows, &probe->dialect, (const char *const *) probe->headers, AMP_SAMPLE_SOUND, is_start, text, length, max_rows);
  /* In the middle of COPY nothing tells that lines are rows: they are not counted. */
  if (records == 0 && !is_start)
    return;
  run->records += records;
  run->bytes += (guint64) ((double) piece->len * length / whole_length);
}

/* A few accents far from the head decide where the head has none. */
static gboolean
refine_encoding (Run *run, const GByteArray *head, GError **error)
{
  AmpEncoding *encoding = &run->probe->dialect.encoding;
  guint64      size = (guint64) amp_dump_file_get_size (run->file);
  g_autoptr (GByteArray) sample = NULL;

  if (amp_encoding_is_utf_16 (*encoding) || *encoding == AMP_ENCODING_UTF_8_BOM)
    return TRUE;
  sample = g_byte_array_new ();
  g_byte_array_append (sample, head->data, head->len);
  for (guint i = 1; i <= N_WINDOWS; i++)
    {
      g_autoptr (GByteArray) window = peek (run, (size - WINDOW_BYTES) / N_WINDOWS * i, WINDOW_BYTES, error);
      const guint8 *bytes;
      gsize         length;

      if (!window)
        return FALSE;
      bytes = window->data;
      length = window->len;
      trim_to_lines (FALSE, FALSE, &bytes, &length);
      g_byte_array_append (sample, bytes, (guint) length);
    }
  *encoding = amp_encoding_detect (sample->data, sample->len);
  return TRUE;
}

/* UTF-16 is cut between units; a pair cut in two only spoils a line that is not used. */
static gboolean
take_middle_and_tail (Run *run, GError **error)
{
  guint64 size = (guint64) amp_dump_file_get_size (run->file);
  guint64 middle_offset = size / 2 / 2 * 2, tail_offset = (size - PART_BYTES) / 2 * 2;
  g_autoptr (GByteArray) middle = peek (run, middle_offset, PART_BYTES, error);
  g_autoptr (GByteArray) tail = middle ? peek (run, tail_offset, (gsize) (size - tail_offset), error) : NULL;

  if (!tail)
    return FALSE;
  take_rows (run, middle, FALSE, FALSE, AMP_DUMP_PROBE_MAX_ROWS / 4 * 3);
  take_rows (run, tail, FALSE, TRUE, AMP_DUMP_PROBE_MAX_ROWS);
  return TRUE;
}

static gboolean
detect (Run *run, const GByteArray *head, gboolean is_whole, GError **error)
{
  const char *name = amp_dump_file_get_name (run->file);

  if (head->len == 0)
    {
      g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_EMPTY, _ ("%s: is empty"), name);
      return FALSE;
    }
  if (amp_dialect_detect (head->data, head->len, is_whole, &run->probe->dialect, error))
    return TRUE;
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

/* A piece of text that names fields, for find_named_fields(). */
typedef void (*AddPieceFunc) (gpointer names, const guint8 *text, gsize length);

static void
add_piece (Run *run, const GByteArray *piece, gboolean is_start, AddPieceFunc add, gpointer names)
{
  g_autoptr (GString) transcoded = g_string_new (NULL);
  gsize         length;
  const guint8 *text = get_text (run->probe->dialect.encoding, piece->data, piece->len, transcoded, &length);

  trim_to_lines (is_start, is_start, &text, &length);
  add (names, text, length);
}

/* Objects leave out what they do not have, and the table that matters may not be the
 * first: what names the fields is looked for in all samples. */
static gboolean
add_pieces (Run *run, const GByteArray *head, gboolean is_large, AddPieceFunc add, gpointer names, GError **error)
{
  guint64 size = (guint64) amp_dump_file_get_size (run->file);

  add_piece (run, head, TRUE, add, names);
  for (guint part = 1; is_large && part <= 2; part++)
    {
      g_autoptr (GByteArray) piece = peek (run, part == 1 ? size / 2 / 2 * 2 : (size - PART_BYTES) / 2 * 2, PART_BYTES, error);

      if (!piece)
        return FALSE;
      add_piece (run, piece, FALSE, add, names);
    }
  return TRUE;
}

static void
add_json_piece (gpointer names, const guint8 *text, gsize length)
{
  amp_json_guess_add_fields (names, text, length);
}

static gboolean
find_json_fields (Run *run, const GByteArray *head, gboolean is_large, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

  if (!add_pieces (run, head, is_large, add_json_piece, fields, error))
    return FALSE;
  run->probe->dialect.n_fields = fields->len;
  g_ptr_array_add (fields, NULL);
  run->probe->headers = (char **) g_ptr_array_steal (fields, NULL);
  return TRUE;
}

static void
add_sql_piece (gpointer names, const guint8 *text, gsize length)
{
  amp_sql_guess_add (names, text, length);
}

static gboolean
find_sql_fields (Run *run, const GByteArray *head, gboolean is_large, GError **error)
{
  g_autoptr (AmpSqlGuess) guess = amp_sql_guess_new (run->probe->dialect.escape != 0);
  g_auto (GStrv) columns = NULL;

  if (!add_pieces (run, head, is_large, add_sql_piece, guess, error))
    return FALSE;
  columns = amp_sql_guess_finish (guess, &run->probe->dialect);
  run->probe->headers = g_new0 (char *, run->probe->dialect.n_fields + 1);
  for (guint i = 0; i < run->probe->dialect.n_fields; i++)
    {
      GString *name = g_string_new (NULL);

      amp_encoding_decode (run->probe->dialect.encoding, columns[i], strlen (columns[i]), name);
      run->probe->headers[i] = g_string_free (name, FALSE);
    }
  return TRUE;
}

static gboolean
run_probe (Run *run, GError **error)
{
  gint64 size = amp_dump_file_get_size (run->file);
  g_autoptr (GByteArray) head = peek (run, 0, HEAD_BYTES, error);
  gboolean can_seek, is_large, is_whole;

  if (!head)
    return FALSE;
  can_seek = amp_dump_file_can_seek (run->file);
  is_large = can_seek && size > HEAD_BYTES;
  is_whole = !is_large && (head->len < HEAD_BYTES || (can_seek && size == HEAD_BYTES));
  if (!detect (run, head, is_whole, error))
    return FALSE;
  if (is_large && !refine_encoding (run, head, error))
    return FALSE;
  if (run->probe->dialect.format == AMP_DUMP_FORMAT_JSON_LINES && !find_json_fields (run, head, is_large, error))
    return FALSE;
  if (run->probe->dialect.format == AMP_DUMP_FORMAT_SQL && !find_sql_fields (run, head, is_large, error))
    return FALSE;
  take_rows (run, head, TRUE, is_whole, is_large ? AMP_DUMP_PROBE_MAX_ROWS / 2 : AMP_DUMP_PROBE_MAX_ROWS);
  if (is_large && !take_middle_and_tail (run, error))
    return FALSE;

  if (is_whole)
    run->probe->records_estimate = run->records;
  else if (size < 0)
    run->probe->records_estimate = -1;
  else
    run->probe->records_estimate = (gint64) ((double) size * amp_dump_file_get_ratio (run->file) * run->records / MAX (run->bytes, 1));
  return TRUE;
}

AmpDumpProbe *
amp_dump_probe_run (AmpDumpFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpDumpProbe) probe = NULL;
  Run run = { .file = file, .cancellable = cancellable };

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  probe = g_new0 (AmpDumpProbe, 1);
  probe->rows = amp_sample_rows_new ();
  run.probe = probe;
  return run_probe (&run, error) ? g_steal_pointer (&probe) : NULL;
}
