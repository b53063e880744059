/* A walk over the bitmaps of filled fields. Persons are told apart by one bit
 * a person and row; where that would take more than MAX_BITMAP_BYTES, the
 * records are read several times, some rows each time. Invariant: a row is
 * counted in exactly one walk. */
#include "amp-field-statistics.h"

#include "amp-person-profiles.h"
#include "amp-record-reader.h"

#define MAX_BITMAP_BYTES (128 * 1024 * 1024)

/* The row of a position that no field has. */
#define NO_ROW G_MAXUINT32

typedef struct
{
  AmpCaseFile       *file;
  AmpKey             key;
  AmpCellFilter     *filter;
  AmpPersonProfiles *profiles;
  guint32           *rows_of_position[AMP_MAX_SOURCES]; /* by position - 1 */
  guint              n_rows;
  GPtrArray         *codes;
  gint64            *records;
  gint64            *persons;
  gint64            *sensitive_persons;
  /* Of one walk */
  guint     first_row;
  guint     end_row;
  guint64 **bitmaps;
  gint64   *last_record; /* so that a record counts once in a row */
} Scan;

static char *
make_field_code (AmpCaseFile *file, const AmpFieldFacts *field)
{
  if (file->sources->len == 1)
    return g_strdup_printf ("%u", field->position);
  return g_strdup_printf ("%u.%u", field->source + 1, field->position);
}

static gboolean
has_stored_totals (AmpCaseFile *file, AmpKey key)
{
  for (guint i = 0; i < file->fields->len; i++)
    {
      const AmpFieldFacts *field = file->fields->pdata[i];

      if (key == AMP_KEY_TYPE ? !file->types[field->type].is_known : field->persons < 0 || field->sensitive_persons < 0)
        return FALSE;
    }
  return TRUE;
}

static void
append_row (GArray *rows, char *code, gint64 records, gint64 persons, gint64 sensitive_persons)
{
  AmpCount row = { code, records, persons, sensitive_persons };

  if (records > 0 || persons > 0)
    g_array_append_val (rows, row);
  else
    g_free (code);
}

static void
append_stored_rows (AmpCaseFile *file, AmpKey key, GArray *rows)
{
  for (guint i = 0; key == AMP_KEY_FIELD && i < file->fields->len; i++)
    {
      const AmpFieldFacts *field = file->fields->pdata[i];

      append_row (rows, make_field_code (file, field), field->filled, field->persons, field->sensitive_persons);
    }
  for (guint i = 0; key == AMP_KEY_TYPE && i < AMP_N_FIELD_TYPES; i++)
    append_row (rows, g_strdup (amp_field_type_get_code (i)), file->types[i].records, file->types[i].persons, file->types[i].sensitive_persons);
}

/* Each field is a row, or all fields of one type are. */
static void
name_rows (Scan *scan)
{
  AmpCaseFile *file = scan->file;
  guint32      row_of_type[AMP_N_FIELD_TYPES];

  memset (row_of_type, 0xff, sizeof row_of_type);
  for (guint i = 0; i < file->fields->len; i++)
    {
      const AmpFieldFacts *field = file->fields->pdata[i];
      guint32             *row = &scan->rows_of_position[field->source][field->position - 1];

      *row = scan->key == AMP_KEY_TYPE ? row_of_type[field->type] : NO_ROW;
      if (*row != NO_ROW)
        continue;
      *row = row_of_type[field->type] = scan->codes->len;
      g_ptr_array_add (scan->codes, scan->key == AMP_KEY_TYPE ? g_strdup (amp_field_type_get_code (field->type)) : make_field_code (file, field));
    }
}

static void
prepare_rows (Scan *scan)
{
  scan->codes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < scan->file->sources->len; i++)
    {
      gsize n_positions = amp_case_file_get_field_bytes (scan->file, i) * 8;

      scan->rows_of_position[i] = g_new (guint32, n_positions);
      memset (scan->rows_of_position[i], 0xff, n_positions * sizeof (guint32));
    }
  name_rows (scan);
  scan->n_rows = scan->codes->len;
  scan->records = g_new0 (gint64, scan->n_rows);
  scan->persons = g_new0 (gint64, scan->n_rows);
  scan->sensitive_persons = g_new0 (gint64, scan->n_rows);
  scan->bitmaps = g_new0 (guint64 *, scan->n_rows);
  scan->last_record = g_new0 (gint64, scan->n_rows);
}

static void
clear_scan (Scan *scan)
{
  for (guint i = 0; i < AMP_MAX_SOURCES; i++)
    g_free (scan->rows_of_position[i]);
  g_clear_pointer (&scan->codes, g_ptr_array_unref);
  g_free (scan->records);
  g_free (scan->persons);
  g_free (scan->sensitive_persons);
  g_free (scan->bitmaps);
  g_free (scan->last_record);
  amp_cell_filter_free (scan->filter);
  amp_person_profiles_free (scan->profiles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, clear_scan)

static void
count_position (Scan *scan, guint row, gint64 number, guint32 person, gboolean is_record, gboolean is_person)
{
  if (row < scan->first_row || row >= scan->end_row)
    return;
  if (is_record && scan->last_record[row] != number)
    {
      scan->last_record[row] = number;
      scan->records[row]++;
    }
  if (is_person)
    scan->bitmaps[row - scan->first_row][person / 64] |= G_GUINT64_CONSTANT (1) << (person % 64);
}

static void
count_record (Scan *scan, const AmpRecord *record, gint64 number)
{
  AmpCell        cell = { G_GUINT64_CONSTANT (1) << record->source, record->place, record->categories, record->quality, record->age_band, record->sex, 0, 0 };
  const guint32 *rows = scan->rows_of_position[record->source];
  gsize          n_bytes = amp_case_file_get_field_bytes (scan->file, record->source);
  gboolean       is_record = amp_cell_filter_passes (scan->filter, &cell);
  gboolean       is_person = amp_person_profiles_is_selected (scan->profiles, record->person, is_record);

  if (!is_record && !is_person)
    return;
  for (gsize i = 0; i < n_bytes; i++)
    for (guint bits = record->fields[i]; bits != 0; bits &= bits - 1)
      count_position (scan, rows[i * 8 + __builtin_ctz (bits)], number, record->person, is_record, is_person);
}

static gboolean
walk_records (Scan *scan, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpRecordReader) reader = amp_record_reader_new (scan->file, error);
  g_autoptr (GError) failure = NULL;
  const AmpRecord *records;
  gint64           number = 0;
  guint            n_records;

  if (reader == NULL)
    return FALSE;
  while ((records = amp_record_reader_next_block (reader, &n_records, cancellable, &failure)) != NULL)
    for (guint i = 0; i < n_records; i++)
      {
        if (!amp_person_profiles_add_record (scan->profiles, &records[i]))
          {
            amp_case_file_set_damaged (scan->file, error);
            return FALSE;
          }
        count_record (scan, &records[i], ++number);
      }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    return TRUE;
  return FALSE;
}

static void
count_persons (Scan *scan, guint row)
{
  const guint64 *bitmap = scan->bitmaps[row - scan->first_row];

  for (gsize i = 0; i < amp_person_profiles_get_n_words (scan->profiles); i++)
    {
      scan->persons[row] += __builtin_popcountll (bitmap[i]);
      scan->sensitive_persons[row] += __builtin_popcountll (bitmap[i] & amp_person_profiles_get_sensitive (scan->profiles)[i]);
    }
}

/* As many rows as their bits may take. */
static guint
choose_end (Scan *scan, guint first)
{
  gsize bytes = amp_person_profiles_get_n_words (scan->profiles) * sizeof (guint64);
  gsize n_rows = MAX (MAX_BITMAP_BYTES / MAX (bytes, 1), 1);

  return (guint) MIN (first + n_rows, scan->n_rows);
}

static gboolean
walk_some_rows (Scan *scan, guint first, GCancellable *cancellable, GError **error)
{
  gsize    n_words = amp_person_profiles_get_n_words (scan->profiles);
  guint    n_rows;
  gboolean is_read;

  scan->first_row = first;
  scan->end_row = choose_end (scan, first);
  n_rows = scan->end_row - first;
  for (guint i = 0; i < n_rows; i++)
    scan->bitmaps[i] = g_new0 (guint64, n_words);
  is_read = walk_records (scan, cancellable, error);
  for (guint i = 0; i < n_rows; i++)
    {
      if (is_read)
        count_persons (scan, first + i);
      g_clear_pointer (&scan->bitmaps[i], g_free);
    }
  return is_read;
}

static gboolean
run_scan (Scan *scan, GArray *rows, GCancellable *cancellable, GError **error)
{
  prepare_rows (scan);
  for (guint first = 0; first < scan->n_rows; first = scan->end_row)
    if (!walk_some_rows (scan, first, cancellable, error))
      return FALSE;
  for (guint i = 0; i < scan->n_rows; i++)
    append_row (rows, g_strdup (scan->codes->pdata[i]), scan->records[i], scan->persons[i], scan->sensitive_persons[i]);
  return TRUE;
}

gboolean
amp_field_statistics_count (AmpCaseFile *file, AmpKey key, const AmpSelection *selection, GArray *rows, GCancellable *cancellable, GError **error)
{
  g_auto (Scan) scan = { .file = file, .key = key };

  if (amp_selection_is_empty (selection) && has_stored_totals (file, key))
    {
      append_stored_rows (file, key, rows);
      return TRUE;
    }
  scan.filter = amp_cell_filter_new (file, selection);
  scan.profiles = amp_person_profiles_new (file, scan.filter, cancellable, error);
  return scan.profiles != NULL && run_scan (&scan, rows, cancellable, error);
}
