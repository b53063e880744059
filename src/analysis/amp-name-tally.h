/* How many records bear each name: the dump itself says which are names rather than
 * misspellings. Counts sketches, never a name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AmpNameTally AmpNameTally;

AmpNameTally *amp_name_tally_new (void);
void          amp_name_tally_free (AmpNameTally *self);

/**
 * amp_name_tally_add:
 * @sketch: of a name; 0 is not counted
 * @count: so many records more that bear it
 */
void amp_name_tally_add (AmpNameTally *self, guint32 sketch, guint32 count);

/**
 * amp_name_tally_get:
 *
 * Returns: how often @sketch was counted
 */
guint32 amp_name_tally_get (const AmpNameTally *self, guint32 sketch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpNameTally, amp_name_tally_free)

G_END_DECLS
