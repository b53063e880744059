/* AmpMapView: the map itself: land, areas, circles, pointer and keyboard.
 *
 * Shows what it is given and says what was chosen. Page Up and Page Down walk the
 * areas from the most persons to the least; while they are at one, arrow keys go
 * to its neighbours, and move the map otherwise or with Shift. + and − zoom, Home
 * shows the affected area, End all of France; Enter and Space choose, Escape lets
 * go. It asks no case and keeps no filter; it opens no connection. */
#pragma once

#include <gtk/gtk.h>

#include "amp-area-atlas.h"
#include "amp-map-figures.h"

G_BEGIN_DECLS

#define AMP_TYPE_MAP_VIEW (amp_map_view_get_type ())
G_DECLARE_FINAL_TYPE (AmpMapView, amp_map_view, AMP, MAP_VIEW, GtkWidget)

/* Signals:
 *   "area-activated": void (*) (AmpMapView *self, const char *code, gpointer data):
 *     an area was clicked, or chosen with Enter
 *   "area-pointed": void (*) (AmpMapView *self, const char *code, gpointer data):
 *     the pointer or the keyboard is at another area
 *   "areas-selected": void (*) (AmpMapView *self, GStrv codes, gpointer data): the
 *     areas whose middle lies in the rectangle or line that was drawn; at least one
 *   "zoomed": void (*) (AmpMapView *self, double zoom_level, gpointer data)
 *
 * Properties, read-write:
 *   rectangle   boolean: dragging spans a rectangle, once; as with Shift
 *   freehand    boolean: dragging draws a line around areas, once
 *   narrow      boolean: there is little room: no small maps of the overseas */

GtkWidget *amp_map_view_new (void);

/**
 * amp_map_view_set_figures:
 * @atlas: (nullable): what outlines there are
 * @figures: (nullable): what to show
 */
void amp_map_view_set_figures (AmpMapView *self, AmpAreaAtlas *atlas, AmpMapFigures *figures);

/**
 * amp_map_view_show_affected:
 *
 * Shows the affected area (amp-map-affected.h): of the selected persons, when
 * the filter names some; once there is room, if there is none yet.
 */
void amp_map_view_show_affected (AmpMapView *self);

/**
 * amp_map_view_show_country:
 *
 * Shows metropolitan France.
 */
void amp_map_view_show_country (AmpMapView *self);

/**
 * amp_map_view_show_place:
 * @latitude: degrees north
 * @longitude: degrees east
 * @zoom_level: how near
 */
void amp_map_view_show_place (AmpMapView *self, double latitude, double longitude, double zoom_level);

/**
 * amp_map_view_pan:
 * @x: pixels to the east
 * @y: pixels to the south
 */
void amp_map_view_pan (AmpMapView *self, double x, double y);

/**
 * amp_map_view_zoom:
 * @step: zoom levels nearer
 */
void amp_map_view_zoom (AmpMapView *self, double step);

/**
 * amp_map_view_show_bounds:
 * @bounds: what is to be seen
 */
void amp_map_view_show_bounds (AmpMapView *self, const AmpMapBounds *bounds);

/**
 * amp_map_view_get_bounds:
 *
 * Returns: what is seen
 */
AmpMapBounds amp_map_view_get_bounds (AmpMapView *self);

/**
 * amp_map_view_set_current:
 * @code: (nullable): the area to highlight and to tell the figures of
 * @is_centered: whether to move the map there if it is out of sight
 */
void amp_map_view_set_current (AmpMapView *self, const char *code, gboolean is_centered);

/**
 * amp_map_view_find:
 * @x: pixels of the widget
 * @y: pixels of the widget
 *
 * Returns: (transfer none) (nullable): the code of the area there
 */
const char *amp_map_view_find (AmpMapView *self, double x, double y);

/**
 * amp_map_view_locate:
 * @code: of an area of the figures
 * @x: (out): pixels of the widget
 * @y: (out): pixels of the widget
 *
 * Returns: whether the area has a position
 */
gboolean amp_map_view_locate (AmpMapView *self, const char *code, double *x, double *y);

/**
 * amp_map_view_is_settled:
 *
 * Returns: whether all that is in sight has been painted
 */
gboolean amp_map_view_is_settled (AmpMapView *self);

G_END_DECLS
