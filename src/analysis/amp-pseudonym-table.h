/* The table from pseudonym to the first record that bore it: what an import
 * spends most of its memory on.
 *
 * An entry is one word: 36 bits of the pseudonym and 28 of the record. Eight of
 * them fill a cache line, the bucket in which a key is looked for first; the
 * bucket's number speaks for about as many bits more. Two keys are taken for one
 * with a chance of one in 2^33 a look-up: once in thirty national dumps of 68
 * million records, once in four thousand laboratories.
 *
 * Entries never move, since the bits that chose their bucket are not kept: a
 * table that was made too small gets a further level. */
#pragma once

#include "amp-pseudonym.h"

G_BEGIN_DECLS

/* Records are numbered below this. */
#define AMP_PSEUDONYM_TABLE_MAX_RECORDS (1u << 28)

typedef struct _AmpPseudonymTable AmpPseudonymTable;

/**
 * amp_pseudonym_table_new:
 * @n_expected: how many keys are expected; 0 when that is unknown
 *
 * Returns: (transfer full): an empty table that holds that many in one level
 */
AmpPseudonymTable *amp_pseudonym_table_new (gsize n_expected);

void amp_pseudonym_table_free (AmpPseudonymTable *self);

/**
 * amp_pseudonym_table_prefetch:
 * @pseudonym: a key that will be claimed soon
 *
 * Lets the processor fetch the key's bucket while it does something else.
 */
void amp_pseudonym_table_prefetch (const AmpPseudonymTable *self, const AmpPseudonym *pseudonym);

/**
 * amp_pseudonym_table_claim:
 * @pseudonym: a key
 * @record: the record that bears it, below %AMP_PSEUDONYM_TABLE_MAX_RECORDS
 *
 * Returns: the first record that claimed @pseudonym: @record itself when there
 *   was none before
 */
guint32 amp_pseudonym_table_claim (AmpPseudonymTable *self, const AmpPseudonym *pseudonym, guint32 record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPseudonymTable, amp_pseudonym_table_free)

G_END_DECLS
