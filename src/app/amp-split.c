/* AmpSplit: two children side by side where there is room, one above the other
 * where there is not.
 *
 * Invariant: its smallest width is that of the widest child, so that it fits
 * the narrowest window either of them fits. */
#include "amp-split.h"

#include "amp-screen-style.h"

struct _AmpSplit
{
  GtkWidget parent_instance;

  int      threshold;
  double   share;
  int      spacing;
  gboolean fill;
};

enum
{
  PROP_0,
  PROP_THRESHOLD,
  PROP_SHARE,
  PROP_SPACING,
  PROP_FILL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AmpSplit, amp_split, GTK_TYPE_WIDGET)

/* The first two visible children; returns how many there are. */
static int
find_sides (AmpSplit *self, GtkWidget *sides[2])
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child && n < 2; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      sides[n++] = child;
  return n;
}

static int
get_first_width (AmpSplit *self, GtkWidget *sides[2], int width)
{
  int first_minimum, second_minimum;

  gtk_widget_measure (sides[0], GTK_ORIENTATION_HORIZONTAL, -1, &first_minimum, NULL, NULL, NULL);
  gtk_widget_measure (sides[1], GTK_ORIENTATION_HORIZONTAL, -1, &second_minimum, NULL, NULL, NULL);
  return CLAMP ((int) ((width - self->spacing) * self->share), first_minimum, MAX (first_minimum, width - self->spacing - second_minimum));
}

static gboolean
is_beside (AmpSplit *self, GtkWidget *sides[2], int width)
{
  int needed = self->spacing;

  for (int i = 0; i < 2; i++)
    {
      int minimum;

      gtk_widget_measure (sides[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      needed += minimum;
    }
  return width >= MAX (self->threshold * amp_screen_style_get (GTK_WIDGET (self)).font_scale, needed);
}

static void
measure_width (AmpSplit *self, GtkWidget *sides[2], int n, int *minimum, int *natural)
{
  for (int i = 0; i < n; i++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (sides[i], GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (i > 0 ? self->spacing : 0);
    }
}

static void
measure_height (AmpSplit *self, GtkWidget *sides[2], int n, int width, int *minimum, int *natural)
{
  gboolean beside = n == 2 && width >= 0 && is_beside (self, sides, width);
  int      first_width = beside ? get_first_width (self, sides, width) : width;

  for (int i = 0; i < n; i++)
    {
      int child_width = beside && i == 1 ? width - self->spacing - first_width : first_width;
      int child_minimum, child_natural;

      gtk_widget_measure (sides[i], GTK_ORIENTATION_VERTICAL, child_width, &child_minimum, &child_natural, NULL, NULL);
      *minimum = beside ? MAX (*minimum, child_minimum) : *minimum + child_minimum + (i > 0 ? self->spacing : 0);
      *natural = beside ? MAX (*natural, child_natural) : *natural + child_natural + (i > 0 ? self->spacing : 0);
    }
}

static void
amp_split_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  AmpSplit  *self = AMP_SPLIT (widget);
  GtkWidget *sides[2];
  int        n = find_sides (self, sides);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, sides, n, minimum, natural);
  else
    measure_height (self, sides, n, for_size, minimum, natural);
}

static int
get_first_height (AmpSplit *self, GtkWidget *sides[2], int width, int height)
{
  int first_minimum, first_natural, second_minimum;

  gtk_widget_measure (sides[0], GTK_ORIENTATION_VERTICAL, width, &first_minimum, &first_natural, NULL, NULL);
  gtk_widget_measure (sides[1], GTK_ORIENTATION_VERTICAL, width, &second_minimum, NULL, NULL, NULL);
  if (!self->fill)
    return first_natural;
  return CLAMP ((int) ((height - self->spacing) * self->share), first_minimum, MAX (first_minimum, height - self->spacing - second_minimum));
}

static void
amp_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AmpSplit     *self = AMP_SPLIT (widget);
  gboolean      is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget    *sides[2];
  int           n = find_sides (self, sides);
  GtkAllocation first = { 0, 0, width, height };
  GtkAllocation second = { 0, 0, width, height };

  if (n == 2 && is_beside (self, sides, width))
    {
      first.width = get_first_width (self, sides, width);
      second.width = width - self->spacing - first.width;
      first.x = is_rtl ? second.width + self->spacing : 0;
      second.x = is_rtl ? 0 : first.width + self->spacing;
    }
  else if (n == 2)
    {
      first.height = get_first_height (self, sides, width, height);
      second.y = first.height + self->spacing;
      second.height = MAX (0, height - second.y);
    }
  if (n > 0)
    gtk_widget_size_allocate (sides[0], &first, -1);
  if (n > 1)
    gtk_widget_size_allocate (sides[1], &second, -1);
}

static GtkSizeRequestMode
amp_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
amp_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AmpSplit *self = AMP_SPLIT (object);

  if (id == PROP_THRESHOLD)
    g_value_set_int (value, self->threshold);
  else if (id == PROP_SHARE)
    g_value_set_double (value, self->share);
  else if (id == PROP_SPACING)
    g_value_set_int (value, self->spacing);
  else if (id == PROP_FILL)
    g_value_set_boolean (value, self->fill);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AmpSplit *self = AMP_SPLIT (object);

  if (id == PROP_THRESHOLD)
    self->threshold = g_value_get_int (value);
  else if (id == PROP_SHARE)
    self->share = g_value_get_double (value);
  else if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else if (id == PROP_FILL)
    self->fill = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
amp_split_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (amp_split_parent_class)->dispose (object);
}

static void
amp_split_class_init (AmpSplitClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amp_split_get_property;
  object_class->set_property = amp_split_set_property;
  object_class->dispose = amp_split_dispose;
  widget_class->measure = amp_split_measure;
  widget_class->size_allocate = amp_split_size_allocate;
  widget_class->get_request_mode = amp_split_get_request_mode;

  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 720, flags);
  properties[PROP_SHARE] = g_param_spec_double ("share", NULL, NULL, 0, 1, 0.5, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 18, flags);
  properties[PROP_FILL] = g_param_spec_boolean ("fill", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
amp_split_init (AmpSplit *self)
{
  self->threshold = 720;
  self->share = 0.5;
  self->spacing = 18;
}

GtkWidget *
amp_split_new (void)
{
  return g_object_new (AMP_TYPE_SPLIT, NULL);
}
