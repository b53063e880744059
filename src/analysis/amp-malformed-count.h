/* The malformed rows of a case, by reason, and the first of them by line.
 *
 * Reads the case file; knows no widget. */
#pragma once

#include "amp-case.h"

G_BEGIN_DECLS

/* There may be as many malformed rows as lines: so many are listed. */
#define AMP_MALFORMED_MAX_LISTED 200

/**
 * AmpMalformedRow:
 * @source: number of the source, from 1
 * @line: physical line where it starts, from 1
 * @reason: what is wrong with it, as a code
 */
typedef struct
{
  guint  source;
  gint64 line;
  char  *reason;
} AmpMalformedRow;

/**
 * AmpMalformedReason:
 * @code: "too-short"…
 * @rows: how many rows
 */
typedef struct
{
  char  *code;
  gint64 rows;
} AmpMalformedReason;

/**
 * AmpMalformedCount:
 * @rows: all malformed rows
 * @reasons: (element-type AmpMalformedReason): the commonest first
 * @listed: (element-type AmpMalformedRow): the first
 *   %AMP_MALFORMED_MAX_LISTED rows, in the order of the dump
 */
typedef struct
{
  gint64     rows;
  GPtrArray *reasons;
  GPtrArray *listed;
} AmpMalformedCount;

/**
 * amp_malformed_count_new:
 * @opened: a case that no other thread uses
 *
 * Returns: (transfer full) (nullable): the malformed rows, or %NULL with an
 *   error
 */
AmpMalformedCount *amp_malformed_count_new (AmpCase *opened, GCancellable *cancellable, GError **error);

void amp_malformed_count_free (AmpMalformedCount *self);

/**
 * amp_malformed_reason_get_label:
 * @code: a reason
 *
 * Returns: (transfer none): what it means, in the language of the locale
 */
const char *amp_malformed_reason_get_label (const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpMalformedCount, amp_malformed_count_free)

G_END_DECLS
