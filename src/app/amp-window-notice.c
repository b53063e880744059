/* AmpWindow's word to those who look elsewhere while it imports: the desktop stays
 * awake meanwhile, and tells them how it ended. */
#define G_LOG_DOMAIN "amp-window-notice"

#include "amp-window-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_notice_id (AmpWindow *self)
{
  return g_strdup_printf ("import-%u", gtk_application_window_get_id (GTK_APPLICATION_WINDOW (self)));
}

/* Names the file and no folder; the body holds counts and reasons only. */
void
amp_window_notify (AmpWindow *self, const char *title, const char *body)
{
  GtkApplication  *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *id = dup_notice_id (self);
  g_autoptr (GNotification) notice = NULL;

  if (application == NULL || gtk_window_is_active (GTK_WINDOW (self)))
    return;
  notice = g_notification_new (title);
  g_notification_set_body (notice, body);
  g_notification_set_default_action_and_target (notice, "app.present-window", "u", gtk_application_window_get_id (GTK_APPLICATION_WINDOW (self)));
  g_application_send_notification (G_APPLICATION (application), id, notice);
}

static void
withdraw_when_active (AmpWindow *self)
{
  GtkApplication  *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *id = dup_notice_id (self);

  if (application != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    g_application_withdraw_notification (G_APPLICATION (application), id);
}

static void
inhibit (AmpWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibition == 0)
    self->inhibition = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_SUSPEND | GTK_APPLICATION_INHIBIT_LOGOUT, _ ("A dump is being imported"));
}

static void
uninhibit (AmpWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibition != 0)
    gtk_application_uninhibit (application, self->inhibition);
  self->inhibition = 0;
}

void
amp_window_set_importing (AmpWindow *self, gboolean is_importing)
{
  if (is_importing)
    inhibit (self);
  else
    uninhibit (self);
}

void
amp_window_watch_notices (AmpWindow *self)
{
  g_signal_connect (self, "notify::is-active", G_CALLBACK (withdraw_when_active), NULL);
}
