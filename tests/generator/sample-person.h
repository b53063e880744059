/* Owns what an invented person is: everything that is the same on all of the
 * person's records. Knows nothing of columns. */
#pragma once

#include "sample-date.h"
#include "sample-names.h"
#include "sample-territory.h"

#define SAMPLE_NIR_SIZE 14

/* A phone number is one number over all ranges, from 1; 0 is none. */
typedef enum
{
  SAMPLE_PHONE_HOME,
  SAMPLE_PHONE_MOBILE,
  SAMPLE_PHONE_WORK,
  SAMPLE_N_PHONES,
} SamplePhone;

typedef struct
{
  guint64   seed;  /* of what else is asked about the person */
  gint32    birth; /* days since 1900, or SAMPLE_DAY_UNKNOWN */
  guint32   last_name;
  guint32   maiden_name;
  guint32   first_name;
  guint32   commune; /* SAMPLE_PLACE_NONE: no address, or abroad */
  guint32   abroad;  /* SAMPLE_PLACE_NONE: in France, or no address */
  guint32   holder;  /* the person whose insurance and e-mail it is: often the same */
  guint32   phones[SAMPLE_N_PHONES];
  guint32   email; /* number in the address, from 1; 0: no address */
  SampleSex sex;
  guint8    n_records;
  guint8    postal_code;          /* which one of the commune */
  guint     has_wrong_key : 1;    /* of the NIR */
  guint     loses_address : 1;    /* on all records but the first */
  char      nir[SAMPLE_NIR_SIZE]; /* "": none */
} SamplePerson;

/* Returns: the first name of @person */
static inline const char *
sample_person_get_first_name (const SamplePerson *person)
{
  return sample_first_name_get (person->sex, person->first_name);
}

/**
 * sample_person_put_email:
 * @holder: the person whose address it is
 * @text: where to
 *
 * Writes an address of a domain that nobody can own (RFC 2606).
 */
void sample_person_put_email (const SamplePerson *holder, SampleText *text);

/**
 * sample_person_put_phone:
 * @person: a person who has a phone of this kind
 * @phone: which one
 * @separator: between the pairs of digits, or NUL
 * @text: where to
 */
void sample_person_put_phone (const SamplePerson *person, SamplePhone phone, char separator, SampleText *text);
