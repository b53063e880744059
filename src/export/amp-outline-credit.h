/* Whose lines a map is drawn with, in words: the attribution under a map, and the
 * credits of a report. Must not know any outline. */
#pragma once

#include "amp-outline-set.h"

G_BEGIN_DECLS

/**
 * amp_outline_credit_list_sources:
 * @groups: (nullable): imported outlines of EPCI
 * @communes: (nullable): imported outlines of communes
 *
 * Returns: (transfer container) (element-type AmpOutlineSource): the files that
 *   they came from, the latest of each level first; one that gave both levels, once
 */
GPtrArray *amp_outline_credit_list_sources (const AmpOutlineSet *groups, const AmpOutlineSet *communes);

/**
 * amp_outline_credit_dup_attribution:
 * @groups: (nullable): imported outlines of EPCI
 * @communes: (nullable): imported outlines of communes
 *
 * Returns: (transfer full): the line under a map that these, too, were drawn on
 */
char *amp_outline_credit_dup_attribution (const AmpOutlineSet *groups, const AmpOutlineSet *communes, gboolean is_french);

/**
 * amp_outline_credit_dup_text:
 *
 * Returns: (transfer full): all that is known of a file, in a sentence
 */
char *amp_outline_credit_dup_text (const AmpOutlineSource *source, gboolean is_french);

G_END_DECLS
