/* AmpOutlineSource: a file that outlines were imported from, so that whoever reads
 * a map knows whose lines these are.
 *
 * Plain values; must not know any outline. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpOutlineSource:
 * @name: base name of the file, printable
 * @sha256: of all its bytes as they were found, hexadecimal; "" when an older
 *   version imported it
 * @day: when it was first imported: "2026-11-28"; "" likewise
 * @n_areas: how many of the outlines that are kept came from it
 */
typedef struct
{
  char *name;
  char *sha256;
  char *day;
  guint n_areas;
} AmpOutlineSource;

/**
 * amp_outline_source_new:
 *
 * Returns: (transfer full): a source of no outline; all texts are copied
 */
AmpOutlineSource *amp_outline_source_new (const char *name, const char *sha256, const char *day);

void amp_outline_source_free (AmpOutlineSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpOutlineSource, amp_outline_source_free)

G_END_DECLS
