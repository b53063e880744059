/* A file of numbers without a name: what is needed once more, at the end and in the order
 * in which it came, and would fill memory until then. It lies beside the case that is
 * being written, and is gone when it is freed, or when the program ends in any way.
 *
 * What is put there must be what the case may hold: numbers of profiles, and never
 * anything that stands for a person. */
#pragma once

#include "amp-store-error.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AmpNumberFile AmpNumberFile;

/**
 * amp_number_file_new:
 * @target: the file beside which it shall lie
 * @error: %AMP_STORE_ERROR_FULL or %AMP_STORE_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): an empty file
 */
AmpNumberFile *amp_number_file_new (const char *target, GError **error);

void amp_number_file_free (AmpNumberFile *self);

/**
 * amp_number_file_append:
 * @number: the next one; none may follow once reading has begun
 * @error: %AMP_STORE_ERROR_FULL or %AMP_STORE_ERROR_WRITE
 *
 * Returns: whether that went well
 */
gboolean amp_number_file_append (AmpNumberFile *self, guint32 number, GError **error);

/**
 * amp_number_file_get_n:
 *
 * Returns: how many numbers were appended
 */
gsize amp_number_file_get_n (const AmpNumberFile *self);

/**
 * amp_number_file_read:
 * @numbers: (out) (array length=n): the next numbers, from the first on
 * @n: how many; no more than are left
 * @error: %AMP_STORE_ERROR_FULL, %AMP_STORE_ERROR_WRITE or %AMP_STORE_ERROR_READ
 *
 * Returns: whether that went well
 */
gboolean amp_number_file_read (AmpNumberFile *self, guint32 *numbers, gsize n, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpNumberFile, amp_number_file_free)

G_END_DECLS
