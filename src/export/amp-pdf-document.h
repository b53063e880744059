/* A document as PDF: pages with outline, structure and the language's texts, the
 * fonts within. The same document gives the same bytes. Must not know what is
 * reported on. */
#pragma once

#include <gio/gio.h>

#include "amp-document.h"

G_BEGIN_DECLS

/**
 * amp_pdf_document_write:
 * @document: what to write
 * @cancellable: (nullable): asked before each page
 *
 * Returns: (transfer full) (nullable): the file; %NULL with
 *   %AMP_EXPORT_ERROR_DRAW, or %G_IO_ERROR_CANCELLED
 */
GBytes *amp_pdf_document_write (const AmpDocument *document, GCancellable *cancellable, GError **error);

G_END_DECLS
