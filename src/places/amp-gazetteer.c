/* Owns the gazetteer's lifetime and its look-ups by index and code. Invariant:
 * nothing changes after amp_gazetteer_new() but what amp-gazetteer-index.c adds.
 * Must not know how the tables are written (amp-gazetteer-load.c) nor how a dump
 * spells a place (the resolver). */
#include "amp-gazetteer.h"

#include "amp-gazetteer-private.h"
#include "amp-place-name.h"

static void
clear_gazetteer (gpointer data)
{
  AmpGazetteer *gazetteer = data;

  for (guint i = 0; i < AMP_N_PLACE_LEVELS; i++)
    g_free (gazetteer->areas[i]);
  g_free (gazetteer->commune_of_insee);
  g_free (gazetteer->first_commune);
  g_free (gazetteer->postal_cells);
  g_free (gazetteer->first_postal_code);
  g_free (gazetteer->postal_codes);
  g_free (gazetteer->first_commune_served);
  g_free (gazetteer->communes_served);
  g_clear_pointer (&gazetteer->former, g_array_unref);
  g_clear_pointer (&gazetteer->country_names, g_hash_table_unref);
  amp_name_index_free (gazetteer->names);
  g_clear_pointer (&gazetteer->texts, g_ptr_array_unref);
}

AmpGazetteer *
amp_gazetteer_new (GError **error)
{
  AmpGazetteer *gazetteer = g_atomic_rc_box_new0 (AmpGazetteer);

  if (!amp_gazetteer_load (gazetteer, error))
    g_clear_pointer (&gazetteer, amp_gazetteer_unref);
  return gazetteer;
}

AmpGazetteer *
amp_gazetteer_ref (AmpGazetteer *gazetteer)
{
  g_return_val_if_fail (gazetteer != NULL, NULL);
  return g_atomic_rc_box_acquire (gazetteer);
}

void
amp_gazetteer_unref (AmpGazetteer *gazetteer)
{
  g_return_if_fail (gazetteer != NULL);
  g_atomic_rc_box_release_full (gazetteer, clear_gazetteer);
}

guint
amp_gazetteer_get_n_areas (const AmpGazetteer *gazetteer, AmpPlaceLevel level)
{
  g_return_val_if_fail (gazetteer != NULL, 0);
  g_return_val_if_fail ((guint) level < AMP_N_PLACE_LEVELS, 0);
  return gazetteer->n_areas[level];
}

const AmpArea *
amp_gazetteer_get_area (const AmpGazetteer *gazetteer, AmpPlaceLevel level, guint32 index)
{
  g_return_val_if_fail (gazetteer != NULL, NULL);
  g_return_val_if_fail ((guint) level < AMP_N_PLACE_LEVELS, NULL);
  g_return_val_if_fail (index < gazetteer->n_areas[level], NULL);
  return &gazetteer->areas[level][index];
}

guint32
amp_gazetteer_number_of_insee (const char *code, gsize length)
{
  guint32 number = 0;

  if (length != 5)
    return AMP_PLACE_NONE;
  if (code[0] == '2' && (code[1] == 'A' || code[1] == 'B' || code[1] == 'a' || code[1] == 'b'))
    number = code[1] == 'A' || code[1] == 'a' ? 100 : 101;
  else if (g_ascii_isdigit (code[0]) && g_ascii_isdigit (code[1]))
    number = 10 * (code[0] - '0') + (code[1] - '0');
  else
    return AMP_PLACE_NONE;
  for (guint i = 2; i < 5; i++)
    {
      if (!g_ascii_isdigit (code[i]))
        return AMP_PLACE_NONE;
      number = 10 * number + (code[i] - '0');
    }
  return number;
}

static gboolean
find_commune (const AmpGazetteer *gazetteer, const char *code, guint32 *index)
{
  guint32 number = amp_gazetteer_number_of_insee (code, strlen (code));

  if (number == AMP_PLACE_NONE || gazetteer->commune_of_insee[number] == AMP_PLACE_NONE)
    return FALSE;
  *index = gazetteer->commune_of_insee[number];
  return TRUE;
}

static gboolean
find_sorted (const AmpArea *areas, guint n_areas, const char *code, guint32 *index)
{
  guint low = 0;
  guint high = n_areas;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int   order = strcmp (areas[middle].code, code);

      if (order == 0)
        {
          *index = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

gboolean
amp_gazetteer_find_area (const AmpGazetteer *gazetteer, AmpPlaceLevel level, const char *code, guint32 *index)
{
  g_return_val_if_fail (gazetteer != NULL, FALSE);
  g_return_val_if_fail ((guint) level < AMP_N_PLACE_LEVELS, FALSE);
  g_return_val_if_fail (index != NULL, FALSE);

  if (code == NULL)
    return FALSE;
  if (level == AMP_PLACE_LEVEL_COMMUNE)
    return find_commune (gazetteer, code, index);
  /* INSEE splits the Rhône so between the département and the Métropole de Lyon. */
  if (level == AMP_PLACE_LEVEL_DEPARTEMENT && (strcmp (code, "69D") == 0 || strcmp (code, "69M") == 0))
    code = "69";
  return find_sorted (gazetteer->areas[level], gazetteer->n_areas[level], code, index);
}

guint32
amp_gazetteer_get_members (const AmpGazetteer *gazetteer, guint32 departement, guint *n_communes)
{
  g_return_val_if_fail (gazetteer != NULL && n_communes != NULL, 0);
  g_return_val_if_fail (departement < gazetteer->n_areas[AMP_PLACE_LEVEL_DEPARTEMENT], 0);

  *n_communes = gazetteer->first_commune[departement + 1] - gazetteer->first_commune[departement];
  return gazetteer->first_commune[departement];
}

const guint32 *
amp_gazetteer_get_postal_codes (const AmpGazetteer *gazetteer, guint32 commune, guint *n_codes)
{
  g_return_val_if_fail (gazetteer != NULL && n_codes != NULL, NULL);
  g_return_val_if_fail (commune < gazetteer->n_areas[AMP_PLACE_LEVEL_COMMUNE], NULL);

  amp_gazetteer_index (gazetteer);
  *n_codes = gazetteer->first_postal_code[commune + 1] - gazetteer->first_postal_code[commune];
  return gazetteer->postal_codes + gazetteer->first_postal_code[commune];
}

const guint32 *
amp_gazetteer_get_communes (const AmpGazetteer *gazetteer, guint32 postal_code, guint *n_communes)
{
  g_return_val_if_fail (gazetteer != NULL && n_communes != NULL, NULL);

  amp_gazetteer_index (gazetteer);
  *n_communes = 0;
  if (postal_code >= AMP_POSTAL_NUMBERS)
    return gazetteer->communes_served;
  *n_communes = gazetteer->first_commune_served[postal_code + 1] - gazetteer->first_commune_served[postal_code];
  return gazetteer->communes_served + gazetteer->first_commune_served[postal_code];
}

gboolean
amp_gazetteer_find_country (const AmpGazetteer *gazetteer, const char *text, gsize length, guint32 *country, guint32 *departement)
{
  char                  folded[AMP_PLACE_NAME_SIZE];
  const AmpCountryName *name;

  g_return_val_if_fail (gazetteer != NULL, FALSE);
  g_return_val_if_fail (country != NULL && departement != NULL, FALSE);

  if (amp_place_name_fold (text, length, folded, sizeof folded) == 0)
    return FALSE;
  amp_place_name_compact (folded);
  name = g_hash_table_lookup (gazetteer->country_names, folded);
  if (name == NULL)
    return FALSE;
  *country = name->country;
  *departement = name->departement;
  return TRUE;
}
