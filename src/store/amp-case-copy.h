/* What a revised case takes over from the case that it is made of, without
 * change. Must not know what a revision changes. */
#pragma once

#include "amp-case-file.h"
#include "amp-case-writer.h"

G_BEGIN_DECLS

/**
 * amp_case_copy_facts:
 * @from: a case
 * @to: a writer
 *
 * Sets all facts of @from in @to, as text or number as they are. What the writer
 * sets itself it sets anew.
 *
 * Returns: whether that went well.
 */
gboolean amp_case_copy_facts (AmpCaseFile *from, AmpCaseWriter *to, GError **error);

/**
 * amp_case_copy_places:
 * @from: a case
 * @to: a writer without places of its own
 *
 * Adds the places of @from, under the same numbers.
 *
 * Returns: whether that went well.
 */
gboolean amp_case_copy_places (AmpCaseFile *from, AmpCaseWriter *to, GError **error);

/**
 * amp_case_copy_malformed:
 * @from: a case
 * @to: a writer with the sources of @from
 * @cancellable: (nullable): what stops it
 *
 * Adds the malformed rows of @from.
 *
 * Returns: whether that went well.
 */
gboolean amp_case_copy_malformed (AmpCaseFile *from, AmpCaseWriter *to, GCancellable *cancellable, GError **error);

G_END_DECLS
