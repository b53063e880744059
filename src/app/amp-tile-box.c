/* AmpTileBox: measures the widest tile, and fills rows evenly: see the header. */
#include "amp-tile-box.h"

/* Pixels between tiles. */
#define SPACING 12

struct _AmpTileBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AmpTileBox, amp_tile_box, GTK_TYPE_WIDGET)

typedef struct
{
  int n_tiles;
  int minimum; /* width of the widest tile */
  int natural;
} Tiles;

static GtkWidget *
find_tile (GtkWidget *tile)
{
  while (tile != NULL && !gtk_widget_should_layout (tile))
    tile = gtk_widget_get_next_sibling (tile);
  return tile;
}

static Tiles
measure_tiles (GtkWidget *widget)
{
  Tiles tiles = { 0 };

  for (GtkWidget *tile = find_tile (gtk_widget_get_first_child (widget)); tile != NULL; tile = find_tile (gtk_widget_get_next_sibling (tile)))
    {
      int minimum, natural;

      gtk_widget_measure (tile, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      tiles.minimum = MAX (tiles.minimum, minimum);
      tiles.natural = MAX (tiles.natural, natural);
      tiles.n_tiles++;
    }
  return tiles;
}

/* Tiles that would be cut short of their text stand in fewer columns. */
static int
count_columns (const Tiles *tiles, int width)
{
  int fitting = CLAMP ((width + SPACING) / MAX (1, tiles->natural + SPACING), 1, MAX (1, tiles->n_tiles));
  int rows = (tiles->n_tiles + fitting - 1) / fitting;

  return rows > 0 ? (tiles->n_tiles + rows - 1) / rows : 1;
}

static int
measure_row (GtkWidget **tile, int columns, int tile_width)
{
  int height = 0;

  for (int i = 0; i < columns && *tile != NULL; i++)
    {
      int natural;

      gtk_widget_measure (*tile, GTK_ORIENTATION_VERTICAL, tile_width, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
      *tile = find_tile (gtk_widget_get_next_sibling (*tile));
    }
  return height;
}

static int
measure_height (GtkWidget *widget, const Tiles *tiles, int width)
{
  int        columns = count_columns (tiles, width);
  int        tile_width = (width - (columns - 1) * SPACING) / columns;
  GtkWidget *tile = find_tile (gtk_widget_get_first_child (widget));
  int        height = 0;

  while (tile != NULL)
    height += measure_row (&tile, columns, tile_width) + (tile != NULL ? SPACING : 0);
  return height;
}

static void
amp_tile_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  const Tiles tiles = measure_tiles (widget);
  int         in_one_row = tiles.n_tiles * (tiles.natural + SPACING) - (tiles.n_tiles > 0 ? SPACING : 0);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = tiles.minimum;
      *natural = in_one_row;
    }
  else
    *minimum = *natural = measure_height (widget, &tiles, for_size >= 0 ? for_size : in_one_row);
}

static void
amp_tile_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  const Tiles   tiles = measure_tiles (widget);
  int           columns = count_columns (&tiles, width);
  gboolean      is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget    *tile = find_tile (gtk_widget_get_first_child (widget));
  GtkAllocation place = { .width = (width - (columns - 1) * SPACING) / columns };

  while (tile != NULL)
    {
      GtkWidget *next = tile;

      place.height = measure_row (&next, columns, place.width);
      for (int i = 0; tile != next; i++)
        {
          place.x = (is_rtl ? columns - 1 - i : i) * (place.width + SPACING);
          gtk_widget_size_allocate (tile, &place, -1);
          tile = find_tile (gtk_widget_get_next_sibling (tile));
        }
      place.y += place.height + SPACING;
    }
}

static GtkSizeRequestMode
amp_tile_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
amp_tile_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (amp_tile_box_parent_class)->dispose (object);
}

static void
amp_tile_box_class_init (AmpTileBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_tile_box_dispose;
  widget_class->measure = amp_tile_box_measure;
  widget_class->size_allocate = amp_tile_box_size_allocate;
  widget_class->get_request_mode = amp_tile_box_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
amp_tile_box_init (AmpTileBox *self)
{
}

GtkWidget *
amp_tile_box_new (void)
{
  return g_object_new (AMP_TYPE_TILE_BOX, NULL);
}
