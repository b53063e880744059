/* Reads one case and writes another; see the header. */
#include "amp-case-copy.h"

#include "amp-case-file-private.h"

/* Malformed rows held in memory at once. */
#define ROWS_AT_ONCE 4096

static gboolean
copy_fact (AmpStatement *row, AmpCaseWriter *to, GError **error)
{
  g_autofree char *name = amp_statement_dup_text (row, 0);
  g_autofree char *text = NULL;

  if (amp_statement_get_integer (row, 2) != 0)
    return amp_case_writer_set_number (to, name, amp_statement_get_integer (row, 1), error);
  text = amp_statement_dup_text (row, 1);
  return amp_case_writer_set_text (to, name, text, error);
}

gboolean
amp_case_copy_facts (AmpCaseFile *from, AmpCaseWriter *to, GError **error)
{
  g_autoptr (AmpStatement) select = NULL;
  AmpStep step;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  select = amp_sql_prepare (from->sql, "SELECT name, value, typeof(value) = 'integer' FROM facts ORDER BY name", error);
  if (select == NULL)
    return FALSE;
  while ((step = amp_statement_step (select, error)) == AMP_STEP_ROW)
    if (!copy_fact (select, to, error))
      return FALSE;
  return step == AMP_STEP_DONE;
}

gboolean
amp_case_copy_places (AmpCaseFile *from, AmpCaseWriter *to, GError **error)
{
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  for (guint i = 0; i < amp_case_file_get_n_places (from); i++)
    {
      guint32 number;

      if (!amp_case_writer_add_place (to, amp_case_file_get_place (from, i), &number, error))
        return FALSE;
      if (number != i)
        {
          amp_case_file_set_damaged (from, error);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
amp_case_copy_malformed (AmpCaseFile *from, AmpCaseWriter *to, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  for (gint64 first = 0;; first += ROWS_AT_ONCE)
    {
      g_autoptr (GArray) rows = amp_case_file_list_malformed (from, first, ROWS_AT_ONCE, cancellable, error);

      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        if (!amp_case_writer_add_malformed (to, &g_array_index (rows, AmpMalformed, i), error))
          return FALSE;
      if (rows->len < ROWS_AT_ONCE)
        return TRUE;
    }
}
