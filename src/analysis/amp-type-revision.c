/* Owns the types of a case's fields before and after; see the header. */
#include "amp-type-revision.h"

#include <glib/gi18n-lib.h>

#include "amp-analysis-error.h"
#include "amp-record-plan.h"
#include "amp-topic-scanner.h"

/* The fields of one source, by column. A column that the case says nothing of
 * exposes nothing. */
typedef struct
{
  guint           n_fields;
  AmpCategorySet *before;
  AmpCategorySet *after;
  gboolean       *is_free_text;
} Columns;

struct _AmpTypeRevision
{
  const AmpCaseFacts *facts;   /* borrowed from the case */
  AmpFieldType       *types;   /* from now on, by field of the case */
  GArray             *sources; /* of Columns */
  AmpCategorySet      topics;  /* what free text may give */
};

static void
clear_columns (gpointer data)
{
  Columns *columns = data;

  g_free (columns->before);
  g_free (columns->after);
  g_free (columns->is_free_text);
}

static const AmpFieldFacts *
get_field (AmpTypeRevision *self, guint index)
{
  return g_ptr_array_index (self->facts->fields, index);
}

static gboolean
find_field (AmpTypeRevision *self, const AmpTypeChange *change, guint *index)
{
  for (guint i = 0; i < self->facts->fields->len; i++)
    if (get_field (self, i)->source == change->source && get_field (self, i)->position == change->position)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
refuse (GError **error, AmpAnalysisError code, const AmpFieldFacts *field, const char *reason)
{
  if (field->header[0] != '\0')
    /* Translators: a header, and why its type cannot be changed */
    g_set_error (error, AMP_ANALYSIS_ERROR, code, _ ("%s: %s"), field->header, reason);
  else
    /* Translators: the position of a field, and why its type cannot be changed */
    g_set_error (error, AMP_ANALYSIS_ERROR, code, _ ("field %u: %s"), field->position, reason);
  return FALSE;
}

/* What the import read from a field of @type besides that it is filled. */
static const char *
describe_reading (AmpFieldType type)
{
  if (amp_record_plan_reads_type (type))
    return _ ("such a field tells who a record is about, or where, and its values are not kept");
  if (amp_field_type_is_free_text (type))
    return _ ("a comment is read for what it mentions, and its values are not kept");
  return NULL;
}

static gboolean
check_change (const AmpFieldFacts *field, AmpFieldType type, GError **error)
{
  const char *reading = describe_reading (field->type);

  if (type == AMP_FIELD_TYPE_EMPTY)
    return refuse (error, AMP_ANALYSIS_ERROR_TYPE_CHANGE, field, _ ("a field is empty when no record fills it, not by its type"));
  if (field->filled == 0)
    return refuse (error, AMP_ANALYSIS_ERROR_TYPE_CHANGE, field, _ ("no record fills it, so that its type counts for nothing"));
  if (reading == NULL)
    reading = describe_reading (type);
  return reading == NULL || refuse (error, AMP_ANALYSIS_ERROR_NEEDS_DUMP, field, reading);
}

static gboolean
take_change (AmpTypeRevision *self, const AmpTypeChange *change, GError **error)
{
  guint index;

  if (!find_field (self, change, &index))
    {
      g_set_error_literal (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_TYPE_CHANGE, _ ("The case has no such field"));
      return FALSE;
    }
  if (change->type == get_field (self, index)->type)
    return TRUE;
  self->types[index] = change->type;
  return check_change (get_field (self, index), change->type, error);
}

static void
prepare_sources (AmpTypeRevision *self)
{
  for (guint i = 0; i < self->facts->sources->len; i++)
    {
      guint   n_fields = ((const AmpSourceFacts *) g_ptr_array_index (self->facts->sources, i))->n_fields;
      Columns columns = { n_fields, g_new0 (AmpCategorySet, n_fields), g_new0 (AmpCategorySet, n_fields), g_new0 (gboolean, n_fields) };

      g_array_append_val (self->sources, columns);
    }
  for (guint i = 0; i < self->facts->fields->len; i++)
    {
      const AmpFieldFacts *field = get_field (self, i);
      Columns             *columns = &g_array_index (self->sources, Columns, field->source);

      if (field->position > columns->n_fields)
        continue;
      columns->before[field->position - 1] = amp_field_type_get_categories (field->type);
      columns->after[field->position - 1] = amp_field_type_get_categories (self->types[i]);
      columns->is_free_text[field->position - 1] = amp_field_type_is_free_text (field->type);
    }
}

AmpTypeRevision *
amp_type_revision_new (AmpCase *from, const AmpTypeChange *changes, guint n_changes, GError **error)
{
  g_autoptr (AmpTypeRevision) self = g_new0 (AmpTypeRevision, 1);
  g_autoptr (AmpTopicScanner) topics = amp_topic_scanner_new ();

  g_return_val_if_fail (AMP_IS_CASE (from), NULL);

  self->facts = amp_case_get_facts (from);
  self->topics = amp_topic_scanner_get_categories (topics);
  self->sources = g_array_new (FALSE, FALSE, sizeof (Columns));
  g_array_set_clear_func (self->sources, clear_columns);
  self->types = g_new (AmpFieldType, self->facts->fields->len);
  for (guint i = 0; i < self->facts->fields->len; i++)
    self->types[i] = get_field (self, i)->type;
  for (guint i = 0; i < n_changes; i++)
    if (!take_change (self, &changes[i], error))
      return NULL;
  prepare_sources (self);
  return g_steal_pointer (&self);
}

void
amp_type_revision_free (AmpTypeRevision *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->sources);
  g_free (self->types);
  g_free (self);
}

AmpFieldType
amp_type_revision_get_type (AmpTypeRevision *self, guint field, gboolean *is_changed)
{
  g_return_val_if_fail (self != NULL && field < self->facts->fields->len, AMP_FIELD_TYPE_UNKNOWN);

  *is_changed = self->types[field] != get_field (self, field)->type;
  return self->types[field];
}

/* Free text gave what the types of the filled fields do not explain. What they do
 * explain it may have given, too: if the new types no longer do, nobody knows. */
gboolean
amp_type_revision_apply (AmpTypeRevision *self, const AmpRecord *record, AmpCategorySet *categories)
{
  const Columns *columns;
  AmpCategorySet before = 0, after = 0;
  gboolean       has_text = FALSE;

  g_return_val_if_fail (self != NULL && record->source < self->sources->len, FALSE);

  columns = &g_array_index (self->sources, Columns, record->source);
  for (guint byte = 0; byte < (columns->n_fields + 7) / 8; byte++)
    for (guint bits = record->fields[byte]; bits != 0; bits &= bits - 1)
      {
        guint column = byte * 8 + (guint) g_bit_nth_lsf (bits, -1);

        before |= columns->before[column];
        after |= columns->after[column];
        has_text |= columns->is_free_text[column];
      }
  *categories = after | (record->categories & ~before);
  if (before == after)
    return TRUE;
  /* A version that counted otherwise may have written the case. */
  if ((before & ~record->categories) != 0 || (!has_text && before != record->categories))
    return FALSE;
  return !has_text || (before & ~after & self->topics) == 0;
}
