/* Selections in annotations: see the header. */
#include "amp-selection-json.h"

#include <string.h>

#include "amp-named-filters.h"

static gboolean
add_terms (AmpSelection *selection, JsonArray *terms)
{
  for (guint i = 0; i < json_array_get_length (terms); i++)
    {
      JsonNode *term = json_array_get_element (terms, i);

      if (!JSON_NODE_HOLDS_VALUE (term) || json_node_get_value_type (term) != G_TYPE_STRING)
        return FALSE;
      if (!amp_selection_add_string (selection, json_node_get_string (term), NULL))
        return FALSE;
    }
  return TRUE;
}

static AmpSelection *
parse (JsonNode *node)
{
  g_autoptr (AmpSelection) selection = amp_selection_new ();
  JsonNode *where = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    where = json_object_get_member (json_node_get_object (node), "where");
  if (where == NULL || !JSON_NODE_HOLDS_ARRAY (where) || !add_terms (selection, json_node_get_array (where)))
    return NULL;
  return g_steal_pointer (&selection);
}

static gboolean
knows_terms (AmpCase *opened, const AmpSelection *selection)
{
  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      const AmpSelectionTerm *term = amp_selection_get_term (selection, i);

      if (!amp_case_knows_code (opened, term->key, term->code))
        return FALSE;
    }
  return TRUE;
}

AmpSelection *
amp_selection_json_read (AmpCase *opened, JsonNode *node)
{
  g_autoptr (AmpSelection) selection = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened), NULL);

  selection = parse (node);
  return selection != NULL && knows_terms (opened, selection) ? g_steal_pointer (&selection) : NULL;
}

void
amp_selection_json_add (JsonBuilder *builder, const AmpSelection *selection)
{
  g_return_if_fail (JSON_IS_BUILDER (builder) && selection != NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "where");
  json_builder_begin_array (builder);
  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      g_autofree char *term = amp_selection_term_to_string (amp_selection_get_term (selection, i));

      json_builder_add_string_value (builder, term);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

char **
amp_selection_json_list_names (AmpCase *opened, const char *prefix, GError **error)
{
  g_auto (GStrv) keys = amp_case_list_annotations (opened, prefix, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (keys == NULL)
    return NULL;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      /* A name that nobody could have given is passed over: it could not be
       * shown, either. */
      char *name = amp_named_filters_normalize (keys[i] + strlen (prefix), NULL);

      if (name != NULL)
        g_ptr_array_add (names, name);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
