/* Two selections side by side: see the header. */
#include "amp-comparison.h"

#include <string.h>

#include "amp-case-private.h"
#include "amp-person-facts.h"
#include "amp-sensitivity.h"

static void
free_row (gpointer data)
{
  AmpComparisonRow *row = data;

  g_free (row->code);
  g_free (row->label);
  g_free (row);
}

double
amp_comparison_row_get_difference (const AmpComparisonRow *row)
{
  g_return_val_if_fail (row != NULL, 0);

  return row->shares[1] - row->shares[0];
}

gboolean
amp_comparison_is_key (AmpKey key, const AmpComparisonSide *sides)
{
  g_return_val_if_fail (sides != NULL, FALSE);

  return (key != AMP_KEY_SOURCE && key != AMP_KEY_FIELD) || sides[0].opened == sides[1].opened;
}

static AmpComparisonRow *
find_row (GPtrArray *rows, GHashTable *positions, const AmpTableRow *from)
{
  AmpComparisonRow *row = g_hash_table_lookup (positions, from->code);

  if (row != NULL)
    return row;
  row = g_new0 (AmpComparisonRow, 1);
  row->code = g_strdup (from->code);
  row->label = g_strdup (from->label);
  g_ptr_array_add (rows, row);
  g_hash_table_insert (positions, row->code, row);
  return row;
}

static void
add_side (GPtrArray *rows, GHashTable *positions, AmpTable *table, guint side)
{
  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    {
      const AmpTableRow *from = amp_table_get_row (table, i);
      AmpComparisonRow  *row = find_row (rows, positions, from);

      row->records[side] = from->records;
      row->persons[side] = from->persons;
      row->shares[side] = amp_table_row_get_share (from, table);
    }
}

/* 0 where the key has no order of its own. */
static int
get_rank (AmpKey key, const char *code)
{
  AmpSensitivity sensitivity;
  AmpAgeBand     band;

  if (key == AMP_KEY_AGE && amp_age_band_from_code (code, &band))
    return band;
  if (key == AMP_KEY_SENSITIVITY && amp_sensitivity_from_code (code, &sensitivity))
    return AMP_N_SENSITIVITIES - sensitivity;
  return 0;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const AmpComparisonRow *one = *(const AmpComparisonRow *const *) a;
  const AmpComparisonRow *other = *(const AmpComparisonRow *const *) b;
  AmpKey                  key = *(const AmpKey *) data;
  int                     rank = get_rank (key, one->code) - get_rank (key, other->code);
  double                  share = MAX (one->shares[0], one->shares[1]);
  double                  other_share = MAX (other->shares[0], other->shares[1]);

  if (rank != 0)
    return rank;
  if (share < other_share || share > other_share)
    return share > other_share ? -1 : 1;
  return strcmp (one->code, other->code);
}

GPtrArray *
amp_comparison_tabulate (const AmpComparisonSide *sides, AmpKey key, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (sides != NULL && amp_comparison_is_key (key, sides), NULL);

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (AmpTable) table = amp_case_tabulate (sides[side].opened, key, sides[side].selection, cancellable, error);

      if (table == NULL)
        return NULL;
      add_side (rows, positions, table, side);
    }
  g_ptr_array_sort_with_data (rows, compare_rows, &key);
  return g_steal_pointer (&rows);
}

gboolean
amp_case_overlap (AmpCase *opened, guint first, guint second, const AmpSelection *selection, AmpSourceOverlap *overlap, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (AMP_IS_CASE (opened), FALSE);
  g_return_val_if_fail (first > 0 && second > 0, FALSE);

  return amp_source_overlap_count (amp_case_get_file (opened), first - 1, second - 1, selection, overlap, cancellable, error);
}
