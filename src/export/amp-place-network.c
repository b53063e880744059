/* Every count of people by place is a part of one sum and leads to another:
 * a commune is a part of its département, and its EPCI consists of it. Those
 * without a place at a level are what is left of the level above. So places
 * form one network, from all persons by country to all persons by EPCI:
 *
 *   by country → France → region → département → EPCI → by EPCI
 *                  ↓         ↓          ↓           ↑
 *   abroad, none → no region → no département → no commune → no EPCI
 *
 * An arrow is a count. What a row leaves over (persons of a département whose
 * commune is unknown) is in no table: such an arrow is hidden by nature. */
#include "amp-place-network.h"

typedef enum
{
  BY_COUNTRY,
  FRANCE,
  NO_REGION,
  NO_DEPARTEMENT,
  NO_COMMUNE,
  NO_COMMUNE_BY_EPCI,
  NO_EPCI,
  BY_EPCI,
  N_FIXED_NODES,
} Node;

#define MISSING G_MAXUINT

typedef struct
{
  AmpTable *const *tables;
  AmpGazetteer    *gazetteer;
  AmpCountGroup   *group;
  GHashTable      *nodes[AMP_N_PLACE_KEYS]; /* code → node, of regions, départements and EPCI */
} Builder;

static gboolean
counts_nobody (const AmpTableRow *row)
{
  return row->persons == 0 && row->records == 0;
}

static guint
find_node (const Builder *self, AmpKey key, const char *code)
{
  gpointer node;

  return code != NULL && g_hash_table_lookup_extended (self->nodes[key], code, NULL, &node) ? GPOINTER_TO_UINT (node) : MISSING;
}

static void
number_nodes (Builder *self, AmpKey key, guint *n_nodes)
{
  self->nodes[key] = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; self->tables[key] != NULL && i < amp_table_get_n_rows (self->tables[key]); i++)
    {
      const AmpTableRow *row = amp_table_get_row (self->tables[key], i);

      if (row->code[0] != '\0')
        g_hash_table_insert (self->nodes[key], row->code, GUINT_TO_POINTER ((*n_nodes)++));
    }
}

static const char *
code_of (const Builder *self, AmpPlaceLevel level, guint32 index)
{
  return index == AMP_PLACE_NONE ? NULL : amp_gazetteer_get_area (self->gazetteer, level, index)->code;
}

static gboolean
locate_country (const Builder *self, const AmpTableRow *row, guint *from, guint *to)
{
  *from = BY_COUNTRY;
  *to = g_str_equal (row->code, "FR") ? FRANCE : NO_REGION;
  return TRUE;
}

static gboolean
locate_region (const Builder *self, const AmpTableRow *row, guint *from, guint *to)
{
  gboolean is_none = row->code[0] == '\0';

  *from = is_none ? NO_REGION : FRANCE;
  *to = is_none ? NO_DEPARTEMENT : find_node (self, AMP_KEY_REGION, row->code);
  return TRUE;
}

static gboolean
locate_departement (const Builder *self, const AmpTableRow *row, guint *from, guint *to)
{
  guint32 index;

  if (row->code[0] == '\0')
    {
      *from = NO_DEPARTEMENT;
      *to = NO_COMMUNE;
      return TRUE;
    }
  if (!amp_gazetteer_find_area (self->gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, row->code, &index))
    return FALSE;
  *from = find_node (self, AMP_KEY_REGION, code_of (self, AMP_PLACE_LEVEL_REGION, amp_gazetteer_get_area (self->gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, index)->region));
  *to = find_node (self, AMP_KEY_DEPARTEMENT, row->code);
  return TRUE;
}

static gboolean
locate_epci (const Builder *self, const AmpTableRow *row, guint *from, guint *to)
{
  *from = row->code[0] == '\0' ? NO_EPCI : find_node (self, AMP_KEY_EPCI, row->code);
  *to = BY_EPCI;
  return TRUE;
}

static gboolean
locate_commune (const Builder *self, const AmpTableRow *row, guint *from, guint *to)
{
  const AmpArea *area;
  guint32        index;

  if (row->code[0] == '\0')
    {
      *from = NO_COMMUNE;
      *to = NO_COMMUNE_BY_EPCI;
      return TRUE;
    }
  if (!amp_gazetteer_find_area (self->gazetteer, AMP_PLACE_LEVEL_COMMUNE, row->code, &index))
    return FALSE;
  area = amp_gazetteer_get_area (self->gazetteer, AMP_PLACE_LEVEL_COMMUNE, index);
  *from = find_node (self, AMP_KEY_DEPARTEMENT, code_of (self, AMP_PLACE_LEVEL_DEPARTEMENT, area->departement));
  *to = area->epci == AMP_PLACE_NONE ? NO_EPCI : find_node (self, AMP_KEY_EPCI, code_of (self, AMP_PLACE_LEVEL_EPCI, area->epci));
  return TRUE;
}

typedef gboolean (*LocateFunc) (const Builder *self, const AmpTableRow *row, guint *from, guint *to);

/* clang-format off */
static const LocateFunc LOCATORS[AMP_N_PLACE_KEYS] = {
  [AMP_KEY_COUNTRY]     = locate_country,
  [AMP_KEY_REGION]      = locate_region,
  [AMP_KEY_DEPARTEMENT] = locate_departement,
  [AMP_KEY_EPCI]        = locate_epci,
  [AMP_KEY_COMMUNE]     = locate_commune,
};
/* clang-format on */

static gboolean
add_rows (Builder *self, AmpKey key)
{
  for (guint i = 0; self->tables[key] != NULL && i < amp_table_get_n_rows (self->tables[key]); i++)
    {
      AmpTableRow *row = amp_table_get_row (self->tables[key], i);
      guint        from, to;

      /* One that is masked may count somebody, for all that readers know. */
      if (counts_nobody (row) && !row->is_masked)
        continue;
      if (!LOCATORS[key](self, row, &from, &to) || from == MISSING || to == MISSING)
        return FALSE;
      amp_count_group_add_row (self->group, row, from, to);
    }
  return TRUE;
}

/* Adds what @node is short of as a count that no table holds. */
static gboolean
add_rest (Builder *self, guint node, guint other, gboolean leaves_node)
{
  AmpCounts balance = amp_count_group_get_balance (self->group, node);
  int       sign = leaves_node ? -1 : 1;
  AmpCounts rest = { sign * balance.persons, sign * balance.records, sign * balance.sensitive };

  if (rest.persons < 0 || rest.records < 0 || rest.sensitive < 0 || rest.sensitive > rest.persons)
    return FALSE;
  if (rest.persons > 0 || rest.records > 0)
    amp_count_group_add_figure (self->group, &rest, FALSE, leaves_node ? node : other, leaves_node ? other : node);
  return TRUE;
}

static gboolean
add_rests (Builder *self, AmpKey key, guint other, gboolean leaves_node)
{
  for (guint i = 0; self->tables[key] != NULL && i < amp_table_get_n_rows (self->tables[key]); i++)
    {
      const AmpTableRow *row = amp_table_get_row (self->tables[key], i);

      if (row->code[0] != '\0' && !add_rest (self, find_node (self, key, row->code), other, leaves_node))
        return FALSE;
    }
  return TRUE;
}

/* Those without a place at a level are a row where the level is published. */
static gboolean
add_unplaced (Builder *self, AmpKey key, guint node, guint other)
{
  return self->tables[key] != NULL || add_rest (self, node, other, TRUE);
}

/* In an order in which each rest is the last count missing at its node. */
static gboolean
add_all_rests (Builder *self)
{
  return add_rest (self, FRANCE, NO_REGION, TRUE) &&
         add_unplaced (self, AMP_KEY_REGION, NO_REGION, NO_DEPARTEMENT) &&
         add_rests (self, AMP_KEY_REGION, NO_DEPARTEMENT, TRUE) &&
         add_unplaced (self, AMP_KEY_DEPARTEMENT, NO_DEPARTEMENT, NO_COMMUNE) &&
         add_rests (self, AMP_KEY_DEPARTEMENT, NO_COMMUNE, TRUE) &&
         add_unplaced (self, AMP_KEY_COMMUNE, NO_COMMUNE, NO_COMMUNE_BY_EPCI) &&
         add_rests (self, AMP_KEY_EPCI, NO_COMMUNE_BY_EPCI, FALSE) &&
         add_rest (self, NO_COMMUNE_BY_EPCI, NO_EPCI, TRUE) &&
         add_unplaced (self, AMP_KEY_EPCI, NO_EPCI, BY_EPCI);
}

static gboolean
is_zero (AmpCounts counts)
{
  return counts.persons == 0 && counts.records == 0 && counts.sensitive == 0;
}

/* Whether every sum agrees: what goes in by country comes out by EPCI. */
static gboolean
is_balanced (const Builder *self, guint n_nodes)
{
  for (guint node = 0; node < n_nodes; node++)
    if (node != BY_COUNTRY && node != BY_EPCI && !is_zero (amp_count_group_get_balance (self->group, node)))
      return FALSE;
  return TRUE;
}

static gboolean
fill (Builder *self, guint n_nodes)
{
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    if (!add_rows (self, key))
      return FALSE;
  return add_all_rests (self) && is_balanced (self, n_nodes);
}

AmpCountGroup *
amp_place_network_new (AmpTable *const *tables, AmpGazetteer *gazetteer)
{
  Builder  self = { .tables = tables, .gazetteer = gazetteer };
  guint    n_nodes = N_FIXED_NODES;
  gboolean is_whole;

  g_return_val_if_fail (tables != NULL && gazetteer != NULL, NULL);

  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    number_nodes (&self, key, &n_nodes);
  self.group = amp_count_group_new (n_nodes);
  is_whole = fill (&self, n_nodes);
  for (AmpKey key = 0; key < AMP_N_PLACE_KEYS; key++)
    g_hash_table_unref (self.nodes[key]);
  if (!is_whole)
    g_clear_pointer (&self.group, amp_count_group_free);
  return self.group;
}

/* What goes in by country is what comes out by EPCI. */
guint
amp_place_network_add_total (AmpCountGroup *group, const AmpCounts *total)
{
  g_return_val_if_fail (group != NULL && total != NULL, 0);

  return amp_count_group_add_figure (group, total, TRUE, BY_EPCI, BY_COUNTRY);
}
