/* AmpPlaceBasisRow: whose addresses place the records of a source, where it has
 * several: the person's, the doctor's, the laboratory's.
 *
 * Writes the choice into the source. Hidden where there is nothing to choose. */
#pragma once

#include <adwaita.h>

#include "amp-source.h"

G_BEGIN_DECLS

#define AMP_TYPE_PLACE_BASIS_ROW (amp_place_basis_row_get_type ())
G_DECLARE_FINAL_TYPE (AmpPlaceBasisRow, amp_place_basis_row, AMP, PLACE_BASIS_ROW, AdwBin)

/**
 * amp_place_basis_row_set_source:
 * @source: (nullable): whose bases to offer
 */
void amp_place_basis_row_set_source (AmpPlaceBasisRow *self, AmpSource *source);

/**
 * amp_place_basis_row_refresh:
 *
 * Looks again, after the type of a field changed. What was chosen stays chosen as
 * long as there is such a basis.
 */
void amp_place_basis_row_refresh (AmpPlaceBasisRow *self);

G_END_DECLS
