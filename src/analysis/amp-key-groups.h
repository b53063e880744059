/* Key groups: the records that share a key, for each key that several share.
 *
 * Owns the threads that visit them, and the order in which keys are sorted: range by
 * range, so that what is being sorted stays small beside what is sorted, and in bins
 * that a cache holds. Nothing is looked up at random, as a hash table of all keys
 * would: that costs several times as much. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

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
 * AmpKeySink:
 * @first: the first bin that is wanted
 * @n: how many are
 * @shift: a key's bin is what its hash has above so many bits
 * @places: (array length=n): for each bin, its keys so far; or, when they are kept,
 *   where the next one goes
 * @entries: (nullable): the keys of all wanted bins, or %NULL to count them alone
 *
 * Where the keys of a range of hashes are counted, or collected.
 */
typedef struct
{
  guint32      first;
  guint32      n;
  guint        shift;
  guint32     *places;
  AmpKeyEntry *entries;
} AmpKeySink;

/* Takes a key if it is wanted. Hashes need not be even: they are spread here, one to
 * one. */
static inline void
amp_key_sink_offer (AmpKeySink *self, guint32 record, guint32 hash)
{
  guint32 spread = hash * 0x9E3779B1u;
  guint32 bin = (spread >> self->shift) - self->first;
  guint32 place;

  if (bin >= self->n)
    return;
  place = self->places[bin]++;
  if (self->entries != NULL)
    self->entries[place] = (AmpKeyEntry){ spread, record };
}

/**
 * AmpKeyGatherFunc:
 * @sink: to offer all keys to, in the order of the records
 *
 * Called several times, and from several threads at once.
 */
typedef void (*AmpKeyGatherFunc) (gpointer data, AmpKeySink *sink);

/**
 * AmpKeyFetchFunc:
 * @visitor: that will visit
 * @record: will be visited soon
 *
 * May let the processor fetch what a visit will read.
 */
typedef void (*AmpKeyFetchFunc) (gpointer visitor, guint32 record);

/**
 * AmpKeyVisitFunc:
 * @visitor: of the calling thread
 * @group: (array length=n): the records of one key, in their order
 * @n: two at least
 */
typedef void (*AmpKeyVisitFunc) (gpointer visitor, const AmpKeyEntry *group, gsize n);

/**
 * amp_key_groups_visit:
 * @n_keys: about how many keys there are
 * @gather: (scope call): finds them
 * @gather_data: for @gather
 * @fetch: (scope call) (nullable): called some way ahead of @visit
 * @visit: (scope call): takes each group once, in no order that means anything
 * @visitors: (array length=n_visitors): what @fetch and @visit are called with: a
 *   thread each, the first one for the calling thread
 * @n_visitors: one at least
 *
 * Which visitor gets which group hangs on chance.
 */
void amp_key_groups_visit (gsize            n_keys,
                           AmpKeyGatherFunc gather,
                           gpointer         gather_data,
                           AmpKeyFetchFunc  fetch,
                           AmpKeyVisitFunc  visit,
                           gpointer        *visitors,
                           guint            n_visitors);

G_END_DECLS
