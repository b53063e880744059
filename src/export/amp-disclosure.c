/* Chooses what to mask. */
#include "amp-disclosure.h"

gboolean
amp_disclosure_is_small (gint64 count, gint64 min_cell)
{
  return count > 0 && count < min_cell;
}

gboolean
amp_disclosure_protect (GPtrArray *tables, AmpGazetteer *gazetteer, gint64 min_cell, gboolean *withheld)
{
  for (guint i = 0; i < tables->len; i++)
    {
      withheld[i] = FALSE;
      amp_table_mask (g_ptr_array_index (tables, i), min_cell);
    }
  return TRUE;
}
