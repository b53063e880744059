/* Cells put together by kind: none is lost, counts of any size come back, and what is
 * no block is refused. */
#include "amp-cell-block.h"
#include "amp-cell-packer.h"
#include "amp-old-cells.h"

#define N_CELLS 150000
#define N_PLACES 40000

static const guint32 sets[] = { 0, 3, AMP_CATEGORY_BIT (AMP_CATEGORY_HEALTH) };

static const AmpBlockLimits limits = { .n_places = N_PLACES, .n_category_sets = G_N_ELEMENTS (sets), .category_sets = sets };

/* Mostly small, as they are; some need more bytes than one, some nearly all. */
static gint64
draw_count (GRand *random)
{
  int bits = g_rand_int_range (random, 0, 20) > 0 ? 5 : g_rand_int_range (random, 1, 36);

  return (gint64) (g_rand_double (random) * (double) (G_GINT64_CONSTANT (1) << bits));
}

static void
draw_cells (AmpCell *cells, guint32 *numbers)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < N_CELLS; i++)
    {
      numbers[i] = (guint32) g_rand_int_range (random, 0, G_N_ELEMENTS (sets));
      cells[i] = (AmpCell){
        .sources = i % 1000 == 0 ? G_MAXUINT64 : 1,
        .place = (guint32) (g_rand_double (random) * g_rand_double (random) * N_PLACES),
        .categories = sets[numbers[i]],
        .quality = (guint8) g_rand_int_range (random, 0, AMP_N_QUALITIES),
        .sex = (guint8) g_rand_int_range (random, 0, AMP_N_SEXES),
        .records = draw_count (random),
        .persons = draw_count (random),
      };
    }
}

/* By way of blocks, as a case keeps them. */
static AmpPackedCells *
write_and_read (const AmpPackedCells *packed)
{
  g_auto (AmpCellBlock) block = { 0 };
  AmpPackedCells *read = amp_packed_cells_new ();
  guint           n_blocks = 0;

  for (; amp_cell_block_next (&block, packed); n_blocks++)
    g_assert_true (amp_cell_block_read (block.columns, block.n_kinds, block.n_cells, &limits, read));
  g_assert_cmpuint (n_blocks, >, 1);
  return read;
}

static void
check_cell (const AmpCell *cell, const AmpCellKind *kind, const AmpCellRun *run, guint i)
{
  g_assert_cmpuint (kind->sources, ==, cell->sources);
  g_assert_cmpuint (kind->categories, ==, cell->categories);
  g_assert_cmpuint (kind->quality, ==, cell->quality);
  g_assert_cmpuint (kind->sex, ==, cell->sex);
  g_assert_cmpuint (run->places[i], ==, cell->place);
  g_assert_cmpint (run->records[i], ==, cell->records);
  g_assert_cmpint (run->persons[i], ==, cell->persons);
}

static void
test_all_come_back (void)
{
  g_autofree AmpCell *cells = g_new (AmpCell, N_CELLS);
  g_autofree guint32 *set_numbers = g_new (guint32, N_CELLS);
  g_autofree guint32 *numbers = NULL;
  g_autofree guint32 *cell_of_number = g_new (guint32, N_CELLS);
  g_autoptr (AmpPackedCells) packed = NULL;
  g_autoptr (AmpPackedCells) read = NULL;
  guint32 n_seen = 0;

  draw_cells (cells, set_numbers);
  packed = amp_cell_packer_pack (cells, set_numbers, N_CELLS, N_PLACES, &numbers);
  g_assert_nonnull (packed);
  for (guint i = 0; i < N_CELLS; i++)
    cell_of_number[numbers[i]] = i;
  read = write_and_read (packed);
  for (guint i = 0; i < read->kinds->len; i++)
    {
      const AmpCellKind *kind = amp_packed_cells_get_kind (read, i);
      gint64             records = 0;
      AmpCellRun         run;

      amp_cell_run_begin (&run, read, kind);
      while (amp_cell_run_next (&run))
        for (guint j = 0; j < run.n_cells; j++)
          {
            g_assert_cmpuint (run.first_cell + j, ==, n_seen);
            check_cell (&cells[cell_of_number[n_seen++]], kind, &run, j);
            records += run.records[j];
          }
      g_assert_cmpint (kind->records, ==, records);
    }
  g_assert_cmpuint (n_seen, ==, N_CELLS);
}

static void
test_nothing (void)
{
  g_autofree guint32 *numbers = NULL;
  g_autoptr (AmpPackedCells) packed = amp_cell_packer_pack (NULL, NULL, 0, 1, &numbers);
  g_auto (AmpCellBlock) block = { 0 };

  g_assert_nonnull (packed);
  g_assert_false (amp_cell_block_next (&block, packed));
}

/* Two kinds of two cells and one; each change of a byte or a length is a lie. */
static void
test_lies (void)
{
  guint8   sources[] = { 1, 2 };
  guint8   category_sets[] = { 0, 2 };
  guint8   profiles[] = { 0, 149 };
  guint8   lengths[] = { 2, 1 };
  guint8   places[] = { 0x80, 0x80, 0x01, 5, 7 };
  guint8   counts[] = { 1, 2, 3 };
  AmpBytes whole[] = { { sources, 2 }, { category_sets, 2 }, { profiles, 2 }, { lengths, 2 }, { places, 5 }, { counts, 3 }, { counts, 3 } };
  g_autoptr (AmpPackedCells) good = amp_packed_cells_new ();

  g_assert_true (amp_cell_block_read (whole, 2, 3, &limits, good));
  for (guint i = 0; i < AMP_N_CELL_COLUMNS; i++)
    {
      g_autoptr (AmpPackedCells) cells = amp_packed_cells_new ();

      whole[i].length--;
      g_assert_false (amp_cell_block_read (whole, 2, 3, &limits, cells));
      whole[i].length++;
    }
#define CHECK_REFUSED(byte, value, n_kinds, n_cells)                                  \
  G_STMT_START                                                                        \
  {                                                                                   \
    g_autoptr (AmpPackedCells) refused = amp_packed_cells_new ();                     \
    guint8 kept = byte;                                                               \
                                                                                      \
    byte = value;                                                                     \
    g_assert_false (amp_cell_block_read (whole, n_kinds, n_cells, &limits, refused)); \
    byte = kept;                                                                      \
  }                                                                                   \
  G_STMT_END
  CHECK_REFUSED (category_sets[1], 3, 2, 3);
  CHECK_REFUSED (profiles[0], 150, 2, 3);
  CHECK_REFUSED (lengths[0], 0, 2, 1);
  CHECK_REFUSED (lengths[0], 1, 2, 2);
  CHECK_REFUSED (lengths[0], 3, 2, 4);
  CHECK_REFUSED (places[2], 3, 2, 3); /* more than 40,000 */
  CHECK_REFUSED (counts[0], 0x81, 2, 3);
  CHECK_REFUSED (sources[0], 1, 3, 3);
  CHECK_REFUSED (sources[0], 1, 1, 2);
  CHECK_REFUSED (sources[0], 1, 0, 0);
  CHECK_REFUSED (sources[0], 1, G_MAXINT64, 3);
#undef CHECK_REFUSED
}

/* Counts that no sum can hold are refused, not wrapped around. */
static void
test_sums (void)
{
  static const guint8 one[] = { 1, 1 };
  static const guint8 profile[] = { 0 };
  static const guint8 two[] = { 2 };
  static const guint8 large[] = { 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10, 0x01 }; /* 2^53, 1 */
  const AmpBytes      columns[] = { { one, 1 }, { one, 1 }, { profile, 1 }, { two, 1 }, { one, 2 }, { large, 9 }, { one, 2 } };
  g_autoptr (AmpPackedCells) cells = amp_packed_cells_new ();

  g_assert_false (amp_cell_block_read (columns, 1, 2, &limits, cells));
}

static void
check_references (const AmpPackedCells *cells)
{
  for (guint i = 0; i < cells->kinds->len; i++)
    {
      const AmpCellKind *kind = amp_packed_cells_get_kind (cells, i);
      AmpCellRun         run;

      g_assert_cmpuint (kind->set, <, G_N_ELEMENTS (sets));
      amp_cell_run_begin (&run, cells, kind);
      while (amp_cell_run_next (&run))
        for (guint j = 0; j < run.n_cells; j++)
          g_assert_true (run.places[j] < N_PLACES && run.records[j] >= 0 && run.persons[j] >= 0);
    }
}

/* Whatever the bytes, what comes out refers to what exists. */
static void
test_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  AmpCell old_cells[64];
  guint32 old_sets[64];
  guint8  bytes[256];

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (AmpPackedCells) cells = amp_packed_cells_new ();
      AmpBytes columns[AMP_N_CELL_COLUMNS];
      guint    n = (guint) g_rand_int_range (random, 1, 4);

      for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = (guint8) (g_rand_int (random) & (round % 2 ? 0xff : 0x03));
      for (guint i = 0; i < AMP_N_CELL_COLUMNS; i++)
        columns[i] = (AmpBytes){ bytes + i * 32, (gsize) g_rand_int_range (random, 1, i < AMP_CELL_PLACES ? 4 : 32) };
      if (amp_cell_block_read (columns, n, g_rand_int_range (random, 1, 32), &limits, cells))
        check_references (cells);
      if (amp_old_cells_unpack (columns, n, &limits, old_cells, old_sets))
        for (guint i = 0; i < n; i++)
          g_assert_true (old_cells[i].place < limits.n_places && old_sets[i] < G_N_ELEMENTS (sets) && old_cells[i].records >= 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/packed-cells/all-cells-come-back", test_all_come_back);
  g_test_add_func ("/store/packed-cells/there-may-be-none", test_nothing);
  g_test_add_func ("/store/packed-cells/lies-are-refused", test_lies);
  g_test_add_func ("/store/packed-cells/sums-are-bounded", test_sums);
  g_test_add_func ("/store/packed-cells/any-bytes-do-no-harm", test_any_bytes);
  return g_test_run ();
}
