/* Whose lines a map is drawn with, in words: see the header. */
#include "amp-outline-credit.h"

#include <glib/gi18n-lib.h>

#include "amp-display-text.h"
#include "amp-number-format.h"

/* Files named under a map, and the digits of a hash there: the report has all. */
#define MAX_NAMED 3
#define N_DIGITS 16

static gboolean
has_source (GPtrArray *sources, const AmpOutlineSource *source)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const AmpOutlineSource *known = g_ptr_array_index (sources, i);

      if (known->sha256[0] != '\0' && g_str_equal (known->sha256, source->sha256))
        return TRUE;
    }
  return FALSE;
}

static void
add_sources (GPtrArray *sources, const AmpOutlineSet *set)
{
  for (guint i = set != NULL ? amp_outline_set_get_n_sources (set) : 0; i-- > 0;)
    {
      const AmpOutlineSource *source = amp_outline_set_get_source (set, i);

      if (!has_source (sources, source))
        g_ptr_array_add (sources, (gpointer) source);
    }
}

GPtrArray *
amp_outline_credit_list_sources (const AmpOutlineSet *groups, const AmpOutlineSet *communes)
{
  GPtrArray *sources = g_ptr_array_new ();

  add_sources (sources, groups);
  add_sources (sources, communes);
  return sources;
}

static char *
dup_short (const AmpOutlineSource *source, gboolean is_french)
{
  g_autofree char *name = amp_display_text_escape (source->name);
  g_autofree char *digits = g_strndup (source->sha256, N_DIGITS);
  g_autofree char *day = amp_number_format_date (is_french, source->day);

  if (source->sha256[0] == '\0')
    return g_steal_pointer (&name);
  /* translators: the name of a file, the first digits of its hash, a day */
  return g_strdup_printf (_ ("%s (SHA-256 %s…, imported on %s)"), name, digits, day);
}

static char *
dup_list (const GPtrArray *sources, gboolean is_french)
{
  GString *text = g_string_new (NULL);
  guint    n_named = MIN (sources->len, MAX_NAMED);
  guint    n_more = sources->len - n_named;

  for (guint i = 0; i < n_named; i++)
    {
      g_autofree char *named = dup_short (g_ptr_array_index (sources, i), is_french);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", named);
    }
  if (n_more > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, ", %u more file", ", %u more files", n_more), n_more);
  return g_string_free (text, FALSE);
}

char *
amp_outline_credit_dup_attribution (const AmpOutlineSet *groups, const AmpOutlineSet *communes, gboolean is_french)
{
  g_autoptr (GPtrArray) sources = amp_outline_credit_list_sources (groups, communes);
  g_autofree char *list = dup_list (sources, is_french);

  if (sources->len == 0)
    return g_strdup (_ ("Outlines: Natural Earth. Places: Etalab (Licence Ouverte), GeoNames (CC BY 4.0)."));
  /* translators: %s names files */
  return g_strdup_printf (_ ("Outlines: %s; Natural Earth. Places: Etalab (Licence Ouverte), GeoNames (CC BY 4.0)."), list);
}

char *
amp_outline_credit_dup_text (const AmpOutlineSource *source, gboolean is_french)
{
  g_return_val_if_fail (source != NULL, NULL);

  g_autofree char *name = amp_display_text_escape (source->name);
  g_autofree char *count = amp_number_format_count (is_french, source->n_areas);
  g_autofree char *day = amp_number_format_date (is_french, source->day);
  /* translators: the name of a file, a number of outlines */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s outline", "%s: %s outlines", source->n_areas), name, count);

  if (source->sha256[0] == '\0')
    return g_strconcat (text, ".", NULL);
  /* translators: the name of a file and a number of outlines, a day, a hash */
  return g_strdup_printf (_ ("%s, imported on %s; SHA-256 %s."), text, day, source->sha256);
}
