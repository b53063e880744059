/* AmpWindow: the widget, its steps and its geometry. */
#define G_LOG_DOMAIN "amp-window"

#include "amp-window-private.h"

#include <glib/gi18n-lib.h>

#include "amp-open-page.h"

/* Narrower than this, pages show what matters most only. */
#define NARROW_WIDTH 640

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmpWindow, amp_window, ADW_TYPE_APPLICATION_WINDOW)

/* What the header bar offers at each step. */
static const struct
{
  const char *page;
  const char *title;
  const char *continue_label;
  gboolean    has_back;
  gboolean    has_views;
} step_table[AMP_N_STEPS] = {
  [AMP_STEP_OPEN] = { "open", NULL, NULL, FALSE, FALSE },
  [AMP_STEP_CASE] = { "case", NULL, NULL, FALSE, TRUE },
};

void
amp_window_set_step (AmpWindow *self, AmpStep step)
{
  const char *title = step_table[step].title;
  const char *label = step_table[step].continue_label;

  self->step = step;
  gtk_stack_set_visible_child_name (self->steps, step_table[step].page);
  adw_view_switcher_title_set_title (self->title, title != NULL ? _ (title) : _ ("Ampleur"));
  adw_view_switcher_title_set_view_switcher_enabled (self->title, step_table[step].has_views);
  gtk_widget_set_visible (self->back_button, step_table[step].has_back);
  gtk_widget_set_visible (self->continue_button, label != NULL);
  gtk_button_set_label (GTK_BUTTON (self->continue_button), label != NULL ? _ (label) : "");
}

gboolean
amp_window_is_free (AmpWindow *self)
{
  g_return_val_if_fail (AMP_IS_WINDOW (self), FALSE);

  return self->step == AMP_STEP_OPEN;
}

/* The surface's layout and not size_allocate, where changing what is visible
 * would ask for another allocation. */
static void
on_layout (GdkSurface *surface, int width, int height, AmpWindow *self)
{
  gboolean is_narrow = width < NARROW_WIDTH;

  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
amp_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (amp_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (on_layout), widget, 0);
}

static void
restore_geometry (AmpWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_geometry (AmpWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
amp_window_close_request (GtkWindow *window)
{
  save_geometry (AMP_WINDOW (window));

  return GTK_WINDOW_CLASS (amp_window_parent_class)->close_request (window);
}

static void
amp_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AmpWindow *self = AMP_WINDOW (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
amp_window_dispose (GObject *object)
{
  AmpWindow *self = AMP_WINDOW (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_WINDOW);

  G_OBJECT_CLASS (amp_window_parent_class)->dispose (object);
}

static void
amp_window_class_init (AmpWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = amp_window_dispose;
  object_class->get_property = amp_window_get_property;
  widget_class->realize = amp_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = amp_window_close_request;

  /* Whether there is room for little: pages bind to it in the template. */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (AMP_TYPE_OPEN_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, continue_button);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, views);
}

static void
amp_window_init (AmpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (AMP_APPLICATION_ID);
  amp_window_add_actions (self);
  restore_geometry (self);
  amp_window_set_step (self, AMP_STEP_OPEN);
}

AmpWindow *
amp_window_new (AmpApplication *application)
{
  g_return_val_if_fail (application == NULL || AMP_IS_APPLICATION (application), NULL);

  return g_object_new (AMP_TYPE_WINDOW, "application", application, NULL);
}
