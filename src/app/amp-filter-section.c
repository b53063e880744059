/* AmpFilterSection: all values of one key.
 *
 * Invariant: while it is unfolded, one row for each value that the case has or
 * the filter names, in an order that clicks do not change. */
#include "amp-filter-section.h"

#include <glib/gi18n-lib.h>

#include "amp-filter-value-row.h"
#include "amp-person-facts.h"
#include "amp-place-search.h"
#include "amp-selection-text.h"

/* Countries that are offered; others are still found in the table of places. */
#define COUNTRY_LIMIT 12

struct _AmpFilterSection
{
  AdwExpanderRow parent_instance;

  /* Template */
  GtkWidget      *search_row;
  AmpPlaceSearch *search;
  AdwComboRow    *mode_row;

  /* Owned */
  char      *key_code;
  AmpCase   *opened;
  AmpFilter *filter;
  AmpTable  *whole; /* the values of the whole case, which give the order */
  GPtrArray *rows;  /* of AmpFilterValueRow, children */

  gboolean is_showing;
};

enum
{
  PROP_0,
  PROP_KEY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AmpFilterSection, amp_filter_section, ADW_TYPE_EXPANDER_ROW)

static gboolean
is_by_place (AmpFilterSection *self)
{
  return g_strcmp0 (self->key_code, "place") == 0;
}

/* Of a section of places: the level whose values are listed without a search. */
static AmpKey
get_key (AmpFilterSection *self)
{
  AmpKey key = AMP_KEY_COUNTRY;

  amp_key_from_code (self->key_code, &key);
  return key;
}

static gboolean
has_key (AmpFilterSection *self, AmpKey key)
{
  return is_by_place (self) ? amp_key_is_place (key) : key == get_key (self);
}

static AmpTermMode
get_mode (AmpFilterSection *self)
{
  return adw_combo_row_get_selected (self->mode_row) == 1 ? AMP_TERM_ALL : AMP_TERM_ANY;
}

static void
on_wanted (AmpFilterSection *self, guint state, AmpFilterValueRow *row)
{
  AmpTermMode      mode = AMP_N_TERM_MODES;
  g_autofree char *code = g_strdup (amp_filter_value_row_get_code (row));

  if (state == AMP_VALUE_WITH)
    mode = amp_key_is_exclusive (amp_filter_value_row_get_key (row)) ? AMP_TERM_ANY : get_mode (self);
  else if (state == AMP_VALUE_WITHOUT)
    mode = AMP_TERM_NONE;
  amp_filter_set_term (self->filter, amp_filter_value_row_get_key (row), mode, code);
}

static void
on_mode_changed (AmpFilterSection *self)
{
  if (self->filter != NULL && !self->is_showing)
    amp_filter_set_mode (self->filter, get_key (self), get_mode (self));
}

static void
on_place_chosen (AmpFilterSection *self, guint level, guint index)
{
  /* In the order of the levels. */
  static const AmpKey keys[] = {
    [AMP_PLACE_LEVEL_COUNTRY] = AMP_KEY_COUNTRY,
    [AMP_PLACE_LEVEL_REGION] = AMP_KEY_REGION,
    [AMP_PLACE_LEVEL_DEPARTEMENT] = AMP_KEY_DEPARTEMENT,
    [AMP_PLACE_LEVEL_EPCI] = AMP_KEY_EPCI,
    [AMP_PLACE_LEVEL_COMMUNE] = AMP_KEY_COMMUNE,
  };
  const AmpArea *area = amp_gazetteer_get_area (amp_case_get_gazetteer (self->opened), level, index);

  g_return_if_fail (level < G_N_ELEMENTS (keys));

  amp_filter_set_term (self->filter, keys[level], AMP_TERM_ANY, area->code);
}

static void
remove_rows (AmpFilterSection *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (AmpFilterSection *self, AmpKey key, const char *code)
{
  g_autofree char *label = NULL;
  GtkWidget       *row;

  for (guint i = 0; i < self->rows->len; i++)
    if (amp_filter_value_row_get_key (g_ptr_array_index (self->rows, i)) == key && g_str_equal (amp_filter_value_row_get_code (g_ptr_array_index (self->rows, i)), code))
      return;
  label = amp_case_dup_term_label (self->opened, key, code);
  row = amp_filter_value_row_new (key, code, label);
  g_signal_connect_object (row, "wanted", G_CALLBACK (on_wanted), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

/* In the order of the lists of codes where there is one. */
static int
get_rank (AmpKey key, const char *code)
{
  AmpSensitivity sensitivity;
  AmpAgeBand     band;
  guint          quality;

  if (key == AMP_KEY_AGE && amp_age_band_from_code (code, &band))
    return (int) band;
  if (key == AMP_KEY_SENSITIVITY && amp_sensitivity_from_code (code, &sensitivity))
    return AMP_N_SENSITIVITIES - (int) sensitivity;
  if (key == AMP_KEY_PLACE_QUALITY && amp_place_quality_from_code (code, &quality))
    return (int) quality;
  return key == AMP_KEY_SOURCE ? (int) g_ascii_strtoll (code, NULL, 10) : 0;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const AmpTableRow *one = *(const AmpTableRow *const *) a;
  const AmpTableRow *other = *(const AmpTableRow *const *) b;
  AmpKey             key = *(const AmpKey *) data;

  return get_rank (key, one->code) - get_rank (key, other->code);
}

/* The values of the case; what the filter names besides is not among them. */
static void
add_known_rows (AmpFilterSection *self)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  AmpKey key = get_key (self);

  for (guint i = 0; i < amp_table_get_n_rows (self->whole); i++)
    g_ptr_array_add (known, amp_table_get_row (self->whole, i));
  g_ptr_array_sort_with_data (known, compare_rows, &key);
  for (guint i = 0; i < known->len && (!is_by_place (self) || i < COUNTRY_LIMIT); i++)
    add_row (self, key, ((AmpTableRow *) g_ptr_array_index (known, i))->code);
}

static void
add_named_rows (AmpFilterSection *self)
{
  const AmpSelection *selection = amp_filter_get_selection (self->filter);

  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      const AmpSelectionTerm *term = amp_selection_get_term (selection, i);

      if (has_key (self, term->key))
        add_row (self, term->key, term->code);
    }
}

static gboolean
has_row_for (AmpFilterSection *self, const AmpSelectionTerm *term)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AmpFilterValueRow *row = g_ptr_array_index (self->rows, i);

      if (amp_filter_value_row_get_key (row) == term->key && g_str_equal (amp_filter_value_row_get_code (row), term->code))
        return TRUE;
    }
  return FALSE;
}

/* Rows stay while they can: the one with the focus above all. A place that was
 * searched for stays, too, after it is no longer filtered on. */
static gboolean
needs_rows (AmpFilterSection *self)
{
  const AmpSelection *selection = amp_filter_get_selection (self->filter);

  if (self->rows->len == 0)
    return TRUE;
  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      const AmpSelectionTerm *term = amp_selection_get_term (selection, i);

      if (has_key (self, term->key) && !has_row_for (self, term))
        return TRUE;
    }
  return FALSE;
}

static void
make_rows (AmpFilterSection *self)
{
  remove_rows (self);
  if (is_by_place (self))
    add_named_rows (self);
  add_known_rows (self);
  add_named_rows (self);
}

static AmpValueState
get_state (AmpFilterSection *self, AmpKey key, const char *code)
{
  if (amp_filter_contains (self->filter, key, code))
    return AMP_VALUE_WITH;
  return amp_selection_has (amp_filter_get_selection (self->filter), key, code) ? AMP_VALUE_WITHOUT : AMP_VALUE_FREE;
}

/* Persons of each value were the filter silent about it. */
static AmpTable *
count_values (AmpFilterSection *self, AmpKey key)
{
  g_autoptr (AmpSelection) others = amp_selection_copy (amp_filter_get_selection (self->filter));

  amp_selection_remove (others, key, NULL);
  return amp_case_tabulate (self->opened, key, others, NULL, NULL);
}

static void
set_rows (AmpFilterSection *self)
{
  g_autoptr (AmpTable) table = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      AmpFilterValueRow *row = g_ptr_array_index (self->rows, i);
      AmpKey             key = amp_filter_value_row_get_key (row);
      const char        *code = amp_filter_value_row_get_code (row);
      const AmpTableRow *found;

      if (table == NULL || amp_table_get_key (table) != key)
        {
          g_clear_pointer (&table, amp_table_unref);
          table = count_values (self, key);
        }
      found = table != NULL ? amp_table_find_row (table, code) : NULL;
      amp_filter_value_row_set (row, get_state (self, key, code), found != NULL ? found->persons : 0);
    }
}

/* What is set, to be read without unfolding. */
static void
show_summary (AmpFilterSection *self)
{
  const AmpSelection *selection = amp_filter_get_selection (self->filter);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      const AmpSelectionTerm *term = amp_selection_get_term (selection, i);
      g_autofree char        *text = NULL;

      if (!has_key (self, term->key))
        continue;
      text = amp_selection_text_dup_term (self->opened, term);
      if (words->len == 0)
        g_string_append (words, text);
      else
        g_string_append_printf (words, term->mode == AMP_TERM_ANY ? _ (" or %s") : _ (", %s"), text);
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words->str);
}

static void
show_mode (AmpFilterSection *self)
{
  const AmpSelection *selection = amp_filter_get_selection (self->filter);
  AmpKey              key = get_key (self);

  self->is_showing = TRUE;
  if (amp_selection_has_mode (selection, key, AMP_TERM_ALL, NULL))
    adw_combo_row_set_selected (self->mode_row, 1);
  else if (amp_selection_has_mode (selection, key, AMP_TERM_ANY, NULL))
    adw_combo_row_set_selected (self->mode_row, 0);
  self->is_showing = FALSE;
}

static void
show_values (AmpFilterSection *self)
{
  if (self->filter == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  if (self->whole == NULL)
    self->whole = amp_case_tabulate (self->opened, get_key (self), NULL, NULL, NULL);
  if (self->whole == NULL)
    return;
  if (needs_rows (self))
    make_rows (self);
  set_rows (self);
}

void
amp_filter_section_show (AmpFilterSection *self, AmpCase *opened, AmpFilter *filter)
{
  g_return_if_fail (AMP_IS_FILTER_SECTION (self));

  if (g_set_object (&self->opened, opened))
    {
      remove_rows (self);
      g_clear_pointer (&self->whole, amp_table_unref);
      amp_place_search_set_gazetteer (self->search, opened != NULL ? amp_case_get_gazetteer (opened) : NULL);
    }
  g_set_object (&self->filter, filter);
  if (self->filter == NULL)
    return;
  show_summary (self);
  show_mode (self);
  show_values (self);
}

static void
set_key (AmpFilterSection *self, const char *code)
{
  g_free (self->key_code);
  self->key_code = g_strdup (code);
  gtk_widget_set_visible (self->search_row, is_by_place (self));
  gtk_widget_set_visible (GTK_WIDGET (self->mode_row), !is_by_place (self) && !amp_key_is_exclusive (get_key (self)));
}

static void
amp_filter_section_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_KEY)
    g_value_set_string (value, AMP_FILTER_SECTION (object)->key_code);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_filter_section_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_KEY)
    set_key (AMP_FILTER_SECTION (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_filter_section_dispose (GObject *object)
{
  AmpFilterSection *self = AMP_FILTER_SECTION (object);

  g_clear_object (&self->opened);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->whole, amp_table_unref);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), AMP_TYPE_FILTER_SECTION);
  G_OBJECT_CLASS (amp_filter_section_parent_class)->dispose (object);
}

static void
amp_filter_section_finalize (GObject *object)
{
  AmpFilterSection *self = AMP_FILTER_SECTION (object);

  g_free (self->key_code);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (amp_filter_section_parent_class)->finalize (object);
}

static void
amp_filter_section_class_init (AmpFilterSectionClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amp_filter_section_get_property;
  object_class->set_property = amp_filter_section_set_property;
  object_class->dispose = amp_filter_section_dispose;
  object_class->finalize = amp_filter_section_finalize;

  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, "category", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (AMP_TYPE_PLACE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-filter-section.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpFilterSection, search_row);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterSection, search);
  gtk_widget_class_bind_template_child (widget_class, AmpFilterSection, mode_row);
  gtk_widget_class_bind_template_callback (widget_class, show_values);
  gtk_widget_class_bind_template_callback (widget_class, on_mode_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
}

static void
amp_filter_section_init (AmpFilterSection *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
