/* Owns amp_encoding_detect(): a sample's encoding from its marks, its NUL bytes, its
 * multi-byte sequences and, for single-byte encodings, how well it reads as French.
 * It knows letters, not words, fields or rows.
 *
 * The reading of single bytes: an accented letter stands inside or at the edge of a
 * word and has the case of its neighbours; a symbol or a control character inside a
 * word means the table is wrong. Each candidate's reading is scored so, byte by byte. */
#include "amp-encoding.h"
#include "amp-code-page.h"

#include <string.h>

/* Units read at most when looking for UTF-16: a few thousand settle it. */
#define NUL_PATTERN_BYTES 65536

static const char *const lower_letters = "éèêëàâäçîïôöùûüÿœæñáíóú";
static const char *const upper_letters = "ÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŸŒÆÑÁÍÓÚ";
static const char *const common_letters = "éèàçê";
static const char *const text_symbols = "°€«»’‘“”–—…§²³£·®™";

typedef struct
{
  gint8 as_lower[128];  /* what the byte adds inside lower-case letters */
  gint8 as_upper[128];  /* … inside capitals */
  gint8 at_start[128];  /* … where a word starts and goes on in lower case */
  gint8 as_symbol[128]; /* … away from letters */
} Weights;

static gboolean
contains (const char *characters, gunichar character)
{
  return g_utf8_strchr (characters, -1, character) != NULL;
}

static void
weigh (Weights *weights, const guint16 *table)
{
  for (guint i = 0; i < 128; i++)
    {
      gunichar character = table[i];
      gboolean is_lower = contains (lower_letters, character);
      gboolean is_upper = contains (upper_letters, character);
      gboolean is_symbol = contains (text_symbols, character);
      int      bonus = contains (common_letters, g_unichar_tolower (character)) ? 1 : 0;
      int      lost = character == 0xfffd ? -6 : -3;

      weights->as_lower[i] = (gint8) (is_lower ? 3 + bonus : is_upper ? -2
                                                         : is_symbol  ? -1
                                                                      : lost);
      weights->as_upper[i] = (gint8) (is_upper ? 3 + bonus : is_lower ? -1
                                                         : is_symbol  ? -1
                                                                      : lost);
      weights->at_start[i] = (gint8) (is_upper || is_lower ? 2 + bonus : is_symbol ? 0
                                                                                   : lost);
      weights->as_symbol[i] = (gint8) (is_symbol ? 3 : is_lower || is_upper ? 0
                                                                            : lost + 1);
    }
}

/* Between words a lone « à » is common, a lone symbol too: no case to compare with. */
static int
score (const Weights *weights, guint8 previous, guint8 byte, guint8 next)
{
  guint i = byte - 0x80u;

  if (g_ascii_islower (previous))
    return weights->as_lower[i];
  if (g_ascii_isupper (previous))
    return g_ascii_islower (next) ? weights->as_lower[i] : weights->as_upper[i];
  if (g_ascii_islower (next))
    return weights->at_start[i];
  if (g_ascii_isupper (next))
    return weights->as_upper[i];
  return weights->as_symbol[i];
}

static gint64
score_sample (AmpEncoding encoding, const guint8 *bytes, gsize length)
{
  Weights weights;
  gint64  total = 0;

  weigh (&weights, amp_code_page_get_table (encoding));
  for (gsize i = 0; i < length; i++)
    if (bytes[i] >= 0x80)
      total += score (&weights, i > 0 ? bytes[i - 1] : '\n', bytes[i], i + 1 < length ? bytes[i + 1] : '\n');
  return total;
}

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
  gint64 windows = score_sample (AMP_ENCODING_WINDOWS_1252, bytes, length);
  gint64 latin_9 = score_sample (AMP_ENCODING_ISO_8859_15, bytes, length);
  gint64 latin = MAX (windows, latin_9);
  gint64 cp850 = score_sample (AMP_ENCODING_CP850, bytes, length);
  gint64 mac_roman = score_sample (AMP_ENCODING_MAC_ROMAN, bytes, length);

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
