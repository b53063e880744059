/* From the header and a sample of a column's values to a field type, with the
 * reasons. Knows nothing of files. Any number of threads may call it. */
#pragma once

#include "amp-date.h"
#include "amp-field-type.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpFieldGuess:
 * @header: the column's header; empty when there is none
 * @type: what the column holds
 * @header_type: what the header alone announces, %AMP_FIELD_TYPE_UNKNOWN when
 *   it says nothing: the type to count a value under that turns up in a column
 *   whose sample was empty
 * @confidence: how sure @type is, from 0 to 1
 * @filled: share of the sample's cells that are filled, from 0 to 1
 * @variety: share of the sample's filled values that are left when each is counted
 *   once, from 0 to 1
 * @valid: share of the filled values that obey the rule of @type, from 0 to 1;
 *   negative where there is no such rule, or no value
 * @shape: what the values look like (amp_shape_of()), never one of them
 * @evidence: (array zero-terminated=1): the reasons, as lines
 *   (amp-evidence.h); counts and words of the header, never a value
 * @date_order: how the column writes dates, if it does
 * @short_years: what its years of two digits say, if it has any
 *
 * What the classifier makes of one column.
 */
typedef struct
{
  char         *header;
  AmpFieldType  type;
  AmpFieldType  header_type;
  double        confidence;
  double        filled;
  double        variety;
  double        valid;
  char         *shape;
  char        **evidence;
  AmpDateOrder  date_order;
  AmpShortYears short_years;
} AmpFieldGuess;

/**
 * amp_field_guess_free:
 * @guess: (transfer full) (nullable): a guess
 */
void amp_field_guess_free (AmpFieldGuess *guess);

/**
 * amp_classifier_run:
 * @headers: (array length=n_fields): the headers, UTF-8; all empty when the
 *   dump has none
 * @n_fields: how many columns there are
 * @rows: (element-type GStrv): sample rows of @n_fields UTF-8 values each
 *
 * A column whose sample has no filled value is %AMP_FIELD_TYPE_EMPTY; one that
 * nothing tells of is %AMP_FIELD_TYPE_UNKNOWN with a low confidence.
 *
 * Returns: (transfer full) (element-type AmpFieldGuess): a guess for each
 *   column, in order.
 */
GPtrArray *amp_classifier_run (const char *const *headers, guint n_fields, GPtrArray *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpFieldGuess, amp_field_guess_free)

G_END_DECLS
