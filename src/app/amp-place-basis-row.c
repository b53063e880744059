/* AmpPlaceBasisRow: see the header. */
#define G_LOG_DOMAIN "amp-place-basis-row"

#include "amp-place-basis-row.h"

#include <glib/gi18n-lib.h>

#include "amp-field-text.h"
#include "amp-place-basis-label.h"
#include "amp-place-basis.h"

struct _AmpPlaceBasisRow
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkDropDown *drop_down;

  /* Owned */
  AmpSource *source;
  GPtrArray *bases;

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (AmpPlaceBasisRow, amp_place_basis_row, ADW_TYPE_BIN)

/* The headers of its columns, in the order of the file. */
static char *
describe_columns (AmpPlaceBasisRow *self, const AmpPlaceBasis *basis)
{
  guint n_fields = g_list_model_get_n_items (amp_source_get_fields (self->source));
  g_autoptr (GStrvBuilder) headers = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint column = 0; column < n_fields; column++)
    for (guint part = 0; part < AMP_N_PLACE_PARTS; part++)
      if (basis->columns[part] == column)
        {
          g_autofree char *header = amp_field_text_dup_header (amp_source_get_field (self->source, column + 1));

          g_strv_builder_add (headers, header);
        }
  all = g_strv_builder_end (headers);
  return g_strjoinv (", ", all);
}

static char *
describe_basis (AmpPlaceBasisRow *self, const AmpPlaceBasis *basis)
{
  g_autofree char *label = amp_place_basis_label_dup (basis->code);
  g_autofree char *columns = describe_columns (self, basis);

  /* Translators: whose address, and the headers of the columns that hold it */
  return g_strdup_printf (_ ("%s: %s"), label, columns);
}

static guint
find_chosen (AmpPlaceBasisRow *self)
{
  const AmpPlaceBasis *chosen = amp_place_basis_find (self->bases, amp_source_get_place_basis (self->source));
  guint                index = 0;

  if (chosen == NULL)
    {
      amp_source_set_place_basis (self->source, NULL);
      chosen = amp_place_basis_find (self->bases, NULL);
    }
  g_ptr_array_find (self->bases, chosen, &index);
  return index;
}

static void
fill (AmpPlaceBasisRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->bases->len; i++)
    gtk_string_list_take (names, describe_basis (self, g_ptr_array_index (self->bases, i)));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  if (self->bases->len > 0)
    gtk_drop_down_set_selected (self->drop_down, find_chosen (self));
  self->is_filling = FALSE;
}

void
amp_place_basis_row_refresh (AmpPlaceBasisRow *self)
{
  g_return_if_fail (AMP_IS_PLACE_BASIS_ROW (self));

  g_clear_pointer (&self->bases, g_ptr_array_unref);
  if (self->source != NULL)
    {
      self->bases = amp_place_basis_list (self->source);
      fill (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->bases != NULL && self->bases->len > 1);
}

void
amp_place_basis_row_set_source (AmpPlaceBasisRow *self, AmpSource *source)
{
  g_return_if_fail (AMP_IS_PLACE_BASIS_ROW (self));
  g_return_if_fail (source == NULL || AMP_IS_SOURCE (source));

  g_set_object (&self->source, source);
  amp_place_basis_row_refresh (self);
}

static void
on_selected (AmpPlaceBasisRow *self)
{
  guint index = gtk_drop_down_get_selected (self->drop_down);

  if (self->is_filling || self->bases == NULL || index >= self->bases->len)
    return;
  amp_source_set_place_basis (self->source, ((const AmpPlaceBasis *) g_ptr_array_index (self->bases, index))->code);
}

static void
amp_place_basis_row_dispose (GObject *object)
{
  AmpPlaceBasisRow *self = AMP_PLACE_BASIS_ROW (object);

  g_clear_object (&self->source);
  g_clear_pointer (&self->bases, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_PLACE_BASIS_ROW);

  G_OBJECT_CLASS (amp_place_basis_row_parent_class)->dispose (object);
}

static void
amp_place_basis_row_class_init (AmpPlaceBasisRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_place_basis_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-place-basis-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpPlaceBasisRow, drop_down);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
amp_place_basis_row_init (AmpPlaceBasisRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
