/* Owns the set of keys that nobody may share. A key is kept as 64 bits of a
 * hash: two that fall together cost one redraw, and hide nothing. */
#include "sample-crowd.h"

#include "sample-number.h"

#define MAX_KEYS 16

typedef struct
{
  guint64 keys[MAX_KEYS];
  guint   n_keys;
} Keys;

static void
add_key (Keys *keys, const SampleText *text)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < text->length; i++)
    hash = (hash ^ (guint8) text->bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  g_assert (keys->n_keys < MAX_KEYS);
  keys->keys[keys->n_keys++] = sample_random_mix (hash);
}

static void
begin_key (SampleText *text, char kind, guint32 last_name, const SamplePerson *person)
{
  char name[SAMPLE_NAME_SIZE];

  sample_text_clear (text);
  sample_text_put_char (text, kind);
  sample_last_name_write (last_name, name);
  sample_text_put_squashed (text, name);
  sample_text_put_char (text, '|');
  sample_text_put_squashed (text, sample_person_get_first_name (person));
  sample_text_put_char (text, '|');
}

static void
add_name_keys (Keys *keys, SampleText *text, guint32 last_name, const SamplePerson *person, const SamplePerson *holder)
{
  if (person->birth != SAMPLE_DAY_UNKNOWN)
    {
      begin_key (text, 'B', last_name, person);
      sample_text_put_number (text, (guint64) person->birth, 1);
      sample_text_put_char (text, '|');
      sample_text_put_number (text, person->commune, 1);
      add_key (keys, text);
    }
  if (holder->email > 0)
    {
      begin_key (text, 'E', last_name, person);
      sample_person_put_email (holder, text);
      add_key (keys, text);
    }
  for (guint i = 0; i < SAMPLE_N_PHONES; i++)
    if (person->phones[i] > 0)
      {
        begin_key (text, 'P', last_name, person);
        sample_text_put_number (text, person->phones[i], 1);
        add_key (keys, text);
      }
}

static void
add_nir_keys (Keys *keys, SampleText *text, const SamplePerson *person, gboolean is_own)
{
  if (person->birth != SAMPLE_DAY_UNKNOWN)
    {
      sample_text_clear (text);
      sample_text_put (text, person->nir);
      sample_text_put_number (text, (guint64) person->birth, 1);
      add_key (keys, text);
    }
  sample_text_clear (text);
  sample_text_put (text, person->nir);
  sample_text_put_squashed (text, sample_person_get_first_name (person));
  add_key (keys, text);
  if (is_own)
    {
      sample_text_clear (text);
      sample_text_put (text, person->nir);
      add_key (keys, text);
    }
}

static gboolean
take_keys (SampleCrowd *crowd, const SamplePerson *person, const SamplePerson *holder)
{
  SampleText text;
  Keys       keys = { .n_keys = 0 };

  add_name_keys (&keys, &text, person->last_name, person, holder);
  if (person->maiden_name != person->last_name)
    add_name_keys (&keys, &text, person->maiden_name, person, holder);
  if (person->nir[0] != '\0')
    add_nir_keys (&keys, &text, person, !g_str_equal (person->nir, holder->nir) || person == holder);
  for (guint i = 0; i < keys.n_keys; i++)
    if (sample_key_set_contains (crowd->keys, keys.keys[i]))
      return FALSE;
  for (guint i = 0; i < keys.n_keys; i++)
    sample_key_set_add (crowd->keys, keys.keys[i]);
  return TRUE;
}

gboolean
sample_crowd_add (SampleCrowd *crowd, const SamplePerson *person)
{
  const SamplePerson *holder = person->holder == SAMPLE_PLACE_NONE ? person : sample_crowd_get (crowd, person->holder);

  if (crowd->wanted == 0)
    return TRUE;
  if (crowd->keys != NULL && !take_keys (crowd, person, holder))
    return FALSE;
  SamplePerson copy = *person;
  if (person->holder == SAMPLE_PLACE_NONE)
    copy.holder = crowd->persons->len;
  copy.n_records = (guint8) MIN (copy.n_records, crowd->wanted);
  crowd->wanted -= copy.n_records;
  g_array_append_val (crowd->persons, copy);
  return TRUE;
}

void
sample_crowd_fill (SampleCrowd *crowd, gint64 n_records, SampleHouseholdFunc draw_household)
{
  crowd->n_before += crowd->persons->len;
  g_array_set_size (crowd->persons, 0);
  crowd->wanted = n_records;
  while (crowd->wanted > 0)
    {
      SampleRandom random = { sample_random_seed (crowd->seed, crowd->n_before + crowd->persons->len) };

      draw_household (crowd, &random);
    }
}

void
sample_crowd_init (SampleCrowd *crowd, const SampleTerritory *territory, guint64 seed, gint32 as_of, gboolean checks_keys)
{
  *crowd = (SampleCrowd){ .territory = territory, .seed = seed, .as_of = as_of };
  crowd->persons = g_array_new (FALSE, FALSE, sizeof (SamplePerson));
  if (checks_keys)
    crowd->keys = sample_key_set_new ();
}

void
sample_crowd_clear (SampleCrowd *crowd)
{
  g_array_unref (crowd->persons);
  g_clear_pointer (&crowd->keys, sample_key_set_free);
}
