/* Named filters: see the header. */
#include "amp-named-filters.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amp-selection-json.h"

#define PREFIX "filter/"

static char *
dup_key (const char *name)
{
  return g_strconcat (PREFIX, name, NULL);
}

static gboolean
has_control (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isprint (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

char *
amp_named_filters_normalize (const char *text, GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  name = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  if (name == NULL || has_control (name))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("The name holds characters that cannot be shown"));
  else if (*g_strstrip (name) == '\0')
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("A name is needed"));
  else if (g_utf8_strlen (name, -1) > AMP_NAMED_FILTER_MAX_NAME)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, g_dngettext (GETTEXT_PACKAGE, "A name has %d character at most", "A name has %d characters at most", AMP_NAMED_FILTER_MAX_NAME), AMP_NAMED_FILTER_MAX_NAME);
  else
    return g_steal_pointer (&name);
  return NULL;
}

char **
amp_named_filters_list (AmpCase *opened, GError **error)
{
  return amp_selection_json_list_names (opened, PREFIX, error);
}

AmpSelection *
amp_named_filters_load (AmpCase *opened, const char *name, GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (AmpSelection) selection = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened) && name != NULL, NULL);

  key = dup_key (name);
  json = amp_case_dup_annotation (opened, key, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (json == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This case has no filter “%s”"), name);
      return NULL;
    }
  root = json_from_string (json, NULL);
  selection = amp_selection_json_read (opened, root);
  if (selection != NULL)
    return g_steal_pointer (&selection);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The filter “%s” cannot be understood"), name);
  return NULL;
}

static char *
write_json (const AmpSelection *selection)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  amp_selection_json_add (builder, selection);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

gboolean
amp_named_filters_save (AmpCase *opened, const char *name, const AmpSelection *selection, GError **error)
{
  g_autofree char *normal = NULL;
  g_autofree char *key = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened) && name != NULL, FALSE);

  normal = amp_named_filters_normalize (name, error);
  if (normal == NULL)
    return FALSE;
  key = dup_key (normal);
  json = write_json (selection);
  return amp_case_set_annotation (opened, key, json, error);
}

static gboolean
exists (AmpCase *opened, const char *name)
{
  g_autofree char *key = dup_key (name);
  g_autofree char *json = amp_case_dup_annotation (opened, key, NULL);

  return json != NULL;
}

gboolean
amp_named_filters_rename (AmpCase *opened, const char *name, const char *new_name, GError **error)
{
  g_autofree char *normal = NULL;
  g_autoptr (AmpSelection) selection = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened) && name != NULL && new_name != NULL, FALSE);

  normal = amp_named_filters_normalize (new_name, error);
  if (normal == NULL)
    return FALSE;
  if (g_str_equal (normal, name))
    return TRUE;
  if (exists (opened, normal))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("There is a filter “%s” already"), normal);
      return FALSE;
    }
  selection = amp_named_filters_load (opened, name, error);
  /* The new one first: a failure in between leaves two, not none. */
  return selection != NULL && amp_named_filters_save (opened, normal, selection, error) && amp_named_filters_remove (opened, name, error);
}

gboolean
amp_named_filters_remove (AmpCase *opened, const char *name, GError **error)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened) && name != NULL, FALSE);

  if (!exists (opened, name))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This case has no filter “%s”"), name);
      return FALSE;
    }
  key = dup_key (name);
  return amp_case_set_annotation (opened, key, NULL, error);
}
