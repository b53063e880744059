/* AmpSeverityCard: see the header.
 *
 * Invariant: rows that were added to a group are remembered, and removed before
 * others are shown. */
#define G_LOG_DOMAIN "amp-severity-card"

#include "amp-severity-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "amp-adjust-dialog.h"
#include "amp-case-severity.h"
#include "amp-display-text.h"
#include "amp-fact-rows.h"
#include "amp-figure-text.h"
#include "amp-severity-bar.h"
#include "amp-severity-spread.h"

/* Places come by thousands; the gravest and largest are at the head. */
#define MAX_GROUPS 12

struct _AmpSeverityCard
{
  AmpCaseView parent_instance;

  /* Template */
  GtkWidget           *content;
  AdwPreferencesGroup *result_group;
  AdwPreferencesGroup *parts_group;
  AdwPreferencesGroup *spread_group;
  GtkDropDown         *key_drop;

  /* Owned */
  GPtrArray   *rows; /* of Placed */
  AmpSeverity *severity;
  GPtrArray   *adjustments;
};

/* A row and the group that holds it. */
typedef struct
{
  AdwPreferencesGroup *group;
  GtkWidget           *row;
} Placed;

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpSeverityCard, amp_severity_card, AMP_TYPE_CASE_VIEW)

/* In the order of the template's list. */
/* clang-format off */
static const AmpKey keys[] = { AMP_KEY_REGION, AMP_KEY_DEPARTEMENT, AMP_KEY_EPCI, AMP_KEY_COMMUNE, AMP_KEY_AGE, AMP_KEY_SEX, AMP_KEY_COMBINATION };
/* clang-format on */

static void
add (AmpSeverityCard *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  Placed *placed = g_new0 (Placed, 1);

  placed->group = group;
  placed->row = row;
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, placed);
}

static void
clear_group (AmpSeverityCard *self, AdwPreferencesGroup *group)
{
  for (guint i = self->rows->len; i-- > 0;)
    {
      const Placed *placed = g_ptr_array_index (self->rows, i);

      if (group != NULL && placed->group != group)
        continue;
      adw_preferences_group_remove (placed->group, placed->row);
      g_ptr_array_remove_index (self->rows, i);
    }
}

static const AmpSeverityAdjustment *
find_adjustment (AmpSeverityCard *self, AmpSeverityPart part)
{
  for (guint i = 0; i < self->adjustments->len; i++)
    {
      const AmpSeverityAdjustment *adjustment = g_ptr_array_index (self->adjustments, i);

      if (adjustment->part == part)
        return adjustment;
    }
  return NULL;
}

static void
show_failure (AmpSeverityCard *self, const GError *error)
{
  add (self, self->result_group, amp_fact_row_new (_ ("The severity cannot be told"), error->message, ""));
}

static void
on_adjusted (AmpAdjustDialog *dialog, const AmpSeverityAdjustment *adjustment, AmpSeverityCard *self)
{
  AmpCase *opened = amp_case_view_get_case (AMP_CASE_VIEW (self));
  g_autoptr (GError) error = NULL;
  gboolean is_written;

  if (opened == NULL)
    return;
  is_written = adjustment != NULL ? amp_case_set_adjustment (opened, adjustment, &error) : amp_case_reset_adjustment (opened, amp_adjust_dialog_get_part (dialog), &error);
  amp_case_view_refresh (AMP_CASE_VIEW (self));
  if (!is_written)
    show_failure (self, error);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_adjust_clicked (GtkButton *button, AmpSeverityCard *self)
{
  AmpSeverityPart   part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "part"));
  AmpCase          *opened = amp_case_view_get_case (AMP_CASE_VIEW (self));
  const AmpMandate *mandate = amp_case_get_facts (opened)->mandate;
  GtkRoot          *root = gtk_widget_get_root (GTK_WIDGET (self));
  AmpAdjustDialog  *dialog = amp_adjust_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, part, self->severity, find_adjustment (self, part), mandate != NULL ? mandate->analyst : NULL);

  g_signal_connect_object (dialog, "adjusted", G_CALLBACK (on_adjusted), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const char *
find_value_label (AmpSeverityPart part, double value)
{
  for (guint i = 0; i < amp_severity_part_get_n_values (part); i++)
    if (amp_severity_part_get_value (part, i) == value)
      return amp_severity_part_get_value_label (part, i);
  return _ ("none of these data");
}

/* What the value means and, where the analyst set it, who did, when and why. */
static char *
dup_subtitle (AmpSeverityCard *self, AmpSeverityPart part)
{
  const AmpSeverityAdjustment *adjustment = find_adjustment (self, part);
  const char                  *label = find_value_label (part, self->severity->parts[part]);
  g_autofree char             *analyst = NULL;
  g_autofree char             *reason = NULL;

  if (adjustment == NULL)
    return g_strdup (label);
  analyst = amp_display_text_escape (adjustment->analyst);
  reason = amp_display_text_escape_message (adjustment->reason);
  /* translators: what a value means; the computed value; who set another one, when and why */
  return g_strdup_printf (_ ("%s. Computed: %g. Set by %s on %s: %s"), label, MAX (self->severity->computed_parts[part], 0), analyst, adjustment->time != NULL ? adjustment->time : "–", reason);
}

static GtkWidget *
create_adjust_button (AmpSeverityCard *self, AmpSeverityPart part)
{
  GtkWidget       *button = gtk_button_new_with_mnemonic (_ ("Adjust…"));
  g_autofree char *name = g_strdup_printf (_ ("Adjust: %s"), amp_severity_part_get_label (part));

  g_object_set_data (G_OBJECT (button), "part", GUINT_TO_POINTER (part));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_adjust_clicked), self, 0);
  return button;
}

static void
show_part (AmpSeverityCard *self, AmpSeverityPart part)
{
  g_autofree char *subtitle = dup_subtitle (self, part);
  g_autofree char *value = g_strdup_printf ("%g", self->severity->parts[part]);
  GtkWidget       *row = amp_fact_row_new (amp_severity_part_get_label (part), subtitle, value);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_adjust_button (self, part));
  add (self, self->parts_group, row);
}

/* How the score comes about, where there are data: without, there is nothing to
 * multiply. */
static char *
dup_note (const AmpSeverity *severity)
{
  /* translators: the name of the band on the scale of the French authority */
  g_autofree char *cnil = g_strdup_printf (_ ("On the CNIL’s scale: %s"), amp_severity_band_get_cnil_label (severity->band));

  if (severity->dpc == 0)
    return g_steal_pointer (&cnil);
  return g_strdup_printf ("SE = %u × %.2f + %.2f\n%s", severity->dpc, severity->ei, severity->cb, cnil);
}

static void
show_result (AmpSeverityCard *self, AmpTable *bands)
{
  const AmpSeverity *severity = self->severity;
  gint64             persons[AMP_N_SEVERITY_BANDS];
  g_autofree char   *score = g_strdup_printf ("%.2f", severity->score);
  g_autofree char   *note = dup_note (severity);
  g_autofree char   *spread = NULL;
  GtkWidget         *bar = amp_severity_bar_new ();
  GtkWidget         *row;

  for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    persons[band] = amp_table_find_row (bands, amp_severity_band_get_code (band))->persons;
  spread = amp_severity_bar_dup_text (persons);
  amp_severity_bar_set_bands (AMP_SEVERITY_BAR (bar), persons);
  add (self, self->result_group, amp_fact_row_new (amp_severity_band_get_label (severity->band), note, score));
  if (severity->is_adjusted)
    {
      g_autofree char *computed = g_strdup_printf ("%.2f", severity->computed_score);

      add (self, self->result_group, amp_fact_row_new (_ ("Computed, without adjustments"), amp_severity_band_get_label (severity->computed_band), computed));
    }
  if (severity->is_many_people)
    add (self, self->result_group, amp_fact_row_new (_ ("Flag"), _ ("More than 100 people"), ""));
  if (severity->is_unintelligible)
    add (self, self->result_group, amp_fact_row_new (_ ("Flag"), _ ("The data are unintelligible (encrypted or hashed)"), ""));
  row = amp_fact_row_new (_ ("Persons by severity"), spread, "");
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  add (self, self->result_group, row);
}

static void
show_reasons (AmpSeverityCard *self)
{
  GtkWidget *expander = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", _ ("Reasons"), NULL);

  for (guint i = 0; self->severity->reasons[i] != NULL; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), amp_fact_row_new (self->severity->reasons[i], NULL, ""));
  add (self, self->result_group, expander);
}

static void
show_group (AmpSeverityCard *self, const AmpSeveritySpread *group)
{
  g_autofree char *label = amp_display_text_escape (group->label[0] != '\0' ? group->label : group->code);
  g_autofree char *spread = amp_severity_bar_dup_text (group->bands);
  g_autofree char *score = g_strdup_printf ("%.2f", group->score);
  GtkWidget       *row = amp_fact_row_new (label, spread, score);
  GtkWidget       *bar = amp_severity_bar_new ();

  amp_severity_bar_set_bands (AMP_SEVERITY_BAR (bar), group->bands);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  add (self, self->spread_group, row);
}

static void
show_groups (AmpSeverityCard *self)
{
  AmpCase   *opened = amp_case_view_get_case (AMP_CASE_VIEW (self));
  AmpFilter *filter = amp_case_view_get_filter (AMP_CASE_VIEW (self));
  AmpKey     key = keys[MIN (gtk_drop_down_get_selected (self->key_drop), G_N_ELEMENTS (keys) - 1)];
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  clear_group (self, self->spread_group);
  if (opened == NULL || filter == NULL)
    return;
  groups = amp_case_spread_severity (opened, key, amp_filter_get_selection (filter), NULL, &error);
  for (guint i = 0; groups != NULL && i < MIN (groups->len, MAX_GROUPS); i++)
    show_group (self, g_ptr_array_index (groups, i));
  if (groups != NULL && groups->len > MAX_GROUPS)
    {
      g_autofree char *more = amp_figure_text_count (groups->len - MAX_GROUPS);
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %s more with fewer persons", "And %s more with fewer persons", groups->len - MAX_GROUPS), more);

      add (self, self->spread_group, amp_fact_row_new (text, NULL, ""));
    }
}

static gboolean
assess (AmpSeverityCard *self, AmpTable **bands, GError **error)
{
  AmpCase            *opened = amp_case_view_get_case (AMP_CASE_VIEW (self));
  const AmpSelection *selection = amp_filter_get_selection (amp_case_view_get_filter (AMP_CASE_VIEW (self)));

  g_clear_pointer (&self->severity, amp_severity_free);
  g_clear_pointer (&self->adjustments, g_ptr_array_unref);
  self->adjustments = amp_case_list_adjustments (opened, error);
  if (self->adjustments == NULL)
    return FALSE;
  self->severity = amp_case_assess_severity (opened, selection, NULL, error);
  if (self->severity == NULL)
    return FALSE;
  *bands = amp_case_tabulate_severity (opened, selection, NULL, error);
  return *bands != NULL;
}

static void
amp_severity_card_refresh (AmpCaseView *view)
{
  AmpSeverityCard *self = AMP_SEVERITY_CARD (view);
  g_autoptr (AmpTable) bands = NULL;
  g_autoptr (GError) error = NULL;

  clear_group (self, NULL);
  if (!assess (self, &bands, &error))
    {
      show_failure (self, error);
      return;
    }
  show_result (self, bands);
  show_reasons (self);
  for (guint part = 0; part < AMP_N_SEVERITY_PARTS; part++)
    if (self->severity->parts[part] >= 0)
      show_part (self, part);
  show_groups (self);
}

static void
amp_severity_card_dispose (GObject *object)
{
  AmpSeverityCard *self = AMP_SEVERITY_CARD (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->severity, amp_severity_free);
  g_clear_pointer (&self->adjustments, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_SEVERITY_CARD);
  G_OBJECT_CLASS (amp_severity_card_parent_class)->dispose (object);
}

static void
amp_severity_card_class_init (AmpSeverityCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_severity_card_dispose;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_severity_card_refresh;
  signals[CHANGED] = g_signal_new ("changed", AMP_TYPE_SEVERITY_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-severity-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpSeverityCard, content);
  gtk_widget_class_bind_template_child (widget_class, AmpSeverityCard, result_group);
  gtk_widget_class_bind_template_child (widget_class, AmpSeverityCard, parts_group);
  gtk_widget_class_bind_template_child (widget_class, AmpSeverityCard, spread_group);
  gtk_widget_class_bind_template_child (widget_class, AmpSeverityCard, key_drop);
  gtk_widget_class_bind_template_callback (widget_class, show_groups);
}

static void
amp_severity_card_init (AmpSeverityCard *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
