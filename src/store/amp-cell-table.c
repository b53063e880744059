/* One walk over the small cells for one question. Invariant: what passes and what is
 * sensitive was looked up for each place, set and profile before, so that a cell
 * costs three bytes of small tables. */
#include "amp-cell-table.h"

#define N_PROFILES 256

/* Whether each place, set and profile passes; and, of sets, all bits when sensitive. */
typedef struct
{
  guint8  *places;
  guint8  *sets;
  gint64  *sensitive;
  guint8   profiles[N_PROFILES];
  gboolean owns_places;
} Lookup;

AmpSmallCell *
amp_cell_table_new (AmpCaseFile *file)
{
  const AmpCell           *cells = (const AmpCell *) file->cells->data;
  const guint32           *sets = (const guint32 *) file->cell_sets->data;
  g_autofree AmpSmallCell *table = g_new (AmpSmallCell, MAX (file->cells->len, 1));

  for (guint i = 0; i < file->cells->len; i++)
    {
      if (cells[i].records > G_MAXUINT32 || cells[i].persons > G_MAXUINT32 || sets[i] > G_MAXUINT16)
        return NULL;
      table[i] = (AmpSmallCell){
        .place = cells[i].place,
        .set = (guint16) sets[i],
        .profile = amp_profile_pack (cells[i].quality, cells[i].age_band, cells[i].sex),
        .records = (guint32) cells[i].records,
        .persons = (guint32) cells[i].persons,
      };
    }
  return g_steal_pointer (&table);
}

static void
look_up_places (Lookup *lookup, AmpCaseFile *file, const AmpCellFilter *filter)
{
  lookup->owns_places = filter->places == NULL;
  lookup->places = filter->places;
  if (!lookup->owns_places)
    return;
  lookup->places = g_malloc (file->places->len);
  memset (lookup->places, 1, file->places->len);
}

static void
look_up_sets (Lookup *lookup, AmpCaseFile *file, const AmpCellFilter *filter)
{
  AmpCategorySet sensitive = amp_combination_get_sensitive ();

  lookup->sets = g_new (guint8, file->category_sets->len);
  lookup->sensitive = g_new (gint64, file->category_sets->len);
  for (guint i = 0; i < file->category_sets->len; i++)
    {
      AmpCategorySet categories = g_array_index (file->category_sets, AmpCategorySet, i);

      lookup->sets[i] = amp_cell_filter_passes_categories (filter, categories);
      lookup->sensitive[i] = (categories & sensitive) != 0 ? -1 : 0;
    }
}

static void
look_up_profiles (Lookup *lookup, const AmpCellFilter *filter)
{
  memset (lookup->profiles, 0, sizeof lookup->profiles);
  for (guint quality = 0; quality < AMP_N_QUALITIES; quality++)
    for (guint age = 0; age < AMP_N_AGE_BANDS; age++)
      for (guint sex = 0; sex < AMP_N_SEXES; sex++)
        lookup->profiles[amp_profile_pack ((guint8) quality, (guint8) age, (guint8) sex)] =
            filter->qualities >> quality & filter->age_bands >> age & filter->sexes >> sex & 1;
}

static inline void
count (const AmpSmallCell *cells, gsize n, const Lookup *lookup, AmpCellPart part, AmpCellTally *tallies)
{
  for (gsize i = 0; i < n; i++)
    {
      const AmpSmallCell *cell = &cells[i];
      AmpCellTally       *tally;

      if (!(lookup->places[cell->place] & lookup->sets[cell->set] & lookup->profiles[cell->profile]))
        continue;
      tally = &tallies[part == AMP_CELL_PART_PLACE ? cell->place : part == AMP_CELL_PART_SET ? cell->set
                                                                                             : cell->profile];
      tally->records += cell->records;
      tally->persons += cell->persons;
      tally->sensitive_persons += cell->persons & lookup->sensitive[cell->set];
    }
}

static guint
get_n_tallies (AmpCaseFile *file, AmpCellPart part)
{
  if (part == AMP_CELL_PART_PROFILE)
    return N_PROFILES;
  return part == AMP_CELL_PART_PLACE ? file->places->len : file->category_sets->len;
}

AmpCellTally *
amp_cell_table_count (AmpCaseFile *file, const AmpCellFilter *filter, AmpCellPart part, guint *n_tallies)
{
  AmpCellTally *tallies;
  Lookup        lookup;

  g_return_val_if_fail (file->small_cells != NULL, NULL);

  *n_tallies = get_n_tallies (file, part);
  tallies = g_new0 (AmpCellTally, MAX (*n_tallies, 1));
  look_up_places (&lookup, file, filter);
  look_up_sets (&lookup, file, filter);
  look_up_profiles (&lookup, filter);
  /* Each call is a loop of its own, which does not ask what it counts by. */
  if (part == AMP_CELL_PART_PLACE)
    count (file->small_cells, file->cells->len, &lookup, AMP_CELL_PART_PLACE, tallies);
  else if (part == AMP_CELL_PART_SET)
    count (file->small_cells, file->cells->len, &lookup, AMP_CELL_PART_SET, tallies);
  else
    count (file->small_cells, file->cells->len, &lookup, AMP_CELL_PART_PROFILE, tallies);
  if (lookup.owns_places)
    g_free (lookup.places);
  g_free (lookup.sets);
  g_free (lookup.sensitive);
  return tallies;
}
