/* Joins and splits identifiers. */
#include "amp-figure-id.h"

/* No code of a place is this word. */
#define UNPLACED "unplaced"

/* clang-format off */
static const char *const COLUMNS[] = {
  [AMP_FIGURE_RECORDS]           = "records",
  [AMP_FIGURE_PERSONS]           = "persons",
  [AMP_FIGURE_SHARE]             = "share",
  [AMP_FIGURE_PER_1000]          = "per_1000",
  [AMP_FIGURE_POPULATION]        = "population",
  [AMP_FIGURE_SENSITIVE_PERSONS] = "sensitive_persons",
  [AMP_FIGURE_SENSITIVE_SHARE]   = "sensitive_share",
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (COLUMNS) == AMP_N_FIGURE_COLUMNS);

const char *
amp_figure_column_get_code (AmpFigureColumn column)
{
  g_return_val_if_fail (column < AMP_N_FIGURE_COLUMNS, NULL);

  return COLUMNS[column];
}

char *
amp_figure_id_dup_row (AmpKey key, const char *code)
{
  g_return_val_if_fail (key < AMP_N_KEYS && code != NULL, NULL);

  return g_strconcat (amp_key_get_code (key), "/", code[0] != '\0' ? code : UNPLACED, NULL);
}

char *
amp_figure_id_dup (AmpKey key, const char *code, AmpFigureColumn column)
{
  g_autofree char *row = amp_figure_id_dup_row (key, code);

  g_return_val_if_fail (column < AMP_N_FIGURE_COLUMNS, NULL);

  return g_strconcat (row, "/", COLUMNS[column], NULL);
}

static gboolean
find_column (const char *code, AmpFigureColumn *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
    if (g_str_equal (COLUMNS[i], code))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

char *
amp_figure_id_dup_crossing (AmpKey row_key, const char *row, AmpKey column_key, const char *column)
{
  g_autofree char *first = amp_figure_id_dup_row (row_key, row);
  g_autofree char *second = amp_figure_id_dup_row (column_key, column);

  return g_strconcat (first, "/", second, "/", COLUMNS[AMP_FIGURE_PERSONS], NULL);
}

static char *
dup_code (const char *part)
{
  return g_strdup (g_str_equal (part, UNPLACED) ? "" : part);
}

gboolean
amp_figure_id_parse_crossing (const char *id, AmpKey *row_key, char **row, AmpKey *column_key, char **column)
{
  g_auto (GStrv) parts = NULL;
  AmpKey keys[2];

  g_return_val_if_fail (id != NULL && row_key != NULL && row != NULL && column_key != NULL && column != NULL, FALSE);

  parts = g_strsplit (id, "/", -1);
  if (g_strv_length (parts) != 5 || parts[1][0] == '\0' || parts[3][0] == '\0' || !g_str_equal (parts[4], COLUMNS[AMP_FIGURE_PERSONS]) ||
      !amp_key_from_code (parts[0], &keys[0]) || !amp_key_from_code (parts[2], &keys[1]))
    return FALSE;
  *row_key = keys[0];
  *row = dup_code (parts[1]);
  *column_key = keys[1];
  *column = dup_code (parts[3]);
  return TRUE;
}

gboolean
amp_figure_id_parse (const char *id, AmpKey *key, char **code, AmpFigureColumn *column)
{
  g_auto (GStrv) parts = NULL;
  AmpFigureColumn found_column;
  AmpKey          found_key;

  g_return_val_if_fail (id != NULL && key != NULL && code != NULL && column != NULL, FALSE);

  parts = g_strsplit (id, "/", -1);
  if (g_strv_length (parts) != 3 || parts[1][0] == '\0' || !amp_key_from_code (parts[0], &found_key) || !find_column (parts[2], &found_column))
    return FALSE;
  *key = found_key;
  *code = dup_code (parts[1]);
  *column = found_column;
  return TRUE;
}
