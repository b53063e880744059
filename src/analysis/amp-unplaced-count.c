/* Reads bitmaps of filled fields: see the header. */
#include "amp-unplaced-count.h"

#include "amp-case-private.h"
#include "amp-header-owner.h"
#include "amp-record-reader.h"

#include <glib/gi18n-lib.h>

/* The quality of a record without a place: amp-cell.h. */
#define NO_PLACE 4

/* clang-format off */
static const struct { const char *code; const char *label; } REASONS[] = {
  [AMP_UNPLACED_NO_COLUMN]  = { "no-column",     N_("The source has no column of a place") },
  [AMP_UNPLACED_EMPTY]      = { "empty",         N_("The columns of the place are empty") },
  [AMP_UNPLACED_CODE_ALONE] = { "code-alone",    N_("A code without a city, which names no place") },
  [AMP_UNPLACED_NAME_ALONE] = { "name-alone",    N_("A city without a code, unknown or of a name that several have") },
  [AMP_UNPLACED_BOTH]       = { "code-and-name", N_("Code and city, which fit no place") },
  [AMP_UNPLACED_COUNTRY]    = { "country-alone", N_("A country alone, which is not recognised") },
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (REASONS) == AMP_N_UNPLACED_REASONS);

/* What a column contributes to a place. */
typedef enum
{
  PART_NONE = 0,
  PART_CODE = 1 << 0,
  PART_NAME = 1 << 1,
  PART_COUNTRY = 1 << 2,
} Part;

/* The columns of one source. */
typedef struct
{
  guint   n_fields;
  guint8 *parts; /* of Part, by column */
  guint8  all;   /* of Part: what its columns could tell */
} Source;

static void
clear_source (gpointer data)
{
  g_free (((Source *) data)->parts);
}

static guint8
get_part (AmpFieldType type)
{
  switch (type)
    {
    case AMP_FIELD_TYPE_POSTAL_CODE:
    case AMP_FIELD_TYPE_INSEE_CODE:
      return PART_CODE;
    case AMP_FIELD_TYPE_CITY:
      return PART_NAME;
    case AMP_FIELD_TYPE_CP_CITY:
    case AMP_FIELD_TYPE_FULL_ADDRESS:
      return PART_CODE | PART_NAME;
    case AMP_FIELD_TYPE_COUNTRY:
      return PART_COUNTRY;
    default:
      return PART_NONE;
    }
}

/* Whose places a header speaks of, as the basis of the case names it: "none" may
 * well be the person. Bases are numbered where a source has several. */
static gboolean
is_of_basis (const char *header, const char *basis)
{
  AmpHeaderOwner owner = amp_header_owner_find (header);
  g_auto (GStrv) codes = NULL;

  if (owner == AMP_HEADER_OWNER_NONE || owner == AMP_HEADER_OWNER_ORIGIN)
    owner = AMP_HEADER_OWNER_PERSON;
  if (basis == NULL)
    return TRUE;
  codes = g_strsplit (basis, ",", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_has_prefix (codes[i], amp_header_owner_get_code (owner)))
      return TRUE;
  return FALSE;
}

static GArray *
list_sources (const AmpCaseFacts *facts)
{
  GArray *sources = g_array_new (FALSE, TRUE, sizeof (Source));

  g_array_set_clear_func (sources, clear_source);
  g_array_set_size (sources, facts->sources->len);
  for (guint i = 0; i < sources->len; i++)
    {
      Source *source = &g_array_index (sources, Source, i);

      source->n_fields = ((const AmpSourceFacts *) g_ptr_array_index (facts->sources, i))->n_fields;
      source->parts = g_new0 (guint8, source->n_fields);
    }
  for (guint i = 0; i < facts->fields->len; i++)
    {
      const AmpFieldFacts *field = g_ptr_array_index (facts->fields, i);
      Source              *source = &g_array_index (sources, Source, field->source);

      if (field->position > source->n_fields || !is_of_basis (field->header, facts->place_basis))
        continue;
      source->parts[field->position - 1] = get_part (field->type);
      source->all |= get_part (field->type);
    }
  return sources;
}

static AmpUnplacedReason
find_reason (const Source *source, const AmpRecord *record)
{
  guint8 filled = 0;

  if (source->all == 0)
    return AMP_UNPLACED_NO_COLUMN;
  for (guint i = 0; i < source->n_fields; i++)
    if (record->fields[i / 8] & (1u << (i % 8)))
      filled |= source->parts[i];
  switch (filled & (PART_CODE | PART_NAME))
    {
    case PART_CODE | PART_NAME:
      return AMP_UNPLACED_BOTH;
    case PART_CODE:
      return AMP_UNPLACED_CODE_ALONE;
    case PART_NAME:
      return AMP_UNPLACED_NAME_ALONE;
    default:
      return filled != 0 ? AMP_UNPLACED_COUNTRY : AMP_UNPLACED_EMPTY;
    }
}

const char *
amp_unplaced_reason_get_code (AmpUnplacedReason reason)
{
  g_return_val_if_fail (reason < AMP_N_UNPLACED_REASONS, NULL);

  return REASONS[reason].code;
}

const char *
amp_unplaced_reason_get_label (AmpUnplacedReason reason)
{
  g_return_val_if_fail (reason < AMP_N_UNPLACED_REASONS, NULL);

  return _ (REASONS[reason].label);
}

gboolean
amp_unplaced_count_run (AmpCase *opened, gint64 *records, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpRecordReader) reader = NULL;
  g_autoptr (GArray) sources = NULL;
  g_autoptr (GError) failure = NULL;
  const AmpRecord *record;

  g_return_val_if_fail (AMP_IS_CASE (opened) && records != NULL, FALSE);

  memset (records, 0, AMP_N_UNPLACED_REASONS * sizeof *records);
  sources = list_sources (amp_case_get_facts (opened));
  reader = amp_record_reader_new (amp_case_get_file (opened), error);
  if (reader == NULL)
    return FALSE;
  while ((record = amp_record_reader_next (reader, cancellable, &failure)) != NULL)
    if (record->quality == NO_PLACE)
      records[find_reason (&g_array_index (sources, Source, record->source), record)]++;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
