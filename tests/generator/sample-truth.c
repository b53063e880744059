/* Owns the tallies of a dump, of everything and behind a few filters. Places are
 * counted by commune and added up when written, so that the levels cannot
 * disagree. */
#include "sample-truth-private.h"

/* clang-format off */
const SampleFilter sample_filters[SAMPLE_N_FILTERS] = {
  { "departement", "35" },
  { "epci",        "243500139" },
  { "epci",        "200067932" },
  { "commune",     "35238" },
  { "category",    "health" },
  { "category",    "official_id" },
  { "sensitivity", "sensitive" },
  { "age",         "0-14" },
  { "sex",         "F" },
};
/* clang-format on */

const char *
sample_commune_get_code (const SampleCommune *commune, const char *level)
{
  if (g_str_equal (level, "country"))
    return "FR";
  if (g_str_equal (level, "region"))
    return commune->region;
  if (g_str_equal (level, "departement"))
    return commune->departement;
  return g_str_equal (level, "epci") ? commune->epci : commune->code;
}

/* The filters that let through what has the code @code of @key. */
static guint
find_filters (const char *key, const char *code)
{
  guint found = 0;

  for (guint i = 0; i < SAMPLE_N_FILTERS; i++)
    if (g_str_equal (sample_filters[i].key, key) && g_str_equal (sample_filters[i].code, code))
      found |= 1u << i;
  return found;
}

static void
fill_filters (SampleTruth *truth)
{
  static const char *const levels[] = { "region", "departement", "epci", "commune" };

  for (guint i = 0; i < SAMPLE_N_CATEGORIES; i++)
    truth->category_filters[i] = find_filters ("category", sample_categories[i].code) |
                                 find_filters ("sensitivity", sample_sensitivity_codes[sample_categories[i].sensitivity]);
  for (guint i = 0; i < SAMPLE_N_AGES; i++)
    truth->age_filters[i] = find_filters ("age", sample_age_codes[i]);
  for (guint i = 0; i < SAMPLE_N_SEXES; i++)
    truth->sex_filters[i] = find_filters ("sex", sample_sex_codes[i]);
  for (guint i = 0; i < sample_territory_get_n_communes (truth->territory); i++)
    for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
      truth->commune_filters[i] |= find_filters (levels[level], sample_commune_get_code (sample_territory_get_commune (truth->territory, i), levels[level]));
}

SampleTruth *
sample_truth_new (const SamplePreset *preset, const SampleTerritory *territory)
{
  SampleTruth *truth = g_new0 (SampleTruth, 1);
  guint        n_communes = sample_territory_get_n_communes (territory);

  truth->preset = preset;
  truth->territory = territory;
  truth->malformed_rows = g_string_new (NULL);
  g_assert (preset->n_columns <= SAMPLE_MAX_COLUMNS);
  for (guint i = 0; i < preset->n_columns; i++)
    truth->column_types[i] = (guint8) sample_type_find (preset->columns[i].type);
  sample_tally_init (&truth->all, n_communes);
  for (guint i = 0; i < SAMPLE_N_FILTERS; i++)
    sample_tally_init (&truth->filtered[i], n_communes);
  truth->commune_filters = g_new0 (guint, n_communes);
  fill_filters (truth);
  return truth;
}

void
sample_truth_free (SampleTruth *truth)
{
  sample_tally_clear (&truth->all);
  for (guint i = 0; i < SAMPLE_N_FILTERS; i++)
    sample_tally_clear (&truth->filtered[i]);
  g_free (truth->commune_filters);
  g_string_free (truth->malformed_rows, TRUE);
  g_free (truth);
}

void
sample_profile_join (SampleProfile *person, const SampleProfile *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (person->fields); i++)
    person->fields[i] |= record->fields[i];
  person->categories |= record->categories;
  if (record->commune != SAMPLE_PLACE_NONE)
    person->commune = record->commune;
  if (record->abroad != SAMPLE_PLACE_NONE)
    person->abroad = record->abroad;
}

static guint
find_passed (const SampleTruth *truth, const SampleProfile *profile)
{
  guint passed = truth->age_filters[profile->age] | truth->sex_filters[profile->sex];

  if (profile->commune != SAMPLE_PLACE_NONE)
    passed |= truth->commune_filters[profile->commune];
  for (guint i = 0; i < SAMPLE_N_CATEGORIES; i++)
    if (profile->categories & SAMPLE_CATEGORY_BIT (i))
      passed |= truth->category_filters[i];
  return passed;
}

void
sample_truth_add (SampleTruth *truth, SampleCount count, const SampleProfile *profile)
{
  guint passed = find_passed (truth, profile);

  sample_tally_add (&truth->all, count, profile, truth->column_types);
  for (guint i = 0; i < SAMPLE_N_FILTERS; i++)
    if (passed & (1u << i))
      sample_tally_add (&truth->filtered[i], count, profile, truth->column_types);
}

void
sample_truth_add_malformed (SampleTruth *truth, gint64 line, const char *reason)
{
  g_string_append_printf (truth->malformed_rows,
                          "%s\n    {\"line\": %" G_GINT64_FORMAT ", \"reason\": \"%s\"}",
                          truth->n_malformed > 0 ? "," : "",
                          line,
                          reason);
  truth->n_malformed++;
}

void
sample_truth_add_nir (SampleTruth *truth, gboolean has_wrong_key)
{
  truth->n_nirs++;
  truth->n_wrong_keys += has_wrong_key;
}

void
sample_truth_add_slips (SampleTruth *truth, gboolean has_typo, gboolean has_variant)
{
  truth->n_typos += has_typo;
  truth->n_variants += has_variant;
}
