/* In which rows a cell counts: see the header. */
#include "amp-cell-rows.h"

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

void
amp_cell_rows_init (AmpCellRows *rows, AmpCaseFile *file, AmpKey key)
{
  *rows = (AmpCellRows){ .file = file, .key = key, .n_rows = get_n_rows (file, key) };
  if (amp_key_is_place (key))
    rows->row_of_place = (const guint32 *) file->levels[key].of_place->data;
  if (key != AMP_KEY_CATEGORY && key != AMP_KEY_SENSITIVITY)
    return;
  rows->rows_of_set = g_new (guint64, file->category_sets->len);
  for (guint i = 0; i < file->category_sets->len; i++)
    {
      AmpCategorySet categories = g_array_index (file->category_sets, AmpCategorySet, i);

      rows->rows_of_set[i] = key == AMP_KEY_CATEGORY ? categories : amp_category_set_get_sensitivities (categories);
    }
}

void
amp_cell_rows_clear (AmpCellRows *rows)
{
  g_clear_pointer (&rows->rows_of_set, g_free);
}

char *
amp_cell_rows_dup_code (const AmpCellRows *rows, guint row)
{
  AmpCaseFile *file = rows->file;

  switch (rows->key)
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
      return g_strdup (file->levels[rows->key].codes->pdata[row]);
    }
}
