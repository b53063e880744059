/* E-mail addresses. Thread-safe: no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What amp_email_normalize() may need, with the final 0 (RFC 5321, 4.5.3.1). */
#define AMP_EMAIL_SIZE 255

/**
 * amp_email_normalize:
 * @bytes: (array length=length): a value
 * @length: bytes
 * @buffer: (out) (array length=size): where to write it, 0-terminated
 * @size: bytes of @buffer, %AMP_EMAIL_SIZE to hold any
 *
 * The shape accepted is that of addresses people have: the dot-atom of RFC
 * 5322 (no quoted local part), "@", a host name of two labels or more with a
 * last one of letters; ASCII. White space around is dropped.
 *
 * Returns: the bytes of the address in lower case, 0 when it is none or does
 *   not fit.
 */
gsize amp_email_normalize (const char *bytes, gsize length, char *buffer, gsize size);

G_END_DECLS
