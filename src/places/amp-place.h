/* What a place is: the five levels, how sure a place is, and the place itself.
 * Plain values without identity; knows neither names nor coordinates. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpPlaceLevel:
 * @AMP_PLACE_LEVEL_COUNTRY: ISO 3166-1 country, coded by its alpha-2 code.
 * @AMP_PLACE_LEVEL_REGION: French region, coded by INSEE.
 * @AMP_PLACE_LEVEL_DEPARTEMENT: French département, coded by INSEE.
 * @AMP_PLACE_LEVEL_EPCI: communes grouped with own taxation ("agglomération"),
 *   coded by SIREN.
 * @AMP_PLACE_LEVEL_COMMUNE: French commune of today, coded by INSEE.
 *
 * From the widest to the finest. An overseas collectivity counts as a
 * département and as a region of its own, under the same code (975, 977…).
 */
typedef enum
{
  AMP_PLACE_LEVEL_COUNTRY,
  AMP_PLACE_LEVEL_REGION,
  AMP_PLACE_LEVEL_DEPARTEMENT,
  AMP_PLACE_LEVEL_EPCI,
  AMP_PLACE_LEVEL_COMMUNE,
  AMP_N_PLACE_LEVELS,
} AmpPlaceLevel;

/**
 * AmpPlaceQuality:
 * @AMP_PLACE_QUALITY_EXACT: postal or INSEE code and city agree.
 * @AMP_PLACE_QUALITY_NAME: from a name, possibly with the département.
 * @AMP_PLACE_QUALITY_POSTAL: from a postal code alone.
 * @AMP_PLACE_QUALITY_GUESS: after repairing a typo, or what remains certain of
 *   parts that contradict each other.
 * @AMP_PLACE_QUALITY_NONE: no place.
 *
 * How a place was found, the surest first.
 */
typedef enum
{
  AMP_PLACE_QUALITY_EXACT,
  AMP_PLACE_QUALITY_NAME,
  AMP_PLACE_QUALITY_POSTAL,
  AMP_PLACE_QUALITY_GUESS,
  AMP_PLACE_QUALITY_NONE,
  AMP_N_PLACE_QUALITIES,
} AmpPlaceQuality;

/**
 * AMP_PLACE_NONE:
 *
 * The index of no area.
 */
#define AMP_PLACE_NONE G_MAXUINT32

/**
 * AmpPlace:
 * @country: ISO 3166-1 alpha-2, "" when unknown.
 * @region: index in the gazetteer, or %AMP_PLACE_NONE.
 * @departement: likewise.
 * @epci: likewise; also %AMP_PLACE_NONE for the few communes outside any EPCI.
 * @commune: likewise.
 * @quality: how the place was found.
 *
 * A place as far as it is certain: the levels below are %AMP_PLACE_NONE. All
 * indices belong to one #AmpGazetteer; a place that has any is in France. An
 * EPCI may cross départements and regions, so a place known down to its EPCI
 * alone may have no département.
 */
typedef struct
{
  char            country[3];
  guint32         region;
  guint32         departement;
  guint32         epci;
  guint32         commune;
  AmpPlaceQuality quality;
} AmpPlace;

/**
 * amp_place_clear:
 * @place: (out caller-allocates): becomes the unknown place, quality
 *   %AMP_PLACE_QUALITY_NONE.
 */
void amp_place_clear (AmpPlace *place);

/**
 * amp_place_get_index:
 * @place: a place.
 * @level: any level but %AMP_PLACE_LEVEL_COUNTRY.
 *
 * Returns: the index of the area of that level @place lies in, or %AMP_PLACE_NONE.
 */
guint32 amp_place_get_index (const AmpPlace *place, AmpPlaceLevel level);

/**
 * amp_place_level_get_code:
 * @level: a level.
 *
 * Returns: the code used in cases and on the command line: "commune"…
 */
const char *amp_place_level_get_code (AmpPlaceLevel level);

/**
 * amp_place_level_get_label:
 * @level: a level.
 *
 * Returns: the untranslated label, marked for translation.
 */
const char *amp_place_level_get_label (AmpPlaceLevel level);

/**
 * amp_place_level_from_code:
 * @code: (nullable): a code as amp_place_level_get_code() gives it.
 * @level: (out): the level, unchanged when there is none.
 *
 * Returns: whether @code names a level.
 */
gboolean amp_place_level_from_code (const char *code, AmpPlaceLevel *level);

/**
 * amp_place_quality_get_code:
 * @quality: a quality.
 *
 * Returns: the code used in cases and on the command line: "exact"…
 */
const char *amp_place_quality_get_code (AmpPlaceQuality quality);

/**
 * amp_place_quality_get_label:
 * @quality: a quality.
 *
 * Returns: the untranslated label, marked for translation.
 */
const char *amp_place_quality_get_label (AmpPlaceQuality quality);

/**
 * amp_place_quality_from_code:
 * @code: (nullable): a code as amp_place_quality_get_code() gives it.
 * @quality: (out): the quality, unchanged when there is none.
 *
 * Returns: whether @code names a quality.
 */
gboolean amp_place_quality_from_code (const char *code, AmpPlaceQuality *quality);

G_END_DECLS
