/* What src/chart/amp-series promises. */
#include "amp-series.h"

#include <math.h>

static void
test_rows_keep_order (void)
{
  g_autoptr (AmpSeries) series = amp_series_new ("Title", NULL);

  amp_series_add (series, "b", "Second letter", 2, "2");
  amp_series_add (series, "a", "First letter", 9, "9");
  g_assert_cmpuint (amp_series_get_n_rows (series), ==, 2);
  g_assert_cmpstr (amp_series_get_row (series, 0)->id, ==, "b");
  g_assert_cmpstr (amp_series_get_row (series, 1)->label, ==, "First letter");
  g_assert_null (amp_series_get_row (series, 2));
  g_assert_cmpint (amp_series_find (series, "a"), ==, 1);
  g_assert_cmpint (amp_series_find (series, "z"), ==, -1);
  g_assert_cmpstr (amp_series_get_title (series), ==, "Title");
  g_assert_null (amp_series_get_caption (series));
}

static void
test_masked_values_do_not_scale (void)
{
  g_autoptr (AmpSeries) series = amp_series_new (NULL, NULL);

  amp_series_add (series, "a", "a", 12, "12");
  amp_series_add (series, "b", "b", 5000, "< 11")->is_masked = TRUE;
  g_assert_cmpfloat (amp_series_get_maximum (series), ==, 12);
  g_assert_cmpfloat (amp_series_get_total (series), ==, 12);
}

static void
test_odd_numbers_draw_as_nothing (void)
{
  g_autoptr (AmpSeries) series = amp_series_new (NULL, NULL);
  const double values[] = { NAN, INFINITY, -INFINITY, -3, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_cmpfloat (amp_series_row_get_drawn_value (amp_series_add (series, "", "", values[i], "")), ==, 0);
  g_assert_cmpfloat (amp_series_get_maximum (series), ==, 1);
  amp_series_set_maximum (series, NAN);
  g_assert_cmpfloat (amp_series_get_maximum (series), ==, 1);
  amp_series_set_maximum (series, 100);
  g_assert_cmpfloat (amp_series_get_maximum (series), ==, 100);
}

static void
test_texts_become_valid (void)
{
  g_autoptr (AmpSeries) series = amp_series_new ("\xff", NULL);
  AmpSeriesRow *row = amp_series_add (series, NULL, "caf\xe9", 1, NULL);

  g_assert_true (g_utf8_validate (amp_series_get_title (series), -1, NULL));
  g_assert_true (g_utf8_validate (row->label, -1, NULL));
  g_assert_cmpstr (row->id, ==, "");
  g_assert_cmpstr (row->value_text, ==, "");
  g_assert_null (row->detail_text);
  amp_series_set_detail (series, 0, "4 %");
  amp_series_set_detail (series, 0, "5 %");
  g_assert_cmpstr (row->detail_text, ==, "5 %");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/series/rows-keep-their-order", test_rows_keep_order);
  g_test_add_func ("/chart/series/masked-values-do-not-scale", test_masked_values_do_not_scale);
  g_test_add_func ("/chart/series/odd-numbers-draw-as-nothing", test_odd_numbers_draw_as_nothing);
  g_test_add_func ("/chart/series/texts-become-valid", test_texts_become_valid);
  return g_test_run ();
}
