/* Owns where invented people live: the communes of France by the gazetteer's
 * populations and postal codes, grouped by the places the case speaks of, and a
 * few cities abroad. Its invariant: a postal code and a city of it name exactly
 * one commune. Uses the gazetteer's tables and never its resolver, since the
 * tests compare the resolver's answers with what is known here. */
#pragma once

#include "sample-random.h"

#define SAMPLE_CITY_SIZE 64
#define SAMPLE_PLACE_NONE G_MAXUINT32

/* Where a person may live; the first seven are Brittany, without overlap. */
typedef enum
{
  SAMPLE_AREA_RENNES,
  SAMPLE_AREA_VANNES,
  SAMPLE_AREA_LORIENT,
  SAMPLE_AREA_BREST,
  SAMPLE_AREA_QUIMPER,
  SAMPLE_AREA_SAINT_BRIEUC,
  SAMPLE_AREA_REST_OF_BRITTANY,
  SAMPLE_AREA_REST_OF_FRANCE,
  SAMPLE_N_AREAS,
} SampleArea;

typedef struct
{
  const char    *code; /* INSEE */
  const char    *epci; /* SIREN, "" outside any */
  const char    *departement;
  const char    *region;
  char           city[SAMPLE_CITY_SIZE]; /* capitals without accents, hyphens and apostrophes kept */
  gint64         population;
  const guint32 *postal_codes;
  guint          n_postal_codes;
  gboolean       has_districts; /* Paris, Lyon, Marseille: a postal code is an arrondissement */
} SampleCommune;

typedef struct
{
  const char *country; /* ISO 3166-1 alpha-2 */
  const char *name;    /* as a French laboratory writes the country */
  const char *postal_code;
  const char *city;
} SampleAbroad;

typedef struct _SampleTerritory SampleTerritory;

/**
 * sample_territory_new:
 * @error: why the gazetteer is not there
 *
 * Returns: (transfer full) (nullable): the territory
 */
SampleTerritory *sample_territory_new (GError **error);

void sample_territory_free (SampleTerritory *territory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SampleTerritory, sample_territory_free)

/* Returns: how many communes people may live in */
guint sample_territory_get_n_communes (const SampleTerritory *territory);

/* Returns: (transfer none): the commune number @index */
const SampleCommune *sample_territory_get_commune (const SampleTerritory *territory, guint32 index);

/**
 * sample_territory_draw:
 * @territory: the territory
 * @random: the stream to draw from
 * @area: where
 *
 * Returns: a commune of @area, the more inhabited the likelier
 */
guint32 sample_territory_draw (const SampleTerritory *territory, SampleRandom *random, SampleArea area);

/* Returns: a commune of all France, the more inhabited the likelier */
guint32 sample_territory_draw_anywhere (const SampleTerritory *territory, SampleRandom *random);

/* Returns: how many cities abroad there are */
guint sample_abroad_get_count (void);

/* Returns: (transfer none): the city abroad number @index */
const SampleAbroad *sample_abroad_get (guint index);
