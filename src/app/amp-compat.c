/* Version guards: see the header. The newer calls may be used in this file
 * alone, behind a check of the version that brought them. */
#define G_LOG_DOMAIN "amp-compat"
#undef GDK_VERSION_MAX_ALLOWED
#undef ADW_VERSION_MAX_ALLOWED

#include "amp-compat.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GWeakRef       owner;
  GCallback      callback;
  AmpFilePurpose purpose;
} Reply;

static Reply *
reply_new (gpointer owner, GCallback callback)
{
  Reply *reply = g_new0 (Reply, 1);

  g_weak_ref_init (&reply->owner, owner);
  reply->callback = callback;
  return reply;
}

static void
reply_free (Reply *reply)
{
  g_weak_ref_clear (&reply->owner);
  g_free (reply);
}

static void
give_files (Reply *reply, GListModel *files)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&reply->owner);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (chosen, g_list_model_get_item (files, i));
  if (owner != NULL && chosen->len > 0)
    ((AmpFilesChosen) reply->callback) (owner, chosen);
}

static void
give_answer (Reply *reply, const char *response)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&reply->owner);

  if (owner != NULL && g_str_equal (response, "act"))
    ((AmpQuestionAccepted) reply->callback) (owner);
}

static GListModel *
make_filters (const AmpFileRequest *request)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) everything = gtk_file_filter_new ();

  if (request->pattern != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      gtk_file_filter_set_name (filter, request->pattern_name);
      gtk_file_filter_add_pattern (filter, request->pattern);
      g_list_store_append (filters, filter);
    }
  gtk_file_filter_set_name (everything, _ ("All files"));
  gtk_file_filter_add_pattern (everything, "*");
  g_list_store_append (filters, everything);
  return G_LIST_MODEL (filters);
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
on_files_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkFileDialog *dialog = GTK_FILE_DIALOG (source);
  Reply         *reply = data;
  g_autoptr (GListModel) files = NULL;

  if (reply->purpose == AMP_FILE_OPEN_SEVERAL)
    files = gtk_file_dialog_open_multiple_finish (dialog, result, NULL);
  else
    {
      g_autoptr (GFile) file = NULL;

      if (reply->purpose == AMP_FILE_SAVE)
        file = gtk_file_dialog_save_finish (dialog, result, NULL);
      else if (reply->purpose == AMP_FILE_FOLDER)
        file = gtk_file_dialog_select_folder_finish (dialog, result, NULL);
      else
        file = gtk_file_dialog_open_finish (dialog, result, NULL);
      if (file != NULL)
        {
          files = G_LIST_MODEL (g_list_store_new (G_TYPE_FILE));
          g_list_store_append (G_LIST_STORE (files), file);
        }
    }
  give_files (reply, files);
  reply_free (reply);
}

void
amp_compat_choose_files (GtkWindow            *parent,
                         const AmpFileRequest *request,
                         gpointer              owner,
                         AmpFilesChosen        chosen)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Reply *reply = reply_new (owner, G_CALLBACK (chosen));

  reply->purpose = request->purpose;
  gtk_file_dialog_set_title (dialog, request->title);
  gtk_file_dialog_set_accept_label (dialog, request->accept);
  if (request->purpose != AMP_FILE_FOLDER)
    {
      g_autoptr (GListModel) filters = make_filters (request);
      gtk_file_dialog_set_filters (dialog, filters);
    }
  if (request->folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, request->folder);
  if (request->name != NULL)
    gtk_file_dialog_set_initial_name (dialog, request->name);

  if (request->purpose == AMP_FILE_OPEN_SEVERAL)
    gtk_file_dialog_open_multiple (dialog, parent, NULL, on_files_chosen, reply);
  else if (request->purpose == AMP_FILE_SAVE)
    gtk_file_dialog_save (dialog, parent, NULL, on_files_chosen, reply);
  else if (request->purpose == AMP_FILE_FOLDER)
    gtk_file_dialog_select_folder (dialog, parent, NULL, on_files_chosen, reply);
  else
    gtk_file_dialog_open (dialog, parent, NULL, on_files_chosen, reply);
}

#else

static const GtkFileChooserAction chooser_actions[] = {
  [AMP_FILE_OPEN] = GTK_FILE_CHOOSER_ACTION_OPEN,
  [AMP_FILE_OPEN_SEVERAL] = GTK_FILE_CHOOSER_ACTION_OPEN,
  [AMP_FILE_SAVE] = GTK_FILE_CHOOSER_ACTION_SAVE,
  [AMP_FILE_FOLDER] = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
};

static void
on_chooser_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  Reply *reply = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      give_files (reply, files);
    }
  reply_free (reply);
  g_object_unref (dialog);
}

void
amp_compat_choose_files (GtkWindow            *parent,
                         const AmpFileRequest *request,
                         gpointer              owner,
                         AmpFilesChosen        chosen)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (request->title, parent, chooser_actions[request->purpose], request->accept, NULL);
  GtkFileChooser       *chooser = GTK_FILE_CHOOSER (dialog);
  Reply                *reply = reply_new (owner, G_CALLBACK (chosen));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (chooser, request->purpose == AMP_FILE_OPEN_SEVERAL);
  if (request->purpose != AMP_FILE_FOLDER)
    {
      g_autoptr (GListModel) filters = make_filters (request);
      for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
        {
          g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);
          gtk_file_chooser_add_filter (chooser, filter);
        }
    }
  if (request->folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, request->folder, NULL);
  if (request->name != NULL)
    gtk_file_chooser_set_current_name (chooser, request->name);
  g_signal_connect (dialog, "response", G_CALLBACK (on_chooser_response), reply);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

#if ADW_CHECK_VERSION(1, 5, 0)

static void
on_alert_response (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  give_answer (data, response);
  reply_free (data);
}

void
amp_compat_ask (GtkWindow          *parent,
                const AmpQuestion  *question,
                gpointer            owner,
                AmpQuestionAccepted accepted)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (question->heading, question->body));

  adw_alert_dialog_add_responses (dialog, "keep", question->keep_label, "act", question->act_label, NULL);
  adw_alert_dialog_set_response_appearance (dialog, "act", question->is_destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (dialog, "keep");
  adw_alert_dialog_set_default_response (dialog, question->is_destructive ? "keep" : "act");
  g_signal_connect (dialog, "response", G_CALLBACK (on_alert_response), reply_new (owner, G_CALLBACK (accepted)));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
}

void
amp_compat_tell (GtkWindow *parent, const char *heading, const char *body)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
}

#else

static void
on_message_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  give_answer (data, response);
  reply_free (data);
}

void
amp_compat_ask (GtkWindow          *parent,
                const AmpQuestion  *question,
                gpointer            owner,
                AmpQuestionAccepted accepted)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, question->heading, question->body));

  adw_message_dialog_add_responses (dialog, "keep", question->keep_label, "act", question->act_label, NULL);
  adw_message_dialog_set_response_appearance (dialog, "act", question->is_destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "keep");
  adw_message_dialog_set_default_response (dialog, question->is_destructive ? "keep" : "act");
  g_signal_connect (dialog, "response", G_CALLBACK (on_message_response), reply_new (owner, G_CALLBACK (accepted)));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
amp_compat_tell (GtkWindow *parent, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

#endif

#if ADW_CHECK_VERSION(1, 5, 0)
#define ABOUT_TYPE ADW_TYPE_ABOUT_DIALOG
#else
#define ABOUT_TYPE ADW_TYPE_ABOUT_WINDOW
#endif

void
amp_compat_show_about (GtkWindow *parent)
{
  GObject *about = g_object_new (ABOUT_TYPE,
                                 "application-name", _ ("Ampleur"),
                                 "application-icon", AMP_APPLICATION_ID,
                                 "developer-name", _ ("The Ampleur authors"),
                                 "version", AMP_VERSION,
                                 "comments", _ ("Measures the extent of a leaked-data dump: how many people, where, with which data."),
                                 "license-type", GTK_LICENSE_GPL_3_0,
                                 /* Translators: your names, one a line */
                                 "translator-credits", _ ("translator-credits"),
                                 NULL);

#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (about), GTK_WIDGET (parent));
#else
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
#endif
}

void
amp_compat_announce (GtkWidget *widget, const char *text)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}
