/* The tables of a report as tables of a document: numbers by the habits of the
 * language, masked ones as a word. */
#include "amp-report-document-private.h"

#include "amp-figure-id.h"
#include "amp-number-format.h"

#include <glib/gi18n-lib.h>

/* Places have codes that people know, but for the SIREN of an EPCI. */
static gboolean
has_codes (const AmpReportTable *table)
{
  AmpKey key = amp_table_get_key (table->table);

  return amp_key_is_place (key) && key != AMP_KEY_EPCI;
}

static void
add_columns (AmpDocumentTable *out, const AmpReportTable *table)
{
  amp_document_table_add_column (out, amp_key_get_label (amp_table_get_key (table->table)), FALSE);
  if (has_codes (table))
    amp_document_table_add_column (out, _ ("Code"), FALSE);
  amp_document_table_add_column (out, _ ("Persons"), TRUE);
  amp_document_table_add_column (out, _ ("Share"), TRUE);
  if (table->has_population)
    amp_document_table_add_column (out, _ ("Per 1,000"), TRUE);
  amp_document_table_add_column (out, _ ("Sensitive"), TRUE);
  amp_document_table_add_column (out, _ ("Records"), TRUE);
}

/* A figure of a row, with its identifier. */
static void
add_number (AmpDocumentTable *out, const AmpReportTable *table, const AmpTableRow *row, AmpFigureColumn column, char *number)
{
  g_autofree char *owned = number;
  gboolean         is_masked = row->is_masked || (column == AMP_FIGURE_SENSITIVE_SHARE && row->is_sensitive_masked);

  amp_document_table_add_figure (out, is_masked ? g_strdup (_ ("masked")) : g_steal_pointer (&owned), is_masked,
                                 amp_figure_id_dup (amp_table_get_key (table->table), row->code, column));
}

static void
add_row (AmpDocumentTable *out, const AmpReport *report, const AmpReportTable *table, const AmpTableRow *row)
{
  gboolean is_french = report->is_french;
  double   rate = amp_table_row_get_per_1000 (row);
  double   sensitive = amp_table_row_get_sensitive_share (row);

  amp_document_table_add_cell (out, g_strdup (row->label), FALSE);
  if (has_codes (table))
    amp_document_table_add_cell (out, g_strdup (row->code), FALSE);
  add_number (out, table, row, AMP_FIGURE_PERSONS, amp_number_format_count (is_french, row->persons));
  add_number (out, table, row, AMP_FIGURE_SHARE, amp_number_format_percent (is_french, amp_table_row_get_share (row, table->table)));
  if (table->has_population)
    add_number (out, table, row, AMP_FIGURE_PER_1000, rate >= 0 ? amp_number_format_rate (is_french, rate) : g_strdup ("–"));
  add_number (out, table, row, AMP_FIGURE_SENSITIVE_SHARE, sensitive >= 0 ? amp_number_format_percent (is_french, sensitive) : g_strdup ("–"));
  add_number (out, table, row, AMP_FIGURE_RECORDS, amp_number_format_count (is_french, row->records));
}

static char *
dup_rest (const AmpReport *report, const AmpReportTable *table)
{
  guint            n_more = table->order->len - amp_report_table_get_n_shown (table);
  g_autofree char *number = amp_number_format_count (report->is_french, n_more);

  if (n_more == 0)
    return NULL;
  /* translators: the second %s is the name of a file */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %s more row, masked ones included, in table-%s.csv.", "And %s more rows, masked ones included, in table-%s.csv.", n_more), number, table->id);
}

void
amp_report_document_add_table (AmpDocument *document, const AmpReport *report, const AmpReportTable *table)
{
  AmpDocumentTable *out = amp_document_begin_table (document, table->title);

  add_columns (out, table);
  for (guint i = 0; i < amp_report_table_get_n_shown (table); i++)
    add_row (out, report, table, amp_report_table_get_row (table, i));
  out->note = dup_rest (report, table);
}

static void
add_figures (AmpDocument *document, const GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const AmpReportFigure *figure = g_ptr_array_index (figures, i);

      amp_document_add_term_figure (document, figure->label, figure->text, figure->id);
    }
}

static void
add_source (AmpDocument *document, const AmpReportSource *source)
{
  g_autofree char *dialect = amp_report_source_dup_dialect (source);

  amp_document_add_heading (document, 3, AMP_STYLE_PLAIN, NULL, source->name);
  amp_document_begin_terms (document, AMP_STYLE_PLAIN);
  amp_document_add_term (document, _ ("Dialect"), dialect);
  add_figures (document, source->figures);
}

void
amp_report_document_add_counts (AmpDocument *document, const char *title, const char *label, const GPtrArray *figures)
{
  AmpDocumentTable *table = amp_document_begin_table (document, title);

  amp_document_table_add_column (table, label, FALSE);
  amp_document_table_add_column (table, _ ("Records"), TRUE);
  for (guint i = 0; i < figures->len; i++)
    {
      const AmpReportFigure *figure = g_ptr_array_index (figures, i);

      amp_document_table_add_cell (table, g_strdup (figure->label), FALSE);
      amp_document_table_add_figure (table, g_strdup (figure->text), figure->is_masked, g_strdup (figure->id));
    }
}

static void
add_reasons (AmpDocument *document, const char *id, const char *title, const GPtrArray *figures)
{
  if (figures->len == 0)
    return;
  amp_document_add_heading (document, 3, AMP_STYLE_PLAIN, id, title);
  amp_report_document_add_counts (document, title, _ ("Reason"), figures);
}

void
amp_report_document_add_sources (AmpDocument *document, const AmpReport *report)
{
  for (guint i = 0; i < report->sources->len; i++)
    add_source (document, g_ptr_array_index (report->sources, i));
  add_reasons (document, "malformed-by-reason", _ ("Malformed rows, by reason"), report->malformed);
  add_reasons (document, "unplaced-by-reason", _ ("Records without a place, by reason"), report->unplaced);
}
