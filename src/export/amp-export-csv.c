/* Tables as CSV: RFC 4180 (commas, CRLF, quotes doubled), UTF-8 without a byte
 * order mark, which readers of data packages take for a part of the first name;
 * decimal points. Column names are stable and English. A masked number is empty,
 * and "masked" is 1. A table of two keys has one line a cell.
 *
 * Labels may come from a dump. One that a spreadsheet would take for a formula
 * is written after an apostrophe, which marks text there (OWASP, "CSV
 * Injection"). */
#include "amp-export-private.h"

#include "amp-report-crossing.h"

static gboolean
begins_formula (const char *text)
{
  gunichar first;

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  first = g_utf8_get_char (text);
  /* Full-width signs count: some spreadsheets fold them. */
  return (first != '\0' && first < 0x80 && strchr ("=+-@|%", (int) first) != NULL) || (first >= 0xFF00 && first <= 0xFF5E);
}

static void
append_quoted (GString *csv, const char *text)
{
  if (strpbrk (text, "\",\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *at);
    }
  g_string_append_c (csv, '"');
}

static void
append_text (GString *csv, const char *text)
{
  g_autofree char *marked = begins_formula (text) ? g_strconcat ("'", text, NULL) : NULL;

  append_quoted (csv, marked != NULL ? marked : text);
  g_string_append_c (csv, ',');
}

static void
append_count (GString *csv, gint64 count, gboolean is_known)
{
  if (is_known)
    g_string_append_printf (csv, "%" G_GINT64_FORMAT, count);
  g_string_append_c (csv, ',');
}

static void
append_ratio (GString *csv, double ratio, const char *format, gboolean is_known)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (is_known && ratio >= 0)
    g_string_append (csv, g_ascii_formatd (digits, sizeof digits, format, ratio));
  g_string_append_c (csv, ',');
}

static void
append_row (GString *csv, AmpTable *table, const AmpTableRow *row)
{
  gboolean is_known = !row->is_masked;

  append_text (csv, row->code);
  append_text (csv, row->label);
  append_count (csv, row->records, is_known);
  append_count (csv, row->persons, is_known);
  append_ratio (csv, amp_table_row_get_share (row, table), "%.6f", is_known);
  append_ratio (csv, amp_table_row_get_per_1000 (row), "%.3f", is_known);
  append_count (csv, row->population, row->population > 0);
  append_count (csv, row->sensitive_persons, is_known && !row->is_sensitive_masked);
  append_ratio (csv, amp_table_row_get_sensitive_share (row), "%.6f", is_known && !row->is_sensitive_masked);
  g_string_append (csv, row->is_masked ? "1\r\n" : "0\r\n");
}

static GBytes *
render_csv (const AmpReportTable *table)
{
  GString *csv = g_string_new ("code,label,records,persons,share,per_1000,population,sensitive_persons,sensitive_share,masked\r\n");

  for (guint i = 0; i < table->order->len; i++)
    append_row (csv, table->table, amp_report_table_get_row (table, i));
  return g_string_free_to_bytes (csv);
}

static void
append_cell (GString *csv, const AmpReportCrossing *crossing, guint row, guint column)
{
  const AmpTableRow *place = amp_report_crossing_get_row (crossing, row);
  const AmpTableRow *other = amp_report_crossing_get_column (crossing, column);
  gboolean           is_known = !amp_report_crossing_is_masked (crossing, row, column);

  append_text (csv, place->code);
  append_text (csv, place->label);
  append_text (csv, other->code);
  append_text (csv, other->label);
  append_count (csv, amp_report_crossing_get_persons (crossing, row, column), is_known);
  append_ratio (csv, amp_report_crossing_get_share (crossing, row, column), "%.6f", is_known);
  g_string_append (csv, is_known ? "0\r\n" : "1\r\n");
}

static GBytes *
render_crossing (const AmpReportCrossing *crossing)
{
  GString *csv = g_string_new ("code,label,column_code,column_label,persons,share,masked\r\n");

  for (guint row = 0; row < amp_report_crossing_get_n_rows (crossing); row++)
    for (guint column = 0; column < amp_report_crossing_get_n_columns (crossing); column++)
      append_cell (csv, crossing, row, column);
  return g_string_free_to_bytes (csv);
}

static gboolean
write_table (AmpExportRun *run, const char *id, GBytes *content, GError **error)
{
  g_autofree char *name = g_strconcat ("table-", id, ".csv", NULL);

  return amp_export_run_write (run, name, content, error);
}

gboolean
amp_export_write_csv (const AmpReport *report, AmpExportRun *run, GError **error)
{
  for (guint i = 0; i < report->tables->len; i++)
    {
      const AmpReportTable *table = g_ptr_array_index (report->tables, i);

      if (!write_table (run, table->id, render_csv (table), error))
        return FALSE;
    }
  for (guint i = 0; i < report->crossings->len; i++)
    {
      const AmpReportCrossing *crossing = g_ptr_array_index (report->crossings, i);

      if (!write_table (run, crossing->id, render_crossing (crossing), error))
        return FALSE;
    }
  return TRUE;
}
