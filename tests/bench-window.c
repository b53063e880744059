/* How long the real window keeps its user waiting.
 *
 * usage: bench-window first-frame
 *        bench-window stalls DUMP CASE FOLDER
 *
 * first-frame: prints what bench-empty-window does. stalls: imports DUMP into FOLDER
 * as a user does, then opens CASE, filters and pans its map, and prints a line for each:
 *
 *   NAME LONGEST-MS PROCESSOR-MS
 *
 * the longest time from one return of poll() to the next call of it, in which the
 * window can answer nobody: on the clock, and in the main thread's processor time,
 * which the company of other programs does not change much. For the map also the 95th
 * percentile of a frame's drawing, in the same two measures. */
#include <adwaita.h>
#include <shumate/shumate.h>
#include <time.h>

#include "amp-application.h"
#include "amp-map-page.h"
#include "amp-window-private.h"

#define PATIENCE_SECONDS 600
#define N_PANS 120

typedef struct
{
  double clock_ms;
  double processor_ms;
} Moment;

typedef struct
{
  Moment since;   /* poll() returned */
  Moment longest; /* each for itself */
} Probe;

static Probe probe;

static Moment
get_moment (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (Moment){ (double) g_get_monotonic_time () / 1000, (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6 };
}

static int
poll_and_time (GPollFD *descriptors, guint n, int timeout)
{
  Moment now = get_moment ();
  int    result;

  probe.longest.clock_ms = MAX (probe.longest.clock_ms, now.clock_ms - probe.since.clock_ms);
  probe.longest.processor_ms = MAX (probe.longest.processor_ms, now.processor_ms - probe.since.processor_ms);
  result = g_poll (descriptors, n, timeout);
  probe.since = get_moment ();
  return result;
}

static void
begin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  probe.since = get_moment ();
  probe.longest = (Moment){ 0, 0 };
}

static void
tell (const char *name)
{
  g_print ("%s %.1f %.1f\n", name, probe.longest.clock_ms, probe.longest.processor_ms);
}

static gboolean
on_waking (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Blocks in poll(), as the main loop of a program does. */
static void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + 1000 * (gint64) milliseconds;
  guint  waker = g_timeout_add (10, on_waking, NULL);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (waker);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
wait_for_step (AmpWindow *window, AmpStep step)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (window->step != step)
    {
      if (g_get_monotonic_time () > end)
        g_error ("step %d never came", step);
      spin (20);
    }
}

static void
open_file (AmpWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  amp_window_open_files (window, &file, 1);
}

static void
fill_entries (GtkWidget *widget)
{
  if (ADW_IS_ENTRY_ROW (widget))
    gtk_editable_set_text (GTK_EDITABLE (widget), "Benchmark");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    fill_entries (child);
}

static void
import (AmpWindow *window, const char *dump, const char *case_path)
{
  GtkWidget *page;
  g_autoptr (GFile) file = g_file_new_for_path (case_path);

  begin ();
  open_file (window, dump);
  wait_for_step (window, AMP_STEP_MANDATE);
  tell ("inspecting");
  page = find_widget (GTK_WIDGET (window), AMP_TYPE_MANDATE_PAGE);
  fill_entries (page);
  g_object_set (page, "case-file", file, NULL);
  spin (200);
  begin ();
  amp_window_continue (window);
  wait_for_step (window, AMP_STEP_REVIEW);
  spin (500);
  tell ("reviewing");
  begin ();
  amp_window_continue (window);
  wait_for_step (window, AMP_STEP_CASE);
  spin (500);
  tell ("importing");
}

static const struct
{
  AmpKey      key;
  const char *code;
} toggles[] = {
  { AMP_KEY_CATEGORY, "contact" },
  { AMP_KEY_SEX, "F" },
  { AMP_KEY_AGE, "25-34" },
  { AMP_KEY_REGION, "53" },
  { AMP_KEY_CATEGORY, "contact" },
  { AMP_KEY_DEPARTEMENT, "35" },
  { AMP_KEY_SEX, "F" },
  { AMP_KEY_REGION, "53" },
  { AMP_KEY_DEPARTEMENT, "35" },
  { AMP_KEY_AGE, "25-34" },
};

static void
filter (AmpWindow *window, const char *view)
{
  g_autofree char *name = g_strdup_printf ("filtering-%s", view);

  g_object_set (window->views, "visible-child-name", view, NULL);
  spin (1000);
  begin ();
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      amp_filter_toggle (window->filter, toggles[i].key, toggles[i].code);
      spin (300);
    }
  tell (name);
}

typedef struct
{
  Moment  begin;
  GArray *clock_ms;
  GArray *processor_ms;
} Frames;

static void
on_frame_begins (GdkFrameClock *clock_of_frames, Frames *frames)
{
  frames->begin = get_moment ();
}

static void
on_frame_ends (GdkFrameClock *clock_of_frames, Frames *frames)
{
  Moment now = get_moment ();
  double clock_ms = now.clock_ms - frames->begin.clock_ms;
  double processor_ms = now.processor_ms - frames->begin.processor_ms;

  g_array_append_val (frames->clock_ms, clock_ms);
  g_array_append_val (frames->processor_ms, processor_ms);
}

static int
compare_times (gconstpointer one, gconstpointer other)
{
  double a = *(const double *) one, b = *(const double *) other;

  return (a > b) - (a < b);
}

static double
get_95th (GArray *times)
{
  g_array_sort (times, compare_times);
  return times->len > 0 ? g_array_index (times, double, times->len * 95 / 100) : 0;
}

/* Pans from Brest to Strasbourg and back, with the wheel in between. */
static void
pan (AmpWindow *window)
{
  ShumateViewport *viewport = shumate_map_get_viewport (SHUMATE_MAP (find_widget (GTK_WIDGET (window), SHUMATE_TYPE_MAP)));

  for (guint i = 0; i < N_PANS; i++)
    {
      double way = ABS ((double) i / (N_PANS / 2) - 1);

      shumate_location_set_location (SHUMATE_LOCATION (viewport), 46.5 + 2 * way, -4 + 11 * way);
      if (i % 20 == 0)
        shumate_viewport_set_zoom_level (viewport, i % 40 == 0 ? 6 : 7);
      spin (30);
    }
}

static void
pan_level (AmpWindow *window, guint level, const char *name)
{
  GtkWidget       *page = find_widget (GTK_WIDGET (window), AMP_TYPE_MAP_PAGE);
  GdkFrameClock   *clock_of_frames = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  Frames           frames = { { 0, 0 }, g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)) };
  g_autofree char *choosing = g_strdup_printf ("choosing-%s", name);
  g_autofree char *panning = g_strdup_printf ("panning-%s", name);
  gulong           begins, ends;

  begin ();
  g_object_set (page, "level", level, NULL);
  spin (1500);
  tell (choosing);
  begins = g_signal_connect (clock_of_frames, "before-paint", G_CALLBACK (on_frame_begins), &frames);
  ends = g_signal_connect (clock_of_frames, "after-paint", G_CALLBACK (on_frame_ends), &frames);
  begin ();
  pan (window);
  tell (panning);
  g_print ("frame-%s %.1f %.1f\n", name, get_95th (frames.clock_ms), get_95th (frames.processor_ms));
  g_signal_handler_disconnect (clock_of_frames, begins);
  g_signal_handler_disconnect (clock_of_frames, ends);
  g_array_unref (frames.clock_ms);
  g_array_unref (frames.processor_ms);
}

static void
find_stalls (AmpApplication *application, char **paths)
{
  AmpWindow       *window = amp_window_new (application);
  g_autofree char *case_path = g_build_filename (paths[2], "stalls.ampleur", NULL);

  g_main_context_set_poll_func (NULL, poll_and_time);
  gtk_window_present (GTK_WINDOW (window));
  spin (1000);
  import (window, paths[0], case_path);
  begin ();
  open_file (window, paths[1]);
  spin (100);
  wait_for_step (window, AMP_STEP_CASE);
  spin (1000);
  tell ("opening");
  filter (window, "overview");
  filter (window, "map");
  filter (window, "fields");
  g_object_set (window->views, "visible-child-name", "map", NULL);
  pan_level (window, 1, "departements");
  pan_level (window, 3, "communes");
}

static void
on_frame (GdkFrameClock *clock_of_frames, gpointer data)
{
  g_print ("%" G_GINT64_FORMAT " %.1f\n", g_get_monotonic_time (), (double) clock () * 1000 / CLOCKS_PER_SEC);
  exit (0);
}

static void
on_activated (GtkApplication *application)
{
  GtkWidget *window = GTK_WIDGET (gtk_application_get_active_window (application));

  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_frame), NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (AmpApplication) application = amp_application_new ();

  if (argc == 2 && g_str_equal (argv[1], "first-frame"))
    {
      g_signal_connect_after (application, "activate", G_CALLBACK (on_activated), NULL);
      return g_application_run (G_APPLICATION (application), 1, argv);
    }
  if (argc != 5 || !g_str_equal (argv[1], "stalls") || !g_application_register (G_APPLICATION (application), NULL, NULL))
    return 2;
  find_stalls (application, argv + 2);
  return 0;
}
