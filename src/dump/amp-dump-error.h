/* The errors of the dump layer: what can go wrong between a path and its rows.
 * A message names the file and the reason, never a byte of what is inside. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpDumpError:
 * @AMP_DUMP_ERROR_NOT_FOUND: there is no such file.
 * @AMP_DUMP_ERROR_NOT_READABLE: the file may not be read, or is a device or a socket.
 * @AMP_DUMP_ERROR_IS_DIRECTORY: the path names a directory.
 * @AMP_DUMP_ERROR_EMPTY: the file holds nothing, or nothing but blank lines.
 * @AMP_DUMP_ERROR_NOT_A_TABLE: the bytes are no table (an image, prose, noise…).
 * @AMP_DUMP_ERROR_CHANGED: the file shrank, grew or was rewritten while it was read.
 * @AMP_DUMP_ERROR_READ: the system failed to deliver the bytes (bad disk, lost mount…).
 * @AMP_DUMP_ERROR_DAMAGED: what is packed in the file is broken or ends early.
 * @AMP_DUMP_ERROR_ENCRYPTED: an archive that needs a password.
 * @AMP_DUMP_ERROR_NOT_SUPPORTED: packed in a way that is not read here.
 * @AMP_DUMP_ERROR_BOMB: unpacks to so much that it can only be a trap.
 */
typedef enum
{
  AMP_DUMP_ERROR_NOT_FOUND,
  AMP_DUMP_ERROR_NOT_READABLE,
  AMP_DUMP_ERROR_IS_DIRECTORY,
  AMP_DUMP_ERROR_EMPTY,
  AMP_DUMP_ERROR_NOT_A_TABLE,
  AMP_DUMP_ERROR_CHANGED,
  AMP_DUMP_ERROR_READ,
  AMP_DUMP_ERROR_DAMAGED,
  AMP_DUMP_ERROR_ENCRYPTED,
  AMP_DUMP_ERROR_NOT_SUPPORTED,
  AMP_DUMP_ERROR_BOMB,
} AmpDumpError;

#define AMP_DUMP_ERROR (amp_dump_error_quark ())

/**
 * amp_dump_error_quark:
 *
 * Returns: the error domain of every #AmpDumpError.
 */
GQuark amp_dump_error_quark (void);

G_END_DECLS
