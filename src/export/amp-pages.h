/* AmpPages: a document on pages of paper. One drawing for the PDF, the printer
 * and the preview.
 *
 * Immutable once made; borrows from its document, which must outlive it. Sizes
 * are points, 1/72 inch. */
#pragma once

#include <cairo.h>

#include "amp-document.h"

G_BEGIN_DECLS

/**
 * AmpPageSize:
 * @width: of the paper
 * @height: of the paper
 * @margin: on each side
 */
typedef struct
{
  double width;
  double height;
  double margin;
} AmpPageSize;

/* ISO 216: 210 by 297 millimetres. */
#define AMP_PAGE_A4 ((AmpPageSize){ 595.276, 841.89, 48 })

/**
 * AmpPageHeading:
 * @level: 1 to 3
 * @text: (transfer none): the heading
 * @page: where it stands, from 0
 * @y: how far down
 */
typedef struct
{
  guint       level;
  const char *text;
  guint       page;
  double      y;
} AmpPageHeading;

typedef struct _AmpPages AmpPages;

/**
 * amp_pages_new:
 * @document: what is on them
 * @size: of each page
 *
 * Returns: (transfer full): the document, broken into pages
 */
AmpPages *amp_pages_new (const AmpDocument *document, AmpPageSize size);

void amp_pages_free (AmpPages *self);

guint amp_pages_get_n_pages (const AmpPages *self);

AmpPageSize amp_pages_get_size (const AmpPages *self);

/**
 * amp_pages_draw:
 * @cr: where to draw, from 0, 0
 * @page: which, from 0
 * @is_tagged: whether @cr, of a PDF, receives the structure, too. All pages must
 *   then be drawn, one after the other: a table reaches over several
 */
void amp_pages_draw (const AmpPages *self, cairo_t *cr, guint page, gboolean is_tagged);

/**
 * amp_pages_dup_text:
 * @page: which, from 0
 *
 * Returns: (transfer full): what stands on the page, in reading order, for those
 *   who do not see it
 */
char *amp_pages_dup_text (const AmpPages *self, guint page);

guint amp_pages_get_n_headings (const AmpPages *self);

AmpPageHeading amp_pages_get_heading (const AmpPages *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPages, amp_pages_free)

G_END_DECLS
