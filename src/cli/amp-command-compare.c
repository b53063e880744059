/* ampleur-cli compare: two selections of a case side by side, two cases, or the
 * sources of one case with each other. */
#include "amp-command.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-comparison.h"
#include "amp-named-comparisons.h"
#include "amp-named-filters.h"
#include "amp-selection-text.h"

static const AmpKey KEYS[] = { AMP_KEY_CATEGORY, AMP_KEY_SENSITIVITY, AMP_KEY_AGE, AMP_KEY_SEX, AMP_KEY_REGION, AMP_KEY_DEPARTEMENT, AMP_KEY_EPCI, AMP_KEY_COMMUNE };

/* Rows that a terminal shows of each table; JSON has all. */
#define N_TEXT_ROWS 20

/* What is compared. Owns all of it. */
typedef struct
{
  AmpCase      *cases[2]; /* twice the same, or two */
  AmpSelection *selections[2];
  gboolean      has_sides; /* otherwise sources alone */
  gboolean      as_json;
} Comparison;

static void
comparison_clear (Comparison *self)
{
  g_clear_object (&self->cases[0]);
  g_clear_object (&self->cases[1]);
  g_clear_pointer (&self->selections[0], amp_selection_free);
  g_clear_pointer (&self->selections[1], amp_selection_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static void
add_integer (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_share (JsonBuilder *builder, const char *name, double share)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, (double) (gint64) (share * 1e6 + (share < 0 ? -0.5 : 0.5)) * 1e-6);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static gboolean
add_side (JsonBuilder *builder, const Comparison *self, guint side, GError **error)
{
  AmpSummary       summary;
  g_autofree char *path = g_filename_display_name (amp_case_get_path (self->cases[side]));

  if (!amp_case_summarize (self->cases[side], self->selections[side], &summary, NULL, error))
    return FALSE;
  json_builder_set_member_name (builder, side == 0 ? "a" : "b");
  json_builder_begin_object (builder);
  add_text (builder, "case", path);
  amp_command_add_where_json (builder, self->selections[side]);
  add_integer (builder, "records", summary.records);
  add_integer (builder, "persons", summary.persons);
  add_integer (builder, "communes", summary.communes);
  add_integer (builder, "sensitive_persons", summary.sensitive_persons);
  add_integer (builder, "minors", summary.minors);
  add_integer (builder, "persons_of_known_age", summary.minors_known);
  add_integer (builder, "unplaced_persons", summary.unplaced_persons);
  json_builder_end_object (builder);
  return TRUE;
}

static void
add_compared_row (JsonBuilder *builder, const AmpComparisonRow *row)
{
  json_builder_begin_object (builder);
  add_text (builder, "code", row->code);
  add_text (builder, "label", row->label);
  for (guint side = 0; side < 2; side++)
    {
      json_builder_set_member_name (builder, side == 0 ? "a" : "b");
      json_builder_begin_object (builder);
      add_integer (builder, "records", row->records[side]);
      add_integer (builder, "persons", row->persons[side]);
      add_share (builder, "share", row->shares[side]);
      json_builder_end_object (builder);
    }
  add_share (builder, "difference", amp_comparison_row_get_difference (row));
  json_builder_end_object (builder);
}

static gboolean
add_tables (JsonBuilder *builder, const AmpComparisonSide *sides, GError **error)
{
  json_builder_set_member_name (builder, "by");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    {
      g_autoptr (GPtrArray) rows = amp_comparison_tabulate (sides, KEYS[i], NULL, error);

      if (rows == NULL)
        return FALSE;
      json_builder_set_member_name (builder, amp_key_get_code (KEYS[i]));
      json_builder_begin_array (builder);
      for (guint j = 0; j < rows->len; j++)
        add_compared_row (builder, g_ptr_array_index (rows, j));
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  return TRUE;
}

static void
add_overlap (JsonBuilder *builder, guint first, guint second, const AmpSourceOverlap *overlap)
{
  json_builder_begin_object (builder);
  add_integer (builder, "first", first);
  add_integer (builder, "second", second);
  add_integer (builder, "records_first", overlap->records[0]);
  add_integer (builder, "records_second", overlap->records[1]);
  add_integer (builder, "persons_only_first", overlap->only_first);
  add_integer (builder, "persons_only_second", overlap->only_second);
  add_integer (builder, "persons_both", overlap->both);
  add_integer (builder, "persons_newly_exposed_further", overlap->richer);
  json_builder_set_member_name (builder, "categories");
  json_builder_begin_array (builder);
  for (guint i = 0; i < AMP_N_CATEGORIES; i++)
    {
      if (overlap->first[i] == 0 && overlap->second[i] == 0)
        continue;
      json_builder_begin_object (builder);
      add_text (builder, "code", amp_category_get_code (i));
      add_text (builder, "label", amp_category_get_label (i));
      add_integer (builder, "persons_first", overlap->first[i]);
      add_integer (builder, "persons_second", overlap->second[i]);
      add_integer (builder, "persons_newly", overlap->newly[i]);
      add_integer (builder, "persons_newly_known", overlap->newly_known[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

typedef void (*OverlapFunc) (guint first, guint second, const AmpSourceOverlap *overlap, gpointer data);

/* Every two sources. */
static gboolean
for_each_overlap (AmpCase *opened, OverlapFunc func, gpointer data, GError **error)
{
  guint n_sources = amp_case_get_facts (opened)->sources->len;

  for (guint first = 1; first <= n_sources; first++)
    for (guint second = first + 1; second <= n_sources; second++)
      {
        AmpSourceOverlap overlap;

        if (!amp_case_overlap (opened, first, second, NULL, &overlap, NULL, error))
          return FALSE;
        func (first, second, &overlap, data);
      }
  return TRUE;
}

static void
add_overlap_json (guint first, guint second, const AmpSourceOverlap *overlap, gpointer data)
{
  add_overlap (data, first, second, overlap);
}

static int
print_json (const Comparison *self, const AmpComparisonSide *sides)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "persons_matched");
  json_builder_add_boolean_value (builder, self->cases[0] == self->cases[1]);
  if (self->has_sides && (!add_side (builder, self, 0, &error) || !add_side (builder, self, 1, &error) || !add_tables (builder, sides, &error)))
    return amp_command_fail (error);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  if (!for_each_overlap (self->cases[0], add_overlap_json, builder, &error))
    return amp_command_fail (error);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return amp_command_print_json (builder);
}

static void
print_line (gint64 a, gint64 b, const char *label)
{
  printf ("%15" G_GINT64_FORMAT "  %15" G_GINT64_FORMAT "  %s\n", a, b, label);
}

static gboolean
print_summaries (const Comparison *self, GError **error)
{
  AmpSummary of[2];

  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *words = amp_selection_text_dup (self->cases[side], self->selections[side]);

      printf ("%c: %s\n", side == 0 ? 'A' : 'B', *words != '\0' ? words : _ ("Everybody"));
      if (!amp_case_summarize (self->cases[side], self->selections[side], &of[side], NULL, error))
        return FALSE;
    }
  printf ("\n%15s  %15s\n", "A", "B");
  print_line (of[0].persons, of[1].persons, _ ("Persons"));
  print_line (of[0].records, of[1].records, _ ("Records"));
  print_line (of[0].sensitive_persons, of[1].sensitive_persons, _ ("Sensitive Data"));
  print_line (of[0].minors, of[1].minors, _ ("Minors"));
  print_line (of[0].communes, of[1].communes, _ ("Communes Touched"));
  print_line (of[0].unplaced_persons, of[1].unplaced_persons, _ ("Without a Place"));
  return TRUE;
}

static gboolean
print_tables (const AmpComparisonSide *sides, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    {
      g_autoptr (GPtrArray) rows = amp_comparison_tabulate (sides, KEYS[i], NULL, error);

      if (rows == NULL)
        return FALSE;
      printf ("\n%s\n", amp_key_get_label (KEYS[i]));
      for (guint j = 0; j < MIN (rows->len, N_TEXT_ROWS); j++)
        {
          const AmpComparisonRow *row = g_ptr_array_index (rows, j);

          printf ("%15" G_GINT64_FORMAT "  %15" G_GINT64_FORMAT "  %+7.1f  %s\n", row->persons[0], row->persons[1], 100 * amp_comparison_row_get_difference (row), row->label);
        }
    }
  return TRUE;
}

static void
print_overlap (guint first, guint second, const AmpSourceOverlap *overlap, gpointer data)
{
  g_autofree char *first_code = g_strdup_printf ("%u", first);
  g_autofree char *second_code = g_strdup_printf ("%u", second);
  AmpSelectionTerm terms[] = { { AMP_KEY_SOURCE, AMP_TERM_ANY, first_code }, { AMP_KEY_SOURCE, AMP_TERM_ANY, second_code } };
  g_autofree char *first_name = amp_selection_text_dup_term (data, &terms[0]);
  g_autofree char *second_name = amp_selection_text_dup_term (data, &terms[1]);

  /* translators: two files of a dump */
  printf (_ ("\nSources %s and %s\n"), first_name, second_name);
  printf ("%15" G_GINT64_FORMAT "  %s\n", overlap->only_first, _ ("persons only in the first"));
  printf ("%15" G_GINT64_FORMAT "  %s\n", overlap->both, _ ("persons in both"));
  printf ("%15" G_GINT64_FORMAT "  %s\n", overlap->only_second, _ ("persons only in the second"));
  printf ("%15" G_GINT64_FORMAT "  %s\n", overlap->richer, _ ("persons in both of whom the second exposes more categories"));
  for (guint i = 0; i < AMP_N_CATEGORIES; i++)
    if (overlap->newly[i] > 0)
      {
        printf ("%15" G_GINT64_FORMAT "  ", overlap->newly[i]);
        /* translators: %s is a category of data, after how many persons it concerns */
        printf (_ ("newly exposed: %s\n"), amp_category_get_label (i));
      }
}

static int
print_text (const Comparison *self, const AmpComparisonSide *sides)
{
  g_autoptr (GError) error = NULL;

  if (self->cases[0] != self->cases[1])
    printf ("%s\n\n", _ ("Two finished cases are compared by their figures alone: the keys that told their persons apart are destroyed, so nobody can be matched."));
  if (self->has_sides && (!print_summaries (self, &error) || !print_tables (sides, &error)))
    return amp_command_fail (error);
  if (!for_each_overlap (self->cases[0], print_overlap, self->cases[0], &error))
    return amp_command_fail (error);
  return amp_command_flush ();
}

/* "@NAME" is a saved filter. */
static AmpSelection *
read_selection (AmpCase *opened, const char *text, GError **error)
{
  if (text == NULL)
    return amp_selection_new ();
  return text[0] == '@' ? amp_named_filters_load (opened, text + 1, error) : amp_selection_new_from_string (text, error);
}

static int
read_sides (Comparison *self, char *const *texts)
{
  static const char *const names[] = { "--a", "--b" };

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GError) error = NULL;

      self->selections[side] = read_selection (self->cases[side], texts[side], &error);
      if (self->selections[side] == NULL)
        return amp_command_misuse ("%s: %s", names[side], error->message);
      if (!amp_command_knows_terms (self->cases[side], self->selections[side]))
        return AMP_EXIT_USAGE;
    }
  return AMP_EXIT_DONE;
}

/* Who is in both groups: from a saved comparison, or as --a and --b say. */
static int
choose_sides (Comparison *self, char *const *texts, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (name == NULL)
    return read_sides (self, texts);
  if (!amp_named_comparisons_load (self->cases[0], name, self->selections, &error))
    return amp_command_misuse ("--comparison: %s", error->message);
  return AMP_EXIT_DONE;
}

static int
compare (const char *path, const char *other, char *const *texts, const char *name, const char *saved, gboolean as_json)
{
  g_auto (Comparison) self = { .as_json = as_json };
  g_autoptr (GError) error = NULL;
  AmpComparisonSide sides[2];

  self.cases[0] = amp_case_open (path, NULL, &error);
  if (self.cases[0] != NULL)
    self.cases[1] = other != NULL ? amp_case_open (other, NULL, &error) : g_object_ref (self.cases[0]);
  if (self.cases[1] == NULL)
    return amp_command_fail (error);
  self.has_sides = other != NULL || texts[0] != NULL || texts[1] != NULL || name != NULL;
  if (!self.has_sides && amp_case_get_facts (self.cases[0])->sources->len < 2)
    return amp_command_misuse (_ ("nothing to compare: give --a and --b, or --with another case"));
  if (choose_sides (&self, texts, name) != AMP_EXIT_DONE)
    return AMP_EXIT_USAGE;
  if (saved != NULL && !amp_named_comparisons_save (self.cases[0], saved, self.selections[0], self.selections[1], &error))
    return amp_command_fail (error);
  for (guint side = 0; side < 2; side++)
    sides[side] = (AmpComparisonSide){ self.cases[side], self.selections[side] };
  return as_json ? print_json (&self, sides) : print_text (&self, sides);
}

int
amp_command_compare (int n_arguments, char **arguments)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *other = NULL;
  g_autofree char *name = NULL;
  g_autofree char *saved = NULL;
  gboolean         as_json = FALSE;
  GOptionEntry     entries[] = {
        { "a", 0, 0, G_OPTION_ARG_STRING, &a, N_ ("The first side: terms joined by “&”, as “departement=35&category!=health”, or “@NAME” of a saved filter; everybody if not given"), N_ ("SELECTION") },
        { "b", 0, 0, G_OPTION_ARG_STRING, &b, N_ ("The second side, likewise"), N_ ("SELECTION") },
        { "with", 0, 0, G_OPTION_ARG_FILENAME, &other, N_ ("Another case, which the second side is of; persons cannot be matched then"), N_ ("CASE") },
        { "comparison", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Both sides as this saved comparison says"), N_ ("NAME") },
        { "save", 0, 0, G_OPTION_ARG_STRING, &saved, N_ ("Save both sides with the case under this name first"), N_ ("NAME") },
        { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
        { 0 },
  };

  if (amp_command_parse (_ ("CASE"), _ ("Put two selections of a case, two cases, or the sources of one case side by side."), entries, &n_arguments, &arguments, 1, 1) < 0)
    return AMP_EXIT_USAGE;
  if (name != NULL && (a != NULL || b != NULL || other != NULL))
    return amp_command_misuse (_ ("--comparison tells both sides: leave out --a, --b and --with"));
  if (saved != NULL && other != NULL)
    return amp_command_misuse (_ ("--save keeps two groups of one case: leave out --with"));
  return compare (arguments[1], other, (char *const[]){ a, b }, name, saved, as_json);
}
