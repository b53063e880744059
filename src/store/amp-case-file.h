/* An opened case, read-only: its facts, sources, fields, places and cells in
 * memory; its records and malformed rows on demand. Any bytes may be offered
 * as a case: what this gives out has been checked, or was refused.
 *
 * What is in memory never changes and may be read from any thread. What reads
 * the file (records, malformed rows, verification, statistics by field or type)
 * is for one thread at a time. */
#pragma once

#include "amp-cell.h"
#include "amp-field-facts.h"
#include "amp-key.h"
#include "amp-mandate.h"
#include "amp-source-facts.h"
#include "amp-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AmpCaseFile:
 *
 * An opened case. Reference-counted, atomically.
 */
typedef struct _AmpCaseFile AmpCaseFile;

/**
 * amp_case_file_open:
 * @path: a file
 *
 * Opens a case and reads all but its records.
 *
 * Returns: (transfer full) (nullable): the case; %NULL with
 *   %AMP_STORE_ERROR_NOT_A_CASE, %AMP_STORE_ERROR_NEWER,
 *   %AMP_STORE_ERROR_DAMAGED or %AMP_STORE_ERROR_READ.
 */
AmpCaseFile *amp_case_file_open (const char *path, GError **error);

/**
 * amp_case_file_ref:
 * @file: a case
 *
 * Returns: (transfer full): @file, once more.
 */
AmpCaseFile *amp_case_file_ref (AmpCaseFile *file);

/**
 * amp_case_file_unref:
 * @file: (transfer full): a case
 *
 * Gives up a reference; the last one closes the file.
 */
void amp_case_file_unref (AmpCaseFile *file);

/**
 * amp_case_file_get_path:
 * @file: a case
 *
 * Returns: the path it was opened by, in the encoding of file names.
 */
const char *amp_case_file_get_path (AmpCaseFile *file);

/**
 * amp_case_file_get_mandate:
 * @file: a case
 *
 * Returns: (transfer none): the mandate, its strings %NULL where not stated.
 */
const AmpMandate *amp_case_file_get_mandate (AmpCaseFile *file);

/**
 * amp_case_file_get_text:
 * @file: a case
 * @name: name of a fact, as %AMP_FACT_AS_OF (amp-case-writer.h)
 *
 * Returns: (nullable): what it is, UTF-8; %NULL if the case does not say.
 */
const char *amp_case_file_get_text (AmpCaseFile *file, const char *name);

/**
 * amp_case_file_get_number:
 * @file: a case
 * @name: name of a fact, as %AMP_FACT_PERSONS_LOWEST
 * @number: (out): where to put it
 *
 * Returns: whether the case states a number; @number is untouched if not.
 */
gboolean amp_case_file_get_number (AmpCaseFile *file, const char *name, gint64 *number);

/**
 * amp_case_file_get_records:
 * @file: a case
 *
 * Returns: records in the case: the sum over the cells.
 */
gint64 amp_case_file_get_records (AmpCaseFile *file);

/**
 * amp_case_file_get_persons:
 * @file: a case
 *
 * Returns: persons in the case: the sum over the cells.
 */
gint64 amp_case_file_get_persons (AmpCaseFile *file);

/**
 * amp_case_file_get_n_sources:
 * @file: a case
 *
 * Returns: how many sources it has.
 */
guint amp_case_file_get_n_sources (AmpCaseFile *file);

/**
 * amp_case_file_get_source:
 * @file: a case
 * @index: which, from 0
 *
 * Returns: (transfer none): the source.
 */
const AmpSourceFacts *amp_case_file_get_source (AmpCaseFile *file, guint index);

/**
 * amp_case_file_get_n_fields:
 * @file: a case
 *
 * Returns: how many fields all sources have together.
 */
guint amp_case_file_get_n_fields (AmpCaseFile *file);

/**
 * amp_case_file_get_field:
 * @file: a case
 * @index: which, from 0, in the order in which they were added
 *
 * Returns: (transfer none): the field.
 */
const AmpFieldFacts *amp_case_file_get_field (AmpCaseFile *file, guint index);

/**
 * amp_case_file_get_type_total:
 * @file: a case
 * @type: a field type
 *
 * Returns: (transfer none): its totals, as far as the import counted them.
 */
const AmpTypeTotal *amp_case_file_get_type_total (AmpCaseFile *file, AmpFieldType type);

/**
 * amp_case_file_get_n_places:
 * @file: a case
 *
 * Returns: how many places it has, at least 1.
 */
guint amp_case_file_get_n_places (AmpCaseFile *file);

/**
 * amp_case_file_get_place:
 * @file: a case
 * @index: number of the place
 *
 * Returns: (transfer none): its codes; missing ones are "".
 */
const AmpPlaceCodes *amp_case_file_get_place (AmpCaseFile *file, guint index);

/**
 * amp_case_file_get_place_code:
 * @file: a case
 * @index: number of the place
 * @level: a key that is a level of places
 *
 * Returns: its code at that level, "" for none.
 */
const char *amp_case_file_get_place_code (AmpCaseFile *file, guint index, AmpKey level);

/**
 * amp_case_file_exposes:
 * @file: a case
 * @categories: a set
 *
 * Returns: whether a person has data of one of @categories.
 */
gboolean amp_case_file_exposes (AmpCaseFile *file, AmpCategorySet categories);

/**
 * amp_case_file_list_malformed:
 * @file: a case
 * @first: how many to leave out at the beginning
 * @limit: how many to return at most
 * @cancellable: (nullable): what stops it
 *
 * Returns: (transfer full) (element-type AmpMalformed) (nullable): malformed
 *   rows, in the order of the sources; %NULL with @error set.
 */
GArray *amp_case_file_list_malformed (AmpCaseFile *file, gint64 first, guint limit, GCancellable *cancellable, GError **error);

/**
 * amp_case_file_verify:
 * @file: a case
 * @cancellable: (nullable): what stops it
 *
 * Reads the whole file and checks that it is whole and that its sums agree:
 * SQLite's own check, checksums, records of blocks, cells and sources, persons
 * of cells and records, filled values of fields, malformed rows.
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the problems
 *   found, one sentence each, in the language of the locale; empty if the case
 *   is whole. %NULL with @error set if the check could not be made.
 */
char **amp_case_file_verify (AmpCaseFile *file, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpCaseFile, amp_case_file_unref)

G_END_DECLS
