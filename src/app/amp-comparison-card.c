/* AmpComparisonCard: one breakdown of two groups as mirrored bars. */
#include "amp-comparison-card.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "amp-card-key.h"
#include "amp-figure-text.h"
#include "amp-mirror-view.h"

/* Rows that tell where groups differ; the command line has all. */
#define ROW_LIMIT 15

struct _AmpComparisonCard
{
  GtkWidget parent_instance;

  /* Template; disposing of it unparents those that are bound */
  GtkWidget     *content;
  GtkDropDown   *level_switch;
  AmpMirrorView *mirror_view;

  /* Owned */
  char         *title;
  char         *key_code;
  AmpCase      *cases[2];
  AmpSelection *selections[2];
  GPtrArray    *rows; /* nullable: of AmpComparisonRow, as shown */
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_KEY,
  N_PROPS,
};

enum
{
  VALUE_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmpComparisonCard, amp_comparison_card, GTK_TYPE_WIDGET)

static AmpKey
get_key (AmpComparisonCard *self)
{
  return amp_card_key_get (self->key_code, gtk_drop_down_get_selected (self->level_switch));
}

/* "+12.5 points", or "no difference" as far as it is shown. */
static char *
dup_difference (double difference)
{
  double points = round (difference * 1000) / 10;

  if (fabs (points) < 0.05)
    return g_strdup (_ ("no difference"));
  /* translators: a difference of two percentages, in points */
  return g_strdup_printf (_ ("%+.1f points"), points);
}

static void
add_row (AmpMirror *mirror, const AmpComparisonRow *row)
{
  g_autofree char  *left = amp_figure_text_share (row->shares[0]);
  g_autofree char  *right = amp_figure_text_share (row->shares[1]);
  g_autofree char  *left_count = amp_figure_text_count (row->persons[0]);
  g_autofree char  *right_count = amp_figure_text_count (row->persons[1]);
  g_autofree char  *difference = dup_difference (amp_comparison_row_get_difference (row));
  const char *const texts[] = { left, right };
  /* translators: a row of two groups A and B: its name, then for each group the
   * share and the number of persons, then the difference: "Health: A 83.8 % (3256),
   * B 71.0 % (812), −12.8 points" */
  g_autofree char *description = g_strdup_printf (_ ("%s: A %s (%s), B %s (%s), %s"), row->label, left, left_count, right, right_count, difference);

  amp_mirror_add (mirror, row->label, row->shares, texts, description);
}

static void
refresh (AmpComparisonCard *self)
{
  const AmpComparisonSide sides[] = { { self->cases[0], self->selections[0] }, { self->cases[1], self->selections[1] } };
  g_autoptr (AmpMirror) mirror = amp_mirror_new (C_ ("group", "A"), C_ ("group", "B"));
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  if (self->cases[0] == NULL || self->cases[1] == NULL)
    return;
  self->rows = amp_comparison_tabulate (sides, get_key (self), NULL, &error);
  amp_mirror_set_empty_text (mirror, self->rows != NULL ? _ ("Nobody") : error->message);
  for (guint i = 0; self->rows != NULL && i < MIN (self->rows->len, ROW_LIMIT); i++)
    add_row (mirror, g_ptr_array_index (self->rows, i));
  amp_mirror_view_set_mirror (self->mirror_view, mirror);
  amp_mirror_view_set_side_active (self->mirror_view, 1, self->cases[0] == self->cases[1]);
}

static void
on_bar_activated (AmpComparisonCard *self, guint side, guint row)
{
  const AmpComparisonRow *compared = g_ptr_array_index (self->rows, row);
  g_autofree char        *code = g_strdup (compared->code);

  g_signal_emit (self, signals[VALUE_ACTIVATED], 0, side, (guint) get_key (self), code);
}

static void
clear_sides (AmpComparisonCard *self)
{
  for (guint side = 0; side < 2; side++)
    {
      g_clear_object (&self->cases[side]);
      g_clear_pointer (&self->selections[side], amp_selection_free);
    }
}

void
amp_comparison_card_set_sides (AmpComparisonCard *self, const AmpComparisonSide *sides)
{
  g_return_if_fail (AMP_IS_COMPARISON_CARD (self));

  clear_sides (self);
  for (guint side = 0; side < 2 && sides != NULL; side++)
    {
      self->cases[side] = g_object_ref (sides[side].opened);
      self->selections[side] = amp_selection_copy (sides[side].selection);
    }
  refresh (self);
}

static void
set_key (AmpComparisonCard *self, const char *code)
{
  g_free (self->key_code);
  self->key_code = g_strdup (code);
  gtk_widget_set_visible (GTK_WIDGET (self->level_switch), amp_card_key_is_by_place (self->key_code));
}

static void
amp_comparison_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AmpComparisonCard *self = AMP_COMPARISON_CARD (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else if (id == PROP_KEY)
    g_value_set_string (value, self->key_code);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_comparison_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AmpComparisonCard *self = AMP_COMPARISON_CARD (object);

  if (id == PROP_TITLE)
    {
      g_free (self->title);
      self->title = g_value_dup_string (value);
      g_object_notify_by_pspec (object, pspec);
    }
  else if (id == PROP_KEY)
    set_key (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
amp_comparison_card_dispose (GObject *object)
{
  clear_sides (AMP_COMPARISON_CARD (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), AMP_TYPE_COMPARISON_CARD);
  G_OBJECT_CLASS (amp_comparison_card_parent_class)->dispose (object);
}

static void
amp_comparison_card_finalize (GObject *object)
{
  AmpComparisonCard *self = AMP_COMPARISON_CARD (object);

  g_free (self->title);
  g_free (self->key_code);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (amp_comparison_card_parent_class)->finalize (object);
}

static void
amp_comparison_card_class_init (AmpComparisonCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amp_comparison_card_get_property;
  object_class->set_property = amp_comparison_card_set_property;
  object_class->dispose = amp_comparison_card_dispose;
  object_class->finalize = amp_comparison_card_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, "category", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[VALUE_ACTIVATED] = g_signal_new ("value-activated", AMP_TYPE_COMPARISON_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);

  g_type_ensure (AMP_TYPE_MIRROR_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ampleur/Ampleur/ui/amp-comparison-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonCard, content);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonCard, level_switch);
  gtk_widget_class_bind_template_child (widget_class, AmpComparisonCard, mirror_view);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_bar_activated);
}

static void
amp_comparison_card_init (AmpComparisonCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
