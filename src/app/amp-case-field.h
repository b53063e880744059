/* AmpCaseField: one column of the dump as an opened case remembers it, with the
 * figures of the present filter, as a list model wants it.
 *
 * Knows nothing of how it is shown. It never holds a value of the dump. */
#pragma once

#include "amp-case-facts.h"
#include "amp-field.h"

G_BEGIN_DECLS

#define AMP_TYPE_CASE_FIELD (amp_case_field_get_type ())
G_DECLARE_FINAL_TYPE (AmpCaseField, amp_case_field, AMP, CASE_FIELD, GObject)

/* Signal "changed": void (*) (AmpCaseField *self, gpointer data): its figures
 * are others. */

/**
 * AmpCaseFieldFigures:
 * @records: records in which the field is filled
 * @of_records: records of its source, filled or not
 * @persons: persons with at least one such record; negative while they are
 *   counted
 */
typedef struct
{
  gint64 records;
  gint64 of_records;
  gint64 persons;
} AmpCaseFieldFigures;

/**
 * amp_case_field_new:
 * @facts: the column; copied
 * @source: its source; copied
 *
 * Returns: (transfer full): the column, its figures unknown
 */
AmpCaseField *amp_case_field_new (const AmpFieldFacts *facts, const AmpSourceFacts *source);

/**
 * amp_case_field_get_field:
 *
 * Returns: (transfer none): header, type, confidence, shape and evidence, as the
 *   review showed them; its share of filled values is that of the whole case
 */
AmpField *amp_case_field_get_field (AmpCaseField *self);

/**
 * amp_case_field_get_source:
 *
 * Returns: the number of its source, from 0
 */
guint amp_case_field_get_source (AmpCaseField *self);

/**
 * amp_case_field_get_source_name:
 *
 * Returns: (transfer none): the name of its source, safe to show
 */
const char *amp_case_field_get_source_name (AmpCaseField *self);

/**
 * amp_case_field_is_empty:
 *
 * Returns: whether no record of the whole case fills it
 */
gboolean amp_case_field_is_empty (AmpCaseField *self);

/**
 * amp_case_field_get_distinct:
 * @is_sampled: (out): whether the field has at least so many; otherwise about so many
 *
 * Returns: how many different values it has in the whole case, whatever is filtered;
 *   negative when that is unknown
 */
gint64 amp_case_field_get_distinct (AmpCaseField *self, gboolean *is_sampled);

/**
 * amp_case_field_get_figures:
 *
 * Returns: (transfer none) (nullable): its figures; %NULL while they are counted
 */
const AmpCaseFieldFigures *amp_case_field_get_figures (AmpCaseField *self);

/**
 * amp_case_field_set_figures:
 * @figures: (nullable): its figures, copied; %NULL when they are out of date
 */
void amp_case_field_set_figures (AmpCaseField *self, const AmpCaseFieldFigures *figures);

/**
 * amp_case_field_get_share:
 *
 * Returns: the share of its source's records that fill it, 0…1; negative when
 *   that is unknown
 */
double amp_case_field_get_share (AmpCaseField *self);

G_END_DECLS
