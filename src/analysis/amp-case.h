/* AmpCase: an opened case, what the application and the command line ask.
 *
 * Joins the store's counts with names, populations and coordinates from the
 * gazetteer. Every answer comes from the case file alone, and nothing but the
 * analyst's annotations is ever written to it. May be used from one thread at a
 * time. */
#pragma once

#include <gio/gio.h>

#include "amp-case-facts.h"
#include "amp-gazetteer.h"
#include "amp-mandate.h"
#include "amp-selection.h"
#include "amp-table.h"

G_BEGIN_DECLS

#define AMP_TYPE_CASE (amp_case_get_type ())
G_DECLARE_FINAL_TYPE (AmpCase, amp_case, AMP, CASE, GObject)

/**
 * amp_case_open:
 * @path: (type filename): a case file
 * @error: why it is none, is damaged, or is from a newer version
 *
 * Returns: (transfer full) (nullable): the opened case
 */
AmpCase *amp_case_open (const char *path, GCancellable *cancellable, GError **error);

const char *amp_case_get_path (AmpCase *self);

/**
 * amp_case_get_facts:
 *
 * Returns: (transfer none): mandate, reference day, totals, bounds, sources
 *   and fields, as the import wrote them
 */
const AmpCaseFacts *amp_case_get_facts (AmpCase *self);

AmpGazetteer *amp_case_get_gazetteer (AmpCase *self);

/**
 * amp_case_tabulate:
 * @key: what the rows are
 * @selection: (nullable): the filter; %NULL for everything
 *
 * Returns: (transfer full) (nullable): the breakdown, sorted by persons, or
 *   %NULL with an error (%G_IO_ERROR_CANCELLED among them)
 */
AmpTable *amp_case_tabulate (AmpCase            *self,
                             AmpKey              key,
                             const AmpSelection *selection,
                             GCancellable       *cancellable,
                             GError            **error);

/**
 * AmpSummary:
 * @records: records selected
 * @persons: persons selected
 * @communes: communes with at least one person
 * @sensitive_persons: persons with data of the sensitive class
 * @minors: persons under 18 at the case's reference day
 * @minors_known: persons whose age is known
 * @unplaced_persons: persons without any place
 */
typedef struct
{
  gint64 records;
  gint64 persons;
  gint64 communes;
  gint64 sensitive_persons;
  gint64 minors;
  gint64 minors_known;
  gint64 unplaced_persons;
} AmpSummary;

/**
 * amp_case_summarize:
 * @selection: (nullable): the filter; %NULL for everything
 * @summary: (out): the overview's figures
 */
gboolean amp_case_summarize (AmpCase            *self,
                             const AmpSelection *selection,
                             AmpSummary         *summary,
                             GCancellable       *cancellable,
                             GError            **error);

/**
 * amp_case_verify:
 *
 * Reads the whole file again and checks that it is whole and that its sums
 * agree.
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the problems,
 *   one sentence each; empty when there is none; %NULL with an error when the
 *   check itself failed
 */
char **amp_case_verify (AmpCase *self, GCancellable *cancellable, GError **error);

/**
 * amp_case_set_annotation:
 * @name: of the annotation, as "filter/Rennes"
 * @json: (nullable): its text, one JSON value; %NULL to remove it
 * @error: why it could not be written; the case is then as it was
 *
 * Annotations are what the analyst adds to a case: texts of the analyst, never
 * values of the dump. The figures do not depend on them.
 *
 * Returns: whether it is safe on the disk
 */
gboolean amp_case_set_annotation (AmpCase *self, const char *name, const char *json, GError **error);

/**
 * amp_case_dup_annotation:
 *
 * A case may hold any bytes: the text need not be the JSON that is expected.
 *
 * Returns: (transfer full) (nullable): the text of the annotation; %NULL where
 *   there is none, and with an error when the case cannot be read
 */
char *amp_case_dup_annotation (AmpCase *self, const char *name, GError **error);

/**
 * amp_case_list_annotations:
 * @prefix: what the names begin with; "" for all
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the names,
 *   sorted; %NULL with an error
 */
char **amp_case_list_annotations (AmpCase *self, const char *prefix, GError **error);

/**
 * amp_case_knows_code:
 * @key: what is filtered on
 * @code: the value, valid in its form
 *
 * A slip in the code of a place must not look like a place without victims.
 *
 * Returns: whether @code is a place of the gazetteer (as of now: a merged commune
 *   is not), a source of this case, or of a key whose form says it all
 */
gboolean amp_case_knows_code (AmpCase *self, AmpKey key, const char *code);

/**
 * amp_case_dup_term_label:
 * @key: what is filtered on
 * @code: the value
 *
 * Returns: (transfer full): "Rennes", "Health"…: for a chip
 */
char *amp_case_dup_term_label (AmpCase *self, AmpKey key, const char *code);

G_END_DECLS
