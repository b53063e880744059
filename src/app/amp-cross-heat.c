/* From two breakdowns crossed to their heat map: see the header. */
#include "amp-cross-heat.h"

#include <glib/gi18n-lib.h>

#include "amp-category.h"
#include "amp-classes.h"
#include "amp-figure-text.h"

#define N_CLASSES 5

/* Which rows and columns of the table are drawn. */
typedef struct
{
  const AmpCrossTable *table;
  AmpFilter           *filter;
  AmpHeatMeasure       measure;
  GArray              *rows;    /* guint */
  GArray              *columns; /* guint */
} Plan;

static gboolean
names (AmpFilter *filter, AmpTable *table, guint index)
{
  return filter != NULL && amp_filter_contains (filter, amp_table_get_key (table), amp_table_get_row (table, index)->code);
}

static void
choose_rows (Plan *plan, guint limit)
{
  AmpTable *rows = plan->table->rows;

  for (guint i = 0; i < amp_table_get_n_rows (rows); i++)
    if (amp_table_get_row (rows, i)->persons > 0 && (plan->rows->len < limit || names (plan->filter, rows, i)))
      g_array_append_val (plan->rows, i);
}

/* The gravest first; what is no category keeps its place. */
static int
compare_columns (gconstpointer a, gconstpointer b, gpointer data)
{
  AmpTable   *columns = data;
  guint       one = *(const guint *) a;
  guint       other = *(const guint *) b;
  AmpCategory first, second;

  if (!amp_category_from_code (amp_table_get_row (columns, one)->code, &first) || !amp_category_from_code (amp_table_get_row (columns, other)->code, &second))
    return one < other ? -1 : one > other;
  if (amp_category_get_sensitivity (first) != amp_category_get_sensitivity (second))
    return (int) amp_category_get_sensitivity (second) - (int) amp_category_get_sensitivity (first);
  return (int) first - (int) second;
}

static void
choose_columns (Plan *plan)
{
  AmpTable *columns = plan->table->columns;

  for (guint i = 0; i < amp_table_get_n_rows (columns); i++)
    if (amp_table_get_row (columns, i)->persons > 0)
      g_array_append_val (plan->columns, i);
  g_array_sort_with_data (plan->columns, compare_columns, columns);
}

static double
get_value (const Plan *plan, guint row, guint column)
{
  gint64 persons = amp_cross_table_get_persons (plan->table, row, column);
  gint64 whole = amp_table_get_row (plan->table->rows, row)->persons;

  if (plan->measure == AMP_HEAT_PERSONS)
    return (double) persons;
  return whole > 0 ? (double) persons / (double) whole : 0;
}

/* Shares have classes that everybody knows: a fifth each. Nobody is no class. */
static AmpClasses
create_classes (const Plan *plan)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  AmpClasses classes;

  for (guint i = 0; i < plan->rows->len; i++)
    for (guint j = 0; j < plan->columns->len; j++)
      {
        double value = get_value (plan, g_array_index (plan->rows, guint, i), g_array_index (plan->columns, guint, j));

        if (value > 0)
          g_array_append_val (values, value);
      }
  amp_classes_init (&classes, AMP_CLASSING_JENKS, (const double *) values->data, values->len, N_CLASSES);
  return classes;
}

static int
find_level (const Plan *plan, const AmpClasses *classes, double value)
{
  if (!(value > 0))
    return -1;
  if (plan->measure == AMP_HEAT_SHARE)
    return MIN ((int) (value * N_CLASSES), N_CLASSES - 1);
  return amp_classes_find (classes, value);
}

static void
set_shares_scale (AmpHeatMap *heat)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < N_CLASSES; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u – %u\u00a0%%", i * 100 / N_CLASSES, (i + 1) * 100 / N_CLASSES);

      g_strv_builder_add (builder, text);
    }
  texts = g_strv_builder_end (builder);
  amp_heat_map_set_scale (heat, _ ("Share of the place’s persons"), (const char *const *) texts);
}

static void
set_persons_scale (AmpHeatMap *heat, const AmpClasses *classes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < classes->n_classes; i++)
    {
      g_autofree char *lowest = amp_figure_text_count ((gint64) classes->lowest[i]);
      g_autofree char *highest = amp_figure_text_count ((gint64) classes->highest[i]);
      g_autofree char *text = g_str_equal (lowest, highest) ? g_strdup (lowest) : g_strdup_printf ("%s – %s", lowest, highest);

      g_strv_builder_add (builder, text);
    }
  texts = g_strv_builder_end (builder);
  amp_heat_map_set_scale (heat, _ ("Persons"), (const char *const *) texts);
}

static void
set_cell (const Plan *plan, const AmpClasses *classes, AmpHeatMap *heat, guint row, guint column)
{
  guint              table_row = g_array_index (plan->rows, guint, row);
  guint              table_column = g_array_index (plan->columns, guint, column);
  const AmpTableRow *place = amp_table_get_row (plan->table->rows, table_row);
  const AmpTableRow *category = amp_table_get_row (plan->table->columns, table_column);
  gint64             persons = amp_cross_table_get_persons (plan->table, table_row, table_column);
  double             value = get_value (plan, table_row, table_column);
  g_autofree char   *count = amp_figure_text_count (persons);
  g_autofree char   *share = amp_figure_text_share (place->persons > 0 ? (double) persons / (double) place->persons : -1);
  g_autofree char   *whole = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person", "%s persons", persons), count);
  /* translators: the name of a cell: place, category, persons, share of the
   * place's persons: "Rennes, Health: 60,012 persons (82.1 %)" */
  g_autofree char *description = g_strdup_printf (_ ("%s, %s: %s (%s)"), place->label, category->label, whole, share);
  AmpHeatCell     *cell = amp_heat_map_set_cell (heat, row, column, find_level (plan, classes, value), plan->measure == AMP_HEAT_SHARE ? share : count, description);

  cell->is_selected = names (plan->filter, plan->table->rows, table_row) && names (plan->filter, plan->table->columns, table_column);
}

static AmpHeatMap *
create_heat_map (const Plan *plan)
{
  AmpHeatMap *heat = amp_heat_map_new (NULL, NULL);
  AmpClasses  classes = create_classes (plan);

  amp_heat_map_set_empty_text (heat, _ ("Nobody"));
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const AmpTableRow *column = amp_table_get_row (plan->table->columns, g_array_index (plan->columns, guint, i));

      amp_heat_map_add_column (heat, column->code, column->label);
    }
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const AmpTableRow *row = amp_table_get_row (plan->table->rows, g_array_index (plan->rows, guint, i));

      amp_heat_map_add_row (heat, row->code, row->label);
      for (guint j = 0; j < plan->columns->len; j++)
        set_cell (plan, &classes, heat, i, j);
    }
  if (plan->measure == AMP_HEAT_SHARE)
    set_shares_scale (heat);
  else
    set_persons_scale (heat, &classes);
  return heat;
}

AmpHeatMap *
amp_cross_heat_new (const AmpCrossTable *table, AmpFilter *filter, AmpHeatMeasure measure, guint limit)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  Plan plan = { table, filter, measure, rows, columns };

  g_return_val_if_fail (table != NULL, NULL);

  choose_rows (&plan, limit);
  choose_columns (&plan);
  return create_heat_map (&plan);
}
