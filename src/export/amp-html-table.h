/* The tables of the HTML page: captioned, with scopes, numbers by the habits
 * of the language. */
#pragma once

#include "amp-report.h"

G_BEGIN_DECLS

/**
 * amp_html_append_table:
 * @table: a table of @report with at least one row
 *
 * The first rows, as many as its chart shows, and how many more there are.
 */
void amp_html_append_table (GString *html, const AmpReport *report, const AmpReportTable *table);

/**
 * amp_html_append_sources:
 *
 * Each source with its dialect, its hash and what became of its lines.
 */
void amp_html_append_sources (GString *html, const AmpReport *report);

G_END_DECLS
