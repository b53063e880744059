/* What the values of a field look like, told without telling any of them.
 * Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest shape, with its final 0. */
#define AMP_SHAPE_SIZE 28

/**
 * amp_shape_of_value:
 * @bytes: (array length=length): a value, UTF-8
 * @length: bytes
 * @shape: (out) (array fixed-size=28): its shape, 0-terminated UTF-8
 *
 * Letters become A or a, runs of them at most five long; digits become 9, runs
 * at most sixteen long; blanks and / - . , : @ ' ( ) _ stay, as does a +
 * before a digit; anything else becomes ?. A shape of more than 24 characters
 * is cut and ends with "…".
 */
void amp_shape_of_value (const char *bytes, gsize length, char shape[AMP_SHAPE_SIZE]);

/**
 * amp_shape_of:
 * @values: (element-type utf8): filled values
 *
 * The shape of a field: that of most of its values if at least four in ten
 * have it; failing that, the most common one once runs of letters or digits
 * count as one whatever their length ("Aa", "9"), and several words or numbers
 * in a row as one and "…"; failing that, "*".
 *
 * Returns: (transfer full): the shape; empty for no values.
 */
char *amp_shape_of (const GPtrArray *values);

G_END_DECLS
