/* A walk over the records that remembers what each of two sources exposes of
 * each person; where that would take more than MAX_BYTES, the records are read
 * several times, for some persons each time. */
#include "amp-source-overlap.h"

#include "amp-person-profiles.h"

#define MAX_BYTES (128 * 1024 * 1024)

/* Above the bits of categories: the source holds the person at all. */
#define IS_HELD (1u << 31)
G_STATIC_ASSERT (AMP_N_CATEGORIES < 31);

typedef struct
{
  AmpCaseFile       *file;
  guint              sources[2];
  AmpCellFilter     *filter;
  AmpPersonProfiles *profiles;
  AmpSourceOverlap  *overlap;
  /* Of one walk: persons from first on, before end */
  gint64   first;
  gint64   end;
  guint32 *exposed[2]; /* what each source exposes of each of them */
} Scan;

static void
clear_scan (Scan *scan)
{
  amp_cell_filter_free (scan->filter);
  amp_person_profiles_free (scan->profiles);
  g_free (scan->exposed[0]);
  g_free (scan->exposed[1]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, clear_scan)

static void
take_record (const AmpRecord *record, gpointer data)
{
  Scan    *scan = data;
  AmpCell  cell = { G_GUINT64_CONSTANT (1) << record->source, record->place, record->categories, record->quality, record->age_band, record->sex, 0, 0 };
  gboolean is_record = amp_cell_filter_passes (scan->filter, &cell);
  guint    side = record->source == scan->sources[1];

  if (record->source != scan->sources[side])
    return;
  scan->overlap->records[side] += is_record && scan->first == 0;
  if (record->person >= scan->first && record->person < scan->end && amp_person_profiles_is_selected (scan->profiles, record->person, is_record))
    scan->exposed[side][record->person - scan->first] |= IS_HELD | record->categories;
}

static void
add_categories (gint64 *counts, guint32 categories)
{
  for (categories &= ~IS_HELD; categories != 0; categories &= categories - 1)
    counts[__builtin_ctz (categories)]++;
}

static void
count_person (AmpSourceOverlap *overlap, guint32 first, guint32 second)
{
  guint32 newly = second & ~first;

  if ((first | second) == 0)
    return;
  overlap->only_first += second == 0;
  overlap->only_second += first == 0;
  overlap->both += first != 0 && second != 0;
  overlap->richer += first != 0 && newly != 0;
  add_categories (overlap->first, first);
  add_categories (overlap->second, second);
  add_categories (overlap->newly, newly);
  if (first != 0)
    add_categories (overlap->newly_known, newly);
}

static gboolean
count_persons (Scan *scan, gint64 n_at_once, GCancellable *cancellable, GError **error)
{
  for (scan->first = 0; scan->first <= scan->file->persons; scan->first = scan->end)
    {
      scan->end = MIN (scan->first + n_at_once, scan->file->persons + 1);
      for (guint side = 0; side < 2; side++)
        memset (scan->exposed[side], 0, (gsize) n_at_once * sizeof (guint32));
      if (!amp_person_profiles_walk (scan->profiles, scan->file, take_record, scan, cancellable, error))
        return FALSE;
      for (gint64 person = 0; person < scan->end - scan->first; person++)
        count_person (scan->overlap, scan->exposed[0][person], scan->exposed[1][person]);
    }
  return TRUE;
}

gboolean
amp_source_overlap_count (AmpCaseFile *file, guint first, guint second, const AmpSelection *selection, AmpSourceOverlap *overlap, GCancellable *cancellable, GError **error)
{
  g_auto (Scan) scan = { .file = file, .sources = { first, second }, .overlap = overlap };
  gint64 n_at_once;

  g_return_val_if_fail (file != NULL && overlap != NULL, FALSE);
  g_return_val_if_fail (first != second && MAX (first, second) < file->sources->len, FALSE);

  *overlap = (AmpSourceOverlap){ 0 };
  scan.filter = amp_cell_filter_new (file, selection);
  scan.profiles = amp_person_profiles_new (file, scan.filter, cancellable, error);
  if (scan.profiles == NULL)
    return FALSE;
  n_at_once = CLAMP (file->persons + 1, 1, MAX_BYTES / (2 * (gint64) sizeof (guint32)));
  for (guint side = 0; side < 2; side++)
    scan.exposed[side] = g_new0 (guint32, n_at_once);
  return count_persons (&scan, n_at_once, cancellable, error);
}
