/* One walk over the cells for one question. Invariant: a cell is tested once
 * and added to each of its rows; no string is touched before the rows are made.
 * Fields and types are counted in amp-field-statistics.c. */
#include "amp-statistics.h"

#include "amp-cell-filter.h"
#include "amp-field-statistics.h"

typedef struct
{
  gint64 records;
  gint64 persons;
  gint64 sensitive_persons;
} Tally;

typedef struct
{
  AmpCaseFile   *file;
  AmpKey         key;
  guint          n_rows;
  Tally         *rows;
  Tally          total;
  const guint32 *row_of_place; /* for places */
  guint64       *rows_of_set;  /* for categories and sensitivities: a bit each */
} Count;

static guint
get_n_rows (AmpCaseFile *file, AmpKey key)
{
  switch (key)
    {
    case AMP_KEY_CATEGORY:
      return AMP_N_CATEGORIES;
    case AMP_KEY_SENSITIVITY:
      return AMP_N_SENSITIVITIES;
    case AMP_KEY_AGE:
      return AMP_N_AGE_BANDS;
    case AMP_KEY_SEX:
      return AMP_N_SEXES;
    case AMP_KEY_SOURCE:
      return file->sources->len;
    case AMP_KEY_PLACE_QUALITY:
      return AMP_N_QUALITIES;
    case AMP_KEY_COMBINATION:
      return file->category_sets->len;
    default:
      return amp_key_is_place (key) ? file->levels[key].codes->len : 0;
    }
}

static char *
make_code (AmpCaseFile *file, AmpKey key, guint row)
{
  switch (key)
    {
    case AMP_KEY_CATEGORY:
      return g_strdup (amp_category_get_code (row));
    case AMP_KEY_SENSITIVITY:
      return g_strdup (amp_sensitivity_get_code (row));
    case AMP_KEY_AGE:
      return g_strdup (amp_age_band_get_code (row));
    case AMP_KEY_SEX:
      return g_strdup (amp_sex_get_code (row));
    case AMP_KEY_SOURCE:
      return g_strdup_printf ("%u", row + 1);
    case AMP_KEY_PLACE_QUALITY:
      return g_strdup (amp_quality_get_code (row));
    case AMP_KEY_COMBINATION:
      return amp_combination_to_code (g_array_index (file->category_sets, AmpCategorySet, row));
    default:
      return g_strdup (file->levels[key].codes->pdata[row]);
    }
}

static void
prepare_count (Count *count)
{
  AmpCaseFile *file = count->file;

  count->n_rows = get_n_rows (file, count->key);
  count->rows = g_new0 (Tally, MAX (count->n_rows, 1));
  if (amp_key_is_place (count->key))
    count->row_of_place = (const guint32 *) file->levels[count->key].of_place->data;
  if (count->key != AMP_KEY_CATEGORY && count->key != AMP_KEY_SENSITIVITY)
    return;
  count->rows_of_set = g_new (guint64, file->category_sets->len);
  for (guint i = 0; i < file->category_sets->len; i++)
    {
      AmpCategorySet categories = g_array_index (file->category_sets, AmpCategorySet, i);

      count->rows_of_set[i] = count->key == AMP_KEY_CATEGORY ? categories : amp_category_set_get_sensitivities (categories);
    }
}

static inline void
add_cell (Tally *tally, const AmpCell *cell, gboolean is_sensitive)
{
  tally->records += cell->records;
  tally->persons += cell->persons;
  tally->sensitive_persons += is_sensitive ? cell->persons : 0;
}

static void
add_to_each (Count *count, const AmpCell *cell, guint64 rows, gboolean is_sensitive)
{
  for (; rows != 0; rows &= rows - 1)
    add_cell (&count->rows[__builtin_ctzll (rows)], cell, is_sensitive);
}

static void
add_to_rows (Count *count, const AmpCell *cell, guint32 set, gboolean is_sensitive)
{
  switch (count->key)
    {
    case AMP_KEY_CATEGORY:
    case AMP_KEY_SENSITIVITY:
      add_to_each (count, cell, count->rows_of_set[set], is_sensitive);
      break;
    case AMP_KEY_SOURCE:
      add_to_each (count, cell, cell->sources, is_sensitive);
      break;
    case AMP_KEY_AGE:
      add_cell (&count->rows[cell->age_band], cell, is_sensitive);
      break;
    case AMP_KEY_SEX:
      add_cell (&count->rows[cell->sex], cell, is_sensitive);
      break;
    case AMP_KEY_PLACE_QUALITY:
      add_cell (&count->rows[cell->quality], cell, is_sensitive);
      break;
    case AMP_KEY_COMBINATION:
      add_cell (&count->rows[set], cell, is_sensitive);
      break;
    default:
      if (count->row_of_place != NULL)
        add_cell (&count->rows[count->row_of_place[cell->place]], cell, is_sensitive);
    }
}

static void
count_cells (Count *count, const AmpCellFilter *filter)
{
  const AmpCell *cells = (const AmpCell *) count->file->cells->data;
  const guint32 *sets = (const guint32 *) count->file->cell_sets->data;
  AmpCategorySet sensitive = amp_combination_get_sensitive ();

  for (guint i = 0; i < count->file->cells->len; i++)
    {
      gboolean is_sensitive = (cells[i].categories & sensitive) != 0;

      if (!amp_cell_filter_passes (filter, &cells[i]))
        continue;
      add_cell (&count->total, &cells[i], is_sensitive);
      add_to_rows (count, &cells[i], sets[i], is_sensitive);
    }
}

static void
append_rows (Count *count, GArray *rows)
{
  for (guint i = 0; i < count->n_rows; i++)
    {
      const Tally *tally = &count->rows[i];
      AmpCount     row = { NULL, tally->records, tally->persons, tally->sensitive_persons };

      if (tally->records == 0 && tally->persons == 0)
        continue;
      row.code = make_code (count->file, count->key, i);
      g_array_append_val (rows, row);
    }
}

static void
clear_count (gpointer data)
{
  AmpCount *count = data;

  g_free (count->code);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const AmpCount *left = a;
  const AmpCount *right = b;

  if (left->persons != right->persons)
    return left->persons > right->persons ? -1 : 1;
  if (left->records != right->records)
    return left->records > right->records ? -1 : 1;
  return strcmp (left->code, right->code);
}

GArray *
amp_statistics_count (AmpCaseFile *file, AmpKey key, const AmpSelection *selection, AmpCount *total, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpCellFilter) filter = NULL;
  g_autoptr (GArray) rows = NULL;
  Count count = { .file = file, .key = key };

  g_return_val_if_fail (file != NULL && key < AMP_N_KEYS && key != AMP_KEY_SEVERITY, NULL);

  filter = amp_cell_filter_new (file, selection);
  rows = g_array_new (FALSE, FALSE, sizeof (AmpCount));
  g_array_set_clear_func (rows, clear_count);
  prepare_count (&count);
  count_cells (&count, filter);
  append_rows (&count, rows);
  g_free (count.rows);
  g_free (count.rows_of_set);
  if (total != NULL)
    *total = (AmpCount){ NULL, count.total.records, count.total.persons, count.total.sensitive_persons };
  if ((key == AMP_KEY_FIELD || key == AMP_KEY_TYPE) &&
      !amp_field_statistics_count (file, key, selection, rows, cancellable, error))
    return NULL;
  g_array_sort (rows, compare_counts);
  return g_steal_pointer (&rows);
}
