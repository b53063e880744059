/* AmpPreferencesWindow: what the analyst prefers, kept in the desktop's settings.
 *
 * Each control is bound to its key: nothing is to be applied, and whoever wants to
 * know reads the key. It knows no case. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMP_TYPE_PREFERENCES_WINDOW (amp_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (AmpPreferencesWindow, amp_preferences_window, AMP, PREFERENCES_WINDOW, AdwPreferencesWindow)

/**
 * amp_preferences_window_new:
 * @parent: (nullable): the window that it belongs to
 */
AmpPreferencesWindow *amp_preferences_window_new (GtkWindow *parent);

G_END_DECLS
