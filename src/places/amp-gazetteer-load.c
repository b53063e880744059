/* Owns the reading of the gazetteer's tables (data/README.md describes them).
 * Invariant: an index is only stored once the area it names was read, so the
 * order is: countries, regions, départements, EPCI, communes, former communes.
 * A table that contradicts another is an error, never skipped. */
#include "amp-gazetteer-private.h"

#include <glib/gi18n-lib.h>

#include "amp-place-name.h"
#include "amp-places-error.h"
#include "amp-places-table.h"

#define MAX_CELLS 9

typedef gboolean (*RowFunc) (AmpGazetteer *gazetteer, char **cells, gpointer data, GError **error);

/* What the row before was in, since communes stand by département; and the SIREN
 * of each EPCI as a number, which is found sooner than a text. */
typedef struct
{
  const char *departement_code;
  guint32     departement;
  guint32    *sirens;
} CommuneTable;

static gboolean
fail_reference (const char *table, const char *code, GError **error)
{
  g_set_error (error, AMP_PLACES_ERROR, AMP_PLACES_ERROR_DATA, _ ("The table “%s” names the unknown code “%s”"), table, code);
  return FALSE;
}

/* Read a table of one level (or of none: former communes), row by row. */
static gboolean
read_table (AmpGazetteer *gazetteer, const char *name, guint n_cells, int level, RowFunc row, gpointer data, GError **error)
{
  AmpPlacesTable table;
  char          *cells[MAX_CELLS];
  GError        *row_error = NULL;

  if (!amp_places_table_open (&table, name, n_cells, error))
    return FALSE;
  g_ptr_array_add (gazetteer->texts, table.text);
  if (level >= 0)
    gazetteer->areas[level] = g_new0 (AmpArea, amp_places_table_count (&table));
  while (amp_places_table_next (&table, cells, &row_error))
    if (!row (gazetteer, cells, data, error))
      return FALSE;
  if (row_error == NULL)
    return TRUE;
  g_propagate_error (error, row_error);
  return FALSE;
}

static AmpArea *
append_area (AmpGazetteer *gazetteer, AmpPlaceLevel level, const char *code, const char *name, const char *kind)
{
  AmpArea *area = &gazetteer->areas[level][gazetteer->n_areas[level]++];

  area->code = code;
  area->name = area->french_name = name;
  area->kind = kind;
  area->region = area->departement = area->epci = AMP_PLACE_NONE;
  return area;
}

static void
set_coordinates (AmpArea *area, const char *latitude, const char *longitude)
{
  area->is_located = *latitude != '\0';
  area->latitude = amp_places_table_parse_decimal (latitude);
  area->longitude = amp_places_table_parse_decimal (longitude);
}

static void
add_country_name (AmpGazetteer *gazetteer, const char *name, AmpCountryName target)
{
  char folded[AMP_PLACE_NAME_SIZE];

  if (amp_place_name_fold (name, strlen (name), folded, sizeof folded) == 0)
    return;
  amp_place_name_compact (folded);
  g_hash_table_insert (gazetteer->country_names, g_strdup (folded), g_memdup2 (&target, sizeof target));
}

/* code, alpha-3, English, French, département of a French territory, other names */
static gboolean
read_country (AmpGazetteer *gazetteer, char **cells, gpointer data, GError **error)
{
  AmpCountryName target = { 0, AMP_PLACE_NONE };
  g_auto (GStrv) aliases = g_strsplit (cells[5], "|", -1);

  if (*cells[4] != '\0')
    {
      if (!amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_COUNTRY, "FR", &target.country) ||
          !amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, cells[4], &target.departement))
        return fail_reference ("countries.tsv", cells[4], error);
    }
  else
    {
      target.country = gazetteer->n_areas[AMP_PLACE_LEVEL_COUNTRY];
      append_area (gazetteer, AMP_PLACE_LEVEL_COUNTRY, cells[0], cells[2], "")->french_name = cells[3];
    }
  for (guint i = 0; i < 4; i++)
    add_country_name (gazetteer, cells[i], target);
  for (guint i = 0; aliases[i] != NULL; i++)
    add_country_name (gazetteer, aliases[i], target);
  return TRUE;
}

/* code, name, zone, latitude, longitude */
static gboolean
read_region (AmpGazetteer *gazetteer, char **cells, gpointer data, GError **error)
{
  AmpArea *area = append_area (gazetteer, AMP_PLACE_LEVEL_REGION, cells[0], cells[1], cells[2]);

  set_coordinates (area, cells[3], cells[4]);
  return TRUE;
}

/* code, name, region, zone, latitude, longitude */
static gboolean
read_departement (AmpGazetteer *gazetteer, char **cells, gpointer data, GError **error)
{
  AmpArea *area = append_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, cells[0], cells[1], cells[3]);

  set_coordinates (area, cells[4], cells[5]);
  if (amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_REGION, cells[2], &area->region))
    return TRUE;
  return fail_reference ("departements.tsv", cells[2], error);
}

/* SIREN, name, kind, latitude, longitude */
static gboolean
read_epci (AmpGazetteer *gazetteer, char **cells, gpointer data, GError **error)
{
  AmpArea *area = append_area (gazetteer, AMP_PLACE_LEVEL_EPCI, cells[0], cells[1], cells[2]);

  set_coordinates (area, cells[3], cells[4]);
  return TRUE;
}

static gboolean
find_departement (const AmpGazetteer *gazetteer, CommuneTable *table, const char *code, guint32 *departement)
{
  if (table->departement_code == NULL || strcmp (table->departement_code, code) != 0)
    {
      table->departement_code = code;
      if (!amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, code, &table->departement))
        return FALSE;
    }
  *departement = table->departement;
  return TRUE;
}

static gboolean
find_epci (const AmpGazetteer *gazetteer, const CommuneTable *table, const char *code, guint32 *epci)
{
  guint32 siren = (guint32) amp_places_table_parse_number (code);
  guint   low = 0;
  guint   high = gazetteer->n_areas[AMP_PLACE_LEVEL_EPCI];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (table->sirens[middle] < siren)
        low = middle + 1;
      else
        high = middle;
    }
  *epci = low;
  return low < gazetteer->n_areas[AMP_PLACE_LEVEL_EPCI] && table->sirens[low] == siren;
}

static guint32 *
read_sirens (const AmpGazetteer *gazetteer)
{
  guint    n = gazetteer->n_areas[AMP_PLACE_LEVEL_EPCI];
  guint32 *sirens = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    sirens[i] = (guint32) amp_places_table_parse_number (gazetteer->areas[AMP_PLACE_LEVEL_EPCI][i].code);
  return sirens;
}

/* code, name, département, EPCI, population, latitude, longitude, how located, postal codes */
static gboolean
read_commune (AmpGazetteer *gazetteer, char **cells, gpointer data, GError **error)
{
  CommuneTable *table = data;
  guint32       index = gazetteer->n_areas[AMP_PLACE_LEVEL_COMMUNE];
  guint32       number = amp_gazetteer_number_of_insee (cells[0], strlen (cells[0]));
  AmpArea      *area = append_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, cells[0], cells[1], "");

  set_coordinates (area, cells[5], cells[6]);
  area->is_approximate = *cells[7] == 'e' || *cells[7] == 'd'; /* "epci", "departement" */
  area->population = amp_places_table_parse_number (cells[4]);
  if (number == AMP_PLACE_NONE)
    return fail_reference ("communes.tsv", cells[0], error);
  if (!find_departement (gazetteer, table, cells[2], &area->departement))
    return fail_reference ("communes.tsv", cells[2], error);
  if (*cells[3] != '\0' && !find_epci (gazetteer, table, cells[3], &area->epci))
    return fail_reference ("communes.tsv", cells[3], error);
  area->region = gazetteer->areas[AMP_PLACE_LEVEL_DEPARTEMENT][area->departement].region;
  gazetteer->commune_of_insee[number] = index;
  gazetteer->first_commune[area->departement + 1] = index + 1;
  gazetteer->postal_cells[index] = cells[8];
  return TRUE;
}

/* code, name (may be empty), commune of today, kind */
static gboolean
read_former (AmpGazetteer *gazetteer, char **cells, gpointer data, GError **error)
{
  AmpFormerCommune former = { .name = cells[1] };
  guint32          number = amp_gazetteer_number_of_insee (cells[0], strlen (cells[0]));

  if (number == AMP_PLACE_NONE || !amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, cells[2], &former.commune))
    return fail_reference ("former-communes.tsv", cells[2], error);
  if (gazetteer->commune_of_insee[number] == AMP_PLACE_NONE)
    gazetteer->commune_of_insee[number] = former.commune;
  if (*former.name != '\0')
    g_array_append_val (gazetteer->former, former);
  return TRUE;
}

static int
compare_former (gconstpointer a, gconstpointer b)
{
  const AmpFormerCommune *left = a;
  const AmpFormerCommune *right = b;

  return (left->commune > right->commune) - (left->commune < right->commune);
}

/* An EPCI lies in the département with most of its inhabitants: departments'
 * communes follow each other, so one running count an EPCI is enough. */
static void
sum_populations (AmpGazetteer *gazetteer)
{
  AmpArea            *communes = gazetteer->areas[AMP_PLACE_LEVEL_COMMUNE];
  AmpArea            *epcis = gazetteer->areas[AMP_PLACE_LEVEL_EPCI];
  guint               n_epcis = gazetteer->n_areas[AMP_PLACE_LEVEL_EPCI];
  g_autofree gint64  *best = g_new0 (gint64, n_epcis + 1);
  g_autofree gint64  *here = g_new0 (gint64, n_epcis + 1);
  g_autofree guint32 *current = g_new0 (guint32, n_epcis + 1);
  guint32             france = 0;
  gboolean            has_france = amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_COUNTRY, "FR", &france);

  g_assert (has_france);
  for (guint i = 0; i < gazetteer->n_areas[AMP_PLACE_LEVEL_COMMUNE]; i++)
    {
      const AmpArea *commune = &communes[i];
      guint32        epci = commune->epci;

      gazetteer->areas[AMP_PLACE_LEVEL_COUNTRY][france].population += commune->population;
      gazetteer->areas[AMP_PLACE_LEVEL_REGION][commune->region].population += commune->population;
      gazetteer->areas[AMP_PLACE_LEVEL_DEPARTEMENT][commune->departement].population += commune->population;
      if (epci == AMP_PLACE_NONE)
        continue;
      epcis[epci].population += commune->population;
      here[epci] = current[epci] == commune->departement ? here[epci] + commune->population : commune->population;
      current[epci] = commune->departement;
      if (here[epci] < best[epci])
        continue;
      best[epci] = here[epci];
      epcis[epci].departement = commune->departement;
      epcis[epci].region = commune->region;
    }
}

static gboolean
load_communes (AmpGazetteer *gazetteer, GError **error)
{
  g_autofree guint32 *sirens = read_sirens (gazetteer);
  CommuneTable        table = { .sirens = sirens };
  guint               n_departements = gazetteer->n_areas[AMP_PLACE_LEVEL_DEPARTEMENT];

  gazetteer->commune_of_insee = g_new (guint32, AMP_INSEE_NUMBERS);
  memset (gazetteer->commune_of_insee, 0xFF, sizeof (guint32) * AMP_INSEE_NUMBERS);
  gazetteer->first_commune = g_new0 (guint32, n_departements + 1);
  gazetteer->postal_cells = g_new (const char *, AMP_INSEE_NUMBERS);
  if (!read_table (gazetteer, "communes.tsv", 9, AMP_PLACE_LEVEL_COMMUNE, read_commune, &table, error))
    return FALSE;
  for (guint i = 0; i < n_departements; i++)
    gazetteer->first_commune[i + 1] = MAX (gazetteer->first_commune[i + 1], gazetteer->first_commune[i]);
  sum_populations (gazetteer);
  return TRUE;
}

gboolean
amp_gazetteer_load (AmpGazetteer *gazetteer, GError **error)
{
  gazetteer->texts = g_ptr_array_new_with_free_func (g_free);
  gazetteer->former = g_array_new (FALSE, FALSE, sizeof (AmpFormerCommune));
  gazetteer->country_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!read_table (gazetteer, "regions.tsv", 5, AMP_PLACE_LEVEL_REGION, read_region, NULL, error) ||
      !read_table (gazetteer, "departements.tsv", 6, AMP_PLACE_LEVEL_DEPARTEMENT, read_departement, NULL, error) ||
      !read_table (gazetteer, "countries.tsv", 6, AMP_PLACE_LEVEL_COUNTRY, read_country, NULL, error) ||
      !read_table (gazetteer, "epci.tsv", 5, AMP_PLACE_LEVEL_EPCI, read_epci, NULL, error) ||
      !load_communes (gazetteer, error) ||
      !read_table (gazetteer, "former-communes.tsv", 4, -1, read_former, NULL, error))
    return FALSE;
  g_array_sort (gazetteer->former, compare_former);
  return TRUE;
}
