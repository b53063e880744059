/* One HTML page that holds everything: no script, no reference to anything
 * outside, pictures inline. Reads well on paper, in the dark and aloud. */
#include "amp-export-private.h"

#include "amp-export-resources.h"
#include "amp-html.h"
#include "amp-html-table.h"
#include "amp-number-format.h"
#include "amp-report-drawing.h"

#include <glib/gi18n-lib.h>

static void
append_style (GString *html)
{
  g_autoptr (GBytes) style = g_resource_lookup_data (amp_export_get_resource (), "/org/ampleur/export/report.css", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize       length;
  const char *text = g_bytes_get_data (style, &length);

  g_string_append (html, "<style>\n");
  g_string_append_len (html, text, (gssize) length);
  g_string_append (html, "</style>\n");
}

static void
append_head (GString *html, const AmpReport *report)
{
  g_string_append_printf (html, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n", report->is_french ? "fr" : "en");
  /* Pictures carry style attributes, so styles must be allowed; nothing is
   * fetched, run or sent, whatever stands in the page. */
  g_string_append (html, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n"
                         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                         "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
                         "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
                         "<meta name=\"generator\" content=\"Ampleur " AMP_VERSION "\"/>\n");
  amp_html_append_element (html, "title", NULL, report->title);
  append_style (html);
  g_string_append (html, "</head>\n<body>\n");
}

/* Terms and texts side by side. */
static void
append_notes (GString *html, const GPtrArray *notes, const char *attributes)
{
  if (notes->len == 0)
    return;
  g_string_append_printf (html, "<dl %s>\n", attributes);
  for (guint i = 0; i < notes->len; i++)
    {
      const AmpReportNote *note = g_ptr_array_index (notes, i);

      g_string_append (html, "<div>");
      amp_html_append_element (html, "dt", NULL, note->term);
      amp_html_append_element (html, "dd", NULL, note->text);
      g_string_append (html, "</div>\n");
    }
  g_string_append (html, "</dl>\n");
}

static void
append_header (GString *html, const AmpReport *report)
{
  g_autofree char *day = amp_number_format_date (report->is_french, report->facts->as_of != NULL ? report->facts->as_of : "");

  g_string_append (html, "<header>\n");
  amp_html_append_element (html, "h1", NULL, report->title);
  if (report->mandate->len == 0)
    amp_html_append_element (html, "p", "class=\"warning\"", _ ("No mandate stated."));
  append_notes (html, report->mandate, "class=\"mandate\"");
  if (report->filter != NULL)
    {
      g_autofree char *filter = g_strdup_printf (_ ("Only a part of the case: %s."), report->filter);

      amp_html_append_element (html, "p", "class=\"warning\"", filter);
    }
  amp_html_append_element (html, "p", report->min_cell > 0 ? "class=\"masking\"" : "class=\"warning\"", report->masking);
  if (day[0] != '\0')
    {
      g_autofree char *reference = g_strdup_printf (_ ("Reference day of ages: %s."), day);

      amp_html_append_element (html, "p", "class=\"masking\"", reference);
    }
  g_string_append (html, "</header>\n<main>\n");
}

static void
append_severity_card (GString *html, const AmpReport *report)
{
  const AmpSeverity *severity = report->severity;
  g_autofree char   *score = NULL;
  g_autofree char   *note = NULL;

  if (severity == NULL)
    return;
  score = amp_number_format_decimal (report->is_french, severity->score, 2);
  note = g_strdup_printf (_ ("ENISA score %s; CNIL scale: %s"), score, amp_severity_band_get_cnil_label (severity->band));
  g_string_append_printf (html, "<div class=\"severity %s\">", amp_severity_band_get_code (severity->band));
  amp_html_append_element (html, "dt", NULL, _ ("Severity"));
  amp_html_append_element (html, "dd", NULL, amp_severity_band_get_label (severity->band));
  amp_html_append_element (html, "dd", "class=\"note\"", note);
  g_string_append (html, "</div>\n");
}

static void
append_card (GString *html, const AmpReportFigure *figure)
{
  g_string_append (html, figure->is_masked ? "<div class=\"masked\">" : "<div>");
  amp_html_append_element (html, "dt", NULL, figure->label);
  amp_html_append_element (html, "dd", NULL, figure->text);
  if (figure->note != NULL)
    amp_html_append_element (html, "dd", "class=\"note\"", figure->note);
  g_string_append (html, "</div>\n");
}

static void
append_figures (GString *html, const AmpReport *report)
{
  g_string_append (html, "<section>\n");
  amp_html_append_element (html, "h2", NULL, _ ("Key figures"));
  g_string_append (html, "<dl class=\"cards\">\n");
  for (guint i = 0; i < report->figures->len; i++)
    {
      const AmpReportFigure *figure = g_ptr_array_index (report->figures, i);

      if (figure->is_headline)
        append_card (html, figure);
    }
  append_severity_card (html, report);
  g_string_append (html, "</dl>\n</section>\n");
}

/* What stands before <svg> is for files of their own. */
static gboolean
append_drawing (GString *html, AmpReportDrawing *drawing, GError **error)
{
  g_autoptr (AmpReportDrawing) owned = drawing;
  g_autoptr (GBytes) svg = amp_report_drawing_to_svg (drawing, TRUE, error);
  const char *text, *start;
  gsize       length;

  if (svg == NULL)
    return FALSE;
  text = g_bytes_get_data (svg, &length);
  start = g_strstr_len (text, (gssize) length, "<svg");
  if (start == NULL)
    start = text;
  g_string_append (html, "<figure>\n");
  g_string_append_len (html, start, (gssize) (length - (gsize) (start - text)));
  g_string_append (html, "</figure>\n");
  return TRUE;
}

static gboolean
append_maps (GString *html, const AmpReport *report, AmpExportRun *run, GError **error)
{
  for (guint i = 0; i < report->maps->len; i++)
    {
      const AmpReportMap *map = g_ptr_array_index (report->maps, i);

      if (amp_export_run_is_stopped (run, error))
        return FALSE;
      g_string_append_printf (html, "<section class=\"map\" id=\"%s\">\n", map->id);
      amp_html_append_element (html, "h3", NULL, map->title);
      if (!append_drawing (html, amp_report_drawing_new_map (report, map, FALSE), error))
        return FALSE;
      amp_html_append_element (html, "p", "class=\"caption\"", map->description);
      g_string_append (html, "</section>\n");
    }
  return TRUE;
}

static gboolean
append_table (GString *html, const AmpReport *report, const AmpReportTable *table, GError **error)
{
  g_string_append_printf (html, "<section class=\"table\" id=\"by-%s\">\n", table->id);
  amp_html_append_element (html, "h3", NULL, table->title);
  if (table->note != NULL)
    amp_html_append_element (html, "p", "class=\"caption\"", table->note);
  if (table->order->len == 0)
    {
      amp_html_append_element (html, "p", NULL, table->is_withheld ? _ ("Withheld: so few persons that no count can be told without giving others away.") : _ ("Nobody."));
      g_string_append (html, "</section>\n");
      return TRUE;
    }
  g_string_append (html, "<div class=\"pair\">\n");
  if (!append_drawing (html, amp_report_drawing_new_chart (report, table, FALSE), error))
    return FALSE;
  amp_html_append_table (html, report, table);
  g_string_append (html, "</div>\n</section>\n");
  return TRUE;
}

/* Tables under the headings of their groups; maps with the places. */
static gboolean
append_tables (GString *html, const AmpReport *report, AmpExportRun *run, GError **error)
{
  const char *group = "";

  for (guint i = 0; i < report->tables->len; i++)
    {
      const AmpReportTable *table = g_ptr_array_index (report->tables, i);

      if (amp_export_run_is_stopped (run, error))
        return FALSE;
      if (!g_str_equal (group, table->group))
        {
          g_string_append (html, i > 0 ? "</section>\n<section>\n" : "<section>\n");
          amp_html_append_element (html, "h2", NULL, table->group);
          if (i == 0 && !append_maps (html, report, run, error))
            return FALSE;
        }
      group = table->group;
      if (!append_table (html, report, table, error))
        return FALSE;
    }
  g_string_append (html, "</section>\n");
  return TRUE;
}

static void
append_severity (GString *html, const AmpReport *report)
{
  if (report->severity == NULL)
    return;
  g_string_append (html, "<section>\n");
  amp_html_append_element (html, "h2", NULL, _ ("Why this severity"));
  g_string_append (html, "<ul class=\"reasons\">\n");
  for (guint i = 0; report->severity->reasons[i] != NULL; i++)
    amp_html_append_element (html, "li", NULL, report->severity->reasons[i]);
  g_string_append (html, "</ul>\n");
  amp_html_append_element (html, "p", "class=\"caption\"", _ ("By ENISA’s “Recommendations for a methodology of the assessment of severity of personal data breaches” (2013). It is a decision aid; it does not decide whether articles 33 and 34 of the GDPR apply."));
  g_string_append (html, "</section>\n");
}

static void
append_section (GString *html, const char *title, const GPtrArray *notes)
{
  g_string_append (html, "<section>\n");
  amp_html_append_element (html, "h2", NULL, title);
  append_notes (html, notes, "class=\"notes\"");
  g_string_append (html, "</section>\n");
}

static void
append_foot (GString *html, const AmpReport *report)
{
  g_autofree char *program = g_strdup_printf (_ ("Made with Ampleur %s."), AMP_VERSION);

  append_severity (html, report);
  g_string_append (html, "<section>\n");
  amp_html_append_element (html, "h2", NULL, _ ("Sources"));
  amp_html_append_sources (html, report);
  g_string_append (html, "</section>\n");
  append_section (html, _ ("Records joined into persons, by rule"), report->rules);
  append_section (html, _ ("Method"), report->notes);
  append_section (html, _ ("Reference data"), report->credits);
  g_string_append (html, "</main>\n<footer>\n");
  amp_html_append_element (html, "p", NULL, program);
  g_string_append (html, "</footer>\n</body>\n</html>\n");
}

gboolean
amp_export_write_html (const AmpReport *report, AmpExportRun *run, GError **error)
{
  g_autoptr (GString) html = g_string_new (NULL);

  append_head (html, report);
  append_header (html, report);
  append_figures (html, report);
  if (!append_tables (html, report, run, error))
    return FALSE;
  append_foot (html, report);
  return amp_export_run_write (run, "report.html", g_string_free_to_bytes (g_steal_pointer (&html)), error);
}
