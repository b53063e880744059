/* ampleur-cli: the whole analysis without a screen. Finds the command and runs it. */
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <glib/gi18n-lib.h>

#include "amp-command.h"
#include "amp-export-language.h"

/* clang-format off */
static const struct
{
  const char    *name;
  const char    *operands;
  const char    *summary;
  AmpCommandFunc run;
} COMMANDS[] = {
  { "inspect", N_ ("DUMP…"),             N_ ("show what a dump holds, without importing it"), amp_command_inspect },
  { "import",  N_ ("DUMP… --case FILE"), N_ ("import a dump into a case"),                    amp_command_import },
  { "stats",   N_ ("CASE --by KEY"),     N_ ("count the records and persons of a case"),      amp_command_stats },
  { "compare", N_ ("CASE --a SELECTION --b SELECTION"), N_ ("put two selections, sources or cases side by side"), amp_command_compare },
  { "filters", N_ ("CASE"),              N_ ("list the filters saved with a case"),           amp_command_filters },
  { "explain", N_ ("CASE FIGURE"),       N_ ("tell what a figure of a report rests on"),      amp_command_explain },
  { "export", N_ ("CASE --output DIR"), N_ ("write the report of a case"), amp_command_export },
  { "records", N_ ("CASE"),              N_ ("list the records of a case, as codes"),         amp_command_records },
  { "malformed", N_ ("CASE"),            N_ ("list the malformed rows of a case by line"),    amp_command_malformed },
  { "retype",  N_ ("CASE FIELD=TYPE…"),  N_ ("change the types of fields without the dump"),  amp_command_retype },
  { "outlines", N_ ("[FILE]"),           N_ ("import outlines of communes or EPCI for the maps"), amp_command_outlines },
  { "severity", N_ ("CASE"),             N_ ("rate a case by ENISA's method"),               amp_command_severity },
  { "notification", N_ ("CASE"),         N_ ("show and fill the notification of the breach"), amp_command_notification },
  { "verify",  N_ ("CASE"),              N_ ("check that a case is whole"),                   amp_command_verify },
};
/* clang-format on */

static char *
dup_call (guint command)
{
  return g_strdup_printf ("%s %s", COMMANDS[command].name, _ (COMMANDS[command].operands));
}

/* As wide as the longest call of the language. */
static int
get_call_width (void)
{
  int width = 0;

  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    {
      g_autofree char *call = dup_call (i);

      width = MAX (width, (int) g_utf8_strlen (call, -1));
    }
  return width;
}

static void
print_help (FILE *stream)
{
  int width = get_call_width ();

  fprintf (stream, _ ("Usage: ampleur-cli COMMAND [OPTION…]\n\nCommands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    {
      g_autofree char *call = dup_call (i);
      g_autofree char *padded = amp_command_pad (call, width);

      fprintf (stream, "  %s  %s\n", padded, _ (COMMANDS[i].summary));
    }
  fprintf (stream, _ ("\n“ampleur-cli COMMAND --help” tells the options of a command.\n"));
}

/* What --version says, wherever it stands before an operand separator. */
static gboolean
asks_for_version (int n_arguments, char **arguments)
{
  for (int i = 1; i < n_arguments && !g_str_equal (arguments[i], "--"); i++)
    if (g_str_equal (arguments[i], "--version"))
      return TRUE;
  return FALSE;
}

static int
run_command (int n_arguments, char **arguments)
{
  const char *name = arguments[1];

  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    if (g_str_equal (name, COMMANDS[i].name))
      {
        g_autofree char *program = g_strdup_printf ("ampleur-cli %s", name);

        g_set_prgname (program);
        return COMMANDS[i].run (n_arguments - 1, arguments + 1);
      }
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h"))
    {
      print_help (stdout);
      return amp_command_flush ();
    }
  return amp_command_misuse (_ ("“%s” is not a command"), name);
}

/* Values of the dump are in memory while it is read: no crash writes them to a
 * disk, and no other process of the user reads them. The limit alone would not
 * stop a core dump that is piped to a program. */
static void
forbid_core_dumps (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/* Where no language is set (a container, a service), text is UTF-8 all the same:
 * ASCII alone would refuse "L'autorité" as a mandate. */
static void
choose_locale (void)
{
  /* A build tree has its translations elsewhere than an installed program. */
  const char *locale_directory = g_getenv ("AMPLEUR_LOCALE_DIR");
  const char *characters;

  setlocale (LC_ALL, "");
  amp_export_language_prepare ();
  characters = setlocale (LC_CTYPE, NULL);
  if (g_strcmp0 (characters, "C") == 0 || g_strcmp0 (characters, "POSIX") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, locale_directory != NULL ? locale_directory : AMP_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int n_arguments, char **arguments)
{
  forbid_core_dumps ();
  /* A file that reaches a limit is an error to report, not a reason to be killed. */
  signal (SIGXFSZ, SIG_IGN);
  choose_locale ();

  if (asks_for_version (n_arguments, arguments))
    {
      printf ("ampleur-cli %s\n", AMP_VERSION);
      return amp_command_flush ();
    }
  if (n_arguments < 2)
    {
      print_help (stderr);
      return AMP_EXIT_USAGE;
    }
  return run_command (n_arguments, arguments);
}
