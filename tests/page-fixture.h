/* A page of an opened case in a window of its own, for the tests of pages, and the
 * proof that nothing outlives it. */
#pragma once

#include "amp-case.h"
#include "amp-filter.h"
#include "shown-widgets.h"

G_BEGIN_DECLS

typedef struct
{
  char      *folder;
  char      *path;
  AmpCase   *opened;
  AmpFilter *filter;
  GtkWidget *window;
  GtkWidget *page;
} PageFixture;

/* Where GTK and the locale stand for every test of a page. */
void page_fixture_init (int *argc, char ***argv);

/**
 * page_fixture_open:
 * @write_case: writes the case to the path that it is given; leaves no other file
 *
 * Makes a folder of its own with the case in it, opens it, and begins a filter.
 */
void page_fixture_open (PageFixture *fixture, void (*write_case) (const char *path));

/* For g_test_add(): on the case of invented counts. */
void page_fixture_set_up (PageFixture *fixture, gconstpointer data);

/* Closes the window and proves that the page, the filter and the case go, and that
 * nothing was left in the folder. */
void page_fixture_tear_down (PageFixture *fixture, gconstpointer data);

/**
 * page_fixture_show:
 * @page: (transfer full): has a case and a filter
 *
 * Shows the page under toasts, as the real window does, and waits for it.
 */
void page_fixture_show (PageFixture *fixture, GtkWidget *page);
void page_fixture_show_sized (PageFixture *fixture, GtkWidget *page, int width, int height);

/* That the filter says this, as a selection is written. */
void page_fixture_assert_filter (PageFixture *fixture, const char *expected);

#define PAGE_TEST(path, function) g_test_add (path, PageFixture, NULL, page_fixture_set_up, function, page_fixture_tear_down)

G_END_DECLS
