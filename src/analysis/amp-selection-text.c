/* A selection in words: see the header. */
#include "amp-selection-text.h"

#include <glib/gi18n-lib.h>

#include "amp-display-text.h"

/* Who has one value only is "except" another; who may have several is "without"
 * one. */
static char *
add_mode (const AmpSelectionTerm *term, const char *label)
{
  if (term->mode == AMP_TERM_ALL)
    /* translators: a value that all must have, among several: "with Health" */
    return g_strdup_printf (_ ("with %s"), label);
  if (term->mode == AMP_TERM_NONE && amp_key_is_exclusive (term->key))
    /* translators: a value that nobody may have: a place, an age, a sex: "except Rennes" */
    return g_strdup_printf (_ ("except %s"), label);
  if (term->mode == AMP_TERM_NONE)
    /* translators: a value that nobody may have, of data or a file: "without Health" */
    return g_strdup_printf (_ ("without %s"), label);
  return g_strdup (label);
}

char *
amp_selection_text_dup_term (AmpCase *opened, const AmpSelectionTerm *term)
{
  g_autofree char *label = NULL;
  g_autofree char *safe = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened) && term != NULL, NULL);

  label = amp_case_dup_term_label (opened, term->key, term->code);
  safe = amp_display_text_escape (label);
  return add_mode (term, safe);
}

static void
append_term (GString *words, AmpCase *opened, const AmpSelectionTerm *term, const AmpSelectionTerm *before)
{
  g_autofree char *text = amp_selection_text_dup_term (opened, term);

  if (before == NULL || before->key != term->key)
    {
      g_string_append (words, before != NULL ? C_ ("separator", "; ") : "");
      /* translators: a filter: "Département: Finistère" */
      g_string_append_printf (words, _ ("%s: %s"), amp_key_get_label (term->key), text);
    }
  else if (term->mode == AMP_TERM_ANY)
    /* translators: a further value of the same filter: "Département: Finistère or Morbihan" */
    g_string_append_printf (words, _ (" or %s"), text);
  else
    /* translators: a further condition of the same filter: "Category: with Health, without Contact details" */
    g_string_append_printf (words, _ (", %s"), text);
}

char *
amp_selection_text_dup (AmpCase *opened, const AmpSelection *selection)
{
  GString                *words = g_string_new (NULL);
  const AmpSelectionTerm *before = NULL;

  g_return_val_if_fail (AMP_IS_CASE (opened), g_string_free (words, FALSE));

  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      const AmpSelectionTerm *term = amp_selection_get_term (selection, i);

      append_term (words, opened, term, before);
      before = term;
    }
  return g_string_free (words, FALSE);
}
