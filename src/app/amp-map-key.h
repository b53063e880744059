/* AmpMapKey: what the colours and circles of a map mean, in words.
 *
 * The legend of the map on the screen and of the one that is saved or printed. */
#pragma once

#include "amp-legend.h"
#include "amp-map-figures.h"

G_BEGIN_DECLS

typedef struct _AmpMapKey AmpMapKey;

/**
 * amp_map_key_new:
 * @figures: what is shown; a reference is taken
 *
 * Returns: (transfer full): the key, in the language of the calling thread
 */
AmpMapKey *amp_map_key_new (AmpMapFigures *figures);

void amp_map_key_free (AmpMapKey *self);

/**
 * amp_map_key_get_legend:
 *
 * Returns: (transfer none): the legend to draw
 */
const AmpLegend *amp_map_key_get_legend (const AmpMapKey *self);

/**
 * amp_map_key_dup_text:
 *
 * Returns: (transfer full): all of it as text, for who cannot see it
 */
char *amp_map_key_dup_text (const AmpMapKey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpMapKey, amp_map_key_free)

G_END_DECLS
