/* Which communes a name fits, among some communes, some départements or the
 * whole country; and the finest place that several have in common. Private to
 * the layer. Reads the gazetteer only; the order of the rules is the resolver's. */
#pragma once

#include <glib.h>

#include "amp-gazetteer.h"
#include "amp-place-clues.h"

G_BEGIN_DECLS

#define AMP_PLACE_SCOPE_DEPARTEMENTS 4

/**
 * AmpPlaceScope:
 * @communes: (array length=n_communes): the communes of a postal code.
 * @n_communes: how many.
 * @departements: the départements they lie in, or that a code points to.
 * @n_departements: how many.
 *
 * Where a postal code says to look.
 */
typedef struct
{
  const guint32 *communes;
  guint          n_communes;
  guint32        departements[AMP_PLACE_SCOPE_DEPARTEMENTS];
  guint          n_departements;
} AmpPlaceScope;

/**
 * AmpPlaceCandidates:
 * @place: what the candidates have in common; its commune is set when there is
 *   but one.
 * @n_candidates: how many names fitted; 0 leaves @place unknown.
 */
typedef struct
{
  AmpPlace place;
  guint    n_candidates;
} AmpPlaceCandidates;

/**
 * amp_place_candidates_clear:
 * @candidates: (out caller-allocates): becomes empty.
 */
void amp_place_candidates_clear (AmpPlaceCandidates *candidates);

/**
 * amp_place_candidates_add:
 * @candidates: some candidates.
 * @gazetteer: a gazetteer.
 * @commune: one more commune.
 *
 * Each level keeps its area as long as all candidates share it.
 */
void amp_place_candidates_add (AmpPlaceCandidates *candidates, const AmpGazetteer *gazetteer, guint32 commune);

/**
 * amp_place_candidates_add_departement:
 * @candidates: some candidates.
 * @gazetteer: a gazetteer.
 * @departement: a département: anywhere in it.
 */
void amp_place_candidates_add_departement (AmpPlaceCandidates *candidates, const AmpGazetteer *gazetteer, guint32 departement);

/**
 * amp_place_match_communes:
 * @gazetteer: a gazetteer.
 * @scope: a postal code's communes.
 * @clues: a city.
 * @candidates: (out caller-allocates): the communes of @scope of that name; one
 *   of today before a former one before one without its article.
 */
void amp_place_match_communes (const AmpGazetteer *gazetteer, const AmpPlaceScope *scope, const AmpPlaceClues *clues, AmpPlaceCandidates *candidates);

/**
 * amp_place_match_departements:
 * @gazetteer: a gazetteer.
 * @scope: (nullable): some départements; %NULL: the whole country.
 * @clues: a city.
 * @candidates: (out caller-allocates): the communes there of that name, present
 *   or former; without the article only when none has it whole.
 */
void amp_place_match_departements (const AmpGazetteer *gazetteer, const AmpPlaceScope *scope, const AmpPlaceClues *clues, AmpPlaceCandidates *candidates);

/**
 * amp_place_repair_communes:
 * @gazetteer: a gazetteer.
 * @scope: a postal code's communes.
 * @clues: a misspelt city.
 * @candidates: (out caller-allocates): the nearest name: one edit up to six
 *   letters, two beyond; else the one name that begins with the city, or that
 *   the city begins or ends with. Several communes equally near: none.
 */
void amp_place_repair_communes (const AmpGazetteer *gazetteer, const AmpPlaceScope *scope, const AmpPlaceClues *clues, AmpPlaceCandidates *candidates);

/**
 * amp_place_repair_departements:
 * @gazetteer: a gazetteer.
 * @scope: some départements.
 * @clues: a misspelt city.
 * @candidates: (out caller-allocates): as amp_place_repair_communes(), but
 *   stricter, there being more names: no edit under five letters, one up to
 *   eight, two beyond.
 */
void amp_place_repair_departements (const AmpGazetteer *gazetteer, const AmpPlaceScope *scope, const AmpPlaceClues *clues, AmpPlaceCandidates *candidates);

/**
 * amp_place_edit_distance:
 * @a: (array length=a_length): letters.
 * @a_length: at most %AMP_PLACE_NAME_SIZE.
 * @b: (array length=b_length): letters.
 * @b_length: at most %AMP_PLACE_NAME_SIZE.
 * @limit: the greatest distance of interest, at most 2.
 *
 * Letters inserted, left out, replaced, or two neighbours swapped (optimal
 * string alignment: Damerau 1964, Wagner and Fischer 1974), computed only
 * within @limit of the diagonal.
 *
 * Returns: the distance, or @limit + 1 when it is greater.
 */
guint amp_place_edit_distance (const char *a, gsize a_length, const char *b, gsize b_length, guint limit);

G_END_DECLS
