/* An open table that doubles. */
#include "amp-name-tally.h"

#define FIRST_SIZE 1024u

typedef struct
{
  guint32 sketch; /* 0: free */
  guint32 count;
} Slot;

struct _AmpNameTally
{
  Slot *slots;
  gsize size; /* a power of two */
  gsize n;
};

AmpNameTally *
amp_name_tally_new (void)
{
  AmpNameTally *self = g_new0 (AmpNameTally, 1);

  self->size = FIRST_SIZE;
  self->slots = g_new0 (Slot, self->size);
  return self;
}

void
amp_name_tally_free (AmpNameTally *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->slots);
  g_free (self);
}

static Slot *
find_slot (const AmpNameTally *self, guint32 sketch)
{
  gsize slot = (gsize) (sketch * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) >> 32) & (self->size - 1);

  while (self->slots[slot].sketch != 0 && self->slots[slot].sketch != sketch)
    slot = (slot + 1) & (self->size - 1);
  return &self->slots[slot];
}

static void
grow (AmpNameTally *self)
{
  g_autofree Slot *slots = self->slots;
  gsize            size = self->size;

  self->size *= 2;
  self->slots = g_new0 (Slot, self->size);
  for (gsize i = 0; i < size; i++)
    if (slots[i].sketch != 0)
      *find_slot (self, slots[i].sketch) = slots[i];
}

void
amp_name_tally_add (AmpNameTally *self, guint32 sketch, guint32 count)
{
  Slot *slot;

  if (sketch == 0)
    return;
  slot = find_slot (self, sketch);
  self->n += slot->sketch == 0;
  slot->sketch = sketch;
  slot->count += count;
  if (self->n * 2 > self->size)
    grow (self);
}

guint32
amp_name_tally_get (const AmpNameTally *self, guint32 sketch)
{
  return sketch == 0 ? 0 : find_slot (self, sketch)->count;
}
