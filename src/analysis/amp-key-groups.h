/* Key groups: the records that share a key, for each key that several share.
 *
 * Owns the order in which keys are sorted: part by part, so that what is being
 * sorted stays small beside what is sorted. Nothing is looked up at random, as
 * a hash table of all keys would: that costs several times as much. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpKeyPart:
 * @number: of this part
 * @shift: hashes of this part have @number above their lower @shift bits
 */
typedef struct
{
  guint32 number;
  guint   shift;
} AmpKeyPart;

/**
 * AmpKeyEntry:
 * @hash: of the value
 * @record: that bears it
 */
typedef struct
{
  guint32 hash;
  guint32 record;
} AmpKeyEntry;

/**
 * AmpKeyBuffer:
 *
 * Where the keys of one part are collected.
 */
typedef struct
{
  AmpKeyEntry *entries;
  gsize        n;
  gsize        size;
} AmpKeyBuffer;

void amp_key_buffer_grow (AmpKeyBuffer *self);

/* Takes a key if it belongs to @part. Hashes need not be even: they are spread
 * here, one to one. */
static inline void
amp_key_buffer_offer (AmpKeyBuffer *self, const AmpKeyPart *part, guint32 record, guint32 hash)
{
  hash *= 0x9E3779B1u;
  if ((guint64) hash >> part->shift != part->number)
    return;
  if (self->n == self->size)
    amp_key_buffer_grow (self);
  self->entries[self->n++] = (AmpKeyEntry){ hash, record };
}

/**
 * AmpKeyGatherFunc:
 * @part: which keys are wanted
 * @keys: to offer all keys to, in the order of the records
 *
 * Runs in a thread of its own, while the groups of another part are visited.
 */
typedef void (*AmpKeyGatherFunc) (gpointer data, const AmpKeyPart *part, AmpKeyBuffer *keys);

/**
 * AmpKeyFetchFunc:
 * @record: will be visited soon
 *
 * May let the processor fetch what a visit will read.
 */
typedef void (*AmpKeyFetchFunc) (gpointer data, guint32 record);

/**
 * AmpKeyVisitFunc:
 * @group: (array length=n): the records of one key, in their order
 * @n: two at least
 */
typedef void (*AmpKeyVisitFunc) (gpointer data, const AmpKeyEntry *group, gsize n);

/**
 * amp_key_groups_visit:
 * @n_keys: about how many keys there are
 * @gather: (scope call): finds them; called several times
 * @gather_data: for @gather
 * @fetch: (scope call) (nullable): called some way ahead of @visit
 * @visit: (scope call): takes the groups, in no order that means anything
 * @visit_data: for @fetch and @visit
 */
void amp_key_groups_visit (gsize            n_keys,
                           AmpKeyGatherFunc gather,
                           gpointer         gather_data,
                           AmpKeyFetchFunc  fetch,
                           AmpKeyVisitFunc  visit,
                           gpointer         visit_data);

G_END_DECLS
