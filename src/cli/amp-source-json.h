/* The JSON of a source, as `inspect` and `import` print it. */
#pragma once

#include <json-glib/json-glib.h>

#include "amp-case.h"
#include "amp-inspection.h"

G_BEGIN_DECLS

/**
 * amp_source_json_add:
 * @builder: in an array
 * @source: what was found
 * @facts: (nullable): what the import added: hash and counts
 *
 * Adds the object that ampleur-cli's contract describes for a source.
 */
void amp_source_json_add (JsonBuilder *builder, AmpSource *source, const AmpSourceFacts *facts);

G_END_DECLS
