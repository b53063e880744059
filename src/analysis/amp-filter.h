/* AmpFilter: the one filter state that every page shows and changes.
 *
 * Owns the current selection, those before it, and says when it changes. It does
 * not count anything itself. */
#pragma once

#include <glib-object.h>

#include "amp-selection.h"

G_BEGIN_DECLS

#define AMP_TYPE_FILTER (amp_filter_get_type ())
G_DECLARE_FINAL_TYPE (AmpFilter, amp_filter, AMP, FILTER, GObject)

/* Signals:
 *   "changed": void (*) (AmpFilter *self, gpointer data): the selection is
 *     another one; sent once a change, whatever the number of terms
 *   "cleared": void (*) (AmpFilter *self, gpointer data): after "changed": by
 *     amp_filter_clear(), which takes several terms away at once */

AmpFilter *amp_filter_new (void);

/**
 * amp_filter_get_selection:
 *
 * Returns: (transfer none): the selection; valid until the next change
 */
const AmpSelection *amp_filter_get_selection (AmpFilter *self);

/**
 * amp_filter_set_selection:
 * @selection: (nullable): what is selected from now on, %NULL for everything;
 *   copied
 *
 * One change, however many terms differ; none if it is the same.
 */
void amp_filter_set_selection (AmpFilter *self, const AmpSelection *selection);

/**
 * amp_filter_toggle:
 * @key: what to filter on
 * @code: which value of it
 *
 * Adds the term, or removes it when it is already there in any mode. It joins
 * the terms of its key that must all hold where there are such, and the
 * alternatives otherwise.
 */
void amp_filter_toggle (AmpFilter *self, AmpKey key, const char *code);

/**
 * amp_filter_set_term:
 * @key: what to filter on
 * @mode: how the term counts, or %AMP_N_TERM_MODES for no such term
 * @code: which value of it
 *
 * Gives a value of @key this mode and no other.
 */
void amp_filter_set_term (AmpFilter *self, AmpKey key, AmpTermMode mode, const char *code);

/**
 * amp_filter_set_mode:
 * @key: what is filtered on
 * @mode: %AMP_TERM_ANY or %AMP_TERM_ALL
 *
 * Makes the values of @key that are filtered on alternatives, or what must all
 * hold; those that are excluded stay so.
 */
void amp_filter_set_mode (AmpFilter *self, AmpKey key, AmpTermMode mode);

/**
 * amp_filter_contains:
 *
 * Returns: whether people with this value are asked for; one that is excluded
 *   is not
 */
gboolean amp_filter_contains (AmpFilter *self, AmpKey key, const char *code);

/**
 * amp_filter_remove:
 *
 * Takes the term away, whatever its mode.
 */
void amp_filter_remove (AmpFilter *self, AmpKey key, const char *code);

void amp_filter_clear (AmpFilter *self);

/**
 * amp_filter_undo:
 *
 * Goes back to the selection before the last change.
 */
void amp_filter_undo (AmpFilter *self);

/**
 * amp_filter_redo:
 *
 * Makes the change again that was undone last; another change forgets it.
 */
void amp_filter_redo (AmpFilter *self);

gboolean amp_filter_can_undo (AmpFilter *self);

gboolean amp_filter_can_redo (AmpFilter *self);

G_END_DECLS
