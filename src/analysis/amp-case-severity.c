/* Applies the score to the combinations of categories of a case. */
#include "amp-case-severity.h"

#include "amp-case-private.h"
#include "amp-cell.h"
#include "amp-severity-adjustment.h"
#include "amp-statistics.h"

static guint
find_identifiers (AmpCase *self)
{
  const GPtrArray *fields = amp_case_get_facts (self)->fields;
  guint            identifiers = 0;

  for (guint i = 0; i < fields->len; i++)
    {
      const AmpFieldFacts *field = g_ptr_array_index (fields, i);

      if (field->filled > 0)
        identifiers |= amp_identifiers_from_type (field->type);
    }
  return identifiers;
}

gboolean
amp_case_get_severity_context (AmpCase *self, AmpSeverityContext *context, GError **error)
{
  g_autoptr (GPtrArray) adjustments = NULL;

  g_return_val_if_fail (AMP_IS_CASE (self), FALSE);
  g_return_val_if_fail (context != NULL, FALSE);

  adjustments = amp_case_list_adjustments (self, error);
  if (adjustments == NULL)
    return FALSE;
  *context = AMP_SEVERITY_CONTEXT_LEAKED;
  context->identifiers = find_identifiers (self);
  context->is_health_controller = amp_case_file_exposes (amp_case_get_file (self), AMP_CATEGORY_BIT (AMP_CATEGORY_HEALTH));
  for (guint i = 0; i < adjustments->len; i++)
    {
      const AmpSeverityAdjustment *adjustment = g_ptr_array_index (adjustments, i);

      context->adjusted |= 1u << adjustment->part;
      context->values[adjustment->part] = adjustment->value;
    }
  return TRUE;
}

static GArray *
count_combinations (AmpCase            *self,
                    const AmpSelection *selection,
                    AmpCount           *total,
                    GCancellable       *cancellable,
                    GError            **error)
{
  return amp_statistics_count (amp_case_get_file (self), AMP_KEY_COMBINATION, selection, total, cancellable, error);
}

static AmpCategorySet
get_categories (const AmpCount *count)
{
  AmpCategorySet categories = 0;

  amp_combination_from_code (count->code, &categories);
  return categories;
}

AmpSeverity *
amp_case_assess_severity (AmpCase *self, const AmpSelection *selection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) counts = NULL;
  AmpSeverityContext context;
  AmpCategorySet     categories = 0;
  AmpCount           total;

  g_return_val_if_fail (AMP_IS_CASE (self), NULL);

  counts = count_combinations (self, selection, &total, cancellable, error);
  if (counts == NULL)
    return NULL;
  for (guint i = 0; i < counts->len; i++)
    categories |= get_categories (&g_array_index (counts, AmpCount, i));
  if (!amp_case_get_severity_context (self, &context, error))
    return NULL;
  return amp_severity_assess (categories, total.persons, &context);
}

static void
add_rows (AmpTable *table, const AmpCount *bands)
{
  for (int band = AMP_N_SEVERITY_BANDS - 1; band >= 0; band--)
    {
      AmpTableRow *row = amp_table_add_row (table, amp_severity_band_get_code (band), amp_severity_band_get_label (band));

      row->records = bands[band].records;
      row->persons = bands[band].persons;
      row->sensitive_persons = bands[band].sensitive_persons;
    }
}

AmpTable *
amp_case_tabulate_severity (AmpCase *self, const AmpSelection *selection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) counts = NULL;
  AmpSeverityContext context;
  AmpCount           bands[AMP_N_SEVERITY_BANDS] = { { 0 } };
  AmpCount           total;
  AmpTable          *table;

  g_return_val_if_fail (AMP_IS_CASE (self), NULL);

  counts = count_combinations (self, selection, &total, cancellable, error);
  if (counts == NULL)
    return NULL;
  if (!amp_case_get_severity_context (self, &context, error))
    return NULL;
  for (guint i = 0; i < counts->len; i++)
    {
      const AmpCount *count = &g_array_index (counts, AmpCount, i);
      g_autoptr (AmpSeverity) severity = amp_severity_assess (get_categories (count), count->persons, &context);

      bands[severity->band].records += count->records;
      bands[severity->band].persons += count->persons;
      bands[severity->band].sensitive_persons += count->sensitive_persons;
    }
  table = amp_table_new (AMP_KEY_SEVERITY, total.records, total.persons);
  add_rows (table, bands);
  return table;
}
