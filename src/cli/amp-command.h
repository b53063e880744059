/* The commands of ampleur-cli: one file each, one row each in the table of
 * main.c, and what they share in talking to their caller. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "amp-case.h"

G_BEGIN_DECLS

/* Exit statuses, as scripts rely on them. */
#define AMP_EXIT_DONE 0
#define AMP_EXIT_FAILED 1
#define AMP_EXIT_USAGE 2

/**
 * AmpCommandFunc:
 * @arguments: (array length=n_arguments) (inout): the command's own arguments,
 *   the first being its name
 *
 * Returns: an exit status
 */
typedef int (*AmpCommandFunc) (int n_arguments, char **arguments);

int amp_command_inspect (int n_arguments, char **arguments);
int amp_command_import (int n_arguments, char **arguments);
int amp_command_stats (int n_arguments, char **arguments);
int amp_command_explain (int n_arguments, char **arguments);
int amp_command_export (int n_arguments, char **arguments);
int amp_command_records (int n_arguments, char **arguments);
int amp_command_malformed (int n_arguments, char **arguments);
int amp_command_retype (int n_arguments, char **arguments);
int amp_command_notification (int n_arguments, char **arguments);
int amp_command_severity (int n_arguments, char **arguments);
int amp_command_outlines (int n_arguments, char **arguments);
int amp_command_filters (int n_arguments, char **arguments);
int amp_command_compare (int n_arguments, char **arguments);
int amp_command_verify (int n_arguments, char **arguments);

/**
 * amp_command_parse:
 * @operands: what the command takes besides options, for the help
 * @summary: what the command does, for the help
 * @entries: its options
 * @arguments: (inout): what is left are the operands, behind the name
 * @minimum: fewest operands
 * @maximum: most operands, or -1 for any number
 *
 * Prints the help and exits where it is asked for; tells what is wrong on
 * standard error.
 *
 * Returns: the number of operands, or -1 for wrong usage
 */
int amp_command_parse (const char         *operands,
                       const char         *summary,
                       const GOptionEntry *entries,
                       int                *n_arguments,
                       char             ***arguments,
                       int                 minimum,
                       int                 maximum);

/**
 * amp_command_fail:
 * @error: what went wrong
 *
 * Tells it on standard error.
 *
 * Returns: %AMP_EXIT_FAILED
 */
int amp_command_fail (const GError *error);

/**
 * amp_command_tell_passed_over:
 * @messages: (array zero-terminated=1): amp_inspection_get_passed_over()
 *
 * Tells on standard error which files of an archive are no sources, and why.
 */
void amp_command_tell_passed_over (const char *const *messages);

/**
 * amp_command_misuse:
 * @format: what is wrong with the call
 *
 * Tells it on standard error.
 *
 * Returns: %AMP_EXIT_USAGE
 */
int amp_command_misuse (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The option --where of a GOptionEntry table, into a #GStrv. */
#define AMP_COMMAND_WHERE(terms)                                                                                                                                                   \
  {                                                                                                                                                                                \
    "where", 'w', 0, G_OPTION_ARG_STRING_ARRAY, terms, N_ ("Only these; may be repeated: one KEY=VALUE of a key must hold, every KEY&=VALUE, and no KEY!=VALUE"), N_ ("KEY=VALUE") \
  }

/* The option --filter, into a string. */
#define AMP_COMMAND_FILTER(name)                                                                                                               \
  {                                                                                                                                            \
    "filter", 0, 0, G_OPTION_ARG_STRING, name, N_ ("As if the terms of this saved filter were given with --where; see “filters”"), N_ ("NAME") \
  }

/**
 * amp_command_add_filter:
 * @opened: the case
 * @name: (nullable): what --filter was given
 * @selection: where to add the terms of that filter
 *
 * Tells on standard error why it cannot.
 *
 * Returns: whether it is one of the case's filters; wrong usage if not
 */
gboolean amp_command_add_filter (AmpCase *opened, const char *name, AmpSelection *selection);

/**
 * amp_command_add_where_json:
 * @builder: within an object
 * @selection: (nullable): a selection
 *
 * Adds the member "where": the terms, as --where takes them.
 */
void amp_command_add_where_json (JsonBuilder *builder, const AmpSelection *selection);

/**
 * amp_command_read_terms:
 * @terms: (array zero-terminated=1) (nullable): what --where was given
 * @selection: where to add them
 *
 * Tells on standard error which is none.
 *
 * Returns: whether all are terms; wrong usage if not
 */
gboolean amp_command_read_terms (char **terms, AmpSelection *selection);

/**
 * amp_command_knows_terms:
 * @opened: the case that is asked
 * @selection: the terms of --where
 *
 * A valid code that does not exist would be answered with zeros. Tells which it is
 * on standard error.
 *
 * Returns: whether every term names something; wrong usage if not
 */
gboolean amp_command_knows_terms (AmpCase *opened, const AmpSelection *selection);

/**
 * amp_command_print_json:
 * @builder: a finished object
 *
 * Prints it on standard output, with a line end.
 *
 * Returns: %AMP_EXIT_DONE, or %AMP_EXIT_FAILED when it could not be written
 */
int amp_command_print_json (JsonBuilder *builder);

/**
 * amp_command_flush:
 *
 * Returns: %AMP_EXIT_DONE when all that was printed reached standard output
 */
int amp_command_flush (void);

/**
 * amp_command_pad:
 * @text: a cell of a printed table
 * @width: in characters; negative to align the text on the right
 *
 * printf() pads and cuts by bytes, which misplaces every column behind an
 * accent. A text too long is cut when it is aligned on the left: numbers
 * and their heads are never shortened.
 *
 * Returns: (transfer full): the text as wide as asked for
 */
char *amp_command_pad (const char *text, int width);

G_END_DECLS
