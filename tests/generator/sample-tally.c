/* Owns the counting itself. */
#include "sample-tally.h"

void
sample_tally_init (SampleTally *tally, guint n_communes)
{
  *tally = (SampleTally){ .total = { { 0 } } };
  tally->communes = g_new0 (SampleFigure, n_communes);
  tally->abroad = g_new0 (SampleFigure, sample_abroad_get_count ());
}

void
sample_tally_clear (SampleTally *tally)
{
  g_clear_pointer (&tally->communes, g_free);
  g_clear_pointer (&tally->abroad, g_free);
}

static void
add_fields (SampleTally *tally, SampleCount count, const SampleProfile *profile, const guint8 *column_types)
{
  guint64 types = 0;

  for (guint word = 0; word < G_N_ELEMENTS (profile->fields); word++)
    for (guint64 rest = profile->fields[word]; rest != 0; rest &= rest - 1)
      {
        guint column = word * 64 + (guint) __builtin_ctzll (rest);

        tally->fields[column].counts[count]++;
        types |= G_GUINT64_CONSTANT (1) << column_types[column];
      }
  for (; types != 0; types &= types - 1)
    tally->types[__builtin_ctzll (types)].counts[count]++;
}

static void
add_categories (SampleTally *tally, SampleCount count, guint32 categories)
{
  guint sensitivities = 0;

  for (guint i = 0; i < SAMPLE_N_CATEGORIES; i++)
    if (categories & SAMPLE_CATEGORY_BIT (i))
      {
        tally->categories[i].counts[count]++;
        sensitivities |= 1u << sample_categories[i].sensitivity;
      }
  for (guint i = 0; i < SAMPLE_N_SENSITIVITIES; i++)
    if (sensitivities & (1u << i))
      tally->sensitivities[i].counts[count]++;
}

void
sample_tally_add (SampleTally *tally, SampleCount count, const SampleProfile *profile, const guint8 *column_types)
{
  tally->total.counts[count]++;
  tally->sexes[profile->sex].counts[count]++;
  tally->ages[profile->age].counts[count]++;
  if (profile->commune != SAMPLE_PLACE_NONE)
    tally->communes[profile->commune].counts[count]++;
  else if (profile->abroad != SAMPLE_PLACE_NONE)
    tally->abroad[profile->abroad].counts[count]++;
  else
    tally->unplaced.counts[count]++;
  add_categories (tally, count, profile->categories);
  add_fields (tally, count, profile, column_types);
}
