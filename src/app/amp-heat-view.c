/* AmpHeatView: a heat map on the screen, each cell a button.
 *
 * Invariant: as many buttons as the map has cells, row by row. */
#include "amp-heat-view.h"

#include <glib/gi18n-lib.h>

#include "amp-heat-map-chart.h"
#include "amp-screen-style.h"

#define MINIMUM_WIDTH 180
#define NATURAL_WIDTH 420

struct _AmpHeatView
{
  GtkWidget parent_instance;

  /* Owned */
  AmpHeatMap *heat;
  GPtrArray  *cells; /* of GtkWidget, children */
  guint       entry; /* the cell that Tab enters at */
};

enum
{
  CELL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpHeatView, amp_heat_view, GTK_TYPE_WIDGET)

static guint
get_n_columns (AmpHeatView *self)
{
  return self->heat != NULL ? amp_heat_map_get_n_columns (self->heat) : 0;
}

static void
on_cell_clicked (AmpHeatView *self, GtkWidget *cell)
{
  guint            index = 0;
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;

  if (!g_ptr_array_find (self->cells, cell, &index))
    return;
  self->entry = index;
  row = g_strdup (amp_heat_map_get_row_id (self->heat, index / get_n_columns (self)));
  column = g_strdup (amp_heat_map_get_column_id (self->heat, index % get_n_columns (self)));
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, row, column);
}

static void
add_cell (AmpHeatView *self)
{
  GtkWidget *cell = gtk_toggle_button_new ();

  gtk_widget_add_css_class (cell, "chart-bar");
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  g_signal_connect_object (cell, "clicked", G_CALLBACK (on_cell_clicked), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->cells, cell);
}

static void
update_cell (AmpHeatView *self, guint index)
{
  const AmpHeatCell *cell = amp_heat_map_get_cell (self->heat, index / get_n_columns (self), index % get_n_columns (self));
  GtkWidget         *button = g_ptr_array_index (self->cells, index);
  const char        *name = cell->description != NULL ? cell->description : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (button, name);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), cell->is_selected);
}

static int
get_focused (AmpHeatView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint      index = 0;

  return child && g_ptr_array_find (self->cells, child, &index) ? (int) index : -1;
}

static gboolean
focus_cell (AmpHeatView *self, int index)
{
  if (index < 0 || index >= (int) self->cells->len)
    return FALSE;
  self->entry = (guint) index;
  return gtk_widget_grab_focus (g_ptr_array_index (self->cells, index));
}

static gboolean
on_key_pressed (AmpHeatView *self, guint key, guint code, GdkModifierType modifiers)
{
  int focused = get_focused (self);
  int n_columns = (int) get_n_columns (self);

  if (focused < 0 || n_columns == 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    return focus_cell (self, focused - focused % n_columns);
  if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    return focus_cell (self, focused - focused % n_columns + n_columns - 1);
  return GDK_EVENT_PROPAGATE;
}

/* Left and right stay in the row; up and down at an edge leave the map. */
static gboolean
amp_heat_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AmpHeatView *self = AMP_HEAT_VIEW (widget);
  int          focused = get_focused (self);
  int          n_columns = (int) get_n_columns (self);

  if (focused < 0)
    return self->cells->len > 0 && focus_cell (self, (int) MIN (self->entry, self->cells->len - 1));
  if (direction == GTK_DIR_UP)
    return focus_cell (self, focused - n_columns);
  if (direction == GTK_DIR_DOWN)
    return focus_cell (self, focused + n_columns);
  if (direction == GTK_DIR_LEFT)
    return focused % n_columns == 0 || focus_cell (self, focused - 1);
  if (direction == GTK_DIR_RIGHT)
    return focused % n_columns == n_columns - 1 || focus_cell (self, focused + 1);
  return FALSE;
}

static GtkSizeRequestMode
amp_heat_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
amp_heat_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  AmpHeatView  *self = AMP_HEAT_VIEW (widget);
  AmpChartStyle style = amp_screen_style_get (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else if (self->heat != NULL)
    *minimum = *natural = (int) (amp_heat_map_chart_measure (self->heat, &style, for_size > 0 ? for_size : AMP_SCREEN_WIDEST, _ ("Masked")) + 0.999);
}

static void
amp_heat_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AmpHeatView      *self = AMP_HEAT_VIEW (widget);
  AmpChartStyle     style = amp_screen_style_get (widget);
  guint             n_columns = get_n_columns (self);
  cairo_rectangle_t box = { 0 };

  /* All are of one size, and finding the first measures every name. */
  if (self->cells->len > 0)
    amp_heat_map_chart_get_cell_box (self->heat, &style, width, 0, 0, &box);
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget    *cell = g_ptr_array_index (self->cells, i);
      GtkAllocation allocation = { (int) (box.x + i % n_columns * box.width), (int) (box.y + i / n_columns * box.height), (int) box.width, (int) box.height };

      /* A button must be measured before it is given a size. */
      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (cell, &allocation, -1);
    }
}

static void
amp_heat_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AmpHeatView  *self = AMP_HEAT_VIEW (widget);
  AmpChartStyle style = amp_screen_style_get (widget);
  int           width = gtk_widget_get_width (widget);
  int           height = gtk_widget_get_height (widget);

  if (self->heat != NULL && width > 0 && height > 0)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

      amp_heat_map_chart_draw (cr, self->heat, &style, width, height, _ ("Masked"));
      cairo_destroy (cr);
    }
  GTK_WIDGET_CLASS (amp_heat_view_parent_class)->snapshot (widget, snapshot);
}

static void
amp_heat_view_dispose (GObject *object)
{
  AmpHeatView *self = AMP_HEAT_VIEW (object);

  g_clear_pointer (&self->heat, amp_heat_map_unref);
  g_ptr_array_set_size (self->cells, 0);
  G_OBJECT_CLASS (amp_heat_view_parent_class)->dispose (object);
}

static void
amp_heat_view_finalize (GObject *object)
{
  g_ptr_array_unref (AMP_HEAT_VIEW (object)->cells);
  G_OBJECT_CLASS (amp_heat_view_parent_class)->finalize (object);
}

static void
amp_heat_view_class_init (AmpHeatViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = amp_heat_view_dispose;
  object_class->finalize = amp_heat_view_finalize;
  widget_class->focus = amp_heat_view_focus;
  widget_class->get_request_mode = amp_heat_view_get_request_mode;
  widget_class->measure = amp_heat_view_measure;
  widget_class->size_allocate = amp_heat_view_size_allocate;
  widget_class->snapshot = amp_heat_view_snapshot;

  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", AMP_TYPE_HEAT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
amp_heat_view_init (AmpHeatView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  amp_screen_style_watch (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
amp_heat_view_new (void)
{
  return g_object_new (AMP_TYPE_HEAT_VIEW, NULL);
}

void
amp_heat_view_set_heat_map (AmpHeatView *self, AmpHeatMap *heat)
{
  guint n_cells;

  g_return_if_fail (AMP_IS_HEAT_VIEW (self));

  g_clear_pointer (&self->heat, amp_heat_map_unref);
  self->heat = heat != NULL ? amp_heat_map_ref (heat) : NULL;
  n_cells = heat != NULL ? amp_heat_map_get_n_rows (heat) * amp_heat_map_get_n_columns (heat) : 0;
  g_ptr_array_set_size (self->cells, (int) MIN (self->cells->len, n_cells));
  while (self->cells->len < n_cells)
    add_cell (self);
  for (guint i = 0; i < n_cells; i++)
    update_cell (self, i);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
