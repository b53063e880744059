/* AmpOutlineSet: imported outlines of one level, EPCI or communes, and how they
 * are kept between two runs.
 *
 * Immutable: any number of threads may use one at once. Codes are those of the
 * gazetteer, each once, in rising order; merged communes are already part of the
 * commune of today.
 *
 * The file, one a level ("commune.outlines", "epci.outlines"), is written whole
 * or not at all: the eight bytes "AMPOUTL2"; the number of sources, and the name,
 * SHA-256 and day of each, the latest last; the number of areas; for each area its
 * code, the number of its source (from 0), its number of rings and the rings
 * (amp-outline-code.h); then the SHA-256 of all that. "AMPOUTL1", which is read,
 * too, has the name of one source, and no number of it with the areas. */
#pragma once

#include <gio/gio.h>

#include "amp-outline-source.h"
#include "amp-outlines.h"
#include "amp-place.h"

G_BEGIN_DECLS

typedef struct _AmpOutlineSet AmpOutlineSet;

/**
 * amp_outline_set_get_folder:
 *
 * Returns: (transfer full) (type filename): where imported outlines are kept:
 *   "ampleur/outlines" in the user's data folder.
 */
char *amp_outline_set_get_folder (void);

/**
 * amp_outline_set_dup_stamp:
 * @folder: (type filename): where they are kept
 *
 * Reads no file, only what the file system says of them.
 *
 * Returns: (transfer full): a text that is another one once anything else is kept
 */
char *amp_outline_set_dup_stamp (const char *folder);

/**
 * amp_outline_set_load:
 * @folder: (type filename): where they are kept
 * @level: %AMP_PLACE_LEVEL_EPCI or %AMP_PLACE_LEVEL_COMMUNE
 * @error: %AMP_PLACES_ERROR_FILE when the file is damaged, or why it cannot be
 *   read.
 *
 * Returns: (transfer full) (nullable): the outlines; %NULL without an error when
 *   none were imported.
 */
AmpOutlineSet *amp_outline_set_load (const char *folder, AmpPlaceLevel level, GError **error);

/**
 * amp_outline_set_load_all:
 * @folder: (type filename): where they are kept
 * @groups: (out) (nullable) (transfer full): the outlines of EPCI, %NULL when none
 *   were imported
 * @communes: (out) (nullable) (transfer full): those of communes, likewise
 * @error: see amp_outline_set_load()
 *
 * Returns: whether all that is kept was read; %FALSE leaves both outlines %NULL
 */
gboolean amp_outline_set_load_all (const char *folder, AmpOutlineSet **groups, AmpOutlineSet **communes, GError **error);

/**
 * amp_outline_set_remove:
 *
 * Removes what was imported at @level, if anything.
 */
gboolean amp_outline_set_remove (const char *folder, AmpPlaceLevel level, GError **error);

AmpOutlineSet *amp_outline_set_ref (AmpOutlineSet *set);

void amp_outline_set_unref (AmpOutlineSet *set);

AmpPlaceLevel amp_outline_set_get_level (const AmpOutlineSet *set);

guint amp_outline_set_get_n_sources (const AmpOutlineSet *set);

/**
 * amp_outline_set_get_source:
 *
 * Returns: (transfer none): a file that some of them came from; the latest last.
 */
const AmpOutlineSource *amp_outline_set_get_source (const AmpOutlineSet *set, guint index);

guint amp_outline_set_get_n_areas (const AmpOutlineSet *set);

/**
 * amp_outline_set_get_area:
 *
 * Returns: (transfer none): the outline, as long as @set lives; sorted by code.
 */
const AmpOutline *amp_outline_set_get_area (const AmpOutlineSet *set, guint index);

/**
 * amp_outline_set_find:
 * @code: (nullable): any string
 *
 * Returns: (transfer none) (nullable): the outline of the area @code.
 */
const AmpOutline *amp_outline_set_find (const AmpOutlineSet *set, const char *code);

/**
 * AmpCodedArea:
 * @source: the index of its source
 * @rings: number of rings and rings
 *
 * An area as it is kept. Private to the layer.
 */
typedef struct
{
  guint   source;
  GBytes *rings;
} AmpCodedArea;

AmpCodedArea *amp_coded_area_new (guint source, GBytes *rings);

void amp_coded_area_free (AmpCodedArea *area);

/**
 * amp_outline_set_encode:
 * @sources: (element-type AmpOutlineSource): the latest last; those without an
 *   area are left out
 * @areas: (element-type utf8 AmpCodedArea): code → area
 *
 * Returns: (transfer full): the bytes of a file. Private to the layer.
 */
GBytes *amp_outline_set_encode (GPtrArray *sources, GHashTable *areas);

/**
 * amp_outline_set_decode:
 * @bytes: of a file
 * @error: %AMP_PLACES_ERROR_FILE, %AMP_PLACES_ERROR_DATA.
 *
 * Returns: (transfer full) (nullable): the outlines. Private to the layer.
 */
AmpOutlineSet *amp_outline_set_decode (GBytes *bytes, AmpPlaceLevel level, GError **error);

/**
 * amp_outline_set_list_coded:
 * @bytes: of a file that can be decoded
 * @areas: (element-type utf8 AmpCodedArea): code → area; those of @bytes are
 *   added. Private to the layer.
 */
void amp_outline_set_list_coded (GBytes *bytes, GHashTable *areas);

/**
 * amp_outline_set_read_file:
 *
 * Returns: (transfer full) (nullable): the bytes of what is kept at @level;
 *   %NULL without an error when there is nothing. Private to the layer.
 */
GBytes *amp_outline_set_read_file (const char *folder, AmpPlaceLevel level, GError **error);

/**
 * amp_outline_set_write_file:
 *
 * Puts @bytes in the place of what was kept at @level. Private to the layer.
 */
gboolean amp_outline_set_write_file (const char *folder, AmpPlaceLevel level, GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpOutlineSet, amp_outline_set_unref)

G_END_DECLS
