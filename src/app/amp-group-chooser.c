/* AmpGroupChooser: one of the two groups of a comparison. */
#include "amp-group-chooser.h"

#include <glib/gi18n-lib.h>

#include "amp-filter-panel.h"
#include "amp-named-filters.h"
#include "amp-selection-text.h"

struct _AmpGroupChooser
{
  AmpCaseView parent_instance;

  /* Template; disposing of it unparents those that are bound */
  GtkMenuButton *button;
  GtkWidget     *present_button;
  GtkDropDown   *saved_switch;
  GtkLabel      *name_label;
  GtkLabel      *words_label;

  /* Owned */
  char      *name;
  AmpFilter *present;

  gboolean is_listing;
};

enum
{
  PROP_0,
  PROP_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AmpGroupChooser, amp_group_chooser, AMP_TYPE_CASE_VIEW)

static void
amp_group_chooser_refresh (AmpCaseView *view)
{
  AmpGroupChooser *self = AMP_GROUP_CHOOSER (view);
  g_autofree char *words = amp_selection_text_dup (amp_case_view_get_case (view), amp_filter_get_selection (amp_case_view_get_filter (view)));
  const char      *shown = words[0] != '\0' ? words : _ ("Everybody");
  /* translators: the name of a button: a group, A or B, and who is in it */
  g_autofree char *name = g_strdup_printf (_ ("Group %s: %s"), self->name, shown);

  gtk_label_set_label (self->words_label, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
choose (AmpGroupChooser *self, const AmpSelection *selection)
{
  AmpFilter *filter = amp_case_view_get_filter (AMP_CASE_VIEW (self));

  if (filter != NULL)
    amp_filter_set_selection (filter, selection);
}

static void
on_everybody_clicked (AmpGroupChooser *self)
{
  choose (self, NULL);
  gtk_menu_button_popdown (self->button);
}

static void
on_present_clicked (AmpGroupChooser *self)
{
  if (self->present != NULL)
    choose (self, amp_filter_get_selection (self->present));
  gtk_menu_button_popdown (self->button);
}

/* The first item is no filter: it says what the others are. */
static void
list_saved (AmpGroupChooser *self)
{
  AmpCase *opened = amp_case_view_get_case (AMP_CASE_VIEW (self));
  g_auto (GStrv) names = opened != NULL ? amp_named_filters_list (opened, NULL) : NULL;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Saved Filter…"));
  gtk_string_list_splice (list, 1, 0, (const char *const *) names);
  self->is_listing = TRUE;
  gtk_drop_down_set_model (self->saved_switch, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->saved_switch, 0);
  self->is_listing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->saved_switch), names != NULL && names[0] != NULL);
  gtk_widget_set_sensitive (self->present_button, self->present != NULL && !amp_selection_is_empty (amp_filter_get_selection (self->present)));
}

static void
on_saved_selected (AmpGroupChooser *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->saved_switch);
  g_autoptr (AmpSelection) selection = NULL;

  if (self->is_listing || item == NULL || gtk_drop_down_get_selected (self->saved_switch) == 0)
    return;
  selection = amp_named_filters_load (amp_case_view_get_case (AMP_CASE_VIEW (self)), gtk_string_object_get_string (item), NULL);
  if (selection != NULL)
    choose (self, selection);
}

void
amp_group_chooser_set_present (AmpGroupChooser *self, AmpFilter *present)
{
  g_return_if_fail (AMP_IS_GROUP_CHOOSER (self));

  g_set_object (&self->present, present);
}

/* A popover that is open when its window goes would outlive it in GTK 4.8. */
static void
amp_group_chooser_unmap (GtkWidget *widget)
{
  gtk_menu_button_popdown (AMP_GROUP_CHOOSER (widget)->button);
  GTK_WIDGET_CLASS (amp_group_chooser_parent_class)->unmap (widget);
}

static void
amp_group_chooser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NAME)
    g_value_set_string (value, AMP_GROUP_CHOOSER (object)->name);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_group_chooser_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AmpGroupChooser *self = AMP_GROUP_CHOOSER (object);

  if (id == PROP_NAME)
    {
      g_free (self->name);
      self->name = g_value_dup_string (value);
      gtk_label_set_label (self->name_label, self->name);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_group_chooser_dispose (GObject *object)
{
  AmpGroupChooser *self = AMP_GROUP_CHOOSER (object);

  g_clear_object (&self->present);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_GROUP_CHOOSER);
  G_OBJECT_CLASS (amp_group_chooser_parent_class)->dispose (object);
}

static void
amp_group_chooser_finalize (GObject *object)
{
  g_free (AMP_GROUP_CHOOSER (object)->name);
  G_OBJECT_CLASS (amp_group_chooser_parent_class)->finalize (object);
}

static void
amp_group_chooser_class_init (AmpGroupChooserClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amp_group_chooser_get_property;
  object_class->set_property = amp_group_chooser_set_property;
  object_class->dispose = amp_group_chooser_dispose;
  object_class->finalize = amp_group_chooser_finalize;
  widget_class->unmap = amp_group_chooser_unmap;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_group_chooser_refresh;

  properties[PROP_NAME] = g_param_spec_string ("group-name", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (AMP_TYPE_FILTER_PANEL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-group-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpGroupChooser, button);
  gtk_widget_class_bind_template_child (widget_class, AmpGroupChooser, present_button);
  gtk_widget_class_bind_template_child (widget_class, AmpGroupChooser, saved_switch);
  gtk_widget_class_bind_template_child (widget_class, AmpGroupChooser, name_label);
  gtk_widget_class_bind_template_child (widget_class, AmpGroupChooser, words_label);
  gtk_widget_class_bind_template_callback (widget_class, on_everybody_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_present_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_saved_selected);
  gtk_widget_class_bind_template_callback (widget_class, list_saved);
}

static void
amp_group_chooser_init (AmpGroupChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
