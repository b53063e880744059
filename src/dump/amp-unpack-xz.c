/* Unpacks streams of xz with liblzma, which checks their sums and sizes. It knows no
 * archives. */
#include "amp-unpacker.h"

#include <lzma.h>

static gpointer
create (void)
{
  static const lzma_stream start = LZMA_STREAM_INIT;
  lzma_stream             *stream = g_new (lzma_stream, 1);

  *stream = start;
  if (lzma_stream_decoder (stream, AMP_UNPACKER_MAX_BYTES, LZMA_CONCATENATED) != LZMA_OK)
    g_error ("liblzma cannot be used");
  return stream;
}

static void
free_state (gpointer data)
{
  lzma_end (data);
  g_free (data);
}

static AmpUnpackStatus
run (gpointer data, AmpUnpackBuffers *buffers, gboolean is_last)
{
  lzma_stream *stream = data;
  lzma_ret     result;

  stream->next_in = buffers->input;
  stream->avail_in = buffers->input_length;
  stream->next_out = buffers->output;
  stream->avail_out = buffers->output_length;
  result = lzma_code (stream, is_last ? LZMA_FINISH : LZMA_RUN);
  buffers->input = stream->next_in;
  buffers->input_length = stream->avail_in;
  buffers->output = stream->next_out;
  buffers->output_length = stream->avail_out;
  switch (result)
    {
    case LZMA_STREAM_END:
      return AMP_UNPACK_MAY_END;
    case LZMA_OK:
    case LZMA_BUF_ERROR:
      return AMP_UNPACK_GOES_ON;
    case LZMA_MEMLIMIT_ERROR:
    case LZMA_MEM_ERROR:
      return AMP_UNPACK_TOO_LARGE;
    default:
      return AMP_UNPACK_DAMAGED;
    }
}

const AmpUnpackerClass amp_unpack_xz_class = { create, run, free_state };
