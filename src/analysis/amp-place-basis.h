/* The bases of a source's geography: whose places its columns hold. Real
 * accounts of one leak differed by a third because one counted the addresses
 * of the patients and the other those of their laboratories; so a record is
 * placed by the columns of one basis only, and the case names it. */
#pragma once

#include "amp-source.h"

G_BEGIN_DECLS

/* The columns that can tell a place. */
typedef enum
{
  AMP_PLACE_PART_POSTAL_CODE,
  AMP_PLACE_PART_CITY,
  AMP_PLACE_PART_CP_CITY,
  AMP_PLACE_PART_INSEE_CODE,
  AMP_PLACE_PART_COUNTRY,
  AMP_PLACE_PART_FULL_ADDRESS,
  AMP_N_PLACE_PARTS
} AmpPlacePart;

/* The column of a part that a basis lacks. */
#define AMP_PLACE_PART_ABSENT G_MAXUINT

/**
 * AmpPlaceBasis:
 * @code: whose places they are, as "person" or "doctor" (amp-header-owner.h);
 *   with a number where a source has several of one kind: "person-2"
 * @columns: from 0, of each part, or %AMP_PLACE_PART_ABSENT
 * @is_default: whether it is used when the analyst chooses none
 */
typedef struct
{
  char    *code;
  guint    columns[AMP_N_PLACE_PARTS];
  gboolean is_default;
} AmpPlaceBasis;

void amp_place_basis_free (AmpPlaceBasis *basis);

/**
 * amp_place_basis_list:
 * @source: as the analyst reviewed it
 *
 * Groups the columns of places by the words of their headers that tell whose
 * they are, then by neighbourhood. The default is the person's, else that of
 * who is nearest to them.
 *
 * Returns: (transfer full) (element-type AmpPlaceBasis): the bases, in the
 *   order of their columns; empty where no column tells a place
 */
GPtrArray *amp_place_basis_list (AmpSource *source);

/**
 * amp_place_basis_reads_type:
 * @type: a field type
 *
 * Returns: whether a column of that type tells a place, or whose the places
 *   beside it are
 */
gboolean amp_place_basis_reads_type (AmpFieldType type);

/**
 * amp_place_basis_find:
 * @bases: (element-type AmpPlaceBasis): the bases of a source
 * @code: (nullable): the one that the analyst chose; %NULL for the default
 *
 * Returns: (transfer none) (nullable): the basis, %NULL when there is none such
 */
const AmpPlaceBasis *amp_place_basis_find (GPtrArray *bases, const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpPlaceBasis, amp_place_basis_free)

G_END_DECLS
