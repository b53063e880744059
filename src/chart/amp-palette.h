/* The colours of every drawing, as tables.
 *
 * Four themes: light and dark, each with a high-contrast sibling. Invariant,
 * kept by tests/test-palette.c: texts reach 4.5:1 on the background (WCAG 2.1,
 * criterion 1.4.3), marks 3:1 (criterion 1.4.11), and a sequential ramp always
 * goes one way in lightness, so that it survives grey printing and every
 * colour blindness. Must not know what is drawn. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpColor:
 * @red: sRGB, 0 to 1
 * @green: sRGB, 0 to 1
 * @blue: sRGB, 0 to 1
 */
typedef struct
{
  double red;
  double green;
  double blue;
} AmpColor;

typedef enum
{
  AMP_THEME_LIGHT,
  AMP_THEME_DARK,
  AMP_THEME_LIGHT_CONTRAST,
  AMP_THEME_DARK_CONTRAST,
  AMP_N_THEMES,
} AmpThemeKind;

/* As many as there are classes of sensitivity, from the mildest. */
#define AMP_THEME_N_CATEGORICAL 4
#define AMP_THEME_N_ANCHORS 5

/**
 * AmpTheme:
 * @background: behind a chart
 * @foreground: texts and values
 * @muted: secondary texts
 * @grid: hairlines that only separate
 * @accent: marks without a category
 * @selection: outline of what is selected
 * @no_data: an area nothing is known about
 * @masked: the hatching of what may not be told
 * @sea: behind a map
 * @land: land outside the areas shown
 * @border: outline of areas
 * @categorical: from the mildest sensitivity to the gravest
 * @sequential: anchors of the ramp, from the lowest value to the highest
 */
typedef struct
{
  AmpColor background;
  AmpColor foreground;
  AmpColor muted;
  AmpColor grid;
  AmpColor accent;
  AmpColor selection;
  AmpColor no_data;
  AmpColor masked;
  AmpColor sea;
  AmpColor land;
  AmpColor border;
  AmpColor categorical[AMP_THEME_N_CATEGORICAL];
  AmpColor sequential[AMP_THEME_N_ANCHORS];
} AmpTheme;

/**
 * amp_theme_get:
 * @kind: which theme
 *
 * Returns: (transfer none): the theme, constant
 */
const AmpTheme *amp_theme_get (AmpThemeKind kind);

/**
 * AmpPalette:
 * @AMP_PALETTE_TEAL: sand, green, teal, indigo: the themes' own ramp
 * @AMP_PALETTE_CIVIDIS: yellow to blue, made for those who do not tell red from
 *   green (Nuñez, Anderton and Renslow, "Optimizing colormaps with consideration
 *   for color vision deficiency", 2018)
 * @AMP_PALETTE_AMBER: cream, orange, brown
 * @AMP_PALETTE_BLUE: one hue
 *
 * Ramps of maps, each of them readable with every colour blindness.
 */
typedef enum
{
  AMP_PALETTE_TEAL,
  AMP_PALETTE_CIVIDIS,
  AMP_PALETTE_AMBER,
  AMP_PALETTE_BLUE,
  AMP_N_PALETTES,
} AmpPalette;

/**
 * amp_palette_get_code:
 *
 * Returns: (transfer none): the stable name that settings keep: "teal"
 */
const char *amp_palette_get_code (AmpPalette palette);

/**
 * amp_palette_from_code:
 * @code: (nullable): any string
 *
 * Returns: the palette of that name; the first one when there is none
 */
AmpPalette amp_palette_from_code (const char *code);

/**
 * amp_theme_get_with_palette:
 * @theme: one that this or amp_theme_get() returned
 *
 * Returns: (transfer none): the theme with another ramp, constant
 */
const AmpTheme *amp_theme_get_with_palette (const AmpTheme *theme, AmpPalette palette);

/**
 * amp_theme_get_sequential:
 * @position: 0 the lowest value, 1 the highest; what lies outside is brought
 *   back in, NaN counts as 0
 *
 * Interpolates between the anchors in OKLab (Björn Ottosson, "A perceptual
 * color space for image processing", 2020), where equal steps look equal.
 *
 * Returns: the colour of the ramp there
 */
AmpColor amp_theme_get_sequential (const AmpTheme *theme, double position);

/**
 * amp_theme_get_class_color:
 * @index: the class, 0 the lowest
 * @n_classes: how many there are
 *
 * Returns: the colour of one class among @n_classes spread over the ramp; a
 *   single class takes the middle
 */
AmpColor amp_theme_get_class_color (const AmpTheme *theme, guint index, guint n_classes);

/**
 * amp_theme_get_mark_color:
 * @color: the index of a categorical colour, or -1
 *
 * Returns: that colour, or the accent when @color names none
 */
AmpColor amp_theme_get_mark_color (const AmpTheme *theme, int color);

/**
 * amp_color_mix:
 * @from: the colour at @share 0
 * @to: the colour at @share 1
 * @share: 0 to 1
 *
 * Returns: the colour between both, mixed as a translucent layer would be
 */
AmpColor amp_color_mix (AmpColor from, AmpColor to, double share);

/**
 * amp_color_contrast:
 *
 * Returns: the contrast ratio of WCAG 2.1, from 1 (the same) to 21 (black on
 *   white), in either order
 */
double amp_color_contrast (AmpColor one, AmpColor other);

/**
 * amp_color_get_hex:
 *
 * Returns: (transfer full): "#rrggbb", for style sheets
 */
char *amp_color_get_hex (AmpColor color);

G_END_DECLS
