/* What amp-row-parser.c asks of each shape of dump: one table of functions, one file for
 * each shape. What they do is documented with the functions of #AmpRowParser. */
#pragma once

#include "amp-row-parser.h"

G_BEGIN_DECLS

typedef struct
{
  gpointer (*create) (const AmpDialect *dialect, const char *const *headers, gboolean at_file_start);
  void (*free) (gpointer rows);
  void (*feed) (gpointer rows, const guint8 *bytes, gsize length, AmpRowFunc func, gpointer data);
  void (*finish) (gpointer rows, AmpRowFunc func, gpointer data);
  gboolean (*is_at_row_start) (gpointer rows);
  gint64 (*get_lines) (gpointer rows);
} AmpRowShape;

extern const AmpRowShape amp_delimited_rows;
extern const AmpRowShape amp_json_rows;
extern const AmpRowShape amp_sql_rows;
extern const AmpRowShape amp_fixed_rows;

G_END_DECLS
