/* Union–find over records, driven by a table from pseudonym to record. */
#include "amp-person-resolver.h"

#include "amp-pseudonym-table.h"

struct _AmpPersonResolver
{
  AmpPseudonymTable *table;
  GArray            *figure;  /* guint32: parent of each record */
  GArray            *lowest;  /* guint32: the same, if every rule joined */
  GArray            *anchors; /* guint32: of each root of the figure */
  gint64             joined[AMP_N_JOINING_RULES];
  guint32            n_lowest;
  guint32            n_highest; /* if only exact keys joined */
};

/* An anchor is what forbids a merge: the first valid NIR of a person, with the
 * birth date that came with it, both hashed into one word. Two persons whose
 * hashes agree in one half are not kept apart: one pair in 1,800 of the rare
 * ones that the anchor is there for. */
#define DATE_BITS 11
#define SPREAD G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) /* 2^64 over the golden ratio */
#define DATE_MASK ((1u << DATE_BITS) - 1)

static guint32
make_anchor (const AmpPersonEvidence *evidence)
{
  AmpDate birth = evidence->birth_date;
  guint64 date = birth.year * 512u + birth.month * 32u + birth.day;

  if (evidence->valid_nir == 0 || birth.year == 0)
    return 0;
  return (guint32) (evidence->valid_nir * SPREAD >> (32 + DATE_BITS)) << DATE_BITS |
         (guint32) (date * SPREAD >> (64 - DATE_BITS));
}

/* Two valid NIR that differ may still be one person's (a child filed under both
 * parents' numbers); with two birth dates as well they are two persons. */
static gboolean
is_forbidden (guint32 first, guint32 second)
{
  return first != 0 && second != 0 &&
         (first >> DATE_BITS) != (second >> DATE_BITS) &&
         (first & DATE_MASK) != (second & DATE_MASK);
}

static guint32
find_root (GArray *parents, guint32 record)
{
  guint32 *parent = (guint32 *) (void *) parents->data;

  while (parent[record] != record)
    {
      parent[record] = parent[parent[record]];
      record = parent[record];
    }
  return record;
}

/* The earlier root wins, so that persons are numbered by first appearance.
 * Returns the root that lost, or the common root when nothing changed. */
static guint32
join (GArray *parents, guint32 first, guint32 second)
{
  guint32 one = find_root (parents, first);
  guint32 other = find_root (parents, second);

  g_array_index (parents, guint32, MAX (one, other)) = MIN (one, other);
  return MAX (one, other);
}

static gboolean
join_figure (AmpPersonResolver *self, guint32 record, guint32 known)
{
  guint32  one = find_root (self->figure, record);
  guint32  other = find_root (self->figure, known);
  guint32 *anchors = (guint32 *) (void *) self->anchors->data;

  if (one == other || is_forbidden (anchors[one], anchors[other]))
    return FALSE;
  if (anchors[MIN (one, other)] == 0)
    anchors[MIN (one, other)] = anchors[MAX (one, other)];
  join (self->figure, one, other);
  return TRUE;
}

/* NIR and birth date; or name, birth date and commune where there is no NIR. */
static gboolean
is_exact (AmpPersonRule rule, const AmpPersonEvidence *evidence)
{
  if (rule == AMP_PERSON_RULE_NIR_BIRTH_DATE)
    return TRUE;
  return rule == AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE &&
         evidence->keys[0].rule != AMP_PERSON_RULE_NIR_BIRTH_DATE;
}

/* Applies one rule to a record that shares its key with a known one. Returns
 * whether the figure changed. */
static gboolean
apply_rule (AmpPersonResolver *self, AmpPersonRule rule, guint32 record, guint32 known)
{
  join (self->lowest, record, known);
  return rule < AMP_N_JOINING_RULES && join_figure (self, record, known);
}

/* A record has one exact key at most, so those that find theirs taken are
 * those that would have joined. A merge that the figure refuses is no exact
 * one: the bounds stay ordered. */
static gboolean
joins_exactly (AmpPersonResolver *self, const AmpPersonEvidence *evidence, AmpPersonRule rule, guint32 record, guint32 known)
{
  return is_exact (rule, evidence) && find_root (self->figure, record) == find_root (self->figure, known);
}

AmpPersonResolver *
amp_person_resolver_new (gsize n_expected)
{
  AmpPersonResolver *self = g_new0 (AmpPersonResolver, 1);

  self->table = amp_pseudonym_table_new (n_expected);
  self->figure = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->lowest = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->anchors = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
amp_person_resolver_free (AmpPersonResolver *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->table, amp_pseudonym_table_free);
  g_clear_pointer (&self->figure, g_array_unref);
  g_clear_pointer (&self->lowest, g_array_unref);
  g_clear_pointer (&self->anchors, g_array_unref);
  g_free (self);
}

void
amp_person_resolver_prefetch (AmpPersonResolver *self, const AmpPersonEvidence *evidence)
{
  for (guint i = 0; i < evidence->n_keys; i++)
    amp_pseudonym_table_prefetch (self->table, &evidence->keys[i].pseudonym);
}

gboolean
amp_person_resolver_add (AmpPersonResolver *self, const AmpPersonEvidence *evidence)
{
  guint32  record;
  guint32  anchor;
  gboolean is_known = FALSE;
  gboolean is_known_exactly = FALSE;

  g_return_val_if_fail (self != NULL && self->table != NULL, FALSE);

  if (self->figure->len >= AMP_PSEUDONYM_TABLE_MAX_RECORDS)
    return FALSE;
  record = self->figure->len;
  anchor = make_anchor (evidence);
  g_array_append_val (self->figure, record);
  g_array_append_val (self->lowest, record);
  g_array_append_val (self->anchors, anchor);

  for (guint i = 0; i < evidence->n_keys; i++)
    {
      const AmpPersonKey *key = &evidence->keys[i];
      guint32             known = amp_pseudonym_table_claim (self->table, &key->pseudonym, record);

      if (known == record)
        continue;
      if (apply_rule (self, key->rule, record, known) && !is_known)
        {
          self->joined[key->rule]++;
          is_known = TRUE;
        }
      is_known_exactly |= joins_exactly (self, evidence, key->rule, record, known);
    }
  self->n_highest += !is_known_exactly;
  return TRUE;
}

static guint32
count_roots (GArray *parents)
{
  guint32 n = 0;

  for (guint32 i = 0; i < parents->len; i++)
    n += g_array_index (parents, guint32, i) == i;
  return n;
}

/* Roots stand before their records, so one pass turns parents into numbers. */
static guint32
number_persons (GArray *parents)
{
  guint32 *parent = (guint32 *) (void *) parents->data;
  guint32  n = 0;

  for (guint32 i = 0; i < parents->len; i++)
    parent[i] = parent[i] == i ? ++n : parent[parent[i]];
  return n;
}

guint32
amp_person_resolver_finish (AmpPersonResolver *self)
{
  g_return_val_if_fail (self != NULL && self->table != NULL, 0);

  g_clear_pointer (&self->table, amp_pseudonym_table_free);
  g_array_set_size (self->anchors, 0);
  self->n_lowest = count_roots (self->lowest);
  return number_persons (self->figure);
}

guint32
amp_person_resolver_get_person (AmpPersonResolver *self, guint32 record)
{
  g_return_val_if_fail (self != NULL && self->table == NULL, 0);
  g_return_val_if_fail (record < self->figure->len, 0);
  return g_array_index (self->figure, guint32, record);
}

const guint32 *
amp_person_resolver_get_persons (AmpPersonResolver *self)
{
  g_return_val_if_fail (self != NULL && self->table == NULL, NULL);
  return (const guint32 *) (const void *) self->figure->data;
}

void
amp_person_resolver_get_bounds (AmpPersonResolver *self, guint32 *lowest, guint32 *highest)
{
  g_return_if_fail (self != NULL && self->table == NULL);
  *lowest = self->n_lowest;
  *highest = self->n_highest;
}

gint64
amp_person_resolver_get_joined (AmpPersonResolver *self, AmpPersonRule rule)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (rule < AMP_N_JOINING_RULES, 0);
  return self->joined[rule];
}
