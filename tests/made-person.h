/* What invented records say about who they are, for the tests of persons. */
#pragma once

#include "amp-person-resolver.h"
#include "amp-pseudonym.h"

#include <string.h>

#define NOBODY_BORN ((AmpDate){ 0 })

static inline AmpNameSketch
make_name (const AmpPseudonymKey *key, const char *last, const char *first, const char *birth, AmpSex sex)
{
  AmpName name;

  amp_name_read ((AmpNameText){ last, strlen (last) }, (AmpNameText){ first, strlen (first) }, (AmpNameText){ birth, strlen (birth) }, &name);
  return amp_name_sketch_make (amp_pseudonym_key_get_sketch_key (key), &name, sex);
}

static inline AmpPersonEvidence
make_evidence (const AmpPseudonymKey *key, const char *last, const char *first, AmpDate birth, guint16 commune)
{
  return (AmpPersonEvidence){
    .traits = {
        .name = make_name (key, last, first, "", AMP_SEX_UNKNOWN),
        .birth = amp_birth_sketch_make (amp_pseudonym_key_get_sketch_key (key), birth),
        .commune = commune,
    },
  };
}

/* @number tells the NIR apart; @flags are those of %AMP_PERSON_NIR_VALID. */
static inline guint32
make_nir (guint32 number, guint32 flags)
{
  return number * 40503u << 2 | flags;
}
