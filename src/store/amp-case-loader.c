/* The tables of a case into memory, but for places and cells, which have loaders of
 * their own. Invariant: nothing is believed: ids count from 0 without gaps (so a file
 * cannot lead the loader in circles), references exist, codes are known, counts are
 * such as a double can hold. */
#include "amp-case-file-private.h"
#include "amp-cell-loader.h"
#include "amp-place-loader.h"
#include "amp-schema.h"

/* A case has some ten facts; a hostile one must not have millions. */
#define MAX_FACTS 4096

/* Reads one row, numbered @id, into the case: whether it is valid. */
typedef gboolean (*RowFunc) (AmpCaseFile *file, AmpStatement *row, gint64 id);

static gboolean
load_rows (AmpCaseFile *file, const char *text, RowFunc load_row, GError **error)
{
  g_autoptr (AmpStatement) select = amp_sql_prepare (file->sql, text, error);
  gint64  id = 0;
  AmpStep step;

  if (select == NULL)
    return FALSE;
  while ((step = amp_statement_step (select, error)) == AMP_STEP_ROW)
    if (!load_row (file, select, id++))
      {
        amp_case_file_set_damaged (file, error);
        return FALSE;
      }
  return step == AMP_STEP_DONE;
}

static gboolean
is_count (gint64 number)
{
  return number >= 0 && number <= AMP_MAX_COUNT;
}

static gboolean
load_fact (AmpCaseFile *file, AmpStatement *row, gint64 id)
{
  char *name = amp_statement_dup_text (row, 0);
  char *value = amp_statement_dup_text (row, 1);

  if (id >= MAX_FACTS || name == NULL || value == NULL)
    {
      g_free (name);
      g_free (value);
      return id < MAX_FACTS;
    }
  g_hash_table_replace (file->facts, name, value);
  return TRUE;
}

static gboolean
load_source (AmpCaseFile *file, AmpStatement *row, gint64 id)
{
  AmpSourceFacts *source = g_new0 (AmpSourceFacts, 1);
  gint64          n_fields = amp_statement_get_integer (row, 11);

  g_ptr_array_add (file->sources, source);
  source->name = amp_statement_dup_text (row, 1);
  source->bytes = amp_statement_get_integer (row, 2);
  source->sha256 = amp_statement_dup_text (row, 3);
  source->format = amp_statement_dup_text (row, 4);
  source->encoding = amp_statement_dup_text (row, 5);
  source->delimiter = amp_statement_dup_text (row, 6);
  source->quote = amp_statement_dup_text (row, 7);
  source->line_end = amp_statement_dup_text (row, 8);
  source->has_header = amp_statement_get_integer (row, 9) != 0;
  source->preamble_lines = (guint) CLAMP (amp_statement_get_integer (row, 10), 0, G_MAXINT);
  source->n_fields = (guint) CLAMP (n_fields, 0, AMP_MAX_FIELDS);
  source->lines = amp_statement_get_integer (row, 12);
  source->records = amp_statement_get_integer (row, 13);
  source->malformed = amp_statement_get_integer (row, 14);
  source->unplaced = amp_statement_get_integer (row, 15);
  source->skipped = amp_statement_get_integer (row, 16);
  return id < AMP_MAX_SOURCES && amp_statement_get_integer (row, 0) == id && source->name != NULL &&
         n_fields == source->n_fields && is_count (source->lines) && is_count (source->records) &&
         is_count (source->malformed) && is_count (source->unplaced) && is_count (source->skipped);
}

static gint64
get_counted (AmpStatement *row, int column)
{
  g_autofree char *text = amp_statement_dup_text (row, column);

  return text != NULL ? amp_statement_get_integer (row, column) : AMP_NOT_COUNTED;
}

static void
load_field_guess (AmpFieldFacts *field, AmpStatement *row)
{
  g_autofree char *code = amp_statement_dup_text (row, 4);
  g_autofree char *valid = amp_statement_dup_text (row, 6);
  g_autofree char *evidence = amp_statement_dup_text (row, 8);

  /* A type that only a newer list knows is, to this version, unknown. */
  field->type = AMP_FIELD_TYPE_UNKNOWN;
  amp_field_type_from_code (code, &field->type);
  field->confidence = amp_statement_get_double (row, 5);
  field->valid = valid != NULL ? amp_statement_get_double (row, 6) : -1;
  field->shape = amp_statement_dup_text (row, 7);
  field->evidence = evidence != NULL ? g_strsplit (evidence, "\n", -1) : NULL;
}

static gboolean
load_field (AmpCaseFile *file, AmpStatement *row, gint64 id)
{
  AmpFieldFacts *field = g_new0 (AmpFieldFacts, 1);
  gint64         source = amp_statement_get_integer (row, 1);
  gint64         position = amp_statement_get_integer (row, 2);

  g_ptr_array_add (file->fields, field);
  if (amp_statement_get_integer (row, 0) != id || source < 0 || source >= file->sources->len ||
      position < 1 || position > amp_case_file_get_source (file, (guint) source)->n_fields)
    return FALSE;
  field->source = (guint32) source;
  field->position = (guint) position;
  field->header = amp_statement_dup_text (row, 3);
  load_field_guess (field, row);
  field->filled = amp_statement_get_integer (row, 9);
  field->persons = get_counted (row, 10);
  field->sensitive_persons = get_counted (row, 11);
  field->distinct = AMP_NOT_COUNTED;
  return field->header != NULL && is_count (field->filled) &&
         field->persons >= AMP_NOT_COUNTED && field->sensitive_persons >= AMP_NOT_COUNTED;
}

static gboolean
load_distinct (AmpCaseFile *file, AmpStatement *row, gint64 id)
{
  gint64         number = amp_statement_get_integer (row, 0);
  AmpFieldFacts *field;

  if (number < 0 || number >= file->fields->len)
    return FALSE;
  field = file->fields->pdata[number];
  field->distinct = amp_statement_get_integer (row, 1);
  field->distinct_is_sampled = amp_statement_get_integer (row, 2) != 0;
  return is_count (field->distinct);
}

static gboolean
load_type (AmpCaseFile *file, AmpStatement *row, gint64 id)
{
  g_autofree char *code = amp_statement_dup_text (row, 0);
  AmpFieldType     type;
  AmpTypeTotal    *total;

  if (!amp_field_type_from_code (code, &type))
    return id < MAX_FACTS;
  total = &file->types[type];
  total->is_known = TRUE;
  total->records = amp_statement_get_integer (row, 1);
  total->persons = amp_statement_get_integer (row, 2);
  total->sensitive_persons = amp_statement_get_integer (row, 3);
  return id < MAX_FACTS && is_count (total->records) && is_count (total->persons) && is_count (total->sensitive_persons);
}

static gboolean
load_category_set (AmpCaseFile *file, AmpStatement *row, gint64 id)
{
  g_autofree char *code = amp_statement_dup_text (row, 1);
  AmpCategorySet   categories;

  if (amp_statement_get_integer (row, 0) != id || !amp_combination_from_code (code, &categories))
    return FALSE;
  g_array_append_val (file->category_sets, categories);
  return TRUE;
}

gboolean
amp_case_loader_run (AmpCaseFile *file, GError **error)
{
  AmpSchemaVersion version;

  if (!amp_schema_get_version (file->sql, &version, error) ||
      !load_rows (file, "SELECT name, value FROM facts", load_fact, error) ||
      !load_rows (file, "SELECT * FROM sources ORDER BY id", load_source, error) ||
      !load_rows (file, "SELECT * FROM fields ORDER BY id", load_field, error) ||
      (version >= AMP_SCHEMA_VERSION_KINDS && !load_rows (file, "SELECT * FROM distinct_values ORDER BY field", load_distinct, error)) ||
      !load_rows (file, "SELECT * FROM types", load_type, error) ||
      !amp_place_loader_run (file, version, error) ||
      !load_rows (file, "SELECT * FROM category_sets ORDER BY id", load_category_set, error) ||
      !amp_cell_loader_run (file, version, error))
    return FALSE;
  file->mandate = amp_mandate_new (amp_case_file_get_text (file, "mandate-analyst"), amp_case_file_get_text (file, "mandate-client"), amp_case_file_get_text (file, "mandate-legal-basis"), amp_case_file_get_text (file, "mandate-reference"));
  return TRUE;
}
