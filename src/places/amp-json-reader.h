/* Reads JSON (RFC 8259) from a stream, one token after the other.
 *
 * For files of outlines, which are too large for a tree in memory and may hold
 * anything: memory and depth are bounded, nothing is recursive, and what is not
 * JSON is an error that names the line. Private to the layer; knows nothing of
 * maps. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Arrays and objects within each other. */
#define AMP_JSON_MAX_DEPTH 32

/* Bytes of one string. */
#define AMP_JSON_MAX_TEXT 65536

/**
 * AmpJsonToken:
 * @AMP_JSON_FAILED: the error is set
 * @AMP_JSON_END: the one value is over, and the stream with it
 * @AMP_JSON_KEY: amp_json_reader_get_text() is the name of a member
 * @AMP_JSON_TEXT: amp_json_reader_get_text() is the value
 * @AMP_JSON_NUMBER: amp_json_reader_get_number() is the value
 * @AMP_JSON_WORD: true, false or null
 */
typedef enum
{
  AMP_JSON_FAILED,
  AMP_JSON_END,
  AMP_JSON_BEGIN_OBJECT,
  AMP_JSON_END_OBJECT,
  AMP_JSON_BEGIN_ARRAY,
  AMP_JSON_END_ARRAY,
  AMP_JSON_KEY,
  AMP_JSON_TEXT,
  AMP_JSON_NUMBER,
  AMP_JSON_WORD,
} AmpJsonToken;

typedef struct _AmpJsonReader AmpJsonReader;

/**
 * amp_json_reader_new:
 * @stream: a reference is taken
 *
 * Returns: (transfer full): a reader at the beginning of @stream.
 */
AmpJsonReader *amp_json_reader_new (GInputStream *stream);

void amp_json_reader_free (AmpJsonReader *reader);

/**
 * amp_json_reader_next:
 * @error: %AMP_PLACES_ERROR_FILE with the line and the reason, an error of the
 *   stream, or %G_IO_ERROR_CANCELLED.
 *
 * Returns: the next token. After %AMP_JSON_FAILED nothing more may be asked.
 */
AmpJsonToken amp_json_reader_next (AmpJsonReader *reader, GCancellable *cancellable, GError **error);

/**
 * amp_json_reader_skip:
 *
 * Reads the next value, whatever it is, to its end.
 */
gboolean amp_json_reader_skip (AmpJsonReader *reader, GCancellable *cancellable, GError **error);

/**
 * amp_json_reader_get_depth:
 *
 * Returns: how many arrays and objects are open.
 */
guint amp_json_reader_get_depth (const AmpJsonReader *reader);

/**
 * amp_json_reader_get_text:
 *
 * Returns: the last key or string, unescaped; valid until the next token. May be
 *   broken UTF-8; a NUL ends it.
 */
const char *amp_json_reader_get_text (const AmpJsonReader *reader);

double amp_json_reader_get_number (const AmpJsonReader *reader);

/**
 * amp_json_reader_get_line:
 *
 * Returns: the line where the last token ends, from 1: for messages.
 */
guint amp_json_reader_get_line (const AmpJsonReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpJsonReader, amp_json_reader_free)

G_END_DECLS
