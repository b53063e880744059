/* AmpMapFigures: what the map shows of one breakdown by place.
 *
 * Invariant: areas are sorted by persons, the most first, and each has at least
 * one person, or is masked. */
#include "amp-map-figures.h"

#include "amp-figure-text.h"

#define N_CLASSES 5

/* Radius of the circle of the area with the most persons, pixels. */
#define LARGEST_RADIUS 34

struct _AmpMapFigures
{
  gatomicrefcount references;

  AmpTable      *table;
  AmpMapLook     look;
  GArray        *areas;   /* of AmpMapArea */
  GHashTable    *by_code; /* code → index + 1 */
  AmpClasses     classes;
  AmpCircleScale scale;
  gboolean       has_approximate;
  gboolean       has_outlines;
  gboolean       has_circles;
  gboolean       has_sizes;
  gboolean       has_masked;
  gboolean       has_unknown;
};

static double
get_value (const AmpTableRow *row, AmpMapMeasure measure)
{
  if (row->is_masked)
    return -1;
  if (measure == AMP_MAP_MEASURE_RATE)
    return amp_table_row_get_per_1000 (row);
  if (measure == AMP_MAP_MEASURE_SENSITIVE)
    return amp_table_row_get_sensitive_share (row);
  return row->persons;
}

static int
compare_areas (gconstpointer first, gconstpointer second)
{
  const AmpMapArea *one = first;
  const AmpMapArea *other = second;

  if (one->row->persons != other->row->persons)
    return one->row->persons > other->row->persons ? -1 : 1;
  return g_strcmp0 (one->row->code, other->row->code);
}

static gboolean
is_selected (const AmpSelection *selection, AmpKey key, const char *code)
{
  return selection && (amp_selection_has_mode (selection, key, AMP_TERM_ANY, code) || amp_selection_has_mode (selection, key, AMP_TERM_ALL, code));
}

static void
add_area (AmpMapFigures *self, const AmpTableRow *row, const AmpSelection *selection, const AmpAreaSheet *sheet)
{
  AmpMapArea area = { .row = row, .value = get_value (row, self->look.measure), .class_index = -1 };

  area.is_selected = is_selected (selection, amp_table_get_key (self->table), row->code);
  area.has_outline = sheet != NULL && amp_area_sheet_has (sheet, row->code);
  self->has_approximate |= !area.has_outline && row->is_located && row->is_approximate;
  self->has_outlines |= area.has_outline;
  self->has_circles |= !area.has_outline && row->is_located;
  self->has_sizes |= !area.has_outline && row->is_located && !row->is_masked;
  self->has_masked |= (area.has_outline || row->is_located) && row->is_masked;
  self->has_unknown |= (area.has_outline || row->is_located) && area.value < 0 && !row->is_masked;
  g_array_append_val (self->areas, area);
}

static void
add_areas (AmpMapFigures *self, const AmpSelection *selection, const AmpAreaSheet *sheet)
{
  for (guint i = 0; i < amp_table_get_n_rows (self->table); i++)
    {
      const AmpTableRow *row = amp_table_get_row (self->table, i);

      if ((row->persons > 0 || row->is_masked) && row->code[0])
        add_area (self, row, selection, sheet);
    }
  g_array_sort (self->areas, compare_areas);
  for (guint i = 0; i < self->areas->len; i++)
    g_hash_table_insert (self->by_code, g_array_index (self->areas, AmpMapArea, i).row->code, GUINT_TO_POINTER (i + 1));
}

static gboolean
has_selected (AmpMapFigures *self)
{
  for (guint i = 0; i < self->areas->len; i++)
    if (g_array_index (self->areas, AmpMapArea, i).is_selected)
      return TRUE;
  return FALSE;
}

static void
classify (AmpMapFigures *self)
{
  g_autofree double *values = g_new (double, self->areas->len + 1);
  gboolean           is_narrowed = has_selected (self);
  gsize              n = 0;

  for (guint i = 0; i < self->areas->len; i++)
    if (g_array_index (self->areas, AmpMapArea, i).value >= 0)
      values[n++] = g_array_index (self->areas, AmpMapArea, i).value;
  amp_classes_init (&self->classes, self->look.classing, values, n, N_CLASSES);
  for (guint i = 0; i < self->areas->len; i++)
    {
      AmpMapArea *area = &g_array_index (self->areas, AmpMapArea, i);

      if (area->value >= 0)
        area->class_index = amp_classes_find (&self->classes, area->value);
      area->is_dimmed = is_narrowed && !area->is_selected;
    }
}

AmpMapFigures *
amp_map_figures_new (AmpTable *table, const AmpMapLook *look, const AmpSelection *selection, AmpAreaAtlas *atlas)
{
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (look != NULL && look->measure < AMP_N_MAP_MEASURES, NULL);

  AmpMapFigures *self = g_new0 (AmpMapFigures, 1);

  g_atomic_ref_count_init (&self->references);
  self->table = amp_table_ref (table);
  self->look = *look;
  self->areas = g_array_new (FALSE, FALSE, sizeof (AmpMapArea));
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  add_areas (self, selection, atlas != NULL ? amp_area_atlas_get_sheet (atlas, amp_table_get_key (table)) : NULL);
  classify (self);
  self->scale.maximum_radius = LARGEST_RADIUS;
  self->scale.maximum = self->areas->len > 0 ? g_array_index (self->areas, AmpMapArea, 0).row->persons : 0;
  return self;
}

AmpMapFigures *
amp_map_figures_ref (AmpMapFigures *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
amp_map_figures_unref (AmpMapFigures *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->by_code);
  g_array_unref (self->areas);
  amp_table_unref (self->table);
  g_free (self);
}

AmpTable *
amp_map_figures_get_table (AmpMapFigures *self)
{
  return self->table;
}

AmpMapMeasure
amp_map_figures_get_measure (AmpMapFigures *self)
{
  return self->look.measure;
}

gboolean
amp_map_figures_has_outlines (AmpMapFigures *self)
{
  return self->has_outlines;
}

gboolean
amp_map_figures_has_circles (AmpMapFigures *self)
{
  return self->has_circles;
}

gboolean
amp_map_figures_has_sizes (AmpMapFigures *self)
{
  return self->has_sizes;
}

gboolean
amp_map_figures_has_masked (AmpMapFigures *self)
{
  return self->has_masked;
}

gboolean
amp_map_figures_has_unknown (AmpMapFigures *self)
{
  return self->has_unknown;
}

gboolean
amp_map_figures_has_approximate (AmpMapFigures *self)
{
  return self->has_approximate;
}

guint
amp_map_figures_get_n_areas (AmpMapFigures *self)
{
  return self->areas->len;
}

const AmpMapArea *
amp_map_figures_get_area (AmpMapFigures *self, guint index)
{
  g_return_val_if_fail (index < self->areas->len, NULL);
  return &g_array_index (self->areas, AmpMapArea, index);
}

int
amp_map_figures_find (AmpMapFigures *self, const char *code)
{
  return code ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_code, code)) - 1 : -1;
}

const AmpClasses *
amp_map_figures_get_classes (AmpMapFigures *self)
{
  return &self->classes;
}

const AmpCircleScale *
amp_map_figures_get_scale (AmpMapFigures *self)
{
  return &self->scale;
}

const AmpTheme *
amp_map_figures_get_theme (AmpMapFigures *self, const AmpTheme *theme)
{
  return amp_theme_get_with_palette (theme, self->look.palette);
}

AmpColor
amp_map_figures_get_color (AmpMapFigures *self, guint index, const AmpTheme *theme)
{
  const AmpMapArea *area = amp_map_figures_get_area (self, index);

  if (area->class_index < 0)
    return theme->no_data;
  return amp_theme_get_class_color (amp_map_figures_get_theme (self, theme), area->class_index, self->classes.n_classes);
}

char *
amp_map_figures_format (AmpMapFigures *self, double value)
{
  if (self->look.measure == AMP_MAP_MEASURE_RATE)
    return amp_figure_text_rate (value);
  if (self->look.measure == AMP_MAP_MEASURE_SENSITIVE)
    return amp_figure_text_share (value);
  return amp_figure_text_count (value);
}
