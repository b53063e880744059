/* Builds the crossings of a report, in the order of its tables. */
#include "amp-report-crossing.h"

#include "amp-crossing-disclosure.h"
#include "amp-export-error.h"
#include "amp-figure-id.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AmpKey   row_key;
  AmpKey   column_key;
  gboolean is_in_documents;
} CrossingRow;

/* All levels of places by each key: they are protected together. */
/* clang-format off */
static const CrossingRow CROSSINGS[] = {
  { AMP_KEY_REGION,      AMP_KEY_CATEGORY,    TRUE  },
  { AMP_KEY_DEPARTEMENT, AMP_KEY_CATEGORY,    TRUE  },
  { AMP_KEY_EPCI,        AMP_KEY_CATEGORY,    TRUE  },
  { AMP_KEY_COMMUNE,     AMP_KEY_CATEGORY,    TRUE  },
  { AMP_KEY_COUNTRY,     AMP_KEY_CATEGORY,    FALSE },
  { AMP_KEY_REGION,      AMP_KEY_SENSITIVITY, FALSE },
  { AMP_KEY_DEPARTEMENT, AMP_KEY_SENSITIVITY, TRUE  },
  { AMP_KEY_EPCI,        AMP_KEY_SENSITIVITY, FALSE },
  { AMP_KEY_COMMUNE,     AMP_KEY_SENSITIVITY, FALSE },
  { AMP_KEY_COUNTRY,     AMP_KEY_SENSITIVITY, FALSE },
  { AMP_KEY_REGION,      AMP_KEY_AGE,         FALSE },
  { AMP_KEY_DEPARTEMENT, AMP_KEY_AGE,         TRUE  },
  { AMP_KEY_EPCI,        AMP_KEY_AGE,         FALSE },
  { AMP_KEY_COMMUNE,     AMP_KEY_AGE,         FALSE },
  { AMP_KEY_COUNTRY,     AMP_KEY_AGE,         FALSE },
  { AMP_KEY_REGION,      AMP_KEY_SEX,         FALSE },
  { AMP_KEY_DEPARTEMENT, AMP_KEY_SEX,         TRUE  },
  { AMP_KEY_EPCI,        AMP_KEY_SEX,         FALSE },
  { AMP_KEY_COMMUNE,     AMP_KEY_SEX,         FALSE },
  { AMP_KEY_COUNTRY,     AMP_KEY_SEX,         FALSE },
};
/* clang-format on */

void
amp_report_crossing_free (AmpReportCrossing *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_array_unref (self->row_order);
  g_free (self->persons);
  g_free (self->is_masked);
  g_free (self);
}

guint
amp_report_crossing_get_n_rows (const AmpReportCrossing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->row_order->len;
}

guint
amp_report_crossing_get_n_shown (const AmpReportCrossing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return MIN (amp_report_crossing_get_n_rows (self), AMP_REPORT_MAX_SHOWN_ROWS);
}

guint
amp_report_crossing_get_n_columns (const AmpReportCrossing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->order->len;
}

const AmpTableRow *
amp_report_crossing_get_row (const AmpReportCrossing *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->row_order->len, NULL);

  return amp_table_get_row (self->rows->table, g_array_index (self->row_order, guint, row));
}

const AmpTableRow *
amp_report_crossing_get_column (const AmpReportCrossing *self, guint column)
{
  g_return_val_if_fail (self != NULL, NULL);

  return amp_report_table_get_row (self->columns, column);
}

static gsize
place_of (const AmpReportCrossing *self, guint row, guint column)
{
  return (gsize) row * self->columns->order->len + column;
}

gint64
amp_report_crossing_get_persons (const AmpReportCrossing *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->row_order->len && column < self->columns->order->len, 0);

  return self->persons[place_of (self, row, column)];
}

gboolean
amp_report_crossing_is_masked (const AmpReportCrossing *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->row_order->len && column < self->columns->order->len, TRUE);

  return self->is_masked[place_of (self, row, column)];
}

double
amp_report_crossing_get_share (const AmpReportCrossing *self, guint row, guint column)
{
  gint64 whole = amp_report_crossing_get_row (self, row)->persons;

  if (amp_report_crossing_is_masked (self, row, column) || whole <= 0)
    return -1;
  /* Rounded counts may be a little more than their rounded whole. */
  return MIN ((double) amp_report_crossing_get_persons (self, row, column) / (double) whole, 1);
}

char *
amp_report_crossing_dup_figure (const AmpReportCrossing *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL, NULL);

  return amp_figure_id_dup_crossing (amp_table_get_key (self->rows->table), amp_report_crossing_get_row (self, row)->code,
                                     amp_table_get_key (self->columns->table), amp_report_crossing_get_column (self, column)->code);
}

const AmpReportCrossing *
amp_report_find_crossing (const AmpReport *report, AmpKey row_key, AmpKey column_key)
{
  g_return_val_if_fail (report != NULL, NULL);

  for (guint i = 0; i < report->crossings->len; i++)
    {
      const AmpReportCrossing *crossing = g_ptr_array_index (report->crossings, i);

      if (amp_table_get_key (crossing->rows->table) == row_key && amp_table_get_key (crossing->columns->table) == column_key)
        return crossing;
    }
  return NULL;
}

static GPtrArray *
count_crossings (AmpReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) crossings = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_crossing_free);

  for (guint i = 0; i < G_N_ELEMENTS (CROSSINGS); i++)
    {
      AmpCrossTable *counted = amp_case_cross (report->opened, CROSSINGS[i].row_key, CROSSINGS[i].column_key, NULL, cancellable, error);

      if (counted == NULL)
        return NULL;
      g_ptr_array_add (crossings, amp_crossing_new (counted));
    }
  return g_steal_pointer (&crossings);
}

GPtrArray *
amp_report_count_crossings (AmpReport *report, AmpDisclosure *told, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) crossings = NULL;

  g_return_val_if_fail (report != NULL && told != NULL, NULL);

  crossings = count_crossings (report, cancellable, error);
  if (crossings == NULL)
    return NULL;
  if (amp_crossing_disclosure_protect (crossings, told, report->gazetteer, report->min_cell))
    return g_steal_pointer (&crossings);
  g_set_error_literal (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_DISCLOSURE, _ ("The small counts of places crossed with other keys cannot be protected"));
  return NULL;
}

static void
list_rows (AmpReportCrossing *self, const AmpCrossing *crossing)
{
  for (guint i = 0; i < self->rows->order->len; i++)
    {
      guint row = g_array_index (self->rows->order, guint, i);

      if (crossing->is_listed[row])
        g_array_append_val (self->row_order, row);
      else
        self->n_unlisted += !amp_table_get_row (self->rows->table, row)->is_masked;
    }
}

static void
fill_cells (AmpReportCrossing *self, const AmpCrossing *crossing, gint64 round_to)
{
  guint n_columns = self->columns->order->len;

  self->persons = g_new0 (gint64, (gsize) self->row_order->len * n_columns + 1);
  self->is_masked = g_new0 (gboolean, (gsize) self->row_order->len * n_columns + 1);
  for (guint i = 0; i < self->row_order->len; i++)
    for (guint j = 0; j < n_columns; j++)
      {
        guint row = g_array_index (self->row_order, guint, i), column = g_array_index (self->columns->order, guint, j);
        gsize place = place_of (self, i, j);

        self->is_masked[place] = amp_crossing_is_masked (crossing, row, column);
        if (!self->is_masked[place])
          self->persons[place] = amp_table_round_count (amp_crossing_get_persons (crossing, row, column), round_to);
      }
}

static void
add_crossing (AmpReport *report, const AmpCrossing *crossing, gboolean is_in_documents)
{
  AmpKey             row_key = amp_crossing_get_row_key (crossing), column_key = amp_crossing_get_column_key (crossing);
  AmpReportCrossing *self = g_new0 (AmpReportCrossing, 1);

  self->rows = amp_report_find_table (report, row_key);
  self->columns = amp_report_find_table (report, column_key);
  self->id = g_strdup_printf ("%s-by-%s", self->rows->id, self->columns->id);
  /* translators: two keys of a table: "Persons: Département × Category" */
  self->title = g_strdup_printf (_ ("Persons: %s × %s"), amp_key_get_label (row_key), amp_key_get_label (column_key));
  self->row_order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->is_withheld = crossing->is_withheld;
  self->is_in_documents = is_in_documents;
  list_rows (self, crossing);
  fill_cells (self, crossing, report->round_to);
  g_ptr_array_add (report->crossings, self);
}

void
amp_report_add_crossings (AmpReport *report, const GPtrArray *crossings)
{
  g_return_if_fail (report != NULL && crossings != NULL && crossings->len == G_N_ELEMENTS (CROSSINGS));

  for (guint i = 0; i < crossings->len; i++)
    add_crossing (report, g_ptr_array_index (crossings, i), CROSSINGS[i].is_in_documents);
}
