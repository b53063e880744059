/* Chooses what to mask where places are crossed: each family by itself, what
 * classes and categories tell of each other, and what the audit finds. */
#include "amp-crossing-disclosure.h"

#include "amp-category.h"
#include "amp-crossing-audit.h"
#include "amp-crossing-family.h"

/* How often the audit is answered before a crossing is withheld. */
#define MAX_ROUNDS 4

/* What to leave out, the finest places first, where the rest is protected. */
/* clang-format off */
static const AmpKey LEAVE_OUT[] = { AMP_KEY_COMMUNE, AMP_KEY_EPCI, AMP_KEY_DEPARTEMENT, AMP_KEY_REGION, AMP_KEY_COUNTRY };
/* clang-format on */

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
  const AmpCrossing *classes = amp_crossing_find (crossings, amp_crossing_get_row_key (crossing), AMP_KEY_SENSITIVITY);
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
  AmpCrossingFamily *categories;
  AmpCrossingFamily *classes;
  AmpKey             key;
  guint              row;
  guint              class_column;
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
is_secondary (const AmpCrossingFamily *family, AmpKey key, guint row, guint column)
{
  gint64 persons = amp_crossing_get_persons (family->levels[key], row, column);
  gint64 others = amp_crossing_count_row (family->levels[key], row) - persons;

  return amp_crossing_is_masked (family->levels[key], row, column) && family->levels[key]->is_listed[row] && persons > 0 &&
         !amp_disclosure_is_small (persons, family->min_cell) && !amp_disclosure_is_small (others, family->min_cell);
}

/* Returns whether it was told until now. */
static gboolean
mask_too (AmpCrossingFamily *family, AmpKey key, guint row, guint column)
{
  if (amp_crossing_is_masked (family->levels[key], row, column))
    return FALSE;
  amp_crossing_family_make_helper (family, key, row, column);
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
couple (AmpCrossingFamily *categories, AmpCrossingFamily *classes)
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

static AmpCrossingFamily *
find_family (GArray *families, AmpKey column_key)
{
  for (guint i = 0; i < families->len; i++)
    if (g_array_index (families, AmpCrossingFamily, i).column_key == column_key)
      return &g_array_index (families, AmpCrossingFamily, i);
  return NULL;
}

static GArray *
begin_families (const GPtrArray *crossings, AmpDisclosure *told, AmpGazetteer *gazetteer, gint64 min_cell)
{
  GArray *families = g_array_new (FALSE, FALSE, sizeof (AmpCrossingFamily));

  g_array_set_clear_func (families, amp_crossing_family_clear);
  for (AmpKey key = AMP_N_PLACE_KEYS; key < AMP_N_KEYS; key++)
    {
      AmpCrossingFamily family = amp_crossing_family_get (crossings, told, gazetteer, min_cell, key);

      if (!amp_crossing_family_has_levels (&family))
        continue;
      amp_crossing_family_begin (&family);
      g_array_append_val (families, family);
    }
  return families;
}

/* In turns with what classes and categories tell of each other. */
static void
protect_families (GArray *families)
{
  AmpCrossingFamily *categories = find_family (families, AMP_KEY_CATEGORY);
  AmpCrossingFamily *classes = find_family (families, AMP_KEY_SENSITIVITY);

  do
    for (guint i = 0; i < families->len; i++)
      amp_crossing_family_protect (&g_array_index (families, AmpCrossingFamily, i));
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
      AmpCrossing *crossing = amp_crossing_find (crossings, LEAVE_OUT[i], column_key);

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
  GArray            *families = data;
  AmpCrossingFamily *family = find_family (families, amp_crossing_get_column_key (leaking));
  AmpKey             key = amp_crossing_get_row_key (leaking);
  int                helper;

  if (family == NULL || family->levels[key] == NULL)
    return;
  helper = amp_key_is_exclusive (family->column_key) && leaking->is_listed[row] ? amp_crossing_family_find_helper (family, key, row) : -1;
  if (helper >= 0)
    amp_crossing_family_make_helper (family, key, row, (guint) helper);
  else if (amp_key_is_exclusive (family->column_key) && leaking->is_listed[row])
    amp_crossing_family_unlist (family, family->levels[key], row);
  else
    amp_crossing_family_make_helper (family, key, row, column);
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
