/* A document as OpenDocument text (ISO/IEC 26300), which LibreOffice and Word
 * open: real headings, tables with heads, charts as vectors with alternative
 * texts. The same document gives the same bytes. Must not know what is reported
 * on. */
#pragma once

#include <gio/gio.h>

#include "amp-document.h"

G_BEGIN_DECLS

/**
 * amp_odt_document_write:
 * @document: what to write
 * @cancellable: (nullable): asked before each picture
 *
 * Returns: (transfer full) (nullable): the file; %NULL with an error of the
 *   chart layer, %AMP_EXPORT_ERROR_DRAW, or %G_IO_ERROR_CANCELLED
 */
GBytes *amp_odt_document_write (const AmpDocument *document, GCancellable *cancellable, GError **error);

G_END_DECLS
