/* The bits of a byte are spread over the eight bytes of a word by a table, and
 * words are added: eight counters of one byte each. Invariant: they are emptied
 * into the wide counters before any could pass 255. */
#include "amp-bit-tally.h"

struct _AmpBitTally
{
  gsize    n_bytes;
  guint    n_pending;
  guint64 *lanes;  /* by byte of the row */
  gint64  *counts; /* by bit of the row */
};

static guint64 spread[256];

static void
ensure_spread (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;
  for (guint byte = 0; byte < 256; byte++)
    for (guint bit = 0; bit < 8; bit++)
      spread[byte] |= (guint64) (byte >> bit & 1) << (bit * 8);
  g_once_init_leave (&once, 1);
}

AmpBitTally *
amp_bit_tally_new (gsize n_bytes)
{
  AmpBitTally *tally = g_new0 (AmpBitTally, 1);

  ensure_spread ();
  tally->n_bytes = n_bytes;
  tally->lanes = g_new0 (guint64, n_bytes + 1);
  tally->counts = g_new0 (gint64, n_bytes * 8 + 1);
  return tally;
}

void
amp_bit_tally_free (AmpBitTally *tally)
{
  if (tally == NULL)
    return;
  g_free (tally->lanes);
  g_free (tally->counts);
  g_free (tally);
}

static void
empty_lanes (AmpBitTally *tally)
{
  for (gsize i = 0; i < tally->n_bytes; i++)
    for (guint bit = 0; bit < 8; bit++)
      tally->counts[i * 8 + bit] += tally->lanes[i] >> (bit * 8) & 0xff;
  memset (tally->lanes, 0, tally->n_bytes * sizeof (guint64));
  tally->n_pending = 0;
}

void
amp_bit_tally_add (AmpBitTally *tally, const guint8 *bytes, gsize n_bytes, gsize offset)
{
  g_assert (offset + n_bytes <= tally->n_bytes);

  for (gsize i = 0; i < n_bytes; i++)
    tally->lanes[offset + i] += spread[bytes[i]];
  if (++tally->n_pending == 255)
    empty_lanes (tally);
}

gint64
amp_bit_tally_get (AmpBitTally *tally, gsize bit)
{
  g_assert (bit < tally->n_bytes * 8);

  if (tally->n_pending > 0)
    empty_lanes (tally);
  return tally->counts[bit];
}
