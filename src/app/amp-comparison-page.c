/* AmpComparisonPage: two groups of people side by side.
 *
 * Invariant: B is of the other case while there is one; both choosers, the
 * figures and the cards show the same two groups. */
#include "amp-comparison-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "amp-comparison-card.h"
#include "amp-comparison-figures.h"
#include "amp-compat.h"
#include "amp-group-chooser.h"
#include "amp-job.h"
#include "amp-overlap-card.h"
#include "amp-person-facts.h"
#include "amp-saved-comparisons.h"
#include "amp-split.h"

struct _AmpComparisonPage
{
  AmpCaseView parent_instance;

  /* Template; disposing of it unparents those that are bound */
  GtkWidget           *content;
  AmpGroupChooser     *first_chooser;
  AmpGroupChooser     *second_chooser;
  GtkWidget           *saved_button;
  AmpSavedComparisons *saved_comparisons;
  GtkWidget           *swap_button;
  GtkWidget           *other_button;
  GtkWidget           *filter_note;
  GtkWidget           *other_box;
  GtkLabel            *other_label;
  GtkWidget           *leave_button;
  GtkStack            *stack;
  GtkWidget           *ages_button;
  GtkWidget           *places_button;
  GtkWidget           *sources_button;
  GtkGrid             *figures_grid;
  AmpComparisonCard   *category_card;
  AmpComparisonCard   *place_card;
  AmpComparisonCard   *age_card;
  AmpComparisonCard   *sex_card;
  GtkWidget           *overlap_card;

  /* Owned */
  AmpFilter *groups[2];
  AmpCase   *other; /* nullable: the case that B is of */
  AmpJob    *job;
};

G_DEFINE_FINAL_TYPE (AmpComparisonPage, amp_comparison_page, AMP_TYPE_CASE_VIEW)

static gboolean
is_nothing_chosen (AmpComparisonPage *self)
{
  return self->other == NULL && amp_selection_equal (amp_filter_get_selection (self->groups[0]), amp_filter_get_selection (self->groups[1]));
}

static void
set_card_sides (AmpComparisonPage *self, const AmpComparisonSide *sides)
{
  amp_comparison_card_set_sides (self->category_card, sides);
  amp_comparison_card_set_sides (self->place_card, sides);
  amp_comparison_card_set_sides (self->age_card, sides);
  amp_comparison_card_set_sides (self->sex_card, sides);
}

static void
amp_comparison_page_refresh (AmpCaseView *view)
{
  AmpComparisonPage *self = AMP_COMPARISON_PAGE (view);
  AmpCase           *opened = amp_case_view_get_case (view);
  AmpComparisonSide  sides[2] = {
     { opened, amp_filter_get_selection (self->groups[0]) },
     { self->other != NULL ? self->other : opened, amp_filter_get_selection (self->groups[1]) },
  };

  gtk_widget_set_visible (self->filter_note, !amp_selection_is_empty (amp_filter_get_selection (amp_case_view_get_filter (view))));
  if (is_nothing_chosen (self))
    {
      gtk_stack_set_visible_child_name (self->stack, "choose");
      return;
    }
  amp_comparison_figures_show (self->figures_grid, sides);
  set_card_sides (self, sides);
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

/* Nothing that belongs to this case may be looked at in the other. */
static void
give_cases (AmpComparisonPage *self)
{
  AmpCase   *opened = amp_case_view_get_case (AMP_CASE_VIEW (self));
  AmpFilter *present = amp_case_view_get_filter (AMP_CASE_VIEW (self));

  g_object_set (self->first_chooser, "case", opened, "filter", self->groups[0], NULL);
  g_object_set (self->second_chooser, "case", self->other != NULL ? self->other : opened, "filter", self->groups[1], NULL);
  amp_group_chooser_set_present (self->first_chooser, present);
  amp_group_chooser_set_present (self->second_chooser, self->other != NULL ? NULL : present);
  gtk_widget_set_visible (self->other_box, self->other != NULL);
  amp_saved_comparisons_set_groups (self->saved_comparisons, opened, self->groups);
  gtk_widget_set_sensitive (self->saved_button, self->other == NULL);
  gtk_widget_set_sensitive (self->swap_button, self->other == NULL);
  gtk_widget_set_visible (self->overlap_card, self->other == NULL && opened != NULL && amp_case_get_facts (opened)->sources->len > 1);
}

static void
set_groups (AmpComparisonPage *self, const AmpSelection *first, const AmpSelection *second)
{
  amp_filter_set_selection (self->groups[0], first);
  amp_filter_set_selection (self->groups[1], second);
}

static void
set_other (AmpComparisonPage *self, AmpCase *other)
{
  g_set_object (&self->other, other);
  amp_filter_set_selection (self->groups[1], NULL);
  give_cases (self);
  amp_case_view_refresh (AMP_CASE_VIEW (self));
}

static void
amp_comparison_page_case_changed (AmpCaseView *view)
{
  AmpComparisonPage *self = AMP_COMPARISON_PAGE (view);
  AmpCase           *opened = amp_case_view_get_case (view);

  amp_job_clear (&self->job);
  g_clear_object (&self->other);
  set_card_sides (self, NULL);
  set_groups (self, NULL, NULL);
  give_cases (self);
  gtk_widget_set_visible (self->sources_button, opened != NULL && amp_case_get_facts (opened)->sources->len > 1);
}

static void
on_swap_clicked (AmpComparisonPage *self)
{
  g_autoptr (AmpSelection) first = amp_selection_copy (amp_filter_get_selection (self->groups[0]));
  g_autoptr (AmpSelection) second = amp_selection_copy (amp_filter_get_selection (self->groups[1]));

  set_groups (self, second, first);
}

static void
show_other (AmpComparisonPage *self, AmpCase *other)
{
  g_autofree char *base = g_path_get_basename (amp_case_get_path (other));
  g_autofree char *name = g_filename_display_name (base);
  /* translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_ ("B is of “%s”. Two finished cases are compared by their figures alone: the keys that told their persons apart are destroyed, so nobody can be matched. Somebody in both counts in both."), name);

  gtk_label_set_label (self->other_label, text);
  set_other (self, other);
}

static gpointer
open_in_worker (AmpJob *job, gpointer path, GCancellable *cancellable, GError **error)
{
  return amp_case_open (path, cancellable, error);
}

static void
on_other_opened (gpointer owner, gpointer result, const GError *error)
{
  AmpComparisonPage *self = owner;
  GtkWidget         *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char   *escaped = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;

  g_clear_object (&self->job);
  if (result != NULL)
    show_other (self, result);
  else if (toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), adw_toast_new (escaped));
}

static const AmpJobKind opening_job = {
  .work = open_in_worker,
  .done = on_other_opened,
  .free_input = g_free,
  .free_result = g_object_unref,
};

void
amp_comparison_page_open_other (AmpComparisonPage *self, const char *path)
{
  g_return_if_fail (AMP_IS_COMPARISON_PAGE (self) && path != NULL);

  amp_job_clear (&self->job);
  self->job = amp_job_start (&opening_job, g_strdup (path), self, NULL);
}

static void
on_other_chosen (gpointer owner, GPtrArray *files)
{
  g_autofree char *path = g_file_get_path (files->pdata[0]);

  if (path != NULL)
    amp_comparison_page_open_other (owner, path);
}

static void
on_other_clicked (AmpComparisonPage *self)
{
  GtkRoot             *root = gtk_widget_get_root (GTK_WIDGET (self));
  const AmpFileRequest request = {
    .purpose = AMP_FILE_OPEN,
    .title = _ ("Compare With Another Case"),
    .accept = _ ("_Open"),
    .pattern_name = _ ("Cases"),
    .pattern = "*.ampleur",
  };

  if (GTK_IS_WINDOW (root))
    amp_compat_choose_files (GTK_WINDOW (root), &request, self, on_other_chosen);
}

static void
on_leave_clicked (AmpComparisonPage *self)
{
  set_other (self, NULL);
}

static void
on_ages_clicked (AmpComparisonPage *self)
{
  g_autoptr (AmpSelection) minors = amp_selection_new ();
  g_autoptr (AmpSelection) adults = amp_selection_new ();

  for (guint band = 0; band < AMP_N_AGE_BANDS; band++)
    if (band != AMP_AGE_BAND_UNKNOWN)
      amp_selection_add (amp_age_band_is_minor (band) ? minors : adults, AMP_KEY_AGE, amp_age_band_get_code (band), NULL);
  set_groups (self, minors, adults);
}

static void
on_places_clicked (AmpComparisonPage *self)
{
  g_autoptr (AmpTable) communes = amp_case_tabulate (amp_case_view_get_case (AMP_CASE_VIEW (self)), AMP_KEY_COMMUNE, NULL, NULL, NULL);
  g_autoptr (AmpSelection) first = amp_selection_new ();
  g_autoptr (AmpSelection) second = amp_selection_new ();
  guint n_found = 0;

  for (guint i = 0; communes != NULL && i < amp_table_get_n_rows (communes) && n_found < 2; i++)
    if (amp_table_get_row (communes, i)->code[0] != '\0')
      amp_selection_add (n_found++ == 0 ? first : second, AMP_KEY_COMMUNE, amp_table_get_row (communes, i)->code, NULL);
  set_groups (self, first, second);
}

static void
on_sources_clicked (AmpComparisonPage *self)
{
  g_autoptr (AmpSelection) first = amp_selection_new ();
  g_autoptr (AmpSelection) second = amp_selection_new ();

  amp_selection_add (first, AMP_KEY_SOURCE, "1", NULL);
  amp_selection_add (second, AMP_KEY_SOURCE, "2", NULL);
  set_groups (self, first, second);
}

/* What a value means in a group, for the filter of all pages: a category comes besides
 * those that the group asks for; of places, ages and sexes a person has one. */
static AmpSelection *
narrow (AmpComparisonPage *self, guint side, AmpKey key, const char *code)
{
  g_autoptr (AmpSelection) selection = amp_selection_copy (amp_filter_get_selection (self->groups[side]));

  if (key != AMP_KEY_CATEGORY)
    amp_selection_remove_mode (selection, key, AMP_TERM_ANY);
  if (!amp_selection_add_mode (selection, key, key == AMP_KEY_CATEGORY ? AMP_TERM_ALL : AMP_TERM_ANY, code, NULL))
    return NULL;
  return g_steal_pointer (&selection);
}

static void
on_value_activated (AmpComparisonPage *self, guint side, guint key, const char *code)
{
  AmpFilter *filter = amp_case_view_get_filter (AMP_CASE_VIEW (self));
  g_autoptr (AmpSelection) selection = narrow (self, side, (AmpKey) key, code);

  if (selection != NULL && filter != NULL)
    amp_filter_set_selection (filter, selection);
}

AmpFilter *
amp_comparison_page_get_group (AmpComparisonPage *self, guint side)
{
  g_return_val_if_fail (AMP_IS_COMPARISON_PAGE (self) && side < 2, NULL);
  return self->groups[side];
}

static void
amp_comparison_page_dispose (GObject *object)
{
  AmpComparisonPage *self = AMP_COMPARISON_PAGE (object);

  amp_job_clear (&self->job);
  g_clear_object (&self->other);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_COMPARISON_PAGE);
  g_clear_object (&self->groups[0]);
  g_clear_object (&self->groups[1]);
  G_OBJECT_CLASS (amp_comparison_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, content);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, first_chooser);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, second_chooser);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, saved_button);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, saved_comparisons);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, swap_button);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, other_button);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, filter_note);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, other_box);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, other_label);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, leave_button);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, ages_button);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, places_button);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, sources_button);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, figures_grid);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, category_card);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, place_card);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, age_card);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, sex_card);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonPage, overlap_card);
}

static void
amp_comparison_page_class_init (AmpComparisonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_comparison_page_dispose;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_comparison_page_refresh;
  AMP_CASE_VIEW_CLASS (klass)->case_changed = amp_comparison_page_case_changed;

  g_type_ensure (AMP_TYPE_COMPARISON_CARD);
  g_type_ensure (AMP_TYPE_GROUP_CHOOSER);
  g_type_ensure (AMP_TYPE_OVERLAP_CARD);
  g_type_ensure (AMP_TYPE_SAVED_COMPARISONS);
  g_type_ensure (AMP_TYPE_SPLIT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-comparison-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_swap_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_other_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_ages_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_places_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_sources_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_value_activated);
}

static GtkLabel *
get_label (GtkWidget *button)
{
  return GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
}

/* In a narrow window, large text has room for a part of a label, or on several lines. */
static void
let_shrink (AmpComparisonPage *self)
{
  GtkWidget *const beginnings[] = { self->ages_button, self->places_button, self->sources_button };

  gtk_label_set_ellipsize (get_label (self->swap_button), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (get_label (self->other_button), PANGO_ELLIPSIZE_END);
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      gtk_label_set_wrap (get_label (beginnings[i]), TRUE);
      gtk_label_set_justify (get_label (beginnings[i]), GTK_JUSTIFY_CENTER);
    }
}

static void
amp_comparison_page_init (AmpComparisonPage *self)
{
  for (guint side = 0; side < 2; side++)
    {
      self->groups[side] = amp_filter_new ();
      g_signal_connect_object (self->groups[side], "changed", G_CALLBACK (amp_case_view_refresh), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_init_template (GTK_WIDGET (self));
  let_shrink (self);
  g_signal_connect (self, "notify::filter", G_CALLBACK (give_cases), NULL);
}

GtkWidget *
amp_comparison_page_new (void)
{
  return g_object_new (AMP_TYPE_COMPARISON_PAGE, NULL);
}
