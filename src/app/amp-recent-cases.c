/* Recent cases: see the header. */
#define G_LOG_DOMAIN "amp-recent-cases"

#include "amp-recent-cases.h"

#define GROUP "ampleur-case"

void
amp_recent_cases_add (GFile *file)
{
  g_autofree char *uri = NULL;
  g_autofree char *name = NULL;
  char            *groups[] = { (char *) GROUP, NULL };
  GtkRecentData    data = {
       .mime_type = (char *) AMP_RECENT_MIME_TYPE,
       .app_name = (char *) "Ampleur",
       .app_exec = (char *) "ampleur %u",
       .groups = groups,
       .is_private = TRUE,
  };

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  name = g_file_get_basename (file);
  data.display_name = g_filename_display_name (name);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
  g_free (data.display_name);
}

void
amp_recent_cases_remove (GFile *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

GPtrArray *
amp_recent_cases_list (guint limit)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  GList     *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  items = g_list_sort (items, compare_latest_first);
  for (GList *link = items; link != NULL && files->len < limit; link = link->next)
    if (gtk_recent_info_has_group (link->data, GROUP) && gtk_recent_info_is_local (link->data) && gtk_recent_info_exists (link->data))
      g_ptr_array_add (files, g_file_new_for_uri (gtk_recent_info_get_uri (link->data)));
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return files;
}

static void
remove_forbidden (GtkRecentManager *manager, gpointer data)
{
  GHashTable    *forbidden = data;
  GHashTableIter iter;
  gpointer       uri;

  g_hash_table_iter_init (&iter, forbidden);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    gtk_recent_manager_remove_item (manager, uri, NULL);
}

void
amp_recent_cases_forbid (GFile *file)
{
  static GHashTable *forbidden;
  GtkRecentManager  *manager = gtk_recent_manager_get_default ();

  g_return_if_fail (G_IS_FILE (file));

  if (forbidden == NULL)
    {
      forbidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      /* The chooser adds its file some time after it has answered. */
      g_signal_connect (manager, "changed", G_CALLBACK (remove_forbidden), forbidden);
    }
  g_hash_table_add (forbidden, g_file_get_uri (file));
  remove_forbidden (manager, forbidden);
}
