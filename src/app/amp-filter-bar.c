/* AmpFilterBar: what is filtered, and all that can be done with it.
 *
 * Invariant: one chip a term of the filter, in the filter's order; actions are
 * enabled where they would do something. */
#include "amp-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "amp-filter-chip.h"
#include "amp-filter-panel.h"
#include "amp-saved-filters.h"
#include "amp-selection-text.h"
#include "amp-undo-toast.h"

struct _AmpFilterBar
{
  AmpCaseView parent_instance;

  /* Template */
  GtkWidget     *content;
  GtkMenuButton *filter_button;
  GtkMenuButton *saved_button;
  GtkWidget     *everybody_label;
  GtkBox        *chips;
  GtkWidget     *clear_button;

  /* Owned */
  GSignalGroup *filter_signals;
};

G_DEFINE_FINAL_TYPE (AmpFilterBar, amp_filter_bar, AMP_TYPE_CASE_VIEW)

static GtkWidget *
get_chip (AmpFilterBar *self, int position)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  while (chip && position-- > 0 && gtk_widget_get_next_sibling (chip))
    chip = gtk_widget_get_next_sibling (chip);
  return chip;
}

static int
get_focused (AmpFilterBar *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->chips));
  int        position = 0;

  if (!focused)
    return -1;
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != focused; chip = gtk_widget_get_next_sibling (chip))
    position++;
  return position;
}

static void
on_chip_removed (AmpFilterBar *self, AmpFilterChip *chip)
{
  g_autofree char *code = g_strdup (amp_filter_chip_get_code (chip));

  amp_filter_remove (amp_case_view_get_filter (AMP_CASE_VIEW (self)), amp_filter_chip_get_key (chip), code);
}

static void
add_chip (AmpFilterBar *self, const AmpSelectionTerm *term)
{
  g_autofree char *label = amp_selection_text_dup_term (amp_case_view_get_case (AMP_CASE_VIEW (self)), term);
  GtkWidget       *chip = amp_filter_chip_new (term->key, term->code, label);

  g_signal_connect_object (chip, "removed", G_CALLBACK (on_chip_removed), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->chips, chip);
}

static void
remove_chips (AmpFilterBar *self)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))))
    gtk_box_remove (self->chips, chip);
}

static void
update_actions (AmpFilterBar *self)
{
  AmpFilter *filter = amp_case_view_get_filter (AMP_CASE_VIEW (self));
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "filter.choose", filter != NULL);
  gtk_widget_action_set_enabled (widget, "filter.clear", filter != NULL && !amp_selection_is_empty (amp_filter_get_selection (filter)));
  gtk_widget_action_set_enabled (widget, "filter.undo", filter != NULL && amp_filter_can_undo (filter));
  gtk_widget_action_set_enabled (widget, "filter.redo", filter != NULL && amp_filter_can_redo (filter));
}

/* Whoever takes chips away with the keyboard goes on from where the last one
 * was. */
static void
amp_filter_bar_refresh (AmpCaseView *view)
{
  AmpFilterBar       *self = AMP_FILTER_BAR (view);
  const AmpSelection *selection = amp_filter_get_selection (amp_case_view_get_filter (view));
  gboolean            is_empty = amp_selection_is_empty (selection);
  int                 focused = get_focused (self);
  GtkWidget          *next;

  remove_chips (self);
  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    add_chip (self, amp_selection_get_term (selection, i));
  gtk_widget_set_visible (self->everybody_label, is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), !is_empty);
  gtk_widget_set_visible (self->clear_button, !is_empty);
  if (focused < 0)
    return;
  if ((next = get_chip (self, focused)))
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->filter_button));
}

static void
undo_clearing (gpointer owner, gpointer data)
{
  amp_filter_undo (owner);
}

static void
on_cleared (AmpFilterBar *self, AmpFilter *filter)
{
  amp_undo_toast_show (GTK_WIDGET (self), _ ("Filters cleared"), filter, undo_clearing, NULL, NULL);
}

static void
on_filter_notify (AmpFilterBar *self)
{
  g_signal_group_set_target (self->filter_signals, amp_case_view_get_filter (AMP_CASE_VIEW (self)));
  update_actions (self);
}

static void
on_saved_applied (AmpFilterBar *self)
{
  gtk_menu_button_popdown (self->saved_button);
}

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AmpFilterBar *self = AMP_FILTER_BAR (widget);
  AmpFilter    *filter = amp_case_view_get_filter (AMP_CASE_VIEW (self));

  if (filter == NULL)
    return;
  if (g_str_equal (name, "filter.choose"))
    gtk_menu_button_popup (self->filter_button);
  else if (g_str_equal (name, "filter.clear"))
    amp_filter_clear (filter);
  else if (g_str_equal (name, "filter.undo"))
    amp_filter_undo (filter);
  else
    amp_filter_redo (filter);
}

/* A popover that is open when its window goes would outlive it in GTK 4.8. */
static void
amp_filter_bar_unmap (GtkWidget *widget)
{
  AmpFilterBar *self = AMP_FILTER_BAR (widget);

  gtk_menu_button_popdown (self->filter_button);
  gtk_menu_button_popdown (self->saved_button);
  GTK_WIDGET_CLASS (amp_filter_bar_parent_class)->unmap (widget);
}

static void
amp_filter_bar_dispose (GObject *object)
{
  AmpFilterBar *self = AMP_FILTER_BAR (object);

  if (self->filter_signals != NULL)
    g_signal_group_set_target (self->filter_signals, NULL);
  g_clear_object (&self->filter_signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_FILTER_BAR);
  G_OBJECT_CLASS (amp_filter_bar_parent_class)->dispose (object);
}

static void
amp_filter_bar_class_init (AmpFilterBarClass *klass)
{
  static const char *const actions[] = { "filter.choose", "filter.clear", "filter.undo", "filter.redo" };
  GtkWidgetClass          *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_filter_bar_dispose;
  widget_class->unmap = amp_filter_bar_unmap;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_filter_bar_refresh;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, on_action);

  g_type_ensure (AMP_TYPE_FILTER_PANEL);
  g_type_ensure (AMP_TYPE_SAVED_FILTERS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpFilterBar, content);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterBar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterBar, saved_button);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterBar, everybody_label);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterBar, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_saved_applied);
}

static void
amp_filter_bar_init (AmpFilterBar *self)
{
  self->filter_signals = g_signal_group_new (AMP_TYPE_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "changed", G_CALLBACK (update_actions), self);
  g_signal_group_connect_swapped (self->filter_signals, "cleared", G_CALLBACK (on_cleared), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::filter", G_CALLBACK (on_filter_notify), NULL);
  update_actions (self);
}

GtkWidget *
amp_filter_bar_new (void)
{
  return g_object_new (AMP_TYPE_FILTER_BAR, NULL);
}
