/* Owns the order of the rules (the header's table; each rule here bears its
 * number) and the memo. Invariant: an answer depends on the query alone, never
 * on what was asked before. Must not know how names are compared. */
#include "amp-place-resolver.h"

#include "amp-gazetteer-private.h"
#include "amp-place-clues.h"
#include "amp-place-match.h"
#include "amp-place-memo.h"

struct _AmpPlaceResolver
{
  AmpGazetteer *gazetteer;
  AmpPlaceMemo *memo;
  AmpPlaceQuery asked;
  guint32       france;
};

/* One query on its way through the rules. */
typedef struct
{
  const AmpGazetteer *gazetteer;
  AmpPlaceClues       clues;
  AmpPlaceScope       scope;
  gboolean            is_france; /* the country says so */
  guint32             territory; /* the département that the country names */
} Search;

static gboolean
accept_candidates (const AmpPlaceCandidates *candidates, AmpPlaceQuality quality, AmpPlace *place)
{
  if (candidates->n_candidates == 0)
    return FALSE;
  *place = candidates->place;
  place->quality = quality;
  return TRUE;
}

static void
accept_country (const AmpGazetteer *gazetteer, guint32 country, AmpPlaceQuality quality, AmpPlace *place)
{
  amp_place_clear (place);
  g_strlcpy (place->country, gazetteer->areas[AMP_PLACE_LEVEL_COUNTRY][country].code, sizeof place->country);
  place->quality = quality;
}

static void
add_scope_departement (AmpPlaceScope *scope, guint32 departement)
{
  for (guint i = 0; i < scope->n_departements; i++)
    if (scope->departements[i] == departement)
      return;
  if (scope->n_departements < AMP_PLACE_SCOPE_DEPARTEMENTS)
    scope->departements[scope->n_departements++] = departement;
}

static void
add_scope_code (Search *search, const char *code)
{
  guint32 departement;

  if (amp_gazetteer_find_area (search->gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, code, &departement))
    add_scope_departement (&search->scope, departement);
}

/* La Poste numbers by département: two digits, three overseas; Corsica, still
 * 20, has 200 and 201 for the south and the rest for the north. */
static void
add_scope_prefix (Search *search, guint32 postal_code)
{
  char code[4];

  if (postal_code / 1000 == 20)
    g_strlcpy (code, postal_code < 20200 ? "2A" : "2B", sizeof code);
  else if (postal_code >= 97000)
    g_snprintf (code, sizeof code, "%03u", postal_code / 100 % 1000);
  else
    g_snprintf (code, sizeof code, "%02u", postal_code / 1000 % 100);
  add_scope_code (search, code);
}

static void
set_scope (Search *search)
{
  AmpPlaceScope *scope = &search->scope;

  if (search->clues.postal_code != G_MAXUINT32)
    {
      scope->communes = amp_gazetteer_get_communes (search->gazetteer, search->clues.postal_code, &scope->n_communes);
      for (guint i = 0; i < scope->n_communes; i++)
        add_scope_departement (scope, search->gazetteer->areas[AMP_PLACE_LEVEL_COMMUNE][scope->communes[i]].departement);
      if (scope->n_communes == 0)
        add_scope_prefix (search, search->clues.postal_code);
    }
  else if (*search->clues.departement != '\0')
    add_scope_code (search, search->clues.departement);
  if (scope->n_departements == 0 && search->territory != AMP_PLACE_NONE)
    add_scope_departement (scope, search->territory);
}

/* Rules 7 and, for a département, its like: both may be wrong, so only what
 * either would give is certain. */
static gboolean
accept_conflict (const Search *search, AmpPlaceCandidates *candidates, AmpPlace *place)
{
  if (candidates->n_candidates == 0)
    return FALSE;
  for (guint i = 0; i < search->scope.n_departements; i++)
    amp_place_candidates_add_departement (candidates, search->gazetteer, search->scope.departements[i]);
  return accept_candidates (candidates, AMP_PLACE_QUALITY_GUESS, place);
}

/* 75000, 69000 and 13000 deliver nothing but are what people write. */
static gboolean
is_prefecture_code (guint32 postal_code)
{
  return postal_code == 75000 || postal_code == 69000 || postal_code == 13000;
}

/* Rules 3 to 8: a city under a postal code. */
static gboolean
resolve_city_of_postal_code (const Search *search, AmpPlace *place)
{
  const AmpGazetteer  *gazetteer = search->gazetteer;
  const AmpPlaceClues *clues = &search->clues;
  const AmpPlaceScope *scope = &search->scope;
  AmpPlaceCandidates   found;
  gboolean             is_enough = clues->is_cedex || is_prefecture_code (clues->postal_code);

  amp_place_match_communes (gazetteer, scope, clues, &found);
  if (accept_candidates (&found, found.place.commune != AMP_PLACE_NONE ? AMP_PLACE_QUALITY_EXACT : AMP_PLACE_QUALITY_NAME, place))
    return TRUE;
  amp_place_match_departements (gazetteer, scope, clues, &found);
  if (accept_candidates (&found, is_enough && scope->n_communes == 0 && found.place.commune != AMP_PLACE_NONE ? AMP_PLACE_QUALITY_EXACT : AMP_PLACE_QUALITY_NAME, place))
    return TRUE;
  amp_place_repair_communes (gazetteer, scope, clues, &found);
  if (accept_candidates (&found, AMP_PLACE_QUALITY_GUESS, place))
    return TRUE;
  if (clues->is_padded)
    return FALSE;
  amp_place_match_departements (gazetteer, NULL, clues, &found);
  if (accept_conflict (search, &found, place))
    return TRUE;
  amp_place_repair_departements (gazetteer, scope, clues, &found);
  return accept_candidates (&found, AMP_PLACE_QUALITY_GUESS, place);
}

/* Rules 9 and 10: the postal code without the help of a city. */
static gboolean
resolve_postal_code_alone (const Search *search, AmpPlace *place)
{
  const AmpPlaceScope *scope = &search->scope;
  const AmpPlaceClues *clues = &search->clues;
  AmpPlaceCandidates   found;

  if (clues->key_length > 0 && (clues->is_padded || (scope->n_communes == 0 && !clues->is_cedex && !search->is_france)))
    return FALSE;
  amp_place_candidates_clear (&found);
  for (guint i = 0; i < scope->n_communes; i++)
    amp_place_candidates_add (&found, search->gazetteer, scope->communes[i]);
  for (guint i = 0; scope->n_communes == 0 && i < scope->n_departements; i++)
    amp_place_candidates_add_departement (&found, search->gazetteer, scope->departements[i]);
  return accept_candidates (&found, clues->is_padded ? AMP_PLACE_QUALITY_GUESS : AMP_PLACE_QUALITY_POSTAL, place);
}

/* Rule 11 */
static gboolean
resolve_monaco (const Search *search, AmpPlace *place)
{
  guint32 monaco;

  if (search->clues.postal_code / 100 != 980 || !amp_gazetteer_find_area (search->gazetteer, AMP_PLACE_LEVEL_COUNTRY, "MC", &monaco))
    return FALSE;
  accept_country (search->gazetteer, monaco, AMP_PLACE_QUALITY_POSTAL, place);
  return TRUE;
}

/* Rules 12 to 14: a city without postal code, with or without a département. */
static gboolean
resolve_city_alone (const Search *search, AmpPlace *place)
{
  const AmpPlaceScope *scope = search->scope.n_departements > 0 && search->scope.n_communes == 0 ? &search->scope : NULL;
  AmpPlaceCandidates   found;

  if (scope != NULL)
    {
      amp_place_match_departements (search->gazetteer, scope, &search->clues, &found);
      if (accept_candidates (&found, AMP_PLACE_QUALITY_NAME, place))
        return TRUE;
    }
  amp_place_match_departements (search->gazetteer, NULL, &search->clues, &found);
  if (scope == NULL)
    return accept_candidates (&found, AMP_PLACE_QUALITY_NAME, place);
  if (accept_conflict (search, &found, place))
    return TRUE;
  amp_place_repair_departements (search->gazetteer, scope, &search->clues, &found);
  return accept_candidates (&found, AMP_PLACE_QUALITY_GUESS, place);
}

/* Rule 15 */
static gboolean
resolve_departement (const Search *search, AmpPlace *place)
{
  AmpPlaceCandidates found;

  if (search->scope.n_departements == 0 || (!search->clues.is_departement_given && search->territory == AMP_PLACE_NONE))
    return FALSE;
  amp_place_candidates_clear (&found);
  amp_place_candidates_add_departement (&found, search->gazetteer, search->scope.departements[0]);
  return accept_candidates (&found, search->clues.is_departement_given ? AMP_PLACE_QUALITY_POSTAL : AMP_PLACE_QUALITY_NAME, place);
}

/* Rule 16; a territory of France may stand there too. */
static gboolean
resolve_country_as_city (const Search *search, AmpPlace *place)
{
  AmpPlaceCandidates found;
  guint32            country;
  guint32            departement;

  if (!amp_gazetteer_find_country (search->gazetteer, search->clues.city, strlen (search->clues.city), &country, &departement) ||
      search->clues.key_length < 4) /* no codes here */
    return FALSE;
  accept_country (search->gazetteer, country, AMP_PLACE_QUALITY_NAME, place);
  if (departement == AMP_PLACE_NONE)
    return TRUE;
  amp_place_candidates_clear (&found);
  amp_place_candidates_add_departement (&found, search->gazetteer, departement);
  return accept_candidates (&found, AMP_PLACE_QUALITY_NAME, place);
}

/* Everything but countries and INSEE codes. */
static gboolean
resolve_postal_code_and_city (const Search *search, AmpPlace *place)
{
  gboolean has_city = search->clues.key_length > 0;

  if (resolve_monaco (search, place))
    return TRUE;
  if (search->clues.postal_code != G_MAXUINT32 && search->scope.n_departements > 0)
    {
      if (has_city && resolve_city_of_postal_code (search, place))
        return TRUE;
      return resolve_postal_code_alone (search, place);
    }
  if (has_city && resolve_city_alone (search, place))
    return TRUE;
  if (resolve_departement (search, place))
    return TRUE;
  return has_city && resolve_country_as_city (search, place);
}

/* Whether the city names communes, and this one is not among them. */
static gboolean
city_denies (const Search *search, guint32 commune, gboolean *confirms)
{
  const AmpNameEntry *entry = amp_name_index_find (amp_gazetteer_get_names (search->gazetteer), search->clues.key, search->clues.key_length);
  gboolean            is_known = entry != NULL;

  *confirms = FALSE;
  for (; entry != NULL; entry = amp_name_index_find_next (amp_gazetteer_get_names (search->gazetteer), entry))
    *confirms = *confirms || entry->commune == commune;
  return is_known && !*confirms;
}

/* Rule 2. What contradicts: a city that is another commune, a postal code of
 * another département; what confirms: this commune's name or postal code. */
static gboolean
resolve_insee_code (const Search *search, guint32 commune, AmpPlace *place)
{
  const AmpPlaceScope *scope = &search->scope;
  guint32              departement = search->gazetteer->areas[AMP_PLACE_LEVEL_COMMUNE][commune].departement;
  AmpPlaceCandidates   found;
  gboolean             confirmed = FALSE;
  gboolean             denied = city_denies (search, commune, &confirmed);
  gboolean             is_near = scope->n_departements == 0;

  for (guint i = 0; i < scope->n_communes; i++)
    confirmed = confirmed || scope->communes[i] == commune;
  for (guint i = 0; i < scope->n_departements; i++)
    is_near = is_near || scope->departements[i] == departement;
  if (!confirmed && (denied || !is_near))
    return FALSE;
  amp_place_candidates_clear (&found);
  amp_place_candidates_add (&found, search->gazetteer, commune);
  return accept_candidates (&found, AMP_PLACE_QUALITY_EXACT, place);
}

static gboolean
read_insee_code (const AmpGazetteer *gazetteer, const AmpPlaceQuery *query, guint32 *commune)
{
  char code[6];

  return amp_place_clues_read_insee (query->insee_code, query->insee_code_length, code) &&
         amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, code, commune);
}

static void
resolve (const AmpPlaceResolver *resolver, const AmpPlaceQuery *query, AmpPlace *place)
{
  Search   search = { .gazetteer = resolver->gazetteer, .territory = AMP_PLACE_NONE };
  guint32  country = 0;
  guint32  commune = 0;
  gboolean has_insee;

  amp_place_clear (place);
  if (query->country_length > 0 && amp_gazetteer_find_country (resolver->gazetteer, query->country, query->country_length, &country, &search.territory))
    {
      if (country != resolver->france)
        {
          accept_country (resolver->gazetteer, country, AMP_PLACE_QUALITY_NAME, place); /* rule 1 */
          return;
        }
      search.is_france = TRUE;
    }
  amp_place_clues_read (&search.clues, query->postal_code, query->postal_code_length, query->city, query->city_length);
  set_scope (&search);
  has_insee = read_insee_code (resolver->gazetteer, query, &commune);
  if (has_insee && resolve_insee_code (&search, commune, place))
    return;
  if (resolve_postal_code_and_city (&search, place))
    return;
  if (search.is_france || has_insee) /* rules 17 and 18 */
    accept_country (resolver->gazetteer, resolver->france, search.is_france ? AMP_PLACE_QUALITY_NAME : AMP_PLACE_QUALITY_GUESS, place);
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isalnum (text[i]) || (text[i] & 0x80) != 0)
      return FALSE;
  return TRUE;
}

/* The address counts only when it has the word to itself. */
static void
read_address (AmpPlaceQuery *query)
{
  const char *postal_code;
  const char *city;
  gsize       city_length;

  if (query->address_tail_length == 0 || !is_blank (query->postal_code, query->postal_code_length) || !is_blank (query->city, query->city_length))
    return;
  amp_place_clues_split_address (query->address_tail, query->address_tail_length, &postal_code, &city, &city_length);
  query->postal_code = postal_code;
  query->postal_code_length = postal_code != NULL ? 5 : 0;
  query->city = city;
  query->city_length = city_length;
}

AmpPlaceResolver *
amp_place_resolver_new (AmpGazetteer *gazetteer)
{
  AmpPlaceResolver *resolver;

  g_return_val_if_fail (gazetteer != NULL, NULL);

  resolver = g_new0 (AmpPlaceResolver, 1);
  resolver->gazetteer = amp_gazetteer_ref (gazetteer);
  resolver->memo = amp_place_memo_new ();
  resolver->france = AMP_PLACE_NONE;
  amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_COUNTRY, "FR", &resolver->france);
  return resolver;
}

void
amp_place_resolver_free (AmpPlaceResolver *resolver)
{
  if (resolver == NULL)
    return;
  amp_place_memo_free (resolver->memo);
  amp_gazetteer_unref (resolver->gazetteer);
  g_free (resolver);
}

void
amp_place_resolver_begin (AmpPlaceResolver *resolver, const AmpPlaceQuery *query)
{
  AmpPlaceQuery *asked = &resolver->asked;

  *asked = *query;
  read_address (asked);
  amp_place_memo_ask (resolver->memo,
                      &(AmpPlaceMemoKey){ { asked->postal_code, asked->city, asked->insee_code, asked->country },
                                          { asked->postal_code_length, asked->city_length, asked->insee_code_length, asked->country_length } });
}

void
amp_place_resolver_end (AmpPlaceResolver *resolver, AmpPlace *place)
{
  guint32         slot;
  const AmpPlace *remembered = amp_place_memo_find (resolver->memo, &slot);

  if (remembered != NULL)
    {
      *place = *remembered;
      return;
    }
  resolve (resolver, &resolver->asked, place);
  amp_place_memo_keep (resolver->memo, slot, place);
}

void
amp_place_resolver_resolve (AmpPlaceResolver *resolver, const AmpPlaceQuery *query, AmpPlace *place)
{
  g_return_if_fail (resolver != NULL);
  g_return_if_fail (query != NULL && place != NULL);

  amp_place_resolver_begin (resolver, query);
  amp_place_resolver_end (resolver, place);
}
