/* The threads that paint the map: see the header. */
#include "amp-map-painter.h"

#define MAX_THREADS 4

typedef struct
{
  const AmpMapContentKind *kind;
  gpointer                 content;
  GBytes                  *draft;
  AmpMapFrame              tile;
  AmpChartStyle            style;
  char                    *font_family;
  int                      scale_factor;
  gboolean                 is_urgent;
  guint64                  order;
  GWeakRef                 owner;
  guint64                  ticket;
  gint                    *is_dropped;
  AmpMapPieceDone          done;
  AmpMapPiece             *piece;
} Work;

void
amp_map_piece_free (AmpMapPiece *piece)
{
  g_clear_pointer (&piece->surface, cairo_surface_destroy);
  g_clear_pointer (&piece->draft, g_bytes_unref);
  g_free (piece);
}

static void
free_work (gpointer data)
{
  Work *work = data;

  work->kind->unref (work->content);
  g_clear_pointer (&work->draft, g_bytes_unref);
  g_clear_pointer (&work->piece, amp_map_piece_free);
  g_free (work->font_family);
  g_weak_ref_clear (&work->owner);
  g_atomic_rc_box_release (work->is_dropped);
  g_free (work);
}

static gboolean
hand_over (gpointer data)
{
  Work *work = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&work->owner);

  if (owner != NULL && !g_atomic_int_get (work->is_dropped))
    work->done (owner, work->ticket, g_steal_pointer (&work->piece));
  return G_SOURCE_REMOVE;
}

static void
make_draft (Work *work)
{
  gpointer draft;

  if (work->draft != NULL || work->kind->draft == NULL)
    return;
  draft = work->kind->draft (work->content, &work->tile, work->scale_factor);
  /* Its size is the content's own business. */
  work->draft = g_bytes_new_with_free_func (draft, 1, g_free, draft);
}

static void
paint (Work *work)
{
  cairo_surface_t *surface = cairo_image_surface_create (work->kind->is_opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                                         (int) work->tile.width * work->scale_factor,
                                                         (int) work->tile.height * work->scale_factor);

  work->piece = g_new0 (AmpMapPiece, 1);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return;
    }
  cairo_surface_set_device_scale (surface, work->scale_factor, work->scale_factor);
  make_draft (work);
  work->kind->paint (work->content, work->draft != NULL ? g_bytes_get_data (work->draft, NULL) : NULL, surface, &work->tile, &work->style);
  cairo_surface_flush (surface);
  work->piece->surface = surface;
  work->piece->draft = g_steal_pointer (&work->draft);
}

static void
run_in_worker (gpointer data, gpointer pool_data)
{
  Work *work = data;

  if (!g_atomic_int_get (work->is_dropped))
    paint (work);
  /* Also when dropped: the last reference of an owner is not for a thread. */
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, hand_over, work, free_work);
}

/* What is in sight comes first, and then what was asked for last. */
static int
compare_works (gconstpointer first, gconstpointer second, gpointer data)
{
  const Work *one = first;
  const Work *other = second;

  if (one->is_urgent != other->is_urgent)
    return one->is_urgent ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (g_once_init_enter (&pool))
    {
      /* Of its own, and for good: what drawing text keeps for each thread stays in
       * use, and no other work of the program waits for a map. */
      GThreadPool *created = g_thread_pool_new (run_in_worker, NULL, (int) CLAMP (g_get_num_processors (), 1, MAX_THREADS), TRUE, NULL);

      g_thread_pool_set_sort_function (created, compare_works, NULL);
      g_once_init_leave (&pool, created);
    }
  return pool;
}

void
amp_map_painter_queue (const AmpMapContentKind *kind,
                       gpointer                 content,
                       GBytes                  *draft,
                       const AmpMapFrame       *tile,
                       const AmpChartStyle     *style,
                       int                      scale_factor,
                       gboolean                 is_urgent,
                       gpointer                 owner,
                       guint64                  ticket,
                       gint                    *is_dropped,
                       AmpMapPieceDone          done)
{
  static guint64 order;
  Work          *work;

  g_return_if_fail (kind != NULL && content != NULL && tile != NULL && style != NULL);
  g_return_if_fail (G_IS_OBJECT (owner) && is_dropped != NULL && done != NULL);

  work = g_new0 (Work, 1);
  work->kind = kind;
  work->content = kind->ref (content);
  work->draft = draft != NULL ? g_bytes_ref (draft) : NULL;
  work->tile = *tile;
  work->style = *style;
  work->style.font_family = work->font_family = g_strdup (style->font_family);
  work->scale_factor = scale_factor;
  work->is_urgent = is_urgent;
  work->order = order++;
  work->ticket = ticket;
  work->is_dropped = is_dropped;
  work->done = done;
  g_weak_ref_init (&work->owner, owner);
  g_thread_pool_push (get_pool (), work, NULL);
}
