/* AmpOutlineWindow: what became of a file of outlines. */
#include "amp-outline-window.h"

#include <glib/gi18n-lib.h>

#include "amp-dialog-width.h"
#include "amp-figure-text.h"

/* Rows of one kind; the command line tells them all. */
#define MAX_SHOWN 200

struct _AmpOutlineWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwPreferencesGroup *counts;
  AdwPreferencesGroup *mismatches;
};

G_DEFINE_FINAL_TYPE (AmpOutlineWindow, amp_outline_window, ADW_TYPE_WINDOW)

static void
amp_outline_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_OUTLINE_WINDOW);
  G_OBJECT_CLASS (amp_outline_window_parent_class)->dispose (object);
}

static void
amp_outline_window_class_init (AmpOutlineWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_outline_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-outline-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpOutlineWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, AmpOutlineWindow, mismatches);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
amp_outline_window_init (AmpOutlineWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Names and codes come from a file: they are no markup. */
static void
set_row (AdwPreferencesRow *row, const char *title, const char *subtitle)
{
  g_autofree char *plain_title = g_markup_escape_text (title, -1);
  g_autofree char *plain_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (row, plain_title);
  g_object_set (row, "subtitle", plain_subtitle, NULL);
}

static void
add_count (AmpOutlineWindow *self, AmpPlaceLevel level, const AmpOutlineCount *count)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *read = amp_figure_text_count (count->n_read);
  g_autofree char *kept = amp_figure_text_count (count->n_kept);
  g_autofree char *known = amp_figure_text_count (count->n_known);
  /* translators: numbers of outlines, and of places */
  g_autofree char *text = g_strdup_printf (_ ("%s read; %s of %s places have an outline now"), read, kept, known);

  set_row (ADW_PREFERENCES_ROW (row), _ (amp_place_level_get_label (level)), text);
  adw_preferences_group_add (self->counts, row);
}

static void
add_note (AdwExpanderRow *parent, const AmpOutlineNote *note)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf ("%s %s", note->code, note->name);
  g_autofree char *subtitle = note->today != NULL ? g_strdup_printf ("→ %s %s", note->today, note->today_name) : g_strdup ("");

  set_row (ADW_PREFERENCES_ROW (row), title, subtitle);
  adw_expander_row_add_row (parent, row);
}

static void
add_notes (AmpOutlineWindow *self, const char *title, GPtrArray *notes)
{
  GtkWidget       *row = adw_expander_row_new ();
  g_autofree char *count = amp_figure_text_count (notes->len);

  set_row (ADW_PREFERENCES_ROW (row), title, count);
  for (guint i = 0; i < MIN (notes->len, MAX_SHOWN); i++)
    add_note (ADW_EXPANDER_ROW (row), g_ptr_array_index (notes, i));
  if (notes->len > MAX_SHOWN)
    add_note (ADW_EXPANDER_ROW (row), &(AmpOutlineNote){ .code = (char *) "…", .name = (char *) "" });
  if (notes->len > 0)
    adw_preferences_group_add (self->mismatches, row);
  else
    g_object_unref (g_object_ref_sink (row));
}

AmpOutlineWindow *
amp_outline_window_new (GtkWindow *parent, const AmpOutlineReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  AmpOutlineWindow *self = g_object_new (AMP_TYPE_OUTLINE_WINDOW, "transient-for", parent, NULL);

  amp_dialog_width_fit (GTK_WINDOW (self));
  for (AmpPlaceLevel level = AMP_PLACE_LEVEL_EPCI; level <= AMP_PLACE_LEVEL_COMMUNE; level++)
    if (report->counts[level].n_read > 0)
      {
        add_count (self, level, &report->counts[level]);
        add_notes (self, _ ("Places of the same départements without an outline"), report->counts[level].lacking);
      }
  add_notes (self, _ ("Merged since, drawn with the commune of today"), report->merged);
  add_notes (self, _ ("Codes of no place of today"), report->unknown);
  add_notes (self, _ ("Without an area"), report->shapeless);
  adw_preferences_group_set_description (self->counts, report->file);
  return self;
}
