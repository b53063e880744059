#include "amp-bank-number.h"

#include "assert-each.h"

static void
test_iban_accounts_with_right_check_digits_are_valid (void)
{
  assert_each (amp_iban_is_valid, TRUE, "FR1420041010050500013M02606|FR14 2004 1010 050500013M02606|fr1420041010050500013m02606|DE89370400440532013000|BE68539007547034| DE89370400440532013000 ");
  assert_each (amp_iban_is_valid, FALSE, "|FR1420041010050500013M02607|FR1420041010050500013M026060|FR1420041010050500013M0260|ZZ1420041010050500013M02606|1420041010050500013M02606|FR|FR7|FR14200410-10050500013M02606|AU12345678901234567|AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  g_assert_false (amp_iban_is_valid ("\377\300", 2));
  g_assert_false (amp_iban_is_valid (NULL, 0));
}

static void
test_bic_banks_have_a_country (void)
{
  assert_each (amp_bic_is_valid, TRUE, "BNPAFRPP|BNPAFRPPXXX|AGRIFRPP835| CHASUS33 ");
  assert_each (amp_bic_is_valid, FALSE, "|BNPAFRP|bnpafrpp|BNPAZZPP|BNP1FRPP|BNPAFRPPXX|BERTRAND|BNPAFRPP-XX");
  g_assert_false (amp_bic_is_valid ("\377\300", 2));
  g_assert_false (amp_bic_is_valid (NULL, 0));
}

static void
test_card_cards_have_a_network_and_luhn (void)
{
  assert_each (amp_card_is_valid, TRUE, "4970100000000006|4970 1234 56789013|5100123456789013|371234567890120|2221123456789014");
  assert_each (amp_card_is_valid, FALSE, "|4970100000000007|0000000000000000|9100100000000008|51001234567895|4970|4970100000000006x|49701000000000000006");
  g_assert_false (amp_card_is_valid ("\377\300", 2));
  g_assert_false (amp_card_is_valid (NULL, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/bank-number/iban-accounts-with-right-check-digits-are-valid", test_iban_accounts_with_right_check_digits_are_valid);
  g_test_add_func ("/fields/bank-number/bic-banks-have-a-country", test_bic_banks_have_a_country);
  g_test_add_func ("/fields/bank-number/card-cards-have-a-network-and-luhn", test_card_cards_have_a_network_and_luhn);
  return g_test_run ();
}
