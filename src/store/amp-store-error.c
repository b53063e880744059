/* Owns the quark of the store's error domain, and nothing else. */
#include "amp-store-error.h"

G_DEFINE_QUARK (amp - store - error - quark, amp_store_error)
