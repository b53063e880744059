/* The gazetteer's fields, for the files of this layer that build and search
 * them: amp-gazetteer*.c, amp-name-index.c and the resolver's. */
#pragma once

#include "amp-gazetteer.h"
#include "amp-name-index.h"

G_BEGIN_DECLS

/* INSEE codes as numbers: 01001 → 1001; 2A and 2B count as 100 and 101. */
#define AMP_INSEE_NUMBERS 102000
#define AMP_POSTAL_NUMBERS 100000

/**
 * AmpFormerCommune:
 * @name: the name of a former commune or arrondissement, not empty.
 * @commune: the commune of today.
 */
typedef struct
{
  const char *name;
  guint32     commune;
} AmpFormerCommune;

/**
 * AmpCountryName:
 * @country: the country's index.
 * @departement: the French territory's département, or %AMP_PLACE_NONE.
 */
typedef struct
{
  guint32 country;
  guint32 departement;
} AmpCountryName;

struct _AmpGazetteer
{
  GPtrArray   *texts; /* the tables, which own every string */
  AmpArea     *areas[AMP_N_PLACE_LEVELS];
  guint        n_areas[AMP_N_PLACE_LEVELS];
  guint32     *commune_of_insee; /* AMP_INSEE_NUMBERS indices or AMP_PLACE_NONE */
  guint32     *first_commune;    /* one a département, and the end */
  const char **postal_cells;     /* one a commune: its postal codes as text */
  GArray      *former;           /* AmpFormerCommune, by commune */
  GHashTable  *country_names;    /* folded name → AmpCountryName */

  /* Made by amp_gazetteer_index() */
  gsize         is_indexed;
  guint32      *first_postal_code; /* one a commune, and the end: into postal_codes */
  guint32      *postal_codes;
  guint32      *first_commune_served; /* AMP_POSTAL_NUMBERS and the end: into communes_served */
  guint32      *communes_served;
  AmpNameIndex *names;
};

/**
 * amp_gazetteer_load:
 * @gazetteer: all zero; filled as far as the tables are good.
 * @error: return location.
 *
 * Returns: whether everything was read.
 */
gboolean amp_gazetteer_load (AmpGazetteer *gazetteer, GError **error);

/**
 * amp_gazetteer_index:
 * @gazetteer: a gazetteer that was loaded.
 *
 * Makes the index of postal codes and names unless it is there; any thread may call.
 */
void amp_gazetteer_index (const AmpGazetteer *gazetteer);

/**
 * amp_gazetteer_get_names:
 * @gazetteer: a gazetteer that was loaded.
 *
 * Returns: (transfer none): the index of names.
 */
const AmpNameIndex *amp_gazetteer_get_names (const AmpGazetteer *gazetteer);

/**
 * amp_gazetteer_number_of_insee:
 * @code: (array length=length): an INSEE code of a commune, any bytes.
 * @length: bytes of @code.
 *
 * Returns: its number below %AMP_INSEE_NUMBERS, or %AMP_PLACE_NONE when it is
 *   none of five digits, or 2A or 2B and three digits.
 */
guint32 amp_gazetteer_number_of_insee (const char *code, gsize length);

G_END_DECLS
