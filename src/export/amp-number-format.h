/* Numbers and dates as a report prints them, by its language and not by the
 * locale of the process: the same case gives the same report everywhere.
 *
 * English: 1,234,567 and 12.5%. French: narrow no-break spaces and a comma, as
 * the Imprimerie nationale sets them: 1 234 567 and 12,5 %. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * amp_number_format_count:
 * @is_french: by which habits
 * @count: any number
 *
 * Returns: (transfer full): its digits in groups of three
 */
char *amp_number_format_count (gboolean is_french, gint64 count);

/**
 * amp_number_format_decimal:
 * @value: a finite number
 * @n_decimals: decimals kept, 0 to 6
 *
 * Returns: (transfer full): the number, rounded half away from zero
 */
char *amp_number_format_decimal (gboolean is_french, double value, guint n_decimals);

/**
 * amp_number_format_percent:
 * @share: 1 for all
 *
 * One decimal. What is not nothing never reads as nothing, and what is not all
 * never as all: "<0.1%" and ">99.9%".
 *
 * Returns: (transfer full): the share in percent
 */
char *amp_number_format_percent (gboolean is_french, double share);

/**
 * amp_number_format_rate:
 * @rate: not negative
 *
 * Returns: (transfer full): the number, with the more decimals the smaller it
 *   is: 1 to 3
 */
char *amp_number_format_rate (gboolean is_french, double rate);

/**
 * amp_number_format_bytes:
 * @bytes: a size
 *
 * Returns: (transfer full): the size in units of 1000 and, from 1000 on, in
 *   bytes as well: "1.2 MB (1,234,567 bytes)"
 */
char *amp_number_format_bytes (gboolean is_french, gint64 bytes);

/**
 * amp_number_format_date:
 * @date: a day, "YYYY-MM-DD"
 *
 * Returns: (transfer full): the day with its month in the language of the
 *   thread; @date itself when it is none
 */
char *amp_number_format_date (gboolean is_french, const char *date);

G_END_DECLS
