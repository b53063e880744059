/* Owns the table of what dumps are not. It judges the bytes of a start, not rows. */
#include "amp-magic.h"
#include "amp-dump-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *mark;
  gsize       length;
  const char *kind;
} Magic;

/* Where a tar archive has its mark, in bytes; source: POSIX, pax. */
#define TAR_MARK_OFFSET 257

#define MARK(bytes) bytes, sizeof bytes - 1

/* Sources: the formats' own specifications (PNG, JPEG, GIF, ELF gABI, PDF ISO 32000,
 * PKZIP APPNOTE, RFC 1952, RFC 8878, the formats of xz, bzip2, 7z, RAR, SQLite, MS-CFB). */
/* clang-format off */
static const Magic files[] = {
  { MARK ("\x89PNG\r\n\x1a\n"),       N_ ("a PNG image") },
  { MARK ("\xff\xd8\xff"),            N_ ("a JPEG image") },
  { MARK ("GIF8"),                    N_ ("a GIF image") },
  { MARK ("\x7f" "ELF"),              N_ ("a program") },
  { MARK ("MZ\x90\x00"),              N_ ("a program") },
  { MARK ("%PDF-"),                   N_ ("a PDF document") },
  { MARK ("{\\rtf"),                  N_ ("an RTF document") },
  { MARK ("PK\x03\x04"),              N_ ("an archive in an archive; extract it first") },
  { MARK ("\x1f\x8b"),                N_ ("compressed twice (gzip); decompress it first") },
  { MARK ("\x28\xb5\x2f\xfd"),        N_ ("compressed twice (zstd); decompress it first") },
  { MARK ("\xfd" "7zXZ\x00"),         N_ ("compressed twice (xz); decompress it first") },
  { MARK ("BZh"),                     N_ ("compressed (bzip2); decompress it first") },
  { MARK ("7z\xbc\xaf\x27\x1c"),      N_ ("a 7z archive; extract it first") },
  { MARK ("Rar!\x1a\x07"),            N_ ("a RAR archive; extract it first") },
  { MARK ("SQLite format 3\x00"),     N_ ("an SQLite database") },
  { MARK ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), N_ ("an old office document; save it as CSV first") },
  { MARK ("\xff\xfe\x00\x00"),        N_ ("text in UTF-32; convert it to UTF-8 first") },
  { MARK ("\x00\x00\xfe\xff"),        N_ ("text in UTF-32; convert it to UTF-8 first") },
};

static const Magic texts[] = {
  { MARK ("<?xml"),                   N_ ("an XML document") },
  { MARK ("<!doctype"),               N_ ("a web page") },
  { MARK ("<html"),                   N_ ("a web page") },
  { MARK ("#!/"),                     N_ ("a script") },
  { MARK ("-----begin "),             N_ ("a key or a certificate") },
  { MARK ("insert into "),            N_ ("SQL, but without rows to read at its start") },
  { MARK ("create table "),           N_ ("SQL, but without rows to read at its start") },
  { MARK ("-- mysql dump"),           N_ ("SQL, but without rows to read at its start") },
  { MARK ("-- mariadb dump"),         N_ ("SQL, but without rows to read at its start") },
  { MARK ("--\n-- postgresql"),       N_ ("SQL, but without rows to read at its start") },
};
/* clang-format on */

static gboolean
refuse (const char *kind, GError **error)
{
  /* translators: %s is a kind of file, such as “a PNG image” */
  g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_A_TABLE, _ ("not a table: it is %s"), _ (kind));
  return FALSE;
}

gboolean
amp_magic_check (const guint8 *bytes, gsize length, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (length >= files[i].length && memcmp (bytes, files[i].mark, files[i].length) == 0)
      return refuse (files[i].kind, error);
  if (length >= TAR_MARK_OFFSET + 5 && memcmp (bytes + TAR_MARK_OFFSET, "ustar", 5) == 0)
    return refuse (N_ ("a tar archive; extract it first"), error);
  return TRUE;
}

/* Tab, line ends, form feed, escape and the delimiter 01 are part of text; NUL bytes
 * are counted apart, since writers that crash leave them in tables. */
static gboolean
is_control (guint8 byte)
{
  return byte < 0x20 && byte != 0 && byte != 1 && byte != 0x1b && !(byte >= '\t' && byte <= '\r');
}

static gboolean
check_characters (const guint8 *bytes, gsize length, GError **error)
{
  gsize controls = 0, nuls = 0;

  for (gsize i = 0; i < length; i++)
    {
      controls += is_control (bytes[i]);
      nuls += bytes[i] == 0;
    }
  if (controls * 50 <= length && nuls * 5 <= length)
    return TRUE;
  g_set_error_literal (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_A_TABLE, _ ("not a table: it is binary data, not text"));
  return FALSE;
}

gboolean
amp_magic_is_json (const guint8 *text, gsize length)
{
  gsize start = 0, next;

  while (start < length && g_ascii_isspace (text[start]))
    start++;
  if (start == length)
    return FALSE;
  text += start;
  length -= start;
  next = 1;
  if (text[0] != '{' && text[0] != '[')
    return FALSE;
  while (next < length && g_ascii_isspace (text[next]))
    next++;
  return next < length && text[next] != '\0' && strchr (text[0] == '{' ? "\"}" : "{[\"", text[next]) != NULL;
}

gboolean
amp_magic_check_text (const guint8 *bytes, gsize length, GError **error)
{
  gsize start = 0;

  while (start < length && (g_ascii_isspace (bytes[start])))
    start++;
  if (start == length)
    {
      g_set_error_literal (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_EMPTY, _ ("holds nothing but blank lines"));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (length - start >= texts[i].length &&
        g_ascii_strncasecmp ((const char *) bytes + start, texts[i].mark, texts[i].length) == 0)
      return refuse (texts[i].kind, error);
  if (amp_magic_is_json (bytes, length))
    return refuse (N_ ("JSON, but not with one object a line; rewrite it so first"), error);
  return check_characters (bytes, length, error);
}
