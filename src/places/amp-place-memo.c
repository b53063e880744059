/* Owns the memo's table: fixed slots, two per hash. Invariant: an answer is only
 * given for the very bytes it was found for; the hash merely says where to look.
 *
 * A look-up happens for every record and finds its slot in no cache: a slot is one
 * cache line, and the two that a query may stand in are neighbours. */
#include "amp-place-memo.h"

#include <sys/mman.h>

#define N_SLOTS 131072
#define HUGE_PAGE (2 * 1024 * 1024)
#define N_WORDS 6
#define MAX_BYTES (N_WORDS * 8 - AMP_PLACE_MEMO_PARTS)

/* An index of the levels with few areas, or this for none. */
#define NO_INDEX G_MAXUINT16

/* The cells of a query one after the other; what follows them is zero. */
typedef union
{
  struct
  {
    guint8 lengths[AMP_PLACE_MEMO_PARTS];
    char   bytes[MAX_BYTES];
  };
  guint64 words[N_WORDS];
} Query;

typedef struct
{
  Query   query;
  guint32 commune;
  guint16 region;
  guint16 departement;
  guint16 epci;
  char    country[2];
  guint8  quality;
  guint8  is_taken;
} Slot;

G_STATIC_ASSERT (sizeof (Slot) == 64);

struct _AmpPlaceMemo
{
  guint64  seed;
  gpointer memory;
  Slot    *slots; /* in that memory, where cache lines begin */
  Query    asked;
  guint32  hash;
  gboolean is_long; /* what was asked, too much so to be kept */
  AmpPlace answer;
};

/* Every look-up is somewhere else: on pages of the usual size, each would be a miss
 * of the table of pages, too. Where there are no large ones, nothing is lost. */
static Slot *
align_to_page (gpointer memory)
{
  gsize start = ((gsize) memory + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;

  madvise ((gpointer) start, N_SLOTS * sizeof (Slot), MADV_HUGEPAGE);
  return (Slot *) start;
}

AmpPlaceMemo *
amp_place_memo_new (void)
{
  AmpPlaceMemo *memo = g_new0 (AmpPlaceMemo, 1);

  memo->seed = (guint64) g_random_int () << 32 | g_random_int ();
  memo->memory = g_malloc0 (N_SLOTS * sizeof (Slot) + HUGE_PAGE);
  memo->slots = align_to_page (memo->memory);
  return memo;
}

void
amp_place_memo_free (AmpPlaceMemo *memo)
{
  if (memo == NULL)
    return;
  explicit_bzero (memo->slots, sizeof (Slot) * N_SLOTS);
  g_free (memo->memory);
  explicit_bzero (memo, sizeof *memo);
  g_free (memo);
}

/* Returns whether the query is short enough to be kept. */
static gboolean
write_query (Query *query, const AmpPlaceMemoKey *key)
{
  gsize length = 0;

  memset (query, 0, sizeof *query);
  for (guint i = 0; i < AMP_PLACE_MEMO_PARTS; i++)
    {
      if (key->lengths[i] > MAX_BYTES - length)
        return FALSE;
      query->lengths[i] = (guint8) key->lengths[i];
      if (key->lengths[i] > 0)
        memcpy (query->bytes + length, key->parts[i], key->lengths[i]);
      length += key->lengths[i];
    }
  return TRUE;
}

static guint32
hash_query (guint64 seed, const Query *query)
{
  guint64 hash = seed;

  for (guint i = 0; i < N_WORDS; i++)
    {
      hash = (hash ^ query->words[i]) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
      hash ^= hash >> 32;
    }
  return (guint32) (hash >> 20);
}

static gboolean
slot_holds (const Slot *slot, const Query *query)
{
  guint64 difference = 0;

  for (guint i = 0; i < N_WORDS; i++)
    difference |= slot->query.words[i] ^ query->words[i];
  return difference == 0 && slot->is_taken;
}

static guint32
widen (guint16 index)
{
  return index == NO_INDEX ? AMP_PLACE_NONE : index;
}

static guint16
narrow (guint32 index)
{
  g_assert (index == AMP_PLACE_NONE || index < NO_INDEX);
  return (guint16) index;
}

static const AmpPlace *
read_answer (AmpPlaceMemo *memo, const Slot *slot)
{
  memo->answer = (AmpPlace){
    .country = { slot->country[0], slot->country[1], '\0' },
    .region = widen (slot->region),
    .departement = widen (slot->departement),
    .epci = widen (slot->epci),
    .commune = slot->commune,
    .quality = slot->quality,
  };
  return &memo->answer;
}

void
amp_place_memo_ask (AmpPlaceMemo *memo, const AmpPlaceMemoKey *key)
{
  memo->is_long = !write_query (&memo->asked, key);
  memo->hash = hash_query (memo->seed, &memo->asked);
  __builtin_prefetch (&memo->slots[memo->hash % N_SLOTS]);
  __builtin_prefetch (&memo->slots[memo->hash % N_SLOTS ^ 1]);
}

const AmpPlace *
amp_place_memo_find (AmpPlaceMemo *memo, guint32 *slot)
{
  guint32 first = memo->hash % N_SLOTS;

  *slot = G_MAXUINT32;
  if (memo->is_long)
    return NULL;
  for (guint i = 0; i < 2; i++)
    if (slot_holds (&memo->slots[first ^ i], &memo->asked))
      return read_answer (memo, &memo->slots[first ^ i]);
  /* The free one of the two, else either by chance. */
  *slot = !memo->slots[first].is_taken ? first : !memo->slots[first ^ 1].is_taken ? first ^ 1
                                                                                  : first ^ (memo->hash >> 16 & 1);
  return NULL;
}

void
amp_place_memo_keep (AmpPlaceMemo *memo, guint32 slot, const AmpPlace *place)
{
  if (slot == G_MAXUINT32)
    return;
  memo->slots[slot] = (Slot){
    .query = memo->asked,
    .commune = place->commune,
    .region = narrow (place->region),
    .departement = narrow (place->departement),
    .epci = narrow (place->epci),
    .country = { place->country[0], place->country[1] },
    .quality = (guint8) place->quality,
    .is_taken = TRUE,
  };
}
