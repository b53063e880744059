/* Pictures as bytes and files: see the header. */
#include "amp-chart-surface.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "amp-chart-error.h"
#include "amp-svg-document.h"

/* cairo's coordinates are 24.8 fixed point, and its images end at 32,767. */
#define MAX_SIDE 32767.0

/* The bytes of a picture in memory: 1 GiB of pixels. */
#define MAX_PIXELS (1 << 28)

#define CREATION_DATE "2000-01-01T00:00:00Z"

G_DEFINE_QUARK (amp - chart - error - quark, amp_chart_error)

typedef cairo_surface_t ChartSurface;
typedef cairo_t         ChartContext;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChartSurface, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChartContext, cairo_destroy)

static cairo_status_t
append_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_size (const AmpChartPage *page, double scale, GError **error)
{
  double width = page->width * scale;
  double height = page->height * scale;

  if (width >= 1 && height >= 1 && width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS)
    return TRUE;
  g_set_error_literal (error, AMP_CHART_ERROR, AMP_CHART_ERROR_SIZE, _ ("the picture is empty or too large for its format"));
  return FALSE;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error_literal (error, AMP_CHART_ERROR, AMP_CHART_ERROR_DRAW, cairo_status_to_string (status));
  return FALSE;
}

static gboolean
draw_page (cairo_surface_t *surface, const AmpChartPage *page, double scale, AmpDrawFunc draw, gpointer data, GError **error)
{
  g_autoptr (ChartContext) cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  if (page->background)
    {
      cairo_set_source_rgb (cr, page->background->red, page->background->green, page->background->blue);
      cairo_paint (cr);
    }
  draw (cr, page->width, page->height, data);
  return check_status (cairo_status (cr), error);
}

/* Draws, then ends the document: only then are all bytes there. */
static gboolean
draw_document (cairo_surface_t *surface, const AmpChartPage *page, AmpDrawFunc draw, gpointer data, GError **error)
{
  if (!check_status (cairo_surface_status (surface), error))
    return FALSE;
  if (!draw_page (surface, page, 1, draw, data, error))
    return FALSE;
  cairo_surface_finish (surface);
  return check_status (cairo_surface_status (surface), error);
}

GBytes *
amp_chart_render_svg (const AmpChartPage *page, AmpDrawFunc draw, gpointer data, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (ChartSurface) surface = NULL;

  g_return_val_if_fail (page != NULL && draw != NULL, NULL);

  if (!check_size (page, 1, error))
    return NULL;
  surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, page->width, page->height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  if (!draw_document (surface, page, draw, data, error))
    return NULL;
  return amp_svg_document_finish ((const char *) bytes->data, bytes->len, page->title, page->description, page->id_prefix);
}

/* A scale that was made from a number of pixels gives that number again. */
static int
count_pixels (double length)
{
  return (int) ceil (length - 1e-6);
}

GBytes *
amp_chart_render_png (const AmpChartPage *page, double scale, AmpDrawFunc draw, gpointer data, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (ChartSurface) surface = NULL;

  g_return_val_if_fail (page != NULL && draw != NULL, NULL);

  if (!check_size (page, scale, error))
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, count_pixels (page->width * scale), count_pixels (page->height * scale));
  if (!check_status (cairo_surface_status (surface), error) ||
      !draw_page (surface, page, scale, draw, data, error) ||
      !check_status (cairo_surface_write_to_png_stream (surface, append_bytes, bytes), error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
amp_chart_render_pdf (const AmpChartPage *page, AmpDrawFunc draw, gpointer data, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (ChartSurface) surface = NULL;

  g_return_val_if_fail (page != NULL && draw != NULL, NULL);

  if (!check_size (page, 1, error))
    return NULL;
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, page->width, page->height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, CREATION_DATE);
  if (page->title)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, page->title);
  if (page->description)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, page->description);
  if (!draw_document (surface, page, draw, data, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Takes what a render function gave: bytes, or none and an error. */
static gboolean
write_bytes (const char *path, GBytes *rendered, GError **error)
{
  g_autoptr (GBytes) bytes = rendered;
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = g_filename_display_name (path);

  if (!bytes)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  if (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_CONSISTENT, 0666, &cause))
    return TRUE;
  /* GLib's text has the path and the reason: keep it as it is. */
  g_set_error_literal (error, AMP_CHART_ERROR, AMP_CHART_ERROR_WRITE, cause->message);
  return FALSE;
}

gboolean
amp_chart_write_svg (const char *path, const AmpChartPage *page, AmpDrawFunc draw, gpointer data, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return write_bytes (path, amp_chart_render_svg (page, draw, data, error), error);
}

gboolean
amp_chart_write_png (const char *path, const AmpChartPage *page, double scale, AmpDrawFunc draw, gpointer data, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return write_bytes (path, amp_chart_render_png (page, scale, draw, data, error), error);
}

gboolean
amp_chart_write_pdf (const char *path, const AmpChartPage *page, AmpDrawFunc draw, gpointer data, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return write_bytes (path, amp_chart_render_pdf (page, draw, data, error), error);
}
