/* AmpMapView's own fields, shared by the files of that class alone:
 * amp-map-view.c (what is shown) and amp-map-view-input.c (pointer and
 * keyboard). An index is that of an area in the figures, or -1 for none. */
#pragma once

#include "amp-map-view.h"

#include "amp-area-card.h"
#include "amp-area-layer.h"
#include "amp-circle-layer.h"
#include "amp-map-frame.h"
#include "amp-map-lasso.h"
#include "amp-name-layer.h"

G_BEGIN_DECLS

struct _AmpMapView
{
  GtkWidget parent_instance;

  /* Template */
  GtkOverlay   *overlay;
  ShumateMap   *map;
  AmpAreaCard  *card;
  AmpMapLasso  *lasso;
  GtkWidget    *insets;
  ShumateScale *scale;

  /* Owned */
  AmpMapFigures *figures;

  /* Borrowed: children of the map */
  AmpAreaLayer   *area_layer;
  AmpCircleLayer *circle_layer;
  AmpNameLayer   *name_layer;

  int      current;
  double   card_x;
  double   card_y;
  double   motion_x;
  double   motion_y;
  double   press_x;
  double   press_y;
  gboolean is_dragged;
  gboolean is_waiting_for_room;

  /* Whether the keyboard or a row of the table is at the current area, and not
   * just the pointer. */
  gboolean is_held;

  AmpLassoMode selecting;
};

/* amp-map-view.c: the part of the world that is seen. */
AmpMapFrame amp_map_view_get_frame (AmpMapView *self);

/* amp-map-view.c: the area at a point of the widget. */
int amp_map_view_find_index (AmpMapView *self, double x, double y);

/* amp-map-view.c: shows the card of an area beside a point. */
void amp_map_view_set_index (AmpMapView *self, int index, double x, double y);

/* amp-map-view.c: the same for an area that no pointer is at. */
void amp_map_view_show_index (AmpMapView *self, int index, gboolean is_centered);

/* amp-map-view.c: the same for what somebody points at, and tells the page. */
void amp_map_view_point_at (AmpMapView *self, int index, double x, double y);

/* amp-map-view.c: an area was chosen. */
void amp_map_view_activate_index (AmpMapView *self, int index);

/* amp-map-view.c: whether dragging selects areas, and how. */
void amp_map_view_set_selecting (AmpMapView *self, AmpLassoMode mode);

/* amp-map-view-input.c: names the callbacks of the template. */
void amp_map_view_bind_input (GtkWidgetClass *widget_class);

G_END_DECLS
