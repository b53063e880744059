/* A file that appears whole or not at all: written under a hidden name beside
 * its target, then flushed and renamed. Whatever happens before that leaves
 * the target as it was; what a crash leaves behind is a hidden
 * ".NAME.partial-XXXXXX" that nothing reads. Only its owner may read it, like
 * the case it becomes. Internal to the store; must not know what is written. */
#pragma once

#include "amp-store-error.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpPartialFile:
 *
 * A file on its way to a name.
 */
typedef struct _AmpPartialFile AmpPartialFile;

/**
 * amp_partial_file_new:
 * @target: the file to become
 * @overwrite: whether an existing @target may be replaced
 *
 * Creates the hidden file, empty.
 *
 * Returns: (transfer full) (nullable): the file; %NULL with
 *   %AMP_STORE_ERROR_EXISTS, %AMP_STORE_ERROR_FULL or %AMP_STORE_ERROR_WRITE.
 */
AmpPartialFile *amp_partial_file_new (const char *target, gboolean overwrite, GError **error);

/**
 * amp_partial_file_get_path:
 * @file: a file
 *
 * Returns: the path of the hidden file.
 */
const char *amp_partial_file_get_path (AmpPartialFile *file);

/**
 * amp_partial_file_fill:
 * @file: an empty file
 * @source: descriptor of a file, read from its beginning
 *
 * Copies all bytes of @source into the hidden file.
 *
 * Returns: whether that went well; %AMP_STORE_ERROR_FULL or
 *   %AMP_STORE_ERROR_WRITE if not.
 */
gboolean amp_partial_file_fill (AmpPartialFile *file, int source, GError **error);

/**
 * amp_partial_file_commit:
 * @file: a file that nobody has open any more
 *
 * Flushes the hidden file, gives it the name of the target, and flushes the
 * folder. On failure the target is as it was and the hidden file stays until
 * @file is freed. A target that appeared in the meantime is not overwritten
 * unless that was allowed.
 *
 * Returns: whether the target is now the new file, safe on the disk.
 */
gboolean amp_partial_file_commit (AmpPartialFile *file, GError **error);

/**
 * amp_partial_file_free:
 * @file: (transfer full) (nullable): a file
 *
 * Frees @file; deletes the hidden file if it was not committed.
 */
void amp_partial_file_free (AmpPartialFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPartialFile, amp_partial_file_free)

G_END_DECLS
