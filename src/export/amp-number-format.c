/* Groups digits and names units. */
#include "amp-number-format.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#define NARROW_SPACE "\xE2\x80\xAF"
#define NO_BREAK_SPACE "\xC2\xA0"

/* clang-format off */
static const char *const MONTHS[] = {
  N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
  N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
};
static const char *const ENGLISH_UNITS[] = { "kB", "MB", "GB", "TB" };
static const char *const FRENCH_UNITS[] = { "ko", "Mo", "Go", "To" };
/* clang-format on */

static void
append_grouped (GString *text, gboolean is_french, const char *digits, gsize n_digits)
{
  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        g_string_append (text, is_french ? NARROW_SPACE : ",");
      g_string_append_c (text, digits[i]);
    }
}

char *
amp_number_format_count (gboolean is_french, gint64 count)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  gboolean         is_negative = digits[0] == '-';
  GString         *text = g_string_new (is_negative ? "−" : "");

  append_grouped (text, is_french, digits + is_negative, strlen (digits) - is_negative);
  return g_string_free (text, FALSE);
}

char *
amp_number_format_decimal (gboolean is_french, double value, guint n_decimals)
{
  char        digits[G_ASCII_DTOSTR_BUF_SIZE + 320];
  char        format[] = "%.0f";
  double      unit = pow (10, MIN (n_decimals, 6));
  GString    *text = g_string_new (value < 0 ? "−" : "");
  const char *point;

  format[2] = (char) ('0' + MIN (n_decimals, 6));
  g_ascii_formatd (digits, sizeof digits, format, round (fabs (value) * unit) / unit);
  point = strchr (digits, '.');
  append_grouped (text, is_french, digits, point != NULL ? (gsize) (point - digits) : strlen (digits));
  if (point != NULL)
    g_string_append_printf (text, "%c%s", is_french ? ',' : '.', point + 1);
  return g_string_free (text, FALSE);
}

char *
amp_number_format_percent (gboolean is_french, double share)
{
  const char      *bound = share > 0 && share < 0.001 ? "<" : share < 1 && share > 0.999 ? ">"
                                                                                         : "";
  double           percent = bound[0] == '<' ? 0.1 : bound[0] == '>' ? 99.9
                                                                     : share * 100;
  g_autofree char *number = amp_number_format_decimal (is_french, percent, 1);
  const char      *space = is_french ? NARROW_SPACE : "";

  return g_strconcat (bound, bound[0] != '\0' ? space : "", number, space, "%", NULL);
}

char *
amp_number_format_rate (gboolean is_french, double rate)
{
  return amp_number_format_decimal (is_french, rate, rate >= 10 ? 1 : rate >= 0.1 ? 2
                                                                                  : 3);
}

char *
amp_number_format_bytes (gboolean is_french, gint64 bytes)
{
  g_autofree char *exact = amp_number_format_count (is_french, bytes);
  g_autofree char *rounded = NULL;
  double           value = (double) bytes;
  int              unit = -1;

  for (; value >= 999.95 && unit + 1 < (int) G_N_ELEMENTS (FRENCH_UNITS); unit++)
    value /= 1000;
  if (unit < 0)
    return g_strdup_printf (_ ("%s bytes"), exact);
  rounded = amp_number_format_decimal (is_french, value, 1);
  return g_strdup_printf (_ ("%s %s (%s bytes)"), rounded, is_french ? FRENCH_UNITS[unit] : ENGLISH_UNITS[unit], exact);
}

static gboolean
parse_date (const char *date, guint *year, guint *month, guint *day)
{
  g_auto (GStrv) parts = g_strsplit (date, "-", 4);
  guint64 numbers[3];

  if (g_strv_length (parts) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 1, 9999, &numbers[i], NULL))
      return FALSE;
  *year = (guint) numbers[0];
  *month = (guint) numbers[1];
  *day = (guint) numbers[2];
  return *month <= 12 && *day <= 31;
}

char *
amp_number_format_date (gboolean is_french, const char *date)
{
  guint year, month, day;

  g_return_val_if_fail (date != NULL, NULL);

  if (!parse_date (date, &year, &month, &day))
    return g_strdup (date);
  if (is_french && day == 1)
    return g_strdup_printf ("1er" NO_BREAK_SPACE "%s" NO_BREAK_SPACE "%u", _ (MONTHS[month - 1]), year);
  return g_strdup_printf ("%u" NO_BREAK_SPACE "%s" NO_BREAK_SPACE "%u", day, _ (MONTHS[month - 1]), year);
}
