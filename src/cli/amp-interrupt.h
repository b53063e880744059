/* An interruption (Ctrl+C, a closed terminal, a polite kill) as a cancellation, so
 * that what is being written is taken back before the program ends. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * amp_interrupt_watch:
 *
 * From now on SIGINT, SIGTERM and SIGHUP cancel instead of killing, for the rest
 * of the program. A second signal kills as usual. Call it once, before other
 * threads start.
 *
 * Returns: (transfer full): cancelled by the first signal
 */
GCancellable *amp_interrupt_watch (void);

G_END_DECLS
