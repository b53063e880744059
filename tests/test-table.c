/* Tables: the ratios, copies, and the masking of small counts. */
#include "amp-table.h"

static AmpTable *
table_of (AmpKey key, const gint64 *persons, guint n)
{
  gint64    total = 0;
  AmpTable *table;

  for (guint i = 0; i < n; i++)
    total += persons[i];
  table = amp_table_new (key, total, total);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i);
      AmpTableRow     *row = amp_table_add_row (table, code, code);

      row->persons = persons[i];
      row->records = persons[i];
    }
  return table;
}

static void
assert_masked (AmpTable *table, const char *pattern)
{
  g_assert_cmpuint (amp_table_get_n_rows (table), ==, strlen (pattern));
  for (guint i = 0; pattern[i] != '\0'; i++)
    {
      const AmpTableRow *row = amp_table_get_row (table, i);

      g_assert_cmpint (row->is_masked, ==, pattern[i] == 'x');
      if (row->is_masked)
        g_assert_cmpint (row->persons + row->records + row->sensitive_persons, ==, 0);
    }
}

static void
test_masks_small_rows_and_what_gives_them_away (void)
{
  static const struct
  {
    gint64      persons[5];
    const char *pattern;
  } CASES[] = {
    { { 900, 11, 12, 13, 0 }, "....." },
    /* One hidden row could be recomputed from the total. */
    { { 900, 500, 50, 20, 3 }, "...xx" },
    /* Two hidden rows of 7 together could be told to be small. */
    { { 900, 500, 50, 4, 3 }, "..xxx" },
    { { 900, 500, 50, 10, 10 }, "...xx" },
    { { 900, 500, 0, 0, 10 }, ".x..x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (AmpTable) table = table_of (AMP_KEY_COMMUNE, CASES[i].persons, 5);

      amp_table_mask (table, 11);
      assert_masked (table, CASES[i].pattern);
    }
}

static void
test_rows_that_do_not_add_up_are_masked_alone (void)
{
  const gint64 persons[] = { 900, 500, 3 };
  g_autoptr (AmpTable) table = table_of (AMP_KEY_CATEGORY, persons, 3);

  amp_table_mask (table, 11);
  assert_masked (table, "..x");
}

static void
test_zero_threshold_masks_nothing (void)
{
  const gint64 persons[] = { 900, 1 };
  g_autoptr (AmpTable) table = table_of (AMP_KEY_COMMUNE, persons, 2);

  amp_table_mask (table, 0);
  assert_masked (table, "..");
  g_assert_cmpint (amp_table_get_total_persons (table), ==, 901);
}

static void
test_small_total_is_masked (void)
{
  const gint64 persons[] = { 4, 2 };
  g_autoptr (AmpTable) table = table_of (AMP_KEY_COMMUNE, persons, 2);

  amp_table_mask (table, 11);
  assert_masked (table, "xx");
  g_assert_true (amp_table_is_total_masked (table));
  g_assert_cmpint (amp_table_get_total_persons (table), ==, 0);
  g_assert_cmpint (amp_table_get_total_records (table), ==, 0);
}

static void
test_sensitive_persons_are_masked_from_both_sides (void)
{
  const gint64 persons[] = { 100, 100, 100, 0 };
  g_autoptr (AmpTable) table = table_of (AMP_KEY_COMMUNE, persons, 4);

  amp_table_get_row (table, 0)->sensitive_persons = 50;
  amp_table_get_row (table, 1)->sensitive_persons = 3;
  amp_table_get_row (table, 2)->sensitive_persons = 97;
  amp_table_mask (table, 11);
  assert_masked (table, "....");
  g_assert_cmpfloat_with_epsilon (amp_table_row_get_sensitive_share (amp_table_get_row (table, 0)), 0.5, 1e-9);
  g_assert_cmpfloat (amp_table_row_get_sensitive_share (amp_table_get_row (table, 1)), <, 0);
  g_assert_cmpfloat (amp_table_row_get_sensitive_share (amp_table_get_row (table, 2)), <, 0);
  g_assert_cmpfloat (amp_table_row_get_sensitive_share (amp_table_get_row (table, 3)), <, 0);
}

static void
test_ratios (void)
{
  const gint64 persons[] = { 750, 250 };
  g_autoptr (AmpTable) table = table_of (AMP_KEY_COMMUNE, persons, 2);
  AmpTableRow *row = amp_table_get_row (table, 0);

  g_assert_cmpfloat_with_epsilon (amp_table_row_get_share (row, table), 0.75, 1e-9);
  g_assert_cmpfloat (amp_table_row_get_per_1000 (row), <, 0);
  row->population = 1500;
  g_assert_cmpfloat_with_epsilon (amp_table_row_get_per_1000 (row), 500, 1e-9);
}

static void
test_a_copy_is_independent (void)
{
  const gint64 persons[] = { 900, 1 };
  g_autoptr (AmpTable) table = table_of (AMP_KEY_COMMUNE, persons, 2);
  g_autoptr (AmpTable) copy = amp_table_copy (table);

  amp_table_mask (copy, 11);
  assert_masked (copy, "xx");
  assert_masked (table, "..");
  g_assert_nonnull (amp_table_find_row (copy, "1"));
  g_assert_null (amp_table_find_row (copy, "2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/table/masks-small-rows-and-what-gives-them-away", test_masks_small_rows_and_what_gives_them_away);
  g_test_add_func ("/analysis/table/rows-that-do-not-add-up-are-masked-alone", test_rows_that_do_not_add_up_are_masked_alone);
  g_test_add_func ("/analysis/table/zero-threshold-masks-nothing", test_zero_threshold_masks_nothing);
  g_test_add_func ("/analysis/table/small-total-is-masked", test_small_total_is_masked);
  g_test_add_func ("/analysis/table/sensitive-persons-are-masked-from-both-sides", test_sensitive_persons_are_masked_from_both_sides);
  g_test_add_func ("/analysis/table/ratios", test_ratios);
  g_test_add_func ("/analysis/table/a-copy-is-independent", test_a_copy_is_independent);
  return g_test_run ();
}
