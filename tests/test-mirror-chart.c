/* What src/chart/amp-mirror-chart promises. */
#include "amp-mirror-chart.h"

#include <math.h>

static AmpChartStyle
create_style (AmpThemeKind kind, double font_scale)
{
  return (AmpChartStyle){ amp_theme_get (kind), NULL, font_scale };
}

/* Row i is i + 1 at the left and half of that at the right. */
static AmpMirror *
create_mirror (guint n_rows)
{
  static const char *const texts[] = { "50.0 %", "25.0 %" };
  AmpMirror               *mirror = amp_mirror_new ("Rennes", "Brest");

  for (guint i = 0; i < n_rows; i++)
    {
      const double values[] = { i + 1, (i + 1) / 2.0 };

      amp_mirror_add (mirror, "Official identifiers", values, texts, "in words");
    }
  amp_mirror_set_empty_text (mirror, "Nobody");
  return mirror;
}

static cairo_surface_t *
draw (AmpMirror *mirror, const AmpChartStyle *style, double width)
{
  double           height = amp_mirror_chart_measure (mirror, style, width);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) MAX (width, 1), (int) MAX (height, 1));
  cairo_t         *cr = cairo_create (surface);

  amp_mirror_chart_draw (cr, mirror, style, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* A mixed colour is rounded by cairo as it likes. */
static gboolean
is_near (guint32 pixel, AmpColor color)
{
  const double channels[] = { color.blue, color.green, color.red };

  for (guint i = 0; i < 3; i++)
    if (fabs ((pixel >> (8 * i) & 255) - channels[i] * 255) > 1)
      return FALSE;
  return TRUE;
}

static guint
count_pixels (cairo_surface_t *surface, const cairo_rectangle_t *box, AmpColor color)
{
  guint found = 0;

  for (int y = (int) box->y; y < (int) (box->y + box->height); y++)
    for (int x = (int) ceil (box->x); x < (int) (box->x + box->width); x++)
      {
        guint32 pixel;

        memcpy (&pixel, cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface) + 4 * (gsize) x, 4);
        found += is_near (pixel, color);
      }
  return found;
}

/* On either side of one axis, on one scale, in its own tone, in every theme. */
static void
test_bars_mirror (void)
{
  for (AmpThemeKind kind = 0; kind < AMP_N_THEMES; kind++)
    {
      g_autoptr (AmpMirror) mirror = create_mirror (4);
      AmpChartStyle    style = create_style (kind, 1);
      cairo_surface_t *surface = draw (mirror, &style, 800);

      for (guint i = 0; i < 4; i++)
        {
          cairo_rectangle_t left, right;

          g_assert_true (amp_mirror_chart_get_bar_box (mirror, &style, 800, i, 0, &left));
          g_assert_true (amp_mirror_chart_get_bar_box (mirror, &style, 800, i, 1, &right));
          g_assert_cmpfloat_with_epsilon (left.x + left.width, right.x, 1e-6);
          g_assert_cmpfloat_with_epsilon (right.width / left.width, 0.5, 0.01);
          g_assert_cmpuint (count_pixels (surface, &left, amp_mirror_chart_get_color (&style, 0)), >, 0.8 * left.width * left.height);
          g_assert_cmpuint (count_pixels (surface, &right, amp_mirror_chart_get_color (&style, 1)), >, 0.8 * right.width * right.height);
          g_assert_cmpint (amp_mirror_chart_row_at (mirror, &style, 800, left.y + 2), ==, i);
        }
      /* Marks are seen on the background (WCAG 2.1, criterion 1.4.11). */
      for (guint side = 0; side < 2; side++)
        g_assert_cmpfloat (amp_color_contrast (amp_mirror_chart_get_color (&style, side), style.theme->background), >=, 3);
      cairo_surface_destroy (surface);
    }
}

static void
test_narrow_is_higher (void)
{
  g_autoptr (AmpMirror) mirror = create_mirror (3);
  AmpChartStyle style = create_style (AMP_THEME_LIGHT, 1);

  g_assert_cmpfloat (amp_mirror_chart_measure (mirror, &style, 300), >, amp_mirror_chart_measure (mirror, &style, 900));
}

static void
test_any_size_draws (void)
{
  const double widths[] = { -5, 0, 1, 40, 3000 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint n_rows = 0; n_rows < 3; n_rows++)
      {
        g_autoptr (AmpMirror) mirror = create_mirror (n_rows);
        AmpChartStyle style = create_style (AMP_THEME_DARK_CONTRAST, i % 2 ? 8 : 0.25);

        g_assert_cmpfloat (amp_mirror_chart_measure (mirror, &style, widths[i]), >, 0);
        cairo_surface_destroy (draw (mirror, &style, widths[i]));
      }
}

static void
test_odd_numbers_draw_nothing (void)
{
  static const char *const texts[] = { "–", "–" };
  const double             odd[] = { NAN, -3 };
  g_autoptr (AmpMirror) mirror = amp_mirror_new (NULL, NULL);
  AmpChartStyle     style = create_style (AMP_THEME_LIGHT, 1);
  cairo_rectangle_t box;

  amp_mirror_add (mirror, "\xff", odd, texts, NULL);
  for (guint side = 0; side < 2; side++)
    {
      g_assert_true (amp_mirror_chart_get_bar_box (mirror, &style, 500, 0, side, &box));
      g_assert_cmpfloat (box.width, ==, 0);
    }
  g_assert_false (amp_mirror_chart_get_bar_box (mirror, &style, 500, 1, 0, &box));
  g_assert_cmpint (amp_mirror_chart_row_at (mirror, &style, 500, NAN), ==, -1);
  cairo_surface_destroy (draw (mirror, &style, 500));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/mirror-chart/bars-mirror-each-other", test_bars_mirror);
  g_test_add_func ("/chart/mirror-chart/narrow-is-higher", test_narrow_is_higher);
  g_test_add_func ("/chart/mirror-chart/any-size-draws", test_any_size_draws);
  g_test_add_func ("/chart/mirror-chart/odd-numbers-draw-nothing", test_odd_numbers_draw_nothing);
  return g_test_run ();
}
