/* Owns one list of communes, each area a run of it, with running totals of the
 * populations: a draw is one number and one binary search. */
#include "sample-territory.h"

#include "amp-gazetteer.h"

#define REGION_BRITTANY "53"

struct _SampleTerritory
{
  AmpGazetteer  *gazetteer;
  SampleCommune *communes;
  guint          n_communes;
  guint64       *totals; /* inhabitants of this commune and those before it */
  guint          first[SAMPLE_N_AREAS + 1];
};

static const char *const epci_of_area[] = {
  [SAMPLE_AREA_RENNES] = "243500139",
  [SAMPLE_AREA_VANNES] = "200067932",
  [SAMPLE_AREA_LORIENT] = "200042174",
  [SAMPLE_AREA_BREST] = "242900314",
  [SAMPLE_AREA_QUIMPER] = "200068120",
  [SAMPLE_AREA_SAINT_BRIEUC] = "200069409",
};

/* clang-format off */
static const SampleAbroad abroad[] = {
  { "BE", "BELGIQUE",    "1000",     "BRUXELLES" },
  { "BE", "BELGIQUE",    "4000",     "LIEGE" },
  { "CH", "SUISSE",      "1201",     "GENEVE" },
  { "CH", "SUISSE",      "1003",     "LAUSANNE" },
  { "DE", "ALLEMAGNE",   "10115",    "BERLIN" },
  { "DE", "ALLEMAGNE",   "80331",    "MUNICH" },
  { "ES", "ESPAGNE",     "28001",    "MADRID" },
  { "ES", "ESPAGNE",     "08001",    "BARCELONE" },
  { "IT", "ITALIE",      "00184",    "ROME" },
  { "GB", "ROYAUME-UNI", "SW1A 1AA", "LONDRES" },
  { "GB", "ROYAUME-UNI", "PL1 2AA",  "PLYMOUTH" },
  { "IE", "IRLANDE",     "D02 AF30", "DUBLIN" },
  { "PT", "PORTUGAL",    "1100-148", "LISBONNE" },
  { "LU", "LUXEMBOURG",  "1111",     "LUXEMBOURG" },
  { "CA", "CANADA",      "H2X 1Y4",  "MONTREAL" },
  { "MA", "MAROC",       "20000",    "CASABLANCA" },
  { "MC", "MONACO",      "98000",    "MONACO" },
};
/* clang-format on */

/* Capitals A to Z, hyphens, apostrophes and spaces. */
static void
write_city (const char *name, char *city)
{
  g_autofree char *decomposed = g_utf8_normalize (name, -1, G_NORMALIZE_NFD);
  gsize            length = 0;

  for (const char *sign = decomposed; *sign != '\0' && length < SAMPLE_CITY_SIZE - 3; sign = g_utf8_next_char (sign))
    if ((guchar) *sign < 128)
      city[length++] = g_ascii_toupper (*sign);
    else if (g_utf8_get_char (sign) == 0x153 || g_utf8_get_char (sign) == 0x152)
      {
        city[length++] = 'O';
        city[length++] = 'E';
      }
  city[length] = '\0';
}

/* A few names hold brackets or abbreviations that nobody writes in an address. */
static gboolean
is_plain_city (const char *city)
{
  return strspn (city, "ABCDEFGHIJKLMNOPQRSTUVWXYZ -'") == strlen (city);
}

static gboolean
is_inhabited (const AmpGazetteer *gazetteer, guint32 index)
{
  const AmpArea *area = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, index);
  guint          n_codes = 0;

  amp_gazetteer_get_postal_codes (gazetteer, index, &n_codes);
  return area->population > 0 && n_codes > 0 && area->region != AMP_PLACE_NONE &&
         !g_str_equal (amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_REGION, area->region)->kind, "com");
}

static gboolean
fill_commune (const AmpGazetteer *gazetteer, guint32 index, SampleCommune *commune)
{
  const AmpArea *area = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, index);

  if (!is_inhabited (gazetteer, index))
    return FALSE;
  write_city (area->name, commune->city);
  commune->code = area->code;
  commune->epci = area->epci == AMP_PLACE_NONE ? "" : amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_EPCI, area->epci)->code;
  commune->departement = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, area->departement)->code;
  commune->region = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_REGION, area->region)->code;
  commune->population = area->population;
  commune->postal_codes = amp_gazetteer_get_postal_codes (gazetteer, index, &commune->n_postal_codes);
  commune->has_districts = g_str_equal (area->code, "75056") || g_str_equal (area->code, "69123") ||
                           g_str_equal (area->code, "13055");
  return is_plain_city (commune->city);
}

static SampleArea
find_area (const SampleCommune *commune)
{
  for (guint i = 0; i < G_N_ELEMENTS (epci_of_area); i++)
    if (g_str_equal (commune->epci, epci_of_area[i]))
      return (SampleArea) i;
  return g_str_equal (commune->region, REGION_BRITTANY) ? SAMPLE_AREA_REST_OF_BRITTANY : SAMPLE_AREA_REST_OF_FRANCE;
}

static void
add_area (SampleTerritory *territory, SampleArea area)
{
  guint n_areas = amp_gazetteer_get_n_areas (territory->gazetteer, AMP_PLACE_LEVEL_COMMUNE);

  territory->first[area] = territory->n_communes;
  for (guint32 i = 0; i < n_areas; i++)
    {
      guint          next = territory->n_communes;
      SampleCommune *commune = &territory->communes[next];

      if (!fill_commune (territory->gazetteer, i, commune) || find_area (commune) != area)
        continue;
      territory->totals[next] = (next > 0 ? territory->totals[next - 1] : 0) + (guint64) commune->population;
      territory->n_communes++;
    }
  territory->first[area + 1] = territory->n_communes;
}

SampleTerritory *
sample_territory_new (GError **error)
{
  AmpGazetteer *gazetteer = amp_gazetteer_new (error);

  if (gazetteer == NULL)
    return NULL;
  SampleTerritory *territory = g_new0 (SampleTerritory, 1);
  guint            n_areas = amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE);

  territory->gazetteer = gazetteer;
  /* One more: a commune is filled before it is known to belong. */
  territory->communes = g_new0 (SampleCommune, n_areas + 1);
  territory->totals = g_new0 (guint64, n_areas + 1);
  for (guint area = 0; area < SAMPLE_N_AREAS; area++)
    add_area (territory, (SampleArea) area);
  return territory;
}

void
sample_territory_free (SampleTerritory *territory)
{
  amp_gazetteer_unref (territory->gazetteer);
  g_free (territory->communes);
  g_free (territory->totals);
  g_free (territory);
}

guint
sample_territory_get_n_communes (const SampleTerritory *territory)
{
  return territory->n_communes;
}

const SampleCommune *
sample_territory_get_commune (const SampleTerritory *territory, guint32 index)
{
  g_assert (index < territory->n_communes);
  return &territory->communes[index];
}

static guint32
draw_between (const SampleTerritory *territory, SampleRandom *random, guint first, guint end)
{
  guint64 before = first > 0 ? territory->totals[first - 1] : 0;
  guint32 inhabitants = (guint32) (territory->totals[end - 1] - before);
  guint64 wanted = before + sample_random_below (random, inhabitants);

  while (first < end - 1)
    {
      guint middle = first + (end - first) / 2;

      if (territory->totals[middle - 1] <= wanted)
        first = middle;
      else
        end = middle;
    }
  return first;
}

guint32
sample_territory_draw (const SampleTerritory *territory, SampleRandom *random, SampleArea area)
{
  return draw_between (territory, random, territory->first[area], territory->first[area + 1]);
}

guint32
sample_territory_draw_anywhere (const SampleTerritory *territory, SampleRandom *random)
{
  return draw_between (territory, random, 0, territory->n_communes);
}

guint
sample_abroad_get_count (void)
{
  return G_N_ELEMENTS (abroad);
}

const SampleAbroad *
sample_abroad_get (guint index)
{
  g_assert (index < G_N_ELEMENTS (abroad));
  return &abroad[index];
}
