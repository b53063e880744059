/* The words of column headers and the types they announce. Immutable after
 * construction: any number of threads may share one. */
#pragma once

#include "amp-field-type.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AmpHeaderDictionary AmpHeaderDictionary;

/**
 * AmpHeaderMatch:
 * @type: what the header announces
 * @weight: how surely, from 0 to 1
 * @words: (owned): the words of the header that say so
 */
typedef struct
{
  AmpFieldType type;
  double       weight;
  char        *words;
} AmpHeaderMatch;

/**
 * amp_header_dictionary_get_default:
 *
 * Returns: (transfer none): the dictionary that ships with the program.
 */
const AmpHeaderDictionary *amp_header_dictionary_get_default (void);

/**
 * amp_header_dictionary_match:
 * @dictionary: the dictionary
 * @header: a column header, UTF-8; may be empty
 *
 * Returns: (transfer full) (element-type AmpHeaderMatch): the types that
 *   @header announces, each once, the surest first; empty when it says nothing.
 */
GArray *amp_header_dictionary_match (const AmpHeaderDictionary *dictionary, const char *header);

G_END_DECLS
