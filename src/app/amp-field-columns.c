/* The columns of the table of fields: see the header. */
#define G_LOG_DOMAIN "amp-field-columns"

#include "amp-field-columns.h"

#include <glib/gi18n-lib.h>

#include "amp-evidence.h"
#include "amp-field-details.h"
#include "amp-field-text.h"
#include "amp-field-type-button.h"
#include "amp-late-tooltip.h"
#include "amp-screen-style.h"

typedef struct
{
  const char *title;
  /* Text columns */
  char *(*dup_text) (AmpField *field);
  const char *css_class;
  gboolean    is_number;
  /* The others */
  GtkWidget *(*make_cell) (GtkListItem *item);
  void (*show_field) (GtkWidget *cell, AmpField *field);
  /* All */
  int (*compare) (AmpField *a, AmpField *b);
  int      width_chars;
  gboolean is_expanding;
  gboolean is_kept_narrow;
  int      narrow_width;
} Column;

static int
compare_numbers (double a, double b)
{
  return (a > b) - (a < b);
}

static int
compare_positions (AmpField *a, AmpField *b)
{
  return compare_numbers (amp_field_get_position (a), amp_field_get_position (b));
}

static int
compare_headers (AmpField *a, AmpField *b)
{
  return g_utf8_collate (amp_field_get_header (a), amp_field_get_header (b));
}

static int
compare_types (AmpField *a, AmpField *b)
{
  return g_utf8_collate (amp_field_type_get_label (amp_field_get_field_type (a)),
                         amp_field_type_get_label (amp_field_get_field_type (b)));
}

static int
compare_categories (AmpField *a, AmpField *b)
{
  return amp_field_type_get_category (amp_field_get_effective_type (a)) - amp_field_type_get_category (amp_field_get_effective_type (b));
}

static int
get_sensitivity (AmpField *field)
{
  int category = amp_field_type_get_category (amp_field_get_effective_type (field));

  return category < 0 ? -1 : (int) amp_category_get_sensitivity ((AmpCategory) category);
}

static int
compare_sensitivities (AmpField *a, AmpField *b)
{
  return get_sensitivity (a) - get_sensitivity (b);
}

static int
compare_confidences (AmpField *a, AmpField *b)
{
  return compare_numbers (amp_field_get_confidence (a), amp_field_get_confidence (b));
}

static int
compare_filled (AmpField *a, AmpField *b)
{
  return compare_numbers (amp_field_get_filled (a), amp_field_get_filled (b));
}

static int
compare_ignored (AmpField *a, AmpField *b)
{
  return amp_field_is_ignored (a) - amp_field_is_ignored (b);
}

static GtkWidget *
make_type_cell (GtkListItem *item)
{
  return amp_field_type_button_new (12);
}

static void
on_ignore_toggled (GtkCheckButton *button, GtkListItem *item)
{
  AmpField *field = gtk_list_item_get_item (item);

  if (field != NULL)
    amp_field_set_ignored (field, gtk_check_button_get_active (button));
}

static GtkWidget *
make_ignore_cell (GtkListItem *item)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "toggled", G_CALLBACK (on_ignore_toggled), item);
  return button;
}

static void
show_ignored (GtkWidget *cell, AmpField *field)
{
  g_autofree char *header = amp_field_text_dup_header (field);
  g_autofree char *name = g_strdup_printf (_ ("Ignore %s"), header);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (cell), amp_field_is_ignored (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
open_details (GtkMenuButton *button, gpointer item)
{
  gtk_menu_button_set_popover (button, amp_field_details_new (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_details_cell (GtkListItem *item)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "dialog-information-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), open_details, item, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
show_details (GtkWidget *cell, AmpField *field)
{
  g_autofree char *header = amp_field_text_dup_header (field);
  g_autofree char *name = g_strdup_printf (_ ("Details of %s"), header);
  g_auto (GStrv) sentences = amp_evidence_dup_sentences (amp_field_get_evidence (field));
  g_autofree char *evidence = g_strjoinv ("\n", sentences);

  amp_late_tooltip_set (cell, evidence[0] != '\0' ? evidence : _ ("Details"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, evidence,
                                  -1);
}

/* clang-format off */
static const Column columns[] = {
  { .title = N_("No."), .dup_text = amp_field_text_dup_position, .css_class = "dim-label", .is_number = TRUE, .compare = compare_positions },
  { .title = N_("Header"), .dup_text = amp_field_text_dup_header, .css_class = "field-header", .width_chars = 12, .compare = compare_headers, .is_expanding = TRUE, .is_kept_narrow = TRUE },
  { .title = N_("Type"), .make_cell = make_type_cell, .show_field = amp_field_type_button_show, .compare = compare_types, .is_kept_narrow = TRUE, .narrow_width = 150 },
  { .title = N_("Details"), .make_cell = make_details_cell, .show_field = show_details, .is_kept_narrow = TRUE },
  { .title = N_("Ignore"), .make_cell = make_ignore_cell, .show_field = show_ignored, .compare = compare_ignored },
  { .title = N_("Category"), .dup_text = amp_field_text_dup_category, .width_chars = 14, .compare = compare_categories },
  { .title = N_("Sensitivity"), .dup_text = amp_field_text_dup_sensitivity, .css_class = "sensitivity", .width_chars = 10, .compare = compare_sensitivities },
  { .title = N_("Confidence"), .dup_text = amp_field_text_dup_confidence, .is_number = TRUE, .compare = compare_confidences },
  { .title = N_("Filled"), .dup_text = amp_field_text_dup_filled, .is_number = TRUE, .compare = compare_filled },
  { .title = N_("Shape"), .dup_text = amp_field_text_dup_shape, .css_class = "monospace", .width_chars = 12 },
};
/* clang-format on */

static GtkWidget *
make_text_cell (const Column *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->is_number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  if (column->is_number)
    gtk_widget_add_css_class (label, "numeric");
  if (column->width_chars > 0)
    gtk_label_set_width_chars (GTK_LABEL (label), column->width_chars);
  if (column->css_class != NULL)
    gtk_widget_add_css_class (label, column->css_class);
  return label;
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, const Column *column)
{
  gtk_list_item_set_child (item, column->make_cell != NULL ? column->make_cell (item) : make_text_cell (column));
}

static void
set_class_by_sensitivity (GtkWidget *cell, AmpField *field)
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
show_cell (GtkListItem *item, const Column *column)
{
  AmpField        *field = gtk_list_item_get_item (item);
  GtkWidget       *cell = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;

  if (column->show_field != NULL)
    {
      column->show_field (cell, field);
      return;
    }
  text = column->dup_text (field);
  gtk_label_set_text (GTK_LABEL (cell), text);
  amp_late_tooltip_set (cell, g_utf8_strlen (text, -1) > 20 ? text : NULL);
  if (column->dup_text == amp_field_text_dup_sensitivity)
    set_class_by_sensitivity (cell, field);
}

typedef struct
{
  GtkListItem  *item;
  const Column *column;
} Cell;

static void
on_field_changed (AmpField *field, GParamSpec *pspec, Cell *cell)
{
  show_cell (cell->item, cell->column);
}

static void
free_cell (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, const Column *column)
{
  AmpField *field = gtk_list_item_get_item (item);
  Cell     *cell = g_new0 (Cell, 1);
  gulong    handler;

  cell->item = item;
  cell->column = column;
  handler = g_signal_connect_data (field, "notify", G_CALLBACK (on_field_changed), cell, free_cell, 0);
  g_object_set_data (G_OBJECT (item), "amp-handler", GSIZE_TO_POINTER (handler));
  show_cell (item, column);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, const Column *column)
{
  gulong     handler = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (item), "amp-handler"));
  GtkWidget *cell = gtk_list_item_get_child (item);

  g_signal_handler_disconnect (gtk_list_item_get_item (item), handler);
  /* A popover left behind would speak of the field that the row showed before. */
  if (GTK_IS_MENU_BUTTON (cell))
    gtk_menu_button_set_popover (GTK_MENU_BUTTON (cell), NULL);
}

static int
compare_fields (gconstpointer a, gconstpointer b, gpointer data)
{
  const Column *column = data;

  return column->compare ((AmpField *) a, (AmpField *) b);
}

void
amp_field_columns_append (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_ (columns[i].title), factory);

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) &columns[i]);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) &columns[i]);
      g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), (gpointer) &columns[i]);
      gtk_column_view_column_set_expand (column, columns[i].is_expanding);
      gtk_column_view_column_set_resizable (column, TRUE);
      if (columns[i].compare != NULL)
        {
          g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_fields, (gpointer) &columns[i], NULL));
          gtk_column_view_column_set_sorter (column, sorter);
        }
      gtk_column_view_append_column (view, column);
    }
}

void
amp_field_columns_set_narrow (GtkColumnView *view, gboolean is_narrow)
{
  double      scale;
  GListModel *shown;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  scale = amp_screen_style_get (GTK_WIDGET (view)).font_scale;
  shown = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (shown) && i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);
      gtk_column_view_column_set_visible (column, !is_narrow || columns[i].is_kept_narrow);
      gtk_column_view_column_set_fixed_width (column, is_narrow && columns[i].narrow_width > 0 ? (int) (columns[i].narrow_width * scale) : -1);
    }
}
