/* Owns amp_encoding_detect(): a sample's encoding from its marks, its NUL bytes, its
 * multi-byte sequences and, for single-byte encodings, how well it reads as French
 * (amp-encoding-fit.c). It knows bytes, not words, fields or rows. */
#include "amp-encoding.h"
#include "amp-encoding-fit.h"

#include <string.h>

/* Units read at most when looking for UTF-16: a few thousand settle it. */
#define NUL_PATTERN_BYTES 65536

/* The two agree on every French letter but œ, and on the euro: A4, BC, BD and BE are
 * ¤ ¼ ½ ¾ in Windows-1252 and € Œ œ Ÿ in Latin-9, which has nothing at 80 to 9F. */
static AmpEncoding
tell_latin_apart (const guint8 *bytes, gsize length)
{
  gsize latin_9 = 0, fractions = 0;

  for (gsize i = 0; i < length; i++)
    {
      gboolean after_letter = i > 0 && g_ascii_isalpha (bytes[i - 1]);
      gboolean before_letter = i + 1 < length && g_ascii_isalpha (bytes[i + 1]);

      if (bytes[i] >= 0x80 && bytes[i] < 0xa0)
        return AMP_ENCODING_WINDOWS_1252;
      if (bytes[i] == 0xa4 || (bytes[i] >= 0xbc && bytes[i] <= 0xbe && (after_letter || before_letter)))
        latin_9++;
      else if (bytes[i] >= 0xbc && bytes[i] <= 0xbe)
        fractions++;
    }
  return latin_9 > fractions ? AMP_ENCODING_ISO_8859_15 : AMP_ENCODING_WINDOWS_1252;
}

static AmpEncoding
detect_single_byte (const guint8 *bytes, gsize length)
{
  gint64 windows = amp_encoding_fit_score (AMP_ENCODING_WINDOWS_1252, bytes, length);
  gint64 latin_9 = amp_encoding_fit_score (AMP_ENCODING_ISO_8859_15, bytes, length);
  gint64 latin = MAX (windows, latin_9);
  gint64 cp850 = amp_encoding_fit_score (AMP_ENCODING_CP850, bytes, length);
  gint64 mac_roman = amp_encoding_fit_score (AMP_ENCODING_MAC_ROMAN, bytes, length);

  if (cp850 > latin && cp850 >= mac_roman)
    return AMP_ENCODING_CP850;
  if (mac_roman > latin)
    return AMP_ENCODING_MAC_ROMAN;
  return tell_latin_apart (bytes, length);
}

/* Latin text in UTF-16 has a NUL in nearly every unit, always on the same side. */
static gboolean
detect_utf_16 (const guint8 *bytes, gsize length, AmpEncoding *encoding)
{
  gsize units = MIN (length, NUL_PATTERN_BYTES) / 2;
  gsize first = 0, second = 0;

  for (gsize i = 0; i < units; i++)
    {
      first += bytes[2 * i] == 0;
      second += bytes[2 * i + 1] == 0;
    }
  if (units < 2 || MAX (first, second) * 10 < units * 7 || MIN (first, second) * 50 > units)
    return FALSE;
  *encoding = second > first ? AMP_ENCODING_UTF_16_LE : AMP_ENCODING_UTF_16_BE;
  return TRUE;
}

/* Sequences beat stray bytes: a few broken values do not make a file Windows-1252,
 * nor do a few UTF-8 values in a file of another encoding make it UTF-8. */
static gboolean
is_mostly_utf_8 (const guint8 *bytes, gsize length)
{
  gsize sequences = 0, strays = 0, i = 0;

  while (i < length)
    {
      gunichar character;

      if (bytes[i] < 0x80)
        {
          i++;
          continue;
        }
      character = g_utf8_get_char_validated ((const char *) bytes + i, (gssize) (length - i));
      if (character == (gunichar) -2 && length - i < 6)
        break;
      if (character == (gunichar) -1 || character == (gunichar) -2)
        strays++, i++;
      else
        sequences++, i += (gsize) g_unichar_to_utf8 (character, NULL);
    }
  return sequences >= strays;
}

AmpEncoding
amp_encoding_detect (const guint8 *bytes, gsize length)
{
  AmpEncoding encoding;

  g_return_val_if_fail (bytes != NULL || length == 0, AMP_ENCODING_UTF_8);

  if (amp_encoding_get_mark_length (AMP_ENCODING_UTF_8_BOM, bytes, length) > 0)
    return AMP_ENCODING_UTF_8_BOM;
  if (amp_encoding_get_mark_length (AMP_ENCODING_UTF_16_LE, bytes, length) > 0)
    return AMP_ENCODING_UTF_16_LE;
  if (amp_encoding_get_mark_length (AMP_ENCODING_UTF_16_BE, bytes, length) > 0)
    return AMP_ENCODING_UTF_16_BE;
  if (detect_utf_16 (bytes, length, &encoding))
    return encoding;
  if (is_mostly_utf_8 (bytes, length))
    return AMP_ENCODING_UTF_8;
  return detect_single_byte (bytes, length);
}
