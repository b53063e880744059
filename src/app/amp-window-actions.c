/* AmpWindow's actions: what the menus, buttons and keys of a window do. */
#define G_LOG_DOMAIN "amp-window-actions"

#include "amp-window-private.h"

void
amp_window_add_actions (AmpWindow *self)
{
  /* Which of the case's views is shown, for keys and menus. */
  g_autoptr (GPropertyAction) view = g_property_action_new ("view", self->views, "visible-child-name");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (view));
}
