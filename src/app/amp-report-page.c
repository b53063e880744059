/* AmpReportPage: see the header. */
#define G_LOG_DOMAIN "amp-report-page"

#include "amp-report-page.h"

#include "amp-notification-card.h"
#include "amp-preview-window.h"
#include "amp-severity-card.h"

struct _AmpReportPage
{
  AmpCaseView parent_instance;

  /* Template */
  GtkWidget           *scroll;
  AmpNotificationCard *notification_card;
};

G_DEFINE_FINAL_TYPE (AmpReportPage, amp_report_page, AMP_TYPE_CASE_VIEW)

static void
show_pages (AmpReportPage *self, AmpReportWorkKind kind, gboolean prints)
{
  AmpCase *opened = amp_case_view_get_case (AMP_CASE_VIEW (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (opened == NULL)
    return;
  /* What was typed a moment ago is part of the pages. */
  amp_notification_card_save (self->notification_card);
  gtk_window_present (GTK_WINDOW (amp_preview_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, opened, amp_case_view_get_filter (AMP_CASE_VIEW (self)), kind, prints)));
}

static void
on_preview (AmpReportPage *self)
{
  show_pages (self, AMP_REPORT_WORK_REPORT, FALSE);
}

static void
on_print (AmpReportPage *self)
{
  show_pages (self, AMP_REPORT_WORK_REPORT, TRUE);
}

static void
on_preview_notification (AmpReportPage *self)
{
  show_pages (self, AMP_REPORT_WORK_NOTIFICATION, FALSE);
}

static void
on_severity_changed (AmpReportPage *self)
{
  amp_notification_card_update (self->notification_card);
}

static void
amp_report_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_REPORT_PAGE);
  G_OBJECT_CLASS (amp_report_page_parent_class)->dispose (object);
}

static void
amp_report_page_class_init (AmpReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_report_page_dispose;
  g_type_ensure (AMP_TYPE_NOTIFICATION_CARD);
  g_type_ensure (AMP_TYPE_SEVERITY_CARD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpReportPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, AmpReportPage, notification_card);
  gtk_widget_class_bind_template_callback (widget_class, on_preview);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_notification);
  gtk_widget_class_bind_template_callback (widget_class, on_severity_changed);
}

static void
amp_report_page_init (AmpReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
