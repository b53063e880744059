/* Owns one buffer between the cells and the file. Cells are put in UTF-8 or in
 * a charset of single bytes; UTF-16 is made of the whole buffer when it leaves,
 * which is possible because a buffer ends with a cell. */
#include "sample-writer.h"

#include "sample-text.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define BUFFER_SIZE (1 << 20)
/* The widest cell: every sign of it doubled or three bytes long, and more. */
#define CELL_ROOM (4 * SAMPLE_TEXT_SIZE)
#define CHARSET_SIZE 0x2200

struct _SampleWriter
{
  SampleDialect dialect;
  int           descriptor;
  int           failure; /* errno of the first write that failed */
  gsize         used;
  guint         cells;
  gint64        line;
  gint64        rows;
  gint64        quoted;
  guint8        charset[CHARSET_SIZE]; /* code point → byte; 0: none */
  guint8        buffer[BUFFER_SIZE];
};

static gboolean
is_utf_16 (const SampleWriter *writer)
{
  return writer->dialect.encoding == SAMPLE_ENCODING_UTF_16_LE ||
         writer->dialect.encoding == SAMPLE_ENCODING_UTF_16_BE;
}

static gboolean
writes_utf_8 (const SampleWriter *writer)
{
  if (writer->dialect.encoding == SAMPLE_ENCODING_MIXED)
    return writer->rows % 2 == 1;
  return writer->dialect.encoding <= SAMPLE_ENCODING_UTF_8_BOM || is_utf_16 (writer);
}

static void
write_bytes (SampleWriter *writer, const guint8 *bytes, gsize length)
{
  while (length > 0 && writer->failure == 0)
    {
      gssize written = write (writer->descriptor, bytes, length);

      if (written < 0 && errno != EINTR)
        writer->failure = errno;
      else if (written > 0)
        {
          bytes += written;
          length -= (gsize) written;
        }
    }
}

/* Not g_utf8_to_utf16(), which stops at a NUL; no text here leaves the first
 * plane. */
static void
write_utf_16 (SampleWriter *writer)
{
  g_autofree guint16 *units = g_new (guint16, writer->used + 1);
  gboolean            is_little = writer->dialect.encoding == SAMPLE_ENCODING_UTF_16_LE;
  const char         *sign = (const char *) writer->buffer;
  const char         *end = sign + writer->used;
  gsize               n_units = 0;

  for (; sign < end; sign = g_utf8_next_char (sign))
    {
      guint16 unit = (guint16) g_utf8_get_char (sign);

      units[n_units++] = is_little ? GUINT16_TO_LE (unit) : GUINT16_TO_BE (unit);
    }
  write_bytes (writer, (const guint8 *) units, n_units * sizeof *units);
}

static void
flush (SampleWriter *writer)
{
  if (is_utf_16 (writer))
    write_utf_16 (writer);
  else
    write_bytes (writer, writer->buffer, writer->used);
  writer->used = 0;
}

static inline void
put_byte (SampleWriter *writer, char byte)
{
  writer->buffer[writer->used++] = (guint8) byte;
}

static void
put_line_end (SampleWriter *writer)
{
  SampleLineEnd line_end = writer->dialect.line_end;

  if (line_end == SAMPLE_LINE_END_MIXED)
    line_end = writer->rows % 2 == 1 ? SAMPLE_LINE_END_LF : SAMPLE_LINE_END_CRLF;
  if (line_end != SAMPLE_LINE_END_LF)
    put_byte (writer, '\r');
  if (line_end != SAMPLE_LINE_END_CR)
    put_byte (writer, '\n');
  writer->line++;
}

/* A sign above ASCII, in the charset of the row. */
static const char *
put_sign (SampleWriter *writer, const char *sign)
{
  const char *next = g_utf8_next_char (sign);

  if (writes_utf_8 (writer))
    for (; sign < next; sign++)
      put_byte (writer, *sign);
  else
    {
      gunichar code = g_utf8_get_char (sign);
      guint8   byte = code < CHARSET_SIZE ? writer->charset[code] : 0;

      put_byte (writer, byte != 0 ? (char) byte : '?');
    }
  return next;
}

/* Without a quote the signs that would need one cannot be written. */
static void
put_plain (SampleWriter *writer, char sign)
{
  gboolean is_special = sign == '\n' || sign == writer->dialect.delimiter;

  put_byte (writer, is_special ? ' ' : sign);
}

static void
put_quoted (SampleWriter *writer, char sign)
{
  if (sign == '\n')
    put_line_end (writer);
  else
    {
      if (sign == writer->dialect.quote)
        put_byte (writer, sign);
      put_byte (writer, sign);
    }
}

static void
put_special_cell (SampleWriter *writer, const char *bytes, gsize length, gboolean is_quoted)
{
  const char *end = bytes + length;

  if (is_quoted)
    put_byte (writer, writer->dialect.quote);
  while (bytes < end)
    if ((guchar) *bytes >= 128)
      bytes = put_sign (writer, bytes);
    else if (is_quoted)
      put_quoted (writer, *bytes++);
    else
      put_plain (writer, *bytes++);
  if (is_quoted)
    put_byte (writer, writer->dialect.quote);
  writer->quoted += is_quoted;
}

static void
begin_cell (SampleWriter *writer)
{
  if (writer->used > BUFFER_SIZE - CELL_ROOM)
    flush (writer);
  if (writer->cells++ > 0)
    put_byte (writer, writer->dialect.delimiter);
}

void
sample_writer_cell (SampleWriter *writer, const char *bytes, gsize length, gboolean is_quoted)
{
  gboolean is_special = FALSE, is_plain = TRUE;

  begin_cell (writer);
  for (gsize i = 0; i < length; i++)
    {
      is_special |= bytes[i] == writer->dialect.delimiter || bytes[i] == '\n' ||
                    (bytes[i] == writer->dialect.quote && bytes[i] != '\0');
      is_plain &= (guchar) bytes[i] < 128;
    }
  is_quoted = (is_quoted || is_special) && writer->dialect.quote != '\0';
  if (is_quoted || is_special || !is_plain)
    {
      put_special_cell (writer, bytes, length, is_quoted);
      return;
    }
  memcpy (writer->buffer + writer->used, bytes, length);
  writer->used += length;
}

void
sample_writer_broken_cell (SampleWriter *writer, const char *bytes, gsize length)
{
  begin_cell (writer);
  put_byte (writer, writer->dialect.quote);
  memcpy (writer->buffer + writer->used, bytes, length);
  writer->used += length;
}

void
sample_writer_end_row (SampleWriter *writer)
{
  put_line_end (writer);
  writer->cells = 0;
  writer->rows++;
}

void
sample_writer_raw_line (SampleWriter *writer, const char *text)
{
  begin_cell (writer);
  while (*text != '\0')
    if ((guchar) *text >= 128)
      text = put_sign (writer, text);
    else
      put_byte (writer, *text++);
  sample_writer_end_row (writer);
}

gint64
sample_writer_get_line (const SampleWriter *writer)
{
  return writer->line;
}

gint64
sample_writer_get_quoted (const SampleWriter *writer)
{
  return writer->quoted;
}

/* The byte of each code point that French text may hold. */
static void
fill_charset (SampleWriter *writer)
{
  const char *name = sample_dialect_get_charset (&writer->dialect);

  for (gunichar code = 0xa0; code < CHARSET_SIZE && !g_str_equal (name, "UTF-8"); code++)
    {
      char             sign[8];
      gsize            length = 0;
      g_autofree char *bytes = NULL;

      bytes = g_convert (sign, g_unichar_to_utf8 (code, sign), name, "UTF-8", NULL, &length, NULL);
      if (bytes != NULL && length == 1)
        writer->charset[code] = (guint8) bytes[0];
    }
}

SampleWriter *
sample_writer_new (const char *path, const SampleDialect *dialect, GError **error)
{
  gboolean is_standard_output = g_str_equal (path, "-");
  int      descriptor = is_standard_output ? STDOUT_FILENO : open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

  if (descriptor < 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
      return NULL;
    }
  SampleWriter *writer = g_new0 (SampleWriter, 1);
  writer->dialect = *dialect;
  writer->descriptor = descriptor;
  writer->line = 1;
  fill_charset (writer);
  if (dialect->encoding == SAMPLE_ENCODING_UTF_8_BOM || is_utf_16 (writer))
    {
      memcpy (writer->buffer, "\xef\xbb\xbf", 3);
      writer->used = 3;
    }
  return writer;
}

gboolean
sample_writer_close (SampleWriter *writer, GError **error)
{
  flush (writer);
  if (close (writer->descriptor) < 0 && writer->failure == 0)
    writer->failure = errno;

  int failure = writer->failure;
  g_free (writer);
  if (failure == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (failure), "the dump: %s", g_strerror (failure));
  return FALSE;
}
