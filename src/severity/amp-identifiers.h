/* What in a record leads to a person, and how easily: the factor EI of the
 * severity method. A pure table; must not know how severe the data are.
 *
 * Source: ENISA, "Recommendations for a methodology of the assessment of
 * severity of personal data breaches", v1.0, December 2013, annex 2. */
#pragma once

#include "amp-field-type.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpIdentifiers:
 * @AMP_IDENTIFIER_NAME: a last name, or a full name.
 * @AMP_IDENTIFIER_BIRTH_DATE: a birth date.
 * @AMP_IDENTIFIER_NUMBER: an identity number; a valid NIR by itself states
 *   sex, year and month, and place of birth.
 * @AMP_IDENTIFIER_EMAIL: an e-mail address.
 * @AMP_IDENTIFIER_PHONE: a phone number.
 * @AMP_IDENTIFIER_ADDRESS: a postal address.
 * @AMP_IDENTIFIER_ALIAS: a user name, a customer number, a device number.
 *
 * What is there to identify somebody by, as a set.
 */
typedef enum
{
  AMP_IDENTIFIER_NAME = 1 << 0,
  AMP_IDENTIFIER_BIRTH_DATE = 1 << 1,
  AMP_IDENTIFIER_NUMBER = 1 << 2,
  AMP_IDENTIFIER_EMAIL = 1 << 3,
  AMP_IDENTIFIER_PHONE = 1 << 4,
  AMP_IDENTIFIER_ADDRESS = 1 << 5,
  AMP_IDENTIFIER_ALIAS = 1 << 6
} AmpIdentifiers;

/**
 * amp_identifiers_from_type:
 * @type: the type of a field
 *
 * Returns: what a filled value of @type identifies by, 0 for nothing.
 */
guint amp_identifiers_from_type (AmpFieldType type);

/**
 * amp_identifiers_from_categories:
 * @categories: the categories of a record or person
 * @available: what the fields of the dump hold, as the OR of
 *   amp_identifiers_from_type()
 *
 * A case keeps the categories of a person, not the fields. A category is taken
 * to hold all that the dump has of it: the graver assumption.
 *
 * Returns: what such a person can be identified by.
 */
guint amp_identifiers_from_categories (AmpCategorySet categories, guint available);

/**
 * amp_identifiers_get_ease:
 * @identifiers: a set of #AmpIdentifiers
 * @reason: (out) (optional) (transfer none): where to put the rule that
 *   applied, a sentence in the language of the locale
 *
 * Returns: the ease of identification: 0.25, 0.5, 0.75 or 1.
 */
double amp_identifiers_get_ease (guint identifiers, const char **reason);

G_END_DECLS
