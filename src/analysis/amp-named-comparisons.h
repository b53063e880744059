/* Comparisons that the analyst saved with a case, under a name: annotations
 * "comparison/NAME" that hold {"a": {"where": […]}, "b": {"where": […]}}.
 *
 * Two groups of this one case: another case may be gone when they are opened. */
#pragma once

#include "amp-case.h"

G_BEGIN_DECLS

/**
 * amp_named_comparisons_list:
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the names, in the order
 *   of the locale; %NULL with an error
 */
char **amp_named_comparisons_list (AmpCase *opened, GError **error);

/**
 * amp_named_comparisons_load:
 * @groups: (array fixed-size=2) (out): where to put who is in A and who is in B
 * @error: %G_IO_ERROR_NOT_FOUND, or %G_IO_ERROR_INVALID_DATA for what cannot be understood
 *
 * Returns: whether it could be read
 */
gboolean amp_named_comparisons_load (AmpCase *opened, const char *name, AmpSelection **groups, GError **error);

/**
 * amp_named_comparisons_save:
 * @name: as amp_named_filters_normalize() takes it; one of that name is replaced
 */
gboolean amp_named_comparisons_save (AmpCase *opened, const char *name, const AmpSelection *a, const AmpSelection *b, GError **error);

/**
 * amp_named_comparisons_remove:
 * @error: %G_IO_ERROR_NOT_FOUND where there is none
 */
gboolean amp_named_comparisons_remove (AmpCase *opened, const char *name, GError **error);

G_END_DECLS
