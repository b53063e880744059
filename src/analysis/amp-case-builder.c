/* Joins persons, places and profiles into a case, record by record. */
#include "amp-case-builder.h"

#include <glib/gi18n-lib.h>

#include "amp-analysis-error.h"
#include "amp-case-writer.h"
#include "amp-number-file.h"
#include "amp-person-cells.h"
#include "amp-place-register.h"
#include "amp-profile-register.h"

/* Records handed to the store at once. */
#define RECORDS_AT_ONCE 1024

/* Records whose profiles are looked up together. */
#define GROUP_SIZE 16

/* The profile of a record, about to be looked up. */
typedef struct
{
  AmpCell cell;
  guint64 hash;
} Profile;

struct _AmpCaseBuilder
{
  AmpCaseWriter      *writer;
  AmpPlaceRegister   *places;
  AmpProfileRegister *profiles;
  AmpPersonResolver  *persons;
  AmpNumberFile      *record_profiles; /* by record of the dump */
  gint64              malformed;
  gint64              unplaced;

  AmpSource      *source; /* borrowed, between begin and end */
  guint32         source_id;
  AmpSourceFacts *source_facts;
  gint64         *filled;  /* by column of the source */
  GArray         *records; /* AmpRecord, waiting for the store */
};

static gboolean
write_facts (AmpCaseBuilder *self, const AmpImportOptions *options, GError **error)
{
  g_autofree char *as_of = NULL;

  as_of = g_strdup_printf ("%04u-%02u-%02u", options->as_of.year, options->as_of.month, options->as_of.day);
  if (options->mandate != NULL && !amp_case_writer_set_mandate (self->writer, options->mandate, error))
    return FALSE;
  return amp_case_writer_set_text (self->writer, AMP_FACT_AS_OF, as_of, error) &&
         amp_case_writer_set_text (self->writer, AMP_FACT_PROGRAM, AMP_VERSION, error);
}

AmpCaseBuilder *
amp_case_builder_new (const AmpImportOptions *options, AmpGazetteer *gazetteer, GError **error)
{
  g_autoptr (AmpCaseBuilder) self = g_new0 (AmpCaseBuilder, 1);

  g_return_val_if_fail (options != NULL && options->case_path != NULL, NULL);

  self->profiles = amp_profile_register_new ();
  self->persons = amp_person_resolver_new (0);
  self->records = g_array_sized_new (FALSE, FALSE, sizeof (AmpRecord), RECORDS_AT_ONCE);
  self->writer = amp_case_writer_new (options->case_path, options->overwrite, error);
  if (self->writer == NULL || !write_facts (self, options, error))
    return NULL;
  self->record_profiles = amp_number_file_new (options->case_path, error);
  if (self->record_profiles == NULL)
    return NULL;
  self->places = amp_place_register_new (gazetteer, self->writer);
  return g_steal_pointer (&self);
}

void
amp_case_builder_free (AmpCaseBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->places, amp_place_register_free);
  g_clear_pointer (&self->profiles, amp_profile_register_free);
  g_clear_pointer (&self->persons, amp_person_resolver_free);
  g_clear_pointer (&self->writer, amp_case_writer_discard);
  g_clear_pointer (&self->record_profiles, amp_number_file_free);
  g_clear_pointer (&self->records, g_array_unref);
  g_clear_pointer (&self->filled, g_free);
  g_clear_pointer (&self->source_facts, amp_source_facts_free);
  g_free (self);
}

static char *
dup_character (char character)
{
  return character != '\0' ? g_strndup (&character, 1) : g_strdup ("");
}

static void
describe_source (AmpCaseBuilder *self, AmpSource *source)
{
  const AmpDialect *dialect = amp_source_get_dialect (source);

  self->source_facts = g_new (AmpSourceFacts, 1);
  *self->source_facts = (AmpSourceFacts){
    .name = g_strdup (amp_source_get_name (source)),
    .bytes = MAX (amp_source_get_bytes (source), 0),
    .format = g_strdup (amp_dump_format_get_code (dialect->format)),
    .encoding = g_strdup (amp_encoding_get_code (dialect->encoding)),
    .delimiter = dup_character (dialect->delimiter),
    .quote = dup_character (dialect->quote),
    .line_end = g_strdup (amp_line_end_get_code (dialect->line_end)),
    .has_header = dialect->has_header,
    .preamble_lines = dialect->preamble_lines,
    .n_fields = g_list_model_get_n_items (amp_source_get_fields (source)),
  };
}

gboolean
amp_case_builder_begin_source (AmpCaseBuilder *self, AmpSource *source, GError **error)
{
  g_return_val_if_fail (self != NULL && self->source == NULL, FALSE);

  self->source = source;
  describe_source (self, source);
  self->filled = g_new0 (gint64, self->source_facts->n_fields);
  return amp_case_writer_add_source (self->writer, self->source_facts, &self->source_id, error);
}

static void
count_filled (AmpCaseBuilder *self, const AmpRecordBatch *batch)
{
  for (guint i = 0; i < batch->n_fields; i++)
    self->filled[i] += batch->filled[i];
}

static gboolean
flush_records (AmpCaseBuilder *self, GError **error)
{
  const AmpRecord *records = (const AmpRecord *) (const void *) self->records->data;
  gboolean         is_written;

  is_written = amp_case_writer_append_records (self->writer, records, self->records->len, error);
  g_array_set_size (self->records, 0);
  return is_written;
}

static gboolean
add_malformed (AmpCaseBuilder *self, gint64 ordinal, gint64 line, AmpRowFault fault, GError **error)
{
  AmpMalformed malformed = { .source = self->source_id, .ordinal = ordinal, .line = line };

  g_strlcpy (malformed.reason, amp_row_fault_get_code (fault), sizeof malformed.reason);
  return amp_case_writer_add_malformed (self->writer, &malformed, error);
}

static void
describe_profile (AmpCaseBuilder *self, const AmpRecordFacts *facts, Profile *profile)
{
  profile->cell = (AmpCell){
    .sources = G_GUINT64_CONSTANT (1) << self->source_id,
    .place = profile->cell.place,
    .categories = facts->categories,
    .quality = (guint8) facts->place.quality,
    .age_band = (guint8) facts->age_band,
    .sex = (guint8) facts->sex,
  };
  profile->hash = amp_profile_register_hash (&profile->cell);
}

/* Profiles and names lie anywhere in memory: all of the group are asked for before the
 * first is waited for. */
static gboolean
find_profiles (AmpCaseBuilder *self, const AmpRecordBatch *batch, guint first, guint n, Profile *profiles, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      const AmpRecordFacts *facts = amp_record_batch_get (batch, first + i);

      if (!amp_place_register_find (self->places, &facts->place, &profiles[i].cell.place, error))
        return FALSE;
      describe_profile (self, facts, &profiles[i]);
      amp_profile_register_prefetch_slot (self->profiles, profiles[i].hash);
      amp_person_resolver_announce (self->persons, &facts->evidence);
    }
  for (guint i = 0; i < n; i++)
    amp_profile_register_prefetch_cell (self->profiles, profiles[i].hash);
  return TRUE;
}

/* Which person a record is of is known when all records are. */
static gboolean
add_record (AmpCaseBuilder *self, const AmpRecordFacts *facts, gint64 line, const Profile *profile, const guint8 *bitmap, GError **error)
{
  guint32   number = amp_profile_register_find_hashed (self->profiles, &profile->cell, profile->hash);
  AmpRecord record;

  amp_profile_register_count_record (self->profiles, number);
  if (!amp_number_file_append (self->record_profiles, number, error))
    return FALSE;

  self->source_facts->records++;
  self->source_facts->unplaced += facts->place.quality == AMP_PLACE_QUALITY_NONE;
  record = (AmpRecord){
    .source = self->source_id,
    .ordinal = self->source_facts->records,
    .line = line,
    .place = profile->cell.place,
    .categories = facts->categories,
    .quality = profile->cell.quality,
    .age_band = profile->cell.age_band,
    .sex = profile->cell.sex,
    .fields = bitmap,
  };
  g_array_append_val (self->records, record);
  if (facts->fault == AMP_ROW_FAULT_NONE)
    return TRUE;
  self->source_facts->malformed++;
  return add_malformed (self, record.ordinal, record.line, facts->fault, error);
}

static gboolean
add_facts (AmpCaseBuilder *self, const AmpRecordBatch *batch, guint index, const Profile *profile, GError **error)
{
  const AmpRecordFacts *facts = amp_record_batch_get (batch, index);
  const guint8         *bitmap = batch->bitmaps + (gsize) index * batch->bitmap_size;

  if (!amp_person_resolver_add (self->persons, &facts->evidence))
    {
      g_set_error_literal (error,
                           AMP_ANALYSIS_ERROR,
                           AMP_ANALYSIS_ERROR_TOO_MANY,
                           _ ("The dump has more records than a case can hold"));
      return FALSE;
    }
  return add_record (self, facts, batch->lines_before + facts->line, profile, bitmap, error);
}

static gboolean
add_group (AmpCaseBuilder *self, const AmpRecordBatch *batch, guint first, guint n, GError **error)
{
  Profile profiles[GROUP_SIZE];

  if (!find_profiles (self, batch, first, n, profiles, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!add_facts (self, batch, first + i, &profiles[i], error))
      return FALSE;
  return self->records->len < RECORDS_AT_ONCE || flush_records (self, error);
}

static gboolean
add_set_aside (AmpCaseBuilder *self, const AmpRecordBatch *batch, GError **error)
{
  for (guint i = 0; i < batch->set_aside->len; i++)
    {
      const AmpSetAside *row = &g_array_index (batch->set_aside, AmpSetAside, i);

      if (!add_malformed (self, 0, batch->lines_before + row->line, row->fault, error))
        return FALSE;
    }
  self->source_facts->skipped += batch->skipped;
  return TRUE;
}

gboolean
amp_case_builder_add_batch (AmpCaseBuilder *self, const AmpRecordBatch *batch, GError **error)
{
  g_return_val_if_fail (self != NULL && self->source != NULL, FALSE);

  count_filled (self, batch);
  for (guint i = 0; i < batch->n_records; i += GROUP_SIZE)
    if (!add_group (self, batch, i, MIN (batch->n_records - i, GROUP_SIZE), error))
      return FALSE;
  /* The bitmaps belong to the batch. */
  return add_set_aside (self, batch, error) && flush_records (self, error);
}

static gboolean
write_fields (AmpCaseBuilder *self, const AmpValueSketch *values, GError **error)
{
  for (guint i = 0; i < self->source_facts->n_fields; i++)
    {
      AmpField     *field = amp_source_get_field (self->source, i + 1);
      AmpFieldFacts facts = {
        .source = self->source_id,
        .position = i + 1,
        .header = (char *) amp_field_get_header (field),
        .type = self->filled[i] > 0 ? amp_field_get_effective_type (field) : AMP_FIELD_TYPE_EMPTY,
        .confidence = amp_field_get_confidence (field),
        .valid = amp_field_get_valid (field),
        .shape = (char *) amp_field_get_shape (field),
        .evidence = (char **) amp_field_get_evidence (field),
        .filled = self->filled[i],
        .distinct = amp_value_sketch_estimate (values, i, self->filled[i]),
        .distinct_is_sampled = amp_value_sketch_is_sampled (values, i),
        .persons = AMP_NOT_COUNTED,
        .sensitive_persons = AMP_NOT_COUNTED,
      };

      if (!amp_case_writer_add_field (self->writer, &facts, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
amp_case_builder_end_source (AmpCaseBuilder *self, const char *sha256, gint64 bytes, gint64 lines, const AmpValueSketch *values, GError **error)
{
  gboolean is_written;

  g_return_val_if_fail (self != NULL && self->source != NULL, FALSE);

  self->source_facts->sha256 = g_strdup (sha256);
  self->source_facts->bytes = bytes;
  self->source_facts->lines = lines;
  self->malformed += self->source_facts->malformed;
  self->unplaced += self->source_facts->unplaced;
  is_written = amp_case_writer_update_source (self->writer, self->source_id, self->source_facts, error) &&
               write_fields (self, values, error);
  g_clear_pointer (&self->source_facts, amp_source_facts_free);
  g_clear_pointer (&self->filled, g_free);
  self->source = NULL;
  return is_written;
}

gboolean
amp_case_builder_set_place_basis (AmpCaseBuilder *self, const char *codes, GError **error)
{
  g_return_val_if_fail (self != NULL && codes != NULL, FALSE);
  return amp_case_writer_set_text (self->writer, AMP_FACT_PLACE_BASIS, codes, error);
}

gint64
amp_case_builder_get_records (AmpCaseBuilder *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return (gint64) amp_number_file_get_n (self->record_profiles);
}

/* Both go through the records once more, in their order. */
static gboolean
write_and_merge_persons (AmpCaseBuilder *self, AmpPersonCells *cells, GCancellable *cancellable, GError **error)
{
  const guint32 *persons = amp_person_resolver_get_persons (self->persons);
  gsize          n_records = amp_number_file_get_n (self->record_profiles);
  guint32        profiles[RECORDS_AT_ONCE];

  for (gsize i = 0; i < n_records; i += RECORDS_AT_ONCE)
    {
      gsize n = MIN (n_records - i, RECORDS_AT_ONCE);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !amp_case_writer_append_record_persons (self->writer, persons + i, n, error) ||
          !amp_number_file_read (self->record_profiles, profiles, n, error))
        return FALSE;
      amp_person_cells_merge (cells, profiles, persons + i, n);
    }
  /* What the cells are written from needs room. */
  g_clear_pointer (&self->persons, amp_person_resolver_free);
  amp_profile_register_shed (self->profiles);
  return TRUE;
}

static gboolean
write_totals (AmpCaseBuilder *self, const AmpImportResult *result, GError **error)
{
  if (!amp_case_writer_set_number (self->writer, AMP_FACT_PERSONS_LOWEST, result->persons_lowest, error) ||
      !amp_case_writer_set_number (self->writer, AMP_FACT_PERSONS_HIGHEST, result->persons_highest, error))
    return FALSE;
  for (guint rule = 0; rule < AMP_N_JOINING_RULES; rule++)
    {
      g_autofree char *name = g_strdup_printf (AMP_FACT_RULE_PREFIX "%u", rule + 1);

      if (!amp_case_writer_set_number (self->writer, name, amp_person_resolver_get_joined (self->persons, rule), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
amp_case_builder_finish (AmpCaseBuilder *self, AmpImportResult *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpPersonCells) cells = NULL;
  guint32 n_persons, lowest, highest;

  g_return_val_if_fail (self != NULL && self->source == NULL, FALSE);

  /* Nothing is found while the evidence is compared, when memory is fullest. */
  amp_profile_register_shed (self->profiles);
  n_persons = amp_person_resolver_finish (self->persons);
  amp_person_resolver_get_bounds (self->persons, &lowest, &highest);
  result->records = amp_case_builder_get_records (self);
  result->persons = n_persons;
  result->persons_lowest = lowest;
  result->persons_highest = highest;
  result->malformed = self->malformed;
  result->unplaced = self->unplaced;

  cells = amp_person_cells_new (self->profiles, amp_place_register_get_levels (self->places), n_persons);
  return write_totals (self, result, error) &&
         write_and_merge_persons (self, cells, cancellable, error) &&
         amp_person_cells_write (cells, self->writer, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         amp_case_writer_commit (g_steal_pointer (&self->writer), error);
}
