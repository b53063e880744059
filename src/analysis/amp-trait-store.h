/* Traits: what is kept of the names, the birth date, the commune and the NIR of every
 * record until all are known, packed, and read again in any order.
 *
 * Owns twelve bytes a record, four for a NIR from the first record to the last that has
 * one, and four where the name at birth is not the last name. Knows no rule. While
 * nothing is added, any number of threads may read. */
#pragma once

#include "amp-key-groups.h"
#include "amp-person-rule.h"

G_BEGIN_DECLS

/* The most records. */
#define AMP_TRAIT_STORE_MAX (1u << 28)

typedef struct _AmpTraitStore AmpTraitStore;

AmpTraitStore *amp_trait_store_new (void);

/**
 * amp_trait_store_free:
 *
 * Wipes what it held before giving it back.
 */
void amp_trait_store_free (AmpTraitStore *self);

/**
 * amp_trait_store_announce:
 *
 * Makes adding @traits soon faster; changes nothing.
 */
void amp_trait_store_announce (const AmpTraitStore *self, const AmpPersonTraits *traits);

/**
 * amp_trait_store_add:
 * @traits: of the next record
 * @nir: hash and flags of its NIR, or 0
 */
void amp_trait_store_add (AmpTraitStore *self, const AmpPersonTraits *traits, guint32 nir);

guint32 amp_trait_store_get_n (const AmpTraitStore *self);

/**
 * amp_trait_store_mark_known_names:
 * @many: records that bear a name for it to be known as one
 */
void amp_trait_store_mark_known_names (AmpTraitStore *self, guint32 many);

/**
 * amp_trait_store_fetch:
 *
 * Makes getting @record soon faster; changes nothing.
 */
void amp_trait_store_fetch (const AmpTraitStore *self, guint32 record);

/**
 * amp_trait_store_get:
 * @record: counted from 0
 * @traits: (out): as they were added, and with names known as such
 *
 * Traits that are equal are so byte for byte.
 *
 * Returns: the NIR, as it was added
 */
guint32 amp_trait_store_get (const AmpTraitStore *self, guint32 record, AmpPersonTraits *traits);

/**
 * amp_trait_store_gather_nirs:
 * amp_trait_store_gather_births:
 * amp_trait_store_gather_names:
 * amp_trait_store_gather_communes:
 *
 * Each an %AmpKeyGatherFunc whose data is a store: NIR; birth dates with communes; whole
 * names; and, of those without a birth date, communes with the first letters of both
 * names, in either order.
 */
void amp_trait_store_gather_nirs (gpointer data, AmpKeySink *sink);
void amp_trait_store_gather_births (gpointer data, AmpKeySink *sink);
void amp_trait_store_gather_names (gpointer data, AmpKeySink *sink);
void amp_trait_store_gather_communes (gpointer data, AmpKeySink *sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpTraitStore, amp_trait_store_free)

G_END_DECLS
