/* Networks of columns and sums of rows, in turns. Must not know what families tell
 * of each other. */
#include "amp-crossing-family.h"

#include "amp-count-group.h"
#include "amp-place-network.h"

/* After so many turns a row that still tells too much is left out. */
#define MAX_TURNS 8

#define UNLINKED G_MAXUINT64
#define UNKNOWN -1

static gboolean *
get_helper (const AmpCrossingFamily *self, AmpKey key, guint row, guint column)
{
  return &self->helpers[key][(gsize) row * self->n_columns + column];
}

void
amp_crossing_family_make_helper (AmpCrossingFamily *self, AmpKey key, guint row, guint column)
{
  amp_crossing_mask (self->levels[key], row, column);
  *get_helper (self, key, row, column) = TRUE;
  self->is_dirty[column] = TRUE;
}

void
amp_crossing_family_unlist (AmpCrossingFamily *self, AmpCrossing *crossing, guint row)
{
  if (!amp_crossing_unlist (crossing, row))
    return;
  for (guint column = 0; column < self->n_columns; column++)
    self->is_dirty[column] = TRUE;
}

gint64
amp_crossing_count_row (const AmpCrossing *crossing, guint row)
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
get_stand_in (AmpCrossingFamily *self, AmpKey key, guint row)
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
fill_column (AmpCrossingFamily *self, AmpKey key, guint column)
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
        filled->population += amp_crossing_count_row (crossing, row);
    }
}

/* Visits the rows that are in the group, with their numbers there. */
typedef void (*CountFunc) (AmpCrossingFamily *self, AmpKey key, guint row, guint column, AmpCountGroup *group, guint count);

static void
each_count (AmpCrossingFamily *self, guint column, AmpCountGroup *group, CountFunc visit)
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
set_whole (AmpCrossingFamily *self, AmpKey key, guint row, guint column, AmpCountGroup *group, guint count)
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
take_mask (AmpCrossingFamily *self, AmpKey key, guint row, guint column, AmpCountGroup *group, guint count)
{
  if (amp_count_group_is_hidden (group, count))
    amp_crossing_mask (self->levels[key], row, column);
}

/* The table by the column key tells the total, or hides it. */
static void
add_total (AmpCrossingFamily *self, guint column, AmpCountGroup *group)
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
create_network (AmpCrossingFamily *self, guint column)
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
protect_column (AmpCrossingFamily *self, guint column)
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
get_room (const AmpCrossingFamily *self, AmpKey key, guint row, guint column)
{
  return *get_helper (self, key, row, column) ? MIN (amp_crossing_get_persons (self->levels[key], row, column) - 1, self->min_cell) : 0;
}

/* How much the neediest of the small counts of a row lacks, given what helpers
 * can give up. */
static gint64
get_lacking (const AmpCrossingFamily *self, AmpKey key, guint row)
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
is_stuck (const AmpCrossingFamily *self, AmpKey key, guint row, guint column)
{
  return amp_crossing_get_persons (self->levels[key], row, column) == amp_table_get_row (self->levels[key]->counted->columns, column)->persons;
}

/* The smallest that is enough and has room in its column, too; or the largest.
 * Those that are masked anyway are as good as others. */
int
amp_crossing_family_find_helper (const AmpCrossingFamily *self, AmpKey key, guint row)
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
protect_row (AmpCrossingFamily *self, AmpKey key, guint row, gboolean is_late)
{
  while (self->levels[key]->is_listed[row] && get_lacking (self, key, row) > 0)
    {
      /* A commune is a part of two sums: little is open there. */
      int helper = is_late || key == AMP_KEY_COMMUNE ? -1 : amp_crossing_family_find_helper (self, key, row);

      if (helper >= 0)
        amp_crossing_family_make_helper (self, key, row, (guint) helper);
      else
        amp_crossing_family_unlist (self, self->levels[key], row);
    }
}

static void
protect_rows (AmpCrossingFamily *self, gboolean is_late)
{
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    for (guint row = 0; self->levels[key] != NULL && row < amp_crossing_get_n_rows (self->levels[key]); row++)
      protect_row (self, key, row, is_late);
}

/* So few, or so few others, that nothing of them can be told but the total. */
static void
mask_column (AmpCrossingFamily *self, guint column)
{
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    if (self->levels[key] != NULL)
      amp_crossing_mask_column (self->levels[key], column);
  self->is_dirty[column] = FALSE;
}

static gboolean
is_untold (const AmpCrossingFamily *self, guint column)
{
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    if (self->levels[key] != NULL)
      return self->levels[key]->is_untold[column];
  return TRUE;
}

/* Returns whether any had to be looked at. */
static gboolean
protect_columns (AmpCrossingFamily *self)
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

void
amp_crossing_family_protect (AmpCrossingFamily *self)
{
  gboolean has_changed = TRUE;

  for (guint turn = 0; has_changed; turn++)
    {
      has_changed = protect_columns (self);
      if (amp_key_is_exclusive (self->column_key))
        protect_rows (self, turn >= MAX_TURNS);
    }
}

gboolean
amp_crossing_family_has_levels (const AmpCrossingFamily *self)
{
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    if (self->levels[key] != NULL)
      return TRUE;
  return FALSE;
}

/* A place whose own number is masked tells nothing of its parts. */
static void
unlist_masked_places (AmpCrossingFamily *self)
{
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    for (guint row = 0; self->levels[key] != NULL && row < amp_crossing_get_n_rows (self->levels[key]); row++)
      if (amp_table_get_row (self->places[key], row)->is_masked)
        amp_crossing_family_unlist (self, self->levels[key], row);
}

/* Its département and its EPCI, in one number. */
static guint64
get_link (const AmpCrossingFamily *self, const char *code)
{
  const AmpArea *area;
  guint32        index;

  if (!amp_gazetteer_find_area (self->gazetteer, AMP_PLACE_LEVEL_COMMUNE, code, &index))
    return UNLINKED;
  area = amp_gazetteer_get_area (self->gazetteer, AMP_PLACE_LEVEL_COMMUNE, index);
  return ((guint64) area->departement << 32) | area->epci;
}

static void
link_communes (AmpCrossingFamily *self)
{
  const AmpCrossing *communes = self->levels[AMP_KEY_COMMUNE];

  self->stand_ins = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (communes == NULL)
    return;
  self->links = g_new (guint64, amp_crossing_get_n_rows (communes) + 1);
  for (guint row = 0; row < amp_crossing_get_n_rows (communes); row++)
    self->links[row] = get_link (self, amp_table_get_row (communes->counted->rows, row)->code);
}

void
amp_crossing_family_begin (AmpCrossingFamily *self)
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

void
amp_crossing_family_clear (gpointer data)
{
  AmpCrossingFamily *self = data;

  g_clear_pointer (&self->is_dirty, g_free);
  g_clear_pointer (&self->links, g_free);
  g_clear_pointer (&self->stand_ins, g_hash_table_unref);
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    {
      g_clear_pointer (&self->tables[key], amp_table_unref);
      g_clear_pointer (&self->helpers[key], g_free);
    }
}

AmpCrossing *
amp_crossing_find (const GPtrArray *crossings, AmpKey row_key, AmpKey column_key)
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
AmpCrossingFamily
amp_crossing_family_get (const GPtrArray *crossings, AmpDisclosure *told, AmpGazetteer *gazetteer, gint64 min_cell, AmpKey column_key)
{
  AmpCrossingFamily self = { .told = told, .gazetteer = gazetteer, .min_cell = min_cell, .column_key = column_key };
  int               columns = amp_disclosure_find_table (told->tables, column_key);
  gboolean          is_column_withheld = columns < 0 || told->withheld[columns];

  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    {
      AmpCrossing *crossing = amp_crossing_find (crossings, key, column_key);
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
