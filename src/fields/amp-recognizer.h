/* Which field types have a rule that their values obey, and how telling it
 * is: one row for each such type. Thread-safe: no state. */
#pragma once

#include "amp-field-type.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_recognizer_exists:
 * @type: an #AmpFieldType
 *
 * Returns: whether values of @type can be told by a rule.
 */
gboolean amp_recognizer_exists (AmpFieldType type);

/**
 * amp_recognizer_accepts:
 * @type: an #AmpFieldType
 * @bytes: (array length=length): a filled value, UTF-8
 * @length: bytes
 *
 * Dates are accepted in any order; a NIR that has its key only with the right
 * one.
 *
 * Returns: whether the value obeys the rule of @type; %FALSE for a type
 *   without one.
 */
gboolean amp_recognizer_accepts (AmpFieldType type, const char *bytes, gsize length);

/**
 * amp_recognizer_get_certainty:
 * @type: an #AmpFieldType
 *
 * How much it says, from 0 to 1, that all values of a field without any name
 * obey the rule of @type: near 1 for check digits and rare shapes, low where
 * ordinary numbers pass too, 0 where only a header can tell.
 *
 * Returns: the certainty.
 */
double amp_recognizer_get_certainty (AmpFieldType type);

G_END_DECLS
