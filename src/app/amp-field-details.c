/* AmpFieldDetails: see the header. */
#define G_LOG_DOMAIN "amp-field-details"

#include "amp-field-details.h"

#include <glib/gi18n-lib.h>

#include "amp-evidence.h"
#include "amp-field-text.h"

struct _AmpFieldDetails
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkLabel       *title;
  GtkGrid        *facts;
  GtkLabel       *evidence_title;
  GtkLabel       *evidence;
  GtkCheckButton *ignore_button;

  /* Owned */
  AmpField *field;
};

G_DEFINE_FINAL_TYPE (AmpFieldDetails, amp_field_details, GTK_TYPE_POPOVER)

static void
add_fact (AmpFieldDetails *self, int row, const char *title, char *value)
{
  GtkWidget *title_label = gtk_label_new (title);
  GtkWidget *value_label = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (title_label), 1);
  gtk_label_set_yalign (GTK_LABEL (title_label), 0);
  gtk_widget_add_css_class (title_label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (value_label), 0);
  gtk_label_set_wrap (GTK_LABEL (value_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value_label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (value_label), 28);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value_label), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title_label, NULL, -1);
  gtk_grid_attach (self->facts, title_label, 0, row, 1, 1);
  gtk_grid_attach (self->facts, value_label, 1, row, 1, 1);
  g_free (value);
}

static void
show_facts (AmpFieldDetails *self)
{
  int row = 0;

  add_fact (self, row++, _ ("Type"), amp_field_text_dup_type (self->field));
  add_fact (self, row++, _ ("Category"), amp_field_text_dup_category (self->field));
  add_fact (self, row++, _ ("Sensitivity"), amp_field_text_dup_sensitivity_and_article (self->field));
  add_fact (self, row++, _ ("Shape"), amp_field_text_dup_shape (self->field));
  add_fact (self, row++, _ ("Filled"), amp_field_text_dup_filled (self->field));
  if (amp_field_get_valid (self->field) >= 0)
    add_fact (self, row++, _ ("Valid"), amp_field_text_dup_valid (self->field));
  add_fact (self, row++, _ ("Confidence"), amp_field_text_dup_confidence (self->field));
}

static void
show_evidence (AmpFieldDetails *self)
{
  g_auto (GStrv) sentences = amp_evidence_dup_sentences (amp_field_get_evidence (self->field));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; sentences[i] != NULL; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", sentences[i]);
  gtk_label_set_text (self->evidence, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), text->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_title), text->len > 0);
}

static void
amp_field_details_dispose (GObject *object)
{
  AmpFieldDetails *self = AMP_FIELD_DETAILS (object);

  g_clear_object (&self->field);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_FIELD_DETAILS);

  G_OBJECT_CLASS (amp_field_details_parent_class)->dispose (object);
}

static void
amp_field_details_class_init (AmpFieldDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_field_details_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-field-details.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpFieldDetails, title);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldDetails, facts);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldDetails, evidence_title);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldDetails, evidence);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldDetails, ignore_button);
}

static void
amp_field_details_init (AmpFieldDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static AmpFieldDetails *
create (AmpField *field)
{
  AmpFieldDetails *self = g_object_new (AMP_TYPE_FIELD_DETAILS, NULL);
  g_autofree char *header = NULL;

  self->field = g_object_ref (field);
  header = amp_field_text_dup_header (field);
  gtk_label_set_text (self->title, header);
  show_facts (self);
  show_evidence (self);
  return self;
}

GtkWidget *
amp_field_details_new (AmpField *field)
{
  AmpFieldDetails *self;

  g_return_val_if_fail (AMP_IS_FIELD (field), NULL);

  self = create (field);
  g_object_bind_property (field, "ignored", self->ignore_button, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return GTK_WIDGET (self);
}

GtkWidget *
amp_field_details_new_settled (AmpField *field)
{
  AmpFieldDetails *self;

  g_return_val_if_fail (AMP_IS_FIELD (field), NULL);

  self = create (field);
  gtk_widget_set_visible (GTK_WIDGET (self->ignore_button), FALSE);
  return GTK_WIDGET (self);
}
