/* Counts of persons of a case by a key, and within each row by a class of their
 * categories of data, from the cells in memory. Must not know what the classes
 * are. */
#pragma once

#include "amp-case-file.h"
#include "amp-selection.h"

G_BEGIN_DECLS

/* The most classes that there may be. */
#define AMP_CLASS_COUNT_SIZE 4

/**
 * AmpClassCount:
 * @code: the code of the row
 * @categories: the categories of everybody in it together
 * @records: records
 * @persons: persons
 * @class_persons: those of @persons in each class
 *
 * One row.
 */
typedef struct
{
  char          *code;
  AmpCategorySet categories;
  gint64         records;
  gint64         persons;
  gint64         class_persons[AMP_CLASS_COUNT_SIZE];
} AmpClassCount;

/**
 * AmpClassFunc:
 * @categories: the categories of a person
 *
 * Returns: their class, below %AMP_CLASS_COUNT_SIZE
 */
typedef guint (*AmpClassFunc) (AmpCategorySet categories, gpointer data);

/**
 * amp_class_statistics_count:
 * @file: a case
 * @key: what the rows are, see amp_cross_statistics_is_key()
 * @selection: (nullable): what to count, %NULL for everything
 * @classify: (scope call): called once for each set of categories of the case
 *
 * Counts as amp_statistics_count() does, in one walk over the cells.
 *
 * Returns: (transfer full) (element-type AmpClassCount): the rows that count
 *   something, by persons, then records, both from most to fewest, then by code;
 *   free it with g_array_unref()
 */
GArray *amp_class_statistics_count (AmpCaseFile *file, AmpKey key, const AmpSelection *selection, AmpClassFunc classify, gpointer data);

G_END_DECLS
