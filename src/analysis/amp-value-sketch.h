/* Value sketches: how many different values each column of a source has, as an
 * estimate.
 *
 * A sketch keeps, for each column, a few hundred small numbers that say how rare the
 * rarest hash among so many was (HyperLogLog): no value can be read from it, and
 * sketches of parts of a dump add up to that of the whole. The hashes are keyed by
 * what the dump itself begins with, so that the same dump gives the same figure, and
 * nothing can be tried against a case without its dump. Sketch and key are wiped
 * when the import ends; what is kept is one rounded number a column.
 *
 * Not every column is looked at in every record: hashing all values of a wide dump would
 * cost a tenth of the import. */
#pragma once

#include "amp-row-parser.h"

G_BEGIN_DECLS

/* Columns beyond are not counted: so much memory is for what people export. */
#define AMP_VALUE_SKETCH_MAX_FIELDS 1024

typedef struct _AmpValueSketch AmpValueSketch;

/* What a part of the dump adds to a sketch, while it is not known whether the part was
 * read as it should be. */
typedef struct _AmpValueFinds AmpValueFinds;

/**
 * amp_value_sketch_new:
 * @n_fields: columns of the source
 * @varied: (array): which of them are looked at in every record, bit 0 of byte 0 for
 *   the first
 *
 * Returns: (transfer full): a sketch of no values
 */
AmpValueSketch *amp_value_sketch_new (guint n_fields, const guint8 *varied);

/* Wipes the sketch before giving it back. */
void amp_value_sketch_free (AmpValueSketch *self);

/**
 * amp_value_sketch_set_key:
 * @bytes: (array length=length): what the source begins with
 *
 * Keys the hashes; to be called before anything is found.
 */
void amp_value_sketch_set_key (AmpValueSketch *self, const guint8 *bytes, gsize length);

/**
 * amp_value_finds_new:
 * @sketch: outlives the finds
 *
 * Returns: (transfer full): no finds yet
 */
AmpValueFinds *amp_value_finds_new (const AmpValueSketch *sketch);

/* Wipes the finds before giving them back. */
void amp_value_finds_free (AmpValueFinds *self);

/* Forgets all finds. */
void amp_value_finds_reset (AmpValueFinds *self);

/**
 * amp_value_finds_add_row:
 * @row: a record
 * @bitmap: which of its columns are filled, bit 0 of byte 0 for the first
 *
 * Any thread may do so while others do, each with its own finds, and while one takes
 * finds into the sketch.
 */
void amp_value_finds_add_row (AmpValueFinds *self, const AmpRow *row, const guint8 *bitmap);

/**
 * amp_value_sketch_take:
 * @finds: of a part that was read as it should be
 *
 * Adds them. Of one thread.
 */
void amp_value_sketch_take (AmpValueSketch *self, const AmpValueFinds *finds);

/**
 * amp_value_sketch_estimate:
 * @field: a column, from 0
 * @filled: records that fill it
 *
 * Returns: about how many different values it has, with two digits that count; 0 for
 *   an empty column, and negative for one that is not counted
 */
gint64 amp_value_sketch_estimate (const AmpValueSketch *self, guint field, gint64 filled);

/**
 * amp_value_sketch_is_sampled:
 * @field: a column, from 0
 *
 * Returns: whether one record of sixteen was looked at: the column then has at least as
 *   many values as the estimate says
 */
gboolean amp_value_sketch_is_sampled (const AmpValueSketch *self, guint field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpValueSketch, amp_value_sketch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpValueFinds, amp_value_finds_free)

G_END_DECLS
