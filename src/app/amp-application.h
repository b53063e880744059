/* AmpApplication: the running program: its command line, its windows, what
 * belongs to no window.
 *
 * Owns the application-wide actions and accelerators. Several windows may be
 * open, each with its own dump or case. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMP_TYPE_APPLICATION (amp_application_get_type ())
G_DECLARE_FINAL_TYPE (AmpApplication, amp_application, AMP, APPLICATION, AdwApplication)

/**
 * amp_application_new:
 *
 * Returns: (transfer full): the application, not yet running
 */
AmpApplication *amp_application_new (void);

G_END_DECLS
