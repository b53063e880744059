/* Interns sketches in an open table of their numbers. Invariant: number 0 is no name, and
 * a free slot. */
#include "amp-name-register.h"

#include "amp-large-memory.h"
#include "amp-name-tally.h"

#define FIRST_SIZE 1024u

/* So many names are in the table before it grows: two slots of three. */
static gsize
get_room (gsize size)
{
  return size / 3 * 2;
}

static void
allocate_slots (AmpNameRegister *self, gsize size)
{
  self->slots = amp_large_memory_new (size * sizeof *self->slots);
  self->size = size;
}

AmpNameRegister *
amp_name_register_new (void)
{
  AmpNameRegister *self = g_new0 (AmpNameRegister, 1);

  self->entries = amp_large_memory_new (get_room (FIRST_SIZE) * sizeof *self->entries);
  self->n = 1;
  allocate_slots (self, FIRST_SIZE);
  return self;
}

void
amp_name_register_free (AmpNameRegister *self)
{
  g_return_if_fail (self != NULL);

  explicit_bzero (self->entries, self->n * sizeof *self->entries);
  amp_large_memory_free (self->entries, get_room (self->size) * sizeof *self->entries);
  amp_large_memory_free (self->slots, self->size * sizeof *self->slots);
  g_free (self);
}

static gsize
get_first_slot (const AmpNameRegister *self, guint32 sketch, guint16 details)
{
  guint64 hash = ((guint64) details << 32 | sketch) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (gsize) (hash >> 32) & (self->size - 1);
}

void
amp_name_register_fetch (const AmpNameRegister *self, guint32 sketch, guint16 details)
{
  __builtin_prefetch (&self->slots[get_first_slot (self, sketch, details)]);
}

static guint32 *
find_slot (const AmpNameRegister *self, guint32 sketch, guint16 details)
{
  gsize   slot = get_first_slot (self, sketch, details);
  guint32 number;

  while ((number = self->slots[slot]) != 0 &&
         (self->entries[number].sketch != sketch || self->entries[number].details != details))
    slot = (slot + 1) & (self->size - 1);
  return &self->slots[slot];
}

static void
grow (AmpNameRegister *self)
{
  gsize size = self->size;

  amp_large_memory_free (self->slots, size * sizeof *self->slots);
  allocate_slots (self, size * 2);
  self->entries = amp_large_memory_grow (self->entries, get_room (size) * sizeof *self->entries, get_room (size * 2) * sizeof *self->entries);
  for (guint32 i = 1; i < self->n; i++)
    *find_slot (self, self->entries[i].sketch, self->entries[i].details) = i;
}

guint32
amp_name_register_count (AmpNameRegister *self, guint32 sketch, guint16 details)
{
  guint32 *slot;
  guint32  number;

  if (sketch == 0 && details == 0)
    return 0;
  slot = find_slot (self, sketch, details);
  if (*slot == 0)
    {
      *slot = self->n++;
      self->entries[*slot] = (AmpNameEntry){ .sketch = sketch, .details = details };
    }
  number = *slot;
  self->entries[number].count++;
  if (self->n == get_room (self->size))
    grow (self);
  return number;
}

void
amp_name_register_mark_frequent (AmpNameRegister *self, guint32 many)
{
  g_autoptr (AmpNameTally) tally = amp_name_tally_new ();

  g_return_if_fail (self != NULL);

  for (guint32 i = 1; i < self->n; i++)
    amp_name_tally_add (tally, self->entries[i].sketch, self->entries[i].count);
  for (guint32 i = 1; i < self->n; i++)
    self->entries[i].is_frequent = amp_name_tally_get (tally, self->entries[i].sketch) >= many;
}
