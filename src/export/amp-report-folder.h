/* The folder a report goes to. Invariant: every file in it is whole: it gets
 * its name when its last byte is written. Must not know what is in a file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_report_folder_make:
 * @path: (type filename): a folder
 * @error: %AMP_EXPORT_ERROR_FOLDER naming the folder and the reason
 *
 * Makes the folder and those above it, unless it is there; checks that files
 * can be made in it.
 *
 * Returns: whether the folder can be written to
 */
gboolean amp_report_folder_make (const char *path, GError **error);

/**
 * amp_report_folder_write:
 * @path: (type filename): a folder
 * @name: the name of the file
 * @content: its bytes
 * @error: %AMP_EXPORT_ERROR_WRITE naming the file and the reason
 *
 * Writes a file beside its place and renames it. A file that is there is
 * replaced; after a failure it is as it was.
 *
 * Returns: whether the file is written
 */
gboolean amp_report_folder_write (const char *path, const char *name, GBytes *content, GError **error);

G_END_DECLS
