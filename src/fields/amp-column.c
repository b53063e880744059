/* Owns a column's parts from its profile to its evidence. */
#include "amp-column.h"

#include "amp-header-dictionary.h"

#define CONFIDENCE_MAXIMUM 0.99

void
amp_column_init (AmpColumn *column, const char *header, const GPtrArray *rows, guint position)
{
  column->header = header;
  column->matches = amp_header_dictionary_match (amp_header_dictionary_get_default (), header);
  column->profile = amp_column_profile_new (rows, position);
  column->type = AMP_FIELD_TYPE_UNKNOWN;
  column->confidence = 0;
  column->evidence = g_ptr_array_new_with_free_func (g_free);
  column->date_order = AMP_DATE_ORDER_DMY;
}

void
amp_column_clear (AmpColumn *column)
{
  g_clear_pointer (&column->matches, g_array_unref);
  g_clear_pointer (&column->profile, amp_column_profile_free);
  g_clear_pointer (&column->evidence, g_ptr_array_unref);
}

void
amp_column_set_type (AmpColumn *column, AmpFieldType type, double confidence)
{
  column->type = type;
  column->confidence = CLAMP (confidence, 0, CONFIDENCE_MAXIMUM);
}

void
amp_column_add_evidence (AmpColumn *column, AmpEvidence evidence, guint first, guint second, const char *text)
{
  g_ptr_array_add (column->evidence, amp_evidence_dup_line (evidence, first, second, text));
}
