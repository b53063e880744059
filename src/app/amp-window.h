/* AmpWindow: one window, one dump or one case.
 *
 * Owns the journey from a dump to an opened case (which page is shown, what the
 * header bar offers), the opened case and its filter. The pages do the work of
 * their own step and know neither the window nor each other. */
#pragma once

#include <adwaita.h>

#include "amp-application.h"

G_BEGIN_DECLS

#define AMP_TYPE_WINDOW (amp_window_get_type ())
G_DECLARE_FINAL_TYPE (AmpWindow, amp_window, AMP, WINDOW, AdwApplicationWindow)

/**
 * amp_window_new:
 * @application: whose window it is
 *
 * Returns: (transfer floating): a window that shows the welcome
 */
AmpWindow *amp_window_new (AmpApplication *application);

/**
 * amp_window_is_free:
 *
 * Returns: whether the window holds neither a dump nor a case, so that one may
 *   be opened in it
 */
gboolean amp_window_is_free (AmpWindow *self);

/**
 * amp_window_open_files:
 * @files: (array length=n_files): one case, or the sources of one dump
 * @n_files: at least 1
 *
 * Opens them in this window, in the background, and shows what comes of it.
 */
void amp_window_open_files (AmpWindow *self, GFile *const *files, guint n_files);

/**
 * amp_window_restore:
 * @file: the case of the last session
 * @view: the page that it was left on
 *
 * Opens the case, or says that it is gone.
 */
void amp_window_restore (AmpWindow *self, GFile *file, const char *view);

G_END_DECLS
