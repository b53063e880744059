/* Owns the set: hashes in an open table that leaves room in the innermost cache. */
#include "amp-first-name.h"

#include "amp-word-table.h"

#define SLOTS 4096u /* a power of two */

typedef struct
{
  guint32 hashes[SLOTS]; /* 0: free */
  guint   n;
} Table;

/* FNV-1a, of which the upper half is kept: a name is taken for one of a thousand
 * with a chance of one in four million. */
static guint32
hash_of (const char *letters, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (0xCBF29CE484222325);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) letters[i]) * G_GUINT64_CONSTANT (0x100000001B3);
  return (guint32) (hash >> 32) | 1;
}

static guint
find_slot (const Table *table, guint32 hash)
{
  guint slot = hash >> 1 & (SLOTS - 1);

  while (table->hashes[slot] != 0 && table->hashes[slot] != hash)
    slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

/* Only letters count: a compound name stands as it is read from a dump. */
static void
add_line (char **fields, guint n_fields, gpointer data)
{
  Table *table = data;
  gsize  length = 0;
  guint  slot;

  if (n_fields != 2 || strcmp (fields[1], "first_name") != 0)
    return;
  for (const char *letter = fields[0]; *letter != '\0'; letter++)
    if (g_ascii_isupper (*letter))
      fields[0][length++] = *letter;
  slot = find_slot (table, hash_of (fields[0], length));
  table->n += table->hashes[slot] == 0;
  table->hashes[slot] = hash_of (fields[0], length);
  g_assert (table->n < SLOTS * 3 / 4);
}

static const Table *
get_table (void)
{
  static gsize initialized = 0;
  static Table table;

  if (g_once_init_enter (&initialized))
    {
      amp_word_table_read ("values.tsv", add_line, &table);
      g_once_init_leave (&initialized, 1);
    }
  return &table;
}

gboolean
amp_first_name_is_known (const char *letters, gsize length)
{
  const Table *table = get_table ();

  g_return_val_if_fail (letters != NULL || length == 0, FALSE);
  return length > 0 && table->hashes[find_slot (table, hash_of (letters, length))] != 0;
}
