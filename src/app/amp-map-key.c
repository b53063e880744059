/* AmpMapKey: what the colours and circles of a map mean, in words.
 *
 * Invariant: `legend` borrows the texts that this owns. */
#include "amp-map-key.h"

#include <glib/gi18n-lib.h>

#include "amp-figure-text.h"

struct _AmpMapKey
{
  AmpMapFigures *figures;
  GPtrArray     *class_texts;  /* of char * */
  GPtrArray     *circle_texts; /* of char * */
  double         circle_values[AMP_CIRCLE_SCALE_N_STEPS];
  AmpLegend      legend;
};

static const char *const titles[AMP_N_MAP_MEASURES] = {
  [AMP_MAP_MEASURE_PERSONS] = N_ ("Persons"),
  [AMP_MAP_MEASURE_RATE] = N_ ("Persons per 1,000 inhabitants"),
  [AMP_MAP_MEASURE_SENSITIVE] = N_ ("Share with sensitive data"),
};

static char *
format_class (AmpMapFigures *figures, const AmpClasses *classes, guint index)
{
  g_autofree char *low = amp_map_figures_format (figures, classes->lowest[index]);
  g_autofree char *high = amp_map_figures_format (figures, classes->highest[index]);

  return g_str_equal (low, high) ? g_steal_pointer (&low) : g_strdup_printf ("%s – %s", low, high);
}

/* Circles that show persons by their size alone need no colours explained. */
static gboolean
has_colors (AmpMapFigures *figures)
{
  return amp_map_figures_has_outlines (figures) || amp_map_figures_get_measure (figures) != AMP_MAP_MEASURE_PERSONS;
}

static void
describe_colors (AmpMapKey *self)
{
  const AmpClasses *classes = amp_map_figures_get_classes (self->figures);

  for (guint i = 0; i < classes->n_classes; i++)
    g_ptr_array_add (self->class_texts, format_class (self->figures, classes, i));
  self->legend.title = _ (titles[amp_map_figures_get_measure (self->figures)]);
  self->legend.class_texts = (const char *const *) self->class_texts->pdata;
  self->legend.n_classes = self->class_texts->len;
  if (amp_map_figures_has_outlines (self->figures))
    self->legend.no_data_text = _ ("Nobody");
  if (amp_map_figures_has_unknown (self->figures))
    self->legend.masked_text = _ ("Unknown");
}

static void
describe_circles (AmpMapKey *self)
{
  const AmpCircleScale *scale = amp_map_figures_get_scale (self->figures);
  guint                 n_steps = amp_circle_scale_get_steps (scale, self->circle_values);

  for (guint i = 0; i < n_steps; i++)
    g_ptr_array_add (self->circle_texts, amp_figure_text_count (self->circle_values[i]));
  self->legend.circle_title = _ ("Persons");
  self->legend.circles = scale;
  self->legend.circle_values = self->circle_values;
  self->legend.circle_texts = (const char *const *) self->circle_texts->pdata;
  self->legend.n_circles = n_steps;
}

AmpMapKey *
amp_map_key_new (AmpMapFigures *figures)
{
  g_return_val_if_fail (figures != NULL, NULL);

  AmpMapKey *self = g_new0 (AmpMapKey, 1);

  self->figures = amp_map_figures_ref (figures);
  self->class_texts = g_ptr_array_new_with_free_func (g_free);
  self->circle_texts = g_ptr_array_new_with_free_func (g_free);
  if (has_colors (figures))
    describe_colors (self);
  if (amp_map_figures_has_sizes (figures))
    describe_circles (self);
  if (amp_map_figures_has_approximate (figures))
    self->legend.approximate_text = _ ("Approximate position");
  if (amp_map_figures_has_masked (figures))
    self->legend.masked_text = _ ("Masked");
  return self;
}

void
amp_map_key_free (AmpMapKey *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->class_texts);
  g_ptr_array_unref (self->circle_texts);
  amp_map_figures_unref (self->figures);
  g_free (self);
}

const AmpLegend *
amp_map_key_get_legend (const AmpMapKey *self)
{
  return &self->legend;
}

static void
append_lines (GString *text, const char *title, GPtrArray *lines)
{
  if (lines->len == 0)
    return;
  g_string_append_printf (text, "%s\n", title);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (lines, i));
}

char *
amp_map_key_dup_text (const AmpMapKey *self)
{
  GString *text = g_string_new (NULL);

  append_lines (text, self->legend.title, self->class_texts);
  append_lines (text, self->legend.circle_title, self->circle_texts);
  return g_string_free (text, FALSE);
}
