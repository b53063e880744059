/* What a card of figures is broken down by. */
#include "amp-card-key.h"

/* In the order in which the templates list them. */
static const AmpKey level_keys[AMP_N_CARD_LEVELS] = { AMP_KEY_REGION, AMP_KEY_DEPARTEMENT, AMP_KEY_EPCI, AMP_KEY_COMMUNE };

gboolean
amp_card_key_is_by_place (const char *code)
{
  return g_strcmp0 (code, "place") == 0;
}

AmpKey
amp_card_key_of_level (guint level)
{
  return level_keys[MIN (level, AMP_N_CARD_LEVELS - 1)];
}

AmpKey
amp_card_key_get (const char *code, guint level)
{
  AmpKey key = AMP_KEY_CATEGORY;

  if (amp_card_key_is_by_place (code))
    return amp_card_key_of_level (level);
  amp_key_from_code (code, &key);
  return key;
}
