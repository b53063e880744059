/* AmpPageView: see the header. */
#include "amp-page-view.h"

#include <glib/gi18n-lib.h>

/* Points to pixels, where there is room for it. */
#define NATURAL_SCALE 1.25

struct _AmpPageView
{
  GtkWidget parent_instance;

  /* Borrowed */
  const AmpPages *pages;

  guint page;
};

G_DEFINE_FINAL_TYPE (AmpPageView, amp_page_view, GTK_TYPE_WIDGET)

static void
amp_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AmpPageView    *self = AMP_PAGE_VIEW (widget);
  AmpPageSize     size = amp_pages_get_size (self->pages);
  float           width = (float) gtk_widget_get_width (widget);
  float           height = (float) gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  const GdkRGBA   paper = { 1, 1, 1, 1 };
  cairo_t        *cr;

  gtk_snapshot_append_color (snapshot, &paper, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, width / size.width, height / size.height);
  amp_pages_draw (self->pages, cr, self->page, FALSE);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
amp_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
amp_page_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  AmpPageView *self = AMP_PAGE_VIEW (widget);
  AmpPageSize  size = amp_pages_get_size (self->pages);
  double       width = for_size > 0 ? for_size : size.width * NATURAL_SCALE;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = (int) (size.width * NATURAL_SCALE);
    }
  else
    *minimum = *natural = (int) (width * size.height / size.width);
}

static void
amp_page_view_class_init (AmpPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = amp_page_view_snapshot;
  widget_class->measure = amp_page_view_measure;
  widget_class->get_request_mode = amp_page_view_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
amp_page_view_init (AmpPageView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
amp_page_view_new (const AmpPages *pages, guint page)
{
  AmpPageView     *self = g_object_new (AMP_TYPE_PAGE_VIEW, NULL);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  self->pages = pages;
  self->page = page;
  text = amp_pages_dup_text (pages, page);
  /* translators: the number of a page, and of all pages */
  name = g_strdup_printf (_ ("Page %u of %u"), page + 1, amp_pages_get_n_pages (pages));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return GTK_WIDGET (self);
}
