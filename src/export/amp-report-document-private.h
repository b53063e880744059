/* What the files that write the report as a document share. */
#pragma once

#include "amp-report-document.h"

G_BEGIN_DECLS

/**
 * amp_report_document_add_table:
 * @table: a table of @report with at least one row
 *
 * The first rows, as many as its chart shows, and how many more there are.
 */
void amp_report_document_add_table (AmpDocument *document, const AmpReport *report, const AmpReportTable *table);

/**
 * amp_report_document_add_counts:
 * @title: what the table shows
 * @label: head of the first column
 * @figures: (element-type AmpReportFigure): counts of records
 *
 * Adds them as a table of two columns.
 */
void amp_report_document_add_counts (AmpDocument *document, const char *title, const char *label, const GPtrArray *figures);

/**
 * amp_report_document_add_crossings:
 *
 * Places by categories, sensitivities, ages and sexes; nothing where none is told.
 */
void amp_report_document_add_crossings (AmpDocument *document, const AmpReport *report);

/**
 * amp_report_document_add_severity:
 *
 * The section on severity; nothing where none is told.
 */
void amp_report_document_add_severity (AmpDocument *document, const AmpReport *report);

/**
 * amp_report_document_add_sources:
 *
 * Each source with its dialect, its hash and what became of its lines.
 */
void amp_report_document_add_sources (AmpDocument *document, const AmpReport *report);

G_END_DECLS
