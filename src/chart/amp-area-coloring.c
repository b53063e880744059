/* From numbers to colours: see the header.
 *
 * Invariant: entry n_areas of each table is that of the sea. */
#include "amp-area-coloring.h"

#include <math.h>
#include <string.h>

#include "amp-area-mosaic.h"

/* Numbers from the border that the outline of a selected area takes. */
#define SELECTION_REACH 3

#define HATCH_SPACING 6
#define HATCH_WIDTH 2

/* How faint the borders of mere land are. */
#define GROUND_SHARE 0.35

enum
{
  IS_GROUND = 1 << 0,
  IS_HATCHED = 1 << 1,
  IS_SELECTED = 1 << 2,
  IS_SEA = 1 << 3,
};

struct _AmpAreaColoring
{
  guint    n_areas;
  guint32 *colors;
  guint32 *edge_colors; /* of the same areas at a border */
  guint32 *hatch_colors;
  guint16 *groups;
  guint8  *traits;
  guint32  selection;
  gboolean has_selected;
  AmpColor border;
  AmpColor hatch;
  double   border_share;
};

static guint32
pack (AmpColor color)
{
  return 0xff000000u | (guint32) lround (color.red * 255) << 16 | (guint32) lround (color.green * 255) << 8 | (guint32) lround (color.blue * 255);
}

static void
set_sea (AmpAreaColoring *self, const AmpTheme *theme)
{
  self->colors[self->n_areas] = self->edge_colors[self->n_areas] = self->hatch_colors[self->n_areas] = pack (theme->sea);
  self->groups[self->n_areas] = AMP_AREA_NONE;
  self->traits[self->n_areas] = IS_SEA | IS_GROUND;
}

AmpAreaColoring *
amp_area_coloring_new (const AmpTheme *theme, guint n_areas, double border_share)
{
  g_return_val_if_fail (theme != NULL && n_areas < AMP_AREA_NONE, NULL);

  AmpAreaColoring *self = g_new0 (AmpAreaColoring, 1);

  self->n_areas = n_areas;
  self->colors = g_new (guint32, n_areas + 1);
  self->edge_colors = g_new (guint32, n_areas + 1);
  self->hatch_colors = g_new (guint32, n_areas + 1);
  self->groups = g_new (guint16, n_areas + 1);
  self->traits = g_new (guint8, n_areas + 1);
  self->selection = pack (theme->selection);
  self->border = theme->border;
  self->hatch = theme->masked;
  self->border_share = border_share;
  for (guint i = 0; i < n_areas; i++)
    amp_area_coloring_set (self, i, &(AmpAreaLook){ theme->land, (guint16) i, TRUE, FALSE, FALSE });
  set_sea (self, theme);
  return self;
}

void
amp_area_coloring_free (AmpAreaColoring *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->colors);
  g_free (self->edge_colors);
  g_free (self->hatch_colors);
  g_free (self->groups);
  g_free (self->traits);
  g_free (self);
}

void
amp_area_coloring_set (AmpAreaColoring *self, guint number, const AmpAreaLook *look)
{
  g_return_if_fail (self != NULL && look != NULL);
  g_return_if_fail (number < self->n_areas);

  double share = look->is_ground ? GROUND_SHARE : self->border_share;

  self->colors[number] = pack (look->color);
  self->edge_colors[number] = pack (amp_color_mix (look->color, self->border, share));
  self->hatch_colors[number] = pack (amp_color_mix (look->color, self->hatch, 0.7));
  self->groups[number] = look->group;
  self->traits[number] = (look->is_ground ? IS_GROUND : 0) | (look->is_hatched ? IS_HATCHED : 0) | (look->is_selected ? IS_SELECTED : 0);
  self->has_selected |= look->is_selected;
}

/* One row of numbers, and what is compared with its neighbours. */
typedef struct
{
  guint16 *numbers;
  guint16 *groups;
} Row;

static void
load_row (const AmpAreaColoring *self, const guint16 *numbers, guint width, Row *row)
{
  for (guint i = 0; i < width; i++)
    {
      guint16 number = MIN (numbers[i], self->n_areas);

      row->numbers[i] = number;
      row->groups[i] = self->groups[number];
    }
}

/* Between two areas one of them draws the border; the sea draws none. */
static gboolean
is_border (const AmpAreaColoring *self, guint16 here, guint16 there, guint16 here_group, guint16 there_group)
{
  return here_group != there_group && !(self->traits[here] & IS_SEA) && !((self->traits[here] & IS_GROUND) && !(self->traits[there] & IS_GROUND));
}

static gboolean
parts_selected (const AmpAreaColoring *self, const Row *rows, guint row, guint column)
{
  guint8 here = self->traits[rows[row].numbers[column]] & IS_SELECTED;

  for (guint reach = 1; reach <= SELECTION_REACH; reach++)
    {
      if ((self->traits[rows[row].numbers[column + reach]] & IS_SELECTED) != here ||
          (self->traits[rows[row].numbers[column - reach]] & IS_SELECTED) != here ||
          (self->traits[rows[row + reach].numbers[column]] & IS_SELECTED) != here ||
          (self->traits[rows[row - reach].numbers[column]] & IS_SELECTED) != here)
        return TRUE;
    }
  return FALSE;
}

static guint32
get_color (const AmpAreaColoring *self, const Row *rows, guint row, guint column, gboolean is_on_line)
{
  guint16 here = rows[row].numbers[column];
  guint16 group = rows[row].groups[column];

  if (self->has_selected && parts_selected (self, rows, row, column))
    return self->selection;
  if (is_border (self, here, rows[row].numbers[column + 1], group, rows[row].groups[column + 1]) ||
      is_border (self, here, rows[row].numbers[column - 1], group, rows[row].groups[column - 1]) ||
      is_border (self, here, rows[row + 1].numbers[column], group, rows[row + 1].groups[column]) ||
      is_border (self, here, rows[row - 1].numbers[column], group, rows[row - 1].groups[column]))
    return self->edge_colors[here];
  return is_on_line && (self->traits[here] & IS_HATCHED) ? self->hatch_colors[here] : self->colors[here];
}

static guint32
mix_four (guint32 one, guint32 two, guint32 three, guint32 four)
{
  guint32 red_blue, green;

  if (one == two && two == three && three == four)
    return one;
  red_blue = ((one & 0xff00ff) + (two & 0xff00ff) + (three & 0xff00ff) + (four & 0xff00ff) + 0x20002) >> 2 & 0xff00ff;
  green = ((one & 0xff00) + (two & 0xff00) + (three & 0xff00) + (four & 0xff00) + 0x200) >> 2 & 0xff00;
  return 0xff000000u | red_blue | green;
}

static gboolean
is_line (const AmpAreaPicture *picture, guint x, guint y)
{
  gint64 diagonal = picture->x + x + picture->y + y;

  return (diagonal % HATCH_SPACING + HATCH_SPACING) % HATCH_SPACING < HATCH_WIDTH;
}

/* @rows: those of the numbers, from the apron above the picture's row on. */
static void
paint_row (const AmpAreaColoring *self, const AmpAreaPicture *picture, const Row *rows, guint y)
{
  guint32 *pixels = picture->pixels + (gsize) y * picture->stride;

  for (guint x = 0; x < picture->width; x++)
    {
      guint    column = AMP_AREA_APRON + x * picture->finesse;
      gboolean is_on_line = is_line (picture, x, y);

      pixels[x] = get_color (self, rows, AMP_AREA_APRON, column, is_on_line);
      if (picture->finesse == 2)
        pixels[x] = mix_four (pixels[x],
                              get_color (self, rows, AMP_AREA_APRON, column + 1, is_on_line),
                              get_color (self, rows, AMP_AREA_APRON + 1, column, is_on_line),
                              get_color (self, rows, AMP_AREA_APRON + 1, column + 1, is_on_line));
    }
}

void
amp_area_coloring_paint (const AmpAreaColoring *self, const AmpAreaPicture *picture)
{
  g_return_if_fail (self != NULL && picture != NULL);
  g_return_if_fail (picture->finesse == 1 || picture->finesse == 2);

  guint               width = picture->width * picture->finesse + 2 * AMP_AREA_APRON;
  guint               height = picture->height * picture->finesse + 2 * AMP_AREA_APRON;
  g_autofree guint16 *numbers = g_new (guint16, (gsize) 2 * width * height);
  g_autofree Row     *rows = g_new (Row, height);

  for (guint i = 0; i < height; i++)
    {
      rows[i] = (Row){ numbers + (gsize) 2 * width * i, numbers + (gsize) 2 * width * i + width };
      load_row (self, picture->numbers + (gsize) width * i, width, &rows[i]);
    }
  for (guint y = 0; y < picture->height; y++)
    paint_row (self, picture, rows + (gsize) y * picture->finesse, y);
}
