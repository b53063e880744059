/* One outline of several that touch: the lines that two of them share are gone.
 *
 * Neighbours must have the same points along their border, as published outlines
 * do; where they do not, both lines stay. Pure functions. */
#pragma once

#include "amp-outlines.h"

G_BEGIN_DECLS

/**
 * amp_outline_union:
 * @outlines: (element-type AmpOutline): one or more
 * @code: what the whole is called; lives as long as it
 *
 * The same outlines, in the same order, give the same rings.
 *
 * Returns: (transfer full): the outline of all of them; no ring crosses itself
 */
AmpOutline *amp_outline_union (const GPtrArray *outlines, const char *code);

/**
 * amp_outline_union_free:
 * @outline: (transfer full): what amp_outline_union() returned
 */
void amp_outline_union_free (AmpOutline *outline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpOutline, amp_outline_union_free)

G_END_DECLS
