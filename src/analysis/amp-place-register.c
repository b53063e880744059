/* Interns places; each distinct one goes to the case once. */
#include "amp-place-register.h"

struct _AmpPlaceRegister
{
  AmpGazetteer  *gazetteer;
  AmpCaseWriter *writer;     /* borrowed */
  GHashTable    *numbers;    /* AmpPlace → number, for what is no commune */
  guint32       *by_commune; /* number, or 0 for none yet */
  GByteArray    *levels;
};

static guint
place_hash (gconstpointer data)
{
  const AmpPlace *place = data;

  return place->commune * 31u + place->epci * 17u + place->departement * 13u + place->region * 7u +
         (guint) place->country[0] * 257u + (guint) place->country[1];
}

/* Quality is a fact of the record, not of the place. */
static gboolean
place_equal (gconstpointer one, gconstpointer other)
{
  const AmpPlace *a = one, *b = other;

  return a->commune == b->commune && a->epci == b->epci && a->departement == b->departement &&
         a->region == b->region && memcmp (a->country, b->country, sizeof a->country) == 0;
}

static const char *
code_at (AmpPlaceRegister *self, const AmpPlace *place, AmpPlaceLevel level)
{
  guint32 index = amp_place_get_index (place, level);

  return index == AMP_PLACE_NONE ? NULL : amp_gazetteer_get_area (self->gazetteer, level, index)->code;
}

static guint8
level_of (const AmpPlace *place)
{
  for (guint level = AMP_PLACE_LEVEL_COMMUNE; level > AMP_PLACE_LEVEL_COUNTRY; level--)
    if (amp_place_get_index (place, level) != AMP_PLACE_NONE)
      return (guint8) (level + 1);
  return place->country[0] != '\0' ? 1 : 0;
}

static void
remember_level (AmpPlaceRegister *self, guint32 number, guint8 level)
{
  if (number >= self->levels->len)
    g_byte_array_set_size (self->levels, number + 1);
  self->levels->data[number] = level;
}

AmpPlaceRegister *
amp_place_register_new (AmpGazetteer *gazetteer, AmpCaseWriter *writer)
{
  AmpPlaceRegister *self = g_new0 (AmpPlaceRegister, 1);

  self->gazetteer = amp_gazetteer_ref (gazetteer);
  self->writer = writer;
  self->numbers = g_hash_table_new_full (place_hash, place_equal, g_free, NULL);
  self->by_commune = g_new0 (guint32, amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE));
  self->levels = g_byte_array_new ();
  remember_level (self, AMP_PLACE_UNPLACED, 0);
  return self;
}

void
amp_place_register_free (AmpPlaceRegister *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->gazetteer, amp_gazetteer_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->by_commune, g_free);
  g_clear_pointer (&self->levels, g_byte_array_unref);
  g_free (self);
}

static gboolean
add_place (AmpPlaceRegister *self, const AmpPlace *place, guint32 *number, GError **error)
{
  AmpPlaceCodes codes = {
    .region = (char *) code_at (self, place, AMP_PLACE_LEVEL_REGION),
    .departement = (char *) code_at (self, place, AMP_PLACE_LEVEL_DEPARTEMENT),
    .epci = (char *) code_at (self, place, AMP_PLACE_LEVEL_EPCI),
    .commune = (char *) code_at (self, place, AMP_PLACE_LEVEL_COMMUNE),
  };

  memcpy (codes.country, place->country, sizeof codes.country);
  if (!amp_case_writer_add_place (self->writer, &codes, number, error))
    return FALSE;
  remember_level (self, *number, level_of (place));
  if (place->commune != AMP_PLACE_NONE)
    self->by_commune[place->commune] = *number;
  else
    g_hash_table_insert (self->numbers, g_memdup2 (place, sizeof *place), GUINT_TO_POINTER (*number));
  return TRUE;
}

gboolean
amp_place_register_find (AmpPlaceRegister *self, const AmpPlace *place, guint32 *number, GError **error)
{
  gpointer known;

  g_return_val_if_fail (self != NULL && place != NULL && number != NULL, FALSE);

  if (place->commune != AMP_PLACE_NONE && self->by_commune[place->commune] != 0)
    {
      *number = self->by_commune[place->commune];
      return TRUE;
    }
  if (!g_hash_table_lookup_extended (self->numbers, place, NULL, &known))
    return add_place (self, place, number, error);
  *number = GPOINTER_TO_UINT (known);
  return TRUE;
}

const guint8 *
amp_place_register_get_levels (AmpPlaceRegister *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->levels->data;
}
