/* AmpMapLegend: what the colours and circles of the map mean. */
#include "amp-map-legend.h"

#include <glib/gi18n-lib.h>

#include "amp-map-key.h"
#include "amp-screen-style.h"

#define WIDTH 190

struct _AmpMapLegend
{
  GtkWidget parent_instance;

  /* Owned */
  AmpMapFigures *figures;
  AmpMapKey     *key;
};

G_DEFINE_FINAL_TYPE (AmpMapLegend, amp_map_legend, GTK_TYPE_WIDGET)

static void
tell_screen_reader (AmpMapLegend *self)
{
  g_autofree char *text = self->key ? amp_map_key_dup_text (self->key) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
amp_map_legend_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  AmpMapLegend *self = AMP_MAP_LEGEND (widget);
  AmpChartStyle style = amp_screen_style_get (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = WIDTH * MIN (style.font_scale, 1.5);
  else
    *minimum = *natural = self->key ? amp_legend_measure (amp_map_key_get_legend (self->key), &style, for_size > 0 ? for_size : WIDTH) + 0.999 : 0;
}

static void
amp_map_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AmpMapLegend *self = AMP_MAP_LEGEND (widget);
  AmpChartStyle style = amp_screen_style_get (widget);
  int           width = gtk_widget_get_width (widget);
  cairo_t      *cr;

  if (!self->key)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, gtk_widget_get_height (widget)));

  style.theme = amp_map_figures_get_theme (self->figures, style.theme);
  amp_legend_draw (cr, amp_map_key_get_legend (self->key), &style, 0, 0, width);
  cairo_destroy (cr);
}

static void
amp_map_legend_finalize (GObject *object)
{
  AmpMapLegend *self = AMP_MAP_LEGEND (object);

  g_clear_pointer (&self->key, amp_map_key_free);
  g_clear_pointer (&self->figures, amp_map_figures_unref);
  G_OBJECT_CLASS (amp_map_legend_parent_class)->finalize (object);
}

static void
amp_map_legend_class_init (AmpMapLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = amp_map_legend_finalize;
  widget_class->measure = amp_map_legend_measure;
  widget_class->snapshot = amp_map_legend_snapshot;
  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
amp_map_legend_init (AmpMapLegend *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
  amp_screen_style_watch (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
amp_map_legend_new (void)
{
  return g_object_new (AMP_TYPE_MAP_LEGEND, NULL);
}

void
amp_map_legend_set_figures (AmpMapLegend *self, AmpMapFigures *figures)
{
  g_return_if_fail (AMP_IS_MAP_LEGEND (self));

  g_clear_pointer (&self->figures, amp_map_figures_unref);
  self->figures = figures ? amp_map_figures_ref (figures) : NULL;
  g_clear_pointer (&self->key, amp_map_key_free);
  self->key = figures ? amp_map_key_new (figures) : NULL;
  tell_screen_reader (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
