/* Owns the quark of the store's error domain, and nothing else. */
#include "amp-store-error.h"

G_DEFINE_QUARK (amp_store_error, amp_store_error)
