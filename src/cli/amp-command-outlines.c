/* ampleur-cli outlines: imports the outlines of communes or EPCI that the maps are
 * drawn from, lists what is kept, removes it. */
#include "amp-command.h"

#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "amp-outline-import.h"

/* Notes printed of each kind; --json has them all. */
#define MAX_SHOWN 10

/* clang-format off */
static const AmpPlaceLevel levels[] = { AMP_PLACE_LEVEL_EPCI, AMP_PLACE_LEVEL_COMMUNE };
/* clang-format on */

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, guint number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_notes (JsonBuilder *builder, const char *name, GPtrArray *notes)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < notes->len; i++)
    {
      const AmpOutlineNote *note = g_ptr_array_index (notes, i);

      json_builder_begin_object (builder);
      add_text (builder, "code", note->code);
      add_text (builder, "name", note->name);
      if (note->today != NULL)
        {
          add_text (builder, "today", note->today);
          add_text (builder, "today_name", note->today_name);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_level (JsonBuilder *builder, const AmpOutlineReport *report, AmpPlaceLevel level)
{
  const AmpOutlineCount *count = &report->counts[level];

  json_builder_begin_object (builder);
  add_text (builder, "level", amp_place_level_get_code (level));
  add_number (builder, "read", count->n_read);
  add_number (builder, "kept", count->n_kept);
  add_number (builder, "known", count->n_known);
  add_notes (builder, "lacking", count->lacking);
  json_builder_end_object (builder);
}

static int
print_report_json (const AmpOutlineReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_text (builder, "file", report->file);
  add_number (builder, "features", report->n_features);
  json_builder_set_member_name (builder, "levels");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    add_level (builder, report, levels[i]);
  json_builder_end_array (builder);
  add_notes (builder, "merged", report->merged);
  add_notes (builder, "unknown", report->unknown);
  add_notes (builder, "shapeless", report->shapeless);
  json_builder_end_object (builder);
  return amp_command_print_json (builder);
}

static void
print_note (const AmpOutlineNote *note)
{
  printf ("  %s %s", note->code[0] != '\0' ? note->code : "?", note->name);
  if (note->today != NULL)
    printf (" → %s %s", note->today, note->today_name);
  putchar ('\n');
}

static void
print_notes (const char *title, GPtrArray *notes)
{
  if (notes->len == 0)
    return;
  printf ("%s: %u\n", title, notes->len);
  for (guint i = 0; i < MIN (notes->len, MAX_SHOWN); i++)
    print_note (g_ptr_array_index (notes, i));
  if (notes->len > MAX_SHOWN)
    printf ("  …\n");
}

static int
print_report_text (const AmpOutlineReport *report)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const AmpOutlineCount *count = &report->counts[levels[i]];

      if (count->n_read == 0)
        continue;
      /* translators: a level of places, then numbers of outlines and of places */
      printf (_ ("%s: %u outlines read, %u of %u places have one\n"), _ (amp_place_level_get_label (levels[i])), count->n_read, count->n_kept, count->n_known);
      print_notes (_ ("Places of the same départements without an outline"), count->lacking);
    }
  print_notes (_ ("Merged since, drawn with the commune of today"), report->merged);
  print_notes (_ ("Codes of no place of today"), report->unknown);
  print_notes (_ ("Without an area"), report->shapeless);
  return amp_command_flush ();
}

static void
on_progress (double fraction, gpointer data)
{
  fprintf (stderr, "\r%3.0f %%", fraction * 100);
}

static int
import (const char *path, const char *folder, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (AmpGazetteer) gazetteer = amp_gazetteer_new (&error);
  g_autoptr (AmpOutlineReport) report = NULL;
  gboolean is_watched = isatty (STDERR_FILENO);

  if (gazetteer != NULL)
    report = amp_outline_import (file, gazetteer, folder, NULL, is_watched ? on_progress : NULL, NULL, &error);
  if (is_watched)
    fputs ("\r     \r", stderr);
  if (report == NULL)
    return amp_command_fail (error);
  return as_json ? print_report_json (report) : print_report_text (report);
}

static void
add_source (JsonBuilder *builder, const AmpOutlineSource *source)
{
  json_builder_begin_object (builder);
  add_text (builder, "file", source->name);
  add_text (builder, "sha256", source->sha256);
  add_text (builder, "imported", source->day);
  add_number (builder, "kept", source->n_areas);
  json_builder_end_object (builder);
}

static void
list_level_json (JsonBuilder *builder, const AmpOutlineSet *set)
{
  guint n_sources = amp_outline_set_get_n_sources (set);

  json_builder_begin_object (builder);
  add_text (builder, "level", amp_place_level_get_code (amp_outline_set_get_level (set)));
  /* For those who know of one file only: the last that was imported. */
  add_text (builder, "file", n_sources > 0 ? amp_outline_set_get_source (set, n_sources - 1)->name : "");
  add_number (builder, "kept", amp_outline_set_get_n_areas (set));
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_sources; i++)
    add_source (builder, amp_outline_set_get_source (set, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
list_level_text (const AmpOutlineSet *set)
{
  for (guint i = 0; i < amp_outline_set_get_n_sources (set); i++)
    {
      const AmpOutlineSource *source = amp_outline_set_get_source (set, i);

      /* translators: a level of places, a number of outlines, the file they came from */
      printf (_ ("%s: %u outlines from %s\n"), _ (amp_place_level_get_label (amp_outline_set_get_level (set))), source->n_areas, source->name);
      if (source->sha256[0] == '\0')
        continue;
      fputs ("  ", stdout);
      /* translators: a hash, and a day: 2026-11-28 */
      printf (_ ("SHA-256 %s, imported on %s\n"), source->sha256, source->day);
    }
}

static int
list (const char *folder, gboolean as_json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "levels");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AmpOutlineSet) set = amp_outline_set_load (folder, levels[i], &error);

      if (error != NULL)
        return amp_command_fail (error);
      if (set != NULL && as_json)
        list_level_json (builder, set);
      else if (set != NULL)
        list_level_text (set);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return as_json ? amp_command_print_json (builder) : amp_command_flush ();
}

static int
remove_all (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!amp_outline_set_remove (folder, levels[i], &error))
        return amp_command_fail (error);
    }
  return AMP_EXIT_DONE;
}

int
amp_command_outlines (int n_arguments, char **arguments)
{
  g_autofree char *folder = amp_outline_set_get_folder ();
  gboolean         as_json = FALSE;
  gboolean         is_listing = FALSE;
  gboolean         is_removing = FALSE;
  GOptionEntry     entries[] = {
        { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
        { "list", 0, 0, G_OPTION_ARG_NONE, &is_listing, N_ ("List what was imported"), NULL },
        { "remove", 0, 0, G_OPTION_ARG_NONE, &is_removing, N_ ("Remove all imported outlines"), NULL },
        { 0 },
  };
  int n_operands = amp_command_parse (_ ("[FILE]"),
                                      _ ("Import the outlines of communes or EPCI from a GeoJSON file, for the maps."),
                                      entries,
                                      &n_arguments,
                                      &arguments,
                                      0,
                                      1);

  if (n_operands < 0)
    return AMP_EXIT_USAGE;
  if (n_operands + is_listing + is_removing != 1)
    return amp_command_misuse (_ ("give one of a file, --list and --remove"));
  if (is_removing)
    return remove_all (folder);
  return is_listing ? list (folder, as_json) : import (arguments[1], folder, as_json);
}
