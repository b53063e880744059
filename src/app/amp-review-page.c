/* AmpReviewPage: see the header. */
#define G_LOG_DOMAIN "amp-review-page"

#include "amp-review-page.h"

#include <glib/gi18n-lib.h>

#include "amp-field-columns.h"
#include "amp-field-text.h"
#include "amp-place-basis-row.h"
#include "amp-source-card.h"

struct _AmpReviewPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkDropDown        *source_drop_down;
  AmpSourceCard      *source_card;
  AmpPlaceBasisRow   *place_basis_row;
  GtkSearchEntry     *search_entry;
  GtkToggleButton    *check_button;
  GtkLabel           *summary;
  GtkStack           *table_stack;
  GtkColumnView      *view;
  GtkSortListModel   *sorted;
  GtkFilterListModel *filtered;

  /* Owned */
  AmpInspection   *inspection;
  GListModel      *fields;
  GtkCustomFilter *filter;
  char            *needle;

  gboolean is_narrow;
};

enum
{
  PROP_0,
  PROP_INSPECTION,
  PROP_NARROW,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmpReviewPage, amp_review_page, ADW_TYPE_BIN)

static gboolean
contains (const char *text, const char *needle)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, needle) != NULL;
}

static gboolean
is_field_found (gpointer item, gpointer data)
{
  AmpReviewPage   *self = data;
  AmpField        *field = item;
  g_autofree char *header = NULL;
  g_autofree char *category = NULL;

  if (gtk_toggle_button_get_active (self->check_button) && !amp_field_text_needs_check (field))
    return FALSE;
  if (self->needle == NULL || self->needle[0] == '\0')
    return TRUE;
  header = amp_field_text_dup_header (field);
  category = amp_field_text_dup_category (field);
  return contains (header, self->needle) || contains (category, self->needle) || contains (amp_field_type_get_label (amp_field_get_field_type (field)), self->needle);
}

static void
update_summary (AmpReviewPage *self)
{
  guint            n_fields = self->fields != NULL ? g_list_model_get_n_items (self->fields) : 0;
  guint            n_checks = 0, n_ignored = 0;
  g_autofree char *fields = NULL;
  g_autofree char *checks = NULL;
  g_autofree char *ignored = NULL;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr (AmpField) field = g_list_model_get_item (self->fields, i);
      n_checks += amp_field_text_needs_check (field);
      n_ignored += amp_field_is_ignored (field);
    }
  fields = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u field", "%u fields", n_fields), n_fields);
  checks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u to check", "%u to check", n_checks), n_checks);
  ignored = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u ignored", "%u ignored", n_ignored), n_ignored);
  /* Translators: how many fields, how many to check, how many ignored */
  summary = g_strdup_printf (_ ("%s · %s · %s"), fields, checks, ignored);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check_button), n_checks > 0 || gtk_toggle_button_get_active (self->check_button));
}

static void
update_found (AmpReviewPage *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0;

  gtk_stack_set_visible_child_name (self->table_stack, is_empty ? "nothing" : "fields");
}

static void
refilter (AmpReviewPage *self)
{
  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_found (self);
  update_summary (self);
}

static void
clear_search (AmpReviewPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_toggle_button_set_active (self->check_button, FALSE);
  refilter (self);
}

static void
on_field_changed (AmpReviewPage *self)
{
  update_summary (self);
  amp_place_basis_row_refresh (self->place_basis_row);
}

/* A corrected field stays in sight until the filter is asked again: it would
 * otherwise vanish from under the analyst's hand. */
static void
watch_fields (AmpReviewPage *self, GListModel *fields)
{
  if (self->fields != NULL)
    for (guint i = 0; i < g_list_model_get_n_items (self->fields); i++)
      {
        g_autoptr (AmpField) field = g_list_model_get_item (self->fields, i);
        g_signal_handlers_disconnect_by_func (field, on_field_changed, self);
      }
  g_set_object (&self->fields, fields);
  if (self->fields != NULL)
    for (guint i = 0; i < g_list_model_get_n_items (self->fields); i++)
      {
        g_autoptr (AmpField) field = g_list_model_get_item (self->fields, i);
        g_signal_connect_object (field, "notify", G_CALLBACK (on_field_changed), self, G_CONNECT_SWAPPED);
      }
}

static void
show_source (AmpReviewPage *self, AmpSource *source)
{
  watch_fields (self, source != NULL ? amp_source_get_fields (source) : NULL);
  gtk_filter_list_model_set_model (self->filtered, self->fields);
  amp_source_card_set_source (self->source_card, source);
  amp_place_basis_row_set_source (self->place_basis_row, source);
  gtk_widget_set_visible (GTK_WIDGET (self->source_card), source != NULL);
  clear_search (self);
}

static void
on_source_selected (AmpReviewPage *self)
{
  show_source (self, gtk_drop_down_get_selected_item (self->source_drop_down));
}

void
amp_review_page_set_inspection (AmpReviewPage *self, AmpInspection *inspection)
{
  GListModel *sources;

  g_return_if_fail (AMP_IS_REVIEW_PAGE (self));
  g_return_if_fail (inspection == NULL || AMP_IS_INSPECTION (inspection));

  if (!g_set_object (&self->inspection, inspection))
    return;
  sources = inspection != NULL ? amp_inspection_get_sources (inspection) : NULL;
  gtk_drop_down_set_model (self->source_drop_down, sources);
  gtk_widget_set_visible (GTK_WIDGET (self->source_drop_down), sources != NULL && g_list_model_get_n_items (sources) > 1);
  on_source_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INSPECTION]);
}

static void
set_narrow (AmpReviewPage *self, gboolean is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  amp_field_columns_set_narrow (self->view, is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), !is_narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
amp_review_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AmpReviewPage *self = AMP_REVIEW_PAGE (object);

  switch (id)
    {
    case PROP_INSPECTION:
      g_value_set_object (value, self->inspection);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
amp_review_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AmpReviewPage *self = AMP_REVIEW_PAGE (object);

  switch (id)
    {
    case PROP_INSPECTION:
      amp_review_page_set_inspection (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
amp_review_page_dispose (GObject *object)
{
  AmpReviewPage *self = AMP_REVIEW_PAGE (object);

  watch_fields (self, NULL);
  g_clear_object (&self->inspection);
  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_REVIEW_PAGE);

  G_OBJECT_CLASS (amp_review_page_parent_class)->dispose (object);
}

static void
amp_review_page_finalize (GObject *object)
{
  g_free (AMP_REVIEW_PAGE (object)->needle);

  G_OBJECT_CLASS (amp_review_page_parent_class)->finalize (object);
}

static void
amp_review_page_class_init (AmpReviewPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = amp_review_page_dispose;
  object_class->finalize = amp_review_page_finalize;
  object_class->get_property = amp_review_page_get_property;
  object_class->set_property = amp_review_page_set_property;

  properties[PROP_INSPECTION] = g_param_spec_object ("inspection", NULL, NULL, AMP_TYPE_INSPECTION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (AMP_TYPE_PLACE_BASIS_ROW);
  g_type_ensure (AMP_TYPE_SOURCE_CARD);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpReviewPage, source_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AmpReviewPage, source_card);
  gtk_widget_class_bind_template_child (widget_class, AmpReviewPage, place_basis_row);
  gtk_widget_class_bind_template_child (widget_class, AmpReviewPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AmpReviewPage, check_button);
  gtk_widget_class_bind_template_child (widget_class, AmpReviewPage, summary);
  gtk_widget_class_bind_template_child (widget_class, AmpReviewPage, table_stack);
  gtk_widget_class_bind_template_child (widget_class, AmpReviewPage, view);
  gtk_widget_class_bind_template_child (widget_class, AmpReviewPage, sorted);
  gtk_widget_class_bind_template_child (widget_class, AmpReviewPage, filtered);
  gtk_widget_class_bind_template_callback (widget_class, clear_search);
  gtk_widget_class_bind_template_callback (widget_class, on_source_selected);
  gtk_widget_class_bind_template_callback (widget_class, refilter);
}

static char *
get_source_name (gpointer item)
{
  return g_strdup (amp_source_get_name (item));
}

static void
amp_review_page_init (AmpReviewPage *self)
{
  g_autoptr (GtkExpression) name = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  amp_field_columns_append (self->view);
  gtk_sort_list_model_set_sorter (self->sorted, gtk_column_view_get_sorter (self->view));

  self->filter = gtk_custom_filter_new (is_field_found, self, NULL);
  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (self->filter));

  name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_source_name), NULL, NULL);
  gtk_drop_down_set_expression (self->source_drop_down, name);
}
