/* Two systems of sums: one of a reader without the bands, one with them. */
#include "amp-spread-audit.h"

#include "amp-interval-system.h"

#define MANY AMP_INTERVAL_MANY

typedef struct
{
  AmpIntervalSystem *system;
  guint             *classes; /* of each group and sensitivity: its count */
  guint             *bands;   /* of each group and band: its count */
} Reading;

typedef struct
{
  const GArray           *groups;
  const AmpSpreadClasses *classes;
  const gboolean         *told_bands;
  gint64                  min_cell;
} Audit;

static const AmpSpreadGroup *
get_group (const Audit *self, guint index)
{
  return &g_array_index (self->groups, AmpSpreadGroup, index);
}

static guint
add_count (Reading *reading, gint64 value, gboolean is_told, gint64 lowest)
{
  return is_told ? amp_interval_system_add (reading->system, value, value) : amp_interval_system_add (reading->system, MIN (value, lowest), MANY);
}

/* Whoever has data of a class is in its band or in a graver one; whoever is there
 * has data of a class that leads there. */
static void
link_bands (const Audit *self, Reading *reading, guint index)
{
  const AmpClassBands *bands = amp_spread_classes_get_bands (self->classes);
  const guint         *classes = reading->classes + index * AMP_N_SENSITIVITIES;

  for (AmpSeverityBand least = AMP_SEVERITY_LOW + 1; least < AMP_N_SEVERITY_BANDS; least++)
    {
      guint graver = amp_interval_system_add (reading->system, 0, MANY), together = amp_interval_system_add (reading->system, 0, MANY);
      guint graver_sum = amp_interval_system_add_sum (reading->system, graver), class_sum = amp_interval_system_add_sum (reading->system, together);

      for (AmpSeverityBand band = least; band < AMP_N_SEVERITY_BANDS; band++)
        amp_interval_system_add_part (reading->system, graver_sum, reading->bands[index * AMP_N_SEVERITY_BANDS + band]);
      for (AmpSensitivity sensitivity = 0; sensitivity < AMP_N_SENSITIVITIES; sensitivity++)
        {
          if (bands->least[sensitivity] >= least)
            amp_interval_system_add_at_most (reading->system, classes[sensitivity], graver);
          if (bands->most[sensitivity] >= least)
            amp_interval_system_add_part (reading->system, class_sum, classes[sensitivity]);
        }
      amp_interval_system_add_at_most (reading->system, graver, together);
    }
}

static void
read_group (const Audit *self, Reading *reading, guint index, gboolean with_bands)
{
  const AmpSpreadGroup *group = get_group (self, index);
  guint                 persons = add_count (reading, group->persons, group->is_whole_told, 1);
  guint                 sum = amp_interval_system_add_sum (reading->system, persons);

  for (AmpSensitivity sensitivity = 0; sensitivity < AMP_N_SENSITIVITIES; sensitivity++)
    {
      gboolean is_told = amp_spread_classes_get_state (self->classes, group->code, sensitivity) == AMP_CLASS_TOLD;
      guint    count = add_count (reading, amp_spread_classes_get_persons (self->classes, group->code, sensitivity), is_told, 0);

      reading->classes[index * AMP_N_SENSITIVITIES + sensitivity] = count;
      amp_interval_system_add_at_most (reading->system, count, persons);
    }
  for (AmpSeverityBand band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    {
      gboolean is_listed = with_bands && group->is_listed;
      guint    count = add_count (reading, group->bands[band], is_listed && !group->is_masked[band], is_listed ? 1 : 0);

      reading->bands[index * AMP_N_SEVERITY_BANDS + band] = count;
      amp_interval_system_add_part (reading->system, sum, count);
    }
  link_bands (self, reading, index);
}

/* Classes and bands add up to those of the whole case. */
static void
add_totals (const Audit *self, Reading *reading)
{
  for (AmpSensitivity sensitivity = 0; sensitivity < AMP_N_SENSITIVITIES; sensitivity++)
    {
      gboolean is_told = amp_spread_classes_get_state (self->classes, NULL, sensitivity) == AMP_CLASS_TOLD;
      guint    sum = amp_interval_system_add_sum (reading->system, add_count (reading, amp_spread_classes_get_persons (self->classes, NULL, sensitivity), is_told, 0));

      for (guint i = 0; i < self->groups->len; i++)
        amp_interval_system_add_part (reading->system, sum, reading->classes[i * AMP_N_SENSITIVITIES + sensitivity]);
    }
  for (AmpSeverityBand band = 0; band < AMP_N_SEVERITY_BANDS; band++)
    {
      gint64 persons = 0;
      guint  sum;

      for (guint i = 0; i < self->groups->len; i++)
        persons += get_group (self, i)->bands[band];
      sum = amp_interval_system_add_sum (reading->system, add_count (reading, persons, self->told_bands[band], 0));
      for (guint i = 0; i < self->groups->len; i++)
        amp_interval_system_add_part (reading->system, sum, reading->bands[i * AMP_N_SEVERITY_BANDS + band]);
    }
}

static void
read_all (const Audit *self, Reading *reading, gboolean with_bands)
{
  reading->system = amp_interval_system_new ();
  reading->classes = g_new (guint, self->groups->len * AMP_N_SENSITIVITIES + 1);
  reading->bands = g_new (guint, self->groups->len * AMP_N_SEVERITY_BANDS + 1);
  for (guint i = 0; i < self->groups->len; i++)
    read_group (self, reading, i, with_bands);
  add_totals (self, reading);
  amp_interval_system_solve (reading->system);
}

static void
clear_reading (Reading *reading)
{
  amp_interval_system_free (reading->system);
  g_free (reading->classes);
  g_free (reading->bands);
}

static gboolean
is_class_open (const Audit *self, const Reading *without, const Reading *with, guint index, AmpSensitivity sensitivity)
{
  guint  count = index * AMP_N_SENSITIVITIES + sensitivity;
  gint64 persons = amp_spread_classes_get_persons (self->classes, get_group (self, index)->code, sensitivity);

  if (amp_spread_classes_get_state (self->classes, get_group (self, index)->code, sensitivity) != AMP_CLASS_MASKED)
    return TRUE;
  return amp_interval_system_get_highest (with->system, with->classes[count]) >= MIN (persons + self->min_cell, amp_interval_system_get_highest (without->system, without->classes[count])) &&
         amp_interval_system_get_lowest (with->system, with->classes[count]) <= MAX (persons - self->min_cell, amp_interval_system_get_lowest (without->system, without->classes[count]));
}

/* Nobody and one are told apart by being there at all. */
static gboolean
is_band_open (const Audit *self, const Reading *with, guint index, AmpSeverityBand band)
{
  const AmpSpreadGroup *group = get_group (self, index);

  if (group->bands[band] == 0 || group->bands[band] >= self->min_cell)
    return TRUE;
  return amp_interval_system_get_highest (with->system, with->bands[index * AMP_N_SEVERITY_BANDS + band]) >= self->min_cell;
}

static gboolean
is_open (const Audit *self, const Reading *without, const Reading *with)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      for (AmpSensitivity sensitivity = 0; sensitivity < AMP_N_SENSITIVITIES; sensitivity++)
        if (!is_class_open (self, without, with, i, sensitivity))
          return FALSE;
      for (AmpSeverityBand band = 0; band < AMP_N_SEVERITY_BANDS; band++)
        if (!is_band_open (self, with, i, band))
          return FALSE;
    }
  return TRUE;
}

gboolean
amp_spread_audit (const GArray *groups, const AmpSpreadClasses *classes, const gboolean *told_bands, gint64 min_cell)
{
  const Audit self = { groups, classes, told_bands, min_cell };
  Reading     without, with;
  gboolean    is_safe;

  g_return_val_if_fail (groups != NULL && classes != NULL && told_bands != NULL, FALSE);

  read_all (&self, &without, FALSE);
  read_all (&self, &with, TRUE);
  is_safe = is_open (&self, &without, &with);
  clear_reading (&without);
  clear_reading (&with);
  return is_safe;
}
