/* AmpFilter: the selection that every page follows. */
#include "amp-filter.h"

struct _AmpFilter
{
  GObject parent_instance;

  AmpSelection *selection;
};

G_DEFINE_FINAL_TYPE (AmpFilter, amp_filter, G_TYPE_OBJECT)

enum
{
  CHANGED,
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
  return amp_selection_has (self->selection, key, code);
}

void
amp_filter_toggle (AmpFilter *self, AmpKey key, const char *code)
{
  g_return_if_fail (AMP_IS_FILTER (self));

  if (amp_selection_has (self->selection, key, code))
    amp_selection_remove (self->selection, key, code);
  else if (!amp_selection_add (self->selection, key, code, NULL))
    return;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
amp_filter_remove (AmpFilter *self, AmpKey key, const char *code)
{
  g_return_if_fail (AMP_IS_FILTER (self));

  if (amp_selection_remove (self->selection, key, code))
    g_signal_emit (self, signals[CHANGED], 0);
}

void
amp_filter_clear (AmpFilter *self)
{
  g_return_if_fail (AMP_IS_FILTER (self));

  if (amp_selection_is_empty (self->selection))
    return;
  g_clear_pointer (&self->selection, amp_selection_free);
  self->selection = amp_selection_new ();
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
amp_filter_finalize (GObject *object)
{
  AmpFilter *self = AMP_FILTER (object);

  g_clear_pointer (&self->selection, amp_selection_free);
  G_OBJECT_CLASS (amp_filter_parent_class)->finalize (object);
}

static void
amp_filter_class_init (AmpFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amp_filter_finalize;

  signals[CHANGED] = g_signal_new ("changed",
                                   AMP_TYPE_FILTER,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
amp_filter_init (AmpFilter *self)
{
  self->selection = amp_selection_new ();
}
