/* What pointer and keyboard do on the map: point, choose, span, walk, pan, zoom.
 * Must not know how areas are drawn. */
#include "amp-map-view-private.h"

#include <math.h>

#include "amp-compat.h"
#include "amp-map-walk.h"

#define KEY_STEP 60
#define ZOOM_STEP 0.5
#define CLICK_TOLERANCE 8

/* The toolkit tells of a motion after a layout, too, though the pointer rests: it
 * does not take away what the keyboard is at. */
static void
on_motion (AmpMapView *self, double x, double y)
{
  gboolean is_resting = x == self->motion_x && y == self->motion_y;

  self->motion_x = x;
  self->motion_y = y;
  if (!is_resting || !self->is_held)
    amp_map_view_point_at (self, amp_map_view_find_index (self, x, y), x, y);
}

static void
on_leave (AmpMapView *self)
{
  amp_map_view_set_index (self, -1, 0, 0);
}

static void
on_pressed (AmpMapView *self, int n_press, double x, double y)
{
  self->press_x = x;
  self->press_y = y;
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

/* A drag ends with a release, too: it moves the map and chooses nothing. */
static void
on_released (AmpMapView *self, int n_press, double x, double y)
{
  if (hypot (x - self->press_x, y - self->press_y) <= CLICK_TOLERANCE)
    amp_map_view_activate_index (self, amp_map_view_find_index (self, x, y));
}

static void
on_zoom_in (AmpMapView *self)
{
  amp_map_view_zoom (self, ZOOM_STEP);
}

static void
on_zoom_out (AmpMapView *self)
{
  amp_map_view_zoom (self, -ZOOM_STEP);
}

/* The keyboard is at an area: it is shown, in the table, too, and said. */
static void
hold (AmpMapView *self, int index)
{
  g_autofree char *text = NULL;

  amp_map_view_show_index (self, index, TRUE);
  g_signal_emit_by_name (self, "area-pointed", amp_map_figures_get_area (self->figures, (guint) index)->row->code);
  text = amp_area_card_dup_text (self->card);
  amp_compat_announce (GTK_WIDGET (self->map), text);
}

static void
walk_areas (AmpMapView *self, int step)
{
  int n_areas = self->figures ? (int) amp_map_figures_get_n_areas (self->figures) : 0;

  if (n_areas > 0)
    hold (self, self->current < 0 ? 0 : CLAMP (self->current + step, 0, n_areas - 1));
}

/* From an area to its neighbour; with Shift, or when none is held, the map moves. */
static void
go_or_pan (AmpMapView *self, int east, int south, GdkModifierType modifiers)
{
  gboolean is_going = self->is_held && (modifiers & GDK_SHIFT_MASK) == 0;
  int      index = is_going ? amp_map_walk_find (self->figures, self->current, east, south) : -1;

  if (index >= 0)
    hold (self, index);
  else if (!is_going)
    amp_map_view_pan (self, KEY_STEP * east, KEY_STEP * south);
}

/* Shift spans a rectangle in any mode. */
static void
on_drag_begin (AmpMapView *self, double x, double y, GtkGesture *gesture)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  AmpLassoMode    mode = modifiers & GDK_SHIFT_MASK ? AMP_LASSO_RECTANGLE : self->selecting;

  if (mode == AMP_LASSO_NONE || !self->figures)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->press_x = x;
  self->press_y = y;
  self->is_dragged = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  amp_map_lasso_begin (self->lasso, mode, x, y);
}

static void
on_drag_update (AmpMapView *self, double x, double y)
{
  self->is_dragged |= hypot (x, y) > CLICK_TOLERANCE;
  amp_map_lasso_extend (self->lasso, self->press_x + x, self->press_y + y);
}

static char **
collect_selected (AmpMapView *self)
{
  AmpMapFrame frame = amp_map_view_get_frame (self);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < amp_map_figures_get_n_areas (self->figures); i++)
    {
      const AmpTableRow *row = amp_map_figures_get_area (self->figures, i)->row;
      double             x, y;

      amp_projection_to_pixels (&frame.projection, row->longitude, row->latitude, &x, &y);
      if (row->is_located && amp_map_lasso_contains (self->lasso, x, y))
        g_strv_builder_add (codes, row->code);
    }
  return g_strv_builder_end (codes);
}

/* A press without a drag is a click, in this mode, too; a line may end where it
 * began. */
static void
on_drag_end (AmpMapView *self, double x, double y)
{
  g_auto (GStrv) codes = NULL;

  if (!self->is_dragged)
    {
      amp_map_lasso_clear (self->lasso);
      amp_map_view_activate_index (self, amp_map_view_find_index (self, self->press_x, self->press_y));
      return;
    }
  codes = self->figures ? collect_selected (self) : NULL;
  amp_map_lasso_clear (self->lasso);
  amp_map_view_set_selecting (self, AMP_LASSO_NONE);
  if (codes && codes[0])
    g_signal_emit_by_name (self, "areas-selected", codes);
}

static void
on_drag_cancelled (AmpMapView *self)
{
  amp_map_lasso_clear (self->lasso);
}

/* Leaves one thing after the other: a mode, the area, the map. */
static gboolean
escape (AmpMapView *self)
{
  gboolean is_used = self->selecting != AMP_LASSO_NONE || self->current >= 0;

  if (self->selecting != AMP_LASSO_NONE)
    amp_map_view_set_selecting (self, AMP_LASSO_NONE);
  else
    amp_map_view_set_index (self, -1, 0, 0);
  amp_map_lasso_clear (self->lasso);
  return is_used;
}

/* clang-format off */
static const struct
{
  guint key;
  int   east;
  int   south;
} arrow_keys[] = {
  { GDK_KEY_Left, -1, 0 },  { GDK_KEY_KP_Left, -1, 0 },
  { GDK_KEY_Right, 1, 0 },  { GDK_KEY_KP_Right, 1, 0 },
  { GDK_KEY_Up, 0, -1 },    { GDK_KEY_KP_Up, 0, -1 },
  { GDK_KEY_Down, 0, 1 },   { GDK_KEY_KP_Down, 0, 1 },
};

static const struct
{
  guint key;
  void (*action) (AmpMapView *self);
} action_keys[] = {
  { GDK_KEY_plus, on_zoom_in },    { GDK_KEY_KP_Add, on_zoom_in },       { GDK_KEY_equal, on_zoom_in },
  { GDK_KEY_minus, on_zoom_out },  { GDK_KEY_KP_Subtract, on_zoom_out },
  { GDK_KEY_Home, amp_map_view_show_affected },
  { GDK_KEY_KP_Home, amp_map_view_show_affected },
  { GDK_KEY_End, amp_map_view_show_country },
  { GDK_KEY_KP_End, amp_map_view_show_country },
};

static const struct
{
  guint key;
  int   step;
} walk_keys[] = {
  { GDK_KEY_Page_Down, 1 },  { GDK_KEY_KP_Page_Down, 1 },
  { GDK_KEY_Page_Up, -1 },   { GDK_KEY_KP_Page_Up, -1 },
};
/* clang-format on */

static gboolean
on_key_pressed (AmpMapView *self, guint key, guint code, GdkModifierType modifiers)
{
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (arrow_keys); i++)
    if (arrow_keys[i].key == key)
      return go_or_pan (self, arrow_keys[i].east, arrow_keys[i].south, modifiers), GDK_EVENT_STOP;
  for (guint i = 0; i < G_N_ELEMENTS (action_keys); i++)
    if (action_keys[i].key == key)
      return action_keys[i].action (self), GDK_EVENT_STOP;
  for (guint i = 0; i < G_N_ELEMENTS (walk_keys); i++)
    if (walk_keys[i].key == key)
      return walk_areas (self, walk_keys[i].step), GDK_EVENT_STOP;
  if (key == GDK_KEY_Escape)
    return escape (self);
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    return amp_map_view_activate_index (self, self->current), GDK_EVENT_STOP;
  return GDK_EVENT_PROPAGATE;
}

void
amp_map_view_bind_input (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_update);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_end);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_cancelled);
  gtk_widget_class_bind_template_callback (widget_class, on_motion);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_released);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out);
}
