/* Walks the tree of structure elements and the pages. Invariant: handles of
 * libqpdf live as long as the file does. */
#include "amp-pdf-structure.h"

#include "amp-export-error.h"
#include "amp-pdf-artifacts.h"

#include <stdlib.h>
#include <string.h>

#include <qpdf/qpdf-c.h>

/* Elements hold others, as deep as a cell of a list in a table: a file of ours has
 * no more. */
#define MAX_DEPTH 16

typedef struct
{
  qpdf_data          qpdf;
  const AmpPdfWords *words;
  guint              n_figures;
  guint              n_tables;
} Walk;

static gboolean
has_name (Walk *walk, qpdf_oh element, const char *name)
{
  return qpdf_oh_is_name_and_equals (walk->qpdf, qpdf_oh_get_key (walk->qpdf, element, "/S"), name);
}

static qpdf_oh
get_kid (Walk *walk, qpdf_oh kids, int index)
{
  return qpdf_oh_is_array (walk->qpdf, kids) ? qpdf_oh_get_array_item (walk->qpdf, kids, index) : kids;
}

static int
count_kids (Walk *walk, qpdf_oh kids)
{
  return qpdf_oh_is_array (walk->qpdf, kids) ? qpdf_oh_get_array_n_items (walk->qpdf, kids) : 1;
}

static qpdf_oh
create_table_attribute (Walk *walk, const char *key, qpdf_oh value)
{
  qpdf_oh attribute = qpdf_oh_new_dictionary (walk->qpdf);

  qpdf_oh_replace_key (walk->qpdf, attribute, "/O", qpdf_oh_new_name (walk->qpdf, "/Table"));
  qpdf_oh_replace_key (walk->qpdf, attribute, key, value);
  return attribute;
}

/* The heads of a row of nothing but heads are those of columns. */
static void
scope_row (Walk *walk, qpdf_oh row)
{
  qpdf_oh  kids = qpdf_oh_get_key (walk->qpdf, row, "/K");
  int      n = count_kids (walk, kids);
  gboolean is_head = TRUE;

  for (int i = 0; i < n; i++)
    is_head = is_head && has_name (walk, get_kid (walk, kids, i), "/TH");
  for (int i = 0; i < n; i++)
    {
      qpdf_oh cell = get_kid (walk, kids, i);

      if (has_name (walk, cell, "/TH"))
        qpdf_oh_replace_key (walk->qpdf, cell, "/A", create_table_attribute (walk, "/Scope", qpdf_oh_new_name (walk->qpdf, is_head ? "/Column" : "/Row")));
    }
}

static const char *
take_text (const GPtrArray *texts, guint *n)
{
  guint index = (*n)++;

  return index < texts->len ? g_ptr_array_index (texts, index) : "";
}

static void
complete_element (Walk *walk, qpdf_oh element)
{
  if (has_name (walk, element, "/Figure"))
    qpdf_oh_replace_key (walk->qpdf, element, "/Alt", qpdf_oh_new_unicode_string (walk->qpdf, take_text (walk->words->figures, &walk->n_figures)));
  else if (has_name (walk, element, "/Table"))
    qpdf_oh_replace_key (walk->qpdf, element, "/A", create_table_attribute (walk, "/Summary", qpdf_oh_new_unicode_string (walk->qpdf, take_text (walk->words->tables, &walk->n_tables))));
  else if (has_name (walk, element, "/TR"))
    scope_row (walk, element);
}

static void
walk_kids (Walk *walk, qpdf_oh element, guint depth)
{
  qpdf_oh kids = qpdf_oh_get_key (walk->qpdf, element, "/K");
  int     n = count_kids (walk, kids);

  for (int i = 0; i < n && depth < MAX_DEPTH; i++)
    {
      qpdf_oh kid = get_kid (walk, kids, i);

      /* Others are numbers of marks. */
      if (!qpdf_oh_is_dictionary (walk->qpdf, kid) || !qpdf_oh_has_key (walk->qpdf, kid, "/S"))
        continue;
      complete_element (walk, kid);
      walk_kids (walk, kid, depth + 1);
    }
}

static qpdf_oh
create_stream (Walk *walk, const void *bytes, gsize length)
{
  qpdf_oh stream = qpdf_oh_new_stream (walk->qpdf);

  qpdf_oh_replace_stream_data (walk->qpdf, stream, bytes, length, qpdf_oh_new_null (walk->qpdf), qpdf_oh_new_null (walk->qpdf));
  return stream;
}

static void
mark_page (Walk *walk, qpdf_oh page)
{
  unsigned char *content = NULL;
  size_t         length = 0;
  g_autoptr (GByteArray) marked = NULL;

  if (qpdf_oh_get_page_content_data (walk->qpdf, page, &content, &length) != QPDF_SUCCESS)
    return;
  marked = amp_pdf_mark_artifacts ((const char *) content, length);
  free (content);
  qpdf_oh_replace_key (walk->qpdf, page, "/Contents", create_stream (walk, marked->data, marked->len));
}

static void
append_property (GString *xml, const char *name, const char *before, const char *text, const char *after)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);

  g_string_append_printf (xml, "<%s>%s%s%s</%s>\n", name, before, escaped, after, name);
}

/* XMP (ISO 16684-1), without a time. */
static GString *
create_metadata (const AmpPdfWords *words)
{
  GString *xml = g_string_new ("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                               "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                               "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n");

  append_property (xml, "dc:title", "<rdf:Alt><rdf:li xml:lang=\"x-default\">", words->title, "</rdf:li></rdf:Alt>");
  append_property (xml, "dc:language", "<rdf:Bag><rdf:li>", words->language, "</rdf:li></rdf:Bag>");
  if (words->author != NULL)
    append_property (xml, "dc:creator", "<rdf:Seq><rdf:li>", words->author, "</rdf:li></rdf:Seq>");
  append_property (xml, "xmp:CreatorTool", "", "Ampleur " AMP_VERSION, "");
  g_string_append (xml, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
  return xml;
}

static void
complete_catalog (Walk *walk, qpdf_oh catalog)
{
  g_autoptr (GString) xml = create_metadata (walk->words);
  qpdf_oh metadata = create_stream (walk, xml->str, xml->len);
  qpdf_oh preferences = qpdf_oh_new_dictionary (walk->qpdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (walk->qpdf, metadata);

  qpdf_oh_replace_key (walk->qpdf, dictionary, "/Type", qpdf_oh_new_name (walk->qpdf, "/Metadata"));
  qpdf_oh_replace_key (walk->qpdf, dictionary, "/Subtype", qpdf_oh_new_name (walk->qpdf, "/XML"));
  qpdf_oh_replace_key (walk->qpdf, catalog, "/Metadata", metadata);
  qpdf_oh_replace_key (walk->qpdf, catalog, "/Lang", qpdf_oh_new_unicode_string (walk->qpdf, walk->words->language));
  qpdf_oh_replace_key (walk->qpdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (walk->qpdf, QPDF_TRUE));
  qpdf_oh_replace_key (walk->qpdf, catalog, "/ViewerPreferences", preferences);
}

static GBytes *
write_file (Walk *walk)
{
  if ((qpdf_init_write_memory (walk->qpdf) & QPDF_ERRORS) != 0)
    return NULL;
  qpdf_set_deterministic_ID (walk->qpdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (walk->qpdf, qpdf_o_generate);
  if ((qpdf_write (walk->qpdf) & QPDF_ERRORS) != 0)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (walk->qpdf), qpdf_get_buffer_length (walk->qpdf));
}

static GBytes *
complete (Walk *walk, GBytes *pdf)
{
  gsize       length;
  const char *bytes = g_bytes_get_data (pdf, &length);
  qpdf_oh     catalog;

  qpdf_silence_errors (walk->qpdf);
  qpdf_set_suppress_warnings (walk->qpdf, QPDF_TRUE);
  if ((qpdf_read_memory (walk->qpdf, "", bytes, length, NULL) & QPDF_ERRORS) != 0)
    return NULL;
  catalog = qpdf_get_root (walk->qpdf);
  walk_kids (walk, qpdf_oh_get_key (walk->qpdf, catalog, "/StructTreeRoot"), 0);
  if (walk->n_figures != walk->words->figures->len || walk->n_tables != walk->words->tables->len)
    return NULL;
  for (int i = 0; i < qpdf_get_num_pages (walk->qpdf); i++)
    mark_page (walk, qpdf_get_page_n (walk->qpdf, (size_t) i));
  complete_catalog (walk, catalog);
  return qpdf_has_error (walk->qpdf) ? NULL : write_file (walk);
}

GBytes *
amp_pdf_structure_complete (GBytes *pdf, const AmpPdfWords *words, GError **error)
{
  Walk    walk = { qpdf_init (), words, 0, 0 };
  GBytes *completed;

  g_return_val_if_fail (pdf != NULL && words != NULL, NULL);

  completed = complete (&walk, pdf);
  qpdf_cleanup (&walk.qpdf);
  if (completed == NULL)
    g_set_error_literal (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_DRAW, "The structure of the PDF cannot be written");
  return completed;
}
