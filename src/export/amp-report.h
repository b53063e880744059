/* AmpReport: which figures, tables, charts and maps a report holds, and in what
 * order: a plain model, built once, that every writer reads.
 *
 * Invariant: small counts are masked in it (amp-disclosure.h). A masked count
 * is 0 here, its order among its neighbours included: masked rows come last,
 * by code. Texts are in the language of the report. Must not know any format. */
#pragma once

#include <gio/gio.h>

#include "amp-case-severity.h"
#include "amp-imported-outlines.h"
#include "amp-outlines.h"
#include "amp-severity-adjustment.h"

G_BEGIN_DECLS

/* Charts, and the tables of the HTML page, show so many rows. */
#define AMP_REPORT_MAX_SHOWN_ROWS 30

/**
 * AmpReportUnit:
 * @AMP_REPORT_COUNT: a whole number
 * @AMP_REPORT_SHARE: a share, 1 for all
 * @AMP_REPORT_SCORE: a part of the score of severity; -1 for none
 * @AMP_REPORT_TEXT: no number: a hash
 */
typedef enum
{
  AMP_REPORT_COUNT,
  AMP_REPORT_SHARE,
  AMP_REPORT_SCORE,
  AMP_REPORT_TEXT,
} AmpReportUnit;

/**
 * AmpReportFigure:
 * @id: stable name: "persons"
 * @label: what it counts
 * @text: the figure as people read it, or that it is masked
 * @note: (nullable): what to know about it
 * @unit: of @value
 * @value: the figure; 0 when masked
 * @is_masked: whether it must not be told
 * @is_headline: whether it stands at the head of the report
 */
typedef struct
{
  char         *id;
  char         *label;
  char         *text;
  char         *note;
  AmpReportUnit unit;
  double        value;
  gboolean      is_masked;
  gboolean      is_headline;
} AmpReportFigure;

/**
 * AmpReportTable:
 * @id: stable name, and part of file names: the code of the key
 * @group: the heading it stands under: "Where"
 * @title: "Persons by département"
 * @note: (nullable): what to know about it
 * @table: the masked figures
 * @order: (element-type guint): the rows of @table, in the order to show
 * @n_masked: rows that are masked
 * @is_withheld: whether all rows were left out: too few people to hide the
 *   small counts among the others
 * @has_population: whether rows are places with inhabitants
 */
typedef struct
{
  char       *id;
  const char *group;
  char       *title;
  char       *note;
  AmpTable   *table;
  GArray     *order;
  guint       n_masked;
  gboolean    is_withheld;
  gboolean    has_population;
} AmpReportTable;

/**
 * AmpReportMapKind:
 * @AMP_REPORT_MAP_AREAS: départements coloured by class
 * @AMP_REPORT_MAP_CIRCLES: areas coloured by class that an outline was imported
 *   for, proportional circles for the others
 */
typedef enum
{
  AMP_REPORT_MAP_AREAS,
  AMP_REPORT_MAP_CIRCLES,
} AmpReportMapKind;

/**
 * AmpReportMapMeasure:
 *
 * What colours the areas of a map.
 */
typedef enum
{
  AMP_REPORT_PERSONS,
  AMP_REPORT_PER_1000,
} AmpReportMapMeasure;

/**
 * AmpReportMap:
 * @id: stable name, and part of file names
 * @title: what it shows
 * @description: the same in words, for who cannot see it
 * @kind: how it shows it
 * @measure: what it shows; circles always show persons
 * @is_affected_area: only the area where most people are, not all of France
 * @table: (not owned): whose rows it shows
 */
typedef struct
{
  char                 *id;
  char                 *title;
  char                 *description;
  AmpReportMapKind      kind;
  AmpReportMapMeasure   measure;
  gboolean              is_affected_area;
  const AmpReportTable *table;
} AmpReportMap;

/**
 * AmpReportSource:
 * @facts: (not owned): the source; its counts are exact, not to be told
 * @name: its name, safe to show
 * @figures: (element-type AmpReportFigure): its size, hash and counts, as told
 * @is_unplaced_masked: whether its records without a place are masked
 */
typedef struct
{
  const AmpSourceFacts *facts;
  char                 *name;
  GPtrArray            *figures;
  gboolean              is_unplaced_masked;
} AmpReportSource;

/**
 * AmpReportNote:
 * @term: what is explained
 * @text: plain sentences
 */
typedef struct
{
  char *term;
  char *text;
} AmpReportNote;

/**
 * AmpReport:
 * @facts: (not owned): what the case says about itself
 * @is_french: whether texts and numbers are French
 * @title: of the report
 * @mandate: (element-type AmpReportNote): the mandate line by line; empty when
 *   none was stated
 * @filter: (nullable): the filter in words; %NULL for the whole case
 * @filter_terms: (array zero-terminated=1): the filter in codes
 * @min_cell: the threshold; 0 when nothing is masked
 * @round_to: what counts are multiples of; 0 or 1 when they are exact
 * @masking: how masking was done, in sentences
 * @total_is_masked: whether so few people are selected, or left out by the
 *   filter, that no figure is told
 * @minors_is_masked: whether the number of minors must not be told
 * @figures: (element-type AmpReportFigure)
 * @sources: (element-type AmpReportSource)
 * @tables: (element-type AmpReportTable)
 * @crossings: (element-type AmpReportCrossing): places by other keys
 *   (amp-report-crossing.h); none in a report of a part of the case
 * @maps: (element-type AmpReportMap): none where no place is in France
 * @severity: (nullable): the severity of the breach; %NULL when so few people
 *   are selected that no figure is told
 * @adjustments: (element-type AmpSeverityAdjustment): what the analyst set
 * @spreads: (element-type AmpReportSpread): severity by place and group, as far
 *   as it may be told (amp-report-spread.h)
 * @severity_parts: (element-type AmpReportFigure): what the score is made of: as
 *   computed, and as the analyst left it
 * @rules: (element-type AmpReportFigure): how many records each rule joined
 * @malformed: (element-type AmpReportFigure): malformed rows by reason
 * @unplaced: (element-type AmpReportFigure): records without a place by reason;
 *   empty under a filter, and where their number is masked
 * @notes: (element-type AmpReportNote): method
 * @credits: (element-type AmpReportNote): whose data the report is made with
 * @outlines: for the maps
 * @gazetteer: for the maps
 * @imported: (nullable): for the maps; see amp_report_use_outlines()
 */
typedef struct
{
  AmpCase            *opened;
  const AmpCaseFacts *facts;
  gboolean            is_french;
  char               *title;
  GPtrArray          *mandate;
  char               *filter;
  char              **filter_terms;
  gint64              min_cell;
  gint64              round_to;
  char               *masking;
  gboolean            total_is_masked;
  gboolean            minors_is_masked;
  GPtrArray          *figures;
  GPtrArray          *sources;
  GPtrArray          *tables;
  GPtrArray          *crossings;
  GPtrArray          *maps;
  AmpSeverity        *severity;
  GPtrArray          *adjustments;
  GPtrArray          *spreads;
  GPtrArray          *severity_parts;
  GPtrArray          *rules;
  GPtrArray          *malformed;
  GPtrArray          *unplaced;
  GPtrArray          *notes;
  GPtrArray          *credits;
  AmpOutlines        *outlines;
  AmpGazetteer       *gazetteer;

  AmpImportedOutlines *imported;
} AmpReport;

/**
 * amp_report_new:
 * @opened: the case
 * @selection: (nullable): the filter
 * @min_cell: the smallest count told; 0 for all
 * @round_to: what counts are rounded to multiples of; 0 for exact ones
 *
 * Counts, masks and words a report, in the language of the calling thread.
 *
 * Returns: (transfer full) (nullable): the report; %NULL with an error of the
 *   case, %AMP_EXPORT_ERROR_DISCLOSURE, or %G_IO_ERROR_CANCELLED
 */
AmpReport *amp_report_new (AmpCase *opened, const AmpSelection *selection, gint64 min_cell, gint64 round_to, GCancellable *cancellable, GError **error);

void amp_report_free (AmpReport *report);

/**
 * amp_report_use_outlines:
 * @folder: (type filename): where imported outlines are kept, see
 *   amp_outline_set_get_folder()
 * @error: see amp_outline_set_load()
 *
 * Draws EPCI and communes with the outlines that were imported, and says so in the
 * credits and under the maps. Nothing changes when none of the report's areas has
 * one. Once, and before anything is drawn or written.
 */
gboolean amp_report_use_outlines (AmpReport *self, const char *folder, GError **error);

/**
 * amp_report_source_dup_dialect:
 *
 * Returns: (transfer full): how its file was read: "delimited; windows-1252;
 *   delimiter ;…"
 */
char *amp_report_source_dup_dialect (const AmpReportSource *source);

/**
 * amp_report_find_outline:
 * @key: region, département, EPCI or commune
 * @code: an INSEE code or SIREN
 *
 * Returns: (transfer none) (nullable): the outline of that area
 */
const AmpOutline *amp_report_find_outline (const AmpReport *self, AmpKey key, const char *code);

/**
 * amp_report_list_outline_sources:
 *
 * Returns: (transfer container) (element-type AmpOutlineSource): the files whose
 *   outlines the report is drawn with, besides those that ship
 */
GPtrArray *amp_report_list_outline_sources (const AmpReport *self);

/**
 * amp_report_dup_attribution:
 * @key: region, département, EPCI or commune
 *
 * Returns: (transfer full): whose outlines and places a map by @key is drawn with
 */
char *amp_report_dup_attribution (const AmpReport *self, AmpKey key);

/**
 * amp_report_find_table:
 *
 * Returns: (transfer none) (nullable): the table by @key
 */
AmpReportTable *amp_report_find_table (const AmpReport *report, AmpKey key);

/**
 * amp_report_find_figure:
 *
 * Returns: (transfer none) (nullable): the figure @id, of those that stand in no
 *   table of cells
 */
const AmpReportFigure *amp_report_find_figure (const AmpReport *report, const char *id);

/**
 * amp_report_table_get_row:
 * @index: a place in the order to show
 *
 * Returns: (transfer none): that row
 */
const AmpTableRow *amp_report_table_get_row (const AmpReportTable *table, guint index);

/**
 * amp_report_table_get_n_shown:
 *
 * A table of more rows than fit shows none of those that are masked: their names
 * tell little.
 *
 * Returns: how many rows a chart of the table shows
 */
guint amp_report_table_get_n_shown (const AmpReportTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpReport, amp_report_free)

G_END_DECLS
