/* What src/chart/amp-bar-chart promises. */
#include "amp-bar-chart.h"

#include <math.h>

static AmpChartStyle
create_style (double font_scale)
{
  return (AmpChartStyle){ amp_theme_get (AMP_THEME_LIGHT), NULL, font_scale };
}

static AmpSeries *
create_series (guint n_rows)
{
  AmpSeries *series = amp_series_new ("People by place", "people");

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *label = g_strdup_printf ("Place number %u", i);

      amp_series_add (series, id, label, 1000.0 / (i + 1), "1,000");
    }
  return series;
}

static cairo_surface_t *
draw (AmpSeries *series, const AmpChartStyle *style, double width, double height, int hovered)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width > 1 ? (int) MIN (width, 2000) : 1, height > 1 ? (int) MIN (height, 4000) : 1);
  cairo_t         *cr = cairo_create (surface);

  amp_bar_chart_draw (cr, series, style, width, height, hovered);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The number of pixels of a band that are the colour of a full bar. */
static guint
count_pixels (cairo_surface_t *surface, const cairo_rectangle_t *band, AmpColor color)
{
  guint32 wanted = 0xff000000u | (guint32) lround (color.red * 255) << 16 | (guint32) lround (color.green * 255) << 8 | (guint32) lround (color.blue * 255);
  guint   found = 0;

  for (int y = (int) band->y; y < (int) (band->y + band->height); y++)
    {
      const guint8 *line = cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        {
          guint32 pixel;

          memcpy (&pixel, line + 4 * x, 4);
          found += pixel == wanted;
        }
    }
  return found;
}

static void
test_every_row_is_found (void)
{
  const double widths[] = { 200, 300, 431, 700, 2000 };
  const double scales[] = { 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (widths) * G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (AmpSeries) series = create_series (17);
      AmpChartStyle     style = create_style (scales[i % 2]);
      double            width = widths[i / 2];
      double            height = amp_bar_chart_measure (series, &style, width);
      cairo_rectangle_t box;

      for (guint row = 0; row < 17; row++)
        {
          g_assert_true (amp_bar_chart_get_row_box (series, &style, width, row, &box));
          g_assert_cmpint (amp_bar_chart_row_at (series, &style, width, 5, box.y), ==, row);
          g_assert_cmpint (amp_bar_chart_row_at (series, &style, width, width - 1, box.y + box.height - 0.5), ==, row);
        }
      g_assert_cmpfloat_with_epsilon (box.y + box.height, height, 1e-6);
      g_assert_false (amp_bar_chart_get_row_box (series, &style, width, 17, &box));
    }
}

static void
test_nothing_outside_the_rows (void)
{
  g_autoptr (AmpSeries) series = create_series (3);
  AmpChartStyle     style = create_style (1);
  double            height = amp_bar_chart_measure (series, &style, 500);
  cairo_rectangle_t box;

  g_assert_true (amp_bar_chart_get_row_box (series, &style, 500, 0, &box));
  g_assert_cmpfloat (box.y, >, 20);
  g_assert_cmpint (amp_bar_chart_row_at (series, &style, 500, 10, box.y - 1), ==, -1);
  g_assert_cmpint (amp_bar_chart_row_at (series, &style, 500, 10, height + 1), ==, -1);
  g_assert_cmpint (amp_bar_chart_row_at (series, &style, 500, -1, box.y + 1), ==, -1);
  g_assert_cmpint (amp_bar_chart_row_at (series, &style, 500, 500, box.y + 1), ==, -1);
  g_assert_cmpint (amp_bar_chart_row_at (series, &style, 500, NAN, NAN), ==, -1);
}

static void
test_bars_follow_values (void)
{
  g_autoptr (AmpSeries) series = amp_series_new (NULL, NULL);
  AmpChartStyle     style = create_style (1);
  cairo_surface_t  *surface;
  cairo_rectangle_t box;
  guint             pixels[3];

  amp_series_add (series, "a", "a", 100, "100");
  amp_series_add (series, "b", "b", 50, "50");
  amp_series_add (series, "c", "c", 0, "0");
  surface = draw (series, &style, 600, amp_bar_chart_measure (series, &style, 600), -1);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (amp_bar_chart_get_row_box (series, &style, 600, i, &box));
      pixels[i] = count_pixels (surface, &box, style.theme->accent);
    }
  g_assert_cmpuint (pixels[0], >, 4000);
  g_assert_cmpfloat_with_epsilon (pixels[1] / (double) pixels[0], 0.5, 0.02);
  g_assert_cmpuint (pixels[2], ==, 0);
  cairo_surface_destroy (surface);
}

/* Two masked values must give the same picture, or the picture tells them. */
static void
test_masked_bars_tell_nothing (void)
{
  cairo_surface_t *pictures[2];
  gsize            size = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AmpSeries) series = create_series (2);
      AmpChartStyle style = create_style (1);

      amp_series_add (series, "m", "masked", i == 0 ? 3 : 2e9, "< 11")->is_masked = TRUE;
      pictures[i] = draw (series, &style, 500, amp_bar_chart_measure (series, &style, 500), -1);
      size = (gsize) cairo_image_surface_get_stride (pictures[i]) * cairo_image_surface_get_height (pictures[i]);
    }
  g_assert_cmpmem (cairo_image_surface_get_data (pictures[0]), size, cairo_image_surface_get_data (pictures[1]), size);
  cairo_surface_destroy (pictures[0]);
  cairo_surface_destroy (pictures[1]);
}

static void
test_states_show (void)
{
  g_autoptr (AmpSeries) series = create_series (3);
  AmpChartStyle     style = create_style (1);
  double            height = amp_bar_chart_measure (series, &style, 500);
  cairo_surface_t  *surface;
  cairo_rectangle_t box;

  amp_series_get_row (series, 0)->is_dimmed = TRUE;
  amp_series_get_row (series, 1)->color = 3;
  surface = draw (series, &style, 500, height, -1);
  g_assert_true (amp_bar_chart_get_row_box (series, &style, 500, 0, &box));
  g_assert_cmpuint (count_pixels (surface, &box, style.theme->accent), ==, 0);
  g_assert_true (amp_bar_chart_get_row_box (series, &style, 500, 1, &box));
  g_assert_cmpuint (count_pixels (surface, &box, style.theme->categorical[3]), >, 100);
  cairo_surface_destroy (surface);
}

static void
test_odd_input_is_survived (void)
{
  const double sizes[] = { 0, -5, 0.5, 1, 3, 40, 1e5, 1e12, NAN, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (AmpSeries) series = create_series (3);
      g_autoptr (AmpSeries) empty = amp_series_new (NULL, NULL);
      AmpChartStyle style = create_style (i % 2 ? NAN : 1e9);

      amp_series_add (series, "", "", NAN, "");
      amp_series_add (series, "\xff\xfe", "\xff\xfe\n\r\t", INFINITY, "\xf0");
      amp_series_set_empty_text (empty, "Nothing to show");
      g_assert_cmpfloat (amp_bar_chart_measure (series, &style, sizes[i]), >, 0);
      g_assert_cmpfloat (amp_bar_chart_measure (empty, &style, sizes[i]), >, 0);
      cairo_surface_destroy (draw (series, &style, sizes[i], 100, 99));
      cairo_surface_destroy (draw (empty, &style, sizes[i], 100, -7));
      cairo_surface_destroy (draw (series, &style, 300, sizes[i], 0));
    }
}

static void
test_long_labels_stay_left_of_the_bar (void)
{
  g_autoptr (AmpSeries) series = amp_series_new (NULL, NULL);
  g_autofree char  *label = g_strnfill (5000, 'W');
  AmpChartStyle     style = create_style (1);
  cairo_rectangle_t box;
  cairo_surface_t  *surface;

  amp_series_add (series, "a", label, 1, "1");
  surface = draw (series, &style, 600, amp_bar_chart_measure (series, &style, 600), -1);
  g_assert_true (amp_bar_chart_get_row_box (series, &style, 600, 0, &box));
  g_assert_cmpuint (count_pixels (surface, &box, style.theme->accent), >, 2000);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/bar-chart/every-row-is-found-where-it-is-drawn", test_every_row_is_found);
  g_test_add_func ("/chart/bar-chart/nothing-is-found-outside-the-rows", test_nothing_outside_the_rows);
  g_test_add_func ("/chart/bar-chart/bars-follow-values", test_bars_follow_values);
  g_test_add_func ("/chart/bar-chart/masked-bars-tell-nothing", test_masked_bars_tell_nothing);
  g_test_add_func ("/chart/bar-chart/states-show", test_states_show);
  g_test_add_func ("/chart/bar-chart/odd-input-is-survived", test_odd_input_is_survived);
  g_test_add_func ("/chart/bar-chart/long-labels-stay-left-of-the-bar", test_long_labels_stay_left_of_the_bar);
  return g_test_run ();
}
