/* Merges and counts profiles; see the header. */
#include "amp-person-cells.h"

struct _AmpPersonCells
{
  AmpProfileRegister *profiles; /* borrowed */
  const guint8       *levels;   /* borrowed */
  guint32            *persons;  /* profile of each person */
  guint32             n_persons;
  guint32             n_known; /* persons that have appeared */
};

AmpPersonCells *
amp_person_cells_new (AmpProfileRegister *profiles, const guint8 *levels, guint32 n_persons)
{
  AmpPersonCells *self = g_new0 (AmpPersonCells, 1);

  self->profiles = profiles;
  self->levels = levels;
  self->persons = g_new (guint32, (gsize) n_persons + 1);
  self->n_persons = n_persons;
  return self;
}

void
amp_person_cells_free (AmpPersonCells *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->persons);
  g_free (self);
}

void
amp_person_cells_merge (AmpPersonCells *self, const guint32 *record_profiles, const guint32 *record_persons, gsize n_records)
{
  g_return_if_fail (self != NULL);

  for (gsize i = 0; i < n_records; i++)
    {
      guint32 person = record_persons[i];

      g_assert (person > 0 && person <= self->n_persons && person <= self->n_known + 1);
      if (person > self->n_known)
        self->persons[self->n_known++] = record_profiles[i];
      else
        self->persons[person - 1] = amp_profile_register_merge (self->profiles, self->persons[person - 1], record_profiles[i], self->levels);
    }
}

/* A profile may be left without any count: that of a record is never empty, but
 * a person's may have been widened by a further record before it was counted. */
gboolean
amp_person_cells_write (AmpPersonCells *self, AmpCaseWriter *writer, GError **error)
{
  g_autofree AmpCell *counted = NULL;
  g_autofree guint32 *numbers = NULL;
  guint32             n_profiles;
  gsize               n = 0;

  g_return_val_if_fail (self != NULL && self->n_known == self->n_persons && writer != NULL, FALSE);

  for (guint32 i = 0; i < self->n_persons; i++)
    amp_profile_register_count_person (self->profiles, self->persons[i]);
  n_profiles = amp_profile_register_get_n (self->profiles);
  counted = g_new (AmpCell, n_profiles);
  numbers = g_new (guint32, n_profiles);
  for (guint32 i = 0; i < n_profiles; i++)
    {
      AmpCell cell = amp_profile_register_get_cell (self->profiles, i);

      numbers[i] = (guint32) n;
      if (cell.records > 0 || cell.persons > 0)
        counted[n++] = cell;
    }
  for (guint32 i = 0; i < self->n_persons; i++)
    self->persons[i] = numbers[self->persons[i]];
  return amp_case_writer_write_cells (writer, counted, n, error) &&
         amp_case_writer_append_persons (writer, self->persons, self->n_persons, error);
}
