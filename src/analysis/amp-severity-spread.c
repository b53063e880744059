/* Rates each combination of categories once, then counts. */
#include "amp-severity-spread.h"

#include "amp-case-private.h"
#include "amp-case-severity.h"
#include "amp-class-statistics.h"
#include "amp-cross-statistics.h"

G_STATIC_ASSERT (AMP_N_SEVERITY_BANDS <= AMP_CLASS_COUNT_SIZE);

static void
spread_free (gpointer data)
{
  AmpSeveritySpread *spread = data;

  g_free (spread->code);
  g_free (spread->label);
  g_free (spread);
}

static guint
classify (AmpCategorySet categories, gpointer data)
{
  g_autoptr (AmpSeverity) severity = amp_severity_assess (categories, 1, data);

  return severity->band;
}

/* From the most severe on, the band in which half of the people are reached. */
static AmpSeverityBand
find_median (const AmpSeveritySpread *spread)
{
  gint64 reached = 0;

  for (guint band = AMP_N_SEVERITY_BANDS; band-- > 0;)
    {
      reached += spread->bands[band];
      if (reached > 0 && 2 * reached >= spread->persons)
        return band;
    }
  return AMP_SEVERITY_LOW;
}

static AmpSeveritySpread *
spread_new (AmpCase *self, AmpKey key, const AmpClassCount *count, const AmpSeverityContext *context)
{
  g_autoptr (AmpSeverity) severity = amp_severity_assess (count->categories, count->persons, context);
  AmpSeveritySpread *spread = g_new0 (AmpSeveritySpread, 1);

  spread->code = g_strdup (count->code);
  spread->label = amp_case_dup_term_label (self, key, count->code);
  spread->records = count->records;
  spread->persons = count->persons;
  for (guint band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    spread->bands[band] = count->class_persons[band];
  spread->score = severity->score;
  spread->band = severity->band;
  spread->median = find_median (spread);
  return spread;
}

gboolean
amp_severity_spread_is_key (AmpKey key)
{
  return amp_cross_statistics_is_key (key);
}

GPtrArray *
amp_case_spread_severity (AmpCase *self, AmpKey key, const AmpSelection *selection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) spreads = g_ptr_array_new_with_free_func (spread_free);
  g_autoptr (GArray) counts = NULL;
  AmpSeverityContext context;

  g_return_val_if_fail (AMP_IS_CASE (self), NULL);
  g_return_val_if_fail (amp_severity_spread_is_key (key), NULL);

  if (!amp_case_get_severity_context (self, &context, error))
    return NULL;
  counts = amp_class_statistics_count (amp_case_get_file (self), key, selection, classify, &context);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  for (guint i = 0; i < counts->len; i++)
    g_ptr_array_add (spreads, spread_new (self, key, &g_array_index (counts, AmpClassCount, i), &context));
  return g_steal_pointer (&spreads);
}

typedef struct
{
  AmpSeverityContext context;
  AmpClassBands     *bands;
} ClassSearch;

static guint
take_bands (AmpCategorySet categories, gpointer data)
{
  ClassSearch    *search = data;
  guint32         present = amp_category_set_get_sensitivities (categories);
  AmpSeverityBand band = classify (categories, &search->context);
  int             gravest = -1;

  for (guint sensitivity = 0; sensitivity < AMP_N_SENSITIVITIES; sensitivity++)
    if (present & AMP_SENSITIVITY_BIT (sensitivity))
      {
        search->bands->least[sensitivity] = MIN (search->bands->least[sensitivity], band);
        gravest = (int) sensitivity;
      }
  if (gravest >= 0)
    search->bands->most[gravest] = MAX (search->bands->most[gravest], band);
  return band;
}

gboolean
amp_case_get_class_bands (AmpCase *self, AmpClassBands *bands, GError **error)
{
  ClassSearch search = { .bands = bands };
  g_autoptr (GArray) counts = NULL;

  g_return_val_if_fail (AMP_IS_CASE (self) && bands != NULL, FALSE);

  for (guint sensitivity = 0; sensitivity < AMP_N_SENSITIVITIES; sensitivity++)
    {
      bands->least[sensitivity] = AMP_SEVERITY_VERY_HIGH;
      bands->most[sensitivity] = AMP_SEVERITY_LOW;
    }
  if (!amp_case_get_severity_context (self, &search.context, error))
    return FALSE;
  counts = amp_class_statistics_count (amp_case_get_file (self), AMP_KEY_SEX, NULL, take_bands, &search);
  return TRUE;
}
