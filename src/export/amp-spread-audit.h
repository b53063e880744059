/* Plays the reader of severity by groups, who has the tables by class of
 * sensitivity, too: persons in a band or a graver one are at least as many as
 * those of each class that leads there, and at most as many as all of them. Must
 * not know how counts were chosen to be masked: it checks that. */
#pragma once

#include "amp-report-spread.h"
#include "amp-spread-classes.h"

G_BEGIN_DECLS

/**
 * AmpSpreadGroup:
 * @code: of the group
 * @is_whole_told: whether the number of its persons is told
 * @is_listed: whether its bands are; if not, nothing of them is told
 * @persons: persons
 * @bands: persons in each band, exact
 * @is_masked: whether that is not told, of a group that is listed
 */
typedef struct
{
  const char *code;
  gboolean    is_whole_told;
  gboolean    is_listed;
  gint64      persons;
  gint64      bands[AMP_N_SEVERITY_BANDS];
  gboolean    is_masked[AMP_N_SEVERITY_BANDS];
} AmpSpreadGroup;

/**
 * amp_spread_audit:
 * @groups: (element-type AmpSpreadGroup): all of them
 * @told_bands: for each band whether its persons are told for the whole case
 * @min_cell: the threshold, above 0
 *
 * Returns: whether each masked count of a class or a band can still be the
 *   threshold more, and of a class less, unless that is so without the bands
 */
gboolean amp_spread_audit (const GArray *groups, const AmpSpreadClasses *classes, const gboolean *told_bands, gint64 min_cell);

G_END_DECLS
