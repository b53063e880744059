/* A table of numbers by two divisions, ready to be drawn as a heat map.
 *
 * Owns copies of every text. Rows and columns stay in the order in which they
 * were added; sorting, classing, formatting and translating are the caller's.
 * Knows nothing of what the numbers count. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpHeatCell:
 * @text: the number as people read it, already formatted; "" draws none
 * @description: (nullable): the cell in words, for tool tips and screen readers
 * @level: which class of the scale, from 0 the lowest; -1 for nothing
 * @is_masked: the number must not be told: hatched, @level and @text are not
 *   looked at
 * @is_selected: the cell is part of the selection
 */
typedef struct
{
  char    *text;
  char    *description;
  int      level;
  gboolean is_masked;
  gboolean is_selected;
} AmpHeatCell;

/**
 * AmpHeatMap:
 *
 * The table. The count of references is atomic, the content is not: fill it in
 * one thread, then only read it.
 */
typedef struct _AmpHeatMap AmpHeatMap;

/**
 * amp_heat_map_new:
 * @title: (nullable): the heading drawn above; %NULL draws none
 * @caption: (nullable): what the numbers are, drawn under the title
 *
 * Returns: (transfer full): an empty table
 */
AmpHeatMap *amp_heat_map_new (const char *title, const char *caption);

AmpHeatMap *amp_heat_map_ref (AmpHeatMap *self);

void amp_heat_map_unref (AmpHeatMap *self);

/**
 * amp_heat_map_add_column:
 * @id: what the caller calls the column, never drawn
 * @label: its name, UTF-8
 *
 * Appends a column; all columns come before the first row.
 */
void amp_heat_map_add_column (AmpHeatMap *self, const char *id, const char *label);

/**
 * amp_heat_map_add_row:
 * @id: what the caller calls the row, never drawn
 * @label: its name, UTF-8
 *
 * Appends a row of empty cells.
 */
void amp_heat_map_add_row (AmpHeatMap *self, const char *id, const char *label);

/**
 * amp_heat_map_set_cell:
 * @row: a row
 * @column: a column
 * @level: see #AmpHeatCell
 * @text: (nullable): likewise
 * @description: (nullable): likewise
 *
 * Returns: (transfer none): the cell, to set the rest
 */
AmpHeatCell *amp_heat_map_set_cell (AmpHeatMap *self, guint row, guint column, int level, const char *text, const char *description);

/**
 * amp_heat_map_set_scale:
 * @title: (nullable): what the colours show
 * @texts: (array zero-terminated=1): the range of each class, the lowest first
 */
void amp_heat_map_set_scale (AmpHeatMap *self, const char *title, const char *const *texts);

/**
 * amp_heat_map_set_empty_text:
 * @text: (nullable): what is drawn where there is no row
 */
void amp_heat_map_set_empty_text (AmpHeatMap *self, const char *text);

guint amp_heat_map_get_n_rows (const AmpHeatMap *self);

guint amp_heat_map_get_n_columns (const AmpHeatMap *self);

const char *amp_heat_map_get_row_id (const AmpHeatMap *self, guint row);

const char *amp_heat_map_get_row_label (const AmpHeatMap *self, guint row);

const char *amp_heat_map_get_column_id (const AmpHeatMap *self, guint column);

const char *amp_heat_map_get_column_label (const AmpHeatMap *self, guint column);

/**
 * amp_heat_map_get_cell:
 * @row: below the number of rows
 * @column: below the number of columns
 *
 * Returns: (transfer none): the cell
 */
const AmpHeatCell *amp_heat_map_get_cell (const AmpHeatMap *self, guint row, guint column);

const char *amp_heat_map_get_title (const AmpHeatMap *self);

const char *amp_heat_map_get_caption (const AmpHeatMap *self);

const char *amp_heat_map_get_empty_text (const AmpHeatMap *self);

const char *amp_heat_map_get_scale_title (const AmpHeatMap *self);

/**
 * amp_heat_map_get_scale:
 *
 * Returns: (transfer none) (array zero-terminated=1): the range of each class
 */
const char *const *amp_heat_map_get_scale (const AmpHeatMap *self);

/**
 * amp_heat_map_has_masked:
 *
 * Returns: whether some cell is masked
 */
gboolean amp_heat_map_has_masked (const AmpHeatMap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpHeatMap, amp_heat_map_unref)

G_END_DECLS
