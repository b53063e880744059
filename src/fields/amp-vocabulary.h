/* Words that values of a type are made of. Immutable after construction: any
 * number of threads may share one. Private to this layer. */
#pragma once

#include "amp-field-type.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AmpVocabulary AmpVocabulary;

/* How many types can have words. */
#define AMP_VOCABULARY_MAXIMUM_TYPES 32

/**
 * amp_vocabulary_get_default:
 *
 * Returns: (transfer none): the vocabulary that ships with the program.
 */
const AmpVocabulary *amp_vocabulary_get_default (void);

/**
 * amp_vocabulary_get_n_types:
 * @vocabulary: the vocabulary
 *
 * Returns: how many types have words, at most %AMP_VOCABULARY_MAXIMUM_TYPES.
 */
guint amp_vocabulary_get_n_types (const AmpVocabulary *vocabulary);

/**
 * amp_vocabulary_get_type:
 * @vocabulary: the vocabulary
 * @bit: a bit number of a set that amp_vocabulary_look_up() returns
 *
 * Returns: the type that @bit stands for.
 */
AmpFieldType amp_vocabulary_get_type (const AmpVocabulary *vocabulary, guint bit);

/**
 * amp_vocabulary_get_set:
 * @vocabulary: the vocabulary
 * @type: an #AmpFieldType
 *
 * Returns: the set that has @type alone; 0 when it has no words.
 */
guint32 amp_vocabulary_get_set (const AmpVocabulary *vocabulary, AmpFieldType type);

/**
 * amp_vocabulary_look_up:
 * @vocabulary: the vocabulary
 * @bytes: (array length=length): a filled value, UTF-8
 * @length: bytes
 *
 * Looks for the whole value, for its first word, and, for the words of an
 * address, for each of the first few words.
 *
 * Returns: the types whose word it is, one bit each.
 */
guint32 amp_vocabulary_look_up (const AmpVocabulary *vocabulary, const char *bytes, gsize length);

G_END_DECLS
