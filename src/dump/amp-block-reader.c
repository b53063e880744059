/* Owns the bytes read but not handed out yet: what follows the last line end of a block
 * starts the next. A unit more than a block is read, so that the reader knows whether
 * a CR at the end of a block has its LF behind it.
 * It knows line ends and the size of a character, not rows. */
#include "amp-block-reader.h"

#include <string.h>

/* What is read beyond a block: the next unit of any encoding. */
#define LOOK_AHEAD 2
/* A block must hold a character and a line end in any encoding. */
#define MIN_BLOCK_SIZE 8

typedef struct
{
  AmpBlock block;
  guint8  *raw;
  char    *text; /* NULL unless transcoded */
} OwnedBlock;

struct _AmpBlockReader
{
  AmpDumpFile *file; /* borrowed */
  AmpEncoding  encoding;
  gsize        block_size;
  guint64      offset;
  guint64      file_position; /* of a packed file: up to the last block */
  guint        index;
  gboolean     is_at_end;

  /* Owned */
  guint8 *carry; /* block_size + LOOK_AHEAD bytes, or NULL */
  gsize   carried;
};

AmpBlockReader *
amp_block_reader_new (AmpDumpFile *file, const AmpDialect *dialect, gsize block_size)
{
  AmpBlockReader *reader;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (dialect != NULL, NULL);

  reader = g_new0 (AmpBlockReader, 1);
  reader->file = file;
  reader->encoding = dialect->encoding;
  /* Even, so that a cut anywhere in a block of UTF-16 is between units. */
  reader->block_size = MAX (block_size ? block_size : AMP_BLOCK_DEFAULT_SIZE, MIN_BLOCK_SIZE) / 2 * 2;
  return reader;
}

void
amp_block_reader_free (AmpBlockReader *reader)
{
  if (!reader)
    return;
  g_free (reader->carry);
  g_free (reader);
}

void
amp_block_free (AmpBlock *block)
{
  OwnedBlock *owned = (OwnedBlock *) block;

  if (!owned)
    return;
  g_free (owned->raw);
  g_free (owned->text);
  g_free (owned);
}

/* A byte, or a unit of UTF-16, wherever it starts. */
static guint
get_unit (AmpBlockReader *reader, const guint8 *bytes)
{
  if (reader->encoding == AMP_ENCODING_UTF_16_LE)
    return bytes[0] | (guint) bytes[1] << 8;
  if (reader->encoding == AMP_ENCODING_UTF_16_BE)
    return bytes[1] | (guint) bytes[0] << 8;
  return bytes[0];
}

/* Where the block ends: after its last line end; if it has none, anywhere but inside CR LF
 * or a pair of surrogates. What follows the limit is there to be looked at. */
static gsize
find_cut (AmpBlockReader *reader, const guint8 *bytes, gsize limit)
{
  gsize size = amp_encoding_is_utf_16 (reader->encoding) ? 2 : 1;
  guint next = get_unit (reader, bytes + limit);
  guint last = get_unit (reader, bytes + limit - size);
  gsize anywhere = last == '\r' || (size == 2 && (last & 0xfc00) == 0xd800) ? limit - size : limit;

  for (gsize i = limit; i > 0; i -= size)
    {
      guint unit = get_unit (reader, bytes + i - size);

      if (unit == '\n' || (unit == '\r' && next != '\n'))
        return i;
      next = unit;
    }
  return anywhere;
}

static AmpBlock *
create_block (AmpBlockReader *reader, guint8 *raw, gsize length)
{
  OwnedBlock *owned = g_new0 (OwnedBlock, 1);
  AmpBlock   *block = &owned->block;
  gsize       mark = reader->index == 0 ? amp_encoding_get_mark_length (reader->encoding, raw, length) : 0;

  owned->raw = raw;
  if (amp_dump_file_get_packing (reader->file) == AMP_PACKING_NONE)
    {
      block->raw = raw;
      block->raw_length = length;
      block->file_bytes = length;
    }
  else
    {
      block->file_bytes = amp_dump_file_get_position (reader->file) - reader->file_position;
      reader->file_position += block->file_bytes;
    }
  block->offset = reader->offset;
  block->index = reader->index;
  block->is_last = reader->is_at_end && reader->carried == 0;
  block->bytes = raw + mark;
  block->length = length - mark;
  if (amp_encoding_is_utf_16 (reader->encoding))
    {
      GString *text = g_string_sized_new (length);

      amp_encoding_transcode_utf_16 (reader->encoding, raw + mark, length - mark, text);
      block->length = text->len;
      owned->text = g_string_free (text, FALSE);
      block->bytes = (guint8 *) owned->text;
    }
  reader->offset += length;
  reader->index++;
  return block;
}

/* The carried bytes, then the file's next. Returns how many, or -1. */
static gssize
fill (AmpBlockReader *reader, guint8 *raw, GCancellable *cancellable, GError **error)
{
  gsize  wanted = reader->block_size + LOOK_AHEAD - reader->carried;
  gssize count;

  if (reader->carried > 0)
    memcpy (raw, reader->carry, reader->carried);
  count = amp_dump_file_read (reader->file, raw + reader->carried, wanted, cancellable, error);
  if (count < 0)
    return -1;
  reader->is_at_end = (gsize) count < wanted;
  count += (gssize) reader->carried;
  /* Half a unit at the end of a damaged file is still looked at as a whole one. */
  memset (raw + count, 0, reader->block_size + LOOK_AHEAD - (gsize) count);
  return count;
}

static void
keep (AmpBlockReader *reader, const guint8 *bytes, gsize length)
{
  reader->carry = g_realloc (reader->carry, reader->block_size + LOOK_AHEAD);
  memcpy (reader->carry, bytes, length);
  reader->carried = length;
}

AmpBlock *
amp_block_reader_next (AmpBlockReader *reader, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *raw = NULL;
  gssize             filled;
  gsize              cut;

  g_return_val_if_fail (reader != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (reader->is_at_end && reader->carried == 0)
    return NULL;
  raw = g_malloc (reader->block_size + LOOK_AHEAD);
  filled = fill (reader, raw, cancellable, error);
  if (filled <= 0)
    return NULL;

  cut = (gsize) filled;
  if (cut > reader->block_size)
    {
      cut = find_cut (reader, raw, reader->block_size);
      keep (reader, raw + cut, (gsize) filled - cut);
    }
  else
    reader->carried = 0;
  return create_block (reader, g_steal_pointer (&raw), cut);
}
