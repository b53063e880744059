/* Owns what a column of a made dump is: a header, a field type, how often it is
 * filled, and who writes its cells. Must not know dialects. */
#pragma once

#include "sample-category.h"
#include "sample-crowd.h"
#include "sample-slip.h"
#include "sample-text.h"

#define SAMPLE_MAX_COLUMNS 192

/* A doctor whom several people have. */
typedef struct
{
  char        name[2 * SAMPLE_NAME_SIZE];
  char        rpps[16];
  char        finess[16];
  const char *speciality;
  guint32     commune;
} SampleDoctor;

typedef struct
{
  const SampleCrowd  *crowd;
  const SampleDoctor *doctors;
  guint               n_doctors;
  const SamplePerson *person;
  gint64              number;      /* of the record, from 1 */
  gboolean            has_address; /* on this record */
  gboolean            has_nir;
  gint32              day;      /* of the act that the record is about */
  guint32             topics;   /* categories that the comments of the record tell */
  gboolean            has_typo; /* in the city */
  SampleVariant       variant;  /* of the name */
  SampleRandom        slips;    /* what slips draw from */
  SampleRandom       *random;   /* what the cell at hand draws from */
  SampleText          text;     /* the cell at hand; empty: not filled */
} SampleRow;

/**
 * SampleCellFunc:
 * @row: whose text to fill, or leave empty
 * @argument: what the column's table says
 *
 * Writes one cell.
 */
typedef void (*SampleCellFunc) (SampleRow *row, const void *argument);

typedef enum
{
  SAMPLE_COLUMN_PLAIN = 0,
  SAMPLE_COLUMN_STABLE = 1, /* the same on each record of a person that has it */
  SAMPLE_COLUMN_QUOTED = 2, /* quoted even without need */
  SAMPLE_COLUMN_CARE = 4,   /* asked only when the record is about care */
} SampleColumnFlags;

typedef struct
{
  const char       *header;
  const char       *type;  /* code of the field type */
  guint16           share; /* of a thousand records that are asked for it */
  SampleColumnFlags flags;
  SampleCellFunc    write;
  const void       *argument;
} SampleColumn;

/* What @argument is: a pattern in which # stands for a digit, @ for a capital, % for a
 * hexadecimal digit. */
void sample_cell_pattern (SampleRow *row, const void *argument);
/* a #SampleWords to choose from */
void sample_cell_word (SampleRow *row, const void *argument);
/* the text itself */
void sample_cell_constant (SampleRow *row, const void *argument);
/* a #SampleRange */
void sample_cell_number (SampleRow *row, const void *argument);
/* a #SampleRange of cents, written with a decimal comma */
void sample_cell_amount (SampleRow *row, const void *argument);
/* a #SampleRange of days after the act */
void sample_cell_date (SampleRow *row, const void *argument);
/* likewise, as ISO 8601 writes it */
void sample_cell_iso_date (SampleRow *row, const void *argument);
/* likewise, with the time of day */
void sample_cell_timestamp (SampleRow *row, const void *argument);
/* nothing: these never hold anything, or the time of day */
void sample_cell_nothing (SampleRow *row, const void *argument);
void sample_cell_time (SampleRow *row, const void *argument);
/* digits before the check digit, as a pattern */
void sample_cell_luhn (SampleRow *row, const void *argument);
/* how many of a thousand tell something, as GUINT_TO_POINTER() */
void sample_cell_comment (SampleRow *row, const void *argument);

typedef struct
{
  gint32 first;
  gint32 last;
} SampleRange;

/* Writes @day as DD/MM/YYYY. */
void sample_text_put_date (SampleText *text, gint32 day);

/* Writes @day as YYYY-MM-DD. */
void sample_text_put_iso_date (SampleText *text, gint32 day);

/* Cells about the person; no argument, but where it is named. */
void sample_cell_record_number (SampleRow *row, const void *argument);
void sample_cell_last_name (SampleRow *row, const void *argument);
void sample_cell_maiden_name (SampleRow *row, const void *argument);
void sample_cell_first_name (SampleRow *row, const void *argument);
void sample_cell_holder_last_name (SampleRow *row, const void *argument);
void sample_cell_holder_first_name (SampleRow *row, const void *argument);
void sample_cell_title (SampleRow *row, const void *argument);
void sample_cell_sex (SampleRow *row, const void *argument);
void sample_cell_birth_date (SampleRow *row, const void *argument);
void sample_cell_iso_birth_date (SampleRow *row, const void *argument);
void sample_cell_birth_place (SampleRow *row, const void *argument);
/* all fifteen characters, the thirteen, the two */
void sample_cell_nir (SampleRow *row, const void *argument);
void sample_cell_nir_number (SampleRow *row, const void *argument);
void sample_cell_nir_key (SampleRow *row, const void *argument);
void sample_cell_address (SampleRow *row, const void *argument);
void sample_cell_further_line (SampleRow *row, const void *argument);
void sample_cell_postal_code (SampleRow *row, const void *argument);
void sample_cell_city (SampleRow *row, const void *argument);
void sample_cell_insee_code (SampleRow *row, const void *argument);
void sample_cell_country (SampleRow *row, const void *argument);
/* a #SamplePhone, as GUINT_TO_POINTER() */
void sample_cell_phone (SampleRow *row, const void *argument);
void sample_cell_email (SampleRow *row, const void *argument);
void sample_cell_iban (SampleRow *row, const void *argument);
void sample_cell_username (SampleRow *row, const void *argument);

/* Names and cities in small letters after the first of each word. */
void sample_cell_spoken_last_name (SampleRow *row, const void *argument);
void sample_cell_spoken_first_name (SampleRow *row, const void *argument);
void sample_cell_spoken_city (SampleRow *row, const void *argument);

/* Cells of a patient's record. */
void sample_cell_pregnancy (SampleRow *row, const void *argument);
/* which of the record's doctors, as GUINT_TO_POINTER() */
void sample_cell_doctor_name (SampleRow *row, const void *argument);
void sample_cell_doctor_rpps (SampleRow *row, const void *argument);
void sample_cell_doctor_finess (SampleRow *row, const void *argument);
void sample_cell_doctor_speciality (SampleRow *row, const void *argument);
void sample_cell_doctor_postal_code (SampleRow *row, const void *argument);
void sample_cell_doctor_city (SampleRow *row, const void *argument);

/**
 * sample_doctors_draw:
 * @territory: where they work
 * @seed: of everything
 * @n_doctors: how many
 *
 * Returns: (transfer full): the doctors
 */
SampleDoctor *sample_doctors_draw (const SampleTerritory *territory, guint64 seed, guint n_doctors);
