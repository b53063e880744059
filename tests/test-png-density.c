/* The density of a PNG, as programs read it. */
#include "amp-chart-surface.h"
#include "amp-png-density.h"

#include <string.h>

#define HEADER 33

static void
draw_nothing (cairo_t *cr, double width, double height, gpointer data)
{
}

static GBytes *
render (void)
{
  AmpChartPage page = { .width = 20, .height = 10 };

  return amp_chart_render_png (&page, 1, draw_nothing, NULL, NULL);
}

/* 300 dots an inch are 11,811 a metre; the check is that of zlib's crc32(). */
static void
test_chunk (void)
{
  static const guint8 chunk[] = { 0, 0, 0, 9, 'p', 'H', 'Y', 's', 0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1, 0x78, 0xA5, 0x3F, 0x76 };
  g_autoptr (GBytes) plain = render ();
  g_autoptr (GBytes) dense = amp_png_set_density (g_bytes_ref (plain), 300);
  const guint8 *before = g_bytes_get_data (plain, NULL);
  const guint8 *after = g_bytes_get_data (dense, NULL);

  g_assert_cmpuint (g_bytes_get_size (dense), ==, g_bytes_get_size (plain) + sizeof chunk);
  g_assert_cmpmem (after, HEADER, before, HEADER);
  g_assert_cmpmem (after + HEADER, sizeof chunk, chunk, sizeof chunk);
  g_assert_cmpmem (after + HEADER + sizeof chunk, g_bytes_get_size (plain) - HEADER, before + HEADER, g_bytes_get_size (plain) - HEADER);
}

typedef struct
{
  const guint8 *at;
  gsize         left;
} Reader;

static cairo_status_t
read_bytes (void *closure, unsigned char *bytes, unsigned int length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (bytes, reader->at, length);
  reader->at += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_still_a_picture (void)
{
  g_autoptr (GBytes) dense = amp_png_set_density (render (), 96);
  Reader           reader = { g_bytes_get_data (dense, NULL), g_bytes_get_size (dense) };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, &reader);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 20);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/png-density/one-chunk-behind-the-header", test_chunk);
  g_test_add_func ("/chart/png-density/still-a-picture", test_still_a_picture);
  return g_test_run ();
}
