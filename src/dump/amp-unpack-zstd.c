/* Unpacks frames of zstd with libzstd, which checks each frame's sum where it has one.
 * A frame whose window needs more than 128 MiB is refused. It knows no archives. */
#include "amp-unpacker.h"

#include <zstd.h>
#include <zstd_errors.h>

#define MAX_WINDOW_LOG 27

typedef struct
{
  ZSTD_DStream *stream;
  gboolean      is_between; /* a frame ended, and no other began */
} State;

static gpointer
create (void)
{
  State *state = g_new0 (State, 1);

  state->stream = ZSTD_createDStream ();
  if (state->stream == NULL || ZSTD_isError (ZSTD_DCtx_setParameter (state->stream, ZSTD_d_windowLogMax, MAX_WINDOW_LOG)))
    g_error ("libzstd cannot be used");
  return state;
}

static void
free_state (gpointer data)
{
  State *state = data;

  ZSTD_freeDStream (state->stream);
  g_free (state);
}

static AmpUnpackStatus
run (gpointer data, AmpUnpackBuffers *buffers, gboolean is_last)
{
  State *state = data;

  while (buffers->input_length > 0 || !state->is_between)
    {
      ZSTD_inBuffer  input = { buffers->input, buffers->input_length, 0 };
      ZSTD_outBuffer output = { buffers->output, buffers->output_length, 0 };
      size_t         result = ZSTD_decompressStream (state->stream, &output, &input);

      if (ZSTD_isError (result))
        return ZSTD_getErrorCode (result) == ZSTD_error_frameParameter_windowTooLarge ? AMP_UNPACK_TOO_LARGE : AMP_UNPACK_DAMAGED;
      buffers->input += input.pos;
      buffers->input_length -= input.pos;
      buffers->output += output.pos;
      buffers->output_length -= output.pos;
      state->is_between = result == 0;
      if (!state->is_between && (buffers->input_length == 0 || buffers->output_length == 0))
        return AMP_UNPACK_GOES_ON;
    }
  return AMP_UNPACK_MAY_END;
}

const AmpUnpackerClass amp_unpack_zstd_class = { create, run, free_state };
