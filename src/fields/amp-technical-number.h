/* Numbers and strings that machines give out: network addresses, handsets,
 * password hashes. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_ip_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Source: RFC 791 (four numbers of 0 to 255), RFC 4291, 2.2 (IPv6).
 *
 * Returns: whether it is an address of either version, in full.
 */
gboolean amp_ip_is_valid (const char *bytes, gsize length);

/**
 * amp_imei_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Source: 3GPP TS 23.003, 6.2: fifteen digits, Luhn.
 *
 * Returns: whether it is a handset number.
 */
gboolean amp_imei_is_valid (const char *bytes, gsize length);

/**
 * amp_hash_is_valid:
 * @bytes: (array length=length): a value
 * @length: bytes
 *
 * Accepts the hexadecimal forms of MD5 (32), SHA-1 (40), SHA-224 (56), SHA-256
 * (64), SHA-384 (96) and SHA-512 (128), if not of digits alone; crypt(5)
 * strings ($2b$…, $6$…, $argon2id$…); and LDAP ones ({SSHA}…).
 *
 * Returns: whether it has the shape of a password hash.
 */
gboolean amp_hash_is_valid (const char *bytes, gsize length);

G_END_DECLS
