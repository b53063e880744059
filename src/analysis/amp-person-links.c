/* Owns the order of pairs. */
#include "amp-person-links.h"

void
amp_person_links_init (AmpPersonLinks *self)
{
  self->pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
}

void
amp_person_links_clear (AmpPersonLinks *self)
{
  g_clear_pointer (&self->pairs, g_array_unref);
}

void
amp_person_links_add (AmpPersonLinks *self, guint32 one, guint32 other)
{
  guint64 pair = (guint64) MAX (one, other) << 32 | MIN (one, other);

  g_array_append_val (self->pairs, pair);
}

void
amp_person_links_take (AmpPersonLinks *self, AmpPersonLinks *other)
{
  if (other->pairs->len == 0)
    return;
  g_array_append_vals (self->pairs, other->pairs->data, other->pairs->len);
  amp_person_links_clear (other);
  amp_person_links_init (other);
}

static int
compare_pairs (gconstpointer one, gconstpointer other)
{
  const guint64 *a = one, *b = other;

  return (*a > *b) - (*a < *b);
}

void
amp_person_links_sort (AmpPersonLinks *self)
{
  g_array_sort (self->pairs, compare_pairs);
}
