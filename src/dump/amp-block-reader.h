/* Cuts a source into blocks for parsers that work side by side. It knows line ends,
 * not rows: a block's start is a good guess at a row's start and no more. */
#pragma once

#include "amp-dialect.h"
#include "amp-dump-file.h"

G_BEGIN_DECLS

/* The size of a block in bytes, unless another is asked for. */
#define AMP_BLOCK_DEFAULT_SIZE (1024 * 1024)

typedef struct _AmpBlockReader AmpBlockReader;

/**
 * AmpBlock:
 * @bytes: (array length=length): what to parse: without a byte order mark; UTF-16
 *   transcoded to UTF-8. Owned by the block.
 * @length: the size of @bytes.
 * @offset: where the block starts in the file's content, in bytes.
 * @index: 0 for the first block, then one more each.
 * @is_last: whether no block follows.
 * @raw: (array length=raw_length) (nullable): the file's own bytes, for
 *   amp_dump_file_hash(): one block's after the other's are the whole file. Owned by the
 *   block. %NULL for a packed file, which hashes itself.
 * @raw_length: the size of @raw; 0 for a packed file.
 * @file_bytes: how much of the file itself was read for the block, in bytes; those of
 *   all blocks add up to the file's size.
 */
typedef struct
{
  guint8       *bytes;
  gsize         length;
  guint64       offset;
  guint         index;
  gboolean      is_last;
  const guint8 *raw;
  gsize         raw_length;
  guint64       file_bytes;
} AmpBlock;

/**
 * amp_block_reader_new:
 * @file: (transfer none): a file nothing was read from yet; must outlive the reader.
 * @dialect: (transfer none): its encoding decides about marks and transcoding.
 * @block_size: the bytes of a block at most, or 0 for %AMP_BLOCK_DEFAULT_SIZE.
 *
 * Returns: (transfer full): a reader at the start of the file.
 */
AmpBlockReader *amp_block_reader_new (AmpDumpFile *file, const AmpDialect *dialect, gsize block_size);

/**
 * amp_block_reader_free:
 * @reader: (nullable) (transfer full): a reader; blocks it gave stay valid.
 */
void amp_block_reader_free (AmpBlockReader *reader);

/**
 * amp_block_reader_next:
 * @reader: a reader.
 * @cancellable: (nullable): to stop.
 * @error: return location for an error.
 *
 * Reads the next block, which ends after the last line end within the block size, never
 * between CR and LF, or anywhere if there is none.
 *
 * Returns: (transfer full) (nullable): the block, which any thread may free with
 *   amp_block_free(); %NULL without an error at the end, with one as
 *   amp_dump_file_read() says. A file that changed is told before its last block.
 */
AmpBlock *amp_block_reader_next (AmpBlockReader *reader, GCancellable *cancellable, GError **error);

/**
 * amp_block_free:
 * @block: (nullable) (transfer full): a block.
 */
void amp_block_free (AmpBlock *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpBlockReader, amp_block_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpBlock, amp_block_free)

G_END_DECLS
