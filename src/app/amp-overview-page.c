/* AmpOverviewPage: the extent at a glance: the figures, and who, where, with
 * what.
 *
 * Invariant: the cards share the page's case and filter (by binding in the
 * template), so that all of them follow at once. */
#include "amp-overview-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "amp-breakdown-card.h"
#include "amp-case-info.h"
#include "amp-combination-card.h"
#include "amp-figure-text.h"
#include "amp-figure-tile.h"
#include "amp-heat-card.h"
#include "amp-late-view.h"
#include "amp-nobody-view.h"
#include "amp-split.h"
#include "amp-tile-box.h"

struct _AmpOverviewPage
{
  AmpCaseView parent_instance;

  /* Template */
  GtkStack      *stack;
  AdwStatusPage *failure;
  AmpFigureTile *persons_tile;
  AmpFigureTile *records_tile;
  AmpFigureTile *communes_tile;
  AmpFigureTile *sensitive_tile;
  AmpFigureTile *minors_tile;
  AmpFigureTile *unplaced_tile;
};

G_DEFINE_FINAL_TYPE (AmpOverviewPage, amp_overview_page, AMP_TYPE_CASE_VIEW)

static double
get_share (gint64 part, gint64 whole)
{
  return whole > 0 ? (double) part / whole : -1;
}

/* Bounds are known for the whole case only; a part of it is told as such. */
static char *
note_persons (const AmpCaseFacts *facts, const AmpSummary *summary, gboolean is_filtered)
{
  g_autofree char *first = amp_figure_text_count (is_filtered ? facts->persons : facts->persons_lowest);
  g_autofree char *last = amp_figure_text_count (facts->persons_highest);

  if (is_filtered)
    /* translators: part of a whole; %s is a number */
    return g_strdup_printf (_ ("of %s"), first);
  if (facts->persons_lowest == facts->persons_highest)
    return NULL;
  /* translators: the bounds of an estimate; both %s are numbers */
  return g_strdup_printf (_ ("between %s and %s"), first, last);
}

static char *
note_records (const AmpCaseFacts *facts, const AmpSummary *summary, gboolean is_filtered)
{
  g_autofree char *count = amp_figure_text_count (is_filtered ? facts->records : facts->malformed);

  /* translators: part of a whole; %s is a number */
  return g_strdup_printf (is_filtered ? _ ("of %s") : g_dngettext (GETTEXT_PACKAGE, "%s of them malformed", "%s of them malformed", facts->malformed), count);
}

static void
show_persons (AmpOverviewPage *self, const AmpCaseFacts *facts, const AmpSummary *summary, gboolean is_filtered)
{
  g_autofree char *persons = amp_figure_text_count (summary->persons);
  g_autofree char *records = amp_figure_text_count (summary->records);
  g_autofree char *persons_note = note_persons (facts, summary, is_filtered);
  g_autofree char *records_note = note_records (facts, summary, is_filtered);

  amp_figure_tile_set_figure (self->persons_tile, persons, persons_note);
  amp_figure_tile_set_figure (self->records_tile, records, records_note);
}

static void
show_places (AmpOverviewPage *self, const AmpSummary *summary, AmpGazetteer *gazetteer)
{
  g_autofree char *communes = amp_figure_text_count (summary->communes);
  g_autofree char *all = amp_figure_text_count (amp_gazetteer_get_n_areas (gazetteer, AMP_PLACE_LEVEL_COMMUNE));
  g_autofree char *unplaced = amp_figure_text_count (summary->unplaced_persons);
  g_autofree char *share = amp_figure_text_share (get_share (summary->unplaced_persons, summary->persons));
  /* translators: part of a whole; %s is a number */
  g_autofree char *communes_note = g_strdup_printf (_ ("of %s in France"), all);
  /* translators: %s is a percentage */
  g_autofree char *unplaced_note = g_strdup_printf (_ ("%s of the persons"), share);

  amp_figure_tile_set_figure (self->communes_tile, communes, communes_note);
  amp_figure_tile_set_figure (self->unplaced_tile, unplaced, unplaced_note);
}

static void
show_gravity (AmpOverviewPage *self, const AmpSummary *summary)
{
  g_autofree char *share = amp_figure_text_share (get_share (summary->sensitive_persons, summary->persons));
  g_autofree char *sensitive = amp_figure_text_count (summary->sensitive_persons);
  g_autofree char *minors = amp_figure_text_count (summary->minors);
  g_autofree char *known = amp_figure_text_count (summary->minors_known);
  /* translators: %s is a number */
  g_autofree char *sensitive_note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person", "%s persons", summary->sensitive_persons), sensitive);
  /* translators: %s is a number */
  g_autofree char *minors_note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "of %s person of known age", "of %s persons of known age", summary->minors_known), known);

  amp_figure_tile_set_figure (self->sensitive_tile, share, sensitive_note);
  amp_figure_tile_set_figure (self->minors_tile, minors, minors_note);
}

static void
amp_overview_page_refresh (AmpCaseView *view)
{
  AmpOverviewPage    *self = AMP_OVERVIEW_PAGE (view);
  AmpCase            *opened = amp_case_view_get_case (view);
  const AmpSelection *selection = amp_filter_get_selection (amp_case_view_get_filter (view));
  const AmpCaseFacts *facts = amp_case_get_facts (opened);
  AmpSummary          summary;
  g_autoptr (GError) error = NULL;

  if (!amp_case_summarize (opened, selection, &summary, NULL, &error))
    {
      adw_status_page_set_description (self->failure, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failure");
      return;
    }
  show_persons (self, facts, &summary, !amp_selection_is_empty (selection));
  show_places (self, &summary, amp_case_get_gazetteer (opened));
  show_gravity (self, &summary);
  gtk_stack_set_visible_child_name (self->stack, summary.records + summary.persons > 0 ? "figures" : "nobody");
}

static void
amp_overview_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (amp_overview_page_parent_class)->dispose (object);
}

static void
amp_overview_page_class_init (AmpOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_overview_page_dispose;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_overview_page_refresh;

  g_type_ensure (AMP_TYPE_BREAKDOWN_CARD);
  g_type_ensure (AMP_TYPE_CASE_INFO);
  g_type_ensure (AMP_TYPE_COMBINATION_CARD);
  g_type_ensure (AMP_TYPE_FIGURE_TILE);
  g_type_ensure (AMP_TYPE_HEAT_CARD);
  g_type_ensure (AMP_TYPE_LATE_VIEW);
  g_type_ensure (AMP_TYPE_NOBODY_VIEW);
  g_type_ensure (AMP_TYPE_SPLIT);
  g_type_ensure (AMP_TYPE_TILE_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AmpOverviewPage, failure);
  gtk_widget_class_bind_template_child (widget_class, AmpOverviewPage, persons_tile);
  gtk_widget_class_bind_template_child (widget_class, AmpOverviewPage, records_tile);
  gtk_widget_class_bind_template_child (widget_class, AmpOverviewPage, communes_tile);
  gtk_widget_class_bind_template_child (widget_class, AmpOverviewPage, sensitive_tile);
  gtk_widget_class_bind_template_child (widget_class, AmpOverviewPage, minors_tile);
  gtk_widget_class_bind_template_child (widget_class, AmpOverviewPage, unplaced_tile);
}

static void
amp_overview_page_init (AmpOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_overview_page_new (void)
{
  return g_object_new (AMP_TYPE_OVERVIEW_PAGE, NULL);
}
