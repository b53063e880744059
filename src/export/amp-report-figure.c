/* The single figures of a report, masked like the tables that they follow
 * from. */
#include "amp-report-private.h"

#include "amp-disclosure.h"
#include "amp-number-format.h"
#include "amp-person-facts.h"

#include <glib/gi18n-lib.h>

static AmpReportFigure *
add_figure (AmpReport *self, const char *id, const char *label, AmpReportUnit unit, double value, gboolean is_masked)
{
  AmpReportFigure *figure = g_new0 (AmpReportFigure, 1);

  figure->id = g_strdup (id);
  figure->label = g_strdup (label);
  figure->unit = unit;
  figure->is_masked = is_masked;
  figure->value = is_masked ? 0 : value;
  if (is_masked)
    figure->text = g_strdup (_ ("masked"));
  else if (unit == AMP_REPORT_SHARE)
    figure->text = amp_number_format_percent (self->is_french, value);
  else
    figure->text = amp_number_format_count (self->is_french, (gint64) value);
  g_ptr_array_add (self->figures, figure);
  return figure;
}

/* A count as it is told. */
static gint64
told (const AmpReport *self, gint64 count)
{
  return amp_table_round_count (count, self->round_to);
}

static AmpReportFigure *
add_count (AmpReport *self, const char *id, const char *label, gint64 count, gboolean is_masked)
{
  return add_figure (self, id, label, AMP_REPORT_COUNT, (double) told (self, count), is_masked);
}

/* A share of nobody is no figure. */
static AmpReportFigure *
add_share (AmpReport *self, const char *id, const char *label, gint64 part, gint64 whole, gboolean is_masked)
{
  if (whole <= 0)
    return NULL;
  return add_figure (self, id, label, AMP_REPORT_SHARE, (double) told (self, part) / (double) MAX (told (self, whole), 1), is_masked);
}

static gboolean
is_row_masked (const AmpReport *self, AmpKey key, const char *code)
{
  const AmpReportTable *table = amp_report_find_table (self, key);
  const AmpTableRow    *row = amp_table_find_row (table->table, code);

  return row != NULL && row->is_masked;
}

static void
add_persons (AmpReport *self, const AmpSummary *summary)
{
  AmpReportFigure *figure = add_count (self, "persons", _ ("Persons"), summary->persons, self->total_is_masked);
  g_autofree char *lowest = amp_number_format_count (self->is_french, told (self, self->facts->persons_lowest));
  g_autofree char *highest = amp_number_format_count (self->is_french, told (self, self->facts->persons_highest));

  figure->is_headline = TRUE;
  if (self->filter_terms[0] != NULL || self->total_is_masked)
    return;
  figure->note = g_strdup_printf (_ ("between %s and %s"), lowest, highest);
  add_count (self, "persons_lowest", _ ("Persons, at least"), self->facts->persons_lowest, FALSE);
  add_count (self, "persons_highest", _ ("Persons, at most"), self->facts->persons_highest, FALSE);
}

/* Under a filter, the whole case tells how many the filter leaves out. */
static void
add_case (AmpReport *self, const AmpSummary *summary)
{
  gint64   others = self->facts->persons - summary->persons;
  gboolean is_masked = self->total_is_masked || amp_disclosure_is_small (others, self->min_cell);

  if (self->filter_terms[0] == NULL)
    return;
  add_count (self, "case_persons", _ ("Persons in the whole case"), self->facts->persons, is_masked);
}

static void
add_sensitive (AmpReport *self, const AmpSummary *summary)
{
  gboolean is_masked = self->total_is_masked || is_row_masked (self, AMP_KEY_SENSITIVITY, amp_sensitivity_get_code (AMP_SENSITIVITY_SENSITIVE)) ||
                       amp_disclosure_is_small (summary->sensitive_persons, self->min_cell);
  AmpReportFigure *figure;

  add_count (self, "sensitive_persons", _ ("Persons with sensitive data"), summary->sensitive_persons, is_masked);
  figure = add_share (self, "sensitive_share", _ ("Share with sensitive data"), summary->sensitive_persons, summary->persons, is_masked);
  if (figure != NULL)
    figure->is_headline = TRUE;
  if (figure != NULL && !is_masked)
    {
      g_autofree char *count = amp_number_format_count (self->is_french, told (self, summary->sensitive_persons));

      /* translators: %s is a number */
      figure->note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person", "%s persons", (gulong) summary->sensitive_persons), count);
    }
}

static void
add_minors (AmpReport *self, const AmpSummary *summary)
{
  gboolean         is_masked = self->total_is_masked || self->minors_is_masked;
  gboolean         is_known_masked = self->total_is_masked || is_row_masked (self, AMP_KEY_AGE, amp_age_band_get_code (AMP_AGE_BAND_UNKNOWN));
  g_autofree char *day = amp_number_format_date (self->is_french, self->facts->as_of != NULL ? self->facts->as_of : "");
  AmpReportFigure *figure = add_count (self, "minors", _ ("Minors"), summary->minors, is_masked);

  figure->is_headline = TRUE;
  figure->note = day[0] != '\0' ? g_strdup_printf (_ ("under 18 on %s"), day) : NULL;
  add_count (self, "minors_known", _ ("Persons of known age"), summary->minors_known, is_known_masked);
  add_share (self, "minors_share", _ ("Share of minors among persons of known age"), summary->minors, summary->minors_known, is_masked || is_known_masked);
}

gboolean
amp_report_build_figures (AmpReport *self, const AmpSelection *selection, GCancellable *cancellable, GError **error)
{
  gboolean         is_masked = self->total_is_masked;
  AmpSummary       summary;
  AmpReportFigure *figure;

  if (!amp_case_summarize (self->opened, selection, &summary, cancellable, error))
    return FALSE;
  add_persons (self, &summary);
  figure = add_count (self, "records", _ ("Records"), summary.records, is_masked);
  figure->is_headline = TRUE;
  add_case (self, &summary);
  figure = add_count (self, "communes", _ ("Communes touched"), summary.communes, is_masked);
  figure->is_headline = TRUE;
  add_sensitive (self, &summary);
  add_minors (self, &summary);
  figure = add_count (self, "unplaced_persons", _ ("Persons without a place"), summary.unplaced_persons, is_masked || is_row_masked (self, AMP_KEY_COUNTRY, ""));
  figure->is_headline = TRUE;
  add_count (self, "malformed", _ ("Malformed records in the dump"), self->facts->malformed, FALSE);
  return TRUE;
}
