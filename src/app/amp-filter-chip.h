/* AmpFilterChip: one term of the filter: "Commune: Rennes", and a cross.
 *
 * A button as a whole: a click, Enter, Space or Delete takes the term away. */
#pragma once

#include <gtk/gtk.h>

#include "amp-filter.h"

G_BEGIN_DECLS

#define AMP_TYPE_FILTER_CHIP (amp_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (AmpFilterChip, amp_filter_chip, AMP, FILTER_CHIP, GtkWidget)

/* Signal "removed": void (*) (AmpFilterChip *self, gpointer data) */

/**
 * amp_filter_chip_new:
 * @key: what is filtered on
 * @code: the value
 * @label: the value for people, with its mode: "Rennes", "without Health"
 */
GtkWidget *amp_filter_chip_new (AmpKey key, const char *code, const char *label);

AmpKey amp_filter_chip_get_key (AmpFilterChip *self);

const char *amp_filter_chip_get_code (AmpFilterChip *self);

G_END_DECLS
