/* The figures of two groups in a grid: see the header. */
#include "amp-comparison-figures.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "amp-figure-text.h"

static void
remove_children (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
add_label (GtkGrid *grid, int column, int row, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, column == 0 ? "dim-label" : "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
add_counts (GtkGrid *grid, int row, const char *name, gint64 a, gint64 b)
{
  g_autofree char *left = amp_figure_text_count (a);
  g_autofree char *right = amp_figure_text_count (b);
  g_autofree char *distance = amp_figure_text_count (ABS (b - a));
  g_autofree char *difference = g_strconcat (b > a ? "+" : b < a ? "−"
                                                                 : "",
                                             distance, NULL);

  add_label (grid, 0, row, name, NULL);
  add_label (grid, 1, row, left, NULL);
  add_label (grid, 2, row, right, NULL);
  add_label (grid, 3, row, difference, "dim-label");
}

static double
get_share (gint64 part, gint64 whole)
{
  return whole > 0 ? (double) part / (double) whole : -1;
}

static void
add_shares (GtkGrid *grid, int row, const char *name, double a, double b)
{
  g_autofree char *left = amp_figure_text_share (a);
  g_autofree char *right = amp_figure_text_share (b);
  /* translators: a difference of two percentages, in points */
  g_autofree char *difference = a >= 0 && b >= 0 ? g_strdup_printf (_ ("%+.1f points"), round ((b - a) * 1000) / 10) : g_strdup ("–");

  add_label (grid, 0, row, name, NULL);
  add_label (grid, 1, row, left, NULL);
  add_label (grid, 2, row, right, NULL);
  add_label (grid, 3, row, difference, "dim-label");
}

static void
add_rows (GtkGrid *grid, const AmpSummary *a, const AmpSummary *b)
{
  add_label (grid, 0, 0, "", NULL);
  add_label (grid, 1, 0, C_ ("group", "A"), "heading");
  add_label (grid, 2, 0, C_ ("group", "B"), "heading");
  add_label (grid, 3, 0, _ ("B − A"), "heading");
  add_counts (grid, 1, _ ("Persons"), a->persons, b->persons);
  add_counts (grid, 2, _ ("Records"), a->records, b->records);
  add_shares (grid, 3, _ ("Sensitive Data"), get_share (a->sensitive_persons, a->persons), get_share (b->sensitive_persons, b->persons));
  add_shares (grid, 4, _ ("Minors, of known age"), get_share (a->minors, a->minors_known), get_share (b->minors, b->minors_known));
  add_counts (grid, 5, _ ("Communes Touched"), a->communes, b->communes);
  add_shares (grid, 6, _ ("Without a Place"), get_share (a->unplaced_persons, a->persons), get_share (b->unplaced_persons, b->persons));
}

void
amp_comparison_figures_show (GtkGrid *grid, const AmpComparisonSide *sides)
{
  AmpSummary summaries[2];

  g_return_if_fail (GTK_IS_GRID (grid) && sides != NULL);

  remove_children (grid);
  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GError) error = NULL;

      if (amp_case_summarize (sides[side].opened, sides[side].selection, &summaries[side], NULL, &error))
        continue;
      add_label (grid, 0, 0, error->message, NULL);
      return;
    }
  add_rows (grid, &summaries[0], &summaries[1]);
}
