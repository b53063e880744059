/* A filter over a case: terms KEY=VALUE, of which one for each key must hold,
 * KEY&=VALUE, which must all hold, and KEY!=VALUE, of which none may. Different
 * keys must all hold. A plain value; must not know how cells are tested
 * (amp-cell-filter.h).
 *
 * Values are the codes of the rows that amp_statistics_count() returns: place
 * codes ("" for those without a place at that level), category, sensitivity,
 * age band, sex and place quality codes, the number of a source from 1, and
 * combinations of categories ("" for none). A record or person passes
 * category=X if X is among its categories; so category=X&category!=Y are those
 * with X and without Y, and source&=1&source&=2 the persons whom both sources
 * hold (and no record: each is of one source). */
#pragma once

#include "amp-key.h"
#include "amp-store-error.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpTermMode:
 * @AMP_TERM_ANY: "=": one of the codes of this key in this mode at least.
 * @AMP_TERM_ALL: "&=": every code of this key in this mode.
 * @AMP_TERM_NONE: "!=": no code of this key in this mode.
 *
 * How a term counts among those of its key.
 */
typedef enum
{
  AMP_TERM_ANY,
  AMP_TERM_ALL,
  AMP_TERM_NONE,
  AMP_N_TERM_MODES
} AmpTermMode;

/**
 * AmpSelectionTerm:
 * @key: what is filtered by.
 * @mode: how the term counts.
 * @code: the code that passes, or does not.
 *
 * One term of a selection. Belongs to the selection.
 */
typedef struct
{
  AmpKey      key;
  AmpTermMode mode;
  char       *code;
} AmpSelectionTerm;

/**
 * AmpSelection:
 *
 * A set of terms. The empty one selects everything.
 */
typedef struct _AmpSelection AmpSelection;

/**
 * amp_selection_new:
 *
 * Returns: (transfer full): the empty selection.
 */
AmpSelection *amp_selection_new (void);

/**
 * amp_selection_new_from_string:
 * @text: what amp_selection_to_string() returns
 *
 * Returns: (transfer full) (nullable): the selection; %NULL with
 *   %AMP_STORE_ERROR_SELECTION.
 */
AmpSelection *amp_selection_new_from_string (const char *text, GError **error);

/**
 * amp_selection_copy:
 * @selection: (nullable): a selection
 *
 * Returns: (transfer full): a copy; the empty selection for %NULL.
 */
AmpSelection *amp_selection_copy (const AmpSelection *selection);

/**
 * amp_selection_free:
 * @selection: (transfer full) (nullable): a selection
 *
 * Frees @selection.
 */
void amp_selection_free (AmpSelection *selection);

/**
 * amp_selection_equal:
 * @a: (nullable): a selection, %NULL being the empty one
 * @b: (nullable): another
 *
 * Returns: whether both have the same terms.
 */
gboolean amp_selection_equal (const AmpSelection *a, const AmpSelection *b);

/**
 * amp_selection_is_empty:
 * @selection: (nullable): a selection
 *
 * Returns: whether it selects everything.
 */
gboolean amp_selection_is_empty (const AmpSelection *selection);

/**
 * amp_selection_add:
 * @selection: a selection
 * @key: what to filter by
 * @code: the code that passes
 *
 * Adds a term of %AMP_TERM_ANY; one that is there already stays as it is. A
 * combination is brought into the order of the categories.
 *
 * Returns: whether the term is valid; %AMP_STORE_ERROR_SELECTION if not, and
 *   @selection is unchanged.
 */
gboolean amp_selection_add (AmpSelection *selection, AmpKey key, const char *code, GError **error);

/**
 * amp_selection_add_mode:
 * @selection: a selection
 * @key: what to filter by
 * @mode: how the term counts
 * @code: the code that passes, or does not
 *
 * As amp_selection_add(), in any mode. A code may have several modes: what
 * contradicts itself selects nobody.
 *
 * Returns: whether the term is valid; %AMP_STORE_ERROR_SELECTION if not, and
 *   @selection is unchanged.
 */
gboolean amp_selection_add_mode (AmpSelection *selection, AmpKey key, AmpTermMode mode, const char *code, GError **error);

/**
 * amp_selection_add_string:
 * @selection: a selection
 * @term: "KEY=VALUE", "KEY&=VALUE" or "KEY!=VALUE", as "departement=35"
 *
 * Adds a term as the command line writes it.
 *
 * Returns: whether the term is valid; %AMP_STORE_ERROR_SELECTION if not, and
 *   @selection is unchanged.
 */
gboolean amp_selection_add_string (AmpSelection *selection, const char *term, GError **error);

/**
 * amp_selection_remove:
 * @selection: a selection
 * @key: the key of a term
 * @code: (nullable): its code, %NULL for all terms of @key
 *
 * Removes it in every mode.
 *
 * Returns: whether there was one to remove.
 */
gboolean amp_selection_remove (AmpSelection *selection, AmpKey key, const char *code);

/**
 * amp_selection_remove_mode:
 * @selection: a selection
 * @key: the key of terms
 * @mode: their mode
 *
 * Removes the terms of @key in one mode: those of %AMP_TERM_ANY are left out
 * where every alternative is to be counted.
 *
 * Returns: whether there was one to remove.
 */
gboolean amp_selection_remove_mode (AmpSelection *selection, AmpKey key, AmpTermMode mode);

/**
 * amp_selection_has:
 * @selection: (nullable): a selection
 * @key: the key of a term
 * @code: (nullable): its code, %NULL for any
 *
 * Returns: whether @selection has such a term, in any mode.
 */
gboolean amp_selection_has (const AmpSelection *selection, AmpKey key, const char *code);

/**
 * amp_selection_has_mode:
 * @selection: (nullable): a selection
 * @key: the key of a term
 * @mode: its mode
 * @code: (nullable): its code, %NULL for any
 *
 * Returns: whether @selection has such a term.
 */
gboolean amp_selection_has_mode (const AmpSelection *selection, AmpKey key, AmpTermMode mode, const char *code);

/**
 * amp_selection_passes_code:
 * @selection: (nullable): a selection
 * @key: a key of which everybody has one code
 * @code: that code
 *
 * Returns: whether the terms of @key let @code pass.
 */
gboolean amp_selection_passes_code (const AmpSelection *selection, AmpKey key, const char *code);

/**
 * amp_selection_get_n_terms:
 * @selection: (nullable): a selection
 *
 * Returns: how many terms it has.
 */
guint amp_selection_get_n_terms (const AmpSelection *selection);

/**
 * amp_selection_get_term:
 * @selection: a selection
 * @index: which, under amp_selection_get_n_terms()
 *
 * Returns: (transfer none): the term, by key, mode and code; valid until
 *   @selection changes.
 */
const AmpSelectionTerm *amp_selection_get_term (const AmpSelection *selection, guint index);

/**
 * amp_selection_to_string:
 * @selection: (nullable): a selection
 *
 * Returns: (transfer full): its terms in order, joined with "&", as
 *   "departement=35&category=health&category!=contact": equal selections give
 *   equal strings.
 */
char *amp_selection_to_string (const AmpSelection *selection);

/**
 * amp_selection_term_to_string:
 * @term: a term
 *
 * Returns: (transfer full): what amp_selection_add_string() reads, as
 *   "category!=health".
 */
char *amp_selection_term_to_string (const AmpSelectionTerm *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpSelection, amp_selection_free)

G_END_DECLS
