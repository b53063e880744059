/* The colours: see the header.
 *
 * Invariant: a fact is a row of the table; nothing here is computed but the
 * steps between the anchors of a ramp. */
#include "amp-palette.h"

#include <math.h>

#define HEX(rgb)                                                                     \
  {                                                                                  \
    ((rgb) >> 16 & 0xff) / 255.0, ((rgb) >> 8 & 0xff) / 255.0, ((rgb) &0xff) / 255.0 \
  }

/* clang-format off */
/* Greys and blue follow GNOME's palette closely enough to sit beside its
 * widgets. The ramps run from the theme's background side: pale sand, green,
 * teal, blue, indigo on light; the other way round in lightness on dark. The
 * categorical colours differ in lightness too, so that the four stay apart
 * without hue. */
static const AmpTheme themes[AMP_N_THEMES] = {
  [AMP_THEME_LIGHT] = {
    .background = HEX (0xffffff), .foreground = HEX (0x2e3436), .muted = HEX (0x585d61),
    .grid = HEX (0xdcdcdf), .accent = HEX (0x3478c8), .selection = HEX (0x1a4f94),
    .no_data = HEX (0xececec), .masked = HEX (0x7f858a),
    .sea = HEX (0xeaf1f6), .land = HEX (0xf7f6f3), .border = HEX (0xffffff),
    .categorical = { HEX (0x5897cf), HEX (0x257a70), HEX (0xaf711c), HEX (0xa72745) },
    .sequential = { HEX (0xf4efc4), HEX (0xa5d6a7), HEX (0x4aa9ae), HEX (0x2f6fad), HEX (0x26306f) },
  },
  [AMP_THEME_DARK] = {
    .background = HEX (0x303030), .foreground = HEX (0xf2f2f2), .muted = HEX (0xc3c7ca),
    .grid = HEX (0x4a4a4d), .accent = HEX (0x78aeed), .selection = HEX (0xc4ddff),
    .no_data = HEX (0x464648), .masked = HEX (0x9da2a6),
    .sea = HEX (0x20262c), .land = HEX (0x34373a), .border = HEX (0x1f2327),
    .categorical = { HEX (0x87b5dd), HEX (0x40bbaa), HEX (0xf7b458), HEX (0xfc6b93) },
    .sequential = { HEX (0x35456f), HEX (0x2f6fa3), HEX (0x3fa0a8), HEX (0x8fd19a), HEX (0xf6f0b8) },
  },
  [AMP_THEME_LIGHT_CONTRAST] = {
    .background = HEX (0xffffff), .foreground = HEX (0x000000), .muted = HEX (0x333333),
    .grid = HEX (0x8a8a8a), .accent = HEX (0x0b4ea2), .selection = HEX (0x000000),
    .no_data = HEX (0xe4e4e4), .masked = HEX (0x4d4d4d),
    .sea = HEX (0xdfe9f1), .land = HEX (0xf7f7f7), .border = HEX (0x5a5a5a),
    .categorical = { HEX (0x3971c3), HEX (0x185c63), HEX (0x944a07), HEX (0x680038) },
    .sequential = { HEX (0xf8f3cf), HEX (0x9bd3a0), HEX (0x3b9ba3), HEX (0x1f5c9c), HEX (0x14194f) },
  },
  [AMP_THEME_DARK_CONTRAST] = {
    .background = HEX (0x1e1e1e), .foreground = HEX (0xffffff), .muted = HEX (0xdadada),
    .grid = HEX (0x8a8a8a), .accent = HEX (0x99c1f1), .selection = HEX (0xffffff),
    .no_data = HEX (0x4a4a4a), .masked = HEX (0xc8c8c8),
    .sea = HEX (0x000000), .land = HEX (0x2a2a2a), .border = HEX (0xa0a0a0),
    .categorical = { HEX (0x9bbbee), HEX (0x59d9c9), HEX (0xfbd177), HEX (0xff88a4) },
    .sequential = { HEX (0x2c3c6e), HEX (0x2f74ad), HEX (0x46aeb4), HEX (0x9cdda4), HEX (0xfffacb) },
  },
};

/* The other ramps, on light and on dark. */
static const AmpColor ramps[AMP_N_PALETTES][2][AMP_THEME_N_ANCHORS] = {
  [AMP_PALETTE_CIVIDIS] = {
    { HEX (0xfbe96a), HEX (0xc9b86b), HEX (0x8f8a77), HEX (0x4f5870), HEX (0x00204d) },
    { HEX (0x2c4372), HEX (0x5f6678), HEX (0x97907a), HEX (0xcdbb6c), HEX (0xffee72) },
  },
  [AMP_PALETTE_AMBER] = {
    { HEX (0xffefb4), HEX (0xfdbd58), HEX (0xe8821e), HEX (0xa84607), HEX (0x55200a) },
    { HEX (0x663317), HEX (0x9c4a12), HEX (0xd97b22), HEX (0xfbb55a), HEX (0xffeec0) },
  },
  [AMP_PALETTE_BLUE] = {
    { HEX (0xd2e4f6), HEX (0x97c4e6), HEX (0x4f96cc), HEX (0x1f629f), HEX (0x08284f) },
    { HEX (0x254268), HEX (0x326799), HEX (0x5395c9), HEX (0x93c3e6), HEX (0xe4f2fd) },
  },
};

static const char *const palette_codes[AMP_N_PALETTES] = {
  [AMP_PALETTE_TEAL] = "teal",
  [AMP_PALETTE_CIVIDIS] = "cividis",
  [AMP_PALETTE_AMBER] = "amber",
  [AMP_PALETTE_BLUE] = "blue",
};
/* clang-format on */

static AmpTheme variants[AMP_N_PALETTES][AMP_N_THEMES];

typedef struct
{
  double lightness;
  double a;
  double b;
} Lab;

static double
decode_gamma (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
encode_gamma (double channel)
{
  double bounded = CLAMP (channel, 0.0, 1.0);

  return bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * pow (bounded, 1 / 2.4) - 0.055;
}

static Lab
to_lab (AmpColor color)
{
  double red = decode_gamma (color.red);
  double green = decode_gamma (color.green);
  double blue = decode_gamma (color.blue);
  double l = cbrt (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  double m = cbrt (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  double s = cbrt (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);

  return (Lab){
    0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
  };
}

static AmpColor
from_lab (Lab lab)
{
  double l = pow (lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
  double m = pow (lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
  double s = pow (lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);

  return (AmpColor){
    encode_gamma (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode_gamma (-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode_gamma (-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
  };
}

static double
luminance (AmpColor color)
{
  return 0.2126 * decode_gamma (color.red) + 0.7152 * decode_gamma (color.green) + 0.0722 * decode_gamma (color.blue);
}

const AmpTheme *
amp_theme_get (AmpThemeKind kind)
{
  g_return_val_if_fail (kind < AMP_N_THEMES, &themes[AMP_THEME_LIGHT]);

  return &themes[kind];
}

const char *
amp_palette_get_code (AmpPalette palette)
{
  g_return_val_if_fail (palette < AMP_N_PALETTES, palette_codes[0]);

  return palette_codes[palette];
}

AmpPalette
amp_palette_from_code (const char *code)
{
  for (AmpPalette palette = 0; palette < AMP_N_PALETTES; palette++)
    if (g_strcmp0 (palette_codes[palette], code) == 0)
      return palette;
  return AMP_PALETTE_TEAL;
}

static void
fill_variants (void)
{
  for (AmpPalette palette = 0; palette < AMP_N_PALETTES; palette++)
    for (AmpThemeKind kind = 0; kind < AMP_N_THEMES; kind++)
      {
        gboolean is_dark = kind == AMP_THEME_DARK || kind == AMP_THEME_DARK_CONTRAST;

        variants[palette][kind] = themes[kind];
        for (guint i = 0; palette != AMP_PALETTE_TEAL && i < AMP_THEME_N_ANCHORS; i++)
          variants[palette][kind].sequential[i] = ramps[palette][is_dark][i];
      }
}

/* Which kind a theme is, with whichever ramp. */
static AmpThemeKind
get_kind (const AmpTheme *theme)
{
  for (AmpThemeKind kind = 0; kind < AMP_N_THEMES; kind++)
    for (AmpPalette palette = 0; palette < AMP_N_PALETTES; palette++)
      if (theme == &themes[kind] || theme == &variants[palette][kind])
        return kind;
  g_return_val_if_reached (AMP_THEME_LIGHT);
}

const AmpTheme *
amp_theme_get_with_palette (const AmpTheme *theme, AmpPalette palette)
{
  static gsize is_filled;

  g_return_val_if_fail (theme != NULL && palette < AMP_N_PALETTES, theme);

  if (g_once_init_enter (&is_filled))
    {
      fill_variants ();
      g_once_init_leave (&is_filled, 1);
    }
  return &variants[palette][get_kind (theme)];
}

AmpColor
amp_theme_get_sequential (const AmpTheme *theme, double position)
{
  double scaled;
  guint  anchor;
  double share;
  Lab    low, high;

  g_return_val_if_fail (theme != NULL, themes[0].foreground);

  /* The comparison also turns NaN into 0. */
  scaled = position > 0 ? MIN (position, 1.0) * (AMP_THEME_N_ANCHORS - 1) : 0;
  anchor = MIN ((guint) scaled, AMP_THEME_N_ANCHORS - 2);
  share = scaled - anchor;
  low = to_lab (theme->sequential[anchor]);
  high = to_lab (theme->sequential[anchor + 1]);
  return from_lab ((Lab){
      low.lightness + share * (high.lightness - low.lightness),
      low.a + share * (high.a - low.a),
      low.b + share * (high.b - low.b),
  });
}

AmpColor
amp_theme_get_class_color (const AmpTheme *theme, guint index, guint n_classes)
{
  return amp_theme_get_sequential (theme, n_classes < 2 ? 0.5 : (double) index / (n_classes - 1));
}

AmpColor
amp_theme_get_mark_color (const AmpTheme *theme, int color)
{
  g_return_val_if_fail (theme != NULL, themes[0].foreground);

  return color >= 0 && color < AMP_THEME_N_CATEGORICAL ? theme->categorical[color] : theme->accent;
}

AmpColor
amp_color_mix (AmpColor from, AmpColor to, double share)
{
  return (AmpColor){
    from.red + share * (to.red - from.red),
    from.green + share * (to.green - from.green),
    from.blue + share * (to.blue - from.blue),
  };
}

double
amp_color_contrast (AmpColor one, AmpColor other)
{
  double first = luminance (one) + 0.05;
  double second = luminance (other) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

char *
amp_color_get_hex (AmpColor color)
{
  return g_strdup_printf ("#%02x%02x%02x",
                          (guint) lround (color.red * 255),
                          (guint) lround (color.green * 255),
                          (guint) lround (color.blue * 255));
}
