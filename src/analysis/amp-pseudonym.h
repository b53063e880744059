/* Pseudonyms: keyed hashes under which persons are told apart during an import.
 *
 * Owns the secret key. It is random, lives in locked memory that is left out of
 * core dumps, and is wiped when the import ends: nothing that is kept can be
 * turned back into a value, not even by trying every NIR. Immutable once made,
 * so any number of threads may hash with it. */
#pragma once

#include "amp-person-sketch.h"

G_BEGIN_DECLS

typedef struct _AmpPseudonymKey AmpPseudonymKey;

/* The longest value that is told apart, in bytes: longer ones are cut, since no
 * identifier is that long. */
#define AMP_PSEUDONYM_MAX_LENGTH 320

/**
 * amp_pseudonym_key_new:
 * @error: %AMP_ANALYSIS_ERROR_MEMORY when no memory can be locked
 *
 * Returns: (transfer full) (nullable): a new random key
 */
AmpPseudonymKey *amp_pseudonym_key_new (GError **error);

/**
 * amp_pseudonym_key_free:
 * @key: (transfer full): wiped, then given back
 */
void amp_pseudonym_key_free (AmpPseudonymKey *key);

/**
 * amp_pseudonym_key_get_sketch_key:
 *
 * Returns: (transfer none): the part of the key under which names and birth dates
 *   are sketched
 */
const AmpSketchKey *amp_pseudonym_key_get_sketch_key (const AmpPseudonymKey *key);

/**
 * amp_pseudonym_make:
 * @key: the secret
 * @domain: keeps hashes of different purposes apart
 * @bytes: (array length=length): a normalised value
 * @length: bytes
 *
 * SipHash-2-4 (Aumasson and Bernstein, 2012). The clear bytes that were copied
 * are wiped before this returns.
 *
 * Returns: 32 bits of the keyed hash, never 0; 0 for an empty value
 */
guint32 amp_pseudonym_make (const AmpPseudonymKey *key, guint8 domain, const char *bytes, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPseudonymKey, amp_pseudonym_key_free)

G_END_DECLS
