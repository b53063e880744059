/* What a field holds: the table of field types, one row each, with the
 * category that a filled value of it exposes. Knows nothing of how a type is
 * recognised (amp-recognizer.h) or guessed (amp-classifier.h). */
#pragma once

#include "amp-category.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpFieldType:
 *
 * What a field holds. The codes are those of the command line; cases store
 * codes, not these numbers.
 */
typedef enum
{
  AMP_FIELD_TYPE_INTERNAL_ID,
  AMP_FIELD_TYPE_LAST_NAME,
  AMP_FIELD_TYPE_FIRST_NAME,
  AMP_FIELD_TYPE_FULL_NAME,
  AMP_FIELD_TYPE_MAIDEN_NAME,
  AMP_FIELD_TYPE_TITLE,
  AMP_FIELD_TYPE_SEX,
  AMP_FIELD_TYPE_BIRTH_DATE,
  AMP_FIELD_TYPE_BIRTH_PLACE,
  AMP_FIELD_TYPE_NIR,
  AMP_FIELD_TYPE_NIR_KEY,
  AMP_FIELD_TYPE_ADDRESS,
  AMP_FIELD_TYPE_ADDRESS2,
  AMP_FIELD_TYPE_FULL_ADDRESS,
  AMP_FIELD_TYPE_POSTAL_CODE,
  AMP_FIELD_TYPE_CITY,
  AMP_FIELD_TYPE_CP_CITY,
  AMP_FIELD_TYPE_INSEE_CODE,
  AMP_FIELD_TYPE_COUNTRY,
  AMP_FIELD_TYPE_NATIONALITY,
  AMP_FIELD_TYPE_PHONE,
  AMP_FIELD_TYPE_EMAIL,
  AMP_FIELD_TYPE_USERNAME,
  AMP_FIELD_TYPE_PASSWORD,
  AMP_FIELD_TYPE_HASH,
  AMP_FIELD_TYPE_IP,
  AMP_FIELD_TYPE_IBAN,
  AMP_FIELD_TYPE_BIC,
  AMP_FIELD_TYPE_CARD,
  AMP_FIELD_TYPE_AMOUNT,
  AMP_FIELD_TYPE_ACT_DATE,
  AMP_FIELD_TYPE_TIMESTAMP,
  AMP_FIELD_TYPE_DOCTOR_NAME,
  AMP_FIELD_TYPE_RPPS,
  AMP_FIELD_TYPE_FINESS,
  AMP_FIELD_TYPE_EXAM,
  AMP_FIELD_TYPE_MEDICATION,
  AMP_FIELD_TYPE_SEROLOGY,
  AMP_FIELD_TYPE_BLOOD_GROUP,
  AMP_FIELD_TYPE_PREGNANCY,
  AMP_FIELD_TYPE_PATHOLOGY,
  AMP_FIELD_TYPE_ICD10,
  AMP_FIELD_TYPE_COMMENT,
  AMP_FIELD_TYPE_INSURER,
  AMP_FIELD_TYPE_INSURER_NUMBER,
  AMP_FIELD_TYPE_SIREN,
  AMP_FIELD_TYPE_SIRET,
  AMP_FIELD_TYPE_COMPANY,
  AMP_FIELD_TYPE_JOB,
  AMP_FIELD_TYPE_MARITAL,
  AMP_FIELD_TYPE_STATUS,
  AMP_FIELD_TYPE_FLAG,
  AMP_FIELD_TYPE_IMEI,
  AMP_FIELD_TYPE_PLATE,
  AMP_FIELD_TYPE_PASSPORT,
  AMP_FIELD_TYPE_CNI,
  AMP_FIELD_TYPE_EMPTY,
  AMP_FIELD_TYPE_UNKNOWN,
  AMP_FIELD_TYPE_RELIGION,
  AMP_FIELD_TYPE_POLITICS,
  AMP_FIELD_TYPE_UNION,
  AMP_FIELD_TYPE_ETHNICITY,
  AMP_FIELD_TYPE_SEX_LIFE,
  AMP_FIELD_TYPE_GENETIC,
  AMP_FIELD_TYPE_BIOMETRIC,
  AMP_FIELD_TYPE_OFFENCE,
  AMP_FIELD_TYPE_LOCATION,
  AMP_FIELD_TYPE_DRIVING_LICENCE,
  AMP_FIELD_TYPE_TAX_ID,
  AMP_FIELD_TYPE_WEIGHT,
  AMP_FIELD_TYPE_HEIGHT,
  AMP_N_FIELD_TYPES
} AmpFieldType;

/**
 * amp_field_type_get_code:
 * @type: an #AmpFieldType
 *
 * Returns: the stable code used in files and on the command line, as "nir".
 */
const char *amp_field_type_get_code (AmpFieldType type);

/**
 * amp_field_type_get_label:
 * @type: an #AmpFieldType
 *
 * Returns: the name for people, in the language of the locale.
 */
const char *amp_field_type_get_label (AmpFieldType type);

/**
 * amp_field_type_get_category:
 * @type: an #AmpFieldType
 *
 * Returns: the #AmpCategory that a filled value of @type exposes, or -1 when
 *   it exposes none (unknown and empty fields).
 */
int amp_field_type_get_category (AmpFieldType type);

/**
 * amp_field_type_get_categories:
 * @type: an #AmpFieldType
 *
 * Returns: the same as a set: one bit, or none.
 */
AmpCategorySet amp_field_type_get_categories (AmpFieldType type);

/**
 * amp_field_type_is_free_text:
 * @type: an #AmpFieldType
 *
 * Returns: whether people write sentences in such a field, so that the values
 *   are to be scanned for topics as well (amp_topic_scanner_scan()).
 */
gboolean amp_field_type_is_free_text (AmpFieldType type);

/**
 * amp_field_type_from_code:
 * @code: (nullable): a code
 * @type: (out) (optional): where to put what @code stands for
 *
 * Returns: whether @code is known; @type is untouched if not.
 */
gboolean amp_field_type_from_code (const char *code, AmpFieldType *type);

G_END_DECLS
