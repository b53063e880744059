/* AmpAreaAtlas: what outlines there are for each level of places: see the header.
 *
 * Invariant: a sheet's mosaic, codes and outlines have one entry a piece, in the
 * same order. */
#include "amp-area-atlas.h"

#include "amp-imported-outlines.h"

struct _AmpAreaAtlas
{
  gatomicrefcount references;
  AmpOutlines    *outlines;
  AmpOutlineSet  *groups;
  AmpOutlineSet  *communes;
  AmpGazetteer   *gazetteer;
  AmpAreaSheet    ground;
  AmpAreaSheet    sheets[AMP_N_PLACE_KEYS];
};

static void
free_numbers (gpointer data)
{
  g_array_unref (data);
}

static void
init_sheet (AmpAreaSheet *sheet)
{
  sheet->mosaic = amp_area_mosaic_new ();
  sheet->codes = g_ptr_array_new ();
  sheet->outlines = g_ptr_array_new ();
  sheet->pieces = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_numbers);
}

static void
clear_sheet (AmpAreaSheet *sheet)
{
  g_clear_pointer (&sheet->mosaic, amp_area_mosaic_unref);
  g_clear_pointer (&sheet->codes, g_ptr_array_unref);
  g_clear_pointer (&sheet->outlines, g_ptr_array_unref);
  g_clear_pointer (&sheet->pieces, g_hash_table_unref);
}

static void
note_piece (AmpAreaSheet *sheet, const char *code)
{
  GArray *numbers = g_hash_table_lookup (sheet->pieces, code);
  guint   number = sheet->codes->len - 1;

  if (numbers == NULL)
    {
      numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (sheet->pieces, (gpointer) code, numbers);
    }
  g_array_append_val (numbers, number);
}

/* @code must live as long as the atlas. */
static void
add_piece (AmpAreaSheet *sheet, const char *code, const AmpOutline *outline)
{
  g_autoptr (AmpOutlineRings) rings = amp_outline_rings_new ();
  AmpMapShape shape;

  amp_outline_rings_add (rings, outline);
  shape = amp_outline_rings_get_shape (rings);
  if (!amp_area_mosaic_add (sheet->mosaic, &shape))
    return;
  g_ptr_array_add (sheet->codes, (gpointer) code);
  g_ptr_array_add (sheet->outlines, (gpointer) outline);
  note_piece (sheet, code);
}

static void
add_shipped (AmpAreaAtlas *self)
{
  AmpAreaSheet *regions = &self->sheets[AMP_KEY_REGION];
  AmpAreaSheet *departements = &self->sheets[AMP_KEY_DEPARTEMENT];

  for (guint i = 0; i < amp_outlines_get_n_backgrounds (self->outlines); i++)
    add_piece (&self->ground, amp_outlines_get_background (self->outlines, i)->code, amp_outlines_get_background (self->outlines, i));
  for (guint i = 0; i < amp_outlines_get_n_areas (self->outlines); i++)
    {
      const AmpOutline *outline = amp_outlines_get_area (self->outlines, i);

      add_piece (&self->ground, outline->code, outline);
      add_piece (departements, outline->code, outline);
    }
  for (guint i = 0; i < amp_outlines_get_n_regions (self->outlines); i++)
    add_piece (regions, amp_outlines_get_region (self->outlines, i)->code, amp_outlines_get_region (self->outlines, i));
}

static void
add_imported (AmpAreaSheet *sheet, const AmpOutlineSet *set)
{
  for (guint i = 0; set != NULL && i < amp_outline_set_get_n_areas (set); i++)
    add_piece (sheet, amp_outline_set_get_area (set, i)->code, amp_outline_set_get_area (set, i));
}

static void
compose_groups (AmpAreaAtlas *self)
{
  g_autoptr (GArray) pieces = amp_imported_outlines_list_pieces (self->groups, self->communes, self->gazetteer);

  for (guint i = 0; i < pieces->len; i++)
    {
      const AmpGroupPiece *piece = &g_array_index (pieces, AmpGroupPiece, i);

      add_piece (&self->sheets[AMP_KEY_EPCI], piece->group->code, piece->outline);
    }
}

AmpAreaAtlas *
amp_area_atlas_new (AmpOutlines *outlines, AmpOutlineSet *groups, AmpOutlineSet *communes, AmpGazetteer *gazetteer)
{
  g_return_val_if_fail (outlines != NULL && gazetteer != NULL, NULL);

  AmpAreaAtlas *self = g_new0 (AmpAreaAtlas, 1);

  g_atomic_ref_count_init (&self->references);
  self->outlines = amp_outlines_ref (outlines);
  self->groups = groups != NULL ? amp_outline_set_ref (groups) : NULL;
  self->communes = communes != NULL ? amp_outline_set_ref (communes) : NULL;
  self->gazetteer = amp_gazetteer_ref (gazetteer);
  init_sheet (&self->ground);
  for (guint i = 0; i < AMP_N_PLACE_KEYS; i++)
    init_sheet (&self->sheets[i]);
  add_shipped (self);
  add_imported (&self->sheets[AMP_KEY_EPCI], groups);
  add_imported (&self->sheets[AMP_KEY_COMMUNE], communes);
  if (communes != NULL)
    compose_groups (self);
  return self;
}

AmpAreaAtlas *
amp_area_atlas_ref (AmpAreaAtlas *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
amp_area_atlas_unref (AmpAreaAtlas *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  clear_sheet (&self->ground);
  for (guint i = 0; i < AMP_N_PLACE_KEYS; i++)
    clear_sheet (&self->sheets[i]);
  amp_outlines_unref (self->outlines);
  g_clear_pointer (&self->groups, amp_outline_set_unref);
  g_clear_pointer (&self->communes, amp_outline_set_unref);
  amp_gazetteer_unref (self->gazetteer);
  g_free (self);
}

const AmpAreaSheet *
amp_area_atlas_get_ground (const AmpAreaAtlas *self)
{
  return &self->ground;
}

guint
amp_area_atlas_get_n_countries (const AmpAreaAtlas *self)
{
  return amp_outlines_get_n_backgrounds (self->outlines);
}

const AmpOutlineSet *
amp_area_atlas_get_set (const AmpAreaAtlas *self, AmpPlaceLevel level)
{
  return level == AMP_PLACE_LEVEL_EPCI ? self->groups : self->communes;
}

const AmpAreaSheet *
amp_area_atlas_get_sheet (const AmpAreaAtlas *self, AmpKey key)
{
  g_return_val_if_fail (key < AMP_N_PLACE_KEYS, NULL);
  return &self->sheets[key];
}

gboolean
amp_area_sheet_has (const AmpAreaSheet *sheet, const char *code)
{
  return g_hash_table_contains (sheet->pieces, code);
}

const char *
amp_area_sheet_find (const AmpAreaSheet *sheet, double longitude, double latitude)
{
  for (guint i = 0; i < sheet->outlines->len; i++)
    if (amp_outline_contains (g_ptr_array_index (sheet->outlines, i), longitude, latitude))
      return g_ptr_array_index (sheet->codes, i);
  return NULL;
}

AmpMapBounds
amp_area_sheet_get_bounds (const AmpAreaSheet *sheet, const char *code)
{
  const GArray *numbers = code != NULL ? g_hash_table_lookup (sheet->pieces, code) : NULL;
  AmpMapBounds  bounds;

  amp_map_bounds_clear (&bounds);
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      const AmpOutline *outline = g_ptr_array_index (sheet->outlines, g_array_index (numbers, guint, i));

      amp_map_bounds_add (&bounds, outline->west, outline->south);
      amp_map_bounds_add (&bounds, outline->east, outline->north);
    }
  return bounds;
}

AmpOutlineRings *
amp_area_sheet_dup_rings (const AmpAreaSheet *sheet, const char *code)
{
  AmpOutlineRings *rings = amp_outline_rings_new ();
  const GArray    *numbers = code != NULL ? g_hash_table_lookup (sheet->pieces, code) : NULL;

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    amp_outline_rings_add (rings, g_ptr_array_index (sheet->outlines, g_array_index (numbers, guint, i)));
  return rings;
}

AmpOutline *
amp_area_sheet_dup_whole (const AmpAreaSheet *sheet, const char *code)
{
  const GArray *numbers = g_hash_table_lookup (sheet->pieces, code);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    g_ptr_array_add (pieces, g_ptr_array_index (sheet->outlines, g_array_index (numbers, guint, i)));
  return amp_outline_union (pieces, code);
}
