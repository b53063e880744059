/* What a case counts: the place of a record or person as codes, the record
 * itself as codes and numbers, and the cell, which counts the records and the
 * persons of one profile. Plain values; must not know the gazetteer. */
#pragma once

#include "amp-category.h"
#include "amp-person-facts.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AMP_PLACE_UNPLACED:
 *
 * The number of the place that has no country and nothing below. Every case
 * has it.
 */
#define AMP_PLACE_UNPLACED 0u

/**
 * AMP_N_QUALITIES:
 *
 * How many place qualities there are. Their numbers, in a case, are: 0 exact,
 * 1 name, 2 postal, 3 guess, 4 none, the order of the places layer.
 */
#define AMP_N_QUALITIES 5

/**
 * AmpPlaceCodes:
 * @country: ISO 3166 alpha-2, "" when unknown.
 * @region: (nullable): INSEE code of the region.
 * @departement: (nullable): INSEE code of the département.
 * @epci: (nullable): SIREN of the EPCI.
 * @commune: (nullable): INSEE code of the current commune.
 *
 * A place at the finest level that is certain. A missing code is %NULL or "";
 * codes are at most 15 ASCII letters, digits or hyphens.
 */
typedef struct
{
  char  country[3];
  char *region;
  char *departement;
  char *epci;
  char *commune;
} AmpPlaceCodes;

/**
 * AmpCell:
 * @sources: one bit for each source, bit 0 being source 0. A count of records
 *   has one bit; a person may have several.
 * @place: number of the place.
 * @categories: an #AmpCategorySet.
 * @quality: how sure the place is, under %AMP_N_QUALITIES.
 * @age_band: an #AmpAgeBand.
 * @sex: an #AmpSex.
 * @records: records that have this very profile.
 * @persons: persons whose own profile this is.
 *
 * The counts of one profile. Records and persons add up over cells.
 */
typedef struct
{
  guint64 sources;
  guint32 place;
  guint32 categories;
  guint8  quality;
  guint8  age_band;
  guint8  sex;
  gint64  records;
  gint64  persons;
} AmpCell;

/**
 * AmpRecord:
 * @source: the source, from 0.
 * @ordinal: number of the record in its source, from 1.
 * @line: physical line where it starts, from 1.
 * @place: number of the place.
 * @categories: an #AmpCategorySet.
 * @person: number of the person, from 1.
 * @quality: how sure the place is, under %AMP_N_QUALITIES.
 * @age_band: an #AmpAgeBand.
 * @sex: an #AmpSex.
 * @fields: which fields are filled: bit 0 of byte 0 is the field at position
 *   1, bit 1 the one at 2, and so on; (n_fields + 7) / 8 bytes, the unused
 *   bits zero. Borrowed; %NULL only if the source has no fields.
 *
 * One row of a source, as codes and numbers.
 */
typedef struct
{
  guint32       source;
  gint64        ordinal;
  gint64        line;
  guint32       place;
  guint32       categories;
  guint32       person;
  guint8        quality;
  guint8        age_band;
  guint8        sex;
  const guint8 *fields;
} AmpRecord;

/**
 * AmpMalformed:
 * @source: the source, from 0.
 * @ordinal: number of the record in its source, 0 for a row that was set aside.
 * @line: physical line where it starts, from 1.
 * @reason: code of the reason, as "too-short"; at most 23 ASCII bytes.
 *
 * A malformed row: where it stands and why it is one.
 */
typedef struct
{
  guint32 source;
  gint64  ordinal;
  gint64  line;
  char    reason[24];
} AmpMalformed;

/**
 * amp_quality_get_code:
 * @quality: a place quality, under %AMP_N_QUALITIES
 *
 * Returns: its code: "exact", "name", "postal", "guess" or "none".
 */
const char *amp_quality_get_code (guint quality);

/**
 * amp_quality_from_code:
 * @code: (nullable): a code
 * @quality: (out) (optional): where to put the place quality
 *
 * Returns: whether @code is known; @quality is untouched if not.
 */
gboolean amp_quality_from_code (const char *code, guint *quality);

/**
 * amp_combination_get_sensitive:
 *
 * Returns: the categories that make a person one "with sensitive data": those
 *   of the sensitive class and those of article 9.
 */
AmpCategorySet amp_combination_get_sensitive (void);

/**
 * amp_combination_to_code:
 * @categories: a set
 *
 * Returns: (transfer full): the codes of its members in their order, joined
 *   with "+", as "identity+health"; "" for the empty set.
 */
char *amp_combination_to_code (AmpCategorySet categories);

/**
 * amp_combination_from_code:
 * @code: (nullable): what amp_combination_to_code() returns
 * @categories: (out): where to put the set
 *
 * Returns: whether all codes are known; @categories is untouched if not.
 */
gboolean amp_combination_from_code (const char *code, AmpCategorySet *categories);

G_END_DECLS
