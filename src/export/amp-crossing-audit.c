/* Plays the reader of crossed tables: one system of sums for each key that is
 * exclusive, and one for categories with their classes. */
#include "amp-crossing-audit.h"

#include "amp-category.h"
#include "amp-interval-system.h"

#define MANY AMP_INTERVAL_MANY
#define NONE G_MAXUINT

/* What is read of one crossing. */
typedef struct
{
  const AmpCrossing *crossing;
  guint             *persons;  /* of each row: its count */
  guint             *cells;    /* of each cell: its count */
  guint             *left_out; /* of each cell: the persons of the row without it, or NONE */
  GHashTable        *rows;     /* code → row */
} Reading;

typedef struct
{
  const AmpDisclosure *told;
  AmpGazetteer        *gazetteer;
  gint64               min_cell;
  AmpCrossingLeakFunc  leak;
  gpointer             data;
  AmpIntervalSystem   *system;
  GPtrArray           *readings; /* Reading */
} Audit;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->persons);
  g_free (reading->cells);
  g_free (reading->left_out);
  g_hash_table_unref (reading->rows);
  g_free (reading);
}

static const AmpTableRow *
get_told_row (const Audit *self, AmpKey key, guint row)
{
  return amp_table_get_row (g_ptr_array_index (self->told->tables, (guint) amp_disclosure_find_table (self->told->tables, key)), row);
}

/* What is listed counts somebody, and what is told as nobody is. */
static guint
read_count (Audit *self, gint64 value, gboolean is_masked, gboolean is_listed)
{
  if (!is_masked)
    return amp_interval_system_add (self->system, value, value);
  return amp_interval_system_add (self->system, is_listed ? MIN (value, 1) : 0, MANY);
}

static void
read_row (Audit *self, Reading *reading, guint row)
{
  const AmpCrossing *crossing = reading->crossing;
  const AmpTableRow *counted = amp_table_get_row (crossing->counted->rows, row);
  AmpKey             key = amp_crossing_get_row_key (crossing);

  g_hash_table_insert (reading->rows, counted->code, GUINT_TO_POINTER (row));
  reading->persons[row] = read_count (self, counted->persons, get_told_row (self, key, row)->is_masked, TRUE);
  for (guint column = 0; column < amp_crossing_get_n_columns (crossing); column++)
    {
      gsize cell = (gsize) row * amp_crossing_get_n_columns (crossing) + column;

      reading->cells[cell] = read_count (self, amp_crossing_get_persons (crossing, row, column), amp_crossing_is_masked (crossing, row, column), crossing->is_listed[row] && !crossing->is_untold[column]);
      reading->left_out[cell] = NONE;
    }
}

static Reading *
read_crossing (Audit *self, const AmpCrossing *crossing)
{
  Reading *reading = g_new0 (Reading, 1);
  guint    n_rows = amp_crossing_get_n_rows (crossing);
  gsize    n_cells = (gsize) n_rows * amp_crossing_get_n_columns (crossing);

  reading->crossing = crossing;
  reading->rows = g_hash_table_new (g_str_hash, g_str_equal);
  reading->persons = g_new (guint, n_rows + 1);
  reading->cells = g_new (guint, n_cells + 1);
  reading->left_out = g_new (guint, n_cells + 1);
  for (guint row = 0; row < n_rows; row++)
    read_row (self, reading, row);
  return reading;
}

static guint
cell_of (const Reading *reading, guint row, guint column)
{
  return reading->cells[(gsize) row * amp_crossing_get_n_columns (reading->crossing) + column];
}

/* The persons of a place: all columns together, or as many as any of them. */
static void
add_rows (Audit *self, Reading *reading)
{
  const AmpCrossing *crossing = reading->crossing;
  guint              n_columns = amp_crossing_get_n_columns (crossing);
  gboolean           is_exclusive = amp_key_is_exclusive (amp_crossing_get_column_key (crossing));

  for (guint row = 0; row < amp_crossing_get_n_rows (crossing); row++)
    {
      guint sum = is_exclusive ? amp_interval_system_add_sum (self->system, reading->persons[row]) : 0;

      for (guint column = 0; column < n_columns; column++)
        if (is_exclusive)
          amp_interval_system_add_part (self->system, sum, cell_of (reading, row, column));
        else
          reading->left_out[(gsize) row * n_columns + column] = amp_interval_system_add_at_most (self->system, cell_of (reading, row, column), reading->persons[row]);
    }
}

/* Every level adds up to the row of the table by the column key. */
static void
add_columns (Audit *self, const Reading *reading)
{
  const AmpCrossing *crossing = reading->crossing;

  for (guint column = 0; column < amp_crossing_get_n_columns (crossing); column++)
    {
      const AmpTableRow *counted = amp_table_get_row (crossing->counted->columns, column);
      gboolean           is_masked = get_told_row (self, amp_crossing_get_column_key (crossing), column)->is_masked;
      guint              sum = amp_interval_system_add_sum (self->system, read_count (self, counted->persons, is_masked, TRUE));

      for (guint row = 0; row < amp_crossing_get_n_rows (crossing); row++)
        amp_interval_system_add_part (self->system, sum, cell_of (reading, row, column));
    }
}

static const Reading *
find_reading (const Audit *self, AmpKey row_key, AmpKey column_key)
{
  for (guint i = 0; i < self->readings->len; i++)
    {
      const Reading *reading = g_ptr_array_index (self->readings, i);

      if (amp_crossing_get_row_key (reading->crossing) == row_key && amp_crossing_get_column_key (reading->crossing) == column_key)
        return reading;
    }
  return NULL;
}

/* clang-format off */
static const struct
{
  AmpKey        part;
  AmpPlaceLevel part_level;
  AmpKey        whole;
  AmpPlaceLevel whole_level;
  gsize         parent; /* in the area of the part: the number of the whole */
} HIERARCHY[] = {
  { AMP_KEY_DEPARTEMENT, AMP_PLACE_LEVEL_DEPARTEMENT, AMP_KEY_REGION,      AMP_PLACE_LEVEL_REGION,      G_STRUCT_OFFSET (AmpArea, region) },
  { AMP_KEY_COMMUNE,     AMP_PLACE_LEVEL_COMMUNE,     AMP_KEY_DEPARTEMENT, AMP_PLACE_LEVEL_DEPARTEMENT, G_STRUCT_OFFSET (AmpArea, departement) },
  { AMP_KEY_COMMUNE,     AMP_PLACE_LEVEL_COMMUNE,     AMP_KEY_EPCI,        AMP_PLACE_LEVEL_EPCI,        G_STRUCT_OFFSET (AmpArea, epci) },
};
/* clang-format on */

static gboolean
find_parent (const Audit *self, guint link, const Reading *wholes, const char *code, guint *row)
{
  guint32  index;
  gpointer found;

  if (!amp_gazetteer_find_area (self->gazetteer, HIERARCHY[link].part_level, code, &index))
    return FALSE;
  index = G_STRUCT_MEMBER (guint32, amp_gazetteer_get_area (self->gazetteer, HIERARCHY[link].part_level, index), HIERARCHY[link].parent);
  if (index == AMP_PLACE_NONE || !g_hash_table_lookup_extended (wholes->rows, amp_gazetteer_get_area (self->gazetteer, HIERARCHY[link].whole_level, index)->code, NULL, &found))
    return FALSE;
  *row = GPOINTER_TO_UINT (found);
  return TRUE;
}

/* One sum a row of the whole: of the count that @count_of says. */
static void
add_places (Audit *self, guint link, const Reading *parts, const Reading *wholes, const guint *part_counts, const guint *whole_counts, guint stride)
{
  guint             n_wholes = amp_crossing_get_n_rows (wholes->crossing);
  g_autofree guint *sums = g_new (guint, n_wholes + 1);

  for (guint row = 0; row < n_wholes; row++)
    {
      sums[row] = amp_interval_system_add_sum (self->system, whole_counts[(gsize) row * stride]);
      amp_interval_system_add_part (self->system, sums[row], amp_interval_system_add (self->system, 0, MANY));
    }
  for (guint row = 0; row < amp_crossing_get_n_rows (parts->crossing); row++)
    {
      guint parent;

      if (find_parent (self, link, wholes, amp_table_get_row (parts->crossing->counted->rows, row)->code, &parent))
        amp_interval_system_add_part (self->system, sums[parent], part_counts[(gsize) row * stride]);
    }
}

static void
add_hierarchy (Audit *self, AmpKey column_key)
{
  for (guint link = 0; link < G_N_ELEMENTS (HIERARCHY); link++)
    {
      const Reading *parts = find_reading (self, HIERARCHY[link].part, column_key);
      const Reading *wholes = find_reading (self, HIERARCHY[link].whole, column_key);
      guint          n_columns;

      if (parts == NULL || wholes == NULL)
        continue;
      n_columns = amp_crossing_get_n_columns (parts->crossing);
      add_places (self, link, parts, wholes, parts->persons, wholes->persons, 1);
      for (guint column = 0; column < n_columns; column++)
        add_places (self, link, parts, wholes, parts->cells + column, wholes->cells + column, n_columns);
    }
}

/* The persons of a level add up to those of the case. */
static void
add_persons (Audit *self, const Reading *reading)
{
  gint64 persons = amp_table_get_total_persons (reading->crossing->counted->rows);
  guint  sum = amp_interval_system_add_sum (self->system, amp_interval_system_add (self->system, persons, persons));

  for (guint row = 0; row < amp_crossing_get_n_rows (reading->crossing); row++)
    amp_interval_system_add_part (self->system, sum, reading->persons[row]);
}

static gboolean
belongs_to (const Reading *categories, guint category_column, const Reading *classes, guint class_column)
{
  AmpCategory    category;
  AmpSensitivity sensitivity;

  return amp_category_from_code (amp_table_get_row (categories->crossing->counted->columns, category_column)->code, &category) &&
         amp_sensitivity_from_code (amp_table_get_row (classes->crossing->counted->columns, class_column)->code, &sensitivity) &&
         amp_category_get_sensitivity (category) == sensitivity;
}

/* Each category has at most as many persons as its class, and all of them
 * together at least as many. */
static void
add_class (Audit *self, const Reading *categories, const Reading *classes, guint class_column)
{
  for (guint row = 0; row < amp_crossing_get_n_rows (classes->crossing); row++)
    {
      guint class_cell = cell_of (classes, row, class_column);
      guint together = amp_interval_system_add (self->system, 0, MANY);
      guint sum = amp_interval_system_add_sum (self->system, together);

      amp_interval_system_add_at_most (self->system, class_cell, together);
      for (guint column = 0; column < amp_crossing_get_n_columns (categories->crossing); column++)
        if (belongs_to (categories, column, classes, class_column))
          {
            amp_interval_system_add_at_most (self->system, cell_of (categories, row, column), class_cell);
            amp_interval_system_add_part (self->system, sum, cell_of (categories, row, column));
          }
    }
}

static void
add_classes (Audit *self)
{
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    {
      const Reading *categories = find_reading (self, key, AMP_KEY_CATEGORY);
      const Reading *classes = find_reading (self, key, AMP_KEY_SENSITIVITY);

      for (guint column = 0; categories != NULL && classes != NULL && column < amp_crossing_get_n_columns (classes->crossing); column++)
        add_class (self, categories, classes, column);
    }
}

/* @most is what readers know anyway: a count that is listed is none of those
 * left out. */
static gboolean
is_given_away (const Audit *self, gint64 value, guint count, gint64 most)
{
  return amp_disclosure_is_small (value, self->min_cell) && amp_interval_system_get_highest (self->system, count) < MIN (self->min_cell, most);
}

static gboolean
is_cell_safe (const Audit *self, const Reading *reading, guint row, guint column)
{
  const AmpCrossing *crossing = reading->crossing;
  guint              cell = cell_of (reading, row, column);
  guint              left_out = reading->left_out[(gsize) row * amp_crossing_get_n_columns (crossing) + column];
  gint64             persons = amp_crossing_get_persons (crossing, row, column);
  gint64             whole = amp_table_get_row (crossing->counted->rows, row)->persons;
  gint64             others = whole - persons;

  if (!amp_crossing_is_masked (crossing, row, column))
    return !amp_disclosure_is_small (persons, self->min_cell) && !amp_disclosure_is_small (others, self->min_cell);
  return !is_given_away (self, persons, cell, MANY) && (left_out == NONE || !is_given_away (self, others, left_out, whole - crossing->is_listed[row]));
}

static guint
report_leaks (const Audit *self, const Reading *reading)
{
  guint n_leaks = 0;

  for (guint row = 0; row < amp_crossing_get_n_rows (reading->crossing); row++)
    for (guint column = 0; column < amp_crossing_get_n_columns (reading->crossing); column++)
      if (!is_cell_safe (self, reading, row, column))
        {
          self->leak (reading->crossing, row, column, self->data);
          n_leaks++;
        }
  return n_leaks;
}

static void
add_sums (Audit *self, AmpKey column_key)
{
  for (guint i = 0; i < self->readings->len; i++)
    {
      Reading *reading = g_ptr_array_index (self->readings, i);

      if (amp_crossing_get_column_key (reading->crossing) != column_key)
        continue;
      add_rows (self, reading);
      add_columns (self, reading);
      add_persons (self, reading);
    }
  add_hierarchy (self, column_key);
}

/* Crossings that are withheld tell nothing. */
static void
read_crossings (Audit *self, const GPtrArray *crossings, AmpKey column_key)
{
  for (guint i = 0; i < crossings->len; i++)
    {
      const AmpCrossing *crossing = g_ptr_array_index (crossings, i);

      if (!crossing->is_withheld && amp_crossing_get_column_key (crossing) == column_key)
        g_ptr_array_add (self->readings, read_crossing (self, crossing));
    }
}

static guint
audit (Audit *self, const GPtrArray *crossings, AmpKey key, AmpKey other_key)
{
  g_autoptr (AmpIntervalSystem) system = amp_interval_system_new ();
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (reading_free);
  guint n_leaks = 0;

  self->system = system;
  self->readings = readings;
  read_crossings (self, crossings, key);
  add_sums (self, key);
  if (other_key != key)
    {
      read_crossings (self, crossings, other_key);
      add_sums (self, other_key);
      add_classes (self);
    }
  amp_interval_system_solve (system);
  for (guint i = 0; i < readings->len; i++)
    n_leaks += report_leaks (self, g_ptr_array_index (readings, i));
  return n_leaks;
}

guint
amp_crossing_audit (const GPtrArray *crossings, const AmpDisclosure *told, AmpGazetteer *gazetteer, gint64 min_cell, AmpCrossingLeakFunc leak, gpointer data)
{
  Audit self = { .told = told, .gazetteer = gazetteer, .min_cell = min_cell, .leak = leak, .data = data };
  guint n_leaks;

  g_return_val_if_fail (crossings != NULL && told != NULL && gazetteer != NULL && leak != NULL, G_MAXUINT);

  n_leaks = audit (&self, crossings, AMP_KEY_CATEGORY, AMP_KEY_SENSITIVITY);
  for (AmpKey key = AMP_N_PLACE_KEYS; key < AMP_N_KEYS; key++)
    if (amp_key_is_exclusive (key))
      n_leaks += audit (&self, crossings, key, key);
  return n_leaks;
}
