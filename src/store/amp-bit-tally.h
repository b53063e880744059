/* Counts, for each bit of a row of bytes, in how many rows it is set: eight
 * counters at a time, so that the cost does not depend on how many bits are.
 * Internal to the store. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpBitTally:
 *
 * Counters, one for each bit.
 */
typedef struct _AmpBitTally AmpBitTally;

/**
 * amp_bit_tally_new:
 * @n_bytes: bytes of a row
 *
 * Returns: (transfer full): counters at zero.
 */
AmpBitTally *amp_bit_tally_new (gsize n_bytes);

/**
 * amp_bit_tally_free:
 * @tally: (transfer full) (nullable): counters
 *
 * Frees @tally.
 */
void amp_bit_tally_free (AmpBitTally *tally);

/**
 * amp_bit_tally_add:
 * @tally: counters
 * @bytes: (array length=n_bytes): a row, or a part of it
 * @n_bytes: bytes of the part
 * @offset: where in the row the part begins; the rest of the row is zero
 *
 * Adds one to the counter of each bit that is set.
 */
void amp_bit_tally_add (AmpBitTally *tally, const guint8 *bytes, gsize n_bytes, gsize offset);

/**
 * amp_bit_tally_get:
 * @tally: counters
 * @bit: which: bit 0 of byte 0 is 0, bit 0 of byte 1 is 8
 *
 * Returns: in how many rows it was set.
 */
gint64 amp_bit_tally_get (AmpBitTally *tally, gsize bit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpBitTally, amp_bit_tally_free)

G_END_DECLS
