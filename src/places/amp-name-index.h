/* Which communes bear a name. Private to the layer. Immutable once built; the
 * names of one commune, and so of one département, follow each other. */
#pragma once

#include <glib.h>

#include "amp-gazetteer.h"

G_BEGIN_DECLS

/**
 * AmpNameKind:
 * @AMP_NAME_CURRENT: a commune's name of today.
 * @AMP_NAME_FORMER: the name of a former commune or of an arrondissement.
 * @AMP_NAME_WITHOUT_ARTICLE: one of the two, its leading article left out.
 */
typedef enum
{
  AMP_NAME_CURRENT,
  AMP_NAME_FORMER,
  AMP_NAME_WITHOUT_ARTICLE,
} AmpNameKind;

/**
 * AmpNameEntry:
 * @key: the name, folded and compact.
 * @length: bytes of @key.
 * @kind: what sort of name it is.
 * @letters: one bit for each letter A–Z in it.
 * @commune: the commune that bears it.
 * @next: the next entry with the same hash, or %AMP_PLACE_NONE.
 */
typedef struct
{
  const char *key;
  guint8      length;
  guint8      kind;
  guint32     letters;
  guint32     commune;
  guint32     next;
} AmpNameEntry;

typedef struct _AmpNameIndex AmpNameIndex;

/**
 * amp_name_index_new:
 * @gazetteer: a gazetteer with its communes and former communes.
 *
 * Returns: (transfer full): the index; does not keep @gazetteer.
 */
AmpNameIndex *amp_name_index_new (const AmpGazetteer *gazetteer);

/**
 * amp_name_index_free:
 * @names: (transfer full) (nullable): an index.
 */
void amp_name_index_free (AmpNameIndex *names);

/**
 * amp_name_index_find:
 * @names: an index.
 * @key: a folded, compact name.
 * @length: bytes of @key.
 *
 * Returns: (nullable): the first entry of that name.
 */
const AmpNameEntry *amp_name_index_find (const AmpNameIndex *names, const char *key, gsize length);

/**
 * amp_name_index_find_next:
 * @names: an index.
 * @entry: an entry that a search returned.
 *
 * Returns: (nullable): the next entry of the same name.
 */
const AmpNameEntry *amp_name_index_find_next (const AmpNameIndex *names, const AmpNameEntry *entry);

/**
 * amp_name_index_get_entries:
 * @names: an index.
 * @commune: the first of some neighbouring communes.
 * @n_communes: how many.
 * @n_entries: (out): how many names they have.
 *
 * Returns: (array length=n_entries): their names.
 */
const AmpNameEntry *amp_name_index_get_entries (const AmpNameIndex *names, guint32 commune, guint n_communes, guint *n_entries);

/**
 * amp_name_letters:
 * @key: a folded name.
 * @length: bytes of @key.
 *
 * Returns: one bit for each letter A–Z in @key.
 */
guint32 amp_name_letters (const char *key, gsize length);

G_END_DECLS
