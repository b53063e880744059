/* AmpWindow: the widget, its steps and its geometry. */
#define G_LOG_DOMAIN "amp-window"

#include "amp-window-private.h"

#include <glib/gi18n-lib.h>

#include "amp-comparison-page.h"
#include "amp-compat.h"
#include "amp-fields-page.h"
#include "amp-filter-bar.h"
#include "amp-late-view.h"
#include "amp-map-page.h"
#include "amp-open-page.h"
#include "amp-overview-page.h"
#include "amp-quality-page.h"
#include "amp-report-page.h"
#include "amp-screen-style.h"
#include "amp-session.h"

/* Narrower than this, in pixels at normal text size, pages show what matters most only. */
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
/* clang-format off */
static const struct
{
  const char *page;
  const char *title;
  const char *continue_label;
  gboolean has_back;
  gboolean has_views;
} step_table[AMP_N_STEPS] = {
  [AMP_STEP_OPEN] = { "open", N_("Ampleur"), NULL, FALSE, FALSE },
  [AMP_STEP_WAIT] = { "wait", N_("Ampleur"), NULL, TRUE, FALSE },
  [AMP_STEP_FAILURE] = { "failure", N_("Ampleur"), NULL, TRUE, FALSE },
  [AMP_STEP_MANDATE] = { "mandate", N_("New Case"), N_("_Review"), TRUE, FALSE },
  [AMP_STEP_REVIEW] = { "review", N_("Review"), N_("_Import"), TRUE, FALSE },
  [AMP_STEP_IMPORT] = { "import", N_("Import"), NULL, FALSE, FALSE },
  [AMP_STEP_CASE] = { "case", N_("Case"), NULL, FALSE, TRUE },
};
/* clang-format on */

static char *
dup_subtitle (AmpWindow *self)
{
  g_autofree char *base = NULL;

  if (self->step == AMP_STEP_CASE && self->opened != NULL)
    {
      base = g_path_get_basename (amp_case_get_path (self->opened));
      return g_filename_display_name (base);
    }
  if (self->inspection == NULL)
    return g_strdup ("");
  if (amp_inspection_get_n_sources (self->inspection) == 1)
    return g_strdup (amp_source_get_name (amp_inspection_get_source (self->inspection, 0)));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", amp_inspection_get_n_sources (self->inspection)), amp_inspection_get_n_sources (self->inspection));
}

/* The way on and the views are in the header bar, or below where that has no
 * room for them. */
static void
place_controls (AmpWindow *self)
{
  gboolean has_way_on = step_table[self->step].continue_label != NULL;

  gtk_widget_set_visible (self->continue_button, has_way_on && !self->is_narrow);
  gtk_revealer_set_reveal_child (self->continue_bar, has_way_on && self->is_narrow);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, step_table[self->step].has_views && adw_view_switcher_title_get_title_visible (self->title));
}

/* The switches have a button with a picture for each view: they are made with the
 * first case, not with the window. */
static void
give_views_to_switches (AmpWindow *self)
{
  if (adw_view_switcher_bar_get_stack (self->switcher_bar) != NULL)
    return;
  adw_view_switcher_bar_set_stack (self->switcher_bar, self->views);
  adw_view_switcher_title_set_stack (self->title, self->views);
}

void
amp_window_set_step (AmpWindow *self, AmpStep step)
{
  const char      *label = step_table[step].continue_label;
  g_autofree char *subtitle = NULL;
  g_autofree char *window_title = NULL;

  self->step = step;
  subtitle = dup_subtitle (self);
  if (step_table[step].has_views)
    give_views_to_switches (self);
  gtk_stack_set_visible_child_name (self->steps, step_table[step].page);
  gtk_spinner_set_spinning (self->wait_spinner, step == AMP_STEP_WAIT);
  adw_view_switcher_title_set_title (self->title, _ (step_table[step].title));
  adw_view_switcher_title_set_subtitle (self->title, subtitle);
  adw_view_switcher_title_set_view_switcher_enabled (self->title, step_table[step].has_views);
  window_title = subtitle[0] != '\0' ? g_strdup_printf ("%s – %s", subtitle, _ ("Ampleur")) : g_strdup (_ ("Ampleur"));
  gtk_window_set_title (GTK_WINDOW (self), window_title);
  gtk_widget_set_visible (self->back_button, step_table[step].has_back);
  gtk_button_set_label (GTK_BUTTON (self->continue_button), label != NULL ? _ (label) : "");
  place_controls (self);
  amp_window_update_actions (self);
}

/* A view is a child of the stack, or what surrounds it (the filter bar), that
 * has the properties; the window need not know which ones there are. */
static void
give_case (AmpWindow *self, GtkWidget *child)
{
  GObjectClass *klass = G_OBJECT_GET_CLASS (child);

  if (g_object_class_find_property (klass, "filter") != NULL && g_object_class_find_property (klass, "case") != NULL)
    g_object_set (child, "filter", self->filter, "case", self->opened, NULL);
}

static void
give_case_to_views (AmpWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->case_box)); child != NULL; child = gtk_widget_get_next_sibling (child))
    give_case (self, child);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->views)); child != NULL; child = gtk_widget_get_next_sibling (child))
    give_case (self, child);
}

void
amp_window_set_case (AmpWindow *self, AmpCase *opened)
{
  if (!g_set_object (&self->opened, opened))
    return;
  g_clear_object (&self->filter);
  give_case_to_views (self);
  if (opened == NULL)
    return;
  /* Only now: with the filter of the case before, the views would ask twice. */
  self->filter = amp_filter_new ();
  give_case_to_views (self);
}

void
amp_window_replace_case (AmpWindow *self, AmpCase *opened)
{
  if (g_set_object (&self->opened, opened))
    give_case_to_views (self);
}

gboolean
amp_window_is_free (AmpWindow *self)
{
  g_return_val_if_fail (AMP_IS_WINDOW (self), FALSE);

  return self->step == AMP_STEP_OPEN || (self->step == AMP_STEP_FAILURE && self->inspection == NULL);
}

/* The surface's layout and not size_allocate, where changing what is visible
 * would ask for another allocation. */
static void
on_layout (GdkSurface *surface, int width, int height, AmpWindow *self)
{
  /* Larger text needs more room. */
  gboolean is_narrow = width < NARROW_WIDTH * amp_screen_style_get (GTK_WIDGET (self)).font_scale;

  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  place_controls (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* For the desktop's lists of windows. It is an SVG: what draws it takes longer to load
 * than the window to draw. */
static gboolean
set_icon (gpointer data)
{
  AmpWindow *self = data;

  self->icon_id = 0;
  gtk_window_set_icon_name (GTK_WINDOW (self), AMP_APPLICATION_ID);
  return G_SOURCE_REMOVE;
}

static void
on_first_frame (GdkFrameClock *frames, AmpWindow *self)
{
  g_signal_handlers_disconnect_by_func (frames, on_first_frame, self);
  g_clear_handle_id (&self->icon_id, g_source_remove);
  self->icon_id = g_idle_add_full (G_PRIORITY_LOW, set_icon, self, NULL);
}

static void
amp_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (amp_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (on_layout), widget, 0);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (on_first_frame), widget, 0);
}

/* A menu of which nobody sees anything before it is opened. */
static void
make_menu (GtkMenuButton *button, gpointer data)
{
  AmpWindow *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->primary_menu);
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
  if (self->opened != NULL)
    amp_session_remember_view (adw_view_stack_get_visible_child_name (self->views));
}

static gboolean
is_importing (AmpWindow *self)
{
  return self->import_page != NULL && amp_import_page_is_running (self->import_page);
}

static void
stop_and_close (gpointer owner)
{
  AmpWindow *self = owner;

  self->is_closing = TRUE;
  if (is_importing (self))
    amp_import_page_cancel (self->import_page);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
amp_window_close_request (GtkWindow *window)
{
  AmpWindow        *self = AMP_WINDOW (window);
  const AmpQuestion question = {
    .heading = _ ("Stop the Import?"),
    .body = _ ("The dump is still being imported. If you stop now, nothing is written."),
    .keep_label = _ ("_Continue Importing"),
    .act_label = _ ("_Stop and Close"),
    .is_destructive = TRUE,
  };

  /* While it stops, the window waits; a trace would stay behind otherwise. */
  if (is_importing (self))
    {
      if (!self->is_closing)
        amp_compat_ask (window, &question, self, stop_and_close);
      return TRUE;
    }
  save_geometry (self);

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

  g_clear_handle_id (&self->icon_id, g_source_remove);
  g_clear_handle_id (&self->put_away_id, g_source_remove);
  amp_job_clear (&self->job);
  g_clear_object (&self->settings);
  g_clear_object (&self->inspection);
  g_clear_object (&self->opened);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->done_message, g_free);
  g_clear_pointer (&self->dump_paths, g_strfreev);
  g_clear_pointer (&self->restored_view, g_free);
  self->mandate_page = NULL;
  self->review_page = NULL;
  self->import_page = NULL;
  self->fields_page = NULL;
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

  g_type_ensure (AMP_TYPE_COMPARISON_PAGE);
  g_type_ensure (AMP_TYPE_FIELDS_PAGE);
  g_type_ensure (AMP_TYPE_FILTER_BAR);
  g_type_ensure (AMP_TYPE_LATE_VIEW);
  g_type_ensure (AMP_TYPE_MAP_PAGE);
  g_type_ensure (AMP_TYPE_OPEN_PAGE);
  g_type_ensure (AMP_TYPE_OVERVIEW_PAGE);
  g_type_ensure (AMP_TYPE_QUALITY_PAGE);
  g_type_ensure (AMP_TYPE_REPORT_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, continue_button);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, continue_bar);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, wait_status);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, wait_spinner);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, failure_status);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, case_box);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, views);
  gtk_widget_class_bind_template_child (widget_class, AmpWindow, drop_hint);
  gtk_widget_class_bind_template_callback (widget_class, place_controls);
  gtk_widget_class_bind_template_callback (widget_class, amp_window_connect_fields_page);
}

static void
amp_window_init (AmpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (AMP_APPLICATION_ID);
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu, self, NULL);
  amp_window_add_actions (self);
  amp_window_watch_notices (self);
  restore_geometry (self);
  amp_window_set_step (self, AMP_STEP_OPEN);
}

AmpWindow *
amp_window_new (AmpApplication *application)
{
  g_return_val_if_fail (application == NULL || AMP_IS_APPLICATION (application), NULL);

  return g_object_new (AMP_TYPE_WINDOW, "application", application, NULL);
}
