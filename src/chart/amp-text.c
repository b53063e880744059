/* One line of text: see the header.
 *
 * Must not read the desktop's font settings: the caller passes the family. */
#include "amp-text.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "amp-text-ruler.h"

/* GNOME's two faces of these years, then whatever there is. */
#define DEFAULT_FAMILY "Adwaita Sans,Cantarell,sans-serif"

/* Distance between lines, as a multiple of the size. */
#define LEADING 1.4

typedef struct
{
  double      size;
  PangoWeight weight;
} Face;

/* clang-format off */
static const Face faces[AMP_N_TEXT_ROLES] = {
  [AMP_TEXT_TITLE] = { 17, PANGO_WEIGHT_BOLD },
  [AMP_TEXT_BODY] = { 14, PANGO_WEIGHT_NORMAL },
  [AMP_TEXT_STRONG] = { 14, PANGO_WEIGHT_BOLD },
  [AMP_TEXT_CAPTION] = { 12, PANGO_WEIGHT_NORMAL },
  [AMP_TEXT_CAPTION_STRONG] = { 12, PANGO_WEIGHT_BOLD },
};
/* clang-format on */

static PangoContext *
create_context (void)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

/* Digits of one width, so that numbers of a column align. */
static void
use_tabular_digits (PangoLayout *layout)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
}

static PangoLayout *
create_layout (const AmpChartStyle *style, AmpTextRole role, const char *text)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  PangoContext    *context = create_context ();
  PangoLayout     *layout = pango_layout_new (context);

  pango_font_description_set_family (font, style->font_family ? style->font_family : DEFAULT_FAMILY);
  pango_font_description_set_weight (font, faces[role].weight);
  pango_font_description_set_absolute_size (font, faces[role].size * amp_text_scale (style) * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  use_tabular_digits (layout);
  pango_layout_set_text (layout, valid, -1);
  g_object_unref (context);
  return layout;
}

static PangoLayout *
create_line (const AmpChartStyle *style, AmpTextRole role, const char *text)
{
  PangoLayout *layout = create_layout (style, role, text);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static void
get_size (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *width = logical.width / (double) PANGO_SCALE;
  *height = logical.height / (double) PANGO_SCALE;
}

static void
move_to (cairo_t *cr, PangoLayout *layout, AmpTextAnchor anchor, double x, double middle)
{
  double width, height;

  get_size (layout, &width, &height);
  if (anchor == AMP_TEXT_END)
    x -= width;
  else if (anchor == AMP_TEXT_MIDDLE)
    x -= width / 2;
  cairo_move_to (cr, x, middle - height / 2);
}

double
amp_text_scale (const AmpChartStyle *style)
{
  g_return_val_if_fail (style != NULL, 1);

  return isfinite (style->font_scale) ? CLAMP (style->font_scale, 0.25, 8.0) : 1;
}

double
amp_text_get_line_height (const AmpChartStyle *style, AmpTextRole role)
{
  g_return_val_if_fail (role < AMP_N_TEXT_ROLES, 0);

  return ceil (faces[role].size * amp_text_scale (style) * LEADING);
}

typedef struct
{
  const AmpChartStyle *style;
  AmpTextRole          role;
} Lettering;

static int
measure_line (const char *text, gconstpointer data)
{
  const Lettering *lettering = data;
  g_autoptr (PangoLayout) layout = create_line (lettering->style, lettering->role, text);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width;
}

double
amp_text_get_width (const AmpChartStyle *style, AmpTextRole role, const char *text)
{
  const Lettering  lettering = { style, role };
  g_autofree char *font = NULL;

  g_return_val_if_fail (style != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  font = g_strdup_printf ("%d %a %s", role, amp_text_scale (style), style->font_family ? style->font_family : "");
  return amp_text_ruler_get_width (font, text, measure_line, &lettering) / (double) PANGO_SCALE;
}

void
amp_text_draw (cairo_t *cr, const AmpChartStyle *style, AmpTextRole role, AmpColor color, const char *text, AmpTextAnchor anchor, double x, double middle, double width)
{
  g_autoptr (PangoLayout) layout = NULL;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (style != NULL);
  g_return_if_fail (text != NULL);

  layout = create_line (style, role, text);
  if (width >= 0)
    {
      double natural, height;

      get_size (layout, &natural, &height);
      if (natural > width)
        pango_layout_set_width (layout, (int) (MIN (width, 1e5) * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  move_to (cr, layout, anchor, x, middle);
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  pango_cairo_update_layout (cr, layout);
  pango_cairo_show_layout (cr, layout);
}

void
amp_text_draw_haloed (cairo_t *cr, const AmpChartStyle *style, AmpTextRole role, AmpColor color, AmpColor halo, const char *text, AmpTextAnchor anchor, double x, double middle)
{
  g_autoptr (PangoLayout) layout = NULL;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (style != NULL);
  g_return_if_fail (text != NULL);

  layout = create_line (style, role, text);
  move_to (cr, layout, anchor, x, middle);
  cairo_save (cr);
  pango_cairo_update_layout (cr, layout);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 3.5 * amp_text_scale (style));
  cairo_set_source_rgba (cr, halo.red, halo.green, halo.blue, 0.85);
  cairo_stroke (cr);
  cairo_restore (cr);
  move_to (cr, layout, anchor, x, middle);
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  pango_cairo_show_layout (cr, layout);
}

double
amp_text_draw_paragraph (cairo_t *cr, const AmpChartStyle *style, AmpTextRole role, AmpColor color, const char *text, double x, double top, double width, int max_lines)
{
  g_autoptr (PangoLayout) layout = NULL;
  double natural, height;

  g_return_val_if_fail (style != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  layout = create_layout (style, role, text);
  pango_layout_set_width (layout, (int) (CLAMP (width, 1, 1e5) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -max_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  get_size (layout, &natural, &height);
  if (cr)
    {
      cairo_move_to (cr, x, top);
      cairo_set_source_rgb (cr, color.red, color.green, color.blue);
      pango_cairo_update_layout (cr, layout);
      pango_cairo_show_layout (cr, layout);
    }
  return height;
}
