/* AmpFilterValueRow: one value that can be filtered on: asked for, excluded, or
 * neither.
 *
 * Shows a state and says what the analyst wants; it does not know the filter. */
#pragma once

#include <adwaita.h>

#include "amp-filter.h"

G_BEGIN_DECLS

#define AMP_TYPE_FILTER_VALUE_ROW (amp_filter_value_row_get_type ())
G_DECLARE_FINAL_TYPE (AmpFilterValueRow, amp_filter_value_row, AMP, FILTER_VALUE_ROW, AdwActionRow)

/**
 * AmpValueState:
 * @AMP_VALUE_FREE: it does not matter
 * @AMP_VALUE_WITH: asked for
 * @AMP_VALUE_WITHOUT: excluded
 */
typedef enum
{
  AMP_VALUE_FREE,
  AMP_VALUE_WITH,
  AMP_VALUE_WITHOUT,
} AmpValueState;

/* Signal "wanted": void (*) (AmpFilterValueRow *self, guint state, gpointer
 * data): the analyst wants another #AmpValueState. */

/**
 * amp_filter_value_row_new:
 * @key: what is filtered on
 * @code: the value
 * @label: the value for people: "Rennes"
 */
GtkWidget *amp_filter_value_row_new (AmpKey key, const char *code, const char *label);

AmpKey amp_filter_value_row_get_key (AmpFilterValueRow *self);

const char *amp_filter_value_row_get_code (AmpFilterValueRow *self);

/**
 * amp_filter_value_row_set:
 * @state: what the filter says
 * @persons: how many have the value under the other filters
 */
void amp_filter_value_row_set (AmpFilterValueRow *self, AmpValueState state, gint64 persons);

G_END_DECLS
