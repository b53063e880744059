/* AmpMapPage: where the people of an opened case are.
 *
 * Joins the map, its level and measure, the legend, the search and the table of
 * areas. It draws nothing itself. */
#pragma once

#include "amp-case-view.h"
#include "amp-map-figures.h"

G_BEGIN_DECLS

#define AMP_TYPE_MAP_PAGE (amp_map_page_get_type ())
G_DECLARE_FINAL_TYPE (AmpMapPage, amp_map_page, AMP, MAP_PAGE, AmpCaseView)

/* Properties, read-write:
 *   level       uint: 0 region, 1 département, 2 EPCI, 3 commune
 *   measure     uint (AmpMapMeasure): what is shown
 *   show-table  boolean: the table of areas beside the map
 *   narrow      boolean: there is little room: legend and table are put away
 */

GtkWidget *amp_map_page_new (void);

/**
 * amp_map_page_save_picture:
 * @path: (type filename): ending in .svg, .png or .pdf
 *
 * Begins to save the map as it is seen; what became of it is told above the map.
 */
void amp_map_page_save_picture (AmpMapPage *self, const char *path);

G_END_DECLS
