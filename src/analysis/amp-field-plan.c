/* Reads and writes the analyst's decisions about types. */
#include "amp-field-plan.h"

#include <json-glib/json-glib.h>

#include <glib/gi18n-lib.h>

#include "amp-analysis-error.h"
#include "amp-json-file.h"

/* One entry, checked against the inspection but not applied yet. */
typedef struct
{
  AmpField    *field; /* borrowed */
  AmpFieldType type;
  gboolean     is_ignored;
} Decision;

G_GNUC_PRINTF (4, 5)
static gboolean
fail (GError **error, const char *path, guint entry, const char *format, ...)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *reason = NULL;
  va_list          arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* translators: file name, number of the entry, reason */
  g_set_error (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_FIELD_PLAN, _ ("%s: entry %u: %s"), name, entry, reason);
  return FALSE;
}

static const char *
get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gint64
get_position (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "position");

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
}

/* Returns whether @object says it rightly or not at all. */
static gboolean
get_ignored (JsonObject *object, gboolean *is_ignored)
{
  JsonNode *node = json_object_get_member (object, "ignored");

  *is_ignored = FALSE;
  if (node == NULL)
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *is_ignored = json_node_get_boolean (node);
  return TRUE;
}

static guint
count_headers (AmpSource *source, const char *header)
{
  guint n_fields = g_list_model_get_n_items (amp_source_get_fields (source));
  guint n = 0;

  for (guint column = 1; column <= n_fields; column++)
    n += g_strcmp0 (amp_field_get_header (amp_source_get_field (source, column)), header) == 0;
  return n;
}

/* Another delivery of a dump may have its columns elsewhere: where an entry names
 * both, the header finds the field, and the position tells twins apart. */
static gboolean
matches (AmpField *field, const char *header, gint64 position, gboolean has_twins)
{
  if (header != NULL && g_strcmp0 (amp_field_get_header (field), header) != 0)
    return FALSE;
  return position <= 0 || (header != NULL && !has_twins) || amp_field_get_position (field) == position;
}

/* Adds a decision for every field that the entry names. Returns how many. */
static guint
add_decisions (AmpInspection *inspection, JsonObject *object, const Decision *decision, GArray *decisions)
{
  const char *name = get_string (object, "source");
  const char *header = get_string (object, "header");
  gint64      position = get_position (object);
  guint       n_before = decisions->len;

  for (guint i = 0; i < amp_inspection_get_n_sources (inspection); i++)
    {
      AmpSource *source = amp_inspection_get_source (inspection, i);
      guint      n_fields = g_list_model_get_n_items (amp_source_get_fields (source));

      gboolean has_twins = header != NULL && count_headers (source, header) > 1;

      if (name != NULL && !g_str_equal (name, amp_source_get_name (source)))
        continue;
      for (guint column = 1; column <= n_fields; column++)
        {
          Decision made = *decision;

          made.field = amp_source_get_field (source, column);
          if (matches (made.field, header, position, has_twins))
            g_array_append_val (decisions, made);
        }
    }
  return decisions->len - n_before;
}

/* The reason names nothing that the file says: a dump may be given for a plan. */
static gboolean
fail_without_field (GError **error, const char *path, guint entry, JsonObject *object)
{
  if (get_string (object, "header") != NULL)
    return fail (error, path, entry, _ ("the dump has no field of this header"));
  return fail (error, path, entry, _ ("the dump has no field at this position"));
}

static gboolean
read_entry (AmpInspection *inspection, const char *path, guint entry, JsonNode *node, GArray *decisions, GError **error)
{
  Decision    decision = { NULL, AMP_FIELD_TYPE_UNKNOWN, FALSE };
  JsonObject *object;
  const char *type;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, path, entry, _ ("not an object"));
  object = json_node_get_object (node);
  if (get_string (object, "header") == NULL && get_position (object) <= 0)
    return fail (error, path, entry, _ ("names neither a header nor a position"));
  type = get_string (object, "type");
  if (!get_ignored (object, &decision.is_ignored))
    return fail (error, path, entry, _ ("“ignored” is neither true nor false"));
  if (type == NULL && !decision.is_ignored)
    return fail (error, path, entry, _ ("names no type"));
  if (type != NULL && !amp_field_type_from_code (type, &decision.type))
    return fail (error, path, entry, _ ("there is no such field type"));
  if (add_decisions (inspection, object, &decision, decisions) == 0)
    return fail_without_field (error, path, entry, object);
  return TRUE;
}

static JsonArray *
find_entries (JsonNode *root)
{
  JsonNode *fields = NULL;

  if (JSON_NODE_HOLDS_OBJECT (root))
    fields = json_object_get_member (json_node_get_object (root), "fields");
  return fields != NULL && JSON_NODE_HOLDS_ARRAY (fields) ? json_node_get_array (fields) : NULL;
}

static void
apply (GArray *decisions)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      Decision *decision = &g_array_index (decisions, Decision, i);

      if (!decision->is_ignored || decision->type != AMP_FIELD_TYPE_UNKNOWN)
        amp_field_set_field_type (decision->field, decision->type);
      amp_field_set_ignored (decision->field, decision->is_ignored);
    }
}

gboolean
amp_field_plan_load (AmpInspection *inspection, const char *path, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (Decision));
  g_autofree char *name = NULL;
  JsonArray       *entries;

  g_return_val_if_fail (AMP_IS_INSPECTION (inspection), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  root = amp_json_file_load (path, error);
  if (root == NULL)
    return FALSE;
  entries = find_entries (root);
  if (entries == NULL)
    {
      name = g_filename_display_basename (path);
      g_set_error (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_FIELD_PLAN, _ ("%s: holds no list of fields"), name);
      return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (entries); i++)
    if (!read_entry (inspection, path, i + 1, json_array_get_element (entries, i), decisions, error))
      return FALSE;
  apply (decisions);
  return TRUE;
}

static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

/* The name of the source is left out where there is but one, so that the plan
 * suits the next delivery, whatever its file is called. */
static void
write_source (JsonBuilder *builder, AmpSource *source, gboolean is_alone)
{
  guint n_fields = g_list_model_get_n_items (amp_source_get_fields (source));

  for (guint column = 1; column <= n_fields; column++)
    {
      AmpField    *field = amp_source_get_field (source, column);
      AmpFieldType type = amp_field_get_field_type (field);

      if (type == amp_field_get_recognised_type (field) && !amp_field_is_ignored (field))
        continue;
      json_builder_begin_object (builder);
      if (!is_alone)
        add_text (builder, "source", amp_source_get_name (source));
      if (amp_field_get_header (field)[0] != '\0')
        add_text (builder, "header", amp_field_get_header (field));
      json_builder_set_member_name (builder, "position");
      json_builder_add_int_value (builder, column);
      add_text (builder, "type", amp_field_type_get_code (type));
      json_builder_set_member_name (builder, "ignored");
      json_builder_add_boolean_value (builder, amp_field_is_ignored (field));
      json_builder_end_object (builder);
    }
}

gboolean
amp_field_plan_save (AmpInspection *inspection, const char *path, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  guint            n_sources;

  g_return_val_if_fail (AMP_IS_INSPECTION (inspection), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  n_sources = amp_inspection_get_n_sources (inspection);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_sources; i++)
    write_source (builder, amp_inspection_get_source (inspection, i), n_sources == 1);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_file_set_contents (path, text, -1, error);
}
