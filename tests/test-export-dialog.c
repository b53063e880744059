/* The export dialog, from its choices to the files on the disk. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "amp-export-dialog.h"
#include "page-fixture.h"

typedef struct
{
  PageFixture      base;
  AmpExportDialog *dialog;
  GFile           *target;
  guint            n_files;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_fixture_set_up (&fixture->base, data);
  fixture->dialog = amp_export_dialog_new (NULL, fixture->base.opened, fixture->base.filter);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
remove_files (const char *path)
{
  g_autoptr (GDir) files = g_dir_open (path, 0, NULL);
  const char *name;

  while (files && (name = g_dir_read_name (files)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        remove_files (file);
      g_remove (file);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->dialog);
  remove_files (fixture->base.folder);
  g_clear_object (&fixture->target);
  page_fixture_tear_down (&fixture->base, data);
}

static void
on_exported (Fixture *fixture, GFile *folder, guint n_files)
{
  fixture->target = g_object_ref (folder);
  fixture->n_files = n_files;
}

static gboolean
is_exported (gpointer fixture)
{
  return ((Fixture *) fixture)->target != NULL;
}

static void
export_and_wait (Fixture *fixture)
{
  g_signal_connect_swapped (fixture->dialog, "exported", G_CALLBACK (on_exported), fixture);
  amp_export_dialog_start (fixture->dialog);
  g_assert_true (wait_until (is_exported, fixture));
}

static void
test_writes_the_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *directory = NULL;

  export_and_wait (fixture);
  g_assert_cmpuint (fixture->n_files, >, 10);
  directory = g_file_get_path (fixture->target);
  g_assert_true (g_str_has_prefix (directory, fixture->base.folder));
  g_assert_true (g_file_test (directory, G_FILE_TEST_IS_DIR));
}

static gboolean
names_the_case (gpointer dialog)
{
  return says (dialog, "made.ampleur");
}

static void
test_says_why_it_failed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->base.path);

  /* A folder of that name cannot be made: the case is a file. */
  amp_export_dialog_set_folder (fixture->dialog, file);
  amp_export_dialog_start (fixture->dialog);
  g_assert_true (wait_until (names_the_case, fixture->dialog));
}

static gboolean
is_named (GtkWidget *widget, const char *label)
{
  g_autofree char *mismatch = NULL;

  if (!GTK_IS_CHECK_BUTTON (widget) && !GTK_IS_SWITCH (widget) && !GTK_IS_SPIN_BUTTON (widget))
    return FALSE;
  mismatch = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  return mismatch == NULL;
}

static GtkWidget *
find_named (GtkWidget *widget, const char *label)
{
  if (is_named (widget, label))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, label);

      if (found)
        return found;
    }
  return NULL;
}

static void
tick (Fixture *fixture, const char *label, gboolean is_active)
{
  GtkWidget *widget = find_named (GTK_WIDGET (fixture->dialog), label);

  g_assert_nonnull (widget);
  g_object_set (widget, "active", is_active, NULL);
}

static const char *const FORMATS[] = {
  "Web Page", "Document on Pages", "Document to Edit", "Notification", "Drawings", "Pages", "Pictures", "Workbook", "Tables", "Figures", "Areas", "Description of the Folder"
};

/* One picture of the width that was asked for, and counts in fives. */
static void
test_choices (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = NULL;
  g_autofree char *picture = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    tick (fixture, FORMATS[i], g_str_equal (FORMATS[i], "Pictures") || g_str_equal (FORMATS[i], "Figures"));
  tick (fixture, "Choose the Width of Pictures", TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_named (GTK_WIDGET (fixture->dialog), "Width of Pictures in Pixels")), 700);
  tick (fixture, "Round Counts to Multiples of 5", TRUE);
  export_and_wait (fixture);
  folder = g_file_get_path (fixture->target);
  picture = g_build_filename (folder, "chart-age.png", NULL);
  texture = gdk_texture_new_from_filename (picture, NULL);
  g_assert_nonnull (texture);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 700);
  json = g_build_filename (folder, "report.json", NULL);
  g_assert_true (g_file_get_contents (json, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"round_to\" : 5"));
}

/* What was chosen last is proposed, and a dialog without formats exports nothing. */
static void
test_remembers (Fixture *fixture, gconstpointer data)
{
  AmpExportDialog *again;

  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    tick (fixture, FORMATS[i], FALSE);
  amp_export_dialog_start (fixture->dialog);
  g_assert_null (fixture->target);
  tick (fixture, "Tables", TRUE);
  export_and_wait (fixture);
  again = amp_export_dialog_new (NULL, fixture->base.opened, fixture->base.filter);
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    g_assert_cmpint (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_named (GTK_WIDGET (again), FORMATS[i]))), ==, g_str_equal (FORMATS[i], "Tables"));
  gtk_window_destroy (GTK_WINDOW (again));
}

/* On a phone held upright, with text of twice the size, too. */
static void
test_fits_its_window (Fixture *fixture, gconstpointer data)
{
  GtkWidget       *parent = gtk_window_new ();
  AmpExportDialog *narrow;
  int              width, height, minimum;

  gtk_window_set_default_size (GTK_WINDOW (parent), 360, 640);
  gtk_window_present (GTK_WINDOW (parent));
  g_assert_true (wait_until (is_laid_out, parent));
  narrow = amp_export_dialog_new (GTK_WINDOW (parent), fixture->base.opened, fixture->base.filter);
  gtk_window_get_default_size (GTK_WINDOW (narrow), &width, &height);
  g_assert_cmpint (width, ==, 360);
  set_text_scale (2);
  gtk_widget_measure (GTK_WIDGET (narrow), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  set_text_scale (1);
  g_assert_cmpint (minimum, <=, 360);
  gtk_window_destroy (GTK_WINDOW (narrow));
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int argc, char **argv)
{
  page_fixture_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/app/export-dialog/writes-the-files", test_writes_the_files);
  ADD ("/app/export-dialog/says-why-it-failed", test_says_why_it_failed);
  ADD ("/app/export-dialog/width-and-rounding", test_choices);
  ADD ("/app/export-dialog/fits-its-window", test_fits_its_window);
  ADD ("/app/export-dialog/remembers-what-was-chosen", test_remembers);
  return g_test_run ();
}
