/* Owns the table of methods, and the one that does nothing. */
#include "amp-unpacker.h"

#include <string.h>

struct _AmpUnpacker
{
  const AmpUnpackerClass *method;
  gpointer                state; /* owned */
};

static gpointer
create_nothing (void)
{
  return NULL;
}

static void
free_nothing (gpointer state)
{
}

static AmpUnpackStatus
copy (gpointer state, AmpUnpackBuffers *buffers, gboolean is_last)
{
  gsize length = MIN (buffers->input_length, buffers->output_length);

  if (length > 0)
    memcpy (buffers->output, buffers->input, length);
  buffers->input += length;
  buffers->input_length -= length;
  buffers->output += length;
  buffers->output_length -= length;
  return buffers->input_length == 0 ? AMP_UNPACK_MAY_END : AMP_UNPACK_GOES_ON;
}

static const AmpUnpackerClass stored_class = { create_nothing, copy, free_nothing };

/* clang-format off */
static const AmpUnpackerClass *const classes[] = {
  [AMP_UNPACK_STORED]  = &stored_class,
  [AMP_UNPACK_DEFLATE] = &amp_unpack_deflate_class,
  [AMP_UNPACK_GZIP]    = &amp_unpack_gzip_class,
  [AMP_UNPACK_ZSTD]    = &amp_unpack_zstd_class,
  [AMP_UNPACK_XZ]      = &amp_unpack_xz_class,
};
/* clang-format on */

AmpUnpacker *
amp_unpacker_new (AmpUnpackMethod method)
{
  AmpUnpacker *unpacker;

  g_return_val_if_fail ((guint) method < G_N_ELEMENTS (classes), NULL);

  unpacker = g_new0 (AmpUnpacker, 1);
  unpacker->method = classes[method];
  unpacker->state = unpacker->method->create ();
  return unpacker;
}

void
amp_unpacker_free (AmpUnpacker *unpacker)
{
  if (!unpacker)
    return;
  unpacker->method->free (unpacker->state);
  g_free (unpacker);
}

AmpUnpackStatus
amp_unpacker_run (AmpUnpacker *unpacker, AmpUnpackBuffers *buffers, gboolean is_last)
{
  g_return_val_if_fail (unpacker != NULL, AMP_UNPACK_DAMAGED);
  g_return_val_if_fail (buffers != NULL, AMP_UNPACK_DAMAGED);
  return unpacker->method->run (unpacker->state, buffers, is_last);
}
