/* The one error domain of the store: what can go wrong with a case file or
 * with a question asked of it. Messages name the file and the reason, never a
 * value. Must not know SQLite: amp-sql.c maps its codes to these. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AMP_STORE_ERROR:
 *
 * The domain of #AmpStoreError. A cancelled call fails with
 * %G_IO_ERROR_CANCELLED instead.
 */
#define AMP_STORE_ERROR (amp_store_error_quark ())
GQuark amp_store_error_quark (void);

/**
 * AmpStoreError:
 * @AMP_STORE_ERROR_NOT_A_CASE: the file is something else.
 * @AMP_STORE_ERROR_NEWER: the case was written by a newer version.
 * @AMP_STORE_ERROR_DAMAGED: the file was a case, but it is no longer whole.
 * @AMP_STORE_ERROR_EXISTS: a file stands where the case should go.
 * @AMP_STORE_ERROR_FULL: the disk is full, or a quota or limit is reached.
 * @AMP_STORE_ERROR_WRITE: the file cannot be written for another reason.
 * @AMP_STORE_ERROR_READ: the file cannot be opened or read.
 * @AMP_STORE_ERROR_LIMIT: the case would need more sources, places or persons
 *   than its format can count.
 * @AMP_STORE_ERROR_SELECTION: a filter cannot be understood.
 */
typedef enum
{
  AMP_STORE_ERROR_NOT_A_CASE,
  AMP_STORE_ERROR_NEWER,
  AMP_STORE_ERROR_DAMAGED,
  AMP_STORE_ERROR_EXISTS,
  AMP_STORE_ERROR_FULL,
  AMP_STORE_ERROR_WRITE,
  AMP_STORE_ERROR_READ,
  AMP_STORE_ERROR_LIMIT,
  AMP_STORE_ERROR_SELECTION
} AmpStoreError;

/**
 * amp_store_error_set_from_system:
 * @target: the file that cannot be written
 * @system_code: why not, as in errno
 *
 * Sets %AMP_STORE_ERROR_EXISTS, %AMP_STORE_ERROR_FULL or %AMP_STORE_ERROR_WRITE.
 */
void amp_store_error_set_from_system (GError **error, const char *target, int system_code);

G_END_DECLS
