/* AmpMapInsets: the overseas départements as small maps beside the large one.
 *
 * Invariant: scenes are those of the atlas and figures that were set last. */
#include "amp-map-insets.h"

#include "amp-area-scene.h"
#include "amp-map-overseas.h"
#include "amp-screen-style.h"

/* Around a territory, as a share of its box. */
#define MARGIN 0.1

struct _AmpMapInsets
{
  GtkWidget parent_instance;

  /* Template */
  GtkBox *box;

  /* Owned */
  AmpAreaAtlas   *atlas;
  AmpMapFigures  *figures;
  AmpAreaScene   *areas;
  AmpCircleScene *circles;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpMapInsets, amp_map_insets, GTK_TYPE_WIDGET)

static void
paint (const AmpMapContentKind *kind, gpointer scene, cairo_t *cr, const AmpMapFrame *frame, const AmpChartStyle *style, int scale_factor)
{
  cairo_surface_t    *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) frame->width * scale_factor, (int) frame->height * scale_factor);
  g_autofree gpointer draft = NULL;

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_set_device_scale (surface, scale_factor, scale_factor);
      draft = kind->draft != NULL ? kind->draft (scene, frame, scale_factor) : NULL;
      kind->paint (scene, draft, surface, frame, style);
      cairo_set_source_surface (cr, surface, 0, 0);
      cairo_paint (cr);
    }
  cairo_surface_destroy (surface);
}

static void
draw_inset (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  guint             index = GPOINTER_TO_UINT (data);
  AmpMapInsets     *self = AMP_MAP_INSETS (gtk_widget_get_ancestor (GTK_WIDGET (area), AMP_TYPE_MAP_INSETS));
  AmpChartStyle     style = amp_screen_style_get (GTK_WIDGET (area));
  cairo_rectangle_t box = { width * MARGIN, height * MARGIN, width * (1 - 2 * MARGIN), height * (1 - 2 * MARGIN) };
  AmpMapBounds      bounds;
  AmpMapFrame       frame;

  if (self == NULL || self->areas == NULL)
    return;
  bounds = amp_map_overseas_get_bounds (self->atlas, index);
  frame = (AmpMapFrame){ amp_projection_fit (&bounds, &box), width, height };
  paint (&amp_area_scene_kind, self->areas, cr, &frame, &style, gtk_widget_get_scale_factor (GTK_WIDGET (area)));
  if (self->circles != NULL)
    paint (&amp_circle_scene_kind, self->circles, cr, &frame, &style, gtk_widget_get_scale_factor (GTK_WIDGET (area)));
}

static void
on_clicked (GtkButton *button, gpointer data)
{
  AmpMapInsets *self = AMP_MAP_INSETS (gtk_widget_get_ancestor (GTK_WIDGET (button), AMP_TYPE_MAP_INSETS));
  AmpMapBounds  bounds;

  if (self->atlas == NULL)
    return;
  bounds = amp_map_overseas_get_bounds (self->atlas, GPOINTER_TO_UINT (data));
  g_signal_emit (self, signals[CHOSEN], 0, &bounds);
}

static void
add_inset (AmpMapInsets *self, guint index)
{
  GtkWidget  *button = gtk_button_new ();
  GtkWidget  *area = gtk_drawing_area_new ();
  const char *name = amp_map_overseas_get_name (index);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), 46);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 46);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_inset, GUINT_TO_POINTER (index), NULL);
  gtk_button_set_child (GTK_BUTTON (button), area);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "map-inset");
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), GUINT_TO_POINTER (index));
  gtk_box_append (self->box, button);
}

static void
redraw (GtkWidget *widget)
{
  AmpMapInsets *self = AMP_MAP_INSETS (widget);
  AmpChartStyle style = amp_screen_style_get (widget);

  g_clear_pointer (&self->areas, amp_area_scene_unref);
  if (self->atlas != NULL)
    self->areas = amp_area_scene_new (self->atlas, self->figures, style.theme);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child; child = gtk_widget_get_next_sibling (child))
    gtk_widget_queue_draw (gtk_button_get_child (GTK_BUTTON (child)));
}

static void
amp_map_insets_dispose (GObject *object)
{
  AmpMapInsets *self = AMP_MAP_INSETS (object);

  g_clear_pointer (&self->areas, amp_area_scene_unref);
  g_clear_pointer (&self->circles, amp_circle_scene_unref);
  g_clear_pointer (&self->figures, amp_map_figures_unref);
  g_clear_pointer (&self->atlas, amp_area_atlas_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_MAP_INSETS);
  G_OBJECT_CLASS (amp_map_insets_parent_class)->dispose (object);
}

static void
amp_map_insets_class_init (AmpMapInsetsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_map_insets_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", AMP_TYPE_MAP_INSETS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-map-insets.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpMapInsets, box);
}

static void
amp_map_insets_init (AmpMapInsets *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < AMP_MAP_N_OVERSEAS; i++)
    add_inset (self, i);
  amp_screen_style_watch (GTK_WIDGET (self), redraw);
}

GtkWidget *
amp_map_insets_new (void)
{
  return g_object_new (AMP_TYPE_MAP_INSETS, NULL);
}

void
amp_map_insets_set_figures (AmpMapInsets *self, AmpAreaAtlas *atlas, AmpMapFigures *figures, AmpCircleScene *circles)
{
  g_return_if_fail (AMP_IS_MAP_INSETS (self));

  g_clear_pointer (&self->figures, amp_map_figures_unref);
  g_clear_pointer (&self->atlas, amp_area_atlas_unref);
  self->atlas = atlas != NULL ? amp_area_atlas_ref (atlas) : NULL;
  g_clear_pointer (&self->circles, amp_circle_scene_unref);
  self->figures = figures != NULL ? amp_map_figures_ref (figures) : NULL;
  self->circles = circles != NULL ? amp_circle_scene_ref (circles) : NULL;
  redraw (GTK_WIDGET (self));
}
