/* A ZIP archive in memory, the same bytes for the same content: no time, no
 * owner, no extra field. Must not know what the archive is for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AmpZipWriter AmpZipWriter;

AmpZipWriter *amp_zip_writer_new (void);

void amp_zip_writer_free (AmpZipWriter *self);

/**
 * amp_zip_writer_add:
 * @name: of the file, ASCII, with "/" between folders
 * @content: its bytes, under 2 GiB
 * @is_stored: whether they are kept as they are, not compressed
 *
 * Adds a file. What fails shows when the archive is finished.
 */
void amp_zip_writer_add (AmpZipWriter *self, const char *name, GBytes *content, gboolean is_stored);

/**
 * amp_zip_writer_finish:
 * @error: %AMP_EXPORT_ERROR_DRAW: a file could not be packed
 *
 * Returns: (transfer full) (nullable): the archive
 */
GBytes *amp_zip_writer_finish (AmpZipWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpZipWriter, amp_zip_writer_free)

G_END_DECLS
