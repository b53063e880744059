/* Documents of every kind of block, in every format: hostile texts stay texts,
 * nothing is lost between pages, the same document gives the same bytes. */
#include "amp-document.h"

#include "amp-html-document.h"
#include "amp-odt-document.h"
#include "amp-pages.h"
#include "amp-pdf-document.h"

#include <string.h>

#define HOSTILE "</text:p><script>&\"'\x01\xE2\x80\xAE"

typedef GBytes *(*WriteFunc) (const AmpDocument *document, GCancellable *cancellable, GError **error);

/* clang-format off */
static const WriteFunc writers[] = { amp_html_document_write, amp_pdf_document_write, amp_odt_document_write };
/* clang-format on */

static void
add_table (AmpDocument *document, guint n_rows)
{
  AmpDocumentTable *table = amp_document_begin_table (document, HOSTILE);

  amp_document_table_add_column (table, "Place", FALSE);
  amp_document_table_add_column (table, "Persons", TRUE);
  for (guint i = 0; i < n_rows; i++)
    {
      amp_document_table_add_cell (table, g_strdup_printf ("row-%u", i), FALSE);
      amp_document_table_add_cell (table, i == 1 ? g_strdup ("masked") : g_strdup_printf ("%u", i + 1000), i == 1);
    }
}

static AmpDocument *
make_document (guint n_rows)
{
  static const char *const items[] = { "one", HOSTILE, NULL };
  const AmpDocumentCard    card = { (char *) "persons", (char *) HOSTILE, (char *) "12,345", NULL, "very-high", FALSE };
  AmpDocument             *document = amp_document_new (TRUE, "Title " HOSTILE);

  document->author = g_strdup (HOSTILE);
  document->footer = g_strdup (HOSTILE);
  amp_document_add_paragraph (document, AMP_STYLE_WARNING, HOSTILE);
  amp_document_begin_terms (document, AMP_STYLE_HEAD);
  amp_document_add_term (document, HOSTILE, NULL);
  amp_document_begin_cards (document);
  for (guint i = 0; i < 5; i++)
    amp_document_add_card (document, &card);
  amp_document_add_heading (document, 2, AMP_STYLE_PLAIN, "section", "Section");
  amp_document_add_list (document, (char *const *) items);
  amp_document_add_heading (document, 3, AMP_STYLE_CHART, "table", "Table");
  add_table (document, n_rows);
  return document;
}

static void
assert_xml (const char *text, gsize length)
{
  static const GMarkupParser nothing = { 0 };
  g_autoptr (GError) error = NULL;
  GMarkupParseContext *context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);

  g_markup_parse_context_parse (context, text, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static void
test_same_bytes (void)
{
  g_autoptr (AmpDocument) one = make_document (90);
  g_autoptr (AmpDocument) other = make_document (90);

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first = writers[i](one, NULL, &error);
      g_autoptr (GBytes) second = writers[i](other, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_html (void)
{
  g_autoptr (AmpDocument) document = make_document (3);
  g_autoptr (GBytes) bytes = amp_html_document_write (document, NULL, NULL);
  gsize            length;
  const char      *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data, length);

  assert_xml (data, length);
  g_assert_null (strstr (text, "<script>"));
  g_assert_nonnull (strstr (text, "<section id=\"section\">"));
  g_assert_nonnull (strstr (text, "<th scope=\"row\">row-2</th>"));
  g_assert_nonnull (strstr (text, "class=\"number masked\">masked"));
}

/* What a program looks at first to know the kind of file. */
static void
test_odt_begins_with_its_type (void)
{
  g_autoptr (AmpDocument) document = make_document (3);
  g_autoptr (GBytes) bytes = amp_odt_document_write (document, NULL, NULL);
  static const char type[] = "mimetypeapplication/vnd.oasis.opendocument.text";
  gsize             length;
  const char       *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (data, 4, "PK\x03\x04", 4);
  g_assert_cmpmem (data + 30, strlen (type), type, strlen (type));
}

/* Every row stands on one page, once. */
static void
test_pages_lose_nothing (void)
{
  g_autoptr (AmpDocument) document = make_document (200);
  g_autoptr (AmpPages) pages = amp_pages_new (document, AMP_PAGE_A4);
  guint n_found = 0;

  g_assert_cmpuint (amp_pages_get_n_pages (pages), >, 3);
  for (guint page = 0; page < amp_pages_get_n_pages (pages); page++)
    {
      g_autofree char *text = amp_pages_dup_text (pages, page);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      gboolean has_head = FALSE;

      for (guint i = 0; lines[i] != NULL; i++)
        {
          n_found += g_str_has_prefix (lines[i], "row-");
          has_head = has_head || g_str_equal (lines[i], "Place");
        }
      g_assert_true (has_head || page == 0);
    }
  g_assert_cmpuint (n_found, ==, 200);
}

static void
test_headings (void)
{
  g_autoptr (AmpDocument) document = make_document (3);
  g_autoptr (AmpPages) pages = amp_pages_new (document, AMP_PAGE_A4);

  g_assert_cmpuint (amp_pages_get_n_headings (pages), ==, 3);
  g_assert_cmpuint (amp_pages_get_heading (pages, 0).level, ==, 1);
  g_assert_cmpstr (amp_pages_get_heading (pages, 1).text, ==, "Section");
  g_assert_cmpfloat (amp_pages_get_heading (pages, 2).y, >, amp_pages_get_heading (pages, 1).y);
}

/* A paragraph longer than a page, and a page that holds little. */
static void
test_small_pages (void)
{
  g_autoptr (AmpDocument) document = amp_document_new (FALSE, "Title");
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (AmpPages) pages = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (words, "word%u ", i);
  amp_document_add_paragraph (document, AMP_STYLE_PLAIN, words->str);
  pages = amp_pages_new (document, (AmpPageSize){ 200, 250, 20 });
  g_assert_cmpuint (amp_pages_get_n_pages (pages), >, 10);
}

static void
test_cancelled (void)
{
  g_autoptr (AmpDocument) document = make_document (3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (amp_pdf_document_write (document, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/document/same-document-same-bytes", test_same_bytes);
  g_test_add_func ("/export/document/html-escapes-and-nests", test_html);
  g_test_add_func ("/export/document/odt-begins-with-its-type", test_odt_begins_with_its_type);
  g_test_add_func ("/export/document/pages-lose-nothing", test_pages_lose_nothing);
  g_test_add_func ("/export/document/headings-have-places", test_headings);
  g_test_add_func ("/export/document/small-pages", test_small_pages);
  g_test_add_func ("/export/document/can-be-cancelled", test_cancelled);
  return g_test_run ();
}
