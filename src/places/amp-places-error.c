/* Owns the quark of the places layer's error domain, and nothing else. */
#include "amp-places-error.h"

G_DEFINE_QUARK (amp_places_error_quark, amp_places_error)
