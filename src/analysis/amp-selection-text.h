/* A selection in words, in the language of the locale, for chips, headings and
 * reports. Must not know how anything is selected. */
#pragma once

#include "amp-case.h"

G_BEGIN_DECLS

/**
 * amp_selection_text_dup_term:
 * @opened: the case, for names of places and sources
 * @term: a term
 *
 * Returns: (transfer full): its value with its mode: "Health", "with Health",
 *   "without Health", "except Rennes"; control characters escaped
 */
char *amp_selection_text_dup_term (AmpCase *opened, const AmpSelectionTerm *term);

/**
 * amp_selection_text_dup:
 * @opened: the case, for names of places and sources
 * @selection: (nullable): a selection
 *
 * Returns: (transfer full): "Département: Finistère or Morbihan; Category: with
 *   Health, without Contact details"; "" for everything; control characters
 *   escaped
 */
char *amp_selection_text_dup (AmpCase *opened, const AmpSelection *selection);

G_END_DECLS
