/* What a reader for the blind needs of a PDF and cairo cannot write: its
 * language, the alternative texts of pictures, what tables show and which way
 * their heads point, which marks mean nothing, its title as metadata
 * (ISO 32000-1, 14.7 to 14.9). libqpdf is used here alone.
 *
 * Deterministic. Must not know how the file was drawn. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AmpPdfWords:
 * @language: "fr" or "en"
 * @title: the title
 * @author: (nullable): who answers for it
 * @figures: (element-type utf8): what each picture shows, in reading order
 * @tables: (element-type utf8): what each table shows, in reading order
 */
typedef struct
{
  const char      *language;
  const char      *title;
  const char      *author;
  const GPtrArray *figures;
  const GPtrArray *tables;
} AmpPdfWords;

/**
 * amp_pdf_structure_complete:
 * @pdf: a tagged PDF with as many figures and tables as @words tells of
 * @error: %AMP_EXPORT_ERROR_DRAW when it has others, or cannot be read
 *
 * Returns: (transfer full) (nullable): the same pages
 */
GBytes *amp_pdf_structure_complete (GBytes *pdf, const AmpPdfWords *words, GError **error);

G_END_DECLS
