/* AmpFilter: the selection that every page follows.
 *
 * Invariant: each change puts the selection before it on the past and forgets
 * what was undone; undo and redo move one selection from one to the other. */
#include "amp-filter.h"

/* Enough to find back to any thought; a selection is a few hundred bytes. */
#define MAX_PAST 200

struct _AmpFilter
{
  GObject parent_instance;

  AmpSelection *selection;
  GPtrArray    *past;   /* of AmpSelection, the latest last */
  GPtrArray    *undone; /* of AmpSelection, the latest last */
};

G_DEFINE_FINAL_TYPE (AmpFilter, amp_filter, G_TYPE_OBJECT)

enum
{
  CHANGED,
  CLEARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

AmpFilter *
amp_filter_new (void)
{
  return g_object_new (AMP_TYPE_FILTER, NULL);
}

const AmpSelection *
amp_filter_get_selection (AmpFilter *self)
{
  g_return_val_if_fail (AMP_IS_FILTER (self), NULL);
  return self->selection;
}

gboolean
amp_filter_contains (AmpFilter *self, AmpKey key, const char *code)
{
  g_return_val_if_fail (AMP_IS_FILTER (self), FALSE);
  return amp_selection_has_mode (self->selection, key, AMP_TERM_ANY, code) || amp_selection_has_mode (self->selection, key, AMP_TERM_ALL, code);
}

/* Whether there was anything to change. */
static gboolean
take_selection (AmpFilter *self, AmpSelection *selection)
{
  g_autoptr (AmpSelection) taken = selection;

  if (amp_selection_equal (self->selection, taken))
    return FALSE;
  g_ptr_array_add (self->past, self->selection);
  if (self->past->len > MAX_PAST)
    g_ptr_array_remove_index (self->past, 0);
  g_ptr_array_set_size (self->undone, 0);
  self->selection = g_steal_pointer (&taken);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

void
amp_filter_set_selection (AmpFilter *self, const AmpSelection *selection)
{
  g_return_if_fail (AMP_IS_FILTER (self));

  take_selection (self, amp_selection_copy (selection));
}

void
amp_filter_toggle (AmpFilter *self, AmpKey key, const char *code)
{
  AmpTermMode mode;

  g_return_if_fail (AMP_IS_FILTER (self));

  mode = amp_selection_has_mode (self->selection, key, AMP_TERM_ALL, NULL) ? AMP_TERM_ALL : AMP_TERM_ANY;
  amp_filter_set_term (self, key, amp_selection_has (self->selection, key, code) ? AMP_N_TERM_MODES : mode, code);
}

void
amp_filter_set_term (AmpFilter *self, AmpKey key, AmpTermMode mode, const char *code)
{
  g_autoptr (AmpSelection) next = NULL;

  g_return_if_fail (AMP_IS_FILTER (self));
  g_return_if_fail (code != NULL);

  next = amp_selection_copy (self->selection);
  amp_selection_remove (next, key, code);
  if (mode < AMP_N_TERM_MODES && !amp_selection_add_mode (next, key, mode, code, NULL))
    return;
  take_selection (self, g_steal_pointer (&next));
}

void
amp_filter_set_mode (AmpFilter *self, AmpKey key, AmpTermMode mode)
{
  g_autoptr (AmpSelection) next = NULL;

  g_return_if_fail (AMP_IS_FILTER (self));
  g_return_if_fail (mode != AMP_TERM_NONE);

  next = amp_selection_copy (self->selection);
  amp_selection_remove_mode (next, key, AMP_TERM_ANY);
  amp_selection_remove_mode (next, key, AMP_TERM_ALL);
  for (guint i = 0; i < amp_selection_get_n_terms (self->selection); i++)
    {
      const AmpSelectionTerm *term = amp_selection_get_term (self->selection, i);

      if (term->key == key && term->mode != AMP_TERM_NONE)
        amp_selection_add_mode (next, key, mode, term->code, NULL);
    }
  take_selection (self, g_steal_pointer (&next));
}

void
amp_filter_remove (AmpFilter *self, AmpKey key, const char *code)
{
  amp_filter_set_term (self, key, AMP_N_TERM_MODES, code);
}

void
amp_filter_clear (AmpFilter *self)
{
  g_return_if_fail (AMP_IS_FILTER (self));

  if (take_selection (self, amp_selection_new ()))
    g_signal_emit (self, signals[CLEARED], 0);
}

static void
move_selection (AmpFilter *self, GPtrArray *from, GPtrArray *to)
{
  if (from->len == 0)
    return;
  g_ptr_array_add (to, self->selection);
  self->selection = g_ptr_array_steal_index (from, from->len - 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
amp_filter_undo (AmpFilter *self)
{
  g_return_if_fail (AMP_IS_FILTER (self));

  move_selection (self, self->past, self->undone);
}

void
amp_filter_redo (AmpFilter *self)
{
  g_return_if_fail (AMP_IS_FILTER (self));

  move_selection (self, self->undone, self->past);
}

gboolean
amp_filter_can_undo (AmpFilter *self)
{
  g_return_val_if_fail (AMP_IS_FILTER (self), FALSE);
  return self->past->len > 0;
}

gboolean
amp_filter_can_redo (AmpFilter *self)
{
  g_return_val_if_fail (AMP_IS_FILTER (self), FALSE);
  return self->undone->len > 0;
}

static void
amp_filter_finalize (GObject *object)
{
  AmpFilter *self = AMP_FILTER (object);

  g_clear_pointer (&self->selection, amp_selection_free);
  g_clear_pointer (&self->past, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);
  G_OBJECT_CLASS (amp_filter_parent_class)->finalize (object);
}

static void
amp_filter_class_init (AmpFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amp_filter_finalize;

  signals[CHANGED] = g_signal_new ("changed", AMP_TYPE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLEARED] = g_signal_new ("cleared", AMP_TYPE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
amp_filter_init (AmpFilter *self)
{
  self->selection = amp_selection_new ();
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_selection_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_selection_free);
}
