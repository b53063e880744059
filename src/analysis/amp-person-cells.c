/* Merges and counts profiles; see the header. */
#include "amp-person-cells.h"

guint32 *
amp_person_cells_merge (AmpProfileRegister *profiles,
                        const guint32      *record_profiles,
                        const guint32      *record_persons,
                        gsize               n_records,
                        const guint8       *levels,
                        guint32             n_persons)
{
  guint32 *merged;
  guint32  known = 0;

  g_return_val_if_fail (profiles != NULL && levels != NULL, NULL);

  merged = g_new (guint32, (gsize) n_persons + 1);
  for (gsize i = 0; i < n_records; i++)
    {
      guint32 person = record_persons[i];

      if (person > known)
        merged[known++] = record_profiles[i];
      else
        merged[person - 1] = amp_profile_register_merge (profiles, merged[person - 1], record_profiles[i], levels);
    }
  for (guint32 i = 0; i < n_persons; i++)
    amp_profile_register_count_person (profiles, merged[i]);
  return merged;
}

/* A profile may be left without any count: that of a record is never empty, but
 * a person's may have been widened by a further record before it was counted. */
gboolean
amp_person_cells_write (AmpProfileRegister *profiles,
                        guint32            *person_profiles,
                        guint32             n_persons,
                        AmpCaseWriter      *writer,
                        GError            **error)
{
  g_autofree AmpCell *counted = NULL;
  g_autofree guint32 *numbers = NULL;
  guint32             n_profiles;
  gsize               n = 0;

  g_return_val_if_fail (profiles != NULL && person_profiles != NULL && writer != NULL, FALSE);

  n_profiles = amp_profile_register_get_n (profiles);
  counted = g_new (AmpCell, n_profiles);
  numbers = g_new (guint32, n_profiles);
  for (guint32 i = 0; i < n_profiles; i++)
    {
      AmpCell cell = amp_profile_register_get_cell (profiles, i);

      numbers[i] = (guint32) n;
      if (cell.records > 0 || cell.persons > 0)
        counted[n++] = cell;
    }
  for (guint32 i = 0; i < n_persons; i++)
    person_profiles[i] = numbers[person_profiles[i]];
  return amp_case_writer_write_cells (writer, counted, n, error) &&
         amp_case_writer_append_persons (writer, person_profiles, n_persons, error);
}
