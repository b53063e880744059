/* The overseas départements: see the header. */
#include "amp-map-overseas.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
/* Départements of the Code officiel géographique (INSEE, 2026), from west to east. */
static const struct
{
  const char *code;
  const char *name;
} territories[AMP_MAP_N_OVERSEAS] = {
  { "971", N_("Guadeloupe") },
  { "972", N_("Martinique") },
  { "973", N_("French Guiana") },
  { "976", N_("Mayotte") },
  { "974", N_("Réunion") },
};
/* clang-format on */

const char *
amp_map_overseas_get_name (guint index)
{
  g_return_val_if_fail (index < AMP_MAP_N_OVERSEAS, NULL);

  return _ (territories[index].name);
}

AmpMapBounds
amp_map_overseas_get_bounds (AmpAreaAtlas *atlas, guint index)
{
  AmpMapBounds nothing = { 0 };

  g_return_val_if_fail (atlas != NULL && index < AMP_MAP_N_OVERSEAS, nothing);

  return amp_area_sheet_get_bounds (amp_area_atlas_get_sheet (atlas, AMP_KEY_DEPARTEMENT), territories[index].code);
}
