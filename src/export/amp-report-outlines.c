/* Which outlines a report is drawn with: those that ship, and those that were
 * imported where its own areas have one.
 *
 * Invariant: what was imported and draws nothing of a report leaves no trace in it. */
#include "amp-report-private.h"

#include "amp-outline-credit.h"

#include <glib/gi18n-lib.h>

static AmpPlaceLevel
get_level (AmpKey key)
{
  return key == AMP_KEY_EPCI ? AMP_PLACE_LEVEL_EPCI : AMP_PLACE_LEVEL_COMMUNE;
}

const AmpOutline *
amp_report_find_outline (const AmpReport *self, AmpKey key, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  if (key == AMP_KEY_REGION)
    return amp_outlines_find_region (self->outlines, code);
  if (key == AMP_KEY_DEPARTEMENT)
    return amp_outlines_find_area (self->outlines, code);
  return self->imported != NULL ? amp_imported_outlines_find (self->imported, get_level (key), code) : NULL;
}

static gboolean
has_use (const AmpReport *self, AmpKey key)
{
  const AmpReportTable *table = amp_report_find_table (self, key);

  for (guint i = 0; i < table->order->len; i++)
    {
      const AmpTableRow *row = amp_report_table_get_row (table, i);

      if (row->code[0] != '\0' && amp_report_find_outline (self, key, row->code) != NULL)
        return TRUE;
    }
  return FALSE;
}

static const AmpOutlineSet *
get_set (const AmpReport *self, AmpPlaceLevel level)
{
  return self->imported != NULL ? amp_imported_outlines_get_set (self->imported, level) : NULL;
}

GPtrArray *
amp_report_list_outline_sources (const AmpReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return amp_outline_credit_list_sources (get_set (self, AMP_PLACE_LEVEL_EPCI), get_set (self, AMP_PLACE_LEVEL_COMMUNE));
}

static void
add_credits (AmpReport *self)
{
  g_autoptr (GPtrArray) sources = amp_report_list_outline_sources (self);

  for (guint i = 0; i < sources->len; i++)
    amp_report_add_note (self->credits, _ ("Outlines of communes and agglomerations (EPCI)"), amp_outline_credit_dup_text (g_ptr_array_index (sources, i), self->is_french));
}

gboolean
amp_report_use_outlines (AmpReport *self, const char *folder, GError **error)
{
  g_return_val_if_fail (self != NULL && folder != NULL && self->imported == NULL, FALSE);

  g_autoptr (GError) failure = NULL;

  self->imported = amp_imported_outlines_load (folder, self->gazetteer, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (self->imported == NULL)
    return TRUE;
  if (!has_use (self, AMP_KEY_EPCI) && !has_use (self, AMP_KEY_COMMUNE))
    {
      g_clear_pointer (&self->imported, amp_imported_outlines_free);
      return TRUE;
    }
  add_credits (self);
  return TRUE;
}

char *
amp_report_dup_attribution (const AmpReport *self, AmpKey key)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (key == AMP_KEY_REGION || key == AMP_KEY_DEPARTEMENT)
    return amp_outline_credit_dup_attribution (NULL, NULL, self->is_french);
  return amp_outline_credit_dup_attribution (get_set (self, AMP_PLACE_LEVEL_EPCI), get_set (self, AMP_PLACE_LEVEL_COMMUNE), self->is_french);
}
