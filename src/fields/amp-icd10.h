/* The codes of the ICD-10 that exist. Immutable after construction: any number of
 * threads may ask. Private to this layer. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_icd10_has_code:
 * @letter: the chapter's letter, upper case
 * @number: the two digits behind it
 * @fourth: the fourth character, 0 where there is none
 *
 * Returns: whether the list (data/fields/icd10.tsv) has such a category, and such a
 *   subdivision of it.
 */
gboolean amp_icd10_has_code (char letter, guint number, char fourth);

G_END_DECLS
