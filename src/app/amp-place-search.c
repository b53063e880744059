/* AmpPlaceSearch: find a place of France by name or code.
 *
 * Invariant: `matches` holds what the list shows, row by row. */
#include "amp-place-search.h"

#include <glib/gi18n-lib.h>

#define RESULT_LIMIT 8

struct _AmpPlaceSearch
{
  GtkWidget parent_instance;

  /* Template; disposing of it unparents those that are bound */
  GtkWidget      *content;
  GtkSearchEntry *entry;
  GtkWidget      *results;
  GtkListBox     *list;
  GtkWidget      *nothing;

  /* Owned */
  AmpGazetteer *gazetteer;
  GArray       *matches; /* of AmpPlaceMatch */
};

enum
{
  PLACE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpPlaceSearch, amp_place_search, GTK_TYPE_WIDGET)

/* "Commune, Ille-et-Vilaine": towns of one name are told apart by where they
 * lie. */
static char *
describe_match (AmpPlaceSearch *self, const AmpPlaceMatch *match)
{
  const AmpArea *area = amp_gazetteer_get_area (self->gazetteer, match->level, match->index);
  const char    *level = g_dgettext (GETTEXT_PACKAGE, amp_place_level_get_label (match->level));

  if (area->departement == AMP_PLACE_NONE)
    return g_strdup (level);
  /* translators: the level of a place and the département it lies in */
  return g_strdup_printf (_ ("%s, %s"), level, amp_gazetteer_get_area (self->gazetteer, AMP_PLACE_LEVEL_DEPARTEMENT, area->departement)->name);
}

static GtkWidget *
create_row (AmpPlaceSearch *self, const AmpPlaceMatch *match)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *name = gtk_label_new (amp_gazetteer_get_area (self->gazetteer, match->level, match->index)->name);
  g_autofree char *where = describe_match (self, match);
  GtkWidget       *note = gtk_label_new (where);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_ellipsize (GTK_LABEL (note), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_add_css_class (box, "search-result");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), note);
  return box;
}

static void
remove_results (AmpPlaceSearch *self)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))))
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->matches, g_array_unref);
}

static void
on_search_changed (AmpPlaceSearch *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  remove_results (self);
  if (self->gazetteer && text[0])
    self->matches = amp_gazetteer_search (self->gazetteer, text, RESULT_LIMIT);
  for (guint i = 0; self->matches && i < self->matches->len; i++)
    gtk_list_box_append (self->list, create_row (self, &g_array_index (self->matches, AmpPlaceMatch, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->matches && self->matches->len > 0);
  gtk_widget_set_visible (self->nothing, self->matches && self->matches->len == 0);
  gtk_widget_set_visible (self->results, self->matches != NULL);
}

static void
on_row_activated (AmpPlaceSearch *self, GtkListBoxRow *row)
{
  amp_place_search_choose (self, gtk_list_box_row_get_index (row));
}

static void
on_activate (AmpPlaceSearch *self)
{
  on_search_changed (self);
  amp_place_search_choose (self, 0);
}

static void
on_stop (AmpPlaceSearch *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  on_search_changed (self);
}

static gboolean
on_key_pressed (AmpPlaceSearch *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key == GDK_KEY_Escape && gtk_widget_get_visible (self->results))
    {
      on_stop (self);
      return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
    }
  if (key == GDK_KEY_Down && self->matches && self->matches->len > 0 && !gtk_widget_get_focus_child (GTK_WIDGET (self->list)))
    return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_PROPAGATE;
}

static void
amp_place_search_dispose (GObject *object)
{
  AmpPlaceSearch *self = AMP_PLACE_SEARCH (object);

  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->gazetteer, amp_gazetteer_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AMP_TYPE_PLACE_SEARCH);
  G_OBJECT_CLASS (amp_place_search_parent_class)->dispose (object);
}

static void
amp_place_search_class_init (AmpPlaceSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_place_search_dispose;
  signals[PLACE_CHOSEN] = g_signal_new ("place-chosen", AMP_TYPE_PLACE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-place-search.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpPlaceSearch, content);
  gtk_widget_class_bind_template_child (widget_class, AmpPlaceSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, AmpPlaceSearch, results);
  gtk_widget_class_bind_template_child (widget_class, AmpPlaceSearch, list);
  gtk_widget_class_bind_template_child (widget_class, AmpPlaceSearch, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
amp_place_search_init (AmpPlaceSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_place_search_new (void)
{
  return g_object_new (AMP_TYPE_PLACE_SEARCH, NULL);
}

void
amp_place_search_set_gazetteer (AmpPlaceSearch *self, AmpGazetteer *gazetteer)
{
  g_return_if_fail (AMP_IS_PLACE_SEARCH (self));

  on_stop (self);
  g_clear_pointer (&self->gazetteer, amp_gazetteer_unref);
  self->gazetteer = gazetteer ? amp_gazetteer_ref (gazetteer) : NULL;
}

void
amp_place_search_set_text (AmpPlaceSearch *self, const char *text)
{
  g_return_if_fail (AMP_IS_PLACE_SEARCH (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  on_search_changed (self);
}

guint
amp_place_search_get_n_results (AmpPlaceSearch *self)
{
  g_return_val_if_fail (AMP_IS_PLACE_SEARCH (self), 0);
  return self->matches ? self->matches->len : 0;
}

void
amp_place_search_choose (AmpPlaceSearch *self, guint position)
{
  g_return_if_fail (AMP_IS_PLACE_SEARCH (self));

  AmpPlaceMatch match;

  if (!self->matches || position >= self->matches->len)
    return;
  match = g_array_index (self->matches, AmpPlaceMatch, position);
  on_stop (self);
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, match.level, match.index);
}
