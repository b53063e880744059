/* Annotations: what the analyst adds to a finished case: named filters,
 * adjustments of the severity, the text of a notification. Names and texts; must
 * not know what they mean.
 *
 * They are the one part of a case that changes, and it changes as the case
 * itself appears: a copy takes the new text, is flushed, and replaces the file
 * in one rename. Whoever has the case open goes on reading the old file, which
 * says the same of the dump. */
#pragma once

#include "amp-case-file.h"
#include "amp-sql.h"

G_BEGIN_DECLS

/* The longest name and text, in bytes, and the most annotations of a case. */
#define AMP_ANNOTATION_MAX_NAME 200
#define AMP_ANNOTATION_MAX_TEXT (1024 * 1024)
#define AMP_MAX_ANNOTATIONS 4096

/**
 * amp_annotations_set:
 * @file: a case
 * @name: of the annotation: UTF-8, not empty
 * @text: (nullable): the new text, UTF-8; %NULL to remove the annotation
 *
 * Writes one annotation into the file that has the path of @file now. Two
 * programs that write to one case wait for each other.
 *
 * Returns: whether it is safe on the disk; %AMP_STORE_ERROR_LIMIT when it is
 *   longer than may be or one too many, else an error of opening a case or of
 *   writing one. On failure the case is as it was.
 */
gboolean amp_annotations_set (AmpCaseFile *file, const char *name, const char *text, GError **error);

/**
 * amp_annotations_dup:
 * @file: a case
 * @name: of the annotation
 *
 * Reads from the file that has the path of @file now.
 *
 * Returns: (transfer full) (nullable): the text; %NULL where there is none, and
 *   with @error set when the case cannot be read.
 */
char *amp_annotations_dup (AmpCaseFile *file, const char *name, GError **error);

/**
 * amp_annotations_list:
 * @file: a case
 * @prefix: what the names begin with; "" for all
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the names, in
 *   the order of their bytes; %NULL with @error set.
 */
char **amp_annotations_list (AmpCaseFile *file, const char *prefix, GError **error);

/**
 * amp_annotations_carry_over:
 * @path: where a new case is about to stand
 * @target: the new case, within its transaction
 * @lock: (out): a descriptor to close when the new case stands there, or -1:
 *   until then nobody changes an annotation of the old one
 *
 * Copies the annotations of the case that stands there into the new one. Where
 * nothing stands, or what cannot be read any more, there is nothing to copy.
 *
 * Returns: whether @target took them.
 */
gboolean amp_annotations_carry_over (const char *path, AmpSql *target, int *lock, GError **error);

G_END_DECLS
