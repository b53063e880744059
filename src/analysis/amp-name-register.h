/* Names: each distinct sketch of a name gets a number, and is counted.
 *
 * A country has far fewer names than people, so that a record keeps numbers. The dump
 * itself says which are names rather than misspellings: those that many records bear.
 * Holds sketches, never a name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpNameEntry:
 * @sketch: of the name, or 0
 * @details: what else is known of it
 * @is_frequent: whether many records bear a name of this sketch
 * @count: records that bear this one
 */
typedef struct
{
  guint32  sketch;
  guint16  details;
  gboolean is_frequent : 1;
  guint32  count;
} AmpNameEntry;

/**
 * AmpNameRegister:
 * @entries: (array length=n): the names, by number; 0 is none
 *
 * Read with amp_name_register_get(); the other fields are its own.
 */
typedef struct
{
  AmpNameEntry *entries;
  guint32       n;

  /*< private >*/
  guint32 *slots;
  gsize    size;
} AmpNameRegister;

AmpNameRegister *amp_name_register_new (void);

/**
 * amp_name_register_free:
 *
 * Wipes the sketches before giving them back.
 */
void amp_name_register_free (AmpNameRegister *self);

/**
 * amp_name_register_count:
 * @sketch: of a record's name, or 0
 * @details: what else is known of it
 *
 * Returns: the number of @sketch with these details, below the number of calls plus
 *   one
 */
guint32 amp_name_register_count (AmpNameRegister *self, guint32 sketch, guint16 details);

/**
 * amp_name_register_fetch:
 *
 * Makes counting @sketch soon faster; changes nothing.
 */
void amp_name_register_fetch (const AmpNameRegister *self, guint32 sketch, guint16 details);

/**
 * amp_name_register_mark_frequent:
 * @many: so many records are many
 *
 * Tells which sketches are borne by many, whatever their details.
 */
void amp_name_register_mark_frequent (AmpNameRegister *self, guint32 many);

/**
 * amp_name_register_get:
 * @number: of a name
 *
 * Returns: (transfer none): the name, until another is counted
 */
static inline const AmpNameEntry *
amp_name_register_get (const AmpNameRegister *self, guint32 number)
{
  return &self->entries[number];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpNameRegister, amp_name_register_free)

G_END_DECLS
