/* Places crossed with categories, sensitivities, ages and sexes, as far as they
 * may be told (amp-crossing-disclosure.h). For the whole case alone: those of
 * its parts could be subtracted. */
#pragma once

#include "amp-disclosure.h"
#include "amp-report.h"

G_BEGIN_DECLS

/**
 * AmpReportCrossing:
 * @id: stable name, and part of file names: "departement-by-category"
 * @title: "Persons: département × category"
 * @rows: (not owned): the table by the key of the rows
 * @columns: (not owned): the table by the key of the columns
 * @row_order: (element-type guint): the rows of @rows that are listed, in the
 *   order of that table
 * @persons: (array): for each listed row and each column, in the orders to show,
 *   as told; 0 when masked
 * @is_masked: (array): likewise, whether it is not told
 * @n_unlisted: rows of @rows that are told there and left out here
 * @is_withheld: whether the rows were left out since the small counts could not
 *   be hidden among the others
 * @is_in_documents: whether documents show it; all are in CSV, XLSX and JSON
 */
typedef struct
{
  char                 *id;
  char                 *title;
  const AmpReportTable *rows;
  const AmpReportTable *columns;
  GArray               *row_order;
  gint64               *persons;
  gboolean             *is_masked;
  guint                 n_unlisted;
  gboolean              is_withheld;
  gboolean              is_in_documents;
} AmpReportCrossing;

void amp_report_crossing_free (AmpReportCrossing *self);

guint amp_report_crossing_get_n_rows (const AmpReportCrossing *self);

guint amp_report_crossing_get_n_columns (const AmpReportCrossing *self);

/**
 * amp_report_crossing_get_n_shown:
 *
 * Returns: how many rows a document shows
 */
guint amp_report_crossing_get_n_shown (const AmpReportCrossing *self);

/**
 * amp_report_crossing_get_row:
 * @row: a place in the order to show
 *
 * Returns: (transfer none): that row of the table by the key of the rows
 */
const AmpTableRow *amp_report_crossing_get_row (const AmpReportCrossing *self, guint row);

/**
 * amp_report_crossing_get_column:
 * @column: a place in the order to show
 *
 * Returns: (transfer none): that row of the table by the key of the columns
 */
const AmpTableRow *amp_report_crossing_get_column (const AmpReportCrossing *self, guint column);

gint64 amp_report_crossing_get_persons (const AmpReportCrossing *self, guint row, guint column);

gboolean amp_report_crossing_is_masked (const AmpReportCrossing *self, guint row, guint column);

/**
 * amp_report_crossing_get_share:
 *
 * Returns: the cell's share of the persons of its row, 0…1, from counts as told;
 *   negative when masked
 */
double amp_report_crossing_get_share (const AmpReportCrossing *self, guint row, guint column);

/**
 * amp_report_crossing_dup_figure:
 *
 * Returns: (transfer full): the identifier of a cell:
 *   "departement/35/category/health/persons"
 */
char *amp_report_crossing_dup_figure (const AmpReportCrossing *self, guint row, guint column);

/**
 * amp_report_find_crossing:
 *
 * Returns: (transfer none) (nullable): the crossing of two keys
 */
const AmpReportCrossing *amp_report_find_crossing (const AmpReport *report, AmpKey row_key, AmpKey column_key);

/**
 * amp_report_count_crossings:
 * @report: of the whole case, its tables not yet in it
 * @told: its tables, masked. More may be masked in them
 *
 * Counts the crossings and masks them jointly with the tables.
 *
 * Returns: (transfer full) (element-type AmpCrossing) (nullable): the crossings;
 *   %NULL with an error of the case, or %AMP_EXPORT_ERROR_DISCLOSURE
 */
GPtrArray *amp_report_count_crossings (AmpReport *report, AmpDisclosure *told, GCancellable *cancellable, GError **error);

/**
 * amp_report_add_crossings:
 * @report: with its tables
 * @crossings: what amp_report_count_crossings() returned
 */
void amp_report_add_crossings (AmpReport *report, const GPtrArray *crossings);

G_END_DECLS
