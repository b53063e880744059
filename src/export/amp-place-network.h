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
 *   left out with those below it: commune, then EPCI, département, region.
 *   Rows that count nobody are told, unless they are masked already
 * @gazetteer: which place lies in which
 *
 * Returns: (transfer full) (nullable): the network, borrowing the rows; %NULL
 *   when the tables do not add up as places do
 */
AmpCountGroup *amp_place_network_new (AmpTable *const *tables, AmpGazetteer *gazetteer);

/**
 * amp_place_network_add_total:
 * @group: what amp_place_network_new() made
 * @total: of all places
 *
 * Adds the total as a count of its own, which may be hidden. Without it the
 * total is told.
 *
 * Returns: the number of the count
 */
guint amp_place_network_add_total (AmpCountGroup *group, const AmpCounts *total);

G_END_DECLS
