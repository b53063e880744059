/* AmpOfflineSource: the map's frame of reference, without any tile.
 *
 * libshumate asks a map source for its projection and zoom levels. This one
 * answers that and nothing else: it has no address and fetches nothing, ever. */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define AMP_TYPE_OFFLINE_SOURCE (amp_offline_source_get_type ())
G_DECLARE_FINAL_TYPE (AmpOfflineSource, amp_offline_source, AMP, OFFLINE_SOURCE, ShumateMapSource)

/**
 * amp_offline_source_new:
 *
 * Returns: (transfer full): a Web Mercator source of 256-pixel tiles, zoom
 *   levels 3 (a continent) to 13 (a town)
 */
ShumateMapSource *amp_offline_source_new (void);

G_END_DECLS
