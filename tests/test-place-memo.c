/* The memo never answers for another query than the one it was told. */
#include <glib.h>

#include "amp-place-memo.h"

static AmpPlaceMemoKey
make_key (const char *first, const char *second)
{
  return (AmpPlaceMemoKey){ { first, second, NULL, NULL }, { strlen (first), strlen (second), 0, 0 } };
}

static const AmpPlace *
find (AmpPlaceMemo *memo, const AmpPlaceMemoKey *key, guint32 *slot)
{
  amp_place_memo_ask (memo, key);
  return amp_place_memo_find (memo, slot);
}

static void
test_remembers (void)
{
  AmpPlaceMemo   *memo = amp_place_memo_new ();
  AmpPlaceMemoKey key = make_key ("35000", "RENNES");
  AmpPlaceMemoKey shifted = make_key ("35000R", "ENNES");
  AmpPlaceMemoKey empty = make_key ("", "");
  AmpPlace        place = { "FR", 1, 2, 3, 4, AMP_PLACE_QUALITY_EXACT };
  guint32         slot;

  g_assert_null (find (memo, &empty, &slot));
  g_assert_null (find (memo, &key, &slot));
  amp_place_memo_keep (memo, slot, &place);
  g_assert_cmpuint (find (memo, &key, &slot)->commune, ==, 4);
  g_assert_null (find (memo, &shifted, &slot));
  amp_place_clear (&place);
  g_assert_null (find (memo, &empty, &slot));
  amp_place_memo_keep (memo, slot, &place);
  g_assert_cmpuint (find (memo, &empty, &slot)->quality, ==, AMP_PLACE_QUALITY_NONE);
  amp_place_memo_free (memo);
}

/* Five times as many queries as it can hold: some forgotten, none confused. */
static void
test_bounded (void)
{
  AmpPlaceMemo *memo = amp_place_memo_new ();
  guint         kept = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < 330000; i++)
      {
        char            text[16];
        AmpPlaceMemoKey key;
        AmpPlace        place = { "FR", 0, 0, 0, i, AMP_PLACE_QUALITY_NAME };
        const AmpPlace *found;
        guint32         slot;

        g_snprintf (text, sizeof text, "%u", i);
        key = make_key (text, "");
        found = find (memo, &key, &slot);
        kept += found != NULL;
        if (found != NULL)
          g_assert_cmpuint (found->commune, ==, i);
        else if (pass == 0)
          amp_place_memo_keep (memo, slot, &place);
      }
  g_assert_cmpuint (kept, >, 100000);
  g_assert_cmpuint (kept, <=, 131072);
  amp_place_memo_free (memo);
}

static void
test_long_queries (void)
{
  AmpPlaceMemo   *memo = amp_place_memo_new ();
  char            text[70];
  AmpPlaceMemoKey key = { { text, text, NULL, NULL }, { 69, 0, 0, 0 } };
  AmpPlace        place = { "FR", 1, 2, 3, 4, AMP_PLACE_QUALITY_EXACT };
  guint32         slot;

  memset (text, 'A', sizeof text);
  g_assert_null (find (memo, &key, &slot));
  amp_place_memo_keep (memo, slot, &place);
  g_assert_null (find (memo, &key, &slot));
  key.lengths[1] = G_MAXSIZE;
  g_assert_null (find (memo, &key, &slot));
  amp_place_memo_free (memo);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/place-memo/answers-are-remembered", test_remembers);
  g_test_add_func ("/places/place-memo/room-is-bounded", test_bounded);
  g_test_add_func ("/places/place-memo/long-queries-are-not-kept", test_long_queries);
  return g_test_run ();
}
