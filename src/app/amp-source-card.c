/* AmpSourceCard: see the header. */
#define G_LOG_DOMAIN "amp-source-card"

#include "amp-source-card.h"

#include <glib/gi18n-lib.h>

#include "amp-figure-text.h"

struct _AmpSourceCard
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkFlowBox *facts;
};

G_DEFINE_FINAL_TYPE (AmpSourceCard, amp_source_card, ADW_TYPE_BIN)

/* clang-format off */
static const char *const encoding_names[] = {
  [AMP_ENCODING_UTF_8] = "UTF-8",
  [AMP_ENCODING_UTF_8_BOM] = "UTF-8 + BOM",
  [AMP_ENCODING_WINDOWS_1252] = "Windows-1252",
  [AMP_ENCODING_ISO_8859_15] = "ISO 8859-15",
  [AMP_ENCODING_UTF_16_LE] = "UTF-16 LE",
  [AMP_ENCODING_UTF_16_BE] = "UTF-16 BE",
  [AMP_ENCODING_CP850] = "CP 850",
  [AMP_ENCODING_MAC_ROMAN] = "Mac Roman",
};

static const char *const line_end_names[] = {
  [AMP_LINE_END_CRLF] = "CR LF",
  [AMP_LINE_END_LF] = "LF",
  [AMP_LINE_END_CR] = "CR",
  [AMP_LINE_END_MIXED] = N_("Mixed"),
};

static const struct { char character; const char *name; } character_names[] = {
  { ',', N_("Comma") },
  { ';', N_("Semicolon") },
  { '\t', N_("Tab") },
  { '|', N_("Vertical bar") },
  { ':', N_("Colon") },
  { ' ', N_("Space") },
  { '\x01', N_("Control-A") },
  { '"', N_("Double") },
  { '\'', N_("Single") },
  { '\0', N_("None") },
};
/* clang-format on */

static const char *
get_character_name (char character)
{
  for (guint i = 0; i < G_N_ELEMENTS (character_names); i++)
    if (character_names[i].character == character)
      return _ (character_names[i].name);
  return _ ("Other");
}

static void
add_fact (AmpSourceCard *self, const char *title, const char *value)
{
  GtkWidget *fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title_label = gtk_label_new (title);
  GtkWidget *value_label = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (title_label), 0);
  gtk_label_set_xalign (GTK_LABEL (value_label), 0);
  gtk_widget_add_css_class (title_label, "caption");
  gtk_widget_add_css_class (title_label, "dim-label");
  gtk_widget_add_css_class (value_label, "numeric");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value_label), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title_label, NULL, -1);
  gtk_box_append (GTK_BOX (fact), title_label);
  gtk_box_append (GTK_BOX (fact), value_label);
  gtk_flow_box_append (self->facts, fact);
  gtk_widget_set_focusable (gtk_widget_get_parent (fact), FALSE);
}

static char *
describe_records (gint64 estimate)
{
  if (estimate < 0)
    return g_strdup (_ ("Unknown"));
  g_autofree char *count = amp_figure_text_count (estimate);

  /* Translators: %s is an estimated number of records */
  return g_strdup_printf (_ ("about %s"), count);
}

static void
show_source (AmpSourceCard *self, AmpSource *source)
{
  const AmpDialect *dialect = amp_source_get_dialect (source);
  gint64            bytes = amp_source_get_bytes (source);
  g_autofree char  *size = bytes >= 0 ? g_format_size ((guint64) bytes) : g_strdup (_ ("Unknown"));
  g_autofree char  *records = describe_records (amp_source_get_records_estimate (source));
  g_autofree char  *n_fields = g_strdup_printf ("%u", dialect->n_fields);

  add_fact (self, _ ("Records"), records);
  add_fact (self, _ ("Fields"), n_fields);
  add_fact (self, _ ("Size"), size);
  if (amp_source_get_packing (source) != AMP_PACKING_NONE)
    {
      /* Translators: how a file is packed, such as “gzip”, and the size of its content in relation to its own */
      g_autofree char *packing = g_strdup_printf (_ ("%s, %.1f to 1"), amp_packing_get_code (amp_source_get_packing (source)), amp_source_get_ratio (source));
      add_fact (self, _ ("Packed"), packing);
    }
  add_fact (self, _ ("Encoding"), encoding_names[dialect->encoding]);
  add_fact (self, _ ("Delimiter"), get_character_name (dialect->delimiter));
  add_fact (self, _ ("Quotes"), get_character_name (dialect->quote));
  add_fact (self, _ ("Header"), dialect->has_header ? _ ("Yes") : _ ("No"));
  add_fact (self, _ ("Line ends"), _ (line_end_names[dialect->line_end]));
  if (dialect->preamble_lines > 0)
    {
      g_autofree char *lines = g_strdup_printf ("%u", dialect->preamble_lines);
      add_fact (self, _ ("Lines before the table"), lines);
    }
}

void
amp_source_card_set_source (AmpSourceCard *self, AmpSource *source)
{
  GtkWidget *fact;

  g_return_if_fail (AMP_IS_SOURCE_CARD (self));
  g_return_if_fail (source == NULL || AMP_IS_SOURCE (source));

  while ((fact = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_flow_box_remove (self->facts, fact);
  if (source != NULL)
    show_source (self, source);
}

static void
amp_source_card_dispose (GObject *object)
{
  /* The template would free the bin's own child under its feet. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_SOURCE_CARD);

  G_OBJECT_CLASS (amp_source_card_parent_class)->dispose (object);
}

static void
amp_source_card_class_init (AmpSourceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_source_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-source-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpSourceCard, facts);
}

static void
amp_source_card_init (AmpSourceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
