/* The tables of places by other keys: a heat map of categories, and the numbers. */
#include "amp-report-document-private.h"

#include "amp-number-format.h"
#include "amp-report-crossing.h"

#include <glib/gi18n-lib.h>

/* A page has room for so many columns. */
#define MAX_COLUMNS 6

static void
add_row (AmpDocumentTable *table, const AmpReport *report, const AmpReportCrossing *crossing, guint row, guint first, guint end)
{
  amp_document_table_add_cell (table, g_strdup (amp_report_crossing_get_row (crossing, row)->label), FALSE);
  for (guint column = first; column < end; column++)
    {
      gboolean is_masked = amp_report_crossing_is_masked (crossing, row, column);

      amp_document_table_add_figure (table, is_masked ? g_strdup (_ ("masked")) : amp_number_format_count (report->is_french, amp_report_crossing_get_persons (crossing, row, column)),
                                     is_masked, amp_report_crossing_dup_figure (crossing, row, column));
    }
}

/* The columns from @first to before @end; places again in each part. */
static AmpDocumentTable *
add_part (AmpDocument *document, const AmpReport *report, const AmpReportCrossing *crossing, guint first, guint end)
{
  AmpDocumentTable *table = amp_document_begin_table (document, crossing->title);

  amp_document_table_add_column (table, amp_key_get_label (amp_table_get_key (crossing->rows->table)), FALSE);
  for (guint column = first; column < end; column++)
    amp_document_table_add_column (table, amp_report_crossing_get_column (crossing, column)->label, TRUE);
  for (guint row = 0; row < amp_report_crossing_get_n_shown (crossing); row++)
    add_row (table, report, crossing, row, first, end);
  return table;
}

static char *
dup_rest (const AmpReport *report, const AmpReportCrossing *crossing)
{
  guint            n_more = amp_report_crossing_get_n_rows (crossing) - amp_report_crossing_get_n_shown (crossing);
  g_autofree char *number = amp_number_format_count (report->is_french, n_more);

  if (n_more == 0)
    return g_strdup (_ ("Persons. Places whose own number is masked are left out."));
  /* translators: the second %s is the name of a file */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Persons. Places whose own number is masked are left out. And %s more row in table-%s.csv.", "Persons. Places whose own number is masked are left out. And %s more rows in table-%s.csv.", n_more), number, crossing->id);
}

/* Parts of nearly the same width. */
static void
add_numbers (AmpDocument *document, const AmpReport *report, const AmpReportCrossing *crossing)
{
  guint n_columns = amp_report_crossing_get_n_columns (crossing);
  guint n_parts = (n_columns + MAX_COLUMNS - 1) / MAX_COLUMNS;

  for (guint part = 0; part < n_parts; part++)
    {
      AmpDocumentTable *table = add_part (document, report, crossing, n_columns * part / n_parts, n_columns * (part + 1) / n_parts);

      if (part + 1 == n_parts)
        table->note = dup_rest (report, crossing);
    }
}

/* Small places are many, and most of their numbers are masked: those are in a
 * file. */
static gboolean
has_numbers (const AmpReportCrossing *crossing)
{
  AmpKey key = amp_table_get_key (crossing->rows->table);

  return key == AMP_KEY_REGION || key == AMP_KEY_DEPARTEMENT;
}

static void
add_crossing (AmpDocument *document, const AmpReport *report, const AmpReportCrossing *crossing)
{
  g_autofree char *file = g_strdup_printf (_ ("The numbers are in table-%s.csv."), crossing->id);

  amp_document_add_heading (document, 3, AMP_STYLE_CROSSING, crossing->id, crossing->title);
  if (amp_report_crossing_get_n_rows (crossing) == 0)
    {
      amp_document_add_paragraph (document, AMP_STYLE_PLAIN, crossing->is_withheld ? _ ("Withheld: so few persons that no count can be told without giving others away.") : _ ("Nobody."));
      return;
    }
  if (amp_table_get_key (crossing->columns->table) == AMP_KEY_CATEGORY)
    amp_document_add_picture (document, amp_report_drawing_new_heat (report, crossing, FALSE));
  if (has_numbers (crossing))
    add_numbers (document, report, crossing);
  else
    amp_document_add_paragraph (document, AMP_STYLE_CAPTION, file);
}

void
amp_report_document_add_crossings (AmpDocument *document, const AmpReport *report)
{
  gboolean is_begun = FALSE;

  for (guint i = 0; i < report->crossings->len; i++)
    {
      const AmpReportCrossing *crossing = g_ptr_array_index (report->crossings, i);

      if (!crossing->is_in_documents)
        continue;
      if (!is_begun)
        amp_document_add_heading (document, 2, AMP_STYLE_PLAIN, "crossings", _ ("Where, with which data and whom"));
      is_begun = TRUE;
      add_crossing (document, report, crossing);
    }
}
