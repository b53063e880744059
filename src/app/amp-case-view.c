/* AmpCaseView: what every widget that shows an opened case has in common.
 *
 * Invariant: while the widget is mapped and has a case and a filter, what it
 * shows is up to date. */
#include "amp-case-view.h"

/* A filter of more values is no longer read, nor worth naming one by one. */
#define MAX_CHOSEN 300

typedef struct
{
  /* Owned */
  AmpCase      *opened;
  AmpFilter    *filter;
  GSignalGroup *filter_signals;

  gboolean is_stale;
} AmpCaseViewPrivate;

enum
{
  PROP_0,
  PROP_CASE,
  PROP_FILTER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AmpCaseView, amp_case_view, GTK_TYPE_WIDGET)

static AmpCaseViewPrivate *
get_private (AmpCaseView *self)
{
  return amp_case_view_get_instance_private (self);
}

static void
refresh_if_stale (AmpCaseView *self)
{
  AmpCaseViewPrivate *private = get_private (self);

  if (!private->is_stale || !private->opened || !private->filter || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  private->is_stale = FALSE;
  if (AMP_CASE_VIEW_GET_CLASS (self)->refresh)
    AMP_CASE_VIEW_GET_CLASS (self)->refresh (self);
}

static void
amp_case_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (amp_case_view_parent_class)->map (widget);
  refresh_if_stale (AMP_CASE_VIEW (widget));
}

static void
set_case (AmpCaseView *self, AmpCase *opened)
{
  if (!g_set_object (&get_private (self)->opened, opened))
    return;
  if (AMP_CASE_VIEW_GET_CLASS (self)->case_changed)
    AMP_CASE_VIEW_GET_CLASS (self)->case_changed (self);
  amp_case_view_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CASE]);
}

static void
set_filter (AmpCaseView *self, AmpFilter *filter)
{
  AmpCaseViewPrivate *private = get_private (self);

  if (!g_set_object (&private->filter, filter))
    return;
  g_signal_group_set_target (private->filter_signals, filter);
  amp_case_view_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
amp_case_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AmpCaseViewPrivate *private = get_private (AMP_CASE_VIEW (object));

  if (id == PROP_CASE)
    g_value_set_object (value, private->opened);
  else if (id == PROP_FILTER)
    g_value_set_object (value, private->filter);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_case_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CASE)
    set_case (AMP_CASE_VIEW (object), g_value_get_object (value));
  else if (id == PROP_FILTER)
    set_filter (AMP_CASE_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_case_view_dispose (GObject *object)
{
  AmpCaseViewPrivate *private = get_private (AMP_CASE_VIEW (object));

  if (private->filter_signals)
    g_signal_group_set_target (private->filter_signals, NULL);
  g_clear_object (&private->filter_signals);
  g_clear_object (&private->filter);
  g_clear_object (&private->opened);
  G_OBJECT_CLASS (amp_case_view_parent_class)->dispose (object);
}

static void
amp_case_view_class_init (AmpCaseViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amp_case_view_get_property;
  object_class->set_property = amp_case_view_set_property;
  object_class->dispose = amp_case_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = amp_case_view_map;

  properties[PROP_CASE] = g_param_spec_object ("case", NULL, NULL, AMP_TYPE_CASE, flags);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, AMP_TYPE_FILTER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
amp_case_view_init (AmpCaseView *self)
{
  AmpCaseViewPrivate *private = get_private (self);

  private->filter_signals = g_signal_group_new (AMP_TYPE_FILTER);
  g_signal_group_connect_swapped (private->filter_signals, "changed", G_CALLBACK (amp_case_view_refresh), self);
}

AmpCase *
amp_case_view_get_case (AmpCaseView *self)
{
  g_return_val_if_fail (AMP_IS_CASE_VIEW (self), NULL);
  return get_private (self)->opened;
}

AmpFilter *
amp_case_view_get_filter (AmpCaseView *self)
{
  g_return_val_if_fail (AMP_IS_CASE_VIEW (self), NULL);
  return get_private (self)->filter;
}

void
amp_case_view_refresh (AmpCaseView *self)
{
  g_return_if_fail (AMP_IS_CASE_VIEW (self));

  get_private (self)->is_stale = TRUE;
  refresh_if_stale (self);
}

void
amp_case_view_toggle (AmpCaseView *self, AmpKey key, const char *code)
{
  g_return_if_fail (AMP_IS_CASE_VIEW (self));
  g_return_if_fail (code != NULL);

  if (get_private (self)->filter)
    amp_filter_toggle (get_private (self)->filter, key, code);
}

gboolean
amp_case_view_choose (AmpCaseView *self, AmpKey key, char **codes)
{
  g_return_val_if_fail (AMP_IS_CASE_VIEW (self) && codes != NULL, FALSE);

  AmpFilter *filter = get_private (self)->filter;
  g_autoptr (AmpSelection) selection = filter != NULL ? amp_selection_copy (amp_filter_get_selection (filter)) : NULL;

  if (g_strv_length (codes) > MAX_CHOSEN)
    return FALSE;
  if (filter == NULL)
    return TRUE;
  amp_selection_remove (selection, key, NULL);
  for (guint i = 0; codes[i] != NULL; i++)
    amp_selection_add (selection, key, codes[i], NULL);
  amp_filter_set_selection (filter, selection);
  return TRUE;
}
