/* Owns the table of marks. Sources: RFC 1952 (with deflate, the only method it has),
 * RFC 8878 (frames, and the skippable ones that parallel writers put first), the xz file
 * format 1.1, PKWARE's APPNOTE 6.3.10 (a local file; an archive without any). */
#include "amp-packing.h"

#include <string.h>

typedef struct
{
  const char *bytes;
  gsize       length;
  AmpPacking  packing;
} Mark;

#define MARK(bytes) bytes, sizeof bytes - 1

/* clang-format off */
static const Mark marks[] = {
  { MARK ("\x1f\x8b\x08"),     AMP_PACKING_GZIP },
  { MARK ("\x28\xb5\x2f\xfd"), AMP_PACKING_ZSTD },
  { MARK ("\x50\x2a\x4d\x18"), AMP_PACKING_ZSTD },
  { MARK ("\xfd" "7zXZ\x00"),  AMP_PACKING_XZ },
  { MARK ("PK\x03\x04"),       AMP_PACKING_ZIP },
  { MARK ("PK\x05\x06"),       AMP_PACKING_ZIP },
};

static const char *const codes[AMP_N_PACKINGS] = {
  [AMP_PACKING_NONE] = "none",
  [AMP_PACKING_GZIP] = "gzip",
  [AMP_PACKING_ZSTD] = "zstd",
  [AMP_PACKING_XZ]   = "xz",
  [AMP_PACKING_ZIP]  = "zip",
};
/* clang-format on */

const char *
amp_packing_get_code (AmpPacking packing)
{
  g_return_val_if_fail ((guint) packing < AMP_N_PACKINGS, NULL);
  return codes[packing];
}

AmpPacking
amp_packing_detect (const guint8 *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, AMP_PACKING_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
      return marks[i].packing;
  return AMP_PACKING_NONE;
}
