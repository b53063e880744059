/* Outlines and points as GeoJSON geometries (RFC 7946): longitude before
 * latitude, WGS 84, rings closed, outer ones counter-clockwise and holes
 * clockwise. Must not know figures. */
#pragma once

#include <glib.h>

#include "amp-outlines.h"

G_BEGIN_DECLS

/**
 * amp_geojson_append_outline:
 * @json: text to append to
 * @outline: rings by the even–odd rule
 * @decimals: of a degree
 *
 * Appends a MultiPolygon: a polygon for each ring that an even number of others
 * surrounds, with the rings right inside it as its holes.
 */
void amp_geojson_append_outline (GString *json, const AmpOutline *outline, guint decimals);

/**
 * amp_geojson_append_point:
 * @json: text to append to
 * @longitude: degrees east
 * @latitude: degrees north
 *
 * Appends a Point.
 */
void amp_geojson_append_point (GString *json, double longitude, double latitude);

G_END_DECLS
