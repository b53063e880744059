/* Is the case whole, and do its sums agree? Reads everything once and counts
 * anew what the import counted. Invariant: a problem of the case is a sentence
 * in the result, never an error; only a cancelled check is. */
#include "amp-case-file-private.h"
#include "amp-case-writer.h"
#include "amp-cell-walk.h"
#include "amp-record-reader.h"
#include "amp-schema.h"
#include "amp-varint.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

/* A case that is broken in many places is broken: enough is enough. */
#define MAX_PROBLEMS 100

typedef struct
{
  AmpCaseFile *file;
  GPtrArray   *problems;
  gint64       records;
  gint64      *records_of_source;
  gint64      *last_ordinal; /* by source */
  gint64     **filled;       /* by source and position - 1 */
  GHashTable  *profiles;     /* of AmpCell: records counted anew */
  guint64     *persons;      /* a bit each; NULL if there cannot be so many */
  gint64       n_persons;
} Check;

static void G_GNUC_PRINTF (2, 3)
    add_problem (Check *check, const char *format, ...)
{
  va_list arguments;

  if (check->problems->len >= MAX_PROBLEMS)
    return;
  va_start (arguments, format);
  g_ptr_array_add (check->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
compare (Check *check, const char *what, gint64 stated, gint64 counted)
{
  if (stated != counted)
    add_problem (check, _ ("%s: %" PRId64 " are stated, %" PRId64 " are counted."), what, stated, counted);
}

/* Turns a failure to read into a problem: whether the check may go on. */
static gboolean
take_failure (Check *check, GError *failure, GError **error)
{
  if (failure == NULL)
    return TRUE;
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  add_problem (check, _ ("A part cannot be read: %s."), failure->message);
  g_error_free (failure);
  return TRUE;
}

static gboolean
check_pages (Check *check, GError **error)
{
  GError *failure = NULL;
  g_autoptr (AmpStatement) select = amp_sql_prepare (check->file->sql, "PRAGMA integrity_check(20)", &failure);

  while (select != NULL && amp_statement_step (select, &failure) == AMP_STEP_ROW)
    {
      g_autofree char *line = amp_statement_dup_text (select, 0);

      if (g_strcmp0 (line, "ok") != 0)
        add_problem (check, _ ("The file is damaged: %s."), line);
    }
  return take_failure (check, failure, error);
}

static void
check_table (Check *check, const char *table, gint64 stated, GError **failure)
{
  guint32 checksum;

  if (amp_schema_compute_checksum (check->file->sql, table, &checksum, failure) && checksum != stated)
    add_problem (check, _ ("The table “%s” is not what was written."), table);
}

static gboolean
check_tables (Check *check, GError **error)
{
  GError            *failure = NULL;
  AmpSchemaVersion   version = AMP_SCHEMA_VERSION_1;
  const char *const *tables;
  g_autoptr (AmpStatement) select = amp_sql_prepare (check->file->sql, "SELECT checksum FROM checksums WHERE name = ?", &failure);

  if (select != NULL)
    amp_schema_get_version (check->file->sql, &version, &failure);
  tables = amp_schema_get_tables (version);
  for (guint i = 0; select != NULL && tables[i] != NULL && failure == NULL; i++)
    {
      AmpStep step;

      amp_statement_reset (select);
      amp_statement_bind_text (select, 1, tables[i]);
      step = amp_statement_step (select, &failure);
      if (step != AMP_STEP_FAILED)
        check_table (check, tables[i], step == AMP_STEP_ROW ? amp_statement_get_integer (select, 0) : -1, &failure);
    }
  return take_failure (check, failure, error);
}

static guint
hash_profile (gconstpointer data)
{
  const AmpCell *cell = data;
  guint64        hash = (guint64) cell->place << 32 ^ cell->categories ^ (guint64) cell->quality << 24 ^ (guint64) cell->age_band << 28 ^ (guint64) cell->sex << 60;

  hash = (hash ^ cell->sources * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  return (guint) (hash >> 32);
}

static gboolean
equal_profiles (gconstpointer a, gconstpointer b)
{
  const AmpCell *left = a;
  const AmpCell *right = b;

  return left->place == right->place && left->categories == right->categories && left->sources == right->sources &&
         left->quality == right->quality && left->age_band == right->age_band && left->sex == right->sex;
}

static void
count_profile (Check *check, const AmpRecord *record)
{
  AmpCell  profile = { G_GUINT64_CONSTANT (1) << record->source, record->place, record->categories, record->quality, record->age_band, record->sex, 0, 0 };
  AmpCell *known = g_hash_table_lookup (check->profiles, &profile);

  if (known == NULL)
    {
      known = g_memdup2 (&profile, sizeof profile);
      g_hash_table_add (check->profiles, known);
    }
  known->records++;
}

static void
count_person (Check *check, guint32 person)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << (person % 64);

  if (person > check->file->persons || check->persons == NULL)
    return;
  check->n_persons += (check->persons[person / 64] & bit) == 0;
  check->persons[person / 64] |= bit;
}

static void
count_record (Check *check, const AmpRecord *record)
{
  gsize   n_bytes = amp_case_file_get_field_bytes (check->file, record->source);
  gint64 *filled = check->filled[record->source];

  check->records++;
  check->records_of_source[record->source]++;
  if (record->ordinal <= check->last_ordinal[record->source])
    add_problem (check, _ ("Source %u: record %" PRId64 " comes after record %" PRId64 "."), record->source + 1, record->ordinal, check->last_ordinal[record->source]);
  if (record->person > check->file->persons)
    add_problem (check, _ ("Source %u: record %" PRId64 " belongs to a person that is not counted."), record->source + 1, record->ordinal);
  check->last_ordinal[record->source] = record->ordinal;
  count_profile (check, record);
  count_person (check, record->person);
  for (gsize i = 0; i < n_bytes; i++)
    for (guint bits = record->fields[i]; bits != 0; bits &= bits - 1)
      filled[i * 8 + __builtin_ctz (bits)]++;
}

static gboolean
count_records (Check *check, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  g_autoptr (AmpRecordReader) reader = amp_record_reader_new (check->file, &failure);
  const AmpRecord *records;
  gint64           block = 0;
  guint            n_records;

  while (reader != NULL && (records = amp_record_reader_next_block (reader, &n_records, cancellable, &failure)) != NULL)
    {
      block++;
      if (!amp_record_reader_is_sound (reader))
        add_problem (check, _ ("Block %" PRId64 " of the records is not what was written."), block);
      for (guint i = 0; i < n_records; i++)
        count_record (check, &records[i]);
    }
  return take_failure (check, failure, error);
}

static void
compare_cells (Check *check)
{
  g_autoptr (AmpCellFilter) everything = amp_cell_filter_new (check->file, NULL);
  AmpCellWalk walk;
  gint64      n_wrong = 0;

  amp_cell_walk_begin (&walk, check->file, everything, TRUE);
  while (amp_cell_walk_next (&walk))
    {
      const AmpCellKind *kind = walk.kind;
      AmpCell            profile = { kind->sources, walk.place, kind->categories, kind->quality, kind->age_band, kind->sex, 0, 0 };
      const AmpCell     *counted = g_hash_table_lookup (check->profiles, &profile);

      n_wrong += walk.records != (counted != NULL ? counted->records : 0);
    }
  compare (check, _ ("Cells that count other records than there are"), 0, n_wrong);
}

static void
compare_totals (Check *check)
{
  AmpCaseFile *file = check->file;
  gint64       records = 0;
  gint64       persons = 0;

  amp_case_file_get_number (file, AMP_FACT_RECORDS, &records);
  amp_case_file_get_number (file, AMP_FACT_PERSONS, &persons);
  compare (check, _ ("Records of the case"), records, file->records);
  compare (check, _ ("Persons of the case"), persons, file->persons);
  compare (check, _ ("Records of the cells"), file->records, check->records);
  compare (check, _ ("Persons of the cells"), file->persons, check->n_persons);
  for (guint i = 0; i < file->sources->len; i++)
    {
      g_autofree char *what = g_strdup_printf (_ ("Records of source %u"), i + 1);

      compare (check, what, amp_case_file_get_source (file, i)->records, check->records_of_source[i]);
    }
  for (guint i = 0; i < file->fields->len; i++)
    {
      const AmpFieldFacts *field = file->fields->pdata[i];
      g_autofree char     *what = g_strdup_printf (_ ("Filled values of field %u of source %u"), field->position, field->source + 1);

      compare (check, what, field->filled, check->filled[field->source][field->position - 1]);
    }
}

static gboolean
check_malformed (Check *check, GError **error)
{
  GError *failure = NULL;
  g_autoptr (AmpStatement) select = amp_sql_prepare (check->file->sql, "SELECT count(*) FROM malformed WHERE source = ? AND ordinal > 0", &failure);

  for (guint i = 0; select != NULL && i < check->file->sources->len && failure == NULL; i++)
    {
      g_autofree char *what = g_strdup_printf (_ ("Malformed records of source %u"), i + 1);

      amp_statement_reset (select);
      amp_statement_bind_integer (select, 1, i);
      if (amp_statement_step (select, &failure) == AMP_STEP_ROW)
        compare (check, what, amp_case_file_get_source (check->file, i)->malformed, amp_statement_get_integer (select, 0));
    }
  return take_failure (check, failure, error);
}

/* Adds the persons of one block to their cells: whether the block is whole. */
static gboolean
count_person_block (Check *check, AmpStatement *select, gint64 *persons_of_cell)
{
  gint64        n_persons = amp_statement_get_integer (select, 0);
  AmpBytes      cells;
  const guint8 *place = cells.bytes = amp_statement_get_bytes (select, 2, &cells.length);
  const guint8 *end = place + cells.length;

  if (n_persons < 1 || n_persons > AMP_RECORDS_PER_BLOCK ||
      amp_block_compute_checksum (&cells, 1) != amp_statement_get_integer (select, 1))
    return FALSE;
  for (gint64 i = 0; i < n_persons; i++)
    {
      guint64 cell;

      if (!amp_varint_read (&place, end, &cell) || cell >= check->file->cells->n_cells)
        return FALSE;
      persons_of_cell[amp_case_file_get_cell_number (check->file, cell)]++;
    }
  return place == end;
}

static gboolean
check_persons (Check *check, GError **error)
{
  GError *failure = NULL;
  g_autoptr (AmpStatement) select = amp_sql_prepare (check->file->sql, "SELECT persons, checksum, cells FROM person_blocks ORDER BY id", &failure);
  g_autofree gint64 *persons_of_cell = g_new0 (gint64, check->file->cells->n_cells + 1);
  g_autoptr (AmpCellFilter) everything = amp_cell_filter_new (check->file, NULL);
  AmpCellWalk walk;
  gint64      n_blocks = 0;
  gint64      n_wrong = 0;

  for (; select != NULL && amp_statement_step (select, &failure) == AMP_STEP_ROW; n_blocks++)
    if (!count_person_block (check, select, persons_of_cell))
      add_problem (check, _ ("Block %" PRId64 " of the persons is not what was written."), n_blocks + 1);
  amp_cell_walk_begin (&walk, check->file, everything, TRUE);
  while (n_blocks > 0 && amp_cell_walk_next (&walk))
    n_wrong += persons_of_cell[walk.cell] != walk.persons;
  compare (check, _ ("Cells that count other persons than there are"), 0, n_wrong);
  return take_failure (check, failure, error);
}

static gboolean
run_checks (Check *check, GCancellable *cancellable, GError **error)
{
  if (!check_pages (check, error) || !check_tables (check, error) || !count_records (check, cancellable, error))
    return FALSE;
  compare_totals (check);
  compare_cells (check);
  return check_malformed (check, error) && check_persons (check, error);
}

static void
prepare_check (Check *check)
{
  guint n_sources = check->file->sources->len;

  check->problems = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  check->records_of_source = g_new0 (gint64, MAX (n_sources, 1));
  check->last_ordinal = g_new0 (gint64, MAX (n_sources, 1));
  check->filled = g_new0 (gint64 *, n_sources + 1);
  for (guint i = 0; i < n_sources; i++)
    check->filled[i] = g_new0 (gint64, amp_case_file_get_field_bytes (check->file, i) * 8 + 1);
  check->profiles = g_hash_table_new_full (hash_profile, equal_profiles, g_free, NULL);
  if (amp_case_file_is_plausible (check->file))
    check->persons = g_new0 (guint64, (gsize) check->file->persons / 64 + 1);
}

static void
clear_check (Check *check)
{
  g_clear_pointer (&check->problems, g_ptr_array_unref);
  g_strfreev ((char **) check->filled);
  g_free (check->records_of_source);
  g_free (check->last_ordinal);
  g_hash_table_unref (check->profiles);
  g_free (check->persons);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, clear_check)

char **
amp_case_file_verify (AmpCaseFile *file, GCancellable *cancellable, GError **error)
{
  g_auto (Check) check = { .file = file };
  gboolean is_done;

  g_return_val_if_fail (file != NULL, NULL);

  prepare_check (&check);
  amp_sql_set_cancellable (file->sql, cancellable);
  is_done = run_checks (&check, cancellable, error);
  amp_sql_set_cancellable (file->sql, NULL);
  return is_done ? (char **) g_ptr_array_free (g_steal_pointer (&check.problems), FALSE) : NULL;
}
