/* What fills the pages of a document, from the top to the foot and on to the
 * next. Internal to the files that lay out pages. */
#pragma once

#include "amp-page-text.h"
#include "amp-pages.h"

G_BEGIN_DECLS

/**
 * AmpPageFlow:
 *
 * Where the next piece goes. Pieces stay where they are put.
 */
typedef struct _AmpPageFlow AmpPageFlow;

/**
 * amp_page_flow_get_width:
 *
 * Returns: points between the margins
 */
double amp_page_flow_get_width (const AmpPageFlow *self);

/**
 * amp_page_flow_get_left:
 *
 * Returns: where lines begin
 */
double amp_page_flow_get_left (const AmpPageFlow *self);

/**
 * amp_page_flow_get_bottom:
 *
 * Returns: where lines end; the foot of the page is below
 */
double amp_page_flow_get_bottom (const AmpPageFlow *self);

/**
 * amp_page_flow_need:
 * @height: what must stay together
 *
 * Begins a new page where @height does not fit on this one, unless it would fit
 * on none.
 *
 * Returns: whether a new page was begun
 */
gboolean amp_page_flow_need (AmpPageFlow *self, double height);

/**
 * amp_page_flow_fits:
 *
 * Returns: whether @height fits on this page
 */
gboolean amp_page_flow_fits (const AmpPageFlow *self, double height);

/**
 * amp_page_flow_skip:
 * @height: blank space; none at the top of a page
 */
void amp_page_flow_skip (AmpPageFlow *self, double height);

/**
 * amp_page_flow_advance:
 * @height: what was put there
 */
void amp_page_flow_advance (AmpPageFlow *self, double height);

/**
 * amp_page_flow_put_text:
 * @layout: (transfer full): the text
 * @x: where it begins
 * @dy: how far below the present place
 * @tag: structure element of a PDF: "P", "TD"…
 * @color: of the text
 */
void amp_page_flow_put_text (AmpPageFlow *self, PangoLayout *layout, double x, double dy, const char *tag, AmpColor color);

/**
 * amp_page_flow_add_text:
 * @layout: (transfer full): the text
 * @x: where it begins
 * @tag: structure element of a PDF
 * @color: of the text
 *
 * Puts lines one below the other, over several pages if need be.
 */
void amp_page_flow_add_text (AmpPageFlow *self, PangoLayout *layout, double x, const char *tag, AmpColor color);

/**
 * amp_page_flow_put_box:
 * @dy: how far below the present place
 * @fill: (nullable): of what colour it is
 * @edge: (nullable): of what colour its edge is
 */
void amp_page_flow_put_box (AmpPageFlow *self, double x, double dy, double width, double height, const AmpColor *fill, const AmpColor *edge);

/**
 * amp_page_flow_put_picture:
 * @scale: points to a pixel
 */
void amp_page_flow_put_picture (AmpPageFlow *self, const AmpReportDrawing *picture, double x, double scale);

/**
 * amp_page_flow_begin_tag, amp_page_flow_end_tag:
 * @tag: structure element of a PDF that holds others, on one page or several
 */
void amp_page_flow_begin_tag (AmpPageFlow *self, const char *tag);
void amp_page_flow_end_tag (AmpPageFlow *self, const char *tag);

/* amp-page-blocks.c: puts blocks that are neither text nor picture. */
void amp_page_flow_add_terms (AmpPageFlow *self, const AmpBlock *block);
void amp_page_flow_add_cards (AmpPageFlow *self, const AmpBlock *block);

/* amp-page-table.c */
void amp_page_flow_add_table (AmpPageFlow *self, const AmpDocumentTable *table);

G_END_DECLS
