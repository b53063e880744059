/* AmpBreakdownCard: one breakdown of the people: its bars, and the table behind
 * them.
 *
 * Invariant: bars and table are made from one and the same breakdown. */
#include "amp-breakdown-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "amp-breakdown-series.h"
#include "amp-card-key.h"
#include "amp-chart-view.h"
#include "amp-figure-text.h"
#include "amp-table-view.h"

/* Bars that fit a card without scrolling; the table has the rest. */
#define BAR_LIMIT 12

struct _AmpBreakdownCard
{
  AmpCaseView parent_instance;

  /* Template; disposing of it unparents those that are bound */
  GtkWidget       *content;
  GtkDropDown     *level_switch;
  GtkToggleButton *table_toggle;
  GtkStack        *stack;
  AmpChartView    *chart_view;
  AdwBin          *table_place;
  GtkButton       *all_button;

  AmpTableView *table_view; /* NULL until it is asked for: child of its place */

  /* Owned */
  char     *title;
  char     *key_code;
  AmpTable *table;

  gboolean show_table;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_KEY,
  PROP_LEVEL,
  PROP_SHOW_TABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AmpBreakdownCard, amp_breakdown_card, AMP_TYPE_CASE_VIEW)

static AmpKey
get_key (AmpBreakdownCard *self)
{
  return amp_card_key_get (self->key_code, gtk_drop_down_get_selected (self->level_switch));
}

static void
show_all_button (AmpBreakdownCard *self, guint n_shown)
{
  guint            n_rows = amp_table_get_n_rows (self->table);
  g_autofree char *count = amp_figure_text_count (n_rows);
  /* translators: a button under the first bars of a chart; %s is a number */
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show the Table (%s Row)", "Show All %s Rows", n_rows), count);

  gtk_button_set_label (self->all_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), n_rows > n_shown);
}

static void
show_breakdown (AmpBreakdownCard *self)
{
  AmpFilter *filter = amp_case_view_get_filter (AMP_CASE_VIEW (self));
  g_autoptr (AmpSeries) series = amp_breakdown_series_new (self->table, filter, amp_card_key_is_by_place (self->key_code) ? BAR_LIMIT : G_MAXUINT);

  amp_chart_view_set_series (self->chart_view, series, TRUE);
  if (self->table_view)
    amp_table_view_set_table (self->table_view, self->show_table ? self->table : NULL, filter);
  show_all_button (self, amp_series_get_n_rows (series));
}

static void
show_failure (AmpBreakdownCard *self, const GError *error)
{
  g_autoptr (AmpSeries) series = amp_series_new (NULL, NULL);

  amp_series_set_empty_text (series, error->message);
  amp_chart_view_set_series (self->chart_view, series, FALSE);
  if (self->table_view)
    amp_table_view_set_table (self->table_view, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), FALSE);
}

static void
amp_breakdown_card_refresh (AmpCaseView *view)
{
  AmpBreakdownCard *self = AMP_BREAKDOWN_CARD (view);
  AmpKey            key = get_key (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpSelection) others = amp_selection_copy (amp_filter_get_selection (amp_case_view_get_filter (view)));

  amp_selection_remove_mode (others, key, AMP_TERM_ANY);
  g_clear_pointer (&self->table, amp_table_unref);
  self->table = amp_case_tabulate (amp_case_view_get_case (view), key, others, NULL, &error);
  if (self->table)
    show_breakdown (self);
  else
    show_failure (self, error);
}

static void
on_row_activated (AmpBreakdownCard *self, const char *code)
{
  amp_case_view_toggle (AMP_CASE_VIEW (self), get_key (self), code);
}

static void
on_rows_selected (AmpBreakdownCard *self, char **codes)
{
  if (!amp_case_view_choose (AMP_CASE_VIEW (self), get_key (self), codes))
    amp_case_view_refresh (AMP_CASE_VIEW (self));
}

static void
on_level_changed (AmpBreakdownCard *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
  amp_case_view_refresh (AMP_CASE_VIEW (self));
}

static void
on_all_clicked (AmpBreakdownCard *self)
{
  g_object_set (self, "show-table", TRUE, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->table_view), GTK_DIR_TAB_FORWARD);
}

/* A view of columns costs more than the rest of the card, and few ask for it. */
static void
make_table_view (AmpBreakdownCard *self)
{
  self->table_view = AMP_TABLE_VIEW (amp_table_view_new ());
  g_signal_connect_object (self->table_view, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table_view, "rows-selected", G_CALLBACK (on_rows_selected), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->table_place, GTK_WIDGET (self->table_view));
}

static void
set_show_table (AmpBreakdownCard *self, gboolean show_table)
{
  if (self->show_table == show_table)
    return;
  self->show_table = show_table;
  if (show_table && self->table_view == NULL)
    make_table_view (self);
  gtk_stack_set_visible_child_name (self->stack, show_table ? "table" : "chart");
  if (self->table)
    show_breakdown (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TABLE]);
}

static void
set_key (AmpBreakdownCard *self, const char *code)
{
  g_free (self->key_code);
  self->key_code = g_strdup (code);
  gtk_widget_set_visible (GTK_WIDGET (self->level_switch), amp_card_key_is_by_place (self->key_code));
}

static void
amp_breakdown_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AmpBreakdownCard *self = AMP_BREAKDOWN_CARD (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else if (id == PROP_KEY)
    g_value_set_string (value, self->key_code);
  else if (id == PROP_LEVEL)
    g_value_set_uint (value, gtk_drop_down_get_selected (self->level_switch));
  else if (id == PROP_SHOW_TABLE)
    g_value_set_boolean (value, self->show_table);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_breakdown_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AmpBreakdownCard *self = AMP_BREAKDOWN_CARD (object);

  if (id == PROP_TITLE)
    {
      g_free (self->title);
      self->title = g_value_dup_string (value);
      g_object_notify_by_pspec (object, pspec);
    }
  else if (id == PROP_KEY)
    set_key (self, g_value_get_string (value));
  else if (id == PROP_LEVEL)
    gtk_drop_down_set_selected (self->level_switch, g_value_get_uint (value));
  else if (id == PROP_SHOW_TABLE)
    set_show_table (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_breakdown_card_dispose (GObject *object)
{
  AmpBreakdownCard *self = AMP_BREAKDOWN_CARD (object);

  g_clear_pointer (&self->table, amp_table_unref);
  self->table_view = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), AMP_TYPE_BREAKDOWN_CARD);
  G_OBJECT_CLASS (amp_breakdown_card_parent_class)->dispose (object);
}

static void
amp_breakdown_card_finalize (GObject *object)
{
  AmpBreakdownCard *self = AMP_BREAKDOWN_CARD (object);

  g_free (self->title);
  g_free (self->key_code);
  G_OBJECT_CLASS (amp_breakdown_card_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AMP_TYPE_CHART_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-breakdown-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpBreakdownCard, content);
  gtk_widget_class_bind_template_child (widget_class, AmpBreakdownCard, level_switch);
  gtk_widget_class_bind_template_child (widget_class, AmpBreakdownCard, table_toggle);
  gtk_widget_class_bind_template_child (widget_class, AmpBreakdownCard, stack);
  gtk_widget_class_bind_template_child (widget_class, AmpBreakdownCard, chart_view);
  gtk_widget_class_bind_template_child (widget_class, AmpBreakdownCard, table_place);
  gtk_widget_class_bind_template_child (widget_class, AmpBreakdownCard, all_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_level_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
}

static void
amp_breakdown_card_class_init (AmpBreakdownCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amp_breakdown_card_get_property;
  object_class->set_property = amp_breakdown_card_set_property;
  object_class->dispose = amp_breakdown_card_dispose;
  object_class->finalize = amp_breakdown_card_finalize;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_breakdown_card_refresh;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, "category", flags);
  properties[PROP_LEVEL] = g_param_spec_uint ("level", NULL, NULL, 0, AMP_N_CARD_LEVELS - 1, 0, flags);
  properties[PROP_SHOW_TABLE] = g_param_spec_boolean ("show-table", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
amp_breakdown_card_init (AmpBreakdownCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_breakdown_card_new (void)
{
  return g_object_new (AMP_TYPE_BREAKDOWN_CARD, NULL);
}
