/* AmpSource: one file of the dump as the analyst reviews it.
 *
 * Owns the dialect that was found and the list of fields. It knows where the
 * file is and how to read it; it holds no value of it. */
#pragma once

#include <gio/gio.h>

#include "amp-dump-file.h"
#include "amp-dump-probe.h"
#include "amp-field.h"

G_BEGIN_DECLS

#define AMP_TYPE_SOURCE (amp_source_get_type ())
G_DECLARE_FINAL_TYPE (AmpSource, amp_source, AMP, SOURCE, GObject)

/**
 * amp_source_inspect:
 * @path: (type filename): a file, a pipe, or "-" for standard input
 * @cancellable: (nullable): to stop early
 * @error: where to say why it cannot be read as a table
 *
 * Opens @path read-only, finds its encoding and dialect and classifies its
 * fields from a sample of the head, the middle and the tail.
 *
 * Returns: (transfer full) (nullable): the source, or %NULL with an error of
 *   the dump layer that names the file
 */
AmpSource *amp_source_inspect (const char *path, GCancellable *cancellable, GError **error);

/**
 * amp_source_inspect_file:
 * @path: (type filename): where @file was opened
 * @file: (transfer full): a file nothing was read from yet
 * @member: which file of the archive to inspect, from 0; 0 where it is none
 * @cancellable: (nullable): to stop early
 * @error: where to say why it cannot be read as a table
 *
 * As amp_source_inspect(), for a file that is open. Where an archive has several
 * files, the source's paths and name are those of the archive with the member's
 * behind them.
 *
 * Returns: (transfer full) (nullable): the source
 */
AmpSource *amp_source_inspect_file (const char *path, AmpDumpFile *file, guint member, GCancellable *cancellable, GError **error);

/**
 * amp_source_set_place_basis:
 * @code: (nullable): of one of its bases (amp_place_basis_list()); %NULL for the
 *   default of the import
 *
 * Chooses whose addresses place the records of this source.
 */
void amp_source_set_place_basis (AmpSource *self, const char *code);

/**
 * amp_source_get_place_basis:
 *
 * Returns: (transfer none) (nullable): what was chosen
 */
const char *amp_source_get_place_basis (AmpSource *self);

/**
 * amp_source_get_packing:
 *
 * Returns: how the file is packed
 */
AmpPacking amp_source_get_packing (AmpSource *self);

/**
 * amp_source_get_ratio:
 *
 * Returns: bytes of content for each packed byte, in the sample; 1 where nothing
 *   is packed
 */
double amp_source_get_ratio (AmpSource *self);

/**
 * amp_source_get_path:
 *
 * Returns: (type filename): the path as given, "-" for standard input
 */
const char *amp_source_get_path (AmpSource *self);

/**
 * amp_source_get_display_path:
 *
 * Returns: the path as given, safe to show and to print
 */
const char *amp_source_get_display_path (AmpSource *self);

/**
 * amp_source_get_name:
 *
 * Returns: the base name, valid UTF-8, for display and for the case
 */
const char *amp_source_get_name (AmpSource *self);

/**
 * amp_source_get_bytes:
 *
 * Returns: the size in bytes, or -1 while it is unknown (a pipe)
 */
gint64 amp_source_get_bytes (AmpSource *self);

const AmpDialect *amp_source_get_dialect (AmpSource *self);

/**
 * amp_source_get_records_estimate:
 *
 * Returns: the number of records, estimated from the sample; exact for a file
 *   that the sample covers; -1 for a pipe
 */
gint64 amp_source_get_records_estimate (AmpSource *self);

/**
 * amp_source_get_fields:
 *
 * Returns: (transfer none): a list model of #AmpField, in column order
 */
GListModel *amp_source_get_fields (AmpSource *self);

AmpField *amp_source_get_field (AmpSource *self, guint position);

/**
 * amp_source_dup_headers:
 *
 * Returns: (transfer full) (array zero-terminated=1): the headers as they are
 *   in the file (decoded, not escaped), for the row parser
 */
char **amp_source_dup_headers (AmpSource *self);

/**
 * amp_source_take_file:
 *
 * Gives up the opened file. A pipe can be read once only: what the inspection
 * looked at is served again by the file that this returns.
 *
 * Returns: (transfer full) (nullable): the open file, or %NULL with an error
 *   when it was already taken and cannot be opened again
 */
AmpDumpFile *amp_source_take_file (AmpSource *self, GError **error);

G_END_DECLS
