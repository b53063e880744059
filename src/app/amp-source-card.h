/* AmpSourceCard: how one source of the dump is written: encoding, delimiter,
 * quote, header, line ends, size, records.
 *
 * Shows what was found; changes nothing. */
#pragma once

#include <adwaita.h>

#include "amp-source.h"

G_BEGIN_DECLS

#define AMP_TYPE_SOURCE_CARD (amp_source_card_get_type ())
G_DECLARE_FINAL_TYPE (AmpSourceCard, amp_source_card, AMP, SOURCE_CARD, AdwBin)

/**
 * amp_source_card_set_source:
 * @source: (nullable): what to show
 */
void amp_source_card_set_source (AmpSourceCard *self, AmpSource *source);

G_END_DECLS
