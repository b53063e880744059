/* Columns of cells, and what is read of them. Invariant: the bytes of a kind that
 * was taken in are whole varints, as many as it has cells, of places that exist: so
 * they can be unpacked without a further look. Nearly all are below 128 and take one
 * byte: eight of those are read at once. */
#include "amp-packed-cells.h"

#include "amp-varint.h"

#include <string.h>

/* The top bits of eight bytes: none is set where all are varints of one byte. */
#define TOP_BITS G_GUINT64_CONSTANT (0x8080808080808080)
#define EVEN_BYTES G_GUINT64_CONSTANT (0x00ff00ff00ff00ff)
#define BYTES_AT_ONCE 8

AmpPackedCells *
amp_packed_cells_new (void)
{
  AmpPackedCells *cells = g_new0 (AmpPackedCells, 1);

  cells->kinds = g_array_new (FALSE, FALSE, sizeof (AmpCellKind));
  for (guint i = 0; i < AMP_N_PACKED_COLUMNS; i++)
    cells->columns[i] = g_byte_array_new ();
  return cells;
}

void
amp_packed_cells_free (AmpPackedCells *cells)
{
  if (cells == NULL)
    return;
  g_array_unref (cells->kinds);
  for (guint i = 0; i < AMP_N_PACKED_COLUMNS; i++)
    g_byte_array_unref (cells->columns[i]);
  g_free (cells);
}

static inline gboolean
are_small (const guint8 *bytes, guint64 *word)
{
  memcpy (word, bytes, sizeof *word);
  return (*word & TOP_BITS) == 0;
}

/* The eight bytes added up: in pairs, and the pairs by multiplication. */
static inline guint
add_bytes (guint64 word)
{
  guint64 pairs = (word & EVEN_BYTES) + (word >> 8 & EVEN_BYTES);

  return (guint) (pairs * G_GUINT64_CONSTANT (0x0001000100010001) >> 48);
}

/* Adds up @n varints from @place on; FALSE if they are not there or come to more
 * than @limit, which no addition here can reach beyond 64 bits. */
static gboolean
add_varints (const guint8 **place, const guint8 *end, guint32 n, guint64 limit, guint64 *sum)
{
  guint64 word;

  *sum = 0;
  while (n > 0)
    {
      if (n >= BYTES_AT_ONCE && end - *place >= BYTES_AT_ONCE && are_small (*place, &word))
        {
          *sum += add_bytes (word);
          *place += BYTES_AT_ONCE;
          n -= BYTES_AT_ONCE;
        }
      else if (!amp_varint_read (place, end, &word) || word > limit)
        return FALSE;
      else
        {
          *sum += word;
          n--;
        }
      if (*sum > limit)
        return FALSE;
    }
  return TRUE;
}

/* Returns whether the next bytes of a column are those of @kind. */
static gboolean
add_column (AmpPackedCells *cells, AmpPackedColumn column, AmpCellKind *kind, gsize *ends, guint64 limit, guint64 *sum)
{
  const GByteArray *bytes = cells->columns[column];
  const guint8     *place = bytes->data + ends[column];

  kind->begins[column] = ends[column];
  if (!add_varints (&place, bytes->data + bytes->len, kind->n_cells, limit, sum))
    return FALSE;
  ends[column] = (gsize) (place - bytes->data);
  return TRUE;
}

gboolean
amp_packed_cells_add (AmpPackedCells *cells, AmpCellKind kind, gsize *ends, guint32 n_places)
{
  guint64 last_place;
  guint64 records;
  guint64 persons;

  if (n_places == 0 || kind.n_cells == 0 || kind.n_cells > G_MAXUINT32 - cells->n_cells ||
      !amp_profile_unpack (kind.profile, &kind.quality, &kind.age_band, &kind.sex) ||
      !add_column (cells, AMP_PACKED_PLACES, &kind, ends, n_places - 1, &last_place) ||
      !add_column (cells, AMP_PACKED_RECORDS, &kind, ends, AMP_MAX_COUNT, &records) ||
      !add_column (cells, AMP_PACKED_PERSONS, &kind, ends, AMP_MAX_COUNT, &persons))
    return FALSE;
  kind.first_cell = cells->n_cells;
  kind.records = (gint64) records;
  kind.persons = (gint64) persons;
  cells->n_cells += kind.n_cells;
  g_array_append_val (cells->kinds, kind);
  return TRUE;
}

void
amp_cell_run_begin (AmpCellRun *run, const AmpPackedCells *cells, const AmpCellKind *kind)
{
  run->cells = cells;
  for (guint i = 0; i < AMP_N_PACKED_COLUMNS; i++)
    run->next[i] = cells->columns[i]->data + kind->begins[i];
  run->first_cell = kind->first_cell;
  run->n_cells = 0;
  run->last_place = 0;
  run->n_left = kind->n_cells;
}

static void
read_counts (AmpCellRun *run, AmpPackedColumn column, gint64 *counts)
{
  const GByteArray *bytes = run->cells->columns[column];
  const guint8     *next = run->next[column];
  guint64           word = 0;

  for (guint i = 0; i < run->n_cells;)
    if (run->n_cells - i >= BYTES_AT_ONCE && are_small (next, &word))
      for (guint j = 0; j < BYTES_AT_ONCE; j++)
        counts[i++] = *next++;
    else
      {
        amp_varint_read (&next, bytes->data + bytes->len, &word);
        counts[i++] = (gint64) word;
      }
  run->next[column] = next;
}

static void
read_places (AmpCellRun *run)
{
  const GByteArray *bytes = run->cells->columns[AMP_PACKED_PLACES];
  const guint8     *next = run->next[AMP_PACKED_PLACES];
  guint32           place = run->last_place;
  guint64           word = 0;

  for (guint i = 0; i < run->n_cells;)
    if (run->n_cells - i >= BYTES_AT_ONCE && are_small (next, &word))
      for (guint j = 0; j < BYTES_AT_ONCE; j++)
        run->places[i++] = place += *next++;
    else
      {
        amp_varint_read (&next, bytes->data + bytes->len, &word);
        run->places[i++] = place += (guint32) word;
      }
  run->next[AMP_PACKED_PLACES] = next;
  run->last_place = place;
}

gboolean
amp_cell_run_next (AmpCellRun *run)
{
  run->first_cell += run->n_cells;
  run->n_cells = MIN (run->n_left, AMP_CELLS_AT_ONCE);
  run->n_left -= run->n_cells;
  read_places (run);
  read_counts (run, AMP_PACKED_RECORDS, run->records);
  read_counts (run, AMP_PACKED_PERSONS, run->persons);
  return run->n_cells > 0;
}
