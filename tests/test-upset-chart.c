/* What src/chart/amp-upset-chart promises. */
#include "amp-upset-chart.h"

#include <math.h>

static AmpChartStyle
create_style (AmpThemeKind kind, double font_scale)
{
  return (AmpChartStyle){ amp_theme_get (kind), NULL, font_scale };
}

/* Row i combines the sets whose bits i has. */
static AmpUpset *
create_upset (guint n_rows, guint n_sets)
{
  g_autoptr (AmpSeries) series = amp_series_new ("Which data travel together", NULL);
  AmpUpset *upset;

  for (guint i = 0; i < n_rows; i++)
    {
      amp_series_add (series, "id", "label", 1000.0 / (i + 1), "1,000");
      amp_series_set_detail (series, i, "12.5 %");
    }
  upset = amp_upset_new (series);
  for (guint i = 0; i < n_sets; i++)
    amp_upset_add_set (upset, "Official identifiers", (int) (i % AMP_THEME_N_CATEGORICAL));
  for (guint i = 0; i < n_rows; i++)
    amp_upset_set_members (upset, i, i);
  return upset;
}

static cairo_surface_t *
draw (AmpUpset *upset, const AmpChartStyle *style, double width)
{
  double           height = amp_upset_chart_measure (upset, style, width);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) MAX (width, 1), (int) MAX (height, 1));
  cairo_t         *cr = cairo_create (surface);

  amp_upset_chart_draw (cr, upset, style, width, height, -1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The pixels of a row that have exactly that colour. */
static guint
count_pixels (cairo_surface_t *surface, const cairo_rectangle_t *band, AmpColor color)
{
  guint32 wanted = 0xff000000u | (guint32) lround (color.red * 255) << 16 | (guint32) lround (color.green * 255) << 8 | (guint32) lround (color.blue * 255);
  guint   found = 0;

  for (int y = (int) band->y; y < (int) (band->y + band->height) && y < cairo_image_surface_get_height (surface); y++)
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
  const double widths[] = { 180, 360, 700, 1300 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (AmpUpset) upset = create_upset (9, 13);
      AmpChartStyle     style = create_style (AMP_THEME_LIGHT, 1 + i % 2);
      double            height = amp_upset_chart_measure (upset, &style, widths[i]);
      cairo_rectangle_t box = { 0 };

      for (guint row = 0; row < 9; row++)
        {
          g_assert_true (amp_upset_chart_get_row_box (upset, &style, widths[i], row, &box));
          g_assert_cmpint (amp_upset_chart_row_at (upset, &style, widths[i], 5, box.y), ==, row);
          g_assert_cmpint (amp_upset_chart_row_at (upset, &style, widths[i], widths[i] - 1, box.y + box.height - 0.5), ==, row);
        }
      g_assert_cmpfloat_with_epsilon (box.y + box.height, height, 1e-6);
      g_assert_false (amp_upset_chart_get_row_box (upset, &style, widths[i], 9, &box));
      g_assert_cmpint (amp_upset_chart_row_at (upset, &style, widths[i], 5, 1), ==, -1);
      g_assert_cmpint (amp_upset_chart_row_at (upset, &style, widths[i], NAN, NAN), ==, -1);
    }
}

/* In every theme: a row shows as many dots of a colour as it has sets of it. */
static void
test_dots_follow_members (void)
{
  for (AmpThemeKind kind = 0; kind < AMP_N_THEMES; kind++)
    {
      g_autoptr (AmpUpset) upset = create_upset (4, 2);
      AmpChartStyle     style = create_style (kind, 1);
      cairo_surface_t  *surface = draw (upset, &style, 600);
      cairo_rectangle_t box;

      for (guint row = 0; row < 4; row++)
        for (guint set = 0; set < 2; set++)
          {
            guint found;

            g_assert_true (amp_upset_chart_get_row_box (upset, &style, 600, row, &box));
            found = count_pixels (surface, &box, style.theme->categorical[set]);
            if (row >> set & 1)
              g_assert_cmpuint (found, >, 40);
            else
              g_assert_cmpuint (found, ==, 0);
          }
      cairo_surface_destroy (surface);
    }
}

static void
test_bars_follow_values (void)
{
  g_autoptr (AmpUpset) upset = create_upset (2, 0);
  AmpChartStyle     style = create_style (AMP_THEME_LIGHT, 1);
  cairo_surface_t  *surface = draw (upset, &style, 700);
  cairo_rectangle_t box;
  guint             pixels[2];

  for (guint row = 0; row < 2; row++)
    {
      g_assert_true (amp_upset_chart_get_row_box (upset, &style, 700, row, &box));
      pixels[row] = count_pixels (surface, &box, style.theme->accent);
    }
  g_assert_cmpuint (pixels[0], >, 3000);
  g_assert_cmpfloat_with_epsilon (pixels[1] / (double) pixels[0], 0.5, 0.02);
  cairo_surface_destroy (surface);
}

/* Two masked values must give the same picture, or the picture tells them. */
static void
test_masked_bars_tell_nothing (void)
{
  cairo_surface_t *pictures[2];
  AmpChartStyle    style = create_style (AMP_THEME_LIGHT, 1);
  gsize            size;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AmpUpset) upset = create_upset (3, 4);
      AmpSeriesRow *row = amp_series_get_row (amp_upset_get_series (upset), 1);

      row->is_masked = TRUE;
      row->value = i == 0 ? 3 : 2e9;
      pictures[i] = draw (upset, &style, 500);
    }
  size = (gsize) cairo_image_surface_get_stride (pictures[0]) * (gsize) cairo_image_surface_get_height (pictures[0]);
  g_assert_cmpmem (cairo_image_surface_get_data (pictures[0]), size, cairo_image_surface_get_data (pictures[1]), size);
  cairo_surface_destroy (pictures[0]);
  cairo_surface_destroy (pictures[1]);
}

static void
test_any_size_draws (void)
{
  const double widths[] = { -5, 0, 1, 40, 3000 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint n_rows = 0; n_rows < 3; n_rows++)
      {
        g_autoptr (AmpUpset) upset = create_upset (n_rows, AMP_UPSET_MAX_SETS);
        AmpChartStyle style = create_style (AMP_THEME_DARK_CONTRAST, i % 2 ? 8 : 0.25);

        g_assert_cmpfloat (amp_upset_chart_measure (upset, &style, widths[i]), >, 0);
        cairo_surface_destroy (draw (upset, &style, widths[i]));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/upset-chart/every-row-is-found", test_every_row_is_found);
  g_test_add_func ("/chart/upset-chart/dots-follow-members", test_dots_follow_members);
  g_test_add_func ("/chart/upset-chart/bars-follow-values", test_bars_follow_values);
  g_test_add_func ("/chart/upset-chart/masked-bars-tell-nothing", test_masked_bars_tell_nothing);
  g_test_add_func ("/chart/upset-chart/any-size-draws", test_any_size_draws);
  return g_test_run ();
}
