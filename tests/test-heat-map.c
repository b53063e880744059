/* What src/chart/amp-heat-map and amp-heat-map-chart promise. */
#include "amp-heat-map-chart.h"

#include <math.h>

#include "amp-chart-surface.h"

static const char *const scale[] = { "1 – 9", "10 – 99", "100 – 999", NULL };

static AmpChartStyle
create_style (AmpThemeKind kind, double font_scale)
{
  return (AmpChartStyle){ amp_theme_get (kind), NULL, font_scale };
}

/* Levels go round; one cell of nothing a row. */
static AmpHeatMap *
create_heat (guint n_rows, guint n_columns)
{
  AmpHeatMap *heat = amp_heat_map_new ("Places and categories", "Persons");

  for (guint i = 0; i < n_columns; i++)
    amp_heat_map_add_column (heat, "column", "Official identifiers");
  for (guint i = 0; i < n_rows; i++)
    {
      amp_heat_map_add_row (heat, "row", "Ille-et-Vilaine");
      for (guint j = 0; j < n_columns; j++)
        amp_heat_map_set_cell (heat, i, j, (int) ((i + j) % 4) - 1, "", "in words");
    }
  amp_heat_map_set_scale (heat, "Persons", scale);
  amp_heat_map_set_empty_text (heat, "Nobody");
  return heat;
}

static cairo_surface_t *
draw (AmpHeatMap *heat, const AmpChartStyle *style, double width)
{
  double           height = amp_heat_map_chart_measure (heat, style, width, "under 11");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) MAX (width, 1), (int) MAX (height, 1));
  cairo_t         *cr = cairo_create (surface);

  amp_heat_map_chart_draw (cr, heat, style, width, height, "under 11");
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The pixels of a box that have exactly that colour. */
static guint
count_pixels (cairo_surface_t *surface, const cairo_rectangle_t *box, AmpColor color)
{
  guint32 wanted = 0xff000000u | (guint32) lround (color.red * 255) << 16 | (guint32) lround (color.green * 255) << 8 | (guint32) lround (color.blue * 255);
  guint   found = 0;

  for (int y = (int) box->y; y < (int) (box->y + box->height); y++)
    for (int x = (int) box->x; x < (int) (box->x + box->width); x++)
      {
        guint32 pixel;

        memcpy (&pixel, cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface) + 4 * (gsize) x, 4);
        found += pixel == wanted;
      }
  return found;
}

static void
test_every_cell_is_found (void)
{
  const double widths[] = { 200, 360, 700, 1300 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (AmpHeatMap) heat = create_heat (5, 13);
      AmpChartStyle     style = create_style (AMP_THEME_LIGHT, 1 + i % 2);
      cairo_rectangle_t box;
      guint             found_row, found_column;

      for (guint row = 0; row < 5; row++)
        for (guint column = 0; column < 13; column++)
          {
            g_assert_true (amp_heat_map_chart_get_cell_box (heat, &style, widths[i], row, column, &box));
            g_assert_true (amp_heat_map_chart_cell_at (heat, &style, widths[i], box.x + box.width / 2, box.y + box.height / 2, &found_row, &found_column));
            g_assert_cmpuint (found_row, ==, row);
            g_assert_cmpuint (found_column, ==, column);
          }
      g_assert_cmpfloat (box.y + box.height, <, amp_heat_map_chart_measure (heat, &style, widths[i], NULL));
      g_assert_false (amp_heat_map_chart_get_cell_box (heat, &style, widths[i], 5, 0, &box));
      g_assert_false (amp_heat_map_chart_get_cell_box (heat, &style, widths[i], 0, 13, &box));
      g_assert_false (amp_heat_map_chart_cell_at (heat, &style, widths[i], 1, 1, &found_row, &found_column));
      g_assert_false (amp_heat_map_chart_cell_at (heat, &style, widths[i], NAN, NAN, &found_row, &found_column));
    }
}

/* In every theme, a cell is of the colour of its class, and of no other. */
static void
test_colours_follow_levels (void)
{
  for (AmpThemeKind kind = 0; kind < AMP_N_THEMES; kind++)
    {
      g_autoptr (AmpHeatMap) heat = create_heat (4, 4);
      AmpChartStyle    style = create_style (kind, 1);
      cairo_surface_t *surface = draw (heat, &style, 700);

      for (guint row = 0; row < 4; row++)
        for (guint column = 0; column < 4; column++)
          {
            int               level = amp_heat_map_get_cell (heat, row, column)->level;
            AmpColor          expected = level < 0 ? style.theme->no_data : amp_theme_get_class_color (style.theme, (guint) level, 3);
            cairo_rectangle_t box;

            g_assert_true (amp_heat_map_chart_get_cell_box (heat, &style, 700, row, column, &box));
            g_assert_cmpfloat (count_pixels (surface, &box, expected), >, 0.8 * box.width * box.height);
          }
      cairo_surface_destroy (surface);
    }
}

/* A number is drawn where it fits and left out where it does not. */
static void
test_numbers_fit (void)
{
  const double widths[] = { 900, 260 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      AmpChartStyle     style = create_style (AMP_THEME_LIGHT, 1);
      cairo_rectangle_t box;
      guint             filled[2];

      for (guint has_text = 0; has_text < 2; has_text++)
        {
          g_autoptr (AmpHeatMap) heat = create_heat (1, 12);
          cairo_surface_t *surface;

          amp_heat_map_set_cell (heat, 0, 0, 1, has_text ? "1,234" : "", NULL);
          surface = draw (heat, &style, widths[i]);
          g_assert_true (amp_heat_map_chart_get_cell_box (heat, &style, widths[i], 0, 0, &box));
          filled[has_text] = count_pixels (surface, &box, amp_theme_get_class_color (style.theme, 1, 3));
          cairo_surface_destroy (surface);
        }
      if (i == 0)
        g_assert_cmpuint (filled[1], <, filled[0]);
      else
        g_assert_cmpuint (filled[1], ==, filled[0]);
    }
}

/* Two masked numbers must give the same picture, or the picture tells them. */
static void
test_masked_cells_tell_nothing (void)
{
  cairo_surface_t *pictures[2];
  AmpChartStyle    style = create_style (AMP_THEME_LIGHT, 1);
  gsize            size;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AmpHeatMap) heat = create_heat (3, 4);

      amp_heat_map_set_cell (heat, 1, 1, i == 0 ? 0 : 2, i == 0 ? "3" : "10", NULL)->is_masked = TRUE;
      pictures[i] = draw (heat, &style, 500);
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
        g_autoptr (AmpHeatMap) heat = create_heat (n_rows, 7 * n_rows);
        AmpChartStyle style = create_style (AMP_THEME_DARK_CONTRAST, i % 2 ? 8 : 0.25);

        g_assert_cmpfloat (amp_heat_map_chart_measure (heat, &style, widths[i], NULL), >, 0);
        cairo_surface_destroy (draw (heat, &style, widths[i]));
      }
}

static void
draw_page (cairo_t *cr, double width, double height, gpointer data)
{
  AmpChartStyle style = create_style (AMP_THEME_LIGHT, 1);

  amp_heat_map_chart_draw (cr, data, &style, width, height, NULL);
}

/* The same drawing on paper and on a web page. */
static void
test_draws_on_every_surface (void)
{
  g_autoptr (AmpHeatMap) heat = create_heat (4, 6);
  AmpChartPage page = { .width = 640, .height = 400, .title = "Places and categories" };
  g_autoptr (GBytes) svg = amp_chart_render_svg (&page, draw_page, heat, NULL);
  g_autoptr (GBytes) png = amp_chart_render_png (&page, 2, draw_page, heat, NULL);
  g_autoptr (GBytes) pdf = amp_chart_render_pdf (&page, draw_page, heat, NULL);

  g_assert_nonnull (svg);
  g_assert_nonnull (png);
  g_assert_nonnull (pdf);
  /* Vector stays vector. */
  g_assert_null (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), "<image"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/heat-map/every-cell-is-found", test_every_cell_is_found);
  g_test_add_func ("/chart/heat-map/colours-follow-levels", test_colours_follow_levels);
  g_test_add_func ("/chart/heat-map/numbers-fit-or-are-left-out", test_numbers_fit);
  g_test_add_func ("/chart/heat-map/masked-cells-tell-nothing", test_masked_cells_tell_nothing);
  g_test_add_func ("/chart/heat-map/any-size-draws", test_any_size_draws);
  g_test_add_func ("/chart/heat-map/draws-on-every-surface", test_draws_on_every_surface);
  return g_test_run ();
}
