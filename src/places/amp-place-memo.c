/* Owns the memo's table: fixed slots, two per hash. Invariant: an answer is only
 * given for the very bytes it was found for; the hash merely says where to look. */
#include "amp-place-memo.h"

#define N_SLOTS 65536
#define MAX_BYTES 68

typedef struct
{
  AmpPlace place;
  guint8   lengths[AMP_PLACE_MEMO_PARTS];
  char     bytes[MAX_BYTES];
} Slot;

struct _AmpPlaceMemo
{
  guint64 seed;
  Slot   *slots;
};

AmpPlaceMemo *
amp_place_memo_new (void)
{
  AmpPlaceMemo *memo = g_new0 (AmpPlaceMemo, 1);

  memo->seed = (guint64) g_random_int () << 32 | g_random_int ();
  memo->slots = g_new0 (Slot, N_SLOTS);
  return memo;
}

void
amp_place_memo_free (AmpPlaceMemo *memo)
{
  if (memo == NULL)
    return;
  explicit_bzero (memo->slots, sizeof (Slot) * N_SLOTS);
  g_free (memo->slots);
  g_free (memo);
}

static guint64
mix (guint64 hash, guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return hash ^ hash >> 32;
}

/* Up to seven bytes as one word that says how many they are. */
static guint64
read_short (const char *bytes, gsize length)
{
  guint32 first;
  guint32 last;

  if (length == 0)
    return 0;
  if (length < 4)
    return (guint64) length << 24 | (guint32) (guint8) bytes[0] << 16 | (guint32) (guint8) bytes[length / 2] << 8 | (guint8) bytes[length - 1];
  memcpy (&first, bytes, 4);
  memcpy (&last, bytes + length - 4, 4);
  return ((guint64) first << 32 | last) + length;
}

static guint64
hash_bytes (guint64 hash, const char *bytes, gsize length)
{
  guint64 word;

  if (length < 8)
    return mix (hash, read_short (bytes, length));
  for (gsize i = 0; i + 8 < length; i += 8)
    {
      memcpy (&word, bytes + i, 8);
      hash = mix (hash, word);
    }
  memcpy (&word, bytes + length - 8, 8); /* overlaps the one before */
  return mix (hash, word + length);
}

static gboolean
slot_holds (const Slot *slot, const AmpPlaceMemoKey *key)
{
  const char *bytes = slot->bytes;

  for (guint i = 0; i < AMP_PLACE_MEMO_PARTS; i++)
    {
      if (slot->lengths[i] != key->lengths[i] || (key->lengths[i] > 0 && memcmp (bytes, key->parts[i], key->lengths[i]) != 0))
        return FALSE;
      bytes += key->lengths[i];
    }
  return TRUE;
}

static gboolean
is_free (const Slot *slot)
{
  return *slot->place.country == '\0' && slot->place.quality != AMP_PLACE_QUALITY_NONE;
}

const AmpPlace *
amp_place_memo_find (AmpPlaceMemo *memo, const AmpPlaceMemoKey *key, guint32 *slot)
{
  guint64 hash = memo->seed;
  gsize   length = 0;
  guint32 first;

  *slot = G_MAXUINT32;
  for (guint i = 0; i < AMP_PLACE_MEMO_PARTS; i++)
    {
      if (key->lengths[i] > MAX_BYTES - length)
        return NULL;
      length += key->lengths[i];
      hash = hash_bytes (hash, key->parts[i], key->lengths[i]);
    }
  first = (hash >> 20) % N_SLOTS;
  for (guint i = 0; i < 2; i++)
    if (!is_free (&memo->slots[first ^ i]) && slot_holds (&memo->slots[first ^ i], key))
      return &memo->slots[first ^ i].place;
  /* The free one of the two, else either by chance. */
  *slot = is_free (&memo->slots[first]) ? first : is_free (&memo->slots[first ^ 1]) ? first ^ 1
                                                                                    : first ^ (hash & 1);
  return NULL;
}

void
amp_place_memo_keep (AmpPlaceMemo *memo, const AmpPlaceMemoKey *key, guint32 slot, const AmpPlace *place)
{
  Slot *kept;
  char *bytes;

  if (slot == G_MAXUINT32)
    return;
  kept = &memo->slots[slot];
  bytes = kept->bytes;
  kept->place = *place;
  for (guint i = 0; i < AMP_PLACE_MEMO_PARTS; i++)
    {
      kept->lengths[i] = key->lengths[i];
      if (key->lengths[i] > 0)
        memcpy (bytes, key->parts[i], key->lengths[i]);
      bytes += key->lengths[i];
    }
}
