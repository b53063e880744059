/* AmpDocument: what a report reads like, before it is a page of any format:
 * headings, paragraphs, lists, tables, pictures with words for those who do not
 * see them. The writers of HTML, PDF and OpenDocument walk it, and so do the
 * printer and the preview.
 *
 * A value object, filled in reading order. Its texts are plain UTF-8 in the
 * language of the document, and none of them is trusted. Must not know any
 * format, nor what it reports on. */
#pragma once

#include <glib.h>

#include "amp-report-drawing.h"

G_BEGIN_DECLS

/**
 * AmpBlockKind:
 * @AMP_BLOCK_HEADING: opens a section, down to the next heading as high
 * @AMP_BLOCK_PARAGRAPH: text
 * @AMP_BLOCK_LIST: sentences, one item each
 * @AMP_BLOCK_TERMS: terms and what is said of each
 * @AMP_BLOCK_CARDS: figures at the head of a report
 * @AMP_BLOCK_TABLE: a table
 * @AMP_BLOCK_PICTURE: a chart or map
 */
typedef enum
{
  AMP_BLOCK_HEADING,
  AMP_BLOCK_PARAGRAPH,
  AMP_BLOCK_LIST,
  AMP_BLOCK_TERMS,
  AMP_BLOCK_CARDS,
  AMP_BLOCK_TABLE,
  AMP_BLOCK_PICTURE,
} AmpBlockKind;

/**
 * AmpBlockStyle:
 * @AMP_STYLE_PLAIN: like most
 * @AMP_STYLE_CAPTION: what is said in passing
 * @AMP_STYLE_WARNING: what a reader must not miss
 * @AMP_STYLE_HEAD: terms that stand at the head of the document
 * @AMP_STYLE_CHART: a section of a chart and its table
 * @AMP_STYLE_MAP: a section of a map
 * @AMP_STYLE_CROSSING: a section of a table with many columns
 */
typedef enum
{
  AMP_STYLE_PLAIN,
  AMP_STYLE_CAPTION,
  AMP_STYLE_WARNING,
  AMP_STYLE_HEAD,
  AMP_STYLE_CHART,
  AMP_STYLE_MAP,
  AMP_STYLE_CROSSING,
} AmpBlockStyle;

/**
 * AmpDocumentTerm:
 * @term: what is explained, or asked
 * @text: what is said
 * @id: (nullable): the identifier of the figure that is said
 */
typedef struct
{
  char *term;
  char *text;
  char *id;
} AmpDocumentTerm;

/**
 * AmpDocumentCard:
 * @id: stable name of the figure
 * @label: what it counts
 * @text: the figure
 * @note: (nullable): what to know about it
 * @accent: (nullable): code of a severity band, which colours it
 * @is_masked: whether it is not told
 */
typedef struct
{
  char       *id;
  char       *label;
  char       *text;
  char       *note;
  const char *accent;
  gboolean    is_masked;
} AmpDocumentCard;

/**
 * AmpDocumentTable:
 * @title: what it shows
 * @columns: (element-type utf8): the heads
 * @is_number: (element-type gboolean): whether a column holds numbers
 * @cells: (element-type utf8): row by row; the first of a row names it
 * @is_masked: (element-type gboolean): for each cell, whether it is not told
 * @ids: (element-type utf8): for each cell, the identifier of the figure in it,
 *   or %NULL
 * @note: (nullable): what stands below it
 */
typedef struct
{
  char      *title;
  GPtrArray *columns;
  GArray    *is_number;
  GPtrArray *cells;
  GArray    *is_masked;
  GPtrArray *ids;
  char      *note;
} AmpDocumentTable;

/**
 * AmpBlock:
 * @kind: which of the members below it has
 * @style: how it looks
 * @level: of a heading: 1 for the title, 2 and 3 below
 * @id: (nullable): of a heading: stable name
 * @text: of a heading or paragraph
 * @items: (element-type utf8): of a list
 * @terms: (element-type AmpDocumentTerm): of terms
 * @cards: (element-type AmpDocumentCard): of cards
 * @table: of a table
 * @picture: of a picture
 */
typedef struct
{
  AmpBlockKind      kind;
  AmpBlockStyle     style;
  guint             level;
  char             *id;
  char             *text;
  GPtrArray        *items;
  GPtrArray        *terms;
  GPtrArray        *cards;
  AmpDocumentTable *table;
  AmpReportDrawing *picture;
} AmpBlock;

/**
 * AmpDocument:
 * @language: "fr" or "en"
 * @title: the title
 * @author: (nullable): who answers for it
 * @footer: (nullable): one line for the foot of each page
 * @blocks: (element-type AmpBlock): in reading order
 */
typedef struct
{
  const char *language;
  char       *title;
  char       *author;
  char       *footer;
  GPtrArray  *blocks;
} AmpDocument;

/**
 * amp_document_new:
 * @is_french: whether its texts are French
 * @title: the title; also its first heading
 *
 * Returns: (transfer full): a document with a title
 */
AmpDocument *amp_document_new (gboolean is_french, const char *title);

void amp_document_free (AmpDocument *self);

/**
 * amp_document_add_heading:
 * @level: 2 or 3
 * @id: (nullable): stable name of the section, unique in the document
 * @style: of the section
 */
void amp_document_add_heading (AmpDocument *self, guint level, AmpBlockStyle style, const char *id, const char *text);

void amp_document_add_paragraph (AmpDocument *self, AmpBlockStyle style, const char *text);

/**
 * amp_document_add_list:
 * @items: (array zero-terminated=1): the sentences
 */
void amp_document_add_list (AmpDocument *self, char *const *items);

/**
 * amp_document_begin_terms:
 *
 * Adds a block without terms.
 */
void amp_document_begin_terms (AmpDocument *self, AmpBlockStyle style);

/**
 * amp_document_add_term:
 * @text: (nullable): %NULL or "" for what is not known
 *
 * Adds to the terms begun last.
 */
void amp_document_add_term (AmpDocument *self, const char *term, const char *text);

/**
 * amp_document_add_term_figure:
 * @id: (nullable): the identifier of the figure
 *
 * The same of a figure that can be pointed at.
 */
void amp_document_add_term_figure (AmpDocument *self, const char *term, const char *text, const char *id);

void amp_document_begin_cards (AmpDocument *self);

/**
 * amp_document_add_card:
 *
 * Adds to the cards begun last; all is copied.
 */
void amp_document_add_card (AmpDocument *self, const AmpDocumentCard *card);

/**
 * amp_document_begin_table:
 * @title: what it shows
 *
 * Adds a table without columns and rows.
 *
 * Returns: (transfer none): the table
 */
AmpDocumentTable *amp_document_begin_table (AmpDocument *self, const char *title);

void amp_document_table_add_column (AmpDocumentTable *table, const char *title, gboolean is_number);

/**
 * amp_document_table_add_cell:
 * @text: (transfer full): what it says; for a masked cell, that it is masked
 *
 * Adds the next cell of the row, or the first of the next one.
 */
void amp_document_table_add_cell (AmpDocumentTable *table, char *text, gboolean is_masked);

/**
 * amp_document_table_add_figure:
 * @text: (transfer full): as for amp_document_table_add_cell()
 * @id: (transfer full): the identifier of the figure
 *
 * Adds a cell that can be pointed at.
 */
void amp_document_table_add_figure (AmpDocumentTable *table, char *text, gboolean is_masked, char *id);

/**
 * amp_document_table_get_id:
 *
 * Returns: (transfer none) (nullable): the identifier of the figure in the cell
 */
const char *amp_document_table_get_id (const AmpDocumentTable *table, guint row, guint column);

guint amp_document_table_get_n_rows (const AmpDocumentTable *table);

/**
 * amp_document_table_get_cell:
 * @is_masked: (out) (optional): whether it is not told
 *
 * Returns: (transfer none): the cell
 */
const char *amp_document_table_get_cell (const AmpDocumentTable *table, guint row, guint column, gboolean *is_masked);

/**
 * amp_document_add_picture:
 * @picture: (transfer full): drawn without its title
 */
void amp_document_add_picture (AmpDocument *self, AmpReportDrawing *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpDocument, amp_document_free)

G_END_DECLS
