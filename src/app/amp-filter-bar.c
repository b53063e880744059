/* AmpFilterBar: the filter as chips that can be taken away one by one.
 *
 * Invariant: one chip a term of the filter, in the filter's order. */
#include "amp-filter-bar.h"

#include "amp-filter-chip.h"
#include "amp-selection-text.h"

struct _AmpFilterBar
{
  AmpCaseView parent_instance;

  /* Template */
  GtkRevealer *revealer;
  GtkBox      *chips;
  GtkButton   *clear_button;
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

/* Whoever takes chips away with the keyboard goes on from where the last one
 * was. */
static void
amp_filter_bar_refresh (AmpCaseView *view)
{
  AmpFilterBar       *self = AMP_FILTER_BAR (view);
  const AmpSelection *selection = amp_filter_get_selection (amp_case_view_get_filter (view));
  int                 focused = get_focused (self);
  GtkWidget          *next;

  remove_chips (self);
  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    add_chip (self, amp_selection_get_term (selection, i));
  gtk_revealer_set_reveal_child (self->revealer, !amp_selection_is_empty (selection));
  if (focused >= 0 && (next = get_chip (self, focused)))
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
}

static void
on_clear_clicked (AmpFilterBar *self)
{
  amp_filter_clear (amp_case_view_get_filter (AMP_CASE_VIEW (self)));
}

static void
amp_filter_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_FILTER_BAR);
  G_OBJECT_CLASS (amp_filter_bar_parent_class)->dispose (object);
}

static void
amp_filter_bar_class_init (AmpFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_filter_bar_dispose;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_filter_bar_refresh;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpFilterBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterBar, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
}

static void
amp_filter_bar_init (AmpFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_filter_bar_new (void)
{
  return g_object_new (AMP_TYPE_FILTER_BAR, NULL);
}
