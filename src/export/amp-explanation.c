/* Finds a figure in two reports, one exact and one masked, and traces it. */
#include "amp-explanation.h"

#include "amp-disclosure.h"
#include "amp-export-error.h"
#include "amp-figure-id.h"
#include "amp-report-crossing.h"
#include "amp-report-spread.h"

#include <glib/gi18n-lib.h>

/* A figure by itself: what its cells must match, beside the filter. */
typedef struct
{
  const char *id;
  const char *row; /* terms, or NULL for all cells; "-" for no cells at all */
  const char *by;  /* the key whose table holds it, or NULL */
  const char *formula;
} FigureRow;

#define NO_CELLS "-"

/* clang-format off */
static const FigureRow FIGURES[] = {
  { "persons",           NULL,                    "country",     N_("The persons of the cells, added up.") },
  { "persons_lowest",    NO_CELLS,                NULL,          N_("Counted by the import: the persons there are if every rule joins records.") },
  { "persons_highest",   NO_CELLS,                NULL,          N_("Counted by the import: the persons there are if only exact keys join records.") },
  { "records",           NULL,                    "country",     N_("The records of the cells, added up.") },
  { "case_persons",      NULL,                    "country",     N_("The persons of all cells of the case, added up: the filter does not apply.") },
  { "communes",          NULL,                    "commune",     N_("The communes with at least one person, counted.") },
  { "sensitive_persons", "sensitivity=sensitive", "sensitivity", N_("The persons of the cells, added up.") },
  { "sensitive_share",   "sensitivity=sensitive", "sensitivity", N_("The persons of the cells, divided by all persons of the report.") },
  { "minors",            "age=0-14&age=15-17",    "age",         N_("The persons of the cells, added up.") },
  { "minors_known",      "age=0-14&age=15-17&age=18-24&age=25-34&age=35-44&age=45-54&age=55-64&age=65-74&age=75+", "age", N_("The persons of the cells, added up.") },
  { "minors_share",      "age=0-14&age=15-17",    "age",         N_("The persons of the cells, divided by the persons of known age.") },
  { "unplaced_persons",  "country=",              "country",     N_("The persons of the cells, added up.") },
  { "malformed",         NO_CELLS,                NULL,          N_("The malformed records of all sources, added up. The filter does not apply.") },
};

/* Figures that no cell tells, by the first part of their identifier. */
static const FigureRow COUNTS[] = {
  { "dump/",      NO_CELLS, NULL, N_("Measured by the import while it read the source. The filter does not apply.") },
  { "rule/",      NO_CELLS, NULL, N_("Counted by the import: how often the rule made one person of two, the surest rule first. The filter does not apply.") },
  { "malformed/", NO_CELLS, NULL, N_("The malformed rows with this reason, counted from their list, which “ampleur-cli malformed CASE” prints. The filter does not apply.") },
  { "unplaced/",  NO_CELLS, NULL, N_("The records without a place of which these fields are filled, counted from the records, which “ampleur-cli records CASE” prints.") },
  { "severity/",  NO_CELLS, NULL, N_("A part of the score by ENISA’s method, from the categories of the cells; “ampleur-cli severity CASE” tells the reasons.") },
};

static const char *const FORMULAS[] = {
  [AMP_FIGURE_RECORDS]           = N_("The records of the cells, added up."),
  [AMP_FIGURE_PERSONS]           = N_("The persons of the cells, added up."),
  [AMP_FIGURE_SHARE]             = N_("The persons of the cells, divided by all persons of the report."),
  [AMP_FIGURE_PER_1000]          = N_("1,000 times the persons of the cells, divided by the inhabitants of the place."),
  [AMP_FIGURE_POPULATION]        = N_("The inhabitants of the place, from the reference data."),
  [AMP_FIGURE_SENSITIVE_PERSONS] = N_("The persons of the cells with sensitive data, added up."),
  [AMP_FIGURE_SENSITIVE_SHARE]   = N_("The persons of the cells with sensitive data, divided by their persons."),
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (FORMULAS) == AMP_N_FIGURE_COLUMNS);

#define SEVERITY "severity"

typedef struct
{
  AmpCase            *opened;
  const AmpSelection *selection;
  const AmpReport    *exact;
  const AmpReport    *told;
  AmpExplanation     *found;
} Search;

static gboolean
fail (const char *figure, GError **error)
{
  g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_FIGURE, _ ("“%s” is not a figure of this report; the list of all is that of “ampleur-cli explain CASE --list”"), figure);
  return FALSE;
}

static char **
list_terms (const AmpSelection *selection)
{
  g_autoptr (GStrvBuilder) terms = g_strv_builder_new ();

  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      g_autofree char *text = amp_selection_term_to_string (amp_selection_get_term (selection, i));

      g_strv_builder_add (terms, text);
    }
  return g_strv_builder_end (terms);
}

static char *
dup_command (const Search *search, const char *by, gboolean is_filtered)
{
  GString *command = g_string_new ("ampleur-cli stats CASE --by ");

  g_string_append (command, by);
  for (guint i = 0; is_filtered && search->found->filter[i] != NULL; i++)
    {
      g_autofree char *quoted = g_shell_quote (search->found->filter[i]);

      g_string_append_printf (command, " --where %s", quoted);
    }
  return g_string_free (command, FALSE);
}

static void
trace (Search *search, const AmpSelection *filter, const AmpSelection *row)
{
  g_strfreev (search->found->row);
  search->found->row = list_terms (row);
  search->found->trace = amp_case_trace (search->opened, filter, row);
}

static char *
dup_threshold (const AmpReport *told)
{
  return g_strdup_printf (_ ("Told in a report with the threshold %d."), (int) told->min_cell);
}

/* Why a masked count is: it is small, or another one is. */
static char *
dup_masking (const AmpReport *told, gboolean is_masked, gboolean is_withheld, gboolean is_small)
{
  if (told->min_cell <= 0)
    return g_strdup (_ ("Told: nothing is masked."));
  if (!is_masked)
    return dup_threshold (told);
  if (told->total_is_masked)
    return g_strdup_printf (_ ("Masked: fewer than %d persons or records are selected, or left out by the filter."), (int) told->min_cell);
  if (is_withheld)
    return g_strdup_printf (_ ("Withheld with its table, whose small counts under %d cannot be hidden among the others."), (int) told->min_cell);
  if (is_small)
    return g_strdup_printf (_ ("Masked: fewer than %d persons or records."), (int) told->min_cell);
  return g_strdup_printf (_ ("Masked, though not small, so that a count under %d cannot be worked out."), (int) told->min_cell);
}

static void
explain_single (Search *search, const FigureRow *row, const AmpReportFigure *exact, const AmpReportFigure *told)
{
  gboolean is_filtered = !g_str_equal (row->id, "case_persons");
  g_autoptr (AmpSelection) selection = NULL;
  AmpExplanation *found = search->found;

  found->title = g_strdup (exact->label);
  found->value = exact->value;
  found->has_value = TRUE;
  found->is_masked = told == NULL || told->is_masked;
  found->masking = dup_masking (search->told, found->is_masked, FALSE, amp_disclosure_is_small ((gint64) exact->value, search->told->min_cell));
  found->formula = g_strdup (_ (row->formula));
  found->command = row->by != NULL ? dup_command (search, row->by, is_filtered) : NULL;
  if (g_strcmp0 (row->row, NO_CELLS) == 0)
    return;
  selection = amp_selection_new_from_string (row->row != NULL ? row->row : "", NULL);
  trace (search, is_filtered ? search->selection : NULL, selection);
}

static gboolean
find_single (Search *search)
{
  const AmpReportFigure *exact = amp_report_find_figure (search->exact, search->found->figure);

  for (guint i = 0; exact != NULL && i < G_N_ELEMENTS (FIGURES); i++)
    if (g_str_equal (FIGURES[i].id, exact->id))
      {
        explain_single (search, &FIGURES[i], exact, amp_report_find_figure (search->told, exact->id));
        return TRUE;
      }
  return FALSE;
}

/* What the import counted, and what the score is made of. */
static gboolean
find_count (Search *search)
{
  AmpExplanation        *found = search->found;
  const AmpReportFigure *exact = amp_report_find_figure (search->exact, found->figure);

  for (guint i = 0; exact != NULL && i < G_N_ELEMENTS (COUNTS); i++)
    if (g_str_has_prefix (found->figure, COUNTS[i].id))
      {
        explain_single (search, &COUNTS[i], exact, amp_report_find_figure (search->told, found->figure));
        found->has_value = exact->unit != AMP_REPORT_TEXT && exact->value >= 0;
        found->text = exact->unit == AMP_REPORT_TEXT ? g_strdup (exact->text) : NULL;
        return TRUE;
      }
  return FALSE;
}

static double
get_value (AmpTable *table, const AmpTableRow *row, AmpFigureColumn column)
{
  switch (column)
    {
    case AMP_FIGURE_RECORDS:
      return (double) row->records;
    case AMP_FIGURE_PERSONS:
      return (double) row->persons;
    case AMP_FIGURE_SHARE:
      return amp_table_row_get_share (row, table);
    case AMP_FIGURE_PER_1000:
      return amp_table_row_get_per_1000 (row);
    case AMP_FIGURE_POPULATION:
      return row->population > 0 ? (double) row->population : -1;
    case AMP_FIGURE_SENSITIVE_PERSONS:
      return (double) row->sensitive_persons;
    case AMP_FIGURE_SENSITIVE_SHARE:
      return amp_table_row_get_sensitive_share (row);
    default:
      g_return_val_if_reached (-1);
    }
}

static gboolean
is_cell_masked (const AmpTableRow *told, AmpFigureColumn column)
{
  if (column == AMP_FIGURE_POPULATION)
    return FALSE;
  return told->is_masked || (column >= AMP_FIGURE_SENSITIVE_PERSONS && told->is_sensitive_masked);
}

static gboolean
is_cell_small (const AmpTableRow *exact, AmpFigureColumn column, gint64 min_cell)
{
  if (amp_disclosure_is_small (exact->persons, min_cell) || amp_disclosure_is_small (exact->records, min_cell))
    return TRUE;
  return column >= AMP_FIGURE_SENSITIVE_PERSONS &&
         (amp_disclosure_is_small (exact->sensitive_persons, min_cell) || amp_disclosure_is_small (exact->persons - exact->sensitive_persons, min_cell));
}

static AmpSeverityBand
find_band (const char *code)
{
  AmpSeverityBand band = 0;

  while (band + 1 < AMP_N_SEVERITY_BANDS && !g_str_equal (amp_severity_band_get_code (band), code))
    band++;
  return band;
}

/* Fields are counted from the records; a band is the combinations rated so. */
static gboolean
trace_row (Search *search, AmpKey key, const char *code, GError **error)
{
  g_autoptr (AmpSelection) row = NULL;

  if (key == AMP_KEY_SEVERITY)
    row = amp_case_select_band (search->opened, search->selection, find_band (code), error);
  else if (amp_key_is_filter (key))
    row = amp_selection_new ();
  else
    return TRUE;
  if (row == NULL || (key != AMP_KEY_SEVERITY && !amp_selection_add (row, key, code, error)))
    return FALSE;
  /* A band that nobody is in has no combinations, which would be all. */
  if (!amp_selection_is_empty (row))
    trace (search, search->selection, row);
  return TRUE;
}

static gboolean
explain_cell (Search *search, AmpKey key, const char *code, AmpFigureColumn column, GError **error)
{
  const AmpReportTable *exact_table = amp_report_find_table (search->exact, key);
  const AmpReportTable *told_table = amp_report_find_table (search->told, key);
  const AmpTableRow    *exact = exact_table != NULL ? amp_table_find_row (exact_table->table, code) : NULL;
  const AmpTableRow    *told = told_table != NULL ? amp_table_find_row (told_table->table, code) : NULL;
  AmpExplanation       *found = search->found;

  if (exact == NULL || told == NULL)
    return fail (found->figure, error);
  found->title = g_strdup_printf (_ ("%s: %s"), exact_table->title, exact->label);
  found->value = get_value (exact_table->table, exact, column);
  found->has_value = found->value >= 0;
  found->is_masked = is_cell_masked (told, column);
  found->masking = dup_masking (search->told, found->is_masked, told_table->is_withheld, is_cell_small (exact, column, search->told->min_cell));
  found->key = g_strdup (amp_key_get_code (key));
  found->code = g_strdup (code);
  found->formula = g_strdup (key == AMP_KEY_FIELD ? _ ("The records in which the field is filled, and their persons, counted from the records.") : _ (FORMULAS[column]));
  found->command = dup_command (search, found->key, TRUE);
  return column == AMP_FIGURE_POPULATION || trace_row (search, key, code, error);
}

static gboolean
explain_severity (Search *search, GError **error)
{
  AmpExplanation    *found = search->found;
  const AmpSeverity *severity = search->exact->severity;

  if (severity == NULL)
    return fail (found->figure, error);
  found->title = g_strdup_printf (_ ("%s: %s"), _ ("Severity"), amp_severity_band_get_label (severity->band));
  found->value = severity->score;
  found->has_value = TRUE;
  found->is_masked = search->told->severity == NULL;
  found->masking = dup_masking (search->told, found->is_masked, FALSE, FALSE);
  found->formula = g_strjoinv (" ", severity->reasons);
  found->command = g_strdup ("ampleur-cli severity CASE");
  trace (search, search->selection, NULL);
  return TRUE;
}

/* A figure of the table of severity by @key, and where it stands. */
static const AmpReportSpreadRow *
find_spread (const AmpReport *report, const char *figure, AmpKey *key, AmpSeverityBand *found)
{
  for (guint i = 0; i < report->spreads->len; i++)
    {
      const AmpReportSpread *spread = g_ptr_array_index (report->spreads, i);

      for (guint row = 0; row < spread->rows->len; row++)
        for (AmpSeverityBand band = 0; band < AMP_N_SEVERITY_BANDS; band++)
          {
            g_autofree char *id = amp_report_spread_dup_figure (spread, g_ptr_array_index (spread->rows, row), band);

            if (!g_str_equal (id, figure))
              continue;
            *key = spread->key;
            *found = band;
            return g_ptr_array_index (spread->rows, row);
          }
    }
  return NULL;
}

static gboolean
explain_spread (Search *search, const AmpReportSpreadRow *exact, AmpKey key, AmpSeverityBand band, GError **error)
{
  AmpExplanation           *found = search->found;
  const AmpReportSpreadRow *told = find_spread (search->told, found->figure, &key, &band);
  g_autoptr (AmpSelection) row = amp_case_select_band (search->opened, search->selection, band, error);

  if (row == NULL)
    return FALSE;
  found->title = g_strdup_printf (_ ("%s: %s"), amp_severity_band_get_label (band), exact->label);
  found->value = (double) exact->persons[band];
  found->has_value = TRUE;
  found->is_masked = told == NULL || told->is_masked[band];
  found->masking = dup_masking (search->told, found->is_masked, FALSE, amp_disclosure_is_small (exact->persons[band], search->told->min_cell));
  found->formula = g_strdup (_ ("The persons of the cells, added up."));
  found->command = g_strdup ("ampleur-cli severity CASE");
  if (amp_selection_is_empty (row))
    return TRUE;
  if (!amp_selection_add (row, key, exact->code, error))
    return FALSE;
  trace (search, search->selection, row);
  return TRUE;
}

static gboolean
has_code (const AmpTableRow *row, const char *code)
{
  return g_str_equal (row->code, code);
}

/* Where the cell stands in a report, if it is listed. */
static gboolean
find_cell (const AmpReportCrossing *crossing, const char *row_code, const char *column_code, guint *row, guint *column)
{
  guint n_rows = crossing != NULL ? amp_report_crossing_get_n_rows (crossing) : 0;
  guint n_columns = crossing != NULL ? amp_report_crossing_get_n_columns (crossing) : 0;

  for (*row = 0; *row < n_rows && !has_code (amp_report_crossing_get_row (crossing, *row), row_code);)
    (*row)++;
  for (*column = 0; *column < n_columns && !has_code (amp_report_crossing_get_column (crossing, *column), column_code);)
    (*column)++;
  return *row < n_rows && *column < n_columns;
}

static gboolean
is_crossing_small (const AmpReportCrossing *exact, guint row, guint column, gint64 min_cell)
{
  gint64 persons = amp_report_crossing_get_persons (exact, row, column);

  return amp_disclosure_is_small (persons, min_cell) || amp_disclosure_is_small (amp_report_crossing_get_row (exact, row)->persons - persons, min_cell);
}

static gboolean
explain_crossing (Search *search, AmpKey row_key, const char *row_code, AmpKey column_key, const char *column_code, GError **error)
{
  const AmpReportCrossing *exact = amp_report_find_crossing (search->exact, row_key, column_key);
  const AmpReportCrossing *told = amp_report_find_crossing (search->told, row_key, column_key);
  g_autoptr (AmpSelection) selection = amp_selection_new ();
  AmpExplanation *found = search->found;
  guint           row, column, told_row, told_column;

  if (!find_cell (exact, row_code, column_code, &row, &column))
    return fail (found->figure, error);
  found->title = g_strdup_printf (_ ("%s: %s, %s"), exact->title, amp_report_crossing_get_row (exact, row)->label, amp_report_crossing_get_column (exact, column)->label);
  found->value = (double) amp_report_crossing_get_persons (exact, row, column);
  found->has_value = TRUE;
  found->is_masked = !find_cell (told, row_code, column_code, &told_row, &told_column) || amp_report_crossing_is_masked (told, told_row, told_column);
  found->masking = dup_masking (search->told, found->is_masked, told == NULL || told->is_withheld, is_crossing_small (exact, row, column, search->told->min_cell));
  found->key = g_strdup (amp_key_get_code (row_key));
  found->code = g_strdup (row_code);
  found->formula = g_strdup (_ ("The persons of the cells, added up."));
  found->command = g_strdup_printf ("ampleur-cli stats CASE --by %s --across %s", amp_key_get_code (row_key), amp_key_get_code (column_key));
  if (!amp_selection_add (selection, row_key, row_code, error) || !amp_selection_add (selection, column_key, column_code, error))
    return FALSE;
  trace (search, search->selection, selection);
  return TRUE;
}

static gboolean
find_figure (Search *search, GError **error)
{
  g_autofree char          *code = NULL;
  g_autofree char          *column_code = NULL;
  AmpKey                    column_key;
  const AmpReportSpreadRow *spread;
  AmpFigureColumn           column;
  AmpSeverityBand           band;
  AmpKey                    key;

  if (g_str_equal (search->found->figure, SEVERITY))
    return explain_severity (search, error);
  spread = strstr (search->found->figure, "/severity-") != NULL ? find_spread (search->exact, search->found->figure, &key, &band) : NULL;
  if (spread != NULL)
    return explain_spread (search, spread, key, band, error);
  if (amp_figure_id_parse_crossing (search->found->figure, &key, &code, &column_key, &column_code))
    return explain_crossing (search, key, code, column_key, column_code, error);
  if (amp_figure_id_parse (search->found->figure, &key, &code, &column))
    return explain_cell (search, key, code, column, error);
  return find_single (search) || find_count (search) || fail (search->found->figure, error);
}

AmpExplanation *
amp_explanation_find (AmpCase *opened, const AmpReport *exact, const AmpReport *told, const char *figure, const AmpSelection *selection, GError **error)
{
  g_autoptr (AmpExplanation) self = g_new0 (AmpExplanation, 1);
  Search search = { opened, selection, exact, told, self };

  g_return_val_if_fail (AMP_IS_CASE (opened) && exact != NULL && told != NULL && figure != NULL, NULL);

  self->figure = g_strdup (figure);
  self->facts = amp_case_get_facts (opened);
  self->rules = g_ptr_array_ref (exact->rules);
  self->filter = list_terms (selection);
  self->row = g_new0 (char *, 1);
  return find_figure (&search, error) ? g_steal_pointer (&self) : NULL;
}

AmpExplanation *
amp_explanation_new (AmpCase *opened, const char *figure, const AmpSelection *selection, gint64 min_cell, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpReport) exact = NULL;
  g_autoptr (AmpReport) told = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened) && figure != NULL, NULL);

  exact = amp_report_new (opened, selection, 0, 0, cancellable, error);
  told = exact != NULL ? amp_report_new (opened, selection, min_cell, 0, cancellable, error) : NULL;
  return told != NULL ? amp_explanation_find (opened, exact, told, figure, selection, error) : NULL;
}

void
amp_explanation_free (AmpExplanation *self)
{
  if (self == NULL)
    return;
  g_free (self->figure);
  g_free (self->title);
  g_free (self->text);
  g_free (self->masking);
  g_free (self->formula);
  g_free (self->command);
  g_free (self->key);
  g_free (self->code);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_strfreev (self->filter);
  g_strfreev (self->row);
  g_clear_pointer (&self->trace, amp_cell_trace_free);
  g_free (self);
}

static void
list_table (GStrvBuilder *ids, const AmpReportTable *table)
{
  for (guint i = 0; i < table->order->len; i++)
    for (AmpFigureColumn column = 0; column < AMP_N_FIGURE_COLUMNS; column++)
      {
        g_autofree char *id = amp_figure_id_dup (amp_table_get_key (table->table), amp_report_table_get_row (table, i)->code, column);

        g_strv_builder_add (ids, id);
      }
}

static void
list_crossing (GStrvBuilder *ids, const AmpReportCrossing *crossing)
{
  for (guint row = 0; row < amp_report_crossing_get_n_rows (crossing); row++)
    for (guint column = 0; column < amp_report_crossing_get_n_columns (crossing); column++)
      {
        g_autofree char *id = amp_report_crossing_dup_figure (crossing, row, column);

        g_strv_builder_add (ids, id);
      }
}

static void
list_spread (GStrvBuilder *ids, const AmpReportSpread *spread)
{
  for (guint i = 0; i < spread->rows->len; i++)
    for (guint band = AMP_N_SEVERITY_BANDS; band-- > 0;)
      {
        g_autofree char *id = amp_report_spread_dup_figure (spread, g_ptr_array_index (spread->rows, i), band);

        g_strv_builder_add (ids, id);
      }
}

static void
list_figures (GStrvBuilder *ids, const GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    g_strv_builder_add (ids, ((const AmpReportFigure *) g_ptr_array_index (figures, i))->id);
}

/* Those that no cell tells. */
static void
list_counts (GStrvBuilder *ids, const AmpReport *report)
{
  list_figures (ids, report->severity_parts);
  for (guint i = 0; i < report->sources->len; i++)
    list_figures (ids, ((const AmpReportSource *) g_ptr_array_index (report->sources, i))->figures);
  list_figures (ids, report->malformed);
  list_figures (ids, report->unplaced);
  list_figures (ids, report->rules);
}

char **
amp_explanation_list_figures (AmpCase *opened, const AmpSelection *selection, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpReport) report = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (AMP_IS_CASE (opened), NULL);

  report = amp_report_new (opened, selection, 0, 0, cancellable, error);
  if (report == NULL)
    return NULL;
  list_figures (ids, report->figures);
  if (report->severity != NULL)
    g_strv_builder_add (ids, SEVERITY);
  for (guint i = 0; i < report->tables->len; i++)
    list_table (ids, g_ptr_array_index (report->tables, i));
  for (guint i = 0; i < report->crossings->len; i++)
    list_crossing (ids, g_ptr_array_index (report->crossings, i));
  for (guint i = 0; i < report->spreads->len; i++)
    list_spread (ids, g_ptr_array_index (report->spreads, i));
  list_counts (ids, report);
  return g_strv_builder_end (ids);
}
