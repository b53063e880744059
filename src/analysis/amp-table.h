/* AmpTable: the figures of one breakdown, labelled for people.
 *
 * A value object: made by the opened case, masked by the disclosure rules, then
 * shown as a chart, a map or a table, or written to a file. It knows nothing of
 * where its numbers came from. */
#pragma once

#include <glib-object.h>

#include "amp-key.h"

G_BEGIN_DECLS

/**
 * AmpTableRow:
 * @code: the stable code: INSEE, SIREN, category, band…; "" for what has none
 *   (unplaced records)
 * @label: for people, translated
 * @records: records in this row
 * @persons: persons in this row
 * @sensitive_persons: those of them with data of the sensitive class
 * @population: inhabitants of the place, 0 where it has no meaning
 * @latitude: degrees north, when @is_located
 * @longitude: degrees east, when @is_located
 * @is_located: whether the coordinates are known
 * @is_approximate: whether they are those of a wider area's centre
 * @is_masked: whether the counts are hidden; they are then 0
 * @is_sensitive_masked: whether @sensitive_persons is; it is then 0
 */
typedef struct
{
  char    *code;
  char    *label;
  gint64   records;
  gint64   persons;
  gint64   sensitive_persons;
  gint64   population;
  double   latitude;
  double   longitude;
  gboolean is_located;
  gboolean is_approximate;
  gboolean is_masked;
  gboolean is_sensitive_masked;
} AmpTableRow;

typedef struct _AmpTable AmpTable;

#define AMP_TYPE_TABLE (amp_table_get_type ())
GType amp_table_get_type (void);

/**
 * amp_table_new:
 * @key: what the rows are
 * @total_records: records of the selection
 * @total_persons: persons of the selection
 *
 * Returns: (transfer full): an empty table
 */
AmpTable *amp_table_new (AmpKey key, gint64 total_records, gint64 total_persons);

AmpTable *amp_table_ref (AmpTable *self);

void amp_table_unref (AmpTable *self);

/**
 * amp_table_copy:
 *
 * Returns: (transfer full): an independent copy, to be masked for instance
 */
AmpTable *amp_table_copy (AmpTable *self);

AmpKey amp_table_get_key (AmpTable *self);

gint64 amp_table_get_total_records (AmpTable *self);

gint64 amp_table_get_total_persons (AmpTable *self);

guint amp_table_get_n_rows (AmpTable *self);

AmpTableRow *amp_table_get_row (AmpTable *self, guint index);

/**
 * amp_table_add_row:
 * @code: copied
 * @label: copied
 *
 * Returns: (transfer none): the new row, its numbers 0, valid until the next
 *   one is added
 */
AmpTableRow *amp_table_add_row (AmpTable *self, const char *code, const char *label);

/**
 * amp_table_find_row:
 *
 * Returns: (transfer none) (nullable): the row with @code
 */
AmpTableRow *amp_table_find_row (AmpTable *self, const char *code);

/**
 * amp_table_row_get_share:
 *
 * Returns: the row's share of all persons of the table, 0…1
 */
double amp_table_row_get_share (const AmpTableRow *row, AmpTable *table);

/**
 * amp_table_row_get_per_1000:
 *
 * Returns: persons per 1,000 inhabitants, or negative where there is no
 *   population
 */
double amp_table_row_get_per_1000 (const AmpTableRow *row);

/**
 * amp_table_row_get_sensitive_share:
 *
 * Returns: the share of the row's persons with data of the sensitive class,
 *   0…1, or negative where it is unknown: in an empty or masked row
 */
double amp_table_row_get_sensitive_share (const AmpTableRow *row);

/**
 * amp_table_mask:
 * @min_cell: the smallest count that may be shown; 0 masks nothing
 *
 * Masks, in place, the rows of 1 to @min_cell - 1 persons or records. Where rows
 * add up to the total, more rows are masked, the smallest first, until what is
 * hidden is at least two rows and at least @min_cell persons and records
 * together: otherwise the total would tell it. A total below the threshold is
 * masked as well. The number of persons with sensitive data is masked when it,
 * or the number of those without, is small.
 *
 * Rows that are marked as masked already stay so, and their counts are taken
 * away with the others.
 *
 * This protects one table by itself, not two tables that cut each other.
 */
void amp_table_mask (AmpTable *self, gint64 min_cell);

/**
 * amp_table_mask_rows:
 *
 * Hides the counts of all rows, whatever they are.
 */
void amp_table_mask_rows (AmpTable *self);

/**
 * amp_table_mask_total:
 *
 * Hides the totals, whatever they are.
 */
void amp_table_mask_total (AmpTable *self);

/**
 * amp_table_round:
 * @base: above 1
 *
 * Rounds every count of persons and records, totals too, to the nearest multiple
 * of @base. Inhabitants stay as they are. To be done after masking.
 */
void amp_table_round (AmpTable *self, gint64 base);

/**
 * amp_table_round_count:
 * @count: not negative
 * @base: above 1; 0 or 1 leaves @count as it is
 *
 * Returns: the nearest multiple of @base, the larger of two as near
 */
gint64 amp_table_round_count (gint64 count, gint64 base);

/**
 * amp_table_is_total_masked:
 *
 * Returns: whether the totals are hidden; they are then 0
 */
gboolean amp_table_is_total_masked (AmpTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpTable, amp_table_unref)

G_END_DECLS
