/* Remembers the places of the queries seen, by their raw bytes. Private to the
 * layer. Bounded: an old answer makes room for a new one. It holds values of
 * the dump, so it wipes itself when freed. One per thread. */
#pragma once

#include <glib.h>

#include "amp-place.h"

G_BEGIN_DECLS

/**
 * AMP_PLACE_MEMO_PARTS:
 *
 * How many cells make a query.
 */
#define AMP_PLACE_MEMO_PARTS 4

/**
 * AmpPlaceMemoKey:
 * @parts: (array): the cells, which need not end with a NUL.
 * @lengths: their bytes.
 */
typedef struct
{
  const char *parts[AMP_PLACE_MEMO_PARTS];
  gsize       lengths[AMP_PLACE_MEMO_PARTS];
} AmpPlaceMemoKey;

typedef struct _AmpPlaceMemo AmpPlaceMemo;

/**
 * amp_place_memo_new:
 *
 * Takes 10 MB of address space; memory is used as answers come.
 *
 * Returns: (transfer full): an empty memo.
 */
AmpPlaceMemo *amp_place_memo_new (void);

/**
 * amp_place_memo_free:
 * @memo: (transfer full) (nullable): a memo; wiped.
 */
void amp_place_memo_free (AmpPlaceMemo *memo);

/**
 * amp_place_memo_ask:
 * @memo: a memo.
 * @key: a query, copied.
 *
 * Fetches the answer from memory while the caller does something else.
 */
void amp_place_memo_ask (AmpPlaceMemo *memo, const AmpPlaceMemoKey *key);

/**
 * amp_place_memo_find:
 * @memo: a memo that was asked.
 * @slot: (out): where the answer belongs; %G_MAXUINT32 when it is too long to keep.
 *
 * Returns: (nullable): the remembered answer, until the next call.
 */
const AmpPlace *amp_place_memo_find (AmpPlaceMemo *memo, guint32 *slot);

/**
 * amp_place_memo_keep:
 * @memo: a memo.
 * @slot: what amp_place_memo_find() said.
 * @place: the answer to what was asked last.
 */
void amp_place_memo_keep (AmpPlaceMemo *memo, guint32 slot, const AmpPlace *place);

G_END_DECLS
