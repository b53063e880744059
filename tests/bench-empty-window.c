/* The peer of the application's start: an empty libadwaita window.
 *
 * Prints, when its first frame is drawn: the monotonic clock in microseconds, and the
 * processor's time so far in milliseconds. Knows nothing of Ampleur. */
#include <adwaita.h>
#include <time.h>

static void
on_frame (GdkFrameClock *clock_of_frames, gpointer data)
{
  g_print ("%" G_GINT64_FORMAT " %.1f\n", g_get_monotonic_time (), (double) clock () * 1000 / CLOCKS_PER_SEC);
  exit (0);
}

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1080, 720);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_frame), NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.ampleur.EmptyWindow", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
