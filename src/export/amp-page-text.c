/* Lays texts out. Hinting is off: a page has the same lines on every surface. */
#include "amp-page-text.h"

#define FAMILY "Adwaita Sans,Cantarell,sans-serif"

typedef struct
{
  double      size;
  PangoWeight weight;
  PangoStyle  style;
  gboolean    is_muted;
  double      leading;
} Face;

/* clang-format off */
static const Face faces[AMP_N_PAGE_ROLES] = {
  [AMP_PAGE_TITLE]       = { 25,  PANGO_WEIGHT_BOLD,   PANGO_STYLE_NORMAL, FALSE, 1.15 },
  [AMP_PAGE_HEADING]     = { 16,  PANGO_WEIGHT_BOLD,   PANGO_STYLE_NORMAL, FALSE, 1.2 },
  [AMP_PAGE_SUBHEADING]  = { 12,  PANGO_WEIGHT_BOLD,   PANGO_STYLE_NORMAL, FALSE, 1.25 },
  [AMP_PAGE_BODY]        = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, FALSE, 1.4 },
  [AMP_PAGE_STRONG]      = { 9.5, PANGO_WEIGHT_BOLD,   PANGO_STYLE_NORMAL, FALSE, 1.4 },
  [AMP_PAGE_CAPTION]     = { 8.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, TRUE,  1.35 },
  [AMP_PAGE_FIGURE]      = { 18,  PANGO_WEIGHT_BOLD,   PANGO_STYLE_NORMAL, FALSE, 1.15 },
  [AMP_PAGE_CELL]        = { 8.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, FALSE, 1.25 },
  [AMP_PAGE_CELL_STRONG] = { 8.5, PANGO_WEIGHT_BOLD,   PANGO_STYLE_NORMAL, FALSE, 1.25 },
  [AMP_PAGE_CELL_MASKED] = { 8.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, TRUE,  1.25 },
  [AMP_PAGE_FOOT]        = { 7.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, TRUE,  1.2 },
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
  pango_cairo_context_set_resolution (context, 72);
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

static void
set_face (PangoLayout *layout, const Face *face)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family (font, FAMILY);
  pango_font_description_set_weight (font, face->weight);
  pango_font_description_set_style (font, face->style);
  pango_font_description_set_absolute_size (font, face->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_line_spacing (layout, (float) face->leading);
}

PangoLayout *
amp_page_text_new (AmpPageRole role, const char *text, double width, gboolean is_right)
{
  g_autofree char *valid = NULL;
  PangoContext    *context;
  PangoLayout     *layout;

  g_return_val_if_fail (role < AMP_N_PAGE_ROLES && text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  context = create_context ();
  layout = pango_layout_new (context);
  g_object_unref (context);
  set_face (layout, &faces[role]);
  use_tabular_digits (layout);
  if (width >= 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, is_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, valid, -1);
  return layout;
}

AmpColor
amp_page_text_get_color (AmpPageRole role)
{
  const AmpTheme *theme = amp_theme_get (AMP_THEME_LIGHT);

  return role < AMP_N_PAGE_ROLES && faces[role].is_muted ? theme->muted : theme->foreground;
}

double
amp_page_text_get_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

double
amp_page_text_get_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

void
amp_page_text_get_line_range (PangoLayoutIter *iter, double *top, double *bottom)
{
  int y0, y1;

  pango_layout_iter_get_line_yrange (iter, &y0, &y1);
  *top = (double) y0 / PANGO_SCALE;
  *bottom = (double) y1 / PANGO_SCALE;
}
