/* Open addressing with linear probing; tags and records in two arrays. */
#include "amp-pseudonym-table.h"

#define FIRST_SIZE (1u << 12)

struct _AmpPseudonymTable
{
  guint64 *tags;    /* 0: free */
  guint32 *records; /* meaningful where the tag is not 0 */
  gsize    size;    /* a power of two */
  gsize    used;
};

static void
allocate (AmpPseudonymTable *self, gsize size)
{
  self->tags = g_new0 (guint64, size);
  self->records = g_new (guint32, size);
  self->size = size;
}

/* The multiplier spreads keys whose low bits agree (2^64 divided by the golden
 * ratio). After growing, an entry must be found again from its tag alone. */
static gsize
slot_of (guint64 tag, gsize size)
{
  return (gsize) ((tag * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 20) & (size - 1);
}

static gsize
probe (const AmpPseudonymTable *self, guint64 tag)
{
  gsize slot = slot_of (tag, self->size);

  while (self->tags[slot] != 0 && self->tags[slot] != tag)
    slot = (slot + 1) & (self->size - 1);
  return slot;
}

static void
grow (AmpPseudonymTable *self)
{
  guint64 *tags = self->tags;
  guint32 *records = self->records;
  gsize    size = self->size;

  allocate (self, size * 2);
  for (gsize i = 0; i < size; i++)
    if (tags[i] != 0)
      {
        gsize slot = probe (self, tags[i]);

        self->tags[slot] = tags[i];
        self->records[slot] = records[i];
      }
  g_free (tags);
  g_free (records);
}

AmpPseudonymTable *
amp_pseudonym_table_new (void)
{
  AmpPseudonymTable *self = g_new0 (AmpPseudonymTable, 1);

  allocate (self, FIRST_SIZE);
  return self;
}

void
amp_pseudonym_table_free (AmpPseudonymTable *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->tags);
  g_free (self->records);
  g_free (self);
}

guint32
amp_pseudonym_table_claim (AmpPseudonymTable *self, const AmpPseudonym *pseudonym, guint32 record)
{
  guint64 tag = pseudonym->low != 0 ? pseudonym->low : 1;
  gsize   slot;

  g_return_val_if_fail (self != NULL, record);

  slot = probe (self, tag);
  if (self->tags[slot] != 0)
    return self->records[slot];
  self->tags[slot] = tag;
  self->records[slot] = record;
  self->used++;
  if (self->used * 4 > self->size * 3)
    grow (self);
  return record;
}
