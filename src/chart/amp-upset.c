/* Counts of combinations: see the header. */
#include "amp-upset.h"

typedef struct
{
  char *label;
  int   color;
} Set;

struct _AmpUpset
{
  AmpSeries *series;
  GArray    *sets;    /* of Set */
  GArray    *members; /* of guint32, one a row */
};

static void
clear_set (gpointer data)
{
  g_free (((Set *) data)->label);
}

AmpUpset *
amp_upset_new (AmpSeries *series)
{
  AmpUpset *self;

  g_return_val_if_fail (series != NULL, NULL);

  self = g_atomic_rc_box_new0 (AmpUpset);
  self->series = amp_series_ref (series);
  self->sets = g_array_new (FALSE, FALSE, sizeof (Set));
  g_array_set_clear_func (self->sets, clear_set);
  self->members = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (self->members, amp_series_get_n_rows (series));
  return self;
}

AmpUpset *
amp_upset_ref (AmpUpset *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AmpUpset *self = data;

  amp_series_unref (self->series);
  g_array_unref (self->sets);
  g_array_unref (self->members);
}

void
amp_upset_unref (AmpUpset *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
amp_upset_add_set (AmpUpset *self, const char *label, int color)
{
  Set set = { NULL, color };

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (self->sets->len < AMP_UPSET_MAX_SETS, 0);

  set.label = g_utf8_make_valid (label != NULL ? label : "", -1);
  g_array_append_val (self->sets, set);
  return self->sets->len - 1;
}

void
amp_upset_set_members (AmpUpset *self, guint row, guint32 members)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (row < self->members->len);

  g_array_index (self->members, guint32, row) = members;
}

AmpSeries *
amp_upset_get_series (const AmpUpset *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->series;
}

guint
amp_upset_get_n_sets (const AmpUpset *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->sets->len;
}

const char *
amp_upset_get_set_label (const AmpUpset *self, guint set)
{
  g_return_val_if_fail (self != NULL && set < self->sets->len, NULL);
  return g_array_index (self->sets, Set, set).label;
}

int
amp_upset_get_set_color (const AmpUpset *self, guint set)
{
  g_return_val_if_fail (self != NULL && set < self->sets->len, -1);
  return g_array_index (self->sets, Set, set).color;
}

gboolean
amp_upset_has_member (const AmpUpset *self, guint row, guint set)
{
  g_return_val_if_fail (self != NULL && row < self->members->len && set < self->sets->len, FALSE);
  return (g_array_index (self->members, guint32, row) >> set & 1u) != 0;
}
