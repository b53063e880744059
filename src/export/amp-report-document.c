/* Puts a report into words and sections. */
#include "amp-report-document-private.h"

#include "amp-number-format.h"

#include <glib/gi18n-lib.h>

static void
add_notes (AmpDocument *document, const GPtrArray *notes, AmpBlockStyle style)
{
  if (notes->len == 0)
    return;
  amp_document_begin_terms (document, style);
  for (guint i = 0; i < notes->len; i++)
    {
      const AmpReportNote *note = g_ptr_array_index (notes, i);

      amp_document_add_term (document, note->term, note->text);
    }
}

static void
add_head (AmpDocument *document, const AmpReport *report)
{
  g_autofree char *day = amp_number_format_date (report->is_french, report->facts->as_of != NULL ? report->facts->as_of : "");

  if (report->mandate->len == 0)
    amp_document_add_paragraph (document, AMP_STYLE_WARNING, _ ("No mandate stated."));
  add_notes (document, report->mandate, AMP_STYLE_HEAD);
  if (report->filter != NULL)
    {
      g_autofree char *filter = g_strdup_printf (_ ("Only a part of the case: %s."), report->filter);

      amp_document_add_paragraph (document, AMP_STYLE_WARNING, filter);
    }
  amp_document_add_paragraph (document, report->min_cell > 0 ? AMP_STYLE_CAPTION : AMP_STYLE_WARNING, report->masking);
  if (day[0] != '\0')
    {
      g_autofree char *reference = g_strdup_printf (_ ("Reference day of ages: %s."), day);

      amp_document_add_paragraph (document, AMP_STYLE_CAPTION, reference);
    }
}

static void
add_severity_card (AmpDocument *document, const AmpReport *report)
{
  const AmpSeverity *severity = report->severity;
  g_autofree char   *score = NULL;
  g_autofree char   *note = NULL;
  AmpDocumentCard    card = { .id = (char *) "severity", .label = (char *) _ ("Severity") };

  if (severity == NULL)
    return;
  score = amp_number_format_decimal (report->is_french, severity->score, 2);
  note = g_strdup_printf (_ ("ENISA score %s; CNIL scale: %s"), score, amp_severity_band_get_cnil_label (severity->band));
  card.text = (char *) amp_severity_band_get_label (severity->band);
  card.note = note;
  card.accent = amp_severity_band_get_code (severity->band);
  amp_document_add_card (document, &card);
}

static void
add_figures (AmpDocument *document, const AmpReport *report)
{
  amp_document_add_heading (document, 2, AMP_STYLE_PLAIN, "figures", _ ("Key figures"));
  amp_document_begin_cards (document);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const AmpReportFigure *figure = g_ptr_array_index (report->figures, i);
      const AmpDocumentCard  card = { figure->id, figure->label, figure->text, figure->note, NULL, figure->is_masked };

      if (figure->is_headline)
        amp_document_add_card (document, &card);
    }
  add_severity_card (document, report);
}

static void
add_maps (AmpDocument *document, const AmpReport *report)
{
  for (guint i = 0; i < report->maps->len; i++)
    {
      const AmpReportMap *map = g_ptr_array_index (report->maps, i);

      amp_document_add_heading (document, 3, AMP_STYLE_MAP, map->id, map->title);
      amp_document_add_picture (document, amp_report_drawing_new_map (report, map, FALSE));
      amp_document_add_paragraph (document, AMP_STYLE_CAPTION, map->description);
    }
}

static void
add_table (AmpDocument *document, const AmpReport *report, const AmpReportTable *table)
{
  g_autofree char *id = g_strconcat ("by-", table->id, NULL);

  amp_document_add_heading (document, 3, AMP_STYLE_CHART, id, table->title);
  if (table->note != NULL)
    amp_document_add_paragraph (document, AMP_STYLE_CAPTION, table->note);
  if (table->order->len == 0)
    {
      amp_document_add_paragraph (document, AMP_STYLE_PLAIN, table->is_withheld ? _ ("Withheld: so few persons that no count can be told without giving others away.") : _ ("Nobody."));
      return;
    }
  amp_document_add_picture (document, amp_report_drawing_new_chart (report, table, FALSE));
  amp_report_document_add_table (document, report, table);
}

/* Tables under the headings of their groups; maps with the places. */
static void
add_tables (AmpDocument *document, const AmpReport *report)
{
  const char *group = "";

  for (guint i = 0; i < report->tables->len; i++)
    {
      const AmpReportTable *table = g_ptr_array_index (report->tables, i);

      if (!g_str_equal (group, table->group))
        amp_document_add_heading (document, 2, AMP_STYLE_PLAIN, NULL, table->group);
      if (i == 0)
        add_maps (document, report);
      group = table->group;
      add_table (document, report, table);
    }
}

static void
add_section (AmpDocument *document, const char *id, const char *title, const GPtrArray *notes)
{
  amp_document_add_heading (document, 2, AMP_STYLE_PLAIN, id, title);
  add_notes (document, notes, AMP_STYLE_PLAIN);
}

AmpDocument *
amp_report_document_new (const AmpReport *report)
{
  AmpDocument *document;

  g_return_val_if_fail (report != NULL, NULL);

  document = amp_document_new (report->is_french, report->title);
  if (report->facts->mandate != NULL)
    document->author = g_strdup (report->facts->mandate->analyst);
  document->footer = g_strdup_printf (_ ("Made with Ampleur %s."), AMP_VERSION);
  add_head (document, report);
  add_figures (document, report);
  add_tables (document, report);
  amp_report_document_add_crossings (document, report);
  amp_report_document_add_severity (document, report);
  amp_document_add_heading (document, 2, AMP_STYLE_PLAIN, "sources", _ ("Sources"));
  amp_report_document_add_sources (document, report);
  amp_document_add_heading (document, 2, AMP_STYLE_PLAIN, "rules", _ ("Records joined into persons, by rule"));
  amp_report_document_add_counts (document, _ ("Records joined into persons, by rule"), _ ("Rule"), report->rules);
  add_section (document, "method", _ ("Method"), report->notes);
  add_section (document, "credits", _ ("Reference data"), report->credits);
  return document;
}
