/* AmpMapPage's menu: classes and colours, imported outlines, and what is told of
 * them above the map. */
#include "amp-map-page-private.h"

#include <glib/gi18n-lib.h>

#include "amp-compat.h"
#include "amp-outline-window.h"

static GtkWindow *
get_window (AmpMapPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
amp_map_page_tell (AmpMapPage *self, const char *message)
{
  gtk_widget_set_visible (GTK_WIDGET (self->import_progress), FALSE);
  gtk_button_set_label (self->message_button, _ ("_Close"));
  if (message != NULL)
    gtk_label_set_label (self->message, message);
  gtk_revealer_set_reveal_child (self->message_bar, message != NULL);
}

static void
show_import (AmpMapPage *self)
{
  gtk_label_set_label (self->message, _ ("Importing outlines…"));
  gtk_progress_bar_set_fraction (self->import_progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->import_progress), TRUE);
  gtk_button_set_label (self->message_button, _ ("_Cancel"));
  gtk_revealer_set_reveal_child (self->message_bar, TRUE);
}

static void
on_message_button_clicked (AmpMapPage *self)
{
  if (amp_map_outlines_is_importing (self->outlines))
    amp_map_outlines_cancel (self->outlines);
  else
    amp_map_page_tell (self, NULL);
}

static void
enable (AmpMapPage *self, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
on_outlines_changed (AmpMapPage *self)
{
  gboolean is_importing = amp_map_outlines_is_importing (self->outlines);

  enable (self, "import-outlines", !is_importing);
  enable (self, "remove-outlines", !is_importing && amp_map_outlines_has_imported (self->outlines));
  if (is_importing)
    show_import (self);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->import_progress)))
    amp_map_page_tell (self, NULL);
  amp_case_view_refresh (AMP_CASE_VIEW (self));
}

static void
on_outlines_progressed (AmpMapPage *self, double fraction)
{
  gtk_progress_bar_set_fraction (self->import_progress, fraction);
}

static void
on_outlines_imported (AmpMapPage *self, const AmpOutlineReport *report)
{
  gtk_window_present (GTK_WINDOW (amp_outline_window_new (get_window (self), report)));
}

static void
on_file_chosen (gpointer owner, GPtrArray *files)
{
  amp_map_outlines_import (AMP_MAP_PAGE (owner)->outlines, g_ptr_array_index (files, 0));
}

static void
on_import_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AmpMapPage    *self = data;
  AmpFileRequest request = {
    .purpose = AMP_FILE_OPEN,
    .title = _ ("Import Outlines"),
    .accept = _ ("_Import"),
    .pattern_name = _ ("Outlines (GeoJSON)"),
    .pattern = "*.geojson",
  };

  amp_compat_choose_files (get_window (self), &request, self, on_file_chosen);
}

static void
on_removal_accepted (gpointer owner)
{
  amp_map_outlines_remove (AMP_MAP_PAGE (owner)->outlines);
}

static void
on_remove_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AmpMapPage *self = data;
  AmpQuestion question = {
    .heading = _ ("Remove the Outlines?"),
    .body = _ ("Communes and agglomerations will be drawn as circles again. The files they came from stay as they are."),
    .keep_label = _ ("_Cancel"),
    .act_label = _ ("_Remove"),
    .is_destructive = TRUE,
  };

  amp_compat_ask (get_window (self), &question, self, on_removal_accepted);
}

static void
on_look_changed (AmpMapPage *self)
{
  amp_case_view_refresh (AMP_CASE_VIEW (self));
}

static void
add_settings (AmpMapPage *self)
{
  static const char *const keys[] = { "map-palette", "map-classing", "map-follows-zoom" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self->actions), action);
    }
  g_signal_connect_object (self->settings, "changed::map-follows-zoom", G_CALLBACK (amp_map_page_follow_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::map-palette", G_CALLBACK (on_look_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::map-classing", G_CALLBACK (on_look_changed), self, G_CONNECT_SWAPPED);
}

void
amp_map_page_add_actions (AmpMapPage *self)
{
  static const GActionEntry entries[] = {
    { "import-outlines", on_import_activated, NULL, NULL, NULL, { 0 } },
    { "remove-outlines", on_remove_activated, NULL, NULL, NULL, { 0 } },
  };

  self->settings = g_settings_new ("org.ampleur.Ampleur");
  self->outlines = amp_map_outlines_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  add_settings (self);
  enable (self, "remove-outlines", FALSE);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (self->outlines, "changed", G_CALLBACK (on_outlines_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outlines, "progressed", G_CALLBACK (on_outlines_progressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outlines, "imported", G_CALLBACK (on_outlines_imported), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outlines, "failed", G_CALLBACK (amp_map_page_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->message_button, "clicked", G_CALLBACK (on_message_button_clicked), self, G_CONNECT_SWAPPED);
}
