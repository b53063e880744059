/* The window, driven as by a person: by its actions and by what it shows. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "amp-application.h"
#include "amp-mandate-page.h"
#include "amp-preferences-window.h"
#include "amp-session.h"
#include "amp-window-private.h"
#include "shown-widgets.h"

/* Invented people. */
static const char dump[] = "NOM;PRENOM;DATE_NAISSANCE;CODE_POSTAL;VILLE;EMAIL;DIVERS\r\n"
                           "MARTEAU;Lise;12/03/1981;35000;RENNES;lise.marteau@exemple.fr;x7\r\n"
                           "LEGOFF;Yann;02/11/1974;29200;BREST;yann.legoff@exemple.fr;q2\r\n"
                           "BERNIER;Odile;23/07/1990;56000;VANNES;odile.bernier@exemple.fr;b9\r\n"
                           "TANGUY;Erwan;30/01/1966;56100;LORIENT;erwan.tanguy@exemple.fr;z1\r\n";

#define PATIENCE_SECONDS 20

static char           *folder;
static AmpApplication *application;

static void
wait_for (AmpWindow *window, const char *part)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (find_text (GTK_WIDGET (window), part) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("“%s” never appeared", part);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
type_into (AmpWindow *window, const char *title, const char *text)
{
  GtkWidget *row = find_text (GTK_WIDGET (window), title);

  while (row != NULL && !ADW_IS_ENTRY_ROW (row))
    row = gtk_widget_get_parent (row);
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static gboolean
can_do (AmpWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static void
act (AmpWindow *window, const char *action)
{
  g_assert_true (can_do (window, action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static void
wait_for_case (AmpWindow *window)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (!can_do (window, "close-case"))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static AmpWindow *
make_window (void)
{
  AmpWindow *window = amp_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  spin (50);
  return window;
}

static void
open_file (AmpWindow *window, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (contents != NULL)
    g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  amp_window_open_files (window, &file, 1);
}

static void
finish (AmpWindow *window)
{
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  spin (100);
  g_assert_finalize_object (window);
}

/* From the mandate to the review. */
static void
give_mandate (AmpWindow *window, const char *case_name)
{
  g_autofree char *path = g_build_filename (folder, case_name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  wait_for (window, "Legal basis");
  g_assert_false (can_do (window, "continue"));
  type_into (window, "Analyst", "Camille Exemple");
  type_into (window, "On behalf of", "Laboratoire d’exemple");
  type_into (window, "Legal basis", "GDPR, art. 33");
  g_object_set (find_nth (GTK_WIDGET (window), AMP_TYPE_MANDATE_PAGE, 0), "case-file", file, NULL);
  act (window, "continue");
  wait_for (window, "To Check");
}

static void
test_welcomes (void)
{
  AmpWindow *window = make_window ();

  wait_for (window, "Measure a Data Leak");
  g_assert_true (amp_window_is_free (window));
  g_assert_true (can_do (window, "open"));
  g_assert_false (can_do (window, "back"));
  g_assert_false (can_do (window, "continue"));
  g_assert_false (can_do (window, "save-copy"));
  g_assert_false (can_do (window, "close-case"));
  finish (window);
}

static void
test_fits_narrow (void)
{
  AmpWindow *window = make_window ();
  int        minimum;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  finish (window);
}

static void
test_names_failure (void)
{
  AmpWindow *window = make_window ();

  open_file (window, "nowhere.csv", NULL);
  wait_for (window, "Could Not Open");
  g_assert_nonnull (find_text (GTK_WIDGET (window), "nowhere.csv"));
  g_assert_true (amp_window_is_free (window));
  act (window, "back");
  wait_for (window, "Measure a Data Leak");
  finish (window);
}

static void
test_shows_any_file_name (void)
{
  AmpWindow *window = make_window ();

  open_file (window, "<b>a & b.csv", NULL);
  wait_for (window, "Could Not Open");
  g_assert_nonnull (find_text (GTK_WIDGET (window), "<b>a & b.csv"));
  open_file (window, "<b>x & y.csv", dump);
  give_mandate (window, "any.ampleur");
  act (window, "continue");
  wait_for_case (window);
  finish (window);
}

static void
test_opens_reviews_imports (void)
{
  AmpWindow       *window = make_window ();
  g_autofree char *path = g_build_filename (folder, "whole.ampleur", NULL);

  open_file (window, "whole.csv", dump);
  give_mandate (window, "whole.ampleur");
  g_assert_nonnull (find_text (GTK_WIDGET (window), "DATE_NAISSANCE"));
  g_assert_false (amp_window_is_free (window));
  act (window, "continue");
  wait_for_case (window);
  wait_for (window, "4 records imported");
  g_assert_true (can_do (window, "save-copy"));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));

  /* Closed and opened again */
  act (window, "close-case");
  wait_for (window, "Measure a Data Leak");
  open_file (window, "whole.ampleur", NULL);
  wait_for_case (window);
  g_assert_nonnull (find_text (GTK_WIDGET (window), "whole.ampleur"));
  finish (window);
}

static void
test_goes_back_step_by_step (void)
{
  AmpWindow *window = make_window ();

  open_file (window, "back.csv", dump);
  give_mandate (window, "back.ampleur");
  act (window, "back");
  wait_for (window, "Legal basis");
  /* What was written is still there. */
  g_assert_true (can_do (window, "continue"));
  act (window, "back");
  wait_for (window, "Measure a Data Leak");
  finish (window);
}

static void
load_plan (AmpWindow *window, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  amp_window_load_field_plan (window, file);
  spin (100);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = find_text (widget, label);

  while (found != NULL && !GTK_IS_BUTTON (found))
    found = gtk_widget_get_parent (found);
  return found;
}

/* A message is a window of its own, or lies over the window. */
static gboolean
is_answered (const char *part, const char *answer)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) shown = g_list_model_get_item (windows, i);

      if (find_text (shown, part) == NULL)
        continue;
      g_signal_emit_by_name (find_button (shown, answer), "clicked");
      spin (200);
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_told (AmpWindow *window, const char *part)
{
  return is_answered (part, "Close");
}

static void
wait_for_answer (const char *part, const char *answer)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (!is_answered (part, answer))
    {
      if (g_get_monotonic_time () > end)
        g_error ("“%s” was never asked", part);
      spin (20);
    }
}

static void
test_loads_field_plan (void)
{
  AmpWindow *window = make_window ();
  AmpSource *source;

  g_assert_false (can_do (window, "load-field-plan"));
  open_file (window, "planned.csv", dump);
  give_mandate (window, "planned.ampleur");
  g_assert_true (can_do (window, "load-field-plan"));
  g_assert_true (can_do (window, "save-field-plan"));
  source = amp_inspection_get_source (window->inspection, 0);

  load_plan (window, "plan.json", "{\"fields\": [{\"header\": \"DIVERS\", \"type\": \"blood_group\"}, {\"header\": \"NOM\", \"position\": 5, \"ignored\": true}]}");
  wait_for (window, "2 fields changed by the plan");
  g_assert_cmpint (amp_field_get_field_type (amp_source_get_field (source, 7)), ==, AMP_FIELD_TYPE_BLOOD_GROUP);
  g_assert_true (amp_field_is_ignored (amp_source_get_field (source, 1)));

  /* The toast takes it back. */
  g_signal_emit_by_name (find_button (GTK_WIDGET (window), "Undo"), "clicked");
  g_assert_cmpint (amp_field_get_field_type (amp_source_get_field (source, 7)), !=, AMP_FIELD_TYPE_BLOOD_GROUP);
  g_assert_false (amp_field_is_ignored (amp_source_get_field (source, 1)));
  finish (window);
}

static void
test_tells_wrong_field_plan (void)
{
  AmpWindow *window = make_window ();

  open_file (window, "unplanned.csv", dump);
  give_mandate (window, "unplanned.ampleur");
  load_plan (window, "wrong.json", "{\"fields\": [{\"header\": \"DIVERS\", \"type\": \"no-type\"}]}");
  g_assert_true (is_told (window, "there is no such field type"));
  load_plan (window, "wrong.json", "{\"fields\": [{\"header\": \"NOWHERE\", \"type\": \"nir\"}]}");
  g_assert_true (is_told (window, "no field of this header"));
  load_plan (window, "wrong.json", dump);
  g_assert_true (is_told (window, "wrong.json"));
  finish (window);
}

static AmpFieldType
get_type (AmpWindow *window, guint position)
{
  return ((const AmpFieldFacts *) g_ptr_array_index (amp_case_get_facts (window->opened)->fields, position - 1))->type;
}

static void
choose_type (AmpWindow *window, guint position, AmpFieldType type)
{
  g_signal_emit_by_name (window->fields_page, "type-chosen", 0, position, type);
}

/* It is made some turns of the main loop after it is seen. */
static void
wait_for_fields_page (AmpWindow *window)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (window->fields_page == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("the fields never came");
      spin (20);
    }
}

static void
import_dump (AmpWindow *window, const char *dump_name, const char *case_name)
{
  open_file (window, dump_name, dump);
  give_mandate (window, case_name);
  act (window, "continue");
  wait_for_case (window);
  g_object_set (window->views, "visible-child-name", "fields", NULL);
  wait_for_fields_page (window);
  spin (100);
}

static void
test_retypes_and_undoes (void)
{
  AmpWindow   *window = make_window ();
  AmpFieldType former;

  import_dump (window, "retyped.csv", "retyped.ampleur");
  former = get_type (window, 7);
  g_assert_cmpint (former, !=, AMP_FIELD_TYPE_RELIGION);
  amp_filter_toggle (window->filter, AMP_KEY_DEPARTEMENT, "35");
  choose_type (window, 7, AMP_FIELD_TYPE_RELIGION);
  wait_for (window, "DIVERS is now of the type");
  g_assert_cmpint (get_type (window, 7), ==, AMP_FIELD_TYPE_RELIGION);
  /* What was filtered stays filtered. */
  g_assert_false (amp_selection_is_empty (amp_filter_get_selection (window->filter)));
  g_signal_emit_by_name (find_button (GTK_WIDGET (window), "Undo"), "clicked");
  for (guint i = 0; i < 200 && get_type (window, 7) != former; i++)
    spin (20);
  g_assert_cmpint (get_type (window, 7), ==, former);
  finish (window);
}

static void
test_imports_again (void)
{
  AmpWindow *window = make_window ();

  import_dump (window, "again.csv", "again.ampleur");
  choose_type (window, 6, AMP_FIELD_TYPE_USERNAME);
  wait_for_answer ("The Dump Is Needed", "Import Again…");
  wait_for (window, "To Check");
  g_assert_cmpint (amp_field_get_field_type (amp_source_get_field (amp_inspection_get_source (window->inspection, 0), 6)), ==, AMP_FIELD_TYPE_USERNAME);

  /* Whoever goes back is where the case is. */
  act (window, "back");
  act (window, "back");
  wait_for_case (window);
  g_assert_cmpint (get_type (window, 6), ==, AMP_FIELD_TYPE_EMAIL);

  choose_type (window, 6, AMP_FIELD_TYPE_USERNAME);
  wait_for_answer ("The Dump Is Needed", "Import Again…");
  wait_for (window, "To Check");
  act (window, "continue");
  for (guint i = 0; i < 500 && get_type (window, 6) != AMP_FIELD_TYPE_USERNAME; i++)
    spin (20);
  g_assert_cmpint (get_type (window, 6), ==, AMP_FIELD_TYPE_USERNAME);
  wait_for_case (window);
  finish (window);
}

/* Opened from its file, the case knows where its dump was: beside it. There is
 * another file of that name now. */
static void
test_refuses_another_dump (void)
{
  AmpWindow       *window = make_window ();
  g_autofree char *path = g_build_filename (folder, "other.csv", NULL);
  g_autofree char *bytes = g_strdup (dump);

  import_dump (window, "other.csv", "other.ampleur");
  act (window, "close-case");
  bytes[strlen (bytes) - 3]++;
  g_assert_true (g_file_set_contents (path, bytes, -1, NULL));
  open_file (window, "other.ampleur", NULL);
  wait_for_case (window);
  choose_type (window, 6, AMP_FIELD_TYPE_USERNAME);
  wait_for_answer ("The Dump Is Needed", "Import Again…");
  wait_for_answer ("Not the Same Dump", "Cancel");
  wait_for_case (window);
  finish (window);
}

/* There is no window manager, so some versions of GTK call the first window the
 * active one, some none. */
static GtkWindow *
look_elsewhere (AmpWindow *window)
{
  GtkWindow *other = GTK_WINDOW (gtk_window_new ());

  gtk_window_present (other);
  for (guint i = 0; i < 100 && gtk_window_is_active (GTK_WINDOW (window)); i++)
    spin (20);
  g_assert_false (gtk_window_is_active (GTK_WINDOW (window)));
  return other;
}

static void
test_tells_desktop_of_import (void)
{
  AmpWindow       *window = make_window ();
  GtkWindow       *other = look_elsewhere (window);
  g_autofree char *notices = NULL;

  import_dump (window, "told.csv", "told.ampleur");
  for (guint i = 0; i < 500 && (notices == NULL || strstr (notices, "told.ampleur") == NULL); i++)
    {
      g_clear_pointer (&notices, g_free);
      g_file_get_contents (g_getenv ("AMPLEUR_TEST_NOTICES"), &notices, NULL, NULL);
      spin (20);
    }
  g_assert_nonnull (notices);
  g_assert_nonnull (strstr (notices, "4 records imported"));
  /* A name, and neither folder nor value. */
  g_assert_null (strstr (notices, folder));
  g_assert_null (strstr (notices, "MARTEAU"));
  gtk_window_destroy (other);
  finish (window);
}

static gboolean
session_says (const char *request)
{
  g_autofree char *path = g_build_filename (folder, "session", NULL);
  g_autofree char *requests = NULL;

  return g_file_get_contents (path, &requests, NULL, NULL) && strstr (requests, request) != NULL;
}

/* GTK looks once, as it starts, whether there is a session manager. */
static void
start_session_manager (void)
{
  g_autofree char *path = g_build_filename (folder, "session", NULL);
  const char      *arguments[] = { "/usr/bin/python3", g_getenv ("AMPLEUR_TEST_SESSION_MANAGER"), path, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 500 && !session_says ("ready\n"); i++)
    g_usleep (20 * 1000);
  g_assert_true (session_says ("ready\n"));
}

/* Neither sleep nor logging out, and no longer than the import takes. */
static void
test_keeps_desktop_awake (void)
{
  AmpWindow       *window = make_window ();
  g_autofree char *path = g_build_filename (folder, "session", NULL);
  g_autofree char *request = g_strdup_printf ("inhibit %u A dump is being imported\nuninhibit\n", GTK_APPLICATION_INHIBIT_SUSPEND | GTK_APPLICATION_INHIBIT_LOGOUT);

  /* What other imports asked is forgotten. */
  g_unlink (path);
  import_dump (window, "awake.csv", "awake.ampleur");
  for (guint i = 0; i < 500 && !session_says (request); i++)
    spin (20);
  g_assert_true (session_says (request));
  finish (window);
}

static void
test_restores_session (void)
{
  AmpWindow       *window = make_window ();
  g_autofree char *view = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFile) last = NULL;

  import_dump (window, "session.csv", "session.ampleur");
  gtk_window_close (GTK_WINDOW (window));
  spin (100);
  last = amp_session_get_case (&view);
  g_assert_nonnull (last);
  name = g_file_get_basename (last);
  g_assert_cmpstr (name, ==, "session.ampleur");
  g_assert_cmpstr (view, ==, "fields");

  window = make_window ();
  amp_window_restore (window, last, view);
  wait_for_case (window);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (window->views), ==, "fields");
  /* Who closes the case does not want it again. */
  act (window, "close-case");
  g_clear_pointer (&view, g_free);
  g_assert_null (amp_session_get_case (&view));
  finish (window);
}

static void
test_says_that_last_case_is_gone (void)
{
  AmpWindow       *window = make_window ();
  g_autofree char *path = g_build_filename (folder, "gone <b>.ampleur", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  amp_window_restore (window, file, "map");
  wait_for (window, "“gone <b>.ampleur”, is no longer where it was");
  wait_for (window, "Measure a Data Leak");
  finish (window);
}

static GtkWidget *
find_named (GtkWidget *widget, GType type, const char *label)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) &&
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label) == NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, type, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_keeps_preferences (void)
{
  AmpPreferencesWindow *preferences = amp_preferences_window_new (NULL);
  g_autoptr (GSettings) settings = g_settings_new (AMP_APPLICATION_ID);
  GtkWidget *threshold, *restore;

  gtk_window_present (GTK_WINDOW (preferences));
  spin (100);
  threshold = find_named (GTK_WIDGET (preferences), GTK_TYPE_SPIN_BUTTON, "Smallest Count Shown");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (threshold)), ==, 11);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (threshold), 20);
  g_assert_cmpint (g_settings_get_int (settings, "small-cell-threshold"), ==, 20);
  g_settings_reset (settings, "small-cell-threshold");

  restore = find_named (GTK_WIDGET (preferences), GTK_TYPE_SWITCH, "Reopen the Last Case");
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (restore)));
  gtk_switch_set_active (GTK_SWITCH (restore), FALSE);
  g_assert_false (g_settings_get_boolean (settings, "restore-session"));
  g_settings_reset (settings, "restore-session");

  g_settings_set_string (settings, "report-language", "fr");
  g_assert_nonnull (find_text (GTK_WIDGET (preferences), "Français"));
  g_settings_reset (settings, "report-language");
  g_settings_set_string (settings, "map-palette", "cividis");
  g_assert_nonnull (find_text (GTK_WIDGET (preferences), "Yellow to Blue"));
  g_settings_reset (settings, "map-palette");
  g_object_ref (preferences);
  gtk_window_destroy (GTK_WINDOW (preferences));
  spin (50);
  g_assert_finalize_object (preferences);
}

static void
test_returns_to_review_after_failure (void)
{
  AmpWindow *window = make_window ();

  open_file (window, "failing.csv", dump);
  give_mandate (window, "no-such-folder/failing.ampleur");
  act (window, "continue");
  wait_for (window, "Could Not Import");
  g_assert_false (amp_window_is_free (window));
  act (window, "back");
  wait_for (window, "To Check");
  finish (window);
}

static void
test_closes_while_opening (void)
{
  AmpWindow *window = make_window ();

  open_file (window, "early.csv", dump);
  finish (window);
  spin (100);
}

/* A dump that takes a while. */
static char *
make_large_dump (void)
{
  GString *text = g_string_new ("NOM;PRENOM;DATE_NAISSANCE;CODE_POSTAL;VILLE;EMAIL\r\n");

  for (int i = 0; i < 400000; i++)
    g_string_append_printf (text, "MARTEAU%d;Lise;12/03/1981;35000;RENNES;lise%d@exemple.fr\r\n", i, i);
  return g_string_free (text, FALSE);
}

static GtkWidget *
find_label_anywhere (const char *part)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget  *found = NULL;

  for (guint i = 0; found == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      found = find_text (window, part);
    }
  return found;
}

static void
answer (const char *label)
{
  GtkWidget *button = NULL;

  for (int i = 0; button == NULL && i < 100; i++)
    {
      spin (20);
      button = find_label_anywhere (label);
    }
  while (button != NULL && !GTK_IS_BUTTON (button))
    button = gtk_widget_get_parent (button);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_cancels_import (void)
{
  AmpWindow       *window = make_window ();
  g_autofree char *large = make_large_dump ();
  g_autofree char *path = g_build_filename (folder, "cancelled.ampleur", NULL);

  open_file (window, "cancelled.csv", large);
  give_mandate (window, "cancelled.ampleur");
  act (window, "continue");
  wait_for (window, "Importing");
  act (window, "back");
  wait_for (window, "nothing was written");
  wait_for (window, "To Check");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  finish (window);
}

static void
test_asks_before_closing (void)
{
  AmpWindow       *window = make_window ();
  g_autofree char *large = make_large_dump ();
  g_autofree char *path = g_build_filename (folder, "closed.ampleur", NULL);
  gpointer         alive = window;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  open_file (window, "closed.csv", large);
  give_mandate (window, "closed.ampleur");
  act (window, "continue");
  wait_for (window, "Importing");
  gtk_window_close (GTK_WINDOW (window));
  answer ("Stop and Close");
  while (alive != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_keeps_dump_out_of_recent_files (void)
{
  AmpWindow *window = make_window ();
  g_autolist (GtkRecentInfo) items = NULL;

  open_file (window, "secret-name.csv", dump);
  give_mandate (window, "case.ampleur");
  spin (300);
  items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  for (GList *link = items; link != NULL; link = link->next)
    g_assert_null (strstr (gtk_recent_info_get_uri (link->data), "secret-name.csv"));
  finish (window);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv);
  adw_init ();
  folder = g_dir_make_tmp ("ampleur-window-XXXXXX", NULL);
  start_session_manager ();
  application = amp_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/app/window/welcomes", test_welcomes);
  g_test_add_func ("/app/window/fits-360-pixels", test_fits_narrow);
  g_test_add_func ("/app/window/names-file-and-reason-of-a-failure", test_names_failure);
  g_test_add_func ("/app/window/shows-any-file-name", test_shows_any_file_name);
  g_test_add_func ("/app/window/opens-reviews-imports-and-reopens", test_opens_reviews_imports);
  g_test_add_func ("/app/window/goes-back-step-by-step", test_goes_back_step_by_step);
  g_test_add_func ("/app/window/loads-a-field-plan-and-takes-it-back", test_loads_field_plan);
  g_test_add_func ("/app/window/tells-what-is-wrong-with-a-field-plan", test_tells_wrong_field_plan);
  g_test_add_func ("/app/window/changes-a-type-after-the-import-and-undoes-it", test_retypes_and_undoes);
  g_test_add_func ("/app/window/imports-again-where-the-dump-is-needed", test_imports_again);
  g_test_add_func ("/app/window/refuses-another-dump-than-that-of-the-case", test_refuses_another_dump);
  g_test_add_func ("/app/window/tells-the-desktop-how-an-import-ended", test_tells_desktop_of_import);
  g_test_add_func ("/app/window/keeps-the-desktop-awake-during-an-import", test_keeps_desktop_awake);
  g_test_add_func ("/app/window/opens-the-last-case-where-it-was-left", test_restores_session);
  g_test_add_func ("/app/window/says-that-the-last-case-is-gone", test_says_that_last_case_is_gone);
  g_test_add_func ("/app/window/keeps-preferences", test_keeps_preferences);
  g_test_add_func ("/app/window/returns-to-the-review-after-a-failure", test_returns_to_review_after_failure);
  g_test_add_func ("/app/window/may-close-while-it-opens", test_closes_while_opening);
  g_test_add_func ("/app/window/cancels-an-import-and-returns-to-the-review", test_cancels_import);
  g_test_add_func ("/app/window/asks-before-it-closes-during-an-import", test_asks_before_closing);
  g_test_add_func ("/app/window/keeps-a-dump-out-of-recent-files", test_keeps_dump_out_of_recent_files);
  status = g_test_run ();
  g_object_unref (application);
  remove_folder ();
  return status;
}
