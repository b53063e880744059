/* From combinations of categories to their chart: see the header. */
#include "amp-combination-upset.h"

#include <glib/gi18n-lib.h>

#include "amp-category.h"
#include "amp-figure-text.h"

static AmpCategorySet
get_categories (const AmpTableRow *row)
{
  g_auto (GStrv) codes = g_strsplit (row->code, "+", -1);
  AmpCategorySet categories = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      AmpCategory category;

      if (amp_category_from_code (codes[i], &category))
        categories |= AMP_CATEGORY_BIT (category);
    }
  return categories;
}

static int
count_categories (const AmpTableRow *row)
{
  return __builtin_popcount (get_categories (row));
}

/* From the gravest class to the mildest: the first that differs decides. */
static int
compare_gravity (const AmpTableRow *first, const AmpTableRow *second)
{
  int counts[2][AMP_N_SENSITIVITIES] = { 0 };

  for (guint side = 0; side < 2; side++)
    {
      AmpCategorySet categories = get_categories (side == 0 ? first : second);

      for (guint i = 0; i < AMP_N_CATEGORIES; i++)
        counts[side][amp_category_get_sensitivity (i)] += (categories & AMP_CATEGORY_BIT (i)) != 0;
    }
  for (int class = AMP_N_SENSITIVITIES - 1; class >= 0; class --)
    if (counts[0][class] != counts[1][class])
      return counts[1][class] - counts[0][class];
  return 0;
}

static int
compare_order (const AmpTableRow *first, const AmpTableRow *second, AmpCombinationOrder order)
{
  if (order == AMP_COMBINATION_BY_CATEGORIES)
    return count_categories (second) - count_categories (first);
  return order == AMP_COMBINATION_BY_SENSITIVITY ? compare_gravity (first, second) : 0;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const AmpTableRow *first = *(const AmpTableRow *const *) a;
  const AmpTableRow *second = *(const AmpTableRow *const *) b;
  int                order = compare_order (first, second, *(const AmpCombinationOrder *) data);

  if (order != 0)
    return order;
  if (first->persons != second->persons)
    return first->persons > second->persons ? -1 : 1;
  return strcmp (first->code, second->code);
}

static gboolean
is_selected (AmpFilter *filter, const AmpTableRow *row)
{
  return filter != NULL && amp_filter_contains (filter, AMP_KEY_COMBINATION, row->code);
}

static GPtrArray *
choose_rows (AmpTable *table, AmpFilter *filter, AmpCombinationOrder order, guint limit)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    if (amp_table_get_row (table, i)->persons > 0 || is_selected (filter, amp_table_get_row (table, i)))
      g_ptr_array_add (all, amp_table_get_row (table, i));
  g_ptr_array_sort_with_data (all, compare_rows, &order);
  for (guint i = 0; i < all->len; i++)
    if (i < limit || is_selected (filter, g_ptr_array_index (all, i)))
      g_ptr_array_add (chosen, g_ptr_array_index (all, i));
  return chosen;
}

static gboolean
has_selected (GPtrArray *rows, AmpFilter *filter)
{
  for (guint i = 0; i < rows->len; i++)
    if (is_selected (filter, g_ptr_array_index (rows, i)))
      return TRUE;
  return FALSE;
}

static int
get_color (AmpCategorySet categories)
{
  int gravest = -1;

  for (guint i = 0; i < AMP_N_CATEGORIES; i++)
    if (categories & AMP_CATEGORY_BIT (i))
      gravest = MAX (gravest, (int) amp_category_get_sensitivity (i));
  return gravest;
}

static AmpSeries *
create_series (AmpTable *table, GPtrArray *rows, AmpFilter *filter)
{
  AmpSeries *series = amp_series_new (NULL, NULL);
  gboolean   is_narrowed = has_selected (rows, filter);

  amp_series_set_empty_text (series, _ ("Nobody"));
  for (guint i = 0; i < rows->len; i++)
    {
      const AmpTableRow *row = g_ptr_array_index (rows, i);
      g_autofree char   *persons = amp_figure_text_count (row->persons);
      g_autofree char   *share = amp_figure_text_share (amp_table_row_get_share (row, table));
      AmpSeriesRow      *bar = amp_series_add (series, row->code, row->label, row->persons, persons);

      bar->color = get_color (get_categories (row));
      bar->is_selected = is_selected (filter, row);
      bar->is_dimmed = is_narrowed && !bar->is_selected;
      bar->is_masked = row->is_masked;
      amp_series_set_detail (series, i, share);
    }
  return series;
}

/* The gravest categories are the first columns. */
static void
add_columns (AmpUpset *upset, GPtrArray *rows)
{
  g_autofree guint32 *members = g_new0 (guint32, rows->len + 1);
  AmpCategorySet      used = 0;

  for (guint i = 0; i < rows->len; i++)
    used |= get_categories (g_ptr_array_index (rows, i));
  for (int sensitivity = AMP_N_SENSITIVITIES - 1; sensitivity >= 0; sensitivity--)
    for (guint category = 0; category < AMP_N_CATEGORIES; category++)
      {
        guint set;

        if (!(used & AMP_CATEGORY_BIT (category)) || (int) amp_category_get_sensitivity (category) != sensitivity)
          continue;
        set = amp_upset_add_set (upset, amp_category_get_label (category), sensitivity);
        for (guint i = 0; i < rows->len; i++)
          if (get_categories (g_ptr_array_index (rows, i)) & AMP_CATEGORY_BIT (category))
            members[i] |= 1u << set;
      }
  for (guint i = 0; i < rows->len; i++)
    amp_upset_set_members (upset, i, members[i]);
}

AmpUpset *
amp_combination_upset_new (AmpTable *table, AmpFilter *filter, AmpCombinationOrder order, guint limit)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (AmpSeries) series = NULL;
  AmpUpset *upset;

  g_return_val_if_fail (table != NULL, NULL);

  rows = choose_rows (table, filter, order, limit);
  series = create_series (table, rows, filter);
  upset = amp_upset_new (series);
  add_columns (upset, rows);
  return upset;
}
