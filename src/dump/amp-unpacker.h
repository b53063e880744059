/* From packed bytes to the content: one interface, one file for each method. An
 * unpacker keeps a bounded state and sees its input once; it knows no files.
 *
 * An unpacker belongs to one thread at a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The memory that one unpacker may take; what needs more is refused. Sources: `xz -9`
 * needs 65 MiB, `zstd --ultra -22` 128 MiB. */
#define AMP_UNPACKER_MAX_BYTES (192 * 1024 * 1024)

/**
 * AmpUnpackMethod:
 * @AMP_UNPACK_STORED: bytes as they are.
 * @AMP_UNPACK_DEFLATE: a bare stream of deflate (RFC 1951), as in ZIP archives.
 * @AMP_UNPACK_GZIP: members of gzip, each with its checksum.
 * @AMP_UNPACK_ZSTD: frames of zstd.
 * @AMP_UNPACK_XZ: streams of xz.
 *
 * How the bytes were packed.
 */
typedef enum
{
  AMP_UNPACK_STORED,
  AMP_UNPACK_DEFLATE,
  AMP_UNPACK_GZIP,
  AMP_UNPACK_ZSTD,
  AMP_UNPACK_XZ,
} AmpUnpackMethod;

/**
 * AmpUnpackStatus:
 * @AMP_UNPACK_GOES_ON: more input or more room is wanted.
 * @AMP_UNPACK_MAY_END: all input was used, and it may end here.
 * @AMP_UNPACK_DAMAGED: the input is not what the method writes, or a checksum differs.
 * @AMP_UNPACK_TOO_LARGE: more than %AMP_UNPACKER_MAX_BYTES would be needed.
 *
 * What became of some input.
 */
typedef enum
{
  AMP_UNPACK_GOES_ON,
  AMP_UNPACK_MAY_END,
  AMP_UNPACK_DAMAGED,
  AMP_UNPACK_TOO_LARGE,
} AmpUnpackStatus;

/**
 * AmpUnpackBuffers:
 * @input: (array length=input_length): packed bytes not used yet.
 * @input_length: their number.
 * @output: (array length=output_length): room for content.
 * @output_length: its size in bytes.
 *
 * What an unpacker works on; it moves all four along.
 */
typedef struct
{
  const guint8 *input;
  gsize         input_length;
  guint8       *output;
  gsize         output_length;
} AmpUnpackBuffers;

typedef struct _AmpUnpacker AmpUnpacker;

/**
 * AmpUnpackerClass:
 * @create: makes the state; %NULL where memory fails.
 * @run: amp_unpacker_run() of the method.
 * @free: frees the state.
 *
 * A method, for amp-unpacker.c alone.
 */
typedef struct
{
  gpointer (*create) (void);
  AmpUnpackStatus (*run) (gpointer state, AmpUnpackBuffers *buffers, gboolean is_last);
  void (*free) (gpointer state);
} AmpUnpackerClass;

extern const AmpUnpackerClass amp_unpack_deflate_class;
extern const AmpUnpackerClass amp_unpack_gzip_class;
extern const AmpUnpackerClass amp_unpack_zstd_class;
extern const AmpUnpackerClass amp_unpack_xz_class;

/**
 * amp_unpacker_new:
 * @method: how the bytes were packed.
 *
 * Returns: (transfer full): an unpacker at the start of its input.
 */
AmpUnpacker *amp_unpacker_new (AmpUnpackMethod method);

/**
 * amp_unpacker_free:
 * @unpacker: (nullable) (transfer full): an unpacker.
 */
void amp_unpacker_free (AmpUnpacker *unpacker);

/**
 * amp_unpacker_run:
 * @unpacker: an unpacker.
 * @buffers: input and room.
 * @is_last: whether no input follows.
 *
 * Unpacks until the input is used up or the room is.
 *
 * Returns: what became of the input. Input that ends early is found by the caller: no
 *   input is left, none follows, and the status stays %AMP_UNPACK_GOES_ON.
 */
AmpUnpackStatus amp_unpacker_run (AmpUnpacker *unpacker, AmpUnpackBuffers *buffers, gboolean is_last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpUnpacker, amp_unpacker_free)

G_END_DECLS
