/* Pages onto a PDF surface. */
#include "amp-pdf-document.h"

#include "amp-export-error.h"
#include "amp-pages.h"
#include "amp-pdf-structure.h"

#include <cairo-pdf.h>

/* Any day, as long as it is always the same one. */
#define CREATION_DATE "2000-01-01T00:00:00Z"

typedef cairo_surface_t PdfSurface;
typedef cairo_t         PdfContext;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfSurface, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfContext, cairo_destroy)

static cairo_status_t
append_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const AmpDocument *document)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Ampleur " AMP_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, CREATION_DATE);
  if (document->author != NULL)
    {
      g_autofree char *author = g_utf8_make_valid (document->author, -1);

      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
    }
}

/* Under the title its sections, under these theirs. Whole points: cairo 1.16
 * reads a fraction by the rules of the locale. */
static void
add_outline (cairo_surface_t *surface, const AmpPages *pages)
{
  int parents[] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < amp_pages_get_n_headings (pages); i++)
    {
      AmpPageHeading   heading = amp_pages_get_heading (pages, i);
      g_autofree char *target = NULL;

      if (heading.level < 2)
        continue;
      target = g_strdup_printf ("page=%u pos=[0 %d]", heading.page + 1, (int) heading.y);
      parents[heading.level - 1] = cairo_pdf_surface_add_outline (surface, heading.level == 2 ? CAIRO_PDF_OUTLINE_ROOT : parents[1], heading.text, target, heading.level == 2 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
    }
}

static gboolean
draw_pages (cairo_surface_t *surface, const AmpPages *pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (PdfContext) cr = cairo_create (surface);

  /* The structure has one root, which reaches over all pages: without it a
   * reader would not take the file for a tagged one. */
  cairo_tag_begin (cr, "Document", NULL);
  for (guint page = 0; page < amp_pages_get_n_pages (pages); page++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      amp_pages_draw (pages, cr, page, TRUE);
      cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");
  add_outline (surface, pages);
  cairo_surface_finish (surface);
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error_literal (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_DRAW,
                       cairo_status_to_string (cairo_status (cr) != CAIRO_STATUS_SUCCESS ? cairo_status (cr) : cairo_surface_status (surface)));
  return FALSE;
}

/* What pictures and tables show, in the order of the document. */
static void
list_words (const AmpDocument *document, GPtrArray *figures, GPtrArray *tables)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const AmpBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind == AMP_BLOCK_PICTURE)
        g_ptr_array_add (figures, amp_report_drawing_dup_alternative (block->picture));
      else if (block->kind == AMP_BLOCK_TABLE)
        g_ptr_array_add (tables, g_strdup (block->table->title));
    }
}

static GBytes *
complete (GBytes *drawn, const AmpDocument *document, GError **error)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  AmpPdfWords words = { document->language, document->title, document->author, figures, tables };

  list_words (document, figures, tables);
  return amp_pdf_structure_complete (drawn, &words, error);
}

GBytes *
amp_pdf_document_write (const AmpDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (AmpPages) pages = NULL;
  g_autoptr (PdfSurface) surface = NULL;
  g_autoptr (GBytes) drawn = NULL;
  AmpPageSize size = AMP_PAGE_A4;

  g_return_val_if_fail (document != NULL, NULL);

  pages = amp_pages_new (document, size);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, size.width, size.height);
  set_metadata (surface, document);
  if (!draw_pages (surface, pages, cancellable, error))
    return NULL;
  drawn = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return complete (drawn, document, error);
}
