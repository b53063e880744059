/* The columns of the table of an opened case's fields: see the header. */
#define G_LOG_DOMAIN "amp-case-field-columns"

#include "amp-case-field-columns.h"

#include <glib/gi18n-lib.h>

#include "amp-case-field.h"
#include "amp-field-details.h"
#include "amp-field-text.h"
#include "amp-field-type-button.h"
#include "amp-figure-text.h"
#include "amp-late-tooltip.h"
#include "amp-screen-style.h"

/* Shown until a figure is counted. */
#define COUNTING "…"

/* One column: a text of the field, or one of the figures. */
typedef struct
{
  const char *title;
  char *(*dup_field_text) (AmpField *field);
  char *(*dup_text) (AmpCaseField *field);
  double (*get_number) (AmpCaseField *field);
  const char *css_class;
  int         width_chars;
  gboolean    is_button;
  gboolean    is_expanding;
  gboolean    is_kept_narrow;
  gboolean    only_sources;
  int         narrow_width;
} Column;

static char *
dup_source (AmpCaseField *field)
{
  return g_strdup (amp_case_field_get_source_name (field));
}

static double
get_source (AmpCaseField *field)
{
  return amp_case_field_get_source (field);
}

static char *
dup_count (gint64 count)
{
  return count >= 0 ? amp_figure_text_count (count) : g_strdup (COUNTING);
}

static double
get_records (AmpCaseField *field)
{
  const AmpCaseFieldFigures *figures = amp_case_field_get_figures (field);

  return figures != NULL ? figures->records : -1;
}

static double
get_persons (AmpCaseField *field)
{
  const AmpCaseFieldFigures *figures = amp_case_field_get_figures (field);

  return figures != NULL ? figures->persons : -1;
}

static char *
dup_records (AmpCaseField *field)
{
  return dup_count (get_records (field));
}

static char *
dup_persons (AmpCaseField *field)
{
  return dup_count (get_persons (field));
}

static char *
dup_share (AmpCaseField *field)
{
  return amp_case_field_get_figures (field) != NULL ? amp_figure_text_share (amp_case_field_get_share (field)) : g_strdup (COUNTING);
}

static double
get_distinct (AmpCaseField *field)
{
  gboolean is_sampled;

  return amp_case_field_get_distinct (field, &is_sampled);
}

/* Two digits of it count; few values are told as they are. */
static char *
dup_distinct (AmpCaseField *field)
{
  gboolean         is_sampled;
  gint64           distinct = amp_case_field_get_distinct (field, &is_sampled);
  g_autofree char *count = NULL;

  if (distinct < 0)
    return g_strdup ("–");
  count = amp_figure_text_count (distinct);
  if (distinct == 0)
    return g_steal_pointer (&count);
  /* translators: %s is a number of different values */
  return is_sampled ? g_strdup_printf (_ ("at least %s"), count) : g_strdup_printf (_ ("about %s"), count);
}

static const char *
explain_distinct (AmpCaseField *field)
{
  gboolean is_sampled;

  if (amp_case_field_get_distinct (field, &is_sampled) < 0)
    return _ ("This case was made by a version that did not count different values");
  return is_sampled ? _ ("Different values in the whole dump, whatever is filtered. One record of sixteen was looked at: there may be more.")
                    : _ ("Different values in the whole dump, whatever is filtered: an estimate, right to within about a twentieth.");
}

static double
get_position (AmpCaseField *field)
{
  return amp_field_get_position (amp_case_field_get_field (field));
}

static double
get_confidence (AmpCaseField *field)
{
  return amp_field_get_confidence (amp_case_field_get_field (field));
}

static double
get_category (AmpCaseField *field)
{
  return amp_field_type_get_category (amp_field_get_field_type (amp_case_field_get_field (field)));
}

static double
get_sensitivity (AmpCaseField *field)
{
  int category = get_category (field);

  return category < 0 ? -1 : (double) amp_category_get_sensitivity ((AmpCategory) category);
}

/* clang-format off */
static const Column columns[] = {
  { .title = N_("No."), .dup_field_text = amp_field_text_dup_position, .get_number = get_position, .css_class = "dim-label" },
  { .title = N_("Header"), .dup_field_text = amp_field_text_dup_header, .css_class = "field-header", .width_chars = 13, .is_expanding = TRUE, .is_kept_narrow = TRUE, .narrow_width = 92 },
  { .title = N_("Details"), .is_kept_narrow = TRUE, .narrow_width = 46 },
  { .title = N_("Source"), .dup_text = dup_source, .get_number = get_source, .width_chars = 12, .only_sources = TRUE },
  { .title = N_("Type"), .dup_field_text = amp_field_text_dup_type, .is_button = TRUE, .width_chars = 16, .is_kept_narrow = TRUE, .narrow_width = 112 },
  { .title = N_("Category"), .dup_field_text = amp_field_text_dup_category, .get_number = get_category, .width_chars = 12 },
  { .title = N_("Sensitivity"), .dup_field_text = amp_field_text_dup_sensitivity, .get_number = get_sensitivity, .css_class = "sensitivity", .width_chars = 10 },
  { .title = N_("Persons"), .dup_text = dup_persons, .get_number = get_persons, .is_kept_narrow = TRUE },
  { .title = N_("Records"), .dup_text = dup_records, .get_number = get_records },
  { .title = N_("Filled"), .dup_text = dup_share, .get_number = amp_case_field_get_share },
  { .title = N_("Different Values"), .dup_text = dup_distinct, .get_number = get_distinct },
  { .title = N_("Confidence"), .dup_field_text = amp_field_text_dup_confidence, .get_number = get_confidence },
};
/* clang-format on */

static gboolean
is_details (const Column *column)
{
  return column->dup_field_text == NULL && column->dup_text == NULL;
}

/* A category is a number to sort by, and a text to read. */
static gboolean
is_right_aligned (const Column *column)
{
  return column->get_number != NULL && column->width_chars == 0;
}

static char *
dup_cell_text (const Column *column, AmpCaseField *field)
{
  return column->dup_text != NULL ? column->dup_text (field) : column->dup_field_text (amp_case_field_get_field (field));
}

static void
open_details (GtkMenuButton *button, gpointer item)
{
  AmpCaseField *field = gtk_list_item_get_item (item);

  gtk_menu_button_set_popover (button, amp_field_details_new_settled (amp_case_field_get_field (field)));
}

static GtkWidget *
make_details (GtkListItem *item)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "dialog-information-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), open_details, item, NULL);
  gtk_widget_set_tooltip_text (button, _ ("Details"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_text (const Column *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_right_aligned (column) ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), is_right_aligned (column) ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  if (is_right_aligned (column))
    gtk_widget_add_css_class (label, "numeric");
  if (column->width_chars > 0)
    gtk_label_set_width_chars (GTK_LABEL (label), column->width_chars);
  if (column->css_class != NULL)
    gtk_widget_add_css_class (label, column->css_class);
  return label;
}

static GtkWidget *
make_cell (GtkListItem *item, const Column *column)
{
  if (is_details (column))
    return make_details (item);
  return column->is_button ? amp_field_type_button_new (column->width_chars) : make_text (column);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, const Column *column)
{
  g_object_set_data (G_OBJECT (item), "column", (gpointer) column);
  gtk_list_item_set_child (item, make_cell (item, column));
}

static void
set_class_by_sensitivity (GtkWidget *cell, AmpCaseField *field)
{
  static const char *const classes[] = { "simple", "behavioural", "financial", "sensitive" };
  int                      sensitivity = get_sensitivity (field);

  for (int i = 0; i < (int) G_N_ELEMENTS (classes); i++)
    if (i == sensitivity)
      gtk_widget_add_css_class (cell, classes[i]);
    else
      gtk_widget_remove_css_class (cell, classes[i]);
}

static void
show_text (GtkWidget *cell, const Column *column, AmpCaseField *field)
{
  g_autofree char *text = dup_cell_text (column, field);

  gtk_label_set_text (GTK_LABEL (cell), text);
  if (column->get_number == get_distinct)
    amp_late_tooltip_set (cell, explain_distinct (field));
  else
    amp_late_tooltip_set (cell, g_utf8_strlen (text, -1) > 12 ? text : NULL);
  if (column->get_number == get_sensitivity)
    set_class_by_sensitivity (cell, field);
}

static void
name_details (GtkWidget *cell, AmpCaseField *field)
{
  g_autofree char *header = amp_field_text_dup_header (amp_case_field_get_field (field));
  g_autofree char *name = g_strdup_printf (_ ("Details of %s"), header);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What no record fills counts for nothing, whatever its type. */
static void
show_type (GtkWidget *cell, AmpCaseField *field)
{
  amp_field_type_button_show (cell, amp_case_field_get_field (field));
  gtk_widget_set_sensitive (cell, !amp_case_field_is_empty (field));
}

static void
show_cell (GtkListItem *item)
{
  const Column *column = g_object_get_data (G_OBJECT (item), "column");
  AmpCaseField *field = gtk_list_item_get_item (item);
  GtkWidget    *cell = gtk_list_item_get_child (item);

  if (is_details (column))
    name_details (cell, field);
  else if (column->is_button)
    show_type (cell, field);
  else
    show_text (cell, column, field);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  show_cell (item);
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (show_cell), item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item)
{
  const Column *column = g_object_get_data (G_OBJECT (item), "column");
  GtkWidget    *cell = gtk_list_item_get_child (item);

  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
  /* A popover left behind would speak of the field that the row showed before. */
  if (column->is_button)
    amp_field_type_button_forget (cell);
  else if (GTK_IS_MENU_BUTTON (cell))
    gtk_menu_button_set_popover (GTK_MENU_BUTTON (cell), NULL);
}

static int
compare_fields (gconstpointer a, gconstpointer b, gpointer data)
{
  const Column    *column = data;
  AmpCaseField    *first = (AmpCaseField *) a;
  AmpCaseField    *second = (AmpCaseField *) b;
  g_autofree char *first_text = NULL;
  g_autofree char *second_text = NULL;

  if (column->get_number != NULL)
    {
      double left = column->get_number (first);
      double right = column->get_number (second);

      return (left > right) - (left < right);
    }
  first_text = dup_cell_text (column, first);
  second_text = dup_cell_text (column, second);
  return g_utf8_collate (first_text, second_text);
}

static void
append_column (GtkColumnView *view, const Column *description)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_ (description->title), factory);
  g_autoptr (GtkSorter) sorter = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) description);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_column_view_column_set_expand (column, description->is_expanding);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (!is_details (description))
    {
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_fields, (gpointer) description, NULL));
      gtk_column_view_column_set_sorter (column, sorter);
    }
  gtk_column_view_append_column (view, column);
}

void
amp_case_field_columns_append (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    append_column (view, &columns[i]);
}

void
amp_case_field_columns_show (GtkColumnView *view, gboolean has_sources, gboolean is_narrow)
{
  double      scale;
  GListModel *shown;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  scale = amp_screen_style_get (GTK_WIDGET (view)).font_scale;
  shown = gtk_column_view_get_columns (view);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);

      gtk_column_view_column_set_visible (column, (!is_narrow || columns[i].is_kept_narrow) && (has_sources || !columns[i].only_sources));
      gtk_column_view_column_set_fixed_width (column, is_narrow && columns[i].narrow_width > 0 ? (int) (columns[i].narrow_width * scale) : -1);
      /* The icons say it, and their title is wider than they are. */
      if (is_details (&columns[i]))
        gtk_column_view_column_set_title (column, is_narrow ? "" : _ (columns[i].title));
    }
}
