/* A picture of the report as bytes. */
#include "amp-report-drawing-private.h"

#include "amp-export-language.h"
#include "amp-pdf-structure.h"
#include "amp-png-density.h"

/* How many pixels of a page make an inch (CSS, "reference pixel"). */
#define PAGE_DPI 96.0
/* Around a picture that stands in a file of its own. */
#define MARGIN 16

struct _AmpReportDrawing
{
  char          *id;
  char          *title;
  char          *description;
  double         width;
  double         height;
  AmpDrawFunc    draw;
  gpointer       data;
  GDestroyNotify free_data;
};

AmpChartStyle
amp_report_style (void)
{
  return (AmpChartStyle){ .theme = amp_theme_get (AMP_THEME_LIGHT), .font_scale = 1 };
}

AmpReportDrawing *
amp_report_drawing_new (char *id, const char *title, const char *description, double width, double height, AmpDrawFunc draw, gpointer data, GDestroyNotify free_data)
{
  AmpReportDrawing *self = g_new0 (AmpReportDrawing, 1);

  self->id = id;
  self->title = g_strdup (title);
  self->description = g_strdup (description);
  self->width = width;
  self->height = height;
  self->draw = draw;
  self->data = data;
  self->free_data = free_data;
  return self;
}

void
amp_report_drawing_free (AmpReportDrawing *self)
{
  if (self == NULL)
    return;
  self->free_data (self->data);
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}

const char *
amp_report_drawing_get_id (const AmpReportDrawing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const char *
amp_report_drawing_get_title (const AmpReportDrawing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
amp_report_drawing_get_description (const AmpReportDrawing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->description;
}

char *
amp_report_drawing_dup_alternative (const AmpReportDrawing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->description != NULL ? g_strdup_printf ("%s. %s", self->title, self->description) : g_strdup (self->title);
}

void
amp_report_drawing_get_size (const AmpReportDrawing *self, double *width, double *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->width;
  *height = self->height;
}

void
amp_report_drawing_draw (const AmpReportDrawing *self, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  self->draw (cr, self->width, self->height, self->data);
  cairo_restore (cr);
}

static void
draw_with_margin (cairo_t *cr, double width, double height, gpointer data)
{
  const AmpReportDrawing *self = data;

  cairo_translate (cr, MARGIN, MARGIN);
  self->draw (cr, self->width, self->height, self->data);
}

static AmpChartPage
page_of (const AmpReportDrawing *self, double margin)
{
  return (AmpChartPage){
    .width = self->width + 2 * margin,
    .height = self->height + 2 * margin,
    .background = &amp_theme_get (AMP_THEME_LIGHT)->background,
    .title = self->title,
    .description = self->description,
  };
}

GBytes *
amp_report_drawing_to_svg (const AmpReportDrawing *self, const char *id_prefix, GError **error)
{
  AmpChartPage page = page_of (self, id_prefix != NULL ? 0 : MARGIN);

  if (id_prefix == NULL)
    return amp_chart_render_svg (&page, draw_with_margin, (gpointer) self, error);
  page.background = NULL;
  page.id_prefix = id_prefix;
  return amp_chart_render_svg (&page, self->draw, self->data, error);
}

GBytes *
amp_report_drawing_to_png (const AmpReportDrawing *self, guint width, guint dots_per_inch, GError **error)
{
  AmpChartPage page = page_of (self, MARGIN);
  double       scale = width > 0 ? width / page.width : dots_per_inch / PAGE_DPI;
  GBytes      *png = amp_chart_render_png (&page, scale, draw_with_margin, (gpointer) self, error);

  return png != NULL ? amp_png_set_density (png, dots_per_inch) : NULL;
}

/* One figure, and nothing else. */
static void
draw_tagged (cairo_t *cr, double width, double height, gpointer data)
{
  cairo_tag_begin (cr, "Document", NULL);
  cairo_tag_begin (cr, "Figure", NULL);
  draw_with_margin (cr, width, height, data);
  cairo_tag_end (cr, "Figure");
  cairo_tag_end (cr, "Document");
}

GBytes *
amp_report_drawing_to_pdf (const AmpReportDrawing *self, GError **error)
{
  AmpChartPage page = page_of (self, MARGIN);
  g_autoptr (GBytes) drawn = amp_chart_render_pdf (&page, draw_tagged, (gpointer) self, error);
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  AmpPdfWords words = { amp_export_language_is_french () ? "fr" : "en", self->title, NULL, figures, tables };

  g_ptr_array_add (figures, amp_report_drawing_dup_alternative (self));
  return drawn != NULL ? amp_pdf_structure_complete (drawn, &words, error) : NULL;
}
