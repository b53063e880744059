/* The section on severity: the result, its reasons, what the analyst set beside
 * what was computed, and how it spreads over places and groups. */
#include "amp-report-document-private.h"

#include "amp-display-text.h"
#include "amp-notification.h"
#include "amp-number-format.h"
#include "amp-report-spread.h"

#include <glib/gi18n-lib.h>

static char *
dup_part (const AmpReport *report, double value)
{
  return value >= 0 ? amp_number_format_decimal (report->is_french, value, value == (int) value ? 0 : 2) : g_strdup ("–");
}

static const char *
find_value_label (AmpSeverityPart part, double value)
{
  for (guint i = 0; i < amp_severity_part_get_n_values (part); i++)
    if (amp_severity_part_get_value (part, i) == value)
      return amp_severity_part_get_value_label (part, i);
  return _ ("none of these data");
}

/* Without data there is nothing to multiply. */
static char *
dup_sum (const AmpReport *report)
{
  const AmpSeverity *severity = report->severity;
  g_autofree char   *score = amp_number_format_decimal (report->is_french, severity->score, 2);
  g_autofree char   *ei = amp_number_format_decimal (report->is_french, severity->ei, 2);
  g_autofree char   *cb = amp_number_format_decimal (report->is_french, severity->cb, 2);

  if (severity->dpc == 0)
    return g_steal_pointer (&score);
  return g_strdup_printf ("SE = DPC × EI + CB = %u × %s + %s = %s", severity->dpc, ei, cb, score);
}

static void
add_result (AmpDocument *document, const AmpReport *report)
{
  const AmpSeverity *severity = report->severity;
  g_autofree char   *sum = dup_sum (report);
  g_autofree char   *computed = amp_number_format_decimal (report->is_french, severity->computed_score, 2);
  g_autofree char   *before = NULL;

  amp_document_begin_terms (document, AMP_STYLE_PLAIN);
  amp_document_add_term (document, _ ("Severity (ENISA)"), amp_severity_band_get_label (severity->band));
  amp_document_add_term (document, _ ("Severity (CNIL’s scale)"), amp_severity_band_get_cnil_label (severity->band));
  amp_document_add_term_figure (document, _ ("Score"), sum, "severity/score");
  /* translators: a score, and its band */
  before = g_strdup_printf (_ ("%s, %s"), computed, amp_severity_band_get_label (severity->computed_band));
  if (severity->is_adjusted)
    amp_document_add_term_figure (document, _ ("Computed, without adjustments"), before, "severity/computed");
  if (severity->is_many_people)
    amp_document_add_term (document, _ ("Flag"), _ ("More than 100 people"));
  if (severity->is_unintelligible)
    amp_document_add_term (document, _ ("Flag"), _ ("The data are unintelligible (encrypted or hashed)"));
}

static void
add_figure (AmpDocumentTable *table, const AmpReport *report, AmpSeverityPart part, const char *column)
{
  g_autofree char       *id = g_strconcat ("severity/", amp_severity_part_get_code (part), "/", column, NULL);
  const AmpReportFigure *figure = amp_report_find_figure (report, id);

  amp_document_table_add_figure (table, g_strdup (figure->text), FALSE, g_steal_pointer (&id));
}

static void
add_parts (AmpDocument *document, const AmpReport *report)
{
  const AmpSeverity *severity = report->severity;
  AmpDocumentTable  *table = amp_document_begin_table (document, _ ("Parts of the score"));

  amp_document_table_add_column (table, _ ("Part"), FALSE);
  amp_document_table_add_column (table, _ ("Meaning"), FALSE);
  amp_document_table_add_column (table, _ ("Computed"), TRUE);
  amp_document_table_add_column (table, _ ("Value"), TRUE);
  for (guint part = 0; part < AMP_N_SEVERITY_PARTS; part++)
    {
      if (severity->parts[part] < 0)
        continue;
      amp_document_table_add_cell (table, g_strdup (amp_severity_part_get_label (part)), FALSE);
      amp_document_table_add_cell (table, g_strdup (find_value_label (part, severity->parts[part])), FALSE);
      add_figure (table, report, part, "computed");
      add_figure (table, report, part, "value");
    }
}

static void
add_adjustment (AmpDocument *document, const AmpReport *report, const AmpSeverityAdjustment *adjustment)
{
  g_autofree char *value = dup_part (report, adjustment->value);
  g_autofree char *computed = dup_part (report, report->severity->computed_parts[adjustment->part]);
  g_autofree char *analyst = amp_display_text_escape (adjustment->analyst);
  g_autofree char *reason = amp_display_text_escape_message (adjustment->reason);
  g_autofree char *time = adjustment->time != NULL ? amp_notification_dup_time (adjustment->time, report->is_french) : g_strdup ("–");
  /* translators: a value and the computed one; who set it, when and why */
  g_autofree char *text = g_strdup_printf (_ ("%s instead of %s. Set by %s on %s: %s"), value, computed, analyst, time, reason);

  amp_document_add_term (document, amp_severity_part_get_label (adjustment->part), text);
}

static void
add_adjustments (AmpDocument *document, const AmpReport *report)
{
  if (report->adjustments->len == 0)
    return;
  amp_document_add_heading (document, 3, AMP_STYLE_PLAIN, "adjustments", _ ("Adjustments of the analyst"));
  amp_document_begin_terms (document, AMP_STYLE_PLAIN);
  for (guint i = 0; i < report->adjustments->len; i++)
    add_adjustment (document, report, g_ptr_array_index (report->adjustments, i));
}

static void
add_row (AmpDocumentTable *table, const AmpReport *report, const AmpReportSpread *spread, const AmpReportSpreadRow *row)
{
  amp_document_table_add_cell (table, g_strdup (row->label), FALSE);
  for (guint band = AMP_N_SEVERITY_BANDS; band-- > 0;)
    amp_document_table_add_figure (table, row->is_masked[band] ? g_strdup (_ ("masked")) : amp_number_format_count (report->is_french, row->persons[band]),
                                   row->is_masked[band], amp_report_spread_dup_figure (spread, row, band));
}

static void
add_spread (AmpDocument *document, const AmpReport *report, const AmpReportSpread *spread)
{
  AmpDocumentTable *table;

  if (spread->rows->len == 0)
    return;
  amp_document_add_heading (document, 3, AMP_STYLE_PLAIN, spread->id, spread->title);
  table = amp_document_begin_table (document, spread->title);
  amp_document_table_add_column (table, amp_key_get_label (spread->key), FALSE);
  for (guint band = AMP_N_SEVERITY_BANDS; band-- > 0;)
    amp_document_table_add_column (table, amp_severity_band_get_label (band), TRUE);
  for (guint i = 0; i < MIN (spread->rows->len, AMP_REPORT_MAX_SHOWN_ROWS); i++)
    add_row (table, report, spread, g_ptr_array_index (spread->rows, i));
  table->note = g_strdup (_ ("Persons in each band. Rows are left out where the number of persons, or of those with sensitive data, is masked."));
}

void
amp_report_document_add_severity (AmpDocument *document, const AmpReport *report)
{
  if (report->severity == NULL)
    return;
  amp_document_add_heading (document, 2, AMP_STYLE_PLAIN, "why-severity", _ ("Why this severity"));
  add_result (document, report);
  amp_document_add_list (document, report->severity->reasons);
  add_parts (document, report);
  add_adjustments (document, report);
  amp_document_add_paragraph (document, AMP_STYLE_CAPTION, _ ("By ENISA’s “Recommendations for a methodology of the assessment of severity of personal data breaches” (2013). It is a decision aid; it does not decide whether articles 33 and 34 of the GDPR apply."));
  if (report->spreads->len > 0)
    amp_document_add_paragraph (document, AMP_STYLE_CAPTION, _ ("ENISA’s method rates a breach as a whole. Rating each person, and counting them by place and group, is an extension of it."));
  for (guint i = 0; i < report->spreads->len; i++)
    add_spread (document, report, g_ptr_array_index (report->spreads, i));
}
