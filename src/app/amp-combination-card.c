/* AmpCombinationCard: see the header. */
#include "amp-combination-card.h"

#include <glib/gi18n-lib.h>

#include "amp-chart-view.h"
#include "amp-combination-upset.h"
#include "amp-figure-text.h"

/* Rows that show the pattern; the button shows the rest. */
#define ROW_LIMIT 12

struct _AmpCombinationCard
{
  AmpCaseView parent_instance;

  /* Template */
  GtkWidget       *content;
  GtkDropDown     *order_switch;
  AmpChartView    *chart_view;
  GtkToggleButton *all_button;

  /* Owned */
  AmpTable *table;
};

G_DEFINE_FINAL_TYPE (AmpCombinationCard, amp_combination_card, AMP_TYPE_CASE_VIEW)

static guint
count_rows (AmpTable *table)
{
  guint n_rows = 0;

  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    n_rows += amp_table_get_row (table, i)->persons > 0;
  return n_rows;
}

static void
show_all_button (AmpCombinationCard *self)
{
  guint            n_rows = count_rows (self->table);
  g_autofree char *count = amp_figure_text_count (n_rows);
  /* translators: a button under the first bars of a chart; %s is a number */
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show the %s Combination", "Show All %s Combinations", n_rows), count);

  gtk_button_set_label (GTK_BUTTON (self->all_button), gtk_toggle_button_get_active (self->all_button) ? _ ("Show Fewer Combinations") : label);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), n_rows > ROW_LIMIT);
}

static void
show_table (AmpCombinationCard *self)
{
  guint limit = gtk_toggle_button_get_active (self->all_button) ? G_MAXUINT : ROW_LIMIT;
  g_autoptr (AmpUpset) upset = NULL;

  if (self->table == NULL)
    return;
  upset = amp_combination_upset_new (self->table, amp_case_view_get_filter (AMP_CASE_VIEW (self)), gtk_drop_down_get_selected (self->order_switch), limit);
  amp_chart_view_set_upset (self->chart_view, upset, TRUE);
  show_all_button (self);
}

static void
show_failure (AmpCombinationCard *self, const GError *error)
{
  g_autoptr (AmpSeries) series = amp_series_new (NULL, NULL);

  amp_series_set_empty_text (series, error->message);
  amp_chart_view_set_series (self->chart_view, series, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), FALSE);
}

static void
amp_combination_card_refresh (AmpCaseView *view)
{
  AmpCombinationCard *self = AMP_COMBINATION_CARD (view);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpSelection) others = amp_selection_copy (amp_filter_get_selection (amp_case_view_get_filter (view)));

  amp_selection_remove_mode (others, AMP_KEY_COMBINATION, AMP_TERM_ANY);
  g_clear_pointer (&self->table, amp_table_unref);
  self->table = amp_case_tabulate (amp_case_view_get_case (view), AMP_KEY_COMBINATION, others, NULL, &error);
  if (self->table != NULL)
    show_table (self);
  else
    show_failure (self, error);
}

static void
on_bar_activated (AmpCombinationCard *self, const char *code)
{
  amp_case_view_toggle (AMP_CASE_VIEW (self), AMP_KEY_COMBINATION, code);
}

static void
amp_combination_card_dispose (GObject *object)
{
  AmpCombinationCard *self = AMP_COMBINATION_CARD (object);

  g_clear_pointer (&self->table, amp_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AMP_TYPE_COMBINATION_CARD);
  G_OBJECT_CLASS (amp_combination_card_parent_class)->dispose (object);
}

static void
amp_combination_card_class_init (AmpCombinationCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_combination_card_dispose;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_combination_card_refresh;

  g_type_ensure (AMP_TYPE_CHART_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-combination-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpCombinationCard, content);
  gtk_widget_class_bind_template_child (widget_class, AmpCombinationCard, order_switch);
  gtk_widget_class_bind_template_child (widget_class, AmpCombinationCard, chart_view);
  gtk_widget_class_bind_template_child (widget_class, AmpCombinationCard, all_button);
  gtk_widget_class_bind_template_callback (widget_class, on_bar_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_table);
}

static void
amp_combination_card_init (AmpCombinationCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_combination_card_new (void)
{
  return g_object_new (AMP_TYPE_COMBINATION_CARD, NULL);
}
