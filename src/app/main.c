/* The program `ampleur`: language, then the application. */
#include <locale.h>
#include <signal.h>
#include <sys/resource.h>

#include <glib/gi18n-lib.h>

#include <gtk/gtk.h>

#include "amp-application.h"
#include "amp-export-language.h"

/* A crash must not write the memory of an import to the disk. The process stays
 * readable for the desktop's portals, which look at who calls them. */
static void
forbid_core_dumps (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
}

int
main (int argc, char **argv)
{
  g_autoptr (AmpApplication) application = NULL;
  /* A build tree has its translations elsewhere than an installed program. */
  const char *locale_directory = g_getenv ("AMPLEUR_LOCALE_DIR");

  forbid_core_dumps ();
  /* A case over the limit of file sizes is a full disk, which has its message. */
  signal (SIGXFSZ, SIG_IGN);
  setlocale (LC_ALL, "");
  amp_export_language_prepare ();
  /* The toolkit would set the locale anew, and undo what was just prepared. */
  gtk_disable_setlocale ();
  bindtextdomain (GETTEXT_PACKAGE, locale_directory != NULL ? locale_directory : AMP_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  application = amp_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
