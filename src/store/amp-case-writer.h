/* Builds a case: takes codes and numbers, keeps them in a hidden file beside
 * the target, and gives it its name at the very end. Until then, and after any
 * failure, the target is as it was. Must not know dumps or places, and is
 * given no value of a dump.
 *
 * The same calls give the same bytes: a case holds no time but those it is
 * given. One thread at a time. After a call has failed the writer is only good
 * for amp_case_writer_discard(). */
#pragma once

#include "amp-cell.h"
#include "amp-field-facts.h"
#include "amp-mandate.h"
#include "amp-source-facts.h"
#include "amp-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Names of facts. Others may be set: lower-case ASCII letters, digits and
 * hyphens. The writer itself sets "records" and "persons". */
#define AMP_FACT_AS_OF "as-of"                     /* day of the ages, as 2026-11-24 */
#define AMP_FACT_PROGRAM "program"                 /* version that wrote the case */
#define AMP_FACT_PLACE_BASIS "place-basis"         /* whose places: person, doctor…; commas between several */
#define AMP_FACT_RECORDS "records"                 /* sum over the cells */
#define AMP_FACT_PERSONS "persons"                 /* sum over the cells */
#define AMP_FACT_PERSONS_LOWEST "persons-lowest"   /* if every rule joins */
#define AMP_FACT_PERSONS_HIGHEST "persons-highest" /* if only exact keys join */
#define AMP_FACT_RULE_PREFIX "rule-"               /* with the number of a rule: joins by it */

/**
 * AmpCaseWriter:
 *
 * A case that is being built.
 */
typedef struct _AmpCaseWriter AmpCaseWriter;

/**
 * amp_case_writer_new:
 * @path: the case to write
 * @overwrite: whether an existing case may be replaced; nothing else ever is,
 *   except an empty file
 *
 * Begins a case. What is bound to fail at the end fails here.
 *
 * Returns: (transfer full) (nullable): a writer; %NULL with
 *   %AMP_STORE_ERROR_EXISTS, %AMP_STORE_ERROR_NOT_A_CASE (what is there), %AMP_STORE_ERROR_FULL or %AMP_STORE_ERROR_WRITE.
 */
AmpCaseWriter *amp_case_writer_new (const char *path, gboolean overwrite, GError **error);

/**
 * amp_case_writer_set_mandate:
 * @writer: a writer
 * @mandate: who analyses, for whom and on what basis
 *
 * Returns: whether that went well.
 */
gboolean amp_case_writer_set_mandate (AmpCaseWriter *writer, const AmpMandate *mandate, GError **error);

/**
 * amp_case_writer_set_text:
 * @writer: a writer
 * @name: name of a fact, as %AMP_FACT_AS_OF
 * @text: (nullable): what it is, UTF-8
 *
 * Sets a fact, or sets it anew.
 *
 * Returns: whether that went well.
 */
gboolean amp_case_writer_set_text (AmpCaseWriter *writer, const char *name, const char *text, GError **error);

/**
 * amp_case_writer_set_number:
 * @writer: a writer
 * @name: name of a fact, as %AMP_FACT_PERSONS_LOWEST
 * @number: what it is
 *
 * Sets a fact, or sets it anew.
 *
 * Returns: whether that went well.
 */
gboolean amp_case_writer_set_number (AmpCaseWriter *writer, const char *name, gint64 number, GError **error);

/**
 * amp_case_writer_add_source:
 * @writer: a writer
 * @source: the source, as far as it is known; its n_fields must be right
 * @id: (out): where to put its number, counted from 0
 *
 * Adds a source, before its records.
 *
 * Returns: whether that went well; %AMP_STORE_ERROR_LIMIT beyond
 *   %AMP_MAX_SOURCES sources.
 */
gboolean amp_case_writer_add_source (AmpCaseWriter *writer, const AmpSourceFacts *source, guint32 *id, GError **error);

/**
 * amp_case_writer_update_source:
 * @writer: a writer
 * @id: number of a source
 * @source: the same source, with what the import found out (hash, counts);
 *   the same n_fields
 *
 * Returns: whether that went well.
 */
gboolean amp_case_writer_update_source (AmpCaseWriter *writer, guint32 id, const AmpSourceFacts *source, GError **error);

/**
 * amp_case_writer_add_field:
 * @writer: a writer
 * @field: a field of a source that was added
 *
 * Adds a field, at any time, each once. By source and position, please: that
 * is the order in which the case gives them back.
 *
 * Returns: whether that went well.
 */
gboolean amp_case_writer_add_field (AmpCaseWriter *writer, const AmpFieldFacts *field, GError **error);

/**
 * amp_case_writer_add_type:
 * @writer: a writer
 * @type: a field type
 * @total: its totals over all fields of that type
 *
 * Adds the totals of a type, each once. A type without them is counted from
 * the records when somebody asks.
 *
 * Returns: whether that went well.
 */
gboolean amp_case_writer_add_type (AmpCaseWriter *writer, AmpFieldType type, const AmpTypeTotal *total, GError **error);

/**
 * amp_case_writer_add_place:
 * @writer: a writer
 * @codes: the codes of a place
 * @id: (out): where to put its number
 *
 * Adds a place unless the case has it: the same codes have the same number.
 * Without any code that is %AMP_PLACE_UNPLACED. Numbers count up in the order
 * in which places are added first.
 *
 * Returns: whether that went well.
 */
gboolean amp_case_writer_add_place (AmpCaseWriter *writer, const AmpPlaceCodes *codes, guint32 *id, GError **error);

/**
 * amp_case_writer_append_records:
 * @writer: a writer
 * @records: (array length=n_records): records of sources that were added
 * @n_records: how many
 *
 * Appends records, in the order in which the case gives them back. Records of
 * one source should follow each other: each change of source ends a block of
 * 4096. Their persons may be 0, to be told at the end by
 * amp_case_writer_append_record_persons(): those of all records or of none.
 *
 * Returns: whether that went well.
 */
gboolean amp_case_writer_append_records (AmpCaseWriter *writer, const AmpRecord *records, gsize n_records, GError **error);

/**
 * amp_case_writer_append_record_persons:
 * @writer: a writer to which all records were appended, each without a person
 * @persons: (array length=n_persons): the persons of the next of them (from 1,
 *   without gaps, in the order of their first records), from the first record on
 * @n_persons: how many
 *
 * Tells the persons once it is known which records are of one.
 *
 * Returns: whether that went well.
 */
gboolean amp_case_writer_append_record_persons (AmpCaseWriter *writer, const guint32 *persons, gsize n_persons, GError **error);

/**
 * amp_case_writer_add_malformed:
 * @writer: a writer
 * @malformed: a malformed row
 *
 * Adds a malformed row, in the order in which the case gives them back.
 *
 * Returns: whether that went well.
 */
gboolean amp_case_writer_add_malformed (AmpCaseWriter *writer, const AmpMalformed *malformed, GError **error);

/**
 * amp_case_writer_write_cells:
 * @writer: a writer
 * @cells: (array length=n_cells): all cells, each profile once
 * @n_cells: how many
 *
 * Writes the cells, once. For the same bytes each time, sort them first.
 *
 * Returns: whether that went well.
 */
gboolean amp_case_writer_write_cells (AmpCaseWriter *writer, const AmpCell *cells, gsize n_cells, GError **error);

/**
 * amp_case_writer_append_persons:
 * @writer: a writer
 * @cells: (array length=n_persons): for each person, from person 1 on and
 *   continuing where the last call ended, the index of the cell that counts
 *   the person, in the array given to amp_case_writer_write_cells()
 * @n_persons: how many
 *
 * Tells to which cell each person belongs. Optional, but only with it are the
 * people of a field, under a filter, chosen by the profile of the person, as
 * everywhere else; without it they are chosen by that of the record.
 *
 * Returns: whether that went well.
 */
gboolean amp_case_writer_append_persons (AmpCaseWriter *writer, const guint32 *cells, gsize n_persons, GError **error);

/**
 * amp_case_writer_commit:
 * @writer: (transfer full): a writer, gone afterwards either way
 *
 * Completes the case, flushes it and gives it its name. The annotations of a case
 * that it replaces are carried over (amp-annotations.h).
 *
 * Returns: whether the case is safe on the disk; if not, nothing of it is left
 *   and what stood there before still does.
 */
gboolean amp_case_writer_commit (AmpCaseWriter *writer, GError **error);

/**
 * amp_case_writer_discard:
 * @writer: (transfer full) (nullable): a writer
 *
 * Gives the case up without a trace. g_autoptr does the same.
 */
void amp_case_writer_discard (AmpCaseWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpCaseWriter, amp_case_writer_discard)

G_END_DECLS
