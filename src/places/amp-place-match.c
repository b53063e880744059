/* Owns the comparison of a city with the names of the gazetteer. Invariant: the
 * work is bounded by the names of the scope, and a name far from the city costs
 * a few instructions (length and set of letters are compared first). */
#include "amp-place-match.h"

#include "amp-gazetteer-private.h"

#define MAX_EDITS 2

/* The nearest name so far. */
typedef struct
{
  guint              distance; /* edits; MAX_EDITS + 1: none yet */
  gsize              shared;   /* bytes of the longest beginning or end in common */
  AmpPlaceCandidates nearest;
  AmpPlaceCandidates partial;
} Repair;

void
amp_place_candidates_clear (AmpPlaceCandidates *candidates)
{
  amp_place_clear (&candidates->place);
  candidates->n_candidates = 0;
}

static void
merge (guint32 *level, guint32 other)
{
  if (*level != other)
    *level = AMP_PLACE_NONE;
}

static void
add_place (AmpPlaceCandidates *candidates, const AmpPlace *place)
{
  if (candidates->n_candidates++ == 0)
    {
      candidates->place = *place;
      return;
    }
  merge (&candidates->place.region, place->region);
  merge (&candidates->place.departement, place->departement);
  merge (&candidates->place.epci, place->epci);
  merge (&candidates->place.commune, place->commune);
}

void
amp_place_candidates_add (AmpPlaceCandidates *candidates, const AmpGazetteer *gazetteer, guint32 commune)
{
  const AmpArea *area = &gazetteer->areas[AMP_PLACE_LEVEL_COMMUNE][commune];
  AmpPlace       place = { "FR", area->region, area->departement, area->epci, commune, AMP_PLACE_QUALITY_NONE };

  add_place (candidates, &place);
}

void
amp_place_candidates_add_departement (AmpPlaceCandidates *candidates, const AmpGazetteer *gazetteer, guint32 departement)
{
  const AmpArea *area = &gazetteer->areas[AMP_PLACE_LEVEL_DEPARTEMENT][departement];
  AmpPlace       place = { "FR", area->region, departement, AMP_PLACE_NONE, AMP_PLACE_NONE, AMP_PLACE_QUALITY_NONE };
  guint          n_communes;
  guint32        first = amp_gazetteer_get_members (gazetteer, departement, &n_communes);

  if (n_communes == 1) /* Paris */
    amp_place_candidates_add (candidates, gazetteer, first);
  else
    add_place (candidates, &place);
}

static gboolean
holds_commune (const AmpPlaceScope *scope, guint32 commune)
{
  for (guint i = 0; i < scope->n_communes; i++)
    if (scope->communes[i] == commune)
      return TRUE;
  return FALSE;
}

static gboolean
holds_departement (const AmpPlaceScope *scope, guint32 departement)
{
  for (guint i = 0; i < scope->n_departements; i++)
    if (scope->departements[i] == departement)
      return TRUE;
  return FALSE;
}

void
amp_place_match_communes (const AmpGazetteer *gazetteer, const AmpPlaceScope *scope, const AmpPlaceClues *clues, AmpPlaceCandidates *candidates)
{
  guint best = AMP_NAME_WITHOUT_ARTICLE + 1;

  amp_place_candidates_clear (candidates);
  for (const AmpNameEntry *entry = amp_name_index_find (amp_gazetteer_get_names (gazetteer), clues->key, clues->key_length);
       entry != NULL; entry = amp_name_index_find_next (amp_gazetteer_get_names (gazetteer), entry))
    {
      if (entry->kind > best || !holds_commune (scope, entry->commune))
        continue;
      if (entry->kind < best)
        amp_place_candidates_clear (candidates);
      best = entry->kind;
      amp_place_candidates_add (candidates, gazetteer, entry->commune);
    }
}

void
amp_place_match_departements (const AmpGazetteer *gazetteer, const AmpPlaceScope *scope, const AmpPlaceClues *clues, AmpPlaceCandidates *candidates)
{
  gboolean is_whole = FALSE;

  amp_place_candidates_clear (candidates);
  for (const AmpNameEntry *entry = amp_name_index_find (amp_gazetteer_get_names (gazetteer), clues->key, clues->key_length);
       entry != NULL; entry = amp_name_index_find_next (amp_gazetteer_get_names (gazetteer), entry))
    {
      const AmpArea *area = &gazetteer->areas[AMP_PLACE_LEVEL_COMMUNE][entry->commune];
      gboolean       has_article = entry->kind != AMP_NAME_WITHOUT_ARTICLE;

      if ((is_whole && !has_article) || (scope != NULL && !holds_departement (scope, area->departement)))
        continue;
      if (has_article && !is_whole)
        amp_place_candidates_clear (candidates);
      is_whole = has_article;
      amp_place_candidates_add (candidates, gazetteer, entry->commune);
    }
}

guint
amp_place_edit_distance (const char *a, gsize a_length, const char *b, gsize b_length, guint limit)
{
  /* Three rows of the table; column 0 is the empty beginning of b. */
  guint8  rows[3][AMP_PLACE_NAME_SIZE + 2];
  guint8 *before = rows[0];
  guint8 *above = rows[1];
  guint8 *row = rows[2];

  g_assert (a_length <= AMP_PLACE_NAME_SIZE && b_length <= AMP_PLACE_NAME_SIZE && limit <= MAX_EDITS);
  if (a_length > b_length + limit || b_length > a_length + limit)
    return limit + 1;
  memset (rows, limit + 1, sizeof rows);
  for (gsize j = 0; j <= MIN (limit, b_length); j++)
    above[j] = j;
  for (gsize i = 1; i <= a_length; i++)
    {
      gsize   first = i > limit ? i - limit : 0;
      gsize   last = MIN (i + limit, b_length);
      guint8  least = limit + 1;
      guint8 *swap;

      memset (row + (first > 0 ? first - 1 : 0), limit + 1, last - first + 3);
      for (gsize j = first; j <= last; j++)
        {
          guint cost = j == 0 ? i : MIN (above[j] + 1u, row[j - 1] + 1u);

          if (j > 0)
            cost = MIN (cost, above[j - 1] + (a[i - 1] != b[j - 1] ? 1u : 0u));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            cost = MIN (cost, before[j - 2] + 1u);
          row[j] = MIN (cost, limit + 1);
          least = MIN (least, row[j]);
        }
      if (least > limit)
        return limit + 1;
      swap = before;
      before = above;
      above = row;
      row = swap;
    }
  return above[b_length];
}

static void
try_edits (Repair *repair, const AmpGazetteer *gazetteer, const AmpNameEntry *entry, const AmpPlaceClues *clues, guint32 letters, guint limit)
{
  guint distance;

  if (limit == 0 || __builtin_popcount (entry->letters ^ letters) > 2 * (int) limit)
    return;
  distance = amp_place_edit_distance (clues->key, clues->key_length, entry->key, entry->length, limit);
  if (distance > limit || distance > repair->distance)
    return;
  if (distance < repair->distance)
    amp_place_candidates_clear (&repair->nearest);
  repair->distance = distance;
  amp_place_candidates_add (&repair->nearest, gazetteer, entry->commune);
}

static void
take_part (Repair *repair, const AmpGazetteer *gazetteer, const AmpNameEntry *entry, gsize shared)
{
  if (shared < repair->shared)
    return;
  if (shared > repair->shared)
    amp_place_candidates_clear (&repair->partial);
  repair->shared = shared;
  amp_place_candidates_add (&repair->partial, gazetteer, entry->commune);
}

/* SAINT JACQUES for Saint-Jacques-de-la-Lande, RENNES BEAULIEU for Rennes */
static void
try_beginning (Repair *repair, const AmpGazetteer *gazetteer, const AmpNameEntry *entry, const AmpPlaceClues *clues, gsize least)
{
  gsize shared = MIN (clues->key_length, entry->length);

  if (shared < least || memcmp (clues->key, entry->key, shared) != 0)
    return;
  if (shared < entry->length || clues->ends_word[shared])
    take_part (repair, gazetteer, entry, shared);
}

/* LE MOULIN NEUF RENNES for Rennes: a place within the commune, written before it. */
static void
try_end (Repair *repair, const AmpGazetteer *gazetteer, const AmpNameEntry *entry, const AmpPlaceClues *clues, gsize least)
{
  gsize before = clues->key_length - MIN (clues->key_length, entry->length);

  if (before > 0 && entry->length >= least && clues->ends_word[before] && memcmp (clues->key + before, entry->key, entry->length) == 0)
    take_part (repair, gazetteer, entry, entry->length);
}

static void
try_names (Repair *repair, const AmpGazetteer *gazetteer, guint32 first, guint n_communes, const AmpPlaceClues *clues, guint limit, gsize least)
{
  guint32             letters = amp_name_letters (clues->key, clues->key_length);
  guint               n_entries;
  const AmpNameEntry *entries = amp_name_index_get_entries (amp_gazetteer_get_names (gazetteer), first, n_communes, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      try_edits (repair, gazetteer, &entries[i], clues, letters, limit);
      try_beginning (repair, gazetteer, &entries[i], clues, least);
      try_end (repair, gazetteer, &entries[i], clues, least - 1);
    }
}

static void
begin_repair (Repair *repair)
{
  repair->distance = MAX_EDITS + 1;
  repair->shared = 0;
  amp_place_candidates_clear (&repair->nearest);
  amp_place_candidates_clear (&repair->partial);
}

/* One commune only: a repair is a guess, and a guess between two is none. */
static void
end_repair (const Repair *repair, AmpPlaceCandidates *candidates)
{
  *candidates = repair->nearest.n_candidates > 0 ? repair->nearest : repair->partial;
  if (candidates->place.commune == AMP_PLACE_NONE)
    amp_place_candidates_clear (candidates);
}

void
amp_place_repair_communes (const AmpGazetteer *gazetteer, const AmpPlaceScope *scope, const AmpPlaceClues *clues, AmpPlaceCandidates *candidates)
{
  Repair repair;
  guint  limit = clues->key_length < 4 ? 0 : clues->key_length < 7 ? 1
                                                                   : 2;

  begin_repair (&repair);
  for (guint i = 0; i < scope->n_communes; i++)
    try_names (&repair, gazetteer, scope->communes[i], 1, clues, limit, 4);
  end_repair (&repair, candidates);
}

void
amp_place_repair_departements (const AmpGazetteer *gazetteer, const AmpPlaceScope *scope, const AmpPlaceClues *clues, AmpPlaceCandidates *candidates)
{
  Repair repair;
  guint  limit = clues->key_length < 5 ? 0 : clues->key_length < 9 ? 1
                                                                   : 2;

  begin_repair (&repair);
  for (guint i = 0; i < scope->n_departements; i++)
    {
      guint   n_communes;
      guint32 first = amp_gazetteer_get_members (gazetteer, scope->departements[i], &n_communes);

      try_names (&repair, gazetteer, first, n_communes, clues, limit, 6);
    }
  end_repair (&repair, candidates);
}
