/* Numbers and dates by the habits of both languages. */
#include "amp-number-format.h"

#define SPACE "\xE2\x80\xAF"

static void
check (char *found, const char *expected)
{
  g_assert_cmpstr (found, ==, expected);
  g_free (found);
}

static void
test_counts (void)
{
  check (amp_number_format_count (FALSE, 0), "0");
  check (amp_number_format_count (FALSE, 999), "999");
  check (amp_number_format_count (FALSE, 1234567), "1,234,567");
  check (amp_number_format_count (TRUE, 1234567), "1" SPACE "234" SPACE "567");
  check (amp_number_format_count (FALSE, G_MININT64), "−9,223,372,036,854,775,808");
}

static void
test_decimals (void)
{
  check (amp_number_format_decimal (FALSE, 1234.55, 1), "1,234.6");
  check (amp_number_format_decimal (TRUE, 1234.55, 1), "1" SPACE "234,6");
  check (amp_number_format_decimal (TRUE, 0.04, 0), "0");
  check (amp_number_format_rate (FALSE, 123.456), "123.5");
  check (amp_number_format_rate (FALSE, 1.234), "1.23");
  check (amp_number_format_rate (TRUE, 0.0123), "0,012");
}

static void
test_percents (void)
{
  check (amp_number_format_percent (FALSE, 0), "0.0%");
  check (amp_number_format_percent (FALSE, 0.0004), "<0.1%");
  check (amp_number_format_percent (FALSE, 0.125), "12.5%");
  check (amp_number_format_percent (FALSE, 0.9996), ">99.9%");
  check (amp_number_format_percent (FALSE, 1), "100.0%");
  check (amp_number_format_percent (TRUE, 0.125), "12,5" SPACE "%");
}

static void
test_bytes_and_dates (void)
{
  check (amp_number_format_bytes (FALSE, 12), "12 bytes");
  check (amp_number_format_bytes (FALSE, 1234567), "1.2 MB (1,234,567 bytes)");
  check (amp_number_format_date (FALSE, "2026-11-24"), "24\xC2\xA0November\xC2\xA0"
                                                       "2026");
  check (amp_number_format_date (FALSE, "no date"), "no date");
  check (amp_number_format_date (FALSE, "2026-13-01"), "2026-13-01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/number-format/counts-are-grouped", test_counts);
  g_test_add_func ("/export/number-format/decimals-are-rounded", test_decimals);
  g_test_add_func ("/export/number-format/percents-never-lie", test_percents);
  g_test_add_func ("/export/number-format/bytes-and-dates", test_bytes_and_dates);
  return g_test_run ();
}
