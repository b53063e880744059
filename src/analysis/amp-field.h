/* AmpField: one column of a source as the analyst reviews it before the import.
 *
 * Owns what was recognised (type, confidence, evidence, shape) and what the
 * analyst decided about it. It never holds a value of the dump: `shape` is made
 * of the letters A and a, the digit 9 and safe punctuation. */
#pragma once

#include <glib-object.h>

#include "amp-classifier.h"
#include "amp-field-type.h"

G_BEGIN_DECLS

#define AMP_TYPE_FIELD (amp_field_get_type ())
G_DECLARE_FINAL_TYPE (AmpField, amp_field, AMP, FIELD, GObject)

/* Properties, all with notification:
 *   position    guint, read-only   1-based column number
 *   header      string, read-only  escaped for display, "" when there is none
 *   type        uint (AmpFieldType), read-write: the analyst may correct it
 *   ignored     boolean, read-write: an ignored field exposes nothing
 *   corrected   boolean, read-only: the type is no longer the recognised one
 *   confidence  double, read-only  0…1; 1 once corrected
 *   filled      double, read-only  0…1, over the sample
 *   valid       double, read-only  0…1, negative where no validator exists
 *   shape       string, read-only  such as "99/99/9999"
 */

/**
 * amp_field_new:
 * @position: 1-based column number in its source
 * @guess: what the classifier found; copied
 *
 * Returns: (transfer full): a field with the recognised type
 */
AmpField *amp_field_new (guint position, const AmpFieldGuess *guess);

guint amp_field_get_position (AmpField *self);

/**
 * amp_field_get_header:
 *
 * Returns: the header with control and bidirectional characters escaped;
 *   "" when the source has none
 */
const char *amp_field_get_header (AmpField *self);

AmpFieldType amp_field_get_field_type (AmpField *self);

/**
 * amp_field_get_recognised_type:
 *
 * Returns: what the classifier said, whatever the analyst decided since
 */
AmpFieldType amp_field_get_recognised_type (AmpField *self);

void amp_field_set_field_type (AmpField *self, AmpFieldType type);

gboolean amp_field_is_ignored (AmpField *self);

void amp_field_set_ignored (AmpField *self, gboolean ignored);

/**
 * amp_field_get_effective_type:
 *
 * Returns: the type that the import uses: %AMP_FIELD_TYPE_UNKNOWN for an
 *   ignored field; for one that is empty in the sample, what its header says,
 *   so that a rare value further on is not lost
 */
AmpFieldType amp_field_get_effective_type (AmpField *self);

double amp_field_get_confidence (AmpField *self);

double amp_field_get_filled (AmpField *self);

/**
 * amp_field_get_variety:
 *
 * Returns: the share of the sample's filled values that are left when each is counted
 *   once, 0…1
 */
double amp_field_get_variety (AmpField *self);

double amp_field_get_valid (AmpField *self);

const char *amp_field_get_shape (AmpField *self);

AmpDateOrder amp_field_get_date_order (AmpField *self);

/**
 * amp_field_get_short_years:
 *
 * Returns: (transfer none): what the field's years of two digits say
 */
const AmpShortYears *amp_field_get_short_years (AmpField *self);

/**
 * amp_field_get_evidence:
 *
 * Returns: (array zero-terminated=1): lines that say why the type was chosen
 *   (amp-evidence.h), with counts and never a value
 */
const char *const *amp_field_get_evidence (AmpField *self);

G_END_DECLS
