/* AmpSpreadClasses: the persons of each group by class of sensitivity, exact, and
 * which of these counts a report tells. The band of a person follows from the
 * classes of their data, so that persons by band tell of persons by class.
 *
 * Must not know what is masked by band. */
#pragma once

#include "amp-report.h"
#include "amp-severity-spread.h"

G_BEGIN_DECLS

/**
 * AmpClassState:
 * @AMP_CLASS_UNPUBLISHED: no table of the report has that count
 * @AMP_CLASS_MASKED: one has, and hides it
 * @AMP_CLASS_TOLD: one tells it
 */
typedef enum
{
  AMP_CLASS_UNPUBLISHED,
  AMP_CLASS_MASKED,
  AMP_CLASS_TOLD,
} AmpClassState;

typedef struct _AmpSpreadClasses AmpSpreadClasses;

/**
 * amp_spread_classes_new:
 * @report: with its tables, masked
 * @key: what the groups are
 * @selection: (nullable): what the report is of; %NULL for the whole case
 *
 * Returns: (transfer full) (nullable): the counts; %NULL with an error of the case
 */
AmpSpreadClasses *amp_spread_classes_new (AmpReport *report, AmpKey key, const AmpSelection *selection, GCancellable *cancellable, GError **error);

void amp_spread_classes_free (AmpSpreadClasses *self);

/**
 * amp_spread_classes_get_bands:
 *
 * Returns: (transfer none): what bands tell of classes
 */
const AmpClassBands *amp_spread_classes_get_bands (const AmpSpreadClasses *self);

/**
 * amp_spread_classes_get_persons:
 * @code: (nullable): of a group; %NULL for all of them
 */
gint64 amp_spread_classes_get_persons (const AmpSpreadClasses *self, const char *code, AmpSensitivity sensitivity);

/**
 * amp_spread_classes_get_state:
 * @code: (nullable): of a group; %NULL for all of them
 */
AmpClassState amp_spread_classes_get_state (const AmpSpreadClasses *self, const char *code, AmpSensitivity sensitivity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpSpreadClasses, amp_spread_classes_free)

G_END_DECLS
