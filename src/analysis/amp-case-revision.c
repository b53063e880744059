/* Reads the records of a case, writes them anew with other categories, and counts
 * cells and persons as an import does. */
#include "amp-case-revision.h"

#include <glib/gi18n-lib.h>

#include "amp-analysis-error.h"
#include "amp-case-copy.h"
#include "amp-case-private.h"
#include "amp-person-cells.h"
#include "amp-record-reader.h"
#include "amp-type-revision.h"

typedef struct
{
  AmpCaseFile        *file; /* borrowed */
  AmpTypeRevision    *types;
  AmpCaseWriter      *writer;
  AmpProfileRegister *profiles;
  GArray             *record_profiles; /* guint32 */
  GArray             *record_persons;  /* guint32 */
  guint32             n_persons;       /* so far */
  gint64              n_unclear;       /* records that the case cannot tell of */
} Revision;

static void
revision_clear (Revision *revision)
{
  g_clear_pointer (&revision->types, amp_type_revision_free);
  g_clear_pointer (&revision->writer, amp_case_writer_discard);
  g_clear_pointer (&revision->profiles, amp_profile_register_free);
  g_clear_pointer (&revision->record_profiles, g_array_unref);
  g_clear_pointer (&revision->record_persons, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Revision, revision_clear)

static gboolean
fail_damaged (Revision *revision, GError **error)
{
  g_autofree char *name = g_filename_display_name (amp_case_file_get_path (revision->file));

  g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_DAMAGED, "%s: %s", name, _ ("the case is damaged"));
  return FALSE;
}

static gboolean
fail_unclear (Revision *revision, GError **error)
{
  gulong n = (gulong) revision->n_unclear;

  g_set_error (error,
               AMP_ANALYSIS_ERROR,
               AMP_ANALYSIS_ERROR_NEEDS_DUMP,
               g_dngettext (GETTEXT_PACKAGE,
                            "in %lu record a comment may mention the same, and its values are not kept",
                            "in %lu records a comment may mention the same, and its values are not kept",
                            n),
               n);
  return FALSE;
}

static gboolean
write_sources (Revision *revision, GError **error)
{
  for (guint i = 0; i < amp_case_file_get_n_sources (revision->file); i++)
    {
      guint32 id;

      if (!amp_case_writer_add_source (revision->writer, amp_case_file_get_source (revision->file, i), &id, error))
        return FALSE;
    }
  return TRUE;
}

/* Persons with sensitive data are others now, and are counted from the records. */
static gboolean
write_fields (Revision *revision, GError **error)
{
  for (guint i = 0; i < amp_case_file_get_n_fields (revision->file); i++)
    {
      AmpFieldFacts facts = *amp_case_file_get_field (revision->file, i);
      gboolean      is_changed;

      facts.type = amp_type_revision_get_type (revision->types, i, &is_changed);
      facts.confidence = is_changed ? 1.0 : facts.confidence;
      facts.persons = AMP_NOT_COUNTED;
      facts.sensitive_persons = AMP_NOT_COUNTED;
      if (!amp_case_writer_add_field (revision->writer, &facts, error))
        return FALSE;
    }
  return TRUE;
}

/* Persons are numbered in the order in which they appear. */
static gboolean
revise_record (Revision *revision, AmpRecord *record)
{
  AmpCell profile = {
    .sources = G_GUINT64_CONSTANT (1) << record->source,
    .place = record->place,
    .quality = record->quality,
    .age_band = record->age_band,
    .sex = record->sex,
  };
  AmpCategorySet categories;
  guint32        number;

  if (record->person > revision->n_persons + 1)
    return FALSE;
  revision->n_persons = MAX (revision->n_persons, record->person);
  if (!amp_type_revision_apply (revision->types, record, &categories))
    revision->n_unclear++;
  record->categories = categories;
  profile.categories = categories;
  number = amp_profile_register_find (revision->profiles, &profile);
  amp_profile_register_count_record (revision->profiles, number);
  g_array_append_val (revision->record_profiles, number);
  g_array_append_val (revision->record_persons, record->person);
  return TRUE;
}

static gboolean
revise_block (Revision *revision, AmpRecordReader *reader, const AmpRecord *records, guint n_records, GError **error)
{
  g_autofree AmpRecord *revised = g_memdup2 (records, n_records * sizeof *records);

  /* A new checksum must not hide what is wrong with the old content. */
  if (!amp_record_reader_is_sound (reader))
    return fail_damaged (revision, error);
  for (guint i = 0; i < n_records; i++)
    if (!revise_record (revision, &revised[i]))
      return fail_damaged (revision, error);
  return revision->n_unclear > 0 || amp_case_writer_append_records (revision->writer, revised, n_records, error);
}

static gboolean
revise_records (Revision *revision, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpRecordReader) reader = amp_record_reader_new (revision->file, error);
  g_autoptr (GError) failure = NULL;
  const AmpRecord *records;
  guint            n_records;

  if (reader == NULL)
    return FALSE;
  while ((records = amp_record_reader_next_block (reader, &n_records, cancellable, &failure)) != NULL)
    if (!revise_block (revision, reader, records, n_records, error))
      return FALSE;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (revision->n_unclear > 0)
    return fail_unclear (revision, error);
  return revision->n_persons == amp_case_file_get_persons (revision->file) || fail_damaged (revision, error);
}

/* How fine each place is, as the import judged it. */
static guint8 *
list_levels (AmpCaseFile *file)
{
  guint   n_places = amp_case_file_get_n_places (file);
  guint8 *levels = g_new (guint8, n_places);

  for (guint i = 0; i < n_places; i++)
    {
      const AmpPlaceCodes *codes = amp_case_file_get_place (file, i);
      const char          *from_finest[] = { codes->commune, codes->epci, codes->departement, codes->region, codes->country };

      levels[i] = G_N_ELEMENTS (from_finest);
      for (guint level = 0; level < G_N_ELEMENTS (from_finest) && (from_finest[level] == NULL || from_finest[level][0] == '\0'); level++)
        levels[i]--;
    }
  return levels;
}

static gboolean
write_cells (Revision *revision, GError **error)
{
  g_autofree guint8 *levels = list_levels (revision->file);
  g_autoptr (AmpPersonCells) persons = amp_person_cells_new (revision->profiles, levels, revision->n_persons);

  amp_person_cells_merge (persons,
                          (const guint32 *) (const void *) revision->record_profiles->data,
                          (const guint32 *) (const void *) revision->record_persons->data,
                          revision->record_profiles->len);
  return amp_person_cells_write (persons, revision->writer, error);
}

static gboolean
revise (Revision *revision, GCancellable *cancellable, GError **error)
{
  return amp_case_copy_facts (revision->file, revision->writer, error) &&
         amp_case_writer_set_text (revision->writer, AMP_FACT_PROGRAM, AMP_VERSION, error) &&
         amp_case_copy_places (revision->file, revision->writer, error) &&
         write_sources (revision, error) &&
         write_fields (revision, error) &&
         revise_records (revision, cancellable, error) &&
         amp_case_copy_malformed (revision->file, revision->writer, cancellable, error) &&
         write_cells (revision, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         amp_case_writer_commit (g_steal_pointer (&revision->writer), error);
}

gboolean
amp_case_revision_run (AmpCase             *from,
                       const AmpTypeChange *changes,
                       guint                n_changes,
                       GCancellable        *cancellable,
                       GError             **error)
{
  g_auto (Revision) revision = { 0 };

  g_return_val_if_fail (AMP_IS_CASE (from), FALSE);
  g_return_val_if_fail (changes != NULL || n_changes == 0, FALSE);

  revision.file = amp_case_get_file (from);
  revision.types = amp_type_revision_new (from, changes, n_changes, error);
  if (revision.types == NULL)
    return FALSE;
  revision.writer = amp_case_writer_new (amp_case_get_path (from), TRUE, error);
  if (revision.writer == NULL)
    return FALSE;
  revision.profiles = amp_profile_register_new ();
  revision.record_profiles = g_array_new (FALSE, FALSE, sizeof (guint32));
  revision.record_persons = g_array_new (FALSE, FALSE, sizeof (guint32));
  return revise (&revision, cancellable, error);
}
