/* AmpMapPage's own fields, shared by the files of that class alone. */
#pragma once

#include "amp-map-page.h"

#include <adwaita.h>

#include "amp-job.h"
#include "amp-map-legend.h"
#include "amp-map-outlines.h"
#include "amp-map-view.h"
#include "amp-place-search.h"
#include "amp-table-view.h"

G_BEGIN_DECLS

struct _AmpMapPage
{
  AmpCaseView parent_instance;

  /* Template */
  GtkDropDown    *level_switch;
  GtkDropDown    *measure_switch;
  GtkMenuButton  *menu_button;
  GtkStack       *stack;
  AmpMapView     *map_view;
  AmpPlaceSearch *search;
  GtkExpander    *legend_expander;
  AmpMapLegend   *legend;
  GtkWidget      *approximate_note;
  GtkLabel       *unmapped_note;
  AmpTableView   *table_view;
  AdwStatusPage  *failure;
  GtkRevealer    *message_bar;
  GtkLabel       *message;
  GtkProgressBar *import_progress;
  GtkButton      *message_button;

  /* Owned */
  AmpMapOutlines     *outlines;
  GSettings          *settings;
  GSimpleActionGroup *actions;
  AmpJob             *picture_job;

  guint    zoom_rest_id;
  double   zoom_level;
  gboolean is_new_case;
  gboolean show_table;
  gboolean is_narrow;
};

/**
 * amp_map_page_add_actions:
 *
 * Makes the actions of the page's menu, "map.…", and what tells of outlines.
 */
void amp_map_page_add_actions (AmpMapPage *self);

/**
 * amp_map_page_add_export_actions:
 *
 * Makes the actions that save and print the map.
 */
void amp_map_page_add_export_actions (AmpMapPage *self);

/**
 * amp_map_page_tell:
 * @message: (nullable): shown above the map until it is put away; %NULL puts it
 *   away
 */
void amp_map_page_tell (AmpMapPage *self, const char *message);

/**
 * amp_map_page_follow_zoom:
 *
 * Shows the level that suits the zoom, once the hand rests, if that is wanted.
 */
void amp_map_page_follow_zoom (AmpMapPage *self);

/**
 * amp_map_page_get_look:
 *
 * Returns: measure, classes and colours as chosen
 */
AmpMapLook amp_map_page_get_look (AmpMapPage *self);

/**
 * amp_map_page_get_key:
 *
 * Returns: the level that is shown
 */
AmpKey amp_map_page_get_key (AmpMapPage *self);

G_END_DECLS
