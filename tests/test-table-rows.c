/* What src/app/amp-table-rows promises. */
#include "amp-table-rows.h"

static AmpTable *
create_table (guint n_rows, gint64 persons)
{
  AmpTable *table = amp_table_new (AMP_KEY_COMMUNE, persons, persons);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *code = g_strdup_printf ("%05u", i);

      amp_table_add_row (table, code, code)->persons = persons;
    }
  return table;
}

static void
set_rows (AmpTableRows *rows, guint n_rows, gint64 persons, AmpFilter *filter)
{
  g_autoptr (AmpTable) table = create_table (n_rows, persons);

  amp_table_rows_set_table (rows, table, filter);
}

static void
count_changes (GListModel *model, guint position, guint removed, guint added, guint changes[3])
{
  changes[0] = position;
  changes[1] += removed;
  changes[2] += added;
}

static void
count_signals (AmpTableItem *item, guint *n)
{
  (*n)++;
}

static void
test_items_are_made_on_demand (void)
{
  g_autoptr (AmpTableRows) rows = amp_table_rows_new ();
  g_autoptr (AmpTableItem) item = NULL;
  g_autoptr (AmpTableItem) again = NULL;

  set_rows (rows, 35000, 7, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 35000);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (rows), 35000));
  item = g_list_model_get_item (G_LIST_MODEL (rows), 34999);
  again = g_list_model_get_item (G_LIST_MODEL (rows), 34999);
  g_assert_true (item == again);
  g_assert_cmpstr (amp_table_item_get_row (item)->code, ==, "34999");
  g_assert_cmpuint (amp_table_item_get_index (item), ==, 34999);
}

static void
test_items_follow_the_table (void)
{
  g_autoptr (AmpTableRows) rows = amp_table_rows_new ();
  g_autoptr (AmpTableItem) item = NULL;
  guint changes[3] = { 0 };
  guint n_signals = 0;

  set_rows (rows, 10, 7, NULL);
  item = g_list_model_get_item (G_LIST_MODEL (rows), 4);
  g_signal_connect (rows, "items-changed", G_CALLBACK (count_changes), changes);
  g_signal_connect (item, "changed", G_CALLBACK (count_signals), &n_signals);
  set_rows (rows, 10, 8, NULL);
  g_assert_cmpuint (changes[1] + changes[2], ==, 0);
  g_assert_cmpuint (n_signals, ==, 1);
  g_assert_cmpint (amp_table_item_get_row (item)->persons, ==, 8);
  set_rows (rows, 12, 9, NULL);
  g_assert_cmpuint (changes[0], ==, 10);
  g_assert_cmpuint (changes[2], ==, 2);
  g_assert_cmpint (amp_table_item_get_row (item)->persons, ==, 9);
}

/* Whoever holds the item of a row that is gone keeps what it said. */
static void
test_rows_that_go (void)
{
  g_autoptr (AmpTableRows) rows = amp_table_rows_new ();
  g_autoptr (AmpTableItem) item = NULL;
  g_autoptr (AmpTableItem) other = NULL;

  set_rows (rows, 10, 7, NULL);
  item = g_list_model_get_item (G_LIST_MODEL (rows), 4);
  amp_table_rows_set_table (rows, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 0);
  g_assert_cmpint (amp_table_item_get_row (item)->persons, ==, 7);
  set_rows (rows, 10, 8, NULL);
  other = g_list_model_get_item (G_LIST_MODEL (rows), 4);
  g_assert_true (item != other);
  g_assert_cmpint (amp_table_item_get_row (other)->persons, ==, 8);
}

static void
test_the_filter_selects (void)
{
  g_autoptr (AmpTableRows) rows = amp_table_rows_new ();
  g_autoptr (AmpFilter) filter = amp_filter_new ();
  g_autoptr (AmpTableItem) item = NULL;

  amp_filter_toggle (filter, AMP_KEY_COMMUNE, "00003");
  set_rows (rows, 10, 7, filter);
  g_assert_cmpuint (amp_table_rows_count_selected (rows), ==, 1);
  g_assert_true (amp_table_rows_is_selected (rows, 3));
  item = g_list_model_get_item (G_LIST_MODEL (rows), 3);
  g_assert_true (amp_table_item_is_selected (item));
  set_rows (rows, 10, 7, NULL);
  g_assert_false (amp_table_item_is_selected (item));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/table-rows/items-are-made-on-demand", test_items_are_made_on_demand);
  g_test_add_func ("/app/table-rows/items-follow-the-table", test_items_follow_the_table);
  g_test_add_func ("/app/table-rows/rows-that-go", test_rows_that_go);
  g_test_add_func ("/app/table-rows/the-filter-selects", test_the_filter_selects);
  return g_test_run ();
}
