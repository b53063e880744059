/* A table of numbers by two divisions: see the header. */
#include "amp-heat-map.h"

typedef struct
{
  char *id;
  char *label;
} Name;

struct _AmpHeatMap
{
  char      *title;
  char      *caption;
  char      *empty_text;
  char      *scale_title;
  char     **scale;
  GPtrArray *columns; /* of Name */
  GPtrArray *rows;    /* of Name */
  GArray    *cells;   /* of AmpHeatCell, row by row */
};

static void
free_name (gpointer data)
{
  Name *name = data;

  g_free (name->id);
  g_free (name->label);
  g_free (name);
}

static Name *
create_name (const char *id, const char *label)
{
  Name *name = g_new (Name, 1);

  name->id = g_strdup (id != NULL ? id : "");
  name->label = g_utf8_make_valid (label != NULL ? label : "", -1);
  return name;
}

static void
clear_cell (gpointer data)
{
  AmpHeatCell *cell = data;

  g_free (cell->text);
  g_free (cell->description);
}

AmpHeatMap *
amp_heat_map_new (const char *title, const char *caption)
{
  AmpHeatMap *self = g_atomic_rc_box_new0 (AmpHeatMap);

  self->title = g_strdup (title);
  self->caption = g_strdup (caption);
  self->scale = g_new0 (char *, 1);
  self->columns = g_ptr_array_new_with_free_func (free_name);
  self->rows = g_ptr_array_new_with_free_func (free_name);
  self->cells = g_array_new (FALSE, TRUE, sizeof (AmpHeatCell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

AmpHeatMap *
amp_heat_map_ref (AmpHeatMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear (AmpHeatMap *self)
{
  g_free (self->title);
  g_free (self->caption);
  g_free (self->empty_text);
  g_free (self->scale_title);
  g_strfreev (self->scale);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->cells);
}

void
amp_heat_map_unref (AmpHeatMap *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

void
amp_heat_map_add_column (AmpHeatMap *self, const char *id, const char *label)
{
  g_return_if_fail (self != NULL && self->rows->len == 0);

  g_ptr_array_add (self->columns, create_name (id, label));
}

void
amp_heat_map_add_row (AmpHeatMap *self, const char *id, const char *label)
{
  const AmpHeatCell empty = { .level = -1 };

  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->rows, create_name (id, label));
  for (guint i = 0; i < self->columns->len; i++)
    g_array_append_val (self->cells, empty);
}

static AmpHeatCell *
get_cell (const AmpHeatMap *self, guint row, guint column)
{
  return &g_array_index (self->cells, AmpHeatCell, row * self->columns->len + column);
}

AmpHeatCell *
amp_heat_map_set_cell (AmpHeatMap *self, guint row, guint column, int level, const char *text, const char *description)
{
  AmpHeatCell *cell;

  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->columns->len, NULL);

  cell = get_cell (self, row, column);
  clear_cell (cell);
  *cell = (AmpHeatCell){ g_utf8_make_valid (text != NULL ? text : "", -1), g_strdup (description), level, FALSE, FALSE };
  return cell;
}

void
amp_heat_map_set_scale (AmpHeatMap *self, const char *title, const char *const *texts)
{
  g_return_if_fail (self != NULL && texts != NULL);

  g_free (self->scale_title);
  g_strfreev (self->scale);
  self->scale_title = g_strdup (title);
  self->scale = g_strdupv ((char **) texts);
}

void
amp_heat_map_set_empty_text (AmpHeatMap *self, const char *text)
{
  g_return_if_fail (self != NULL);

  g_free (self->empty_text);
  self->empty_text = g_strdup (text);
}

guint
amp_heat_map_get_n_rows (const AmpHeatMap *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->rows->len;
}

guint
amp_heat_map_get_n_columns (const AmpHeatMap *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->columns->len;
}

static const Name *
get_name (GPtrArray *names, guint index)
{
  g_return_val_if_fail (index < names->len, NULL);
  return g_ptr_array_index (names, index);
}

const char *
amp_heat_map_get_row_id (const AmpHeatMap *self, guint row)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_name (self->rows, row)->id;
}

const char *
amp_heat_map_get_row_label (const AmpHeatMap *self, guint row)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_name (self->rows, row)->label;
}

const char *
amp_heat_map_get_column_id (const AmpHeatMap *self, guint column)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_name (self->columns, column)->id;
}

const char *
amp_heat_map_get_column_label (const AmpHeatMap *self, guint column)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_name (self->columns, column)->label;
}

const AmpHeatCell *
amp_heat_map_get_cell (const AmpHeatMap *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->columns->len, NULL);
  return get_cell (self, row, column);
}

const char *
amp_heat_map_get_title (const AmpHeatMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->title;
}

const char *
amp_heat_map_get_caption (const AmpHeatMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->caption;
}

const char *
amp_heat_map_get_empty_text (const AmpHeatMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->empty_text;
}

const char *
amp_heat_map_get_scale_title (const AmpHeatMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->scale_title;
}

const char *const *
amp_heat_map_get_scale (const AmpHeatMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->scale;
}

gboolean
amp_heat_map_has_masked (const AmpHeatMap *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, AmpHeatCell, i).is_masked)
      return TRUE;
  return FALSE;
}
