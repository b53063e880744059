/* Tables as one workbook: a sheet for the figures, one for each table, one for
 * the sources, and one that says how all of it was counted and masked. Numbers
 * are numbers; a masked one is an empty grey cell, and the row says so. */
#include "amp-export-private.h"

#include "amp-figure-id.h"
#include "amp-report-crossing.h"
#include "amp-report-spread.h"
#include "amp-xlsx-book.h"

#include <glib/gi18n-lib.h>

#define MIN_LABEL_WIDTH 14
#define MAX_LABEL_WIDTH 60
#define NUMBER_WIDTH 17

static void
add_figure (AmpXlsxBook *book, const AmpReportFigure *figure)
{
  gboolean is_number = figure->unit != AMP_REPORT_TEXT && (figure->unit != AMP_REPORT_SCORE || figure->value >= 0);

  amp_xlsx_book_add_text (book, figure->id);
  amp_xlsx_book_add_text (book, figure->label);
  if (is_number)
    amp_xlsx_book_add_number (book, figure->unit == AMP_REPORT_SHARE ? AMP_XLSX_SHARE : figure->unit == AMP_REPORT_SCORE ? AMP_XLSX_RATE
                                                                                                                         : AMP_XLSX_COUNT,
                              figure->value, !figure->is_masked);
  else
    amp_xlsx_book_add_text (book, NULL);
  amp_xlsx_book_add_text (book, figure->is_masked ? _ ("masked") : NULL);
  amp_xlsx_book_add_text (book, is_number ? figure->note : figure->text);
  amp_xlsx_book_end_row (book);
}

static void
add_figures (AmpXlsxBook *book, const char *title, const GPtrArray *const *lists, guint n_lists)
{
  const AmpXlsxColumn columns[] = {
    { _ ("Identifier"), 22, FALSE },
    { _ ("Figure"), 48, FALSE },
    { _ ("Value"), NUMBER_WIDTH, TRUE },
    { _ ("State"), 12, FALSE },
    { _ ("Note"), 40, FALSE },
  };

  amp_xlsx_book_add_sheet (book, title, columns, G_N_ELEMENTS (columns));
  for (guint list = 0; list < n_lists; list++)
    for (guint i = 0; i < lists[list]->len; i++)
      add_figure (book, g_ptr_array_index (lists[list], i));
}

static void
add_single_figures (AmpXlsxBook *book, const AmpReport *report)
{
  const GPtrArray *const lists[] = { report->figures, report->severity_parts };

  add_figures (book, _ ("Key figures"), lists, G_N_ELEMENTS (lists));
}

/* A number that has no meaning for the row leaves an empty cell; a masked one a
 * grey one. */
static void
add_number (AmpXlsxBook *book, AmpXlsxFormat format, double number, gboolean is_masked)
{
  if (!is_masked && number < 0)
    amp_xlsx_book_add_text (book, NULL);
  else
    amp_xlsx_book_add_number (book, format, number, !is_masked);
}

static const char *
get_state (const AmpTableRow *row)
{
  if (row->is_masked)
    return _ ("masked");
  return row->is_sensitive_masked ? _ ("partly masked") : NULL;
}

static void
add_row (AmpXlsxBook *book, AmpTable *table, const AmpTableRow *row)
{
  g_autofree char *id = amp_figure_id_dup_row (amp_table_get_key (table), row->code);
  gboolean         is_sensitive_masked = row->is_masked || row->is_sensitive_masked;

  amp_xlsx_book_add_text (book, id);
  amp_xlsx_book_add_text (book, row->code);
  amp_xlsx_book_add_text (book, row->label);
  add_number (book, AMP_XLSX_COUNT, (double) row->persons, row->is_masked);
  add_number (book, AMP_XLSX_SHARE, amp_table_row_get_share (row, table), row->is_masked);
  add_number (book, AMP_XLSX_RATE, amp_table_row_get_per_1000 (row), row->is_masked && row->population > 0);
  add_number (book, AMP_XLSX_COUNT, row->population > 0 ? (double) row->population : -1, FALSE);
  add_number (book, AMP_XLSX_COUNT, (double) row->sensitive_persons, is_sensitive_masked);
  add_number (book, AMP_XLSX_SHARE, amp_table_row_get_sensitive_share (row), is_sensitive_masked);
  add_number (book, AMP_XLSX_COUNT, (double) row->records, row->is_masked);
  amp_xlsx_book_add_text (book, get_state (row));
  amp_xlsx_book_end_row (book);
}

static double
measure_labels (const AmpReportTable *table)
{
  glong width = MIN_LABEL_WIDTH;

  for (guint i = 0; i < table->order->len; i++)
    width = MAX (width, g_utf8_strlen (amp_report_table_get_row (table, i)->label, -1) + 2);
  return (double) MIN (width, MAX_LABEL_WIDTH);
}

static void
add_table (AmpXlsxBook *book, const AmpReportTable *table)
{
  const char         *key = amp_key_get_label (amp_table_get_key (table->table));
  const AmpXlsxColumn columns[] = {
    { _ ("Identifier"), 24, FALSE },
    { _ ("Code"), 12, FALSE },
    { key, measure_labels (table), FALSE },
    { _ ("Persons"), NUMBER_WIDTH, TRUE },
    { _ ("Share of all persons"), NUMBER_WIDTH, TRUE },
    { _ ("Per 1,000 inhabitants"), NUMBER_WIDTH, TRUE },
    { _ ("Inhabitants"), NUMBER_WIDTH, TRUE },
    { _ ("Persons with sensitive data"), NUMBER_WIDTH, TRUE },
    { _ ("Share with sensitive data"), NUMBER_WIDTH, TRUE },
    { _ ("Records"), NUMBER_WIDTH, TRUE },
    { _ ("State"), 14, FALSE },
  };

  amp_xlsx_book_add_sheet (book, key, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < table->order->len; i++)
    add_row (book, table->table, amp_report_table_get_row (table, i));
}

static void
add_spread_row (AmpXlsxBook *book, const AmpReportSpread *spread, const AmpReportSpreadRow *row)
{
  g_autofree char *id = amp_figure_id_dup_row (spread->key, row->code);

  amp_xlsx_book_add_text (book, id);
  amp_xlsx_book_add_text (book, row->code);
  amp_xlsx_book_add_text (book, row->label);
  for (guint band = AMP_N_SEVERITY_BANDS; band-- > 0;)
    amp_xlsx_book_add_number (book, AMP_XLSX_COUNT, (double) row->persons[band], !row->is_masked[band]);
  amp_xlsx_book_end_row (book);
}

/* Persons in each band, the most severe first. */
static void
add_spread (AmpXlsxBook *book, const AmpReportSpread *spread)
{
  AmpXlsxColumn columns[3 + AMP_N_SEVERITY_BANDS] = {
    { _ ("Identifier"), 24, FALSE },
    { _ ("Code"), 12, FALSE },
    { amp_key_get_label (spread->key), 32, FALSE },
  };

  for (guint i = 0; i < AMP_N_SEVERITY_BANDS; i++)
    columns[3 + i] = (AmpXlsxColumn){ amp_severity_band_get_label (AMP_N_SEVERITY_BANDS - 1 - i), NUMBER_WIDTH, TRUE };
  amp_xlsx_book_add_sheet (book, spread->title, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < spread->rows->len; i++)
    add_spread_row (book, spread, g_ptr_array_index (spread->rows, i));
}

/* What the import counted: of each source, of the rules and reasons. */
static void
add_crossing_row (AmpXlsxBook *book, const AmpReportCrossing *crossing, guint row)
{
  const AmpTableRow *place = amp_report_crossing_get_row (crossing, row);
  g_autofree char   *id = amp_figure_id_dup_row (amp_table_get_key (crossing->rows->table), place->code);

  amp_xlsx_book_add_text (book, id);
  amp_xlsx_book_add_text (book, place->code);
  amp_xlsx_book_add_text (book, place->label);
  for (guint column = 0; column < amp_report_crossing_get_n_columns (crossing); column++)
    amp_xlsx_book_add_number (book, AMP_XLSX_COUNT, (double) amp_report_crossing_get_persons (crossing, row, column), !amp_report_crossing_is_masked (crossing, row, column));
  amp_xlsx_book_end_row (book);
}

/* Persons of each place in each column. */
static void
add_crossing (AmpXlsxBook *book, const AmpReportCrossing *crossing)
{
  const char      *row_label = amp_key_get_label (amp_table_get_key (crossing->rows->table));
  const char      *column_label = amp_key_get_label (amp_table_get_key (crossing->columns->table));
  g_autofree char *name = g_strdup_printf ("%s × %s", row_label, column_label);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (AmpXlsxColumn));
  const AmpXlsxColumn first[] = {
    { _ ("Identifier"), 24, FALSE },
    { _ ("Code"), 12, FALSE },
    { row_label, measure_labels (crossing->rows), FALSE },
  };

  g_array_append_vals (columns, first, G_N_ELEMENTS (first));
  for (guint column = 0; column < amp_report_crossing_get_n_columns (crossing); column++)
    {
      const AmpXlsxColumn next = { amp_report_crossing_get_column (crossing, column)->label, NUMBER_WIDTH, TRUE };

      g_array_append_val (columns, next);
    }
  amp_xlsx_book_add_sheet (book, name, (const AmpXlsxColumn *) (gpointer) columns->data, columns->len);
  for (guint row = 0; row < amp_report_crossing_get_n_rows (crossing); row++)
    add_crossing_row (book, crossing, row);
}

static void
add_sources (AmpXlsxBook *book, const AmpReport *report)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  for (guint i = 0; i < report->sources->len; i++)
    g_ptr_array_add (lists, ((const AmpReportSource *) g_ptr_array_index (report->sources, i))->figures);
  g_ptr_array_add (lists, report->malformed);
  g_ptr_array_add (lists, report->unplaced);
  g_ptr_array_add (lists, report->rules);
  add_figures (book, _ ("Sources"), (const GPtrArray *const *) lists->pdata, lists->len);
}

static void
add_note (AmpXlsxBook *book, const char *term, const char *text)
{
  amp_xlsx_book_add_title (book, term);
  amp_xlsx_book_add_paragraph (book, text);
  amp_xlsx_book_end_row (book);
}

static void
add_notes (AmpXlsxBook *book, const char *title, const GPtrArray *notes)
{
  if (notes->len == 0)
    return;
  amp_xlsx_book_end_row (book);
  add_note (book, title, NULL);
  for (guint i = 0; i < notes->len; i++)
    {
      const AmpReportNote *note = g_ptr_array_index (notes, i);

      add_note (book, note->term, note->text);
    }
}

static void
add_table_notes (AmpXlsxBook *book, const AmpReport *report)
{
  amp_xlsx_book_end_row (book);
  add_note (book, _ ("Tables"), NULL);
  for (guint i = 0; i < report->tables->len; i++)
    {
      const AmpReportTable *table = g_ptr_array_index (report->tables, i);

      add_note (book, table->title, table->is_withheld ? _ ("Withheld: so few persons that no count can be told without giving others away.") : table->note);
    }
}

static void
add_method (AmpXlsxBook *book, const AmpReport *report)
{
  const AmpXlsxColumn columns[] = { { NULL, 40, FALSE }, { NULL, 110, FALSE } };

  amp_xlsx_book_add_sheet (book, _ ("Method"), columns, G_N_ELEMENTS (columns));
  add_note (book, report->title, NULL);
  add_note (book, _ ("Masking"), report->masking);
  if (report->filter != NULL)
    add_note (book, _ ("Only a part of the case"), report->filter);
  add_notes (book, _ ("Mandate"), report->mandate);
  add_table_notes (book, report);
  add_notes (book, _ ("Method"), report->notes);
  add_notes (book, _ ("Reference data"), report->credits);
}

gboolean
amp_export_write_xlsx (const AmpReport *report, AmpExportRun *run, GError **error)
{
  g_autoptr (AmpXlsxBook) book = amp_xlsx_book_new (report->title, error);

  if (book == NULL)
    return FALSE;
  add_single_figures (book, report);
  for (guint i = 0; i < report->tables->len; i++)
    {
      if (amp_export_run_is_stopped (run, error))
        return FALSE;
      add_table (book, g_ptr_array_index (report->tables, i));
    }
  for (guint i = 0; i < report->crossings->len; i++)
    {
      if (amp_export_run_is_stopped (run, error))
        return FALSE;
      add_crossing (book, g_ptr_array_index (report->crossings, i));
    }
  for (guint i = 0; i < report->spreads->len; i++)
    add_spread (book, g_ptr_array_index (report->spreads, i));
  add_sources (book, report);
  add_method (book, report);
  return amp_export_run_write (run, "report.xlsx", amp_xlsx_book_finish (g_steal_pointer (&book), error), error);
}
