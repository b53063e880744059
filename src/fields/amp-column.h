/* One column on its way to a guess: what the classifier's parts hand to each
 * other. Private to this layer. */
#pragma once

#include "amp-column-profile.h"
#include "amp-date.h"
#include "amp-evidence.h"
#include "amp-field-type.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmpColumn:
 * @header: (unowned): its header, "" for none
 * @matches: (element-type AmpHeaderMatch): the types the header announces
 * @profile: what its values have in common
 * @type: the type so far
 * @confidence: how sure, from 0 to 1
 * @evidence: (element-type utf8): why, as lines (amp-evidence.h)
 * @date_order: how it writes dates, if it does
 */
typedef struct
{
  const char       *header;
  GArray           *matches;
  AmpColumnProfile *profile;
  AmpFieldType      type;
  double            confidence;
  GPtrArray        *evidence;
  AmpDateOrder      date_order;
} AmpColumn;

/**
 * amp_column_init:
 * @column: (out): a column
 * @header: its header, kept by reference
 * @rows: (element-type GStrv): rows of UTF-8 values, kept by reference
 * @position: which value of each row
 *
 * Profiles the column; its type is still unknown.
 */
void amp_column_init (AmpColumn *column, const char *header, const GPtrArray *rows, guint position);

/**
 * amp_column_clear:
 * @column: a column
 *
 * Frees what it owns.
 */
void amp_column_clear (AmpColumn *column);

/**
 * amp_column_set_type:
 * @column: a column
 * @type: its type
 * @confidence: how sure, cut to 0.99: a sample proves nothing
 */
void amp_column_set_type (AmpColumn *column, AmpFieldType type, double confidence);

/**
 * amp_column_add_evidence:
 * @column: a column
 * @first, @second, @text: what amp_evidence_dup_line() takes; no value of the dump
 *   may be among them
 */
void amp_column_add_evidence (AmpColumn *column, AmpEvidence evidence, guint first, guint second, const char *text);

G_END_DECLS
