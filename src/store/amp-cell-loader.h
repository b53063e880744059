/* The cells of a case into memory. Internal to the store. */
#pragma once

#include "amp-case-file-private.h"
#include "amp-schema.h"

G_BEGIN_DECLS

/**
 * amp_cell_loader_run:
 * @file: a case whose sources, places and sets were loaded
 * @version: of its format
 *
 * Reads the cells and adds up what they count.
 *
 * Returns: whether all of them are good.
 */
gboolean amp_cell_loader_run (AmpCaseFile *file, AmpSchemaVersion version, GError **error);

G_END_DECLS
