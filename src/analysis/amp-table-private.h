/* What the files of this layer share about a table. */
#pragma once

#include "amp-table.h"

G_BEGIN_DECLS

struct _AmpTable
{
  AmpKey     key;
  gint64     total_records;
  gint64     total_persons;
  gboolean   is_total_masked;
  GPtrArray *rows; /* AmpTableRow */
};

G_END_DECLS
