/* AmpMirrorView: mirrored bars on the screen. */
#include "amp-mirror-view.h"

#include "amp-mirror-chart.h"
#include "amp-screen-style.h"

#define MINIMUM_WIDTH 180
#define NATURAL_WIDTH 420

struct _AmpMirrorView
{
  GtkWidget parent_instance;

  /* Owned */
  AmpMirror *mirror;
};

G_DEFINE_FINAL_TYPE (AmpMirrorView, amp_mirror_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
amp_mirror_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
amp_mirror_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  AmpMirrorView *self = AMP_MIRROR_VIEW (widget);
  AmpChartStyle  style = amp_screen_style_get (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else if (self->mirror != NULL)
    *minimum = *natural = (int) (amp_mirror_chart_measure (self->mirror, &style, for_size > 0 ? for_size : AMP_SCREEN_WIDEST) + 0.999);
}

static void
amp_mirror_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AmpMirrorView *self = AMP_MIRROR_VIEW (widget);
  AmpChartStyle  style = amp_screen_style_get (widget);
  int            width = gtk_widget_get_width (widget);
  int            height = gtk_widget_get_height (widget);
  cairo_t       *cr;

  if (self->mirror == NULL || width < 1 || height < 1)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  amp_mirror_chart_draw (cr, self->mirror, &style, width, height);
  cairo_destroy (cr);
}

static gboolean
amp_mirror_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  AmpMirrorView *self = AMP_MIRROR_VIEW (widget);
  AmpChartStyle  style = amp_screen_style_get (widget);
  int            row;

  if (self->mirror == NULL || keyboard)
    return FALSE;
  row = amp_mirror_chart_row_at (self->mirror, &style, gtk_widget_get_width (widget), y);
  if (row < 0)
    return FALSE;
  gtk_tooltip_set_text (tooltip, amp_mirror_get_row (self->mirror, (guint) row)->description);
  return TRUE;
}

static void
amp_mirror_view_dispose (GObject *object)
{
  g_clear_pointer (&AMP_MIRROR_VIEW (object)->mirror, amp_mirror_unref);
  G_OBJECT_CLASS (amp_mirror_view_parent_class)->dispose (object);
}

static void
amp_mirror_view_class_init (AmpMirrorViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_mirror_view_dispose;
  widget_class->get_request_mode = amp_mirror_view_get_request_mode;
  widget_class->measure = amp_mirror_view_measure;
  widget_class->snapshot = amp_mirror_view_snapshot;
  widget_class->query_tooltip = amp_mirror_view_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
amp_mirror_view_init (AmpMirrorView *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  amp_screen_style_watch (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
amp_mirror_view_new (void)
{
  return g_object_new (AMP_TYPE_MIRROR_VIEW, NULL);
}

static void
describe (AmpMirrorView *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; self->mirror != NULL && i < amp_mirror_get_n_rows (self->mirror); i++)
    {
      const char *description = amp_mirror_get_row (self->mirror, i)->description;

      if (description != NULL)
        g_string_append_printf (words, "%s\n", description);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
}

void
amp_mirror_view_set_mirror (AmpMirrorView *self, AmpMirror *mirror)
{
  g_return_if_fail (AMP_IS_MIRROR_VIEW (self));

  g_clear_pointer (&self->mirror, amp_mirror_unref);
  self->mirror = mirror != NULL ? amp_mirror_ref (mirror) : NULL;
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

AmpMirror *
amp_mirror_view_get_mirror (AmpMirrorView *self)
{
  g_return_val_if_fail (AMP_IS_MIRROR_VIEW (self), NULL);
  return self->mirror;
}
