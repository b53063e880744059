/* AmpFilter: the one filter state that every page shows and changes.
 *
 * Owns the current selection and says when it changes. It does not count
 * anything itself. */
#pragma once

#include <glib-object.h>

#include "amp-selection.h"

G_BEGIN_DECLS

#define AMP_TYPE_FILTER (amp_filter_get_type ())
G_DECLARE_FINAL_TYPE (AmpFilter, amp_filter, AMP, FILTER, GObject)

/* Signal "changed": void (*) (AmpFilter *self, gpointer data): the selection is
 * another one; sent once a change, whatever the number of terms. */

AmpFilter *amp_filter_new (void);

/**
 * amp_filter_get_selection:
 *
 * Returns: (transfer none): the selection; valid until the next change
 */
const AmpSelection *amp_filter_get_selection (AmpFilter *self);

/**
 * amp_filter_toggle:
 * @key: what to filter on
 * @code: which value of it
 *
 * Adds the term, or removes it when it is already there.
 */
void amp_filter_toggle (AmpFilter *self, AmpKey key, const char *code);

gboolean amp_filter_contains (AmpFilter *self, AmpKey key, const char *code);

void amp_filter_remove (AmpFilter *self, AmpKey key, const char *code);

void amp_filter_clear (AmpFilter *self);

G_END_DECLS
