/* Union–find over numbers: which of them belong together. Knows nothing of
 * persons, nor of which may be joined. Four bytes each. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers are below this. */
#define AMP_PERSON_FOREST_MAX (1u << 28)

typedef struct _AmpPersonForest AmpPersonForest;

/**
 * amp_person_forest_new:
 * @n: how many, at most %AMP_PERSON_FOREST_MAX
 *
 * Returns: (transfer full): all of them apart
 */
AmpPersonForest *amp_person_forest_new (guint32 n);

void amp_person_forest_free (AmpPersonForest *self);

/**
 * amp_person_forest_find:
 *
 * Returns: the root of the group that @member is in
 */
guint32 amp_person_forest_find (AmpPersonForest *self, guint32 member);

/**
 * amp_person_forest_shorten:
 *
 * Makes finding as fast as it can be; changes nothing.
 */
void amp_person_forest_shorten (AmpPersonForest *self);

/**
 * amp_person_forest_is_joined:
 *
 * Unlike finding, this may be asked from several threads, while nothing is joined.
 *
 * Returns: whether @one and @other are in one group
 */
gboolean amp_person_forest_is_joined (const AmpPersonForest *self, guint32 one, guint32 other);

/**
 * amp_person_forest_fetch:
 *
 * Makes asking for @member soon faster; changes nothing.
 */
void amp_person_forest_fetch (const AmpPersonForest *self, guint32 member);

/**
 * amp_person_forest_join:
 * @root: a root, which stays one
 * @other: another root
 */
void amp_person_forest_join (AmpPersonForest *self, guint32 root, guint32 other);

/**
 * amp_person_forest_get_n:
 *
 * Returns: the groups there are
 */
guint32 amp_person_forest_get_n (AmpPersonForest *self);

/**
 * amp_person_forest_number:
 *
 * Numbers the groups 1, 2, 3… in the order of their first members. Nothing can
 * be joined or found any more.
 */
void amp_person_forest_number (AmpPersonForest *self);

/**
 * amp_person_forest_get_number:
 *
 * Returns: the number of @member's group; only after numbering
 */
guint32 amp_person_forest_get_number (AmpPersonForest *self, guint32 member);

/**
 * amp_person_forest_get_numbers:
 *
 * Returns: (transfer none): the numbers of all members; only after numbering
 */
const guint32 *amp_person_forest_get_numbers (AmpPersonForest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPersonForest, amp_person_forest_free)

G_END_DECLS
