/* Cheapest rings through a network of counts: successive shortest paths
 * (Dijkstra) over what is left of each count's room to move. */
#include "amp-suppression.h"

#define NONE G_MAXUINT

typedef struct
{
  guint    from;
  guint    to;
  gint64   value;
  gint64   lowest;
  gint64   highest;
  gint64   shift; /* flow put on it by the ring in hand */
  gboolean is_hidden;
} Count;

typedef struct
{
  gint64  cost;
  guint64 order; /* first come, first served among equals */
  guint   node;
} Visit;

struct _AmpSuppression
{
  GPtrArray *arcs;   /* of each node: GArray of the numbers of its counts */
  GArray    *counts; /* Count */
  GArray    *heap;   /* Visit */
  gint64    *costs;  /* of each node: of the cheapest path so far */
  guint     *by;     /* of each node: the count it was reached by */
  GArray    *reached;
};

AmpSuppression *
amp_suppression_new (guint n_nodes)
{
  AmpSuppression *self = g_new0 (AmpSuppression, 1);

  self->arcs = g_ptr_array_new_full (n_nodes, (GDestroyNotify) g_array_unref);
  self->counts = g_array_new (FALSE, FALSE, sizeof (Count));
  self->heap = g_array_new (FALSE, FALSE, sizeof (Visit));
  self->reached = g_array_new (FALSE, FALSE, sizeof (guint));
  self->costs = g_new (gint64, n_nodes);
  self->by = g_new (guint, n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    {
      g_ptr_array_add (self->arcs, g_array_new (FALSE, FALSE, sizeof (guint)));
      self->costs[i] = AMP_SUPPRESSION_UNBOUNDED;
      self->by[i] = NONE;
    }
  return self;
}

void
amp_suppression_free (AmpSuppression *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->arcs);
  g_array_unref (self->counts);
  g_array_unref (self->heap);
  g_array_unref (self->reached);
  g_free (self->costs);
  g_free (self->by);
  g_free (self);
}

static Count *
get_count (const AmpSuppression *self, guint count)
{
  return &g_array_index (self->counts, Count, count);
}

guint
amp_suppression_add (AmpSuppression *self, guint from, guint to)
{
  Count count = { .from = from, .to = to };
  guint number;

  g_return_val_if_fail (self != NULL && from < self->arcs->len && to < self->arcs->len, 0);

  number = self->counts->len;
  g_array_append_val (self->counts, count);
  g_array_append_val ((GArray *) g_ptr_array_index (self->arcs, from), number);
  g_array_append_val ((GArray *) g_ptr_array_index (self->arcs, to), number);
  return number;
}

void
amp_suppression_set (AmpSuppression *self, guint count, gint64 value, gint64 lowest, gint64 highest)
{
  g_return_if_fail (self != NULL && count < self->counts->len && lowest <= value && value <= highest);

  get_count (self, count)->value = value;
  get_count (self, count)->lowest = lowest;
  get_count (self, count)->highest = highest;
}

void
amp_suppression_hide (AmpSuppression *self, guint count)
{
  g_return_if_fail (self != NULL && count < self->counts->len);

  get_count (self, count)->is_hidden = TRUE;
}

gboolean
amp_suppression_is_hidden (const AmpSuppression *self, guint count)
{
  g_return_val_if_fail (self != NULL && count < self->counts->len, FALSE);

  return get_count (self, count)->is_hidden;
}

/* How much more can flow out of @node through @count. */
static gint64
room_of (const Count *count, guint node)
{
  gint64 value = count->value + count->shift;

  return node == count->from ? count->highest - value : value - count->lowest;
}

static gboolean
is_before (const Visit *a, const Visit *b)
{
  return a->cost != b->cost ? a->cost < b->cost : a->order < b->order;
}

static void
push_visit (AmpSuppression *self, Visit visit)
{
  guint at = self->heap->len;

  g_array_append_val (self->heap, visit);
  while (at > 0)
    {
      Visit *child = &g_array_index (self->heap, Visit, at);
      Visit *parent = &g_array_index (self->heap, Visit, (at - 1) / 2);
      Visit  swapped = *child;

      if (!is_before (child, parent))
        return;
      *child = *parent;
      *parent = swapped;
      at = (at - 1) / 2;
    }
}

static Visit
pop_visit (AmpSuppression *self)
{
  Visit first = g_array_index (self->heap, Visit, 0);
  guint at = 0;

  g_array_remove_index_fast (self->heap, 0);
  while (2 * at + 1 < self->heap->len)
    {
      guint  next = 2 * at + 1;
      Visit *here = &g_array_index (self->heap, Visit, at);
      Visit  swapped = *here;

      if (next + 1 < self->heap->len && is_before (&g_array_index (self->heap, Visit, next + 1), &g_array_index (self->heap, Visit, next)))
        next++;
      if (!is_before (&g_array_index (self->heap, Visit, next), here))
        break;
      *here = g_array_index (self->heap, Visit, next);
      g_array_index (self->heap, Visit, next) = swapped;
      at = next;
    }
  return first;
}

static void
reach (AmpSuppression *self, guint node, guint by, gint64 cost, guint64 *order)
{
  if (self->costs[node] == AMP_SUPPRESSION_UNBOUNDED)
    g_array_append_val (self->reached, node);
  self->costs[node] = cost;
  self->by[node] = by;
  push_visit (self, (Visit){ cost, (*order)++, node });
}

static void
forget_paths (AmpSuppression *self)
{
  for (guint i = 0; i < self->reached->len; i++)
    {
      guint node = g_array_index (self->reached, guint, i);

      self->costs[node] = AMP_SUPPRESSION_UNBOUNDED;
      self->by[node] = NONE;
    }
  g_array_set_size (self->reached, 0);
  g_array_set_size (self->heap, 0);
}

/* Which counts a path may use: those hidden already, or all; and the room that
 * each of them must have. */
typedef struct
{
  gboolean is_free;
  gint64   least_room;
} Terms;

/* Hiding costs what it takes from the reader; what is hidden costs nothing. */
static void
leave_node (AmpSuppression *self, const Visit *visit, guint excluded, const Terms *terms, guint64 *order)
{
  const GArray *arcs = g_ptr_array_index (self->arcs, visit->node);

  for (guint i = 0; i < arcs->len; i++)
    {
      guint        number = g_array_index (arcs, guint, i);
      const Count *count = get_count (self, number);
      guint        other = count->from == visit->node ? count->to : count->from;
      gint64       cost = visit->cost + (count->is_hidden ? 0 : MAX (count->value, 0) + 1);

      if (number != excluded && (count->is_hidden || !terms->is_free) && cost < self->costs[other] && room_of (count, visit->node) >= terms->least_room)
        reach (self, other, number, cost, order);
    }
}

static gboolean
find_path_on (AmpSuppression *self, guint start, guint end, guint excluded, const Terms *terms)
{
  guint64 order = 0;

  forget_paths (self);
  reach (self, start, NONE, 0, &order);
  while (self->heap->len > 0)
    {
      Visit visit = pop_visit (self);

      if (visit.node == end || (terms->is_free && self->by[end] != NONE))
        return TRUE;
      if (visit.cost == self->costs[visit.node])
        leave_node (self, &visit, excluded, terms, &order);
    }
  return FALSE;
}

/* What costs nothing is near and found without looking at the rest. One ring with
 * room for all hides less than many that have little. */
static gboolean
find_path (AmpSuppression *self, guint start, guint end, guint excluded, gint64 amount)
{
  return find_path_on (self, start, end, excluded, &(Terms){ TRUE, 1 }) ||
         find_path_on (self, start, end, excluded, &(Terms){ FALSE, amount }) ||
         find_path_on (self, start, end, excluded, &(Terms){ FALSE, 1 });
}

static guint
step_back (const AmpSuppression *self, guint node)
{
  const Count *count = get_count (self, self->by[node]);

  return count->from == node ? count->to : count->from;
}

/* Puts as much as it holds, up to @amount, on the path found. */
static gint64
push_flow (AmpSuppression *self, guint start, guint end, gint64 amount, GArray *touched)
{
  for (guint node = end; node != start; node = step_back (self, node))
    amount = MIN (amount, room_of (get_count (self, self->by[node]), step_back (self, node)));
  for (guint node = end; node != start;)
    {
      guint  before = step_back (self, node);
      Count *count = get_count (self, self->by[node]);

      count->is_hidden = TRUE;
      count->shift += count->from == before ? amount : -amount;
      g_array_append_val (touched, self->by[node]);
      node = before;
    }
  return amount;
}

gboolean
amp_suppression_protect (AmpSuppression *self, guint count, gint64 amount, gboolean upwards)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));
  const Count *hidden;
  guint        start, end;

  g_return_val_if_fail (self != NULL && count < self->counts->len, FALSE);

  amp_suppression_hide (self, count);
  hidden = get_count (self, count);
  start = upwards ? hidden->to : hidden->from;
  end = upwards ? hidden->from : hidden->to;
  while (amount > 0 && find_path (self, start, end, count, amount))
    amount -= push_flow (self, start, end, amount, touched);
  for (guint i = 0; i < touched->len; i++)
    get_count (self, g_array_index (touched, guint, i))->shift = 0;
  return amount <= 0;
}
