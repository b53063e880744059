/* HTML text, escaped. Every string of a report goes through here: none of it
 * is trusted. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_html_append_text:
 * @html: what to append to
 * @text: UTF-8, any characters
 *
 * Appends @text as text, good between tags and in quoted attributes. Characters
 * that HTML does not allow are dropped.
 */
void amp_html_append_text (GString *html, const char *text);

/**
 * amp_html_append_element:
 * @html: what to append to
 * @name: of the element, trusted
 * @attributes: (nullable): of it, trusted: "class=\"note\""
 * @text: its text
 */
void amp_html_append_element (GString *html, const char *name, const char *attributes, const char *text);

G_END_DECLS
