/* Sorts cells by kind and place, by counting: twice over all cells, whatever their
 * order. Invariant: cells of one kind and place keep their order. */
#include "amp-cell-packer.h"

#include "amp-varint.h"

typedef struct
{
  const AmpCell *cells;
  const guint32 *sets;
  guint32        n_cells;
  GArray        *kinds; /* of AmpCellKind */
  guint32       *kind_of_cell;
} Packer;

static guint
hash_kind (gconstpointer data)
{
  const AmpCellKind *kind = data;
  guint64            hash = (kind->sources ^ (guint64) kind->set << 8 ^ kind->profile) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint) (hash >> 32);
}

static gboolean
equal_kinds (gconstpointer a, gconstpointer b)
{
  const AmpCellKind *left = a;
  const AmpCellKind *right = b;

  return left->sources == right->sources && left->set == right->set && left->profile == right->profile;
}

static AmpCellKind
get_kind (const Packer *packer, guint32 cell)
{
  const AmpCell *from = &packer->cells[cell];

  return (AmpCellKind){
    .sources = from->sources,
    .set = packer->sets[cell],
    .categories = from->categories,
    .profile = amp_profile_pack (from->quality, from->age_band, from->sex),
  };
}

/* Numbers the kinds as they appear, and counts the cells of each. */
static void
find_kinds (Packer *packer)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (hash_kind, equal_kinds, g_free, NULL);

  for (guint32 i = 0; i < packer->n_cells; i++)
    {
      AmpCellKind kind = get_kind (packer, i);
      guint       number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &kind));

      if (number == 0)
        {
          g_array_append_val (packer->kinds, kind);
          number = packer->kinds->len;
          g_hash_table_insert (numbers, g_memdup2 (&kind, sizeof kind), GUINT_TO_POINTER (number));
        }
      packer->kind_of_cell[i] = number - 1;
      g_array_index (packer->kinds, AmpCellKind, number - 1).n_cells++;
    }
}

/* Turns counts into where each begins. */
static void
turn_into_starts (guint32 *counts, guint32 n)
{
  guint32 start = 0;

  for (guint32 i = 0; i < n; i++)
    {
      guint32 count = counts[i];

      counts[i] = start;
      start += count;
    }
}

static guint32 *
sort_by_place (const Packer *packer, guint32 n_places)
{
  g_autofree guint32 *next = g_new0 (guint32, n_places);
  guint32            *order = g_new (guint32, packer->n_cells + 1);

  for (guint32 i = 0; i < packer->n_cells; i++)
    next[packer->cells[i].place]++;
  turn_into_starts (next, n_places);
  for (guint32 i = 0; i < packer->n_cells; i++)
    order[next[packer->cells[i].place]++] = i;
  return order;
}

static guint32 *
sort_by_kind (const Packer *packer, const guint32 *by_place)
{
  g_autofree guint32 *next = g_new0 (guint32, packer->kinds->len + 1);
  guint32            *order = g_new (guint32, packer->n_cells + 1);

  for (guint i = 0; i < packer->kinds->len; i++)
    next[i] = g_array_index (packer->kinds, AmpCellKind, i).n_cells;
  turn_into_starts (next, packer->kinds->len);
  for (guint32 i = 0; i < packer->n_cells; i++)
    order[next[packer->kind_of_cell[by_place[i]]]++] = by_place[i];
  return order;
}

static void
append_cells (AmpPackedCells *packed, const Packer *packer, const guint32 *order, guint32 n)
{
  guint32 place = 0;

  for (guint32 i = 0; i < n; i++)
    {
      const AmpCell *cell = &packer->cells[order[i]];

      amp_varint_append (packed->columns[AMP_PACKED_PLACES], cell->place - place);
      amp_varint_append (packed->columns[AMP_PACKED_RECORDS], (guint64) cell->records);
      amp_varint_append (packed->columns[AMP_PACKED_PERSONS], (guint64) cell->persons);
      place = cell->place;
    }
}

static AmpPackedCells *
pack_kinds (const Packer *packer, const guint32 *order, guint32 n_places)
{
  g_autoptr (AmpPackedCells) packed = amp_packed_cells_new ();
  gsize ends[AMP_N_PACKED_COLUMNS] = { 0 };

  for (guint i = 0; i < packer->kinds->len; i++)
    {
      AmpCellKind kind = g_array_index (packer->kinds, AmpCellKind, i);

      append_cells (packed, packer, order + packed->n_cells, kind.n_cells);
      if (!amp_packed_cells_add (packed, kind, ends, n_places))
        return NULL;
    }
  return g_steal_pointer (&packed);
}

static guint32 *
number_cells (const guint32 *order, guint32 n_cells)
{
  guint32 *numbers = g_new (guint32, n_cells + 1);

  for (guint32 i = 0; i < n_cells; i++)
    numbers[order[i]] = i;
  return numbers;
}

AmpPackedCells *
amp_cell_packer_pack (const AmpCell *cells, const guint32 *sets, guint32 n_cells, guint32 n_places, guint32 **numbers)
{
  Packer              packer = { .cells = cells, .sets = sets, .n_cells = n_cells };
  g_autofree guint32 *kind_of_cell = g_new (guint32, n_cells + 1);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (AmpCellKind));
  g_autofree guint32 *by_place = NULL;
  g_autofree guint32 *order = NULL;

  packer.kinds = kinds;
  packer.kind_of_cell = kind_of_cell;
  find_kinds (&packer);
  by_place = sort_by_place (&packer, n_places);
  order = sort_by_kind (&packer, by_place);
  *numbers = number_cells (order, n_cells);
  return pack_kinds (&packer, order, n_places);
}
