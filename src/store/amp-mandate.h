/* Who analyses a dump, for whom and on what legal basis: the statement that a
 * case starts with and carries into every report. A plain value; must not know
 * how a case keeps it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpMandate:
 * @analyst: (nullable): who analyses, as the analyst wrote it.
 * @client: (nullable): for whom.
 * @legal_basis: (nullable): on what legal basis.
 * @reference: (nullable): the file number of the client or authority.
 *
 * A mandate. All strings are UTF-8 and belong to the mandate.
 */
typedef struct
{
  char *analyst;
  char *client;
  char *legal_basis;
  char *reference;
} AmpMandate;

/**
 * amp_mandate_new:
 * @analyst: (nullable): who analyses
 * @client: (nullable): for whom
 * @legal_basis: (nullable): on what legal basis
 * @reference: (nullable): the file number
 *
 * Returns: (transfer full): a mandate with copies of the strings.
 */
AmpMandate *amp_mandate_new (const char *analyst, const char *client, const char *legal_basis, const char *reference);

/**
 * amp_mandate_copy:
 * @mandate: (nullable): a mandate
 *
 * Returns: (transfer full) (nullable): a copy, %NULL for %NULL.
 */
AmpMandate *amp_mandate_copy (const AmpMandate *mandate);

/**
 * amp_mandate_is_complete:
 * @mandate: (nullable): a mandate
 *
 * Returns: whether analyst, client and legal basis all hold more than spaces;
 *   the reference may be missing.
 */
gboolean amp_mandate_is_complete (const AmpMandate *mandate);

/**
 * amp_mandate_free:
 * @mandate: (transfer full) (nullable): a mandate
 *
 * Frees @mandate and its strings.
 */
void amp_mandate_free (AmpMandate *mandate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpMandate, amp_mandate_free)

G_END_DECLS
