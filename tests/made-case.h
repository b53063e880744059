/* A case made of invented counts, for tests of what is shown.
 *
 * Owns the figures that the tests expect; it has cells only, no records. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Persons of the small case, one record each:
 *   Rennes (35238)   6,000, women, 25 to 34 years, identity and health data
 *   Brest (29019)    4,000, men, 35 to 44 years, identity and contact data
 *   Vannes (56260)   1,500, women, 0 to 14 years, identity and official data
 *   Paris (75056)      300, men, 75 and older, identity data
 *   without a place    200, sex and age unknown, identity data */
#define MADE_PERSONS 12000
#define MADE_RENNES 6000
#define MADE_BREST 4000
#define MADE_VANNES 1500

/**
 * made_case_write:
 * @path: (type filename): the case to write
 * @is_large: everybody in Brittany's communes, too, as many as in the case
 *   that the program was born from: for the eye, not for figures
 */
void made_case_write (const char *path, gboolean is_large);

/* A case of a dump that held no record. */
void made_case_write_empty (const char *path);

G_END_DECLS
