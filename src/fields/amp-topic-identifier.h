/* Identifiers inside free text. Private to this layer. Thread-safe. */
#pragma once

#include "amp-category.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_topic_identifier_at_number:
 * @text: (array length=length): a text
 * @length: bytes
 * @start: where a run of digits, or a + before one, starts
 *
 * Looks for a social-security number with its right key, one of 13 characters
 * without a blank, and a phone number.
 *
 * Returns: official_id, contact, or 0.
 */
AmpCategorySet amp_topic_identifier_at_number (const char *text, gsize length, gsize start);

/**
 * amp_topic_identifier_at_word:
 * @text: (array length=length): a text
 * @length: bytes
 * @start: where a word starts
 *
 * Looks for an IBAN, in one piece or in groups.
 *
 * Returns: financial, or 0.
 */
AmpCategorySet amp_topic_identifier_at_word (const char *text, gsize length, gsize start);

/**
 * amp_topic_identifier_around_sign:
 * @text: (array length=length): a text
 * @length: bytes
 * @at: where an @ stands
 *
 * Looks for an e-mail address around it.
 *
 * Returns: contact, or 0.
 */
AmpCategorySet amp_topic_identifier_around_sign (const char *text, gsize length, gsize at);

/**
 * amp_topic_identifier_get_categories:
 *
 * Returns: every category that the functions above may return.
 */
AmpCategorySet amp_topic_identifier_get_categories (void);

G_END_DECLS
