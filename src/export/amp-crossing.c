/* Keeps the marks beside the figures. */
#include "amp-crossing.h"

AmpCrossing *
amp_crossing_new (AmpCrossTable *counted)
{
  AmpCrossing *self = g_new0 (AmpCrossing, 1);
  guint        n_rows = amp_table_get_n_rows (counted->rows);

  self->counted = counted;
  self->is_masked = g_new0 (gboolean, (gsize) n_rows * amp_table_get_n_rows (counted->columns) + 1);
  self->is_listed = g_new0 (gboolean, n_rows + 1);
  self->is_untold = g_new0 (gboolean, amp_table_get_n_rows (counted->columns) + 1);
  for (guint row = 0; row < n_rows; row++)
    self->is_listed[row] = TRUE;
  return self;
}

void
amp_crossing_free (AmpCrossing *self)
{
  if (self == NULL)
    return;
  amp_cross_table_free (self->counted);
  g_free (self->is_masked);
  g_free (self->is_listed);
  g_free (self->is_untold);
  g_free (self);
}

AmpKey
amp_crossing_get_row_key (const AmpCrossing *self)
{
  g_return_val_if_fail (self != NULL, AMP_N_KEYS);

  return amp_table_get_key (self->counted->rows);
}

AmpKey
amp_crossing_get_column_key (const AmpCrossing *self)
{
  g_return_val_if_fail (self != NULL, AMP_N_KEYS);

  return amp_table_get_key (self->counted->columns);
}

guint
amp_crossing_get_n_rows (const AmpCrossing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return amp_table_get_n_rows (self->counted->rows);
}

guint
amp_crossing_get_n_columns (const AmpCrossing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return amp_table_get_n_rows (self->counted->columns);
}

gint64
amp_crossing_get_persons (const AmpCrossing *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL, 0);

  return amp_cross_table_get_persons (self->counted, row, column);
}

static gboolean *
get_mark (const AmpCrossing *self, guint row, guint column)
{
  return &self->is_masked[(gsize) row * amp_crossing_get_n_columns (self) + column];
}

gboolean
amp_crossing_is_masked (const AmpCrossing *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < amp_crossing_get_n_rows (self) && column < amp_crossing_get_n_columns (self), TRUE);

  return *get_mark (self, row, column);
}

gboolean
amp_crossing_mask (AmpCrossing *self, guint row, guint column)
{
  gboolean *mark;

  g_return_val_if_fail (self != NULL && row < amp_crossing_get_n_rows (self) && column < amp_crossing_get_n_columns (self), FALSE);

  mark = get_mark (self, row, column);
  if (*mark)
    return FALSE;
  *mark = TRUE;
  return TRUE;
}

gboolean
amp_crossing_unlist (AmpCrossing *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < amp_crossing_get_n_rows (self), FALSE);

  if (!self->is_listed[row])
    return FALSE;
  self->is_listed[row] = FALSE;
  for (guint column = 0; column < amp_crossing_get_n_columns (self); column++)
    *get_mark (self, row, column) = TRUE;
  return TRUE;
}

void
amp_crossing_mask_column (AmpCrossing *self, guint column)
{
  g_return_if_fail (self != NULL && column < amp_crossing_get_n_columns (self));

  self->is_untold[column] = TRUE;
  for (guint row = 0; row < amp_crossing_get_n_rows (self); row++)
    *get_mark (self, row, column) = TRUE;
}

void
amp_crossing_withhold (AmpCrossing *self)
{
  g_return_if_fail (self != NULL);

  self->is_withheld = TRUE;
  for (guint row = 0; row < amp_crossing_get_n_rows (self); row++)
    amp_crossing_unlist (self, row);
}
