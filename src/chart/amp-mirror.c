/* Two series of one division: see the header. */
#include "amp-mirror.h"

#include <math.h>

struct _AmpMirror
{
  char      *sides[2];
  char      *empty_text;
  GPtrArray *rows; /* of AmpMirrorRow */
};

static void
free_row (gpointer data)
{
  AmpMirrorRow *row = data;

  g_free (row->label);
  g_free (row->texts[0]);
  g_free (row->texts[1]);
  g_free (row->description);
  g_free (row);
}

static char *
dup_valid (const char *text)
{
  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

AmpMirror *
amp_mirror_new (const char *left, const char *right)
{
  AmpMirror *self = g_atomic_rc_box_new0 (AmpMirror);

  self->sides[0] = left != NULL ? dup_valid (left) : NULL;
  self->sides[1] = right != NULL ? dup_valid (right) : NULL;
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

AmpMirror *
amp_mirror_ref (AmpMirror *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear (AmpMirror *self)
{
  g_free (self->sides[0]);
  g_free (self->sides[1]);
  g_free (self->empty_text);
  g_ptr_array_unref (self->rows);
}

void
amp_mirror_unref (AmpMirror *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

void
amp_mirror_add (AmpMirror *self, const char *label, const double *values, const char *const *texts, const char *description)
{
  AmpMirrorRow *row = g_new0 (AmpMirrorRow, 1);

  g_return_if_fail (self != NULL && values != NULL && texts != NULL);

  row->label = dup_valid (label);
  row->description = g_strdup (description);
  for (guint side = 0; side < 2; side++)
    {
      row->values[side] = isfinite (values[side]) && values[side] > 0 ? values[side] : 0;
      row->texts[side] = dup_valid (texts[side]);
    }
  g_ptr_array_add (self->rows, row);
}

void
amp_mirror_set_empty_text (AmpMirror *self, const char *text)
{
  g_return_if_fail (self != NULL);

  g_free (self->empty_text);
  self->empty_text = g_strdup (text);
}

guint
amp_mirror_get_n_rows (const AmpMirror *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->rows->len;
}

const AmpMirrorRow *
amp_mirror_get_row (const AmpMirror *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->rows->len, NULL);
  return g_ptr_array_index (self->rows, index);
}

const char *
amp_mirror_get_side (const AmpMirror *self, guint side)
{
  g_return_val_if_fail (self != NULL && side < 2, NULL);
  return self->sides[side];
}

const char *
amp_mirror_get_empty_text (const AmpMirror *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->empty_text;
}

double
amp_mirror_get_maximum (const AmpMirror *self)
{
  double maximum = 0;

  g_return_val_if_fail (self != NULL, 1);

  for (guint i = 0; i < self->rows->len; i++)
    maximum = MAX (maximum, MAX (amp_mirror_get_row (self, i)->values[0], amp_mirror_get_row (self, i)->values[1]));
  return maximum > 0 ? maximum : 1;
}
