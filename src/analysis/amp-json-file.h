/* A small JSON file, read with care: somebody may have given a dump by mistake.
 * Must not know what the file means. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * amp_json_file_load:
 * @path: (type filename): a regular file of at most 16 MiB, nested at most 32 deep
 * @error: %AMP_ANALYSIS_ERROR_FIELD_PLAN naming the file and the reason, never
 *   quoting it
 *
 * Returns: (transfer full) (nullable): the root, %NULL with an error
 */
JsonNode *amp_json_file_load (const char *path, GError **error);

/**
 * amp_json_text_parse:
 * @name: where the text comes from, for the error
 * @text: nested at most 32 deep
 * @error: %AMP_ANALYSIS_ERROR_ANNOTATION naming @name and the reason, never
 *   quoting the text
 *
 * The same for a text that a case holds.
 *
 * Returns: (transfer full) (nullable): the root, %NULL with an error
 */
JsonNode *amp_json_text_parse (const char *name, const char *text, GError **error);

G_END_DECLS
