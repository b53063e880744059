/* The places of a report as one network of counts (amp-count-group.h): country
 * ⊃ region ⊃ département ⊃ commune, EPCI ⊃ commune, and at each level those
 * without a place there. */
#pragma once

#include "amp-count-group.h"
#include "amp-gazetteer.h"

G_BEGIN_DECLS

/**
 * amp_place_network_new:
 * @tables: (array fixed-size=5) (nullable): the table of each place key, in the
 *   order of #AmpKey; %NULL for one that is not published. A level may only be
 *   left out with those below it: commune, then EPCI, département, region
 * @gazetteer: which place lies in which
 *
 * Returns: (transfer full) (nullable): the network, borrowing the rows; %NULL
 *   when the tables do not add up as places do
 */
AmpCountGroup *amp_place_network_new (AmpTable *const *tables, AmpGazetteer *gazetteer);

G_END_DECLS
