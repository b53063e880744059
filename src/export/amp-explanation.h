/* AmpExplanation: what a figure of a report rests on: the query, the cells that
 * are added up, the sources they come from, the rules that joined records into
 * persons, and what masks it. For the analyst's own eyes: figures are exact.
 *
 * A value in the language of the calling thread. */
#pragma once

#include <gio/gio.h>

#include "amp-case-trace.h"
#include "amp-report.h"

G_BEGIN_DECLS

/**
 * AmpExplanation:
 * @figure: its identifier
 * @title: what it counts: "Persons by département: Ille-et-Vilaine"
 * @value: the exact figure
 * @has_value: whether there is one: a share of nobody is none
 * @text: (nullable): what it says, where it is no number: a hash
 * @is_masked: whether a report with this threshold masks it
 * @masking: why, or why not, in a sentence
 * @formula: how it is computed, in words
 * @command: (nullable): the command that gives it
 * @key: (nullable): code of the key of its table
 * @code: (nullable): code of its row
 * @filter: (array zero-terminated=1): the filter of the report, in codes
 * @row: (array zero-terminated=1): what else cells must match, in codes
 * @trace: (nullable): the cells; %NULL for what the import stored or records tell
 * @rules: (element-type AmpReportFigure): what joined records into persons, and
 *   how many
 * @facts: (not owned): what the case says about itself, with its sources
 */
typedef struct
{
  char               *figure;
  char               *title;
  double              value;
  gboolean            has_value;
  char               *text;
  gboolean            is_masked;
  char               *masking;
  char               *formula;
  char               *command;
  char               *key;
  char               *code;
  char              **filter;
  char              **row;
  AmpCellTrace       *trace;
  GPtrArray          *rules;
  const AmpCaseFacts *facts;
} AmpExplanation;

/**
 * amp_explanation_new:
 * @opened: the case
 * @figure: an identifier that a report prints
 * @selection: (nullable): the filter of the report
 * @min_cell: its threshold; 0 when nothing is masked
 * @error: %AMP_EXPORT_ERROR_FIGURE when a report has no such figure
 *
 * Returns: (transfer full) (nullable): what it rests on
 */
AmpExplanation *amp_explanation_new (AmpCase *opened, const char *figure, const AmpSelection *selection, gint64 min_cell, GCancellable *cancellable, GError **error);

/**
 * amp_explanation_find:
 * @opened: the case
 * @exact: its report, unmasked
 * @told: its report, masked
 *
 * The same with reports that are made already, both of the filter @selection.
 */
AmpExplanation *amp_explanation_find (AmpCase *opened, const AmpReport *exact, const AmpReport *told, const char *figure, const AmpSelection *selection, GError **error);

void amp_explanation_free (AmpExplanation *self);

/**
 * amp_explanation_list_figures:
 * @opened: the case
 * @selection: (nullable): the filter of the report
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the identifiers
 *   of all figures of a report, in its order
 */
char **amp_explanation_list_figures (AmpCase *opened, const AmpSelection *selection, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpExplanation, amp_explanation_free)

G_END_DECLS
