/* One field of a source as the case remembers it: its header, the type it was
 * given and why, and how much of it is filled. A plain value; holds shapes and
 * counts, never a value of the dump. */
#pragma once

#include "amp-field-type.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AMP_NOT_COUNTED:
 *
 * Stands for a number that the import did not count. Of people, the statistics then
 * find it in the records.
 */
#define AMP_NOT_COUNTED G_GINT64_CONSTANT (-1)

/**
 * AmpFieldFacts:
 * @source: the source, from 0.
 * @position: the position in the row, from 1.
 * @header: the header, "" when there is none.
 * @type: what the field holds.
 * @confidence: how sure that is, from 0 to 1.
 * @valid: share of filled sample values that pass the type's check, from 0 to
 *   1; negative when the type has none.
 * @shape: (nullable): the commonest shape of its values, as "99/99/9999".
 * @evidence: (nullable) (array zero-terminated=1): why it was given its type,
 *   as lines (amp-evidence.h).
 * @filled: records in which it is filled.
 * @distinct: about how many different values it has there, within some 5 %, or
 *   %AMP_NOT_COUNTED.
 * @distinct_is_sampled: whether only some of the records were looked at for that: it
 *   has at least about as many.
 * @persons: people with at least one record in which it is filled, or
 *   %AMP_NOT_COUNTED.
 * @sensitive_persons: those of @persons about whom the case holds sensitive
 *   data, or %AMP_NOT_COUNTED.
 *
 * A field. All strings are UTF-8 and belong to the field.
 */
typedef struct
{
  guint32      source;
  guint        position;
  char        *header;
  AmpFieldType type;
  double       confidence;
  double       valid;
  char        *shape;
  char       **evidence;
  gint64       filled;
  gint64       persons;
  gint64       sensitive_persons;
  gint64       distinct;
  gboolean     distinct_is_sampled;
} AmpFieldFacts;

/**
 * AmpTypeTotal:
 * @is_known: whether the case holds these totals.
 * @records: records in which a field of the type is filled.
 * @persons: people with at least one such record.
 * @sensitive_persons: those of @persons with sensitive data.
 *
 * The totals of one field type over all fields of that type, which cannot be
 * added up from the fields.
 */
typedef struct
{
  gboolean is_known;
  gint64   records;
  gint64   persons;
  gint64   sensitive_persons;
} AmpTypeTotal;

/**
 * amp_field_facts_free:
 * @field: (transfer full) (nullable): a field from the heap
 *
 * Frees @field and its strings.
 */
void amp_field_facts_free (AmpFieldFacts *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpFieldFacts, amp_field_facts_free)

G_END_DECLS
