/* AmpCaseField: see the header. */
#include "amp-case-field.h"

#include "amp-display-text.h"

struct _AmpCaseField
{
  GObject parent_instance;

  /* Owned */
  AmpField *field;
  char     *source_name;

  guint               source;
  gboolean            is_empty;
  gint64              distinct;
  gboolean            distinct_is_sampled;
  gboolean            is_counted;
  AmpCaseFieldFigures figures;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpCaseField, amp_case_field, G_TYPE_OBJECT)

static void
amp_case_field_finalize (GObject *object)
{
  AmpCaseField *self = AMP_CASE_FIELD (object);

  g_clear_object (&self->field);
  g_free (self->source_name);
  G_OBJECT_CLASS (amp_case_field_parent_class)->finalize (object);
}

static void
amp_case_field_class_init (AmpCaseFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amp_case_field_finalize;
  signals[CHANGED] = g_signal_new ("changed", AMP_TYPE_CASE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
amp_case_field_init (AmpCaseField *self)
{
}

static void
tell_change (AmpCaseField *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

AmpCaseField *
amp_case_field_new (const AmpFieldFacts *facts, const AmpSourceFacts *source)
{
  static char *const  no_evidence[] = { NULL };
  AmpCaseField       *self;
  const AmpFieldGuess guess = {
    .header = facts->header,
    .type = facts->type,
    .header_type = facts->type,
    .confidence = facts->confidence,
    .filled = source->records > 0 ? (double) facts->filled / source->records : 0,
    .valid = facts->valid,
    .shape = facts->shape != NULL ? facts->shape : (char *) "",
    .evidence = facts->evidence != NULL ? facts->evidence : (char **) no_evidence,
  };

  self = g_object_new (AMP_TYPE_CASE_FIELD, NULL);
  self->field = amp_field_new (facts->position, &guess);
  g_signal_connect_object (self->field, "notify::type", G_CALLBACK (tell_change), self, G_CONNECT_SWAPPED);
  self->source = facts->source;
  self->source_name = amp_display_text_escape (source->name);
  self->is_empty = facts->filled == 0;
  self->distinct = facts->distinct;
  self->distinct_is_sampled = facts->distinct_is_sampled;
  return self;
}

AmpField *
amp_case_field_get_field (AmpCaseField *self)
{
  g_return_val_if_fail (AMP_IS_CASE_FIELD (self), NULL);
  return self->field;
}

guint
amp_case_field_get_source (AmpCaseField *self)
{
  g_return_val_if_fail (AMP_IS_CASE_FIELD (self), 0);
  return self->source;
}

const char *
amp_case_field_get_source_name (AmpCaseField *self)
{
  g_return_val_if_fail (AMP_IS_CASE_FIELD (self), NULL);
  return self->source_name;
}

gboolean
amp_case_field_is_empty (AmpCaseField *self)
{
  g_return_val_if_fail (AMP_IS_CASE_FIELD (self), FALSE);
  return self->is_empty;
}

gint64
amp_case_field_get_distinct (AmpCaseField *self, gboolean *is_sampled)
{
  g_return_val_if_fail (AMP_IS_CASE_FIELD (self) && is_sampled != NULL, -1);

  *is_sampled = self->distinct_is_sampled;
  return self->distinct;
}

const AmpCaseFieldFigures *
amp_case_field_get_figures (AmpCaseField *self)
{
  g_return_val_if_fail (AMP_IS_CASE_FIELD (self), NULL);
  return self->is_counted ? &self->figures : NULL;
}

void
amp_case_field_set_figures (AmpCaseField *self, const AmpCaseFieldFigures *figures)
{
  g_return_if_fail (AMP_IS_CASE_FIELD (self));

  self->is_counted = figures != NULL;
  if (figures != NULL)
    self->figures = *figures;
  g_signal_emit (self, signals[CHANGED], 0);
}

double
amp_case_field_get_share (AmpCaseField *self)
{
  g_return_val_if_fail (AMP_IS_CASE_FIELD (self), -1);

  if (!self->is_counted || self->figures.of_records <= 0)
    return -1;
  return (double) self->figures.records / self->figures.of_records;
}
