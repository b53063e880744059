/* Collects evidence, then compares the records that share a key. */
#include "amp-person-resolver.h"

#include "amp-key-stream.h"
#include "amp-large-memory.h"
#include "amp-name-tally.h"
#include "amp-person-forest.h"
#include "amp-person-group.h"
#include "amp-person-links.h"

/* A name is borne by many when so many records have it, and one in so many of all:
 * a misspelling of a frequent one is rarer. */
#define MANY_RECORDS 3u
#define MANY_SHARE 100000u

/* Records that there is room for at first. */
#define FIRST_TRAITS 4096u

/* Beyond so many, memory is what they wait for. */
#define MAX_THREADS 8u

/* What a thread compares with, and what it has found. */
typedef struct
{
  AmpPersonResolver *resolver;
  AmpPersonGroup    *group;
  AmpPersonLinks     links[AMP_N_JOINING_RULES + 1]; /* the last ones are loose */
} Visitor;

struct _AmpPersonResolver
{
  AmpPersonTraits *traits; /* by record, on large pages: looked up at random in the end */
  guint32          n_traits;
  gsize            traits_size;
  GArray          *nirs; /* guint32, up to the last record that has one */
  AmpKeyStream    *emails;
  AmpKeyStream    *phones;

  AmpPersonForest *forest;
  AmpPersonLinks   links[AMP_N_JOINING_RULES + 1]; /* the last ones are loose */
  Visitor          visitors[MAX_THREADS];
  guint            n_visitors;
  AmpSharedKey     shared;

  gint64  joined[AMP_N_JOINING_RULES];
  guint32 n_records;
  guint32 n_lowest;
  guint32 n_highest;
};

static void
init_visitor (AmpPersonResolver *self, Visitor *visitor)
{
  visitor->resolver = self;
  visitor->group = amp_person_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (visitor->links); i++)
    amp_person_links_init (&visitor->links[i]);
}

static void
clear_visitor (Visitor *visitor)
{
  g_clear_pointer (&visitor->group, amp_person_group_free);
  for (guint i = 0; i < G_N_ELEMENTS (visitor->links); i++)
    amp_person_links_clear (&visitor->links[i]);
}

AmpPersonResolver *
amp_person_resolver_new (guint n_threads)
{
  AmpPersonResolver *self = g_new0 (AmpPersonResolver, 1);

  self->traits_size = FIRST_TRAITS;
  self->traits = amp_large_memory_new (self->traits_size * sizeof *self->traits);
  self->nirs = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->emails = amp_key_stream_new ();
  self->phones = amp_key_stream_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->links); i++)
    amp_person_links_init (&self->links[i]);
  self->n_visitors = MIN (n_threads > 0 ? n_threads : g_get_num_processors (), MAX_THREADS);
  for (guint i = 0; i < self->n_visitors; i++)
    init_visitor (self, &self->visitors[i]);
  return self;
}

static void
forget_evidence (AmpPersonResolver *self)
{
  if (self->traits != NULL)
    {
      explicit_bzero (self->traits, self->n_traits * sizeof *self->traits);
      amp_large_memory_free (self->traits, self->traits_size * sizeof *self->traits);
      self->traits = NULL;
    }
  g_clear_pointer (&self->nirs, g_array_unref);
  g_clear_pointer (&self->emails, amp_key_stream_free);
  g_clear_pointer (&self->phones, amp_key_stream_free);
}

void
amp_person_resolver_free (AmpPersonResolver *self)
{
  g_return_if_fail (self != NULL);

  forget_evidence (self);
  for (guint i = 0; i < self->n_visitors; i++)
    clear_visitor (&self->visitors[i]);
  g_clear_pointer (&self->forest, amp_person_forest_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->links); i++)
    amp_person_links_clear (&self->links[i]);
  g_free (self);
}

static void
add_contacts (AmpKeyStream *stream, guint32 record, const guint32 *hashes)
{
  for (guint i = 0; i < AMP_PERSON_MAX_CONTACTS; i++)
    if (hashes[i] != 0)
      amp_key_stream_add (stream, record, hashes[i]);
}

static void
grow_traits (AmpPersonResolver *self)
{
  gsize size = self->traits_size * 2;

  self->traits = amp_large_memory_grow (self->traits, self->traits_size * sizeof *self->traits, size * sizeof *self->traits);
  self->traits_size = size;
}

gboolean
amp_person_resolver_add (AmpPersonResolver *self, const AmpPersonEvidence *evidence)
{
  guint32 record;

  g_return_val_if_fail (self != NULL && self->traits != NULL, FALSE);

  record = self->n_traits;
  if (record >= AMP_PERSON_FOREST_MAX)
    return FALSE;
  if (record == self->traits_size)
    grow_traits (self);
  self->traits[self->n_traits++] = evidence->traits;
  if (evidence->nir != 0)
    {
      g_array_set_size (self->nirs, record + 1);
      g_array_index (self->nirs, guint32, record) = evidence->nir;
    }
  add_contacts (self->emails, record, evidence->emails);
  add_contacts (self->phones, record, evidence->phones);
  return TRUE;
}

static const AmpPersonTraits *
get_traits (AmpPersonResolver *self, guint32 record)
{
  return &self->traits[record];
}

static AmpPersonSide
get_side (AmpPersonResolver *self, guint32 record)
{
  return (AmpPersonSide){
    .traits = get_traits (self, record),
    .nir = record < self->nirs->len ? g_array_index (self->nirs, guint32, record) : 0,
  };
}

static void
compare (gpointer data, const AmpPersonMember *one, const AmpPersonMember *other, guint n_distinct)
{
  Visitor      *visitor = data;
  AmpPersonSide side = { &one->traits, one->nir }, other_side = { &other->traits, other->nir };
  AmpPersonRule rule;

  if (one->record == other->record)
    return;
  rule = amp_person_rule_find (visitor->resolver->shared, side, other_side, n_distinct);
  if (rule != AMP_PERSON_RULE_NONE && !amp_person_forest_is_joined (visitor->resolver->forest, one->record, other->record))
    amp_person_links_add (&visitor->links[rule], one->record, other->record);
}

static void
fetch (gpointer data, guint32 record)
{
  const Visitor *visitor = data;

  __builtin_prefetch (get_traits (visitor->resolver, record));
  amp_person_forest_fetch (visitor->resolver->forest, record);
}

static void
visit_group (gpointer data, const AmpKeyEntry *keys, gsize n)
{
  Visitor *visitor = data;

  amp_person_group_begin (visitor->group);
  for (gsize i = 0; i < n; i++)
    {
      AmpPersonSide   side = get_side (visitor->resolver, keys[i].record);
      AmpPersonMember member = { *side.traits, side.nir, keys[i].record };

      amp_person_group_add (visitor->group, &member);
    }
  amp_person_group_compare (visitor->group, compare, visitor);
}

static void
gather_nirs (gpointer data, AmpKeySink *sink)
{
  AmpPersonResolver *self = data;

  for (guint32 i = 0; i < self->nirs->len; i++)
    {
      guint32 nir = g_array_index (self->nirs, guint32, i);

      if (nir != 0)
        amp_key_sink_offer (sink, i, nir & ~AMP_PERSON_NIR_FLAGS);
    }
}

static void
gather_births (gpointer data, AmpKeySink *sink)
{
  AmpPersonResolver *self = data;

  for (guint32 i = 0; i < self->n_records; i++)
    {
      const AmpPersonTraits *traits = get_traits (self, i);

      if (traits->birth != 0 && traits->commune != 0)
        amp_key_sink_offer (sink, i, (guint32) traits->birth << 16 | traits->commune);
    }
}

static void
gather_names (gpointer data, AmpKeySink *sink)
{
  AmpPersonResolver *self = data;

  for (guint32 i = 0; i < self->n_records; i++)
    {
      guint32 whole = amp_name_sketch_get_whole (&get_traits (self, i)->name);

      if (whole != 0)
        amp_key_sink_offer (sink, i, whole);
    }
}

/* Without a birth date: the first letters of both names, in either order. */
static void
gather_communes (gpointer data, AmpKeySink *sink)
{
  AmpPersonResolver *self = data;

  for (guint32 i = 0; i < self->n_records; i++)
    {
      const AmpPersonTraits *traits = get_traits (self, i);

      if (traits->birth == 0 && traits->commune != 0 && traits->name.last != 0 && traits->name.first != 0)
        amp_key_sink_offer (sink, i, (guint32) amp_name_sketch_get_heads (&traits->name) << 16 | traits->commune);
    }
}

/* Their order is made when they are applied. */
static void
take_links (AmpPersonResolver *self, Visitor *visitor)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->links); i++)
    amp_person_links_take (&self->links[i], &visitor->links[i]);
}

static void
compare_sharing (AmpPersonResolver *self, AmpSharedKey shared, gsize n_keys, AmpKeyGatherFunc gather, gpointer data)
{
  gpointer visitors[MAX_THREADS];

  if (n_keys < 2)
    return;
  self->shared = shared;
  amp_person_forest_shorten (self->forest);
  for (guint i = 0; i < self->n_visitors; i++)
    visitors[i] = &self->visitors[i];
  amp_key_groups_visit (n_keys, gather, data, fetch, visit_group, visitors, self->n_visitors);
  for (guint i = 0; i < self->n_visitors; i++)
    take_links (self, &self->visitors[i]);
}

/* The root of a person is the record that says most, so that it speaks for all
 * of them when a chain would join two. What is refused may still be one person:
 * the lowest bound says so. */
static void
join (AmpPersonResolver *self, AmpPersonRule rule, guint32 one, guint32 other)
{
  guint32       root = amp_person_forest_find (self->forest, one);
  guint32       other_root = amp_person_forest_find (self->forest, other);
  AmpPersonSide side = get_side (self, root), other_side = get_side (self, other_root);
  guint         weight = amp_person_rule_get_weight (side);
  guint         other_weight = amp_person_rule_get_weight (other_side);

  if (root == other_root)
    return;
  if (amp_person_rule_is_forbidden (rule, side, other_side))
    {
      amp_person_links_add (&self->links[AMP_PERSON_RULE_LOOSE], one, other);
      return;
    }
  self->joined[rule]++;
  if (weight > other_weight || (weight == other_weight && root < other_root))
    amp_person_forest_join (self->forest, root, other_root);
  else
    amp_person_forest_join (self->forest, other_root, root);
}

static void
apply (AmpPersonResolver *self, AmpPersonRule rule)
{
  AmpPersonLinks *links = &self->links[rule];

  amp_person_links_sort (links);
  for (guint i = 0; i < links->pairs->len; i++)
    join (self, rule, amp_person_links_get_earlier (links, i), amp_person_links_get_later (links, i));
  amp_person_links_clear (links);
  amp_person_links_init (links);
}

/* The dump itself says what is a name rather than a misspelling of one. */
static void
mark_known_names (AmpPersonResolver *self)
{
  g_autoptr (AmpNameTally) firsts = amp_name_tally_new ();
  g_autoptr (AmpNameTally) lasts = amp_name_tally_new ();
  guint32 many = MAX (MANY_RECORDS, self->n_records / MANY_SHARE);

  for (guint32 i = 0; i < self->n_records; i++)
    {
      amp_name_tally_count (firsts, get_traits (self, i)->name.first);
      amp_name_tally_count (lasts, get_traits (self, i)->name.last);
    }
  for (guint32 i = 0; i < self->n_records; i++)
    {
      AmpNameSketch *name = &self->traits[i].name;

      name->is_first_known |= amp_name_tally_get (firsts, name->first) >= many;
      name->is_last_known = amp_name_tally_get (lasts, name->last) >= many;
    }
}

static void
find_figure (AmpPersonResolver *self)
{
  static const AmpPersonRule order[] = {
    AMP_PERSON_RULE_NIR_FIRST_NAME, AMP_PERSON_RULE_EMAIL_NAME, AMP_PERSON_RULE_PHONE_NAME,
    AMP_PERSON_RULE_SPELLING, AMP_PERSON_RULE_CONTACT_BIRTH_DATE, AMP_PERSON_RULE_EMAIL,
    AMP_PERSON_RULE_NAME_BIRTH_DATE
  };

  compare_sharing (self, AMP_SHARED_NIR, self->nirs->len, gather_nirs, self);
  apply (self, AMP_PERSON_RULE_NIR_BIRTH_DATE);
  compare_sharing (self, AMP_SHARED_BIRTH_DATE_AND_COMMUNE, self->n_records, gather_births, self);
  apply (self, AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE);
  self->n_highest = amp_person_forest_get_n (self->forest);
  compare_sharing (self, AMP_SHARED_EMAIL, amp_key_stream_get_n (self->emails), amp_key_stream_gather, self->emails);
  g_clear_pointer (&self->emails, amp_key_stream_free);
  compare_sharing (self, AMP_SHARED_PHONE, amp_key_stream_get_n (self->phones), amp_key_stream_gather, self->phones);
  g_clear_pointer (&self->phones, amp_key_stream_free);
  compare_sharing (self, AMP_SHARED_NAME, self->n_records, gather_names, self);
  compare_sharing (self, AMP_SHARED_COMMUNE, self->n_records, gather_communes, self);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    apply (self, order[i]);
}

/* Joins persons rather than records, and refuses nothing. */
static void
find_lowest (AmpPersonResolver *self, guint32 n_persons)
{
  AmpPersonLinks *links = &self->links[AMP_PERSON_RULE_LOOSE];
  g_autoptr (AmpPersonForest) forest = amp_person_forest_new (n_persons);

  for (guint i = 0; i < links->pairs->len; i++)
    {
      guint32 one = amp_person_forest_get_number (self->forest, amp_person_links_get_earlier (links, i)) - 1;
      guint32 other = amp_person_forest_get_number (self->forest, amp_person_links_get_later (links, i)) - 1;

      one = amp_person_forest_find (forest, one);
      other = amp_person_forest_find (forest, other);
      if (one != other)
        amp_person_forest_join (forest, MIN (one, other), MAX (one, other));
    }
  self->n_lowest = amp_person_forest_get_n (forest);
}

guint32
amp_person_resolver_finish (AmpPersonResolver *self)
{
  guint32 n_persons;

  g_return_val_if_fail (self != NULL && self->traits != NULL, 0);

  self->n_records = self->n_traits;
  self->forest = amp_person_forest_new (self->n_records);
  mark_known_names (self);
  find_figure (self);
  forget_evidence (self);
  n_persons = amp_person_forest_get_n (self->forest);
  amp_person_forest_number (self->forest);
  find_lowest (self, n_persons);
  return n_persons;
}

const guint32 *
amp_person_resolver_get_persons (AmpPersonResolver *self)
{
  g_return_val_if_fail (self != NULL && self->forest != NULL, NULL);
  return amp_person_forest_get_numbers (self->forest);
}

void
amp_person_resolver_get_bounds (AmpPersonResolver *self, guint32 *lowest, guint32 *highest)
{
  g_return_if_fail (self != NULL && self->forest != NULL);
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
