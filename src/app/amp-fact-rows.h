/* Rows of a preferences group that tell a figure and how it was counted.
 *
 * Texts are shown as they are, never as markup: names come from a dump. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * amp_fact_row_new:
 * @title: what the figure is
 * @note: (nullable): how it was counted
 * @value: the figure, or a short text that can be copied
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *amp_fact_row_new (const char *title, const char *note, const char *value);

/**
 * amp_fact_row_new_count:
 * @count: how many
 *
 * The same, with a number.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *amp_fact_row_new_count (const char *title, const char *note, gint64 count);

G_END_DECLS
