/* The records of an opened case, and its malformed rows, one after the other, as
 * codes and numbers. */
#pragma once

#include "amp-case.h"
#include "amp-cell.h"

G_BEGIN_DECLS

/**
 * AmpListedRecord:
 * @source: number of the source, from 1
 * @ordinal: number of the record in its source, from 1
 * @line: physical line where it starts, from 1
 * @place: where it was placed
 * @quality: how sure that is, as a code
 * @person: number of the person, from 1
 * @categories: codes of what it exposes, separated by commas
 */
typedef struct
{
  guint                source;
  gint64               ordinal;
  gint64               line;
  const AmpPlaceCodes *place;
  const char          *quality;
  guint32              person;
  const char          *categories;
} AmpListedRecord;

/**
 * AmpListedRecordFunc:
 * @record: valid during the call
 *
 * Returns: whether to go on
 */
typedef gboolean (*AmpListedRecordFunc) (const AmpListedRecord *record, gpointer data);

/**
 * amp_case_list_records:
 * @func: (scope call): told each record, in the order of the dump
 *
 * Returns: whether all records that @func wanted were told
 */
gboolean amp_case_list_records (AmpCase            *self,
                                AmpListedRecordFunc func,
                                gpointer            data,
                                GCancellable       *cancellable,
                                GError            **error);

/**
 * AmpListedMalformed:
 * @source: number of the source, from 1
 * @ordinal: number of the record in its source, from 1; 0 for a row that was set
 *   aside because nothing in it is filled
 * @line: physical line where it starts, from 1
 * @reason: what is wrong with it, as a code: "too-short"…
 */
typedef struct
{
  guint       source;
  gint64      ordinal;
  gint64      line;
  const char *reason;
} AmpListedMalformed;

/**
 * AmpListedMalformedFunc:
 * @malformed: valid during the call
 *
 * Returns: whether to go on
 */
typedef gboolean (*AmpListedMalformedFunc) (const AmpListedMalformed *malformed, gpointer data);

/**
 * amp_case_list_malformed:
 * @func: (scope call): told each malformed row, in the order of the dump
 *
 * Returns: whether all malformed rows that @func wanted were told
 */
gboolean amp_case_list_malformed (AmpCase               *self,
                                  AmpListedMalformedFunc func,
                                  gpointer               data,
                                  GCancellable          *cancellable,
                                  GError               **error);

G_END_DECLS
