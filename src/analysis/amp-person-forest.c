/* Parents, halved on the way; numbers take their place in the end. */
#include "amp-person-forest.h"

#include "amp-large-memory.h"

/* Marks a parent that has become a number. */
#define NUMBERED (1u << 31)

struct _AmpPersonForest
{
  guint32 *parents;
  guint32  n;
  guint32  n_groups;
};

AmpPersonForest *
amp_person_forest_new (guint32 n)
{
  AmpPersonForest *self = g_new0 (AmpPersonForest, 1);

  g_assert (n <= AMP_PERSON_FOREST_MAX);
  self->parents = amp_large_memory_new (MAX (n, 1) * sizeof *self->parents);
  self->n = self->n_groups = n;
  for (guint32 i = 0; i < n; i++)
    self->parents[i] = i;
  return self;
}

void
amp_person_forest_free (AmpPersonForest *self)
{
  g_return_if_fail (self != NULL);
  amp_large_memory_free (self->parents, MAX (self->n, 1) * sizeof *self->parents);
  g_free (self);
}

guint32
amp_person_forest_find (AmpPersonForest *self, guint32 member)
{
  guint32 *parents = self->parents;

  while (parents[member] != member)
    {
      parents[member] = parents[parents[member]];
      member = parents[member];
    }
  return member;
}

void
amp_person_forest_shorten (AmpPersonForest *self)
{
  for (guint32 i = 0; i < self->n; i++)
    self->parents[i] = amp_person_forest_find (self, i);
}

static guint32
look_up (const AmpPersonForest *self, guint32 member)
{
  while (self->parents[member] != member)
    member = self->parents[member];
  return member;
}

gboolean
amp_person_forest_is_joined (const AmpPersonForest *self, guint32 one, guint32 other)
{
  return look_up (self, one) == look_up (self, other);
}

void
amp_person_forest_fetch (const AmpPersonForest *self, guint32 member)
{
  __builtin_prefetch (&self->parents[member]);
}

void
amp_person_forest_join (AmpPersonForest *self, guint32 root, guint32 other)
{
  g_assert (root != other && self->parents[root] == root && self->parents[other] == other);
  self->parents[other] = root;
  self->n_groups--;
}

guint32
amp_person_forest_get_n (AmpPersonForest *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_groups;
}

/* A root may stand behind its members, so it is numbered with the first of them. */
void
amp_person_forest_number (AmpPersonForest *self)
{
  guint32 *parents = self->parents;
  guint32  n = 0;

  g_return_if_fail (self != NULL);

  amp_person_forest_shorten (self);
  for (guint32 i = 0; i < self->n; i++)
    {
      guint32 root = parents[i];

      if ((root & NUMBERED) != 0)
        continue;
      if ((parents[root] & NUMBERED) == 0)
        parents[root] = ++n | NUMBERED;
      parents[i] = parents[root];
    }
  g_assert (n == self->n_groups);
  for (guint32 i = 0; i < self->n; i++)
    parents[i] &= ~NUMBERED;
}

guint32
amp_person_forest_get_number (AmpPersonForest *self, guint32 member)
{
  g_return_val_if_fail (self != NULL && member < self->n, 0);
  return self->parents[member];
}

const guint32 *
amp_person_forest_get_numbers (AmpPersonForest *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->parents;
}
