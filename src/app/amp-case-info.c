/* AmpCaseInfo: what the figures of a case rest on: the mandate, the day of ages,
 * the geography, the dump, the program.
 *
 * The same whatever the filter. */
#include "amp-case-info.h"

#include <glib/gi18n-lib.h>

#include "amp-place-basis-label.h"

struct _AmpCaseInfo
{
  AmpCaseView parent_instance;

  /* Template; disposing of it unparents those that are bound */
  GtkWidget *content;
  GtkGrid   *grid;
};

G_DEFINE_FINAL_TYPE (AmpCaseInfo, amp_case_info, AMP_TYPE_CASE_VIEW)

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static void
add_line (AmpCaseInfo *self, const char *name, const char *text)
{
  GtkWidget *name_label = create_label (name);
  GtkWidget *text_label = create_label (text);
  int        row = 0;

  if (!text || !text[0])
    return;
  while (gtk_grid_get_child_at (self->grid, 0, row))
    row++;
  gtk_widget_add_css_class (name_label, "dim-label");
  gtk_label_set_selectable (GTK_LABEL (text_label), TRUE);
  gtk_widget_set_hexpand (text_label, TRUE);
  gtk_grid_attach (self->grid, name_label, 0, row, 1, 1);
  gtk_grid_attach (self->grid, text_label, 1, row, 1, 1);
}

static void
add_sources (AmpCaseInfo *self, const AmpCaseFacts *facts)
{
  for (guint i = 0; i < facts->sources->len; i++)
    {
      const AmpSourceFacts *source = g_ptr_array_index (facts->sources, i);
      g_autofree char      *size = g_format_size (source->bytes);
      /* translators: a file of the dump: its name, its size, its hash */
      g_autofree char *text = g_strdup_printf (_ ("%s, %s, SHA-256 %s"), source->name, size, source->sha256);

      add_line (self, _ ("Source"), text);
    }
}

static void
remove_lines (AmpCaseInfo *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);
}

static char *
format_day (const char *as_of)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *iso = g_strdup_printf ("%sT00:00:00Z", as_of ? as_of : "");

  day = g_date_time_new_from_iso8601 (iso, NULL);
  return day ? g_date_time_format (day, "%x") : g_strdup (as_of);
}

static void
amp_case_info_refresh (AmpCaseView *view)
{
  AmpCaseInfo        *self = AMP_CASE_INFO (view);
  const AmpCaseFacts *facts = amp_case_get_facts (amp_case_view_get_case (view));
  g_autofree char    *day = format_day (facts->as_of);
  g_autofree char    *program = g_strdup_printf (_ ("Ampleur %s"), facts->program ? facts->program : "");

  remove_lines (self);
  add_line (self, _ ("Analyst"), facts->mandate->analyst);
  add_line (self, _ ("Client"), facts->mandate->client);
  add_line (self, _ ("Legal basis"), facts->mandate->legal_basis);
  add_line (self, _ ("Reference"), facts->mandate->reference);
  add_line (self, _ ("Ages on"), day);
  add_line (self, _ ("Geography"), _ ("Communes and EPCI of 2026 (INSEE codes, Etalab); a person is counted once, at the best-known place"));
  if (facts->place_basis != NULL)
    {
      g_autofree char *basis = amp_place_basis_label_dup (facts->place_basis);

      add_line (self, _ ("Basis of the geography"), basis);
    }
  add_sources (self, facts);
  add_line (self, _ ("Imported with"), program);
}

static void
amp_case_info_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_CASE_INFO);
  G_OBJECT_CLASS (amp_case_info_parent_class)->dispose (object);
}

static void
amp_case_info_class_init (AmpCaseInfoClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amp_case_info_dispose;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_case_info_refresh;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-case-info.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpCaseInfo, content);
  gtk_widget_class_bind_template_child (widget_class, AmpCaseInfo, grid);
}

static void
amp_case_info_init (AmpCaseInfo *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amp_case_info_new (void)
{
  return g_object_new (AMP_TYPE_CASE_INFO, NULL);
}
