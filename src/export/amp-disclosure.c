/* Chooses what to mask: the places as one network, each other table that adds
 * up as a network of one sum.
 *
 * The tables of the whole case have the same rows in the same order whether they
 * are counted or told. */
#include "amp-disclosure.h"

#include "amp-count-group.h"
#include "amp-disclosure-audit.h"
#include "amp-person-facts.h"
#include "amp-place-network.h"
#include "amp-sensitivity.h"

/* The nodes of a table by itself: its total, and what all counts lead to. */
enum
{
  TOTAL,
  END,
  MINORS,
  N_NODES,
};

typedef struct
{
  AmpDisclosure       *told;
  const AmpDisclosure *whole; /* or NULL */
  AmpGazetteer        *gazetteer;
  gint64               min_cell;
} Protection;

/* What to leave out, the finest places first, where the rest is protected. */
/* clang-format off */
static const AmpKey LEAVE_OUT[] = { AMP_KEY_COMMUNE, AMP_KEY_EPCI, AMP_KEY_DEPARTEMENT, AMP_KEY_REGION, AMP_KEY_COUNTRY };
/* clang-format on */

AmpDisclosure *
amp_disclosure_new (GPtrArray *tables)
{
  AmpDisclosure *self = g_new0 (AmpDisclosure, 1);

  self->tables = g_ptr_array_ref (tables);
  self->counted = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_table_unref);
  for (guint i = 0; i < tables->len; i++)
    g_ptr_array_add (self->counted, amp_table_copy (g_ptr_array_index (tables, i)));
  self->withheld = g_new0 (gboolean, tables->len);
  return self;
}

void
amp_disclosure_free (AmpDisclosure *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->counted);
  g_ptr_array_unref (self->tables);
  g_free (self->withheld);
  g_free (self);
}

gboolean
amp_disclosure_is_small (gint64 count, gint64 min_cell)
{
  return count > 0 && count < min_cell;
}

int
amp_disclosure_find_table (const GPtrArray *tables, AmpKey key)
{
  for (guint i = 0; i < tables->len; i++)
    if (amp_table_get_key (g_ptr_array_index (tables, i)) == key)
      return (int) i;
  return -1;
}

static AmpTable *
get_table (const GPtrArray *tables, AmpKey key)
{
  int index = amp_disclosure_find_table (tables, key);

  return index >= 0 ? g_ptr_array_index (tables, index) : NULL;
}

static void
withhold (Protection *self, int index)
{
  if (index < 0)
    return;
  amp_table_mask_rows (g_ptr_array_index (self->told->tables, index));
  self->told->withheld[index] = TRUE;
}

/* What a row of the part is in the whole case: as counted, and as told. */
typedef struct
{
  AmpTable   *counted;
  AmpTable   *told;
  GHashTable *indexes; /* code → index in both */
} WholeTable;

static void
clear_whole_table (WholeTable *self)
{
  g_clear_pointer (&self->indexes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WholeTable, clear_whole_table)

static WholeTable
get_whole_table (const Protection *self, AmpKey key)
{
  WholeTable found = { .indexes = g_hash_table_new (g_str_hash, g_str_equal) };

  if (self->whole == NULL)
    return found;
  found.counted = get_table (self->whole->counted, key);
  found.told = get_table (self->whole->tables, key);
  for (guint i = 0; found.counted != NULL && i < amp_table_get_n_rows (found.counted); i++)
    g_hash_table_insert (found.indexes, amp_table_get_row (found.counted, i)->code, GUINT_TO_POINTER (i));
  return found;
}

static gboolean
find_whole (const WholeTable *self, const char *code, const AmpTableRow **counted, const AmpTableRow **told)
{
  gpointer index;

  if (!g_hash_table_lookup_extended (self->indexes, code, NULL, &index))
    return FALSE;
  *counted = amp_table_get_row (self->counted, GPOINTER_TO_UINT (index));
  *told = amp_table_get_row (self->told, GPOINTER_TO_UINT (index));
  return TRUE;
}

/* Tells the group what the rows are parts of. */
static void
set_wholes (const Protection *self, AmpCountGroup *group, AmpTable *table)
{
  g_auto (WholeTable) whole = get_whole_table (self, amp_table_get_key (table));

  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    {
      const AmpTableRow *row = amp_table_get_row (table, i);
      const AmpTableRow *counted, *told;
      guint              count;

      if (find_whole (&whole, row->code, &counted, &told) && amp_count_group_find_row (group, row, &count))
        amp_count_group_set_whole (group, count, &(AmpCounts){ counted->persons, counted->records, counted->sensitive_persons }, told->is_masked, told->is_sensitive_masked);
    }
}

/* The persons with sensitive data of the whole selection. */
static gint64
count_sensitive (const Protection *self)
{
  AmpTable          *classes = get_table (self->told->counted, AMP_KEY_SENSITIVITY);
  const AmpTableRow *row = classes != NULL ? amp_table_find_row (classes, amp_sensitivity_get_code (AMP_SENSITIVITY_SENSITIVE)) : NULL;

  return row != NULL ? row->persons : 0;
}

static gboolean
is_sensitive_total_masked (const Protection *self)
{
  AmpTable          *classes = get_table (self->told->tables, AMP_KEY_SENSITIVITY);
  const AmpTableRow *row = classes != NULL ? amp_table_find_row (classes, amp_sensitivity_get_code (AMP_SENSITIVITY_SENSITIVE)) : NULL;

  return row != NULL && row->is_masked;
}

/* The total, of which only the persons with sensitive data may be hidden. */
static AmpCounts
get_total (const Protection *self, AmpTable *table)
{
  return (AmpCounts){ amp_table_get_total_persons (table), amp_table_get_total_records (table), count_sensitive (self) };
}

static void
hide_sensitive_total (const Protection *self, AmpCountGroup *group)
{
  const AmpCounts total = get_total (self, g_ptr_array_index (self->told->counted, 0));

  amp_count_group_force (group, amp_place_network_add_total (group, &total), FALSE, TRUE);
}

static gboolean
protect_network (const Protection *self, AmpTable *const *published)
{
  g_autoptr (AmpCountGroup) group = amp_place_network_new (published, self->gazetteer);

  if (group == NULL)
    return FALSE;
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    if (published[key] != NULL)
      set_wholes (self, group, published[key]);
  if (is_sensitive_total_masked (self))
    hide_sensitive_total (self, group);
  if (!amp_count_group_protect (group, self->min_cell))
    return FALSE;
  amp_count_group_mask (group);
  return TRUE;
}

static void
protect_places (Protection *self)
{
  AmpTable *published[AMP_N_PLACE_KEYS] = { NULL };

  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    published[key] = get_table (self->told->tables, key);
  for (guint i = 0; !protect_network (self, published) && i < G_N_ELEMENTS (LEAVE_OUT); i++)
    {
      withhold (self, amp_disclosure_find_table (self->told->tables, LEAVE_OUT[i]));
      published[LEAVE_OUT[i]] = NULL;
    }
}

/* Whoever has no place is in two tables: what one hides the other hides. */
static void
tie_to_unplaced (const Protection *self, AmpCountGroup *group, guint count)
{
  AmpTable          *countries = get_table (self->told->tables, AMP_KEY_COUNTRY);
  const AmpTableRow *unplaced = countries != NULL ? amp_table_find_row (countries, "") : NULL;

  if (unplaced != NULL)
    amp_count_group_force (group, count, unplaced->is_masked, unplaced->is_sensitive_masked);
}

static gboolean
is_minor (const AmpTableRow *row)
{
  AmpAgeBand band;

  return amp_age_band_from_code (row->code, &band) && amp_age_band_is_minor (band);
}

static AmpCounts
count_minors (AmpTable *table)
{
  AmpCounts minors = { 0 };

  for (guint i = 0; amp_table_get_key (table) == AMP_KEY_AGE && i < amp_table_get_n_rows (table); i++)
    {
      const AmpTableRow *row = amp_table_get_row (table, i);

      if (!is_minor (row))
        continue;
      minors.persons += row->persons;
      minors.records += row->records;
      minors.sensitive += row->sensitive_persons;
    }
  return minors;
}

/* The number of minors is told apart from the table. Returns whether there are
 * any, and the number of the count. */
static gboolean
add_minors (const Protection *self, AmpCountGroup *group, AmpTable *table, guint *count)
{
  AmpCounts minors = count_minors (table);
  AmpCounts whole;

  if (minors.persons == 0 && minors.records == 0)
    return FALSE;
  *count = amp_count_group_add_figure (group, &minors, TRUE, TOTAL, MINORS);
  if (self->whole == NULL)
    return TRUE;
  whole = count_minors (get_table (self->whole->counted, AMP_KEY_AGE));
  amp_count_group_set_whole (group, *count, &whole, self->whole->minors_is_masked, self->whole->minors_is_masked);
  return TRUE;
}

static void
add_row (const Protection *self, AmpCountGroup *group, AmpTable *table, AmpTableRow *row)
{
  gboolean is_young = amp_table_get_key (table) == AMP_KEY_AGE && is_minor (row);
  guint    count = amp_count_group_add_row (group, row, is_young ? MINORS : TOTAL, END);

  if (amp_table_get_key (table) == AMP_KEY_PLACE_QUALITY && g_str_equal (row->code, "none"))
    tie_to_unplaced (self, group, count);
}

static void
protect_table (Protection *self, guint index)
{
  g_autoptr (AmpCountGroup) group = amp_count_group_new (N_NODES);
  AmpTable *table = g_ptr_array_index (self->told->tables, index);
  gboolean  is_age = amp_table_get_key (table) == AMP_KEY_AGE;
  gboolean  has_minors;
  guint     minors = 0;

  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    {
      AmpTableRow *row = amp_table_get_row (table, i);

      if (row->persons > 0 || row->records > 0)
        add_row (self, group, table, row);
    }
  set_wholes (self, group, table);
  has_minors = add_minors (self, group, table, &minors);
  if (is_sensitive_total_masked (self))
    {
      const AmpCounts total = get_total (self, table);

      amp_count_group_force (group, amp_count_group_add_figure (group, &total, TRUE, END, TOTAL), FALSE, TRUE);
    }
  if (amp_count_group_protect (group, self->min_cell))
    {
      amp_count_group_mask (group);
      self->told->minors_is_masked = self->told->minors_is_masked || (has_minors && amp_count_group_is_hidden (group, minors));
      return;
    }
  withhold (self, (int) index);
  self->told->minors_is_masked = self->told->minors_is_masked || is_age;
}

/* What a told row of the whole case leaves over when that of the part is
 * subtracted. */
static void
mask_row_left_out (AmpTableRow *row, const AmpTableRow *counted, const AmpTableRow *told, gint64 min_cell)
{
  if (told->is_masked || amp_disclosure_is_small (counted->persons - row->persons, min_cell) || amp_disclosure_is_small (counted->records - row->records, min_cell))
    row->is_masked = TRUE;
  if (row->is_masked || told->is_sensitive_masked || amp_disclosure_is_small (counted->sensitive_persons - row->sensitive_persons, min_cell))
    row->is_sensitive_masked = TRUE;
}

static void
mask_left_out (const Protection *self, AmpTable *table)
{
  g_auto (WholeTable) whole = get_whole_table (self, amp_table_get_key (table));

  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    {
      AmpTableRow       *row = amp_table_get_row (table, i);
      const AmpTableRow *counted, *told;

      if (find_whole (&whole, row->code, &counted, &told))
        mask_row_left_out (row, counted, told, self->min_cell);
    }
}

/* Everybody is in one of four: with the data or without, sensitive or not. Who is
 * in the last three follows from the totals. */
static void
mask_others (const Protection *self, AmpTable *table, AmpTableRow *row, gint64 sensitive)
{
  gint64 others = amp_table_get_total_persons (table) - row->persons;
  gint64 sensitive_others = sensitive - row->sensitive_persons;

  row->is_masked = row->is_masked || amp_disclosure_is_small (others, self->min_cell) ||
                   amp_disclosure_is_small (amp_table_get_total_records (table) - row->records, self->min_cell);
  row->is_sensitive_masked = row->is_sensitive_masked || row->is_masked || amp_disclosure_is_small (sensitive_others, self->min_cell) ||
                             amp_disclosure_is_small (others - sensitive_others, self->min_cell);
}

/* A record stands in one source: there records add up. */
static void
mask_sources (const Protection *self, AmpTable *table)
{
  guint        n_masked = 0;
  AmpTableRow *smallest = NULL;

  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    {
      AmpTableRow *row = amp_table_get_row (table, i);

      n_masked += row->is_masked;
      if (!row->is_masked && (smallest == NULL || row->records < smallest->records))
        smallest = row;
    }
  if (n_masked == 1 && smallest != NULL)
    smallest->is_masked = smallest->is_sensitive_masked = TRUE;
}

/* Tables whose rows overlap: who is in a row, and who is not. Rows are marked
 * first, while all counts are there; masking takes them away. */
static void
mask_alone (const Protection *self, AmpTable *table)
{
  gint64 sensitive = count_sensitive (self);

  mask_left_out (self, table);
  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    mask_others (self, table, amp_table_get_row (table, i), sensitive);
  if (amp_table_get_key (table) == AMP_KEY_SOURCE)
    mask_sources (self, table);
  amp_table_mask (table, self->min_cell);
}

static gboolean
hides_everything (const Protection *self)
{
  AmpTable *table = g_ptr_array_index (self->told->tables, 0);
  gint64    persons = amp_table_get_total_persons (table), records = amp_table_get_total_records (table);

  if (amp_disclosure_is_small (persons, self->min_cell) || amp_disclosure_is_small (records, self->min_cell))
    return TRUE;
  if (self->whole == NULL)
    return FALSE;
  table = g_ptr_array_index (self->whole->counted, 0);
  return self->whole->hides_everything ||
         amp_disclosure_is_small (amp_table_get_total_persons (table) - persons, self->min_cell) ||
         amp_disclosure_is_small (amp_table_get_total_records (table) - records, self->min_cell);
}

static void
withhold_everything (Protection *self)
{
  self->told->hides_everything = self->told->minors_is_masked = TRUE;
  for (guint i = 0; i < self->told->tables->len; i++)
    {
      amp_table_mask_total (g_ptr_array_index (self->told->tables, i));
      withhold (self, (int) i);
    }
}

static void
protect_all (Protection *self)
{
  for (guint i = 0; i < self->told->tables->len; i++)
    if (!amp_key_is_exclusive (amp_table_get_key (g_ptr_array_index (self->told->tables, i))))
      mask_alone (self, g_ptr_array_index (self->told->tables, i));
  protect_places (self);
  for (guint i = 0; i < self->told->tables->len; i++)
    {
      AmpKey key = amp_table_get_key (g_ptr_array_index (self->told->tables, i));

      if (amp_key_is_exclusive (key) && !amp_key_is_place (key))
        protect_table (self, i);
    }
}

gboolean
amp_disclosure_protect (AmpDisclosure *told, const AmpDisclosure *whole, AmpGazetteer *gazetteer, gint64 min_cell)
{
  Protection self = { told, whole, gazetteer, min_cell };
  int        failed = -1;

  g_return_val_if_fail (told != NULL && gazetteer != NULL, FALSE);

  if (min_cell <= 0 || told->tables->len == 0)
    return TRUE;
  if (hides_everything (&self))
    {
      withhold_everything (&self);
      return TRUE;
    }
  protect_all (&self);
  for (guint i = 0; i < told->tables->len && !amp_disclosure_audit (told, whole, gazetteer, min_cell, &failed); i++)
    withhold (&self, failed);
  return amp_disclosure_audit (told, whole, gazetteer, min_cell, &failed);
}
