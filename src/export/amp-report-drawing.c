/* A picture of the report as bytes. */
#include "amp-report-drawing-private.h"

#define PNG_SCALE 2

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

static AmpChartPage
page_of (const AmpReportDrawing *self)
{
  return (AmpChartPage){
    .width = self->width,
    .height = self->height,
    .background = &amp_theme_get (AMP_THEME_LIGHT)->background,
    .title = self->title,
    .description = self->description,
  };
}

GBytes *
amp_report_drawing_to_svg (const AmpReportDrawing *self, gboolean is_inline, GError **error)
{
  AmpChartPage     page = page_of (self);
  g_autofree char *prefix = g_strconcat (self->id, "-", NULL);

  if (is_inline)
    {
      page.background = NULL;
      page.id_prefix = prefix;
    }
  return amp_chart_render_svg (&page, self->draw, self->data, error);
}

GBytes *
amp_report_drawing_to_png (const AmpReportDrawing *self, GError **error)
{
  AmpChartPage page = page_of (self);

  return amp_chart_render_png (&page, PNG_SCALE, self->draw, self->data, error);
}
