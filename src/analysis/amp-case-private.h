/* What the files of this layer share about an opened case. */
#pragma once

#include "amp-case-file.h"
#include "amp-case.h"

G_BEGIN_DECLS

/**
 * amp_case_get_file:
 *
 * Returns: (transfer none): the case file
 */
AmpCaseFile *amp_case_get_file (AmpCase *self);

G_END_DECLS
