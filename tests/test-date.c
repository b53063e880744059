#include "amp-date.h"

static void
assert_date (const char *value, AmpDateOrder order, guint year, guint month, guint day)
{
  g_autofree char *escaped = g_strescape (value, NULL);
  AmpDate          date = { 1, 1, 1 };

  g_test_message ("%s", escaped);
  g_assert_true (amp_date_parse (value, strlen (value), order, &date));
  g_assert_cmpuint (date.year, ==, year);
  g_assert_cmpuint (date.month, ==, month);
  g_assert_cmpuint (date.day, ==, day);
}

static void
assert_refused (const char *value, AmpDateOrder order)
{
  g_autofree char *escaped = g_strescape (value, NULL);
  AmpDate          date = { 7, 7, 7 };

  g_test_message ("%s", escaped);
  g_assert_false (amp_date_parse (value, strlen (value), order, &date));
  g_assert_cmpuint (date.year, ==, 7);
}

static void
test_french_spellings (void)
{
  static const char *const values[] = {
    "12/03/1985", "12-03-1985", "12.03.1985", "12 03 1985", "12/3/1985", " 12/03/1985 ", "12.03.85", "12/03/85",
    "1985-03-12", "1985/03/12", "19850312", "12031985", "12-MAR-85", "12 mars 1985", "12-Mar-1985", "1985-MAR-12"
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    assert_date (values[i], AMP_DATE_ORDER_DMY, 1985, 3, 12);
  assert_date ("3 f\303\251vrier 1990", AMP_DATE_ORDER_DMY, 1990, 2, 3);
  assert_date ("1 ao\303\273t 2001", AMP_DATE_ORDER_DMY, 2001, 8, 1);
  assert_date ("14 juillet 1989", AMP_DATE_ORDER_MDY, 1989, 7, 14);
  assert_date ("21 juin 1982", AMP_DATE_ORDER_DMY, 1982, 6, 21);
}

static void
test_time_may_follow (void)
{
  static const char *const values[] = {
    "12/03/1985 00:00:00", "12/03/1985 8:30", "1985-03-12T08:30:00Z", "1985-03-12 08:30:00.000", "1985-03-12T08:30:00+01:00",
    "12/03/1985 08h30", "19850312 08:30:00", "12/03/1985 08:30 AM"
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    assert_date (values[i], AMP_DATE_ORDER_DMY, 1985, 3, 12);
}

static void
test_order_decides_what_is_ambiguous (void)
{
  assert_date ("03/12/1985", AMP_DATE_ORDER_DMY, 1985, 12, 3);
  assert_date ("03/12/1985", AMP_DATE_ORDER_MDY, 1985, 3, 12);
  assert_date ("03121985", AMP_DATE_ORDER_MDY, 1985, 3, 12);
  assert_date ("19850312", AMP_DATE_ORDER_MDY, 1985, 3, 12);
  assert_date ("85-03-12", AMP_DATE_ORDER_YMD, 1985, 3, 12);
  assert_date ("1985-03-12", AMP_DATE_ORDER_DMY, 1985, 3, 12);
  assert_date ("12/03/1985", AMP_DATE_ORDER_YMD, 1985, 3, 12);
  assert_refused ("12/13/1985", AMP_DATE_ORDER_DMY);
  assert_refused ("13/12/1985", AMP_DATE_ORDER_MDY);
}

static void
test_two_digit_years_turn_at_the_pivot (void)
{
  assert_date ("01/01/29", AMP_DATE_ORDER_DMY, 2029, 1, 1);
  assert_date ("01/01/30", AMP_DATE_ORDER_DMY, 1930, 1, 1);
  assert_date ("01/01/00", AMP_DATE_ORDER_DMY, 2000, 1, 1);
  assert_date ("01/01/99", AMP_DATE_ORDER_DMY, 1999, 1, 1);
}

static void
test_calendar_is_real (void)
{
  assert_date ("29/02/2000", AMP_DATE_ORDER_DMY, 2000, 2, 29);
  assert_date ("29/02/1984", AMP_DATE_ORDER_DMY, 1984, 2, 29);
  assert_date ("31/12/2100", AMP_DATE_ORDER_DMY, 2100, 12, 31);
  assert_date ("01/01/1850", AMP_DATE_ORDER_DMY, 1850, 1, 1);
  assert_refused ("29/02/1900", AMP_DATE_ORDER_DMY);
  assert_refused ("29/02/1985", AMP_DATE_ORDER_DMY);
  assert_refused ("31/04/1985", AMP_DATE_ORDER_DMY);
  assert_refused ("31/12/1849", AMP_DATE_ORDER_DMY);
  assert_refused ("01/01/2101", AMP_DATE_ORDER_DMY);
  assert_refused ("00/00/0000", AMP_DATE_ORDER_DMY);
  assert_refused ("00/03/1985", AMP_DATE_ORDER_DMY);
  assert_refused ("1985-00-12", AMP_DATE_ORDER_DMY);
}

static void
test_what_is_no_date_is_refused (void)
{
  static const char *const values[] = {
    "", "1985", "12/03", "12/03/", "12/03/985", "12/03/1985x", "12/03/1985 abc", "12/03-1985", "120385", "06 12 34 56 78",
    "1850312345678", "12//1985", "/12/03/1985", "12/xyz/1985", "012/03/1985", "12/003/1985", "185033523800138",
    "12/03/1985 08:30 \377", "999999999", "12/03/19851985", "4294967297/03/1985", "12-M-85"
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint order = AMP_DATE_ORDER_DMY; order <= AMP_DATE_ORDER_YMD; order++)
      assert_refused (values[i], order);
}

static void
test_days_compare (void)
{
  AmpDate day = { 1985, 3, 12 };

  g_assert_cmpint (amp_date_compare (day, day), ==, 0);
  g_assert_cmpint (amp_date_compare (day, (AmpDate){ 1985, 3, 13 }), <, 0);
  g_assert_cmpint (amp_date_compare (day, (AmpDate){ 1985, 2, 28 }), >, 0);
  g_assert_cmpint (amp_date_compare (day, (AmpDate){ 1986, 1, 1 }), <, 0);
}

static void
test_short_years (void)
{
  static const struct
  {
    AmpShortYears years;
    guint         latest;
    guint         first;
  } examples[] = {
    { { TRUE, 23, 35 }, 2024, 1891 }, /* a care home, 1923 to 1958, and 32 years around it */
    { { TRUE, 7, 11 }, 2024, 1963 },  /* a school, 2007 to 2018 */
    { { TRUE, 29, 95 }, 2024, 1927 }, /* everybody, 1929 to 2024 */
    { { TRUE, 29, 96 }, 2024, 1925 }, /* to 2025, which is not yet */
    { { TRUE, 24, 0 }, 2024, 1975 },  /* newborns */
    { { FALSE, 0, 0 }, 2024, 1925 },
  };
  AmpDate date;

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    g_assert_cmpuint (amp_short_years_get_first (&examples[i].years, examples[i].latest), ==, examples[i].first);
  g_assert_true (amp_date_parse_from ("12/03/25", 8, AMP_DATE_ORDER_DMY, 1923, &date));
  g_assert_cmpuint (date.year, ==, 1925);
  g_assert_true (amp_date_parse_from ("12/03/22", 8, AMP_DATE_ORDER_DMY, 1923, &date));
  g_assert_cmpuint (date.year, ==, 2022);
  g_assert_true (amp_date_parse_from ("12/03/1822", 10, AMP_DATE_ORDER_DMY, 1923, &date) == FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/date/french-spellings", test_french_spellings);
  g_test_add_func ("/fields/date/time-may-follow", test_time_may_follow);
  g_test_add_func ("/fields/date/order-decides-what-is-ambiguous", test_order_decides_what_is_ambiguous);
  g_test_add_func ("/fields/date/two-digit-years-turn-at-the-pivot", test_two_digit_years_turn_at_the_pivot);
  g_test_add_func ("/fields/date/calendar-is-real", test_calendar_is_real);
  g_test_add_func ("/fields/date/what-is-no-date-is-refused", test_what_is_no_date_is_refused);
  g_test_add_func ("/fields/date/days-compare", test_days_compare);
  g_test_add_func ("/fields/date/short-years-end-by-the-latest-year", test_short_years);
  return g_test_run ();
}
