/* AmpNobodyView: one of two status pages. */
#include "amp-nobody-view.h"

struct _AmpNobodyView
{
  AmpCaseView parent_instance;

  /* Template; disposing of it unparents what is bound */
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (AmpNobodyView, amp_nobody_view, AMP_TYPE_CASE_VIEW)

static void
amp_nobody_view_refresh (AmpCaseView *view)
{
  AmpNobodyView *self = AMP_NOBODY_VIEW (view);
  gboolean       is_filtered = !amp_selection_is_empty (amp_filter_get_selection (amp_case_view_get_filter (view)));

  gtk_stack_set_visible_child_name (self->stack, is_filtered ? "filtered" : "empty");
}

static void
on_clear_clicked (AmpNobodyView *self)
{
  amp_filter_clear (amp_case_view_get_filter (AMP_CASE_VIEW (self)));
}

static void
amp_nobody_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_NOBODY_VIEW);
  G_OBJECT_CLASS (amp_nobody_view_parent_class)->dispose (object);
}

static void
amp_nobody_view_class_init (AmpNobodyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_nobody_view_dispose;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_nobody_view_refresh;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-nobody-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpNobodyView, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
}

static void
amp_nobody_view_init (AmpNobodyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
