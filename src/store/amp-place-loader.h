/* Places into memory: their codes once each, numbered level by level, so that
 * a query never compares strings. Internal to the store. */
#pragma once

#include "amp-case-file-private.h"
#include "amp-schema.h"

G_BEGIN_DECLS

/**
 * amp_place_loader_run:
 * @file: a case without places
 * @version: of its format
 *
 * Reads the tables of places and checks them.
 *
 * Returns: whether the case has valid places, one at least.
 */
gboolean amp_place_loader_run (AmpCaseFile *file, AmpSchemaVersion version, GError **error);

G_END_DECLS
