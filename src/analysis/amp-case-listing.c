/* Turns packed records into codes, and pages of malformed rows into one list. */
#include "amp-case-listing.h"

#include "amp-case-private.h"
#include "amp-record-reader.h"

/* Malformed rows that are in memory at a time. */
#define MALFORMED_PAGE 4096

/* The same few sets of categories come again and again: their codes are made once. */
static const char *
find_codes (GHashTable *known, AmpCategorySet categories)
{
  char *codes = g_hash_table_lookup (known, GUINT_TO_POINTER (categories));

  if (codes == NULL)
    {
      codes = g_strdelimit (amp_combination_to_code (categories), "+", ',');
      g_hash_table_insert (known, GUINT_TO_POINTER (categories), codes);
    }
  return codes;
}

static gboolean
tell (AmpCase *self, const AmpRecord *record, GHashTable *known, AmpListedRecordFunc func, gpointer data)
{
  AmpListedRecord listed = {
    .source = record->source + 1,
    .ordinal = record->ordinal,
    .line = record->line,
    .place = amp_case_file_get_place (amp_case_get_file (self), record->place),
    .quality = amp_quality_get_code (record->quality),
    .person = record->person,
    .categories = find_codes (known, record->categories),
  };

  return func (&listed, data);
}

gboolean
amp_case_list_records (AmpCase            *self,
                       AmpListedRecordFunc func,
                       gpointer            data,
                       GCancellable       *cancellable,
                       GError            **error)
{
  g_autoptr (AmpRecordReader) reader = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GError          *failure = NULL;
  const AmpRecord *record;

  g_return_val_if_fail (AMP_IS_CASE (self) && func != NULL, FALSE);

  reader = amp_record_reader_new (amp_case_get_file (self), error);
  if (reader == NULL)
    return FALSE;
  while ((record = amp_record_reader_next (reader, cancellable, &failure)) != NULL)
    if (!tell (self, record, known, func, data))
      return TRUE;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
tell_malformed (const GArray *page, AmpListedMalformedFunc func, gpointer data)
{
  for (guint i = 0; i < page->len; i++)
    {
      const AmpMalformed *malformed = &g_array_index (page, AmpMalformed, i);
      AmpListedMalformed  listed = { malformed->source + 1, malformed->ordinal, malformed->line, malformed->reason };

      if (!func (&listed, data))
        return FALSE;
    }
  return TRUE;
}

gboolean
amp_case_list_malformed (AmpCase               *self,
                         AmpListedMalformedFunc func,
                         gpointer               data,
                         GCancellable          *cancellable,
                         GError               **error)
{
  gint64   first = 0;
  gboolean goes_on;

  g_return_val_if_fail (AMP_IS_CASE (self) && func != NULL, FALSE);

  do
    {
      g_autoptr (GArray) page = amp_case_file_list_malformed (amp_case_get_file (self), first, MALFORMED_PAGE, cancellable, error);

      if (page == NULL)
        return FALSE;
      goes_on = tell_malformed (page, func, data) && page->len == MALFORMED_PAGE;
      first += page->len;
    }
  while (goes_on);
  return TRUE;
}
