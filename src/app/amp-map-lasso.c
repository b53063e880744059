/* AmpMapLasso: the line that is drawn around areas: see the header.
 *
 * Invariant: a rectangle has two points, opposite corners. */
#include "amp-map-lasso.h"

#include <math.h>

#include "amp-mark.h"
#include "amp-screen-style.h"

/* Pixels between two points of a freehand line. */
#define LEAST_STEP 3

#define FILL_ALPHA 0.15
#define MAX_POINTS 4000

typedef struct
{
  double x;
  double y;
} Point;

struct _AmpMapLasso
{
  GtkWidget parent_instance;

  /* Owned */
  GArray *points; /* of Point */

  AmpLassoMode mode;
};

G_DEFINE_FINAL_TYPE (AmpMapLasso, amp_map_lasso, GTK_TYPE_WIDGET)

static const Point *
get_point (AmpMapLasso *self, guint index)
{
  return &g_array_index (self->points, Point, index);
}

static void
add_path (AmpMapLasso *self, cairo_t *cr)
{
  const Point *first = get_point (self, 0);

  if (self->mode == AMP_LASSO_RECTANGLE)
    {
      const Point *last = get_point (self, self->points->len - 1);

      cairo_rectangle (cr, first->x, first->y, last->x - first->x, last->y - first->y);
      return;
    }
  for (guint i = 0; i < self->points->len; i++)
    cairo_line_to (cr, get_point (self, i)->x, get_point (self, i)->y);
  cairo_close_path (cr);
}

static void
amp_map_lasso_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AmpMapLasso  *self = AMP_MAP_LASSO (widget);
  AmpChartStyle style = amp_screen_style_get (widget);
  const double  dashes[] = { 5, 4 };
  cairo_t      *cr;

  if (self->points->len < 2)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  add_path (self, cr);
  amp_mark_set_color (cr, style.theme->selection, FILL_ALPHA);
  cairo_fill_preserve (cr);
  amp_mark_set_color (cr, style.theme->selection, 1);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
amp_map_lasso_finalize (GObject *object)
{
  g_array_unref (AMP_MAP_LASSO (object)->points);
  G_OBJECT_CLASS (amp_map_lasso_parent_class)->finalize (object);
}

static void
amp_map_lasso_class_init (AmpMapLassoClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = amp_map_lasso_finalize;
  widget_class->snapshot = amp_map_lasso_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
amp_map_lasso_init (AmpMapLasso *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
amp_map_lasso_new (void)
{
  return g_object_new (AMP_TYPE_MAP_LASSO, NULL);
}

void
amp_map_lasso_begin (AmpMapLasso *self, AmpLassoMode mode, double x, double y)
{
  g_return_if_fail (AMP_IS_MAP_LASSO (self));
  g_return_if_fail (mode != AMP_LASSO_NONE);

  self->mode = mode;
  g_array_set_size (self->points, 0);
  g_array_append_val (self->points, ((Point){ x, y }));
}

void
amp_map_lasso_extend (AmpMapLasso *self, double x, double y)
{
  g_return_if_fail (AMP_IS_MAP_LASSO (self));
  g_return_if_fail (self->points->len > 0);

  const Point *last = get_point (self, self->points->len - 1);

  if (self->mode == AMP_LASSO_RECTANGLE)
    g_array_set_size (self->points, 1);
  else if (hypot (x - last->x, y - last->y) < LEAST_STEP || self->points->len == MAX_POINTS)
    return;
  g_array_append_val (self->points, ((Point){ x, y }));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_between (double value, double one, double other)
{
  return value >= MIN (one, other) && value <= MAX (one, other);
}

/* Whether a ray to the right crosses the closed line an odd number of times. */
static gboolean
surrounds (AmpMapLasso *self, double x, double y)
{
  gboolean is_odd = FALSE;

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *from = get_point (self, i);
      const Point *to = get_point (self, (i + 1) % self->points->len);

      if ((from->y > y) != (to->y > y) && x < from->x + (y - from->y) / (to->y - from->y) * (to->x - from->x))
        is_odd = !is_odd;
    }
  return is_odd;
}

gboolean
amp_map_lasso_contains (AmpMapLasso *self, double x, double y)
{
  g_return_val_if_fail (AMP_IS_MAP_LASSO (self), FALSE);

  if (self->points->len < 2)
    return FALSE;
  if (self->mode == AMP_LASSO_RECTANGLE)
    return is_between (x, get_point (self, 0)->x, get_point (self, 1)->x) && is_between (y, get_point (self, 0)->y, get_point (self, 1)->y);
  return surrounds (self, x, y);
}

void
amp_map_lasso_clear (AmpMapLasso *self)
{
  g_return_if_fail (AMP_IS_MAP_LASSO (self));

  g_array_set_size (self->points, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
