/* Owns the folding of place names. Invariant: the result depends on the bytes
 * alone, never on the locale, and never exceeds the buffer. */
#include "amp-place-name.h"

typedef struct
{
  char    *buffer;
  gsize    size;
  gsize    length;
  gsize    word; /* where the word being written starts */
  gboolean is_full;
} Folder;

typedef struct
{
  const char *written;
  const char *meant;
} Abbreviation;

/* clang-format off */
/* The first four as La Poste abbreviates (norm NF Z10-011); S alone stands for
 * the "S/" of SUR. */
static const Abbreviation abbreviations[] = {
  { "ST", "SAINT" }, { "STE", "SAINTE" }, { "STS", "SAINTS" }, { "STES", "SAINTES" }, { "S", "SUR" },
};
static const char *const articles[] = { "LE", "LA", "LES", "L" };

/* Latin-1 Supplement and Latin Extended-A, U+00C0 to U+017F: the letter without
 * its mark, "." where two letters or none stand for it. */
static const char letters[] =
  "AAAAAA.CEEEEIIII" "DNOOOOO.OUUUUY.." "AAAAAA.CEEEEIIII" "DNOOOOO.OUUUUY.Y"
  "AAAAAACCCCCCCCDD" "DDEEEEEEEEEEGGGG" "GGGGHHHHIIIIIIII" "II..JJKKKLLLLLLL"
  "LLLNNNNNN.NNOOOO" "OO..RRRRRRSSSSSS" "SSTTTTTTUUUUUUUU" "UUUUWWYYYZZZZZZS";
/* clang-format on */
G_STATIC_ASSERT (sizeof letters == 0x180 - 0xC0 + 1);

static void
put_letter (Folder *folder, char letter)
{
  if (folder->length + 1 < folder->size)
    folder->buffer[folder->length++] = letter;
  else
    folder->is_full = TRUE;
}

static void
put_text (Folder *folder, const char *text)
{
  for (; *text != '\0'; text++)
    put_letter (folder, *text);
}

static gboolean
word_is (const Folder *folder, const char *word)
{
  gsize length = folder->length - folder->word;

  return length == strlen (word) && memcmp (folder->buffer + folder->word, word, length) == 0;
}

static void
end_word (Folder *folder)
{
  gsize length = folder->length - folder->word;

  if (length == 0)
    return;
  for (guint i = 0; length <= 4 && i < G_N_ELEMENTS (abbreviations); i++)
    {
      if (word_is (folder, abbreviations[i].written))
        {
          folder->length = folder->word;
          put_text (folder, abbreviations[i].meant);
          break;
        }
    }
  put_letter (folder, ' ');
  folder->word = folder->length;
}

/* A letter beyond ASCII: folded, or a pair, or the end of the word. */
static void
put_code_point (Folder *folder, guint code_point)
{
  char letter = code_point >= 0xC0 && code_point < 0x180 ? letters[code_point - 0xC0] : '.';

  if (letter != '.')
    put_letter (folder, letter);
  else if (code_point == 0xC6 || code_point == 0xE6)
    put_text (folder, "AE");
  else if (code_point == 0x152 || code_point == 0x153)
    put_text (folder, "OE");
  else if (code_point == 0xDF)
    put_text (folder, "SS");
  else if (code_point < 0x300 || code_point > 0x36F) /* a combining mark is simply dropped */
    end_word (folder);
}

static void
put_bytes (Folder *folder, const guint8 *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = bytes[i];

      if (g_ascii_isalnum (byte))
        put_letter (folder, g_ascii_toupper (byte));
      else if (byte < 0xC0 || byte >= 0xE0 || i + 1 == length || (bytes[i + 1] & 0xC0) != 0x80)
        end_word (folder);
      else
        put_code_point (folder, (guint) (byte & 0x1F) << 6 | (bytes[++i] & 0x3F));
    }
  end_word (folder);
}

/* "HAVRE LE" is how an alphabetical list writes LE HAVRE. */
static void
move_article (char *folded, gsize length)
{
  const char *space = strrchr (folded, ' ');
  gsize       size = space != NULL ? length - (space + 1 - folded) : 0;

  for (guint i = 0; size > 0 && i < G_N_ELEMENTS (articles); i++)
    {
      if (strcmp (space + 1, articles[i]) != 0)
        continue;
      memmove (folded + size + 1, folded, length - size - 1);
      memcpy (folded, articles[i], size);
      folded[size] = ' ';
      return;
    }
}

gsize
amp_place_name_fold (const char *text, gsize length, char *buffer, gsize size)
{
  Folder folder = { .buffer = buffer, .size = size };

  g_return_val_if_fail (buffer != NULL && size > 0, 0);

  buffer[0] = '\0';
  if (length > 4 * size)
    return 0;
  put_bytes (&folder, (const guint8 *) text, length);
  if (folder.is_full || folder.length == 0)
    {
      buffer[0] = '\0';
      return 0;
    }
  buffer[--folder.length] = '\0';
  move_article (buffer, folder.length);
  return folder.length;
}

gsize
amp_place_name_compact (char *folded)
{
  char *to = folded;

  for (const char *from = folded; *from != '\0'; from++)
    if (*from != ' ')
      *to++ = *from;
  *to = '\0';
  return to - folded;
}

const char *
amp_place_name_skip_article (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      gsize length = strlen (articles[i]);

      if (strncmp (folded, articles[i], length) == 0 && folded[length] == ' ')
        return folded + length + 1;
    }
  return folded;
}
