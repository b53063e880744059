/* Owns what is dropped from a name; the letters are amp-fold's. */
#include "amp-name.h"

#include "amp-fold.h"

gsize
amp_name_normalize (const char *bytes, gsize length, char *buffer, gsize size)
{
  gsize used = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, 0);
  g_return_val_if_fail (buffer != NULL && size > 0, 0);

  for (gsize i = 0; i < length && used + 1 < size;)
    {
      guint8 upper = (guint8) bytes[i] & 0xdf;
      char   folded[2];

      /* The fast path, and nearly the only one. */
      if (upper >= 'A' && upper <= 'Z' && (guint8) bytes[i] < 0x80)
        {
          buffer[used++] = (char) upper;
          i++;
          continue;
        }
      i += amp_fold_character (bytes + i, length - i, folded);
      for (guint j = 0; j < 2 && used + 1 < size && g_ascii_isupper (folded[j]); j++)
        buffer[used++] = folded[j];
    }
  buffer[used] = '\0';
  return used;
}
