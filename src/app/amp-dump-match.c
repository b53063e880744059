/* Compares hashes, then inspects: see the header. */
#define G_LOG_DOMAIN "amp-dump-match"

#include "amp-dump-match.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define CHUNK (1024 * 1024)

/* Several sources may be of one file: an archive. */
static gboolean
has_name (GPtrArray *names, const char *name)
{
  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

static gboolean
is_as_large (const char *path, gint64 bytes)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && S_ISREG (status.st_mode) && status.st_size == bytes;
}

char **
amp_dump_match_guess (AmpCase *opened, const char *const *known)
{
  const AmpCaseFacts *facts;
  g_autofree char    *folder = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (AMP_IS_CASE (opened), NULL);

  if (known != NULL)
    return g_strdupv ((char **) known);
  facts = amp_case_get_facts (opened);
  folder = g_path_get_dirname (amp_case_get_path (opened));
  for (guint i = 0; i < facts->sources->len; i++)
    {
      const AmpSourceFacts *source = g_ptr_array_index (facts->sources, i);
      g_autofree char      *path = g_build_filename (folder, source->name, NULL);

      if (strchr (source->name, G_DIR_SEPARATOR) != NULL || !is_as_large (path, source->bytes))
        return NULL;
      if (!has_name (paths, path))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_steal (paths, NULL);
}

static char *
compute_sha256 (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *bytes = g_malloc (CHUNK);
  gssize             length = 1;

  while (stream != NULL && (length = g_input_stream_read (G_INPUT_STREAM (stream), bytes, CHUNK, cancellable, error)) > 0)
    g_checksum_update (sum, bytes, length);
  explicit_bzero (bytes, CHUNK);
  return stream != NULL && length == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

/* Returns the first source of the case that has this hash and no path yet, or the
 * number of sources. */
static guint
find_source (const AmpCaseFacts *facts, const char *const *sorted, const char *sha256)
{
  for (guint i = 0; i < facts->sources->len; i++)
    if (sorted[i] == NULL && g_strcmp0 (((const AmpSourceFacts *) g_ptr_array_index (facts->sources, i))->sha256, sha256) == 0)
      return i;
  return facts->sources->len;
}

static gboolean
fail (GError **error, const char *path, const char *reason)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", name, reason);
  return FALSE;
}

/* Puts @paths into the order of the sources. */
static gboolean
sort_paths (const AmpCaseFacts *facts, const char *const *paths, const char **sorted, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *sha256 = compute_sha256 (paths[i], cancellable, error);
      guint            source;

      if (sha256 == NULL)
        return FALSE;
      source = find_source (facts, sorted, sha256);
      if (source == facts->sources->len)
        return fail (error, paths[i], _ ("its content is not that of the dump that the case was made from"));
      sorted[source] = paths[i];
    }
  return TRUE;
}

static char **
list_sorted (const char *const *sorted, guint n_sources)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < n_sources; i++)
    if (sorted[i] != NULL)
      g_strv_builder_add (builder, sorted[i]);
  return g_strv_builder_end (builder);
}

static void
set_type (AmpInspection *inspection, guint source, guint position, AmpFieldType type)
{
  AmpSource *inspected = amp_inspection_get_source (inspection, source);

  if (position <= g_list_model_get_n_items (amp_source_get_fields (inspected)))
    amp_field_set_field_type (amp_source_get_field (inspected, position), type);
}

/* The case says “empty” of what no record fills, whatever it was taken for. */
static void
apply_types (AmpInspection *inspection, const AmpCaseFacts *facts)
{
  for (guint i = 0; i < facts->fields->len; i++)
    {
      const AmpFieldFacts *known = g_ptr_array_index (facts->fields, i);

      if (known->type != AMP_FIELD_TYPE_EMPTY)
        set_type (inspection, known->source, known->position, known->type);
    }
}

static AmpInspection *
inspect (AmpCase *opened, const char *const *paths, GCancellable *cancellable, GError **error)
{
  const AmpCaseFacts     *facts = amp_case_get_facts (opened);
  g_autofree const char **sorted = g_new0 (const char *, facts->sources->len + 1);
  g_auto (GStrv) ordered = NULL;
  g_autoptr (AmpInspection) inspection = NULL;

  if (!sort_paths (facts, paths, sorted, cancellable, error))
    return NULL;
  ordered = list_sorted (sorted, facts->sources->len);
  inspection = amp_inspection_new_for_paths ((const char *const *) ordered, cancellable, error);
  if (inspection == NULL)
    return NULL;
  if (amp_inspection_get_n_sources (inspection) != facts->sources->len)
    {
      fail (error, amp_case_get_path (opened), _ ("the dump of this case has more files than were chosen"));
      return NULL;
    }
  apply_types (inspection, facts);
  return g_steal_pointer (&inspection);
}

AmpInspection *
amp_dump_match_run (const char          *case_path,
                    const char *const   *paths,
                    const AmpTypeChange *change,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_autoptr (AmpCase) opened = NULL;
  g_autoptr (AmpInspection) inspection = NULL;

  g_return_val_if_fail (case_path != NULL && paths != NULL && change != NULL, NULL);

  opened = amp_case_open (case_path, cancellable, error);
  if (opened != NULL)
    inspection = inspect (opened, paths, cancellable, error);
  if (inspection == NULL)
    return NULL;
  set_type (inspection, change->source, change->position, change->type);
  return g_steal_pointer (&inspection);
}
