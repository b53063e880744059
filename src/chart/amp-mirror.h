/* Two series of one division, ready to be drawn back to back.
 *
 * Owns copies of every text. Rows stay in the order in which they were added:
 * sorting, formatting and translating are the caller's. Knows nothing of what
 * the numbers are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpMirrorRow:
 * @label: the row's name, UTF-8
 * @values: of the left and of the right; what is not a finite number above zero
 *   draws as nothing
 * @texts: the numbers as people read them
 * @description: (nullable): the row in words, for tool tips and screen readers
 */
typedef struct
{
  char  *label;
  double values[2];
  char  *texts[2];
  char  *description;
} AmpMirrorRow;

/**
 * AmpMirror:
 *
 * The rows. The count of references is atomic, the content is not: fill it in
 * one thread, then only read it.
 */
typedef struct _AmpMirror AmpMirror;

/**
 * amp_mirror_new:
 * @left: (nullable): what the bars at the left are of
 * @right: (nullable): what the bars at the right are of
 *
 * Returns: (transfer full): no row yet
 */
AmpMirror *amp_mirror_new (const char *left, const char *right);

AmpMirror *amp_mirror_ref (AmpMirror *self);

void amp_mirror_unref (AmpMirror *self);

/**
 * amp_mirror_add:
 * @label: (nullable): the row's name
 * @values: (array fixed-size=2): see #AmpMirrorRow
 * @texts: (array fixed-size=2): likewise
 * @description: (nullable): likewise
 *
 * Appends a row.
 */
void amp_mirror_add (AmpMirror *self, const char *label, const double *values, const char *const *texts, const char *description);

/**
 * amp_mirror_set_empty_text:
 * @text: (nullable): what is drawn where there is no row
 */
void amp_mirror_set_empty_text (AmpMirror *self, const char *text);

guint amp_mirror_get_n_rows (const AmpMirror *self);

/**
 * amp_mirror_get_row:
 * @index: below the number of rows
 *
 * Returns: (transfer none): the row
 */
const AmpMirrorRow *amp_mirror_get_row (const AmpMirror *self, guint index);

/**
 * amp_mirror_get_side:
 * @side: 0 the left, 1 the right
 *
 * Returns: (transfer none) (nullable): what its bars are of
 */
const char *amp_mirror_get_side (const AmpMirror *self, guint side);

const char *amp_mirror_get_empty_text (const AmpMirror *self);

/**
 * amp_mirror_get_maximum:
 *
 * Returns: the value of a full bar, the same on both sides; finite, above zero
 */
double amp_mirror_get_maximum (const AmpMirror *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpMirror, amp_mirror_unref)

G_END_DECLS
