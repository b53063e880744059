/* AmpMirrorView: mirrored bars on the screen, each a button.
 *
 * Invariant: two buttons a row, the left one first, in the order of the rows. */
#include "amp-mirror-view.h"

#include <glib/gi18n-lib.h>

#include "amp-mirror-chart.h"
#include "amp-screen-style.h"

#define MINIMUM_WIDTH 180
#define NATURAL_WIDTH 420

struct _AmpMirrorView
{
  GtkWidget parent_instance;

  /* Owned */
  AmpMirror *mirror;
  GPtrArray *bars; /* of GtkWidget, children */

  guint    entry; /* the bar that Tab enters at */
  gboolean is_active[2];
};

enum
{
  BAR_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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
  GTK_WIDGET_CLASS (amp_mirror_view_parent_class)->snapshot (widget, snapshot);
}

/* From the axis to the edge, as high as its bar: also where there is nobody. */
static void
get_button_box (AmpMirrorView *self, const AmpChartStyle *style, int width, guint index, GtkAllocation *allocation)
{
  cairo_rectangle_t bar = { 0 };
  guint             side = index % 2;

  amp_mirror_chart_get_bar_box (self->mirror, style, width, index / 2, side, &bar);
  allocation->y = (int) bar.y;
  allocation->height = (int) (bar.height + 0.999);
  allocation->x = side == 0 ? 0 : (int) bar.x;
  allocation->width = side == 0 ? (int) (bar.x + bar.width) : width - (int) bar.x;
}

static void
amp_mirror_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AmpMirrorView *self = AMP_MIRROR_VIEW (widget);
  AmpChartStyle  style = amp_screen_style_get (widget);

  for (guint i = 0; i < self->bars->len; i++)
    {
      GtkWidget    *bar = g_ptr_array_index (self->bars, i);
      GtkAllocation allocation;

      get_button_box (self, &style, width, i, &allocation);
      /* A button must be measured before it is given a size. */
      gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (bar, &allocation, -1);
    }
}

static gboolean
focus_bar (AmpMirrorView *self, int index)
{
  if (index < 0 || index >= (int) self->bars->len || !gtk_widget_grab_focus (g_ptr_array_index (self->bars, index)))
    return FALSE;
  self->entry = (guint) index;
  return TRUE;
}

/* Where the arrow goes from a bar, or -1. */
static int
find_neighbour (int index, GtkDirectionType direction)
{
  switch (direction)
    {
    case GTK_DIR_UP:
      return index - 2;
    case GTK_DIR_DOWN:
      return index + 2;
    case GTK_DIR_LEFT:
      return index % 2 == 1 ? index - 1 : -1;
    case GTK_DIR_RIGHT:
      return index % 2 == 0 ? index + 1 : -1;
    default:
      return -1;
    }
}

static gboolean
amp_mirror_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AmpMirrorView *self = AMP_MIRROR_VIEW (widget);
  GtkWidget     *child = gtk_widget_get_focus_child (widget);
  guint          index;

  if (child != NULL && g_ptr_array_find (self->bars, child, &index))
    return focus_bar (self, find_neighbour ((int) index, direction));
  return self->bars->len > 0 && focus_bar (self, (int) MIN (self->entry, self->bars->len - 1));
}

static void
on_bar_clicked (AmpMirrorView *self, GtkWidget *bar)
{
  guint index;

  if (!g_ptr_array_find (self->bars, bar, &index))
    return;
  self->entry = index;
  g_signal_emit (self, signals[BAR_ACTIVATED], 0, index % 2, index / 2);
}

static void
add_bar (AmpMirrorView *self)
{
  GtkWidget *bar = gtk_button_new ();

  gtk_widget_add_css_class (bar, "chart-bar");
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  g_signal_connect_object (bar, "clicked", G_CALLBACK (on_bar_clicked), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->bars, bar);
}

static void
update_bar (AmpMirrorView *self, guint index)
{
  GtkWidget          *bar = g_ptr_array_index (self->bars, index);
  guint               side = index % 2;
  const AmpMirrorRow *row = amp_mirror_get_row (self->mirror, index / 2);
  /* translators: the name of one of two bars of a row: the group, A or B, then what is
   * told of both: "A – Health: A 83.8 % (3256), B 71.0 % (812), −12.8 points" */
  g_autofree char *name = g_strdup_printf (_ ("%s – %s"), amp_mirror_get_side (self->mirror, side), row->description);

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (bar, row->description);
  gtk_widget_set_sensitive (bar, self->is_active[side]);
}

static void
update_bars (AmpMirrorView *self)
{
  guint n_bars = self->mirror != NULL ? 2 * amp_mirror_get_n_rows (self->mirror) : 0;

  g_ptr_array_set_size (self->bars, MIN (self->bars->len, n_bars));
  while (self->bars->len < n_bars)
    add_bar (self);
  for (guint i = 0; i < n_bars; i++)
    update_bar (self, i);
}

static void
amp_mirror_view_dispose (GObject *object)
{
  AmpMirrorView *self = AMP_MIRROR_VIEW (object);

  g_clear_pointer (&self->mirror, amp_mirror_unref);
  g_ptr_array_set_size (self->bars, 0);
  G_OBJECT_CLASS (amp_mirror_view_parent_class)->dispose (object);
}

static void
amp_mirror_view_finalize (GObject *object)
{
  g_ptr_array_unref (AMP_MIRROR_VIEW (object)->bars);
  G_OBJECT_CLASS (amp_mirror_view_parent_class)->finalize (object);
}

static void
amp_mirror_view_class_init (AmpMirrorViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_mirror_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = amp_mirror_view_finalize;
  widget_class->focus = amp_mirror_view_focus;
  widget_class->get_request_mode = amp_mirror_view_get_request_mode;
  widget_class->measure = amp_mirror_view_measure;
  widget_class->size_allocate = amp_mirror_view_size_allocate;
  widget_class->snapshot = amp_mirror_view_snapshot;

  signals[BAR_ACTIVATED] = g_signal_new ("bar-activated", AMP_TYPE_MIRROR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
amp_mirror_view_init (AmpMirrorView *self)
{
  self->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->is_active[0] = self->is_active[1] = TRUE;
  amp_screen_style_watch (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
amp_mirror_view_new (void)
{
  return g_object_new (AMP_TYPE_MIRROR_VIEW, NULL);
}

void
amp_mirror_view_set_mirror (AmpMirrorView *self, AmpMirror *mirror)
{
  g_return_if_fail (AMP_IS_MIRROR_VIEW (self));

  g_clear_pointer (&self->mirror, amp_mirror_unref);
  self->mirror = mirror != NULL ? amp_mirror_ref (mirror) : NULL;
  update_bars (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
amp_mirror_view_set_side_active (AmpMirrorView *self, guint side, gboolean is_active)
{
  g_return_if_fail (AMP_IS_MIRROR_VIEW (self) && side < 2);

  self->is_active[side] = is_active;
  update_bars (self);
}

AmpMirror *
amp_mirror_view_get_mirror (AmpMirrorView *self)
{
  g_return_val_if_fail (AMP_IS_MIRROR_VIEW (self), NULL);
  return self->mirror;
}
