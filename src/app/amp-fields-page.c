/* AmpFieldsPage: see the header.
 *
 * Invariants: the store has one item a field of the case, in its order; the
 * figures of all items are of the present filter, or unknown while a job counts
 * them. */
#define G_LOG_DOMAIN "amp-fields-page"

#include "amp-fields-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "amp-case-field-columns.h"
#include "amp-case-field.h"
#include "amp-field-count.h"
#include "amp-field-text.h"
#include "amp-figure-text.h"

struct _AmpFieldsPage
{
  AmpCaseView parent_instance;

  /* Template */
  GtkWidget          *content;
  GtkSearchEntry     *search_entry;
  GtkToggleButton    *filled_button;
  GtkSpinner         *spinner;
  GtkLabel           *summary;
  GtkLabel           *failure;
  GtkStack           *stack;
  GtkColumnView      *view;
  GtkSortListModel   *sorted;
  GtkFilterListModel *filtered;

  /* Owned */
  GListStore      *store;
  GtkCustomFilter *filter;
  char            *needle;
  AmpJob          *job;
  char            *path; /* of the case that is listed */

  gboolean is_narrow;
  gboolean is_outdated; /* another case is to be listed */
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

enum
{
  TYPE_CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpFieldsPage, amp_fields_page, AMP_TYPE_CASE_VIEW)

static const AmpCaseFacts *
get_facts (AmpFieldsPage *self)
{
  return amp_case_get_facts (amp_case_view_get_case (AMP_CASE_VIEW (self)));
}

/* A field is known by its position, after its source's number and a dot where
 * there are several sources. */
static char *
dup_code (AmpFieldsPage *self, AmpCaseField *field)
{
  guint position = amp_field_get_position (amp_case_field_get_field (field));

  if (get_facts (self)->sources->len == 1)
    return g_strdup_printf ("%u", position);
  return g_strdup_printf ("%u.%u", amp_case_field_get_source (field) + 1, position);
}

/* What nobody fills, or nobody of the filter, has no row. */
static void
show_count_of (AmpFieldsPage *self, AmpCaseField *field, const AmpFieldCount *count)
{
  g_autofree char    *code = dup_code (self, field);
  g_autofree char    *source_code = g_strdup_printf ("%u", amp_case_field_get_source (field) + 1);
  const AmpTableRow  *row = amp_table_find_row (count->fields, code);
  const AmpTableRow  *source = amp_table_find_row (count->sources, source_code);
  AmpCaseFieldFigures figures = { 0 };

  figures.records = row != NULL ? row->records : 0;
  figures.persons = row != NULL ? row->persons : 0;
  figures.of_records = source != NULL ? source->records : 0;
  amp_case_field_set_figures (field, &figures);
}

static void
show_failure (AmpFieldsPage *self, const GError *error)
{
  gtk_label_set_label (self->failure, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), error != NULL);
}

static void
resort (AmpFieldsPage *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);

  if (sorter != NULL)
    gtk_sorter_changed (sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
finish_count (gpointer owner, gpointer result, const GError *error)
{
  AmpFieldsPage *self = owner;

  g_clear_object (&self->job);
  gtk_spinner_stop (self->spinner);
  show_failure (self, error);
  if (result == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (AmpCaseField) field = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      show_count_of (self, field, result);
    }
  resort (self);
}

static const AmpJobKind count_job = {
  .work = amp_field_count_run,
  .done = finish_count,
  .free_input = amp_field_count_input_free,
  .free_result = amp_field_count_free,
};

static void
forget_figures (AmpFieldsPage *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (AmpCaseField) field = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      amp_case_field_set_figures (field, NULL);
    }
}

static void
start_count (AmpFieldsPage *self, const AmpSelection *selection)
{
  const char *path = amp_case_get_path (amp_case_view_get_case (AMP_CASE_VIEW (self)));

  gtk_spinner_start (self->spinner);
  self->job = amp_job_start (&count_job, amp_field_count_input_new (path, selection), self, NULL);
}

/* The case remembers the records of the whole dump, and may remember the
 * persons.
 *
 * Returns: whether it knows all of them */
static gboolean
show_known (AmpFieldsPage *self)
{
  const AmpCaseFacts *facts = get_facts (self);
  gboolean            is_known = TRUE;

  for (guint i = 0; i < facts->fields->len; i++)
    {
      const AmpFieldFacts  *known = g_ptr_array_index (facts->fields, i);
      const AmpSourceFacts *source = g_ptr_array_index (facts->sources, known->source);
      g_autoptr (AmpCaseField) field = g_list_model_get_item (G_LIST_MODEL (self->store), i);
      const AmpCaseFieldFigures figures = { known->filled, source->records, known->persons };

      is_known = is_known && known->persons >= 0;
      amp_case_field_set_figures (field, &figures);
    }
  return is_known;
}

static void
show_figures (AmpFieldsPage *self)
{
  const AmpSelection *selection = amp_filter_get_selection (amp_case_view_get_filter (AMP_CASE_VIEW (self)));
  gboolean            is_whole = amp_selection_is_empty (selection);

  amp_job_clear (&self->job);
  gtk_spinner_stop (self->spinner);
  show_failure (self, NULL);
  if (!is_whole)
    forget_figures (self);
  if (!is_whole || !show_known (self))
    start_count (self, selection);
  resort (self);
}

static gboolean
contains (const char *text, const char *needle)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, needle) != NULL;
}

static gboolean
is_field_found (gpointer item, gpointer data)
{
  AmpFieldsPage   *self = data;
  AmpField        *field = amp_case_field_get_field (item);
  g_autofree char *header = NULL;
  g_autofree char *type = NULL;
  g_autofree char *category = NULL;

  if (gtk_toggle_button_get_active (self->filled_button) && amp_case_field_is_empty (item))
    return FALSE;
  if (self->needle == NULL || self->needle[0] == '\0')
    return TRUE;
  header = amp_field_text_dup_header (field);
  type = amp_field_text_dup_type (field);
  category = amp_field_text_dup_category (field);
  return contains (header, self->needle) || contains (type, self->needle) || contains (category, self->needle);
}

static void
show_summary (AmpFieldsPage *self)
{
  guint            n_fields = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint            n_empty = 0;
  g_autofree char *fields = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u field", "%u fields", n_fields), n_fields);
  g_autofree char *empty = NULL;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr (AmpCaseField) field = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      n_empty += amp_case_field_is_empty (field);
    }
  empty = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u empty", "%u empty", n_empty), n_empty);
  /* translators: how many fields, and how many of them are empty */
  summary = g_strdup_printf (_ ("%s · %s"), fields, empty);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filled_button), n_empty > 0 || gtk_toggle_button_get_active (self->filled_button));
}

static void
refilter (AmpFieldsPage *self)
{
  const char *page = "fields";

  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->store)) == 0)
    page = "none";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0)
    page = "nothing";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
clear_search (AmpFieldsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_toggle_button_set_active (self->filled_button, FALSE);
  refilter (self);
}

static void
on_type_chosen (AmpFieldsPage *self, GParamSpec *pspec, AmpField *chosen)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (AmpCaseField) field = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (amp_case_field_get_field (field) != chosen)
        continue;
      g_signal_emit (self, signals[TYPE_CHOSEN], 0, amp_case_field_get_source (field), amp_field_get_position (chosen), amp_field_get_field_type (chosen));
      return;
    }
}

/* One change of the list, so that a table of the same length stays where it is. */
static void
load_fields (AmpFieldsPage *self)
{
  g_autoptr (GPtrArray) loaded = g_ptr_array_new_with_free_func (g_object_unref);
  const AmpCaseFacts *facts = amp_case_view_get_case (AMP_CASE_VIEW (self)) != NULL ? get_facts (self) : NULL;

  for (guint i = 0; facts != NULL && i < facts->fields->len; i++)
    {
      const AmpFieldFacts *known = g_ptr_array_index (facts->fields, i);
      AmpCaseField        *field = amp_case_field_new (known, g_ptr_array_index (facts->sources, known->source));

      g_signal_connect_object (amp_case_field_get_field (field), "notify::type", G_CALLBACK (on_type_chosen), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (loaded, field);
    }
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), loaded->pdata, loaded->len);
}

static void
show_columns (AmpFieldsPage *self)
{
  gboolean has_case = amp_case_view_get_case (AMP_CASE_VIEW (self)) != NULL;

  amp_case_field_columns_show (self->view, has_case && get_facts (self)->sources->len > 1, self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), !self->is_narrow);
}

/* A revised case is the same case: what was searched for is searched for still. */
static void
show_case (AmpFieldsPage *self)
{
  AmpCase *opened = amp_case_view_get_case (AMP_CASE_VIEW (self));
  gboolean is_same = opened != NULL && g_strcmp0 (self->path, amp_case_get_path (opened)) == 0;

  self->is_outdated = FALSE;
  load_fields (self);
  g_free (self->path);
  self->path = opened != NULL ? g_strdup (amp_case_get_path (opened)) : NULL;
  show_columns (self);
  if (is_same)
    refilter (self);
  else
    clear_search (self);
  show_summary (self);
}

/* The table is filled when it is looked at: it takes longer than opening a case. */
static void
amp_fields_page_case_changed (AmpCaseView *view)
{
  AmpFieldsPage *self = AMP_FIELDS_PAGE (view);

  amp_job_clear (&self->job);
  self->is_outdated = TRUE;
  if (amp_case_view_get_case (view) == NULL)
    show_case (self);
}

static void
amp_fields_page_refresh (AmpCaseView *view)
{
  AmpFieldsPage *self = AMP_FIELDS_PAGE (view);

  if (self->is_outdated)
    show_case (self);
  show_figures (self);
}

void
amp_fields_page_set_revising (AmpFieldsPage *self, gboolean is_revising)
{
  g_return_if_fail (AMP_IS_FIELDS_PAGE (self));

  gtk_spinner_set_spinning (self->spinner, is_revising || self->job != NULL);
}

void
amp_fields_page_reset_types (AmpFieldsPage *self)
{
  g_return_if_fail (AMP_IS_FIELDS_PAGE (self));

  load_fields (self);
  refilter (self);
  amp_case_view_refresh (AMP_CASE_VIEW (self));
}

static void
amp_fields_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, AMP_FIELDS_PAGE (object)->is_narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_fields_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AmpFieldsPage *self = AMP_FIELDS_PAGE (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->is_narrow = g_value_get_boolean (value);
  show_columns (self);
}

static void
amp_fields_page_dispose (GObject *object)
{
  AmpFieldsPage *self = AMP_FIELDS_PAGE (object);

  amp_job_clear (&self->job);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), AMP_TYPE_FIELDS_PAGE);
  G_OBJECT_CLASS (amp_fields_page_parent_class)->dispose (object);
}

static void
amp_fields_page_finalize (GObject *object)
{
  g_free (AMP_FIELDS_PAGE (object)->needle);
  g_free (AMP_FIELDS_PAGE (object)->path);
  G_OBJECT_CLASS (amp_fields_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-fields-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpFieldsPage, content);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldsPage, filled_button);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldsPage, failure);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldsPage, view);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldsPage, sorted);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldsPage, filtered);
  gtk_widget_class_bind_template_callback (widget_class, refilter);
  gtk_widget_class_bind_template_callback (widget_class, clear_search);
}

static void
amp_fields_page_class_init (AmpFieldsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amp_fields_page_get_property;
  object_class->set_property = amp_fields_page_set_property;
  object_class->dispose = amp_fields_page_dispose;
  object_class->finalize = amp_fields_page_finalize;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_fields_page_refresh;
  AMP_CASE_VIEW_CLASS (klass)->case_changed = amp_fields_page_case_changed;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[TYPE_CHOSEN] = g_signal_new ("type-chosen", AMP_TYPE_FIELDS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
amp_fields_page_init (AmpFieldsPage *self)
{
  self->store = g_list_store_new (AMP_TYPE_CASE_FIELD);
  gtk_widget_init_template (GTK_WIDGET (self));
  amp_case_field_columns_append (self->view);
  gtk_sort_list_model_set_sorter (self->sorted, gtk_column_view_get_sorter (self->view));
  self->filter = gtk_custom_filter_new (is_field_found, self, NULL);
  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (self->filter));
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->store));
}

GtkWidget *
amp_fields_page_new (void)
{
  return g_object_new (AMP_TYPE_FIELDS_PAGE, NULL);
}
