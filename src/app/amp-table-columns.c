/* The columns of a table of figures: see the header. */
#include "amp-table-columns.h"

#include <glib/gi18n-lib.h>

#include "amp-figure-text.h"

/* One column: how its cells read and what they are sorted by. */
typedef struct
{
  const char *title;
  gboolean    only_places;
  char *(*format) (const AmpTableRow *row, AmpTable *table);
  double (*number) (const AmpTableRow *row);
} Column;

static char *
format_persons (const AmpTableRow *row, AmpTable *table)
{
  return amp_figure_text_count (row->persons);
}

static double
count_persons (const AmpTableRow *row)
{
  return row->persons;
}

static char *
format_share (const AmpTableRow *row, AmpTable *table)
{
  return amp_figure_text_share (amp_table_row_get_share (row, table));
}

static char *
format_records (const AmpTableRow *row, AmpTable *table)
{
  return amp_figure_text_count (row->records);
}

static double
count_records (const AmpTableRow *row)
{
  return row->records;
}

static char *
format_rate (const AmpTableRow *row, AmpTable *table)
{
  return amp_figure_text_rate (amp_table_row_get_per_1000 (row));
}

static double
count_rate (const AmpTableRow *row)
{
  return amp_table_row_get_per_1000 (row);
}

static char *
format_sensitive (const AmpTableRow *row, AmpTable *table)
{
  return amp_figure_text_share (amp_table_row_get_sensitive_share (row));
}

static double
count_sensitive (const AmpTableRow *row)
{
  return amp_table_row_get_sensitive_share (row);
}

/* clang-format off */
static const Column columns[AMP_N_TABLE_COLUMNS] = {
  [AMP_TABLE_COLUMN_PERSONS] =   { N_("Persons"),    FALSE, format_persons,   count_persons },
  [AMP_TABLE_COLUMN_RATE] =      { N_("Per 1,000"),  TRUE,  format_rate,      count_rate },
  [AMP_TABLE_COLUMN_SENSITIVE] = { N_("Sensitive"),  FALSE, format_sensitive, count_sensitive },
  [AMP_TABLE_COLUMN_SHARE] =     { N_("Share"),      FALSE, format_share,     count_persons },
  [AMP_TABLE_COLUMN_RECORDS] =   { N_("Records"),    FALSE, format_records,   count_records },
};
/* clang-format on */

const char *
amp_table_column_get_title (AmpTableColumn column)
{
  g_return_val_if_fail (column < AMP_N_TABLE_COLUMNS, NULL);

  return _ (columns[column].title);
}

char *
amp_table_column_format (AmpTableColumn column, const AmpTableRow *row, AmpTable *table)
{
  g_return_val_if_fail (column < AMP_N_TABLE_COLUMNS, NULL);

  return columns[column].format (row, table);
}

double
amp_table_column_get_number (AmpTableColumn column, const AmpTableRow *row)
{
  g_return_val_if_fail (column < AMP_N_TABLE_COLUMNS, 0);

  return columns[column].number (row);
}

gboolean
amp_table_column_is_shown (AmpTableColumn column, gboolean has_places, gboolean is_narrow, AmpTableColumn looked_at)
{
  g_return_val_if_fail (column < AMP_N_TABLE_COLUMNS, FALSE);

  if (columns[column].only_places && !has_places)
    return FALSE;
  if (looked_at == AMP_TABLE_COLUMN_PERSONS)
    looked_at = has_places ? AMP_TABLE_COLUMN_RATE : AMP_TABLE_COLUMN_SENSITIVE;
  return !is_narrow || column == AMP_TABLE_COLUMN_PERSONS || column == looked_at;
}
