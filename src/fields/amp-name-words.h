/* The words of a name, folded to letters: what its parts are found in. Knows
 * nothing of which word is the first name. Private to this layer. Thread-safe:
 * no state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters of a name that are told apart; what follows is cut. */
#define AMP_NAME_SIZE 96

/* Words of a name that are told apart. */
#define AMP_NAME_MAX_WORDS 8

/**
 * AmpNameWord:
 * @begin: its first letter, in the letters of all
 * @length: letters
 * @is_capitals: whether all of it was written in capitals, and it has two letters
 * @is_bound: whether a hyphen binds it to the word before it
 * @follows_comma: whether a comma stands before it
 */
typedef struct
{
  guint8   begin;
  guint8   length;
  gboolean is_capitals;
  gboolean is_bound;
  gboolean follows_comma;
} AmpNameWord;

/**
 * AmpNameWords:
 * @letters: upper-case ASCII of all words, one behind the other
 * @words: (array length=n_words): where each is
 */
typedef struct
{
  char        letters[AMP_NAME_SIZE];
  AmpNameWord words[AMP_NAME_MAX_WORDS];
  guint       n_words;
} AmpNameWords;

/**
 * amp_name_words_read:
 * @bytes: (array length=length): a name, UTF-8
 * @length: bytes
 * @words: (out): its words
 *
 * Accents are folded, ligatures written out (Œ as OE), apostrophes vanish, a
 * particle belongs to the word behind it, and "ST" is "SAINT": "Le Goff",
 * "LE-GOFF" and "LeGoff", or "d’Été" and "D ETE", are one word each. Titles in
 * front ("Mme", "Dr") are dropped, unless nothing else is there.
 */
void amp_name_words_read (const char *bytes, gsize length, AmpNameWords *words);

G_END_DECLS
