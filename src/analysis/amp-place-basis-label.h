/* The name that people read for a basis of the geography. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_place_basis_label_dup:
 * @codes: codes of bases as a case keeps them, with commas between
 *
 * Returns: (transfer full): whose addresses these are, in the language of the
 *   locale, with semicolons between: "The person’s own address"; a code that is
 *   unknown stays as it is
 */
char *amp_place_basis_label_dup (const char *codes);

G_END_DECLS
