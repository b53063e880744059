/* What the review shows of a field: see the header. */
#include "amp-field-text.h"

#include <glib/gi18n-lib.h>

/* Under this confidence, the analyst is asked to look. */
#define SURE 0.7

#define NOTHING "–"

static char *
dup_share (double share)
{
  /* Translators: a percentage */
  return g_strdup_printf (_ ("%.0f %%"), share * 100);
}

static gboolean
get_category (AmpField *field, AmpCategory *category)
{
  int found = amp_field_type_get_category (amp_field_get_effective_type (field));

  if (found >= 0)
    *category = (AmpCategory) found;
  return found >= 0;
}

char *
amp_field_text_dup_position (AmpField *field)
{
  return g_strdup_printf ("%u", amp_field_get_position (field));
}

char *
amp_field_text_dup_header (AmpField *field)
{
  const char *header = amp_field_get_header (field);

  if (header[0] != '\0')
    return g_strdup (header);
  return g_strdup_printf (_ ("Field %u"), amp_field_get_position (field));
}

char *
amp_field_text_dup_type (AmpField *field)
{
  return g_strdup (amp_field_type_get_label (amp_field_get_field_type (field)));
}

char *
amp_field_text_dup_category (AmpField *field)
{
  AmpCategory category;

  return g_strdup (get_category (field, &category) ? amp_category_get_label (category) : NOTHING);
}

char *
amp_field_text_dup_sensitivity (AmpField *field)
{
  AmpCategory category;

  if (!get_category (field, &category))
    return g_strdup (NOTHING);
  return g_strdup (amp_sensitivity_get_label (amp_category_get_sensitivity (category)));
}

char *
amp_field_text_dup_sensitivity_and_article (AmpField *field)
{
  g_autofree char *sensitivity = amp_field_text_dup_sensitivity (field);
  AmpCategory      category;
  guint            article = get_category (field, &category) ? amp_category_get_article (category) : 0;

  if (article == 0)
    return g_steal_pointer (&sensitivity);
  /* Translators: a sensitivity and the article of the GDPR that applies */
  return g_strdup_printf (_ ("%s (GDPR, art. %u)"), sensitivity, article);
}

char *
amp_field_text_dup_confidence (AmpField *field)
{
  if (amp_field_get_field_type (field) != amp_field_get_recognised_type (field))
    return g_strdup (_ ("Corrected"));
  if (amp_field_get_field_type (field) == AMP_FIELD_TYPE_UNKNOWN)
    return g_strdup (NOTHING);
  return dup_share (amp_field_get_confidence (field));
}

char *
amp_field_text_dup_filled (AmpField *field)
{
  return dup_share (amp_field_get_filled (field));
}

char *
amp_field_text_dup_valid (AmpField *field)
{
  return amp_field_get_valid (field) < 0 ? g_strdup (NOTHING) : dup_share (amp_field_get_valid (field));
}

char *
amp_field_text_dup_shape (AmpField *field)
{
  const char *shape = amp_field_get_shape (field);

  return g_strdup (shape != NULL && shape[0] != '\0' ? shape : NOTHING);
}

gboolean
amp_field_text_needs_check (AmpField *field)
{
  AmpFieldType type = amp_field_get_field_type (field);

  if (amp_field_is_ignored (field) || type != amp_field_get_recognised_type (field) || amp_field_get_filled (field) <= 0)
    return FALSE;
  return type == AMP_FIELD_TYPE_UNKNOWN || amp_field_get_confidence (field) < SURE;
}
