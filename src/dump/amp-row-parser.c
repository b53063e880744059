/* Owns the table of shapes. It knows none of them. */
#include "amp-row-parser.h"
#include "amp-row-shape.h"

struct _AmpRowParser
{
  const AmpRowShape *shape;
  gpointer           rows; /* owned */
};

/* clang-format off */
static const AmpRowShape *const shapes[] = {
  [AMP_DUMP_FORMAT_DELIMITED]  = &amp_delimited_rows,
  [AMP_DUMP_FORMAT_JSON_LINES] = &amp_json_rows,
  [AMP_DUMP_FORMAT_SQL]        = &amp_sql_rows,
  [AMP_DUMP_FORMAT_FIXED]      = &amp_fixed_rows,
};
/* clang-format on */

AmpRowParser *
amp_row_parser_new (const AmpDialect *dialect, const char *const *headers, gboolean at_file_start)
{
  AmpRowParser *parser;

  g_return_val_if_fail (dialect != NULL, NULL);
  g_return_val_if_fail (dialect->n_fields > 0, NULL);
  g_return_val_if_fail ((guint) dialect->format < G_N_ELEMENTS (shapes), NULL);
  g_return_val_if_fail (headers != NULL || (dialect->format != AMP_DUMP_FORMAT_JSON_LINES && dialect->format != AMP_DUMP_FORMAT_SQL), NULL);

  parser = g_new0 (AmpRowParser, 1);
  parser->shape = shapes[dialect->format];
  parser->rows = parser->shape->create (dialect, headers, at_file_start);
  return parser;
}

void
amp_row_parser_free (AmpRowParser *parser)
{
  if (!parser)
    return;
  parser->shape->free (parser->rows);
  g_free (parser);
}

void
amp_row_parser_feed (AmpRowParser *parser, const guint8 *bytes, gsize length, AmpRowFunc func, gpointer data)
{
  g_return_if_fail (parser != NULL);
  g_return_if_fail (bytes != NULL || length == 0);
  g_return_if_fail (func != NULL);

  if (length > 0)
    parser->shape->feed (parser->rows, bytes, length, func, data);
}

void
amp_row_parser_finish (AmpRowParser *parser, AmpRowFunc func, gpointer data)
{
  g_return_if_fail (parser != NULL);
  g_return_if_fail (func != NULL);

  parser->shape->finish (parser->rows, func, data);
}

gboolean
amp_row_parser_is_at_row_start (AmpRowParser *parser)
{
  g_return_val_if_fail (parser != NULL, FALSE);
  return parser->shape->is_at_row_start (parser->rows);
}

gint64
amp_row_parser_get_lines (AmpRowParser *parser)
{
  g_return_val_if_fail (parser != NULL, 0);
  return parser->shape->get_lines (parser->rows);
}
