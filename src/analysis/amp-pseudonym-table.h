/* The table from pseudonym to the first record that bore it.
 *
 * Open addressing over 12 bytes an entry: 64 of the 128 bits are kept. Among n
 * keys, the chance that any two are taken for one is about n²/2^65: one in ten
 * million for two million keys (the laboratory case), one in a thousand for the
 * 200 million keys of a national dump. It grows as it fills and forgets nothing
 * until it is freed. */
#pragma once

#include "amp-pseudonym.h"

G_BEGIN_DECLS

typedef struct _AmpPseudonymTable AmpPseudonymTable;

AmpPseudonymTable *amp_pseudonym_table_new (void);

void amp_pseudonym_table_free (AmpPseudonymTable *self);

/**
 * amp_pseudonym_table_claim:
 * @pseudonym: a key
 * @record: the record that bears it
 *
 * Returns: the first record that claimed @pseudonym: @record itself when there
 *   was none before
 */
guint32 amp_pseudonym_table_claim (AmpPseudonymTable *self, const AmpPseudonym *pseudonym, guint32 record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPseudonymTable, amp_pseudonym_table_free)

G_END_DECLS
