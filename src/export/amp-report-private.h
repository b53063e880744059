/* What the files that build the report share. */
#pragma once

#include "amp-report.h"

G_BEGIN_DECLS

AmpReport *amp_report_new_empty (AmpCase *opened, gint64 min_cell, gboolean is_french);

void amp_report_figure_free (AmpReportFigure *figure);

void amp_report_table_free (AmpReportTable *table);

void amp_report_map_free (AmpReportMap *map);

/**
 * amp_report_add_note:
 * @notes: a list of the report
 * @term: what is explained
 * @text: (transfer full): the sentences
 */
void amp_report_add_note (GPtrArray *notes, const char *term, char *text);

/**
 * amp_report_source_new:
 *
 * Returns: (transfer full): a source without figures
 */
AmpReportSource *amp_report_source_new (const AmpSourceFacts *facts);

/**
 * amp_report_dup_most:
 *
 * Returns: (transfer full): the largest rows of @table in words, as somebody would
 *   who describes a map or chart of it
 */
char *amp_report_dup_most (const AmpReport *report, const AmpReportTable *table);

/* Each fills one part of the report; see amp_report_new(). */
gboolean amp_report_build_tables (AmpReport *self, const AmpSelection *selection, GCancellable *cancellable, GError **error);
gboolean amp_report_build_figures (AmpReport *self, const AmpSelection *selection, GCancellable *cancellable, GError **error);
void     amp_report_build_texts (AmpReport *self, const AmpSelection *selection);
gboolean amp_report_check_bands (AmpReport *self, const AmpSelection *selection, GCancellable *cancellable, GError **error);
gboolean amp_report_build_spreads (AmpReport *self, GCancellable *cancellable, GError **error);
gboolean amp_report_build_counts (AmpReport *self, GCancellable *cancellable, GError **error);
void     amp_report_build_severity_parts (AmpReport *self);
gboolean amp_report_build_maps (AmpReport *self, GError **error);

G_END_DECLS
