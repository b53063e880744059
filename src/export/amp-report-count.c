/* The figures that no cell tells: what the import counted of the sources, of
 * malformed records, of records without a place and of the rules; and the parts
 * of the score. Each has an identifier, as those of cells have. */
#include "amp-report-private.h"

#include "amp-count-group.h"
#include "amp-disclosure.h"
#include "amp-malformed-count.h"
#include "amp-number-format.h"
#include "amp-person-rule-label.h"
#include "amp-unplaced-count.h"

#include <glib/gi18n-lib.h>

static AmpReportFigure *
add_figure (GPtrArray *figures, char *id, const char *label, AmpReportUnit unit, double value, char *text)
{
  AmpReportFigure *figure = g_new0 (AmpReportFigure, 1);

  figure->id = id;
  figure->label = g_strdup (label);
  figure->unit = unit;
  figure->value = value;
  figure->text = text;
  g_ptr_array_add (figures, figure);
  return figure;
}

/* A count of records or rows, as it is told. */
static void
add_count (const AmpReport *self, GPtrArray *figures, char *id, const char *label, gint64 count, gboolean is_masked)
{
  gint64           told = is_masked ? 0 : amp_table_round_count (count, self->round_to);
  AmpReportFigure *figure = add_figure (figures, id, label, AMP_REPORT_COUNT, (double) told, is_masked ? g_strdup (_ ("masked")) : amp_number_format_count (self->is_french, told));

  figure->is_masked = is_masked;
}

static char *
dup_source_id (guint index, const char *fact)
{
  return g_strdup_printf ("dump/%u/%s", index + 1, fact);
}

static void
add_source_figures (const AmpReport *self, AmpReportSource *source, guint index)
{
  const AmpSourceFacts *facts = source->facts;
  GPtrArray            *figures = source->figures;

  add_figure (figures, dup_source_id (index, "bytes"), _ ("Size"), AMP_REPORT_COUNT, (double) facts->bytes, amp_number_format_bytes (self->is_french, facts->bytes));
  add_figure (figures, dup_source_id (index, "sha256"), "SHA-256", AMP_REPORT_TEXT, 0, g_strdup (facts->sha256 != NULL ? facts->sha256 : "–"));
  add_figure (figures, dup_source_id (index, "fields"), _ ("Fields"), AMP_REPORT_COUNT, facts->n_fields, amp_number_format_count (self->is_french, facts->n_fields));
  add_count (self, figures, dup_source_id (index, "lines"), _ ("Lines of text"), facts->lines, FALSE);
  add_count (self, figures, dup_source_id (index, "records"), _ ("Records"), facts->records, FALSE);
  add_count (self, figures, dup_source_id (index, "malformed"), _ ("Malformed records among them"), facts->malformed, FALSE);
  add_count (self, figures, dup_source_id (index, "unplaced"), _ ("Records without a place"), facts->unplaced, source->is_unplaced_masked);
  add_count (self, figures, dup_source_id (index, "skipped"), _ ("Rows that are no record"), facts->skipped, FALSE);
}

/* A source may hold few of the records without a place, or all of them. */
static gboolean
is_unplaced_masked (const AmpReport *self)
{
  const AmpTableRow *unplaced = amp_table_find_row (amp_report_find_table (self, AMP_KEY_COUNTRY)->table, "");

  return self->total_is_masked || (unplaced != NULL && unplaced->is_masked);
}

static void
build_sources (AmpReport *self)
{
  for (guint i = 0; i < self->facts->sources->len; i++)
    {
      AmpReportSource *source = amp_report_source_new (g_ptr_array_index (self->facts->sources, i));

      source->is_unplaced_masked = is_unplaced_masked (self) || amp_disclosure_is_small (source->facts->unplaced, self->min_cell);
      add_source_figures (self, source, i);
      g_ptr_array_add (self->sources, source);
    }
}

static gboolean
build_malformed (AmpReport *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpMalformedCount) count = NULL;

  if (self->facts->malformed == 0)
    return TRUE;
  count = amp_malformed_count_new (self->opened, cancellable, error);
  for (guint i = 0; count != NULL && i < count->reasons->len; i++)
    {
      const AmpMalformedReason *reason = g_ptr_array_index (count->reasons, i);

      add_count (self, self->malformed, g_strconcat ("malformed/", reason->code, "/rows", NULL), amp_malformed_reason_get_label (reason->code), reason->rows, FALSE);
    }
  return count != NULL;
}

/* Which of the reasons to hide: their sum is told. Returns NULL where nothing
 * can be told. */
static AmpCountGroup *
protect_reasons (const AmpReport *self, const gint64 *records, guint *counts)
{
  g_autoptr (AmpCountGroup) group = amp_count_group_new (2);

  for (guint i = 0; i < AMP_N_UNPLACED_REASONS; i++)
    {
      const AmpCounts count = { records[i], records[i], 0 };

      if (records[i] > 0)
        counts[i] = amp_count_group_add_figure (group, &count, TRUE, 0, 1);
    }
  return amp_count_group_protect (group, self->min_cell) ? g_steal_pointer (&group) : NULL;
}

/* Of the whole case alone: what a filter leaves out would tell the rest. */
static gboolean
build_unplaced (AmpReport *self, GCancellable *cancellable, GError **error)
{
  gint64 records[AMP_N_UNPLACED_REASONS];
  guint  counts[AMP_N_UNPLACED_REASONS] = { 0 };
  g_autoptr (AmpCountGroup) group = NULL;

  if (self->filter_terms[0] != NULL || is_unplaced_masked (self))
    return TRUE;
  if (!amp_unplaced_count_run (self->opened, records, cancellable, error))
    return FALSE;
  group = self->min_cell > 0 ? protect_reasons (self, records, counts) : NULL;
  for (guint i = 0; i < AMP_N_UNPLACED_REASONS; i++)
    if (records[i] > 0)
      add_count (self, self->unplaced, g_strconcat ("unplaced/", amp_unplaced_reason_get_code (i), "/records", NULL), amp_unplaced_reason_get_label (i), records[i],
                 self->min_cell > 0 && (group == NULL || amp_count_group_is_hidden (group, counts[i])));
  return TRUE;
}

static void
build_rules (AmpReport *self)
{
  for (guint rule = 0; rule < AMP_N_JOINING_RULES; rule++)
    add_count (self, self->rules, g_strdup_printf ("rule/%u/joined", rule + 1), amp_person_rule_get_label (rule), self->facts->joined[rule], FALSE);
}

gboolean
amp_report_build_counts (AmpReport *self, GCancellable *cancellable, GError **error)
{
  build_sources (self);
  build_rules (self);
  return build_malformed (self, cancellable, error) && build_unplaced (self, cancellable, error);
}

static char *
dup_score (const AmpReport *self, double value)
{
  return value >= 0 ? amp_number_format_decimal (self->is_french, value, value == (int) value ? 0 : 2) : g_strdup ("–");
}

static void
add_part (AmpReport *self, AmpSeverityPart part, const char *column, double value)
{
  add_figure (self->severity_parts, g_strconcat ("severity/", amp_severity_part_get_code (part), "/", column, NULL), amp_severity_part_get_label (part), AMP_REPORT_SCORE, value, dup_score (self, value));
}

static void
add_sum (AmpReport *self, const char *id, const char *label, double value)
{
  add_figure (self->severity_parts, g_strdup (id), label, AMP_REPORT_SCORE, value, amp_number_format_decimal (self->is_french, value, 2));
}

void
amp_report_build_severity_parts (AmpReport *self)
{
  const AmpSeverity *severity = self->severity;

  if (severity == NULL)
    return;
  add_sum (self, "severity/score", _ ("Score"), severity->score);
  add_sum (self, "severity/computed", _ ("Computed, without adjustments"), severity->computed_score);
  add_sum (self, "severity/cb", _ ("Circumstances of the breach"), severity->cb);
  for (guint part = 0; part < AMP_N_SEVERITY_PARTS; part++)
    {
      if (severity->parts[part] < 0)
        continue;
      add_part (self, part, "computed", severity->computed_parts[part]);
      add_part (self, part, "value", severity->parts[part]);
    }
}
