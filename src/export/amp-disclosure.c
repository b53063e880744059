/* Chooses what to mask: the places as one network, each other table that adds
 * up as a network of one sum. */
#include "amp-disclosure.h"

#include "amp-count-group.h"
#include "amp-person-facts.h"
#include "amp-place-network.h"

/* The nodes of a table by itself: its total, and what all counts lead to. */
enum
{
  TOTAL,
  END,
  MINORS,
  N_NODES,
};

/* What to leave out, the finest places first, where the rest is protected. */
/* clang-format off */
static const AmpKey LEAVE_OUT[] = { AMP_KEY_COMMUNE, AMP_KEY_EPCI, AMP_KEY_DEPARTEMENT, AMP_KEY_REGION, AMP_KEY_COUNTRY };
/* clang-format on */

gboolean
amp_disclosure_is_small (gint64 count, gint64 min_cell)
{
  return count > 0 && count < min_cell;
}

static int
find_table (GPtrArray *tables, AmpKey key)
{
  for (guint i = 0; i < tables->len; i++)
    if (amp_table_get_key (g_ptr_array_index (tables, i)) == key)
      return (int) i;
  return -1;
}

static void
mask_all (AmpTable *table)
{
  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    {
      AmpTableRow *row = amp_table_get_row (table, i);

      row->persons = row->records = row->sensitive_persons = 0;
      row->is_masked = row->is_sensitive_masked = TRUE;
    }
}

static void
withhold (GPtrArray *tables, int index, gboolean *withheld)
{
  if (index < 0)
    return;
  mask_all (g_ptr_array_index (tables, index));
  withheld[index] = TRUE;
}

static gboolean
protect_network (AmpTable *const *published, AmpGazetteer *gazetteer, gint64 min_cell)
{
  g_autoptr (AmpCountGroup) group = amp_place_network_new (published, gazetteer);

  if (group == NULL || !amp_count_group_protect (group, min_cell))
    return FALSE;
  amp_count_group_mask (group);
  return TRUE;
}

static void
protect_places (GPtrArray *tables, AmpGazetteer *gazetteer, gint64 min_cell, gboolean *withheld)
{
  AmpTable *published[AMP_N_PLACE_KEYS] = { NULL };

  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    if (find_table (tables, key) >= 0)
      published[key] = g_ptr_array_index (tables, find_table (tables, key));
  for (guint i = 0; !protect_network (published, gazetteer, min_cell) && i < G_N_ELEMENTS (LEAVE_OUT); i++)
    {
      withhold (tables, find_table (tables, LEAVE_OUT[i]), withheld);
      published[LEAVE_OUT[i]] = NULL;
    }
}

/* Whoever has no place is in two tables: what one hides the other hides. */
static void
tie_to_unplaced (AmpCountGroup *group, guint count, const AmpTable *countries)
{
  const AmpTableRow *unplaced = countries != NULL ? amp_table_find_row ((AmpTable *) countries, "") : NULL;

  if (unplaced != NULL)
    amp_count_group_force (group, count, unplaced->is_masked, unplaced->is_sensitive_masked);
}

static gboolean
is_minor (const AmpTableRow *row)
{
  AmpAgeBand band;

  return amp_age_band_from_code (row->code, &band) && amp_age_band_is_minor (band);
}

/* The number of minors is told apart from the table. */
static guint
add_minors (AmpCountGroup *group, const AmpCounts *minors)
{
  return amp_count_group_add_figure (group, minors, TRUE, TOTAL, MINORS);
}

static void
add_row (AmpCountGroup *group, AmpTable *table, AmpTableRow *row, AmpTable *countries, AmpCounts *minors)
{
  gboolean is_young = amp_table_get_key (table) == AMP_KEY_AGE && is_minor (row);
  guint    count = amp_count_group_add_row (group, row, is_young ? MINORS : TOTAL, END);

  if (amp_table_get_key (table) == AMP_KEY_PLACE_QUALITY && g_str_equal (row->code, "none"))
    tie_to_unplaced (group, count, countries);
  if (!is_young)
    return;
  minors->persons += row->persons;
  minors->records += row->records;
  minors->sensitive += row->sensitive_persons;
}

/* Returns whether the number of minors may be told. */
static gboolean
protect_table (GPtrArray *tables, guint index, gint64 min_cell, gboolean *withheld)
{
  g_autoptr (AmpCountGroup) group = amp_count_group_new (N_NODES);
  AmpTable *table = g_ptr_array_index (tables, index);
  int       countries = find_table (tables, AMP_KEY_COUNTRY);
  AmpCounts minors = { 0 };
  guint     count = 0;

  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    {
      AmpTableRow *row = amp_table_get_row (table, i);

      if (row->persons > 0 || row->records > 0)
        add_row (group, table, row, countries >= 0 ? g_ptr_array_index (tables, countries) : NULL, &minors);
    }
  if (minors.persons > 0 || minors.records > 0)
    count = add_minors (group, &minors);
  if (!amp_count_group_protect (group, min_cell))
    {
      withhold (tables, (int) index, withheld);
      return FALSE;
    }
  amp_count_group_mask (group);
  return count == 0 || !amp_count_group_is_hidden (group, count);
}

/* So few people that no figure is told, or no sums to work one out from. All
 * tables of a report have the same total: either all stand alone, or only those
 * whose rows overlap. */
static gboolean
is_masked_alone (AmpTable *table, gint64 min_cell)
{
  return !amp_key_is_exclusive (amp_table_get_key (table)) ||
         amp_disclosure_is_small (amp_table_get_total_persons (table), min_cell) ||
         amp_disclosure_is_small (amp_table_get_total_records (table), min_cell);
}

/* Masks the tables that stand alone, and says which those are. */
static gboolean *
mask_alone (GPtrArray *tables, gint64 min_cell)
{
  gboolean *alone = g_new0 (gboolean, tables->len);

  for (guint i = 0; i < tables->len; i++)
    {
      AmpTable *table = g_ptr_array_index (tables, i);

      alone[i] = is_masked_alone (table, min_cell);
      if (alone[i])
        amp_table_mask (table, min_cell);
    }
  return alone;
}

gboolean
amp_disclosure_protect (GPtrArray *tables, AmpGazetteer *gazetteer, gint64 min_cell, gboolean *withheld)
{
  g_autofree gboolean *alone = NULL;
  gboolean             may_tell_minors = TRUE;

  g_return_val_if_fail (tables != NULL && gazetteer != NULL && withheld != NULL, FALSE);

  memset (withheld, 0, tables->len * sizeof *withheld);
  if (min_cell <= 0)
    return TRUE;
  alone = mask_alone (tables, min_cell);
  protect_places (tables, gazetteer, min_cell, withheld);
  for (guint i = 0; i < tables->len; i++)
    {
      AmpKey key = amp_table_get_key (g_ptr_array_index (tables, i));

      if (alone[i] || amp_key_is_place (key))
        continue;
      if (!protect_table (tables, i, min_cell, withheld) && key == AMP_KEY_AGE)
        may_tell_minors = FALSE;
    }
  return may_tell_minors;
}
