/* ampleur-cli retype: other types for fields of a case, without its dump. */
#include "amp-command.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-analysis-error.h"
#include "amp-case-revision.h"

/* A change, and the field as it was. */
typedef struct
{
  AmpTypeChange change;
  AmpFieldType  former;
  const char   *header; /* borrowed from the case */
} Retyping;

/* A field is meant by its position or its header, the position first: a header
 * that is a number can still be meant by its position. */
static gboolean
is_meant (const AmpFieldFacts *field, const char *name)
{
  guint64 position;

  if (g_ascii_string_to_unsigned (name, 10, 1, G_MAXUINT, &position, NULL))
    return field->position == position;
  return g_str_equal (field->header, name);
}

/* Returns whether @name means one field and no more. */
static gboolean
find_field (const AmpCaseFacts *facts, gint64 source, const char *name, Retyping *retyping)
{
  guint n_found = 0;

  for (guint i = 0; i < facts->fields->len; i++)
    {
      const AmpFieldFacts *field = g_ptr_array_index (facts->fields, i);

      if ((source > 0 && field->source + 1 != source) || !is_meant (field, name))
        continue;
      retyping->change.source = field->source;
      retyping->change.position = field->position;
      retyping->former = field->type;
      retyping->header = field->header;
      n_found++;
    }
  if (n_found == 0)
    amp_command_misuse (_ ("The case has no field “%s”"), name);
  else if (n_found > 1)
    amp_command_misuse (_ ("The case has several fields “%s”: tell the position, and the source by --source"), name);
  return n_found == 1;
}

static gboolean
parse_change (const AmpCaseFacts *facts, gint64 source, const char *argument, Retyping *retyping)
{
  const char      *sign = strrchr (argument, '=');
  g_autofree char *name = NULL;

  if (sign == NULL || sign == argument)
    {
      amp_command_misuse (_ ("“%s” is not FIELD=TYPE"), argument);
      return FALSE;
    }
  if (!amp_field_type_from_code (sign + 1, &retyping->change.type))
    {
      amp_command_misuse (_ ("There is no field type “%s”"), sign + 1);
      return FALSE;
    }
  name = g_strndup (argument, (gsize) (sign - argument));
  return find_field (facts, source, name, retyping);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_retypings (JsonBuilder *builder, GArray *retypings)
{
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < retypings->len; i++)
    {
      const Retyping *retyping = &g_array_index (retypings, Retyping, i);

      json_builder_begin_object (builder);
      add_number (builder, "source", retyping->change.source + 1);
      add_number (builder, "position", retyping->change.position);
      add_text (builder, "header", retyping->header);
      add_text (builder, "from", amp_field_type_get_code (retyping->former));
      add_text (builder, "to", amp_field_type_get_code (retyping->change.type));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* @reason: (nullable): why the dump is needed */
static int
print_json (const char *path, GArray *retypings, const char *reason)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *name = g_filename_display_name (path);

  json_builder_begin_object (builder);
  add_text (builder, "case", name);
  json_builder_set_member_name (builder, "needs_dump");
  json_builder_add_boolean_value (builder, reason != NULL);
  if (reason != NULL)
    add_text (builder, "reason", reason);
  add_retypings (builder, retypings);
  json_builder_end_object (builder);
  return amp_command_print_json (builder);
}

static int
print_text (GArray *retypings)
{
  for (guint i = 0; i < retypings->len; i++)
    {
      const Retyping *retyping = &g_array_index (retypings, Retyping, i);

      printf ("%u.%u\t%s\t%s\t%s\n", retyping->change.source + 1, retyping->change.position, retyping->header, amp_field_type_get_code (retyping->former), amp_field_type_get_code (retyping->change.type));
    }
  return amp_command_flush ();
}

static int
retype (AmpCase *opened, GArray *retypings, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autofree AmpTypeChange *changes = g_new (AmpTypeChange, retypings->len);

  for (guint i = 0; i < retypings->len; i++)
    changes[i] = g_array_index (retypings, Retyping, i).change;
  if (amp_case_revision_run (opened, changes, retypings->len, NULL, &error))
    return as_json ? print_json (amp_case_get_path (opened), retypings, NULL) : print_text (retypings);
  if (!g_error_matches (error, AMP_ANALYSIS_ERROR, AMP_ANALYSIS_ERROR_NEEDS_DUMP))
    return amp_command_fail (error);
  if (as_json)
    print_json (amp_case_get_path (opened), retypings, error->message);
  /* Translators: %s is why */
  g_prefix_error (&error, "%s ", _ ("The dump has to be imported again:"));
  return amp_command_fail (error);
}

int
amp_command_retype (int n_arguments, char **arguments)
{
  g_autoptr (AmpCase) opened = NULL;
  g_autoptr (GArray) retypings = g_array_new (FALSE, TRUE, sizeof (Retyping));
  g_autoptr (GError) error = NULL;
  gint64       source = 0;
  gboolean     as_json = FALSE;
  GOptionEntry entries[] = {
    { "source", 0, 0, G_OPTION_ARG_INT64, &source, N_ ("Number of the source whose fields are meant"), N_ ("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { 0 },
  };

  if (amp_command_parse (_ ("CASE FIELD=TYPE…"), _ ("Change what fields hold, by header or position, where the case alone can follow."), entries, &n_arguments, &arguments, 2, -1) < 0)
    return AMP_EXIT_USAGE;
  if (source < 0)
    return amp_command_misuse (_ ("--source takes a number from 1"));
  opened = amp_case_open (arguments[1], NULL, &error);
  if (opened == NULL)
    return amp_command_fail (error);
  for (int i = 2; i < n_arguments; i++)
    {
      Retyping retyping = { 0 };

      if (!parse_change (amp_case_get_facts (opened), source, arguments[i], &retyping))
        return AMP_EXIT_USAGE;
      g_array_append_val (retypings, retyping);
    }
  return retype (opened, retypings, as_json);
}
