/* Chooses the area from masked figures alone. */
#include "amp-affected-area.h"

/* An area larger than this share of France's extent is shown with France. */
#define LARGEST_SHARE 0.35
#define SHARE_OF_PERSONS (2.0 / 3.0)
/* How dense a département must be to join, against the last one that had to. */
#define JOINING_DENSITY 0.5
#define MARGIN 0.04

gboolean
amp_affected_area_is_overseas (const char *code)
{
  return g_str_has_prefix (code, "97") || g_str_has_prefix (code, "98");
}

static void
add_outline (AmpMapBounds *bounds, const AmpOutline *outline)
{
  amp_map_bounds_add (bounds, outline->west, outline->south);
  amp_map_bounds_add (bounds, outline->east, outline->north);
}

void
amp_affected_area_get_mainland (const AmpReport *report, AmpMapBounds *bounds)
{
  amp_map_bounds_clear (bounds);
  for (guint i = 0; i < amp_outlines_get_n_areas (report->outlines); i++)
    {
      const AmpOutline *outline = amp_outlines_get_area (report->outlines, i);

      if (!amp_affected_area_is_overseas (outline->code))
        add_outline (bounds, outline);
    }
}

static int
compare_density (gconstpointer a, gconstpointer b)
{
  const AmpTableRow *first = *(const AmpTableRow *const *) a;
  const AmpTableRow *second = *(const AmpTableRow *const *) b;
  double             densities[2] = { amp_table_row_get_per_1000 (first), amp_table_row_get_per_1000 (second) };

  if (densities[0] != densities[1])
    return densities[0] > densities[1] ? -1 : 1;
  return strcmp (first->code, second->code);
}

static GPtrArray *
list_rows (const AmpReport *report, double *persons)
{
  const AmpReportTable *table = amp_report_find_table (report, AMP_KEY_DEPARTEMENT);
  GPtrArray            *rows = g_ptr_array_new ();

  *persons = 0;
  for (guint i = 0; i < table->order->len; i++)
    {
      const AmpTableRow *row = amp_report_table_get_row (table, i);

      if (row->is_masked || row->persons == 0 || row->population == 0 || amp_affected_area_is_overseas (row->code) ||
          amp_outlines_find_area (report->outlines, row->code) == NULL)
        continue;
      g_ptr_array_add (rows, (gpointer) row);
      *persons += (double) row->persons;
    }
  g_ptr_array_sort (rows, compare_density);
  return rows;
}

static double
extent (const AmpMapBounds *bounds)
{
  return (bounds->east - bounds->west) * (bounds->north - bounds->south);
}

static void
widen (AmpMapBounds *bounds)
{
  double width = (bounds->east - bounds->west) * MARGIN;
  double height = (bounds->north - bounds->south) * MARGIN;

  bounds->west -= width;
  bounds->east += width;
  bounds->south -= height;
  bounds->north += height;
}

gboolean
amp_affected_area_find (const AmpReport *report, AmpMapBounds *bounds)
{
  double all, held = 0;
  g_autoptr (GPtrArray) rows = list_rows (report, &all);
  AmpMapBounds mainland;
  double       density = 0;

  amp_map_bounds_clear (bounds);
  for (guint i = 0; i < rows->len; i++)
    {
      const AmpTableRow *row = g_ptr_array_index (rows, i);

      if (held < all * SHARE_OF_PERSONS)
        density = amp_table_row_get_per_1000 (row);
      else if (amp_table_row_get_per_1000 (row) < density * JOINING_DENSITY)
        break;
      add_outline (bounds, amp_outlines_find_area (report->outlines, row->code));
      held += (double) row->persons;
    }
  if (amp_map_bounds_is_empty (bounds))
    return FALSE;
  amp_affected_area_get_mainland (report, &mainland);
  widen (bounds);
  return extent (bounds) < extent (&mainland) * LARGEST_SHARE;
}
