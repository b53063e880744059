/* The places of a case that is being written. Internal to the store. */
#pragma once

#include "amp-cell.h"
#include "amp-sql.h"

G_BEGIN_DECLS

/**
 * AmpPlaceWriter:
 *
 * Numbers places from 0 as they come, and their codes level by level.
 */
typedef struct _AmpPlaceWriter AmpPlaceWriter;

AmpPlaceWriter *amp_place_writer_new (void);

void amp_place_writer_free (AmpPlaceWriter *writer);

/**
 * amp_place_writer_add:
 * @codes: a place
 *
 * Returns: its number, a new one unless it was there
 */
guint32 amp_place_writer_add (AmpPlaceWriter *writer, const AmpPlaceCodes *codes);

guint32 amp_place_writer_get_n_places (const AmpPlaceWriter *writer);

/**
 * amp_place_writer_write:
 * @sql: a connection to the case
 *
 * Writes all places, once, at the end.
 *
 * Returns: whether that went well.
 */
gboolean amp_place_writer_write (AmpPlaceWriter *writer, AmpSql *sql, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPlaceWriter, amp_place_writer_free)

G_END_DECLS
