/* Owns the names of the communes as the resolver compares them. Invariants:
 * entries are sorted by commune; a hash chain holds entries of all names whose
 * hash falls there; keys point into one block of text. */
#include "amp-name-index.h"

#include "amp-gazetteer-private.h"
#include "amp-place-name.h"

#define N_CHAINS 65536

struct _AmpNameIndex
{
  char         *keys;
  AmpNameEntry *entries;
  guint         n_entries;
  guint32      *first_entry; /* one a commune, and the end */
  guint32       chains[N_CHAINS];
};

typedef struct
{
  AmpNameIndex *names;
  gsize         keys_length;
  gsize         keys_size;
} Builder;

static guint
hash_key (const char *key, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) key[i]) * 16777619u;
  return (hash ^ hash >> 16) % N_CHAINS;
}

guint32
amp_name_letters (const char *key, gsize length)
{
  guint32 letters = 0;

  for (gsize i = 0; i < length; i++)
    if (key[i] >= 'A' && key[i] <= 'Z')
      letters |= 1u << (key[i] - 'A');
  return letters;
}

static void
add_key (Builder *builder, guint32 commune, const char *folded, AmpNameKind kind)
{
  AmpNameIndex *names = builder->names;
  AmpNameEntry *entry = &names->entries[names->n_entries];
  char         *key = names->keys + builder->keys_length;
  gsize         length;
  guint32      *chain;

  g_assert (builder->keys_length + AMP_PLACE_NAME_SIZE <= builder->keys_size);
  g_strlcpy (key, folded, AMP_PLACE_NAME_SIZE);
  length = amp_place_name_compact (key);
  chain = &names->chains[hash_key (key, length)];
  *entry = (AmpNameEntry){ .key = key, .length = length, .kind = kind, .letters = amp_name_letters (key, length), .commune = commune, .next = *chain };
  *chain = names->n_entries++;
  builder->keys_length += length + 1;
}

static void
add_name (Builder *builder, guint32 commune, const char *name, AmpNameKind kind)
{
  char        folded[AMP_PLACE_NAME_SIZE];
  const char *bare;

  if (amp_place_name_fold (name, strlen (name), folded, sizeof folded) == 0)
    return;
  bare = amp_place_name_skip_article (folded);
  add_key (builder, commune, folded, kind);
  if (bare != folded)
    add_key (builder, commune, bare, AMP_NAME_WITHOUT_ARTICLE);
}

AmpNameIndex *
amp_name_index_new (const AmpGazetteer *gazetteer)
{
  guint         n_communes = gazetteer->n_areas[AMP_PLACE_LEVEL_COMMUNE];
  guint         n_names = n_communes + gazetteer->former->len;
  AmpNameIndex *names = g_new0 (AmpNameIndex, 1);
  Builder       builder = { .names = names, .keys_size = AMP_PLACE_NAME_SIZE };
  guint         former = 0;

  for (guint i = 0; i < n_communes; i++)
    builder.keys_size += 2 * (2 * strlen (gazetteer->areas[AMP_PLACE_LEVEL_COMMUNE][i].name) + 8);
  for (guint i = 0; i < gazetteer->former->len; i++)
    builder.keys_size += 2 * (2 * strlen (g_array_index (gazetteer->former, AmpFormerCommune, i).name) + 8);
  names->keys = g_malloc (builder.keys_size);
  names->entries = g_new (AmpNameEntry, 2 * n_names);
  names->first_entry = g_new (guint32, n_communes + 1);
  memset (names->chains, 0xFF, sizeof names->chains);
  for (guint32 i = 0; i < n_communes; i++)
    {
      names->first_entry[i] = names->n_entries;
      add_name (&builder, i, gazetteer->areas[AMP_PLACE_LEVEL_COMMUNE][i].name, AMP_NAME_CURRENT);
      for (; former < gazetteer->former->len && g_array_index (gazetteer->former, AmpFormerCommune, former).commune == i; former++)
        add_name (&builder, i, g_array_index (gazetteer->former, AmpFormerCommune, former).name, AMP_NAME_FORMER);
    }
  names->first_entry[n_communes] = names->n_entries;
  return names;
}

void
amp_name_index_free (AmpNameIndex *names)
{
  if (names == NULL)
    return;
  g_free (names->keys);
  g_free (names->entries);
  g_free (names->first_entry);
  g_free (names);
}

static const AmpNameEntry *
follow_chain (const AmpNameIndex *names, guint32 index, const char *key, gsize length)
{
  for (; index != AMP_PLACE_NONE; index = names->entries[index].next)
    {
      const AmpNameEntry *entry = &names->entries[index];

      if (entry->length == length && memcmp (entry->key, key, length) == 0)
        return entry;
    }
  return NULL;
}

const AmpNameEntry *
amp_name_index_find (const AmpNameIndex *names, const char *key, gsize length)
{
  return follow_chain (names, names->chains[hash_key (key, length)], key, length);
}

const AmpNameEntry *
amp_name_index_find_next (const AmpNameIndex *names, const AmpNameEntry *entry)
{
  return follow_chain (names, entry->next, entry->key, entry->length);
}

const AmpNameEntry *
amp_name_index_get_entries (const AmpNameIndex *names, guint32 commune, guint n_communes, guint *n_entries)
{
  *n_entries = names->first_entry[commune + n_communes] - names->first_entry[commune];
  return names->entries + names->first_entry[commune];
}
