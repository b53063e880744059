/* The model itself: its lists and how to look into them. */
#include "amp-report.h"

#include "amp-display-text.h"
#include "amp-export-language.h"
#include "amp-report-crossing.h"
#include "amp-report-private.h"
#include "amp-report-spread.h"

void
amp_report_figure_free (AmpReportFigure *figure)
{
  g_free (figure->id);
  g_free (figure->label);
  g_free (figure->text);
  g_free (figure->note);
  g_free (figure);
}

void
amp_report_table_free (AmpReportTable *table)
{
  g_free (table->id);
  g_free (table->title);
  g_free (table->note);
  amp_table_unref (table->table);
  g_array_unref (table->order);
  g_free (table);
}

void
amp_report_map_free (AmpReportMap *map)
{
  g_free (map->id);
  g_free (map->title);
  g_free (map->description);
  g_free (map);
}

static void
source_free (AmpReportSource *source)
{
  g_free (source->name);
  g_ptr_array_unref (source->figures);
  g_free (source);
}

static GPtrArray *
create_figures (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) amp_report_figure_free);
}

AmpReportSource *
amp_report_source_new (const AmpSourceFacts *facts)
{
  AmpReportSource *source = g_new0 (AmpReportSource, 1);

  source->facts = facts;
  source->name = amp_display_text_escape (facts->name != NULL ? facts->name : "");
  source->figures = create_figures ();
  return source;
}

static void
note_free (AmpReportNote *note)
{
  g_free (note->term);
  g_free (note->text);
  g_free (note);
}

void
amp_report_add_note (GPtrArray *notes, const char *term, char *text)
{
  AmpReportNote *note = g_new0 (AmpReportNote, 1);

  note->term = g_strdup (term);
  note->text = text;
  g_ptr_array_add (notes, note);
}

AmpReport *
amp_report_new_empty (AmpCase *opened, gint64 min_cell, gboolean is_french)
{
  AmpReport *self = g_new0 (AmpReport, 1);

  self->opened = g_object_ref (opened);
  self->facts = amp_case_get_facts (opened);
  self->gazetteer = amp_gazetteer_ref (amp_case_get_gazetteer (opened));
  self->min_cell = min_cell;
  self->is_french = is_french;
  self->mandate = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  self->figures = create_figures ();
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_report_table_free);
  self->crossings = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_report_crossing_free);
  self->maps = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_report_map_free);
  self->spreads = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_report_spread_free);
  self->severity_parts = create_figures ();
  self->rules = create_figures ();
  self->malformed = create_figures ();
  self->unplaced = create_figures ();
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  self->credits = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  return self;
}

AmpReport *
amp_report_new (AmpCase *opened, const AmpSelection *selection, gint64 min_cell, gint64 round_to, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpReport) self = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened), NULL);

  self = amp_report_new_empty (opened, min_cell, amp_export_language_is_french ());
  self->round_to = round_to;
  if (!amp_report_build_tables (self, selection, cancellable, error) || !amp_report_check_bands (self, selection, cancellable, error))
    return NULL;
  amp_report_build_texts (self, selection);
  if (!self->total_is_masked)
    self->severity = amp_case_assess_severity (opened, selection, cancellable, error);
  if (!self->total_is_masked && self->severity == NULL)
    return NULL;
  self->adjustments = amp_case_list_adjustments (opened, error);
  if (self->adjustments == NULL)
    return NULL;
  amp_report_build_severity_parts (self);
  if (!amp_report_build_counts (self, cancellable, error) ||
      !amp_report_build_spreads (self, cancellable, error) ||
      !amp_report_build_figures (self, selection, cancellable, error) ||
      !amp_report_build_maps (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
amp_report_free (AmpReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->mandate);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->maps);
  g_ptr_array_unref (self->crossings);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->severity_parts);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->malformed);
  g_ptr_array_unref (self->unplaced);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->credits);
  g_ptr_array_unref (self->spreads);
  g_clear_pointer (&self->adjustments, g_ptr_array_unref);
  g_free (self->title);
  g_clear_pointer (&self->imported, amp_imported_outlines_free);
  g_free (self->filter);
  g_strfreev (self->filter_terms);
  g_free (self->masking);
  g_clear_pointer (&self->severity, amp_severity_free);
  g_clear_pointer (&self->outlines, amp_outlines_unref);
  amp_gazetteer_unref (self->gazetteer);
  g_object_unref (self->opened);
  g_free (self);
}

AmpReportTable *
amp_report_find_table (const AmpReport *self, AmpKey key)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->tables->len; i++)
    {
      AmpReportTable *table = g_ptr_array_index (self->tables, i);

      if (amp_table_get_key (table->table) == key)
        return table;
    }
  return NULL;
}

static const AmpReportFigure *
find_figure (const GPtrArray *figures, const char *id)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const AmpReportFigure *figure = g_ptr_array_index (figures, i);

      if (g_str_equal (figure->id, id))
        return figure;
    }
  return NULL;
}

const AmpReportFigure *
amp_report_find_figure (const AmpReport *self, const char *id)
{
  const AmpReportFigure *found = NULL;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  {
    const GPtrArray *const lists[] = { self->figures, self->severity_parts, self->rules, self->malformed, self->unplaced };

    for (guint i = 0; found == NULL && i < G_N_ELEMENTS (lists); i++)
      found = find_figure (lists[i], id);
  }
  for (guint i = 0; found == NULL && i < self->sources->len; i++)
    found = find_figure (((const AmpReportSource *) g_ptr_array_index (self->sources, i))->figures, id);
  return found;
}

const AmpTableRow *
amp_report_table_get_row (const AmpReportTable *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->order->len, NULL);

  return amp_table_get_row (self->table, g_array_index (self->order, guint, index));
}

guint
amp_report_table_get_n_shown (const AmpReportTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->order->len <= AMP_REPORT_MAX_SHOWN_ROWS)
    return self->order->len;
  return MIN (self->order->len - self->n_masked, AMP_REPORT_MAX_SHOWN_ROWS);
}
