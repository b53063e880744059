/* AmpFilterPanel: everything that can be filtered by. */
#include "amp-filter-panel.h"

#include "amp-filter-section.h"

struct _AmpFilterPanel
{
  AmpCaseView parent_instance;

  /* Template; disposing of it unparents those that are bound */
  GtkWidget        *content;
  AmpFilterSection *place_section;
  AmpFilterSection *category_section;
  AmpFilterSection *sensitivity_section;
  AmpFilterSection *age_section;
  AmpFilterSection *sex_section;
  AmpFilterSection *source_section;
  AmpFilterSection *quality_section;
};

G_DEFINE_FINAL_TYPE (AmpFilterPanel, amp_filter_panel, AMP_TYPE_CASE_VIEW)

static void
show_sections (AmpFilterPanel *self, AmpCase *opened, AmpFilter *filter)
{
  AmpFilterSection *sections[] = { self->place_section, self->category_section, self->sensitivity_section, self->age_section, self->sex_section, self->source_section, self->quality_section };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    amp_filter_section_show (sections[i], opened, filter);
}

static void
amp_filter_panel_refresh (AmpCaseView *view)
{
  show_sections (AMP_FILTER_PANEL (view), amp_case_view_get_case (view), amp_case_view_get_filter (view));
}

static void
amp_filter_panel_case_changed (AmpCaseView *view)
{
  AmpFilterPanel *self = AMP_FILTER_PANEL (view);
  AmpCase        *opened = amp_case_view_get_case (view);

  show_sections (self, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->source_section), opened != NULL && amp_case_get_facts (opened)->sources->len > 1);
}

static void
amp_filter_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_FILTER_PANEL);
  G_OBJECT_CLASS (amp_filter_panel_parent_class)->dispose (object);
}

static void
amp_filter_panel_class_init (AmpFilterPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_filter_panel_dispose;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_filter_panel_refresh;
  AMP_CASE_VIEW_CLASS (klass)->case_changed = amp_filter_panel_case_changed;

  g_type_ensure (AMP_TYPE_FILTER_SECTION);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-filter-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpFilterPanel, content);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterPanel, place_section);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterPanel, category_section);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterPanel, sensitivity_section);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterPanel, age_section);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterPanel, sex_section);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterPanel, source_section);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterPanel, quality_section);
}

static void
amp_filter_panel_init (AmpFilterPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_filter_panel_new (void)
{
  return g_object_new (AMP_TYPE_FILTER_PANEL, NULL);
}
