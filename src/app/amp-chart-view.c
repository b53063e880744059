/* AmpChartView: bars, or combinations and their bars, on the screen, each a
 * button.
 *
 * Draws with the same code as the exports. Every bar is a real, transparent
 * toggle button over its row: pointer, keyboard, focus ring, tool tip and
 * screen reader are GTK's own. Invariant: as many buttons as the series has
 * rows, in the same order. */
#include "amp-chart-view.h"

#include <glib/gi18n-lib.h>

#include "amp-bar-chart.h"
#include "amp-screen-style.h"
#include "amp-upset-chart.h"

#define MINIMUM_WIDTH 180
#define NATURAL_WIDTH 420

struct _AmpChartView
{
  GtkWidget parent_instance;

  /* Owned */
  AmpSeries *series;
  AmpUpset  *upset; /* nullable: what the series' rows combine */
  GPtrArray *bars;  /* of GtkWidget, children */
  guint      entry; /* the bar that Tab enters at */
};

enum
{
  BAR_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpChartView, amp_chart_view, GTK_TYPE_WIDGET)

static double
measure_chart (AmpChartView *self, const AmpChartStyle *style, double width)
{
  return self->upset ? amp_upset_chart_measure (self->upset, style, width) : amp_bar_chart_measure (self->series, style, width);
}

static void
get_row_box (AmpChartView *self, const AmpChartStyle *style, double width, guint index, cairo_rectangle_t *box)
{
  if (self->upset)
    amp_upset_chart_get_row_box (self->upset, style, width, index, box);
  else
    amp_bar_chart_get_row_box (self->series, style, width, index, box);
}

static void
draw_chart (AmpChartView *self, cairo_t *cr, const AmpChartStyle *style, double width, double height, int hovered)
{
  if (self->upset)
    amp_upset_chart_draw (cr, self->upset, style, width, height, hovered);
  else
    amp_bar_chart_draw (cr, self->series, style, width, height, hovered);
}

static void
on_bar_clicked (AmpChartView *self, GtkWidget *bar)
{
  guint index = 0;

  if (!g_ptr_array_find (self->bars, bar, &index))
    return;
  self->entry = index;
  g_autofree char *id = g_strdup (amp_series_get_row (self->series, index)->id);
  g_signal_emit (self, signals[BAR_ACTIVATED], 0, id);
}

static GtkWidget *
add_bar (AmpChartView *self)
{
  GtkWidget *bar = gtk_toggle_button_new ();

  gtk_widget_add_css_class (bar, "chart-bar");
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  g_signal_connect_object (bar, "clicked", G_CALLBACK (on_bar_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->bars, bar);
  return bar;
}

static char *
dup_value (const AmpSeriesRow *row, gboolean counts_persons)
{
  if (!counts_persons)
    return g_strdup (row->value_text);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person", "%s persons", (gulong) row->value), row->value_text);
}

static char *
describe_row (const AmpSeriesRow *row, gboolean counts_persons)
{
  g_autofree char *value = dup_value (row, counts_persons);
  g_autoptr (GString) text = g_string_new (NULL);

  /* translators: the name of a bar and its value: "Rennes: 60,012 persons" */
  g_string_printf (text, _ ("%s: %s"), row->label, value);
  if (row->detail_text && row->detail_text[0])
    g_string_append_printf (text, " (%s)", row->detail_text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_bar (GtkWidget *bar, const AmpSeriesRow *row, gboolean counts_persons)
{
  g_autofree char *name = describe_row (row, counts_persons);

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (bar, name);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (bar), row->is_selected);
}

static int
get_hovered (AmpChartView *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    if (gtk_widget_get_state_flags (g_ptr_array_index (self->bars, i)) & GTK_STATE_FLAG_PRELIGHT)
      return i;
  return -1;
}

static int
get_focused (AmpChartView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint      index = 0;

  return child && g_ptr_array_find (self->bars, child, &index) ? (int) index : -1;
}

static gboolean
focus_bar (AmpChartView *self, int index)
{
  if (index < 0 || index >= (int) self->bars->len)
    return FALSE;
  self->entry = index;
  return gtk_widget_grab_focus (g_ptr_array_index (self->bars, index));
}

static gboolean
on_key_pressed (AmpChartView *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    return focus_bar (self, 0);
  if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    return focus_bar (self, self->bars->len - 1);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
amp_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AmpChartView *self = AMP_CHART_VIEW (widget);
  int           focused = get_focused (self);

  if (focused < 0)
    return focus_bar (self, MIN (self->entry, self->bars->len - 1));
  if (direction == GTK_DIR_UP)
    return focus_bar (self, focused - 1);
  if (direction == GTK_DIR_DOWN)
    return focus_bar (self, focused + 1);
  return FALSE;
}

static GtkSizeRequestMode
amp_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
amp_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  AmpChartView *self = AMP_CHART_VIEW (widget);
  AmpChartStyle style = amp_screen_style_get (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else if (self->series)
    *minimum = *natural = measure_chart (self, &style, for_size > 0 ? for_size : AMP_SCREEN_WIDEST) + 0.999;
}

static void
amp_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AmpChartView *self = AMP_CHART_VIEW (widget);
  AmpChartStyle style = amp_screen_style_get (widget);

  for (guint i = 0; i < self->bars->len; i++)
    {
      GtkWidget        *bar = g_ptr_array_index (self->bars, i);
      cairo_rectangle_t box = { 0 };
      GtkAllocation     allocation;

      get_row_box (self, &style, width, i, &box);
      allocation = (GtkAllocation){ box.x, box.y, box.width, box.height };
      /* A button must be measured before it is given a size. */
      gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (bar, &allocation, -1);
    }
}

static void
amp_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AmpChartView *self = AMP_CHART_VIEW (widget);
  AmpChartStyle style = amp_screen_style_get (widget);
  int           width = gtk_widget_get_width (widget);
  int           height = gtk_widget_get_height (widget);

  if (self->series && width > 0 && height > 0)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

      draw_chart (self, cr, &style, width, height, get_hovered (self));
      cairo_destroy (cr);
    }
  GTK_WIDGET_CLASS (amp_chart_view_parent_class)->snapshot (widget, snapshot);
}

static void
amp_chart_view_dispose (GObject *object)
{
  AmpChartView *self = AMP_CHART_VIEW (object);

  g_clear_pointer (&self->series, amp_series_unref);
  g_clear_pointer (&self->upset, amp_upset_unref);
  g_ptr_array_set_size (self->bars, 0);
  G_OBJECT_CLASS (amp_chart_view_parent_class)->dispose (object);
}

static void
amp_chart_view_finalize (GObject *object)
{
  g_ptr_array_unref (AMP_CHART_VIEW (object)->bars);
  G_OBJECT_CLASS (amp_chart_view_parent_class)->finalize (object);
}

static void
amp_chart_view_class_init (AmpChartViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = amp_chart_view_dispose;
  object_class->finalize = amp_chart_view_finalize;
  widget_class->focus = amp_chart_view_focus;
  widget_class->get_request_mode = amp_chart_view_get_request_mode;
  widget_class->measure = amp_chart_view_measure;
  widget_class->size_allocate = amp_chart_view_size_allocate;
  widget_class->snapshot = amp_chart_view_snapshot;

  signals[BAR_ACTIVATED] = g_signal_new ("bar-activated", AMP_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
amp_chart_view_init (AmpChartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  amp_screen_style_watch (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
amp_chart_view_new (void)
{
  return g_object_new (AMP_TYPE_CHART_VIEW, NULL);
}

static void
show_series (AmpChartView *self, AmpSeries *series, AmpUpset *upset, gboolean counts_persons)
{
  guint n_rows = series ? amp_series_get_n_rows (series) : 0;

  g_clear_pointer (&self->series, amp_series_unref);
  g_clear_pointer (&self->upset, amp_upset_unref);
  self->series = series ? amp_series_ref (series) : NULL;
  self->upset = upset ? amp_upset_ref (upset) : NULL;
  g_ptr_array_set_size (self->bars, MIN (self->bars->len, n_rows));
  while (self->bars->len < n_rows)
    add_bar (self);
  for (guint i = 0; i < n_rows; i++)
    update_bar (g_ptr_array_index (self->bars, i), amp_series_get_row (series, i), counts_persons);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
amp_chart_view_set_series (AmpChartView *self, AmpSeries *series, gboolean counts_persons)
{
  g_return_if_fail (AMP_IS_CHART_VIEW (self));

  show_series (self, series, NULL, counts_persons);
}

void
amp_chart_view_set_upset (AmpChartView *self, AmpUpset *upset, gboolean counts_persons)
{
  g_return_if_fail (AMP_IS_CHART_VIEW (self));
  g_return_if_fail (upset != NULL);

  show_series (self, amp_upset_get_series (upset), upset, counts_persons);
}
