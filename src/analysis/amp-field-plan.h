/* The field plan: the analyst's decisions about types as a JSON file, what
 * `ampleur-cli import --fields` reads and the review page saves:
 *
 *   {"fields": [{"source": "base name (optional)", "header": "DATNAIS", "type": "birth_date"},
 *               {"position": 12, "type": "unknown", "ignored": true}]}
 *
 * An entry with both a header and a position means the field of that header; the
 * position then tells fields of the same header apart. A plan holds headers and
 * type codes, never a value. */
#pragma once

#include "amp-inspection.h"

G_BEGIN_DECLS

/**
 * amp_field_plan_load:
 * @inspection: whose fields to correct
 * @path: (type filename): the JSON file
 * @error: %AMP_ANALYSIS_ERROR_FIELD_PLAN naming the file, the entry and the
 *   reason (unknown type, no such header or position, not JSON)
 *
 * Applies every entry or none.
 *
 * Returns: whether the plan was applied
 */
gboolean amp_field_plan_load (AmpInspection *inspection, const char *path, GError **error);

/**
 * amp_field_plan_save:
 * @inspection: whose fields to write
 * @path: (type filename): where to; replaced atomically
 * @error: why it could not be written
 *
 * Writes every field whose type was corrected or that is ignored, by header and
 * position; without the name of the source where there is but one.
 *
 * Returns: whether the file was written
 */
gboolean amp_field_plan_save (AmpInspection *inspection, const char *path, GError **error);

G_END_DECLS
