/* Owns the words that cells are made of: exams, jobs, streets, comments. All
 * composed for this generator; companies, clinics and insurance societies do not
 * exist, except the public insurance funds. Knows nothing of who gets them. */
#pragma once

#include "sample-category.h"

typedef struct
{
  const char *const *words;
  guint              n_words;
} SampleWords;

/* A sentence of a free-text cell, and what whoever reads it learns. */
typedef struct
{
  const char    *text;  /* UTF-8; may hold quotes, semicolons and line breaks */
  SampleCategory topic; /* SAMPLE_CATEGORY_NONE: nothing but housekeeping */
} SamplePhrase;

extern const SampleWords sample_exams;
extern const SampleWords sample_medications;
extern const SampleWords sample_anticoagulants;
extern const SampleWords sample_pathologies;
extern const SampleWords sample_allergies;
extern const SampleWords sample_long_diseases;
extern const SampleWords sample_diagnoses;
extern const SampleWords sample_jobs;
extern const SampleWords sample_specialities;
extern const SampleWords sample_marital;
extern const SampleWords sample_blood_groups;
extern const SampleWords sample_phenotypes;
extern const SampleWords sample_serologies;
extern const SampleWords sample_immunities;
extern const SampleWords sample_booleans;
extern const SampleWords sample_yes_no;
extern const SampleWords sample_insurers;
extern const SampleWords sample_mutuals;
extern const SampleWords sample_streets;
extern const SampleWords sample_further_lines;
extern const SampleWords sample_nationalities;
extern const SampleWords sample_sites;
extern const SampleWords sample_establishments;
extern const SampleWords sample_payments;
extern const SampleWords sample_samples;
extern const SampleWords sample_statuses;
extern const SampleWords sample_results;
extern const SampleWords sample_operators;
extern const SampleWords sample_workstations;

/* Returns: how many sentences there are about a topic, or about none */
guint sample_phrase_get_count (gboolean has_topic);

/* Returns: (transfer none): the sentence number @index of these */
const SamplePhrase *sample_phrase_get (gboolean has_topic, guint index);
