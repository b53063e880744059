/* Walks a document and writes the files of an OpenDocument text. Styles are a
 * resource, odt-styles.xml; what they are called here is what they are called
 * there. */
#include "amp-odt-document.h"

#include "amp-export-resources.h"
#include "amp-html.h"
#include "amp-zip-writer.h"

#include <glib/gi18n-lib.h>

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

/* Between the margins, in centimetres. */
#define TEXT_WIDTH 17.0
#define CENTIMETRES_PER_PIXEL (2.54 / 96 * 0.82)
#define TEXT_HEIGHT 23.0

/* A column of numbers, in centimetres, and the most columns of a table. */
#define NUMBER_WIDTH 1.95
#define MAX_COLUMNS 12u

/* The first column of a table with sentences; what is longer is no code. */
#define NAME_WIDTH 5.0
#define MAX_CODE 15

/* For programs that do not draw SVG. */
#define PNG_DPI 150

typedef struct
{
  GString           *content;
  GString           *manifest;
  AmpZipWriter      *zip;
  const AmpDocument *document;
  GCancellable      *cancellable;
  guint              n_pictures;
  guint              n_tables;
} Writer;

static void
append_element (GString *xml, const char *element, const char *style, const char *text)
{
  g_string_append_printf (xml, "<%s text:style-name=\"%s\">", element, style);
  amp_html_append_text (xml, text);
  g_string_append_printf (xml, "</%s>\n", element);
}

static void
append_heading (Writer *writer, const AmpBlock *block)
{
  g_string_append_printf (writer->content, "<text:h text:style-name=\"Heading_20_%u\" text:outline-level=\"%u\">", block->level, block->level);
  amp_html_append_text (writer->content, block->text);
  g_string_append (writer->content, "</text:h>\n");
}

static void
append_paragraph (Writer *writer, const AmpBlock *block, const AmpBlock *next)
{
  gboolean    leads = next != NULL && (next->kind == AMP_BLOCK_PICTURE || next->kind == AMP_BLOCK_TABLE);
  const char *style = block->style == AMP_STYLE_WARNING ? "Warning" : block->style != AMP_STYLE_CAPTION ? "Text_20_body"
                                                                  : leads                               ? "Lead"
                                                                                                        : "Note";

  append_element (writer->content, "text:p", style, block->text);
}

static void
append_list (Writer *writer, const AmpBlock *block)
{
  g_string_append (writer->content, "<text:list text:style-name=\"Bullets\">\n");
  for (guint i = 0; i < block->items->len; i++)
    {
      g_string_append (writer->content, "<text:list-item>");
      append_element (writer->content, "text:p", "Text_20_body", g_ptr_array_index (block->items, i));
      g_string_append (writer->content, "</text:list-item>\n");
    }
  g_string_append (writer->content, "</text:list>\n");
}

static void
begin_table (Writer *writer, const char *style, const char *columns, guint n_columns)
{
  g_string_append_printf (writer->content, "<table:table table:name=\"Table%u\" table:style-name=\"%s\">\n", ++writer->n_tables, style);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (writer->content, "<table:table-column table:style-name=\"%s.%s\"/>\n", columns, i == 0 ? "First" : "Other");
}

static void
append_cell (GString *xml, const char *cell_style, const char *style, const char *text)
{
  g_string_append_printf (xml, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">", cell_style);
  append_element (xml, "text:p", style, text);
  g_string_append (xml, "</table:table-cell>");
}

static void
append_terms (Writer *writer, const AmpBlock *block)
{
  begin_table (writer, "Terms", "Terms", 2);
  for (guint i = 0; i < block->terms->len; i++)
    {
      const AmpDocumentTerm *term = g_ptr_array_index (block->terms, i);

      g_string_append (writer->content, "<table:table-row>");
      append_cell (writer->content, "Cell", "Term", term->term);
      append_cell (writer->content, "Cell", "Cell_20_text", term->text);
      g_string_append (writer->content, "</table:table-row>\n");
    }
  g_string_append (writer->content, "</table:table>\n");
}

static void
append_cards (Writer *writer, const AmpBlock *block)
{
  begin_table (writer, "Cards", "Cards", 3);
  for (guint i = 0; i < block->cards->len; i++)
    {
      const AmpDocumentCard *card = g_ptr_array_index (block->cards, i);

      g_string_append (writer->content, "<table:table-row>");
      append_cell (writer->content, "Cell", "Cell_20_text", card->label);
      append_cell (writer->content, "Cell", card->is_masked ? "Masked" : "Figure", card->text);
      append_cell (writer->content, "Cell", "Note", card->note != NULL ? card->note : "");
      g_string_append (writer->content, "</table:table-row>\n");
    }
  g_string_append (writer->content, "</table:table>\n");
}

static gboolean
is_number (const AmpDocumentTable *table, guint column)
{
  return g_array_index (table->is_number, gboolean, column);
}

static void
append_table_heads (Writer *writer, const AmpDocumentTable *table)
{
  g_string_append (writer->content, "<table:table-header-rows><table:table-row>");
  for (guint i = 0; i < table->columns->len; i++)
    append_cell (writer->content, "Head_20_cell", is_number (table, i) ? "Number_20_head" : "Head", g_ptr_array_index (table->columns, i));
  g_string_append (writer->content, "</table:table-row></table:table-header-rows>\n");
}

static void
append_table_row (Writer *writer, const AmpDocumentTable *table, guint row)
{
  g_string_append (writer->content, "<table:table-row>");
  for (guint column = 0; column < table->columns->len; column++)
    {
      gboolean    is_masked;
      const char *text = amp_document_table_get_cell (table, row, column, &is_masked);
      const char *style = is_masked ? "Masked_20_number" : is_number (table, column) ? "Number"
                                                       : column == 0                 ? "Term"
                                                                                     : "Cell_20_text";

      append_cell (writer->content, "Cell", style, text);
    }
  g_string_append (writer->content, "</table:table-row>\n");
}

/* Sentences, not codes. */
static gboolean
is_wordy (const AmpDocumentTable *table, guint column)
{
  for (guint row = 0; column > 0 && !is_number (table, column) && row < amp_document_table_get_n_rows (table); row++)
    if (g_utf8_strlen (amp_document_table_get_cell (table, row, column, NULL), -1) > MAX_CODE)
      return TRUE;
  return FALSE;
}

static void
begin_figures (Writer *writer, const AmpDocumentTable *table)
{
  guint    n = MIN (table->columns->len, MAX_COLUMNS);
  gboolean has_words = FALSE;

  for (guint i = 0; i < table->columns->len; i++)
    has_words = has_words || is_wordy (table, i);
  g_string_append_printf (writer->content, "<table:table table:name=\"Table%u\" table:style-name=\"Figures\">\n", ++writer->n_tables);
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (writer->content, "<table:table-column table:style-name=\"%s%u.%s\"/>\n", has_words ? "Words" : "Figures", n,
                            i == 0 ? "First" : is_wordy (table, i) ? "Wide"
                                                                   : "Other");
}

static void
append_table (Writer *writer, const AmpBlock *block)
{
  const AmpDocumentTable *table = block->table;

  append_element (writer->content, "text:p", "Table_20_title", table->title);
  begin_figures (writer, table);
  append_table_heads (writer, table);
  for (guint row = 0; row < amp_document_table_get_n_rows (table); row++)
    append_table_row (writer, table, row);
  g_string_append (writer->content, "</table:table>\n");
  if (table->note != NULL)
    append_element (writer->content, "text:p", "Note", table->note);
}

static gboolean
add_picture_file (Writer *writer, const char *name, const char *media_type, GBytes *content)
{
  g_autoptr (GBytes) owned = content;

  if (content == NULL)
    return FALSE;
  amp_zip_writer_add (writer->zip, name, content, FALSE);
  g_string_append_printf (writer->manifest, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>\n", name, media_type);
  return TRUE;
}

static void
append_frame (Writer *writer, const AmpReportDrawing *picture)
{
  GString *xml = writer->content;
  char     width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
  double   pixels_wide, pixels_high, scale;

  amp_report_drawing_get_size (picture, &pixels_wide, &pixels_high);
  scale = MIN (CENTIMETRES_PER_PIXEL, MIN (TEXT_WIDTH / pixels_wide, TEXT_HEIGHT / pixels_high));
  g_ascii_formatd (width, sizeof width, "%.2f", pixels_wide * scale);
  g_ascii_formatd (height, sizeof height, "%.2f", pixels_high * scale);
  g_string_append_printf (xml, "<text:p text:style-name=\"Picture\"><draw:frame draw:name=\"%s\" draw:style-name=\"Frame\" text:anchor-type=\"as-char\" svg:width=\"%scm\" svg:height=\"%scm\">",
                          amp_report_drawing_get_id (picture), width, height);
  g_string_append_printf (xml, "<draw:image xlink:href=\"Pictures/%u.svg\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\" draw:mime-type=\"image/svg+xml\"/>", writer->n_pictures);
  g_string_append_printf (xml, "<draw:image xlink:href=\"Pictures/%u.png\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\" draw:mime-type=\"image/png\"/><svg:title>", writer->n_pictures);
  amp_html_append_text (xml, amp_report_drawing_get_title (picture));
  g_string_append (xml, "</svg:title><svg:desc>");
  amp_html_append_text (xml, amp_report_drawing_get_description (picture));
  g_string_append (xml, "</svg:desc></draw:frame></text:p>\n");
}

static gboolean
append_picture (Writer *writer, const AmpReportDrawing *picture, GError **error)
{
  g_autofree char *svg = NULL;
  g_autofree char *png = NULL;

  if (g_cancellable_set_error_if_cancelled (writer->cancellable, error))
    return FALSE;
  writer->n_pictures++;
  svg = g_strdup_printf ("Pictures/%u.svg", writer->n_pictures);
  png = g_strdup_printf ("Pictures/%u.png", writer->n_pictures);
  append_frame (writer, picture);
  return add_picture_file (writer, svg, "image/svg+xml", amp_report_drawing_to_svg (picture, "p", error)) &&
         add_picture_file (writer, png, "image/png", amp_report_drawing_to_png (picture, 0, PNG_DPI, error));
}

static gboolean
append_block (Writer *writer, const AmpBlock *block, const AmpBlock *next, GError **error)
{
  switch (block->kind)
    {
    case AMP_BLOCK_HEADING:
      append_heading (writer, block);
      break;
    case AMP_BLOCK_PARAGRAPH:
      append_paragraph (writer, block, next);
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
      return append_picture (writer, block->picture, error);
    default:
      g_assert_not_reached ();
    }
  return TRUE;
}

static char *
dup_resource (const char *name)
{
  g_autofree char *path = g_strconcat ("/org/ampleur/export/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (amp_export_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize         length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

/* The words that a style sheet cannot know stand between @ signs in it. */
static void
add_styles (Writer *writer)
{
  g_autofree char *template = dup_resource ("odt-styles.xml");
  g_autoptr (GString) styles = g_string_new (template);
  g_autoptr (GString) foot = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  amp_html_append_text (foot, writer->document->title);
  if (writer->document->footer != NULL)
    {
      g_string_append (foot, " · ");
      amp_html_append_text (foot, writer->document->footer);
    }
  g_string_replace (styles, "@LANGUAGE@", writer->document->language, 0);
  g_string_replace (styles, "@COUNTRY@", g_str_equal (writer->document->language, "fr") ? "FR" : "GB", 0);
  g_string_replace (styles, "@FOOT@", foot->str, 0);
  bytes = g_bytes_new (styles->str, styles->len);
  amp_zip_writer_add (writer->zip, "styles.xml", bytes, FALSE);
}

static void
add_text (Writer *writer, const char *name, GString *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);

  amp_zip_writer_add (writer->zip, name, bytes, FALSE);
}

static void
add_meta (Writer *writer)
{
  g_autoptr (GString) meta = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                           "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\">\n"
                                           "<office:meta><meta:generator>Ampleur/" AMP_VERSION "</meta:generator><dc:title>");

  amp_html_append_text (meta, writer->document->title);
  g_string_append (meta, "</dc:title>");
  if (writer->document->author != NULL)
    {
      g_string_append (meta, "<meta:initial-creator>");
      amp_html_append_text (meta, writer->document->author);
      g_string_append (meta, "</meta:initial-creator>");
    }
  g_string_append_printf (meta, "<dc:language>%s</dc:language></office:meta></office:document-meta>\n", writer->document->language);
  add_text (writer, "meta.xml", meta);
}

static void
append_column_style (GString *styles, const char *set, guint n, const char *column, double width)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", width);
  g_string_append_printf (styles, "<style:style style:name=\"%s%u.%s\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"%scm\"/></style:style>\n", set, n, column, text);
}

/* Columns of numbers are alike; the first has what they leave, or the one of
 * sentences. */
static void
append_column_styles (GString *styles)
{
  for (guint n = 1; n <= MAX_COLUMNS; n++)
    {
      double width = MIN (NUMBER_WIDTH, TEXT_WIDTH * 0.75 / n);
      double rest = TEXT_WIDTH - NAME_WIDTH - (n > 2 ? n - 2 : 0) * width;

      append_column_style (styles, "Figures", n, "First", TEXT_WIDTH - (n - 1) * width);
      append_column_style (styles, "Figures", n, "Other", width);
      append_column_style (styles, "Words", n, "First", NAME_WIDTH);
      append_column_style (styles, "Words", n, "Other", width);
      append_column_style (styles, "Words", n, "Wide", MAX (rest, width));
    }
}

static void
begin_content (GString *content)
{
  g_autofree char *head = dup_resource ("odt-content.xml");
  g_autoptr (GString) columns = g_string_new (NULL);
  char *end = strstr (head, "@BODY@");

  g_assert (end != NULL);
  *end = '\0';
  append_column_styles (columns);
  g_string_append (content, head);
  g_string_replace (content, "@COLUMNS@", columns->str, 1);
}

static void
add_media_type (AmpZipWriter *zip)
{
  g_autoptr (GBytes) media_type = g_bytes_new_static (MEDIA_TYPE, strlen (MEDIA_TYPE));

  /* First and as it is, so that a program can tell what the archive holds. */
  amp_zip_writer_add (zip, "mimetype", media_type, TRUE);
}

GBytes *
amp_odt_document_write (const AmpDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GString) manifest = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                               "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\n"
                                               "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"" MEDIA_TYPE "\"/>\n"
                                               "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\n"
                                               "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\n"
                                               "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>\n");
  g_autoptr (AmpZipWriter) zip = amp_zip_writer_new ();
  Writer writer = { content, manifest, zip, document, cancellable, 0, 0 };

  g_return_val_if_fail (document != NULL, NULL);

  add_media_type (zip);
  begin_content (content);
  for (guint i = 0; i < document->blocks->len; i++)
    if (!append_block (&writer, g_ptr_array_index (document->blocks, i), i + 1 < document->blocks->len ? g_ptr_array_index (document->blocks, i + 1) : NULL, error))
      return NULL;
  g_string_append (content, "</office:text></office:body></office:document-content>\n");
  add_text (&writer, "content.xml", content);
  add_styles (&writer);
  add_meta (&writer);
  g_string_append (manifest, "</manifest:manifest>\n");
  add_text (&writer, "META-INF/manifest.xml", manifest);
  return amp_zip_writer_finish (zip, error);
}
