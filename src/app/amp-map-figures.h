/* AmpMapFigures: what the map shows of one breakdown by place.
 *
 * Joins a table, a measure and the filter: each area's value, its class, its
 * circle, whether it is selected or dimmed. Immutable after construction; both
 * layers, the legend and the hover card read the same one. */
#pragma once

#include "amp-area-atlas.h"
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
 * @has_outline: it is drawn as one, and not as a circle
 * @is_selected: the filter names it
 * @is_dimmed: the filter names others of its level
 */
typedef struct
{
  const AmpTableRow *row;
  double             value;
  int                class_index;
  gboolean           has_outline;
  gboolean           is_selected;
  gboolean           is_dimmed;
} AmpMapArea;

/**
 * AmpMapLook:
 * @measure: what colours tell
 * @classing: how values become classes
 * @palette: which colours classes have
 */
typedef struct
{
  AmpMapMeasure measure;
  AmpClassing   classing;
  AmpPalette    palette;
} AmpMapLook;

typedef struct _AmpMapFigures AmpMapFigures;

/**
 * amp_map_figures_new:
 * @table: by region, département, EPCI or commune; a reference is taken
 * @look: what is shown of it, and how
 * @selection: (nullable): what is selected; only looked at
 * @atlas: (nullable): what has an outline; only looked at
 */
AmpMapFigures *amp_map_figures_new (AmpTable *table, const AmpMapLook *look, const AmpSelection *selection, AmpAreaAtlas *atlas);

AmpMapFigures *amp_map_figures_ref (AmpMapFigures *self);

void amp_map_figures_unref (AmpMapFigures *self);

AmpTable *amp_map_figures_get_table (AmpMapFigures *self);

AmpMapMeasure amp_map_figures_get_measure (AmpMapFigures *self);

/**
 * amp_map_figures_has_outlines:
 *
 * Returns: whether an area is drawn as an outline: regions and départements are,
 *   EPCI and communes where outlines were imported
 */
gboolean amp_map_figures_has_outlines (AmpMapFigures *self);

/**
 * amp_map_figures_has_circles:
 *
 * Returns: whether an area is drawn as a circle, for want of an outline
 */
gboolean amp_map_figures_has_circles (AmpMapFigures *self);

/**
 * amp_map_figures_has_sizes:
 *
 * Returns: whether a circle is as large as its count, and not masked
 */
gboolean amp_map_figures_has_sizes (AmpMapFigures *self);

/**
 * amp_map_figures_has_masked:
 *
 * Returns: whether the count of an area that is drawn is masked
 */
gboolean amp_map_figures_has_masked (AmpMapFigures *self);

/**
 * amp_map_figures_has_unknown:
 *
 * Returns: whether the measure says nothing about an area that is drawn
 */
gboolean amp_map_figures_has_unknown (AmpMapFigures *self);

/**
 * amp_map_figures_has_approximate:
 *
 * Returns: whether a circle stands at the centre of a wider area
 */
gboolean amp_map_figures_has_approximate (AmpMapFigures *self);

guint amp_map_figures_get_n_areas (AmpMapFigures *self);

/**
 * amp_map_figures_get_area:
 *
 * Areas with the most persons come first; areas without anybody are left out,
 * those whose count is masked come last.
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
 * amp_map_figures_get_theme:
 *
 * Returns: (transfer none): @theme with the palette of the figures
 */
const AmpTheme *amp_map_figures_get_theme (AmpMapFigures *self, const AmpTheme *theme);

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
