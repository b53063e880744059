/* Keyed hashes from libsodium, with the key in its guarded memory. */
#include "amp-pseudonym.h"

#include <sodium.h>

#include <glib/gi18n-lib.h>

#include "amp-analysis-error.h"

struct _AmpPseudonymKey
{
  guint8       bytes[crypto_shorthash_siphash24_KEYBYTES];
  AmpSketchKey sketch;
};

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
  amp_sketch_key_init (&key->sketch);
  sodium_mprotect_readonly (key);
  return key;
}

void
amp_pseudonym_key_free (AmpPseudonymKey *key)
{
  g_return_if_fail (key != NULL);
  sodium_free (key);
}

const AmpSketchKey *
amp_pseudonym_key_get_sketch_key (const AmpPseudonymKey *key)
{
  g_return_val_if_fail (key != NULL, NULL);
  return &key->sketch;
}

guint32
amp_pseudonym_make (const AmpPseudonymKey *key, guint8 domain, const char *bytes, gsize length)
{
  guint8  message[1 + AMP_PSEUDONYM_MAX_LENGTH];
  guint64 hash;

  g_return_val_if_fail (key != NULL, 0);
  g_return_val_if_fail (bytes != NULL || length == 0, 0);

  if (length == 0)
    return 0;
  length = MIN (length, AMP_PSEUDONYM_MAX_LENGTH);
  message[0] = domain;
  memcpy (message + 1, bytes, length);
  crypto_shorthash_siphash24 ((unsigned char *) &hash, message, length + 1, key->bytes);
  sodium_memzero (message, length + 1);
  return MAX ((guint32) hash, 1);
}
