/* The language of a report, which need not be that of the session.
 *
 * All texts of the program go through gettext, which follows the locale of the
 * process or, where there is one, of the thread. A report sets the locale of
 * its thread for messages alone, and puts back what was there: no other thread
 * sees anything of it, and numbers are never formatted by the locale.
 *
 * With glibc 2.41 (Debian 13), an installed French locale is the only way. What
 * works, tried with glibc 2.36 (Debian 12): French needs either an installed French
 * locale, or the locale C.UTF-8 (always there) with "fr" in the environment
 * variable LANGUAGE. That variable belongs to the whole process and overrides
 * every locale but "C", so it is set once, by amp_export_language_prepare(),
 * before there is a second thread. English is the untranslated text, the
 * locale "C". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpExportLanguage:
 *
 * The locale of the calling thread while a report is written.
 */
typedef struct _AmpExportLanguage AmpExportLanguage;

/**
 * amp_export_language_prepare:
 *
 * Makes both languages available to amp_export_language_enter(). To be called
 * once, by main(), after setlocale() and before the first thread and the first
 * translated text. A session in French stays French; any other becomes English
 * throughout, as the texts of the program are in any case.
 *
 * Without this call French works only where a French locale is installed and
 * LANGUAGE is not set, or where the session is French itself.
 */
void amp_export_language_prepare (void);

/**
 * amp_export_language_enter:
 * @language: (nullable): "fr" or "en"; %NULL changes nothing
 * @error: %AMP_EXPORT_ERROR_LANGUAGE: the language is neither, or its texts
 *   are not installed
 *
 * Sets the language of texts in the calling thread.
 *
 * Returns: (transfer full) (nullable): what amp_export_language_leave() takes
 *   back, in the same thread; %NULL with @error set
 */
AmpExportLanguage *amp_export_language_enter (const char *language, GError **error);

/**
 * amp_export_language_leave:
 * @language: (transfer full) (nullable): what enter returned
 *
 * Puts the locale of the thread back.
 */
void amp_export_language_leave (AmpExportLanguage *language);

/**
 * amp_export_language_is_french:
 *
 * Returns: whether the texts of the calling thread are French
 */
gboolean amp_export_language_is_french (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpExportLanguage, amp_export_language_leave)

G_END_DECLS
