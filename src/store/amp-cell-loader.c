/* The table "cell_blocks", of this version and of those before. Invariant: nothing is
 * believed: ids count from 0 without gaps, references exist, counts are sums that a
 * double can hold. */
#include "amp-cell-loader.h"

#include "amp-cell-block.h"
#include "amp-cell-packer.h"
#include "amp-old-cells.h"

typedef struct
{
  AmpCaseFile   *file;
  AmpBlockLimits limits;
  GArray        *cells; /* of AmpCell, of an old case */
  GArray        *sets;  /* guint32: number of the set of each */
} Loader;

static gboolean
take_block (Loader *loader, AmpStatement *row)
{
  AmpBytes columns[AMP_N_CELL_COLUMNS];

  for (guint i = 0; i < AMP_N_CELL_COLUMNS; i++)
    columns[i].bytes = amp_statement_get_bytes (row, 3 + (int) i, &columns[i].length);
  return amp_cell_block_read (columns, amp_statement_get_integer (row, 1), amp_statement_get_integer (row, 2), &loader->limits, loader->file->cells);
}

/* The cells of a block are unpacked to the end of the array. */
static gboolean
take_old_block (Loader *loader, AmpStatement *row)
{
  gint64   n_cells = amp_statement_get_integer (row, 1);
  guint    first = loader->cells->len;
  AmpBytes columns[AMP_N_OLD_CELL_COLUMNS];

  if (n_cells < 1 || n_cells > AMP_RECORDS_PER_BLOCK)
    return FALSE;
  for (guint i = 0; i < AMP_N_OLD_CELL_COLUMNS; i++)
    columns[i].bytes = amp_statement_get_bytes (row, 2 + (int) i, &columns[i].length);
  g_array_set_size (loader->cells, first + (guint) n_cells);
  g_array_set_size (loader->sets, first + (guint) n_cells);
  return amp_old_cells_unpack (columns, (guint) n_cells, &loader->limits, &g_array_index (loader->cells, AmpCell, first), &g_array_index (loader->sets, guint32, first));
}

static gboolean
take_blocks (Loader *loader, gboolean (*take) (Loader *, AmpStatement *), gboolean *is_whole, GError **error)
{
  g_autoptr (AmpStatement) select = amp_sql_prepare (loader->file->sql, "SELECT * FROM cell_blocks ORDER BY id", error);
  AmpStep step = AMP_STEP_FAILED;
  gint64  id = 0;

  while (select != NULL && (step = amp_statement_step (select, error)) == AMP_STEP_ROW)
    if (amp_statement_get_integer (select, 0) != id++ || !take (loader, select))
      break;
  *is_whole = step == AMP_STEP_DONE;
  return step != AMP_STEP_FAILED;
}

static gboolean
load_old (Loader *loader, gboolean *is_whole, GError **error)
{
  AmpCaseFile *file = loader->file;
  g_autoptr (GArray) cells = loader->cells = g_array_new (FALSE, TRUE, sizeof (AmpCell));
  g_autoptr (GArray) sets = loader->sets = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (!take_blocks (loader, take_old_block, is_whole, error))
    return FALSE;
  if (!*is_whole)
    return TRUE;
  amp_packed_cells_free (file->cells);
  file->cells = amp_cell_packer_pack ((const AmpCell *) cells->data, (const guint32 *) sets->data, cells->len, file->places->len, &file->cell_numbers);
  *is_whole = file->cells != NULL;
  return TRUE;
}

static gboolean
is_count (gint64 number)
{
  return number >= 0 && number <= AMP_MAX_COUNT;
}

/* Whether the sums of all kinds are counts, and their sources exist. */
static gboolean
add_up (AmpCaseFile *file)
{
  guint64 sources = file->sources->len == 64 ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << file->sources->len) - 1;

  for (guint i = 0; i < file->cells->kinds->len; i++)
    {
      const AmpCellKind *kind = amp_packed_cells_get_kind (file->cells, i);

      file->records += kind->records;
      file->persons += kind->persons;
      if ((kind->sources & ~sources) != 0 || !is_count (file->records) || !is_count (file->persons))
        return FALSE;
    }
  return TRUE;
}

gboolean
amp_cell_loader_run (AmpCaseFile *file, AmpSchemaVersion version, GError **error)
{
  Loader   loader = { .file = file };
  gboolean is_whole = FALSE;

  loader.limits = (AmpBlockLimits){
    .n_places = file->places->len,
    .n_category_sets = file->category_sets->len,
    .category_sets = (const guint32 *) file->category_sets->data,
  };
  if (version < AMP_SCHEMA_VERSION_KINDS ? !load_old (&loader, &is_whole, error) : !take_blocks (&loader, take_block, &is_whole, error))
    return FALSE;
  if (is_whole && add_up (file))
    return TRUE;
  amp_case_file_set_damaged (file, error);
  return FALSE;
}
