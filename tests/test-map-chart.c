/* What src/chart/amp-map-chart, its shapes, circles and legend promise. */
#include "amp-map-chart.h"

#include <math.h>

/* Two squares side by side, and one around a hole. */
static const double west_points[] = { 0, 0, 0, 2, 2, 2, 2, 0 };
static const double east_points[] = { 2, 0, 2, 2, 4, 2, 4, 0 };
static const double hole_points[] = { 0.5, 0.5, 1.5, 0.5, 1.5, 1.5, 0.5, 1.5 };

static const AmpMapRing west_rings[] = { { west_points, 4 } };
static const AmpMapRing east_rings[] = { { east_points, 4 } };
static const AmpMapRing both_rings[] = { { west_points, 4 }, { east_points, 4 } };
static const AmpMapRing holed_rings[] = { { west_points, 4 }, { hole_points, 4 } };

static const AmpChartStyle style = { NULL, NULL, 1 };

static AmpChartStyle
create_style (AmpThemeKind kind, double scale)
{
  AmpChartStyle created = style;

  created.theme = amp_theme_get (kind);
  created.font_scale = scale;
  return created;
}

static cairo_surface_t *
draw (const AmpMapChart *chart, double scale, double width, double height)
{
  AmpChartStyle    used = create_style (AMP_THEME_LIGHT, scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width > 1 ? (int) MIN (width, 2000) : 1, height > 1 ? (int) MIN (height, 2000) : 1);
  cairo_t         *cr = cairo_create (surface);

  amp_map_chart_draw (cr, chart, &used, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  guint32 pixel;

  memcpy (&pixel, cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface) + 4 * (gsize) x, 4);
  return pixel;
}

static guint32
as_pixel (AmpColor color)
{
  return 0xff000000u | (guint32) lround (color.red * 255) << 16 | (guint32) lround (color.green * 255) << 8 | (guint32) lround (color.blue * 255);
}

static guint
count_pixels (cairo_surface_t *surface, AmpColor color)
{
  guint found = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      found += get_pixel (surface, x, y) == as_pixel (color);
  return found;
}

/* Where a point of the world stands on a map of 400 by 300 alone on its page. */
static guint32
get_pixel_at (cairo_surface_t *surface, const AmpMapChart *chart, double longitude, double latitude)
{
  cairo_rectangle_t inner = { 12, 12, 400 - 24, 300 - 24 };
  AmpProjection     projection = amp_projection_fit (&chart->bounds, &inner);
  double            x, y;

  amp_projection_to_pixels (&projection, longitude, latitude, &x, &y);
  return get_pixel (surface, x, y);
}

static void
test_areas_take_the_color_of_their_class (void)
{
  const double  values[] = { 1, 100 };
  AmpMapShape   shapes[] = { { .id = "w", .rings = west_rings, .n_rings = 1, .value = 1, .has_value = TRUE },
                             { .id = "e", .rings = east_rings, .n_rings = 1, .value = 100, .has_value = TRUE } };
  AmpMapChart   chart = { .bounds = { -1, -1, 5, 3 }, .shapes = shapes, .n_shapes = 2 };
  AmpChartStyle light = create_style (AMP_THEME_LIGHT, 1);
  AmpClasses    classes;

  amp_classes_init (&classes, AMP_CLASSING_JENKS, values, 2, 2);
  chart.classes = &classes;
  for (guint turn = 0; turn < 2; turn++)
    {
      cairo_surface_t *surface;

      shapes[1].has_value = turn == 0;
      surface = draw (&chart, 1, 400, 300);
      g_assert_cmphex (get_pixel_at (surface, &chart, 1, 1), ==, as_pixel (amp_theme_get_class_color (light.theme, 0, 2)));
      g_assert_cmphex (get_pixel_at (surface, &chart, 3, 1), ==, as_pixel (turn ? light.theme->no_data : amp_theme_get_class_color (light.theme, 1, 2)));
      g_assert_cmphex (get_pixel_at (surface, &chart, -0.5, -0.5), ==, as_pixel (light.theme->sea));
      cairo_surface_destroy (surface);
    }
}

static void
test_holes_are_not_filled (void)
{
  AmpMapShape      land = { .rings = holed_rings, .n_rings = 2 };
  AmpMapChart      chart = { .bounds = { -1, -1, 5, 3 }, .land = &land, .n_land = 1 };
  AmpChartStyle    light = create_style (AMP_THEME_LIGHT, 1);
  cairo_surface_t *surface = draw (&chart, 1, 400, 300);

  g_assert_cmphex (get_pixel_at (surface, &chart, 0.25, 1), ==, as_pixel (light.theme->land));
  g_assert_cmphex (get_pixel_at (surface, &chart, 1, 1), ==, as_pixel (light.theme->sea));
  cairo_surface_destroy (surface);
}

/* Between two areas there is a border; inside one made of both, none. */
static void
test_shared_borders_are_dropped (void)
{
  AmpMapShape      apart[] = { { .rings = west_rings, .n_rings = 1 }, { .rings = east_rings, .n_rings = 1 } };
  AmpMapShape      joined[] = { { .rings = both_rings, .n_rings = 2 } };
  AmpMapChart      chart = { .bounds = { -1, -1, 5, 3 }, .shapes = apart, .n_shapes = 2 };
  AmpChartStyle    light = create_style (AMP_THEME_LIGHT, 1);
  cairo_surface_t *surface = draw (&chart, 1, 400, 300);
  guint            border = count_pixels (surface, light.theme->no_data);

  cairo_surface_destroy (surface);
  chart.shapes = joined;
  chart.n_shapes = 1;
  surface = draw (&chart, 1, 400, 300);
  g_assert_cmpuint (count_pixels (surface, light.theme->no_data), >=, border + 100);
  cairo_surface_destroy (surface);
}

static void
test_masked_values_tell_nothing (void)
{
  cairo_surface_t *pictures[2];

  for (guint turn = 0; turn < 2; turn++)
    {
      const double values[] = { 1, 50, 100 };
      AmpMapShape  shape = { .rings = west_rings, .n_rings = 1, .value = turn ? 1 : 100, .has_value = TRUE, .is_masked = TRUE };
      AmpMapCircle circle = { .id = "c", .label = "Name", .longitude = 3, .latitude = 1, .value = turn ? 4 : 1e6, .color_value = turn ? 1 : 99, .has_color_value = TRUE, .is_masked = TRUE };
      AmpMapChart  chart = { .bounds = { -1, -1, 5, 3 }, .shapes = &shape, .n_shapes = 1, .circles = &circle, .n_circles = 1, .circle_scale = { 100, 0 }, .max_labels = 3 };
      AmpClasses   classes;

      amp_classes_init (&classes, AMP_CLASSING_EQUAL, values, 3, 3);
      chart.classes = &classes;
      pictures[turn] = draw (&chart, 1, 400, 300);
    }
  g_assert_cmpmem (cairo_image_surface_get_data (pictures[0]), 400 * 300 * 4, cairo_image_surface_get_data (pictures[1]), 400 * 300 * 4);
  cairo_surface_destroy (pictures[0]);
  cairo_surface_destroy (pictures[1]);
}

/* The picture does not depend on the order of the circles, and the small one
 * is on top of the large one. */
static void
test_small_circles_are_on_top (void)
{
  const AmpMapCircle large = { .id = "a", .longitude = 1, .latitude = 1, .value = 100 };
  const AmpMapCircle small = { .id = "b", .longitude = 1, .latitude = 1, .value = 4 };
  const AmpMapCircle orders[2][2] = { { large, small }, { small, large } };
  cairo_surface_t   *pictures[2];

  for (guint turn = 0; turn < 2; turn++)
    {
      AmpMapChart chart = { .bounds = { -1, -1, 5, 3 }, .circles = orders[turn], .n_circles = 2, .circle_scale = { 100, 60 } };

      pictures[turn] = draw (&chart, 1, 400, 300);
      g_assert_cmphex (get_pixel_at (pictures[turn], &chart, 1, 1), !=, get_pixel_at (pictures[turn], &chart, 1.4, 1));
      g_assert_cmphex (get_pixel_at (pictures[turn], &chart, 1.4, 1), !=, get_pixel_at (pictures[turn], &chart, 4, 1));
    }
  g_assert_cmpmem (cairo_image_surface_get_data (pictures[0]), 400 * 300 * 4, cairo_image_surface_get_data (pictures[1]), 400 * 300 * 4);
  cairo_surface_destroy (pictures[0]);
  cairo_surface_destroy (pictures[1]);
}

static void
test_odd_input_is_survived (void)
{
  static const double     odd_points[] = { NAN, 1, 1, INFINITY, 500, 500, -1e300, 1e300, 0, 0 };
  static const AmpMapRing odd_rings[] = { { odd_points, 5 }, { odd_points, 1 }, { NULL, 0 } };
  static const double     sizes[] = { 0, -3, 1, 30, 250, 1900, 1e9, NAN, INFINITY };
  const AmpMapShape       shapes[] = { { .rings = odd_rings, .n_rings = 3, .value = NAN, .has_value = TRUE, .is_selected = TRUE }, { .rings = NULL }, { .rings = odd_rings, .n_rings = 1, .is_masked = TRUE } };
  const AmpMapCircle      circles[] = { { .longitude = NAN, .value = 3 }, { .label = "\xff", .value = 10 }, { .label = "", .value = INFINITY }, { .longitude = 1e300, .latitude = -1e300, .value = 9 } };
  const AmpMapInset       insets[] = { { NULL, { 0, 0, 0, 0 } }, { "Inset", { 5, 5, -5, -5 } } };
  const AmpLegend         legend = { 0 };
  AmpMapChart             chart = { .title = "Title", .attribution = "Somebody", .shapes = shapes, .n_shapes = 3, .circles = circles, .n_circles = 4, .insets = insets, .n_insets = 2, .circle_scale = { 10, 0 }, .legend = &legend, .max_labels = 9 };
  AmpChartStyle           light = create_style (AMP_THEME_LIGHT, 1);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < 4; j++)
      {
        amp_map_bounds_clear (&chart.bounds);
        if (j > 0)
          amp_map_bounds_add (&chart.bounds, 1, 1);
        if (j > 1)
          amp_map_bounds_add (&chart.bounds, 1 + 1e-9, 1);
        if (j > 2)
          amp_map_bounds_add (&chart.bounds, -1e9, 1e9);
        cairo_surface_destroy (draw (&chart, j % 2 ? 1 : 3, sizes[i], 300));
        cairo_surface_destroy (draw (&chart, 1, 700, sizes[i]));
        g_assert_cmpfloat (amp_map_chart_measure (&chart, &light, sizes[i]), >, 0);
      }
}

/* What the legend draws stays within what it measures. */
static void
test_legend_keeps_its_height (void)
{
  const char *const    texts[] = { "1 – 9", "10 – 99", "100 – 60,000", "a very long text that has to end in an ellipsis" };
  const double         steps[] = { 50, 10, 2 };
  const AmpCircleScale scale = { 60, 40 };
  const AmpLegend      legend = { "People per 1,000 inhabitants", texts, 4, "none", "under 11", "People", &scale, steps, texts, 3, "approximate" };
  const AmpLegend      empty = { 0 };

  for (double font_scale = 0.5; font_scale < 3; font_scale += 0.5)
    {
      AmpChartStyle    light = create_style (AMP_THEME_LIGHT, font_scale);
      double           height = amp_legend_measure (&legend, &light, 180);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 1500);
      cairo_t         *cr = cairo_create (surface);
      guint            drawn = 0;

      g_assert_cmpfloat (amp_legend_measure (&empty, &light, 180), ==, 0);
      amp_legend_draw (cr, &legend, &light, 10, 0, 180);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (int y = 0; y < 1500; y++)
        for (int x = 0; x < 400; x++)
          {
            gboolean is_drawn = get_pixel (surface, x, y) != 0;

            drawn += is_drawn;
            g_assert_false (is_drawn && (y > height || x > 192));
          }
      g_assert_cmpuint (drawn, >, 2000);
      cairo_surface_destroy (surface);
    }
}

/* At the height that is asked for, the legend is never left out. */
static void
test_measured_height_holds_the_legend (void)
{
  const char *const texts[] = { "1 – 9", "10 – 99", "100 – 999", "1,000 – 9,999", "10,000 – 60,000" };
  const AmpLegend   legend = { .title = "People", .class_texts = texts, .n_classes = 5 };
  const AmpMapInset insets[] = { { "Guadeloupe", { -61.85, 15.8, -61, 16.55 } } };
  const double      widths[] = { 280, 400, 700, 1200 };

  for (guint i = 0; i < G_N_ELEMENTS (widths) * 2; i++)
    {
      double           scale = i % 2 ? 2 : 1;
      AmpChartStyle    light = create_style (AMP_THEME_LIGHT, scale);
      AmpMapChart      chart = { .title = "Title", .bounds = { -5, 41, 10, 51 }, .attribution = "Somebody", .legend = &legend, .insets = insets, .n_insets = 1 };
      double           height = amp_map_chart_measure (&chart, &light, widths[i / 2]);
      cairo_surface_t *surface = draw (&chart, scale, widths[i / 2], height);

      for (guint k = 0; k < 5; k++)
        g_assert_cmpuint (count_pixels (surface, amp_theme_get_class_color (light.theme, k, 5)), >, 100);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/map-chart/areas-take-the-color-of-their-class", test_areas_take_the_color_of_their_class);
  g_test_add_func ("/chart/map-chart/masked-values-tell-nothing", test_masked_values_tell_nothing);
  g_test_add_func ("/chart/map-chart/odd-input-is-survived", test_odd_input_is_survived);
  g_test_add_func ("/chart/map-chart/measured-height-holds-the-legend", test_measured_height_holds_the_legend);
  g_test_add_func ("/chart/map-shape/holes-are-not-filled", test_holes_are_not_filled);
  g_test_add_func ("/chart/map-shape/shared-borders-are-dropped", test_shared_borders_are_dropped);
  g_test_add_func ("/chart/map-circle/small-circles-are-on-top", test_small_circles_are_on_top);
  g_test_add_func ("/chart/legend/keeps-to-its-height", test_legend_keeps_its_height);
  return g_test_run ();
}
