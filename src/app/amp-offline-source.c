/* AmpOfflineSource: the map's frame of reference, without any tile.
 *
 * libshumate asks a map source for its projection and zoom levels. This one
 * answers that and nothing else: it has no address and fetches nothing, ever. */
#include "amp-offline-source.h"

struct _AmpOfflineSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (AmpOfflineSource, amp_offline_source, SHUMATE_TYPE_MAP_SOURCE)

static void
amp_offline_source_class_init (AmpOfflineSourceClass *klass)
{
}

static void
amp_offline_source_init (AmpOfflineSource *self)
{
  ShumateMapSource *source = SHUMATE_MAP_SOURCE (self);

  shumate_map_source_set_id (source, "offline");
  shumate_map_source_set_tile_size (source, 256);
  shumate_map_source_set_max_zoom_level (source, 13);
  shumate_map_source_set_min_zoom_level (source, 3);
  shumate_map_source_set_projection (source, SHUMATE_MAP_PROJECTION_MERCATOR);
}

ShumateMapSource *
amp_offline_source_new (void)
{
  return g_object_new (AMP_TYPE_OFFLINE_SOURCE, NULL);
}
