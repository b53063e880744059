/* Topics of free text: which categories a comment exposes beyond its own
 * field's. Knows words and the shapes of identifiers, not meaning. Immutable
 * after construction: any number of threads may share one. */
#pragma once

#include "amp-category.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AmpTopicScanner AmpTopicScanner;

/**
 * amp_topic_scanner_new:
 *
 * Compiles the word lists that ship with the program, French and English.
 *
 * Returns: (transfer full): a scanner.
 */
AmpTopicScanner *amp_topic_scanner_new (void);

/**
 * amp_topic_scanner_free:
 * @scanner: (transfer full) (nullable): a scanner
 */
void amp_topic_scanner_free (AmpTopicScanner *scanner);

/**
 * amp_topic_scanner_scan:
 * @scanner: a scanner
 * @utf8: (array length=length): a text; broken UTF-8 is passed over
 * @length: bytes
 *
 * Finds the terms of the lists (data/fields/topics-fr.tsv, topics-en.tsv) as
 * whole words, whatever their case, accents, plural or feminine and whatever
 * stands between their words, a hyphen or the end of a line too; and a
 * social-security number (→ official_id), a phone number or e-mail address
 * (→ contact) and an IBAN (→ financial).
 *
 * A denied topic counts as the topic: "no known diabetes" tells of health, and
 * a negative HIV test is as protected as a positive one. A phrase that means
 * something else hides the terms inside it: a "Bluetooth enceinte" (a
 * loudspeaker) is no pregnancy. Words that mostly mean something else are not in
 * the lists, as a topic found by mistake is a false alarm in a report.
 *
 * One pass, no allocation; linear time on any bytes.
 *
 * Returns: the categories the text exposes; 0 for none.
 */
AmpCategorySet amp_topic_scanner_scan (const AmpTopicScanner *scanner, const char *utf8, gsize length);

/**
 * amp_topic_scanner_get_categories:
 * @scanner: a scanner
 *
 * Returns: every category that amp_topic_scanner_scan() may find.
 */
AmpCategorySet amp_topic_scanner_get_categories (const AmpTopicScanner *scanner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpTopicScanner, amp_topic_scanner_free)

G_END_DECLS
