/* AmpFilterSection: all values of one key, each to be asked for or excluded, and
 * whether those asked for are alternatives.
 *
 * Changes the filter that it was given and nothing else; counts only while it
 * is unfolded. */
#pragma once

#include <adwaita.h>

#include "amp-case.h"
#include "amp-filter.h"

G_BEGIN_DECLS

#define AMP_TYPE_FILTER_SECTION (amp_filter_section_get_type ())
G_DECLARE_FINAL_TYPE (AmpFilterSection, amp_filter_section, AMP, FILTER_SECTION, AdwExpanderRow)

/* Properties:
 *   key   string: code of the key ("category"); "place" for places of every
 *         level, which are searched for
 */

/**
 * amp_filter_section_show:
 * @opened: (nullable): the case whose values are shown
 * @filter: (nullable): what is selected; %NULL together with @opened
 *
 * Shows what the filter says now.
 */
void amp_filter_section_show (AmpFilterSection *self, AmpCase *opened, AmpFilter *filter);

G_END_DECLS
