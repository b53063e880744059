/* AmpMapView: the map itself: land, areas, circles and the card of one area.
 * What pointer and keyboard do is in amp-map-view-input.c.
 *
 * Invariant: both layers show the same figures, and `current` is the index in
 * them of the area whose card is shown, or -1. */
#include "amp-map-view-private.h"

#include <glib/gi18n-lib.h>

#include "amp-map-affected.h"
#include "amp-map-insets.h"
#include "amp-offline-source.h"

/* What is seen before anything is known: mainland France. */
#define FIRST_LATITUDE 46.6
#define FIRST_LONGITUDE 2.5
#define FIRST_ZOOM 5.2

/* The mainland and Corsica. */
static const AmpMapBounds country = { -5.2, 41.3, 9.6, 51.1 };

#define CARD_DISTANCE 16

enum
{
  PROP_0,
  PROP_RECTANGLE,
  PROP_FREEHAND,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  AREA_ACTIVATED,
  AREA_POINTED,
  AREAS_SELECTED,
  ZOOMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpMapView, amp_map_view, GTK_TYPE_WIDGET)

static ShumateViewport *
get_viewport (AmpMapView *self)
{
  return shumate_map_get_viewport (self->map);
}

AmpMapFrame
amp_map_view_get_frame (AmpMapView *self)
{
  return amp_map_frame_get (get_viewport (self), gtk_widget_get_width (GTK_WIDGET (self->map)), gtk_widget_get_height (GTK_WIDGET (self->map)));
}

int
amp_map_view_find_index (AmpMapView *self, double x, double y)
{
  AmpMapFrame frame = amp_map_view_get_frame (self);
  double      longitude, latitude;
  int         found;

  if (!self->figures)
    return -1;
  found = amp_circle_layer_find (self->circle_layer, &frame, x, y);
  if (found >= 0)
    return found;
  amp_projection_from_pixels (&frame.projection, x, y, &longitude, &latitude);
  return amp_area_layer_find (self->area_layer, longitude, latitude);
}

void
amp_map_view_set_index (AmpMapView *self, int index, double x, double y)
{
  const AmpTableRow *row = index >= 0 ? amp_map_figures_get_area (self->figures, index)->row : NULL;
  g_autofree char   *text = NULL;

  self->current = index;
  self->is_held &= index >= 0;
  self->card_x = x;
  self->card_y = y;
  amp_area_layer_set_hovered (self->area_layer, index);
  amp_circle_layer_set_hovered (self->circle_layer, index);
  amp_area_card_set_area (self->card, row);
  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
  text = amp_area_card_dup_text (self->card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* What somebody points at, other than what the page was told to show. */
void
amp_map_view_point_at (AmpMapView *self, int index, double x, double y)
{
  gboolean is_new = index != self->current && index >= 0;

  self->is_held = FALSE;
  amp_map_view_set_index (self, index, x, y);
  if (is_new)
    g_signal_emit (self, signals[AREA_POINTED], 0, amp_map_figures_get_area (self->figures, index)->row->code);
}

void
amp_map_view_activate_index (AmpMapView *self, int index)
{
  if (index < 0)
    return;
  g_autofree char *code = g_strdup (amp_map_figures_get_area (self->figures, index)->row->code);
  g_signal_emit (self, signals[AREA_ACTIVATED], 0, code);
}

/* Where the card of an area goes that no pointer is at. */
void
amp_map_view_show_index (AmpMapView *self, int index, gboolean is_centered)
{
  const AmpTableRow *row = index >= 0 ? amp_map_figures_get_area (self->figures, index)->row : NULL;
  double             x = 0;
  double             y = 0;

  if (row && row->is_located)
    {
      AmpMapFrame frame = amp_map_view_get_frame (self);

      amp_projection_to_pixels (&frame.projection, row->longitude, row->latitude, &x, &y);
      if (is_centered && (x < 0 || y < 0 || x > frame.width || y > frame.height))
        {
          shumate_location_set_location (SHUMATE_LOCATION (get_viewport (self)), row->latitude, row->longitude);
          x = frame.width / 2;
          y = frame.height / 2;
        }
    }
  self->is_held = TRUE;
  amp_map_view_set_index (self, index, x, y);
}

void
amp_map_view_set_selecting (AmpMapView *self, AmpLassoMode mode)
{
  if (self->selecting == mode)
    return;
  self->selecting = mode;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), mode == AMP_LASSO_NONE ? NULL : "crosshair");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECTANGLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FREEHAND]);
}

/* The card stands beside the pointer, on the side where there is room. */
static gboolean
on_get_child_position (AmpMapView *self, GtkWidget *child, GdkRectangle *allocation)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->overlay));
  int height = gtk_widget_get_height (GTK_WIDGET (self->overlay));

  if (child != GTK_WIDGET (self->card))
    return FALSE;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &allocation->width, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, allocation->width, NULL, &allocation->height, NULL, NULL);
  allocation->x = self->card_x + CARD_DISTANCE;
  allocation->y = self->card_y + CARD_DISTANCE;
  if (allocation->x + allocation->width > width)
    allocation->x = MAX (0, self->card_x - CARD_DISTANCE - allocation->width);
  if (allocation->y + allocation->height > height)
    allocation->y = MAX (0, self->card_y - CARD_DISTANCE - allocation->height);
  return TRUE;
}

/* Outlines make no sense askew, nor do their names. */
static void
on_rotation_changed (AmpMapView *self)
{
  shumate_viewport_set_rotation (get_viewport (self), 0);
}

static void
on_zoom_changed (AmpMapView *self)
{
  g_signal_emit (self, signals[ZOOMED], 0, shumate_viewport_get_zoom_level (get_viewport (self)));
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AmpMapView *self = AMP_MAP_VIEW (widget);

  if (gtk_widget_get_width (GTK_WIDGET (self->map)) < 2)
    return G_SOURCE_CONTINUE;
  self->is_waiting_for_room = FALSE;
  amp_map_view_show_affected (self);
  return G_SOURCE_REMOVE;
}

static void
amp_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AmpMapView *self = AMP_MAP_VIEW (object);

  if (id == PROP_RECTANGLE)
    g_value_set_boolean (value, self->selecting == AMP_LASSO_RECTANGLE);
  else if (id == PROP_FREEHAND)
    g_value_set_boolean (value, self->selecting == AMP_LASSO_FREEHAND);
  else if (id == PROP_NARROW)
    g_value_set_boolean (value, !gtk_widget_get_visible (self->insets));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AmpMapView  *self = AMP_MAP_VIEW (object);
  AmpLassoMode mode = id == PROP_RECTANGLE ? AMP_LASSO_RECTANGLE : AMP_LASSO_FREEHAND;

  if (id == PROP_NARROW)
    gtk_widget_set_visible (self->insets, !g_value_get_boolean (value));
  else if (id != PROP_RECTANGLE && id != PROP_FREEHAND)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_value_get_boolean (value))
    amp_map_view_set_selecting (self, mode);
  else if (self->selecting == mode)
    amp_map_view_set_selecting (self, AMP_LASSO_NONE);
}

static void
amp_map_view_dispose (GObject *object)
{
  AmpMapView *self = AMP_MAP_VIEW (object);

  g_clear_pointer (&self->figures, amp_map_figures_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AMP_TYPE_MAP_VIEW);
  G_OBJECT_CLASS (amp_map_view_parent_class)->dispose (object);
}

static void
amp_map_view_class_init (AmpMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = amp_map_view_get_property;
  object_class->set_property = amp_map_view_set_property;
  object_class->dispose = amp_map_view_dispose;
  properties[PROP_RECTANGLE] = g_param_spec_boolean ("rectangle", NULL, NULL, FALSE, flags);
  properties[PROP_FREEHAND] = g_param_spec_boolean ("freehand", NULL, NULL, FALSE, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[AREA_ACTIVATED] = g_signal_new ("area-activated", AMP_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[AREA_POINTED] = g_signal_new ("area-pointed", AMP_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[AREAS_SELECTED] = g_signal_new ("areas-selected", AMP_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[ZOOMED] = g_signal_new ("zoomed", AMP_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);

  g_type_ensure (AMP_TYPE_MAP_INSETS);
  g_type_ensure (AMP_TYPE_MAP_LASSO);
  g_type_ensure (SHUMATE_TYPE_MAP);
  g_type_ensure (SHUMATE_TYPE_SCALE);
  g_type_ensure (AMP_TYPE_AREA_CARD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpMapView, overlay);
  gtk_widget_class_bind_template_child (widget_class, AmpMapView, map);
  gtk_widget_class_bind_template_child (widget_class, AmpMapView, card);
  gtk_widget_class_bind_template_child (widget_class, AmpMapView, lasso);
  gtk_widget_class_bind_template_child (widget_class, AmpMapView, insets);
  gtk_widget_class_bind_template_child (widget_class, AmpMapView, scale);
  gtk_widget_class_bind_template_callback (widget_class, amp_map_view_show_bounds);
  gtk_widget_class_bind_template_callback (widget_class, on_get_child_position);
  gtk_widget_class_bind_template_callback (widget_class, amp_map_view_show_affected);
  amp_map_view_bind_input (widget_class);
}

static void
amp_map_view_init (AmpMapView *self)
{
  g_autoptr (ShumateMapSource) source = amp_offline_source_new ();
  ShumateViewport *viewport;

  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  viewport = get_viewport (self);
  shumate_scale_set_viewport (self->scale, viewport);
  shumate_viewport_set_reference_map_source (viewport, source);
  shumate_viewport_set_zoom_level (viewport, FIRST_ZOOM);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), FIRST_LATITUDE, FIRST_LONGITUDE);
  g_signal_connect_object (viewport, "notify::rotation", G_CALLBACK (on_rotation_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (on_zoom_changed), self, G_CONNECT_SWAPPED);
  self->area_layer = amp_area_layer_new (viewport);
  self->circle_layer = amp_circle_layer_new (viewport);
  self->name_layer = amp_name_layer_new (viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->area_layer));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->circle_layer));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->name_layer));
}

GtkWidget *
amp_map_view_new (void)
{
  return g_object_new (AMP_TYPE_MAP_VIEW, NULL);
}

void
amp_map_view_set_figures (AmpMapView *self, AmpAreaAtlas *atlas, AmpMapFigures *figures)
{
  g_return_if_fail (AMP_IS_MAP_VIEW (self));

  g_autofree char *current = NULL;
  g_autoptr (AmpCircleScene) circles = figures && amp_map_figures_has_circles (figures) ? amp_circle_scene_new (figures) : NULL;

  if (self->current >= 0)
    current = g_strdup (amp_map_figures_get_area (self->figures, self->current)->row->code);
  g_clear_pointer (&self->figures, amp_map_figures_unref);
  self->figures = figures ? amp_map_figures_ref (figures) : NULL;
  amp_area_layer_set_figures (self->area_layer, atlas, figures);
  amp_circle_layer_set_figures (self->circle_layer, figures, circles);
  amp_name_layer_set_figures (self->name_layer, atlas, figures, circles);
  amp_map_insets_set_figures (AMP_MAP_INSETS (self->insets), atlas, figures, circles);
  amp_map_view_set_index (self, figures ? amp_map_figures_find (figures, current) : -1, self->card_x, self->card_y);
}

static void
add_area_bounds (AmpMapView *self, int index, AmpMapBounds *bounds)
{
  const AmpTableRow *row = amp_map_figures_get_area (self->figures, index)->row;
  AmpMapBounds       outline = amp_area_layer_get_bounds (self->area_layer, index);

  if (!amp_map_bounds_is_empty (&outline))
    {
      amp_map_bounds_add (bounds, outline.west, outline.south);
      amp_map_bounds_add (bounds, outline.east, outline.north);
    }
  else if (row->is_located)
    amp_map_bounds_add (bounds, row->longitude, row->latitude);
}

static AmpMapBounds
get_affected_bounds (AmpMapView *self)
{
  AmpMapBounds bounds;
  g_autoptr (GArray) affected = NULL;

  amp_map_bounds_clear (&bounds);
  if (!self->figures)
    return bounds;
  affected = amp_map_affected_find (self->figures);
  for (guint i = 0; i < affected->len; i++)
    add_area_bounds (self, g_array_index (affected, guint, i), &bounds);
  return bounds;
}

void
amp_map_view_show_affected (AmpMapView *self)
{
  g_return_if_fail (AMP_IS_MAP_VIEW (self));

  int          width = gtk_widget_get_width (GTK_WIDGET (self->map));
  int          height = gtk_widget_get_height (GTK_WIDGET (self->map));
  AmpMapBounds bounds = get_affected_bounds (self);

  if (width >= 2)
    {
      amp_map_view_set_index (self, -1, 0, 0);
      amp_map_frame_show (get_viewport (self), &bounds, width, height);
    }
  else if (!self->is_waiting_for_room)
    {
      self->is_waiting_for_room = TRUE;
      gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
    }
}

void
amp_map_view_show_country (AmpMapView *self)
{
  amp_map_view_show_bounds (self, &country);
}

void
amp_map_view_show_place (AmpMapView *self, double latitude, double longitude, double zoom_level)
{
  g_return_if_fail (AMP_IS_MAP_VIEW (self));

  shumate_viewport_set_zoom_level (get_viewport (self), zoom_level);
  shumate_location_set_location (SHUMATE_LOCATION (get_viewport (self)), latitude, longitude);
}

void
amp_map_view_pan (AmpMapView *self, double x, double y)
{
  g_return_if_fail (AMP_IS_MAP_VIEW (self));

  AmpMapFrame frame = amp_map_view_get_frame (self);
  double      longitude, latitude;

  amp_projection_from_pixels (&frame.projection, frame.width / 2 + x, frame.height / 2 + y, &longitude, &latitude);
  shumate_location_set_location (SHUMATE_LOCATION (get_viewport (self)), latitude, longitude);
}

void
amp_map_view_zoom (AmpMapView *self, double step)
{
  g_return_if_fail (AMP_IS_MAP_VIEW (self));

  ShumateViewport *viewport = get_viewport (self);

  shumate_viewport_set_zoom_level (viewport, shumate_viewport_get_zoom_level (viewport) + step);
}

void
amp_map_view_show_bounds (AmpMapView *self, const AmpMapBounds *bounds)
{
  g_return_if_fail (AMP_IS_MAP_VIEW (self) && bounds != NULL);

  amp_map_view_set_index (self, -1, 0, 0);
  amp_map_frame_show (get_viewport (self), bounds, gtk_widget_get_width (GTK_WIDGET (self->map)), gtk_widget_get_height (GTK_WIDGET (self->map)));
}

AmpMapBounds
amp_map_view_get_bounds (AmpMapView *self)
{
  AmpMapBounds bounds = { 0 };
  AmpMapFrame  frame;

  g_return_val_if_fail (AMP_IS_MAP_VIEW (self), bounds);

  frame = amp_map_view_get_frame (self);
  amp_projection_from_pixels (&frame.projection, 0, 0, &bounds.west, &bounds.north);
  amp_projection_from_pixels (&frame.projection, frame.width, frame.height, &bounds.east, &bounds.south);
  return bounds;
}

void
amp_map_view_set_current (AmpMapView *self, const char *code, gboolean is_centered)
{
  g_return_if_fail (AMP_IS_MAP_VIEW (self));

  amp_map_view_show_index (self, self->figures ? amp_map_figures_find (self->figures, code) : -1, is_centered);
}

const char *
amp_map_view_find (AmpMapView *self, double x, double y)
{
  g_return_val_if_fail (AMP_IS_MAP_VIEW (self), NULL);

  int index = amp_map_view_find_index (self, x, y);

  return index >= 0 ? amp_map_figures_get_area (self->figures, index)->row->code : NULL;
}

gboolean
amp_map_view_locate (AmpMapView *self, const char *code, double *x, double *y)
{
  g_return_val_if_fail (AMP_IS_MAP_VIEW (self), FALSE);

  AmpMapFrame frame = amp_map_view_get_frame (self);
  int         index = self->figures ? amp_map_figures_find (self->figures, code) : -1;

  if (index < 0 || !amp_map_figures_get_area (self->figures, index)->row->is_located)
    return FALSE;
  amp_projection_to_pixels (&frame.projection,
                            amp_map_figures_get_area (self->figures, index)->row->longitude,
                            amp_map_figures_get_area (self->figures, index)->row->latitude,
                            x,
                            y);
  return TRUE;
}

gboolean
amp_map_view_is_settled (AmpMapView *self)
{
  g_return_val_if_fail (AMP_IS_MAP_VIEW (self), FALSE);

  return amp_painted_layer_is_settled (AMP_PAINTED_LAYER (self->area_layer)) &&
         amp_painted_layer_is_settled (AMP_PAINTED_LAYER (self->circle_layer)) &&
         amp_painted_layer_is_settled (AMP_PAINTED_LAYER (self->name_layer));
}
