/* Owns the folding table.
 *
 * Source: the base letters of the Unicode decompositions of U+00C0 to U+017F;
 * where there is none, the usual French spelling (Ø as O, Œ as OE, ß as SS). */
#include "amp-fold.h"

#define FIRST_FOLDED 0xc0

/* clang-format off */
static const char fold_table[][3] = {
  /* U+00C0 */ "A", "A", "A", "A", "A", "A", "AE", "C", "E", "E", "E", "E", "I", "I", "I", "I",
  /* U+00D0 */ "D", "N", "O", "O", "O", "O", "O", " ", "O", "U", "U", "U", "U", "Y", "TH", "SS",
  /* U+00E0 */ "A", "A", "A", "A", "A", "A", "AE", "C", "E", "E", "E", "E", "I", "I", "I", "I",
  /* U+00F0 */ "D", "N", "O", "O", "O", "O", "O", " ", "O", "U", "U", "U", "U", "Y", "TH", "Y",
  /* U+0100 */ "A", "A", "A", "A", "A", "A", "C", "C", "C", "C", "C", "C", "C", "C", "D", "D",
  /* U+0110 */ "D", "D", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "G", "G", "G", "G",
  /* U+0120 */ "G", "G", "G", "G", "H", "H", "H", "H", "I", "I", "I", "I", "I", "I", "I", "I",
  /* U+0130 */ "I", "I", "IJ", "IJ", "J", "J", "K", "K", "K", "L", "L", "L", "L", "L", "L", "L",
  /* U+0140 */ "L", "L", "L", "N", "N", "N", "N", "N", "N", "N", "N", "N", "O", "O", "O", "O",
  /* U+0150 */ "O", "O", "OE", "OE", "R", "R", "R", "R", "R", "R", "S", "S", "S", "S", "S", "S",
  /* U+0160 */ "S", "S", "T", "T", "T", "T", "T", "T", "U", "U", "U", "U", "U", "U", "U", "U",
  /* U+0170 */ "U", "U", "U", "U", "W", "W", "Y", "Y", "Y", "Z", "Z", "Z", "Z", "Z", "Z", "S",
};
/* clang-format on */
G_STATIC_ASSERT (FIRST_FOLDED + G_N_ELEMENTS (fold_table) == 0x180);

static gboolean
is_continuation (char byte)
{
  return ((guint8) byte & 0xc0) == 0x80;
}

/* 0: broken. No overlong check: the result is folded, never stored. */
static gsize
decode (const char *bytes, gsize length, guint32 *character)
{
  guint8 first = (guint8) bytes[0];
  gsize  size = first < 0xc2 ? 0 : first < 0xe0 ? 2
                               : first < 0xf0   ? 3
                               : first < 0xf5   ? 4
                                                : 0;

  if (size == 0 || size > length)
    return 0;
  *character = first & (0xff >> (size + 1));
  for (gsize i = 1; i < size; i++)
    {
      if (!is_continuation (bytes[i]))
        return 0;
      *character = *character << 6 | ((guint8) bytes[i] & 0x3f);
    }
  return size;
}

static void
fold (guint32 character, char folded[2])
{
  folded[1] = '\0';
  if (character >= FIRST_FOLDED && character < FIRST_FOLDED + G_N_ELEMENTS (fold_table))
    memcpy (folded, fold_table[character - FIRST_FOLDED], 2);
  else if ((character >= 0x300 && character <= 0x36f) || character == 0xad || character == 0x200b || character == 0xfeff)
    folded[0] = '\0';
  else if (character == 0x2018 || character == 0x2019 || character == 0x2bc || character == 0xb4)
    folded[0] = '\'';
  else if (character >= 0x2010 && character <= 0x2015)
    folded[0] = '-';
  else
    folded[0] = ' ';
}

gsize
amp_fold_character (const char *bytes, gsize length, char folded[2])
{
  guint32 character;
  gsize   size;

  if ((guint8) bytes[0] < 0x80)
    {
      folded[0] = g_ascii_iscntrl (bytes[0]) ? ' ' : g_ascii_toupper (bytes[0]);
      folded[1] = '\0';
      return 1;
    }

  size = decode (bytes, length, &character);
  if (size == 0)
    {
      folded[0] = ' ';
      folded[1] = '\0';
      return 1;
    }
  fold (character, folded);
  return size;
}
