/* Owns which columns of places stand together, and whose they are. */
#include "amp-place-basis.h"

#include "amp-header-owner.h"

/* A column of a place, before it has its basis. */
typedef struct
{
  guint          column;
  AmpPlacePart   part;
  AmpHeaderOwner owner;
  guint          number; /* the 2 of CP2, 0 for none or 1 */
} PlaceColumn;

typedef struct
{
  AmpSource *source;
  char     **headers;
  GArray    *columns; /* of PlaceColumn, in order */
  GPtrArray *bases;
  GArray    *owners; /* of AmpHeaderOwner, beside the bases */
} Grouping;

/* clang-format off */
static const AmpFieldType part_types[] = {
  [AMP_PLACE_PART_POSTAL_CODE]  = AMP_FIELD_TYPE_POSTAL_CODE,
  [AMP_PLACE_PART_CITY]         = AMP_FIELD_TYPE_CITY,
  [AMP_PLACE_PART_CP_CITY]      = AMP_FIELD_TYPE_CP_CITY,
  [AMP_PLACE_PART_INSEE_CODE]   = AMP_FIELD_TYPE_INSEE_CODE,
  [AMP_PLACE_PART_COUNTRY]      = AMP_FIELD_TYPE_COUNTRY,
  [AMP_PLACE_PART_FULL_ADDRESS] = AMP_FIELD_TYPE_FULL_ADDRESS,
};
G_STATIC_ASSERT (G_N_ELEMENTS (part_types) == AMP_N_PLACE_PARTS);

/* Whose name a column of names holds, where its header has no other word. */
static const struct
{
  AmpFieldType   type;
  AmpHeaderOwner owner;
} names[] = {
  { AMP_FIELD_TYPE_LAST_NAME,   AMP_HEADER_OWNER_PERSON },
  { AMP_FIELD_TYPE_FIRST_NAME,  AMP_HEADER_OWNER_PERSON },
  { AMP_FIELD_TYPE_FULL_NAME,   AMP_HEADER_OWNER_PERSON },
  { AMP_FIELD_TYPE_DOCTOR_NAME, AMP_HEADER_OWNER_DOCTOR },
  { AMP_FIELD_TYPE_COMPANY,     AMP_HEADER_OWNER_ESTABLISHMENT },
  { AMP_FIELD_TYPE_INSURER,     AMP_HEADER_OWNER_INSURER },
};
/* clang-format on */

void
amp_place_basis_free (AmpPlaceBasis *basis)
{
  if (basis == NULL)
    return;
  g_free (basis->code);
  g_free (basis);
}

static AmpFieldType
get_type (AmpSource *source, guint column)
{
  return amp_field_get_effective_type (amp_source_get_field (source, column + 1));
}

static guint
read_number (const char *header)
{
  gsize length = strlen (header);

  if (length == 0 || !g_ascii_isdigit (header[length - 1]) || (length > 1 && g_ascii_isdigit (header[length - 2])))
    return 0;
  return header[length - 1] > '1' ? (guint) (header[length - 1] - '0') : 0;
}

static void
collect_columns (Grouping *grouping)
{
  guint n_fields = g_list_model_get_n_items (amp_source_get_fields (grouping->source));

  for (guint i = 0; i < n_fields; i++)
    for (guint part = 0; part < AMP_N_PLACE_PARTS; part++)
      {
        PlaceColumn column = { i, (AmpPlacePart) part, AMP_HEADER_OWNER_NONE, 0 };

        if (get_type (grouping->source, i) != part_types[part])
          continue;
        column.owner = amp_header_owner_find (grouping->headers[i]);
        column.number = read_number (grouping->headers[i]);
        g_array_append_val (grouping->columns, column);
      }
}

/* Columns that may stand in one basis: of the same owner, where "none" may
 * well be the person, and of the same number. */
static gboolean
is_of_pool (const PlaceColumn *column, const PlaceColumn *first)
{
  AmpHeaderOwner owner = column->owner == AMP_HEADER_OWNER_NONE ? AMP_HEADER_OWNER_PERSON : column->owner;
  AmpHeaderOwner wanted = first->owner == AMP_HEADER_OWNER_NONE ? AMP_HEADER_OWNER_PERSON : first->owner;

  return owner == wanted && column->number == first->number;
}

static AmpPlaceBasis *
add_basis (Grouping *grouping, const PlaceColumn *column)
{
  AmpPlaceBasis *basis = g_new0 (AmpPlaceBasis, 1);

  for (guint part = 0; part < AMP_N_PLACE_PARTS; part++)
    basis->columns[part] = AMP_PLACE_PART_ABSENT;
  basis->columns[column->part] = column->column;
  g_ptr_array_add (grouping->bases, basis);
  g_array_append_val (grouping->owners, column->owner);
  return basis;
}

/* The part that most addresses of a pool have, which each of them is built on. A
 * country is that of many things, of a passport for one. */
static AmpPlacePart
choose_anchor (const Grouping *grouping, const PlaceColumn *first)
{
  guint        counts[AMP_N_PLACE_PARTS] = { 0 };
  AmpPlacePart best = AMP_PLACE_PART_POSTAL_CODE;

  for (guint i = 0; i < grouping->columns->len; i++)
    {
      const PlaceColumn *column = &g_array_index (grouping->columns, PlaceColumn, i);

      counts[column->part] += is_of_pool (column, first) ? 1 : 0;
    }
  for (guint part = 0; part < AMP_N_PLACE_PARTS; part++)
    if (part != AMP_PLACE_PART_COUNTRY && counts[part] > counts[best])
      best = (AmpPlacePart) part;
  return counts[best] > 0 ? best : AMP_PLACE_PART_COUNTRY;
}

/* The nearest basis from @first_basis on that lacks the column's part; the one
 * before it rather than the one behind. */
static int
find_nearest (const Grouping *grouping, guint first_basis, AmpPlacePart anchor, const PlaceColumn *column)
{
  guint best_distance = G_MAXUINT;
  int   best = -1;

  for (guint i = first_basis; i < grouping->bases->len; i++)
    {
      const AmpPlaceBasis *basis = g_ptr_array_index (grouping->bases, i);
      guint                at = basis->columns[anchor];
      guint                distance;

      if (at == AMP_PLACE_PART_ABSENT || basis->columns[column->part] != AMP_PLACE_PART_ABSENT)
        continue;
      distance = at > column->column ? at - column->column : column->column - at;
      if (distance >= best_distance)
        continue;
      best_distance = distance;
      best = (int) i;
    }
  return best;
}

static void
join_column (Grouping *grouping, guint first_basis, AmpPlacePart anchor, const PlaceColumn *column)
{
  int             at = find_nearest (grouping, first_basis, anchor, column);
  AmpPlaceBasis  *basis;
  AmpHeaderOwner *owner;

  if (at < 0)
    {
      add_basis (grouping, column);
      return;
    }
  basis = g_ptr_array_index (grouping->bases, (guint) at);
  owner = &g_array_index (grouping->owners, AmpHeaderOwner, (guint) at);
  basis->columns[column->part] = column->column;
  if (*owner == AMP_HEADER_OWNER_NONE)
    *owner = column->owner;
}

/* Whose the columns behind the nearest name are. */
static AmpHeaderOwner
look_back (const Grouping *grouping, guint column)
{
  for (; column > 0; column--)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        AmpHeaderOwner owner;

        if (get_type (grouping->source, column - 1) != names[i].type)
          continue;
        owner = amp_header_owner_find (grouping->headers[column - 1]);
        return owner != AMP_HEADER_OWNER_NONE ? owner : names[i].owner;
      }
  return AMP_HEADER_OWNER_PERSON;
}

static guint
get_first_column (const AmpPlaceBasis *basis)
{
  guint first = AMP_PLACE_PART_ABSENT;

  for (guint part = 0; part < AMP_N_PLACE_PARTS; part++)
    first = MIN (first, basis->columns[part]);
  return first;
}

/* One address without a word is the person's; of several, the name before it
 * tells. */
static void
name_owners (Grouping *grouping, guint first_basis)
{
  gboolean is_alone = grouping->bases->len == first_basis + 1;

  for (guint i = first_basis; i < grouping->bases->len; i++)
    {
      AmpHeaderOwner *owner = &g_array_index (grouping->owners, AmpHeaderOwner, i);

      if (*owner == AMP_HEADER_OWNER_NONE)
        *owner = is_alone ? AMP_HEADER_OWNER_PERSON : look_back (grouping, get_first_column (g_ptr_array_index (grouping->bases, i)));
    }
}

/* A column on its way to an address, and how far the nearest one is. */
typedef struct
{
  PlaceColumn column;
  guint       distance;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;
  return first->column.column < second->column.column ? -1 : first->column.column > second->column.column;
}

static guint
get_distance (const Grouping *grouping, guint first_basis, AmpPlacePart anchor, guint column)
{
  guint nearest = G_MAXUINT;

  for (guint i = first_basis; i < grouping->bases->len; i++)
    {
      guint at = ((const AmpPlaceBasis *) g_ptr_array_index (grouping->bases, i))->columns[anchor];

      nearest = MIN (nearest, at > column ? at - column : column - at);
    }
  return nearest;
}

/* Those beside an address are its own before those further off ask for it. */
static void
join_columns (Grouping *grouping, guint first_basis, AmpPlacePart anchor, const PlaceColumn *first)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < grouping->columns->len; i++)
    {
      Candidate candidate = { g_array_index (grouping->columns, PlaceColumn, i), 0 };

      if (candidate.column.part == anchor || !is_of_pool (&candidate.column, first))
        continue;
      candidate.distance = get_distance (grouping, first_basis, anchor, candidate.column.column);
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    join_column (grouping, first_basis, anchor, &g_array_index (candidates, Candidate, i).column);
}

static void
group_pool (Grouping *grouping, const PlaceColumn *first)
{
  AmpPlacePart anchor = choose_anchor (grouping, first);
  guint        first_basis = grouping->bases->len;

  for (guint i = 0; i < grouping->columns->len; i++)
    {
      const PlaceColumn *column = &g_array_index (grouping->columns, PlaceColumn, i);

      if (column->part == anchor && is_of_pool (column, first))
        add_basis (grouping, column);
    }
  join_columns (grouping, first_basis, anchor, first);
  name_owners (grouping, first_basis);
}

static gboolean
is_first_of_pool (const Grouping *grouping, guint index)
{
  const PlaceColumn *column = &g_array_index (grouping->columns, PlaceColumn, index);

  for (guint i = 0; i < index; i++)
    if (is_of_pool (column, &g_array_index (grouping->columns, PlaceColumn, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_country_alone (const AmpPlaceBasis *basis)
{
  for (guint part = 0; part < AMP_N_PLACE_PARTS; part++)
    if (basis->columns[part] != AMP_PLACE_PART_ABSENT && part != AMP_PLACE_PART_COUNTRY)
      return FALSE;
  return TRUE;
}

/* Writes the codes, and the default: the owner nearest to the person, a whole
 * place rather than a country alone. */
static void
name_bases (Grouping *grouping)
{
  guint          counts[AMP_N_HEADER_OWNERS] = { 0 };
  guint          best_rank = G_MAXUINT;
  AmpPlaceBasis *best = NULL;

  for (guint i = 0; i < grouping->bases->len; i++)
    {
      AmpPlaceBasis *basis = g_ptr_array_index (grouping->bases, i);
      AmpHeaderOwner owner = g_array_index (grouping->owners, AmpHeaderOwner, i);
      const char    *code = amp_header_owner_get_code (owner);
      guint          rank = owner + (is_country_alone (basis) ? AMP_N_HEADER_OWNERS : 0);

      basis->code = ++counts[owner] > 1 ? g_strdup_printf ("%s-%u", code, counts[owner]) : g_strdup (code);
      if (rank >= best_rank)
        continue;
      best_rank = rank;
      best = basis;
    }
  if (best != NULL)
    best->is_default = TRUE;
}

GPtrArray *
amp_place_basis_list (AmpSource *source)
{
  g_auto (GStrv) headers = NULL;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (PlaceColumn));
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (AmpHeaderOwner));
  GPtrArray *bases = g_ptr_array_new_with_free_func ((GDestroyNotify) amp_place_basis_free);
  Grouping   grouping;

  g_return_val_if_fail (AMP_IS_SOURCE (source), bases);

  headers = amp_source_dup_headers (source);
  grouping = (Grouping){ source, headers, columns, bases, owners };
  collect_columns (&grouping);
  for (guint i = 0; i < columns->len; i++)
    if (is_first_of_pool (&grouping, i))
      group_pool (&grouping, &g_array_index (columns, PlaceColumn, i));
  name_bases (&grouping);
  return bases;
}

const AmpPlaceBasis *
amp_place_basis_find (GPtrArray *bases, const char *code)
{
  g_return_val_if_fail (bases != NULL, NULL);

  for (guint i = 0; i < bases->len; i++)
    {
      const AmpPlaceBasis *basis = g_ptr_array_index (bases, i);

      if (code != NULL ? g_str_equal (basis->code, code) : basis->is_default)
        return basis;
    }
  return NULL;
}

gboolean
amp_place_basis_reads_type (AmpFieldType type)
{
  for (guint part = 0; part < AMP_N_PLACE_PARTS; part++)
    if (part_types[part] == type)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].type == type)
      return TRUE;
  return FALSE;
}
