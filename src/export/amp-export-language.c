/* Switches the language of texts for one thread. */
#include "amp-export-language.h"

#include "amp-export-error.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

struct _AmpExportLanguage
{
  locale_t entered;
  locale_t previous;
};

/* clang-format off */
static const char *const FRENCH_LOCALES[] = { "fr_FR.UTF-8", "fr_BE.UTF-8", "fr_CH.UTF-8", "fr_CA.UTF-8", "fr_LU.UTF-8" };
/* clang-format on */

/* The locale in use with other messages. */
static locale_t
open_locale (const char *messages)
{
  locale_t base = duplocale (uselocale ((locale_t) 0));
  locale_t opened;

  if (base == (locale_t) 0)
    return (locale_t) 0;
  opened = newlocale (LC_MESSAGES_MASK, messages, base);
  if (opened == (locale_t) 0)
    freelocale (base);
  return opened;
}

static const char *
find_french_locale (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (FRENCH_LOCALES); i++)
    {
      locale_t opened = open_locale (FRENCH_LOCALES[i]);

      if (opened == (locale_t) 0)
        continue;
      freelocale (opened);
      return FRENCH_LOCALES[i];
    }
  return NULL;
}

/* By the same variables, in the same order, as gettext. */
static gboolean
is_session_french (void)
{
  const char *const *names = g_get_language_names ();

  return g_str_equal (names[0], "fr") || g_str_has_prefix (names[0], "fr_");
}

/* Whatever is neither language reads the untranslated texts anyway. Saying so
 * by the locale "C" matters: GLib decides once, at the first text, whether to
 * translate at all, and never does in a locale that it finds no texts for. */
void
amp_export_language_prepare (void)
{
  const char *french = find_french_locale ();
  gboolean    is_french = is_session_french ();

  if (french != NULL)
    g_unsetenv ("LANGUAGE");
  else
    g_setenv ("LANGUAGE", "fr", TRUE);
  if (!is_french)
    setlocale (LC_MESSAGES, "C");
  else
    setlocale (LC_MESSAGES, french != NULL ? french : "C.UTF-8");
}

gboolean
amp_export_language_is_french (void)
{
  /* translators: the code of the language of this translation: "fr" in French */
  return g_str_equal (C_ ("language code", "en"), "fr");
}

static gboolean
is_in_language (const char *language)
{
  return language == NULL || amp_export_language_is_french () == g_str_equal (language, "fr");
}

/* In order of preference; a thread that speaks the language already keeps its
 * locale. */
static locale_t
open_language (const char *language)
{
  const char *french = find_french_locale ();

  if (g_str_equal (language, "en"))
    return open_locale ("C");
  return open_locale (french != NULL ? french : "C.UTF-8");
}

AmpExportLanguage *
amp_export_language_enter (const char *language, GError **error)
{
  g_autoptr (AmpExportLanguage) self = g_new0 (AmpExportLanguage, 1);

  if (language != NULL && !g_str_equal (language, "fr") && !g_str_equal (language, "en"))
    {
      g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_LANGUAGE, _ ("“%s” is not a language of reports: fr or en"), language);
      return NULL;
    }
  if (is_in_language (language))
    return g_steal_pointer (&self);
  self->entered = open_language (language);
  if (self->entered != (locale_t) 0)
    self->previous = uselocale (self->entered);
  if (is_in_language (language))
    return g_steal_pointer (&self);
  g_set_error (error, AMP_EXPORT_ERROR, AMP_EXPORT_ERROR_LANGUAGE, _ ("The texts of language “%s” are not installed"), language);
  return NULL;
}

void
amp_export_language_leave (AmpExportLanguage *self)
{
  if (self == NULL)
    return;
  if (self->entered != (locale_t) 0)
    {
      uselocale (self->previous);
      freelocale (self->entered);
    }
  g_free (self);
}
