/* Owns the table of recognisers. The certainties are judgements, checked by
 * the classifier's tests: the share of fields where the rule holds for all
 * values and that are of the type. */
#include "amp-recognizer.h"

#include "amp-bank-number.h"
#include "amp-date.h"
#include "amp-email.h"
#include "amp-identity-paper.h"
#include "amp-measure.h"
#include "amp-medical-code.h"
#include "amp-nir.h"
#include "amp-person-facts.h"
#include "amp-phone.h"
#include "amp-place-code.h"
#include "amp-register-number.h"
#include "amp-technical-number.h"

typedef struct
{
  gboolean (*accepts) (const char *bytes, gsize length);
  double certainty;
} Recognizer;

static gboolean
is_date (const char *bytes, gsize length)
{
  AmpDate date;

  return amp_date_parse (bytes, length, AMP_DATE_ORDER_DMY, &date) ||
         amp_date_parse (bytes, length, AMP_DATE_ORDER_MDY, &date) ||
         amp_date_parse (bytes, length, AMP_DATE_ORDER_YMD, &date);
}

static gboolean
is_nir (const char *bytes, gsize length)
{
  AmpNir nir;

  return amp_nir_parse (bytes, length, &nir) && (!nir.has_key || nir.key_valid);
}

static gboolean
is_email (const char *bytes, gsize length)
{
  char buffer[AMP_EMAIL_SIZE];

  return amp_email_normalize (bytes, length, buffer, sizeof buffer) > 0;
}

/* Nine digits that lost their 0 are a phone number where a header says so, but
 * any register number otherwise. */
static gboolean
is_phone (const char *bytes, gsize length)
{
  char buffer[AMP_PHONE_SIZE];

  return length > 9 && amp_phone_normalize (bytes, length, buffer, sizeof buffer) > 0;
}

static gboolean
is_sex (const char *bytes, gsize length)
{
  return amp_sex_parse (bytes, length) != AMP_SEX_UNKNOWN;
}

/* clang-format off */
static const Recognizer recognizers[AMP_N_FIELD_TYPES] = {
  [AMP_FIELD_TYPE_SEX]             = { is_sex,                       0.80 },
  [AMP_FIELD_TYPE_BIRTH_DATE]      = { is_date,                      0.60 },
  [AMP_FIELD_TYPE_NIR]             = { is_nir,                       0.95 },
  [AMP_FIELD_TYPE_NIR_KEY]         = { amp_nir_key_is_valid,         0.00 },
  [AMP_FIELD_TYPE_FULL_ADDRESS]    = { amp_full_address_is_valid,    0.95 },
  [AMP_FIELD_TYPE_POSTAL_CODE]     = { amp_postal_code_is_valid,     0.75 },
  [AMP_FIELD_TYPE_CP_CITY]         = { amp_postal_city_is_valid,     0.95 },
  [AMP_FIELD_TYPE_INSEE_CODE]      = { amp_insee_code_is_valid,      0.55 },
  [AMP_FIELD_TYPE_PHONE]           = { is_phone,                     0.88 },
  [AMP_FIELD_TYPE_EMAIL]           = { is_email,                     0.99 },
  [AMP_FIELD_TYPE_HASH]            = { amp_hash_is_valid,            0.95 },
  [AMP_FIELD_TYPE_IP]              = { amp_ip_is_valid,              0.97 },
  [AMP_FIELD_TYPE_IBAN]            = { amp_iban_is_valid,            0.99 },
  [AMP_FIELD_TYPE_BIC]             = { amp_bic_is_valid,             0.85 },
  [AMP_FIELD_TYPE_CARD]            = { amp_card_is_valid,            0.93 },
  [AMP_FIELD_TYPE_AMOUNT]          = { amp_amount_is_valid,          0.00 },
  [AMP_FIELD_TYPE_ACT_DATE]        = { is_date,                      0.60 },
  [AMP_FIELD_TYPE_TIMESTAMP]       = { is_date,                      0.60 },
  [AMP_FIELD_TYPE_RPPS]            = { amp_rpps_is_valid,            0.85 },
  [AMP_FIELD_TYPE_FINESS]          = { amp_finess_is_valid,          0.25 },
  [AMP_FIELD_TYPE_BLOOD_GROUP]     = { amp_blood_group_is_valid,     0.93 },
  [AMP_FIELD_TYPE_ICD10]           = { amp_icd10_is_valid,           0.75 },
  [AMP_FIELD_TYPE_SIREN]           = { amp_siren_is_valid,           0.85 },
  [AMP_FIELD_TYPE_SIRET]           = { amp_siret_is_valid,           0.97 },
  [AMP_FIELD_TYPE_IMEI]            = { amp_imei_is_valid,            0.90 },
  [AMP_FIELD_TYPE_PLATE]           = { amp_plate_is_valid,           0.85 },
  [AMP_FIELD_TYPE_PASSPORT]        = { amp_passport_is_valid,        0.60 },
  [AMP_FIELD_TYPE_CNI]             = { amp_cni_is_valid,             0.30 },
  [AMP_FIELD_TYPE_LOCATION]        = { amp_location_is_valid,        0.60 },
  [AMP_FIELD_TYPE_DRIVING_LICENCE] = { amp_driving_licence_is_valid, 0.00 },
  [AMP_FIELD_TYPE_TAX_ID]          = { amp_tax_id_is_valid,          0.95 },
  [AMP_FIELD_TYPE_WEIGHT]          = { amp_weight_is_valid,          0.00 },
  [AMP_FIELD_TYPE_HEIGHT]          = { amp_height_is_valid,          0.00 },
};
/* clang-format on */

gboolean
amp_recognizer_exists (AmpFieldType type)
{
  g_return_val_if_fail (type < AMP_N_FIELD_TYPES, FALSE);

  return recognizers[type].accepts != NULL;
}

gboolean
amp_recognizer_accepts (AmpFieldType type, const char *bytes, gsize length)
{
  g_return_val_if_fail (type < AMP_N_FIELD_TYPES, FALSE);
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  return recognizers[type].accepts != NULL && recognizers[type].accepts (bytes, length);
}

double
amp_recognizer_get_certainty (AmpFieldType type)
{
  g_return_val_if_fail (type < AMP_N_FIELD_TYPES, 0);

  return recognizers[type].certainty;
}
