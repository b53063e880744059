/* From codes to the names that people read. */
#include "amp-label.h"

#include <glib/gi18n-lib.h>

#include "amp-category.h"
#include "amp-field-type.h"
#include "amp-person-facts.h"
#include "amp-sensitivity.h"

static AmpPlaceLevel
level_of (AmpKey key)
{
  switch ((int) key)
    {
    case AMP_KEY_REGION:
      return AMP_PLACE_LEVEL_REGION;
    case AMP_KEY_DEPARTEMENT:
      return AMP_PLACE_LEVEL_DEPARTEMENT;
    case AMP_KEY_EPCI:
      return AMP_PLACE_LEVEL_EPCI;
    case AMP_KEY_COMMUNE:
      return AMP_PLACE_LEVEL_COMMUNE;
    default:
      return AMP_PLACE_LEVEL_COUNTRY;
    }
}

const AmpArea *
amp_label_find_area (AmpGazetteer *gazetteer, AmpKey key, const char *code)
{
  guint32 index;

  g_return_val_if_fail (gazetteer != NULL && code != NULL, NULL);

  if (!amp_key_is_place (key) || !amp_gazetteer_find_area (gazetteer, level_of (key), code, &index))
    return NULL;
  return amp_gazetteer_get_area (gazetteer, level_of (key), index);
}

static gboolean
is_french (void)
{
  /* translators: the code of the language of this translation: "fr" in French */
  return g_str_equal (C_ ("language code", "en"), "fr");
}

/* A record may have a place, yet none at a finer level. */
static const char *
label_of_unknown (AmpKey key)
{
  switch ((int) key)
    {
    case AMP_KEY_REGION:
      return _ ("No region known");
    case AMP_KEY_DEPARTEMENT:
      return _ ("No département known");
    case AMP_KEY_EPCI:
      return _ ("No agglomeration known");
    case AMP_KEY_COMMUNE:
      return _ ("No commune known");
    default:
      return _ ("No place known");
    }
}

static const char *
label_of_place (AmpGazetteer *gazetteer, AmpKey key, const char *code)
{
  const AmpArea *area;

  if (code[0] == '\0')
    return label_of_unknown (key);
  area = amp_label_find_area (gazetteer, key, code);
  if (area == NULL)
    return code;
  return key == AMP_KEY_COUNTRY && is_french () ? area->french_name : area->name;
}

static char *
label_of_combination (const char *code)
{
  g_auto (GStrv) codes = g_strsplit (code, "+", -1);
  g_autoptr (GString) label = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      AmpCategory category;

      if (i > 0)
        g_string_append (label, " + ");
      if (amp_category_from_code (codes[i], &category))
        g_string_append (label, amp_category_get_label (category));
    }
  return g_strdup (label->len > 0 ? label->str : _ ("Nothing recognised"));
}

static const char *
label_of_quality (const char *code)
{
  AmpPlaceQuality quality;

  return amp_place_quality_from_code (code, &quality) ? _ (amp_place_quality_get_label (quality)) : code;
}

static const char *
label_of_fact (AmpKey key, const char *code)
{
  AmpCategory    category;
  AmpSensitivity sensitivity;
  AmpFieldType   type;
  AmpAgeBand     band;
  AmpSex         sex;

  if (key == AMP_KEY_CATEGORY && amp_category_from_code (code, &category))
    return amp_category_get_label (category);
  if (key == AMP_KEY_SENSITIVITY && amp_sensitivity_from_code (code, &sensitivity))
    return amp_sensitivity_get_label (sensitivity);
  if (key == AMP_KEY_TYPE && amp_field_type_from_code (code, &type))
    return amp_field_type_get_label (type);
  if (key == AMP_KEY_AGE && amp_age_band_from_code (code, &band))
    return amp_age_band_get_label (band);
  if (key == AMP_KEY_SEX && amp_sex_from_code (code, &sex))
    return amp_sex_get_label (sex);
  return key == AMP_KEY_PLACE_QUALITY ? label_of_quality (code) : code;
}

char *
amp_label_dup (AmpGazetteer *gazetteer, AmpKey key, const char *code)
{
  g_return_val_if_fail (gazetteer != NULL && code != NULL, NULL);

  if (amp_key_is_place (key))
    return g_strdup (label_of_place (gazetteer, key, code));
  if (key == AMP_KEY_COMBINATION)
    return label_of_combination (code);
  return g_strdup (label_of_fact (key, code));
}
