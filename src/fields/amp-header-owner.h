/* Whose a column is: a dump may hold the address of the patient, of the doctor
 * and of the laboratory, and the words of their headers tell them apart.
 * Thread-safe. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpHeaderOwner:
 * @AMP_HEADER_OWNER_PERSON: the person that the record is about
 * @AMP_HEADER_OWNER_INSURED: who is insured, where that may be another one
 * @AMP_HEADER_OWNER_BILLING: who pays
 * @AMP_HEADER_OWNER_DELIVERY: where goods go
 * @AMP_HEADER_OWNER_RELATIVE: a relative, or who is to be told
 * @AMP_HEADER_OWNER_EMPLOYER: the employer
 * @AMP_HEADER_OWNER_ESTABLISHMENT: a laboratory, hospital, shop or school
 * @AMP_HEADER_OWNER_INSURER: an insurer
 * @AMP_HEADER_OWNER_DOCTOR: a doctor
 * @AMP_HEADER_OWNER_ORIGIN: the person again, but where from
 * @AMP_HEADER_OWNER_NONE: no word tells
 *
 * The nearer to the person, the earlier.
 */
typedef enum
{
  AMP_HEADER_OWNER_PERSON,
  AMP_HEADER_OWNER_INSURED,
  AMP_HEADER_OWNER_BILLING,
  AMP_HEADER_OWNER_DELIVERY,
  AMP_HEADER_OWNER_RELATIVE,
  AMP_HEADER_OWNER_EMPLOYER,
  AMP_HEADER_OWNER_ESTABLISHMENT,
  AMP_HEADER_OWNER_INSURER,
  AMP_HEADER_OWNER_DOCTOR,
  AMP_HEADER_OWNER_ORIGIN,
  AMP_N_HEADER_OWNERS,
  AMP_HEADER_OWNER_NONE = AMP_N_HEADER_OWNERS
} AmpHeaderOwner;

/**
 * amp_header_owner_get_code:
 * @owner: an owner but %AMP_HEADER_OWNER_NONE
 *
 * Returns: its code, as "doctor".
 */
const char *amp_header_owner_get_code (AmpHeaderOwner owner);

/**
 * amp_header_owner_find:
 * @header: a column header, UTF-8
 *
 * Looks at the header's last words first: CP_MED and CPMED are the doctor's.
 *
 * Returns: whose the column is, %AMP_HEADER_OWNER_NONE when no word tells.
 */
AmpHeaderOwner amp_header_owner_find (const char *header);

G_END_DECLS
