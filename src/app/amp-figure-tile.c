/* AmpFigureTile: one figure, large, with its name above and a note below.
 *
 * Shows texts; it does not know what they count. */
#include "amp-figure-tile.h"

struct _AmpFigureTile
{
  GtkWidget parent_instance;

  /* Template; disposing of it unparents those that are bound */
  GtkWidget *content;
  GtkLabel  *title_label;
  GtkLabel  *figure_label;
  GtkLabel  *note_label;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_FIGURE,
  PROP_NOTE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AmpFigureTile, amp_figure_tile, GTK_TYPE_WIDGET)

static GtkLabel *
get_label (AmpFigureTile *self, guint id)
{
  return id == PROP_TITLE ? self->title_label : id == PROP_FIGURE ? self->figure_label
                                                                  : self->note_label;
}

static void
amp_figure_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, gtk_label_get_label (get_label (AMP_FIGURE_TILE (object), id)));
}

static void
amp_figure_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  const char *text = g_value_get_string (value);
  GtkLabel   *label = get_label (AMP_FIGURE_TILE (object), id);

  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && text[0]);
}

static void
amp_figure_tile_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_FIGURE_TILE);
  G_OBJECT_CLASS (amp_figure_tile_parent_class)->dispose (object);
}

static void
amp_figure_tile_class_init (AmpFigureTileClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amp_figure_tile_get_property;
  object_class->set_property = amp_figure_tile_set_property;
  object_class->dispose = amp_figure_tile_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FIGURE] = g_param_spec_string ("figure", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-figure-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpFigureTile, content);
  gtk_widget_class_bind_template_child (widget_class, AmpFigureTile, title_label);
  gtk_widget_class_bind_template_child (widget_class, AmpFigureTile, figure_label);
  gtk_widget_class_bind_template_child (widget_class, AmpFigureTile, note_label);
}

static void
amp_figure_tile_init (AmpFigureTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_figure_tile_new (void)
{
  return g_object_new (AMP_TYPE_FIGURE_TILE, NULL);
}

void
amp_figure_tile_set_figure (AmpFigureTile *self, const char *figure, const char *note)
{
  g_return_if_fail (AMP_IS_FIGURE_TILE (self));

  g_object_set (self, "figure", figure, "note", note, NULL);
}
