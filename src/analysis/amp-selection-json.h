/* A selection in the JSON of an annotation: {"where": ["KEY=VALUE", …]}.
 *
 * Whatever another program wrote is checked when it is read. */
#pragma once

#include <json-glib/json-glib.h>

#include "amp-case.h"

G_BEGIN_DECLS

/**
 * amp_selection_json_add:
 * @builder: where a value may come
 *
 * Adds an object with the terms.
 */
void amp_selection_json_add (JsonBuilder *builder, const AmpSelection *selection);

/**
 * amp_selection_json_read:
 * @opened: the case that must know what the terms say
 * @node: (nullable): any JSON
 *
 * Returns: (transfer full) (nullable): the selection; %NULL for what is none, or not of
 *   this case
 */
AmpSelection *amp_selection_json_read (AmpCase *opened, JsonNode *node);

/**
 * amp_selection_json_list_names:
 * @prefix: of annotations, as "filter/"
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the names after the
 *   prefix that can be shown, in the order of the locale; %NULL with an error
 */
char **amp_selection_json_list_names (AmpCase *opened, const char *prefix, GError **error);

G_END_DECLS
