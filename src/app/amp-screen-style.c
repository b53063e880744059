/* The look of drawings on this screen: colours from the desktop's style (dark,
 * high contrast), letters from its font and its text size.
 *
 * The one place where a widget's surroundings become an #AmpChartStyle; the
 * drawing code itself reads no setting. */
#include "amp-screen-style.h"

#include <adwaita.h>

/* What gtk-xft-dpi says where text has its normal size. */
#define NORMAL_DPI (96.0 * PANGO_SCALE)

static double
get_font_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / NORMAL_DPI : 1;
}

AmpChartStyle
amp_screen_style_get (GtkWidget *widget)
{
  AdwStyleManager      *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  gboolean              is_dark = adw_style_manager_get_dark (manager);
  gboolean              is_contrast = adw_style_manager_get_high_contrast (manager);
  AmpThemeKind          kind = is_contrast ? (is_dark ? AMP_THEME_DARK_CONTRAST : AMP_THEME_LIGHT_CONTRAST)
                                           : (is_dark ? AMP_THEME_DARK : AMP_THEME_LIGHT);

  return (AmpChartStyle){
    .theme = amp_theme_get (kind),
    .font_family = font ? pango_font_description_get_family (font) : NULL,
    .font_scale = get_font_scale (widget),
  };
}

void
amp_screen_style_watch (GtkWidget *widget, void (*changed) (GtkWidget *widget))
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (changed), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (changed), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", G_CALLBACK (changed), widget, G_CONNECT_SWAPPED);
}
