/* AmpSavedComparisons: see the header.
 *
 * Invariant: the list shows the names that the case has, in its order. */
#include "amp-saved-comparisons.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "amp-display-text.h"
#include "amp-named-comparisons.h"
#include "amp-named-filters.h"
#include "amp-selection-text.h"
#include "amp-undo-toast.h"

struct _AmpSavedComparisons
{
  GtkWidget parent_instance;

  /* Template; disposing of it unparents those that are bound */
  GtkWidget  *content;
  GtkWidget  *empty_label;
  GtkWidget  *list_window;
  GtkListBox *list;
  GtkEntry   *name_entry;
  GtkWidget  *save_button;
  GtkLabel   *note_label;

  /* Owned */
  AmpCase   *opened;
  AmpFilter *groups[2];
  GPtrArray *names; /* of char *, one a row */
};

enum
{
  APPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpSavedComparisons, amp_saved_comparisons, GTK_TYPE_WIDGET)

/* What a toast needs to bring a comparison back. */
typedef struct
{
  char         *name;
  AmpSelection *groups[2];
} Deleted;

static void
deleted_free (gpointer data)
{
  Deleted *deleted = data;

  g_free (deleted->name);
  g_clear_pointer (&deleted->groups[0], amp_selection_free);
  g_clear_pointer (&deleted->groups[1], amp_selection_free);
  g_free (deleted);
}

static void
show_note (AmpSavedComparisons *self, const char *text)
{
  g_autofree char *escaped = amp_display_text_escape_message (text);

  gtk_label_set_label (self->note_label, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), text[0] != '\0');
}

static void show_list (AmpSavedComparisons *self);

static void
undo_deletion (gpointer owner, gpointer data)
{
  AmpSavedComparisons *self = owner;
  const Deleted       *deleted = data;
  g_autoptr (GError) error = NULL;

  if (self->opened == NULL)
    return;
  amp_named_comparisons_save (self->opened, deleted->name, deleted->groups[0], deleted->groups[1], &error);
  show_list (self);
  show_note (self, error != NULL ? error->message : "");
}

static void
on_delete_clicked (AmpSavedComparisons *self, GtkWidget *button)
{
  GtkWidget  *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  const char *name = g_ptr_array_index (self->names, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  Deleted    *deleted = g_new0 (Deleted, 1);
  gboolean    has_groups;
  g_autoptr (GError) error = NULL;
  /* translators: %s is the name of a comparison */
  g_autofree char *title = g_strdup_printf (_ ("Comparison “%s” deleted"), name);

  deleted->name = g_strdup (name);
  /* One that cannot be understood is gone for good. */
  has_groups = amp_named_comparisons_load (self->opened, name, deleted->groups, NULL);
  if (amp_named_comparisons_remove (self->opened, deleted->name, &error) && has_groups)
    amp_undo_toast_show (GTK_WIDGET (self), title, self, undo_deletion, deleted, deleted_free);
  else
    deleted_free (deleted);
  show_list (self);
  show_note (self, error != NULL ? error->message : "");
}

/* "Rennes", as a group is told. */
static char *
dup_group_words (AmpSavedComparisons *self, const AmpSelection *group)
{
  g_autofree char *words = amp_selection_text_dup (self->opened, group);

  return words[0] != '\0' ? g_steal_pointer (&words) : g_strdup (_ ("Everybody"));
}

static char *
dup_words (AmpSavedComparisons *self, const char *name)
{
  AmpSelection *groups[2] = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (!amp_named_comparisons_load (self->opened, name, groups, &error))
    return g_strdup (error->message);
  first = dup_group_words (self, groups[0]);
  second = dup_group_words (self, groups[1]);
  amp_selection_free (groups[0]);
  amp_selection_free (groups[1]);
  /* translators: who is in the two groups of a comparison */
  return g_strdup_printf (_ ("A: %s – B: %s"), first, second);
}

static GtkWidget *
create_row (AmpSavedComparisons *self, const char *name)
{
  g_autofree char *words = dup_words (self, name);
  /* translators: %s is a name */
  g_autofree char *tooltip = g_strdup_printf (_ ("Delete “%s”"), name);
  GtkWidget       *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "subtitle-lines", 2, "activatable", TRUE, NULL);
  GtkWidget *delete = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (delete, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (delete, "flat");
  gtk_widget_set_tooltip_text (delete, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (delete), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect_object (delete, "clicked", G_CALLBACK (on_delete_clicked), self, G_CONNECT_SWAPPED);
  /* Once the row knows that they are no markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), delete);
  return row;
}

static void
show_list (AmpSavedComparisons *self)
{
  GtkListBoxRow *row;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = self->opened != NULL ? amp_named_comparisons_list (self->opened, &error) : NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      gtk_list_box_append (self->list, create_row (self, names[i]));
      g_ptr_array_add (self->names, g_strdup (names[i]));
    }
  gtk_widget_set_visible (self->empty_label, self->names->len == 0);
  gtk_widget_set_visible (self->list_window, self->names->len > 0);
  show_note (self, error != NULL ? error->message : "");
}

static void
on_row_activated (AmpSavedComparisons *self, GtkListBoxRow *row)
{
  const char   *name = g_ptr_array_index (self->names, gtk_list_box_row_get_index (row));
  AmpSelection *groups[2] = { NULL, NULL };
  g_autoptr (GError) error = NULL;

  if (!amp_named_comparisons_load (self->opened, name, groups, &error))
    {
      show_note (self, error->message);
      return;
    }
  for (guint side = 0; side < 2; side++)
    {
      amp_filter_set_selection (self->groups[side], groups[side]);
      amp_selection_free (groups[side]);
    }
  g_signal_emit (self, signals[APPLIED], 0);
}

static gboolean
has_name (AmpSavedComparisons *self, const char *name)
{
  return g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, NULL);
}

/* What will come of the name that is being typed. */
static void
on_name_changed (AmpSavedComparisons *self)
{
  g_autofree char *name = amp_named_filters_normalize (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)), NULL);

  gtk_widget_set_sensitive (self->save_button, name != NULL && self->opened != NULL);
  show_note (self, name != NULL && has_name (self, name) ? _ ("A comparison has this name; it will be replaced.") : "");
}

static void
on_save (AmpSavedComparisons *self)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->save_button))
    return;
  if (amp_named_comparisons_save (self->opened, gtk_editable_get_text (GTK_EDITABLE (self->name_entry)), amp_filter_get_selection (self->groups[0]), amp_filter_get_selection (self->groups[1]), &error))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->name_entry), "");
      show_list (self);
    }
  else
    show_note (self, error->message);
}

static void
amp_saved_comparisons_map (GtkWidget *widget)
{
  AmpSavedComparisons *self = AMP_SAVED_COMPARISONS (widget);

  GTK_WIDGET_CLASS (amp_saved_comparisons_parent_class)->map (widget);
  show_list (self);
  on_name_changed (self);
}

static void
forget (AmpSavedComparisons *self)
{
  g_clear_object (&self->opened);
  g_clear_object (&self->groups[0]);
  g_clear_object (&self->groups[1]);
}

void
amp_saved_comparisons_set_groups (AmpSavedComparisons *self, AmpCase *opened, AmpFilter *const *groups)
{
  g_return_if_fail (AMP_IS_SAVED_COMPARISONS (self) && groups != NULL);

  forget (self);
  g_set_object (&self->opened, opened);
  for (guint side = 0; side < 2; side++)
    g_set_object (&self->groups[side], groups[side]);
}

static void
amp_saved_comparisons_dispose (GObject *object)
{
  forget (AMP_SAVED_COMPARISONS (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_SAVED_COMPARISONS);
  G_OBJECT_CLASS (amp_saved_comparisons_parent_class)->dispose (object);
}

static void
amp_saved_comparisons_finalize (GObject *object)
{
  g_ptr_array_unref (AMP_SAVED_COMPARISONS (object)->names);
  G_OBJECT_CLASS (amp_saved_comparisons_parent_class)->finalize (object);
}

static void
amp_saved_comparisons_class_init (AmpSavedComparisonsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = amp_saved_comparisons_dispose;
  object_class->finalize = amp_saved_comparisons_finalize;
  widget_class->map = amp_saved_comparisons_map;
  signals[APPLIED] = g_signal_new ("applied", AMP_TYPE_SAVED_COMPARISONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-saved-comparisons.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpSavedComparisons, content);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedComparisons, empty_label);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedComparisons, list_window);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedComparisons, list);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedComparisons, name_entry);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedComparisons, save_button);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedComparisons, note_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
amp_saved_comparisons_init (AmpSavedComparisons *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
