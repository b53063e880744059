/* AmpHeatCard: places by categories as a heat map. */
#include "amp-heat-card.h"

#include <glib/gi18n-lib.h>

#include "amp-card-key.h"
#include "amp-cross-heat.h"
#include "amp-heat-view.h"

/* Rows that fit a card; the places beyond are in the table of places. */
#define ROW_LIMIT 12

struct _AmpHeatCard
{
  AmpCaseView parent_instance;

  /* Template; disposing of it unparents those that are bound */
  GtkWidget   *content;
  GtkDropDown *level_switch;
  GtkDropDown *measure_switch;
  AmpHeatView *heat_view;

  /* Owned */
  AmpCrossTable *table;
};

G_DEFINE_FINAL_TYPE (AmpHeatCard, amp_heat_card, AMP_TYPE_CASE_VIEW)

static AmpKey
get_key (AmpHeatCard *self)
{
  return amp_card_key_of_level (gtk_drop_down_get_selected (self->level_switch));
}

static void
show_table (AmpHeatCard *self)
{
  g_autoptr (AmpHeatMap) heat = NULL;

  if (self->table == NULL)
    return;
  heat = amp_cross_heat_new (self->table,
                             amp_case_view_get_filter (AMP_CASE_VIEW (self)),
                             gtk_drop_down_get_selected (self->measure_switch) == 1 ? AMP_HEAT_SHARE : AMP_HEAT_PERSONS,
                             ROW_LIMIT);
  amp_heat_view_set_heat_map (self->heat_view, heat);
}

static void
show_failure (AmpHeatCard *self, const GError *error)
{
  g_autoptr (AmpHeatMap) heat = amp_heat_map_new (NULL, NULL);

  amp_heat_map_set_empty_text (heat, error->message);
  amp_heat_view_set_heat_map (self->heat_view, heat);
}

static void
amp_heat_card_refresh (AmpCaseView *view)
{
  AmpHeatCard *self = AMP_HEAT_CARD (view);
  AmpKey       key = get_key (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpSelection) others = amp_selection_copy (amp_filter_get_selection (amp_case_view_get_filter (view)));

  amp_selection_remove_mode (others, key, AMP_TERM_ANY);
  amp_selection_remove_mode (others, AMP_KEY_CATEGORY, AMP_TERM_ANY);
  g_clear_pointer (&self->table, amp_cross_table_free);
  self->table = amp_case_cross (amp_case_view_get_case (view), key, AMP_KEY_CATEGORY, others, NULL, &error);
  if (self->table != NULL)
    show_table (self);
  else
    show_failure (self, error);
}

/* This place and this category, and no others; or both again. */
static void
on_cell_activated (AmpHeatCard *self, const char *place, const char *category)
{
  AmpFilter *filter = amp_case_view_get_filter (AMP_CASE_VIEW (self));
  AmpKey     key = get_key (self);
  g_autoptr (AmpSelection) next = NULL;
  gboolean is_on;

  if (filter == NULL)
    return;
  is_on = amp_filter_contains (filter, key, place) && amp_filter_contains (filter, AMP_KEY_CATEGORY, category);
  next = amp_selection_copy (amp_filter_get_selection (filter));
  amp_selection_remove_mode (next, key, AMP_TERM_ANY);
  amp_selection_remove_mode (next, AMP_KEY_CATEGORY, AMP_TERM_ANY);
  if (!is_on)
    {
      amp_selection_add (next, key, place, NULL);
      amp_selection_add (next, AMP_KEY_CATEGORY, category, NULL);
    }
  amp_filter_set_selection (filter, next);
  /* A button that changed nothing would stay pressed. */
  show_table (self);
}

static void
amp_heat_card_dispose (GObject *object)
{
  AmpHeatCard *self = AMP_HEAT_CARD (object);

  g_clear_pointer (&self->table, amp_cross_table_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), AMP_TYPE_HEAT_CARD);
  G_OBJECT_CLASS (amp_heat_card_parent_class)->dispose (object);
}

static void
amp_heat_card_class_init (AmpHeatCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_heat_card_dispose;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_heat_card_refresh;

  g_type_ensure (AMP_TYPE_HEAT_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-heat-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpHeatCard, content);
  gtk_widget_class_bind_template_child (widget_class, AmpHeatCard, level_switch);
  gtk_widget_class_bind_template_child (widget_class, AmpHeatCard, measure_switch);
  gtk_widget_class_bind_template_child (widget_class, AmpHeatCard, heat_view);
  gtk_widget_class_bind_template_callback (widget_class, amp_case_view_refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_table);
}

static void
amp_heat_card_init (AmpHeatCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_heat_card_new (void)
{
  return g_object_new (AMP_TYPE_HEAT_CARD, NULL);
}
