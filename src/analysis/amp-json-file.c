/* Size and depth are checked before the parser sees a byte: it takes all of a file
 * into memory and calls itself for each bracket. */
#include "amp-json-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "amp-analysis-error.h"

#define MAX_BYTES (16 * 1024 * 1024)
#define MAX_DEPTH 32

static void
set_error (GError **error, const char *path, const char *reason)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_FIELD_PLAN, "%s: %s", name, reason);
}

static gboolean
check_kind (const char *path, GError **error)
{
  GStatBuf status;

  /* What cannot be looked at fails again, with the reason, when it is read. */
  if (g_stat (path, &status) != 0 || S_ISDIR (status.st_mode))
    return TRUE;
  if (S_ISREG (status.st_mode) && status.st_size <= MAX_BYTES)
    return TRUE;
  set_error (error, path, S_ISREG (status.st_mode) ? _ ("is too large to be a list of fields") : _ ("is not a regular file"));
  return FALSE;
}

static gboolean
read_bytes (const char *path, char **bytes, gsize *length, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!check_kind (path, error))
    return FALSE;
  if (g_file_get_contents (path, bytes, length, &failure))
    return TRUE;
  if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    set_error (error, path, _ ("there is no such file"));
  else if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
    set_error (error, path, _ ("is a directory"));
  else
    set_error (error, path, _ ("cannot be read"));
  return FALSE;
}

/* What stands outside strings in JSON. Anything else, a comment for one, the parser
 * might take another way than the count of brackets does. */
static gboolean
is_json_character (char character)
{
  return character != '\0' && strchr (" \t\r\n[]{}:,+-.0123456789eEtrufalsn", character) != NULL;
}

/* Returns why the parser should not see it, or NULL. */
static const char *
find_fault (const char *bytes, gsize length)
{
  gboolean is_in_string = FALSE;
  guint    depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == '"')
        is_in_string = !is_in_string;
      else if (is_in_string)
        i += bytes[i] == '\\';
      else if (!is_json_character (bytes[i]))
        return _ ("is not JSON");
      else if (bytes[i] == '[' || bytes[i] == '{')
        depth++;
      else if ((bytes[i] == ']' || bytes[i] == '}') && depth > 0)
        depth--;
      if (depth > MAX_DEPTH)
        return _ ("is nested too deep");
    }
  return NULL;
}

/* What the parser says may quote the text: its words are not passed on. */
static JsonNode *
parse (const char *bytes, gsize length, const char **fault)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  *fault = find_fault (bytes, length);
  if (*fault == NULL && (!json_parser_load_from_data (parser, bytes, (gssize) length, NULL) || json_parser_get_root (parser) == NULL))
    *fault = _ ("is not JSON");
  return *fault == NULL ? json_parser_steal_root (parser) : NULL;
}

JsonNode *
amp_json_file_load (const char *path, GError **error)
{
  g_autofree char *bytes = NULL;
  const char      *fault;
  JsonNode        *root;
  gsize            length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!read_bytes (path, &bytes, &length, error))
    return NULL;
  root = parse (bytes, length, &fault);
  if (root == NULL)
    set_error (error, path, fault);
  return root;
}

JsonNode *
amp_json_text_parse (const char *name, const char *text, GError **error)
{
  const char *fault;
  JsonNode   *root;

  g_return_val_if_fail (name != NULL && text != NULL, NULL);

  root = parse (text, strlen (text), &fault);
  if (root == NULL)
    g_set_error (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_ANNOTATION, "%s: %s", name, fault);
  return root;
}
