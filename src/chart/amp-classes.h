/* Cutting numbers into a few classes, for maps.
 *
 * Pure functions of their input: the same numbers in any order give the same
 * classes. Classes are closed above: class k holds bounds[k] < value <=
 * bounds[k + 1], the first one its lower bound, too. Must not know what is
 * counted nor which colour a class takes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AMP_MAX_CLASSES 9

/**
 * AmpClassing:
 * @AMP_CLASSING_QUANTILE: as many values in each class, as far as equal values
 *   allow
 * @AMP_CLASSING_EQUAL: classes of the same width; some may hold no value
 * @AMP_CLASSING_JENKS: the natural breaks: the least sum of squared distances
 *   to the mean of each class (Jenks 1967; the optimum of Fisher 1958). Beyond
 *   65,536 distinct values, quantiles
 */
typedef enum
{
  AMP_CLASSING_QUANTILE,
  AMP_CLASSING_EQUAL,
  AMP_CLASSING_JENKS,
  AMP_N_CLASSINGS,
} AmpClassing;

/**
 * amp_classing_get_code:
 *
 * Returns: (transfer none): the stable name that settings keep: "jenks"
 */
const char *amp_classing_get_code (AmpClassing classing);

/**
 * amp_classing_from_code:
 * @code: (nullable): any string
 *
 * Returns: the classing of that name; natural breaks when there is none
 */
AmpClassing amp_classing_from_code (const char *code);

/**
 * AmpClasses:
 * @n_classes: 0 when there was no value; fewer than asked for when there are
 *   fewer distinct values
 * @bounds: n_classes + 1 rising numbers; the first is the lowest value, the
 *   last the highest; the first two are equal when the first class holds the
 *   lowest value alone
 * @lowest: the lowest value found in each class (its lower bound when empty)
 * @highest: the highest value found in each class (its upper bound when empty)
 * @counts: how many values each class holds
 */
typedef struct
{
  guint  n_classes;
  double bounds[AMP_MAX_CLASSES + 1];
  double lowest[AMP_MAX_CLASSES];
  double highest[AMP_MAX_CLASSES];
  gsize  counts[AMP_MAX_CLASSES];
} AmpClasses;

/**
 * amp_classes_init:
 * @classes: (out caller-allocates): filled in
 * @classing: how to cut
 * @values: (array length=n_values) (nullable): in any order; what is not finite
 *   is passed over
 * @n_values: how many
 * @n_classes: how many classes are wished for, 1 to %AMP_MAX_CLASSES
 */
void amp_classes_init (AmpClasses *classes, AmpClassing classing, const double *values, gsize n_values, guint n_classes);

/**
 * amp_classes_find:
 * @value: any number
 *
 * Returns: the class of @value; the first or the last one when it lies outside;
 *   -1 when there is no class or @value is NaN
 */
int amp_classes_find (const AmpClasses *classes, double value);

G_END_DECLS
