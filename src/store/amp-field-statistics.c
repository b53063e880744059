/* A walk over the bitmaps of filled fields. Each person has a bitmap of what any
 * of the records fills; where those would take more than MAX_BITMAP_BYTES, the
 * records are read several times, for some persons each time. By type, the
 * bitmap of fields is first turned into one of types. Invariant: a record is
 * counted in the first walk, a person in one. */
#include "amp-field-statistics.h"

#include "amp-bit-tally.h"
#include "amp-person-profiles.h"

#define MAX_BITMAP_BYTES (128 * 1024 * 1024)

/* A set of field types. */
typedef struct
{
  guint8 bytes[(AMP_N_FIELD_TYPES + 7) / 8];
} TypeSet;

typedef struct
{
  AmpCaseFile       *file;
  AmpKey             key;
  AmpCellFilter     *filter;
  AmpPersonProfiles *profiles;
  gsize              offsets[AMP_MAX_SOURCES]; /* by field: where its fields begin in a bitmap */
  TypeSet           *types[AMP_MAX_SOURCES];   /* by type: 256 for each byte of a record's bitmap */
  gsize              n_bytes;                  /* of a bitmap */
  AmpBitTally       *records;
  AmpBitTally       *persons;
  AmpBitTally       *sensitive_persons;
  /* Of one walk: persons from first on, before end */
  gint64  first;
  gint64  end;
  guint8 *bitmaps;
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

/* What each value of each byte of a record's bitmap means in types. */
static void
prepare_types (Scan *scan)
{
  for (guint i = 0; i < scan->file->sources->len; i++)
    scan->types[i] = g_new0 (TypeSet, amp_case_file_get_field_bytes (scan->file, i) * 256);
  for (guint i = 0; i < scan->file->fields->len; i++)
    {
      const AmpFieldFacts *field = scan->file->fields->pdata[i];
      guint                bit = field->position - 1;
      TypeSet             *sets = scan->types[field->source] + bit / 8 * 256;

      for (guint byte = 0; byte < 256; byte++)
        if (byte >> (bit % 8) & 1)
          sets[byte].bytes[field->type / 8] |= (guint8) (1u << (field->type % 8));
    }
}

static void
prepare_scan (Scan *scan)
{
  for (guint i = 0; scan->key == AMP_KEY_FIELD && i < scan->file->sources->len; i++)
    {
      scan->offsets[i] = scan->n_bytes;
      scan->n_bytes += amp_case_file_get_field_bytes (scan->file, i);
    }
  if (scan->key == AMP_KEY_TYPE)
    {
      scan->n_bytes = sizeof (TypeSet);
      prepare_types (scan);
    }
  scan->records = amp_bit_tally_new (scan->n_bytes);
  scan->persons = amp_bit_tally_new (scan->n_bytes);
  scan->sensitive_persons = amp_bit_tally_new (scan->n_bytes);
}

static void
clear_scan (Scan *scan)
{
  for (guint i = 0; i < AMP_MAX_SOURCES; i++)
    g_free (scan->types[i]);
  amp_bit_tally_free (scan->records);
  amp_bit_tally_free (scan->persons);
  amp_bit_tally_free (scan->sensitive_persons);
  g_free (scan->bitmaps);
  amp_cell_filter_free (scan->filter);
  amp_person_profiles_free (scan->profiles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, clear_scan)

static void
find_types (const Scan *scan, const AmpRecord *record, gsize n_bytes, TypeSet *types)
{
  const TypeSet *sets = scan->types[record->source];

  *types = (TypeSet){ 0 };
  for (gsize i = 0; i < n_bytes; i++)
    for (guint j = 0; j < sizeof (TypeSet); j++)
      types->bytes[j] |= sets[i * 256 + record->fields[i]].bytes[j];
}

static void
count_record (Scan *scan, const AmpRecord *record, gboolean is_record, gboolean is_person)
{
  gsize         n_bytes = amp_case_file_get_field_bytes (scan->file, record->source);
  gsize         offset = scan->offsets[record->source];
  const guint8 *bytes = record->fields;
  TypeSet       types;
  guint8       *bitmap;

  if (scan->key == AMP_KEY_TYPE)
    {
      find_types (scan, record, n_bytes, &types);
      bytes = types.bytes;
      n_bytes = sizeof types;
    }
  if (is_record)
    amp_bit_tally_add (scan->records, bytes, n_bytes, offset);
  if (!is_person)
    return;
  bitmap = scan->bitmaps + (gsize) (record->person - scan->first) * scan->n_bytes + offset;
  for (gsize i = 0; i < n_bytes; i++)
    bitmap[i] |= bytes[i];
}

static void
take_record (const AmpRecord *record, gpointer data)
{
  Scan    *scan = data;
  AmpCell  cell = { G_GUINT64_CONSTANT (1) << record->source, record->place, record->categories, record->quality, record->age_band, record->sex, 0, 0 };
  gboolean is_record = amp_cell_filter_passes (scan->filter, &cell);
  gboolean is_person = record->person >= scan->first && record->person < scan->end &&
                       amp_person_profiles_is_selected (scan->profiles, record->person, is_record);

  is_record = is_record && scan->first == 0;
  if (is_record || is_person)
    count_record (scan, record, is_record, is_person);
}

static void
count_persons (Scan *scan)
{
  const guint64 *sensitive = amp_person_profiles_get_sensitive (scan->profiles);

  for (gint64 person = scan->first; person < scan->end; person++)
    {
      const guint8 *bitmap = scan->bitmaps + (gsize) (person - scan->first) * scan->n_bytes;

      amp_bit_tally_add (scan->persons, bitmap, scan->n_bytes, 0);
      if (sensitive[person / 64] >> (person % 64) & 1)
        amp_bit_tally_add (scan->sensitive_persons, bitmap, scan->n_bytes, 0);
    }
}

static gboolean
run_scan (Scan *scan, GCancellable *cancellable, GError **error)
{
  gint64 n_persons = amp_case_file_get_persons (scan->file) + 1;
  gint64 n_at_once = MIN (MAX (MAX_BITMAP_BYTES / (gint64) MAX (scan->n_bytes, 1), 1), n_persons);

  scan->bitmaps = g_malloc ((gsize) n_at_once * scan->n_bytes + 1);
  for (; scan->first < n_persons; scan->first = scan->end)
    {
      scan->end = MIN (scan->first + n_at_once, n_persons);
      memset (scan->bitmaps, 0, (gsize) n_at_once * scan->n_bytes);
      if (!amp_person_profiles_walk (scan->profiles, scan->file, take_record, scan, cancellable, error))
        return FALSE;
      count_persons (scan);
    }
  return TRUE;
}

static void
append_counted_row (Scan *scan, GArray *rows, char *code, gsize bit)
{
  append_row (rows, code, amp_bit_tally_get (scan->records, bit), amp_bit_tally_get (scan->persons, bit), amp_bit_tally_get (scan->sensitive_persons, bit));
}

static void
append_counted_rows (Scan *scan, GArray *rows)
{
  for (guint i = 0; scan->key == AMP_KEY_FIELD && i < scan->file->fields->len; i++)
    {
      const AmpFieldFacts *field = scan->file->fields->pdata[i];

      append_counted_row (scan, rows, make_field_code (scan->file, field), scan->offsets[field->source] * 8 + field->position - 1);
    }
  for (guint i = 0; scan->key == AMP_KEY_TYPE && i < AMP_N_FIELD_TYPES; i++)
    append_counted_row (scan, rows, g_strdup (amp_field_type_get_code (i)), i);
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
  if (scan.profiles == NULL)
    return FALSE;
  prepare_scan (&scan);
  if (!run_scan (&scan, cancellable, error))
    return FALSE;
  append_counted_rows (&scan, rows);
  return TRUE;
}
