/* AmpOpenPage: the welcome: what the program does, a way to open a dump or a
 * case, and the recent cases.
 *
 * Knows no more of a file than its name. Opening is the window's business: the
 * page activates its actions. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMP_TYPE_OPEN_PAGE (amp_open_page_get_type ())
G_DECLARE_FINAL_TYPE (AmpOpenPage, amp_open_page, AMP, OPEN_PAGE, AdwBin)

/**
 * amp_open_page_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *amp_open_page_new (void);

G_END_DECLS
