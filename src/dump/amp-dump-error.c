/* Owns the error domain of the dump layer, and nothing else. */
#include "amp-dump-error.h"

G_DEFINE_QUARK (amp - dump - error - quark, amp_dump_error)
