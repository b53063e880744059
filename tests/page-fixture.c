/* A page of an opened case in a window of its own, for the tests of pages. */
#include "page-fixture.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "made-case.h"

void
page_fixture_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  /* GTK asks for American English where there is any: "12,000". */
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
}

void
page_fixture_open (PageFixture *fixture, void (*write_case) (const char *path))
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "made.ampleur", NULL);
  write_case (fixture->path);
  fixture->opened = amp_case_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  fixture->filter = amp_filter_new ();
}

static void
write_made_case (const char *path)
{
  made_case_write (path, FALSE);
}

void
page_fixture_set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_open (fixture, write_made_case);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* A job that was cancelled may hold on to what it reads for a moment more. */
static void
assert_goes (GObject **object)
{
  g_object_add_weak_pointer (*object, (gpointer *) object);
  g_object_unref (*object);
  g_assert_true (wait_until (is_gone, object));
}

void
page_fixture_tear_down (PageFixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    {
      g_object_ref (fixture->page);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      assert_goes ((GObject **) &fixture->page);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_goes ((GObject **) &fixture->filter);
  assert_goes ((GObject **) &fixture->opened);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
page_fixture_show (PageFixture *fixture, GtkWidget *page)
{
  page_fixture_show_sized (fixture, page, 1100, 760);
}

void
page_fixture_show_sized (PageFixture *fixture, GtkWidget *page, int width, int height)
{
  GtkWidget *toasts = adw_toast_overlay_new ();

  fixture->page = page;
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), toasts);
  g_object_set (page, "case", fixture->opened, "filter", fixture->filter, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (wait_until (is_laid_out, page));
}

void
page_fixture_assert_filter (PageFixture *fixture, const char *expected)
{
  g_autofree char *text = amp_selection_to_string (amp_filter_get_selection (fixture->filter));

  g_assert_cmpstr (text, ==, expected);
}
