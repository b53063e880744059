/* AmpMapLegend: what the colours and circles of the map mean.
 *
 * Invariant: `legend` borrows the texts that this object owns. */
#include "amp-map-legend.h"

#include <glib/gi18n-lib.h>

#include "amp-figure-text.h"
#include "amp-legend.h"
#include "amp-screen-style.h"

#define WIDTH 190

struct _AmpMapLegend
{
  GtkWidget parent_instance;

  /* Owned */
  AmpMapFigures *figures;
  GPtrArray     *class_texts;  /* of char * */
  GPtrArray     *circle_texts; /* of char * */

  double    circle_values[AMP_CIRCLE_SCALE_N_STEPS];
  AmpLegend legend;
};

G_DEFINE_FINAL_TYPE (AmpMapLegend, amp_map_legend, GTK_TYPE_WIDGET)

static const char *const titles[AMP_N_MAP_MEASURES] = {
  [AMP_MAP_MEASURE_PERSONS] = N_ ("Persons"),
  [AMP_MAP_MEASURE_RATE] = N_ ("Persons per 1,000 inhabitants"),
  [AMP_MAP_MEASURE_SENSITIVE] = N_ ("Share with sensitive data"),
};

static char *
format_class (AmpMapFigures *figures, const AmpClasses *classes, guint index)
{
  g_autofree char *low = amp_map_figures_format (figures, classes->lowest[index]);
  g_autofree char *high = amp_map_figures_format (figures, classes->highest[index]);

  return g_str_equal (low, high) ? g_steal_pointer (&low) : g_strdup_printf ("%s – %s", low, high);
}

/* Circles that show persons by their size alone need no colours explained. */
static gboolean
has_colors (AmpMapFigures *figures)
{
  return amp_map_figures_has_outlines (figures) || amp_map_figures_get_measure (figures) != AMP_MAP_MEASURE_PERSONS;
}

static void
describe_colors (AmpMapLegend *self)
{
  const AmpClasses *classes = amp_map_figures_get_classes (self->figures);

  for (guint i = 0; i < classes->n_classes; i++)
    g_ptr_array_add (self->class_texts, format_class (self->figures, classes, i));
  self->legend.title = _ (titles[amp_map_figures_get_measure (self->figures)]);
  self->legend.class_texts = (const char *const *) self->class_texts->pdata;
  self->legend.n_classes = self->class_texts->len;
  if (amp_map_figures_has_outlines (self->figures))
    self->legend.no_data_text = _ ("Nobody");
  if (amp_map_figures_has_unknown (self->figures))
    self->legend.masked_text = _ ("Unknown");
}

static void
describe_circles (AmpMapLegend *self)
{
  const AmpCircleScale *scale = amp_map_figures_get_scale (self->figures);
  guint                 n_steps = amp_circle_scale_get_steps (scale, self->circle_values);

  for (guint i = 0; i < n_steps; i++)
    g_ptr_array_add (self->circle_texts, amp_figure_text_count (self->circle_values[i]));
  self->legend.circle_title = _ ("Persons");
  self->legend.circles = scale;
  self->legend.circle_values = self->circle_values;
  self->legend.circle_texts = (const char *const *) self->circle_texts->pdata;
  self->legend.n_circles = n_steps;
  if (amp_map_figures_has_approximate (self->figures))
    self->legend.approximate_text = _ ("Approximate position");
}

static void
append_lines (GString *text, const char *title, GPtrArray *lines)
{
  if (lines->len == 0)
    return;
  g_string_append_printf (text, "%s\n", title);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (lines, i));
}

static void
tell_screen_reader (AmpMapLegend *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_lines (text, self->legend.title, self->class_texts);
  append_lines (text, self->legend.circle_title, self->circle_texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

static void
amp_map_legend_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  AmpMapLegend *self = AMP_MAP_LEGEND (widget);
  AmpChartStyle style = amp_screen_style_get (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = WIDTH * MIN (style.font_scale, 1.5);
  else
    *minimum = *natural = amp_legend_measure (&self->legend, &style, for_size > 0 ? for_size : WIDTH) + 0.999;
}

static void
amp_map_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AmpMapLegend *self = AMP_MAP_LEGEND (widget);
  AmpChartStyle style = amp_screen_style_get (widget);
  int           width = gtk_widget_get_width (widget);
  cairo_t      *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, gtk_widget_get_height (widget)));

  if (self->figures)
    style.theme = amp_map_figures_get_theme (self->figures, style.theme);
  amp_legend_draw (cr, &self->legend, &style, 0, 0, width);
  cairo_destroy (cr);
}

static void
amp_map_legend_finalize (GObject *object)
{
  AmpMapLegend *self = AMP_MAP_LEGEND (object);

  g_ptr_array_unref (self->class_texts);
  g_ptr_array_unref (self->circle_texts);
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
  self->class_texts = g_ptr_array_new_with_free_func (g_free);
  self->circle_texts = g_ptr_array_new_with_free_func (g_free);
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
  self->legend = (AmpLegend){ 0 };
  g_ptr_array_set_size (self->class_texts, 0);
  g_ptr_array_set_size (self->circle_texts, 0);
  if (figures && has_colors (figures))
    describe_colors (self);
  if (figures && amp_map_figures_has_circles (figures))
    describe_circles (self);
  tell_screen_reader (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
