/* Looks the counts up in the cells, and what is told in the report. */
#include "amp-spread-classes.h"

#include "amp-cross-table.h"
#include "amp-report-crossing.h"

struct _AmpSpreadClasses
{
  const AmpReport *report; /* not owned */
  AmpKey           key;
  AmpCrossTable   *counted;
  AmpClassBands    bands;
};

void
amp_spread_classes_free (AmpSpreadClasses *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->counted, amp_cross_table_free);
  g_free (self);
}

AmpSpreadClasses *
amp_spread_classes_new (AmpReport *report, AmpKey key, const AmpSelection *selection, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpSpreadClasses) self = g_new0 (AmpSpreadClasses, 1);

  g_return_val_if_fail (report != NULL, NULL);

  self->report = report;
  self->key = key;
  if (!amp_case_get_class_bands (report->opened, &self->bands, error))
    return NULL;
  self->counted = amp_case_cross (report->opened, key, AMP_KEY_SENSITIVITY, selection, cancellable, error);
  return self->counted != NULL ? g_steal_pointer (&self) : NULL;
}

const AmpClassBands *
amp_spread_classes_get_bands (const AmpSpreadClasses *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->bands;
}

static gboolean
find_index (AmpTable *table, const char *code, guint *index)
{
  for (*index = 0; *index < amp_table_get_n_rows (table); (*index)++)
    if (g_str_equal (amp_table_get_row (table, *index)->code, code))
      return TRUE;
  return FALSE;
}

gint64
amp_spread_classes_get_persons (const AmpSpreadClasses *self, const char *code, AmpSensitivity sensitivity)
{
  guint row, column;

  g_return_val_if_fail (self != NULL && sensitivity < AMP_N_SENSITIVITIES, 0);

  if (!find_index (self->counted->columns, amp_sensitivity_get_code (sensitivity), &column))
    return 0;
  if (code == NULL)
    return amp_table_get_row (self->counted->columns, column)->persons;
  return find_index (self->counted->rows, code, &row) ? amp_cross_table_get_persons (self->counted, row, column) : 0;
}

static AmpClassState
get_crossing_state (const AmpReportCrossing *crossing, const char *code, AmpSensitivity sensitivity)
{
  for (guint row = 0; row < amp_report_crossing_get_n_rows (crossing); row++)
    for (guint column = 0; column < amp_report_crossing_get_n_columns (crossing); column++)
      if (g_str_equal (amp_report_crossing_get_row (crossing, row)->code, code) &&
          g_str_equal (amp_report_crossing_get_column (crossing, column)->code, amp_sensitivity_get_code (sensitivity)))
        return amp_report_crossing_is_masked (crossing, row, column) ? AMP_CLASS_MASKED : AMP_CLASS_TOLD;
  return AMP_CLASS_MASKED;
}

/* A class of which nobody is has no row, which tells that. */
static AmpClassState
get_total_state (const AmpSpreadClasses *self, AmpSensitivity sensitivity)
{
  const AmpReportTable *table = amp_report_find_table (self->report, AMP_KEY_SENSITIVITY);
  const AmpTableRow    *row = amp_table_find_row (table->table, amp_sensitivity_get_code (sensitivity));

  return table->is_withheld || (row != NULL && row->is_masked) ? AMP_CLASS_MASKED : AMP_CLASS_TOLD;
}

AmpClassState
amp_spread_classes_get_state (const AmpSpreadClasses *self, const char *code, AmpSensitivity sensitivity)
{
  const AmpReportCrossing *crossing;
  const AmpTableRow       *row;
  guint                    column;

  g_return_val_if_fail (self != NULL && sensitivity < AMP_N_SENSITIVITIES, AMP_CLASS_MASKED);

  if (code == NULL || !find_index (self->counted->columns, amp_sensitivity_get_code (sensitivity), &column))
    return get_total_state (self, sensitivity);
  row = amp_table_find_row (amp_report_find_table (self->report, self->key)->table, code);
  if (row == NULL || row->is_masked || (sensitivity == AMP_SENSITIVITY_SENSITIVE && row->is_sensitive_masked))
    return AMP_CLASS_MASKED;
  crossing = amp_report_find_crossing (self->report, self->key, AMP_KEY_SENSITIVITY);
  if (crossing != NULL)
    return get_crossing_state (crossing, code, sensitivity);
  return sensitivity == AMP_SENSITIVITY_SENSITIVE ? AMP_CLASS_TOLD : AMP_CLASS_UNPUBLISHED;
}
