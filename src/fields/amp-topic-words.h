/* Terms of one or more words, compiled into a tree over words. Filled once,
 * then immutable. Private to this layer. */
#pragma once

#include "amp-category.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AmpTopicWords AmpTopicWords;

/* Where a term begins; the other nodes are given by amp_topic_words_follow(). */
#define AMP_TOPIC_ROOT 0
/* No term goes on like this. */
#define AMP_TOPIC_NOWHERE G_MAXUINT32
/* Longer terms are refused, longer words match nothing. */
#define AMP_TOPIC_MAXIMUM_WORDS 6
#define AMP_TOPIC_MAXIMUM_LETTERS 40
/* Beside the categories: this term means something else, and takes back the
 * shorter ones inside it. */
#define AMP_TOPIC_EXCEPTION (1u << 31)
G_STATIC_ASSERT (AMP_N_CATEGORIES < 31);

/**
 * amp_topic_words_new:
 *
 * Returns: (transfer full): no terms.
 */
AmpTopicWords *amp_topic_words_new (void);

/**
 * amp_topic_words_free:
 * @words: (transfer full): terms
 */
void amp_topic_words_free (AmpTopicWords *words);

/**
 * amp_topic_words_add:
 * @words: terms
 * @term: a term, UTF-8
 * @categories: what it exposes, or %AMP_TOPIC_EXCEPTION
 */
void amp_topic_words_add (AmpTopicWords *words, const char *term, AmpCategorySet categories);

/**
 * amp_topic_word_reduce:
 * @letters: (array length=length) (inout): a word, folded to upper-case ASCII
 * @length: letters, at least 1
 *
 * Leaves out what does not change the meaning: the plural of a word of more
 * than three letters (-s, -x after u), then the feminine of one of more than
 * five (-e). A word of digits becomes "0": any number stands for any other.
 *
 * Returns: the letters that are left, at least 1.
 */
gsize amp_topic_word_reduce (char *letters, gsize length);

/**
 * amp_topic_words_may_begin:
 * @words: terms
 * @letters: (array length=length): a reduced word
 * @length: its letters, at least 1
 *
 * A quick look that spares most words of a text the search in the tree.
 *
 * Returns: %FALSE when no term begins with the word.
 */
gboolean amp_topic_words_may_begin (const AmpTopicWords *words, const char *letters, gsize length);

/**
 * amp_topic_words_hash:
 * @letters: (array length=length): a reduced word
 * @length: its letters
 *
 * Returns: the hash by which amp_topic_words_follow() finds the word.
 */
guint32 amp_topic_words_hash (const char *letters, gsize length);

/**
 * amp_topic_words_follow:
 * @words: terms
 * @node: %AMP_TOPIC_ROOT or a node
 * @hash: the word's amp_topic_words_hash()
 * @letters: (array length=length): a reduced word
 * @length: its letters
 * @categories: (out): of the term that ends here; 0 when none does
 *
 * Returns: the node after the word, or %AMP_TOPIC_NOWHERE.
 */
guint32 amp_topic_words_follow (const AmpTopicWords *words, guint32 node, guint32 hash, const char *letters, gsize length, AmpCategorySet *categories);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpTopicWords, amp_topic_words_free)

G_END_DECLS
