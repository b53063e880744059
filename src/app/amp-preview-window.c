/* AmpPreviewWindow: see the header.
 *
 * Invariant: the pages borrow from the document, and the views from the pages:
 * they go in that order. */
#define G_LOG_DOMAIN "amp-preview-window"

#include "amp-preview-window.h"

#include <glib/gi18n-lib.h>

#include "amp-dialog-width.h"
#include "amp-page-view.h"
#include "amp-pages.h"

struct _AmpPreviewWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkBox          *page_box;
  AdwStatusPage   *failure;
  GtkWidget       *print_button;

  /* Owned */
  AmpJob        *job;
  AmpReportWork *work;
  AmpPages      *pages;

  gboolean prints;
};

G_DEFINE_FINAL_TYPE (AmpPreviewWindow, amp_preview_window, ADW_TYPE_WINDOW)

/* The paper that was chosen decides where lines and pages break. */
static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, AmpPreviewWindow *self)
{
  AmpPageSize size = AMP_PAGE_A4;
  AmpPages   *pages;

  size.width = gtk_print_context_get_width (context);
  size.height = gtk_print_context_get_height (context);
  size.margin = MIN (size.margin, MIN (size.width, size.height) / 8);
  pages = amp_pages_new (self->work->document, size);
  gtk_print_operation_set_n_pages (operation, (int) amp_pages_get_n_pages (pages));
  g_object_set_data_full (G_OBJECT (operation), "pages", pages, (GDestroyNotify) amp_pages_free);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, AmpPreviewWindow *self)
{
  amp_pages_draw (g_object_get_data (G_OBJECT (operation), "pages"), gtk_print_context_get_cairo_context (context), (guint) page, FALSE);
}

static GtkPrintOperation *
create_operation (AmpPreviewWindow *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, self->work->document->title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (on_begin_print), self, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw_page), self, 0);
  return operation;
}

static void
show_print_failure (AmpPreviewWindow *self, const GError *error)
{
  /* translators: the reason why printing failed */
  g_autofree char *message = g_strdup_printf (_ ("Could not print: %s"), error->message);
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
on_print (AmpPreviewWindow *self)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (self->pages == NULL)
    return;
  operation = create_operation (self);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    show_print_failure (self, error);
}

static void
on_print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_print (AMP_PREVIEW_WINDOW (widget));
}

gboolean
amp_preview_window_export_pdf (AmpPreviewWindow *self, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (AMP_IS_PREVIEW_WINDOW (self) && self->pages != NULL && path != NULL, FALSE);

  operation = create_operation (self);
  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (self), error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}

static void
show_pages (AmpPreviewWindow *self)
{
  self->pages = amp_pages_new (self->work->document, AMP_PAGE_A4);
  for (guint page = 0; page < amp_pages_get_n_pages (self->pages); page++)
    gtk_box_append (self->page_box, amp_page_view_new (self->pages, page));
  gtk_widget_set_sensitive (self->print_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  if (self->prints)
    on_print (self);
}

static void
on_made (gpointer owner, gpointer result, const GError *error)
{
  AmpPreviewWindow *self = owner;

  g_clear_object (&self->job);
  if (result == NULL)
    {
      g_autofree char *reason = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failure, reason);
      gtk_stack_set_visible_child_name (self->stack, "failure");
      return;
    }
  self->work = amp_report_work_steal (result);
  show_pages (self);
}

static const AmpJobKind pages_job = {
  .work = amp_report_work_run,
  .done = on_made,
  .free_input = amp_report_work_input_free,
  .free_result = (GDestroyNotify) amp_report_work_free,
};

static void
clear_pages (AmpPreviewWindow *self)
{
  GtkWidget *child;

  while (self->page_box != NULL && (child = gtk_widget_get_first_child (GTK_WIDGET (self->page_box))) != NULL)
    gtk_box_remove (self->page_box, child);
  g_clear_pointer (&self->pages, amp_pages_free);
  g_clear_pointer (&self->work, amp_report_work_free);
}

static void
amp_preview_window_dispose (GObject *object)
{
  AmpPreviewWindow *self = AMP_PREVIEW_WINDOW (object);

  amp_job_clear (&self->job);
  clear_pages (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_PREVIEW_WINDOW);
  G_OBJECT_CLASS (amp_preview_window_parent_class)->dispose (object);
}

static void
amp_preview_window_class_init (AmpPreviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_preview_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-preview-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpPreviewWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AmpPreviewWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AmpPreviewWindow, page_box);
  gtk_widget_class_bind_template_child (widget_class, AmpPreviewWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, AmpPreviewWindow, print_button);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, on_print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
amp_preview_window_init (AmpPreviewWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AmpPreviewWindow *
amp_preview_window_new (GtkWindow *parent, AmpCase *opened, AmpFilter *filter, AmpReportWorkKind kind, gboolean prints)
{
  AmpPreviewWindow *self;

  g_return_val_if_fail (AMP_IS_CASE (opened), NULL);

  self = g_object_new (AMP_TYPE_PREVIEW_WINDOW, "transient-for", parent, NULL);
  amp_dialog_width_fit (GTK_WINDOW (self));
  self->prints = prints;
  self->job = amp_job_start (&pages_job, amp_report_work_input_new (opened, filter, kind), self, NULL);
  return self;
}

guint
amp_preview_window_get_n_pages (AmpPreviewWindow *self)
{
  g_return_val_if_fail (AMP_IS_PREVIEW_WINDOW (self), 0);

  return self->pages != NULL ? amp_pages_get_n_pages (self->pages) : 0;
}
