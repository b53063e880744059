/* What categories and field types are called in the W3C Data Privacy Vocabulary,
 * extension "Personal Data" 2.3: facts as a table. HIV, pathology and pregnancy
 * have no term there: they are health records with our own code beside. */
#pragma once

#include <glib.h>

#include "amp-category.h"
#include "amp-field-type.h"

G_BEGIN_DECLS

#define AMP_DPV_NAMESPACE "https://w3id.org/dpv/pd#"
#define AMP_DPV_VERSION "2.3"

/**
 * amp_dpv_term_list_for_category:
 *
 * Returns: (transfer full) (array zero-terminated=1): the terms that @category
 *   covers, as IRIs; none where the vocabulary has none
 */
char **amp_dpv_term_list_for_category (AmpCategory category);

/**
 * amp_dpv_term_list_for_type:
 *
 * Returns: (transfer full) (array zero-terminated=1): the closest term to @type,
 *   as an IRI, or none
 */
char **amp_dpv_term_list_for_type (AmpFieldType type);

G_END_DECLS
