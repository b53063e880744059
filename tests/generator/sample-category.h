/* Owns what the truth knows of field types: the category and the sensitivity of
 * each, by the codes of Ampleur. Written out again on purpose: a truth taken from
 * the program under test would agree with its mistakes. */
#pragma once

#include <glib.h>

typedef enum
{
  SAMPLE_CATEGORY_IDENTITY,
  SAMPLE_CATEGORY_CONTACT,
  SAMPLE_CATEGORY_FAMILY,
  SAMPLE_CATEGORY_PROFESSIONAL,
  SAMPLE_CATEGORY_TECHNICAL,
  SAMPLE_CATEGORY_ADMINISTRATIVE,
  SAMPLE_CATEGORY_LOCATION,
  SAMPLE_CATEGORY_FINANCIAL,
  SAMPLE_CATEGORY_OFFICIAL_ID,
  SAMPLE_CATEGORY_CREDENTIALS,
  SAMPLE_CATEGORY_HEALTH,
  SAMPLE_CATEGORY_SEX_LIFE,
  SAMPLE_CATEGORY_RELIGION,
  SAMPLE_CATEGORY_UNION,
  SAMPLE_CATEGORY_OFFENCE,
  SAMPLE_N_CATEGORIES,
  SAMPLE_CATEGORY_NONE = SAMPLE_N_CATEGORIES,
} SampleCategory;

#define SAMPLE_CATEGORY_BIT(category) (1u << (category))

typedef enum
{
  SAMPLE_SENSITIVITY_SIMPLE,
  SAMPLE_SENSITIVITY_BEHAVIOURAL,
  SAMPLE_SENSITIVITY_FINANCIAL,
  SAMPLE_SENSITIVITY_SENSITIVE,
  SAMPLE_N_SENSITIVITIES,
} SampleSensitivity;

typedef struct
{
  const char       *code;
  SampleSensitivity sensitivity;
} SampleCategoryRow;

typedef struct
{
  const char    *code;
  SampleCategory category;
} SampleTypeRow;

extern const SampleCategoryRow sample_categories[SAMPLE_N_CATEGORIES];
extern const char *const       sample_sensitivity_codes[SAMPLE_N_SENSITIVITIES];

/* Returns: how many field types the generator writes */
guint sample_type_get_count (void);

/* Returns: (transfer none): the field type number @index */
const SampleTypeRow *sample_type_get (guint index);

/**
 * sample_type_find:
 * @code: the code of a type that the generator writes
 *
 * Returns: its number
 */
guint sample_type_find (const char *code);
