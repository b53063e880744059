/* Small groups are squares; in large ones, members hang in chains by name. */
#include "amp-person-group.h"

#include <string.h>

/* Members of which all pairs are made, and of a chain that are looked at. */
#define ALL_PAIRS 32u
#define CHAIN_LIMIT 48u

#define NONE G_MAXUINT32

/* Members with one name, the latest first. */
typedef struct
{
  guint32 *heads; /* by hash of the name */
  guint32 *next;  /* by member */
  guint    bits;  /* of the hash */
  guint    size;  /* members that there is room for */
} Chains;

struct _AmpPersonGroup
{
  GArray *members;
  Chains  firsts;
  Chains  lasts;
};

AmpPersonGroup *
amp_person_group_new (void)
{
  AmpPersonGroup *self = g_new0 (AmpPersonGroup, 1);

  self->members = g_array_new (FALSE, FALSE, sizeof (AmpPersonMember));
  return self;
}

static void
clear_chains (Chains *chains)
{
  g_clear_pointer (&chains->heads, g_free);
  g_clear_pointer (&chains->next, g_free);
}

void
amp_person_group_free (AmpPersonGroup *self)
{
  g_return_if_fail (self != NULL);

  if (self->members->len > 0)
    explicit_bzero (self->members->data, self->members->len * sizeof (AmpPersonMember));
  g_clear_pointer (&self->members, g_array_unref);
  clear_chains (&self->firsts);
  clear_chains (&self->lasts);
  g_free (self);
}

void
amp_person_group_begin (AmpPersonGroup *self)
{
  g_array_set_size (self->members, 0);
}

void
amp_person_group_add (AmpPersonGroup *self, const AmpPersonMember *member)
{
  g_array_append_val (self->members, *member);
}

static gboolean
is_identical (const AmpPersonMember *one, const AmpPersonMember *other)
{
  return one->nir == other->nir && memcmp (&one->traits, &other->traits, sizeof one->traits) == 0;
}

/* Moves the different members to the front, in their order; returns how many. */
static guint
drop_identical_few (AmpPersonGroup *self, AmpPersonPairFunc func, gpointer data)
{
  AmpPersonMember *members = (AmpPersonMember *) (void *) self->members->data;
  guint            n = 0;

  for (guint i = 0; i < self->members->len; i++)
    {
      guint j = 0;

      while (j < n && !is_identical (&members[i], &members[j]))
        j++;
      if (j < n)
        func (data, &members[j], &members[i], 1);
      else
        members[n++] = members[i];
    }
  return n;
}

static void
compare_few (AmpPersonGroup *self, AmpPersonPairFunc func, gpointer data)
{
  const AmpPersonMember *members = (const AmpPersonMember *) (const void *) self->members->data;
  guint                  n = drop_identical_few (self, func, data);

  for (guint i = 1; i < n; i++)
    for (guint j = 0; j < i; j++)
      func (data, &members[j], &members[i], n);
}

static void
begin_chains (Chains *chains, guint n)
{
  if (n > chains->size)
    {
      clear_chains (chains);
      chains->size = n * 2;
      chains->heads = g_new (guint32, (gsize) 1 << g_bit_storage (chains->size));
      chains->next = g_new (guint32, chains->size);
    }
  chains->bits = g_bit_storage (n);
  memset (chains->heads, 0xff, sizeof (guint32) << chains->bits);
}

static guint32 *
find_head (const Chains *chains, guint32 name)
{
  return &chains->heads[name * 0x9E3779B1u >> (32 - chains->bits)];
}

static void
chain (Chains *chains, guint32 name, guint32 member)
{
  guint32 *head = find_head (chains, name);

  chains->next[member] = *head;
  *head = member;
}

/* Returns the earlier member that is identical to @member, or %NONE. */
static guint32
find_identical (const AmpPersonGroup *self, const AmpPersonMember *member)
{
  const AmpPersonMember *members = (const AmpPersonMember *) (const void *) self->members->data;
  guint32                i = *find_head (&self->firsts, member->traits.name.first);

  for (guint n = 0; i != NONE && n < CHAIN_LIMIT; n++, i = self->firsts.next[i])
    if (is_identical (&members[i], member))
      return i;
  return NONE;
}

static guint
drop_identical_many (AmpPersonGroup *self, AmpPersonPairFunc func, gpointer data)
{
  AmpPersonMember *members = (AmpPersonMember *) (void *) self->members->data;
  guint            n = 0;

  begin_chains (&self->firsts, self->members->len);
  for (guint i = 0; i < self->members->len; i++)
    {
      guint32 known = find_identical (self, &members[i]);

      if (known != NONE)
        {
          func (data, &members[known], &members[i], 1);
          continue;
        }
      members[n] = members[i];
      chain (&self->firsts, members[n].traits.name.first, n);
      n++;
    }
  return n;
}

/* The chain of @member's name, behind @member itself. Chains may hold names of one
 * hash: those are passed over, or limits would hang on the key. */
static void
compare_first_names (AmpPersonGroup *self, guint32 member, guint n, AmpPersonPairFunc func, gpointer data)
{
  const AmpPersonMember *members = (const AmpPersonMember *) (const void *) self->members->data;
  guint32                name = members[member].traits.name.first;
  guint                  n_compared = 0;

  for (guint32 i = self->firsts.next[member]; i != NONE && n_compared < CHAIN_LIMIT; i = self->firsts.next[i])
    if (members[i].traits.name.first == name)
      {
        func (data, &members[i], &members[member], n);
        n_compared++;
      }
}

/* Those with the same first name have been compared. */
static void
compare_last_names (AmpPersonGroup *self, guint32 member, guint n, AmpPersonPairFunc func, gpointer data)
{
  const AmpPersonMember *members = (const AmpPersonMember *) (const void *) self->members->data;
  guint32                name = members[member].traits.name.last;
  guint                  n_compared = 0;

  for (guint32 i = self->lasts.next[member]; i != NONE && n_compared < CHAIN_LIMIT; i = self->lasts.next[i])
    if (members[i].traits.name.last == name)
      {
        if (members[i].traits.name.first != members[member].traits.name.first)
          func (data, &members[i], &members[member], n);
        n_compared++;
      }
}

static void
compare_many (AmpPersonGroup *self, AmpPersonPairFunc func, gpointer data)
{
  const AmpPersonMember *members = (const AmpPersonMember *) (const void *) self->members->data;
  guint                  n = drop_identical_many (self, func, data);

  begin_chains (&self->lasts, n);
  for (guint i = 0; i < n; i++)
    {
      chain (&self->lasts, members[i].traits.name.last, i);
      compare_first_names (self, i, n, func, data);
      compare_last_names (self, i, n, func, data);
    }
}

void
amp_person_group_compare (AmpPersonGroup *self, AmpPersonPairFunc func, gpointer data)
{
  g_return_if_fail (self != NULL && func != NULL);

  if (self->members->len <= ALL_PAIRS)
    compare_few (self, func, data);
  else
    compare_many (self, func, data);
}
