/* Asks the store. */
#include "amp-case-trace.h"

#include "amp-case-private.h"
#include "amp-case-severity.h"
#include "amp-cell.h"

AmpCellTrace *
amp_case_trace (AmpCase *self, const AmpSelection *filter, const AmpSelection *row)
{
  g_return_val_if_fail (AMP_IS_CASE (self), NULL);

  return amp_cell_trace_new (amp_case_get_file (self), filter, row);
}

AmpSelection *
amp_case_select_band (AmpCase *self, const AmpSelection *filter, AmpSeverityBand band, GError **error)
{
  g_autoptr (AmpTable) combinations = NULL;
  g_autoptr (AmpSelection) selection = amp_selection_new ();
  AmpSeverityContext context;

  g_return_val_if_fail (AMP_IS_CASE (self), NULL);

  combinations = amp_case_tabulate (self, AMP_KEY_COMBINATION, filter, NULL, error);
  if (combinations == NULL || !amp_case_get_severity_context (self, &context, error))
    return NULL;
  for (guint i = 0; i < amp_table_get_n_rows (combinations); i++)
    {
      const AmpTableRow *row = amp_table_get_row (combinations, i);
      AmpCategorySet     categories = 0;
      g_autoptr (AmpSeverity) severity = NULL;

      amp_combination_from_code (row->code, &categories);
      severity = amp_severity_assess (categories, row->persons, &context);
      if (severity->band == band && !amp_selection_add (selection, AMP_KEY_COMBINATION, row->code, error))
        return NULL;
    }
  return g_steal_pointer (&selection);
}
