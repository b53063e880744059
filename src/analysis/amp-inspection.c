/* AmpInspection: the sources of one dump, under review. */
#include "amp-inspection.h"

#include <glib/gi18n-lib.h>

#include "amp-analysis-error.h"

struct _AmpInspection
{
  GObject parent_instance;

  GListStore *sources;
};

G_DEFINE_FINAL_TYPE (AmpInspection, amp_inspection, G_TYPE_OBJECT)

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
    {
      g_autoptr (AmpSource) source = amp_source_inspect (paths[i], cancellable, error);

      if (source == NULL)
        return NULL;
      g_list_store_append (self->sources, source);
    }
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

static void
amp_inspection_dispose (GObject *object)
{
  AmpInspection *self = AMP_INSPECTION (object);

  g_clear_object (&self->sources);
  G_OBJECT_CLASS (amp_inspection_parent_class)->dispose (object);
}

static void
amp_inspection_class_init (AmpInspectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = amp_inspection_dispose;
}

static void
amp_inspection_init (AmpInspection *self)
{
  self->sources = g_list_store_new (AMP_TYPE_SOURCE);
}
