/* CRC-32 as in zlib, PNG and Ethernet (ISO 3309, polynomial 0xEDB88320): what
 * a case keeps beside its blocks so that a flipped bit is seen. It protects
 * from accidents, not from forgery. Internal to the store. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_checksum_add:
 * @checksum: what came before, 0 at the start
 * @bytes: (array length=length) (nullable): what to add
 * @length: bytes
 *
 * Returns: the checksum of all bytes up to here.
 */
guint32 amp_checksum_add (guint32 checksum, const guint8 *bytes, gsize length);

G_END_DECLS
