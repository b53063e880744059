/* Unpacks deflate, bare or in gzip members, with zlib, which alone checks the sums.
 * Members that follow one another are one content (RFC 1952, 2.2); zeros that pad the
 * last one to a block of tape end it. It knows no archives. */
#include "amp-unpacker.h"

#include <zlib.h>

#define BARE_WINDOW (-MAX_WBITS)
#define GZIP_WINDOW (MAX_WBITS + 16)

typedef struct
{
  z_stream stream;
  gboolean has_members;
  gboolean is_between; /* a member ended, and no other began */
  gboolean is_in_padding;
} State;

static State *
create (int window, gboolean has_members)
{
  State *state = g_new0 (State, 1);

  state->has_members = has_members;
  if (inflateInit2 (&state->stream, window) != Z_OK)
    g_error ("zlib cannot be used");
  return state;
}

static gpointer
create_deflate (void)
{
  return create (BARE_WINDOW, FALSE);
}

static gpointer
create_gzip (void)
{
  return create (GZIP_WINDOW, TRUE);
}

static void
free_state (gpointer data)
{
  State *state = data;

  inflateEnd (&state->stream);
  g_free (state);
}

/* Bytes behind a member: another member, padding, or what does not belong there. */
static AmpUnpackStatus
pass_end (State *state, AmpUnpackBuffers *buffers)
{
  if (buffers->input[0] == 0)
    state->is_in_padding = TRUE;
  while (state->is_in_padding && buffers->input_length > 0 && buffers->input[0] == 0)
    {
      buffers->input++;
      buffers->input_length--;
    }
  if (buffers->input_length == 0)
    return AMP_UNPACK_MAY_END;
  if (state->is_in_padding || !state->has_members || inflateReset (&state->stream) != Z_OK)
    return AMP_UNPACK_DAMAGED;
  state->is_between = FALSE;
  return AMP_UNPACK_GOES_ON;
}

static int
inflate_some (State *state, AmpUnpackBuffers *buffers)
{
  gsize used, given;
  int   result;

  state->stream.next_in = (Bytef *) buffers->input;
  state->stream.avail_in = (uInt) MIN (buffers->input_length, G_MAXINT);
  state->stream.next_out = buffers->output;
  state->stream.avail_out = (uInt) MIN (buffers->output_length, G_MAXINT);
  result = inflate (&state->stream, Z_NO_FLUSH);
  used = (gsize) (state->stream.next_in - buffers->input);
  given = (gsize) (state->stream.next_out - buffers->output);
  buffers->input += used;
  buffers->input_length -= used;
  buffers->output += given;
  buffers->output_length -= given;
  return result;
}

static AmpUnpackStatus
run (gpointer data, AmpUnpackBuffers *buffers, gboolean is_last)
{
  State *state = data;

  while (buffers->input_length > 0 || !state->is_between)
    {
      int result;

      if (state->is_between)
        {
          AmpUnpackStatus status = pass_end (state, buffers);

          if (status != AMP_UNPACK_GOES_ON)
            return status;
        }
      result = inflate_some (state, buffers);
      if (result == Z_STREAM_END)
        state->is_between = TRUE;
      else if (result == Z_BUF_ERROR || (result == Z_OK && (buffers->input_length == 0 || buffers->output_length == 0)))
        return AMP_UNPACK_GOES_ON;
      else if (result != Z_OK)
        return AMP_UNPACK_DAMAGED;
    }
  return AMP_UNPACK_MAY_END;
}

const AmpUnpackerClass amp_unpack_deflate_class = { create_deflate, run, free_state };
const AmpUnpackerClass amp_unpack_gzip_class = { create_gzip, run, free_state };
