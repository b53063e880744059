/* How a file of the dump is packed, told from its first bytes, never from its name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpPacking:
 * @AMP_PACKING_NONE: not packed.
 * @AMP_PACKING_GZIP: gzip (RFC 1952), one member or several.
 * @AMP_PACKING_ZSTD: zstd (RFC 8878), one frame or several.
 * @AMP_PACKING_XZ: xz, one stream or several.
 * @AMP_PACKING_ZIP: a ZIP archive of one file or several.
 *
 * What has to be undone before a file's content can be read.
 */
typedef enum
{
  AMP_PACKING_NONE,
  AMP_PACKING_GZIP,
  AMP_PACKING_ZSTD,
  AMP_PACKING_XZ,
  AMP_PACKING_ZIP,
} AmpPacking;

#define AMP_N_PACKINGS (AMP_PACKING_ZIP + 1)

/* As many bytes tell every packing. */
#define AMP_PACKING_MARK_BYTES 6

/**
 * amp_packing_get_code:
 * @packing: a packing.
 *
 * Returns: (transfer none): its stable code: `none`, `gzip`, `zstd`, `xz` or `zip`.
 */
const char *amp_packing_get_code (AmpPacking packing);

/**
 * amp_packing_detect:
 * @bytes: (array length=length): the first bytes of a file.
 * @length: their number; %AMP_PACKING_MARK_BYTES, less only if the file is that short.
 *
 * Returns: the packing whose mark they are.
 */
AmpPacking amp_packing_detect (const guint8 *bytes, gsize length);

G_END_DECLS
