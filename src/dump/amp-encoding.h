/* Which characters the bytes of a dump stand for: naming a source's encoding and
 * decoding its values. Stateless: every function may be called from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpEncoding:
 * @AMP_ENCODING_UTF_8: UTF-8 without a byte order mark, or ASCII alone.
 * @AMP_ENCODING_UTF_8_BOM: UTF-8 that starts with EF BB BF.
 * @AMP_ENCODING_WINDOWS_1252: Windows, Western European.
 * @AMP_ENCODING_ISO_8859_15: Latin-9.
 * @AMP_ENCODING_UTF_16_LE: UTF-16, low byte first, with or without a mark.
 * @AMP_ENCODING_UTF_16_BE: UTF-16, high byte first, with or without a mark.
 * @AMP_ENCODING_CP850: DOS, Western European.
 * @AMP_ENCODING_MAC_ROMAN: Mac OS before version X.
 */
typedef enum
{
  AMP_ENCODING_UTF_8,
  AMP_ENCODING_UTF_8_BOM,
  AMP_ENCODING_WINDOWS_1252,
  AMP_ENCODING_ISO_8859_15,
  AMP_ENCODING_UTF_16_LE,
  AMP_ENCODING_UTF_16_BE,
  AMP_ENCODING_CP850,
  AMP_ENCODING_MAC_ROMAN,
} AmpEncoding;

#define AMP_N_ENCODINGS (AMP_ENCODING_MAC_ROMAN + 1)

/**
 * amp_encoding_get_code:
 * @encoding: an encoding.
 *
 * Returns: (transfer none): its stable code, as the command line and the case
 *   write it: `utf-8`, `utf-8-bom`, `windows-1252`, `iso-8859-15`, `utf-16le`,
 *   `utf-16be`, `cp850` or `mac-roman`.
 */
const char *amp_encoding_get_code (AmpEncoding encoding);

/**
 * amp_encoding_is_utf_16:
 * @encoding: an encoding.
 *
 * Returns: whether a character takes two bytes or more, so that lines and
 *   delimiters cannot be found before transcoding.
 */
gboolean amp_encoding_is_utf_16 (AmpEncoding encoding);

/**
 * amp_encoding_detect:
 * @bytes: (array length=length): a sample that starts where the file starts.
 * @length: its size in bytes; the last character may be cut.
 *
 * Names the encoding from, in this order: the byte order mark, the pattern of NUL
 * bytes, the validity of the multi-byte sequences, and how well the bytes above
 * 127 read as French text in each single-byte encoding. ASCII alone is UTF-8.
 *
 * Returns: the encoding that fits best; any bytes have one.
 */
AmpEncoding amp_encoding_detect (const guint8 *bytes, gsize length);

/**
 * amp_encoding_get_mark_length:
 * @encoding: the encoding found.
 * @bytes: (array length=length): the first bytes of the file.
 * @length: their number.
 *
 * Returns: the size in bytes of the byte order mark at the start: 0, 2 or 3.
 */
gsize amp_encoding_get_mark_length (AmpEncoding encoding, const guint8 *bytes, gsize length);

/**
 * amp_encoding_decode:
 * @encoding: the encoding of the source.
 * @bytes: (array length=length): one value, any bytes.
 * @length: its size in bytes.
 * @utf8: the string that the decoded value is appended to.
 *
 * Decodes one value. ASCII passes as it is, and so does a value that is valid
 * UTF-8 with multi-byte sequences, whatever the source's encoding: some files mix
 * two encodings row by row, and other encodings hardly ever look like UTF-8 by
 * chance. Anything else is read by the source's table; in a UTF-8 or UTF-16
 * source (the latter was transcoded with its block), as Windows-1252; but a value
 * that breaks words in it and makes sense in another single-byte encoding is read in
 * that one. NUL bytes
 * and bytes without a meaning become U+FFFD. What is appended is valid UTF-8
 * without NUL, at most three times @length.
 */
void amp_encoding_decode (AmpEncoding encoding, const char *bytes, gsize length, GString *utf8);

/**
 * amp_encoding_transcode_utf_16:
 * @encoding: %AMP_ENCODING_UTF_16_LE or %AMP_ENCODING_UTF_16_BE.
 * @bytes: (array length=length): whole code units, cut anywhere but inside a pair.
 * @length: their size in bytes; an odd last byte reads as U+FFFD.
 * @utf8: the string that the text is appended to.
 *
 * Transcodes a stretch of a UTF-16 file; unpaired surrogates become U+FFFD.
 */
void amp_encoding_transcode_utf_16 (AmpEncoding encoding, const guint8 *bytes, gsize length, GString *utf8);

G_END_DECLS
