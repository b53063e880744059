/* Fills a document. Invariant: every block has the members of its kind and no
 * others; a table has whole rows when its next block is added. */
#include "amp-document.h"

static void
term_free (gpointer data)
{
  AmpDocumentTerm *term = data;

  g_free (term->term);
  g_free (term->text);
  g_free (term->id);
  g_free (term);
}

static void
card_free (gpointer data)
{
  AmpDocumentCard *card = data;

  g_free (card->id);
  g_free (card->label);
  g_free (card->text);
  g_free (card->note);
  g_free (card);
}

static void
table_free (AmpDocumentTable *table)
{
  g_free (table->title);
  g_free (table->note);
  g_ptr_array_unref (table->columns);
  g_array_unref (table->is_number);
  g_ptr_array_unref (table->cells);
  g_array_unref (table->is_masked);
  g_ptr_array_unref (table->ids);
  g_free (table);
}

static void
block_free (gpointer data)
{
  AmpBlock *block = data;

  g_free (block->id);
  g_free (block->text);
  g_clear_pointer (&block->items, g_ptr_array_unref);
  g_clear_pointer (&block->terms, g_ptr_array_unref);
  g_clear_pointer (&block->cards, g_ptr_array_unref);
  g_clear_pointer (&block->table, table_free);
  amp_report_drawing_free (block->picture);
  g_free (block);
}

static AmpBlock *
add_block (AmpDocument *self, AmpBlockKind kind, AmpBlockStyle style)
{
  AmpBlock *block = g_new0 (AmpBlock, 1);

  block->kind = kind;
  block->style = style;
  g_ptr_array_add (self->blocks, block);
  return block;
}

static AmpBlock *
get_last (AmpDocument *self, AmpBlockKind kind)
{
  AmpBlock *block = g_ptr_array_index (self->blocks, self->blocks->len - 1);

  g_assert (block->kind == kind);
  return block;
}

AmpDocument *
amp_document_new (gboolean is_french, const char *title)
{
  AmpDocument *self = g_new0 (AmpDocument, 1);

  self->language = is_french ? "fr" : "en";
  self->title = g_strdup (title);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  amp_document_add_heading (self, 1, AMP_STYLE_PLAIN, NULL, title);
  return self;
}

void
amp_document_free (AmpDocument *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->author);
  g_free (self->footer);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

void
amp_document_add_heading (AmpDocument *self, guint level, AmpBlockStyle style, const char *id, const char *text)
{
  AmpBlock *block;

  g_return_if_fail (self != NULL && level >= 1 && level <= 3 && text != NULL);

  block = add_block (self, AMP_BLOCK_HEADING, style);
  block->level = level;
  block->id = g_strdup (id);
  block->text = g_strdup (text);
}

void
amp_document_add_paragraph (AmpDocument *self, AmpBlockStyle style, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  add_block (self, AMP_BLOCK_PARAGRAPH, style)->text = g_strdup (text);
}

void
amp_document_add_list (AmpDocument *self, char *const *items)
{
  AmpBlock *block;

  g_return_if_fail (self != NULL && items != NULL);

  block = add_block (self, AMP_BLOCK_LIST, AMP_STYLE_PLAIN);
  block->items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; items[i] != NULL; i++)
    g_ptr_array_add (block->items, g_strdup (items[i]));
}

void
amp_document_begin_terms (AmpDocument *self, AmpBlockStyle style)
{
  g_return_if_fail (self != NULL);

  add_block (self, AMP_BLOCK_TERMS, style)->terms = g_ptr_array_new_with_free_func (term_free);
}

void
amp_document_add_term (AmpDocument *self, const char *term, const char *text)
{
  amp_document_add_term_figure (self, term, text, NULL);
}

void
amp_document_add_term_figure (AmpDocument *self, const char *term, const char *text, const char *id)
{
  AmpDocumentTerm *added;

  g_return_if_fail (self != NULL && term != NULL);

  added = g_new0 (AmpDocumentTerm, 1);
  added->term = g_strdup (term);
  added->text = g_strdup (text != NULL && text[0] != '\0' ? text : "–");
  added->id = g_strdup (id);
  g_ptr_array_add (get_last (self, AMP_BLOCK_TERMS)->terms, added);
}

void
amp_document_begin_cards (AmpDocument *self)
{
  g_return_if_fail (self != NULL);

  add_block (self, AMP_BLOCK_CARDS, AMP_STYLE_PLAIN)->cards = g_ptr_array_new_with_free_func (card_free);
}

void
amp_document_add_card (AmpDocument *self, const AmpDocumentCard *card)
{
  AmpDocumentCard *added;

  g_return_if_fail (self != NULL && card != NULL);

  added = g_memdup2 (card, sizeof *card);
  added->id = g_strdup (card->id);
  added->label = g_strdup (card->label);
  added->text = g_strdup (card->text);
  added->note = g_strdup (card->note);
  g_ptr_array_add (get_last (self, AMP_BLOCK_CARDS)->cards, added);
}

AmpDocumentTable *
amp_document_begin_table (AmpDocument *self, const char *title)
{
  AmpDocumentTable *table;

  g_return_val_if_fail (self != NULL && title != NULL, NULL);

  table = g_new0 (AmpDocumentTable, 1);
  table->title = g_strdup (title);
  table->columns = g_ptr_array_new_with_free_func (g_free);
  table->is_number = g_array_new (FALSE, FALSE, sizeof (gboolean));
  table->cells = g_ptr_array_new_with_free_func (g_free);
  table->is_masked = g_array_new (FALSE, FALSE, sizeof (gboolean));
  table->ids = g_ptr_array_new_with_free_func (g_free);
  add_block (self, AMP_BLOCK_TABLE, AMP_STYLE_PLAIN)->table = table;
  return table;
}

void
amp_document_table_add_column (AmpDocumentTable *table, const char *title, gboolean is_number)
{
  g_return_if_fail (table != NULL && title != NULL && table->cells->len == 0);

  g_ptr_array_add (table->columns, g_strdup (title));
  g_array_append_val (table->is_number, is_number);
}

void
amp_document_table_add_cell (AmpDocumentTable *table, char *text, gboolean is_masked)
{
  amp_document_table_add_figure (table, text, is_masked, NULL);
}

void
amp_document_table_add_figure (AmpDocumentTable *table, char *text, gboolean is_masked, char *id)
{
  g_return_if_fail (table != NULL && text != NULL && table->columns->len > 0);

  g_ptr_array_add (table->cells, text);
  g_array_append_val (table->is_masked, is_masked);
  g_ptr_array_add (table->ids, id);
}

const char *
amp_document_table_get_id (const AmpDocumentTable *table, guint row, guint column)
{
  g_return_val_if_fail (table != NULL && row < amp_document_table_get_n_rows (table) && column < table->columns->len, NULL);

  return g_ptr_array_index (table->ids, row * table->columns->len + column);
}

guint
amp_document_table_get_n_rows (const AmpDocumentTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->columns->len > 0 ? table->cells->len / table->columns->len : 0;
}

const char *
amp_document_table_get_cell (const AmpDocumentTable *table, guint row, guint column, gboolean *is_masked)
{
  guint index;

  g_return_val_if_fail (table != NULL && column < table->columns->len, NULL);

  index = row * table->columns->len + column;
  g_return_val_if_fail (index < table->cells->len, NULL);
  if (is_masked != NULL)
    *is_masked = g_array_index (table->is_masked, gboolean, index);
  return g_ptr_array_index (table->cells, index);
}

void
amp_document_add_picture (AmpDocument *self, AmpReportDrawing *picture)
{
  g_return_if_fail (self != NULL && picture != NULL);

  add_block (self, AMP_BLOCK_PICTURE, AMP_STYLE_PLAIN)->picture = picture;
}
