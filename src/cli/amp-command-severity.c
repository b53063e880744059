/* ampleur-cli severity: how severe a case is, why, for whom, and what the
 * analyst sets otherwise. */
#include "amp-command.h"

#include <glib/gi18n-lib.h>

#include "amp-severity-output.h"

typedef struct
{
  char   **terms;
  char    *filter;
  char    *by;
  char   **adjust;
  char    *analyst;
  char    *reason;
  gboolean is_reset;
  gboolean as_json;

  AmpSelection *selection;
  AmpKey        key;
  GArray       *adjustments; /* of AmpSeverityAdjustment; analyst and reason borrowed */
  guint32       resets;      /* a bit for each part */
} Options;

static void
clear_options (Options *options)
{
  g_strfreev (options->terms);
  g_free (options->filter);
  g_free (options->by);
  g_strfreev (options->adjust);
  g_free (options->analyst);
  g_free (options->reason);
  amp_selection_free (options->selection);
  g_array_unref (options->adjustments);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* Resets come before what is set anew. */
static gboolean
write_adjustments (AmpCase *opened, const Options *options, GError **error)
{
  for (guint part = 0; part < AMP_N_SEVERITY_PARTS; part++)
    if ((options->is_reset || (options->resets & 1u << part)) && !amp_case_reset_adjustment (opened, part, error))
      return FALSE;
  for (guint i = 0; i < options->adjustments->len; i++)
    if (!amp_case_set_adjustment (opened, &g_array_index (options->adjustments, AmpSeverityAdjustment, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
assess (AmpCase *opened, const Options *options, AmpSeverityOutput *output, GError **error)
{
  output->severity = amp_case_assess_severity (opened, options->selection, NULL, error);
  if (output->severity == NULL)
    return FALSE;
  output->bands = amp_case_tabulate_severity (opened, options->selection, NULL, error);
  if (output->bands == NULL)
    return FALSE;
  output->adjustments = amp_case_list_adjustments (opened, error);
  if (output->adjustments == NULL)
    return FALSE;
  output->key = options->key;
  if (options->by != NULL)
    output->groups = amp_case_spread_severity (opened, options->key, options->selection, NULL, error);
  return options->by == NULL || output->groups != NULL;
}

static void
clear_output (AmpSeverityOutput *output)
{
  g_clear_pointer (&output->severity, amp_severity_free);
  g_clear_pointer (&output->bands, amp_table_unref);
  g_clear_pointer (&output->adjustments, g_ptr_array_unref);
  g_clear_pointer (&output->groups, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmpSeverityOutput, clear_output)

static int
print (const AmpSeverityOutput *output, gboolean as_json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!as_json)
    {
      amp_severity_output_print_text (output);
      return amp_command_flush ();
    }
  json_builder_begin_object (builder);
  amp_severity_output_add_json (output, builder);
  json_builder_end_object (builder);
  return amp_command_print_json (builder);
}

static int
run (const char *path, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpCase) opened = amp_case_open (path, NULL, &error);
  g_auto (AmpSeverityOutput) output = { 0 };

  if (opened != NULL && (!amp_command_add_filter (opened, options->filter, options->selection) || !amp_command_knows_terms (opened, options->selection)))
    return AMP_EXIT_USAGE;
  if (opened == NULL || !write_adjustments (opened, options, &error) || !assess (opened, options, &output, &error))
    return amp_command_fail (error);
  return print (&output, options->as_json);
}

/* "ei=0.75", or "ei=computed" to take one back. */
static gboolean
read_adjustment (Options *options, const char *text)
{
  AmpSeverityAdjustment adjustment = { .analyst = options->analyst, .reason = options->reason };
  const char           *equals = strchr (text, '=');
  g_autofree char      *code = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  char                 *end = NULL;

  if (!amp_severity_part_from_code (code, &adjustment.part))
    return FALSE;
  if (g_str_equal (equals + 1, "computed"))
    {
      options->resets |= 1u << adjustment.part;
      return TRUE;
    }
  adjustment.value = g_ascii_strtod (equals + 1, &end);
  if (end == equals + 1 || *end != '\0' || !amp_severity_part_accepts (adjustment.part, adjustment.value))
    return FALSE;
  g_array_append_val (options->adjustments, adjustment);
  return TRUE;
}

static int
read_adjustments (Options *options)
{
  for (guint i = 0; options->adjust != NULL && options->adjust[i] != NULL; i++)
    if (!read_adjustment (options, options->adjust[i]))
      return amp_command_misuse (_ ("--adjust: “%s” is no part of the score with a value that the method gives it"), options->adjust[i]);
  if (options->adjustments->len > 0 && (options->analyst == NULL || options->reason == NULL))
    return amp_command_misuse (_ ("--adjust needs --analyst NAME and --reason TEXT"));
  return AMP_EXIT_DONE;
}

static int
read_options (Options *options)
{
  if (!amp_command_read_terms (options->terms, options->selection))
    return AMP_EXIT_USAGE;
  if (options->by != NULL && (!amp_key_from_code (options->by, &options->key) || !amp_severity_spread_is_key (options->key)))
    return amp_command_misuse (_ ("--by: “%s” is not a key that severity is spread by"), options->by);
  return read_adjustments (options);
}

int
amp_command_severity (int n_arguments, char **arguments)
{
  g_auto (Options) options = { .selection = amp_selection_new (), .adjustments = g_array_new (FALSE, FALSE, sizeof (AmpSeverityAdjustment)) };
  int          status;
  GOptionEntry entries[] = {
    { "by", 'b', 0, G_OPTION_ARG_STRING, &options.by, N_ ("Spread over places or groups of persons"), N_ ("KEY") },
    AMP_COMMAND_WHERE (&options.terms),
    AMP_COMMAND_FILTER (&options.filter),
    { "adjust", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.adjust, N_ ("Set a part of the score, as ei=0.75; may be repeated"), N_ ("PART=VALUE") },
    { "analyst", 0, 0, G_OPTION_ARG_STRING, &options.analyst, N_ ("Who adjusts"), N_ ("NAME") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("Why"), N_ ("TEXT") },
    { "reset", 0, 0, G_OPTION_ARG_NONE, &options.is_reset, N_ ("Take all adjustments back; PART=computed takes back one"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print JSON"), NULL },
    { 0 },
  };

  if (amp_command_parse (_ ("CASE"), _ ("Rate a case, and each person in it, by ENISA's method."), entries, &n_arguments, &arguments, 1, 1) < 0)
    return AMP_EXIT_USAGE;
  status = read_options (&options);
  return status == AMP_EXIT_DONE ? run (arguments[1], &options) : status;
}
