/* AmpAreaScene: land and coloured areas: see the header.
 *
 * Numbers of the ground come first, those of the level's sheet after them. */
#include "amp-area-scene.h"

#include "amp-area-coloring.h"

#define TILE_SIZE 256

/* Areas of a finer level would drown in borders of full strength. */
#define MANY_PIECES 2000
#define BORDER_SHARE 1.0
#define FINE_BORDER_SHARE 0.35

struct _AmpAreaScene
{
  gatomicrefcount     references;
  AmpAreaAtlas       *atlas;
  const AmpAreaSheet *sheet; /* nullable */
  AmpAreaColoring    *coloring;
};

static guint
count_ground (const AmpAreaAtlas *atlas)
{
  return amp_area_mosaic_get_n_areas (amp_area_atlas_get_ground (atlas)->mosaic);
}

/* The colours of a class, as it is and dimmed: mixed once, not once an area. */
typedef struct
{
  AmpColor plain[AMP_MAX_CLASSES + 1];
  AmpColor dimmed[AMP_MAX_CLASSES + 1];
} ClassColors;

static ClassColors
mix_colors (AmpMapFigures *figures, const AmpTheme *theme)
{
  guint       n_classes = amp_map_figures_get_classes (figures)->n_classes;
  ClassColors colors;

  for (guint i = 0; i <= n_classes; i++)
    {
      colors.plain[i] = i < n_classes ? amp_theme_get_class_color (amp_map_figures_get_theme (figures, theme), i, n_classes) : theme->no_data;
      colors.dimmed[i] = amp_color_mix (theme->land, colors.plain[i], 0.3);
    }
  return colors;
}

static AmpAreaLook
get_look (AmpMapFigures *figures, int index, const ClassColors *colors, const AmpTheme *theme)
{
  const AmpMapArea *area = index >= 0 ? amp_map_figures_get_area (figures, index) : NULL;
  guint             last = amp_map_figures_get_classes (figures)->n_classes;
  guint             color = area != NULL && area->class_index >= 0 ? (guint) area->class_index : last;

  if (area == NULL)
    return (AmpAreaLook){ .color = theme->no_data };
  return (AmpAreaLook){
    .color = area->is_dimmed ? colors->dimmed[color] : colors->plain[color],
    .is_hatched = area->class_index < 0,
    .is_selected = area->is_selected,
  };
}

static void
color_ground (AmpAreaScene *self, const AmpTheme *theme)
{
  guint n_countries = amp_area_atlas_get_n_countries (self->atlas);

  for (guint i = n_countries; i < count_ground (self->atlas); i++)
    amp_area_coloring_set (self->coloring, i, &(AmpAreaLook){ .color = theme->no_data, .group = (guint16) i });
}

static void
color_sheet (AmpAreaScene *self, AmpMapFigures *figures, const AmpTheme *theme)
{
  ClassColors colors = mix_colors (figures, theme);
  guint       offset = count_ground (self->atlas);

  for (guint i = 0; i < self->sheet->codes->len; i++)
    {
      const char *code = g_ptr_array_index (self->sheet->codes, i);
      AmpAreaLook look = get_look (figures, amp_map_figures_find (figures, code), &colors, theme);

      /* The first piece of an area names its group. */
      look.group = (guint16) (offset + g_array_index ((GArray *) g_hash_table_lookup (self->sheet->pieces, code), guint, 0));
      amp_area_coloring_set (self->coloring, offset + i, &look);
    }
}

AmpAreaScene *
amp_area_scene_new (AmpAreaAtlas *atlas, AmpMapFigures *figures, const AmpTheme *theme)
{
  g_return_val_if_fail (atlas != NULL && theme != NULL, NULL);

  AmpAreaScene *self = g_new0 (AmpAreaScene, 1);
  guint         n_areas = count_ground (atlas);

  g_atomic_ref_count_init (&self->references);
  self->atlas = amp_area_atlas_ref (atlas);
  if (figures != NULL)
    self->sheet = amp_area_atlas_get_sheet (atlas, amp_table_get_key (amp_map_figures_get_table (figures)));
  if (self->sheet != NULL)
    n_areas += self->sheet->codes->len;
  self->coloring = amp_area_coloring_new (theme, n_areas, n_areas > MANY_PIECES ? FINE_BORDER_SHARE : BORDER_SHARE);
  color_ground (self, theme);
  if (self->sheet != NULL)
    color_sheet (self, figures, theme);
  return self;
}

AmpAreaScene *
amp_area_scene_ref (AmpAreaScene *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
amp_area_scene_unref (AmpAreaScene *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  amp_area_coloring_free (self->coloring);
  amp_area_atlas_unref (self->atlas);
  g_free (self);
}

/* Twice as many numbers as the screen has pixels, unless these are fine enough. */
static guint
get_finesse (int scale_factor)
{
  return scale_factor > 1 ? 1 : 2;
}

static gpointer
draft_numbers (gpointer content, const AmpMapFrame *tile, int scale_factor)
{
  AmpAreaScene *self = content;
  guint         factor = get_finesse (scale_factor) * scale_factor;
  AmpAreaRaster raster = {
    .width = (guint) tile->width * factor + 2 * AMP_AREA_APRON,
    .height = (guint) tile->height * factor + 2 * AMP_AREA_APRON,
    .projection = {
        tile->projection.scale * factor,
        tile->projection.x * factor + AMP_AREA_APRON,
        tile->projection.y * factor + AMP_AREA_APRON,
    },
  };

  raster.numbers = g_new (guint16, (gsize) raster.width * raster.height);
  memset (raster.numbers, 0xff, sizeof (guint16) * raster.width * raster.height);
  amp_area_mosaic_paint (amp_area_atlas_get_ground (self->atlas)->mosaic, &raster, 0);
  if (self->sheet != NULL)
    amp_area_mosaic_paint (self->sheet->mosaic, &raster, count_ground (self->atlas));
  return raster.numbers;
}

static void
paint_numbers (gpointer content, gconstpointer draft, cairo_surface_t *surface, const AmpMapFrame *tile, const AmpChartStyle *style)
{
  AmpAreaScene  *self = content;
  int            width = cairo_image_surface_get_width (surface);
  int            scale_factor = width / (int) tile->width;
  AmpAreaPicture picture = {
    .numbers = draft,
    .finesse = get_finesse (scale_factor),
    .pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (surface),
    .width = (guint) width,
    .height = (guint) cairo_image_surface_get_height (surface),
    .stride = (guint) cairo_image_surface_get_stride (surface) / 4,
    .x = (gint64) -tile->projection.x * scale_factor,
    .y = (gint64) -tile->projection.y * scale_factor,
  };

  amp_area_coloring_paint (self->coloring, &picture);
  cairo_surface_mark_dirty (surface);
}

static gboolean
shares_numbers (gpointer content, gpointer other)
{
  AmpAreaScene *one = content;
  AmpAreaScene *another = other;

  return one->atlas == another->atlas && one->sheet == another->sheet;
}

static gpointer
ref_scene (gpointer content)
{
  return amp_area_scene_ref (content);
}

static void
unref_scene (gpointer content)
{
  amp_area_scene_unref (content);
}

const AmpMapContentKind amp_area_scene_kind = {
  .ref = ref_scene,
  .unref = unref_scene,
  .draft = draft_numbers,
  .paint = paint_numbers,
  .shares_drafts = shares_numbers,
  .tile_size = TILE_SIZE,
  .is_opaque = TRUE,
};
