/* Counts the bands of each group and masks them.
 *
 * The cells of a table of groups by bands are the arcs of a network: from each
 * band to each group. Bands and groups stand in other tables, too, which decided
 * what to tell of them. Of a group whose number of persons is masked no cell is
 * told, so that nothing here narrows what is left open there; nor of one that
 * hides a class of sensitivity which its bands would tell of. Told for the whole
 * case alone: reports of its parts could be subtracted. */
#include "amp-report-spread.h"

#include "amp-count-group.h"
#include "amp-disclosure.h"
#include "amp-figure-id.h"
#include "amp-report-private.h"
#include "amp-severity-spread.h"
#include "amp-spread-audit.h"
#include "amp-spread-classes.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AmpKey      key;
  const char *id;
  const char *title;
} SpreadRow;

/* One level of places: several could be subtracted from each other. */
/* clang-format off */
static const SpreadRow SPREADS[] = {
  { AMP_KEY_DEPARTEMENT, "severity-departement", N_("Severity by département") },
  { AMP_KEY_AGE,         "severity-age",         N_("Severity by age") },
  { AMP_KEY_SEX,         "severity-sex",         N_("Severity by sex") },
};
/* clang-format on */

/* What is counted by one key, and which groups are told. */
typedef struct
{
  const AmpReport  *report;
  AmpKey            key;
  GPtrArray        *groups; /* AmpSeveritySpread */
  AmpSpreadClasses *classes;
  gboolean         *is_listed; /* of each group */
  guint            *cells;     /* of each group and band: its count in the network */
} Counted;

/* The nodes of the network; each group has one behind these. */
enum
{
  BANDS_ROOT,
  GROUPS_ROOT,
  FIRST_BAND,
  FIRST_GROUP = FIRST_BAND + AMP_N_SEVERITY_BANDS,
};

static void
row_free (gpointer data)
{
  AmpReportSpreadRow *row = data;

  g_free (row->code);
  g_free (row->label);
  g_free (row);
}

void
amp_report_spread_free (AmpReportSpread *spread)
{
  if (spread == NULL)
    return;
  g_free (spread->id);
  g_free (spread->title);
  g_ptr_array_unref (spread->rows);
  g_free (spread);
}

char *
amp_report_spread_dup_figure (const AmpReportSpread *spread, const AmpReportSpreadRow *row, AmpSeverityBand band)
{
  g_autofree char *group = NULL;

  g_return_val_if_fail (spread != NULL && row != NULL && band < AMP_N_SEVERITY_BANDS, NULL);

  group = amp_figure_id_dup_row (spread->key, row->code);
  return g_strconcat (group, "/severity-", amp_severity_band_get_code (band), NULL);
}

static const AmpTableRow *
find_told_row (const AmpReport *report, AmpKey key, const char *code)
{
  const AmpTableRow *row = amp_table_find_row (amp_report_find_table (report, key)->table, code);

  return row != NULL && !row->is_masked ? row : NULL;
}

static guint
add_count (AmpCountGroup *network, gint64 persons, gboolean is_published, guint from, guint to)
{
  const AmpCounts counts = { persons, persons, 0 };

  return amp_count_group_add_figure (network, &counts, is_published, from, to);
}

/* A count that is masked elsewhere stays masked: a small one is protected here,
 * too, a larger one stands in for those it was masked with. */
static guint
add_decided (const AmpReport *report, AmpCountGroup *network, gint64 persons, gboolean is_told, guint from, guint to)
{
  guint count = add_count (network, persons, is_told || amp_disclosure_is_small (persons, report->min_cell), from, to);

  if (is_told)
    amp_count_group_force (network, count, FALSE, FALSE);
  return count;
}

static void
add_bands (const AmpReport *report, const GPtrArray *groups, AmpCountGroup *network)
{
  for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    {
      gboolean is_told = find_told_row (report, AMP_KEY_SEVERITY, amp_severity_band_get_code (band)) != NULL;
      gint64   persons = 0;

      for (guint i = 0; i < groups->len; i++)
        persons += ((const AmpSeveritySpread *) g_ptr_array_index (groups, i))->bands[band];
      if (persons > 0)
        add_decided (report, network, persons, is_told, BANDS_ROOT, FIRST_BAND + band);
    }
}

/* Where its cells are in the network; an empty cell is told, as none. */
static void
add_group (const Counted *self, guint index, AmpCountGroup *network)
{
  const AmpSeveritySpread *group = g_ptr_array_index (self->groups, index);
  guint                   *cells = self->cells + index * AMP_N_SEVERITY_BANDS;
  gint64                   min_cell = self->report->min_cell;

  add_decided (self->report, network, group->persons, find_told_row (self->report, self->key, group->code) != NULL, FIRST_GROUP + index, GROUPS_ROOT);
  for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    if (group->bands[band] > 0)
      cells[band] = add_count (network, group->bands[band], self->is_listed[index] || amp_disclosure_is_small (group->bands[band], min_cell), FIRST_BAND + band, FIRST_GROUP + index);
    else
      cells[band] = G_MAXUINT;
}

static gboolean
is_hidden (const AmpCountGroup *network, guint cell)
{
  return network != NULL && cell != G_MAXUINT && amp_count_group_is_hidden (network, cell);
}

static AmpReportSpreadRow *
row_new (const AmpReport *report, const AmpTableRow *told, const AmpSeveritySpread *group, const AmpCountGroup *network, const guint *cells)
{
  AmpReportSpreadRow *row = g_new0 (AmpReportSpreadRow, 1);

  row->code = g_strdup (told->code);
  row->label = g_strdup (told->label);
  for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    {
      row->is_masked[band] = is_hidden (network, cells[band]);
      row->persons[band] = row->is_masked[band] ? 0 : amp_table_round_count (group->bands[band], report->round_to);
    }
  return row;
}

static const AmpSeveritySpread *
find_group (const GPtrArray *groups, const char *code, guint *index)
{
  for (*index = 0; *index < groups->len; (*index)++)
    if (g_str_equal (((const AmpSeveritySpread *) g_ptr_array_index (groups, *index))->code, code))
      return g_ptr_array_index (groups, *index);
  return NULL;
}

static GPtrArray *
list_rows (const Counted *self, const AmpCountGroup *network)
{
  const AmpReportTable *table = amp_report_find_table (self->report, self->key);
  GPtrArray            *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; i < table->order->len; i++)
    {
      const AmpTableRow       *told = amp_report_table_get_row (table, i);
      guint                    index;
      const AmpSeveritySpread *group = told->is_masked ? NULL : find_group (self->groups, told->code, &index);

      if (group != NULL && group->persons > 0 && self->is_listed[index])
        g_ptr_array_add (rows, row_new (self->report, told, group, network, self->cells + index * AMP_N_SEVERITY_BANDS));
    }
  return rows;
}

/* The mildest band that anybody is in: who has data of a class that leads to a
 * graver one is set apart from the others by it. */
static AmpSeverityBand
find_mildest (const GPtrArray *groups)
{
  for (AmpSeverityBand band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    for (guint i = 0; i < groups->len; i++)
      if (((const AmpSeveritySpread *) g_ptr_array_index (groups, i))->bands[band] > 0)
        return band;
  return AMP_SEVERITY_LOW;
}

static gboolean
hides_class (const Counted *self, const char *code, AmpSeverityBand mildest)
{
  for (AmpSensitivity sensitivity = 0; sensitivity < AMP_N_SENSITIVITIES; sensitivity++)
    if (amp_spread_classes_get_bands (self->classes)->most[sensitivity] > mildest && amp_spread_classes_get_state (self->classes, code, sensitivity) == AMP_CLASS_MASKED)
      return TRUE;
  return FALSE;
}

static void
list_groups (Counted *self)
{
  AmpSeverityBand mildest = find_mildest (self->groups);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const char *code = ((const AmpSeveritySpread *) g_ptr_array_index (self->groups, i))->code;

      self->is_listed[i] = self->report->min_cell <= 0 || (find_told_row (self->report, self->key, code) != NULL && !hides_class (self, code, mildest));
    }
}

/* Returns NULL where the small cells cannot be protected. */
static AmpCountGroup *
protect (const Counted *self)
{
  g_autoptr (AmpCountGroup) network = amp_count_group_new (FIRST_GROUP + self->groups->len);

  add_bands (self->report, self->groups, network);
  for (guint i = 0; i < self->groups->len; i++)
    if (((const AmpSeveritySpread *) g_ptr_array_index (self->groups, i))->persons > 0)
      add_group (self, i, network);
  return amp_count_group_protect (network, self->report->min_cell) ? g_steal_pointer (&network) : NULL;
}

static AmpSpreadGroup
read_group (const Counted *self, guint index, const AmpCountGroup *network)
{
  const AmpSeveritySpread *counted = g_ptr_array_index (self->groups, index);
  AmpSpreadGroup           group = { counted->code, find_told_row (self->report, self->key, counted->code) != NULL, self->is_listed[index], counted->persons, { 0 }, { FALSE } };

  for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    {
      group.bands[band] = counted->bands[band];
      group.is_masked[band] = is_hidden (network, self->cells[index * AMP_N_SEVERITY_BANDS + band]);
    }
  return group;
}

static void
read_told_bands (const AmpReport *report, gboolean *told_bands)
{
  for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    {
      const AmpTableRow *row = amp_table_find_row (amp_report_find_table (report, AMP_KEY_SEVERITY)->table, amp_severity_band_get_code (band));

      told_bands[band] = row == NULL || !row->is_masked;
    }
}

static gboolean
is_safe (const Counted *self, const AmpCountGroup *network)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (AmpSpreadGroup));
  gboolean told_bands[AMP_N_SEVERITY_BANDS];

  read_told_bands (self->report, told_bands);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const AmpSpreadGroup group = read_group (self, i, network);

      if (group.persons > 0)
        g_array_append_val (groups, group);
    }
  return amp_spread_audit (groups, self->classes, told_bands, self->report->min_cell);
}

static void
add_spread (AmpReport *self, const SpreadRow *row, Counted *counted)
{
  g_autoptr (AmpCountGroup) network = NULL;
  AmpReportSpread *spread;

  list_groups (counted);
  if (self->min_cell > 0)
    {
      network = protect (counted);
      if (network == NULL || !is_safe (counted, network))
        return;
    }
  spread = g_new0 (AmpReportSpread, 1);
  spread->id = g_strdup (row->id);
  spread->key = row->key;
  spread->title = g_strdup (_ (row->title));
  spread->rows = list_rows (counted, network);
  g_ptr_array_add (self->spreads, spread);
}

static gboolean
build_spread (AmpReport *self, const SpreadRow *row, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) groups = amp_case_spread_severity (self->opened, row->key, NULL, cancellable, error);
  g_autoptr (AmpSpreadClasses) classes = groups != NULL ? amp_spread_classes_new (self, row->key, NULL, cancellable, error) : NULL;
  g_autofree gboolean *is_listed = NULL;
  g_autofree guint    *cells = NULL;
  Counted              counted = { self, row->key, groups, classes, NULL, NULL };

  if (classes == NULL)
    return FALSE;
  counted.is_listed = is_listed = g_new0 (gboolean, groups->len + 1);
  counted.cells = cells = g_new0 (guint, groups->len * AMP_N_SEVERITY_BANDS + 1);
  add_spread (self, row, &counted);
  return TRUE;
}

/* Everybody, as one group. */
static AmpSpreadGroup
read_everybody (const GPtrArray *groups, const gboolean *told_bands)
{
  AmpSpreadGroup everybody = { .is_whole_told = TRUE, .is_listed = TRUE };

  for (guint i = 0; i < groups->len; i++)
    everybody.persons += ((const AmpSeveritySpread *) g_ptr_array_index (groups, i))->persons;
  for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    {
      for (guint i = 0; i < groups->len; i++)
        everybody.bands[band] += ((const AmpSeveritySpread *) g_ptr_array_index (groups, i))->bands[band];
      everybody.is_masked[band] = !told_bands[band];
    }
  return everybody;
}

static void
withhold (AmpReportTable *table)
{
  table->is_withheld = TRUE;
  table->n_masked = 0;
  g_array_set_size (table->order, 0);
  amp_table_mask_rows (table->table);
}

/* Bands and classes of everybody were masked apart, too. Any key that puts
 * everybody in one group will do. */
gboolean
amp_report_check_bands (AmpReport *self, const AmpSelection *selection, GCancellable *cancellable, GError **error)
{
  AmpReportTable *table = amp_report_find_table (self, AMP_KEY_SEVERITY);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (AmpSpreadClasses) classes = NULL;
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (AmpSpreadGroup));
  gboolean       told_bands[AMP_N_SEVERITY_BANDS];
  AmpSpreadGroup everybody;

  if (self->min_cell <= 0 || self->total_is_masked || table->is_withheld)
    return TRUE;
  groups = amp_case_spread_severity (self->opened, AMP_KEY_SEX, selection, cancellable, error);
  classes = groups != NULL ? amp_spread_classes_new (self, AMP_KEY_SEX, selection, cancellable, error) : NULL;
  if (classes == NULL)
    return FALSE;
  read_told_bands (self, told_bands);
  everybody = read_everybody (groups, told_bands);
  g_array_append_val (whole, everybody);
  if (!amp_spread_audit (whole, classes, told_bands, self->min_cell))
    withhold (table);
  return TRUE;
}

gboolean
amp_report_build_spreads (AmpReport *self, GCancellable *cancellable, GError **error)
{
  if (self->total_is_masked || self->filter_terms[0] != NULL || amp_report_find_table (self, AMP_KEY_SEVERITY)->is_withheld)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (SPREADS); i++)
    if (!amp_report_find_table (self, SPREADS[i].key)->is_withheld && !build_spread (self, &SPREADS[i], cancellable, error))
      return FALSE;
  return TRUE;
}
