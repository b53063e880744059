/* Owns the quark of the store's error domain, and nothing else. */
#include "amp-store-error.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (amp_store_error, amp_store_error)

void
amp_store_error_set_from_system (GError **error, const char *target, int system_code)
{
  g_autofree char *name = g_filename_display_name (target);
  AmpStoreError    code = AMP_STORE_ERROR_WRITE;

  if (system_code == ENOSPC || system_code == EDQUOT || system_code == EFBIG)
    code = AMP_STORE_ERROR_FULL;
  else if (system_code == EEXIST)
    code = AMP_STORE_ERROR_EXISTS;
  g_set_error (error, AMP_STORE_ERROR, code, "%s: %s", name, code == AMP_STORE_ERROR_FULL ? _ ("the disk is full") : g_strerror (system_code));
}
