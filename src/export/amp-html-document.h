/* A document as one HTML page: no script, no reference to anything outside,
 * pictures inline. Reads well on paper, in the dark and aloud. Must not know
 * what is reported on. */
#pragma once

#include <gio/gio.h>

#include "amp-document.h"

G_BEGIN_DECLS

/**
 * amp_html_document_write:
 * @document: what to write
 * @cancellable: (nullable): asked before each picture
 *
 * Returns: (transfer full) (nullable): the page; %NULL with an error of the
 *   chart layer, or %G_IO_ERROR_CANCELLED
 */
GBytes *amp_html_document_write (const AmpDocument *document, GCancellable *cancellable, GError **error);

G_END_DECLS
