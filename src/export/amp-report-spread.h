/* How severity spreads over places and groups of persons, as far as it may be
 * told: an extension of ENISA's method, which rates a breach as a whole. */
#pragma once

#include "amp-report.h"
#include "amp-case-severity.h"

G_BEGIN_DECLS

/**
 * AmpReportSpreadRow:
 * @code: of the place or group; "" for those without one
 * @label: the place or group
 * @persons: in each band, indexed by #AmpSeverityBand; 0 when masked
 * @is_masked: whether that is not told
 */
typedef struct
{
  char    *code;
  char    *label;
  gint64   persons[AMP_N_SEVERITY_BANDS];
  gboolean is_masked[AMP_N_SEVERITY_BANDS];
} AmpReportSpreadRow;

/**
 * AmpReportSpread:
 * @id: stable name: "severity-departement"
 * @key: what the groups are
 * @title: "Severity by département"
 * @rows: (element-type AmpReportSpreadRow): in the order of the table by @key,
 *   those whose own number of persons is told, and with it that of each class of
 *   sensitivity that bands tell of
 */
typedef struct
{
  char      *id;
  AmpKey     key;
  char      *title;
  GPtrArray *rows;
} AmpReportSpread;

/**
 * amp_report_spread_dup_figure:
 * @row: a row of @spread
 *
 * Returns: (transfer full): the identifier of a figure:
 *   "departement/35/severity-high"
 */
char *amp_report_spread_dup_figure (const AmpReportSpread *spread, const AmpReportSpreadRow *row, AmpSeverityBand band);

void amp_report_spread_free (AmpReportSpread *spread);

G_END_DECLS
