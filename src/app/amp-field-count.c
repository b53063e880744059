/* Counts the fields of a case off the main thread: see the header. */
#include "amp-field-count.h"

typedef struct
{
  char         *path;
  AmpSelection *selection;
} Input;

gpointer
amp_field_count_input_new (const char *path, const AmpSelection *selection)
{
  Input *input = g_new0 (Input, 1);

  input->path = g_strdup (path);
  input->selection = amp_selection_copy (selection);
  return input;
}

void
amp_field_count_input_free (gpointer data)
{
  Input *input = data;

  g_free (input->path);
  amp_selection_free (input->selection);
  g_free (input);
}

void
amp_field_count_free (gpointer data)
{
  AmpFieldCount *count = data;

  g_clear_pointer (&count->fields, amp_table_unref);
  g_clear_pointer (&count->sources, amp_table_unref);
  g_free (count);
}

gpointer
amp_field_count_run (AmpJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input         *input = data;
  AmpFieldCount *count = g_new0 (AmpFieldCount, 1);
  g_autoptr (AmpCase) opened = amp_case_open (input->path, cancellable, error);

  if (opened != NULL)
    count->fields = amp_case_tabulate (opened, AMP_KEY_FIELD, input->selection, cancellable, error);
  if (count->fields != NULL)
    count->sources = amp_case_tabulate (opened, AMP_KEY_SOURCE, input->selection, cancellable, error);
  if (count->sources == NULL)
    g_clear_pointer (&count, amp_field_count_free);
  return count;
}
