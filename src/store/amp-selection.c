/* Terms, sorted and unique. Invariant: each term's key can be filtered by and
 * its code is valid for it, in the one way to write it. */
#include "amp-selection.h"

#include "amp-cell.h"
#include "amp-source-facts.h"

#include <glib/gi18n-lib.h>

/* The longest code of a place that any list uses is the nine digits of SIREN. */
#define MAX_PLACE_CODE 15

/* What stands before "=". */
static const char mode_signs[] = { [AMP_TERM_ANY] = '\0', [AMP_TERM_ALL] = '&', [AMP_TERM_NONE] = '!' };
G_STATIC_ASSERT (G_N_ELEMENTS (mode_signs) == AMP_N_TERM_MODES);

struct _AmpSelection
{
  GPtrArray *terms; /* of AmpSelectionTerm */
};

static void
free_term (gpointer data)
{
  AmpSelectionTerm *term = data;

  g_free (term->code);
  g_free (term);
}

AmpSelection *
amp_selection_new (void)
{
  AmpSelection *selection = g_new0 (AmpSelection, 1);

  selection->terms = g_ptr_array_new_with_free_func (free_term);
  return selection;
}

void
amp_selection_free (AmpSelection *selection)
{
  if (selection == NULL)
    return;
  g_ptr_array_unref (selection->terms);
  g_free (selection);
}

static int
compare_terms (const AmpSelectionTerm *a, const AmpSelectionTerm *b)
{
  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;
  if (a->mode != b->mode)
    return a->mode < b->mode ? -1 : 1;
  return strcmp (a->code, b->code);
}

static void
insert_term (AmpSelection *selection, const AmpSelectionTerm *from)
{
  AmpSelectionTerm *term;
  guint             place = 0;

  for (; place < selection->terms->len; place++)
    {
      int order = compare_terms (from, selection->terms->pdata[place]);

      if (order == 0)
        return;
      if (order < 0)
        break;
    }
  term = g_new (AmpSelectionTerm, 1);
  *term = (AmpSelectionTerm){ from->key, from->mode, g_strdup (from->code) };
  g_ptr_array_insert (selection->terms, (int) place, term);
}

AmpSelection *
amp_selection_copy (const AmpSelection *selection)
{
  AmpSelection *copy = amp_selection_new ();

  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    insert_term (copy, amp_selection_get_term (selection, i));
  return copy;
}

gboolean
amp_selection_equal (const AmpSelection *a, const AmpSelection *b)
{
  guint n_terms = amp_selection_get_n_terms (a);

  if (n_terms != amp_selection_get_n_terms (b))
    return FALSE;
  for (guint i = 0; i < n_terms; i++)
    if (compare_terms (amp_selection_get_term (a, i), amp_selection_get_term (b, i)) != 0)
      return FALSE;
  return TRUE;
}

gboolean
amp_selection_is_empty (const AmpSelection *selection)
{
  return amp_selection_get_n_terms (selection) == 0;
}

static gboolean
is_place_code (const char *code)
{
  gsize length = strspn (code, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-");

  return code[length] == '\0' && length <= MAX_PLACE_CODE;
}

static gboolean
is_source_code (const char *code)
{
  guint64 number;

  return code[0] != '0' && g_ascii_string_to_unsigned (code, 10, 1, AMP_MAX_SOURCES, &number, NULL);
}

static gboolean
is_code_of_key (AmpKey key, const char *code)
{
  AmpCategorySet categories;

  switch (key)
    {
    case AMP_KEY_CATEGORY:
      return amp_category_from_code (code, NULL);
    case AMP_KEY_SENSITIVITY:
      return amp_sensitivity_from_code (code, NULL);
    case AMP_KEY_AGE:
      return amp_age_band_from_code (code, NULL);
    case AMP_KEY_SEX:
      return amp_sex_from_code (code, NULL);
    case AMP_KEY_PLACE_QUALITY:
      return amp_quality_from_code (code, NULL);
    case AMP_KEY_SOURCE:
      return is_source_code (code);
    case AMP_KEY_COMBINATION:
      return amp_combination_from_code (code, &categories);
    default:
      return amp_key_is_place (key) && is_place_code (code);
    }
}

static char *
normalize_code (AmpKey key, const char *code)
{
  AmpCategorySet categories;

  if (key == AMP_KEY_COMBINATION && amp_combination_from_code (code, &categories))
    return amp_combination_to_code (categories);
  return g_strdup (code);
}

/* What the user typed may hold anything; it is shown back in one short line. */
static char *
quote_for_message (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, 64));

  return g_strescape (valid, NULL);
}

gboolean
amp_selection_add_mode (AmpSelection *selection, AmpKey key, AmpTermMode mode, const char *code, GError **error)
{
  g_autofree char *normal = NULL;
  AmpSelectionTerm term = { key, mode, NULL };

  g_return_val_if_fail (selection != NULL && key < AMP_N_KEYS && mode < AMP_N_TERM_MODES && code != NULL, FALSE);

  if (!amp_key_is_filter (key))
    {
      g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_SELECTION, _ ("“%s” cannot be filtered by"), amp_key_get_code (key));
      return FALSE;
    }
  if (!is_code_of_key (key, code))
    {
      g_autofree char *shown = quote_for_message (code);

      g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_SELECTION, _ ("“%s” is not a code of “%s”"), shown, amp_key_get_code (key));
      return FALSE;
    }
  normal = normalize_code (key, code);
  term.code = normal;
  insert_term (selection, &term);
  return TRUE;
}

gboolean
amp_selection_add (AmpSelection *selection, AmpKey key, const char *code, GError **error)
{
  return amp_selection_add_mode (selection, key, AMP_TERM_ANY, code, error);
}

/* The sign before "=" tells the mode; no key ends in one. */
static AmpTermMode
find_mode (const char *term, const char *equals)
{
  for (guint mode = 0; mode < AMP_N_TERM_MODES; mode++)
    if (mode_signs[mode] != '\0' && equals > term && equals[-1] == mode_signs[mode])
      return mode;
  return AMP_TERM_ANY;
}

gboolean
amp_selection_add_string (AmpSelection *selection, const char *term, GError **error)
{
  const char      *equals;
  g_autofree char *name = NULL;
  AmpTermMode      mode;
  AmpKey           key;

  g_return_val_if_fail (selection != NULL && term != NULL, FALSE);

  equals = strchr (term, '=');
  if (equals == NULL)
    {
      g_autofree char *shown = quote_for_message (term);

      g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_SELECTION, _ ("a filter is written KEY=VALUE, KEY&=VALUE or KEY!=VALUE, not “%s”"), shown);
      return FALSE;
    }
  mode = find_mode (term, equals);
  name = g_strndup (term, (gsize) (equals - term) - (mode != AMP_TERM_ANY));
  if (!amp_key_from_code (name, &key))
    {
      g_autofree char *shown = quote_for_message (name);

      g_set_error (error, AMP_STORE_ERROR, AMP_STORE_ERROR_SELECTION, _ ("there is no key “%s”"), shown);
      return FALSE;
    }
  return amp_selection_add_mode (selection, key, mode, equals + 1, error);
}

/* An "&" that "=" follows is part of a term: no term begins with "=". */
static const char *
find_end (const char *text)
{
  const char *end = text + strcspn (text, "&");

  while (end[0] == '&' && end[1] == '=')
    end += 2 + strcspn (end + 2, "&");
  return end;
}

AmpSelection *
amp_selection_new_from_string (const char *text, GError **error)
{
  g_autoptr (AmpSelection) selection = amp_selection_new ();

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0')
    {
      const char      *end = find_end (text);
      g_autofree char *term = g_strndup (text, end - text);

      if (!amp_selection_add_string (selection, term, error))
        return NULL;
      /* Nothing behind the last "&" is a term left out. */
      if (end[0] == '&' && end[1] == '\0' && !amp_selection_add_string (selection, "", error))
        return NULL;
      text = end + (*end == '&');
    }
  return g_steal_pointer (&selection);
}

static gboolean
is_match (const AmpSelectionTerm *term, AmpKey key, AmpTermMode mode, const char *code)
{
  return term->key == key && (mode == AMP_N_TERM_MODES || term->mode == mode) && (code == NULL || strcmp (term->code, code) == 0);
}

static gboolean
remove_terms (AmpSelection *selection, AmpKey key, AmpTermMode mode, const char *code)
{
  gboolean is_found = FALSE;

  for (guint i = selection->terms->len; i > 0; i--)
    if (is_match (selection->terms->pdata[i - 1], key, mode, code))
      {
        g_ptr_array_remove_index (selection->terms, i - 1);
        is_found = TRUE;
      }
  return is_found;
}

gboolean
amp_selection_remove (AmpSelection *selection, AmpKey key, const char *code)
{
  g_return_val_if_fail (selection != NULL, FALSE);

  return remove_terms (selection, key, AMP_N_TERM_MODES, code);
}

gboolean
amp_selection_remove_mode (AmpSelection *selection, AmpKey key, AmpTermMode mode)
{
  g_return_val_if_fail (selection != NULL && mode < AMP_N_TERM_MODES, FALSE);

  return remove_terms (selection, key, mode, NULL);
}

gboolean
amp_selection_has_mode (const AmpSelection *selection, AmpKey key, AmpTermMode mode, const char *code)
{
  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    if (is_match (amp_selection_get_term (selection, i), key, mode, code))
      return TRUE;
  return FALSE;
}

gboolean
amp_selection_has (const AmpSelection *selection, AmpKey key, const char *code)
{
  return amp_selection_has_mode (selection, key, AMP_N_TERM_MODES, code);
}

gboolean
amp_selection_passes_code (const AmpSelection *selection, AmpKey key, const char *code)
{
  gboolean is_chosen = !amp_selection_has_mode (selection, key, AMP_TERM_ANY, NULL);

  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      const AmpSelectionTerm *term = amp_selection_get_term (selection, i);
      gboolean                is_it = is_match (term, key, term->mode, code);

      is_chosen |= is_it && term->mode == AMP_TERM_ANY;
      if (term->key == key && term->mode != AMP_TERM_ANY && is_it != (term->mode == AMP_TERM_ALL))
        return FALSE;
    }
  return is_chosen;
}

guint
amp_selection_get_n_terms (const AmpSelection *selection)
{
  return selection != NULL ? selection->terms->len : 0;
}

const AmpSelectionTerm *
amp_selection_get_term (const AmpSelection *selection, guint index)
{
  g_return_val_if_fail (selection != NULL && index < selection->terms->len, NULL);

  return selection->terms->pdata[index];
}

static void
append_term (GString *text, const AmpSelectionTerm *term)
{
  g_string_append (text, amp_key_get_code (term->key));
  if (mode_signs[term->mode] != '\0')
    g_string_append_c (text, mode_signs[term->mode]);
  g_string_append_printf (text, "=%s", term->code);
}

char *
amp_selection_term_to_string (const AmpSelectionTerm *term)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (term != NULL, g_string_free (text, FALSE));

  append_term (text, term);
  return g_string_free (text, FALSE);
}

char *
amp_selection_to_string (const AmpSelection *selection)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < amp_selection_get_n_terms (selection); i++)
    {
      if (i > 0)
        g_string_append_c (text, '&');
      append_term (text, amp_selection_get_term (selection, i));
    }
  return g_string_free (text, FALSE);
}
