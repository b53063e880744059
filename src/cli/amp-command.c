/* What all commands share in talking to their caller. */
#include "amp-command.h"

#include <errno.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-display-text.h"
#include "amp-named-filters.h"

static gboolean
count_is_wrong (int count, int minimum, int maximum)
{
  return count < minimum || (maximum >= 0 && count > maximum);
}

/* The first "--" separates operands that look like options; GOption leaves it
 * where operands stand before it. */
static void
remove_separator (int *n_arguments, char **arguments)
{
  for (int i = 1; i < *n_arguments; i++)
    if (g_str_equal (arguments[i], "--"))
      {
        /* With the NULL that ends them. */
        memmove (arguments + i, arguments + i + 1, (gsize) (*n_arguments - i) * sizeof *arguments);
        (*n_arguments)--;
        return;
      }
}

int
amp_command_parse (const char         *operands,
                   const char         *summary,
                   const GOptionEntry *entries,
                   int                *n_arguments,
                   char             ***arguments,
                   int                 minimum,
                   int                 maximum)
{
  g_autoptr (GOptionContext) context = g_option_context_new (operands);
  g_autoptr (GError) error = NULL;
  int count;

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, n_arguments, arguments, &error))
    {
      amp_command_misuse ("%s", error->message);
      return -1;
    }
  remove_separator (n_arguments, *arguments);
  count = *n_arguments - 1;
  if (count_is_wrong (count, minimum, maximum))
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      fputs (help, stderr);
      return -1;
    }
  return count;
}

/* One line, whatever a file is called. */
static void
tell (const char *message)
{
  g_autofree char *shown = amp_display_text_escape_message (message);

  g_printerr ("ampleur-cli: %s\n", shown);
}

int
amp_command_fail (const GError *error)
{
  tell (error->message);
  return AMP_EXIT_FAILED;
}

void
amp_command_tell_passed_over (const char *const *messages)
{
  for (guint i = 0; messages[i] != NULL; i++)
    g_printerr (_ ("ampleur-cli: passed over: %s\n"), messages[i]);
}

int
amp_command_misuse (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list          arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  tell (message);
  return AMP_EXIT_USAGE;
}

gboolean
amp_command_read_terms (char **terms, AmpSelection *selection)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (selection != NULL, FALSE);

  for (guint i = 0; terms != NULL && terms[i] != NULL; i++)
    if (!amp_selection_add_string (selection, terms[i], &error))
      {
        amp_command_misuse ("--where: %s", error->message);
        return FALSE;
      }
  return TRUE;
}

gboolean
amp_command_add_filter (AmpCase *opened, const char *name, AmpSelection *selection)
{
  g_autoptr (AmpSelection) saved = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened) && selection != NULL, FALSE);

  if (name == NULL)
    return TRUE;
  saved = amp_named_filters_load (opened, name, &error);
  if (saved == NULL)
    {
      amp_command_misuse ("--filter: %s", error->message);
      return FALSE;
    }
  for (guint i = 0; i < amp_selection_get_n_terms (saved); i++)
    {
      const AmpSelectionTerm *term = amp_selection_get_term (saved, i);

      amp_selection_add_mode (selection, term->key, term->mode, term->code, NULL);
    }
  return TRUE;
}

void
amp_command_add_where_json (JsonBuilder *builder, const AmpSelection *selection)
{
  json_builder_set_member_name (builder, "where");
  json_builder_begin_array (builder);
  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      g_autofree char *term = amp_selection_term_to_string (amp_selection_get_term (selection, i));

      json_builder_add_string_value (builder, term);
    }
  json_builder_end_array (builder);
}

gboolean
amp_command_knows_terms (AmpCase *opened, const AmpSelection *selection)
{
  g_return_val_if_fail (AMP_IS_CASE (opened) && selection != NULL, FALSE);

  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      const AmpSelectionTerm *term = amp_selection_get_term (selection, i);

      if (amp_case_knows_code (opened, term->key, term->code))
        continue;
      amp_command_misuse (_ ("--where: “%s” is not a code of “%s”"), term->code, amp_key_get_code (term->key));
      return FALSE;
    }
  return TRUE;
}

int
amp_command_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  fputs (text, stdout);
  fputc ('\n', stdout);
  return amp_command_flush ();
}

int
amp_command_flush (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return AMP_EXIT_DONE;
  g_printerr (_ ("ampleur-cli: standard output: %s\n"), g_strerror (errno));
  return AMP_EXIT_FAILED;
}

char *
amp_command_pad (const char *text, int width)
{
  glong            length = g_utf8_strlen (text, -1);
  glong            missing = MAX (ABS (width) - length, 0);
  g_autofree char *shown = width > 0 ? g_utf8_substring (text, 0, MIN (length, width)) : g_strdup (text);

  return width > 0 ? g_strdup_printf ("%s%*s", shown, (int) missing, "") : g_strdup_printf ("%*s%s", (int) missing, "", shown);
}
