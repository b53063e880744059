/* What src/chart/amp-palette promises: readable texts, marks that are told
 * apart, with or without colour vision. */
#include "amp-palette.h"

#include <math.h>

/* Machado, Oliveira and Fernandes, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency", 2009: severity 1.0, linear RGB. */
/* clang-format off */
static const double deficiencies[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};
/* clang-format on */

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* CIE L*a*b* under D65, as seen with a deficiency. */
static void
to_lab (AmpColor color, guint deficiency, double lab[3])
{
  const double linear[3] = { to_linear (color.red), to_linear (color.green), to_linear (color.blue) };
  double       seen[3], xyz[3];

  for (guint i = 0; i < 3; i++)
    {
      seen[i] = 0;
      for (guint j = 0; j < 3; j++)
        seen[i] += deficiencies[deficiency][i][j] * linear[j];
      seen[i] = CLAMP (seen[i], 0, 1);
    }
  xyz[0] = (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047;
  xyz[1] = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2];
  xyz[2] = (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883;
  for (guint i = 0; i < 3; i++)
    xyz[i] = xyz[i] > 0.008856 ? cbrt (xyz[i]) : 7.787 * xyz[i] + 16.0 / 116;
  lab[0] = 116 * xyz[1] - 16;
  lab[1] = 500 * (xyz[0] - xyz[1]);
  lab[2] = 200 * (xyz[1] - xyz[2]);
}

static double
get_distance (AmpColor one, AmpColor other, guint deficiency)
{
  double first[3], second[3];

  to_lab (one, deficiency, first);
  to_lab (other, deficiency, second);
  return sqrt (pow (first[0] - second[0], 2) + pow (first[1] - second[1], 2) + pow (first[2] - second[2], 2));
}

static void
test_contrast_is_that_of_wcag (void)
{
  AmpColor black = { 0, 0, 0 };
  AmpColor white = { 1, 1, 1 };
  AmpColor grey = { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0 };

  g_assert_cmpfloat_with_epsilon (amp_color_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (amp_color_contrast (white, white), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (amp_color_contrast (white, grey), 4.48, 0.005);
}

static void
test_texts_are_readable (void)
{
  for (AmpThemeKind kind = 0; kind < AMP_N_THEMES; kind++)
    {
      const AmpTheme *theme = amp_theme_get (kind);
      double          least = kind >= AMP_THEME_LIGHT_CONTRAST ? 7 : 4.5;
      AmpColor        selected = amp_color_mix (theme->background, theme->accent, 0.15);
      AmpColor        hovered = amp_color_mix (selected, theme->foreground, 0.07);

      g_assert_cmpfloat (amp_color_contrast (theme->foreground, theme->background), >=, 7);
      g_assert_cmpfloat (amp_color_contrast (theme->muted, theme->background), >=, least);
      g_assert_cmpfloat (amp_color_contrast (theme->muted, selected), >=, 4.5);
      g_assert_cmpfloat (amp_color_contrast (theme->muted, hovered), >=, 4.5);
      g_assert_cmpfloat (amp_color_contrast (theme->foreground, theme->sea), >=, 4.5);
      g_assert_cmpfloat (amp_color_contrast (theme->foreground, theme->land), >=, 4.5);
      g_assert_cmpfloat (amp_color_contrast (theme->muted, theme->sea), >=, 4.5);
    }
}

static void
test_marks_stand_out (void)
{
  for (AmpThemeKind kind = 0; kind < AMP_N_THEMES; kind++)
    {
      const AmpTheme *theme = amp_theme_get (kind);

      for (int color = -1; color < AMP_THEME_N_CATEGORICAL; color++)
        g_assert_cmpfloat (amp_color_contrast (amp_theme_get_mark_color (theme, color), theme->background), >=, 3);
      g_assert_cmpfloat (amp_color_contrast (theme->masked, theme->background), >=, 3);
      g_assert_cmpfloat (amp_color_contrast (theme->selection, theme->background), >=, 4.5);
    }
}

static void
test_categories_are_told_apart (void)
{
  for (AmpThemeKind kind = 0; kind < AMP_N_THEMES; kind++)
    for (guint one = 0; one < AMP_THEME_N_CATEGORICAL; one++)
      for (guint other = 0; other < one; other++)
        for (guint deficiency = 0; deficiency < G_N_ELEMENTS (deficiencies); deficiency++)
          {
            const AmpColor *colors = amp_theme_get (kind)->categorical;

            g_test_message ("theme %d, colours %u and %u, deficiency %u: %.1f", kind, one, other, deficiency, get_distance (colors[one], colors[other], deficiency));
            g_assert_cmpfloat (get_distance (colors[one], colors[other], deficiency), >=, 15);
          }
}

static void
test_ramps_go_one_way (void)
{
  for (guint variant = 0; variant < AMP_N_THEMES * AMP_N_PALETTES; variant++)
    {
      AmpThemeKind    kind = variant % AMP_N_THEMES;
      const AmpTheme *theme = amp_theme_get_with_palette (amp_theme_get (kind), variant / AMP_N_THEMES);
      double          sign = kind == AMP_THEME_LIGHT || kind == AMP_THEME_LIGHT_CONTRAST ? -1 : 1;

      for (guint deficiency = 0; deficiency < G_N_ELEMENTS (deficiencies); deficiency++)
        for (guint i = 1; i < 7; i++)
          {
            double before[3], after[3];

            to_lab (amp_theme_get_class_color (theme, i - 1, 7), deficiency, before);
            to_lab (amp_theme_get_class_color (theme, i, 7), deficiency, after);
            g_assert_cmpfloat (sign * (after[0] - before[0]), >=, 4);
          }
    }
}

static void
test_palettes_differ (void)
{
  const AmpTheme *theme = amp_theme_get (AMP_THEME_DARK);

  for (AmpPalette palette = 0; palette < AMP_N_PALETTES; palette++)
    {
      const AmpTheme *variant = amp_theme_get_with_palette (theme, palette);

      g_assert_cmpint (amp_palette_from_code (amp_palette_get_code (palette)), ==, palette);
      g_assert_true (amp_theme_get_with_palette (variant, palette) == variant);
      g_assert_cmpfloat (get_distance (variant->sea, theme->sea, 0), <, 0.1);
      for (AmpPalette other = 0; other < palette; other++)
        g_assert_cmpfloat (get_distance (variant->sequential[2], amp_theme_get_with_palette (theme, other)->sequential[2], 0), >, 10);
      /* Nobody is not mistaken for few. */
      for (AmpThemeKind kind = 0; kind < AMP_N_THEMES; kind++)
        {
          const AmpTheme *shown = amp_theme_get_with_palette (amp_theme_get (kind), palette);

          for (guint i = 0; i < AMP_THEME_N_ANCHORS; i++)
            g_assert_cmpfloat (get_distance (shown->sequential[i], shown->no_data, 0), >, 6);
        }
    }
  g_assert_cmpint (amp_palette_from_code ("none"), ==, AMP_PALETTE_TEAL);
}

static void
test_ramps_meet_their_anchors (void)
{
  const AmpTheme *theme = amp_theme_get (AMP_THEME_LIGHT);

  for (guint i = 0; i < AMP_THEME_N_ANCHORS; i++)
    {
      g_autofree char *wanted = amp_color_get_hex (theme->sequential[i]);
      g_autofree char *got = amp_color_get_hex (amp_theme_get_sequential (theme, i / (AMP_THEME_N_ANCHORS - 1.0)));

      g_assert_cmpstr (got, ==, wanted);
    }
  g_assert_cmpfloat (get_distance (amp_theme_get_sequential (theme, NAN), theme->sequential[0], 0), <, 0.1);
  g_assert_cmpfloat (get_distance (amp_theme_get_sequential (theme, 99), theme->sequential[AMP_THEME_N_ANCHORS - 1], 0), <, 0.1);
  g_assert_cmpfloat (get_distance (amp_theme_get_class_color (theme, 0, 1), theme->sequential[2], 0), <, 0.1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/palette/contrast-is-that-of-wcag", test_contrast_is_that_of_wcag);
  g_test_add_func ("/chart/palette/texts-are-readable", test_texts_are_readable);
  g_test_add_func ("/chart/palette/marks-stand-out", test_marks_stand_out);
  g_test_add_func ("/chart/palette/categories-are-told-apart", test_categories_are_told_apart);
  g_test_add_func ("/chart/palette/ramps-go-one-way-in-lightness", test_ramps_go_one_way);
  g_test_add_func ("/chart/palette/palettes-differ", test_palettes_differ);
  g_test_add_func ("/chart/palette/ramps-meet-their-anchors", test_ramps_meet_their_anchors);
  return g_test_run ();
}
