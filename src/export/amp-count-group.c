/* Protects persons, then records, in one pattern; then persons with sensitive
 * data in a wider one. */
#include "amp-count-group.h"

#include "amp-disclosure.h"
#include "amp-suppression.h"

typedef enum
{
  FREE,
  TOLD,
  HIDDEN, /* and protected */
  HELPER, /* and given room */
  MASKED,
} Force;

typedef struct
{
  AmpTableRow *row; /* or NULL */
  AmpCounts    counts;
  guint        from;
  guint        to;
  gboolean     is_published;
  gboolean     is_unlisted;
  Force        force;
  Force        sensitive_force;
  gboolean     is_part; /* of what follows */
  AmpCounts    whole;
  gboolean     is_whole_hidden;
  gboolean     is_whole_sensitive_hidden;
  gboolean     is_hidden;
  gboolean     is_sensitive_hidden;
} Member;

struct _AmpCountGroup
{
  guint       n_nodes;
  AmpCounts  *balances; /* of each node */
  GArray     *members;  /* Member */
  GHashTable *by_row;   /* AmpTableRow → number of its member */
};

typedef gint64 (*ValueFunc) (const AmpCounts *counts);

static gint64
get_persons (const AmpCounts *counts)
{
  return counts->persons;
}

static gint64
get_records (const AmpCounts *counts)
{
  return counts->records;
}

static gint64
get_sensitive (const AmpCounts *counts)
{
  return counts->sensitive;
}

AmpCountGroup *
amp_count_group_new (guint n_nodes)
{
  AmpCountGroup *self = g_new0 (AmpCountGroup, 1);

  self->n_nodes = n_nodes;
  self->balances = g_new0 (AmpCounts, n_nodes);
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  self->by_row = g_hash_table_new (NULL, NULL);
  return self;
}

void
amp_count_group_free (AmpCountGroup *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->members);
  g_hash_table_unref (self->by_row);
  g_free (self->balances);
  g_free (self);
}

static Member *
get_member (const AmpCountGroup *self, guint index)
{
  return &g_array_index (self->members, Member, index);
}

static void
add_to_balance (AmpCounts *balance, const AmpCounts *counts, int sign)
{
  balance->persons += sign * counts->persons;
  balance->records += sign * counts->records;
  balance->sensitive += sign * counts->sensitive;
}

static guint
add_member (AmpCountGroup *self, Member member)
{
  add_to_balance (&self->balances[member.from], &member.counts, 1);
  add_to_balance (&self->balances[member.to], &member.counts, -1);
  g_array_append_val (self->members, member);
  return self->members->len - 1;
}

guint
amp_count_group_add_row (AmpCountGroup *self, AmpTableRow *row, guint from, guint to)
{
  AmpCounts counts;

  g_return_val_if_fail (self != NULL && row != NULL && from < self->n_nodes && to < self->n_nodes, 0);

  counts = (AmpCounts){ row->persons, row->records, row->sensitive_persons };
  g_hash_table_insert (self->by_row, row, GUINT_TO_POINTER (self->members->len));
  return add_member (self, (Member){ .row = row, .counts = counts, .from = from, .to = to, .is_published = TRUE });
}

guint
amp_count_group_add_figure (AmpCountGroup *self, const AmpCounts *counts, gboolean is_published, guint from, guint to)
{
  g_return_val_if_fail (self != NULL && counts != NULL && from < self->n_nodes && to < self->n_nodes, 0);

  return add_member (self, (Member){ .counts = *counts, .from = from, .to = to, .is_published = is_published });
}

void
amp_count_group_force (AmpCountGroup *self, guint count, gboolean is_hidden, gboolean is_sensitive_hidden)
{
  g_return_if_fail (self != NULL && count < self->members->len);

  get_member (self, count)->force = is_hidden ? HIDDEN : TOLD;
  get_member (self, count)->sensitive_force = is_hidden || is_sensitive_hidden ? HIDDEN : TOLD;
}

void
amp_count_group_hide (AmpCountGroup *self, guint count, gboolean needs_room)
{
  g_return_if_fail (self != NULL && count < self->members->len);

  get_member (self, count)->force = needs_room ? HELPER : MASKED;
  get_member (self, count)->sensitive_force = get_member (self, count)->force;
}

void
amp_count_group_unlist (AmpCountGroup *self, guint count)
{
  g_return_if_fail (self != NULL && count < self->members->len);

  get_member (self, count)->is_unlisted = TRUE;
}

gboolean
amp_count_group_find_row (const AmpCountGroup *self, const AmpTableRow *row, guint *count)
{
  gpointer found;

  g_return_val_if_fail (self != NULL && row != NULL && count != NULL, FALSE);

  if (!g_hash_table_lookup_extended (self->by_row, row, NULL, &found))
    return FALSE;
  *count = GPOINTER_TO_UINT (found);
  return TRUE;
}

void
amp_count_group_set_whole (AmpCountGroup *self, guint count, const AmpCounts *whole, gboolean is_hidden, gboolean is_sensitive_hidden)
{
  Member *member;

  g_return_if_fail (self != NULL && count < self->members->len && whole != NULL);

  member = get_member (self, count);
  member->is_part = TRUE;
  member->whole = *whole;
  member->is_whole_hidden = is_hidden;
  member->is_whole_sensitive_hidden = is_hidden || is_sensitive_hidden;
}

AmpCounts
amp_count_group_get_balance (const AmpCountGroup *self, guint node)
{
  g_return_val_if_fail (self != NULL && node < self->n_nodes, (AmpCounts){ 0 });

  return self->balances[node];
}

typedef struct
{
  const AmpCountGroup *group;
  ValueFunc            get_value;
} Sorting;

static int
compare_members (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  guint          first = *(const guint *) a, second = *(const guint *) b;
  gint64         values[2] = {
            sorting->get_value (&get_member (sorting->group, first)->counts),
            sorting->get_value (&get_member (sorting->group, second)->counts),
  };

  if (values[0] != values[1])
    return values[0] < values[1] ? -1 : 1;
  return first < second ? -1 : first > second;
}

/* The numbers of the members, the smallest first. */
static GArray *
sort_members (const AmpCountGroup *self, ValueFunc get_value)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));
  Sorting sorting = { self, get_value };

  for (guint i = 0; i < self->members->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_members, &sorting);
  return order;
}

static AmpSuppression *
make_network (const AmpCountGroup *self)
{
  AmpSuppression *network = amp_suppression_new (self->n_nodes);

  for (guint i = 0; i < self->members->len; i++)
    amp_suppression_add (network, get_member (self, i)->from, get_member (self, i)->to);
  return network;
}

/* What readers know to be the most: what a told count of the whole case says. */
static gint64
get_highest (const Member *member, ValueFunc get_value)
{
  return member->is_part && !member->is_whole_hidden ? get_value (&member->whole) : AMP_SUPPRESSION_UNBOUNDED;
}

/* What the filter leaves out of a told count; 0 where readers cannot tell. */
static gint64
get_left_out (const Member *member, ValueFunc get_value)
{
  return member->is_part && !member->is_whole_hidden ? get_value (&member->whole) - get_value (&member->counts) : 0;
}

/* A row that is listed counts somebody; one that is not may count nobody. */
static gint64
get_lowest (const Member *member, ValueFunc get_value)
{
  return member->is_published && !member->is_unlisted ? MIN (get_value (&member->counts), 1) : 0;
}

static void
set_values (const AmpCountGroup *self, AmpSuppression *network, ValueFunc get_value)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = get_member (self, i);
      gint64        value = get_value (&member->counts);
      gboolean      is_told = member->force == TOLD;

      amp_suppression_set (network, i, value, is_told ? value : get_lowest (member, get_value), is_told ? value : get_highest (member, get_value));
    }
}

static gboolean
is_small_by (const Member *member, ValueFunc get_value, gint64 min_cell)
{
  return amp_disclosure_is_small (get_value (&member->counts), min_cell) ||
         amp_disclosure_is_small (get_left_out (member, get_value), min_cell);
}

static void
hide_first (const AmpCountGroup *self, AmpSuppression *network, gint64 min_cell)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = get_member (self, i);

      if (!member->is_published || member->force >= HIDDEN || (member->is_part && member->is_whole_hidden) ||
          is_small_by (member, get_persons, min_cell) || is_small_by (member, get_records, min_cell))
        amp_suppression_hide (network, i);
    }
}

/* Whether sums leave it possible that the count is the threshold or more, and
 * that what its filter leaves out is; for one that is large and hidden for
 * another's sake, that it is off by as much. */
static gboolean
protect_value (const Member *member, guint index, AmpSuppression *network, ValueFunc get_value, gint64 min_cell)
{
  gint64 value = get_value (&member->counts);
  gint64 left_out = get_left_out (member, get_value);
  gint64 up = get_highest (member, get_value) - value;
  gint64 down = value - get_lowest (member, get_value);

  if (amp_disclosure_is_small (left_out, min_cell) && !amp_suppression_protect (network, index, MIN (min_cell - left_out, down), FALSE))
    return FALSE;
  if (amp_disclosure_is_small (value, min_cell))
    return amp_suppression_protect (network, index, MIN (min_cell - value, up), TRUE);
  if ((member->force != HIDDEN && member->force != HELPER) || value == 0)
    return TRUE;
  if (member->force == HELPER)
    {
      amp_suppression_protect (network, index, MIN (min_cell, up), TRUE);
      amp_suppression_protect (network, index, MIN (min_cell, down), FALSE);
      return TRUE;
    }
  return amp_suppression_protect (network, index, MIN (min_cell, up), TRUE) &&
         amp_suppression_protect (network, index, MIN (min_cell, down), FALSE);
}

/* Where every person has one record, records tell what persons do. */
static gboolean
are_alike (const AmpCountGroup *self)
{
  for (guint i = 0; i < self->members->len; i++)
    if (get_member (self, i)->counts.persons != get_member (self, i)->counts.records || get_member (self, i)->whole.persons != get_member (self, i)->whole.records)
      return FALSE;
  return TRUE;
}

static gboolean
protect_values (const AmpCountGroup *self, AmpSuppression *network, ValueFunc get_value, gint64 min_cell)
{
  g_autoptr (GArray) order = sort_members (self, get_value);

  set_values (self, network, get_value);
  for (guint i = 0; i < order->len; i++)
    {
      guint         index = g_array_index (order, guint, i);
      const Member *member = get_member (self, index);

      if (member->is_published && !protect_value (member, index, network, get_value, min_cell))
        return FALSE;
    }
  return TRUE;
}

/* What the filter leaves out of a told count of persons with sensitive data. */
static gint64
get_sensitive_left_out (const Member *member)
{
  return member->is_part && !member->is_whole_sensitive_hidden ? member->whole.sensitive - member->counts.sensitive : 0;
}

/* Few with sensitive data, or few without them in a row that is told. */
static gboolean
is_sensitive_small (const Member *member, gint64 min_cell)
{
  gint64 without = member->counts.persons - member->counts.sensitive;

  return amp_disclosure_is_small (member->counts.sensitive, min_cell) ||
         amp_disclosure_is_small (get_sensitive_left_out (member), min_cell) ||
         (!member->is_hidden && amp_disclosure_is_small (without, min_cell));
}

/* Where the persons are told, those with sensitive data are among them. */
static gint64
get_sensitive_highest (const Member *member)
{
  gint64 highest = member->is_hidden ? AMP_SUPPRESSION_UNBOUNDED : member->counts.persons;

  return member->is_part && !member->is_whole_sensitive_hidden ? MIN (highest, member->whole.sensitive) : highest;
}

static void
set_sensitive_values (const AmpCountGroup *self, AmpSuppression *network, gint64 min_cell)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = get_member (self, i);
      gint64        sensitive = member->counts.sensitive;
      gboolean      is_told = member->sensitive_force == TOLD;

      amp_suppression_set (network, i, sensitive, is_told ? sensitive : 0, is_told ? sensitive : get_sensitive_highest (member));
      if (member->is_hidden || member->sensitive_force >= HIDDEN || (member->is_part && member->is_whole_sensitive_hidden) ||
          (member->is_published && is_sensitive_small (member, min_cell)))
        amp_suppression_hide (network, i);
    }
}

static gboolean
protect_sensitive_member (const Member *member, guint index, AmpSuppression *network, gint64 min_cell)
{
  gint64 sensitive = member->counts.sensitive;
  gint64 without = member->counts.persons - sensitive;
  gint64 left_out = get_sensitive_left_out (member);
  gint64 up = get_sensitive_highest (member) - sensitive;

  if (!member->is_published)
    return TRUE;
  if (amp_disclosure_is_small (sensitive, min_cell) && !amp_suppression_protect (network, index, MIN (min_cell - sensitive, up), TRUE))
    return FALSE;
  if (!member->is_hidden && amp_disclosure_is_small (without, min_cell) && !amp_suppression_protect (network, index, MIN (min_cell - without, sensitive), FALSE))
    return FALSE;
  if (amp_disclosure_is_small (left_out, min_cell) && !amp_suppression_protect (network, index, MIN (min_cell - left_out, sensitive), FALSE))
    return FALSE;
  return member->sensitive_force != HIDDEN || sensitive < min_cell || amp_suppression_protect (network, index, min_cell, FALSE);
}

static gboolean
protect_sensitive (const AmpCountGroup *self, AmpSuppression *network, gint64 min_cell)
{
  g_autoptr (GArray) order = sort_members (self, get_sensitive);

  set_sensitive_values (self, network, min_cell);
  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);

      if (!protect_sensitive_member (get_member (self, index), index, network, min_cell))
        return FALSE;
    }
  return TRUE;
}

gboolean
amp_count_group_protect (AmpCountGroup *self, gint64 min_cell)
{
  g_autoptr (AmpSuppression) network = NULL;
  gboolean is_sensitive_safe;

  g_return_val_if_fail (self != NULL && min_cell > 0, FALSE);

  network = make_network (self);
  hide_first (self, network, min_cell);
  if (!protect_values (self, network, get_persons, min_cell) || (!are_alike (self) && !protect_values (self, network, get_records, min_cell)))
    return FALSE;
  for (guint i = 0; i < self->members->len; i++)
    get_member (self, i)->is_hidden = amp_suppression_is_hidden (network, i);
  is_sensitive_safe = protect_sensitive (self, network, min_cell);
  for (guint i = 0; i < self->members->len; i++)
    get_member (self, i)->is_sensitive_hidden = !is_sensitive_safe || amp_suppression_is_hidden (network, i);
  return TRUE;
}

gboolean
amp_count_group_is_hidden (const AmpCountGroup *self, guint count)
{
  g_return_val_if_fail (self != NULL && count < self->members->len, FALSE);

  return get_member (self, count)->is_hidden;
}

void
amp_count_group_mask (AmpCountGroup *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = get_member (self, i);
      AmpTableRow  *row = member->row;

      if (row == NULL)
        continue;
      row->is_masked = member->is_hidden;
      row->is_sensitive_masked = member->is_sensitive_hidden;
      if (row->is_masked)
        row->persons = row->records = 0;
      if (row->is_sensitive_masked)
        row->sensitive_persons = 0;
    }
}
