/* AmpFieldTypePopover: see the header. */
#define G_LOG_DOMAIN "amp-field-type-popover"

#include "amp-field-type-popover.h"

#include <glib/gi18n-lib.h>

struct _AmpFieldTypePopover
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkSearchEntry    *search_entry;
  GtkScrolledWindow *scroller;
  GtkListBox        *list;

  /* Owned */
  AmpField *field;
  char     *needle;
};

G_DEFINE_FINAL_TYPE (AmpFieldTypePopover, amp_field_type_popover, GTK_TYPE_POPOVER)

/* A row keeps its type, plus one so that 0 is none. */
#define ROW_TYPE_KEY "amp-field-type"

static AmpFieldType
get_row_type (GtkListBoxRow *row)
{
  return (AmpFieldType) (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), ROW_TYPE_KEY)) - 1);
}

static const char *
get_category_label (AmpFieldType type)
{
  int category = amp_field_type_get_category (type);

  return category >= 0 ? amp_category_get_label ((AmpCategory) category) : _ ("No Personal Data");
}

static GtkWidget *
make_row (AmpFieldTypePopover *self, AmpFieldType type)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (amp_field_type_get_label (type));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (type == amp_field_get_recognised_type (self->field))
    {
      GtkWidget *note = gtk_label_new (_ ("recognised"));
      gtk_widget_add_css_class (note, "caption");
      gtk_widget_add_css_class (note, "dim-label");
      gtk_box_append (GTK_BOX (box), note);
    }
  if (type == amp_field_get_field_type (self->field))
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, amp_field_type_get_label (type), -1);
  g_object_set_data (G_OBJECT (row), ROW_TYPE_KEY, GUINT_TO_POINTER (type + 1u));
  return row;
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  AmpFieldType first = get_row_type (a), second = get_row_type (b);
  int          order = amp_field_type_get_category (first) - amp_field_type_get_category (second);

  return order != 0 ? order : g_utf8_collate (amp_field_type_get_label (first), amp_field_type_get_label (second));
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  AmpFieldType type = get_row_type (row);
  GtkWidget   *header;

  if (before != NULL && amp_field_type_get_category (get_row_type (before)) == amp_field_type_get_category (type))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = gtk_label_new (get_category_label (type));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "heading");
  gtk_widget_add_css_class (header, "field-type-category");
  gtk_list_box_row_set_header (row, header);
}

static gboolean
contains (const char *text, const char *needle)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, needle) != NULL;
}

static gboolean
is_row_found (GtkListBoxRow *row, gpointer data)
{
  AmpFieldTypePopover *self = data;
  AmpFieldType         type = get_row_type (row);

  if (self->needle == NULL || self->needle[0] == '\0')
    return TRUE;
  return contains (amp_field_type_get_label (type), self->needle) || contains (amp_field_type_get_code (type), self->needle) || contains (get_category_label (type), self->needle);
}

static void
choose_row (AmpFieldTypePopover *self, GtkListBoxRow *row)
{
  amp_field_set_field_type (self->field, get_row_type (row));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_search_changed (AmpFieldTypePopover *self)
{
  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  gtk_list_box_invalidate_filter (self->list);
}

/* Enter takes the first type that is found; the entry tells of a change only
 * when the typing pauses, and Enter may come before. */
static void
on_search_activated (AmpFieldTypePopover *self)
{
  on_search_changed (self);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row) && gtk_widget_get_child_visible (row))
      {
        choose_row (self, GTK_LIST_BOX_ROW (row));
        return;
      }
}

static void
on_row_activated (AmpFieldTypePopover *self, GtkListBoxRow *row)
{
  choose_row (self, row);
}

static GtkListBoxRow *
find_current_row (AmpFieldTypePopover *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row) && get_row_type (GTK_LIST_BOX_ROW (row)) == amp_field_get_field_type (self->field))
      return GTK_LIST_BOX_ROW (row);
  return NULL;
}

/* Rows have their places only after the first layout. */
static gboolean
scroll_to_current (gpointer data)
{
  AmpFieldTypePopover *self = data;
  GtkListBoxRow       *row = self->field != NULL ? find_current_row (self) : NULL;
  GtkAdjustment       *adjustment;
  graphene_rect_t      bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  gtk_adjustment_set_value (adjustment, bounds.origin.y - gtk_adjustment_get_page_size (adjustment) / 2);
  return G_SOURCE_REMOVE;
}

static void
amp_field_type_popover_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (amp_field_type_popover_parent_class)->map (widget);

  g_idle_add_full (G_PRIORITY_LOW, scroll_to_current, g_object_ref (widget), g_object_unref);
}

static void
amp_field_type_popover_dispose (GObject *object)
{
  AmpFieldTypePopover *self = AMP_FIELD_TYPE_POPOVER (object);

  g_clear_object (&self->field);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_FIELD_TYPE_POPOVER);

  G_OBJECT_CLASS (amp_field_type_popover_parent_class)->dispose (object);
}

static void
amp_field_type_popover_finalize (GObject *object)
{
  g_free (AMP_FIELD_TYPE_POPOVER (object)->needle);

  G_OBJECT_CLASS (amp_field_type_popover_parent_class)->finalize (object);
}

static void
amp_field_type_popover_class_init (AmpFieldTypePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_field_type_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = amp_field_type_popover_finalize;

  widget_class->map = amp_field_type_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-field-type-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpFieldTypePopover, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldTypePopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, AmpFieldTypePopover, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
amp_field_type_popover_init (AmpFieldTypePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, is_row_found, self, NULL);
}

GtkWidget *
amp_field_type_popover_new (AmpField *field)
{
  AmpFieldTypePopover *self;

  g_return_val_if_fail (AMP_IS_FIELD (field), NULL);

  self = g_object_new (AMP_TYPE_FIELD_TYPE_POPOVER, NULL);
  self->field = g_object_ref (field);
  for (guint type = 0; type < AMP_N_FIELD_TYPES; type++)
    gtk_list_box_append (self->list, make_row (self, (AmpFieldType) type));
  return GTK_WIDGET (self);
}
