/* Reads and writes the keys of the session: see the header. */
#define G_LOG_DOMAIN "amp-session"

#include "amp-session.h"

void
amp_session_remember (GFile *case_file)
{
  g_autoptr (GSettings) settings = g_settings_new (AMP_APPLICATION_ID);
  g_autofree char *uri = case_file != NULL ? g_file_get_uri (case_file) : g_strdup ("");

  g_settings_set_string (settings, "last-case", uri);
}

void
amp_session_remember_view (const char *view)
{
  g_autoptr (GSettings) settings = g_settings_new (AMP_APPLICATION_ID);

  g_settings_set_string (settings, "last-view", view != NULL ? view : "");
}

GFile *
amp_session_get_case (char **view)
{
  g_autoptr (GSettings) settings = g_settings_new (AMP_APPLICATION_ID);
  g_autofree char *uri = g_settings_get_string (settings, "last-case");

  g_return_val_if_fail (view != NULL, NULL);

  *view = g_settings_get_string (settings, "last-view");
  if (uri[0] == '\0' || !g_settings_get_boolean (settings, "restore-session"))
    return NULL;
  return g_file_new_for_uri (uri);
}
