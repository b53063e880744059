/* How long the map's frames take, with 35,000 circles and with 35,000 outlines.
 *
 * usage: bench-map [FOLDER]
 *
 * FOLDER holds imported outlines of communes (amp-outline-set.h); without it only
 * circles are measured. A frame is what the main loop does from the begin of a
 * frame to the end of its painting, by the clock and by the processor time of its
 * thread, which other programs do not swell; a stall is the longest that it did
 * anything at all without looking at its sources, by processor time. */
#include <adwaita.h>
#include <math.h>
#include <time.h>

#include "amp-map-figures.h"
#include "amp-map-view.h"

#define N_FRAMES 240
#define PAN_STEP 14
#define DEADLINE (60 * G_USEC_PER_SEC)

typedef struct
{
  GtkWidget  *window;
  AmpMapView *view;
  GArray     *frames; /* of double, milliseconds */
  GArray     *costs;  /* likewise, of processor time */
  gint64      frame_start;
  double      cost_start;
  int         n_left;
  void (*step) (AmpMapView *view, int left);
} Bench;

static double loop_start;
static double longest;

static double
get_cost (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return spent.tv_sec * 1e3 + spent.tv_nsec / 1e6;
}

/* The time between two polls is what one turn of the loop took. */
static int
poll_and_measure (GPollFD *descriptors, guint n_descriptors, int timeout)
{
  int n_ready;

  if (loop_start > 0)
    longest = MAX (longest, get_cost () - loop_start);
  n_ready = g_poll (descriptors, n_descriptors, timeout);
  loop_start = get_cost ();
  return n_ready;
}

static void
on_before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->frame_start = g_get_monotonic_time ();
  bench->cost_start = get_cost ();
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  double took = (g_get_monotonic_time () - bench->frame_start) / 1000.0;
  double cost = get_cost () - bench->cost_start;

  g_array_append_val (bench->frames, took);
  g_array_append_val (bench->costs, cost);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;

  if (bench->n_left <= 0)
    return G_SOURCE_REMOVE;
  bench->step (bench->view, --bench->n_left);
  return G_SOURCE_CONTINUE;
}

static double
settle (Bench *bench)
{
  gint64 start = g_get_monotonic_time ();

  while (!amp_map_view_is_settled (bench->view) && g_get_monotonic_time () < start + DEADLINE)
    g_main_context_iteration (NULL, TRUE);
  return (g_get_monotonic_time () - start) / 1000.0;
}

static int
compare_doubles (gconstpointer first, gconstpointer second)
{
  double one = *(const double *) first;
  double other = *(const double *) second;

  return (one > other) - (one < other);
}

static double
get_share (GArray *sorted, guint percent)
{
  return g_array_index (sorted, double, MIN (sorted->len - 1, sorted->len * percent / 100));
}

static void
print_frames (Bench *bench, const char *name)
{
  g_array_sort (bench->frames, compare_doubles);
  g_array_sort (bench->costs, compare_doubles);
  g_print ("%-34s %7.1f %7.1f   %7.1f %7.1f %7.1f %7.1f\n",
           name,
           get_share (bench->frames, 50),
           get_share (bench->frames, 95),
           get_share (bench->costs, 50),
           get_share (bench->costs, 95),
           get_share (bench->costs, 100),
           longest);
}

static void
clear_frames (Bench *bench)
{
  g_array_set_size (bench->frames, 0);
  g_array_set_size (bench->costs, 0);
  loop_start = longest = 0;
}

static void
run (Bench *bench, const char *name, void (*step) (AmpMapView *view, int left))
{
  settle (bench);
  clear_frames (bench);
  bench->n_left = N_FRAMES;
  bench->step = step;
  gtk_widget_add_tick_callback (GTK_WIDGET (bench->view), on_tick, bench, NULL);
  while (bench->n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  print_frames (bench, name);
}

/* To the right and back again, as far as the window is wide. */
static void
pan (AmpMapView *view, int left)
{
  amp_map_view_pan (view, left % 120 < 60 ? PAN_STEP : -PAN_STEP, left % 80 < 40 ? PAN_STEP / 2 : -PAN_STEP / 2);
}

static void
zoom (AmpMapView *view, int left)
{
  amp_map_view_zoom (view, left % 80 < 40 ? 0.1 : -0.1);
}

static AmpTable *
make_table (AmpGazetteer *gazetteer, guint seed)
{
  guint     n_communes = amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE);
  AmpTable *table = amp_table_new (AMP_KEY_COMMUNE, n_communes, n_communes);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n_communes; i++)
    {
      const AmpArea *area = amp_gazetteer_get_area (gazetteer, AMP_PLACE_LEVEL_COMMUNE, i);
      AmpTableRow   *row = amp_table_add_row (table, area->code, area->name);

      row->persons = row->records = 1 + (gint64) pow (10, g_rand_double_range (random, 0, 4));
      row->sensitive_persons = g_rand_int_range (random, 0, (gint32) row->persons + 1);
      row->population = area->population;
      row->latitude = area->latitude + g_rand_double_range (random, -0.03, 0.03);
      row->longitude = area->longitude + g_rand_double_range (random, -0.03, 0.03);
      row->is_located = area->is_located;
    }
  return table;
}

static void
show (Bench *bench, AmpAreaAtlas *atlas, AmpTable *table, AmpMapMeasure measure)
{
  AmpMapLook look = { measure, AMP_CLASSING_QUANTILE, AMP_PALETTE_TEAL };
  g_autoptr (AmpMapFigures) figures = amp_map_figures_new (table, &look, NULL, atlas);

  amp_map_view_set_figures (bench->view, atlas, figures);
}

static void
recolor (Bench *bench, const char *name, AmpAreaAtlas *atlas, AmpTable *table)
{
  double total = 0;

  settle (bench);
  clear_frames (bench);
  for (guint i = 0; i < 6; i++)
    {
      show (bench, atlas, table, i % 2 ? AMP_MAP_MEASURE_PERSONS : AMP_MAP_MEASURE_SENSITIVE);
      total += settle (bench);
    }
  print_frames (bench, name);
  g_print ("%-34s %7.1f\n", "  all colours there after", total / 6);
}

static void
measure (Bench *bench, const char *name, AmpAreaAtlas *atlas, AmpTable *table)
{
  static const double zooms[] = { 5.4, 7.5, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autofree char *panning = g_strdup_printf ("%s, pan at zoom %g", name, zooms[i]);
      g_autofree char *zooming = g_strdup_printf ("%s, zoom from %g", name, zooms[i]);
      g_autofree char *recoloring = g_strdup_printf ("%s, recolour at %g", name, zooms[i]);

      show (bench, atlas, table, AMP_MAP_MEASURE_SENSITIVE);
      amp_map_view_show_place (bench->view, 46.6, 2.5, zooms[i]);
      g_print ("%-34s %7.1f\n", "  first picture whole after", settle (bench));
      run (bench, panning, pan);
      run (bench, zooming, zoom);
      amp_map_view_show_place (bench->view, 46.6, 2.5, zooms[i]);
      recolor (bench, recoloring, atlas, table);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpOutlines) outlines = NULL;
  g_autoptr (AmpGazetteer) gazetteer = NULL;
  g_autoptr (AmpOutlineSet) communes = NULL;
  g_autoptr (AmpAreaAtlas) plain = NULL;
  g_autoptr (AmpAreaAtlas) detailed = NULL;
  g_autoptr (AmpTable) table = NULL;
  Bench  bench = { 0 };
  gint64 start;

  adw_init ();
  outlines = amp_outlines_new (&error);
  gazetteer = amp_gazetteer_new (&error);
  table = make_table (gazetteer, 7);
  bench.frames = g_array_new (FALSE, FALSE, sizeof (double));
  bench.costs = g_array_new (FALSE, FALSE, sizeof (double));
  bench.window = gtk_window_new ();
  bench.view = AMP_MAP_VIEW (amp_map_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (bench.window), GTK_WIDGET (bench.view));
  gtk_window_present (GTK_WINDOW (bench.window));
  g_signal_connect (gtk_widget_get_frame_clock (bench.window), "before-paint", G_CALLBACK (on_before_paint), &bench);
  g_signal_connect (gtk_widget_get_frame_clock (bench.window), "after-paint", G_CALLBACK (on_after_paint), &bench);
  g_main_context_set_poll_func (NULL, poll_and_measure);
  while (gtk_widget_get_width (GTK_WIDGET (bench.view)) < 2)
    g_main_context_iteration (NULL, TRUE);

  g_print ("%-34s %15s   %31s\n", "milliseconds of a frame", "by the clock", "of its thread's processor time");
  g_print ("%-34s %7s %7s   %7s %7s %7s %7s\n", "", "median", "p95", "median", "p95", "longest", "stall");
  plain = amp_area_atlas_new (outlines, NULL, NULL, gazetteer);
  measure (&bench, "35,000 circles", plain, table);
  if (argc > 1)
    {
      start = g_get_monotonic_time ();
      communes = amp_outline_set_load (argv[1], AMP_PLACE_LEVEL_COMMUNE, &error);
      if (communes == NULL)
        g_error ("%s: no outlines: %s", argv[1], error != NULL ? error->message : "");
      detailed = amp_area_atlas_new (outlines, NULL, communes, gazetteer);
      g_print ("%-34s %7.1f\n", "outlines loaded, in a worker", (g_get_monotonic_time () - start) / 1000.0);
      measure (&bench, "35,000 outlines", detailed, table);
    }
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_array_unref (bench.frames);
  g_array_unref (bench.costs);
  return 0;
}
