/* Owns the order of the rows. The records of a part of the dump are shuffled, so
 * that a person's lie far apart; what a person tells is counted with the
 * part. */
#include "sample-scribe.h"

#define SHARE_BARE 200        /* records about no care */
#define SHARE_NIR_WRITTEN 890 /* of the records that may do without */
#define SPOILT_CELLS 20       /* how many cells at most a short row lacks */
/* When the acts took place, in days before ages are told. */
#define FIRST_ACT 2245
#define LAST_ACT 128
#define STREAM_RECORDS (G_GUINT64_CONSTANT (1) << 56)
#define STREAM_ORDER (G_GUINT64_CONSTANT (2) << 56)
#define STREAM_SPOILT (G_GUINT64_CONSTANT (3) << 56)
#define STREAM_SLIPS (G_GUINT64_CONSTANT (4) << 56)

typedef enum
{
  SPOILT_NOT,
  SPOILT_SHORT,
  SPOILT_LONG,
  SPOILT_NUL,
  SPOILT_QUOTE,
} Spoilt;

static const char *const spoilt_codes[] = { "", "too-short", "too-long", "nul-byte", "broken-quote" };

struct _SampleScribe
{
  const SampleOrder *order;
  SampleWriter      *writer;
  SampleTruth       *truth;
  SampleDoctor      *doctors;
  SampleCrowd        crowd;
  SampleRow          row;
  SampleProfile     *profiles; /* of the persons of the part */
  SampleCategory     categories[SAMPLE_MAX_COLUMNS];
  gint64             written; /* records */
  gboolean           has_nir_column;
  gint64             line;          /* where the record starts */
  gint64             quoted_before; /* cells quoted when it started */
  Spoilt             spoilt;
  guint              missing;      /* cells that the record lacks */
  gint64             last_quoted;  /* cells quoted when a quote was last left open */
  guint              headers_left; /* to be repeated */
};

/* The cells that a short row may lack: none of them is long, or about places. */
static guint
count_spoilable (const SampleScribe *scribe)
{
  return MIN (SPOILT_CELLS, scribe->order->preset->n_columns / 8);
}

static void
write_header (SampleScribe *scribe)
{
  const SamplePreset *preset = scribe->order->preset;

  for (guint i = 0; i < preset->n_columns; i++)
    sample_writer_cell (scribe->writer, preset->columns[i].header, strlen (preset->columns[i].header), FALSE);
  sample_writer_end_row (scribe->writer);
}

static void
write_head (SampleScribe *scribe)
{
  static const char *const lines[] = { "EXTRACTION DES DOSSIERS", "Édité le 23/02/2021 à 08:00", "Diffusion restreinte" };

  for (guint i = 0; i < scribe->order->dialect->preamble_lines; i++)
    sample_writer_raw_line (scribe->writer, lines[i % G_N_ELEMENTS (lines)]);
  if (scribe->order->dialect->has_header)
    write_header (scribe);
}

static Spoilt
draw_spoilt (SampleScribe *scribe)
{
  SampleRandom random = { sample_random_seed (scribe->order->seed, STREAM_SPOILT | (guint64) scribe->row.number) };

  scribe->missing = 0;
  if (sample_random_below (&random, 1000000) >= scribe->order->malformed_share)
    return SPOILT_NOT;
  Spoilt spoilt = (Spoilt) (SPOILT_SHORT + sample_random_below (&random, 4));
  if (spoilt == SPOILT_SHORT)
    scribe->missing = 1 + sample_random_below (&random, count_spoilable (scribe));
  return spoilt;
}

/* A quote left open reaches to the next quote of the file. That one must not be
 * that of another open cell, or both rows together would look well formed; and
 * no cell of its own row may be quoted, or the row would have no clear end. */
static gboolean
can_open_quote (const SampleScribe *scribe)
{
  gint64 quoted = sample_writer_get_quoted (scribe->writer);

  return scribe->order->dialect->quote != '\0' && quoted == scribe->quoted_before && quoted > scribe->last_quoted;
}

/* Whether the row can be spoilt as it was meant to, now that all of its cells
 * are written but the last. One that runs over several lines stays as it is: its
 * length would leave open which of its quotes is wrong. */
static void
settle_spoilt (SampleScribe *scribe)
{
  gboolean has_line_break = sample_writer_get_line (scribe->writer) > scribe->line;

  if (scribe->spoilt == SPOILT_QUOTE && !can_open_quote (scribe))
    scribe->spoilt = SPOILT_LONG;
  if ((scribe->spoilt == SPOILT_SHORT || scribe->spoilt == SPOILT_LONG) && has_line_break)
    {
      scribe->spoilt = SPOILT_NOT;
      scribe->missing = 0;
    }
}

/* From a stream of their own: a dump with slips is the one without, but for them. */
static void
draw_slips (SampleScribe *scribe, guint nth)
{
  const SampleOrder *order = scribe->order;
  SampleRow         *row = &scribe->row;

  row->slips.state = sample_random_seed (order->seed, STREAM_SLIPS | (guint64) row->number);
  row->has_typo = sample_random_below (&row->slips, 1000000) < order->typo_share && row->has_address &&
                  row->person->commune != SAMPLE_PLACE_NONE;
  row->variant = SAMPLE_VARIANT_NONE;
  if (sample_random_below (&row->slips, 1000000) < order->variant_share && nth > 0)
    row->variant = (SampleVariant) sample_random_between (&row->slips, 1, SAMPLE_N_VARIANTS - 1);
  sample_truth_add_slips (scribe->truth, row->has_typo, row->variant != SAMPLE_VARIANT_NONE);
}

/* What is the same in all cells of a record. */
static void
begin_record (SampleScribe *scribe, guint32 person, guint nth, SampleRandom *random)
{
  SampleRow *row = &scribe->row;

  row->person = sample_crowd_get (&scribe->crowd, person);
  row->number = ++scribe->written;
  row->topics = 0;
  random->state = sample_random_seed (scribe->order->seed, STREAM_RECORDS | (guint64) row->number);
  gint32 first_day = MAX (scribe->crowd.as_of - FIRST_ACT, row->person->birth);
  row->day = sample_random_between (random, first_day, MAX (scribe->crowd.as_of - LAST_ACT, first_day + 5));

  gboolean is_placed = row->person->commune != SAMPLE_PLACE_NONE;
  row->has_address = (is_placed || row->person->abroad != SAMPLE_PLACE_NONE) && (nth == 0 || !row->person->loses_address);
  /* Without a place only the NIR joins the records of a person. */
  gboolean needs_nir = row->person->n_records > 1 && (!is_placed || row->person->loses_address);
  row->has_nir = row->person->nir[0] != '\0' && (sample_random_share (random, SHARE_NIR_WRITTEN) || needs_nir);
}

static SampleProfile
get_profile (const SampleScribe *scribe)
{
  const SampleRow    *row = &scribe->row;
  const SamplePerson *person = row->person;

  return (SampleProfile){
    .commune = row->has_address ? person->commune : SAMPLE_PLACE_NONE,
    .abroad = row->has_address ? person->abroad : SAMPLE_PLACE_NONE,
    .sex = person->sex,
    .age = sample_age_at (person->birth, scribe->crowd.as_of),
  };
}

static void
fill_cell (SampleScribe *scribe, const SampleColumn *column, guint index, SampleRandom *random)
{
  SampleRow   *row = &scribe->row;
  SampleRandom stable;

  sample_text_clear (&row->text);
  if (column->share < 1000 && !sample_random_share (random, column->share))
    return;
  row->random = random;
  if (column->flags & SAMPLE_COLUMN_STABLE)
    {
      stable.state = row->person->seed + index * G_GUINT64_CONSTANT (0xd1342543de82ef95);
      row->random = &stable;
    }
  column->write (row, column->argument);
}

static void
write_cell (SampleScribe *scribe, guint index)
{
  const SamplePreset *preset = scribe->order->preset;
  SampleText         *text = &scribe->row.text;

  if (scribe->spoilt == SPOILT_NUL && index == 0)
    text->bytes[text->length / 2] = '\0';
  if (scribe->spoilt == SPOILT_QUOTE && index == preset->n_columns - 1)
    {
      sample_text_put (text, "LABO");
      sample_writer_broken_cell (scribe->writer, text->bytes, text->length);
      scribe->last_quoted = sample_writer_get_quoted (scribe->writer);
      return;
    }
  gboolean is_quoted = (preset->columns[index].flags & SAMPLE_COLUMN_QUOTED) && text->length > 0;
  sample_writer_cell (scribe->writer, text->bytes, text->length, is_quoted);
}

static void
write_cells (SampleScribe *scribe, SampleProfile *profile, SampleRandom *random)
{
  const SampleColumn *columns = scribe->order->preset->columns;
  guint               n_columns = scribe->order->preset->n_columns;
  gboolean            is_bare = sample_random_share (random, SHARE_BARE);

  for (guint i = 0; i < n_columns - scribe->missing; i++)
    {
      if (i == n_columns - count_spoilable (scribe))
        settle_spoilt (scribe);
      sample_text_clear (&scribe->row.text);
      if (!is_bare || !(columns[i].flags & SAMPLE_COLUMN_CARE))
        fill_cell (scribe, &columns[i], i, random);
      write_cell (scribe, i);
      if (scribe->row.text.length > 0)
        sample_profile_fill (profile, i, scribe->categories[i]);
    }
  profile->categories |= scribe->row.topics;
}

static void
count_record (SampleScribe *scribe, guint32 person, const SampleProfile *profile)
{
  if (scribe->spoilt != SPOILT_NOT)
    sample_truth_add_malformed (scribe->truth, scribe->line, spoilt_codes[scribe->spoilt]);
  if (scribe->row.has_nir && scribe->has_nir_column)
    sample_truth_add_nir (scribe->truth, scribe->row.person->has_wrong_key);
  sample_truth_add (scribe->truth, SAMPLE_COUNT_RECORDS, profile);
  sample_profile_join (&scribe->profiles[person], profile);
}

static void
write_record (SampleScribe *scribe, guint32 person, guint nth)
{
  SampleRandom random;

  begin_record (scribe, person, nth, &random);
  draw_slips (scribe, nth);
  SampleProfile profile = get_profile (scribe);

  scribe->line = sample_writer_get_line (scribe->writer);
  scribe->quoted_before = sample_writer_get_quoted (scribe->writer);
  scribe->spoilt = draw_spoilt (scribe);
  write_cells (scribe, &profile, &random);
  if (scribe->spoilt == SPOILT_LONG)
    sample_writer_cell (scribe->writer, "X", 1, FALSE);
  sample_writer_end_row (scribe->writer);
  count_record (scribe, person, &profile);
}

static void
begin_profiles (SampleScribe *scribe)
{
  scribe->profiles = g_renew (SampleProfile, scribe->profiles, scribe->crowd.persons->len);
  for (guint i = 0; i < scribe->crowd.persons->len; i++)
    {
      const SamplePerson *person = sample_crowd_get (&scribe->crowd, i);

      scribe->profiles[i] = (SampleProfile){
        .commune = SAMPLE_PLACE_NONE,
        .abroad = SAMPLE_PLACE_NONE,
        .sex = person->sex,
        .age = sample_age_at (person->birth, scribe->crowd.as_of),
      };
    }
}

/* A record is its person and, in the last two bits, which one of the person's. */
static guint32 *
shuffle_records (SampleScribe *scribe, gint64 n_records)
{
  SampleRandom random = { sample_random_seed (scribe->order->seed, STREAM_ORDER | (guint64) scribe->written) };
  guint32     *records = g_new (guint32, n_records);
  gint64       n = 0;

  for (guint32 i = 0; i < scribe->crowd.persons->len; i++)
    for (guint32 nth = 0; nth < sample_crowd_get (&scribe->crowd, i)->n_records; nth++)
      records[n++] = i << 2 | nth;
  g_assert (n == n_records);
  for (gint64 i = n_records - 1; i > 0; i--)
    {
      guint32 other = sample_random_below (&random, (guint32) i + 1);
      guint32 record = records[i];

      records[i] = records[other];
      records[other] = record;
    }
  return records;
}

/* The copies of the header are spread evenly. */
static void
repeat_header (SampleScribe *scribe)
{
  guint  wanted = scribe->order->dialect->repeated_headers;
  gint64 step = scribe->order->n_records / (wanted + 1);

  if (scribe->headers_left == 0 || scribe->written < step * (wanted - scribe->headers_left + 1))
    return;
  write_header (scribe);
  scribe->headers_left--;
}

static void
write_part (SampleScribe *scribe, gint64 n_records)
{
  sample_crowd_fill (&scribe->crowd, n_records, scribe->order->preset->draw_household);
  begin_profiles (scribe);
  g_autofree guint32 *records = shuffle_records (scribe, n_records);

  for (gint64 i = 0; i < n_records; i++)
    {
      write_record (scribe, records[i] >> 2, records[i] & 3);
      repeat_header (scribe);
    }
  for (guint i = 0; i < scribe->crowd.persons->len; i++)
    sample_truth_add (scribe->truth, SAMPLE_COUNT_PERSONS, &scribe->profiles[i]);
}

void
sample_scribe_write (SampleScribe *scribe)
{
  const SampleOrder *order = scribe->order;
  gint64             part = order->preset->part > 0 ? order->preset->part : order->n_records;

  write_head (scribe);
  while (scribe->written < order->n_records)
    write_part (scribe, MIN (part, order->n_records - scribe->written));
}

SampleScribe *
sample_scribe_new (const SampleOrder *order, SampleWriter *writer, SampleTruth *truth)
{
  const SamplePreset *preset = order->preset;
  SampleScribe       *scribe = g_new0 (SampleScribe, 1);

  scribe->order = order;
  scribe->writer = writer;
  scribe->truth = truth;
  scribe->last_quoted = -1;
  scribe->headers_left = order->dialect->repeated_headers;
  sample_crowd_init (&scribe->crowd, order->territory, order->seed, sample_date_to_day (preset->as_of), preset->checks_keys);
  scribe->doctors = sample_doctors_draw (order->territory, order->seed, preset->n_doctors);
  scribe->row.crowd = &scribe->crowd;
  scribe->row.doctors = scribe->doctors;
  scribe->row.n_doctors = preset->n_doctors;
  for (guint i = 0; i < preset->n_columns; i++)
    {
      scribe->categories[i] = sample_type_get (sample_type_find (preset->columns[i].type))->category;
      scribe->has_nir_column |= g_str_equal (preset->columns[i].type, "nir");
    }
  return scribe;
}

void
sample_scribe_free (SampleScribe *scribe)
{
  sample_crowd_clear (&scribe->crowd);
  g_free (scribe->doctors);
  g_free (scribe->profiles);
  g_free (scribe);
}
