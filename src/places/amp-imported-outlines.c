/* AmpImportedOutlines: what was imported: see the header.
 *
 * Invariant: `joined` has the outline of an EPCI only if `pieces` has its communes. */
#include "amp-imported-outlines.h"

#include "amp-outline-union.h"

struct _AmpImportedOutlines
{
  AmpGazetteer  *gazetteer;
  AmpOutlineSet *groups;   /* nullable */
  AmpOutlineSet *communes; /* nullable */
  GHashTable    *pieces;   /* code of an EPCI → GPtrArray of AmpOutline */
  GHashTable    *joined;   /* code of an EPCI → AmpOutline */
};

/* Which EPCI lack the outline of a commune. */
static gboolean *
find_incomplete (const AmpOutlineSet *communes, AmpGazetteer *gazetteer)
{
  gboolean *is_incomplete = g_new0 (gboolean, amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_EPCI));

  for (guint i = 0; i < amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE); i++)
    {
      const AmpArea *commune = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, i);

      if (commune->epci != AMP_PLACE_NONE && amp_outline_set_find (communes, commune->code) == NULL)
        is_incomplete[commune->epci] = TRUE;
    }
  return is_incomplete;
}

GArray *
amp_imported_outlines_list_pieces (const AmpOutlineSet *groups, const AmpOutlineSet *communes, AmpGazetteer *gazetteer)
{
  g_return_val_if_fail (communes != NULL && gazetteer != NULL, NULL);

  GArray              *pieces = g_array_new (FALSE, FALSE, sizeof (AmpGroupPiece));
  g_autofree gboolean *is_incomplete = find_incomplete (communes, gazetteer);

  for (guint i = 0; i < amp_outline_set_get_n_areas (communes); i++)
    {
      AmpGroupPiece  piece = { .outline = amp_outline_set_get_area (communes, i) };
      const AmpArea *commune;
      guint32        index;

      if (!amp_gazetteer_find_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, piece.outline->code, &index))
        continue;
      commune = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, index);
      if (commune->epci == AMP_PLACE_NONE || is_incomplete[commune->epci])
        continue;
      piece.group = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_EPCI, commune->epci);
      if (groups == NULL || amp_outline_set_find (groups, piece.group->code) == NULL)
        g_array_append_val (pieces, piece);
    }
  return pieces;
}

static void
add_pieces (AmpImportedOutlines *self)
{
  g_autoptr (GArray) pieces = amp_imported_outlines_list_pieces (self->groups, self->communes, self->gazetteer);

  for (guint i = 0; i < pieces->len; i++)
    {
      const AmpGroupPiece *piece = &g_array_index (pieces, AmpGroupPiece, i);
      GPtrArray           *outlines = g_hash_table_lookup (self->pieces, piece->group->code);

      if (outlines == NULL)
        {
          outlines = g_ptr_array_new ();
          g_hash_table_insert (self->pieces, (gpointer) piece->group->code, outlines);
        }
      g_ptr_array_add (outlines, (gpointer) piece->outline);
    }
}

AmpImportedOutlines *
amp_imported_outlines_load (const char *folder, AmpGazetteer *gazetteer, GError **error)
{
  g_return_val_if_fail (folder != NULL && gazetteer != NULL, NULL);

  g_autoptr (AmpImportedOutlines) self = g_new0 (AmpImportedOutlines, 1);

  self->gazetteer = amp_gazetteer_ref (gazetteer);
  self->pieces = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->joined = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) amp_outline_union_free);
  if (!amp_outline_set_load_all (folder, &self->groups, &self->communes, error))
    return NULL;
  if (self->communes != NULL)
    add_pieces (self);
  return self->groups != NULL || self->communes != NULL ? g_steal_pointer (&self) : NULL;
}

void
amp_imported_outlines_free (AmpImportedOutlines *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->joined);
  g_hash_table_unref (self->pieces);
  g_clear_pointer (&self->groups, amp_outline_set_unref);
  g_clear_pointer (&self->communes, amp_outline_set_unref);
  amp_gazetteer_unref (self->gazetteer);
  g_free (self);
}

const AmpOutlineSet *
amp_imported_outlines_get_set (const AmpImportedOutlines *self, AmpPlaceLevel level)
{
  g_return_val_if_fail (self != NULL, NULL);

  return level == AMP_PLACE_LEVEL_EPCI ? self->groups : self->communes;
}

static const AmpOutline *
join (AmpImportedOutlines *self, const char *code)
{
  AmpOutline *outline = g_hash_table_lookup (self->joined, code);
  gpointer    key, pieces;

  if (outline != NULL || !g_hash_table_lookup_extended (self->pieces, code, &key, &pieces))
    return outline;
  outline = amp_outline_union (pieces, key);
  g_hash_table_insert (self->joined, key, outline);
  return outline;
}

const AmpOutline *
amp_imported_outlines_find (AmpImportedOutlines *self, AmpPlaceLevel level, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  const AmpOutlineSet *set = amp_imported_outlines_get_set (self, level);
  const AmpOutline    *outline = set != NULL ? amp_outline_set_find (set, code) : NULL;

  return outline == NULL && level == AMP_PLACE_LEVEL_EPCI ? join (self, code) : outline;
}
