/* Where a figure of an opened case comes from: the cells that are added up. */
#pragma once

#include "amp-case.h"
#include "amp-cell-trace.h"
#include "amp-severity.h"

G_BEGIN_DECLS

/**
 * amp_case_trace:
 * @filter: (nullable): the filter of the report
 * @row: (nullable): the row of the table; cells must pass both
 *
 * Returns: (transfer full): what is added up
 */
AmpCellTrace *amp_case_trace (AmpCase *self, const AmpSelection *filter, const AmpSelection *row);

/**
 * amp_case_select_band:
 * @filter: (nullable): the filter of the report
 * @band: a band
 *
 * Returns: (transfer full) (nullable): the combinations of categories that are
 *   rated as @band, none if nobody is; %NULL with an error
 */
AmpSelection *amp_case_select_band (AmpCase *self, const AmpSelection *filter, AmpSeverityBand band, GError **error);

G_END_DECLS
