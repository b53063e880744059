/* Interns profiles in a hash table of cell numbers. */
#include "amp-profile-register.h"

#include "amp-large-memory.h"

#define FIRST_SIZE 1024u

/* A slot holds a profile's number and, above it, half of its hash, so that nearly
 * every profile that is looked at is the right one. The other half finds the slot. */
#define NUMBER_BITS 32
#define FREE G_MAXUINT64

/* A country has millions of them: a set of sources is a number here, and no count is
 * above that of the records. */
typedef struct
{
  guint32 place;
  guint32 categories;
  guint32 sources; /* index of the set */
  guint32 records;
  guint32 persons;
  guint8  quality;
  guint8  age_band;
  guint8  sex;
} Profile;

struct _AmpProfileRegister
{
  Profile *profiles; /* all that there is room for */
  guint32  n_profiles;
  guint64 *slots; /* or FREE: no profile has the highest number; NULL once shed */
  gsize    size;

  GArray     *sources;        /* guint64: the sets */
  GHashTable *source_numbers; /* guint64 → index + 1 */
  guint32     last_sources;   /* index of the one asked for last */
};

/* So many profiles are in the table before it grows: three slots of four. */
static gsize
get_room (gsize size)
{
  return size / 4 * 3;
}

guint64
amp_profile_register_hash (const AmpCell *profile)
{
  guint64 hash = profile->sources;

  hash = (hash ^ profile->place) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  hash = (hash ^ (hash >> 29) ^ profile->categories) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  hash ^= (guint64) profile->quality << 16 | (guint64) profile->age_band << 8 | profile->sex;
  hash = (hash ^ (hash >> 32)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return hash ^ (hash >> 31);
}

static guint32
add_sources (AmpProfileRegister *self, guint64 sources)
{
  guint32 number = self->sources->len;

  g_array_append_val (self->sources, sources);
  g_hash_table_insert (self->source_numbers, g_memdup2 (&sources, sizeof sources), GUINT_TO_POINTER (number + 1));
  return number;
}

/* Records come source by source. */
static guint32
intern_sources (AmpProfileRegister *self, guint64 sources)
{
  if (self->sources->len == 0 || g_array_index (self->sources, guint64, self->last_sources) != sources)
    {
      guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->source_numbers, &sources));

      self->last_sources = number > 0 ? number - 1 : add_sources (self, sources);
    }
  return self->last_sources;
}

static Profile
make_profile (AmpProfileRegister *self, const AmpCell *cell)
{
  return (Profile){
    .place = cell->place,
    .categories = cell->categories,
    .sources = intern_sources (self, cell->sources),
    .quality = cell->quality,
    .age_band = cell->age_band,
    .sex = cell->sex,
  };
}

static AmpCell
make_cell (const AmpProfileRegister *self, const Profile *profile)
{
  return (AmpCell){
    .sources = g_array_index (self->sources, guint64, profile->sources),
    .place = profile->place,
    .categories = profile->categories,
    .quality = profile->quality,
    .age_band = profile->age_band,
    .sex = profile->sex,
    .records = profile->records,
    .persons = profile->persons,
  };
}

static gboolean
is_same (const Profile *one, const Profile *other)
{
  return one->sources == other->sources && one->place == other->place &&
         one->categories == other->categories && one->quality == other->quality &&
         one->age_band == other->age_band && one->sex == other->sex;
}

static guint64
make_slot (guint64 hash, guint32 number)
{
  return hash >> NUMBER_BITS << NUMBER_BITS | number;
}

static gsize
get_first_slot (const AmpProfileRegister *self, guint64 hash)
{
  return (gsize) ((guint64) (guint32) hash * self->size >> 32);
}

static gsize
get_next_slot (const AmpProfileRegister *self, gsize slot)
{
  return slot + 1 < self->size ? slot + 1 : 0;
}

static gsize
probe (const AmpProfileRegister *self, const Profile *profile, guint64 hash)
{
  gsize slot = get_first_slot (self, hash);

  while (self->slots[slot] != FREE &&
         (self->slots[slot] >> NUMBER_BITS != hash >> NUMBER_BITS || !is_same (&self->profiles[(guint32) self->slots[slot]], profile)))
    slot = get_next_slot (self, slot);
  return slot;
}

static void
allocate_slots (AmpProfileRegister *self, gsize size)
{
  self->slots = amp_large_memory_new (size * sizeof (guint64));
  self->size = size;
  memset (self->slots, 0xFF, size * sizeof (guint64));
}

/* All profiles differ: each goes to the next free slot. */
static void
insert_all (AmpProfileRegister *self)
{
  for (guint32 i = 0; i < self->n_profiles; i++)
    {
      AmpCell cell = make_cell (self, &self->profiles[i]);
      guint64 hash = amp_profile_register_hash (&cell);
      gsize   slot = get_first_slot (self, hash);

      while (self->slots[slot] != FREE)
        slot = get_next_slot (self, slot);
      self->slots[slot] = make_slot (hash, i);
    }
}

/* By half rather than twice: what is free is memory, too. */
static void
grow (AmpProfileRegister *self)
{
  gsize size = self->size, new_size = size + size / 2;

  amp_large_memory_free (self->slots, size * sizeof (guint64));
  allocate_slots (self, new_size);
  self->profiles = amp_large_memory_grow (self->profiles, get_room (size) * sizeof (Profile), get_room (new_size) * sizeof (Profile));
  insert_all (self);
}

AmpProfileRegister *
amp_profile_register_new (void)
{
  AmpProfileRegister *self = g_new0 (AmpProfileRegister, 1);

  self->profiles = amp_large_memory_new (get_room (FIRST_SIZE) * sizeof (Profile));
  allocate_slots (self, FIRST_SIZE);
  self->sources = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->source_numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
amp_profile_register_free (AmpProfileRegister *self)
{
  g_return_if_fail (self != NULL);
  amp_large_memory_free (self->profiles, get_room (self->size) * sizeof (Profile));
  amp_large_memory_free (self->slots, self->size * sizeof (guint64));
  g_array_unref (self->sources);
  g_hash_table_unref (self->source_numbers);
  g_free (self);
}

void
amp_profile_register_shed (AmpProfileRegister *self)
{
  g_return_if_fail (self != NULL);

  amp_large_memory_free (self->slots, self->size * sizeof (guint64));
  self->slots = NULL;
}

static void
make_slots_again (AmpProfileRegister *self)
{
  allocate_slots (self, self->size);
  insert_all (self);
}

void
amp_profile_register_prefetch_slot (const AmpProfileRegister *self, guint64 hash)
{
  __builtin_prefetch (&self->slots[get_first_slot (self, hash)]);
}

void
amp_profile_register_prefetch_cell (const AmpProfileRegister *self, guint64 hash)
{
  guint64 slot = self->slots[get_first_slot (self, hash)];

  if (slot == FREE)
    return;
  __builtin_prefetch (&self->profiles[(guint32) slot]);
  __builtin_prefetch (&self->profiles[(guint32) slot].sex);
}

static guint32
add_profile (AmpProfileRegister *self, const Profile *profile, guint64 hash, gsize slot)
{
  guint32 number = self->n_profiles++;

  self->profiles[number] = *profile;
  self->slots[slot] = make_slot (hash, number);
  if (self->n_profiles == get_room (self->size))
    grow (self);
  return number;
}

guint32
amp_profile_register_find_hashed (AmpProfileRegister *self, const AmpCell *cell, guint64 hash)
{
  Profile profile;
  gsize   slot;

  g_return_val_if_fail (self != NULL && cell != NULL, 0);

  if (G_UNLIKELY (self->slots == NULL))
    make_slots_again (self);
  profile = make_profile (self, cell);
  slot = probe (self, &profile, hash);
  return self->slots[slot] == FREE ? add_profile (self, &profile, hash, slot) : (guint32) self->slots[slot];
}

guint32
amp_profile_register_find (AmpProfileRegister *self, const AmpCell *profile)
{
  g_return_val_if_fail (profile != NULL, 0);
  return amp_profile_register_find_hashed (self, profile, amp_profile_register_hash (profile));
}

static gboolean
is_better_placed (const AmpCell *later, const AmpCell *earlier, const guint8 *levels)
{
  if (levels[later->place] != levels[earlier->place])
    return levels[later->place] > levels[earlier->place];
  return later->quality < earlier->quality;
}

guint32
amp_profile_register_merge (AmpProfileRegister *self, guint32 earlier, guint32 later, const guint8 *levels)
{
  AmpCell merged, other;

  g_return_val_if_fail (self != NULL && earlier < self->n_profiles && later < self->n_profiles, 0);

  if (earlier == later)
    return earlier;
  merged = make_cell (self, &self->profiles[earlier]);
  other = make_cell (self, &self->profiles[later]);
  if (is_better_placed (&other, &merged, levels))
    {
      merged.place = other.place;
      merged.quality = other.quality;
    }
  if (merged.age_band == AMP_AGE_BAND_UNKNOWN)
    merged.age_band = other.age_band;
  if (merged.sex == AMP_SEX_UNKNOWN)
    merged.sex = other.sex;
  merged.categories |= other.categories;
  merged.sources |= other.sources;
  return amp_profile_register_find (self, &merged);
}

void
amp_profile_register_count_record (AmpProfileRegister *self, guint32 profile)
{
  g_return_if_fail (self != NULL && profile < self->n_profiles);
  self->profiles[profile].records++;
}

void
amp_profile_register_count_person (AmpProfileRegister *self, guint32 profile)
{
  g_return_if_fail (self != NULL && profile < self->n_profiles);
  self->profiles[profile].persons++;
}

guint32
amp_profile_register_get_n (const AmpProfileRegister *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_profiles;
}

AmpCell
amp_profile_register_get_cell (const AmpProfileRegister *self, guint32 profile)
{
  g_return_val_if_fail (self != NULL && profile < self->n_profiles, (AmpCell){ 0 });
  return make_cell (self, &self->profiles[profile]);
}
