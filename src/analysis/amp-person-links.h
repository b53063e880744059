/* Links: the pairs of records that a rule joins, kept until it is their turn.
 * Eight bytes each. Knows nothing of what joins them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GArray *pairs; /* guint64: the later record above the earlier one */
} AmpPersonLinks;

void amp_person_links_init (AmpPersonLinks *self);
void amp_person_links_clear (AmpPersonLinks *self);

/* Notes that @one and @other, two different records, may be joined. */
void amp_person_links_add (AmpPersonLinks *self, guint32 one, guint32 other);

/* Moves the pairs of @other here, behind those that are. */
void amp_person_links_take (AmpPersonLinks *self, AmpPersonLinks *other);

/* Puts the pairs in the order of their later records. */
void amp_person_links_sort (AmpPersonLinks *self);

static inline guint32
amp_person_links_get_earlier (const AmpPersonLinks *self, guint index)
{
  return (guint32) g_array_index (self->pairs, guint64, index);
}

static inline guint32
amp_person_links_get_later (const AmpPersonLinks *self, guint index)
{
  return (guint32) (g_array_index (self->pairs, guint64, index) >> 32);
}

G_END_DECLS
