/* Rings through networks of counts. */
#include "amp-suppression.h"

static guint
add (AmpSuppression *network, guint from, guint to, gint64 value, gint64 lowest)
{
  guint count = amp_suppression_add (network, from, to);

  amp_suppression_set (network, count, value, lowest, AMP_SUPPRESSION_UNBOUNDED);
  return count;
}

/* One sum of four: the cheapest that has room joins the small one. */
static void
test_one_sum (void)
{
  g_autoptr (AmpSuppression) network = amp_suppression_new (2);
  guint small = add (network, 0, 1, 4, 1);
  guint large = add (network, 0, 1, 900, 1);
  guint fitting = add (network, 0, 1, 20, 1);

  g_assert_true (amp_suppression_protect (network, small, 7, TRUE));
  g_assert_true (amp_suppression_is_hidden (network, small));
  g_assert_true (amp_suppression_is_hidden (network, fitting));
  g_assert_false (amp_suppression_is_hidden (network, large));
}

/* Several counts with little room share the amount. */
static void
test_shared (void)
{
  g_autoptr (AmpSuppression) network = amp_suppression_new (2);
  guint counts[4] = { add (network, 0, 1, 4, 1), add (network, 0, 1, 4, 1), add (network, 0, 1, 5, 1), add (network, 0, 1, 500, 1) };

  for (guint i = 0; i < 3; i++)
    amp_suppression_hide (network, counts[i]);
  g_assert_true (amp_suppression_protect (network, counts[0], 7, TRUE));
  g_assert_false (amp_suppression_is_hidden (network, counts[3]));
  g_assert_true (amp_suppression_protect (network, counts[0], 8, TRUE));
  g_assert_true (amp_suppression_is_hidden (network, counts[3]));
}

/* Counts of one each tell each other: there is no room at all. */
static void
test_no_room (void)
{
  g_autoptr (AmpSuppression) network = amp_suppression_new (2);
  guint first = add (network, 0, 1, 1, 1);

  add (network, 0, 1, 1, 1);
  g_assert_false (amp_suppression_protect (network, first, 1, TRUE));
}

/* A count in two sums needs a ring through both: total of a row, total of a
 * column. Nodes 0 and 1 are rows, 2 and 3 columns. */
static void
test_two_ways (void)
{
  g_autoptr (AmpSuppression) network = amp_suppression_new (4);
  guint corner = add (network, 0, 2, 3, 1);
  guint across = add (network, 0, 3, 30, 1);
  guint below = add (network, 1, 2, 40, 1);
  guint opposite = add (network, 1, 3, 50, 1);

  g_assert_true (amp_suppression_protect (network, corner, 8, TRUE));
  g_assert_true (amp_suppression_is_hidden (network, across));
  g_assert_true (amp_suppression_is_hidden (network, below));
  g_assert_true (amp_suppression_is_hidden (network, opposite));
}

static void
test_bridge (void)
{
  g_autoptr (AmpSuppression) network = amp_suppression_new (3);
  guint bridge = add (network, 0, 1, 3, 1);

  add (network, 1, 2, 30, 1);
  g_assert_false (amp_suppression_protect (network, bridge, 1, TRUE));
  g_assert_false (amp_suppression_protect (network, bridge, 1, FALSE));
}

static void
test_downwards (void)
{
  g_autoptr (AmpSuppression) network = amp_suppression_new (2);
  guint count = add (network, 0, 1, 30, 0);
  guint full = amp_suppression_add (network, 0, 1);
  guint open = add (network, 0, 1, 50, 0);

  amp_suppression_set (network, full, 5, 0, 5);
  g_assert_true (amp_suppression_protect (network, count, 10, FALSE));
  g_assert_false (amp_suppression_is_hidden (network, full));
  g_assert_true (amp_suppression_is_hidden (network, open));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/suppression/one-sum", test_one_sum);
  g_test_add_func ("/export/suppression/several-share-the-amount", test_shared);
  g_test_add_func ("/export/suppression/counts-of-one-have-no-room", test_no_room);
  g_test_add_func ("/export/suppression/two-sums-need-a-ring", test_two_ways);
  g_test_add_func ("/export/suppression/a-bridge-is-told", test_bridge);
  g_test_add_func ("/export/suppression/downwards", test_downwards);
  return g_test_run ();
}
