/* AmpMandatePage: see the header. */
#define G_LOG_DOMAIN "amp-mandate-page"

#include "amp-mandate-page.h"

#include <glib/gi18n-lib.h>

#include "amp-compat.h"

struct _AmpMandatePage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkEditable  *analyst_row;
  GtkEditable  *client_row;
  GtkEditable  *legal_basis_row;
  GtkEditable  *reference_row;
  AdwActionRow *case_row;

  /* Owned */
  GSettings *settings;
  GFile     *case_file;

  gboolean may_replace;
  gboolean is_complete;
};

enum
{
  PROP_0,
  PROP_COMPLETE,
  PROP_CASE_FILE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmpMandatePage, amp_mandate_page, ADW_TYPE_BIN)

static AmpMandate *
read_rows (AmpMandatePage *self)
{
  return amp_mandate_new (gtk_editable_get_text (self->analyst_row),
                          gtk_editable_get_text (self->client_row),
                          gtk_editable_get_text (self->legal_basis_row),
                          gtk_editable_get_text (self->reference_row));
}

static void
update_complete (AmpMandatePage *self)
{
  g_autoptr (AmpMandate) mandate = read_rows (self);
  gboolean is_complete = amp_mandate_is_complete (mandate) && self->case_file != NULL;

  if (self->is_complete == is_complete)
    return;
  self->is_complete = is_complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static void
set_case_file (AmpMandatePage *self, GFile *file, gboolean may_replace)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  g_set_object (&self->case_file, file);
  self->may_replace = may_replace;
  adw_action_row_set_subtitle (self->case_row, shown != NULL ? shown : _ ("Nowhere yet"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CASE_FILE]);
  update_complete (self);
}

static void
on_case_file_chosen (gpointer owner, GPtrArray *files)
{
  AmpMandatePage  *self = owner;
  g_autofree char *path = g_file_get_path (files->pdata[0]);

  if (path == NULL)
    return;
  if (!g_str_has_suffix (path, ".ampleur"))
    {
      /* The dialog asked about another name than this one. */
      g_autofree char *named = g_strconcat (path, ".ampleur", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (named);
      set_case_file (self, file, FALSE);
    }
  else
    set_case_file (self, files->pdata[0], TRUE);
}

static void
on_choose_clicked (AmpMandatePage *self)
{
  g_autoptr (GFile) folder = self->case_file != NULL ? g_file_get_parent (self->case_file) : NULL;
  g_autofree char     *base = self->case_file != NULL ? g_file_get_basename (self->case_file) : NULL;
  g_autofree char     *name = base != NULL ? g_filename_display_name (base) : NULL;
  const AmpFileRequest request = {
    .purpose = AMP_FILE_SAVE,
    .title = _ ("Save the Case As"),
    .accept = _ ("_Save"),
    .folder = folder,
    .name = name,
    .pattern_name = _ ("Cases"),
    .pattern = "*.ampleur",
  };

  amp_compat_choose_files (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &request, self, on_case_file_chosen);
}

static void
use_legal_basis (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AmpMandatePage *self = AMP_MANDATE_PAGE (widget);

  gtk_editable_set_text (self->legal_basis_row, g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (self->legal_basis_row));
}

void
amp_mandate_page_start (AmpMandatePage *self, GFile *proposed)
{
  g_autofree char *analyst = NULL;
  g_autofree char *client = NULL;

  g_return_if_fail (AMP_IS_MANDATE_PAGE (self));
  g_return_if_fail (proposed == NULL || G_IS_FILE (proposed));

  analyst = g_settings_get_string (self->settings, "analyst");
  client = g_settings_get_string (self->settings, "client");
  gtk_editable_set_text (self->analyst_row, analyst);
  gtk_editable_set_text (self->client_row, client);
  gtk_editable_set_text (self->legal_basis_row, "");
  gtk_editable_set_text (self->reference_row, "");
  set_case_file (self, proposed, FALSE);
}

static void
fill (GtkEditable *row, const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

void
amp_mandate_page_resume (AmpMandatePage *self, const AmpMandate *mandate, GFile *case_file)
{
  g_return_if_fail (AMP_IS_MANDATE_PAGE (self));
  g_return_if_fail (mandate != NULL && G_IS_FILE (case_file));

  fill (self->analyst_row, mandate->analyst);
  fill (self->client_row, mandate->client);
  fill (self->legal_basis_row, mandate->legal_basis);
  fill (self->reference_row, mandate->reference);
  set_case_file (self, case_file, TRUE);
}

gboolean
amp_mandate_page_is_complete (AmpMandatePage *self)
{
  g_return_val_if_fail (AMP_IS_MANDATE_PAGE (self), FALSE);

  return self->is_complete;
}

AmpMandate *
amp_mandate_page_dup_mandate (AmpMandatePage *self)
{
  AmpMandate *mandate;

  g_return_val_if_fail (AMP_IS_MANDATE_PAGE (self), NULL);

  mandate = read_rows (self);
  g_settings_set_string (self->settings, "analyst", mandate->analyst);
  g_settings_set_string (self->settings, "client", mandate->client);
  return mandate;
}

GFile *
amp_mandate_page_get_case_file (AmpMandatePage *self, gboolean *may_replace)
{
  g_return_val_if_fail (AMP_IS_MANDATE_PAGE (self), NULL);

  if (may_replace != NULL)
    *may_replace = self->may_replace;
  return self->case_file;
}

static void
amp_mandate_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AmpMandatePage *self = AMP_MANDATE_PAGE (object);

  switch (id)
    {
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->is_complete);
      break;
    case PROP_CASE_FILE:
      g_value_set_object (value, self->case_file);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
amp_mandate_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CASE_FILE:
      set_case_file (AMP_MANDATE_PAGE (object), g_value_get_object (value), FALSE);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
amp_mandate_page_dispose (GObject *object)
{
  AmpMandatePage *self = AMP_MANDATE_PAGE (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->case_file);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_MANDATE_PAGE);

  G_OBJECT_CLASS (amp_mandate_page_parent_class)->dispose (object);
}

static void
amp_mandate_page_class_init (AmpMandatePageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = amp_mandate_page_dispose;
  object_class->get_property = amp_mandate_page_get_property;
  object_class->set_property = amp_mandate_page_set_property;

  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CASE_FILE] = g_param_spec_object ("case-file", NULL, NULL, G_TYPE_FILE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_install_action (widget_class, "mandate.use-legal-basis", "s", use_legal_basis);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-mandate-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpMandatePage, analyst_row);
  gtk_widget_class_bind_template_child (widget_class, AmpMandatePage, client_row);
  gtk_widget_class_bind_template_child (widget_class, AmpMandatePage, legal_basis_row);
  gtk_widget_class_bind_template_child (widget_class, AmpMandatePage, reference_row);
  gtk_widget_class_bind_template_child (widget_class, AmpMandatePage, case_row);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, update_complete);
}

static void
amp_mandate_page_init (AmpMandatePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (AMP_APPLICATION_ID);
}
