/* Owns what only whoever reads a dump or searches needs of the gazetteer: the
 * communes of a postal code, and the index of names. Made when it is first asked
 * for, once for all threads: an opened case shows its first figures without. */
#include "amp-gazetteer-private.h"

#include "amp-places-table.h"

/* A test reads every cell: one that is not well formed never reaches a user. */
static void
append_postal_codes (AmpGazetteer *gazetteer, const char *cell, GArray *codes)
{
  for (const char *c = cell; *c != '\0'; c += c[5] == ',' ? 6 : 5)
    {
      guint32 number = amp_places_table_parse_number (c);

      g_assert (strlen (c) >= 5 && number < AMP_POSTAL_NUMBERS && (c[5] == ',' || c[5] == '\0'));
      g_array_append_val (codes, number);
      gazetteer->first_commune_served[number + 1]++;
    }
}

static void
read_postal_codes (AmpGazetteer *gazetteer)
{
  guint   n_communes = gazetteer->n_areas[AMP_PLACE_LEVEL_COMMUNE];
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (guint32));

  gazetteer->first_commune_served = g_new0 (guint32, AMP_POSTAL_NUMBERS + 1);
  gazetteer->first_postal_code = g_new0 (guint32, n_communes + 1);
  for (guint i = 0; i < n_communes; i++)
    {
      append_postal_codes (gazetteer, gazetteer->postal_cells[i], codes);
      gazetteer->first_postal_code[i + 1] = codes->len;
    }
  gazetteer->postal_codes = (guint32 *) (gpointer) g_array_free (codes, FALSE);
}

/* Turn commune → postal codes round: counts become starts, then fill. */
static void
index_postal_codes (AmpGazetteer *gazetteer)
{
  guint32            *starts = gazetteer->first_commune_served;
  g_autofree guint32 *next = NULL;

  for (guint i = 0; i < AMP_POSTAL_NUMBERS; i++)
    starts[i + 1] += starts[i];
  next = g_memdup2 (starts, sizeof *starts * AMP_POSTAL_NUMBERS);
  gazetteer->communes_served = g_new (guint32, starts[AMP_POSTAL_NUMBERS] + 1);
  for (guint32 i = 0; i < gazetteer->n_areas[AMP_PLACE_LEVEL_COMMUNE]; i++)
    for (guint j = gazetteer->first_postal_code[i]; j < gazetteer->first_postal_code[i + 1]; j++)
      gazetteer->communes_served[next[gazetteer->postal_codes[j]]++] = i;
}

void
amp_gazetteer_index (const AmpGazetteer *gazetteer)
{
  AmpGazetteer *self = (AmpGazetteer *) gazetteer;

  if (!g_once_init_enter (&self->is_indexed))
    return;
  read_postal_codes (self);
  index_postal_codes (self);
  self->names = amp_name_index_new (self);
  g_once_init_leave (&self->is_indexed, 1);
}

const AmpNameIndex *
amp_gazetteer_get_names (const AmpGazetteer *gazetteer)
{
  amp_gazetteer_index (gazetteer);
  return gazetteer->names;
}
