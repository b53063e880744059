/* AmpPreferencesWindow: binds controls to keys; see the header. */
#define G_LOG_DOMAIN "amp-preferences-window"

#include "amp-preferences-window.h"

#include "amp-dialog-width.h"

struct _AmpPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  /* Template widgets */
  GtkAdjustment *threshold;
  GtkAdjustment *hours;
  GtkWidget     *language_row;
  GtkWidget     *palette_row;
  GtkWidget     *restore_switch;

  /* Owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (AmpPreferencesWindow, amp_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows; the language "" is that of the screen. */
static const char *const languages[] = { "", "en", "fr", NULL };
static const char *const palettes[] = { "teal", "cividis", "amber", "blue", NULL };

/* @data: the codes of the row's items */
static gboolean
get_selected (GValue *selected, GVariant *code, gpointer data)
{
  const char *const *codes = data;

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], g_variant_get_string (code, NULL)))
      g_value_set_uint (selected, i);
  return TRUE;
}

static GVariant *
set_selected (const GValue *selected, const GVariantType *type, gpointer data)
{
  const char *const *codes = data;
  guint              index = g_value_get_uint (selected);

  return index < g_strv_length ((char **) codes) ? g_variant_new_string (codes[index]) : NULL;
}

static void
bind_choice (AmpPreferencesWindow *self, const char *key, GtkWidget *row, const char *const *codes)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, get_selected, set_selected, (gpointer) codes, NULL);
}

static void
amp_preferences_window_dispose (GObject *object)
{
  g_clear_object (&AMP_PREFERENCES_WINDOW (object)->settings);

  G_OBJECT_CLASS (amp_preferences_window_parent_class)->dispose (object);
}

static void
amp_preferences_window_class_init (AmpPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpPreferencesWindow, threshold);
  gtk_widget_class_bind_template_child (widget_class, AmpPreferencesWindow, hours);
  gtk_widget_class_bind_template_child (widget_class, AmpPreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, AmpPreferencesWindow, palette_row);
  gtk_widget_class_bind_template_child (widget_class, AmpPreferencesWindow, restore_switch);
}

static void
amp_preferences_window_init (AmpPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (AMP_APPLICATION_ID);
  g_settings_bind (self->settings, "small-cell-threshold", self->threshold, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "notification-hours", self->hours, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "restore-session", self->restore_switch, "active", G_SETTINGS_BIND_DEFAULT);
  bind_choice (self, "report-language", self->language_row, languages);
  bind_choice (self, "map-palette", self->palette_row, palettes);
}

AmpPreferencesWindow *
amp_preferences_window_new (GtkWindow *parent)
{
  AmpPreferencesWindow *self = g_object_new (AMP_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  amp_dialog_width_fit (GTK_WINDOW (self));
  return self;
}
