/* AmpInspection: the sources of one dump, under review. */
#include "amp-inspection.h"

#include <glib/gi18n-lib.h>

#include "amp-analysis-error.h"
#include "amp-display-text.h"
#include "amp-dump-error.h"

/* A source is a bit of a set of 64 in the case. */
#define MAX_MEMBERS 64

struct _AmpInspection
{
  GObject parent_instance;

  GListStore *sources;
  GPtrArray  *passed_over; /* char *, ends with NULL */
};

G_DEFINE_FINAL_TYPE (AmpInspection, amp_inspection, G_TYPE_OBJECT)

static gboolean
is_no_table (const GError *error)
{
  return g_error_matches (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_A_TABLE) ||
         g_error_matches (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_EMPTY);
}

static void
pass_over (AmpInspection *self, const char *message)
{
  g_ptr_array_set_size (self->passed_over, (int) self->passed_over->len - 1);
  g_ptr_array_add (self->passed_over, amp_display_text_escape_message (message));
  g_ptr_array_add (self->passed_over, NULL);
}

/* Adds one file of an archive, unless it is a read-me or an image. */
static gboolean
add_member (AmpInspection *self, const char *path, AmpDumpFile *file, guint member, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AmpSource) source = amp_source_inspect_file (path, file, member, cancellable, &failure);

  if (source != NULL)
    g_list_store_append (self->sources, source);
  else if (is_no_table (failure))
    pass_over (self, failure->message);
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL || is_no_table (failure);
}

static gboolean
add_archive (AmpInspection *self, const char *path, AmpDumpFile *opened, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpDumpFile) file = opened;
  g_autofree char *name = g_filename_display_basename (path);
  guint            n_members = amp_dump_file_get_n_members (file);
  guint            n_before = amp_inspection_get_n_sources (self);

  if (n_members > MAX_MEMBERS)
    {
      g_set_error (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_NO_SOURCE, _ ("%s: holds %u files, more than the %d that one case can tell apart; extract those that matter"), name, n_members, MAX_MEMBERS);
      return FALSE;
    }
  for (guint member = 0; member < n_members; member++)
    {
      AmpDumpFile *next = file != NULL ? g_steal_pointer (&file) : amp_dump_file_open (path, error);

      if (next == NULL || !add_member (self, path, next, member, cancellable, error))
        return FALSE;
    }
  if (amp_inspection_get_n_sources (self) > n_before)
    return TRUE;
  g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_NOT_A_TABLE, _ ("%s: none of its files is a table"), name);
  return FALSE;
}

static gboolean
add_path (AmpInspection *self, const char *path, GCancellable *cancellable, GError **error)
{
  AmpDumpFile *file = amp_dump_file_open (path, error);
  g_autoptr (AmpSource) source = NULL;

  if (file == NULL)
    return FALSE;
  if (amp_dump_file_get_n_members (file) > 1)
    return add_archive (self, path, file, cancellable, error);
  source = amp_source_inspect_file (path, file, 0, cancellable, error);
  if (source == NULL)
    return FALSE;
  g_list_store_append (self->sources, source);
  return TRUE;
}

AmpInspection *
amp_inspection_new_for_paths (const char *const *paths, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpInspection) self = g_object_new (AMP_TYPE_INSPECTION, NULL);

  g_return_val_if_fail (paths != NULL, NULL);

  if (paths[0] == NULL)
    {
      g_set_error_literal (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_NO_SOURCE, _ ("No file to read"));
      return NULL;
    }
  for (guint i = 0; paths[i] != NULL; i++)
    if (!add_path (self, paths[i], cancellable, error))
      return NULL;
  return g_steal_pointer (&self);
}

GListModel *
amp_inspection_get_sources (AmpInspection *self)
{
  g_return_val_if_fail (AMP_IS_INSPECTION (self), NULL);
  return G_LIST_MODEL (self->sources);
}

guint
amp_inspection_get_n_sources (AmpInspection *self)
{
  g_return_val_if_fail (AMP_IS_INSPECTION (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->sources));
}

AmpSource *
amp_inspection_get_source (AmpInspection *self, guint index)
{
  g_autoptr (AmpSource) source = NULL;

  g_return_val_if_fail (AMP_IS_INSPECTION (self), NULL);

  /* The model keeps the source alive: a borrowed pointer is enough. */
  source = g_list_model_get_item (G_LIST_MODEL (self->sources), index);
  return source;
}

const char *const *
amp_inspection_get_passed_over (AmpInspection *self)
{
  g_return_val_if_fail (AMP_IS_INSPECTION (self), NULL);
  return (const char *const *) self->passed_over->pdata;
}

static void
amp_inspection_dispose (GObject *object)
{
  AmpInspection *self = AMP_INSPECTION (object);

  g_clear_object (&self->sources);
  G_OBJECT_CLASS (amp_inspection_parent_class)->dispose (object);
}

static void
amp_inspection_finalize (GObject *object)
{
  g_ptr_array_unref (AMP_INSPECTION (object)->passed_over);
  G_OBJECT_CLASS (amp_inspection_parent_class)->finalize (object);
}

static void
amp_inspection_class_init (AmpInspectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = amp_inspection_dispose;
  G_OBJECT_CLASS (klass)->finalize = amp_inspection_finalize;
}

static void
amp_inspection_init (AmpInspection *self)
{
  self->sources = g_list_store_new (AMP_TYPE_SOURCE);
  self->passed_over = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->passed_over, NULL);
}
