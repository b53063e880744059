/* AmpSeverityBar: see the header. */
#include "amp-severity-bar.h"

#include <glib/gi18n-lib.h>

#include "amp-figure-text.h"
#include "amp-screen-style.h"

#define HEIGHT 14

struct _AmpSeverityBar
{
  GtkWidget parent_instance;

  gint64 bands[AMP_N_SEVERITY_BANDS];
};

G_DEFINE_FINAL_TYPE (AmpSeverityBar, amp_severity_bar, GTK_TYPE_WIDGET)

char *
amp_severity_bar_dup_text (const gint64 *bands)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (bands != NULL, NULL);

  for (guint band = AMP_N_SEVERITY_BANDS; band-- > 0;)
    {
      g_autofree char *persons = amp_figure_text_count (bands[band]);

      if (bands[band] == 0)
        continue;
      g_string_append (text, text->len > 0 ? " · " : "");
      /* translators: a band of severity, then how many persons */
      g_string_append_printf (text, _ ("%s: %s"), amp_severity_band_get_label (band), persons);
    }
  return g_string_free (text, FALSE);
}

static void
amp_severity_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AmpSeverityBar *self = AMP_SEVERITY_BAR (widget);
  AmpChartStyle   style = amp_screen_style_get (widget);
  double          width = gtk_widget_get_width (widget);
  double          x = 0;
  gint64          total = 0;

  for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    total += self->bands[band];
  for (guint band = AMP_N_SEVERITY_BANDS; total > 0 && band-- > 0;)
    {
      AmpColor color = style.theme->categorical[band];
      GdkRGBA  rgba = { (float) color.red, (float) color.green, (float) color.blue, 1 };
      double   part = width * (double) self->bands[band] / (double) total;

      gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT ((float) x, 0, (float) part, (float) gtk_widget_get_height (widget)));
      x += part;
    }
}

static void
amp_severity_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 48;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
}

static void
amp_severity_bar_class_init (AmpSeverityBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = amp_severity_bar_snapshot;
  widget_class->measure = amp_severity_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
amp_severity_bar_init (AmpSeverityBar *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "severity-bar");
  amp_screen_style_watch (GTK_WIDGET (self), gtk_widget_queue_draw);
}

GtkWidget *
amp_severity_bar_new (void)
{
  return g_object_new (AMP_TYPE_SEVERITY_BAR, NULL);
}

void
amp_severity_bar_set_bands (AmpSeverityBar *self, const gint64 *bands)
{
  g_autofree char *text = NULL;

  g_return_if_fail (AMP_IS_SEVERITY_BAR (self) && bands != NULL);

  memcpy (self->bands, bands, sizeof self->bands);
  text = amp_severity_bar_dup_text (bands);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
