/* The language of texts in one thread, with a catalogue of one word made for
 * the test: compiled by hand, so that nothing else need be installed. */
#include "amp-export-language.h"

#include "amp-export-error.h"

#include <libintl.h>
#include <locale.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The file format is in the manual of GNU gettext, "MO Files". */
typedef struct
{
  guint32 magic, revision, n_strings, originals, translations, n_hashes, hashes;
  guint32 table[8];
  char    texts[128];
} Catalogue;

#define ORIGINAL "language code\004en"
#define TRANSLATION "fr"
#define HEADER "Content-Type: text/plain; charset=UTF-8\n"

static void
write_catalogue (const char *folder)
{
  g_autofree char *messages = g_build_filename (folder, "fr", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);
  const guint32    texts = G_STRUCT_OFFSET (Catalogue, texts);
  const guint32    translation = 1 + sizeof ORIGINAL;
  const guint32    header = translation + sizeof TRANSLATION;
  Catalogue        file = {
           .magic = 0x950412de,
           .n_strings = 2,
           .originals = G_STRUCT_OFFSET (Catalogue, table),
           .translations = G_STRUCT_OFFSET (Catalogue, table) + 16,
           .table = { 0, texts, sizeof ORIGINAL - 1, texts + 1, sizeof HEADER - 1, texts + header, sizeof TRANSLATION - 1, texts + translation },
  };

  memcpy (file.texts + 1, ORIGINAL, sizeof ORIGINAL);
  memcpy (file.texts + translation, TRANSLATION, sizeof TRANSLATION);
  memcpy (file.texts + header, HEADER, sizeof HEADER);
  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, (const char *) &file, sizeof file, NULL));
}

static gboolean
is_french_in_language (const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpExportLanguage) language = amp_export_language_enter (code, &error);

  g_assert_no_error (error);
  return amp_export_language_is_french ();
}

static void
test_both (void)
{
  gboolean was_french = amp_export_language_is_french ();

  g_assert_true (is_french_in_language ("fr"));
  g_assert_false (is_french_in_language ("en"));
  g_assert_cmpint (is_french_in_language (NULL), ==, was_french);
  g_assert_cmpint (amp_export_language_is_french (), ==, was_french);
}

static void
test_nested (void)
{
  g_autoptr (AmpExportLanguage) outer = amp_export_language_enter ("fr", NULL);

  g_assert_false (is_french_in_language ("en"));
  g_assert_true (amp_export_language_is_french ());
}

/* Texts change, and nothing else of the locale. */
static void
test_numbers_stay (void)
{
  g_autofree char *before = g_strdup_printf ("%.1f", 1.5);
  g_autoptr (AmpExportLanguage) language = amp_export_language_enter (amp_export_language_is_french () ? "en" : "fr", NULL);
  g_autofree char *after = g_strdup_printf ("%.1f", 1.5);

  g_assert_cmpstr (before, ==, after);
}

static gpointer
look_from_thread (gpointer data)
{
  return GINT_TO_POINTER (amp_export_language_is_french ());
}

static void
test_other_threads (void)
{
  gboolean was_french = amp_export_language_is_french ();
  g_autoptr (AmpExportLanguage) language = amp_export_language_enter (was_french ? "en" : "fr", NULL);
  GThread *thread = g_thread_new ("other", look_from_thread, NULL);

  g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (thread)), ==, was_french);
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (amp_export_language_enter ("de", &error));
  g_assert_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_LANGUAGE);
}

/* Without its texts a language is refused, not replaced. */
static void
test_missing (void)
{
  const char      *before = bindtextdomain (GETTEXT_PACKAGE, NULL);
  g_autofree char *kept = g_strdup (before);
  g_autoptr (GError) error = NULL;

  bindtextdomain (GETTEXT_PACKAGE, "/nonexistent");
  g_assert_null (amp_export_language_enter ("fr", &error));
  g_assert_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_LANGUAGE);
  g_assert_false (amp_export_language_is_french ());
  bindtextdomain (GETTEXT_PACKAGE, kept);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("ampleur-XXXXXX", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);
  int              status;

  write_catalogue (folder);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  amp_export_language_prepare ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/language/both-at-will", test_both);
  g_test_add_func ("/export/language/nested", test_nested);
  g_test_add_func ("/export/language/numbers-stay", test_numbers_stay);
  g_test_add_func ("/export/language/other-threads-keep-theirs", test_other_threads);
  g_test_add_func ("/export/language/unknown", test_unknown);
  g_test_add_func ("/export/language/missing-texts", test_missing);
  status = g_test_run ();
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  return status;
}
