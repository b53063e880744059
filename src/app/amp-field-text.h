/* What the review shows of a field, as text: one function for each column, used
 * by the table and by the details alike. Every function returns a new string. */
#pragma once

#include "amp-field.h"

G_BEGIN_DECLS

char *amp_field_text_dup_position (AmpField *field);

/* The header, or "Field 12" where there is none. */
char *amp_field_text_dup_header (AmpField *field);

char *amp_field_text_dup_type (AmpField *field);

/* The category of the type that counts: none for an ignored field. */
char *amp_field_text_dup_category (AmpField *field);

char *amp_field_text_dup_sensitivity (AmpField *field);

/* The same with the article of the GDPR that protects the category. */
char *amp_field_text_dup_sensitivity_and_article (AmpField *field);

char *amp_field_text_dup_confidence (AmpField *field);

char *amp_field_text_dup_filled (AmpField *field);

char *amp_field_text_dup_valid (AmpField *field);

char *amp_field_text_dup_shape (AmpField *field);

/**
 * amp_field_text_needs_check:
 *
 * Returns: whether the analyst should look at the field: it holds something,
 *   its type is unknown or unsure, and nobody has decided yet
 */
gboolean amp_field_text_needs_check (AmpField *field);

G_END_DECLS
