/* Owns the tables of levels and qualities: one row each, in the enum's order. */
#include "amp-place.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code;
  const char *label;
} Entry;

/* clang-format off */
static const Entry levels[] = {
  { "country",     N_("Country") },
  { "region",      N_("Region") },
  { "departement", N_("Département") },
  { "epci",        N_("Agglomeration") },
  { "commune",     N_("Commune") },
};
static const Entry qualities[] = {
  { "exact",  N_("Code and name agree") },
  { "name",   N_("By name") },
  { "postal", N_("By postal code alone") },
  { "guess",  N_("Repaired or partly contradictory") },
  { "none",   N_("No place") },
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (levels) == AMP_N_PLACE_LEVELS);
G_STATIC_ASSERT (G_N_ELEMENTS (qualities) == AMP_N_PLACE_QUALITIES);

static gboolean
find_code (const Entry *entries, guint n_entries, const char *code, guint *index)
{
  for (guint i = 0; i < n_entries; i++)
    {
      if (g_strcmp0 (entries[i].code, code) == 0)
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

void
amp_place_clear (AmpPlace *place)
{
  g_return_if_fail (place != NULL);

  memset (place, 0, sizeof *place);
  place->region = place->departement = AMP_PLACE_NONE;
  place->epci = place->commune = AMP_PLACE_NONE;
  place->quality = AMP_PLACE_QUALITY_NONE;
}

guint32
amp_place_get_index (const AmpPlace *place, AmpPlaceLevel level)
{
  g_return_val_if_fail (place != NULL, AMP_PLACE_NONE);

  switch (level)
    {
    case AMP_PLACE_LEVEL_REGION:
      return place->region;
    case AMP_PLACE_LEVEL_DEPARTEMENT:
      return place->departement;
    case AMP_PLACE_LEVEL_EPCI:
      return place->epci;
    case AMP_PLACE_LEVEL_COMMUNE:
      return place->commune;
    case AMP_PLACE_LEVEL_COUNTRY:
    case AMP_N_PLACE_LEVELS:
    default:
      g_return_val_if_reached (AMP_PLACE_NONE);
    }
}

const char *
amp_place_level_get_code (AmpPlaceLevel level)
{
  g_return_val_if_fail ((guint) level < AMP_N_PLACE_LEVELS, NULL);
  return levels[level].code;
}

const char *
amp_place_level_get_label (AmpPlaceLevel level)
{
  g_return_val_if_fail ((guint) level < AMP_N_PLACE_LEVELS, NULL);
  return levels[level].label;
}

gboolean
amp_place_level_from_code (const char *code, AmpPlaceLevel *level)
{
  guint index;

  g_return_val_if_fail (level != NULL, FALSE);
  if (!find_code (levels, G_N_ELEMENTS (levels), code, &index))
    return FALSE;
  *level = (AmpPlaceLevel) index;
  return TRUE;
}

const char *
amp_place_quality_get_code (AmpPlaceQuality quality)
{
  g_return_val_if_fail ((guint) quality < AMP_N_PLACE_QUALITIES, NULL);
  return qualities[quality].code;
}

const char *
amp_place_quality_get_label (AmpPlaceQuality quality)
{
  g_return_val_if_fail ((guint) quality < AMP_N_PLACE_QUALITIES, NULL);
  return qualities[quality].label;
}

gboolean
amp_place_quality_from_code (const char *code, AmpPlaceQuality *quality)
{
  guint index;

  g_return_val_if_fail (quality != NULL, FALSE);
  if (!find_code (qualities, G_N_ELEMENTS (qualities), code, &index))
    return FALSE;
  *quality = (AmpPlaceQuality) index;
  return TRUE;
}
