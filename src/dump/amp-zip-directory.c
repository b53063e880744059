/* Owns the reading of the directory. Invariant: no number of it is used as a place or a
 * size before it was compared with the bytes that are there.
 *
 * Source: PKWARE's APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (directory),
 * 4.3.14 to 4.3.16 (its end, for 64 bits and for less), 4.5.3 (sizes in 64 bits). */
#include "amp-zip-directory.h"
#include "amp-dump-error.h"
#include "amp-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LOCAL_HEADER_BYTES 30
#define ENTRY_BYTES 46
#define END_BYTES 22
#define END_64_BYTES 56
#define LOCATOR_BYTES 20
#define MAX_COMMENT_BYTES 65535
#define MAX_DIRECTORY_BYTES (16 * 1024 * 1024)

#define FLAG_ENCRYPTED 0x0001
#define FLAG_STRONGLY_ENCRYPTED 0x0040
#define FLAG_MASKED_HEADERS 0x2000
#define EXTRA_SIZES_64 0x0001

/* Where the directory is. */
typedef struct
{
  guint64 offset;
  guint64 size;
} Place;

static guint
read_16 (const guint8 *bytes)
{
  return bytes[0] | (guint) bytes[1] << 8;
}

static guint32
read_32 (const guint8 *bytes)
{
  return read_16 (bytes) | (guint32) read_16 (bytes + 2) << 16;
}

static guint64
read_64 (const guint8 *bytes)
{
  return read_32 (bytes) | (guint64) read_32 (bytes + 4) << 32;
}

static gboolean
set_damaged (AmpRawFile *file, GError **error)
{
  g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_DAMAGED, _ ("%s: the archive is damaged or not complete"), amp_raw_file_get_name (file));
  return FALSE;
}

static GByteArray *
peek (AmpRawFile *file, guint64 offset, guint64 size, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize count;

  g_byte_array_set_size (bytes, (guint) size);
  count = amp_raw_file_peek (file, offset, bytes->data, size, cancellable, error);
  if (count < 0)
    return NULL;
  if ((guint64) count < size)
    {
      set_damaged (file, error);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

static void
free_member (gpointer data)
{
  AmpZipMember *member = data;

  g_free (member->name);
  g_free (member);
}

/* The last mark of an end whose comment reaches to the end of the file. */
static const guint8 *
find_end (const GByteArray *tail)
{
  for (guint i = END_BYTES; i <= tail->len; i++)
    {
      const guint8 *end = tail->data + tail->len - i;

      if (memcmp (end, "PK\x05\x06", 4) == 0 && read_16 (end + 20) == i - END_BYTES)
        return end;
    }
  return NULL;
}

static gboolean
find_directory_64 (AmpRawFile *file, const guint8 *locator, Place *place, GCancellable *cancellable, GError **error)
{
  guint64 size = (guint64) amp_raw_file_get_size (file);
  guint64 offset = read_64 (locator + 8);
  g_autoptr (GByteArray) end = NULL;

  if (size < END_64_BYTES || offset > size - END_64_BYTES)
    return set_damaged (file, error);
  end = peek (file, offset, END_64_BYTES, cancellable, error);
  if (!end)
    return FALSE;
  if (memcmp (end->data, "PK\x06\x06", 4) != 0)
    return set_damaged (file, error);
  place->size = read_64 (end->data + 40);
  place->offset = read_64 (end->data + 48);
  return TRUE;
}

static gboolean
find_directory (AmpRawFile *file, Place *place, GCancellable *cancellable, GError **error)
{
  guint64 size = (guint64) amp_raw_file_get_size (file);
  guint64 wanted = MIN (size, END_BYTES + MAX_COMMENT_BYTES + LOCATOR_BYTES);
  g_autoptr (GByteArray) tail = peek (file, size - wanted, wanted, cancellable, error);
  const guint8 *end;

  if (!tail)
    return FALSE;
  end = find_end (tail);
  if (!end)
    return set_damaged (file, error);
  if (read_16 (end + 4) != 0 && read_16 (end + 4) != 0xffff)
    {
      g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_SUPPORTED, _ ("%s: is the last part of a split archive; join its parts first"), amp_raw_file_get_name (file));
      return FALSE;
    }
  place->size = read_32 (end + 12);
  place->offset = read_32 (end + 16);
  if (end - tail->data >= LOCATOR_BYTES && memcmp (end - LOCATOR_BYTES, "PK\x06\x07", 4) == 0)
    return find_directory_64 (file, end - LOCATOR_BYTES, place, cancellable, error);
  return TRUE;
}

/* Sizes that do not fit their 32 bits follow one another in the extra field. */
static gboolean
read_sizes_64 (AmpZipMember *member, const guint8 *extra, gsize length)
{
  guint64 *const sizes[] = { &member->size, &member->packed_size, &member->header_offset };

  while (length >= 4)
    {
      gsize         left = read_16 (extra + 2);
      const guint8 *next = extra + 4;

      if (left > length - 4)
        return FALSE;
      length -= 4 + left;
      extra = next + left;
      if (read_16 (next - 4) != EXTRA_SIZES_64)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        if (*sizes[i] == G_MAXUINT32)
          {
            if (left < 8)
              return FALSE;
            *sizes[i] = read_64 (next);
            next += 8;
            left -= 8;
          }
    }
  return TRUE;
}

/* Old archives name their files in the code page of DOS. */
static char *
decode_name (const guint8 *bytes, gsize length)
{
  g_autoptr (GString) decoded = g_string_new (NULL);
  GString *name = g_string_new (NULL);

  amp_encoding_decode (AMP_ENCODING_CP850, (const char *) bytes, length, decoded);
  for (const char *c = decoded->str; *c; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (name, g_unichar_isprint (character) ? character : 0xfffd);
    }
  return g_string_free (name, FALSE);
}

static gboolean
is_left_by_system (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);

  return g_str_has_prefix (name, "__MACOSX/") || base[0] == '.' ||
         g_ascii_strcasecmp (base, "Thumbs.db") == 0 || g_ascii_strcasecmp (base, "desktop.ini") == 0;
}

static gboolean
is_wanted (const AmpZipMember *member)
{
  return member->size > 0 && !g_str_has_suffix (member->name, "/") && !is_left_by_system (member->name);
}

/* Reads one entry. Returns its size in bytes, or 0 if there is none. */
static gsize
read_entry (const guint8 *bytes, gsize length, AmpZipMember *member)
{
  gsize name_length, extra_length, size;
  guint flags;

  if (length < ENTRY_BYTES || memcmp (bytes, "PK\x01\x02", 4) != 0)
    return 0;
  name_length = read_16 (bytes + 28);
  extra_length = read_16 (bytes + 30);
  size = ENTRY_BYTES + name_length + extra_length + read_16 (bytes + 32);
  if (size > length)
    return 0;
  flags = read_16 (bytes + 8);
  member->is_encrypted = (flags & (FLAG_ENCRYPTED | FLAG_STRONGLY_ENCRYPTED | FLAG_MASKED_HEADERS)) != 0;
  member->method = read_16 (bytes + 10);
  member->checksum = read_32 (bytes + 16);
  member->packed_size = read_32 (bytes + 20);
  member->size = read_32 (bytes + 24);
  member->header_offset = read_32 (bytes + 42);
  member->name = decode_name (bytes + ENTRY_BYTES, name_length);
  return read_sizes_64 (member, bytes + ENTRY_BYTES + name_length, extra_length) ? size : 0;
}

static gboolean
is_office_document (const char *name)
{
  return strcmp (name, "[Content_Types].xml") == 0 || strcmp (name, "META-INF/manifest.xml") == 0;
}

static gboolean
take_entries (AmpRawFile *file, const GByteArray *directory, GPtrArray *members, GError **error)
{
  gsize position = 0;

  while (position < directory->len)
    {
      AmpZipMember *member = g_new0 (AmpZipMember, 1);
      gsize         size = read_entry (directory->data + position, directory->len - position, member);

      g_ptr_array_add (members, member);
      if (size == 0)
        return set_damaged (file, error);
      if (is_office_document (member->name))
        {
          g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_A_TABLE, _ ("%s: not a table: it is an office document; save it as CSV first"), amp_raw_file_get_name (file));
          return FALSE;
        }
      if (!is_wanted (member))
        g_ptr_array_set_size (members, (int) members->len - 1);
      position += size;
    }
  return TRUE;
}

GPtrArray *
amp_zip_directory_read (AmpRawFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (free_member);
  g_autoptr (GByteArray) directory = NULL;
  Place   place;
  guint64 file_size;

  g_return_val_if_fail (file != NULL, NULL);

  file_size = (guint64) amp_raw_file_get_size (file);
  if (!find_directory (file, &place, cancellable, error))
    return NULL;
  if (place.size > file_size || place.offset > file_size - place.size)
    {
      set_damaged (file, error);
      return NULL;
    }
  if (place.size > MAX_DIRECTORY_BYTES)
    {
      g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_SUPPORTED, _ ("%s: the archive holds too many files"), amp_raw_file_get_name (file));
      return NULL;
    }
  directory = peek (file, place.offset, place.size, cancellable, error);
  if (!directory || !take_entries (file, directory, members, error))
    return NULL;
  if (members->len == 0)
    {
      g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_EMPTY, _ ("%s: the archive holds nothing"), amp_raw_file_get_name (file));
      return NULL;
    }
  return g_steal_pointer (&members);
}

gboolean
amp_zip_directory_find_data (AmpRawFile *file, const AmpZipMember *member, guint64 *offset, GCancellable *cancellable, GError **error)
{
  guint64 size;
  g_autoptr (GByteArray) header = NULL;

  g_return_val_if_fail (file != NULL && member != NULL && offset != NULL, FALSE);

  size = (guint64) amp_raw_file_get_size (file);
  if (size < LOCAL_HEADER_BYTES || member->header_offset > size - LOCAL_HEADER_BYTES)
    return set_damaged (file, error);
  header = peek (file, member->header_offset, LOCAL_HEADER_BYTES, cancellable, error);
  if (!header)
    return FALSE;
  *offset = member->header_offset + LOCAL_HEADER_BYTES + read_16 (header->data + 26) + read_16 (header->data + 28);
  if (memcmp (header->data, "PK\x03\x04", 4) != 0 || *offset > size || member->packed_size > size - *offset)
    return set_damaged (file, error);
  return TRUE;
}
