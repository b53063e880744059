/* The families of personal data that a report names, one row each, and sets
 * of them. Knows nothing of field types: those point here. */
#pragma once

#include "amp-sensitivity.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpCategory:
 *
 * A family of field types, in the order of a report: from simple data to what
 * articles 9 and 10 of the GDPR protect. The values are bit positions of an
 * #AmpCategorySet, which cases store: append only.
 */
typedef enum
{
  AMP_CATEGORY_IDENTITY,
  AMP_CATEGORY_CONTACT,
  AMP_CATEGORY_FAMILY,
  AMP_CATEGORY_PROFESSIONAL,
  AMP_CATEGORY_TECHNICAL,
  AMP_CATEGORY_ADMINISTRATIVE,
  AMP_CATEGORY_LOCATION,
  AMP_CATEGORY_HABITS,
  AMP_CATEGORY_FINANCIAL,
  AMP_CATEGORY_OFFICIAL_ID,
  AMP_CATEGORY_CREDENTIALS,
  AMP_CATEGORY_HEALTH,
  AMP_CATEGORY_GENETIC,
  AMP_CATEGORY_BIOMETRIC,
  AMP_CATEGORY_SEX_LIFE,
  AMP_CATEGORY_RELIGION,
  AMP_CATEGORY_POLITICS,
  AMP_CATEGORY_UNION,
  AMP_CATEGORY_ETHNICITY,
  AMP_CATEGORY_OFFENCE,
  AMP_N_CATEGORIES
} AmpCategory;

/**
 * AmpCategorySet:
 *
 * A set of categories, one bit each; 0 is the empty set.
 */
typedef guint32 AmpCategorySet;

/**
 * AMP_CATEGORY_BIT:
 * @category: an #AmpCategory
 *
 * The set that holds @category alone.
 */
#define AMP_CATEGORY_BIT(category) (1u << (category))

/**
 * amp_category_get_code:
 * @category: an #AmpCategory
 *
 * Returns: the stable code used in files and on the command line, as "health".
 */
const char *amp_category_get_code (AmpCategory category);

/**
 * amp_category_get_label:
 * @category: an #AmpCategory
 *
 * Returns: the name for people, in the language of the locale.
 */
const char *amp_category_get_label (AmpCategory category);

/**
 * amp_category_get_sensitivity:
 * @category: an #AmpCategory
 *
 * Returns: the class in which the severity method scores @category.
 */
AmpSensitivity amp_category_get_sensitivity (AmpCategory category);

/**
 * amp_category_get_article:
 * @category: an #AmpCategory
 *
 * Returns: the article of the GDPR that gives @category a regime of its own:
 *   9 (special categories), 10 (offences), 87 (national identification
 *   numbers), or 0 for none.
 */
guint amp_category_get_article (AmpCategory category);

/**
 * amp_category_from_code:
 * @code: (nullable): a code
 * @category: (out) (optional): where to put what @code stands for
 *
 * Returns: whether @code is known; @category is untouched if not.
 */
gboolean amp_category_from_code (const char *code, AmpCategory *category);

/**
 * amp_category_set_get_sensitivities:
 * @categories: a set
 *
 * Returns: the sensitivities of the members, as the OR of their
 *   AMP_SENSITIVITY_BIT(); bits that stand for no category are left out.
 */
guint32 amp_category_set_get_sensitivities (AmpCategorySet categories);

G_END_DECLS
