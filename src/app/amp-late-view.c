/* AmpLateView: see the header. */
#include "amp-late-view.h"

struct _AmpLateView
{
  AmpCaseView parent_instance;

  GtkWidget *view; /* NULL until it is seen */
  char      *view_type;
  gboolean   is_narrow;
};

enum
{
  PROP_0,
  PROP_VIEW_TYPE,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  MADE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Those that were seen and have no view yet. */
static GQueue waiting = G_QUEUE_INIT;

G_DEFINE_FINAL_TYPE (AmpLateView, amp_late_view, AMP_TYPE_CASE_VIEW)

static void
share (AmpLateView *self, const char *property)
{
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (self->view), property) != NULL)
    g_object_bind_property (self, property, self->view, property, G_BINDING_SYNC_CREATE);
}

static void
make_view (AmpLateView *self)
{
  self->view = g_object_new (g_type_from_name (self->view_type), NULL);
  share (self, "narrow");
  share (self, "case");
  share (self, "filter");
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  g_signal_emit (self, signals[MADE], 0, self->view);
}

/* One at a time: the main loop would run all idle sources in the same turn. */
static gboolean
make_next (gpointer data)
{
  AmpLateView *self = g_queue_pop_head (&waiting);

  if (self != NULL)
    make_view (self);
  return g_queue_is_empty (&waiting) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* Called when the view can be seen and there is something to see; once it is made,
 * the view asks for its figures itself. */
static void
amp_late_view_refresh (AmpCaseView *view)
{
  AmpLateView *self = AMP_LATE_VIEW (view);

  if (self->view != NULL || g_queue_find (&waiting, self) != NULL)
    return;
  if (g_queue_is_empty (&waiting))
    g_idle_add (make_next, NULL);
  g_queue_push_tail (&waiting, self);
}

static void
amp_late_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AmpLateView *self = AMP_LATE_VIEW (object);

  if (id == PROP_VIEW_TYPE)
    g_value_set_string (value, self->view_type);
  else if (id == PROP_NARROW)
    g_value_set_boolean (value, self->is_narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_narrow (AmpLateView *self, gboolean is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
amp_late_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AmpLateView *self = AMP_LATE_VIEW (object);

  if (id == PROP_VIEW_TYPE)
    self->view_type = g_value_dup_string (value);
  else if (id == PROP_NARROW)
    set_narrow (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_late_view_dispose (GObject *object)
{
  g_queue_remove (&waiting, object);
  g_clear_pointer (&AMP_LATE_VIEW (object)->view, gtk_widget_unparent);
  G_OBJECT_CLASS (amp_late_view_parent_class)->dispose (object);
}

static void
amp_late_view_finalize (GObject *object)
{
  g_free (AMP_LATE_VIEW (object)->view_type);
  G_OBJECT_CLASS (amp_late_view_parent_class)->finalize (object);
}

static void
amp_late_view_class_init (AmpLateViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amp_late_view_get_property;
  object_class->set_property = amp_late_view_set_property;
  object_class->dispose = amp_late_view_dispose;
  object_class->finalize = amp_late_view_finalize;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_late_view_refresh;

  properties[PROP_VIEW_TYPE] = g_param_spec_string ("view-type", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[MADE] = g_signal_new ("made", AMP_TYPE_LATE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
amp_late_view_init (AmpLateView *self)
{
}
