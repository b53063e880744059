/* Filters that the analyst saved with a case, under a name: annotations
 * "filter/NAME" that hold {"where": ["KEY=VALUE", …]}.
 *
 * Whatever another program wrote there is checked again when it is read. */
#pragma once

#include "amp-case.h"

G_BEGIN_DECLS

/* The longest name, in characters. */
#define AMP_NAMED_FILTER_MAX_NAME 60

/**
 * amp_named_filters_normalize:
 * @text: what was typed, UTF-8
 * @error: why it is no name
 *
 * Returns: (transfer full) (nullable): the name without spaces around it; %NULL
 *   with %G_IO_ERROR_INVALID_ARGUMENT where it is empty, too long or holds
 *   control characters
 */
char *amp_named_filters_normalize (const char *text, GError **error);

/**
 * amp_named_filters_list:
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the names, in
 *   the order of the locale; %NULL with an error
 */
char **amp_named_filters_list (AmpCase *opened, GError **error);

/**
 * amp_named_filters_load:
 * @name: of the filter
 *
 * Returns: (transfer full) (nullable): the selection; %NULL with an error:
 *   %G_IO_ERROR_NOT_FOUND where there is no such filter,
 *   %G_IO_ERROR_INVALID_DATA where it cannot be understood or names what this
 *   case does not know
 */
AmpSelection *amp_named_filters_load (AmpCase *opened, const char *name, GError **error);

/**
 * amp_named_filters_save:
 * @name: of the filter, see amp_named_filters_normalize()
 * @selection: (nullable): what it selects
 *
 * A filter of that name is replaced.
 *
 * Returns: whether it is safe on the disk
 */
gboolean amp_named_filters_save (AmpCase *opened, const char *name, const AmpSelection *selection, GError **error);

/**
 * amp_named_filters_rename:
 * @name: of the filter
 * @new_name: another one
 *
 * Returns: whether it has the new name; %G_IO_ERROR_EXISTS where another filter
 *   has it
 */
gboolean amp_named_filters_rename (AmpCase *opened, const char *name, const char *new_name, GError **error);

/**
 * amp_named_filters_remove:
 * @name: of the filter
 *
 * Returns: whether it is gone
 */
gboolean amp_named_filters_remove (AmpCase *opened, const char *name, GError **error);

G_END_DECLS
