/* AmpFieldPlanUndo: see the header. */
#include "amp-field-plan-undo.h"

typedef struct
{
  AmpField    *field; /* owned */
  AmpFieldType type;
  gboolean     is_ignored;
} Former;

struct _AmpFieldPlanUndo
{
  GArray *formers; /* of Former */
};

static void
clear_former (gpointer data)
{
  Former *former = data;

  g_clear_object (&former->field);
}

static void
remember_source (AmpFieldPlanUndo *self, AmpSource *source)
{
  GListModel *fields = amp_source_get_fields (source);

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      Former former = { .field = g_list_model_get_item (fields, i) };

      former.type = amp_field_get_field_type (former.field);
      former.is_ignored = amp_field_is_ignored (former.field);
      g_array_append_val (self->formers, former);
    }
}

AmpFieldPlanUndo *
amp_field_plan_undo_new (AmpInspection *inspection)
{
  AmpFieldPlanUndo *self;

  g_return_val_if_fail (AMP_IS_INSPECTION (inspection), NULL);

  self = g_new0 (AmpFieldPlanUndo, 1);
  self->formers = g_array_new (FALSE, FALSE, sizeof (Former));
  g_array_set_clear_func (self->formers, clear_former);
  for (guint i = 0; i < amp_inspection_get_n_sources (inspection); i++)
    remember_source (self, amp_inspection_get_source (inspection, i));
  return self;
}

void
amp_field_plan_undo_free (AmpFieldPlanUndo *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->formers);
  g_free (self);
}

guint
amp_field_plan_undo_count_changed (AmpFieldPlanUndo *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->formers->len; i++)
    {
      const Former *former = &g_array_index (self->formers, Former, i);

      n += amp_field_get_field_type (former->field) != former->type || amp_field_is_ignored (former->field) != former->is_ignored;
    }
  return n;
}

void
amp_field_plan_undo_restore (AmpFieldPlanUndo *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->formers->len; i++)
    {
      const Former *former = &g_array_index (self->formers, Former, i);

      amp_field_set_field_type (former->field, former->type);
      amp_field_set_ignored (former->field, former->is_ignored);
    }
}
