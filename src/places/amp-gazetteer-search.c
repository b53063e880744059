/* Owns the search for a place by what somebody typed. It folds every name anew
 * at each call (a few milliseconds), so that the gazetteer holds nothing for it. */
#include "amp-gazetteer.h"

#include "amp-gazetteer-private.h"
#include "amp-place-name.h"

typedef enum
{
  FIT_WHOLE, /* the whole name, or the code */
  FIT_START,
  FIT_WORD,
  FIT_NONE,
} Fit;

typedef struct
{
  AmpPlaceMatch match;
  Fit           fit;
  gint64        population;
} Found;

static const AmpPlaceLevel searched[] = { AMP_PLACE_LEVEL_REGION, AMP_PLACE_LEVEL_DEPARTEMENT, AMP_PLACE_LEVEL_EPCI, AMP_PLACE_LEVEL_COMMUNE };

static Fit
fit_folded (const char *name, const char *wanted, gsize length)
{
  const char *bare = amp_place_name_skip_article (name);

  if (strcmp (name, wanted) == 0 || strcmp (bare, wanted) == 0)
    return FIT_WHOLE;
  if (strncmp (name, wanted, length) == 0 || strncmp (bare, wanted, length) == 0)
    return FIT_START;
  for (const char *space = strchr (name, ' '); space != NULL; space = strchr (space + 1, ' '))
    if (strncmp (space + 1, wanted, length) == 0)
      return FIT_WORD;
  return FIT_NONE;
}

static Fit
fit_name (const char *name, const char *wanted, gsize length)
{
  char folded[2 * AMP_PLACE_NAME_SIZE];

  if (amp_place_name_fold (name, strlen (name), folded, sizeof folded) == 0)
    return FIT_NONE;
  return fit_folded (folded, wanted, length);
}

static void
add_found (GArray *found, const AmpArea *area, AmpPlaceLevel level, guint32 index, Fit fit)
{
  Found entry = { { level, index }, fit, area->population };

  if (fit != FIT_NONE)
    g_array_append_val (found, entry);
}

static void
search_areas (const AmpGazetteer *gazetteer, const char *wanted, gsize length, GArray *found)
{
  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    {
      AmpPlaceLevel level = searched[i];

      for (guint32 j = 0; j < gazetteer->n_areas[level]; j++)
        {
          const AmpArea *area = &gazetteer->areas[level][j];
          gboolean       is_code = g_ascii_strcasecmp (area->code, wanted) == 0;

          add_found (found, area, level, j, is_code ? FIT_WHOLE : fit_name (area->name, wanted, length));
        }
    }
}

static void
search_former (const AmpGazetteer *gazetteer, const char *wanted, gsize length, GArray *found)
{
  for (guint i = 0; i < gazetteer->former->len; i++)
    {
      const AmpFormerCommune *former = &g_array_index (gazetteer->former, AmpFormerCommune, i);
      const AmpArea          *area = &gazetteer->areas[AMP_PLACE_LEVEL_COMMUNE][former->commune];

      add_found (found, area, AMP_PLACE_LEVEL_COMMUNE, former->commune, fit_name (former->name, wanted, length));
    }
}

static void
search_postal_code (const AmpGazetteer *gazetteer, const char *wanted, gsize length, GArray *found)
{
  guint          n_communes = 0;
  const guint32 *communes;

  if (length != 5 || strspn (wanted, "0123456789") != 5)
    return;
  communes = amp_gazetteer_get_communes (gazetteer, g_ascii_strtoull (wanted, NULL, 10), &n_communes);
  for (guint i = 0; i < n_communes; i++)
    add_found (found, &gazetteer->areas[AMP_PLACE_LEVEL_COMMUNE][communes[i]], AMP_PLACE_LEVEL_COMMUNE, communes[i], FIT_WHOLE);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *left = a;
  const Found *right = b;

  if (left->fit != right->fit)
    return left->fit < right->fit ? -1 : 1;
  if (left->population != right->population)
    return left->population > right->population ? -1 : 1;
  if (left->match.level != right->match.level)
    return left->match.level < right->match.level ? -1 : 1;
  return (left->match.index > right->match.index) - (left->match.index < right->match.index);
}

static gboolean
holds_match (const GArray *matches, const AmpPlaceMatch *match)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const AmpPlaceMatch *other = &g_array_index (matches, AmpPlaceMatch, i);

      if (other->level == match->level && other->index == match->index)
        return TRUE;
    }
  return FALSE;
}

GArray *
amp_gazetteer_search (const AmpGazetteer *gazetteer, const char *text, guint limit)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (AmpPlaceMatch));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  char  wanted[AMP_PLACE_NAME_SIZE];
  gsize length;

  g_return_val_if_fail (gazetteer != NULL && text != NULL, matches);

  length = amp_place_name_fold (text, strlen (text), wanted, sizeof wanted);
  if (length == 0)
    return matches;
  search_areas (gazetteer, wanted, length, found);
  search_former (gazetteer, wanted, length, found);
  search_postal_code (gazetteer, wanted, length, found);
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len && matches->len < limit; i++)
    {
      const AmpPlaceMatch *match = &g_array_index (found, Found, i).match;

      if (!holds_match (matches, match))
        g_array_append_val (matches, *match);
    }
  return matches;
}
