/* A stream of keys: which record bears which value, as little as can be kept of
 * it, until all records are known.
 *
 * Owns little more than four bytes for each key: the step from the record before, and
 * 32 bits of a keyed hash. Keys come in the order of the records; a record may have
 * several. Two values share their 32 bits with a chance of one in 4,000 million
 * a pair; whoever joins by a key compares more than the key. */
#pragma once

#include "amp-key-groups.h"

G_BEGIN_DECLS

typedef struct _AmpKeyStream AmpKeyStream;

AmpKeyStream *amp_key_stream_new (void);
void          amp_key_stream_free (AmpKeyStream *self);

/**
 * amp_key_stream_add:
 * @record: not before the record of the key before
 * @hash: what stands for the value
 */
void amp_key_stream_add (AmpKeyStream *self, guint32 record, guint32 hash);

/**
 * amp_key_stream_get_n:
 *
 * Returns: how many keys there are
 */
gsize amp_key_stream_get_n (const AmpKeyStream *self);

/**
 * amp_key_stream_gather:
 *
 * An %AmpKeyGatherFunc whose data is a stream.
 */
void amp_key_stream_gather (gpointer data, AmpKeySink *sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpKeyStream, amp_key_stream_free)

G_END_DECLS
