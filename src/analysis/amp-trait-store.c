/* Owns the packing: names by number, and names at birth where there are some. */
#include "amp-trait-store.h"

#include <string.h>

#include "amp-large-memory.h"
#include "amp-name-register.h"

/* Records that there is room for at first. */
#define FIRST_RECORDS 4096u

/* Records of which it is known how many before them have a name at birth. */
#define GROUP 64u

/* Details of a first name. Those of a last name are its length alone. */
#define LENGTH_MASK 7u
#define DETAIL_KNOWN (1u << 3)
#define DETAIL_COMPOUND (1u << 4)
#define DETAIL_INITIAL (1u << 5)
#define HEAD_SHIFT 8

/* A record, on large pages: looked up at random in the end. */
typedef struct
{
  guint32 last : 28;
  guint32 sex : 2;
  guint32 is_unsure : 1;
  guint32 is_name_at_birth_last : 1; /* the same as the last name, as most are */
  guint32 first : 28;
  guint32 has_name_at_birth : 1; /* another one */
  guint32 : 3;
  AmpBirthSketch birth;
  guint16        commune;
} Record;
G_STATIC_ASSERT (sizeof (Record) == 12);

typedef struct
{
  guint64 members; /* bit N: the group's record N has a name at birth */
  guint32 before;  /* such names before the group */
} Group;

/* Memory that grows without a copy. */
typedef struct
{
  gpointer memory;
  gsize    size; /* in bytes */
} Room;

struct _AmpTraitStore
{
  guint32          n;
  Room             records;        /* Record */
  Room             nirs;           /* guint32, zeros where none was added */
  guint32          n_nirs;         /* up to the last record that has one */
  Room             groups;         /* Group */
  Room             names_at_birth; /* guint32 */
  guint32          n_names_at_birth;
  AmpNameRegister *lasts;
  AmpNameRegister *firsts;
};

/* Pages that were never used are left alone. */
static void
clear_room (Room *room, gsize used)
{
  if (room->memory != NULL)
    explicit_bzero (room->memory, used);
  amp_large_memory_free (room->memory, room->size);
  *room = (Room){ NULL, 0 };
}

/* What was not used yet is zeros. */
static void
make_room (Room *room, gsize needed)
{
  gsize size = MAX (room->size, FIRST_RECORDS * sizeof (guint32));

  if (needed <= room->size)
    return;
  while (size < needed)
    size *= 2;
  room->memory = room->memory == NULL ? amp_large_memory_new (size) : amp_large_memory_grow (room->memory, room->size, size);
  room->size = size;
}

AmpTraitStore *
amp_trait_store_new (void)
{
  AmpTraitStore *self = g_new0 (AmpTraitStore, 1);

  self->lasts = amp_name_register_new ();
  self->firsts = amp_name_register_new ();
  return self;
}

void
amp_trait_store_free (AmpTraitStore *self)
{
  g_return_if_fail (self != NULL);

  clear_room (&self->records, self->n * sizeof (Record));
  clear_room (&self->nirs, self->n_nirs * sizeof (guint32));
  clear_room (&self->groups, ((gsize) self->n + GROUP - 1) / GROUP * sizeof (Group));
  clear_room (&self->names_at_birth, self->n_names_at_birth * sizeof (guint32));
  g_clear_pointer (&self->lasts, amp_name_register_free);
  g_clear_pointer (&self->firsts, amp_name_register_free);
  g_free (self);
}

static guint16
pack_first_details (const AmpNameSketch *name)
{
  return (guint16) (name->first_length | (name->is_first_known ? DETAIL_KNOWN : 0) |
                    (name->is_compound ? DETAIL_COMPOUND : 0) | (name->is_initial ? DETAIL_INITIAL : 0) |
                    name->first_head << HEAD_SHIFT);
}

static void
add_name_at_birth (AmpTraitStore *self, guint32 record, guint32 name)
{
  Group *group;

  make_room (&self->groups, (record / GROUP + 1) * sizeof (Group));
  group = (Group *) self->groups.memory + record / GROUP;
  if (record % GROUP == 0)
    group->before = self->n_names_at_birth;
  if (name == 0)
    return;
  group->members |= G_GUINT64_CONSTANT (1) << record % GROUP;
  make_room (&self->names_at_birth, (self->n_names_at_birth + (gsize) 1) * sizeof (guint32));
  ((guint32 *) self->names_at_birth.memory)[self->n_names_at_birth++] = name;
}

static void
add_nir (AmpTraitStore *self, guint32 record, guint32 nir)
{
  if (nir == 0)
    return;
  self->n_nirs = record + 1;
  make_room (&self->nirs, self->n_nirs * sizeof (guint32));
  ((guint32 *) self->nirs.memory)[record] = nir;
}

void
amp_trait_store_announce (const AmpTraitStore *self, const AmpPersonTraits *traits)
{
  amp_name_register_fetch (self->lasts, traits->name.last, traits->name.last_length);
  amp_name_register_fetch (self->firsts, traits->name.first, pack_first_details (&traits->name));
}

void
amp_trait_store_add (AmpTraitStore *self, const AmpPersonTraits *traits, guint32 nir)
{
  const AmpNameSketch *name = &traits->name;
  guint32              record = self->n++;
  guint32              other_at_birth = name->birth != name->last ? name->birth : 0;

  g_assert (record < AMP_TRAIT_STORE_MAX);

  make_room (&self->records, self->n * sizeof (Record));
  ((Record *) self->records.memory)[record] = (Record){
    .last = amp_name_register_count (self->lasts, name->last, name->last_length),
    .first = amp_name_register_count (self->firsts, name->first, pack_first_details (name)),
    .sex = name->sex,
    .is_unsure = name->is_unsure,
    .is_name_at_birth_last = name->birth == name->last,
    .has_name_at_birth = other_at_birth != 0,
    .birth = traits->birth,
    .commune = traits->commune,
  };
  add_name_at_birth (self, record, other_at_birth);
  add_nir (self, record, nir);
}

guint32
amp_trait_store_get_n (const AmpTraitStore *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n;
}

void
amp_trait_store_mark_known_names (AmpTraitStore *self, guint32 many)
{
  g_return_if_fail (self != NULL);
  amp_name_register_mark_frequent (self->lasts, many);
  amp_name_register_mark_frequent (self->firsts, many);
}

static const Record *
get_record (const AmpTraitStore *self, guint32 record)
{
  return (const Record *) self->records.memory + record;
}

void
amp_trait_store_fetch (const AmpTraitStore *self, guint32 record)
{
  __builtin_prefetch (get_record (self, record));
}

static guint32
get_nir (const AmpTraitStore *self, guint32 record)
{
  return record < self->n_nirs ? ((const guint32 *) self->nirs.memory)[record] : 0;
}

static guint32
get_name_at_birth (const AmpTraitStore *self, guint32 record)
{
  const Group *group = (const Group *) self->groups.memory + record / GROUP;
  guint64      before = group->members & ((G_GUINT64_CONSTANT (1) << record % GROUP) - 1);

  return ((const guint32 *) self->names_at_birth.memory)[group->before + (guint32) __builtin_popcountll (before)];
}

static void
unpack_name (const AmpTraitStore *self, const Record *packed, AmpNameSketch *name)
{
  const AmpNameEntry *last = amp_name_register_get (self->lasts, packed->last);
  const AmpNameEntry *first = amp_name_register_get (self->firsts, packed->first);

  name->last = last->sketch;
  name->last_length = last->details & LENGTH_MASK;
  name->is_last_known = last->is_frequent;
  name->first = first->sketch;
  name->first_length = first->details & LENGTH_MASK;
  name->is_first_known = (first->details & DETAIL_KNOWN) != 0 || first->is_frequent;
  name->is_compound = (first->details & DETAIL_COMPOUND) != 0;
  name->is_initial = (first->details & DETAIL_INITIAL) != 0;
  name->first_head = first->details >> HEAD_SHIFT;
  name->sex = packed->sex;
  name->is_unsure = packed->is_unsure;
}

guint32
amp_trait_store_get (const AmpTraitStore *self, guint32 record, AmpPersonTraits *traits)
{
  const Record *packed = get_record (self, record);

  g_assert (record < self->n);

  memset (traits, 0, sizeof *traits);
  unpack_name (self, packed, &traits->name);
  if (packed->has_name_at_birth)
    traits->name.birth = get_name_at_birth (self, record);
  else if (packed->is_name_at_birth_last)
    traits->name.birth = traits->name.last;
  traits->birth = packed->birth;
  traits->commune = packed->commune;
  return get_nir (self, record);
}

void
amp_trait_store_gather_nirs (gpointer data, AmpKeySink *sink)
{
  const AmpTraitStore *self = data;
  const guint32       *nirs = self->nirs.memory;

  for (guint32 i = 0; i < self->n_nirs; i++)
    if (nirs[i] != 0)
      amp_key_sink_offer (sink, i, nirs[i] & ~AMP_PERSON_NIR_FLAGS);
}

void
amp_trait_store_gather_births (gpointer data, AmpKeySink *sink)
{
  const AmpTraitStore *self = data;

  for (guint32 i = 0; i < self->n; i++)
    {
      const Record *packed = get_record (self, i);

      if (packed->birth != 0 && packed->commune != 0)
        amp_key_sink_offer (sink, i, (guint32) packed->birth << 16 | packed->commune);
    }
}

/* The sketches alone, which is enough for a key. */
static AmpNameSketch
get_sketches (const AmpTraitStore *self, const Record *packed)
{
  return (AmpNameSketch){
    .last = amp_name_register_get (self->lasts, packed->last)->sketch,
    .first = amp_name_register_get (self->firsts, packed->first)->sketch,
  };
}

void
amp_trait_store_gather_names (gpointer data, AmpKeySink *sink)
{
  const AmpTraitStore *self = data;

  for (guint32 i = 0; i < self->n; i++)
    {
      AmpNameSketch sketches = get_sketches (self, get_record (self, i));
      guint32       whole = amp_name_sketch_get_whole (&sketches);

      if (whole != 0)
        amp_key_sink_offer (sink, i, whole);
    }
}

void
amp_trait_store_gather_communes (gpointer data, AmpKeySink *sink)
{
  const AmpTraitStore *self = data;

  for (guint32 i = 0; i < self->n; i++)
    {
      const Record *packed = get_record (self, i);
      AmpNameSketch sketches;

      if (packed->birth != 0 || packed->commune == 0)
        continue;
      sketches = get_sketches (self, packed);
      if (sketches.last != 0 && sketches.first != 0)
        amp_key_sink_offer (sink, i, (guint32) amp_name_sketch_get_heads (&sketches) << 16 | packed->commune);
    }
}
