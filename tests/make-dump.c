/* Makes a dump of invented people from a seed, and says what is true of it:
 *
 *   make-dump --preset laboratory --output dump.csv --truth truth.json
 *
 * The same options give the same bytes on any machine. The program reads the
 * gazetteer's tables and calls nothing else of Ampleur, so that the tests can
 * compare Ampleur's answers with the truth. */
#include "sample-scribe.h"

#include <locale.h>

typedef struct
{
  char    *preset;
  char    *output;
  char    *truth;
  char    *encoding;
  char    *delimiter;
  char    *quote;
  char    *line_end;
  char    *malformed;
  char    *typos;
  char    *variants;
  gint64   n_records;
  gint64   seed;
  int      preamble_lines;
  int      repeated_headers;
  gboolean has_no_header;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->preset);
  g_free (options->output);
  g_free (options->truth);
  g_free (options->encoding);
  g_free (options->delimiter);
  g_free (options->quote);
  g_free (options->line_end);
  g_free (options->malformed);
  g_free (options->typos);
  g_free (options->variants);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

static gboolean
parse_options (int *argc, char ***argv, Options *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "preset", 'p', 0, G_OPTION_ARG_STRING, &options->preset, "laboratory, narrow or national", "NAME" },
    { "records", 'n', 0, G_OPTION_ARG_INT64, &options->n_records, "Number of records", "N" },
    { "seed", 's', 0, G_OPTION_ARG_INT64, &options->seed, "What everything is drawn from", "N" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, "The dump; - is standard output", "FILE" },
    { "truth", 't', 0, G_OPTION_ARG_FILENAME, &options->truth, "What is true of it, as JSON", "FILE" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options->encoding, "utf-8, windows-1252, utf-16le, mixed…", "CODE" },
    { "delimiter", 0, 0, G_OPTION_ARG_STRING, &options->delimiter, "A sign, tab or ^A", "SIGN" },
    { "quote", 0, 0, G_OPTION_ARG_STRING, &options->quote, "A sign or none", "SIGN" },
    { "line-end", 0, 0, G_OPTION_ARG_STRING, &options->line_end, "crlf, lf, cr or mixed", "CODE" },
    { "no-header", 0, 0, G_OPTION_ARG_NONE, &options->has_no_header, "Write no header", NULL },
    { "preamble", 0, 0, G_OPTION_ARG_INT, &options->preamble_lines, "Lines before the header", "N" },
    { "repeat-header", 0, 0, G_OPTION_ARG_INT, &options->repeated_headers, "Copies of it among the rows", "N" },
    { "malformed", 0, 0, G_OPTION_ARG_STRING, &options->malformed, "Share of malformed rows, such as 0.01", "SHARE" },
    { "typos", 0, 0, G_OPTION_ARG_STRING, &options->typos, "Share of misspelt cities", "SHARE" },
    { "variants", 0, 0, G_OPTION_ARG_STRING, &options->variants, "Share of a person's further records with another spelling", "SHARE" },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, "Make a dump of invented people, and the truth about it.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*argc > 1)
    return refuse (error, "there are options only, no operands");
  if (options->output == NULL)
    return refuse (error, "--output is missing");
  if (options->preamble_lines < 0 || options->repeated_headers < 0 || options->n_records < 0)
    return refuse (error, "a number may not be negative");
  return TRUE;
}

static gboolean
fill_dialect (const Options *options, SampleDialect *dialect, GError **error)
{
  dialect->has_header = !options->has_no_header;
  dialect->preamble_lines = (guint) options->preamble_lines;
  dialect->repeated_headers = (guint) options->repeated_headers;
  return (options->encoding == NULL || sample_dialect_set_encoding (dialect, options->encoding, error)) &&
         (options->line_end == NULL || sample_dialect_set_line_end (dialect, options->line_end, error)) &&
         (options->delimiter == NULL || sample_dialect_set_delimiter (dialect, options->delimiter, error)) &&
         (options->quote == NULL || sample_dialect_set_quote (dialect, options->quote, error));
}

/* @share: from "0" to "1", or %NULL for 0; the result is of a million. */
static gboolean
parse_share (const char *share, guint *result, GError **error)
{
  if (share == NULL)
    return TRUE;
  char  *end = NULL;
  double number = g_ascii_strtod (share, &end);

  if (end == share || *end != '\0' || !(number >= 0 && number <= 1))
    return refuse (error, "a share is a number from 0 to 1");
  *result = (guint) (number * 1000000 + 0.5);
  return TRUE;
}

static gboolean
make_dump (const SampleOrder *order, const Options *options, GError **error)
{
  SampleWriter *writer = sample_writer_new (options->output, order->dialect, error);

  if (writer == NULL)
    return FALSE;
  g_autoptr (SampleTruth) truth = sample_truth_new (order->preset, order->territory);
  g_autoptr (SampleScribe) scribe = sample_scribe_new (order, writer, truth);

  sample_scribe_write (scribe);
  if (!sample_writer_close (writer, error))
    return FALSE;
  return options->truth == NULL || sample_truth_write (truth, options->truth, order->seed, order->dialect, error);
}

static gboolean
run (const Options *options, GError **error)
{
  const char         *name = options->preset != NULL ? options->preset : "laboratory";
  const SamplePreset *preset = sample_preset_find (name);

  if (preset == NULL)
    return refuse (error, "there is no such preset");
  SampleDialect dialect = preset->dialect;
  SampleOrder   order = {
      .preset = preset,
      .dialect = &dialect,
      .seed = (guint64) options->seed,
      .n_records = options->n_records > 0 ? options->n_records : preset->n_records,
  };
  if (!fill_dialect (options, &dialect, error))
    return FALSE;
  if (!parse_share (options->malformed, &order.malformed_share, error) ||
      !parse_share (options->typos, &order.typo_share, error) ||
      !parse_share (options->variants, &order.variant_share, error))
    return FALSE;
  g_autoptr (SampleTerritory) territory = sample_territory_new (error);
  order.territory = territory;
  return territory != NULL && make_dump (&order, options, error);
}

int
main (int argc, char *argv[])
{
  g_auto (Options) options = { .seed = 1 };
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (!parse_options (&argc, &argv, &options, &error) || !run (&options, &error))
    {
      g_printerr ("make-dump: %s\n", error->message);
      return g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE) || error->domain == G_OPTION_ERROR ? 2 : 1;
    }
  return 0;
}
