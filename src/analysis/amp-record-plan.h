/* The record plan: which column of a source plays which part when its rows are
 * read. Made once from the reviewed fields, then shared by all threads; it never
 * changes. */
#pragma once

#include "amp-place-basis.h"
#include "amp-source.h"

G_BEGIN_DECLS

/* The parts that a column can play in telling who and where a record is. A part
 * is played by one column: the first of its type that is the person's, as far as
 * headers tell; for places, that of the chosen basis. */
typedef enum
{
  AMP_RECORD_PART_NIR,
  AMP_RECORD_PART_NIR_KEY,
  AMP_RECORD_PART_LAST_NAME,
  AMP_RECORD_PART_FIRST_NAME,
  AMP_RECORD_PART_FULL_NAME,
  AMP_RECORD_PART_MAIDEN_NAME,
  AMP_RECORD_PART_BIRTH_DATE,
  AMP_RECORD_PART_SEX,
  AMP_RECORD_PART_TITLE,
  AMP_RECORD_PART_POSTAL_CODE,
  AMP_RECORD_PART_CITY,
  AMP_RECORD_PART_CP_CITY,
  AMP_RECORD_PART_INSEE_CODE,
  AMP_RECORD_PART_COUNTRY,
  AMP_RECORD_PART_FULL_ADDRESS,
  AMP_N_RECORD_PARTS
} AmpRecordPart;

/* The most telephone numbers, and the most e-mail addresses, by which a record
 * is joined to others. */
#define AMP_RECORD_MAX_CONTACTS 3

/* The column of a part that nobody plays. */
#define AMP_RECORD_PART_ABSENT G_MAXUINT

/**
 * AmpRecordPlan:
 * @encoding: of the source
 * @n_fields: columns
 * @bitmap_size: bytes that hold one bit a column
 * @categories: (array length=n_fields): what a filled value exposes
 * @free_texts: (array length=n_free_texts): columns, from 0, of which a value is
 *   scanned for topics
 * @n_free_texts: how many
 * @parts: column, from 0, of each part, or %AMP_RECORD_PART_ABSENT
 * @phones: columns, from 0, of telephone numbers, or %AMP_RECORD_PART_ABSENT
 * @emails: the same of e-mail addresses
 * @varied: (array length=bitmap_size): columns of which the different values are
 *   counted in every record, bit 0 of byte 0 for the first column; of the others, in
 *   some
 * @date_order: how the birth date is written
 * @short_years: in which years its years of two digits are
 */
typedef struct
{
  AmpEncoding     encoding;
  guint           n_fields;
  guint           bitmap_size;
  AmpCategorySet *categories;
  guint          *free_texts;
  guint           n_free_texts;
  guint           parts[AMP_N_RECORD_PARTS];
  guint           phones[AMP_RECORD_MAX_CONTACTS];
  guint           emails[AMP_RECORD_MAX_CONTACTS];
  guint8         *varied;
  AmpDateOrder    date_order;
  AmpShortYears   short_years;
} AmpRecordPlan;

/**
 * amp_record_plan_new:
 * @source: as the analyst reviewed it
 * @basis: (nullable): the columns of @source that tell where a record is; no
 *   other column of a place is read
 *
 * Returns: (transfer full): the plan
 */
AmpRecordPlan *amp_record_plan_new (AmpSource *source, const AmpPlaceBasis *basis);

/**
 * amp_record_plan_reads_type:
 * @type: a field type
 *
 * Returns: whether a plan may read the values of such a field to tell who or
 *   where a record is about, or whose columns are beside it
 */
gboolean amp_record_plan_reads_type (AmpFieldType type);

void amp_record_plan_free (AmpRecordPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpRecordPlan, amp_record_plan_free)

G_END_DECLS
