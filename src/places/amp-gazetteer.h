/* The gazetteer: countries, the French regions, départements, EPCI and
 * communes of 2026, their names, codes, inhabitants, coordinates and postal
 * codes. It comes whole from the tables that ship with the program
 * (data/README.md tells their sources) and knows nothing of dumps.
 *
 * Immutable after construction: any number of threads may use one at once. */
#pragma once

#include <glib.h>

#include "amp-place.h"

G_BEGIN_DECLS

typedef struct _AmpGazetteer AmpGazetteer;

/**
 * AmpArea:
 * @code: ISO 3166-1 alpha-2, INSEE code or SIREN, after the area's level.
 * @name: its name; a country's is English.
 * @french_name: its French name; another string than @name for countries alone.
 * @kind: an EPCI's legal kind ("CC", "CA", "CU", "METRO", "MET69"); whether a
 *   region or département is "metro", "drom" (overseas) or "com" (collectivity);
 *   "" for other levels.
 * @population: inhabitants ("population municipale"), 0 for countries but
 *   France. A group's is the sum over its communes, so levels agree.
 * @latitude: degrees north, WGS 84; 0 when not @is_located.
 * @longitude: degrees east.
 * @is_located: has coordinates.
 * @is_approximate: a commune whose own coordinates are not known: it stands at
 *   the centre of its EPCI (or, outside any, of its département).
 * @region: the index of the region it lies in, %AMP_PLACE_NONE for regions and
 *   countries. An EPCI lies where most of its inhabitants live.
 * @departement: likewise; %AMP_PLACE_NONE for départements and above.
 * @epci: a commune's EPCI; %AMP_PLACE_NONE for other levels and the few
 *   communes outside any.
 */
typedef struct
{
  const char *code;
  const char *name;
  const char *french_name;
  const char *kind;
  gint64      population;
  double      latitude;
  double      longitude;
  gboolean    is_located;
  gboolean    is_approximate;
  guint32     region;
  guint32     departement;
  guint32     epci;
} AmpArea;

/**
 * AmpPlaceMatch:
 * @level: the level of the area found.
 * @index: its index.
 */
typedef struct
{
  AmpPlaceLevel level;
  guint32       index;
} AmpPlaceMatch;

/**
 * amp_gazetteer_new:
 * @error: return location, %AMP_PLACES_ERROR_DATA.
 *
 * Takes some milliseconds and 7 MB, and as much again when it is first asked for a
 * name or a postal code; share one by reference.
 *
 * Returns: (transfer full) (nullable): the gazetteer.
 */
AmpGazetteer *amp_gazetteer_new (GError **error);

/**
 * amp_gazetteer_ref:
 * @gazetteer: a gazetteer.
 *
 * Returns: (transfer full): @gazetteer. Thread-safe.
 */
AmpGazetteer *amp_gazetteer_ref (AmpGazetteer *gazetteer);

/**
 * amp_gazetteer_unref:
 * @gazetteer: (transfer full): a gazetteer. Thread-safe.
 */
void amp_gazetteer_unref (AmpGazetteer *gazetteer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpGazetteer, amp_gazetteer_unref)

/**
 * amp_gazetteer_get_n_areas:
 * @gazetteer: a gazetteer.
 * @level: a level.
 *
 * Returns: how many areas the level has; their indices start at 0.
 */
guint amp_gazetteer_get_n_areas (const AmpGazetteer *gazetteer, AmpPlaceLevel level);

/**
 * amp_gazetteer_get_area:
 * @gazetteer: a gazetteer.
 * @level: a level.
 * @index: an index below the level's number of areas.
 *
 * Areas are sorted by code, communes by département and then code.
 *
 * Returns: the area, as long as @gazetteer lives.
 */
const AmpArea *amp_gazetteer_get_area (const AmpGazetteer *gazetteer, AmpPlaceLevel level, guint32 index);

/**
 * amp_gazetteer_find_area:
 * @gazetteer: a gazetteer.
 * @level: a level.
 * @code: (nullable): any string.
 * @index: (out): the area's index; unchanged when there is none.
 *
 * A commune is also found by the code of a former commune that merged into it
 * and by those of the arrondissements of Paris, Lyon and Marseille; the Rhône
 * also by 69D and 69M. A country's code is upper-case.
 *
 * Returns: whether @code names an area of that level.
 */
gboolean amp_gazetteer_find_area (const AmpGazetteer *gazetteer, AmpPlaceLevel level, const char *code, guint32 *index);

/**
 * amp_gazetteer_get_members:
 * @gazetteer: a gazetteer.
 * @departement: a département's index.
 * @n_communes: (out): how many communes it has.
 *
 * Returns: the index of its first commune; the others follow it.
 */
guint32 amp_gazetteer_get_members (const AmpGazetteer *gazetteer, guint32 departement, guint *n_communes);

/**
 * amp_gazetteer_get_postal_codes:
 * @gazetteer: a gazetteer.
 * @commune: a commune's index.
 * @n_codes: (out): how many postal codes it has; 0 for a few uninhabited islands.
 *
 * Returns: (array length=n_codes): its postal codes as numbers: 1000 is "01000".
 */
const guint32 *amp_gazetteer_get_postal_codes (const AmpGazetteer *gazetteer, guint32 commune, guint *n_codes);

/**
 * amp_gazetteer_get_communes:
 * @gazetteer: a gazetteer.
 * @postal_code: a postal code as a number; any value.
 * @n_communes: (out): how many communes it serves; 0 when there is no such
 *   postal code. Those of companies (CEDEX) are not in the table.
 *
 * Returns: (array length=n_communes): the indices of the communes it serves.
 */
const guint32 *amp_gazetteer_get_communes (const AmpGazetteer *gazetteer, guint32 postal_code, guint *n_communes);

/**
 * amp_gazetteer_find_country:
 * @gazetteer: a gazetteer.
 * @text: UTF-8, may hold any bytes.
 * @length: bytes of @text.
 * @country: (out): the country's index.
 * @departement: (out): the overseas département or collectivity that @text
 *   names ("Martinique", "NC"…), its country being France; else %AMP_PLACE_NONE.
 *
 * Knows alpha-2 and alpha-3 codes, English and French names, names in daily
 * use; letter case, accents and punctuation do not matter.
 *
 * Returns: whether @text names a country.
 */
gboolean amp_gazetteer_find_country (const AmpGazetteer *gazetteer, const char *text, gsize length, guint32 *country, guint32 *departement);

/**
 * amp_gazetteer_search:
 * @gazetteer: a gazetteer.
 * @text: what somebody typed; any bytes.
 * @limit: how many answers at most.
 *
 * Finds regions, départements, EPCI and communes (former names included) by
 * code, or by the beginning of the name or of any word in it; letter case,
 * accents and "St" for "Saint" do not matter. The whole name comes first, then
 * its beginning, then a word in it; among equals the most inhabited.
 *
 * Returns: (transfer full) (element-type AmpPlaceMatch): the areas found, each once.
 */
GArray *amp_gazetteer_search (const AmpGazetteer *gazetteer, const char *text, guint limit);

G_END_DECLS
