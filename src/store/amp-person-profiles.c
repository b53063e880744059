/* The bits of persons. Invariant: person numbers handed in later are at most
 * the persons of the case, so each has its bit. */
#include "amp-person-profiles.h"

#include "amp-cell-walk.h"
#include "amp-record-reader.h"
#include "amp-varint.h"

/* What is said of each cell. */
typedef enum
{
  CELL_IS_SELECTED = 1 << 0,
  CELL_IS_SENSITIVE = 1 << 1
} CellMark;

struct _AmpPersonProfiles
{
  gint64         n_persons;
  gsize          n_words;
  guint64       *selected; /* NULL: the case does not tell */
  guint64       *sensitive;
  AmpCategorySet sensitive_categories;
};

static void
set_bit (guint64 *bits, gint64 person)
{
  bits[person / 64] |= G_GUINT64_CONSTANT (1) << (person % 64);
}

static gboolean
read_block (AmpPersonProfiles *profiles, AmpCaseFile *file, const guint8 *marks, AmpStatement *select, gint64 *person)
{
  gint64        n_persons = amp_statement_get_integer (select, 0);
  gsize         length;
  const guint8 *place = amp_statement_get_bytes (select, 1, &length);
  const guint8 *end = place + length;

  if (n_persons < 1 || n_persons > AMP_RECORDS_PER_BLOCK || *person + n_persons > profiles->n_persons)
    return FALSE;
  for (gint64 i = 0; i < n_persons; i++)
    {
      guint64 cell;

      if (!amp_varint_read (&place, end, &cell) || cell >= file->cells->n_cells)
        return FALSE;
      cell = amp_case_file_get_cell_number (file, cell);
      ++*person;
      if (marks[cell] & CELL_IS_SELECTED)
        set_bit (profiles->selected, *person);
      if (marks[cell] & CELL_IS_SENSITIVE)
        set_bit (profiles->sensitive, *person);
    }
  return place == end;
}

static void
mark_selected (AmpCaseFile *file, const AmpCellFilter *filter, guint8 *marks)
{
  AmpCellWalk walk;

  amp_cell_walk_begin (&walk, file, filter, TRUE);
  while (amp_cell_walk_next (&walk))
    marks[walk.cell] |= CELL_IS_SELECTED;
}

static guint8 *
mark_cells (AmpPersonProfiles *profiles, AmpCaseFile *file, const AmpCellFilter *filter)
{
  guint8 *marks = g_new0 (guint8, file->cells->n_cells + 1);

  for (guint i = 0; i < file->cells->kinds->len; i++)
    {
      const AmpCellKind *kind = amp_packed_cells_get_kind (file->cells, i);

      if (kind->categories & profiles->sensitive_categories)
        memset (marks + kind->first_cell, CELL_IS_SENSITIVE, kind->n_cells);
    }
  mark_selected (file, filter, marks);
  return marks;
}

static gboolean
read_cells (AmpPersonProfiles *profiles, AmpCaseFile *file, const AmpCellFilter *filter, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpStatement) select = amp_sql_prepare (file->sql, "SELECT persons, cells FROM person_blocks ORDER BY id", error);
  g_autofree guint8 *marks = mark_cells (profiles, file, filter);
  gint64             person = 0;
  AmpStep            step;

  if (select == NULL)
    return FALSE;
  profiles->selected = g_new0 (guint64, profiles->n_words);
  while ((step = amp_statement_step (select, error)) == AMP_STEP_ROW)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!read_block (profiles, file, marks, select, &person))
        {
          amp_case_file_set_damaged (file, error);
          return FALSE;
        }
    }
  if (person < profiles->n_persons)
    g_clear_pointer (&profiles->selected, g_free);
  return step == AMP_STEP_DONE;
}

AmpPersonProfiles *
amp_person_profiles_new (AmpCaseFile *file, const AmpCellFilter *filter, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpPersonProfiles) profiles = NULL;

  if (!amp_case_file_is_plausible (file))
    {
      amp_case_file_set_damaged (file, error);
      return NULL;
    }
  profiles = g_new0 (AmpPersonProfiles, 1);
  profiles->n_persons = file->persons;
  profiles->n_words = (gsize) file->persons / 64 + 1;
  profiles->sensitive = g_new0 (guint64, profiles->n_words);
  profiles->sensitive_categories = amp_combination_get_sensitive ();
  if (!read_cells (profiles, file, filter, cancellable, error))
    return NULL;
  return g_steal_pointer (&profiles);
}

void
amp_person_profiles_free (AmpPersonProfiles *profiles)
{
  if (profiles == NULL)
    return;
  g_free (profiles->selected);
  g_free (profiles->sensitive);
  g_free (profiles);
}

static gboolean
add_record (AmpPersonProfiles *profiles, const AmpRecord *record)
{
  if (record->person > profiles->n_persons)
    return FALSE;
  if (record->categories & profiles->sensitive_categories)
    set_bit (profiles->sensitive, record->person);
  return TRUE;
}

gboolean
amp_person_profiles_walk (AmpPersonProfiles *profiles, AmpCaseFile *file, AmpProfiledRecordFunc take, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpRecordReader) reader = amp_record_reader_new (file, error);
  g_autoptr (GError) failure = NULL;
  const AmpRecord *records;
  guint            n_records;

  if (reader == NULL)
    return FALSE;
  while ((records = amp_record_reader_next_block (reader, &n_records, cancellable, &failure)) != NULL)
    for (guint i = 0; i < n_records; i++)
      {
        if (!add_record (profiles, &records[i]))
          {
            amp_case_file_set_damaged (file, error);
            return FALSE;
          }
        take (&records[i], data);
      }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
amp_person_profiles_is_selected (const AmpPersonProfiles *profiles, guint32 person, gboolean is_record)
{
  if (profiles->selected == NULL)
    return is_record;
  return profiles->selected[person / 64] >> (person % 64) & 1;
}

const guint64 *
amp_person_profiles_get_sensitive (const AmpPersonProfiles *profiles)
{
  return profiles->sensitive;
}
