/* Walks a document and writes HTML. Invariant: sections are nested as the
 * levels of their headings are, and all of them are closed. */
#include "amp-html-document.h"

#include "amp-export-resources.h"
#include "amp-html-picture-pool.h"
#include "amp-html.h"

typedef struct
{
  GString            *html;
  const AmpDocument  *document;
  GCancellable       *cancellable;
  AmpHtmlPicturePool *pool;
  guint               n_pictures;
  guint               level; /* of the innermost open section; 1 in the header */
  gboolean            is_paired;
} Writer;

static void
append_style (GString *html)
{
  g_autoptr (GBytes) style = g_resource_lookup_data (amp_export_get_resource (), "/org/ampleur/export/report.css", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize       length;
  const char *text = g_bytes_get_data (style, &length);

  g_string_append (html, "<style>\n");
  g_string_append_len (html, text, (gssize) length);
  g_string_append (html, "</style>\n");
}

static void
append_head (GString *html, const AmpDocument *document)
{
  g_string_append_printf (html, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n", document->language);
  /* Pictures carry style attributes, so styles must be allowed; nothing is
   * fetched, run or sent, whatever stands in the page. */
  g_string_append (html, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n"
                         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                         "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
                         "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
                         "<meta name=\"generator\" content=\"Ampleur " AMP_VERSION "\"/>\n");
  amp_html_append_element (html, "title", NULL, document->title);
  append_style (html);
  g_string_append (html, "</head>\n<body>\n<header>\n");
}

static void
close_pair (Writer *writer)
{
  if (writer->is_paired)
    g_string_append (writer->html, "</div>\n");
  writer->is_paired = FALSE;
}

/* What ends before a heading of @level: sections as deep, or the header. */
static void
close_sections (Writer *writer, guint level)
{
  close_pair (writer);
  if (writer->level == 1)
    g_string_append (writer->html, "</header>\n<main>\n");
  for (; writer->level > 1 && writer->level >= level; writer->level--)
    g_string_append (writer->html, "</section>\n");
}

static const char *
get_section_class (AmpBlockStyle style)
{
  switch (style)
    {
    case AMP_STYLE_CHART:
      return " class=\"table\"";
    case AMP_STYLE_MAP:
      return " class=\"map\"";
    case AMP_STYLE_CROSSING:
      return " class=\"table crossing\"";
    default:
      return "";
    }
}

static void
append_heading (Writer *writer, const AmpBlock *block)
{
  char name[] = "h0";

  name[1] = (char) ('0' + block->level);
  if (block->level > 1)
    {
      close_sections (writer, block->level);
      g_string_append_printf (writer->html, "<section%s", get_section_class (block->style));
      if (block->id != NULL)
        g_string_append_printf (writer->html, " id=\"%s\"", block->id);
      g_string_append (writer->html, ">\n");
    }
  writer->level = block->level;
  amp_html_append_element (writer->html, name, NULL, block->text);
}

static void
append_paragraph (Writer *writer, const AmpBlock *block)
{
  const char *attributes = block->style == AMP_STYLE_WARNING ? "class=\"warning\"" : block->style == AMP_STYLE_CAPTION ? "class=\"caption\""
                                                                                                                       : NULL;

  amp_html_append_element (writer->html, "p", attributes, block->text);
}

static void
append_list (Writer *writer, const AmpBlock *block)
{
  g_string_append (writer->html, "<ul class=\"reasons\">\n");
  for (guint i = 0; i < block->items->len; i++)
    amp_html_append_element (writer->html, "li", NULL, g_ptr_array_index (block->items, i));
  g_string_append (writer->html, "</ul>\n");
}

/* A text that @id, if any, points at. */
static void
append_figure (GString *html, const char *name, const char *others, const char *text, const char *id)
{
  g_autoptr (GString) attributes = g_string_new (others);

  if (id != NULL)
    {
      g_string_append (attributes, attributes->len > 0 ? " id=\"" : "id=\"");
      amp_html_append_text (attributes, id);
      g_string_append_c (attributes, '"');
    }
  amp_html_append_element (html, name, attributes->str, text);
}

/* Terms and texts side by side. */
static void
append_terms (Writer *writer, const AmpBlock *block)
{
  g_string_append_printf (writer->html, "<dl class=\"%s\">\n", block->style == AMP_STYLE_HEAD ? "mandate" : "notes");
  for (guint i = 0; i < block->terms->len; i++)
    {
      const AmpDocumentTerm *term = g_ptr_array_index (block->terms, i);

      g_string_append (writer->html, "<div>");
      amp_html_append_element (writer->html, "dt", NULL, term->term);
      append_figure (writer->html, "dd", NULL, term->text, term->id);
      g_string_append (writer->html, "</div>\n");
    }
  g_string_append (writer->html, "</dl>\n");
}

static void
append_card (GString *html, const AmpDocumentCard *card)
{
  g_string_append (html, "<div");
  if (card->accent != NULL)
    g_string_append_printf (html, " class=\"severity %s\"", card->accent);
  else if (card->is_masked)
    g_string_append (html, " class=\"masked\"");
  g_string_append_c (html, '>');
  amp_html_append_element (html, "dt", NULL, card->label);
  append_figure (html, "dd", NULL, card->text, card->id);
  if (card->note != NULL)
    amp_html_append_element (html, "dd", "class=\"note\"", card->note);
  g_string_append (html, "</div>\n");
}

static void
append_cards (Writer *writer, const AmpBlock *block)
{
  g_string_append (writer->html, "<dl class=\"cards\">\n");
  for (guint i = 0; i < block->cards->len; i++)
    append_card (writer->html, g_ptr_array_index (block->cards, i));
  g_string_append (writer->html, "</dl>\n");
}

static void
append_cell (GString *html, const AmpDocumentTable *table, guint row, guint column)
{
  gboolean    is_masked;
  const char *text = amp_document_table_get_cell (table, row, column, &is_masked);
  const char *id = amp_document_table_get_id (table, row, column);
  const char *attributes = column == 0 ? "scope=\"row\"" : "class=\"code\"";

  if (g_array_index (table->is_number, gboolean, column))
    attributes = is_masked ? "class=\"number masked\"" : "class=\"number\"";
  append_figure (html, column == 0 ? "th" : "td", attributes, text, id);
}

static void
append_table (Writer *writer, const AmpBlock *block)
{
  const AmpDocumentTable *table = block->table;
  GString                *html = writer->html;

  g_string_append (html, "<div class=\"scroll\">\n<table>\n");
  amp_html_append_element (html, "caption", NULL, table->title);
  g_string_append (html, "<thead><tr>");
  for (guint i = 0; i < table->columns->len; i++)
    amp_html_append_element (html, "th", g_array_index (table->is_number, gboolean, i) ? "scope=\"col\" class=\"number\"" : "scope=\"col\"", g_ptr_array_index (table->columns, i));
  g_string_append (html, "</tr></thead>\n<tbody>\n");
  for (guint row = 0; row < amp_document_table_get_n_rows (table); row++)
    {
      g_string_append (html, "<tr>");
      for (guint column = 0; column < table->columns->len; column++)
        append_cell (html, table, row, column);
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</tbody>\n</table>\n");
  if (table->note != NULL)
    amp_html_append_element (html, "p", "class=\"caption\"", table->note);
  g_string_append (html, "</div>\n");
}

/* What stands before <svg> is for files of their own. */
static gboolean
append_picture (Writer *writer, const AmpBlock *block, gboolean is_before_table, GError **error)
{
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *prefix = NULL;
  const char      *text, *start;
  gsize            length;

  if (g_cancellable_set_error_if_cancelled (writer->cancellable, error))
    return FALSE;
  prefix = g_strdup_printf ("v%u", ++writer->n_pictures);
  svg = amp_report_drawing_to_svg (block->picture, prefix, error);
  if (svg == NULL)
    return FALSE;
  text = g_bytes_get_data (svg, &length);
  start = g_strstr_len (text, (gssize) length, "<svg");
  if (start == NULL)
    start = text;
  g_string_append (writer->html, is_before_table ? "<div class=\"pair\">\n<figure>\n" : "<figure>\n");
  amp_html_picture_pool_append (writer->pool, writer->html, start, length - (gsize) (start - text));
  g_string_append (writer->html, "</figure>\n");
  writer->is_paired = is_before_table;
  return TRUE;
}

static gboolean
append_block (Writer *writer, guint index, GError **error)
{
  const AmpBlock *block = g_ptr_array_index (writer->document->blocks, index);
  const AmpBlock *next = index + 1 < writer->document->blocks->len ? g_ptr_array_index (writer->document->blocks, index + 1) : NULL;

  if (block->kind != AMP_BLOCK_TABLE)
    close_pair (writer);
  switch (block->kind)
    {
    case AMP_BLOCK_HEADING:
      append_heading (writer, block);
      break;
    case AMP_BLOCK_PARAGRAPH:
      append_paragraph (writer, block);
      break;
    case AMP_BLOCK_LIST:
      append_list (writer, block);
      break;
    case AMP_BLOCK_TERMS:
      append_terms (writer, block);
      break;
    case AMP_BLOCK_CARDS:
      append_cards (writer, block);
      break;
    case AMP_BLOCK_TABLE:
      append_table (writer, block);
      break;
    case AMP_BLOCK_PICTURE:
      return append_picture (writer, block, next != NULL && next->kind == AMP_BLOCK_TABLE, error);
    default:
      g_assert_not_reached ();
    }
  return TRUE;
}

GBytes *
amp_html_document_write (const AmpDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (AmpHtmlPicturePool) pool = amp_html_picture_pool_new ();
  Writer writer = { html, document, cancellable, pool, 0, 1, FALSE };

  g_return_val_if_fail (document != NULL, NULL);

  append_head (html, document);
  for (guint i = 0; i < document->blocks->len; i++)
    if (!append_block (&writer, i, error))
      return NULL;
  close_sections (&writer, 1);
  g_string_append (html, "</main>\n<footer>\n");
  if (document->footer != NULL)
    amp_html_append_element (html, "p", NULL, document->footer);
  g_string_append (html, "</footer>\n");
  amp_html_picture_pool_finish (pool, html);
  g_string_append (html, "</body>\n</html>\n");
  return g_string_free_to_bytes (g_steal_pointer (&html));
}
