/* What stands on a page of a tagged PDF and belongs to nothing: rules, boxes, the
 * line at the foot. A reader for the blind skips what is marked as an artifact
 * (ISO 32000-1, 14.8.2.2); cairo leaves it unmarked.
 *
 * A function of the operators of a page. Must not know files, nor who drew. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_pdf_mark_artifacts:
 * @content: the content stream of a page, decoded
 * @length: its bytes
 *
 * Marks whatever paints outside of all marked content. What is not understood
 * (text objects that reach over a mark) stays as it is.
 *
 * Returns: (transfer full): the content stream
 */
GByteArray *amp_pdf_mark_artifacts (const char *content, gsize length);

G_END_DECLS
