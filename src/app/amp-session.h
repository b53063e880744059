/* The session: which case was open last, and on which page.
 *
 * Owns the keys that remember it. A case is remembered by where it lies; a dump
 * never is. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * amp_session_remember:
 * @case_file: (nullable): the case that is open now; %NULL when it was closed
 */
void amp_session_remember (GFile *case_file);

/**
 * amp_session_remember_view:
 * @view: (nullable): name of the page of the case that is shown
 */
void amp_session_remember_view (const char *view);

/**
 * amp_session_get_case:
 * @view: (out) (transfer full): the page that it was left on, "" where none is known
 *
 * Returns: (transfer full) (nullable): the case to open again, which may be gone;
 *   %NULL where there was none, or the analyst wants none
 */
GFile *amp_session_get_case (char **view);

G_END_DECLS
