/* Writes tables as HTML. */
#include "amp-html-table.h"

#include "amp-html.h"
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
append_columns (GString *html, const AmpReportTable *table)
{
  g_string_append (html, "<thead><tr>");
  amp_html_append_element (html, "th", "scope=\"col\"", amp_key_get_label (amp_table_get_key (table->table)));
  if (has_codes (table))
    amp_html_append_element (html, "th", "scope=\"col\"", _ ("Code"));
  amp_html_append_element (html, "th", "scope=\"col\" class=\"number\"", _ ("Persons"));
  amp_html_append_element (html, "th", "scope=\"col\" class=\"number\"", _ ("Share"));
  if (table->has_population)
    amp_html_append_element (html, "th", "scope=\"col\" class=\"number\"", _ ("Per 1,000"));
  amp_html_append_element (html, "th", "scope=\"col\" class=\"number\"", _ ("Sensitive"));
  amp_html_append_element (html, "th", "scope=\"col\" class=\"number\"", _ ("Records"));
  g_string_append (html, "</tr></thead>\n");
}

static void
append_number (GString *html, char *number, gboolean is_masked)
{
  g_autofree char *owned = number;

  if (is_masked)
    amp_html_append_element (html, "td", "class=\"number masked\"", _ ("masked"));
  else
    amp_html_append_element (html, "td", "class=\"number\"", number);
}

static void
append_ratio (GString *html, char *ratio, gboolean is_known, gboolean is_masked)
{
  g_autofree char *owned = ratio;

  append_number (html, g_strdup (is_known ? ratio : "–"), is_masked);
}

static void
append_row (GString *html, const AmpReport *report, const AmpReportTable *table, const AmpTableRow *row)
{
  gboolean is_french = report->is_french;
  double   rate = amp_table_row_get_per_1000 (row);
  double   sensitive = amp_table_row_get_sensitive_share (row);

  g_string_append (html, row->is_masked ? "<tr class=\"masked\">" : "<tr>");
  amp_html_append_element (html, "th", "scope=\"row\"", row->label);
  if (has_codes (table))
    amp_html_append_element (html, "td", "class=\"code\"", row->code);
  append_number (html, amp_number_format_count (is_french, row->persons), row->is_masked);
  append_ratio (html, amp_number_format_percent (is_french, amp_table_row_get_share (row, table->table)), TRUE, row->is_masked);
  if (table->has_population)
    append_ratio (html, amp_number_format_rate (is_french, MAX (rate, 0)), rate >= 0, row->is_masked);
  append_ratio (html, amp_number_format_percent (is_french, sensitive), sensitive >= 0, row->is_sensitive_masked);
  append_number (html, amp_number_format_count (is_french, row->records), row->is_masked);
  g_string_append (html, "</tr>\n");
}

static void
append_rest (GString *html, const AmpReport *report, const AmpReportTable *table)
{
  guint            n_more = table->order->len - amp_report_table_get_n_shown (table);
  g_autofree char *number = amp_number_format_count (report->is_french, n_more);
  g_autofree char *text = NULL;

  if (n_more == 0)
    return;
  /* translators: the second %s is the name of a file */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %s more row, masked ones included, in table-%s.csv.", "And %s more rows, masked ones included, in table-%s.csv.", n_more), number, table->id);
  amp_html_append_element (html, "p", "class=\"caption\"", text);
}

void
amp_html_append_table (GString *html, const AmpReport *report, const AmpReportTable *table)
{
  g_return_if_fail (html != NULL && report != NULL && table != NULL);

  g_string_append (html, "<div class=\"scroll\">\n<table>\n");
  amp_html_append_element (html, "caption", NULL, table->title);
  append_columns (html, table);
  g_string_append (html, "<tbody>\n");
  for (guint i = 0; i < amp_report_table_get_n_shown (table); i++)
    append_row (html, report, table, amp_report_table_get_row (table, i));
  g_string_append (html, "</tbody>\n</table>\n");
  append_rest (html, report, table);
  g_string_append (html, "</div>\n");
}

static void
append_line (GString *html, const char *term, char *text)
{
  g_autofree char *owned = text;

  g_string_append (html, "<div>");
  amp_html_append_element (html, "dt", NULL, term);
  amp_html_append_element (html, "dd", NULL, text != NULL && text[0] != '\0' ? text : "–");
  g_string_append (html, "</div>\n");
}

static void
add_part (GStrvBuilder *parts, char *part)
{
  g_autofree char *owned = part;

  g_strv_builder_add (parts, part);
}

/* "delimited; windows-1252; delimiter ;…". */
static char *
dup_dialect (const AmpSourceFacts *facts)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  gboolean is_tab = g_strcmp0 (facts->delimiter, "\t") == 0;

  if (facts->format != NULL)
    g_strv_builder_add (parts, facts->format);
  if (facts->encoding != NULL)
    g_strv_builder_add (parts, facts->encoding);
  if (facts->delimiter != NULL && facts->delimiter[0] != '\0')
    add_part (parts, g_strdup_printf (_ ("delimiter %s"), is_tab ? "TAB" : facts->delimiter));
  if (facts->quote != NULL && facts->quote[0] != '\0')
    add_part (parts, g_strdup_printf (_ ("quote %s"), facts->quote));
  if (facts->line_end != NULL)
    add_part (parts, g_strdup_printf (_ ("lines end in %s"), facts->line_end));
  words = g_strv_builder_end (parts);
  /* translators: between the parts of a list; French has a space before it */
  return g_strjoinv (C_ ("separator", "; "), words);
}

static void
append_source (GString *html, const AmpReport *report, const AmpReportSource *source)
{
  const AmpSourceFacts *facts = source->facts;
  gboolean              is_french = report->is_french;

  amp_html_append_element (html, "h3", NULL, source->name);
  g_string_append (html, "<dl class=\"notes\">\n");
  append_line (html, _ ("Size"), amp_number_format_bytes (is_french, facts->bytes));
  append_line (html, "SHA-256", g_strdup (facts->sha256));
  append_line (html, _ ("Dialect"), dup_dialect (facts));
  append_line (html, _ ("Fields"), amp_number_format_count (is_french, facts->n_fields));
  append_line (html, _ ("Records"), amp_number_format_count (is_french, facts->records));
  append_line (html, _ ("Malformed records among them"), amp_number_format_count (is_french, facts->malformed));
  append_line (html, _ ("Records without a place"), source->is_unplaced_masked ? g_strdup (_ ("masked")) : amp_number_format_count (is_french, facts->unplaced));
  append_line (html, _ ("Rows that are no record"), amp_number_format_count (is_french, facts->skipped));
  g_string_append (html, "</dl>\n");
}

void
amp_html_append_sources (GString *html, const AmpReport *report)
{
  g_return_if_fail (html != NULL && report != NULL);

  for (guint i = 0; i < report->sources->len; i++)
    append_source (html, report, g_ptr_array_index (report->sources, i));
}
