/* Named comparisons: see the header. */
#include "amp-named-comparisons.h"

#include <glib/gi18n-lib.h>

#include "amp-named-filters.h"
#include "amp-selection-json.h"

#define PREFIX "comparison/"

static const char *const sides[] = { "a", "b" };

char **
amp_named_comparisons_list (AmpCase *opened, GError **error)
{
  return amp_selection_json_list_names (opened, PREFIX, error);
}

static gboolean
read_groups (AmpCase *opened, const char *json, AmpSelection **groups)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  for (guint side = 0; side < 2; side++)
    groups[side] = object != NULL ? amp_selection_json_read (opened, json_object_get_member (object, sides[side])) : NULL;
  if (groups[0] != NULL && groups[1] != NULL)
    return TRUE;
  g_clear_pointer (&groups[0], amp_selection_free);
  g_clear_pointer (&groups[1], amp_selection_free);
  return FALSE;
}

static char *
dup_json (AmpCase *opened, const char *name, GError **error)
{
  g_autofree char *key = g_strconcat (PREFIX, name, NULL);
  g_autofree char *json = NULL;
  GError          *failure = NULL;

  json = amp_case_dup_annotation (opened, key, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else if (json == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This case has no comparison “%s”"), name);
  return g_steal_pointer (&json);
}

gboolean
amp_named_comparisons_load (AmpCase *opened, const char *name, AmpSelection **groups, GError **error)
{
  g_autofree char *json = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened) && name != NULL && groups != NULL, FALSE);

  json = dup_json (opened, name, error);
  if (json == NULL)
    return FALSE;
  if (read_groups (opened, json, groups))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The comparison “%s” cannot be understood"), name);
  return FALSE;
}

static char *
write_json (const AmpSelection *const *groups)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  for (guint side = 0; side < 2; side++)
    {
      json_builder_set_member_name (builder, sides[side]);
      amp_selection_json_add (builder, groups[side]);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

gboolean
amp_named_comparisons_save (AmpCase *opened, const char *name, const AmpSelection *a, const AmpSelection *b, GError **error)
{
  const AmpSelection *const groups[] = { a, b };
  g_autofree char          *normal = NULL;
  g_autofree char          *key = NULL;
  g_autofree char          *json = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened) && name != NULL && a != NULL && b != NULL, FALSE);

  normal = amp_named_filters_normalize (name, error);
  if (normal == NULL)
    return FALSE;
  key = g_strconcat (PREFIX, normal, NULL);
  json = write_json (groups);
  return amp_case_set_annotation (opened, key, json, error);
}

gboolean
amp_named_comparisons_remove (AmpCase *opened, const char *name, GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened) && name != NULL, FALSE);

  json = dup_json (opened, name, error);
  if (json == NULL)
    return FALSE;
  key = g_strconcat (PREFIX, name, NULL);
  return amp_case_set_annotation (opened, key, NULL, error);
}
