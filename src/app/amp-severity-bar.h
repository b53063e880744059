/* AmpSeverityBar: how people spread over the bands of severity, as one stacked
 * bar, the gravest first. A picture with a name that tells the same in words. */
#pragma once

#include <gtk/gtk.h>

#include "amp-case-severity.h"

G_BEGIN_DECLS

#define AMP_TYPE_SEVERITY_BAR (amp_severity_bar_get_type ())
G_DECLARE_FINAL_TYPE (AmpSeverityBar, amp_severity_bar, AMP, SEVERITY_BAR, GtkWidget)

GtkWidget *amp_severity_bar_new (void);

/**
 * amp_severity_bar_set_bands:
 * @bands: (array fixed-size=4): persons of each band, indexed by #AmpSeverityBand
 */
void amp_severity_bar_set_bands (AmpSeverityBar *self, const gint64 *bands);

/**
 * amp_severity_bar_dup_text:
 * @bands: (array fixed-size=4): persons of each band
 *
 * Returns: (transfer full): "Very high: 3,256 · High: 630", without empty bands
 */
char *amp_severity_bar_dup_text (const gint64 *bands);

G_END_DECLS
