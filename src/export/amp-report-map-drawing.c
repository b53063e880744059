/* A map of the report as a drawing: outlines and masked rows become shapes,
 * circles, classes and a legend.
 *
 * An area without a row counts nobody; an area with a masked row is hatched. */
#include "amp-report-drawing-private.h"

#include "amp-affected-area.h"
#include "amp-map-chart.h"
#include "amp-number-format.h"

#include <glib/gi18n-lib.h>

#define WIDTH 960
/* Between paragraphs there is less room, and letters are to be as large. */
#define PAGE_WIDTH 720
#define N_CLASSES 5
#define MAX_LABELS 14

/* clang-format off */
static const char *const INSETS[] = { "971", "972", "973", "974", "976" };
/* clang-format on */

typedef struct
{
  const AmpReport    *report;
  const AmpReportMap *map;
  char               *title;
  char               *attribution;

  GPtrArray     *rings; /* arrays of AmpMapRing */
  GArray        *land;
  GArray        *shapes;
  GArray        *circles;
  GArray        *insets;
  AmpClasses     classes;
  AmpCircleScale scale;
  AmpLegend      legend;
  char          *class_texts[AMP_MAX_CLASSES];
  double         circle_values[AMP_CIRCLE_SCALE_N_STEPS];
  char          *circle_texts[AMP_CIRCLE_SCALE_N_STEPS];
  AmpMapChart    chart;
} MapDrawing;

static void
map_drawing_free (MapDrawing *self)
{
  g_ptr_array_unref (self->rings);
  g_array_unref (self->land);
  g_array_unref (self->shapes);
  g_array_unref (self->circles);
  g_array_unref (self->insets);
  for (guint i = 0; i < AMP_MAX_CLASSES; i++)
    g_free (self->class_texts[i]);
  for (guint i = 0; i < AMP_CIRCLE_SCALE_N_STEPS; i++)
    g_free (self->circle_texts[i]);
  g_free (self->title);
  g_free (self->attribution);
  g_free (self);
}

static MapDrawing *
map_drawing_new (const AmpReport *report, const AmpReportMap *map)
{
  MapDrawing *self = g_new0 (MapDrawing, 1);

  self->report = report;
  self->map = map;
  self->rings = g_ptr_array_new_with_free_func (g_free);
  self->land = g_array_new (FALSE, TRUE, sizeof (AmpMapShape));
  self->shapes = g_array_new (FALSE, TRUE, sizeof (AmpMapShape));
  self->circles = g_array_new (FALSE, TRUE, sizeof (AmpMapCircle));
  self->insets = g_array_new (FALSE, TRUE, sizeof (AmpMapInset));
  return self;
}

static AmpMapShape *
add_shape (MapDrawing *self, GArray *shapes, const AmpOutline *outline)
{
  AmpMapRing *rings = g_new (AmpMapRing, outline->n_rings);
  AmpMapShape shape = { .id = outline->code, .rings = rings, .n_rings = outline->n_rings };

  for (guint i = 0; i < outline->n_rings; i++)
    rings[i] = (AmpMapRing){ outline->rings[i].points, outline->rings[i].n_points };
  g_ptr_array_add (self->rings, rings);
  g_array_append_val (shapes, shape);
  return &g_array_index (shapes, AmpMapShape, shapes->len - 1);
}

static double
measure_of (const MapDrawing *self, const AmpTableRow *row)
{
  return self->map->measure == AMP_REPORT_PER_1000 ? amp_table_row_get_per_1000 (row) : (double) row->persons;
}

static void
set_value (const MapDrawing *self, AmpMapShape *shape, const AmpTableRow *row)
{
  shape->is_masked = row->is_masked;
  shape->value = measure_of (self, row);
  shape->has_value = !row->is_masked && shape->value >= 0;
}

static void
add_areas (MapDrawing *self)
{
  const AmpOutlines *outlines = self->report->outlines;

  for (guint i = 0; i < amp_outlines_get_n_areas (outlines); i++)
    {
      AmpMapShape       *shape = add_shape (self, self->shapes, amp_outlines_get_area (outlines, i));
      const AmpTableRow *row = amp_table_find_row (self->map->table->table, shape->id);

      if (self->map->kind == AMP_REPORT_MAP_AREAS && row != NULL && !self->map->table->is_withheld)
        set_value (self, shape, row);
    }
  for (guint i = 0; i < amp_outlines_get_n_backgrounds (outlines); i++)
    add_shape (self, self->land, amp_outlines_get_background (outlines, i));
}

static void
add_classes (MapDrawing *self)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const AmpMapShape *shape = &g_array_index (self->shapes, AmpMapShape, i);

      if (shape->has_value)
        g_array_append_val (values, shape->value);
    }
  amp_classes_init (&self->classes, AMP_CLASSING_JENKS, (double *) (gpointer) values->data, values->len, N_CLASSES);
}

static char *
dup_value (const MapDrawing *self, double value)
{
  if (self->map->measure == AMP_REPORT_PER_1000)
    return amp_number_format_rate (self->report->is_french, value);
  return amp_number_format_count (self->report->is_french, (gint64) value);
}

static gboolean
has_nobody (const MapDrawing *self)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const AmpMapShape *shape = &g_array_index (self->shapes, AmpMapShape, i);

      if (!shape->has_value && !shape->is_masked && !amp_affected_area_is_overseas (shape->id))
        return TRUE;
    }
  return FALSE;
}

static void
add_class_texts (MapDrawing *self)
{
  for (guint i = 0; i < self->classes.n_classes; i++)
    {
      g_autofree char *lowest = dup_value (self, self->classes.lowest[i]);
      g_autofree char *highest = dup_value (self, self->classes.highest[i]);

      self->class_texts[i] = g_str_equal (lowest, highest) ? g_strdup (lowest) : g_strdup_printf ("%s – %s", lowest, highest);
    }
  self->legend.class_texts = (const char *const *) self->class_texts;
  self->legend.n_classes = self->classes.n_classes;
  self->legend.title = self->map->measure == AMP_REPORT_PER_1000 ? _ ("Per 1,000 inhabitants") : _ ("Persons");
  self->legend.no_data_text = has_nobody (self) ? _ ("Nobody") : NULL;
  self->legend.masked_text = self->map->table->n_masked > 0 ? _ ("Masked") : NULL;
}

/* Masked counts must be told from none: hatched, or a circle of one size. */
static void
note_masked (MapDrawing *self, const AmpTableRow *row)
{
  if (row->is_masked)
    self->legend.masked_text = _ ("Masked");
}

static void
add_circle (MapDrawing *self, const AmpTableRow *row)
{
  AmpMapCircle circle = {
    .id = row->code,
    .label = row->label,
    .longitude = row->longitude,
    .latitude = row->latitude,
    .value = (double) row->persons,
    .is_approximate = row->is_approximate,
    .is_masked = row->is_masked,
  };

  if (!row->is_located)
    return;
  g_array_append_val (self->circles, circle);
  self->scale.maximum = MAX (self->scale.maximum, circle.value);
  if (row->is_approximate)
    self->legend.approximate_text = _ ("Position approximate");
  note_masked (self, row);
}

static void
add_row (MapDrawing *self, const AmpTableRow *row)
{
  AmpKey            key = amp_table_get_key (self->map->table->table);
  const AmpOutline *outline = row->code[0] != '\0' ? amp_report_find_outline (self->report, key, row->code) : NULL;

  if (outline == NULL)
    {
      add_circle (self, row);
      return;
    }
  set_value (self, add_shape (self, self->shapes, outline), row);
  note_masked (self, row);
}

static void
describe_circles (MapDrawing *self)
{
  AmpLegend *legend = &self->legend;

  legend->n_circles = amp_circle_scale_get_steps (&self->scale, self->circle_values);
  for (guint i = 0; i < legend->n_circles; i++)
    self->circle_texts[i] = dup_value (self, self->circle_values[i]);
  legend->circle_title = _ ("Persons");
  legend->circles = &self->scale;
  legend->circle_values = self->circle_values;
  legend->circle_texts = (const char *const *) self->circle_texts;
}

/* Areas with an outline lie over those of the départements; others are circles. */
static void
add_rows (MapDrawing *self)
{
  for (guint i = 0; i < self->map->table->order->len; i++)
    add_row (self, amp_report_table_get_row (self->map->table, i));
  add_classes (self);
  if (self->classes.n_classes > 0)
    add_class_texts (self);
  if (self->circles->len > 0)
    describe_circles (self);
}

static void
add_insets (MapDrawing *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (INSETS); i++)
    {
      const AmpOutline *outline = amp_outlines_find_area (self->report->outlines, INSETS[i]);
      AmpMapInset       inset;
      guint32           index;

      if (outline == NULL || !amp_gazetteer_find_area (self->report->gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, INSETS[i], &index))
        continue;
      inset.title = amp_gazetteer_get_area (self->report->gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, index)->name;
      inset.bounds = (AmpMapBounds){ outline->west, outline->south, outline->east, outline->north };
      g_array_append_val (self->insets, inset);
    }
}

static void
set_bounds (MapDrawing *self)
{
  if (self->map->is_affected_area && amp_affected_area_find (self->report, &self->chart.bounds))
    return;
  amp_affected_area_get_mainland (self->report, &self->chart.bounds);
  add_insets (self);
}

static void
set_chart (MapDrawing *self)
{
  AmpMapChart *chart = &self->chart;

  chart->title = self->title;
  self->attribution = amp_report_dup_attribution (self->report, amp_table_get_key (self->map->table->table));
  chart->attribution = self->attribution;
  chart->land = (const AmpMapShape *) (gpointer) self->land->data;
  chart->n_land = self->land->len;
  chart->shapes = (const AmpMapShape *) (gpointer) self->shapes->data;
  chart->n_shapes = self->shapes->len;
  chart->circles = (const AmpMapCircle *) (gpointer) self->circles->data;
  chart->n_circles = self->circles->len;
  chart->insets = (const AmpMapInset *) (gpointer) self->insets->data;
  chart->n_insets = self->insets->len;
  chart->classes = self->classes.n_classes > 0 ? &self->classes : NULL;
  chart->circle_scale = self->scale;
  chart->legend = &self->legend;
  chart->max_labels = MAX_LABELS;
}

static void
draw_map (cairo_t *cr, double width, double height, gpointer data)
{
  MapDrawing   *self = data;
  AmpChartStyle style = amp_report_style ();

  amp_map_chart_draw (cr, &self->chart, &style, width, height);
}

AmpReportDrawing *
amp_report_drawing_new_map (const AmpReport *report, const AmpReportMap *map, gboolean has_title)
{
  MapDrawing   *self = map_drawing_new (report, map);
  AmpChartStyle style = amp_report_style ();
  double        width = has_title ? WIDTH : PAGE_WIDTH;

  self->title = has_title ? g_strdup (map->title) : NULL;
  add_areas (self);
  if (map->kind == AMP_REPORT_MAP_AREAS)
    {
      add_classes (self);
      add_class_texts (self);
    }
  else
    add_rows (self);
  set_bounds (self);
  set_chart (self);
  return amp_report_drawing_new (g_strdup (map->id), map->title, map->description, width,
                                 amp_map_chart_measure (&self->chart, &style, width), draw_map, self, (GDestroyNotify) map_drawing_free);
}
