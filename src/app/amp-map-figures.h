/* AmpMapFigures: what the map shows of one breakdown by place.
 *
 * Joins a table, a measure and the filter: each area's value, its class, its
 * circle, whether it is selected or dimmed. Immutable after construction; both
 * layers, the legend and the hover card read the same one. */
#pragma once

#include "amp-circle-scale.h"
#include "amp-classes.h"
#include "amp-filter.h"
#include "amp-palette.h"
#include "amp-table.h"

G_BEGIN_DECLS

/**
 * AmpMapMeasure:
 * @AMP_MAP_MEASURE_PERSONS: persons
 * @AMP_MAP_MEASURE_RATE: persons per 1,000 inhabitants
 * @AMP_MAP_MEASURE_SENSITIVE: share of persons with sensitive data
 */
typedef enum
{
  AMP_MAP_MEASURE_PERSONS,
  AMP_MAP_MEASURE_RATE,
  AMP_MAP_MEASURE_SENSITIVE,
  AMP_N_MAP_MEASURES,
} AmpMapMeasure;

/**
 * AmpMapArea:
 * @row: its figures
 * @value: the measure's, or negative where there is none
 * @class_index: of the value, or -1
 * @is_selected: the filter names it
 * @is_dimmed: the filter names others of its level
 */
typedef struct
{
  const AmpTableRow *row;
  double             value;
  int                class_index;
  gboolean           is_selected;
  gboolean           is_dimmed;
} AmpMapArea;

typedef struct _AmpMapFigures AmpMapFigures;

/**
 * amp_map_figures_new:
 * @table: by region, département, EPCI or commune; a reference is taken
 * @measure: what colours tell
 * @filter: (nullable): what is selected
 */
AmpMapFigures *amp_map_figures_new (AmpTable *table, AmpMapMeasure measure, AmpFilter *filter);

AmpMapFigures *amp_map_figures_ref (AmpMapFigures *self);

void amp_map_figures_unref (AmpMapFigures *self);

AmpTable *amp_map_figures_get_table (AmpMapFigures *self);

AmpMapMeasure amp_map_figures_get_measure (AmpMapFigures *self);

/**
 * amp_map_figures_has_outlines:
 *
 * Returns: whether areas of this level are drawn as outlines (regions,
 *   départements) rather than as circles (EPCI, communes)
 */
gboolean amp_map_figures_has_outlines (AmpMapFigures *self);

/**
 * amp_map_figures_has_approximate:
 *
 * Returns: whether an area stands at the centre of a wider one
 */
gboolean amp_map_figures_has_approximate (AmpMapFigures *self);

guint amp_map_figures_get_n_areas (AmpMapFigures *self);

/**
 * amp_map_figures_get_area:
 *
 * Areas with the most persons come first; areas without anybody are left out.
 */
const AmpMapArea *amp_map_figures_get_area (AmpMapFigures *self, guint index);

/**
 * amp_map_figures_find:
 * @code: (nullable): an INSEE code or SIREN
 *
 * Returns: the index of its area, or -1
 */
int amp_map_figures_find (AmpMapFigures *self, const char *code);

const AmpClasses *amp_map_figures_get_classes (AmpMapFigures *self);

const AmpCircleScale *amp_map_figures_get_scale (AmpMapFigures *self);

/**
 * amp_map_figures_get_color:
 *
 * Returns: the colour of the area's class in @theme
 */
AmpColor amp_map_figures_get_color (AmpMapFigures *self, guint index, const AmpTheme *theme);

/**
 * amp_map_figures_format:
 * @value: of the measure
 *
 * Returns: (transfer full): the value for people: "60,012", "12.5 %"
 */
char *amp_map_figures_format (AmpMapFigures *self, double value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpMapFigures, amp_map_figures_unref)

G_END_DECLS
