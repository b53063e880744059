/* Tables on pages: the heads again on each of them. */
#include "amp-page-flow.h"

#define PADDING 4
#define ROW_GAP 3

/* The first column has at least so much of the line. */
#define MIN_FIRST_SHARE 0.22

typedef struct
{
  const AmpDocumentTable *table;
  double                 *widths;
} Columns;

static gboolean
is_number (const AmpDocumentTable *table, guint column)
{
  return g_array_index (table->is_number, gboolean, column);
}

static double
measure (AmpPageRole role, const char *text)
{
  g_autoptr (PangoLayout) layout = amp_page_text_new (role, text, -1, FALSE);

  return amp_page_text_get_width (layout) + 2 * PADDING;
}

/* What a column cannot do without: its numbers, and the words of its head. */
static double
measure_least (const AmpDocumentTable *table, guint column)
{
  g_auto (GStrv) words = g_strsplit (g_ptr_array_index (table->columns, column), " ", -1);
  double width = 0;

  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, measure (AMP_PAGE_CELL_STRONG, words[i]));
  for (guint row = 0; is_number (table, column) && row < amp_document_table_get_n_rows (table); row++)
    width = MAX (width, measure (AMP_PAGE_CELL, amp_document_table_get_cell (table, row, column, NULL)));
  return width;
}

static double
measure_column (const AmpDocumentTable *table, guint column)
{
  double width = measure (AMP_PAGE_CELL_STRONG, g_ptr_array_index (table->columns, column));

  for (guint row = 0; row < amp_document_table_get_n_rows (table); row++)
    width = MAX (width, measure (AMP_PAGE_CELL, amp_document_table_get_cell (table, row, column, NULL)));
  return width;
}

/* All columns but the first give of what they can do without; where that is too
 * little, all alike. */
static void
narrow_columns (Columns *columns, double wanted, double room)
{
  guint              n = columns->table->columns->len;
  g_autofree double *least = g_new0 (double, n);
  double             least_sum = 0;

  for (guint i = 1; i < n; i++)
    {
      least[i] = measure_least (columns->table, i);
      least_sum += least[i];
    }
  for (guint i = 1; i < n; i++)
    if (least_sum < room)
      columns->widths[i] = least[i] + (columns->widths[i] - least[i]) * (room - least_sum) / (wanted - least_sum);
    else
      columns->widths[i] *= room / wanted;
}

/* Each column as wide as it needs, the first what is left. */
static void
measure_columns (Columns *columns, double width)
{
  guint  n = columns->table->columns->len;
  double others = 0;
  double first;

  for (guint i = 0; i < n; i++)
    {
      columns->widths[i] = measure_column (columns->table, i);
      if (i > 0)
        others += columns->widths[i];
    }
  first = MAX (width - others, MIN (columns->widths[0], width * MIN_FIRST_SHARE));
  if (others > width - first)
    narrow_columns (columns, others, width - first);
  columns->widths[0] = first;
}

static AmpPageRole
get_role (guint column, gboolean is_head, gboolean is_masked)
{
  if (is_masked)
    return AMP_PAGE_CELL_MASKED;
  return is_head || column == 0 ? AMP_PAGE_CELL_STRONG : AMP_PAGE_CELL;
}

/* @row: the row, or -1 for the heads. */
static PangoLayout *
lay_out_cell (const Columns *columns, int row, guint column, AmpPageRole *role)
{
  gboolean    is_masked = FALSE;
  const char *text = row < 0 ? g_ptr_array_index (columns->table->columns, column) : amp_document_table_get_cell (columns->table, (guint) row, column, &is_masked);

  *role = get_role (column, row < 0, is_masked);
  return amp_page_text_new (*role, text, columns->widths[column] - 2 * PADDING, is_number (columns->table, column));
}

static double
get_row_height (const Columns *columns, int row)
{
  double height = 0;

  for (guint column = 0; column < columns->table->columns->len; column++)
    {
      AmpPageRole role;
      g_autoptr (PangoLayout) layout = lay_out_cell (columns, row, column, &role);

      height = MAX (height, amp_page_text_get_height (layout));
    }
  return height + 2 * ROW_GAP;
}

/* The heads are written on each page, and read out once. */
static void
add_row (AmpPageFlow *self, const Columns *columns, int row, gboolean is_repeat)
{
  const AmpTheme *theme = amp_theme_get (AMP_THEME_LIGHT);
  double          height = get_row_height (columns, row);
  double          x = amp_page_flow_get_left (self);

  if (!is_repeat)
    amp_page_flow_begin_tag (self, "TR");
  for (guint column = 0; column < columns->table->columns->len; column++)
    {
      AmpPageRole  role;
      PangoLayout *layout = lay_out_cell (columns, row, column, &role);

      const char *tag = row < 0 || column == 0 ? "TH" : "TD";

      amp_page_flow_put_text (self, layout, x + PADDING, ROW_GAP, is_repeat ? NULL : tag, amp_page_text_get_color (role));
      x += columns->widths[column];
    }
  if (!is_repeat)
    amp_page_flow_end_tag (self, "TR");
  amp_page_flow_put_box (self, amp_page_flow_get_left (self), height, amp_page_flow_get_width (self), row < 0 ? 1 : 0.5, row < 0 ? &theme->muted : &theme->grid, NULL);
  amp_page_flow_advance (self, height + 0.5);
}

#define NOTE_GAP 6

/* What must stay together from @row on: the last two rows, and the note. */
static double
get_kept_height (const Columns *columns, guint row, PangoLayout *note)
{
  guint  n_rows = amp_document_table_get_n_rows (columns->table);
  double height = get_row_height (columns, (int) row);

  if (row + 2 == n_rows)
    height += get_row_height (columns, (int) row + 1);
  if (row + 2 >= n_rows && note != NULL)
    height += amp_page_text_get_height (note) + NOTE_GAP;
  return height;
}

void
amp_page_flow_add_table (AmpPageFlow *self, const AmpDocumentTable *table)
{
  g_autofree double *widths = g_new0 (double, table->columns->len);
  Columns            columns = { table, widths };
  PangoLayout       *note = table->note != NULL ? amp_page_text_new (AMP_PAGE_CAPTION, table->note, amp_page_flow_get_width (self), FALSE) : NULL;

  measure_columns (&columns, amp_page_flow_get_width (self));
  amp_page_flow_need (self, get_row_height (&columns, -1) * 3);
  amp_page_flow_begin_tag (self, "Table");
  add_row (self, &columns, -1, FALSE);
  for (guint row = 0; row < amp_document_table_get_n_rows (table); row++)
    {
      if (amp_page_flow_need (self, get_kept_height (&columns, row, note)))
        add_row (self, &columns, -1, TRUE);
      add_row (self, &columns, (int) row, FALSE);
    }
  amp_page_flow_end_tag (self, "Table");
  amp_page_flow_advance (self, NOTE_GAP);
  if (note != NULL)
    amp_page_flow_add_text (self, note, amp_page_flow_get_left (self), "P", amp_page_text_get_color (AMP_PAGE_CAPTION));
}
