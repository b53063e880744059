/* Chooses what to mask where places are crossed. */
#include "amp-crossing-disclosure.h"

#include "amp-category.h"
#include "amp-count-group.h"
#include "amp-crossing-audit.h"
#include "amp-place-network.h"

/* After so many turns a row that still tells too much is left out. */
#define MAX_TURNS 8
/* How often the audit is answered before a crossing is withheld. */
#define MAX_ROUNDS 4

#define UNLINKED G_MAXUINT64
#define UNKNOWN -1

/* All levels by one column key. */
typedef struct
{
  AmpDisclosure *told;
  AmpGazetteer  *gazetteer;
  gint64         min_cell;
  AmpKey         column_key;
  AmpCrossing   *levels[AMP_N_PLACE_KEYS];  /* NULL where the level is not told */
  AmpTable      *places[AMP_N_PLACE_KEYS];  /* as told */
  AmpTable      *tables[AMP_N_PLACE_KEYS];  /* the column in hand */
  gboolean      *helpers[AMP_N_PLACE_KEYS]; /* of each cell: whether others of its row count on it */
  guint          n_columns;
  guint64       *links;     /* of each commune: what it lies in, or UNLINKED */
  GHashTable    *stand_ins; /* link → the row that stands for it */
  gboolean      *is_dirty;  /* of each column: whether more was masked since it was protected */
} Family;

/* What to leave out, the finest places first, where the rest is protected. */
/* clang-format off */
static const AmpKey LEAVE_OUT[] = { AMP_KEY_COMMUNE, AMP_KEY_EPCI, AMP_KEY_DEPARTEMENT, AMP_KEY_REGION, AMP_KEY_COUNTRY };
/* clang-format on */

static gboolean *
get_helper (const Family *self, AmpKey key, guint row, guint column)
{
  return &self->helpers[key][(gsize) row * self->n_columns + column];
}

static void
make_helper (Family *self, AmpKey key, guint row, guint column)
{
  amp_crossing_mask (self->levels[key], row, column);
  *get_helper (self, key, row, column) = TRUE;
  self->is_dirty[column] = TRUE;
}

static void
unlist (Family *self, AmpCrossing *crossing, guint row)
{
  if (!amp_crossing_unlist (crossing, row))
    return;
  for (guint column = 0; column < self->n_columns; column++)
    self->is_dirty[column] = TRUE;
}

static gint64
count_row (const AmpCrossing *crossing, guint row)
{
  return amp_table_get_row (crossing->counted->rows, row)->persons;
}

static AmpTable *
list_places (const AmpCrossing *crossing)
{
  AmpTable *table = amp_table_new (amp_crossing_get_row_key (crossing), 0, 0);

  for (guint row = 0; row < amp_crossing_get_n_rows (crossing); row++)
    amp_table_add_row (table, amp_table_get_row (crossing->counted->rows, row)->code, "");
  return table;
}

/* Communes that are not listed are told by sums alone, and those that lie in the
 * same département and EPCI by the same sums: the first of them stands for all.
 * If together they can be as many as the threshold, each of them can. */
static guint
get_stand_in (Family *self, AmpKey key, guint row)
{
  guint64 link;
  guint  *stand_in;

  if (key != AMP_KEY_COMMUNE || self->levels[key]->is_listed[row] || self->links[row] == UNLINKED)
    return row;
  link = self->links[row];
  stand_in = g_hash_table_lookup (self->stand_ins, &link);
  if (stand_in != NULL)
    return *stand_in;
  stand_in = g_memdup2 (&row, sizeof row);
  g_hash_table_insert (self->stand_ins, g_memdup2 (&link, sizeof link), stand_in);
  return row;
}

/* One column of one level as a table of its own. */
static void
fill_column (Family *self, AmpKey key, guint column)
{
  AmpCrossing *crossing = self->levels[key];
  AmpTable    *table = self->tables[key];

  g_hash_table_remove_all (self->stand_ins);
  for (guint row = 0; row < amp_crossing_get_n_rows (crossing); row++)
    {
      AmpTableRow *own = amp_table_get_row (table, row);
      AmpTableRow *filled = amp_table_get_row (table, get_stand_in (self, key, row));

      own->persons = own->records = own->population = 0;
      own->is_masked = FALSE;
      filled->persons += amp_crossing_get_persons (crossing, row, column);
      filled->records = filled->persons;
      filled->is_masked = !crossing->is_listed[row];
      /* The persons of the places, UNKNOWN where one of them is masked. */
      if (amp_table_get_row (self->places[key], row)->is_masked || filled->population == UNKNOWN)
        filled->population = UNKNOWN;
      else
        filled->population += count_row (crossing, row);
    }
}

/* Visits the rows that are in the group, with their numbers there. */
typedef void (*CountFunc) (Family *self, AmpKey key, guint row, guint column, AmpCountGroup *group, guint count);

static void
each_count (Family *self, guint column, AmpCountGroup *group, CountFunc visit)
{
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    for (guint row = 0; self->levels[key] != NULL && row < amp_crossing_get_n_rows (self->levels[key]); row++)
      {
        guint count;

        if (amp_count_group_find_row (group, amp_table_get_row (self->tables[key], row), &count))
          visit (self, key, row, column, group, count);
      }
}

/* The persons of the place are the whole, those of the column a part of them. */
static void
set_whole (Family *self, AmpKey key, guint row, guint column, AmpCountGroup *group, guint count)
{
  const AmpTableRow *filled = amp_table_get_row (self->tables[key], row);
  gboolean           is_hidden = filled->population == UNKNOWN;
  const AmpCounts    whole = { is_hidden ? filled->persons : filled->population, is_hidden ? filled->persons : filled->population, 0 };

  amp_count_group_set_whole (group, count, &whole, is_hidden, is_hidden);
  if (!self->levels[key]->is_listed[row])
    amp_count_group_unlist (group, count);
  if (!is_hidden && amp_crossing_is_masked (self->levels[key], row, column))
    amp_count_group_hide (group, count, *get_helper (self, key, row, column));
}

static void
take_mask (Family *self, AmpKey key, guint row, guint column, AmpCountGroup *group, guint count)
{
  if (amp_count_group_is_hidden (group, count))
    amp_crossing_mask (self->levels[key], row, column);
}

/* The table by the column key tells the total, or hides it. */
static void
add_total (Family *self, guint column, AmpCountGroup *group)
{
  int                index = amp_disclosure_find_table (self->told->tables, self->column_key);
  const AmpTableRow *counted = amp_table_get_row (g_ptr_array_index (self->told->counted, index), column);
  const AmpTableRow *told = amp_table_get_row (g_ptr_array_index (self->told->tables, index), column);
  gint64             persons = amp_table_get_total_persons (g_ptr_array_index (self->told->counted, index));
  const AmpCounts    total = { counted->persons, counted->persons, 0 }, whole = { persons, persons, 0 };
  guint              count = amp_place_network_add_total (group, &total);

  amp_count_group_set_whole (group, count, &whole, FALSE, FALSE);
  amp_count_group_force (group, count, told->is_masked, TRUE);
}

/* Returns NULL where a level does not add up as places do. */
static AmpCountGroup *
create_network (Family *self, guint column)
{
  AmpTable *told[AMP_N_PLACE_KEYS] = { NULL };

  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    if (self->levels[key] != NULL)
      {
        fill_column (self, key, column);
        told[key] = self->tables[key];
      }
  return amp_place_network_new (told, self->gazetteer);
}

static gboolean
protect_column (Family *self, guint column)
{
  g_autoptr (AmpCountGroup) group = create_network (self, column);

  if (group == NULL)
    return FALSE;
  each_count (self, column, group, set_whole);
  add_total (self, column, group);
  if (!amp_count_group_protect (group, self->min_cell))
    return FALSE;
  each_count (self, column, group, take_mask);
  self->is_dirty[column] = FALSE;
  return TRUE;
}

/* What a masked count can give up, being at least 1, if others count on it. */
static gint64
get_room (const Family *self, AmpKey key, guint row, guint column)
{
  return *get_helper (self, key, row, column) ? MIN (amp_crossing_get_persons (self->levels[key], row, column) - 1, self->min_cell) : 0;
}

/* How much the neediest of the small counts of a row lacks, given what helpers
 * can give up. */
static gint64
get_lacking (const Family *self, AmpKey key, guint row)
{
  gint64 room = 0, lacking = 0;
  guint  n_masked = 0;

  for (guint column = 0; column < self->n_columns; column++)
    if (amp_crossing_is_masked (self->levels[key], row, column) && amp_crossing_get_persons (self->levels[key], row, column) > 0)
      {
        room += get_room (self, key, row, column);
        n_masked++;
      }
  for (guint column = 0; column < self->n_columns; column++)
    {
      gint64 persons = amp_crossing_get_persons (self->levels[key], row, column);

      if (amp_crossing_is_masked (self->levels[key], row, column) && amp_disclosure_is_small (persons, self->min_cell))
        lacking = MAX (lacking, self->min_cell - persons - (room - get_room (self, key, row, column)));
    }
  return MAX (lacking, n_masked == 1);
}

/* What is nowhere else cannot differ from the total of the column. */
static gboolean
is_stuck (const Family *self, AmpKey key, guint row, guint column)
{
  return amp_crossing_get_persons (self->levels[key], row, column) == amp_table_get_row (self->levels[key]->counted->columns, column)->persons;
}

/* The smallest that is enough and has room in its column, too; or the largest.
 * Those that are masked anyway are as good as others. */
static int
find_helper (const Family *self, AmpKey key, guint row)
{
  gint64 enough = 2 * self->min_cell;
  int    found = -1;

  for (guint column = 0; column < self->n_columns; column++)
    {
      gint64 persons = amp_crossing_get_persons (self->levels[key], row, column);
      gint64 best = found >= 0 ? amp_crossing_get_persons (self->levels[key], row, (guint) found) : 0;

      if (*get_helper (self, key, row, column) || persons <= 1 || is_stuck (self, key, row, column))
        continue;
      if (found < 0 || (best < enough ? persons > best : persons >= enough && persons < best))
        found = (int) column;
    }
  return found;
}

/* Where every person is in one column, the others of the row must not tell. */
static void
protect_row (Family *self, AmpKey key, guint row, gboolean is_late)
{
  while (self->levels[key]->is_listed[row] && get_lacking (self, key, row) > 0)
    {
      /* A commune is a part of two sums: little is open there. */
      int helper = is_late || key == AMP_KEY_COMMUNE ? -1 : find_helper (self, key, row);

      if (helper >= 0)
        make_helper (self, key, row, (guint) helper);
      else
        unlist (self, self->levels[key], row);
    }
}

static void
protect_rows (Family *self, gboolean is_late)
{
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    for (guint row = 0; self->levels[key] != NULL && row < amp_crossing_get_n_rows (self->levels[key]); row++)
      protect_row (self, key, row, is_late);
}

/* So few, or so few others, that nothing of them can be told but the total. */
static void
mask_column (Family *self, guint column)
{
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    if (self->levels[key] != NULL)
      amp_crossing_mask_column (self->levels[key], column);
  self->is_dirty[column] = FALSE;
}

static gboolean
is_untold (const Family *self, guint column)
{
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    if (self->levels[key] != NULL)
      return self->levels[key]->is_untold[column];
  return TRUE;
}

/* Returns whether any had to be looked at. */
static gboolean
protect_columns (Family *self)
{
  gboolean has_changed = FALSE;

  for (guint column = 0; column < self->n_columns; column++)
    {
      if (!self->is_dirty[column])
        continue;
      has_changed = TRUE;
      if (is_untold (self, column) || !protect_column (self, column))
        mask_column (self, column);
    }
  return has_changed;
}

static void
protect_family (Family *self)
{
  gboolean has_changed = TRUE;

  for (guint turn = 0; has_changed; turn++)
    {
      has_changed = protect_columns (self);
      if (amp_key_is_exclusive (self->column_key))
        protect_rows (self, turn >= MAX_TURNS);
    }
}

static gboolean
has_levels (const Family *self)
{
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    if (self->levels[key] != NULL)
      return TRUE;
  return FALSE;
}

/* A place whose own number is masked tells nothing of its parts. */
static void
unlist_masked_places (Family *self)
{
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    for (guint row = 0; self->levels[key] != NULL && row < amp_crossing_get_n_rows (self->levels[key]); row++)
      if (amp_table_get_row (self->places[key], row)->is_masked)
        unlist (self, self->levels[key], row);
}

/* Its département and its EPCI, in one number. */
static guint64
get_link (const Family *self, const char *code)
{
  const AmpArea *area;
  guint32        index;

  if (!amp_gazetteer_find_area (self->gazetteer, AMP_PLACE_LEVEL_COMMUNE, code, &index))
    return UNLINKED;
  area = amp_gazetteer_get_area (self->gazetteer, AMP_PLACE_LEVEL_COMMUNE, index);
  return ((guint64) area->departement << 32) | area->epci;
}

static void
link_communes (Family *self)
{
  const AmpCrossing *communes = self->levels[AMP_KEY_COMMUNE];

  self->stand_ins = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (communes == NULL)
    return;
  self->links = g_new (guint64, amp_crossing_get_n_rows (communes) + 1);
  for (guint row = 0; row < amp_crossing_get_n_rows (communes); row++)
    self->links[row] = get_link (self, amp_table_get_row (communes->counted->rows, row)->code);
}

static void
begin_family (Family *self)
{
  link_communes (self);
  self->is_dirty = g_new (gboolean, self->n_columns + 1);
  for (guint column = 0; column < self->n_columns; column++)
    self->is_dirty[column] = TRUE;
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    if (self->levels[key] != NULL)
      {
        self->tables[key] = list_places (self->levels[key]);
        self->helpers[key] = g_new0 (gboolean, (gsize) amp_crossing_get_n_rows (self->levels[key]) * self->n_columns + 1);
      }
  unlist_masked_places (self);
}

static void
clear_family (gpointer data)
{
  Family *self = data;

  g_clear_pointer (&self->is_dirty, g_free);
  g_clear_pointer (&self->links, g_free);
  g_clear_pointer (&self->stand_ins, g_hash_table_unref);
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    {
      g_clear_pointer (&self->tables[key], amp_table_unref);
      g_clear_pointer (&self->helpers[key], g_free);
    }
}

static AmpCrossing *
find_crossing (const GPtrArray *crossings, AmpKey row_key, AmpKey column_key)
{
  for (guint i = 0; i < crossings->len; i++)
    {
      AmpCrossing *crossing = g_ptr_array_index (crossings, i);

      if (amp_crossing_get_row_key (crossing) == row_key && amp_crossing_get_column_key (crossing) == column_key)
        return crossing;
    }
  return NULL;
}

/* Levels that the tables withhold are not told here either. */
static Family
get_family (const GPtrArray *crossings, AmpDisclosure *told, AmpGazetteer *gazetteer, gint64 min_cell, AmpKey column_key)
{
  Family   self = { .told = told, .gazetteer = gazetteer, .min_cell = min_cell, .column_key = column_key };
  int      columns = amp_disclosure_find_table (told->tables, column_key);
  gboolean is_column_withheld = columns < 0 || told->withheld[columns];

  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    {
      AmpCrossing *crossing = find_crossing (crossings, key, column_key);
      int          index = amp_disclosure_find_table (told->tables, key);

      if (crossing == NULL || index < 0)
        continue;
      self.n_columns = amp_crossing_get_n_columns (crossing);
      if (told->withheld[index] || is_column_withheld)
        {
          amp_crossing_withhold (crossing);
          continue;
        }
      self.levels[key] = crossing;
      self.places[key] = g_ptr_array_index (told->tables, index);
    }
  return self;
}

static int
find_column (const AmpCrossing *crossing, const char *code)
{
  for (guint column = 0; crossing != NULL && column < amp_crossing_get_n_columns (crossing); column++)
    if (g_str_equal (amp_table_get_row (crossing->counted->columns, column)->code, code))
      return (int) column;
  return -1;
}

/* The class is what its categories have in common: who has data of the class but
 * not of the category follows from both. */
static void
mask_near_classes (const GPtrArray *crossings, AmpCrossing *crossing, guint column, gint64 min_cell)
{
  const char        *code = amp_table_get_row (crossing->counted->columns, column)->code;
  const AmpCrossing *classes = find_crossing (crossings, amp_crossing_get_row_key (crossing), AMP_KEY_SENSITIVITY);
  AmpCategory        category;
  int                class_column;

  if (!amp_category_from_code (code, &category))
    return;
  class_column = find_column (classes, amp_sensitivity_get_code (amp_category_get_sensitivity (category)));
  for (guint row = 0; class_column >= 0 && row < amp_crossing_get_n_rows (crossing); row++)
    {
      gint64 persons = amp_crossing_get_persons (crossing, row, column);

      if (persons > 0 && amp_disclosure_is_small (amp_crossing_get_persons (classes, row, (guint) class_column) - persons, min_cell))
        amp_crossing_mask (crossing, row, column);
    }
}

/* A row of places in which a class and its categories are told, and what they
 * tell of each other: no category is more than its class, and all together are
 * no less. */
typedef struct
{
  Family *categories;
  Family *classes;
  AmpKey  key;
  guint   row;
  guint   class_column;
} Coupling;

static gint64
get_class_persons (const Coupling *self)
{
  return amp_crossing_get_persons (self->classes->levels[self->key], self->row, self->class_column);
}

static gint64
get_category_persons (const Coupling *self, guint column)
{
  return amp_crossing_get_persons (self->categories->levels[self->key], self->row, column);
}

static gboolean
is_in_class (const Coupling *self, guint column)
{
  AmpCategory category;
  const char *class_code = amp_table_get_row (self->classes->levels[self->key]->counted->columns, self->class_column)->code;

  return amp_category_from_code (amp_table_get_row (self->categories->levels[self->key]->counted->columns, column)->code, &category) &&
         g_str_equal (amp_sensitivity_get_code (amp_category_get_sensitivity (category)), class_code);
}

/* Masked for another's sake, so that it must be able to differ. */
static gboolean
is_secondary (const Family *family, AmpKey key, guint row, guint column)
{
  gint64 persons = amp_crossing_get_persons (family->levels[key], row, column);
  gint64 others = count_row (family->levels[key], row) - persons;

  return amp_crossing_is_masked (family->levels[key], row, column) && family->levels[key]->is_listed[row] && persons > 0 &&
         !amp_disclosure_is_small (persons, family->min_cell) && !amp_disclosure_is_small (others, family->min_cell);
}

/* Returns whether it was told until now. */
static gboolean
mask_too (Family *family, AmpKey key, guint row, guint column)
{
  if (amp_crossing_is_masked (family->levels[key], row, column))
    return FALSE;
  make_helper (family, key, row, column);
  return TRUE;
}

/* How much more all categories of the class are than the class; and the largest. */
static gint64
get_overlap (const Coupling *self, int *largest)
{
  gint64 overlap = -get_class_persons (self);

  *largest = -1;
  for (guint column = 0; column < self->categories->n_columns; column++)
    {
      if (!is_in_class (self, column))
        continue;
      overlap += get_category_persons (self, column);
      if (*largest < 0 || get_category_persons (self, column) > get_category_persons (self, (guint) *largest))
        *largest = (int) column;
    }
  return overlap;
}

static gboolean
couple_category (const Coupling *self, guint column, gint64 overlap)
{
  gint64   min_cell = self->classes->min_cell;
  gint64   more = get_class_persons (self) - get_category_persons (self, column);
  gboolean has_changed = FALSE;

  if (get_category_persons (self, column) == 0)
    return FALSE;
  if (is_secondary (self->classes, self->key, self->row, self->class_column) && more < min_cell)
    has_changed = mask_too (self->categories, self->key, self->row, column);
  if (is_secondary (self->categories, self->key, self->row, column) && !amp_disclosure_is_small (more, min_cell) && (more == 0 || overlap < min_cell))
    has_changed = mask_too (self->classes, self->key, self->row, self->class_column) || has_changed;
  return has_changed;
}

static gboolean
couple_class (const Coupling *self)
{
  gboolean has_changed = FALSE;
  int      largest;
  gint64   overlap = get_overlap (self, &largest);

  for (guint column = 0; column < self->categories->n_columns; column++)
    if (is_in_class (self, column))
      has_changed = couple_category (self, column, overlap) || has_changed;
  if (largest >= 0 && overlap < self->classes->min_cell && is_secondary (self->classes, self->key, self->row, self->class_column))
    has_changed = mask_too (self->categories, self->key, self->row, (guint) largest) || has_changed;
  return has_changed;
}

/* Returns whether more was masked. */
static gboolean
couple (Family *categories, Family *classes)
{
  Coupling self = { .categories = categories, .classes = classes };
  gboolean has_changed = FALSE;

  for (self.key = 0; self.key < AMP_N_PLACE_KEYS; self.key++)
    {
      if (categories->levels[self.key] == NULL || classes->levels[self.key] == NULL)
        continue;
      for (self.row = 0; self.row < amp_crossing_get_n_rows (classes->levels[self.key]); self.row++)
        for (self.class_column = 0; classes->levels[self.key]->is_listed[self.row] && self.class_column < classes->n_columns; self.class_column++)
          has_changed = couple_class (&self) || has_changed;
    }
  return has_changed;
}

/* The persons with sensitive data of a place stand in its own row, too. */
static AmpTable *
find_same_places (const AmpDisclosure *told, const AmpCrossing *crossing, int *column)
{
  int index = amp_disclosure_find_table (told->tables, amp_crossing_get_row_key (crossing));

  *column = -1;
  if (amp_crossing_get_column_key (crossing) == AMP_KEY_SENSITIVITY)
    *column = find_column (crossing, amp_sensitivity_get_code (AMP_SENSITIVITY_SENSITIVE));
  return *column >= 0 && index >= 0 ? g_ptr_array_index (told->tables, index) : NULL;
}

static void
take_sensitive (AmpCrossing *crossing, const AmpDisclosure *told)
{
  int       column;
  AmpTable *places = find_same_places (told, crossing, &column);

  for (guint row = 0; places != NULL && row < amp_table_get_n_rows (places); row++)
    if (amp_table_get_row (places, row)->is_sensitive_masked)
      amp_crossing_mask (crossing, row, (guint) column);
}

static void
give_sensitive (const AmpCrossing *crossing, AmpDisclosure *told)
{
  int       column;
  AmpTable *places = find_same_places (told, crossing, &column);

  for (guint row = 0; places != NULL && row < amp_table_get_n_rows (places); row++)
    if (amp_crossing_is_masked (crossing, row, (guint) column))
      {
        amp_table_get_row (places, row)->is_sensitive_masked = TRUE;
        amp_table_get_row (places, row)->sensitive_persons = 0;
      }
}

static void
mask_first (const GPtrArray *crossings, const AmpDisclosure *told, gint64 min_cell)
{
  for (guint i = 0; i < crossings->len; i++)
    {
      AmpCrossing *crossing = g_ptr_array_index (crossings, i);

      take_sensitive (crossing, told);
      for (guint column = 0; column < amp_crossing_get_n_columns (crossing); column++)
        if (amp_crossing_get_column_key (crossing) == AMP_KEY_CATEGORY)
          mask_near_classes (crossings, crossing, column, min_cell);
    }
}

static Family *
find_family (GArray *families, AmpKey column_key)
{
  for (guint i = 0; i < families->len; i++)
    if (g_array_index (families, Family, i).column_key == column_key)
      return &g_array_index (families, Family, i);
  return NULL;
}

static GArray *
begin_families (const GPtrArray *crossings, AmpDisclosure *told, AmpGazetteer *gazetteer, gint64 min_cell)
{
  GArray *families = g_array_new (FALSE, FALSE, sizeof (Family));

  g_array_set_clear_func (families, clear_family);
  for (AmpKey key = AMP_N_PLACE_KEYS; key < AMP_N_KEYS; key++)
    {
      Family family = get_family (crossings, told, gazetteer, min_cell, key);

      if (!has_levels (&family))
        continue;
      begin_family (&family);
      g_array_append_val (families, family);
    }
  return families;
}

/* In turns with what classes and categories tell of each other. */
static void
protect_families (GArray *families)
{
  Family *categories = find_family (families, AMP_KEY_CATEGORY);
  Family *classes = find_family (families, AMP_KEY_SENSITIVITY);

  do
    for (guint i = 0; i < families->len; i++)
      protect_family (&g_array_index (families, Family, i));
  while (categories != NULL && classes != NULL && couple (categories, classes));
}

/* Leaves out what is given away, and the finer places of the same key, which
 * were protected with it. */
static void
withhold_from (const GPtrArray *crossings, const AmpCrossing *failed)
{
  AmpKey column_key = amp_crossing_get_column_key (failed);

  for (guint i = 0; i < G_N_ELEMENTS (LEAVE_OUT); i++)
    {
      AmpCrossing *crossing = find_crossing (crossings, LEAVE_OUT[i], column_key);

      if (crossing != NULL)
        amp_crossing_withhold (crossing);
      if (LEAVE_OUT[i] == amp_crossing_get_row_key (failed))
        return;
    }
}

/* Another helper, or none of the row is told; where rows overlap, the wider
 * place, which the count is a part of. */
static void
answer_leak (const AmpCrossing *leaking, guint row, guint column, gpointer data)
{
  GArray *families = data;
  Family *family = find_family (families, amp_crossing_get_column_key (leaking));
  AmpKey  key = amp_crossing_get_row_key (leaking);
  int     helper;

  if (family == NULL || family->levels[key] == NULL)
    return;
  helper = amp_key_is_exclusive (family->column_key) && leaking->is_listed[row] ? find_helper (family, key, row) : -1;
  if (helper >= 0)
    make_helper (family, key, row, (guint) helper);
  else if (amp_key_is_exclusive (family->column_key) && leaking->is_listed[row])
    unlist (family, family->levels[key], row);
  else
    make_helper (family, key, row, column);
}

static void
note_first (const AmpCrossing *leaking, guint row, guint column, gpointer data)
{
  const AmpCrossing **failed = data;

  if (*failed == NULL)
    *failed = leaking;
}

/* Masks more where the audit finds that a count is given away. Returns how many
 * still are. */
static guint
protect_and_audit (GArray *families, GPtrArray *crossings, const AmpDisclosure *told, AmpGazetteer *gazetteer, gint64 min_cell)
{
  guint n_leaks = 1;

  for (guint round = 0; round <= MAX_ROUNDS && n_leaks > 0; round++)
    {
      protect_families (families);
      n_leaks = amp_crossing_audit (crossings, told, gazetteer, min_cell, answer_leak, families);
    }
  return n_leaks;
}

static guint
withhold_leaking (GPtrArray *crossings, const AmpDisclosure *told, AmpGazetteer *gazetteer, gint64 min_cell)
{
  const AmpCrossing *failed = NULL;
  guint              n_leaks = amp_crossing_audit (crossings, told, gazetteer, min_cell, note_first, &failed);

  for (guint i = 0; i < crossings->len && n_leaks > 0; i++)
    {
      withhold_from (crossings, failed);
      failed = NULL;
      n_leaks = amp_crossing_audit (crossings, told, gazetteer, min_cell, note_first, &failed);
    }
  return n_leaks;
}

gboolean
amp_crossing_disclosure_protect (GPtrArray *crossings, AmpDisclosure *told, AmpGazetteer *gazetteer, gint64 min_cell)
{
  g_autoptr (GArray) families = NULL;
  guint n_leaks;

  g_return_val_if_fail (crossings != NULL && told != NULL && gazetteer != NULL, FALSE);

  if (min_cell <= 0)
    return TRUE;
  mask_first (crossings, told, min_cell);
  families = begin_families (crossings, told, gazetteer, min_cell);
  n_leaks = protect_and_audit (families, crossings, told, gazetteer, min_cell);
  for (guint i = 0; i < crossings->len; i++)
    give_sensitive (g_ptr_array_index (crossings, i), told);
  return n_leaks == 0 || withhold_leaking (crossings, told, gazetteer, min_cell) == 0;
}
