/* Pseudonyms: keyed hashes under which persons are told apart during an import.
 *
 * Owns the secret key. It is random, lives in locked memory that is left out of
 * core dumps, and is wiped when the import ends: nothing that is kept can be
 * turned back into a value, not even by trying every NIR. Immutable once made,
 * so any number of threads may hash with it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpPseudonym:
 * @low: first half of the 128 bits
 * @high: second half
 *
 * SipHash-2-4 with a 128-bit result (Aumasson and Bernstein, 2012).
 */
typedef struct
{
  guint64 low;
  guint64 high;
} AmpPseudonym;

typedef struct _AmpPseudonymKey AmpPseudonymKey;

/* The longest part of a pseudonym that is told apart, in bytes: longer ones are
 * cut, since no name or identifier is that long. */
#define AMP_PSEUDONYM_MAX_PART 128

/* The most parts that one pseudonym is made of. */
#define AMP_PSEUDONYM_MAX_PARTS 4

/**
 * AmpPseudonymPart:
 * @bytes: normalised bytes
 * @length: how many
 */
typedef struct
{
  const char *bytes;
  gsize       length;
} AmpPseudonymPart;

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
 * amp_pseudonym_make:
 * @key: the secret
 * @domain: keeps hashes of different purposes apart
 * @parts: (array length=n_parts): what to hash, at most %AMP_PSEUDONYM_MAX_PARTS;
 *   their limits count, so that ("AB", "C") is not ("A", "BC")
 *
 * The clear bytes that were copied are wiped before this returns.
 *
 * Returns: the keyed hash
 */
AmpPseudonym amp_pseudonym_make (const AmpPseudonymKey  *key,
                                 guint8                  domain,
                                 const AmpPseudonymPart *parts,
                                 guint                   n_parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPseudonymKey, amp_pseudonym_key_free)

G_END_DECLS
