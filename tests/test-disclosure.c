/* An attacker who knows every sum of a report, and that a listed row counts
 * somebody, must not learn that a masked count is small; nor may one who has a
 * report of the whole case beside one of a part of it, whatever the filter is.
 *
 * The attack is written apart from what it attacks: bounds of every masked
 * count are narrowed, sum by sum, until nothing changes. That masking each
 * table by itself falls to it shows that it bites. */
#include "amp-case.h"
#include "amp-disclosure-audit.h"
#include "amp-person-facts.h"
#include "export-case.h"

#include <glib/gstdio.h>

#define MIN_CELL 11
#define MANY (G_MAXINT64 / 1000000)
#define N_TABLES 8

static const AmpKey KEYS[N_TABLES] = { AMP_KEY_COUNTRY, AMP_KEY_REGION, AMP_KEY_DEPARTEMENT, AMP_KEY_EPCI, AMP_KEY_COMMUNE, AMP_KEY_AGE, AMP_KEY_SEX, AMP_KEY_PLACE_QUALITY };

typedef struct
{
  gint64 lowest;
  gint64 highest;
} Bounds;

/* What one report tells. */
typedef struct
{
  const char *name;
  GPtrArray  *original; /* AmpTable */
  GPtrArray  *masked;   /* AmpTable */
  gboolean    withheld[N_TABLES];
  gboolean    may_tell_minors;
} Layer;

typedef struct
{
  AmpGazetteer *gazetteer;
  const Layer  *layer; /* in hand */
  gboolean      by_records;
  GHashTable   *bounds; /* "report/key/code" → Bounds */
  GPtrArray    *owned;  /* Bounds */
  GPtrArray    *sums;   /* arrays of Bounds: the first is the sum of the others */
} Attack;

static gint64
value_of (const Attack *self, const AmpTableRow *row)
{
  return self->by_records ? row->records : row->persons;
}

static AmpTable *
masked_table (const Attack *self, AmpKey key)
{
  for (guint i = 0; i < N_TABLES; i++)
    if (KEYS[i] == key && !self->layer->withheld[i])
      return g_ptr_array_index (self->layer->masked, i);
  return NULL;
}

static Bounds *
find_bounds (const Attack *self, AmpKey key, const char *code)
{
  g_autofree char *name = g_strdup_printf ("%s/%s/%s", self->layer->name, amp_key_get_code (key), code);

  return g_hash_table_lookup (self->bounds, name);
}

static Bounds *
bounds_new (Attack *self, gint64 lowest, gint64 highest)
{
  Bounds *bounds = g_new (Bounds, 1);

  *bounds = (Bounds){ lowest, highest };
  g_ptr_array_add (self->owned, bounds);
  return bounds;
}

/* Whoever has no place counts under both names. */
static void
list_rows (Attack *self)
{
  for (guint i = 0; i < N_TABLES; i++)
    for (guint row = 0; !self->layer->withheld[i] && row < amp_table_get_n_rows (g_ptr_array_index (self->layer->masked, i)); row++)
      {
        const AmpTableRow *shown = amp_table_get_row (g_ptr_array_index (self->layer->masked, i), row);
        const AmpTableRow *truth = amp_table_get_row (g_ptr_array_index (self->layer->original, i), row);
        gint64             value = value_of (self, truth);
        Bounds            *bounds = shown->is_masked ? bounds_new (self, MIN (value, 1), MANY) : bounds_new (self, value, value);

        g_hash_table_insert (self->bounds, g_strdup_printf ("%s/%s/%s", self->layer->name, amp_key_get_code (KEYS[i]), shown->code), bounds);
      }
}

static GPtrArray *
add_sum (Attack *self, Bounds *total)
{
  GPtrArray *sum = g_ptr_array_new ();

  g_ptr_array_add (sum, total);
  g_ptr_array_add (self->sums, sum);
  return sum;
}

/* Parts of the table @key that @is_part says belong to the sum; what no table
 * holds may be anything. */
static void
add_parts (Attack *self, GPtrArray *sum, AmpKey key, AmpPlaceLevel level, gsize parent, guint32 index, gboolean has_rest)
{
  AmpTable *table = masked_table (self, key);

  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    {
      const AmpTableRow *row = amp_table_get_row (table, i);
      guint32            area;

      if (amp_gazetteer_find_area (self->gazetteer, level, row->code, &area) &&
          G_STRUCT_MEMBER (guint32, amp_gazetteer_get_area (self->gazetteer, level, area), parent) == index)
        g_ptr_array_add (sum, find_bounds (self, key, row->code));
    }
  if (has_rest)
    g_ptr_array_add (sum, bounds_new (self, 0, MANY));
}

static void
add_hierarchy (Attack *self, AmpKey key, AmpPlaceLevel level, AmpKey part_key, AmpPlaceLevel part_level, gsize parent)
{
  AmpTable *table = masked_table (self, key);

  if (table == NULL || masked_table (self, part_key) == NULL)
    return;
  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    {
      const AmpTableRow *row = amp_table_get_row (table, i);
      guint32            index;

      if (row->code[0] != '\0' && amp_gazetteer_find_area (self->gazetteer, level, row->code, &index))
        add_parts (self, add_sum (self, find_bounds (self, key, row->code)), part_key, part_level, parent, index, TRUE);
    }
}

static void
add_totals (Attack *self)
{
  for (guint i = 0; i < N_TABLES; i++)
    {
      AmpTable  *table = g_ptr_array_index (self->layer->original, i);
      gint64     total = self->by_records ? amp_table_get_total_records (table) : amp_table_get_total_persons (table);
      GPtrArray *sum;

      if (self->layer->withheld[i])
        continue;
      sum = add_sum (self, bounds_new (self, total, total));
      for (guint row = 0; row < amp_table_get_n_rows (table); row++)
        g_ptr_array_add (sum, find_bounds (self, KEYS[i], amp_table_get_row (table, row)->code));
    }
}

static void
add_minors (Attack *self)
{
  AmpTable  *table = masked_table (self, AMP_KEY_AGE);
  GPtrArray *sum;
  Bounds    *total = bounds_new (self, 0, 0);

  if (table == NULL || !self->layer->may_tell_minors || self->by_records)
    return;
  sum = add_sum (self, total);
  for (guint i = 0; i < amp_table_get_n_rows (table); i++)
    {
      AmpAgeBand band;

      if (!amp_age_band_from_code (amp_table_get_row (table, i)->code, &band) || !amp_age_band_is_minor (band))
        continue;
      total->lowest += amp_table_get_row (g_ptr_array_index (self->layer->original, 5), i)->persons;
      g_ptr_array_add (sum, find_bounds (self, AMP_KEY_AGE, amp_age_band_get_code (band)));
    }
  total->highest = total->lowest;
}

static void
add_unplaced (Attack *self)
{
  Bounds *one = find_bounds (self, AMP_KEY_COUNTRY, "");
  Bounds *other = find_bounds (self, AMP_KEY_PLACE_QUALITY, "none");

  if (one != NULL && other != NULL)
    g_ptr_array_add (add_sum (self, one), other);
}

static gboolean
narrow (Bounds *bounds, gint64 lowest, gint64 highest)
{
  gboolean is_narrower = lowest > bounds->lowest || highest < bounds->highest;

  bounds->lowest = MAX (bounds->lowest, lowest);
  bounds->highest = MIN (bounds->highest, highest);
  return is_narrower;
}

static gboolean
narrow_sum (GPtrArray *sum)
{
  Bounds  *total = g_ptr_array_index (sum, 0);
  gint64   lowest = 0, highest = 0;
  gboolean is_narrower;

  for (guint i = 1; i < sum->len; i++)
    {
      const Bounds *part = g_ptr_array_index (sum, i);

      lowest += part->lowest;
      highest = MIN (highest + part->highest, MANY);
    }
  is_narrower = narrow (total, lowest, highest);
  for (guint i = 1; i < sum->len; i++)
    {
      Bounds *part = g_ptr_array_index (sum, i);
      Bounds  before = *part;
      gint64  least = highest >= MANY ? 0 : total->lowest - (highest - before.highest);

      if (narrow (part, least, total->highest - (lowest - before.lowest)))
        is_narrower = TRUE;
      lowest += part->lowest - before.lowest;
      highest = highest >= MANY ? highest : highest + part->highest - before.highest;
    }
  return is_narrower;
}

static void
solve (Attack *self)
{
  gboolean is_narrower = TRUE;

  while (is_narrower)
    {
      is_narrower = FALSE;
      for (guint i = 0; i < self->sums->len; i++)
        is_narrower = narrow_sum (g_ptr_array_index (self->sums, i)) || is_narrower;
    }
}

/* How many small counts the attacker knows to be small. */
static guint
count_told (const Attack *self)
{
  guint n = 0;

  for (guint i = 0; i < N_TABLES; i++)
    for (guint row = 0; !self->layer->withheld[i] && row < amp_table_get_n_rows (g_ptr_array_index (self->layer->original, i)); row++)
      {
        const AmpTableRow *truth = amp_table_get_row (g_ptr_array_index (self->layer->original, i), row);
        const Bounds      *bounds = find_bounds (self, KEYS[i], truth->code);

        g_assert_cmpint (bounds->lowest, <=, value_of (self, truth));
        g_assert_cmpint (bounds->highest, >=, value_of (self, truth));
        n += amp_disclosure_is_small (value_of (self, truth), MIN_CELL) && bounds->highest < MIN_CELL;
      }
  return n;
}

static void
read_report (Attack *self, const Layer *layer)
{
  self->layer = layer;
  list_rows (self);
  add_totals (self);
  add_hierarchy (self, AMP_KEY_REGION, AMP_PLACE_LEVEL_REGION, AMP_KEY_DEPARTEMENT, AMP_PLACE_LEVEL_DEPARTEMENT, G_STRUCT_OFFSET (AmpArea, region));
  add_hierarchy (self, AMP_KEY_DEPARTEMENT, AMP_PLACE_LEVEL_DEPARTEMENT, AMP_KEY_COMMUNE, AMP_PLACE_LEVEL_COMMUNE, G_STRUCT_OFFSET (AmpArea, departement));
  add_hierarchy (self, AMP_KEY_EPCI, AMP_PLACE_LEVEL_EPCI, AMP_KEY_COMMUNE, AMP_PLACE_LEVEL_COMMUNE, G_STRUCT_OFFSET (AmpArea, epci));
  add_minors (self);
  add_unplaced (self);
}

/* Each row of the whole is that of the part and what the filter leaves out. */
static void
subtract (Attack *self, const Layer *whole, const Layer *part)
{
  for (guint i = 0; i < N_TABLES; i++)
    for (guint row = 0; !part->withheld[i] && row < amp_table_get_n_rows (g_ptr_array_index (part->original, i)); row++)
      {
        const char *code = amp_table_get_row (g_ptr_array_index (part->original, i), row)->code;
        Bounds     *total, *some, *rest = bounds_new (self, 0, MANY);
        GPtrArray  *sum;

        self->layer = part;
        some = find_bounds (self, KEYS[i], code);
        self->layer = whole;
        total = find_bounds (self, KEYS[i], code);
        if (total == NULL)
          continue;
        sum = add_sum (self, total);
        g_ptr_array_add (sum, some);
        g_ptr_array_add (sum, rest);
        g_hash_table_insert (self->bounds, g_strdup_printf ("rest/%s/%s", amp_key_get_code (KEYS[i]), code), rest);
      }
}

/* How many of what the filter leaves out the attacker knows to be few, though
 * the whole is told to be more. */
static guint
count_told_rests (Attack *self, const Layer *whole, const Layer *part)
{
  static const Layer rests = { .name = "rest" };
  guint              n = 0;

  self->layer = &rests;
  for (guint i = 0; i < N_TABLES; i++)
    for (guint row = 0; !part->withheld[i] && row < amp_table_get_n_rows (g_ptr_array_index (part->original, i)); row++)
      {
        const AmpTableRow *some = amp_table_get_row (g_ptr_array_index (part->original, i), row);
        const AmpTableRow *all = amp_table_find_row (g_ptr_array_index (whole->original, i), some->code);
        const Bounds      *bounds = find_bounds (self, KEYS[i], some->code);
        gint64             rest;

        if (bounds == NULL)
          continue;
        rest = value_of (self, all) - value_of (self, some);
        g_assert_cmpint (bounds->lowest, <=, rest);
        g_assert_cmpint (bounds->highest, >=, rest);
        /* A listed row counts somebody: the rest is one less at most anyway. */
        n += amp_disclosure_is_small (rest, MIN_CELL) && bounds->highest < MIN (MIN_CELL, value_of (self, all) - 1);
      }
  return n;
}

/* @part may be NULL. */
static guint
attack (Attack *self, const Layer *whole, const Layer *part, gboolean by_records)
{
  guint n;

  self->by_records = by_records;
  self->bounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sums = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->owned = g_ptr_array_new_with_free_func (g_free);
  read_report (self, whole);
  if (part != NULL)
    {
      read_report (self, part);
      subtract (self, whole, part);
    }
  solve (self);
  self->layer = whole;
  n = count_told (self);
  if (part != NULL)
    {
      self->layer = part;
      n += count_told (self) + count_told_rests (self, whole, part);
    }
  g_ptr_array_unref (self->sums);
  g_ptr_array_unref (self->owned);
  g_hash_table_unref (self->bounds);
  return n;
}

static AmpCase *
open_case (ExportCaseSize size, guint32 seed)
{
  g_autofree char *folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "case.ampleur", NULL);
  g_autoptr (GError) error = NULL;
  AmpCase *opened;

  export_case_write (path, size, seed);
  opened = amp_case_open (path, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return opened;
}

static GPtrArray *
tabulate (AmpCase *opened, const AmpSelection *selection)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_table_unref);

  for (guint i = 0; i < N_TABLES; i++)
    g_ptr_array_add (tables, amp_case_tabulate (opened, KEYS[i], selection, NULL, NULL));
  return tables;
}

static AmpDisclosure *
protect (AmpCase *opened, const AmpSelection *selection, const AmpDisclosure *whole)
{
  g_autoptr (GPtrArray) tables = tabulate (opened, selection);
  AmpDisclosure *told = amp_disclosure_new (tables);

  g_assert_true (amp_disclosure_protect (told, whole, amp_case_get_gazetteer (opened), MIN_CELL));
  return told;
}

static Layer
read_disclosure (const char *name, const AmpDisclosure *told)
{
  Layer layer = { .name = name, .original = told->counted, .masked = told->tables, .may_tell_minors = !told->minors_is_masked };

  memcpy (layer.withheld, told->withheld, sizeof layer.withheld);
  return layer;
}

/* Attacks one case and returns how many small counts fall. */
static guint
attack_case (ExportCaseSize size, guint32 seed)
{
  g_autoptr (AmpCase) opened = open_case (size, seed);
  g_autoptr (AmpDisclosure) told = protect (opened, NULL, NULL);
  Attack self = { .gazetteer = amp_case_get_gazetteer (opened) };
  Layer  layer = read_disclosure ("whole", told);

  return attack (&self, &layer, NULL, FALSE) + attack (&self, &layer, NULL, TRUE);
}

/* The same where each table is masked by itself. */
static guint
attack_apart (guint32 seed)
{
  g_autoptr (AmpCase) opened = open_case (EXPORT_CASE_USUAL, seed);
  g_autoptr (GPtrArray) counted = tabulate (opened, NULL);
  g_autoptr (GPtrArray) masked = tabulate (opened, NULL);
  Attack self = { .gazetteer = amp_case_get_gazetteer (opened) };
  Layer  layer = { .name = "whole", .original = counted, .masked = masked };

  for (guint i = 0; i < N_TABLES; i++)
    amp_table_mask (g_ptr_array_index (masked, i), MIN_CELL);
  return attack (&self, &layer, NULL, FALSE) + attack (&self, &layer, NULL, TRUE);
}

/* Attacks a report of a part beside one of the whole. @knows_whole says whether
 * the part is protected against the whole, as it should be. */
static guint
attack_part (AmpCase *opened, const char *filter, gboolean knows_whole, guint *n_shown)
{
  g_autoptr (AmpSelection) selection = amp_selection_new ();
  g_autoptr (AmpDisclosure) whole = protect (opened, NULL, NULL);
  g_autoptr (AmpDisclosure) part = NULL;
  Attack self = { .gazetteer = amp_case_get_gazetteer (opened) };
  Layer  layers[2];

  g_assert_true (amp_selection_add_string (selection, filter, NULL));
  part = protect (opened, selection, knows_whole ? whole : NULL);
  layers[0] = read_disclosure ("whole", whole);
  layers[1] = read_disclosure ("part", part);
  for (guint i = 0; i < N_TABLES; i++)
    for (guint row = 0; row < amp_table_get_n_rows (g_ptr_array_index (part->tables, i)); row++)
      *n_shown += !amp_table_get_row (g_ptr_array_index (part->tables, i), row)->is_masked;
  return attack (&self, &layers[0], &layers[1], FALSE) + attack (&self, &layers[0], &layers[1], TRUE);
}

/* One of each kind: a category, a combination, an age, a sex, a place, a quality. */
static const char *const FILTERS[] = {
  "category=health", "category=contact", "combination=identity+contact", "sensitivity=sensitive", "age=35-44", "age=0-14",
  "sex=F", "sex=M", "sex=unknown", "place-quality=exact", "region=53", "departement=35", "country=FR"
};

static void
test_attack_bites (void)
{
  guint n = 0;

  for (guint32 seed = 0; seed < 3; seed++)
    n += attack_apart (seed);
  g_assert_cmpuint (n, >, 0);
}

static void
test_attack_fails (void)
{
  for (guint32 seed = 0; seed < 12; seed++)
    g_assert_cmpuint (attack_case (EXPORT_CASE_USUAL, seed), ==, 0);
}

static void
test_subtraction_bites (void)
{
  g_autoptr (AmpCase) opened = open_case (EXPORT_CASE_USUAL, 1);
  guint n = 0, n_shown = 0;

  for (guint i = 0; i < G_N_ELEMENTS (FILTERS); i++)
    n += attack_part (opened, FILTERS[i], FALSE, &n_shown);
  g_assert_cmpuint (n, >, 0);
}

/* And the parts still tell something. */
static void
test_subtraction_fails (void)
{
  for (guint32 seed = 0; seed < 4; seed++)
    {
      g_autoptr (AmpCase) opened = open_case (EXPORT_CASE_USUAL, seed);
      guint n_shown = 0;

      for (guint i = 0; i < G_N_ELEMENTS (FILTERS); i++)
        g_assert_cmpuint (attack_part (opened, FILTERS[i], TRUE, &n_shown), ==, 0);
      g_test_message ("%u counts of parts are told", n_shown);
      g_assert_cmpuint (n_shown, >, 100);
    }
}

/* Twelve communes of one person each, and their total: no listing of the
 * communes can hide that. */
static void
test_tiny (void)
{
  g_autoptr (AmpCase) opened = open_case (EXPORT_CASE_TINY, 0);
  g_autoptr (AmpDisclosure) told = protect (opened, NULL, NULL);

  g_assert_true (told->withheld[4]);
  g_assert_cmpuint (attack_case (EXPORT_CASE_TINY, 0), ==, 0);
}

/* Not even which places they are in. */
static void
test_few (void)
{
  g_autoptr (AmpCase) opened = open_case (EXPORT_CASE_FEW, 0);
  g_autoptr (AmpDisclosure) told = protect (opened, NULL, NULL);

  g_assert_true (told->hides_everything);
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_assert_true (told->withheld[i]);
      g_assert_true (amp_table_is_total_masked (g_ptr_array_index (told->tables, i)));
    }
}

/* All but two people: the whole case less these would tell the two. */
static void
test_few_left_out (void)
{
  g_autoptr (AmpCase) opened = open_case (EXPORT_CASE_USUAL, 0);
  g_autoptr (AmpSelection) selection = amp_selection_new ();
  g_autoptr (AmpDisclosure) whole = protect (opened, NULL, NULL);
  g_autoptr (AmpDisclosure) part = NULL;
  AmpTable *countries = g_ptr_array_index (whole->counted, 0);

  for (guint i = 0; i < amp_table_get_n_rows (countries); i++)
    if (!g_str_equal (amp_table_get_row (countries, i)->code, "BE"))
      g_assert_true (amp_selection_add (selection, AMP_KEY_COUNTRY, amp_table_get_row (countries, i)->code, NULL));
  part = protect (opened, selection, whole);
  g_assert_true (part->hides_everything);
}

/* Nothing but what it takes is masked, and the same each time. */
static void
test_pattern (void)
{
  g_autoptr (AmpCase) opened = open_case (EXPORT_CASE_USUAL, 5);
  g_autoptr (AmpDisclosure) first = protect (opened, NULL, NULL);
  g_autoptr (AmpDisclosure) second = protect (opened, NULL, NULL);
  guint n_shown = 0;

  for (guint i = 0; i < N_TABLES; i++)
    for (guint row = 0; row < amp_table_get_n_rows (g_ptr_array_index (first->tables, i)); row++)
      {
        const AmpTableRow *one = amp_table_get_row (g_ptr_array_index (first->tables, i), row);
        const AmpTableRow *other = amp_table_get_row (g_ptr_array_index (second->tables, i), row);

        g_assert_cmpint (one->is_masked, ==, other->is_masked);
        g_assert_cmpint (one->is_sensitive_masked, ==, other->is_sensitive_masked);
        g_assert_true (!one->is_masked || (one->persons == 0 && one->records == 0 && one->is_sensitive_masked));
        n_shown += !one->is_masked;
      }
  g_assert_cmpuint (n_shown, >, 60);
}

static void
test_switched_off (void)
{
  g_autoptr (AmpCase) opened = open_case (EXPORT_CASE_TINY, 0);
  g_autoptr (GPtrArray) tables = tabulate (opened, NULL);
  g_autoptr (AmpDisclosure) told = amp_disclosure_new (tables);

  g_assert_true (amp_disclosure_protect (told, NULL, amp_case_get_gazetteer (opened), 0));
  g_assert_false (told->withheld[4]);
  g_assert_cmpint (amp_table_get_row (g_ptr_array_index (tables, 4), 0)->persons, ==, 1);
}

/* The audit finds what masking by itself lets fall. */
static void
test_audit (void)
{
  guint n = 0;

  for (guint32 seed = 0; seed < 3; seed++)
    {
      g_autoptr (AmpCase) opened = open_case (EXPORT_CASE_USUAL, seed);
      g_autoptr (GPtrArray) tables = tabulate (opened, NULL);
      g_autoptr (AmpDisclosure) told = amp_disclosure_new (tables);
      int failed = -1;

      for (guint i = 0; i < N_TABLES; i++)
        amp_table_mask (g_ptr_array_index (tables, i), MIN_CELL);
      n += !amp_disclosure_audit (told, NULL, amp_case_get_gazetteer (opened), MIN_CELL, &failed);
      g_assert_cmpint (failed, <, N_TABLES);
    }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/disclosure/tables-masked-one-by-one-fall", test_attack_bites);
  g_test_add_func ("/export/disclosure/tables-masked-together-hold", test_attack_fails);
  g_test_add_func ("/export/disclosure/parts-masked-alone-fall-by-subtraction", test_subtraction_bites);
  g_test_add_func ("/export/disclosure/parts-masked-with-the-whole-hold", test_subtraction_fails);
  g_test_add_func ("/export/disclosure/few-people-withhold-tables", test_tiny);
  g_test_add_func ("/export/disclosure/fewer-tell-nothing-at-all", test_few);
  g_test_add_func ("/export/disclosure/few-left-out-tell-nothing-at-all", test_few_left_out);
  g_test_add_func ("/export/disclosure/pattern-is-the-same-each-time", test_pattern);
  g_test_add_func ("/export/disclosure/off-masks-nothing", test_switched_off);
  g_test_add_func ("/export/disclosure/audit-finds-what-falls", test_audit);
  return g_test_run ();
}
