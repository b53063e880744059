/* ampleur-cli records: the records of a case as codes, one line each. */
#include "amp-command.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "amp-case-listing.h"

#define CODE(text) ((text) != NULL ? (text) : "")

static void
print_header (void)
{
  fputs ("source\tordinal\tline\tcountry\tregion\tdepartement\tepci\tcommune\tquality\tperson\tcategories\n", stdout);
}

static gboolean
on_record (const AmpListedRecord *record, gpointer data)
{
  printf ("%u\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\t%s\t%u\t%s\n",
          record->source,
          record->ordinal,
          record->line,
          record->place->country,
          CODE (record->place->region),
          CODE (record->place->departement),
          CODE (record->place->epci),
          CODE (record->place->commune),
          record->quality,
          record->person,
          record->categories);
  return !ferror (stdout);
}

int
amp_command_records (int n_arguments, char **arguments)
{
  g_autoptr (AmpCase) opened = NULL;
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[] = {
    { 0 },
  };

  if (amp_command_parse (_ ("CASE"), _ ("List the records of a case as codes, one tab-separated line each."), entries, &n_arguments, &arguments, 1, 1) < 0)
    return AMP_EXIT_USAGE;
  opened = amp_case_open (arguments[1], NULL, &error);
  if (opened == NULL)
    return amp_command_fail (error);
  print_header ();
  if (!amp_case_list_records (opened, on_record, NULL, NULL, &error))
    return amp_command_fail (error);
  return amp_command_flush ();
}
