/* Reads the areas of a GeoJSON file (RFC 7946), one after the other.
 *
 * What is asked of a file: one FeatureCollection in longitude and latitude, of
 * Polygons and MultiPolygons that a property gives a code to. Private to the
 * layer: it knows coordinates and codes, no place. */
#pragma once

#include <gio/gio.h>

#include "amp-json-reader.h"

G_BEGIN_DECLS

/* Points are rounded to so many units a degree: about a metre, a tenth of what
 * the finest map shows. */
#define AMP_GEOJSON_UNITS 100000

/* Points of one file. */
#define AMP_GEOJSON_MAX_POINTS 20000000
#define AMP_GEOJSON_MAX_FEATURES 200000

/**
 * AmpGeoFeature:
 * @code: (nullable): what a property calls it: letters and digits only
 * @name: (nullable): its name, printable
 * @points: (element-type gint32): longitude, latitude of each point in turn, in
 *   units; no two successive ones are equal, nor the last and the first
 * @ring_ends: (element-type guint): for each ring, how many points there are up
 *   to its end; each ring has at least 3
 * @is_area: whether it is a Polygon or a MultiPolygon
 */
typedef struct
{
  char    *code;
  char    *name;
  GArray  *points;
  GArray  *ring_ends;
  gboolean is_area;
} AmpGeoFeature;

/**
 * AmpGeoFeatureFunc:
 * @feature: the next one; valid until this returns
 */
typedef void (*AmpGeoFeatureFunc) (const AmpGeoFeature *feature, gpointer data);

/**
 * amp_geojson_read:
 * @stream: the file, unpacked
 * @func: (scope call): told of each feature
 * @error: %AMP_PLACES_ERROR_FILE with the reason, an error of the stream, or
 *   %G_IO_ERROR_CANCELLED.
 *
 * Returns: whether the whole file was read.
 */
gboolean amp_geojson_read (GInputStream *stream, AmpGeoFeatureFunc func, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
