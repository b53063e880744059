/* Keyed hashes from libsodium, with the key in its guarded memory. */
#include "amp-pseudonym.h"

#include <sodium.h>

#include <glib/gi18n-lib.h>

#include "amp-analysis-error.h"

struct _AmpPseudonymKey
{
  guint8 bytes[crypto_shorthash_siphashx24_KEYBYTES];
};

G_STATIC_ASSERT (sizeof (AmpPseudonym) == crypto_shorthash_siphashx24_BYTES);

AmpPseudonymKey *
amp_pseudonym_key_new (GError **error)
{
  AmpPseudonymKey *key = NULL;

  /* sodium_malloc locks the pages, surrounds them with guards and keeps them
   * out of core dumps; without a lock the promise could not be kept. */
  if (sodium_init () >= 0)
    key = sodium_malloc (sizeof *key);
  if (key == NULL || sodium_mlock (key, sizeof *key) != 0)
    {
      g_clear_pointer (&key, sodium_free);
      g_set_error_literal (error,
                           AMP_ANALYSIS_ERROR,
                           AMP_ANALYSIS_ERROR_MEMORY,
                           _ ("No memory could be locked for the key that tells persons apart"));
      return NULL;
    }
  randombytes_buf (key->bytes, sizeof key->bytes);
  sodium_mprotect_readonly (key);
  return key;
}

void
amp_pseudonym_key_free (AmpPseudonymKey *key)
{
  g_return_if_fail (key != NULL);
  sodium_free (key);
}

AmpPseudonym
amp_pseudonym_make (const AmpPseudonymKey  *key,
                    guint8                  domain,
                    const AmpPseudonymPart *parts,
                    guint                   n_parts)
{
  guint8       message[1 + AMP_PSEUDONYM_MAX_PARTS * (1 + AMP_PSEUDONYM_MAX_PART)];
  gsize        length = 0;
  AmpPseudonym pseudonym = { 0, 0 };

  g_return_val_if_fail (key != NULL, pseudonym);
  g_return_val_if_fail (n_parts <= AMP_PSEUDONYM_MAX_PARTS, pseudonym);

  message[length++] = domain;
  for (guint i = 0; i < n_parts; i++)
    {
      gsize part = MIN (parts[i].length, AMP_PSEUDONYM_MAX_PART);

      message[length++] = (guint8) part;
      memcpy (message + length, parts[i].bytes, part);
      length += part;
    }
  crypto_shorthash_siphashx24 ((unsigned char *) &pseudonym, message, length, key->bytes);
  sodium_memzero (message, length);
  return pseudonym;
}
