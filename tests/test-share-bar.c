/* What src/chart/amp-share-bar promises. */
#include "amp-share-bar.h"

#include <math.h>

static const double bar_middle = 9;

static AmpChartStyle
create_style (double font_scale)
{
  return (AmpChartStyle){ amp_theme_get (AMP_THEME_DARK), NULL, font_scale };
}

static AmpSeries *
create_series (void)
{
  AmpSeries *series = amp_series_new (NULL, NULL);

  amp_series_add (series, "a", "Simple", 25, "25")->color = 0;
  amp_series_add (series, "b", "Financial", 50, "50")->color = 2;
  amp_series_add (series, "c", "Sensitive", 25, "25")->color = 3;
  amp_series_set_detail (series, 1, "50 %");
  return series;
}

static void
test_pieces_are_found (void)
{
  g_autoptr (AmpSeries) series = create_series ();
  AmpChartStyle style = create_style (1);

  /* 8 pixels of padding, then 400 pixels of bar. */
  g_assert_cmpint (amp_share_bar_row_at (series, &style, 416, 9, bar_middle), ==, 0);
  g_assert_cmpint (amp_share_bar_row_at (series, &style, 416, 107, bar_middle), ==, 0);
  g_assert_cmpint (amp_share_bar_row_at (series, &style, 416, 109, bar_middle), ==, 1);
  g_assert_cmpint (amp_share_bar_row_at (series, &style, 416, 307, bar_middle), ==, 1);
  g_assert_cmpint (amp_share_bar_row_at (series, &style, 416, 407, bar_middle), ==, 2);
  g_assert_cmpint (amp_share_bar_row_at (series, &style, 416, 409, bar_middle), ==, -1);
  amp_series_set_maximum (series, 200);
  g_assert_cmpint (amp_share_bar_row_at (series, &style, 416, 207, bar_middle), ==, 2);
  g_assert_cmpint (amp_share_bar_row_at (series, &style, 416, 209, bar_middle), ==, -1);
}

static void
test_lines_are_found (void)
{
  g_autoptr (AmpSeries) series = create_series ();
  AmpChartStyle style = create_style (2);
  double        height = amp_share_bar_measure (series, &style, 300);
  int           last = -1;

  for (double y = 2 * bar_middle + 20; y < height; y += 0.5)
    {
      int row = amp_share_bar_row_at (series, &style, 300, 150, y);

      g_assert_cmpint (row, >=, last);
      g_assert_cmpint (row, <=, last + 1);
      last = row;
    }
  g_assert_cmpint (last, ==, 2);
  g_assert_cmpint (amp_share_bar_row_at (series, &style, 300, 150, height + 1), ==, -1);
}

static void
test_pieces_are_drawn (void)
{
  g_autoptr (AmpSeries) series = create_series ();
  AmpChartStyle    style = create_style (1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 416, 200);
  cairo_t         *cr = cairo_create (surface);
  const int        middles[] = { 58, 208, 358 };
  const int        colors[] = { 0, 2, 3 };

  amp_share_bar_draw (cr, series, &style, 416, 200, -1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint i = 0; i < 3; i++)
    {
      AmpColor      color = style.theme->categorical[colors[i]];
      const guint8 *line = cairo_image_surface_get_data (surface) + (gsize) bar_middle * cairo_image_surface_get_stride (surface);
      guint32       pixel;

      memcpy (&pixel, line + 4 * middles[i], 4);
      g_assert_cmphex (pixel & 0xffffff, ==, (guint32) lround (color.red * 255) << 16 | (guint32) lround (color.green * 255) << 8 | (guint32) lround (color.blue * 255));
    }
  cairo_surface_destroy (surface);
}

static void
test_odd_input_is_survived (void)
{
  const double sizes[] = { 0, -1, 1, 20, 500, 1e9, NAN, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (AmpSeries) series = create_series ();
      g_autoptr (AmpSeries) empty = amp_series_new ("Nothing", "at all");
      AmpChartStyle    style = create_style (i % 2 ? NAN : 5);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 300);
      cairo_t         *cr = cairo_create (surface);

      amp_series_set_empty_text (empty, "Nothing to show");
      amp_series_add (series, "n", "", NAN, "");
      for (guint row = 0; row < 40; row++)
        amp_series_add (series, "m", "masked", 1e300, "< 11")->is_masked = TRUE;
      amp_share_bar_draw (cr, series, &style, sizes[i], 300, 7);
      amp_share_bar_draw (cr, empty, &style, 300, sizes[i], 7);
      amp_share_bar_row_at (series, &style, sizes[i], sizes[i], sizes[i]);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpfloat (amp_share_bar_measure (empty, &style, sizes[i]), >, 0);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/share-bar/pieces-are-found", test_pieces_are_found);
  g_test_add_func ("/chart/share-bar/lines-are-found", test_lines_are_found);
  g_test_add_func ("/chart/share-bar/pieces-are-drawn", test_pieces_are_drawn);
  g_test_add_func ("/chart/share-bar/odd-input-is-survived", test_odd_input_is_survived);
  return g_test_run ();
}
