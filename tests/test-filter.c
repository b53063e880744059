/* The filter that all pages share: modes, one signal a change, undo and redo. */
#include "amp-filter.h"

static void
count_change (AmpFilter *filter, guint *changes)
{
  ++*changes;
}

static void
assert_selection (AmpFilter *filter, const char *expected)
{
  g_autofree char *text = amp_selection_to_string (amp_filter_get_selection (filter));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_modes (void)
{
  g_autoptr (AmpFilter) filter = amp_filter_new ();

  amp_filter_toggle (filter, AMP_KEY_CATEGORY, "health");
  amp_filter_set_term (filter, AMP_KEY_CATEGORY, AMP_TERM_NONE, "contact");
  assert_selection (filter, "category=health&category!=contact");
  g_assert_true (amp_filter_contains (filter, AMP_KEY_CATEGORY, "health"));
  g_assert_false (amp_filter_contains (filter, AMP_KEY_CATEGORY, "contact"));
  amp_filter_set_mode (filter, AMP_KEY_CATEGORY, AMP_TERM_ALL);
  assert_selection (filter, "category&=health&category!=contact");
  /* What is added joins those that must all hold; what is there in any mode goes. */
  amp_filter_toggle (filter, AMP_KEY_CATEGORY, "identity");
  assert_selection (filter, "category&=health&category&=identity&category!=contact");
  amp_filter_toggle (filter, AMP_KEY_CATEGORY, "contact");
  amp_filter_toggle (filter, AMP_KEY_CATEGORY, "health");
  assert_selection (filter, "category&=identity");
  amp_filter_set_mode (filter, AMP_KEY_CATEGORY, AMP_TERM_ANY);
  amp_filter_set_term (filter, AMP_KEY_CATEGORY, AMP_TERM_NONE, "identity");
  assert_selection (filter, "category!=identity");
}

static void
test_one_signal (void)
{
  g_autoptr (AmpFilter) filter = amp_filter_new ();
  g_autoptr (AmpSelection) several = amp_selection_new_from_string ("sex=F&departement=35", NULL);
  guint changes = 0;
  guint clearings = 0;

  g_signal_connect (filter, "changed", G_CALLBACK (count_change), &changes);
  g_signal_connect (filter, "cleared", G_CALLBACK (count_change), &clearings);
  amp_filter_clear (filter);
  amp_filter_set_selection (filter, NULL);
  amp_filter_toggle (filter, AMP_KEY_CATEGORY, "wealth");
  g_assert_cmpuint (changes, ==, 0);
  amp_filter_set_selection (filter, several);
  amp_filter_set_selection (filter, several);
  g_assert_cmpuint (changes, ==, 1);
  amp_filter_clear (filter);
  g_assert_cmpuint (changes, ==, 2);
  g_assert_cmpuint (clearings, ==, 1);
}

static void
test_undo (void)
{
  g_autoptr (AmpFilter) filter = amp_filter_new ();

  g_assert_false (amp_filter_can_undo (filter));
  g_assert_false (amp_filter_can_redo (filter));
  amp_filter_undo (filter);
  amp_filter_toggle (filter, AMP_KEY_SEX, "F");
  amp_filter_toggle (filter, AMP_KEY_COMMUNE, "35238");
  amp_filter_clear (filter);
  amp_filter_undo (filter);
  assert_selection (filter, "commune=35238&sex=F");
  amp_filter_undo (filter);
  amp_filter_undo (filter);
  assert_selection (filter, "");
  g_assert_false (amp_filter_can_undo (filter));
  amp_filter_redo (filter);
  amp_filter_redo (filter);
  assert_selection (filter, "commune=35238&sex=F");
  g_assert_true (amp_filter_can_redo (filter));
  /* Another way is taken: there is nothing to go forward to. */
  amp_filter_toggle (filter, AMP_KEY_SEX, "M");
  g_assert_false (amp_filter_can_redo (filter));
  amp_filter_undo (filter);
  assert_selection (filter, "commune=35238&sex=F");
}

/* However long the analyst plays, memory does not grow. */
static void
test_long_past (void)
{
  g_autoptr (AmpFilter) filter = amp_filter_new ();
  guint n_undone = 0;

  for (guint i = 0; i < 1001; i++)
    amp_filter_toggle (filter, AMP_KEY_SEX, "F");
  for (; amp_filter_can_undo (filter); n_undone++)
    amp_filter_undo (filter);
  g_assert_cmpuint (n_undone, >=, 100);
  g_assert_cmpuint (n_undone, <, 1001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/filter/values-have-modes", test_modes);
  g_test_add_func ("/analysis/filter/a-change-is-told-once", test_one_signal);
  g_test_add_func ("/analysis/filter/goes-back-and-forward", test_undo);
  g_test_add_func ("/analysis/filter/forgets-the-distant-past", test_long_past);
  return g_test_run ();
}
