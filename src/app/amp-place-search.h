/* AmpPlaceSearch: find a place of France by name or code.
 *
 * An entry with the matches below it; Down goes into the list, Enter takes the
 * first, Escape gives up. It says what was chosen and moves nothing itself. */
#pragma once

#include <gtk/gtk.h>

#include "amp-gazetteer.h"

G_BEGIN_DECLS

#define AMP_TYPE_PLACE_SEARCH (amp_place_search_get_type ())
G_DECLARE_FINAL_TYPE (AmpPlaceSearch, amp_place_search, AMP, PLACE_SEARCH, GtkWidget)

/* Signal "place-chosen": void (*) (AmpPlaceSearch *self, guint level, guint
 * index, gpointer data): an area of the gazetteer. */

GtkWidget *amp_place_search_new (void);

/**
 * amp_place_search_set_gazetteer:
 * @gazetteer: (nullable): where to search; a reference is taken
 */
void amp_place_search_set_gazetteer (AmpPlaceSearch *self, AmpGazetteer *gazetteer);

/**
 * amp_place_search_set_text:
 * @text: what to search for, as if it were typed
 */
void amp_place_search_set_text (AmpPlaceSearch *self, const char *text);

/**
 * amp_place_search_get_n_results:
 *
 * Returns: how many matches are listed
 */
guint amp_place_search_get_n_results (AmpPlaceSearch *self);

/**
 * amp_place_search_choose:
 * @position: of a match, from 0
 */
void amp_place_search_choose (AmpPlaceSearch *self, guint position);

G_END_DECLS
