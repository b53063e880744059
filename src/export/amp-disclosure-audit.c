/* Plays the reader: every sum that the tables of a report make, those of the
 * whole case, and those of what is between both. */
#include "amp-disclosure-audit.h"

#include "amp-interval-system.h"
#include "amp-person-facts.h"

#define MANY AMP_INTERVAL_MANY

typedef gint64 (*ValueFunc) (const AmpTableRow *row);

typedef struct
{
  const AmpDisclosure *told;
  const AmpDisclosure *whole;
  AmpGazetteer        *gazetteer;
  gint64               min_cell;
  ValueFunc            get_value;
  AmpIntervalSystem   *system;
} Audit;

/* What is read of each table. */
typedef struct
{
  const AmpDisclosure *told;
  GPtrArray           *rows;    /* GArray of int: the number of each row's interval, or -1 */
  GPtrArray           *indexes; /* GHashTable: code → row */
} Reading;

static void
clear_reading (Reading *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->indexes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

static gint64
get_persons (const AmpTableRow *row)
{
  return row->persons;
}

static gint64
get_records (const AmpTableRow *row)
{
  return row->records;
}

/* A row that is listed counts somebody; of persons or of records, not both. */
static int
read_row (Audit *self, const AmpTableRow *counted, const AmpTableRow *told)
{
  gint64 value = self->get_value (counted);

  if (told->is_masked)
    return (int) amp_interval_system_add (self->system, MIN (value, 1), MANY);
  return (int) amp_interval_system_add (self->system, value, value);
}

static GArray *
read_table (Audit *self, const AmpDisclosure *told, guint index)
{
  GArray   *rows = g_array_new (FALSE, FALSE, sizeof (int));
  AmpTable *counted = g_ptr_array_index (told->counted, index);
  AmpTable *shown = g_ptr_array_index (told->tables, index);

  for (guint i = 0; i < amp_table_get_n_rows (counted); i++)
    {
      int number = told->withheld[index] ? -1 : read_row (self, amp_table_get_row (counted, i), amp_table_get_row (shown, i));

      g_array_append_val (rows, number);
    }
  return rows;
}

static GHashTable *
index_rows (AmpTable *table)
{
  GHashTable *indexes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    g_hash_table_insert (indexes, amp_table_get_row (table, i)->code, GUINT_TO_POINTER (i));
  return indexes;
}

static void
read_tables (Audit *self, const AmpDisclosure *told, Reading *reading)
{
  reading->told = told;
  reading->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  reading->indexes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < told->tables->len; i++)
    {
      g_ptr_array_add (reading->rows, read_table (self, told, i));
      g_ptr_array_add (reading->indexes, index_rows (g_ptr_array_index (told->counted, i)));
    }
}

static int
number_of (const Reading *reading, guint table, guint row)
{
  return g_array_index ((GArray *) g_ptr_array_index (reading->rows, table), int, row);
}

/* The rows of a table that adds up make its total, which is told. */
static void
add_total (Audit *self, const Reading *reading, guint index)
{
  AmpTable *counted = g_ptr_array_index (reading->told->counted, index);
  gint64    total = 0;
  guint     sum;

  if (reading->told->withheld[index] || !amp_key_is_exclusive (amp_table_get_key (counted)))
    return;
  for (guint i = 0; i < amp_table_get_n_rows (counted); i++)
    total += self->get_value (amp_table_get_row (counted, i));
  sum = amp_interval_system_add_sum (self->system, amp_interval_system_add (self->system, total, total));
  for (guint i = 0; i < amp_table_get_n_rows (counted); i++)
    amp_interval_system_add_part (self->system, sum, (guint) number_of (reading, index, i));
}

static const char *
find_parent (const Audit *self, AmpKey key, AmpKey parent, const char *code)
{
  AmpPlaceLevel  level = key == AMP_KEY_COMMUNE ? AMP_PLACE_LEVEL_COMMUNE : AMP_PLACE_LEVEL_DEPARTEMENT;
  AmpPlaceLevel  parent_level = parent == AMP_KEY_REGION ? AMP_PLACE_LEVEL_REGION : parent == AMP_KEY_EPCI ? AMP_PLACE_LEVEL_EPCI
                                                                                                           : AMP_PLACE_LEVEL_DEPARTEMENT;
  const AmpArea *area;
  guint32        index;

  if (!amp_gazetteer_find_area (self->gazetteer, level, code, &index))
    return NULL;
  area = amp_gazetteer_get_area (self->gazetteer, level, index);
  index = parent == AMP_KEY_REGION ? area->region : parent == AMP_KEY_EPCI ? area->epci
                                                                           : area->departement;
  return index == AMP_PLACE_NONE ? NULL : amp_gazetteer_get_area (self->gazetteer, parent_level, index)->code;
}

/* A place is the sum of the places in it and of what is nowhere in it. */
static void
add_places (Audit *self, const Reading *reading, AmpKey key, AmpKey parent)
{
  int parts = amp_disclosure_find_table (reading->told->tables, key);
  int wholes = amp_disclosure_find_table (reading->told->tables, parent);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);

  if (parts < 0 || wholes < 0 || reading->told->withheld[parts] || reading->told->withheld[wholes])
    return;
  for (guint i = 0; i < amp_table_get_n_rows (g_ptr_array_index (reading->told->counted, wholes)); i++)
    {
      const char *code = amp_table_get_row (g_ptr_array_index (reading->told->counted, wholes), i)->code;
      guint       sum = amp_interval_system_add_sum (self->system, (guint) number_of (reading, (guint) wholes, i));

      amp_interval_system_add_part (self->system, sum, amp_interval_system_add (self->system, 0, MANY));
      g_hash_table_insert (by_code, (gpointer) code, GUINT_TO_POINTER (sum));
    }
  for (guint i = 0; i < amp_table_get_n_rows (g_ptr_array_index (reading->told->counted, parts)); i++)
    {
      const char *code = find_parent (self, key, parent, amp_table_get_row (g_ptr_array_index (reading->told->counted, parts), i)->code);
      guint       number = (guint) number_of (reading, (guint) parts, i);
      gpointer    sum;

      if (code != NULL && g_hash_table_lookup_extended (by_code, code, NULL, &sum))
        amp_interval_system_add_part (self->system, GPOINTER_TO_UINT (sum), number);
    }
}

static gboolean
is_minor (const AmpTableRow *row)
{
  AmpAgeBand band;

  return amp_age_band_from_code (row->code, &band) && amp_age_band_is_minor (band);
}

static gint64
count_minors (AmpTable *counted)
{
  gint64 minors = 0;

  for (guint i = 0; i < amp_table_get_n_rows (counted); i++)
    minors += is_minor (amp_table_get_row (counted, i)) ? amp_table_get_row (counted, i)->persons : 0;
  return minors;
}

/* Only the persons among minors are told apart. */
static void
add_minors (Audit *self, const Reading *reading)
{
  int       index = amp_disclosure_find_table (reading->told->tables, AMP_KEY_AGE);
  gint64    minors;
  guint     sum;
  AmpTable *counted;

  if (index < 0 || reading->told->withheld[index] || reading->told->minors_is_masked || self->get_value != get_persons)
    return;
  counted = g_ptr_array_index (reading->told->counted, index);
  minors = count_minors (counted);
  sum = amp_interval_system_add_sum (self->system, amp_interval_system_add (self->system, minors, minors));
  for (guint i = 0; i < amp_table_get_n_rows (counted); i++)
    if (is_minor (amp_table_get_row (counted, i)))
      amp_interval_system_add_part (self->system, sum, (guint) number_of (reading, (guint) index, i));
}

static gboolean
find_row (const Reading *reading, AmpKey key, const char *code, guint *table, guint *row)
{
  int      found = amp_disclosure_find_table (reading->told->tables, key);
  gpointer index;

  if (found < 0 || !g_hash_table_lookup_extended (g_ptr_array_index (reading->indexes, (guint) found), code, NULL, &index))
    return FALSE;
  *table = (guint) found;
  *row = GPOINTER_TO_UINT (index);
  return TRUE;
}

static int
find_number (const Reading *reading, AmpKey key, const char *code)
{
  guint table, row;

  return find_row (reading, key, code, &table, &row) ? number_of (reading, table, row) : -1;
}

static gint64
get_whole_value (const Audit *self, const Reading *whole, AmpKey key, const char *code)
{
  guint table, row;

  if (!find_row (whole, key, code, &table, &row))
    return 0;
  return self->get_value (amp_table_get_row (g_ptr_array_index (whole->told->counted, table), row));
}

/* Whoever has no place stands in two tables. */
static void
add_unplaced (Audit *self, const Reading *reading)
{
  int one = find_number (reading, AMP_KEY_COUNTRY, ""), other = find_number (reading, AMP_KEY_PLACE_QUALITY, "none");

  if (one >= 0 && other >= 0)
    amp_interval_system_add_part (self->system, amp_interval_system_add_sum (self->system, (guint) one), (guint) other);
}

static void
add_sums (Audit *self, const Reading *reading)
{
  for (guint i = 0; i < reading->told->tables->len; i++)
    add_total (self, reading, i);
  add_places (self, reading, AMP_KEY_DEPARTEMENT, AMP_KEY_REGION);
  add_places (self, reading, AMP_KEY_COMMUNE, AMP_KEY_DEPARTEMENT);
  add_places (self, reading, AMP_KEY_COMMUNE, AMP_KEY_EPCI);
  add_minors (self, reading);
  add_unplaced (self, reading);
}

/* What is left out of each row of the part: the whole is the sum of both. */
static GPtrArray *
add_left_out (Audit *self, const Reading *part, const Reading *whole)
{
  GPtrArray *left_out = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint table = 0; table < part->told->tables->len; table++)
    {
      AmpTable *counted = g_ptr_array_index (part->told->counted, table);
      GArray   *numbers = g_array_new (FALSE, FALSE, sizeof (int));

      for (guint i = 0; i < amp_table_get_n_rows (counted); i++)
        {
          int number = number_of (part, table, i);
          int total = find_number (whole, amp_table_get_key (counted), amp_table_get_row (counted, i)->code);
          int rest = number >= 0 && total >= 0 ? (int) amp_interval_system_add_at_most (self->system, (guint) number, (guint) total) : -1;

          g_array_append_val (numbers, rest);
        }
      g_ptr_array_add (left_out, numbers);
    }
  return left_out;
}

/* @most is what readers know anyway. */
static gboolean
is_given_away (const Audit *self, gint64 value, int number, gint64 most)
{
  return amp_disclosure_is_small (value, self->min_cell) && amp_interval_system_get_highest (self->system, (guint) number) < MIN (self->min_cell, most);
}

static gboolean
is_known (const Audit *self, int number)
{
  return amp_interval_system_get_lowest (self->system, (guint) number) == amp_interval_system_get_highest (self->system, (guint) number);
}

static gboolean
is_table_safe (const Audit *self, const Reading *reading, guint table)
{
  AmpTable *counted = g_ptr_array_index (reading->told->counted, table);
  AmpTable *shown = g_ptr_array_index (reading->told->tables, table);

  for (guint i = 0; i < amp_table_get_n_rows (counted); i++)
    {
      int number = number_of (reading, table, i);

      if (number < 0 || !amp_table_get_row (shown, i)->is_masked)
        continue;
      if (is_given_away (self, self->get_value (amp_table_get_row (counted, i)), number, MANY) || is_known (self, number))
        return FALSE;
    }
  return TRUE;
}

/* What is left out may be as much as the whole less one. */
static gboolean
is_rest_safe (const Audit *self, const Reading *part, const Reading *whole, const GPtrArray *left_out, guint table)
{
  AmpTable *counted = g_ptr_array_index (part->told->counted, table);
  AmpKey    key = amp_table_get_key (counted);

  for (guint i = 0; i < amp_table_get_n_rows (counted); i++)
    {
      const AmpTableRow *row = amp_table_get_row (counted, i);
      int                number = g_array_index ((GArray *) g_ptr_array_index (left_out, table), int, i);
      gint64             total;

      if (number < 0)
        continue;
      total = get_whole_value (self, whole, key, row->code);
      if (is_given_away (self, total - self->get_value (row), number, total - 1))
        return FALSE;
    }
  return TRUE;
}

static int
find_unsafe (const Audit *self, const Reading *part, const Reading *whole, const GPtrArray *left_out)
{
  for (guint i = 0; i < part->told->tables->len; i++)
    if (!is_table_safe (self, part, i) || (whole != NULL && !is_rest_safe (self, part, whole, left_out, i)))
      return (int) i;
  return -1;
}

static int
audit_values (Audit *self, ValueFunc get_value)
{
  g_autoptr (AmpIntervalSystem) system = amp_interval_system_new ();
  g_autoptr (GPtrArray) left_out = NULL;
  g_auto (Reading) part = { 0 };
  g_auto (Reading) whole = { 0 };

  self->get_value = get_value;
  self->system = system;
  read_tables (self, self->told, &part);
  add_sums (self, &part);
  if (self->whole != NULL)
    {
      read_tables (self, self->whole, &whole);
      add_sums (self, &whole);
      left_out = add_left_out (self, &part, &whole);
    }
  amp_interval_system_solve (system);
  return find_unsafe (self, &part, self->whole != NULL ? &whole : NULL, left_out);
}

gboolean
amp_disclosure_audit (const AmpDisclosure *told, const AmpDisclosure *whole, AmpGazetteer *gazetteer, gint64 min_cell, int *failed)
{
  Audit self = { .told = told, .whole = whole, .gazetteer = gazetteer, .min_cell = min_cell };

  g_return_val_if_fail (told != NULL && gazetteer != NULL && failed != NULL, FALSE);

  *failed = audit_values (&self, get_persons);
  if (*failed < 0)
    *failed = audit_values (&self, get_records);
  return *failed < 0;
}
