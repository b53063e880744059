/* AmpSource: a dump file, its dialect and its fields, before the import. */
#include "amp-source.h"

#include <glib/gi18n-lib.h>

#include "amp-classifier.h"
#include "amp-display-text.h"
#include "amp-dump-error.h"

struct _AmpSource
{
  GObject parent_instance;

  char        *path;
  guint        member;
  AmpPacking   packing;
  double       ratio;
  char        *display_path;
  char        *name;
  gint64       bytes;
  AmpDialect   dialect;
  char       **headers;
  gint64       records_estimate;
  GListStore  *fields;
  char        *place_basis;
  AmpDumpFile *file; /* NULL once taken */
};

G_DEFINE_FINAL_TYPE (AmpSource, amp_source, G_TYPE_OBJECT)

static char *
dup_display (const char *path)
{
  g_autofree char *display = g_filename_display_name (path);

  return amp_display_text_escape (display);
}

static char *
dup_display_name (const char *path, const char *member)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *display = dup_display (base);

  return member != NULL ? g_build_filename (display, member, NULL) : g_steal_pointer (&display);
}

static char *
dup_display_path (const char *path, const char *member)
{
  g_autofree char *display = dup_display (path);

  return member != NULL ? g_build_filename (display, member, NULL) : g_steal_pointer (&display);
}

static void
add_fields (AmpSource *self, const AmpDumpProbe *probe)
{
  g_autoptr (GPtrArray) guesses = NULL;

  guesses = amp_classifier_run ((const char *const *) probe->headers, probe->dialect.n_fields, probe->rows);
  for (guint i = 0; i < guesses->len; i++)
    {
      g_autoptr (AmpField) field = amp_field_new (i + 1, g_ptr_array_index (guesses, i));

      g_list_store_append (self->fields, field);
    }
}

AmpSource *
amp_source_inspect (const char *path, GCancellable *cancellable, GError **error)
{
  AmpDumpFile *file;

  g_return_val_if_fail (path != NULL, NULL);

  file = amp_dump_file_open (path, error);
  return file != NULL ? amp_source_inspect_file (path, file, 0, cancellable, error) : NULL;
}

AmpSource *
amp_source_inspect_file (const char *path, AmpDumpFile *opened, guint member, GCancellable *cancellable, GError **error)
{
  g_autoptr (AmpDumpFile) file = opened;
  g_autoptr (AmpDumpProbe) probe = NULL;
  const char *member_name;
  AmpSource  *self;

  g_return_val_if_fail (path != NULL && file != NULL, NULL);

  amp_dump_file_choose_member (file, member);
  probe = amp_dump_probe_run (file, cancellable, error);
  if (probe == NULL)
    return NULL;
  member_name = amp_dump_file_get_n_members (file) > 1 ? amp_dump_file_get_member_name (file, member) : NULL;

  self = g_object_new (AMP_TYPE_SOURCE, NULL);
  self->path = g_strdup (path);
  self->member = member;
  self->packing = amp_dump_file_get_packing (file);
  self->ratio = amp_dump_file_get_ratio (file);
  self->display_path = dup_display_path (path, member_name);
  self->name = dup_display_name (path, member_name);
  self->bytes = amp_dump_file_get_size (file);
  self->dialect = probe->dialect;
  self->headers = g_strdupv (probe->headers);
  self->records_estimate = probe->records_estimate;
  self->file = g_steal_pointer (&file);
  add_fields (self, probe);
  return self;
}

const char *
amp_source_get_path (AmpSource *self)
{
  g_return_val_if_fail (AMP_IS_SOURCE (self), NULL);
  return self->path;
}

const char *
amp_source_get_display_path (AmpSource *self)
{
  g_return_val_if_fail (AMP_IS_SOURCE (self), NULL);
  return self->display_path;
}

const char *
amp_source_get_name (AmpSource *self)
{
  g_return_val_if_fail (AMP_IS_SOURCE (self), NULL);
  return self->name;
}

gint64
amp_source_get_bytes (AmpSource *self)
{
  g_return_val_if_fail (AMP_IS_SOURCE (self), -1);
  return self->bytes;
}

void
amp_source_set_place_basis (AmpSource *self, const char *code)
{
  g_autofree char *copy = g_strdup (code);

  g_return_if_fail (AMP_IS_SOURCE (self));

  g_free (self->place_basis);
  self->place_basis = g_steal_pointer (&copy);
}

const char *
amp_source_get_place_basis (AmpSource *self)
{
  g_return_val_if_fail (AMP_IS_SOURCE (self), NULL);

  return self->place_basis;
}

AmpPacking
amp_source_get_packing (AmpSource *self)
{
  g_return_val_if_fail (AMP_IS_SOURCE (self), AMP_PACKING_NONE);
  return self->packing;
}

double
amp_source_get_ratio (AmpSource *self)
{
  g_return_val_if_fail (AMP_IS_SOURCE (self), 1);
  return self->ratio;
}

const AmpDialect *
amp_source_get_dialect (AmpSource *self)
{
  g_return_val_if_fail (AMP_IS_SOURCE (self), NULL);
  return &self->dialect;
}

gint64
amp_source_get_records_estimate (AmpSource *self)
{
  g_return_val_if_fail (AMP_IS_SOURCE (self), -1);
  return self->records_estimate;
}

GListModel *
amp_source_get_fields (AmpSource *self)
{
  g_return_val_if_fail (AMP_IS_SOURCE (self), NULL);
  return G_LIST_MODEL (self->fields);
}

AmpField *
amp_source_get_field (AmpSource *self, guint position)
{
  g_autoptr (AmpField) field = NULL;

  g_return_val_if_fail (AMP_IS_SOURCE (self), NULL);
  g_return_val_if_fail (position >= 1, NULL);

  /* The model keeps the field alive: a borrowed pointer is enough. */
  field = g_list_model_get_item (G_LIST_MODEL (self->fields), position - 1);
  return field;
}

char **
amp_source_dup_headers (AmpSource *self)
{
  g_return_val_if_fail (AMP_IS_SOURCE (self), NULL);
  return g_strdupv (self->headers);
}

AmpDumpFile *
amp_source_take_file (AmpSource *self, GError **error)
{
  AmpDumpFile *file;

  g_return_val_if_fail (AMP_IS_SOURCE (self), NULL);

  if (self->file != NULL)
    return g_steal_pointer (&self->file);
  file = amp_dump_file_open (self->path, error);
  if (file == NULL || self->member == 0)
    return file;
  if (self->member < amp_dump_file_get_n_members (file))
    {
      amp_dump_file_choose_member (file, self->member);
      return file;
    }
  g_set_error (error, AMP_DUMP_ERROR, AMP_DUMP_ERROR_CHANGED, _ ("%s: is not the archive any more that was looked at"), self->name);
  amp_dump_file_free (file);
  return NULL;
}

static void
amp_source_dispose (GObject *object)
{
  AmpSource *self = AMP_SOURCE (object);

  g_clear_object (&self->fields);
  g_clear_pointer (&self->file, amp_dump_file_free);
  G_OBJECT_CLASS (amp_source_parent_class)->dispose (object);
}

static void
amp_source_finalize (GObject *object)
{
  AmpSource *self = AMP_SOURCE (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->display_path, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->headers, g_strfreev);
  g_clear_pointer (&self->place_basis, g_free);
  G_OBJECT_CLASS (amp_source_parent_class)->finalize (object);
}

static void
amp_source_class_init (AmpSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = amp_source_dispose;
  object_class->finalize = amp_source_finalize;
}

static void
amp_source_init (AmpSource *self)
{
  self->fields = g_list_store_new (AMP_TYPE_FIELD);
  self->bytes = -1;
}
