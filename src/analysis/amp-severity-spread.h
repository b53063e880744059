/* AmpSeveritySpread: how severe a case is for each place or group of persons,
 * as a distribution over the people and not their maximum alone. An extension
 * of ENISA's method, which rates a breach as a whole. */
#pragma once

#include "amp-case.h"
#include "amp-severity.h"

G_BEGIN_DECLS

/**
 * AmpSeveritySpread:
 * @code: the place, age band, sex, combination…; "" for those without one
 * @label: for people
 * @records: records
 * @persons: persons
 * @bands: how many of @persons are in each band, indexed by #AmpSeverityBand
 * @score: the score of all that is exposed about anybody of the group together:
 *   as if it were a breach of its own
 * @band: the band of @score
 * @median: the band of the person in the middle, the most severe first
 */
typedef struct
{
  char           *code;
  char           *label;
  gint64          records;
  gint64          persons;
  gint64          bands[AMP_N_SEVERITY_BANDS];
  double          score;
  AmpSeverityBand band;
  AmpSeverityBand median;
} AmpSeveritySpread;

/**
 * amp_severity_spread_is_key:
 *
 * Returns: whether severity can be spread by @key: by all that a filter can name
 */
gboolean amp_severity_spread_is_key (AmpKey key);

/**
 * AmpClassBands:
 * @least: for each class the mildest band of anybody who has data of it
 * @most: for each class the gravest band of anybody whose gravest data are of it
 *
 * What bands tell of classes of sensitivity; classes of which nobody has data lead
 * nowhere: @least is the gravest band there, and @most the mildest.
 */
typedef struct
{
  AmpSeverityBand least[AMP_N_SENSITIVITIES];
  AmpSeverityBand most[AMP_N_SENSITIVITIES];
} AmpClassBands;

/**
 * amp_case_get_class_bands:
 * @bands: (out caller-allocates): of the whole case
 *
 * Returns: whether the adjustments could be read
 */
gboolean amp_case_get_class_bands (AmpCase *self, AmpClassBands *bands, GError **error);

/**
 * amp_case_spread_severity:
 * @key: what the groups are
 * @selection: (nullable): the filter; %NULL for everything
 *
 * With what the analyst sets, if anything. Not masked.
 *
 * Returns: (transfer full) (element-type AmpSeveritySpread) (nullable): the
 *   groups, most persons first; %NULL with an error
 */
GPtrArray *amp_case_spread_severity (AmpCase *self, AmpKey key, const AmpSelection *selection, GCancellable *cancellable, GError **error);

G_END_DECLS
