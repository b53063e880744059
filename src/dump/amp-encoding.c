/* Owns the decoding of values. It knows tables and UTF, not files or tables' rows;
 * naming the encoding of a sample is amp-encoding-guess.c's job, and judging how well a
 * value reads in one is amp-encoding-fit.c's.
 * Invariant: whatever the bytes, what comes out is valid UTF-8 without NUL. */
#include "amp-encoding.h"
#include "amp-code-page.h"
#include "amp-encoding-fit.h"

#include <string.h>

#define REPLACEMENT 0xfffd

/* clang-format off */
static const char *const codes[AMP_N_ENCODINGS] = {
  [AMP_ENCODING_UTF_8]        = "utf-8",
  [AMP_ENCODING_UTF_8_BOM]    = "utf-8-bom",
  [AMP_ENCODING_WINDOWS_1252] = "windows-1252",
  [AMP_ENCODING_ISO_8859_15]  = "iso-8859-15",
  [AMP_ENCODING_UTF_16_LE]    = "utf-16le",
  [AMP_ENCODING_UTF_16_BE]    = "utf-16be",
  [AMP_ENCODING_CP850]        = "cp850",
  [AMP_ENCODING_MAC_ROMAN]    = "mac-roman",
};
/* clang-format on */

const char *
amp_encoding_get_code (AmpEncoding encoding)
{
  g_return_val_if_fail ((guint) encoding < AMP_N_ENCODINGS, NULL);
  return codes[encoding];
}

gboolean
amp_encoding_is_utf_16 (AmpEncoding encoding)
{
  return encoding == AMP_ENCODING_UTF_16_LE || encoding == AMP_ENCODING_UTF_16_BE;
}

gsize
amp_encoding_get_mark_length (AmpEncoding encoding, const guint8 *bytes, gsize length)
{
  if (encoding == AMP_ENCODING_UTF_8_BOM && length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    return 3;
  if (encoding == AMP_ENCODING_UTF_16_LE && length >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    return 2;
  if (encoding == AMP_ENCODING_UTF_16_BE && length >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    return 2;
  return 0;
}

/* Eight bytes at a time: this is what most values of a dump go through. */
static gboolean
is_ascii_without_nul (const char *bytes, gsize length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 tops = G_GUINT64_CONSTANT (0x8080808080808080);
  gsize         i = 0;

  for (; i + 8 <= length; i += 8)
    {
      guint64 word;

      memcpy (&word, bytes + i, sizeof word);
      if (((word | (word - ones)) & tops) != 0)
        return FALSE;
    }
  for (; i < length; i++)
    if (bytes[i] <= 0)
      return FALSE;
  return TRUE;
}

static void
append_by_table (const guint16 *table, const char *bytes, gsize length, GString *utf8)
{
  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = (guint8) bytes[i];

      if (byte >= 0x80)
        g_string_append_unichar (utf8, table[byte - 0x80]);
      else if (byte == 0)
        g_string_append_unichar (utf8, REPLACEMENT);
      else
        g_string_append_c (utf8, (char) byte);
    }
}

/* A NUL must not hide that the rest is UTF-8: the parts between are tried alone. */
static void
append_parts (AmpEncoding encoding, const char *bytes, gsize length, GString *utf8)
{
  const char *end = bytes + length;

  while (bytes < end)
    {
      const char *nul = memchr (bytes, 0, (gsize) (end - bytes));
      const char *part_end = nul ? nul : end;

      if (part_end > bytes)
        amp_encoding_decode (encoding, bytes, (gsize) (part_end - bytes), utf8);
      if (nul)
        g_string_append_unichar (utf8, REPLACEMENT);
      bytes = nul ? nul + 1 : end;
    }
}

void
amp_encoding_decode (AmpEncoding encoding, const char *bytes, gsize length, GString *utf8)
{
  g_return_if_fail (bytes != NULL || length == 0);
  g_return_if_fail (utf8 != NULL);

  if (length == 0)
    return;
  if (is_ascii_without_nul (bytes, length) || g_utf8_validate_len (bytes, length, NULL))
    g_string_append_len (utf8, bytes, (gssize) length);
  else if (memchr (bytes, 0, length))
    append_parts (encoding, bytes, length, utf8);
  else
    append_by_table (amp_code_page_get_table (amp_encoding_fit_choose (encoding, (const guint8 *) bytes, length)), bytes, length, utf8);
}

static guint
get_unit (AmpEncoding encoding, const guint8 *bytes)
{
  if (encoding == AMP_ENCODING_UTF_16_LE)
    return bytes[0] | (guint) bytes[1] << 8;
  return bytes[1] | (guint) bytes[0] << 8;
}

static void
append_unit (GString *utf8, guint unit)
{
  if (unit < 0x80)
    g_string_append_c (utf8, (char) unit);
  else
    g_string_append_unichar (utf8, unit);
}

void
amp_encoding_transcode_utf_16 (AmpEncoding encoding, const guint8 *bytes, gsize length, GString *utf8)
{
  g_return_if_fail (amp_encoding_is_utf_16 (encoding));
  g_return_if_fail (bytes != NULL || length == 0);
  g_return_if_fail (utf8 != NULL);

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      guint unit = get_unit (encoding, bytes + i);
      guint next = i + 3 < length ? get_unit (encoding, bytes + i + 2) : 0;

      if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000)
        {
          g_string_append_unichar (utf8, 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00));
          i += 2;
        }
      else
        append_unit (utf8, unit >= 0xd800 && unit < 0xe000 ? REPLACEMENT : unit);
    }
  if (length % 2 != 0)
    append_unit (utf8, REPLACEMENT);
}
