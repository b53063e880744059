/* AmpSavedFilters: the filters saved with the case.
 *
 * Invariant: the list shows the names that the case has, in its order; what is
 * deleted can be brought back from the toast. */
#include "amp-saved-filters.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "amp-display-text.h"
#include "amp-named-filters.h"
#include "amp-selection-text.h"
#include "amp-undo-toast.h"

struct _AmpSavedFilters
{
  AmpCaseView parent_instance;

  /* Template */
  GtkStack   *stack;
  GtkWidget  *empty_label;
  GtkWidget  *list_window;
  GtkListBox *list;
  GtkWidget  *save_button;
  GtkLabel   *failure_label;
  GtkLabel   *words_label;
  GtkEntry   *name_entry;
  GtkLabel   *note_label;
  GtkButton  *accept_button;

  /* Owned */
  GPtrArray *names;   /* of char *, one a row */
  char      *renamed; /* nullable: the filter that gets another name */
};

enum
{
  APPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpSavedFilters, amp_saved_filters, AMP_TYPE_CASE_VIEW)

static AmpCase *
get_case (AmpSavedFilters *self)
{
  return amp_case_view_get_case (AMP_CASE_VIEW (self));
}

static const AmpSelection *
get_selection (AmpSavedFilters *self)
{
  return amp_filter_get_selection (amp_case_view_get_filter (AMP_CASE_VIEW (self)));
}

static void
show_failure (AmpSavedFilters *self, const GError *error)
{
  g_autofree char *text = error != NULL ? amp_display_text_escape_message (error->message) : NULL;

  gtk_label_set_label (self->failure_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure_label), error != NULL);
}

static gboolean
has_name (AmpSavedFilters *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (g_ptr_array_index (self->names, i), name))
      return TRUE;
  return FALSE;
}

static void show_list (AmpSavedFilters *self);

/* What a toast needs to bring a filter back. */
typedef struct
{
  char         *name;
  AmpSelection *selection;
} Deleted;

static void
free_deleted (gpointer data)
{
  Deleted *deleted = data;

  g_free (deleted->name);
  amp_selection_free (deleted->selection);
  g_free (deleted);
}

static void
undo_deletion (gpointer owner, gpointer data)
{
  AmpSavedFilters *self = owner;
  const Deleted   *deleted = data;
  g_autoptr (GError) error = NULL;

  if (get_case (self) == NULL)
    return;
  amp_named_filters_save (get_case (self), deleted->name, deleted->selection, &error);
  show_list (self);
  show_failure (self, error);
}

static void
delete_filter (AmpSavedFilters *self, const char *name)
{
  Deleted *deleted = g_new0 (Deleted, 1);
  g_autoptr (GError) error = NULL;
  /* translators: %s is the name of a filter */
  g_autofree char *title = g_strdup_printf (_ ("Filter “%s” deleted"), name);

  deleted->name = g_strdup (name);
  /* One that cannot be understood is gone for good. */
  deleted->selection = amp_named_filters_load (get_case (self), name, NULL);
  if (!amp_named_filters_remove (get_case (self), name, &error) || deleted->selection == NULL)
    free_deleted (deleted);
  else
    amp_undo_toast_show (GTK_WIDGET (self), title, self, undo_deletion, deleted, free_deleted);
  show_list (self);
  show_failure (self, error);
}

static const char *
get_name_of (AmpSavedFilters *self, GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, GTK_TYPE_LIST_BOX_ROW);

  return g_ptr_array_index (self->names, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
on_delete_clicked (AmpSavedFilters *self, GtkWidget *button)
{
  g_autofree char *name = g_strdup (get_name_of (self, button));

  delete_filter (self, name);
}

static void
ask_name (AmpSavedFilters *self, const char *renamed, const AmpSelection *selection)
{
  g_autofree char *words = amp_selection_text_dup (get_case (self), selection);

  g_free (self->renamed);
  self->renamed = g_strdup (renamed);
  gtk_label_set_label (self->words_label, words);
  gtk_button_set_label (self->accept_button, renamed != NULL ? _ ("_Rename") : _ ("_Save"));
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), renamed != NULL ? renamed : "");
  gtk_stack_set_visible_child_name (self->stack, "name");
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

static void
on_rename_clicked (AmpSavedFilters *self, GtkWidget *button)
{
  g_autofree char *name = g_strdup (get_name_of (self, button));
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpSelection) selection = amp_named_filters_load (get_case (self), name, &error);

  show_failure (self, error);
  if (selection != NULL)
    ask_name (self, name, selection);
}

static void
on_save_clicked (AmpSavedFilters *self)
{
  ask_name (self, NULL, get_selection (self));
}

/* What will come of the name that is being typed. */
static void
on_name_changed (AmpSavedFilters *self)
{
  g_autofree char *name = amp_named_filters_normalize (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)), NULL);
  gboolean         is_taken = name != NULL && has_name (self, name) && g_strcmp0 (name, self->renamed) != 0;
  const char      *note = "";

  if (is_taken)
    note = self->renamed != NULL ? _ ("Another filter has this name.") : _ ("A filter has this name; it will be replaced.");
  gtk_label_set_label (self->note_label, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), is_taken);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), name != NULL && !(is_taken && self->renamed != NULL));
}

static void
on_name_accepted (AmpSavedFilters *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name_entry));
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->accept_button)))
    return;
  if (self->renamed != NULL)
    is_done = amp_named_filters_rename (get_case (self), self->renamed, name, &error);
  else
    is_done = amp_named_filters_save (get_case (self), name, get_selection (self), &error);
  if (is_done)
    {
      show_list (self);
      return;
    }
  gtk_label_set_label (self->note_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), TRUE);
}

static void
on_row_activated (AmpSavedFilters *self, GtkListBoxRow *row)
{
  const char *name = g_ptr_array_index (self->names, gtk_list_box_row_get_index (row));
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpSelection) selection = amp_named_filters_load (get_case (self), name, &error);

  show_failure (self, error);
  if (selection == NULL)
    return;
  amp_filter_set_selection (amp_case_view_get_filter (AMP_CASE_VIEW (self)), selection);
  g_signal_emit (self, signals[APPLIED], 0);
}

static GtkWidget *
create_button (const char *icon, char *name)
{
  GtkWidget       *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *owned = name;

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, owned);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, owned, -1);
  return button;
}

static GtkWidget *
create_row (AmpSavedFilters *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpSelection) selection = amp_named_filters_load (get_case (self), name, &error);
  g_autofree char *words = selection != NULL ? amp_selection_text_dup (get_case (self), selection) : g_strdup (error->message);
  GtkWidget       *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "subtitle-lines", 2, "activatable", TRUE, NULL);
  /* translators: %s is the name of a filter */
  GtkWidget *rename = create_button ("document-edit-symbolic", g_strdup_printf (_ ("Rename “%s”"), name));
  /* translators: %s is the name of a filter */
  GtkWidget *delete = create_button ("user-trash-symbolic", g_strdup_printf (_ ("Delete “%s”"), name));

  /* Once the row knows that they are no markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  g_signal_connect_object (rename, "clicked", G_CALLBACK (on_rename_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (delete, "clicked", G_CALLBACK (on_delete_clicked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), rename);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), delete);
  return row;
}

static void
fill_list (AmpSavedFilters *self)
{
  GtkListBoxRow *row;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = amp_named_filters_list (get_case (self), &error);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      gtk_list_box_append (self->list, create_row (self, names[i]));
      g_ptr_array_add (self->names, g_strdup (names[i]));
    }
  show_failure (self, error);
}

static void
show_list (AmpSavedFilters *self)
{
  if (get_case (self) == NULL)
    return;
  fill_list (self);
  gtk_widget_set_visible (self->empty_label, self->names->len == 0);
  gtk_widget_set_visible (self->list_window, self->names->len > 0);
  gtk_widget_set_sensitive (self->save_button, !amp_selection_is_empty (get_selection (self)));
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
amp_saved_filters_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (amp_saved_filters_parent_class)->map (widget);
  show_list (AMP_SAVED_FILTERS (widget));
}

static void
amp_saved_filters_refresh (AmpCaseView *view)
{
  show_list (AMP_SAVED_FILTERS (view));
}

static void
amp_saved_filters_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_SAVED_FILTERS);
  G_OBJECT_CLASS (amp_saved_filters_parent_class)->dispose (object);
}

static void
amp_saved_filters_finalize (GObject *object)
{
  AmpSavedFilters *self = AMP_SAVED_FILTERS (object);

  g_ptr_array_unref (self->names);
  g_free (self->renamed);
  G_OBJECT_CLASS (amp_saved_filters_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-saved-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpSavedFilters, stack);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedFilters, empty_label);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedFilters, list_window);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedFilters, list);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedFilters, save_button);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedFilters, failure_label);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedFilters, words_label);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedFilters, name_entry);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedFilters, note_label);
  gtk_widget_class_bind_template_child (widget_class, AmpSavedFilters, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_name_accepted);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, show_list);
}

static void
amp_saved_filters_class_init (AmpSavedFiltersClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = amp_saved_filters_dispose;
  object_class->finalize = amp_saved_filters_finalize;
  widget_class->map = amp_saved_filters_map;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_saved_filters_refresh;
  signals[APPLIED] = g_signal_new ("applied", AMP_TYPE_SAVED_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (widget_class);
}

static void
amp_saved_filters_init (AmpSavedFilters *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_saved_filters_new (void)
{
  return g_object_new (AMP_TYPE_SAVED_FILTERS, NULL);
}
