/* The records that share a key: all of them, in their order, whatever the sizes. */
#include "amp-key-stream.h"

typedef struct
{
  GHashTable *members; /* hash → GArray of records */
  guint       n_groups;
} Expected;

static void
check_group (gpointer data, const AmpKeyEntry *group, gsize n)
{
  Expected      *expected = data;
  GArray        *records = NULL;
  gpointer       key;
  GHashTableIter iter;

  /* Hashes are spread on the way: the group is known by its first record. */
  g_hash_table_iter_init (&iter, expected->members);
  while (g_hash_table_iter_next (&iter, &key, (gpointer *) &records))
    if (g_array_index (records, guint32, 0) == group[0].record)
      break;
  g_assert_nonnull (records);
  g_assert_cmpuint (records->len, ==, n);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpuint (group[i].record, ==, g_array_index (records, guint32, i));
  expected->n_groups++;
}

static void
expect (Expected *expected, guint32 record, guint32 hash)
{
  GArray *records = g_hash_table_lookup (expected->members, GUINT_TO_POINTER (hash));

  if (records == NULL)
    {
      records = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (expected->members, GUINT_TO_POINTER (hash), records);
    }
  g_array_append_val (records, record);
}

/* One thread, which is the test's. */
static void
visit (gsize n_keys, AmpKeyStream *stream, AmpKeyVisitFunc func, gpointer data)
{
  amp_key_groups_visit (n_keys, amp_key_stream_gather, stream, NULL, func, &data, 1);
}

/* Each hash is borne by one to four records, far apart. */
static void
test_every_group_is_found (void)
{
  g_autoptr (AmpKeyStream) stream = amp_key_stream_new ();
  g_autoptr (GHashTable) members = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  Expected expected = { members, 0 };
  guint    n_shared = 0;

  for (guint32 i = 0; i < 2000; i++)
    {
      guint32 hash = i % 700 * 6000001u + 1;

      amp_key_stream_add (stream, i * 90000, hash);
      expect (&expected, i * 90000, hash);
    }
  for (guint32 i = 0; i < 700; i++)
    n_shared += ((GArray *) g_hash_table_lookup (members, GUINT_TO_POINTER (i * 6000001u + 1)))->len > 1;
  g_assert_cmpuint (amp_key_stream_get_n (stream), ==, 2000);
  visit (2000, stream, check_group, &expected);
  g_assert_cmpuint (expected.n_groups, ==, n_shared);
}

/* Steps of every length, none among them: a record may have several keys. */
static void
test_steps_of_any_length_are_kept (void)
{
  static const guint32 steps[] = { 0, 1, 2, 3, 4, 130, 131, 16387, 2097155, 30000000, 0, 1 };
  g_autoptr (AmpKeyStream) stream = amp_key_stream_new ();
  g_autoptr (GHashTable) members = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  Expected expected = { members, 0 };
  guint32  record = 0;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (steps); i++)
    {
      /* Two keys that all but the first records have by turns. */
      record += i == 0 ? 5 : steps[i % G_N_ELEMENTS (steps)];
      amp_key_stream_add (stream, record, i % 2 + 1);
      expect (&expected, record, i % 2 + 1);
    }
  visit (2 * G_N_ELEMENTS (steps), stream, check_group, &expected);
  g_assert_cmpuint (expected.n_groups, ==, 2);
}

static void
count_members (gpointer data, const AmpKeyEntry *group, gsize n)
{
  gsize *count = data;

  for (gsize i = 1; i < n; i++)
    g_assert_cmpuint (group[i - 1].record, <, group[i].record);
  *count += n;
}

/* So many that they are sorted in ranges, and more than were said. */
static void
test_ranges_lose_nothing (void)
{
  g_autoptr (AmpKeyStream) stream = amp_key_stream_new ();
  const guint32 n = 3000000;
  gsize         count = 0;

  for (guint32 i = 0; i < n; i++)
    amp_key_stream_add (stream, i, i % (n / 2));
  visit (n / 2, stream, count_members, &count);
  g_assert_cmpuint (count, ==, n);
}

/* Each has its own count. A key that nearly all have is one thread's alone. */
static void
test_threads_lose_nothing (void)
{
  g_autoptr (AmpKeyStream) stream = amp_key_stream_new ();
  const guint32 n = 200000;
  gsize         counts[5] = { 0 };
  gpointer      visitors[G_N_ELEMENTS (counts)];
  gsize         sum = 0;

  for (guint32 i = 0; i < n; i++)
    amp_key_stream_add (stream, i, i % 4 == 0 ? i / 8 : 7);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    visitors[i] = &counts[i];
  amp_key_groups_visit (n, amp_key_stream_gather, stream, NULL, count_members, visitors, G_N_ELEMENTS (counts));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    sum += counts[i];
  g_assert_cmpuint (sum, ==, n);
}

static void
test_one_key_of_all_is_one_group (void)
{
  g_autoptr (AmpKeyStream) stream = amp_key_stream_new ();
  gsize count = 0;

  for (guint32 i = 0; i < 100000; i++)
    amp_key_stream_add (stream, i, G_MAXUINT32);
  visit (100000, stream, count_members, &count);
  g_assert_cmpuint (count, ==, 100000);
}

static void
test_no_keys_are_no_groups (void)
{
  g_autoptr (AmpKeyStream) stream = amp_key_stream_new ();
  gsize count = 0;

  visit (0, stream, count_members, &count);
  amp_key_stream_add (stream, G_MAXUINT32 >> 4, 1);
  visit (1, stream, count_members, &count);
  g_assert_cmpuint (count, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/key-groups/every-group-is-found", test_every_group_is_found);
  g_test_add_func ("/analysis/key-groups/steps-of-any-length-are-kept", test_steps_of_any_length_are_kept);
  g_test_add_func ("/analysis/key-groups/ranges-lose-nothing", test_ranges_lose_nothing);
  g_test_add_func ("/analysis/key-groups/threads-lose-nothing", test_threads_lose_nothing);
  g_test_add_func ("/analysis/key-groups/one-key-of-all-is-one-group", test_one_key_of_all_is_one_group);
  g_test_add_func ("/analysis/key-groups/no-keys-are-no-groups", test_no_keys_are_no_groups);
  return g_test_run ();
}
