/* AmpOverlapCard: two sources of the case.
 *
 * Invariant: figures are those of the sources chosen, or none are shown while
 * they are being counted. */
#include "amp-overlap-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "amp-category.h"
#include "amp-chart-view.h"
#include "amp-comparison.h"
#include "amp-display-text.h"
#include "amp-figure-text.h"
#include "amp-job.h"

struct _AmpOverlapCard
{
  AmpCaseView parent_instance;

  /* Template; disposing of it unparents those that are bound */
  GtkWidget    *content;
  AdwComboRow  *first_row;
  AdwComboRow  *second_row;
  GtkLabel     *only_first_label;
  GtkLabel     *both_label;
  AdwActionRow *both_row;
  GtkLabel     *only_second_label;
  AmpChartView *chart_view;

  /* Owned */
  AmpJob *job;

  gboolean is_listing;
};

G_DEFINE_FINAL_TYPE (AmpOverlapCard, amp_overlap_card, AMP_TYPE_CASE_VIEW)

/* What the worker needs. */
typedef struct
{
  AmpCase      *opened;
  guint         first;
  guint         second;
  AmpSelection *selection;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_object_unref (question->opened);
  amp_selection_free (question->selection);
  g_free (question);
}

static gpointer
count_in_worker (AmpJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question              *question = data;
  g_autofree AmpSourceOverlap *overlap = g_new0 (AmpSourceOverlap, 1);

  if (!amp_case_overlap (question->opened, question->first, question->second, question->selection, overlap, cancellable, error))
    return NULL;
  return g_steal_pointer (&overlap);
}

static void
show_count (GtkLabel *label, gint64 count)
{
  g_autofree char *text = amp_figure_text_count (count);

  gtk_label_set_label (label, text);
}

static void
add_bar (AmpSeries *series, const AmpSourceOverlap *overlap, guint category)
{
  g_autofree char *persons = amp_figure_text_count (overlap->newly[category]);
  g_autofree char *known = amp_figure_text_count (overlap->newly_known[category]);
  /* translators: of the persons of a bar, how many were in the first source, too */
  g_autofree char *detail = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s already known", "%s already known", overlap->newly_known[category]), known);
  AmpSeriesRow    *row = amp_series_add (series, amp_category_get_code (category), amp_category_get_label (category), (double) overlap->newly[category], persons);

  row->color = amp_category_get_sensitivity (category);
  amp_series_set_detail (series, amp_series_get_n_rows (series) - 1, detail);
}

/* The gravest first. */
static void
show_newly (AmpOverlapCard *self, const AmpSourceOverlap *overlap)
{
  g_autoptr (AmpSeries) series = amp_series_new (NULL, NULL);

  amp_series_set_empty_text (series, _ ("Nothing new"));
  for (int class = AMP_N_SENSITIVITIES - 1; class >= 0; class --)
    for (guint i = 0; i < AMP_N_CATEGORIES; i++)
      if (overlap->newly[i] > 0 && (int) amp_category_get_sensitivity (i) == class)
        add_bar (series, overlap, i);
  amp_chart_view_set_series (self->chart_view, series, TRUE);
}

static void
show_overlap (AmpOverlapCard *self, const AmpSourceOverlap *overlap)
{
  g_autofree char *richer = amp_figure_text_count (overlap->richer);
  /* translators: %s is a number of persons whom both sources hold */
  g_autofree char *note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Of %s of them the second exposes more categories", "Of %s of them the second exposes more categories", overlap->richer), richer);

  show_count (self->only_first_label, overlap->only_first);
  show_count (self->both_label, overlap->both);
  show_count (self->only_second_label, overlap->only_second);
  adw_action_row_set_subtitle (self->both_row, note);
  show_newly (self, overlap);
}

static void
show_nothing (AmpOverlapCard *self, const char *text)
{
  g_autoptr (AmpSeries) series = amp_series_new (NULL, NULL);

  gtk_label_set_label (self->only_first_label, "–");
  gtk_label_set_label (self->both_label, "–");
  gtk_label_set_label (self->only_second_label, "–");
  adw_action_row_set_subtitle (self->both_row, "");
  amp_series_set_empty_text (series, text);
  amp_chart_view_set_series (self->chart_view, series, FALSE);
}

static void
on_counted (gpointer owner, gpointer result, const GError *error)
{
  AmpOverlapCard *self = owner;

  g_clear_object (&self->job);
  if (result != NULL)
    show_overlap (self, result);
  else
    show_nothing (self, error->message);
}

static const AmpJobKind overlap_job = {
  .work = count_in_worker,
  .done = on_counted,
  .free_input = free_question,
  .free_result = g_free,
};

static guint
get_source (AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected == GTK_INVALID_LIST_POSITION ? 0 : selected + 1;
}

static AmpSelection *
dup_others (AmpOverlapCard *self)
{
  AmpSelection *others = amp_selection_copy (amp_filter_get_selection (amp_case_view_get_filter (AMP_CASE_VIEW (self))));

  amp_selection_remove (others, AMP_KEY_SOURCE, NULL);
  return others;
}

static void
amp_overlap_card_refresh (AmpCaseView *view)
{
  AmpOverlapCard *self = AMP_OVERLAP_CARD (view);
  guint           first = get_source (self->first_row);
  guint           second = get_source (self->second_row);
  Question       *question;

  amp_job_clear (&self->job);
  if (first == 0 || second == 0)
    return;
  if (first == second)
    {
      show_nothing (self, _ ("Choose two different sources"));
      return;
    }
  show_nothing (self, _ ("Counting…"));
  question = g_new (Question, 1);
  *question = (Question){ g_object_ref (amp_case_view_get_case (view)), first, second, dup_others (self) };
  self->job = amp_job_start (&overlap_job, question, self, question->opened);
}

static void
on_source_changed (AmpOverlapCard *self)
{
  if (!self->is_listing)
    amp_case_view_refresh (AMP_CASE_VIEW (self));
}

static void
amp_overlap_card_case_changed (AmpCaseView *view)
{
  AmpOverlapCard *self = AMP_OVERLAP_CARD (view);
  AmpCase        *opened = amp_case_view_get_case (view);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  amp_job_clear (&self->job);
  for (guint i = 0; opened != NULL && i < amp_case_get_facts (opened)->sources->len; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i + 1);
      g_autofree char *label = amp_case_dup_term_label (opened, AMP_KEY_SOURCE, code);
      g_autofree char *safe = amp_display_text_escape (label);

      gtk_string_list_append (names, safe);
    }
  self->is_listing = TRUE;
  adw_combo_row_set_model (self->first_row, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->second_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->second_row, MIN (1, MAX (g_list_model_get_n_items (G_LIST_MODEL (names)), 1) - 1));
  self->is_listing = FALSE;
}

/* These persons, whatever else is filtered on. */
static void
filter_sources (AmpOverlapCard *self, AmpTermMode first, AmpTermMode second)
{
  AmpFilter       *filter = amp_case_view_get_filter (AMP_CASE_VIEW (self));
  g_autofree char *first_code = g_strdup_printf ("%u", get_source (self->first_row));
  g_autofree char *second_code = g_strdup_printf ("%u", get_source (self->second_row));
  g_autoptr (AmpSelection) next = NULL;

  if (filter == NULL)
    return;
  next = dup_others (self);
  amp_selection_add_mode (next, AMP_KEY_SOURCE, first, first_code, NULL);
  amp_selection_add_mode (next, AMP_KEY_SOURCE, second, second_code, NULL);
  amp_filter_set_selection (filter, next);
}

static void
on_only_first_activated (AmpOverlapCard *self)
{
  filter_sources (self, AMP_TERM_ALL, AMP_TERM_NONE);
}

static void
on_both_activated (AmpOverlapCard *self)
{
  filter_sources (self, AMP_TERM_ALL, AMP_TERM_ALL);
}

static void
on_only_second_activated (AmpOverlapCard *self)
{
  filter_sources (self, AMP_TERM_NONE, AMP_TERM_ALL);
}

static void
on_bar_activated (AmpOverlapCard *self, const char *code)
{
  amp_case_view_toggle (AMP_CASE_VIEW (self), AMP_KEY_CATEGORY, code);
}

static void
amp_overlap_card_dispose (GObject *object)
{
  amp_job_clear (&AMP_OVERLAP_CARD (object)->job);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_OVERLAP_CARD);
  G_OBJECT_CLASS (amp_overlap_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AMP_TYPE_CHART_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-overlap-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpOverlapCard, content);
  gtk_widget_class_bind_template_child (widget_class, AmpOverlapCard, first_row);
  gtk_widget_class_bind_template_child (widget_class, AmpOverlapCard, second_row);
  gtk_widget_class_bind_template_child (widget_class, AmpOverlapCard, only_first_label);
  gtk_widget_class_bind_template_child (widget_class, AmpOverlapCard, both_label);
  gtk_widget_class_bind_template_child (widget_class, AmpOverlapCard, both_row);
  gtk_widget_class_bind_template_child (widget_class, AmpOverlapCard, only_second_label);
  gtk_widget_class_bind_template_child (widget_class, AmpOverlapCard, chart_view);
  gtk_widget_class_bind_template_callback (widget_class, on_source_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_only_first_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_both_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_only_second_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_bar_activated);
}

static void
amp_overlap_card_class_init (AmpOverlapCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = amp_overlap_card_dispose;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_overlap_card_refresh;
  AMP_CASE_VIEW_CLASS (klass)->case_changed = amp_overlap_card_case_changed;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
amp_overlap_card_init (AmpOverlapCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_overlap_card_new (void)
{
  return g_object_new (AMP_TYPE_OVERLAP_CARD, NULL);
}
