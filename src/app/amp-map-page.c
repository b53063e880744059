/* AmpMapPage: where the people of an opened case are.
 *
 * Invariant: map, legend and table show one and the same breakdown. */
#include "amp-map-page-private.h"

#include <glib/gi18n-lib.h>

#include "amp-figure-text.h"
#include "amp-nobody-view.h"
#include "amp-split.h"

/* In the order of the template's lists; the zoom level at which a place of that
 * level is looked at, and the least at which the level is shown where it follows
 * the zoom. */
static const struct
{
  AmpKey        key;
  AmpPlaceLevel level;
  double        zoom;
  double        least_zoom;
} level_table[] = {
  { AMP_KEY_REGION, AMP_PLACE_LEVEL_REGION, 7, 0 },
  { AMP_KEY_DEPARTEMENT, AMP_PLACE_LEVEL_DEPARTEMENT, 8, 5.5 },
  { AMP_KEY_EPCI, AMP_PLACE_LEVEL_EPCI, 9, 7.5 },
  { AMP_KEY_COMMUNE, AMP_PLACE_LEVEL_COMMUNE, 10.5, 9 },
};

/* The level follows after this rest, milliseconds. */
#define ZOOM_REST 250

#define FIRST_LEVEL 1

enum
{
  PROP_0,
  PROP_LEVEL,
  PROP_MEASURE,
  PROP_SHOW_TABLE,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AmpMapPage, amp_map_page, AMP_TYPE_CASE_VIEW)

static guint
get_level (AmpMapPage *self)
{
  return MIN (gtk_drop_down_get_selected (self->level_switch), G_N_ELEMENTS (level_table) - 1);
}

static AmpMapMeasure
get_measure (AmpMapPage *self)
{
  return MIN (gtk_drop_down_get_selected (self->measure_switch), AMP_N_MAP_MEASURES - 1);
}

AmpMapLook
amp_map_page_get_look (AmpMapPage *self)
{
  g_autofree char *palette = g_settings_get_string (self->settings, "map-palette");
  g_autofree char *classing = g_settings_get_string (self->settings, "map-classing");

  return (AmpMapLook){ get_measure (self), amp_classing_from_code (classing), amp_palette_from_code (palette) };
}

AmpKey
amp_map_page_get_key (AmpMapPage *self)
{
  return level_table[get_level (self)].key;
}

static void
show_failure (AmpMapPage *self, const GError *error)
{
  adw_status_page_set_description (self->failure, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

/* People without a place at this level are in no area: the map says so. */
static void
show_unmapped (AmpMapPage *self, AmpTable *table)
{
  AmpTableRow *row = amp_table_find_row (table, "");

  gtk_widget_set_visible (GTK_WIDGET (self->unmapped_note), row && row->persons > 0);
  if (row && row->persons > 0)
    {
      g_autofree char *count = amp_figure_text_count (row->persons);
      /* translators: %s is a number */
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person has no place at this level", "%s persons have no place at this level", row->persons), count);

      gtk_label_set_label (self->unmapped_note, text);
    }
}

static void
show_table (AmpMapPage *self, AmpTable *table)
{
  AmpFilter    *filter = amp_case_view_get_filter (AMP_CASE_VIEW (self));
  AmpMapLook    look = amp_map_page_get_look (self);
  AmpAreaAtlas *atlas = amp_map_outlines_get_atlas (self->outlines);
  g_autoptr (AmpMapFigures) figures = amp_map_figures_new (table, &look, amp_filter_get_selection (filter), atlas);

  amp_map_view_set_figures (self->map_view, atlas, figures);
  amp_map_legend_set_figures (self->legend, figures);
  amp_table_view_set_table (self->table_view, table, filter);
  gtk_widget_set_visible (self->approximate_note, amp_map_figures_has_approximate (figures));
  show_unmapped (self, table);
  gtk_stack_set_visible_child_name (self->stack, amp_table_get_n_rows (table) > 0 ? "map" : "nobody");
}

static gboolean
start_outlines (AmpMapPage *self, GError **error)
{
  if (amp_map_outlines_get_atlas (self->outlines))
    return TRUE;
  return amp_map_outlines_start (self->outlines, amp_case_get_gazetteer (amp_case_view_get_case (AMP_CASE_VIEW (self))), error);
}

static void
amp_map_page_refresh (AmpCaseView *view)
{
  AmpMapPage *self = AMP_MAP_PAGE (view);
  AmpKey      key = amp_map_page_get_key (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmpTable) table = NULL;
  g_autoptr (AmpSelection) others = amp_selection_copy (amp_filter_get_selection (amp_case_view_get_filter (view)));

  amp_selection_remove_mode (others, key, AMP_TERM_ANY);
  if (start_outlines (self, &error))
    table = amp_case_tabulate (amp_case_view_get_case (view), key, others, NULL, &error);
  if (!table)
    {
      show_failure (self, error);
      return;
    }
  show_table (self, table);
  if (self->is_new_case)
    amp_map_view_show_affected (self->map_view);
  self->is_new_case = FALSE;
}

static void
amp_map_page_case_changed (AmpCaseView *view)
{
  AmpMapPage *self = AMP_MAP_PAGE (view);
  AmpCase    *opened = amp_case_view_get_case (view);

  self->is_new_case = TRUE;
  amp_place_search_set_gazetteer (self->search, opened ? amp_case_get_gazetteer (opened) : NULL);
}

static void
on_level_changed (AmpMapPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
  amp_case_view_refresh (AMP_CASE_VIEW (self));
}

static void
on_measure_changed (AmpMapPage *self)
{
  static const AmpTableColumn columns[AMP_N_MAP_MEASURES] = { AMP_TABLE_COLUMN_PERSONS, AMP_TABLE_COLUMN_RATE, AMP_TABLE_COLUMN_SENSITIVE };

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEASURE]);
  amp_table_view_sort (self->table_view, columns[get_measure (self)]);
  amp_case_view_refresh (AMP_CASE_VIEW (self));
}

static void
on_area_activated (AmpMapPage *self, const char *code)
{
  amp_case_view_toggle (AMP_CASE_VIEW (self), level_table[get_level (self)].key, code);
}

static void
on_areas_selected (AmpMapPage *self, char **codes)
{
  if (amp_case_view_choose (AMP_CASE_VIEW (self), amp_map_page_get_key (self), codes))
    amp_map_page_tell (self, NULL);
  else
    {
      amp_map_page_tell (self, _ ("These are too many areas for a filter: choose fewer, or a wider level of places."));
      amp_case_view_refresh (AMP_CASE_VIEW (self));
    }
}

static void
on_area_pointed (AmpMapPage *self, const char *code)
{
  amp_table_view_show_row (self->table_view, code);
}

static guint
find_level (double zoom_level)
{
  guint level = G_N_ELEMENTS (level_table) - 1;

  while (level > 0 && zoom_level < level_table[level].least_zoom)
    level--;
  return level;
}

static gboolean
on_zoom_rest (gpointer data)
{
  AmpMapPage *self = data;

  self->zoom_rest_id = 0;
  gtk_drop_down_set_selected (self->level_switch, find_level (self->zoom_level));
  return G_SOURCE_REMOVE;
}

void
amp_map_page_follow_zoom (AmpMapPage *self)
{
  g_clear_handle_id (&self->zoom_rest_id, g_source_remove);
  if (g_settings_get_boolean (self->settings, "map-follows-zoom"))
    self->zoom_rest_id = g_timeout_add (ZOOM_REST, on_zoom_rest, self);
}

static void
on_zoomed (AmpMapPage *self, double zoom_level)
{
  self->zoom_level = zoom_level;
  amp_map_page_follow_zoom (self);
}

static void
on_row_selected (AmpMapPage *self, const char *code)
{
  amp_map_view_set_current (self->map_view, code, TRUE);
}

static void
on_place_chosen (AmpMapPage *self, guint level, guint index)
{
  AmpGazetteer  *gazetteer = amp_case_get_gazetteer (amp_case_view_get_case (AMP_CASE_VIEW (self)));
  const AmpArea *area = amp_gazetteer_get_area (gazetteer, level, index);
  double         zoom = level_table[0].zoom;

  for (guint i = 0; i < G_N_ELEMENTS (level_table); i++)
    if (level_table[i].level == level)
      zoom = level_table[i].zoom;
  if (area->is_located)
    amp_map_view_show_place (self->map_view, area->latitude, area->longitude, zoom);
  amp_map_view_set_current (self->map_view, level_table[get_level (self)].level == level ? area->code : NULL, FALSE);
}

static gboolean
open_menu (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_menu_button_popup (AMP_MAP_PAGE (widget)->menu_button);
  return GDK_EVENT_STOP;
}

/* Only the change counts: the analyst may bring either back. */
static void
set_narrow (AmpMapPage *self, gboolean is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  gtk_expander_set_expanded (self->legend_expander, !is_narrow);
  amp_table_view_set_narrow (self->table_view, is_narrow);
  g_object_set (self->map_view, "narrow", is_narrow, NULL);
  g_object_set (self, "show-table", !is_narrow, NULL);
}

static void
amp_map_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AmpMapPage *self = AMP_MAP_PAGE (object);

  if (id == PROP_LEVEL)
    g_value_set_uint (value, get_level (self));
  else if (id == PROP_MEASURE)
    g_value_set_uint (value, get_measure (self));
  else if (id == PROP_SHOW_TABLE)
    g_value_set_boolean (value, self->show_table);
  else if (id == PROP_NARROW)
    g_value_set_boolean (value, self->is_narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_map_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AmpMapPage *self = AMP_MAP_PAGE (object);

  if (id == PROP_LEVEL)
    gtk_drop_down_set_selected (self->level_switch, g_value_get_uint (value));
  else if (id == PROP_MEASURE)
    gtk_drop_down_set_selected (self->measure_switch, g_value_get_uint (value));
  else if (id == PROP_SHOW_TABLE)
    self->show_table = g_value_get_boolean (value);
  else if (id == PROP_NARROW)
    set_narrow (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_map_page_dispose (GObject *object)
{
  AmpMapPage *self = AMP_MAP_PAGE (object);

  g_clear_handle_id (&self->zoom_rest_id, g_source_remove);
  amp_job_clear (&self->picture_job);
  g_clear_object (&self->outlines);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_MAP_PAGE);
  G_OBJECT_CLASS (amp_map_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AMP_TYPE_MAP_VIEW);
  g_type_ensure (AMP_TYPE_MAP_LEGEND);
  g_type_ensure (AMP_TYPE_NOBODY_VIEW);
  g_type_ensure (AMP_TYPE_PLACE_SEARCH);
  g_type_ensure (AMP_TYPE_SPLIT);
  g_type_ensure (AMP_TYPE_TABLE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, level_switch);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, measure_switch);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, map_view);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, search);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, legend_expander);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, legend);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, approximate_note);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, unmapped_note);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, table_view);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, failure);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, message_bar);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, message);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, import_progress);
  gtk_widget_class_bind_template_child (widget_class, AmpMapPage, message_button);
  gtk_widget_class_bind_template_callback (widget_class, on_areas_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_area_pointed);
  gtk_widget_class_bind_template_callback (widget_class, on_zoomed);
  gtk_widget_class_bind_template_callback (widget_class, on_level_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_measure_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_area_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
}

static void
amp_map_page_class_init (AmpMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amp_map_page_get_property;
  object_class->set_property = amp_map_page_set_property;
  object_class->dispose = amp_map_page_dispose;
  AMP_CASE_VIEW_CLASS (klass)->refresh = amp_map_page_refresh;
  AMP_CASE_VIEW_CLASS (klass)->case_changed = amp_map_page_case_changed;

  properties[PROP_LEVEL] = g_param_spec_uint ("level", NULL, NULL, 0, G_N_ELEMENTS (level_table) - 1, FIRST_LEVEL, flags);
  properties[PROP_MEASURE] = g_param_spec_uint ("measure", NULL, NULL, 0, AMP_N_MAP_MEASURES - 1, 0, flags);
  properties[PROP_SHOW_TABLE] = g_param_spec_boolean ("show-table", NULL, NULL, TRUE, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Menu, 0, open_menu, NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_F10, GDK_SHIFT_MASK, open_menu, NULL);
}

static void
amp_map_page_init (AmpMapPage *self)
{
  self->show_table = TRUE;
  self->is_new_case = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  amp_map_page_add_actions (self);
  amp_map_page_add_export_actions (self);
  gtk_drop_down_set_selected (self->level_switch, FIRST_LEVEL);
}

GtkWidget *
amp_map_page_new (void)
{
  return g_object_new (AMP_TYPE_MAP_PAGE, NULL);
}
