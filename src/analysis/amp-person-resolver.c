/* Collects evidence, then compares the records that share a key. */
#include "amp-person-resolver.h"

#include "amp-key-stream.h"
#include "amp-person-forest.h"
#include "amp-person-group.h"
#include "amp-person-links.h"
#include "amp-trait-store.h"

/* A name is borne by many when so many records have it, and one in so many of all:
 * a misspelling of a frequent one is rarer. */
#define MANY_RECORDS 3u
#define MANY_SHARE 100000u

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
  AmpTraitStore *traits;
  AmpKeyStream  *emails;
  AmpKeyStream  *phones;

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

  self->traits = amp_trait_store_new ();
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
  g_clear_pointer (&self->traits, amp_trait_store_free);
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

void
amp_person_resolver_announce (const AmpPersonResolver *self, const AmpPersonEvidence *evidence)
{
  amp_trait_store_announce (self->traits, &evidence->traits);
}

gboolean
amp_person_resolver_add (AmpPersonResolver *self, const AmpPersonEvidence *evidence)
{
  guint32 record;

  g_return_val_if_fail (self != NULL && self->traits != NULL, FALSE);

  record = amp_trait_store_get_n (self->traits);
  if (record >= MIN (AMP_PERSON_FOREST_MAX, AMP_TRAIT_STORE_MAX))
    return FALSE;
  amp_trait_store_add (self->traits, &evidence->traits, evidence->nir);
  add_contacts (self->emails, record, evidence->emails);
  add_contacts (self->phones, record, evidence->phones);
  return TRUE;
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

  amp_trait_store_fetch (visitor->resolver->traits, record);
  amp_person_forest_fetch (visitor->resolver->forest, record);
}

static void
visit_group (gpointer data, const AmpKeyEntry *keys, gsize n)
{
  Visitor *visitor = data;

  amp_person_group_begin (visitor->group);
  for (gsize i = 0; i < n; i++)
    {
      AmpPersonMember member = { .record = keys[i].record };

      member.nir = amp_trait_store_get (visitor->resolver->traits, member.record, &member.traits);
      amp_person_group_add (visitor->group, &member);
    }
  amp_person_group_compare (visitor->group, compare, visitor);
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
  guint32         root = amp_person_forest_find (self->forest, one);
  guint32         other_root = amp_person_forest_find (self->forest, other);
  AmpPersonTraits traits, other_traits;
  AmpPersonSide   side = { .traits = &traits }, other_side = { .traits = &other_traits };
  guint           weight, other_weight;

  if (root == other_root)
    return;
  side.nir = amp_trait_store_get (self->traits, root, &traits);
  other_side.nir = amp_trait_store_get (self->traits, other_root, &other_traits);
  if (amp_person_rule_is_forbidden (rule, side, other_side))
    {
      amp_person_links_add (&self->links[AMP_PERSON_RULE_LOOSE], one, other);
      return;
    }
  self->joined[rule]++;
  weight = amp_person_rule_get_weight (side);
  other_weight = amp_person_rule_get_weight (other_side);
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

static void
find_figure (AmpPersonResolver *self)
{
  static const AmpPersonRule order[] = {
    AMP_PERSON_RULE_NIR_FIRST_NAME, AMP_PERSON_RULE_EMAIL_NAME, AMP_PERSON_RULE_PHONE_NAME,
    AMP_PERSON_RULE_SPELLING, AMP_PERSON_RULE_CONTACT_BIRTH_DATE, AMP_PERSON_RULE_EMAIL,
    AMP_PERSON_RULE_NAME_BIRTH_DATE
  };

  compare_sharing (self, AMP_SHARED_NIR, self->n_records, amp_trait_store_gather_nirs, self->traits);
  apply (self, AMP_PERSON_RULE_NIR_BIRTH_DATE);
  compare_sharing (self, AMP_SHARED_BIRTH_DATE_AND_COMMUNE, self->n_records, amp_trait_store_gather_births, self->traits);
  apply (self, AMP_PERSON_RULE_NAME_BIRTH_DATE_COMMUNE);
  self->n_highest = amp_person_forest_get_n (self->forest);
  compare_sharing (self, AMP_SHARED_EMAIL, amp_key_stream_get_n (self->emails), amp_key_stream_gather, self->emails);
  g_clear_pointer (&self->emails, amp_key_stream_free);
  compare_sharing (self, AMP_SHARED_PHONE, amp_key_stream_get_n (self->phones), amp_key_stream_gather, self->phones);
  g_clear_pointer (&self->phones, amp_key_stream_free);
  compare_sharing (self, AMP_SHARED_NAME, self->n_records, amp_trait_store_gather_names, self->traits);
  compare_sharing (self, AMP_SHARED_COMMUNE, self->n_records, amp_trait_store_gather_communes, self->traits);
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

  self->n_records = amp_trait_store_get_n (self->traits);
  self->forest = amp_person_forest_new (self->n_records);
  amp_trait_store_mark_known_names (self->traits, MAX (MANY_RECORDS, self->n_records / MANY_SHARE));
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
