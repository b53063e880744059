/* Memory of tables that no cache holds: on large pages where the kernel has them,
 * since every look-up is somewhere else and would miss the table of pages as well
 * as the cache. Zeroed by the kernel and not used before it is touched, so a table
 * may be made as large as it may become. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_large_memory_new:
 * @size: bytes, more than none
 *
 * Returns: (transfer full): zeroed memory; ends the program when there is none, as
 *   g_malloc() does
 */
gpointer amp_large_memory_new (gsize size);

/**
 * amp_large_memory_grow:
 * @memory: (transfer full): what amp_large_memory_new() or this gave
 * @size: its bytes
 * @new_size: the bytes it shall have, more than @size
 *
 * Moves pages rather than bytes.
 *
 * Returns: (transfer full): the same bytes, and zeros behind them
 */
gpointer amp_large_memory_grow (gpointer memory, gsize size, gsize new_size);

/**
 * amp_large_memory_free:
 * @memory: (transfer full) (nullable): such memory
 * @size: its bytes
 */
void amp_large_memory_free (gpointer memory, gsize size);

G_END_DECLS
