/* From the cells of a record to a place. Nothing is ever invented: when a name
 * or a code fits several communes, the place is the finest area they share.
 *
 * ## Rules
 * The first rule that fits decides. "Its département" means those of the communes of
 * the postal code, or the one that the first digits of a postal code unknown to
 * the table point to (that of a company, CEDEX; or a wrong one). Names count
 * whether present or former (a merged commune becomes that of today), and are
 * compared without accents, case, punctuation or spaces, ST and STE written out.
 *
 * | # | what the record has | place | quality |
 * |---|---|---|---|
 * | 1 | a country other than France | that country | name |
 * | 2 | an INSEE code, and neither postal code nor city contradicts it, or one of them confirms it | its commune of today | exact |
 * | 3 | a postal code and a city of that postal code | the commune | exact |
 * | 4 | a CEDEX, or 75000, 69000, 13000, and one city of that name in its département | the commune | exact |
 * | 5 | a postal code and a city of that name in its département | the commune | name |
 * | 6 | a postal code and a misspelt or incomplete city of that postal code | the commune | guess |
 * | 7 | a postal code and a city known in other départements only | what both share: region or France | guess |
 * | 8 | a postal code and a misspelt city of its département | the commune | guess |
 * | 9 | a known postal code, no city or an unknown one | the commune if it has one, else what its communes share | postal |
 * | 10 | an unknown postal code, no city, CEDEX, or France as country | the département | postal |
 * | 11 | a postal code of Monaco (980…) | Monaco | postal |
 * | 12 | a city known once in the country, or in the département that "RENNES 35" names | the commune | name |
 * | 13 | a city known several times | what they share | name |
 * | 14 | a city unknown in the département named, but misspelt | the commune | guess |
 * | 15 | a département's number for postal code, or a French territory for country | the département | postal, name |
 * | 16 | a country's name for city | that country | name |
 * | 17 | France for country, and nothing of the above | France | name |
 * | 18 | an INSEE code contradicted by the rest, the rest giving nothing | France | guess |
 * | 19 | anything else | none | none |
 *
 * A postal code of four digits (a zero lost to a spreadsheet, or a foreign code)
 * counts only where the city agrees (rules 3, 5, 6), or without a city, as a
 * guess. A city may hold the postal code before or after it; an address is cut
 * at its last postal code and only read when postal code and city are blank.
 */
#pragma once

#include <glib.h>

#include "amp-gazetteer.h"

G_BEGIN_DECLS

/**
 * AmpPlaceQuery:
 * @postal_code: (nullable): the cell that should hold a postal code.
 * @city: (nullable): the cell of the city, or of postal code and city.
 * @insee_code: (nullable): the cell of the commune's INSEE code.
 * @country: (nullable): the cell of the country.
 * @address_tail: (nullable): an address, of which the end is read.
 * @postal_code_length: bytes of @postal_code; 0 when the record has none.
 * @city_length: likewise.
 * @insee_code_length: likewise.
 * @country_length: likewise.
 * @address_tail_length: likewise.
 *
 * What a record says of its place: UTF-8, though any bytes do no harm.
 */
typedef struct
{
  const char *postal_code;
  const char *city;
  const char *insee_code;
  const char *country;
  const char *address_tail;
  gsize       postal_code_length;
  gsize       city_length;
  gsize       insee_code_length;
  gsize       country_length;
  gsize       address_tail_length;
} AmpPlaceQuery;

typedef struct _AmpPlaceResolver AmpPlaceResolver;

/**
 * amp_place_resolver_new:
 * @gazetteer: the gazetteer, which several resolvers may share.
 *
 * Returns: (transfer full): a resolver. One thread uses it at a time; it
 *   remembers some 65,000 answers.
 */
AmpPlaceResolver *amp_place_resolver_new (AmpGazetteer *gazetteer);

/**
 * amp_place_resolver_free:
 * @resolver: (transfer full) (nullable): a resolver; what it remembers is wiped.
 */
void amp_place_resolver_free (AmpPlaceResolver *resolver);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPlaceResolver, amp_place_resolver_free)

/**
 * amp_place_resolver_begin:
 * @resolver: a resolver.
 * @query: what a record says; its bytes are read again in amp_place_resolver_end().
 *
 * The first half of amp_place_resolver_resolve(). Whoever has something else to do
 * in between does not wait for memory.
 */
void amp_place_resolver_begin (AmpPlaceResolver *resolver, const AmpPlaceQuery *query);

/**
 * amp_place_resolver_end:
 * @resolver: a resolver that began.
 * @place: (out): the place.
 */
void amp_place_resolver_end (AmpPlaceResolver *resolver, AmpPlace *place);

/**
 * amp_place_resolver_resolve:
 * @resolver: a resolver.
 * @query: the record's cells; only read during the call.
 * @place: (out caller-allocates): the place, by the rules above.
 *
 * Allocates nothing. Always answers: what cannot be placed has the quality
 * %AMP_PLACE_QUALITY_NONE and no country. The same query has the same answer.
 */
void amp_place_resolver_resolve (AmpPlaceResolver *resolver, const AmpPlaceQuery *query, AmpPlace *place);

G_END_DECLS
