/* From a GeoJSON file of administrative outlines ("contours administratifs") to
 * what the maps use: reads, matches with the places of today, and keeps.
 *
 * The file may be packed with gzip. A code of five characters is a commune's, one
 * of nine digits an EPCI's; a file may hold both. Outlines of communes that have
 * merged since join into the commune of today; an outline inside another one of
 * the same commune (an arrondissement, a delegated commune) adds nothing. What was
 * imported before stays for areas that the file does not hold. */
#pragma once

#include "amp-gazetteer.h"
#include "amp-outline-set.h"

G_BEGIN_DECLS

/**
 * AmpOutlineNote:
 * @code: of an area, as the file or the gazetteer has it; "" when it has none
 * @name: its name, printable; "" when it has none
 * @today: (nullable): the code of the commune that it is part of today
 * @today_name: (nullable): the name of that commune
 */
typedef struct
{
  char *code;
  char *name;
  char *today;
  char *today_name;
} AmpOutlineNote;

/**
 * AmpOutlineCount:
 * @n_read: areas of today that the file has an outline for
 * @n_kept: areas that have one now, those imported before included
 * @n_known: areas that the gazetteer has
 * @lacking: (element-type AmpOutlineNote): areas of today without an outline, in
 *   the départements that the file is about
 */
typedef struct
{
  guint      n_read;
  guint      n_kept;
  guint      n_known;
  GPtrArray *lacking;
} AmpOutlineCount;

/**
 * AmpOutlineReport:
 * @file: base name of the file
 * @n_features: what the file holds
 * @counts: by level; those of EPCI and communes are filled
 * @merged: (element-type AmpOutlineNote): communes that merged since
 * @unknown: (element-type AmpOutlineNote): codes of no place of today or before
 * @shapeless: (element-type AmpOutlineNote): features without an area
 */
typedef struct
{
  char           *file;
  guint           n_features;
  AmpOutlineCount counts[AMP_N_PLACE_LEVELS];
  GPtrArray      *merged;
  GPtrArray      *unknown;
  GPtrArray      *shapeless;
} AmpOutlineReport;

/**
 * AmpOutlineProgress:
 * @fraction: of the file that is read, 0 to 1
 */
typedef void (*AmpOutlineProgress) (double fraction, gpointer data);

/**
 * amp_outline_import:
 * @file: what to read
 * @gazetteer: the places of today
 * @folder: (type filename): where to keep the outlines, see
 *   amp_outline_set_get_folder()
 * @progress: (nullable) (scope call): told from time to time
 * @error: names the file and the reason: %AMP_PLACES_ERROR_FILE when it is no
 *   such file, or holds no area of today; an error of the file system;
 *   %G_IO_ERROR_CANCELLED. Nothing has changed then.
 *
 * Returns: (transfer full) (nullable): what became of the file.
 */
AmpOutlineReport *amp_outline_import (GFile             *file,
                                      AmpGazetteer      *gazetteer,
                                      const char        *folder,
                                      GCancellable      *cancellable,
                                      AmpOutlineProgress progress,
                                      gpointer           data,
                                      GError           **error);

void amp_outline_report_free (AmpOutlineReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpOutlineReport, amp_outline_report_free)

G_END_DECLS
